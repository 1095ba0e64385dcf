/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE /* F_OFD_SETLK */

#include "ring-claim.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "ring-clock.h"
#include "ring-text.h"

#define GROUP "Open"
#define MAX_BYTES 4096
#define MAX_CHARS 80
/* Six renewals that failed. */
#define MAX_AGE_SECONDS (6 * RING_CLAIM_RENEWAL)
#define TRIES 10
#define TURN_STEP_US 10000
#define TURN_STEPS 1000

struct _RingClaim
{
  char *path; /* of the file beside the design */
  int fd;
};

typedef enum
{
  LOCK_FREE, /* and now ours, where the file can be written */
  LOCK_HELD,
  LOCK_UNKNOWN, /* the file system knows no locks */
} Lock;

void
ring_claim_owner_free (RingClaimOwner *owner)
{
  if (owner == NULL)
    return;
  g_free (owner->name);
  g_free (owner->host);
  g_free (owner->computer);
  g_free (owner);
}

/* ------------------------------------------------------------ who and where */

/* The system's own name of itself is nobody else's business: others get its hash. */
static gpointer
make_computer (gpointer unused)
{
  g_autofree char *id = NULL;
  g_autofree char *salted = NULL;
  char *hash;

  if (!g_file_get_contents ("/etc/machine-id", &id, NULL, NULL) || id[0] == '\0')
    {
      g_free (id);
      id = g_strdup (g_get_host_name ());
    }
  salted = g_strconcat ("Ringwright ", g_strstrip (id), NULL);
  hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, salted, -1);
  hash[16] = '\0';
  return hash;
}

static const char *
this_computer (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, make_computer, NULL);
}

/* Of a process that runs, which tells it from a later one of the same number; 0 for none. */
static guint64
start_of (int process)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/stat", process);
  g_autofree char *stat = NULL;
  g_auto (GStrv) words = NULL;
  const char *end;

  if (!g_file_get_contents (path, &stat, NULL, NULL) || (end = strrchr (stat, ')')) == NULL)
    return 0;
  /* proc(5): behind the name the third word; the start is the 22nd. */
  words = g_strsplit (end + 1, " ", 24);
  return g_strv_length (words) > 20 ? g_ascii_strtoull (words[20], NULL, 10) : 0;
}

static char *
get_text (GKeyFile *keys, const char *name)
{
  g_autofree char *text = g_key_file_get_string (keys, GROUP, name, NULL);
  char *clean = g_strstrip (ring_text_clean (text, MAX_CHARS));

  return g_strdelimit (clean, "\n\t", ' ');
}

/* What a claim says may be anything. */
static RingClaimOwner *
parse (const char *data, gsize n)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  RingClaimOwner *owner = g_new0 (RingClaimOwner, 1);
  g_autofree char *since = NULL;

  g_key_file_load_from_data (keys, data, n, G_KEY_FILE_NONE, NULL);
  owner->name = get_text (keys, "Name");
  owner->host = get_text (keys, "Host");
  owner->computer = get_text (keys, "Computer");
  owner->here = g_str_equal (owner->computer, this_computer ());
  owner->process = MAX (0, g_key_file_get_integer (keys, GROUP, "Process", NULL));
  owner->start = g_key_file_get_uint64 (keys, GROUP, "Start", NULL);
  since = get_text (keys, "Since");
  if (!ring_clock_parse (since, &owner->since))
    owner->since = 0;
  return owner;
}

static char *
describe_us (void)
{
  g_autoptr (GKeyFile) keys = g_key_file_new ();
  g_autofree char *since = ring_clock_format (ring_clock_now_ms ());
  const char *name = g_get_real_name ();

  g_key_file_set_string (keys, GROUP, "Name",
                         name != NULL && !g_str_equal (name, "Unknown") && name[0] != '\0'
                             ? name : g_get_user_name ());
  g_key_file_set_string (keys, GROUP, "Host", g_get_host_name ());
  g_key_file_set_string (keys, GROUP, "Computer", this_computer ());
  g_key_file_set_integer (keys, GROUP, "Process", getpid ());
  g_key_file_set_uint64 (keys, GROUP, "Start", start_of (getpid ()));
  g_key_file_set_string (keys, GROUP, "Since", since);
  return g_key_file_to_data (keys, NULL, NULL);
}

/* ------------------------------------------------------------------- locks */

/* As in the journal: the lock goes with the last descriptor, however its program ended. */
static Lock
lock (int fd, gboolean writable)
{
  struct flock whole = { .l_type = F_WRLCK, .l_whence = SEEK_SET };

  if (fcntl (fd, writable ? F_OFD_SETLK : F_OFD_GETLK, &whole) == 0)
    return writable || whole.l_type == F_UNLCK ? LOCK_FREE : LOCK_HELD;
  return errno == EAGAIN || errno == EACCES ? LOCK_HELD : LOCK_UNKNOWN;
}

/* Somebody may have removed or replaced the name between opening and locking. */
static gboolean
is_at (int fd, const char *path)
{
  struct stat there, ours;

  return fstat (fd, &ours) == 0 && lstat (path, &there) == 0 && there.st_ino == ours.st_ino
         && there.st_dev == ours.st_dev;
}

static gboolean
is_left (const RingClaimOwner *owner, Lock lock, const struct stat *st)
{
  gint64 age = g_get_real_time () / G_USEC_PER_SEC - st->st_mtim.tv_sec;

  if (lock == LOCK_HELD)
    return FALSE;
  if (owner->here && lock == LOCK_FREE)
    return TRUE;
  if (owner->here && owner->process > 0)
    return start_of (owner->process) != owner->start;
  return age > MAX_AGE_SECONDS;
}

/* The file beside the one that all names of the design lead to. */
static char *
place_beside (GFile *file)
{
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *real = path != NULL ? realpath (path, NULL) : NULL;
  g_autofree char *folder = NULL;
  g_autofree char *name = NULL;
  g_autofree char *hidden = NULL;

  if (real == NULL)
    return NULL;
  folder = g_path_get_dirname (real);
  name = g_path_get_basename (real);
  hidden = g_strconcat (".", name, ".lock", NULL);
  return g_build_filename (folder, hidden, NULL);
}

static void
write_claim (int fd)
{
  g_autofree char *text = describe_us ();

  /* A claim that says nothing still says that somebody is there. */
  if (ftruncate (fd, 0) == 0 && pwrite (fd, text, strlen (text), 0) < 0)
    g_debug ("A claim could not be written: %s", g_strerror (errno));
}

/* ------------------------------------------------------------------ claims */

typedef enum
{
  TAKEN,
  OF_ANOTHER,
  NOTHING,
  AGAIN, /* it changed under our hands */
} Outcome;

/* Of what lies at PATH, open as FD. */
static Outcome
judge (const char *path, int fd, gboolean writable, RingClaimOwner **other)
{
  char data[MAX_BYTES];
  g_autoptr (RingClaimOwner) owner = NULL;
  struct stat st;
  ssize_t n;
  Lock locked;

  if (fstat (fd, &st) != 0 || !S_ISREG (st.st_mode))
    return NOTHING;
  locked = lock (fd, writable);
  if (!is_at (fd, path))
    return AGAIN;
  n = pread (fd, data, sizeof data, 0);
  if (n < 0)
    return NOTHING;
  owner = parse (data, (gsize) n);
  if (locked == LOCK_HELD || (n > 0 && !is_left (owner, locked, &st)))
    {
      *other = g_steal_pointer (&owner);
      return OF_ANOTHER;
    }
  if (writable)
    return TAKEN;
  /* One that another user left cannot be taken over, only replaced. */
  return unlink (path) == 0 ? AGAIN : NOTHING;
}

RingClaim *
ring_claim_take (GFile *file, RingClaimOwner **other)
{
  g_autofree char *path = place_beside (file);
  Outcome outcome = path != NULL ? AGAIN : NOTHING;
  int flags = O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | O_NOCTTY;

  *other = NULL;
  for (int i = 0; i < TRIES && outcome == AGAIN; i++)
    {
      int fd = open (path, O_RDWR | O_CREAT | flags, 0666);
      gboolean writable = fd >= 0;

      if (fd < 0 && errno == EACCES)
        fd = open (path, O_RDONLY | flags);
      if (fd < 0)
        return NULL;
      outcome = judge (path, fd, writable, other);
      if (outcome == TAKEN)
        {
          RingClaim *claim = g_new0 (RingClaim, 1);

          write_claim (fd);
          claim->path = g_steal_pointer (&path);
          claim->fd = fd;
          return claim;
        }
      close (fd);
    }
  return NULL;
}

static void
renew_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  int fd = GPOINTER_TO_INT (data);

  if (futimens (fd, NULL) != 0)
    g_debug ("A claim was not renewed: %s", g_strerror (errno));
  close (fd);
}

void
ring_claim_renew (RingClaim *claim)
{
  int fd = fcntl (claim->fd, F_DUPFD_CLOEXEC, 0);
  g_autoptr (GTask) task = NULL;

  if (fd < 0)
    return;
  task = g_task_new (NULL, NULL, NULL, NULL);
  g_task_set_task_data (task, GINT_TO_POINTER (fd), NULL);
  g_task_run_in_thread (task, renew_cb);
}

/* The name goes while the lock is held, so that nobody takes it for one that was left. */
void
ring_claim_release (RingClaim *claim)
{
  if (claim == NULL)
    return;
  if (is_at (claim->fd, claim->path))
    unlink (claim->path);
  close (claim->fd);
  g_free (claim->path);
  g_free (claim);
}

/* ------------------------------------------------------------------- turns */

/* The lock is on the file that the name leads to now; whoever saved meanwhile put another one
 * there. */
int
ring_claim_take_turn (const char *path)
{
  for (int i = 0; i < TURN_STEPS; i++)
    {
      struct stat there, ours;
      int fd = open (path, O_RDWR | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);

      if (fd < 0 || fstat (fd, &ours) != 0 || !S_ISREG (ours.st_mode))
        return fd;
      switch (lock (fd, TRUE))
        {
        case LOCK_UNKNOWN:
          return fd;
        case LOCK_FREE:
          if (stat (path, &there) != 0 || (there.st_ino == ours.st_ino && there.st_dev == ours.st_dev))
            return fd;
          break;
        case LOCK_HELD:
        default:
          g_usleep (TURN_STEP_US);
        }
      close (fd);
    }
  return -1;
}

void
ring_claim_end_turn (int turn)
{
  if (turn >= 0)
    close (turn);
}

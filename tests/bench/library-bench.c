/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* library-bench N FOLDER: N designs, each of a page with a commission, are written to FOLDER, as far as
 * they are not there, and indexed; then the index is opened as at a start and searched, and one design of all changes.
 * Medians of ROUNDS. */
#include "ring-design.h"
#include "ring-edit.h"
#include "ring-library.h"
#include "ring-svg.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>

#define ROUNDS 11

static const char *const firsts[]
    = { "Ana", "Bo", "Chidi", "Dora", "Emil", "Fatima", "Gro", "Hugo" };
static const char *const lasts[]
    = { "Ruiz", "Kim", "Okafor", "Lind", "Weber", "Haddad", "Moen", "Laurent", "Silva" };
static const char *const species[]
    = { "sapphire", "ruby", "diamond", "tsavorite", "spinel", "emerald" };

static void
write_design (const char *folder, guint i)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "bench");
  g_autofree char *client = g_strdup_printf ("%s %s", firsts[i % 8], lasts[i % 9]);
  g_autofree char *title = g_strdup_printf ("Commission %05u", i);
  g_autofree char *said
      = g_strdup_printf ("Her grandmother’s %s number %u should stay as it is.", species[i % 6], i);
  g_autofree char *path = g_strdup_printf ("%s/%05u.ring.svg", folder, i);
  RingRecord *commission = ring_record_new (RING_RECORD_COMMISSION, "c1");
  RingRecord *entry = ring_record_new (RING_RECORD_ENTRY, "e1");
  g_autoptr (GBytes) bytes = NULL;

  ring_record_set (&commission, "title", title);
  ring_record_set (&commission, "client", client);
  ring_record_set (&commission, "status", i % 2 == 0 ? "quoted" : "in-making");
  ring_record_set (&entry, "text", said);
  ring_edit_set_record (edit, commission);
  ring_edit_set_record (edit, entry);
  ring_design_commit (design, edit);
  bytes = ring_svg_write (ring_design_get_drawing (design), RING_WRITE_DESIGN);
  if (!g_file_set_contents (path, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes),
                            NULL))
    g_error ("%s could not be written", path);
  ring_record_unref (commission);
  ring_record_unref (entry);
}

static double
seconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1e6;
}

static int
compare (const void *a, const void *b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static void
update (RingLibrary *library, GFile *folder, const char *what)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (GError) error = NULL;
  guint n;

  if (!ring_library_update (library, folder, NULL, NULL, NULL, &n, NULL, &error))
    g_error ("%s", error->message);
  printf ("%-40s %8.3f s, %u designs\n", what, seconds_since (start), n);
}

/* As the window does: the index is opened, and its designs are listed. */
static void
open_and_list (const char *index, GFile *folder, const char *words)
{
  double times[ROUNDS];
  guint n = 0;

  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GError) error = NULL;
      g_autoptr (RingLibrary) library = ring_library_open (index, &error);
      g_autoptr (GPtrArray) entries
          = library != NULL ? ring_library_list (library, folder, words, &error) : NULL;

      if (entries == NULL)
        g_error ("%s", error->message);
      times[i] = seconds_since (start);
      n = entries->len;
    }
  qsort (times, ROUNDS, sizeof *times, compare);
  printf ("open and list, words “%s”%*s %8.3f s, %u designs\n", words != NULL ? words : "", 12, "",
          times[ROUNDS / 2], n);
}

int
main (int argc, char **argv)
{
  guint n = argc == 3 ? (guint) strtoul (argv[1], NULL, 10) : 0;
  g_autoptr (GFile) folder = argc == 3 ? g_file_new_for_path (argv[2]) : NULL;
  g_autofree char *index
      = argc == 3 ? g_build_filename (argv[2], "index", "library.sqlite", NULL) : NULL;
  g_autoptr (RingLibrary) library = NULL;
  struct rusage usage;

  if (argc != 3)
    {
      fputs ("usage: library-bench DESIGNS FOLDER\n", stderr);
      return 2;
    }
  setvbuf (stdout, NULL, _IOLBF, 0);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("%s/%05u.ring.svg", argv[2], i);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        write_design (argv[2], i);
    }
  library = ring_library_open (index, NULL);
  update (library, folder, "index from nothing");
  open_and_list (index, folder, NULL);
  open_and_list (index, folder, "okafor diam");
  open_and_list (index, folder, "grandm");
  update (library, folder, "look for changes, none");
  write_design (argv[2], 0);
  update (library, folder, "look for changes, one");
  getrusage (RUSAGE_SELF, &usage);
  printf ("peak memory %ld MB\n", usage.ru_maxrss / 1024);
  return 0;
}

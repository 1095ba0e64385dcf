/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-passcode.h"

#include <string.h>

#define ROUNDS 20000
#define MOST_ROUNDS 1000000

gboolean
ring_passcode_is_valid (const char *code)
{
  gsize n = strspn (code, "0123456789");

  return code[n] == '\0' && n >= RING_PASSCODE_LEAST && n <= RING_PASSCODE_MOST;
}

/* Each round is keyed by the code, and works on the digest of the one before. */
static char *
digest (const char *code, const char *salt, guint rounds)
{
  char *last = g_strdup (salt);

  for (guint i = 0; i < rounds; i++)
    {
      char *next = g_compute_hmac_for_string (G_CHECKSUM_SHA256, (const guint8 *) code, strlen (code), last, -1);

      g_free (last);
      last = next;
    }
  return last;
}

char *
ring_passcode_make (const char *code)
{
  g_autofree char *salt = g_uuid_string_random ();
  g_autofree char *hash = NULL;

  g_return_val_if_fail (ring_passcode_is_valid (code), NULL);

  hash = digest (code, salt, ROUNDS);
  return g_strdup_printf ("sha256:%d:%s:%s", ROUNDS, salt, hash);
}

gboolean
ring_passcode_check (const char *kept, const char *code)
{
  g_auto (GStrv) parts = g_strsplit (kept, ":", -1);
  g_autofree char *hash = NULL;
  guint64 rounds;
  guint differ = 0;

  if (g_strv_length (parts) != 4 || !g_str_equal (parts[0], "sha256") || !ring_passcode_is_valid (code)
      || !g_ascii_string_to_unsigned (parts[1], 10, 1, MOST_ROUNDS, &rounds, NULL))
    return FALSE;
  hash = digest (code, parts[2], (guint) rounds);
  if (strlen (hash) != strlen (parts[3]))
    return FALSE;
  for (gsize i = 0; hash[i] != '\0'; i++)
    differ |= (guint) (hash[i] ^ parts[3][i]);
  return differ == 0;
}

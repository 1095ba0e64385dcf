/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-svg-seal.h"

#include <string.h>
#include <xxhash.h>

void
ring_seal_make (char seal[RING_SEAL_SIZE], const char *picture, gsize length)
{
  static const char digits[] = "0123456789abcdef";
  guint64 hash = XXH3_64bits (picture, length);

  for (int i = 15; i >= 0; i--, hash >>= 4)
    seal[i] = digits[hash & 15];
  seal[16] = '\0';
}

/* SEAL may be NULL, which fits nothing. */
gboolean
ring_seal_fits (const char *seal, const char *picture, gsize length)
{
  char fresh[RING_SEAL_SIZE];

  if (seal == NULL)
    return FALSE;
  ring_seal_make (fresh, picture, length);
  return strcmp (fresh, seal) == 0;
}

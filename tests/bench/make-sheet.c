/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* make-sheet N OUT.ring.svg [SEED]: an A4 page with N strokes, each different, as a design file. */

#include "bench-strokes.h"
#include "ring-save.h"
#include "ring-svg.h"

#include <stdlib.h>

#define MAX_STROKES 1000000

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RingDrawing) drawing = NULL;
  g_autoptr (GBytes) bytes = NULL;
  guint64 n, seed = BENCH_SEED;

  if (argc < 3 || argc > 4 || !g_ascii_string_to_unsigned (argv[1], 10, 0, MAX_STROKES, &n, NULL)
      || (argc == 4 && !g_ascii_string_to_unsigned (argv[3], 10, 0, G_MAXUINT64, &seed, NULL)))
    {
      g_printerr ("Usage: make-sheet N OUT.ring.svg [SEED]\n");
      return 2;
    }
  drawing = bench_drawing_new ((gsize) n, seed);
  bytes = ring_svg_write (drawing, RING_WRITE_DESIGN);
  if (!ring_save_bytes (argv[2], bytes, &error))
    {
      g_printerr ("make-sheet: %s\n", error->message);
      return EXIT_FAILURE;
    }
  return EXIT_SUCCESS;
}

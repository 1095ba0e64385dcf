/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* revision-bench STROKES REVISIONS: a page of STROKES, kept REVISIONS times with one more stroke each; what it takes
 * to keep it, to see whether the present is kept, to list what has changed since the first revision, to put one back,
 * and what they cost in the file. Medians, in milliseconds of processor time. */
#include "bench-strokes.h"
#include "ring-changes.h"
#include "ring-design.h"
#include "ring-revision.h"
#include "ring-svg.h"

#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#define MOST 1000

static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static int
compare (const void *a, const void *b)
{
  return (*(const double *) a > *(const double *) b) - (*(const double *) a < *(const double *) b);
}

static void
tell (const char *what, double *times, guint n)
{
  qsort (times, n, sizeof *times, compare);
  printf ("%-34s %8.2f ms\n", what, times[n / 2]);
}

static void
commit (RingDesign *design, RingEdit *edit)
{
  if (edit == NULL || !ring_design_commit (design, edit))
    g_error ("A step was not taken");
}

static void
draw (RingDesign *design, RingRandom *random)
{
  const RingDrawing *drawing = ring_design_get_drawing (design);
  const RingLayer *layer = ring_view_get_layer (ring_drawing_get_view (drawing, 0), 0);
  RingEdit *edit = ring_edit_new (drawing, "bench");
  g_autoptr (RingItem) stroke
      = bench_stroke_new (random, (RingRect){ 10, 10, BENCH_PAGE_WIDTH - 10, BENCH_PAGE_HEIGHT - 10 }, 0);

  ring_edit_append_item (edit, ring_layer_get_head (layer)->id, stroke);
  commit (design, edit);
}

static void
keep_all (RingDesign *design, guint n)
{
  g_autofree double *keeping = g_new (double, n);
  g_autofree double *finding = g_new (double, n);
  RingRandom random;

  ring_random_init_seed (&random, BENCH_SEED + 1);
  for (guint i = 0; i < n; i++)
    {
      double start;

      draw (design, &random);
      start = now ();
      commit (design, ring_revision_keep (design, NULL, NULL, NULL));
      keeping[i] = now () - start;
      draw (design, &random);
      start = now ();
      if (ring_revision_find_present (ring_design_get_drawing (design)) != NULL)
        g_error ("A drawing that is another was found");
      finding[i] = now () - start;
    }
  tell ("keep", keeping, n);
  tell ("is the present kept? no", finding, n);
}

static void
look_back (RingDesign *design)
{
  g_autoptr (GPtrArray) list = ring_revision_list (ring_design_get_drawing (design));
  double listing[11], putting[11];

  for (guint i = 0; i < G_N_ELEMENTS (listing); i++)
    {
      const char *id = ring_record_get_id (list->pdata[i % 2 * (list->len - 1)]);
      double start = now ();
      g_autoptr (RingDrawing) first = ring_revision_open (ring_design_get_drawing (design), id);
      g_autoptr (GPtrArray) changes = ring_changes_list (first, ring_design_get_drawing (design));

      listing[i] = now () - start;
      start = now ();
      commit (design, ring_revision_put_back (design, id, NULL));
      putting[i] = now () - start;
    }
  tell ("list what has changed", listing, G_N_ELEMENTS (listing));
  tell ("put back", putting, G_N_ELEMENTS (putting));
}

static void
write_and_read (const RingDrawing *drawing, const char *what)
{
  double writing[5], reading[5];
  g_autofree char *write = g_strdup_printf ("write, %s", what);
  g_autofree char *read = g_strdup_printf ("read, %s", what);
  gsize size = 0;

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    {
      double start = now ();
      g_autoptr (GBytes) bytes = ring_svg_write (drawing, RING_WRITE_DESIGN);
      g_autoptr (RingDrawing) again = NULL;

      writing[i] = now () - start;
      size = g_bytes_get_size (bytes);
      start = now ();
      again = ring_svg_read (g_bytes_get_data (bytes, NULL), size, NULL, NULL);
      reading[i] = now () - start;
      if (again == NULL)
        g_error ("What was written could not be read");
    }
  tell (write, writing, G_N_ELEMENTS (writing));
  tell (read, reading, G_N_ELEMENTS (reading));
  printf ("size, %-28s %8.2f MB\n", what, (double) size / 1e6);
}

int
main (int argc, char **argv)
{
  guint64 strokes, revisions;
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingDrawing) drawing = NULL;

  if (argc != 3 || !g_ascii_string_to_unsigned (argv[1], 10, 1, G_MAXINT, &strokes, NULL)
      || !g_ascii_string_to_unsigned (argv[2], 10, 1, MOST - 12, &revisions, NULL))
    {
      fputs ("usage: revision-bench STROKES REVISIONS\n", stderr);
      return 2;
    }
  drawing = bench_drawing_new ((gsize) strokes, BENCH_SEED);
  ring_design_replace (design, drawing);
  write_and_read (drawing, "no revision");
  keep_all (design, (guint) revisions);
  write_and_read (ring_design_get_drawing (design), "with them");
  look_back (design);
  return 0;
}

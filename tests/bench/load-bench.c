/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* load-bench FILE                loads FILE to a model and ends, to be timed from outside
 * load-bench FILE OUT ROUNDS     loads FILE, saves it to OUT, and saves it with the parse-back,
 *                                ROUNDS times in turn; prints the median of each in milliseconds */

#include "ring-file.h"
#include "ring-number.h"
#include "ring-save.h"
#include "ring-svg.h"

#include <stdlib.h>

#define MAX_ROUNDS 1000

typedef enum
{
  LOAD,
  SAVE,
  PROVED_SAVE,
  N_STEPS,
} Step;

static const char *const step_names[N_STEPS] = { "load", "save", "save-with-parse-back" };

static double
milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

static RingDrawing *
load (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = ring_file_read (path, error);
  gsize length;
  const char *data;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  return ring_svg_read (data, length, NULL, error);
}

static gboolean
save (const RingDrawing *drawing, const char *path, gboolean prove, GError **error)
{
  g_autoptr (GBytes) bytes = prove ? ring_file_serialise (drawing, path, error)
                                   : ring_svg_write (drawing, RING_WRITE_DESIGN);

  return bytes != NULL && ring_save_bytes (path, bytes, error);
}

static gboolean
run_round (const char *path, const char *out, double *times, GError **error)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (RingDrawing) drawing = load (path, error);

  times[LOAD] = milliseconds_since (start);
  if (drawing == NULL)
    return FALSE;
  for (Step step = SAVE; step < N_STEPS; step++)
    {
      start = g_get_monotonic_time ();
      if (!save (drawing, out, step == PROVED_SAVE, error))
        return FALSE;
      times[step] = milliseconds_since (start);
    }
  return TRUE;
}

static int
compare_doubles (const void *a, const void *b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return x < y ? -1 : x > y;
}

static void
print_medians (double *times, guint rounds)
{
  g_autofree double *column = g_new (double, rounds);

  for (Step step = LOAD; step < N_STEPS; step++)
    {
      g_autofree char *text = NULL;

      for (guint i = 0; i < rounds; i++)
        column[i] = times[i * N_STEPS + step];
      qsort (column, rounds, sizeof *column, compare_doubles);
      text = ring_number_format (column[rounds / 2], 1);
      g_print ("%s %s\n", step_names[step], text);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree double *times = NULL;
  guint64 rounds = 1;
  gboolean ok = TRUE;

  if ((argc != 2 && argc != 4)
      || (argc == 4 && !g_ascii_string_to_unsigned (argv[3], 10, 1, MAX_ROUNDS, &rounds, NULL)))
    {
      g_printerr ("Usage: load-bench FILE [OUT ROUNDS]\n");
      return 2;
    }
  if (argc == 2)
    {
      /* What xmllint and others free at their end is the system's here; a program that has
       * loaded a design goes on with it. */
      ok = load (argv[1], &error) != NULL;
    }
  else
    {
      times = g_new0 (double, rounds * N_STEPS);
      for (guint i = 0; ok && i < rounds; i++)
        ok = run_round (argv[1], argv[2], times + i * N_STEPS, &error);
      if (ok)
        print_medians (times, (guint) rounds);
    }
  if (!ok)
    g_printerr ("load-bench: %s\n", error->message);
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

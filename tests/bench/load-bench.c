/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* load-bench FILE                loads FILE to a model and ends, to be timed from outside
 * load-bench FILE OUT ROUNDS     loads FILE, saves it to OUT, and saves it with the parse-back,
 *                                ROUNDS times in turn; prints of each the medians of time and CPU, ms */

#include "bench-file.h"
#include "ring-file.h"
#include "ring-number.h"
#include "ring-save.h"
#include "ring-svg.h"

#include <stdlib.h>
#include <time.h>

#define MAX_ROUNDS 1000

typedef enum
{
  LOAD,
  SAVE,
  PROVED_SAVE,
  N_STEPS,
} Step;

static const char *const step_names[N_STEPS] = { "load", "save", "save-with-parse-back" };

typedef struct
{
  double time, cpu; /* milliseconds */
} Cost;

static double
cpu_now (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (double) now.tv_sec * 1e3 + (double) now.tv_nsec / 1e6;
}

static Cost
cost_now (void)
{
  return (Cost){ (double) g_get_monotonic_time () / 1000, cpu_now () };
}

static Cost
cost_since (Cost start)
{
  Cost now = cost_now ();

  return (Cost){ now.time - start.time, now.cpu - start.cpu };
}

static gboolean
save (const RingDrawing *drawing, const char *path, gboolean prove, GError **error)
{
  g_autoptr (GBytes) bytes = prove ? ring_file_serialise (drawing, path, error)
                                   : ring_svg_write (drawing, RING_WRITE_DESIGN);

  return bytes != NULL && ring_save_bytes (path, bytes, error);
}

static gboolean
run_round (const char *path, const char *out, Cost *costs, GError **error)
{
  Cost start = cost_now ();
  g_autoptr (RingDrawing) drawing = bench_file_load (path, error);

  costs[LOAD] = cost_since (start);
  if (drawing == NULL)
    return FALSE;
  for (Step step = SAVE; step < N_STEPS; step++)
    {
      start = cost_now ();
      if (!save (drawing, out, step == PROVED_SAVE, error))
        return FALSE;
      costs[step] = cost_since (start);
    }
  return TRUE;
}

static double
median (double *values, guint n)
{
  qsort (values, n, sizeof *values, bench_compare);
  return values[n / 2];
}

static void
print_medians (const Cost *costs, guint rounds)
{
  g_autofree double *times = g_new (double, rounds);
  g_autofree double *cpu = g_new (double, rounds);

  for (Step step = LOAD; step < N_STEPS; step++)
    {
      g_autofree char *time_text = NULL;
      g_autofree char *cpu_text = NULL;

      for (guint i = 0; i < rounds; i++)
        {
          times[i] = costs[i * N_STEPS + step].time;
          cpu[i] = costs[i * N_STEPS + step].cpu;
        }
      time_text = ring_number_format (median (times, rounds), 1);
      cpu_text = ring_number_format (median (cpu, rounds), 1);
      g_print ("%s %s %s\n", step_names[step], time_text, cpu_text);
    }
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autofree Cost *costs = NULL;
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
      ok = bench_file_load (argv[1], &error) != NULL;
    }
  else
    {
      costs = g_new0 (Cost, rounds * N_STEPS);
      for (guint i = 0; ok && i < rounds; i++)
        ok = run_round (argv[1], argv[2], costs + i * N_STEPS, &error);
      if (ok)
        print_medians (costs, (guint) rounds);
    }
  if (!ok)
    g_printerr ("load-bench: %s\n", error->message);
  return ok ? EXIT_SUCCESS : EXIT_FAILURE;
}

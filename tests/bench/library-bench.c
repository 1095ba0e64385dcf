/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* library-bench N FOLDER: N designs, each of a page with a commission, are written to a hundred folders in FOLDER,
 * as far as they are not there, and indexed; then the index is opened as at a start and searched, copies of one design are looked
 * for, and one design of all changes. Every design has a drawing of its own, but one in a thousand, which has that of the
 * first. Medians of ROUNDS. */
#include "ring-design.h"
#include "ring-edit.h"
#include "ring-library.h"
#include "ring-random.h"
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

/* Forty strokes of fifty samples, as SEED has them. */
static void
add_drawing (RingEdit *edit, const RingDrawing *drawing, guint seed)
{
  RingView *view = ring_drawing_get_view_by_kind (drawing, RING_VIEW_FRONT);
  const char *layer = ring_layer_get_head (ring_view_get_layer_by_role (view, RING_ROLE_INK))->id;
  RingRandom random;

  ring_random_init_seed (&random, seed);
  for (guint i = 0; i < 40; i++)
    {
      RingSample samples[50];
      RingStroke stroke = { .fit = 0.02, .style = { RING_INSTRUMENT_PEN,
                                                    { 0.3, 0.2, RING_PRESSURE_LINEAR, RING_SMOOTHING_EXACT },
                                                    0x000000ff } };
      g_autofree char *id = g_strdup_printf ("saaaaaaaaa%03u", i);
      g_autoptr (RingSamples) list = NULL;
      g_autoptr (RingItem) item = NULL;
      double x = 20 * ring_random_unit (&random) - 10, y = 20 * ring_random_unit (&random) - 10;

      for (guint k = 0; k < G_N_ELEMENTS (samples); k++)
        samples[k] = (RingSample){ .x = x + 0.1 * k, .y = y + 0.2 * ring_random_unit (&random), .pressure = 0.5, .time = 4 * k };
      list = ring_samples_new (samples, G_N_ELEMENTS (samples), 1795000000000);
      stroke.samples = list;
      item = ring_item_new_stroke (id, &stroke);
      ring_edit_append_item (edit, layer, item);
    }
}

static char *
design_path (const char *folder, guint i)
{
  return g_strdup_printf ("%s/%02u/%05u.ring.svg", folder, i % 100, i);
}

static void
write_design (const char *folder, guint i)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "bench");
  g_autofree char *client = g_strdup_printf ("%s %s", firsts[i % 8], lasts[i % 9]);
  g_autofree char *title = g_strdup_printf ("Commission %05u", i);
  g_autofree char *said
      = g_strdup_printf ("Her grandmother’s %s number %u should stay as it is.", species[i % 6], i);
  g_autofree char *path = design_path (folder, i);
  RingRecord *commission = ring_record_new (RING_RECORD_COMMISSION, "c1");
  RingRecord *entry = ring_record_new (RING_RECORD_ENTRY, "e1");
  g_autoptr (GBytes) bytes = NULL;

  ring_record_set (&commission, "title", title);
  ring_record_set (&commission, "client", client);
  ring_record_set (&commission, "status", i % 2 == 0 ? "quoted" : "in-making");
  ring_record_set (&entry, "text", said);
  add_drawing (edit, ring_design_get_drawing (design), i % 1000 == 0 ? 0 : i);
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

/* As the Difference does: the key of a drawing, and who else has it. */
static void
find_twins (RingLibrary *library, GFile *folder)
{
  g_autofree char *path = design_path (g_file_peek_path (folder), 0);
  g_autofree char *text = NULL;
  g_autoptr (RingDrawing) drawing = NULL;
  double times[ROUNDS];
  guint n = 0, found = 0;
  gsize size;

  if (!g_file_get_contents (path, &text, &size, NULL))
    g_error ("%s is not there", path);
  drawing = ring_svg_read (text, size, NULL, NULL);
  for (guint i = 0; i < ROUNDS; i++)
    {
      gint64 start = g_get_monotonic_time ();
      RingTwinKey key = ring_twin_key (drawing);
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) names = ring_library_find_twins (library, folder, &key, "00/00000.ring.svg", &n, &error);

      if (names == NULL)
        g_error ("%s", error->message);
      times[i] = seconds_since (start);
      found = g_strv_length (names);
    }
  qsort (times, ROUNDS, sizeof *times, compare);
  printf ("%-40s %8.4f s, %u of %u designs\n", "copies of one drawing", times[ROUNDS / 2], found, n);
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
      g_autofree char *path = design_path (argv[2], i);
      g_autofree char *below = g_path_get_dirname (path);

      g_mkdir_with_parents (below, 0700);
      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        write_design (argv[2], i);
    }
  library = ring_library_open (index, NULL);
  update (library, folder, "index from nothing");
  open_and_list (index, folder, NULL);
  open_and_list (index, folder, "okafor diam");
  open_and_list (index, folder, "grandm");
  find_twins (library, folder);
  update (library, folder, "look for changes, none");
  write_design (argv[2], 0);
  update (library, folder, "look for changes, one");
  getrusage (RUSAGE_SELF, &usage);
  printf ("peak memory %ld MB\n", usage.ru_maxrss / 1024);
  return 0;
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-path.h"
#include "ring-error.h"
#include "ring-random.h"
#include "ring-test.h"

#include <math.h>
#include <string.h>

static char *
to_text (const RingPath *path, guint decimals)
{
  GString *out = g_string_new (NULL);

  ring_path_to_svg (path, decimals, out);
  return g_string_free (out, FALSE);
}

/* A path that was read has no room to spare. */
static void
test_go_on (void)
{
  g_autoptr (RingPath) path = ring_path_from_svg ("M1 2L3 4z", 0, NULL);
  g_autoptr (RingPath) empty = ring_path_from_svg ("", 0, NULL);
  g_autofree char *text = NULL;
  g_autofree char *other = NULL;

  ring_path_line_to (path, (RingPoint){ 9, 9 });
  ring_path_append (empty, path, NULL);
  text = to_text (path, 3);
  other = to_text (empty, 3);
  g_assert_cmpstr (text, ==, "M1 2l2 2zl8 7");
  g_assert_cmpstr (other, ==, text);
}

/* Each is read, written with three places, and read and written again. */
static void
test_text (void)
{
  static const struct
  {
    const char *in;
    const char *out;
  } cases[] = {
    { "", "" },
    { " none ", "" },
    { "M 0 0", "M0 0" },
    { "m1,2 3,4", "M1 2l3 4" },
    { "M1 1 2 2 3 3", "M1 1l1 1 1 1" },
    { "M0 0H10V5h-10z", "M0 0h10v5H0z" },
    { "M0 0L.5.25-.5-.25", "M0 0l.5.25-1-.5" },
    { "M0 0l0 0", "M0 0h0" },
    { "M5 5M6 6L7 7", "M6 6l1 1" },
    { "M0 0L1 1zL2 3", "M0 0l1 1zl2 3" },
    { "M0 0L1 1zzM2 2", "M0 0l1 1zm2 2" },
    { "M0 0L100.123 200.456L1 2", "M0 0l100.123 200.456L1 2" },
    { "M0 0C1 1 2 1 3 0S5-1 6 0", "M0 0c1 1 2 1 3 0s2-1 3 0" },
    { "M0 0S1 1 2 2", "M0 0s1 1 2 2" },
    { "M0 0Q3 3 6 0T12 0", "M0 0c2 2 4 2 6 0s4-2 6 0" },
    { "M0 0 T3 3", "M0 0s1 1 3 3" },
    { "M0 0A0 5 0 0 1 4 4", "M0 0l4 4" },
    { "M0 0a5 5 0 0110 0", "M0 0c0-2.761 2.239-5 5-5s5 2.239 5 5" },
    { "M1 1A5 5 0 1 1 1 1", "M1 1" },
    { "M.0004 -.0004 L -.0006 1e3", "M0 0-.001 1000" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RingPath) path = ring_path_from_svg (cases[i].in, 0, &error);
      g_autoptr (RingPath) again = NULL;
      g_autofree char *text = NULL;
      g_autofree char *text2 = NULL;

      g_assert_no_error (error);
      text = to_text (path, 3);
      g_assert_cmpstr (text, ==, cases[i].out);
      again = ring_path_from_svg (text, 0, &error);
      g_assert_no_error (error);
      text2 = to_text (again, 3);
      g_assert_cmpstr (text2, ==, text);
    }
}

static void
test_wrong (void)
{
  static const struct
  {
    const char *text;
    RingError code;
  } cases[] = {
    { "L1 1", RING_ERROR_SYNTAX },     { "M", RING_ERROR_SYNTAX },
    { "M1", RING_ERROR_SYNTAX },       { "M1 1 2", RING_ERROR_SYNTAX },
    { "M1 1X", RING_ERROR_SYNTAX },    { "M1 1,", RING_ERROR_SYNTAX },
    { "M1,,1", RING_ERROR_SYNTAX },    { "M0 0C1 1 2 2 3", RING_ERROR_SYNTAX },
    { "M0 0A1 1 0 2 0 1 1", RING_ERROR_SYNTAX }, { "Mnan 0", RING_ERROR_SYNTAX },
    { "M1e400 0", RING_ERROR_SYNTAX }, { "M0 0L100001 0", RING_ERROR_INVALID },
    { "M99999 0l2 0", RING_ERROR_INVALID }, { "nonesuch", RING_ERROR_SYNTAX },
    { "M0 0l1 1 1 1 1 1 1 1 1 1", RING_ERROR_LIMIT }, { "M0 0z1", RING_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ring_path_from_svg (cases[i].text, 5, &error));
      g_assert_error (error, RING_ERROR, (int) cases[i].code);
      g_assert_nonnull (strstr (error->message, "byte"));
    }
}

static RingPath *
make_random (RingRandom *random)
{
  RingPath *path = ring_path_new ();
  guint n = (guint) (ring_random_unit (random) * 20);

  for (guint i = 0; i < n; i++)
    {
      RingPoint p[3];
      double size = ring_random_unit (random) < 0.3 ? 0.01 : 100;

      for (guint k = 0; k < 3; k++)
        p[k] = (RingPoint){ (ring_random_unit (random) - 0.5) * size,
                            (ring_random_unit (random) - 0.5) * size };
      switch ((int) (ring_random_unit (random) * 5))
        {
        case 0: ring_path_move_to (path, p[0]); break;
        case 1: ring_path_line_to (path, p[0]); break;
        case 2: ring_path_close (path); break;
        default: ring_path_curve_to (path, p[0], p[1], p[2]); break;
        }
    }
  return path;
}

/* Reading what was written and writing it again gives the same text; no point moves by more than
 * half a unit of the last place, however long the path. */
static void
test_round_trip (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (11));
  for (guint i = 0; i < 3000; i++)
    {
      guint decimals = i % 7;
      g_autoptr (RingPath) path = make_random (&random);
      g_autofree char *text = to_text (path, decimals);
      g_autoptr (RingPath) again = ring_path_from_svg (text, 0, NULL);
      g_autofree char *text2 = NULL;
      const RingPoint *a, *b;
      gsize n, m;

      g_assert_nonnull (again);
      text2 = to_text (again, decimals);
      g_assert_cmpstr (text, ==, text2);
      a = ring_path_get_points (path, &n);
      b = ring_path_get_points (again, &m);
      g_assert_cmpuint (n, ==, m);
      for (gsize k = 0; k < n; k++)
        g_assert_cmpfloat (MAX (fabs (a[k].x - b[k].x), fabs (a[k].y - b[k].y)), <=,
                           0.5 * pow (10, -(double) decimals) + 1e-9);
    }
}

static void
test_hostile (void)
{
  static const char alphabet[] = "MmLlHhVvCcSsQqTtAaZz0123456789.-+eE, \n";
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (12));
  for (guint i = 0; i < 20000; i++)
    {
      char text[64];
      guint n = (guint) (ring_random_unit (&random) * (sizeof text - 3));
      RingPath *path;

      strcpy (text, "M0");
      for (guint k = 2; k < n; k++)
        text[k] = alphabet[(guint) (ring_random_unit (&random) * (sizeof alphabet - 1))];
      text[MAX (n, 2)] = '\0';
      path = ring_path_from_svg (text, 0, NULL);
      if (path != NULL)
        {
          RingRect bounds = ring_path_get_bounds (path);

          g_assert_true (isfinite (bounds.x0) && isfinite (bounds.y1));
          ring_path_unref (path);
        }
    }
}

/* Values that no file can hold must not break the writer. */
static void
test_write_extreme (void)
{
  g_autoptr (RingPath) path = ring_path_new ();
  g_autofree char *text = NULL;

  ring_path_move_to (path, (RingPoint){ NAN, INFINITY });
  ring_path_line_to (path, (RingPoint){ -1e308, 1e308 });
  ring_path_curve_to (path, (RingPoint){ 1e20, 0 }, (RingPoint){ -INFINITY, 0 },
                      (RingPoint){ 0, 0 });
  text = to_text (path, 9);
  g_assert_null (strpbrk (text, "nf"));
}

static void
test_geometry (void)
{
  g_autoptr (RingPath) ring = ring_path_new ();
  g_autoptr (RingPath) empty = ring_path_new ();
  g_autoptr (RingPath) wave = ring_path_from_svg ("M0 0C0 10 10-10 10 0", 0, NULL);
  g_autoptr (RingPath) moved = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  RingRect b;

  g_assert_true (ring_path_is_empty (empty));
  g_assert_true (ring_rect_is_empty (ring_path_get_bounds (empty)));
  g_assert_false (ring_path_contains (empty, (RingPoint){ 0, 0 }));
  g_assert_true (isinf (ring_path_distance (empty, (RingPoint){ 0, 0 }, TRUE)));

  ring_path_add_ellipse (ring, (RingPoint){ 5, 5 }, 4, 2);
  ring_path_close (ring);
  b = ring_path_get_bounds (ring);
  g_assert_true (b.x0 == 1 && b.y0 == 3 && b.x1 == 9 && b.y1 == 7);
  g_assert_cmpint (abs (ring_path_winding (ring, (RingPoint){ 5, 5 })), ==, 1);
  g_assert_false (ring_path_contains (ring, (RingPoint){ 8.9, 6.9 }));
  g_assert_cmpfloat_with_epsilon (ring_path_distance (ring, (RingPoint){ 5, 5 }, FALSE), 2, 1e-6);
  g_assert_cmpfloat (ring_path_distance (ring, (RingPoint){ 5, 5 }, TRUE), ==, 0);
  g_assert_cmpfloat_with_epsilon (ring_path_distance (ring, (RingPoint){ 12, 5 }, TRUE), 3, 1e-6);

  b = ring_path_get_bounds (wave);
  g_assert_cmpfloat_with_epsilon (b.y1, 5 / sqrt (3), 1e-9);
  g_assert_cmpfloat_with_epsilon (b.y0, -5 / sqrt (3), 1e-9);
  moved = ring_path_transform (wave, &(RingMatrix){ 2, 0, 0, 2, 1, 1 });
  g_assert_cmpfloat_with_epsilon (ring_path_get_bounds (moved).y1, 1 + 10 / sqrt (3), 1e-9);

  lines = ring_path_flatten (wave, 0.001);
  g_assert_cmpuint (lines->len, ==, 1);
  for (guint i = 0; i < ((GArray *) g_ptr_array_index (lines, 0))->len; i++)
    {
      RingPoint p = g_array_index ((GArray *) g_ptr_array_index (lines, 0), RingPoint, i);

      g_assert_cmpfloat (ring_path_distance (wave, p, FALSE), <=, 1e-6);
    }
}

/* Inside and outside, compared with the winding of a fine polygon. */
static void
test_winding (void)
{
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (13));
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (RingPath) path = make_random (&random);
      g_autoptr (GPtrArray) lines = ring_path_flatten (path, 0.001);
      g_autoptr (RingPath) polygon = ring_path_new ();

      for (guint k = 0; k < lines->len; k++)
        {
          GArray *line = g_ptr_array_index (lines, k);

          ring_path_move_to (polygon, g_array_index (line, RingPoint, 0));
          for (guint j = 1; j < line->len; j++)
            ring_path_line_to (polygon, g_array_index (line, RingPoint, j));
          ring_path_close (polygon);
        }
      for (guint k = 0; k < 30; k++)
        {
          RingPoint p = { (ring_random_unit (&random) - 0.5) * 110,
                          (ring_random_unit (&random) - 0.5) * 110 };

          if (ring_path_distance (polygon, p, FALSE) < 0.01)
            continue;
          g_assert_cmpint (ring_path_winding (path, p), ==, ring_path_winding (polygon, p));
        }
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);

  g_test_add_func ("/path/text", test_text);
  g_test_add_func ("/path/go-on", test_go_on);
  g_test_add_func ("/path/wrong", test_wrong);
  g_test_add_func ("/path/round-trip", test_round_trip);
  g_test_add_func ("/path/hostile", test_hostile);
  g_test_add_func ("/path/write-extreme", test_write_extreme);
  g_test_add_func ("/path/geometry", test_geometry);
  g_test_add_func ("/path/winding", test_winding);

  return ring_test_run ();
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Halos, rows, pavé and lines of stones: how many there are and how close they stand. */
#include "ring-layout.h"
#include "ring-sieve.h"
#include "ring-size.h"
#include "ring-test.h"

#include <math.h>

#define LEAST 0.1

static RingBand
band_of (double inside, double thickness, RingProfile profile)
{
  return (RingBand){ .circumference = inside * G_PI,
                     .profile = profile,
                     .width = 2.2,
                     .thickness = thickness };
}

static RingLayout
halo_of (RingCut cut, double length, double width, double d, double gap, double spacing)
{
  return (RingLayout){ .kind = RING_LAYOUT_HALO,
                       .cut = RING_CUT_ROUND,
                       .length = d,
                       .width = d,
                       .depth = 0.6 * d,
                       .spacing = spacing,
                       .rows = 1,
                       .gem_cut = cut,
                       .gem_length = length,
                       .gem_width = width,
                       .gem_place = { .height = 4 },
                       .gap = gap };
}

static RingLayout
row_of (RingLayoutKind kind, double d, double spacing, double arc)
{
  return (RingLayout){ .kind = kind,
                       .cut = RING_CUT_ROUND,
                       .length = d,
                       .width = d,
                       .depth = 0.6 * d,
                       .spacing = spacing,
                       .rows = 1,
                       .arc = arc };
}

static RingVec
centre (const RingLaid *laid, guint i, const RingBand *band)
{
  return ring_place_point (&g_array_index (laid->places, RingPlace, i), ring_band_radius (band),
                           (RingVec){ 0, 0, 0 });
}

static double
between (const RingLaid *laid, guint i, guint k, const RingBand *band)
{
  return ring_vec_length (ring_vec_sub (centre (laid, i, band), centre (laid, k, band)));
}

/* N = floor (pi / asin ((d + s) / 2 r)), r = D/2 + gap + d/2, and the spacing that is left over
 * shared out: 6.5 mm centre, 1.3 mm melee, 0.1 mm each: 17.86, so 17. */
static void
test_round_halo (void)
{
  RingBand band = band_of (17, 1.8, RING_PROFILE_D);
  RingLayout layout = halo_of (RING_CUT_ROUND, 6.5, 6.5, 1.3, 0.1, 0.1);
  RingLaid laid;

  ring_layout_lay (&layout, &band, LEAST, &laid);
  g_assert_cmpuint (laid.places->len, ==, 17);
  g_assert_cmpuint (laid.n_tight, ==, 0);
  for (guint i = 0; i < 17; i++)
    {
      RingVec p = centre (&laid, i, &band);

      /* In the plane of the girdle, 4.0 mm from the middle of the stone. */
      g_assert_cmpfloat_with_epsilon (p.y, ring_band_radius (&band) + 4, 1e-9);
      g_assert_cmpfloat_with_epsilon (hypot (p.x, p.z), 4.0, 1e-3);
      g_assert_cmpfloat_with_epsilon (between (&laid, i, (i + 1) % 17, &band),
                                      8 * sin (G_PI / 17), 1e-3);
    }
  g_assert_cmpfloat_with_epsilon (laid.nearest, 8 * sin (G_PI / 17) - 1.3, 1e-3);
  ring_laid_clear (&laid);
}

/* A second row goes round the first one at the same spacing. */
static void
test_two_rows (void)
{
  RingBand band = band_of (17, 1.8, RING_PROFILE_D);
  RingLayout layout = halo_of (RING_CUT_ROUND, 6.5, 6.5, 1.3, 0.1, 0.3);
  RingLaid laid;

  layout.rows = 2;
  ring_layout_lay (&layout, &band, LEAST, &laid);
  /* pi / asin (1.6 / 8) = 15.6, and pi / asin (1.6 / 11.2) = 21.9. */
  g_assert_cmpuint (laid.places->len, ==, 15 + 21);
  for (guint i = 0; i < laid.places->len; i++)
    {
      RingVec p = centre (&laid, i, &band);

      g_assert_cmpfloat_with_epsilon (hypot (p.x, p.z), i < 15 ? 4.0 : 5.6, 1e-3);
    }
  g_assert_cmpfloat (laid.nearest, >=, 0.3 - 1e-4);
  ring_laid_clear (&laid);
}

/* An oval of 8 x 6 in 1.3 mm melee at 0.2 mm all round: 18 stones. At a gap of 0.1 mm the line is
 * 26.8 mm long, and 17 stones have room at full 0.2 mm. */
static void
test_oval_halo (void)
{
  RingBand band = band_of (17, 1.8, RING_PROFILE_D);
  RingLayout layout = halo_of (RING_CUT_OVAL, 8, 6, 1.3, 0.2, 0.2);
  RingLaid laid;

  ring_layout_lay (&layout, &band, LEAST, &laid);
  g_assert_cmpuint (laid.places->len, ==, 18);
  g_assert_cmpfloat (laid.nearest, >=, 0.2 - 1e-6);
  g_assert_cmpfloat (laid.nearest, <, 0.22);
  ring_laid_clear (&laid);
  layout.gap = 0.1;
  ring_layout_lay (&layout, &band, LEAST, &laid);
  g_assert_cmpuint (laid.places->len, ==, 17);
  ring_laid_clear (&laid);
  layout.count = 18;
  ring_layout_lay (&layout, &band, LEAST, &laid);
  g_assert_cmpuint (laid.places->len, ==, 18);
  g_assert_cmpfloat_with_epsilon (laid.nearest, 0.18, 0.01);
  g_assert_cmpuint (laid.n_tight, ==, 0);
  ring_laid_clear (&laid);
}

/* r = Di/2 + t: US 6 (16.51 mm), 1.8 mm thick: 28 of 2.0 mm at 0.2 mm, 33 of 1.7 mm; half of it is
 * half of them. */
static void
test_eternity (void)
{
  static const struct
  {
    double d, arc;
    guint n;
  } cases[] = { { 2.0, 360, 28 }, { 1.7, 360, 33 }, { 2.0, 180, 14 }, { 1.7, 90, 8 } };
  RingBand band = band_of (16.51, 1.8, RING_PROFILE_D);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RingLayout layout = row_of (RING_LAYOUT_ETERNITY, cases[i].d, 0.2, cases[i].arc);
      RingLaid laid;

      ring_layout_lay (&layout, &band, LEAST, &laid);
      g_assert_cmpuint (laid.places->len, ==, cases[i].n);
      g_assert_cmpint (laid.all_round, ==, cases[i].arc == 360);
      g_assert_cmpfloat (laid.nearest, >=, 0.2 - 1e-6);
      for (guint k = 0; k < laid.places->len; k++)
        g_assert_cmpfloat_with_epsilon (hypot (centre (&laid, k, &band).x,
                                               centre (&laid, k, &band).y),
                                        16.51 / 2 + 1.8, 2e-3);
      ring_laid_clear (&laid);
    }
}

/* What is alike on both sides of the ring is set alike. */
static void
test_symmetry (void)
{
  RingBand band = band_of (16.51, 1.8, RING_PROFILE_D);
  RingLayout layout = row_of (RING_LAYOUT_ETERNITY, 2.0, 0.2, 100);
  RingLaid laid;
  guint n;

  band.base_thickness = 1.2;
  ring_layout_lay (&layout, &band, LEAST, &laid);
  n = laid.places->len;
  for (guint i = 0; i < n; i++)
    {
      RingVec a = centre (&laid, i, &band), b = centre (&laid, n - 1 - i, &band);

      g_assert_cmpfloat_with_epsilon (a.x, -b.x, 1e-5);
      g_assert_cmpfloat_with_epsilon (a.y, b.y, 1e-5);
    }
  ring_laid_clear (&laid);

  layout = halo_of (RING_CUT_PEAR, 9, 6, 1.5, 0.2, 0.15);
  ring_layout_lay (&layout, &band, LEAST, &laid);
  n = laid.places->len;
  for (guint i = 1; i < n; i++)
    g_assert_cmpfloat_with_epsilon (centre (&laid, i, &band).x, -centre (&laid, n - i, &band).x,
                                    1e-4);
  /* One stone stands before the point. */
  g_assert_cmpfloat_with_epsilon (centre (&laid, 0, &band).x, 0, 1e-6);
  g_assert_cmpfloat (centre (&laid, 0, &band).z, >, 4.5);
  ring_laid_clear (&laid);
}

/* Whatever the cut: nobody nearer than asked, all at the distance of the line, and one more would
 * not fit. */
static void
test_halo_of_any_cut (void)
{
  RingBand band = band_of (17, 1.8, RING_PROFILE_D);

  for (guint cut = 0; cut < RING_N_CUTS; cut++)
    {
      RingLayout layout
          = halo_of ((RingCut) cut, 7 * ring_cut_usual_ratio ((RingCut) cut), 7, 1.4, 0.25, 0.15);
      RingLaid laid, more;

      ring_layout_lay (&layout, &band, LEAST, &laid);
      g_assert_cmpuint (laid.places->len, >, 12);
      if (cut != RING_CUT_HEART)
        g_assert_cmpfloat (laid.nearest, >=, 0.15 - 1e-5);
      for (guint i = 0; i < laid.places->len; i++)
        {
          RingVec p = centre (&laid, i, &band);
          double least = G_MAXDOUBLE;

          for (guint k = 0; k < 3600; k++)
            {
              RingPoint q = ring_cut_outline ((RingCut) cut, layout.gem_length, layout.gem_width,
                                              k / 3600.0);

              least = fmin (least, hypot (p.x - q.x, -p.z - q.y));
            }
          g_assert_cmpfloat_with_epsilon (least, 0.25 + 0.7, 0.012);
        }
      layout.count = laid.places->len + 1;
      ring_layout_lay (&layout, &band, LEAST, &more);
      g_assert_cmpfloat (more.nearest, <, 0.15);
      ring_laid_clear (&more);
      ring_laid_clear (&laid);
    }
}

/* A halo goes where its gem goes, tilted, leant and spun: the plane stays that of the girdle. */
static void
test_halo_follows (void)
{
  RingBand band = band_of (17, 1.8, RING_PROFILE_D);
  RingLayout layout = halo_of (RING_CUT_OVAL, 8, 6, 1.3, 0.2, 0.2);
  RingVec origin, normal;
  RingLaid laid;

  layout.gem_place = (RingPlace){ 35, 1.2, 3, 12, -20, 30 };
  origin = ring_place_point (&layout.gem_place, ring_band_radius (&band), (RingVec){ 0, 0, 0 });
  normal = ring_place_direction (&layout.gem_place, (RingVec){ 0, 0, 1 });
  ring_layout_lay (&layout, &band, LEAST, &laid);
  g_assert_cmpuint (laid.places->len, ==, 18);
  for (guint i = 0; i < 18; i++)
    {
      const RingPlace *place = &g_array_index (laid.places, RingPlace, i);
      RingVec up = ring_place_direction (place, (RingVec){ 0, 0, 1 });

      g_assert_cmpfloat_with_epsilon (
          ring_vec_dot (normal, ring_vec_sub (centre (&laid, i, &band), origin)), 0, 1e-6);
      g_assert_cmpfloat_with_epsilon (ring_vec_dot (normal, up), 1, 1e-9);
    }
  ring_laid_clear (&laid);
}

static void
test_pave (void)
{
  RingBand band = band_of (16.51, 1.8, RING_PROFILE_FLAT);
  RingLayout layout = row_of (RING_LAYOUT_PAVE, 1.2, 0.1, 360);
  RingLaid laid;

  band.width = 4;
  layout.rows = 3;
  ring_layout_lay (&layout, &band, LEAST, &laid);
  /* pi / asin (1.3 / (2 x 10.055)) = 48.57 in each row. */
  g_assert_cmpuint (laid.places->len, ==, 3 * 48);
  g_assert_cmpfloat (laid.nearest, >=, 0.1 - 1e-6);
  g_assert_cmpuint (laid.n_tight, ==, 0);
  ring_laid_clear (&laid);

  layout.arc = 120;
  ring_layout_lay (&layout, &band, LEAST, &laid);
  g_assert_cmpuint (laid.places->len, ==, 16 + 15 + 16);
  g_assert_cmpfloat (laid.nearest, >=, 0.1 - 1e-6);
  ring_laid_clear (&laid);

  /* As many rows as lie on 4 mm: 1.2 and twice 1.3 x 0.866 to the sides. */
  layout.rows = 0;
  ring_layout_lay (&layout, &band, LEAST, &laid);
  g_assert_cmpuint (laid.places->len, ==, 16 + 15 + 16);
  ring_laid_clear (&laid);
  layout.rows = 3;

  /* On a dome the outer rows lean outwards. */
  band.profile = RING_PROFILE_D;
  ring_layout_lay (&layout, &band, LEAST, &laid);
  g_assert_cmpfloat (laid.nearest, >=, 0.1 - 1e-6);
  for (guint i = 0; i < laid.places->len; i++)
    {
      const RingPlace *place = &g_array_index (laid.places, RingPlace, i);

      if (fabs (place->offset) > 0.1)
        g_assert_cmpfloat (place->tilt * place->offset, >, 0);
      else
        g_assert_cmpfloat_with_epsilon (place->tilt, 0, 1e-9);
    }
  ring_laid_clear (&laid);
}

static void
test_line (void)
{
  RingBand band = band_of (17, 1.8, RING_PROFILE_FLAT);
  double radius = 17 / 2.0 + 1.8;
  RingPoint circle[72];
  RingLayout layout = row_of (RING_LAYOUT_CURVE, 1.2, 0.15, 0);
  RingLaid laid;

  band.width = 10;
  for (guint i = 0; i < 72; i++)
    circle[i] = (RingPoint){ 3 * cos (i * G_PI / 36) / radius * 180 / G_PI,
                             3 * sin (i * G_PI / 36) };
  layout.points = circle;
  layout.n_points = 72;
  layout.closed = TRUE;
  ring_layout_lay (&layout, &band, LEAST, &laid);
  /* On the flat a circle of 3 mm has room for pi / asin (1.35 / 6) = 13.8. */
  g_assert_cmpuint (laid.places->len, ==, 13);
  g_assert_cmpfloat (laid.nearest, >=, 0.15 - 1e-6);
  ring_laid_clear (&laid);

  /* Straight across the band: 6 mm have room for four. */
  layout.points = (RingPoint[]){ { 10, -3 }, { 10, 3 } };
  layout.n_points = 2;
  layout.closed = FALSE;
  ring_layout_lay (&layout, &band, LEAST, &laid);
  g_assert_cmpuint (laid.places->len, ==, 4);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (g_array_index (laid.places, RingPlace, i).offset,
                                    -2.25 + 1.5 * i, 1e-6);
  ring_laid_clear (&laid);
}

/* A circle wider than the band stays in one piece over it, and does not fall off at the sides. */
static void
test_line_off_band (void)
{
  RingBand band = band_of (17, 1.8, RING_PROFILE_D);
  const RingPoint square[] = { { -15, -3 }, { 15, -3 }, { 15, 3 }, { -15, 3 } };
  RingLayout layout = row_of (RING_LAYOUT_CURVE, 1.2, 0.15, 0);
  RingLaid laid;

  layout.points = square;
  layout.n_points = 4;
  layout.closed = TRUE;
  ring_layout_lay (&layout, &band, LEAST, &laid);
  g_assert_cmpuint (laid.places->len, >, 10);
  for (guint i = 0; i < laid.places->len; i++)
    {
      const RingPlace *place = &g_array_index (laid.places, RingPlace, i);

      g_assert_cmpfloat_with_epsilon (place->height, 1.8, 1e-9);
      g_assert_cmpfloat_with_epsilon (place->tilt, 0, 1e-9);
    }
  ring_laid_clear (&laid);
}

/* Squares and baguettes round a gem touch by their inner corners first. */
static void
test_not_round (void)
{
  RingBand band = band_of (17, 1.8, RING_PROFILE_D);
  RingLayout layout = halo_of (RING_CUT_ROUND, 6.5, 6.5, 1.5, 0.2, 0.1);
  RingLaid laid;

  layout.cut = RING_CUT_BAGUETTE;
  layout.length = 3;
  ring_layout_lay (&layout, &band, LEAST, &laid);
  g_assert_cmpfloat (laid.nearest, >=, 0.1 - 1e-3);
  /* Inner corners on a circle of 3.45 mm. */
  g_assert_cmpuint (laid.places->len, <=, (guint) (2 * G_PI * 3.45 / 1.6));
  g_assert_cmpuint (laid.places->len, >=, 12);
  ring_laid_clear (&laid);

  /* They stand by their width along the line; turned, by their length, and nearer to the gem. */
  for (guint i = 0; i < 2; i++)
    {
      RingVec p;

      layout.turn = i * 90;
      ring_layout_lay (&layout, &band, LEAST, &laid);
      p = centre (&laid, 0, &band);
      g_assert_cmpfloat_with_epsilon (hypot (p.x, p.z), 3.25 + 0.2 + (i == 0 ? 1.5 : 0.75), 1e-2);
      ring_laid_clear (&laid);
    }
}

static void
test_tight (void)
{
  RingBand band = band_of (16.51, 1.8, RING_PROFILE_D);
  RingLayout layout = row_of (RING_LAYOUT_ETERNITY, 2.0, 0.2, 360);
  RingLaid laid;

  layout.count = 31;
  ring_layout_lay (&layout, &band, LEAST, &laid);
  g_assert_cmpuint (laid.places->len, ==, 31);
  g_assert_cmpuint (laid.n_tight, ==, 31);
  g_assert_cmpfloat_with_epsilon (laid.nearest, 2 * 10.055 * sin (G_PI / 31) - 2, 1e-3);
  ring_laid_clear (&laid);
}

/* Both walls together cover an eighth of the stones, and reach up to their tables. */
static void
test_walls (void)
{
  RingBand band = band_of (16.51, 1.8, RING_PROFILE_FLAT);
  RingLayout layout = row_of (RING_LAYOUT_CHANNEL, 2.0, 0.1, 120);
  g_autoptr (RingMetal) walls = NULL;
  double inner = G_MAXDOUBLE, outer = 0, high = 0;

  band.width = 3.2;
  walls = ring_layout_walls (&layout, &band);
  for (guint s = 0; s < walls->sheets->len; s++)
    {
      const RingMetalSheet *sheet = &g_array_index (walls->sheets, RingMetalSheet, s);

      for (guint i = 0; i < sheet->rows * sheet->columns; i++)
        {
          RingVec p = sheet->points[i];

          inner = fmin (inner, fabs (p.z));
          outer = fmax (outer, fabs (p.z));
          high = fmax (high, hypot (p.x, p.y));
        }
    }
  g_assert_cmpfloat_with_epsilon (inner, 1 - 0.125, 1e-9);
  g_assert_cmpfloat_with_epsilon (outer, 1.6, 1e-9);
  g_assert_cmpfloat_with_epsilon (
      high, ring_band_radius (&band) + 1.8 + layout.depth * ring_cut_crown_part (RING_CUT_ROUND),
      1e-9);
}

/* Nothing to lay is no stone, not a crash. */
static void
test_degenerate (void)
{
  RingBand band = band_of (16.51, 1.8, RING_PROFILE_D);
  RingLayout layout = row_of (RING_LAYOUT_CURVE, 2.0, 0.2, 0);
  RingPoint same[] = { { 5, 0 }, { 5, 0 }, { 5, 0 } };
  RingLaid laid;

  ring_layout_lay (&layout, &band, LEAST, &laid);
  g_assert_cmpuint (laid.places->len, ==, 0);
  ring_laid_clear (&laid);
  layout.points = same;
  layout.n_points = 3;
  ring_layout_lay (&layout, &band, LEAST, &laid);
  g_assert_cmpuint (laid.places->len, ==, 0);
  ring_laid_clear (&laid);
  layout.count = 5;
  layout.closed = TRUE;
  ring_layout_lay (&layout, &band, LEAST, &laid);
  g_assert_cmpuint (laid.places->len, ==, 5);
  g_assert_cmpuint (laid.n_tight, ==, 5);
  ring_laid_clear (&laid);
}

static void
test_sieve (void)
{
  g_assert_cmpstr (ring_sieve_find (1.3)->name, ==, "+2.5");
  g_assert_cmpfloat_with_epsilon (ring_sieve_find (1.3)->carat, 0.010, 1e-9);
  g_assert_cmpfloat_with_epsilon (ring_sieve_find (2.0)->carat, 0.035, 1e-9);
  g_assert_cmpstr (ring_sieve_find (0.78)->name, ==, "+4/0");
  g_assert_null (ring_sieve_find (0.7));
  g_assert_null (ring_sieve_find (3.6));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/layout/round-halo", test_round_halo);
  g_test_add_func ("/layout/two-rows", test_two_rows);
  g_test_add_func ("/layout/oval-halo", test_oval_halo);
  g_test_add_func ("/layout/eternity", test_eternity);
  g_test_add_func ("/layout/symmetry", test_symmetry);
  g_test_add_func ("/layout/halo-of-any-cut", test_halo_of_any_cut);
  g_test_add_func ("/layout/halo-follows", test_halo_follows);
  g_test_add_func ("/layout/pave", test_pave);
  g_test_add_func ("/layout/line", test_line);
  g_test_add_func ("/layout/line-off-band", test_line_off_band);
  g_test_add_func ("/layout/not-round", test_not_round);
  g_test_add_func ("/layout/walls", test_walls);
  g_test_add_func ("/layout/tight", test_tight);
  g_test_add_func ("/layout/degenerate", test_degenerate);
  g_test_add_func ("/layout/sieve", test_sieve);
  return ring_test_run ();
}

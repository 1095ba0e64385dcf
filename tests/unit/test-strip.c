/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Settings on the unrolled band: the same picture wherever they sit, where the stone enters the
 * metal and where the setting stands on it. */
#include <math.h>

#include "ring-test.h"
#include "ring-views.h"

#define RADIUS 3.0

static const RingBand band = { 54.4213, RING_PROFILE_FLAT, 8, 2, 0, 0 };

static RingViewsGem
make_gem (double angle, double height)
{
  return (RingViewsGem){ .cut = RING_CUT_ROUND,
                         .length = 2 * RADIUS,
                         .width = 2 * RADIUS,
                         .depth = 0.6 * 2 * RADIUS,
                         .place = { .angle = angle, .height = height } };
}

static RingSetting
propose (RingSettingKind kind, const RingViewsGem *gem)
{
  RingSettingGem held;
  RingSetting setting;

  ring_setting_gem_init (&held, &band, gem->cut, gem->length, gem->width, gem->depth, &gem->place);
  ring_setting_propose (&setting, kind, &held);
  return setting;
}

/* The extent of the lines of ROLE that reach no further than the stone's setting may. */
static RingRect
extent (const RingViewsGem *gem, RingViewsRole role)
{
  RingViewsSpec spec = { band, gem, 1, 0 };
  g_autoptr (GArray) lines = ring_views_lines (&spec, RING_VIEWS_STRIP, 1);
  RingRect bounds = RING_RECT_EMPTY;
  double x = -gem->place.angle / 360 * ring_views_strip_length (&band, FALSE);

  for (guint i = 0; i < lines->len; i++)
    {
      const RingViewsLine *line = &g_array_index (lines, RingViewsLine, i);
      g_autoptr (GPtrArray) parts = ring_path_flatten (line->path, 0.01);

      for (guint k = 0; line->role == role && k < parts->len; k++)
        {
          const GArray *part = g_ptr_array_index (parts, k);

          for (guint n = 0; n < part->len; n++)
            {
              RingPoint p = g_array_index (part, RingPoint, n);

              /* Not the strips' own outlines. */
              if (fabs (p.x - x) < 6 && fabs (p.y) < 3.9)
                bounds = ring_rect_add_point (bounds, (RingPoint){ p.x - x, p.y });
            }
        }
    }
  return bounds;
}

static void
assert_like (RingRect a, RingRect b, double within)
{
  g_assert_cmpfloat_with_epsilon (a.x0, b.x0, within);
  g_assert_cmpfloat_with_epsilon (a.y0, b.y0, within);
  g_assert_cmpfloat_with_epsilon (a.x1, b.x1, within);
  g_assert_cmpfloat_with_epsilon (a.y1, b.y1, within);
}

/* A set stone looks the same on the whole strip, also where the strip ends, and its setting is
 * there. */
static void
test_everywhere (void)
{
  static const double angles[] = { 40, -97, 179, -179.9 };

  for (guint kind = 0; kind < RING_N_SETTING_KINDS; kind++)
    {
      RingViewsGem gem = make_gem (0, 2.6);
      RingSetting setting = propose ((RingSettingKind) kind, &gem);
      RingRect seen, below;

      gem.setting = &setting;
      seen = extent (&gem, RING_VIEWS_OUTLINE);
      below = extent (&gem, RING_VIEWS_HIDDEN);
      for (guint i = 0; i < G_N_ELEMENTS (angles); i++)
        {
          gem.place.angle = angles[i];
          assert_like (extent (&gem, RING_VIEWS_OUTLINE), seen, 0.02);
          assert_like (extent (&gem, RING_VIEWS_HIDDEN), below, 0.02);
        }
    }
}

/* A stone that is sunk enters the metal where its pavilion passes the surface: across the band,
 * where that is straight, as wide as the cone is there. */
static void
test_seat (void)
{
  RingViewsGem gem = make_gem (25, 2.6);
  RingSetting setting = propose (RING_SETTING_FLUSH, &gem);
  g_autoptr (RingSolid) solid = ring_cut_solid (gem.cut, gem.length, gem.width, gem.depth);
  double pavilion = 0, half;
  RingRect seat;

  for (guint i = 0; i < ring_solid_get_n_facets (solid); i++)
    for (guint k = 0; k < ring_solid_get_facet (solid, i)->n_points; k++)
      pavilion = fmax (pavilion, -ring_solid_get_facet (solid, i)->points[k].z);
  half = RADIUS * (1 - (gem.place.height - band.thickness) / pavilion);
  g_assert_true (ring_rect_is_empty (extent (&gem, RING_VIEWS_HIDDEN)));
  gem.setting = &setting;
  seat = extent (&gem, RING_VIEWS_HIDDEN);
  /* The girdle's facets stand a little within its circle. */
  g_assert_cmpfloat_with_epsilon (seat.y1, half, 0.02 * half);
  g_assert_cmpfloat_with_epsilon (seat.y0, -seat.y1, 0.01);
  g_assert_cmpfloat_with_epsilon (seat.x0, -seat.x1, 0.01);
  gem.place.height = band.thickness + pavilion + 0.1;
  g_assert_true (ring_rect_is_empty (extent (&gem, RING_VIEWS_HIDDEN)));
}

/* A round wall stands on a round band in a line that is as wide as the wall across, and longer
 * round: the arc over its width. */
static void
test_foot (void)
{
  RingViewsGem gem = make_gem (-60, 2.6);
  RingSetting setting = propose (RING_SETTING_BEZEL, &gem);
  double r = ring_band_radius (&band) + band.thickness;
  RingRect foot, seen;

  gem.setting = &setting;
  seen = extent (&gem, RING_VIEWS_OUTLINE);
  foot = extent (&gem, RING_VIEWS_HIDDEN);
  g_assert_cmpfloat (seen.y1, >, RADIUS + 0.3);
  g_assert_cmpfloat_with_epsilon (foot.y1, seen.y1, 0.005);
  g_assert_cmpfloat_with_epsilon (foot.x1, r * asin (seen.x1 / r), 0.01);
  g_assert_cmpfloat_with_epsilon (foot.x0, -foot.x1, 0.005);
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/strip/everywhere", test_everywhere);
  g_test_add_func ("/strip/seat", test_seat);
  g_test_add_func ("/strip/foot", test_foot);
  return ring_test_run ();
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Settings: what is proposed, where their metal is, and how much there is of it. */
#include "ring-setting.h"
#include "ring-test.h"
#include "ring-views.h"

#include <math.h>

static const RingBand band = { 54.42, RING_PROFILE_D, 2.2, 1.8, 0, 0 };

static RingSettingGem
gem_of (RingCut cut, double length, double width)
{
  double depth = width * ring_cut_usual_depth (cut);
  RingPlace place = { .height = 0.5 + depth * (1 - ring_cut_crown_part (cut)) };
  RingSettingGem gem;

  ring_setting_gem_init (&gem, &band, cut, length, width, depth, &place);
  return gem;
}

/* The rows of the trade's table. */
static void
test_proposals (void)
{
  static const struct
  {
    RingCut cut;
    double length, width;
    guint claws;
    RingClawShape shape;
    double claw;
  } rows[] = {
    { RING_CUT_ROUND, 0.9, 0.9, 4, RING_CLAW_ROUND, 0.36 },
    { RING_CUT_ROUND, 1.0, 1.0, 4, RING_CLAW_ROUND, 0.4 },
    { RING_CUT_ROUND, 1.3, 1.3, 4, RING_CLAW_ROUND, 0.5 },
    { RING_CUT_ROUND, 1.5, 1.5, 4, RING_CLAW_ROUND, 0.6 },
    { RING_CUT_ROUND, 1.7, 1.7, 4, RING_CLAW_ROUND, 0.7 },
    { RING_CUT_ROUND, 2.5, 2.5, 4, RING_CLAW_ROUND, 0.8 },
    { RING_CUT_ROUND, 6.0, 6.0, 4, RING_CLAW_ROUND, 1.0 },
    { RING_CUT_ROUND, 6.5, 6.5, 6, RING_CLAW_ROUND, 1.0 },
    { RING_CUT_OVAL, 8, 6, 4, RING_CLAW_ROUND, 1.0 },
    { RING_CUT_OVAL, 10, 7.2, 6, RING_CLAW_ROUND, 1.2 },
    { RING_CUT_PRINCESS, 5.5, 5.5, 4, RING_CLAW_V, 1.0 },
    { RING_CUT_CUSHION, 6.5, 6.5, 4, RING_CLAW_DOUBLE, 1.0 },
    { RING_CUT_PEAR, 8, 5.5, 5, RING_CLAW_V, 1.0 },
    { RING_CUT_MARQUISE, 10, 5, 6, RING_CLAW_V, 1.0 },
    { RING_CUT_HEART, 6, 6.3, 5, RING_CLAW_V, 1.0 },
    { RING_CUT_TRILLION, 6, 6, 3, RING_CLAW_V, 1.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RingSettingGem gem = gem_of (rows[i].cut, rows[i].length, rows[i].width);
      RingSetting setting;

      g_test_message ("%s %g", ring_cut_id (rows[i].cut), rows[i].length);
      ring_setting_propose (&setting, RING_SETTING_CLAWS, &gem);
      g_assert_cmpuint (setting.claws, ==, rows[i].claws);
      g_assert_cmpint (setting.shape, ==, rows[i].shape);
      g_assert_cmpfloat_with_epsilon (setting.claw, rows[i].claw, 1e-9);
    }
}

/* Walls lie within what is said of each kind. */
static void
test_walls (void)
{
  for (double size = 0.8; size < 12; size += 0.4)
    {
      RingSettingGem gem = gem_of (RING_CUT_ROUND, size, size);
      RingSetting setting;

      ring_setting_propose (&setting, RING_SETTING_BEZEL, &gem);
      g_assert_true (setting.wall >= 0.5 && setting.wall <= 0.8);
      ring_setting_propose (&setting, RING_SETTING_CHANNEL, &gem);
      g_assert_true (setting.wall >= 0.35 && setting.wall <= 0.8);
      ring_setting_propose (&setting, RING_SETTING_BAR, &gem);
      g_assert_true (setting.wall >= 0.8 && setting.wall <= 1.2);
    }
}

/* Two rails want 0.4 mm between them. */
static void
test_rails (void)
{
  RingSettingGem gem = gem_of (RING_CUT_ROUND, 6.5, 6.5);
  RingSetting setting;

  gem.place.height = gem.surface + 0.5;
  ring_setting_propose (&setting, RING_SETTING_BASKET, &gem);
  g_assert_cmpuint (setting.rails, ==, 1);
  gem.place.height = gem.surface + 6;
  ring_setting_propose (&setting, RING_SETTING_BASKET, &gem);
  g_assert_cmpuint (setting.rails, ==, 2);
}

/* Metal is burnished over a flush stone: all of its girdle lies under the surface. */
static void
test_flush_height (void)
{
  RingSettingGem gem = gem_of (RING_CUT_ROUND, 1.5, 1.5);
  double height = ring_setting_usual_height (RING_SETTING_FLUSH, &gem);

  g_assert_cmpfloat (height, <, gem.surface - 0.12);
  g_assert_cmpfloat (height, >, gem.surface - 0.12 - 0.1 * gem.depth);
}

static void
test_names (void)
{
  for (guint i = 0; i < RING_N_SETTING_KINDS; i++)
    {
      RingSettingKind kind;

      g_assert_true (ring_setting_kind_from_id (ring_setting_kind_id (i), &kind));
      g_assert_cmpuint (kind, ==, i);
    }
  for (guint i = 0; i < RING_N_CLAW_SHAPES; i++)
    {
      RingClawShape shape;

      g_assert_true (ring_claw_shape_from_id (ring_claw_shape_id (i), &shape));
      g_assert_cmpuint (shape, ==, i);
    }
}

/* A square's claws are at its corners; those of a pear begin at its point; six of a round stone
 * are evenly round it. */
static void
test_places (void)
{
  RingSettingGem square = gem_of (RING_CUT_PRINCESS, 5, 5);
  RingSettingGem pear = gem_of (RING_CUT_PEAR, 8, 5);
  RingSettingGem round = gem_of (RING_CUT_ROUND, 6, 6);
  RingPoint p[RING_SETTING_MOST_CLAWS];

  ring_setting_place_claws (&square, 4, p);
  for (guint i = 0; i < 4; i++)
    {
      g_assert_cmpfloat_with_epsilon (fabs (p[i].x), 2.5, 1e-6);
      g_assert_cmpfloat_with_epsilon (fabs (p[i].y), 2.5, 1e-6);
    }
  ring_setting_place_claws (&pear, 5, p);
  g_assert_cmpfloat_with_epsilon (p[0].x, 0, 1e-6);
  g_assert_cmpfloat_with_epsilon (p[0].y, -4, 1e-6);
  for (guint i = 1; i <= 2; i++)
    {
      g_assert_cmpfloat_with_epsilon (p[i].x, -p[5 - i].x, 1e-3);
      g_assert_cmpfloat_with_epsilon (p[i].y, p[5 - i].y, 1e-3);
    }
  ring_setting_place_claws (&round, 6, p);
  for (guint i = 0; i < 6; i++)
    g_assert_cmpfloat_with_epsilon (ring_point_distance (p[i], p[(i + 1) % 6]), 3, 1e-2);
}

static void
foreach_point (const RingMetal *metal, void (*func) (RingVec p, gpointer data), gpointer data)
{
  for (guint s = 0; s < metal->sheets->len; s++)
    {
      const RingMetalSheet *sheet = &g_array_index (metal->sheets, RingMetalSheet, s);

      for (guint i = 0; i < sheet->rows * sheet->columns; i++)
        func (sheet->points[i], data);
    }
}

typedef struct
{
  RingPoint at;      /* a claw's place */
  double near;       /* what is nearer to it in plan belongs to it */
  double size;       /* of the stone */
  double least, top; /* from the middle, and how high */
} Tip;

static void
measure_tip (RingVec p, gpointer data)
{
  Tip *tip = data;

  double crown = 0.025 * tip->size + 0.6745 * (tip->size / 2 - hypot (p.x, p.y));

  /* What is let into the stone is not seen: only what lies on the crown. */
  if (p.z < crown - 0.02 || hypot (p.x - tip->at.x, p.y - tip->at.y) > tip->near)
    return;
  tip->least = fmin (tip->least, hypot (p.x, p.y));
  tip->top = fmax (tip->top, p.z);
}

/* Claws of a round stone reach 30 to 50 % of the way from girdle to table; from 4 mm on they are no
 * higher than the table. */
static void
test_contact (void)
{
  static const RingClawShape shapes[] = { RING_CLAW_ROUND, RING_CLAW_TAB, RING_CLAW_TALON };

  for (guint s = 0; s < G_N_ELEMENTS (shapes); s++)
    for (double size = 2; size <= 10; size += 2)
      {
        RingSettingGem gem = gem_of (RING_CUT_ROUND, size, size);
        RingPoint places[RING_SETTING_MOST_CLAWS];
        g_autoptr (RingMetal) metal = NULL;
        RingSetting setting;

        ring_setting_propose (&setting, RING_SETTING_CLAWS, &gem);
        setting.shape = shapes[s];
        setting.claws = 4;
        metal = ring_setting_build (&setting, &gem);
        ring_setting_place_claws (&gem, 4, places);
        for (guint i = 0; i < 4; i++)
          {
            Tip tip = { places[i], 0.4 * size, size, size, 0 };
            double part;

            foreach_point (metal, measure_tip, &tip);
            /* Claws at the diagonals meet the table at a corner of it. */
            part = (size / 2 - tip.least) / (size / 2 * (1 - 0.57));
            g_test_message ("shape %d size %g part %g", shapes[s], size, part);
            g_assert_true (part >= 0.30 && part <= 0.50);
            if (size >= 4)
              g_assert_cmpfloat (tip.top, <, gem.depth * ring_cut_crown_part (RING_CUT_ROUND));
          }
      }
}

typedef struct
{
  const RingSettingGem *gem;
  double most; /* from the outline */
  double finger; /* from the finger's axis */
} Wall;

static double
from_outline (const RingSettingGem *gem, RingPoint p)
{
  double nearest = G_MAXDOUBLE;

  for (guint i = 0; i < 960; i++)
    {
      RingPoint a = ring_cut_outline (gem->cut, gem->length, gem->width, i / 960.0);
      RingPoint b = ring_cut_outline (gem->cut, gem->length, gem->width, (i + 1) / 960.0);

      nearest = fmin (nearest, ring_point_segment_distance (p, a, b));
    }
  return nearest;
}

static void
measure_wall (RingVec p, gpointer data)
{
  Wall *wall = data;

  wall->most = fmax (wall->most, from_outline (wall->gem, (RingPoint){ p.x, p.y }));
}

static void
measure_finger (RingVec p, gpointer data)
{
  Wall *wall = data;
  RingVec q = ring_place_point (&wall->gem->place, ring_band_radius (wall->gem->band), p);

  wall->finger = fmin (wall->finger, hypot (q.x, q.y));
}

/* A bezel is everywhere as thick as it says: its outside lies that far from the true outline, at
 * corners farther by the mitre. */
static void
test_bezel_follows (void)
{
  for (guint c = 0; c < RING_N_CUTS; c++)
    {
      double ratio = ring_cut_usual_ratio ((RingCut) c);
      RingSettingGem gem = gem_of ((RingCut) c, 5 * ratio, 5);
      g_autoptr (RingMetal) metal = NULL;
      Wall wall = { &gem, 0, G_MAXDOUBLE };
      RingSetting setting;
      gboolean cornered = FALSE;

      ring_setting_propose (&setting, RING_SETTING_BEZEL, &gem);
      metal = ring_setting_build (&setting, &gem);
      foreach_point (metal, measure_wall, &wall);
      for (guint e = 0; e < metal->edges->len && !cornered; e++)
        {
          const RingMetalEdge *edge = &g_array_index (metal->edges, RingMetalEdge, e);

          cornered = fabs (edge->points[0].x - edge->points[edge->n - 1].x) < 1e-6
                     && fabs (edge->points[0].z - edge->points[edge->n - 1].z) > 0.5;
        }
      g_test_message ("%s: %g to %g", ring_cut_id ((RingCut) c), setting.wall, wall.most);
      g_assert_cmpfloat (wall.most, >, setting.wall * 0.99);
      g_assert_cmpfloat (wall.most, <, setting.wall * (cornered ? 3.0 : 1.02));
    }
}

/* Whatever the cut and the kind: nothing comes nearer to the finger than the culet may. */
static void
test_clearance (void)
{
  for (guint k = 0; k < RING_N_SETTING_KINDS; k++)
    for (guint c = 0; c < RING_N_CUTS; c += 3)
      {
        RingSettingGem gem = gem_of ((RingCut) c, 4 * ring_cut_usual_ratio ((RingCut) c), 4);
        RingPlace place = gem.place;
        g_autoptr (RingMetal) metal = NULL;
        Wall wall = { &gem, 0, G_MAXDOUBLE };
        RingSetting setting;

        place.height = ring_setting_usual_height ((RingSettingKind) k, &gem);
        ring_setting_gem_init (&gem, &band, gem.cut, gem.length, gem.width, gem.depth, &place);
        g_assert_cmpfloat (place.height, >=,
                           ring_setting_least_height ((RingSettingKind) k, &gem) - 1e-9);
        ring_setting_propose (&setting, (RingSettingKind) k, &gem);
        metal = ring_setting_build (&setting, &gem);
        foreach_point (metal, measure_finger, &wall);
        g_test_message ("%s %s", ring_setting_kind_id (k), ring_cut_id ((RingCut) c));
        g_assert_cmpuint (metal->sheets->len, >, 0);
        g_assert_cmpfloat (wall.finger, >=, ring_band_radius (&band) + 0.5 - 0.01);
      }
}

/* ------------------------------------------------------------------ volumes */

static void
add_torus (RingMetal *metal, double big, double small)
{
  enum
  {
    ROWS = 180,
    COLUMNS = 48
  };
  g_autofree RingVec *points = g_new (RingVec, ROWS * COLUMNS);

  for (guint i = 0; i < ROWS; i++)
    for (guint j = 0; j < COLUMNS; j++)
      {
        double a = 2 * G_PI * i / ROWS, b = 2 * G_PI * j / COLUMNS;
        double r = big + small * cos (b);

        points[i * COLUMNS + j] = (RingVec){ r * cos (a), r * sin (a), small * sin (b) };
      }
  ring_metal_add_sweep (metal, points, ROWS, COLUMNS, TRUE, NULL, NULL);
}

static void
add_box (RingMetal *metal, RingVec low, RingVec high)
{
  const RingVec points[]
      = { { low.x, low.y, low.z },    { high.x, low.y, low.z }, { high.x, low.y, high.z },
          { low.x, low.y, high.z },   { low.x, high.y, low.z }, { high.x, high.y, low.z },
          { high.x, high.y, high.z }, { low.x, high.y, high.z } };
  const RingCorner corners[4]
      = { RING_CORNER_SHARP, RING_CORNER_SHARP, RING_CORNER_SHARP, RING_CORNER_SHARP };

  ring_metal_add_sweep (metal, points, 2, 4, FALSE, NULL, corners);
}

static void
test_volumes (void)
{
  g_autoptr (RingMetal) torus = ring_metal_new ();
  g_autoptr (RingMetal) boxes = ring_metal_new ();
  g_autoptr (RingMetal) block = ring_metal_new ();
  g_autoptr (RingSolid) stone = ring_cut_solid (RING_CUT_ROUND, 2, 2, 1.2);
  double round = 2 * G_PI * G_PI * 3 * 0.25;

  add_torus (torus, 3, 0.5);
  g_assert_cmpfloat_with_epsilon (ring_metal_volume (torus, NULL, -9), round, 0.01 * round);
  /* Above its middle is half of it. */
  g_assert_cmpfloat_with_epsilon (ring_metal_volume (torus, NULL, 0), round / 2, 0.01 * round);
  /* Two boxes with a third of each in common. */
  add_box (boxes, (RingVec){ 0, 0, 0 }, (RingVec){ 3, 1, 1 });
  add_box (boxes, (RingVec){ 2, 0, 0 }, (RingVec){ 5, 1, 1 });
  g_assert_cmpfloat_with_epsilon (ring_metal_volume (boxes, NULL, -9), 5, 0.1);
  /* A stone within takes its room. */
  add_box (block, (RingVec){ -2, -2, -2 }, (RingVec){ 2, 2, 2 });
  g_assert_cmpfloat_with_epsilon (ring_metal_volume (block, stone, -9),
                                  64 - ring_solid_volume (stone), 0.3);
}

/* A bezel round a round stone is, roughly, a tube: thickness times height times the way round. And
 * two claws more are two claws' metal more. */
static void
test_setting_volumes (void)
{
  RingSettingGem gem = gem_of (RING_CUT_ROUND, 6.5, 6.5);
  double high = gem.place.height - gem.surface;
  RingSetting setting;
  g_autoptr (RingSolid) stone = ring_cut_solid (gem.cut, gem.length, gem.width, gem.depth);
  double tube, four, six, eight;

  ring_setting_propose (&setting, RING_SETTING_BEZEL, &gem);
  tube = G_PI * (pow (3.25 + setting.wall, 2) - 3.25 * 3.25) * high;
  g_assert_cmpfloat (ring_setting_volume (&setting, &gem), >, tube);
  g_assert_cmpfloat (ring_setting_volume (&setting, &gem), <, 1.8 * tube);
  ring_setting_propose (&setting, RING_SETTING_CLAWS, &gem);
  setting.claws = 4;
  four = ring_setting_volume (&setting, &gem);
  setting.claws = 6;
  six = ring_setting_volume (&setting, &gem);
  setting.claws = 8;
  eight = ring_setting_volume (&setting, &gem);
  g_assert_cmpfloat (six, >, four);
  g_assert_cmpfloat_with_epsilon (eight - six, six - four, 0.1 * (six - four));
  /* A stone sunk into the band takes as much away as is under the surface: all of it, when the
   * surface is over the table, but for what the edge adds round it. */
  ring_setting_propose (&setting, RING_SETTING_FLUSH, &gem);
  gem.surface = gem.place.height + gem.depth;
  g_assert_cmpfloat_with_epsilon (ring_setting_volume (&setting, &gem), -ring_solid_volume (stone),
                                  0.01);
  gem.surface = gem.place.height - gem.depth;
  g_assert_cmpfloat (ring_setting_volume (&setting, &gem), >, 0);
}

/* ------------------------------------------------------------------ views */

static RingRect
bounds_of (const GArray *lines, RingViewsRole role)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, RingViewsLine, i).role == role)
      return ring_path_get_bounds (g_array_index (lines, RingViewsLine, i).path);
  return RING_RECT_EMPTY;
}

/* A bezel covers the girdle: from above, no facet is seen nearer to the edge than its lip; from the
 * side the wall hides the pavilion. Views of the same metal agree. */
static void
test_views (void)
{
  RingSettingGem held = gem_of (RING_CUT_ROUND, 6.5, 6.5);
  RingSetting setting;
  RingViewsGem gem = { held.cut, held.length, held.width, held.depth, held.place };
  RingViewsSpec spec = { band, &gem, 1, 0 };
  g_autoptr (GArray) bare = ring_views_lines (&spec, RING_VIEWS_TOP, 1);
  g_autoptr (GArray) top = NULL;
  g_autoptr (GArray) front = NULL;
  g_autoptr (GArray) side = NULL;
  RingRect facets, outline;

  ring_setting_propose (&setting, RING_SETTING_BEZEL, &held);
  gem.setting = &setting;
  top = ring_views_lines (&spec, RING_VIEWS_TOP, 1);
  front = ring_views_lines (&spec, RING_VIEWS_FRONT, 1);
  side = ring_views_lines (&spec, RING_VIEWS_SIDE, 1);
  facets = bounds_of (bare, RING_VIEWS_FACET);
  g_assert_cmpfloat_with_epsilon (facets.y1, 3.25, 0.02);
  facets = bounds_of (top, RING_VIEWS_FACET);
  g_assert_cmpfloat (facets.y1, <, 3.25 - 0.2);
  g_assert_cmpfloat (facets.y1, >, 2);
  outline = bounds_of (top, RING_VIEWS_OUTLINE);
  g_assert_cmpfloat_with_epsilon (outline.y1, 3.25 + setting.wall, 0.02);
  outline = bounds_of (side, RING_VIEWS_OUTLINE);
  g_assert_cmpfloat_with_epsilon (outline.x1, 3.25 + setting.wall, 0.02);
  /* Of the gem only the crown over the wall is left, and the culet under it. */
  facets = bounds_of (front, RING_VIEWS_FACET);
  g_assert_cmpfloat (facets.x1, <, 3);
}

static gboolean
holds (RingRect outer, RingRect inner)
{
  return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1
         && inner.y1 <= outer.y1;
}

/* The lit metal lies within what the lines say is there, and all its tones within the first. */
static void
test_light (void)
{
  RingSettingGem held = gem_of (RING_CUT_OVAL, 8, 6);
  RingSetting setting;
  RingViewsGem gem = { .cut = held.cut,
                       .length = held.length,
                       .width = held.width,
                       .depth = held.depth,
                       .place = held.place,
                       .outline_only = TRUE,
                       .setting = &setting };
  RingViewsSpec spec = { band, &gem, 1, 4 };

  ring_setting_propose (&setting, RING_SETTING_CLAWS, &held);
  for (guint kind = RING_VIEWS_FRONT; kind <= RING_VIEWS_THREE_QUARTER; kind++)
    {
      g_autoptr (GArray) lines = ring_views_lines (&spec, (RingViewsKind) kind, 1);
      g_autoptr (GArray) toned = ring_views_light (&spec, (RingViewsKind) kind);
      RingRect outline = ring_rect_inset (bounds_of (lines, RING_VIEWS_OUTLINE), -0.02);
      RingRect base = ring_path_get_bounds (g_array_index (toned, RingViewsToned, 0).path);

      g_assert_cmpuint (toned->len, ==, RING_VIEWS_N_TONES);
      g_assert_true (holds (outline, base));
      for (guint i = 1; i < RING_VIEWS_N_TONES; i++)
        g_assert_true (
            holds (ring_rect_inset (base, -0.006),
                   ring_path_get_bounds (g_array_index (toned, RingViewsToned, i).path)));
    }
  /* A gem in lines has its setting in lines. */
  gem.outline_only = FALSE;
  {
    g_autoptr (GArray) toned = ring_views_light (&spec, RING_VIEWS_TOP);

    g_assert_cmpuint (toned->len, ==, 0);
  }
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/setting/proposals", test_proposals);
  g_test_add_func ("/setting/walls", test_walls);
  g_test_add_func ("/setting/rails", test_rails);
  g_test_add_func ("/setting/flush-height", test_flush_height);
  g_test_add_func ("/setting/names", test_names);
  g_test_add_func ("/setting/places", test_places);
  g_test_add_func ("/setting/contact", test_contact);
  g_test_add_func ("/setting/bezel-follows", test_bezel_follows);
  g_test_add_func ("/setting/clearance", test_clearance);
  g_test_add_func ("/setting/volumes", test_volumes);
  g_test_add_func ("/setting/setting-volumes", test_setting_volumes);
  g_test_add_func ("/setting/views", test_views);
  g_test_add_func ("/setting/light", test_light);
  return ring_test_run ();
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-lit-gems.h"

#include <string.h>

#include "ring-gem-setting.h"
#include <math.h>
#include <string.h>

#include "ring-gem-layout.h"
#include "ring-gem-view.h"
#include "ring-kept-private.h"
#include "ring-view-lines-private.h"

/* Of a stone among many, how far its picture may be turned from how it is seen, and how its size
 * may differ from the one that its details are chosen for. */
#define TILT_STEP 6.0
#define TURN_STEP 7.5
#define SIZE_STEP 1.2
/* Drawn less wide than this, mm of paper, a round has the facets of a single cut. */
#define SINGLE_CUT 7.0

static void
lit_clear (gpointer data)
{
  g_array_unref (((RingLitGem *) data)->shapes);
}

static int
compare_far (gconstpointer a, gconstpointer b)
{
  const RingLitGem *x = a;
  const RingLitGem *y = b;

  return x->far > y->far ? -1 : x->far < y->far;
}

static void
append_look (GByteArray *key, const RingGemLook *look)
{
  const double numbers[]
      = { look->cut,      look->length,   look->width,    look->depth, look->right.x,
          look->right.y,  look->right.z,  look->up.x,     look->up.y,  look->up.z,
          look->toward.x, look->toward.y, look->toward.z, look->scale, look->sunk };

  g_byte_array_append (key, (const guint8 *) &look->species, sizeof look->species);
  g_byte_array_append (key, (const guint8 *) numbers, sizeof numbers);
}

/* A stone costs some hundredths of a second: those that were made last are kept. A gem that is
 * moved across the band stays the same. */
static RingKept large = { .n = 64 };
static RingKept small = { .n = RING_KEPT_MOST };

static GArray *
shapes_of (const RingGemLook *look, RingKept *kept)
{
  GByteArray *numbers = g_byte_array_new ();
  g_autoptr (GBytes) key = NULL;
  GArray *shapes;

  append_look (numbers, look);
  key = g_byte_array_free_to_bytes (numbers);
  shapes = _ring_kept_find (kept, key);
  if (shapes == NULL)
    {
      shapes = ring_gem_art (look);
      _ring_kept_add (kept, key, shapes);
    }
  return shapes;
}

/* ------------------------------------------------------------------ one of many */

static double
rounded (double value, double step)
{
  return round (value / step) * step;
}

/* A round has its facets eight times over. */
static double
fold (double degrees, gboolean round)
{
  return round ? remainder (degrees, 45) : degrees;
}

/* The camera of LOOK, turned to the nearest of a grid of them. */
static void
turn_to_grid (RingGemLook *look, gboolean is_round)
{
  double tilt = rounded (acos (CLAMP (look->toward.z, -1, 1)) * 180 / G_PI, TILT_STEP);
  double azimuth = atan2 (look->toward.y, look->toward.x) * 180 / G_PI;
  gboolean above = tilt == 0;
  double round_axis = above ? 0 : rounded (azimuth, TURN_STEP);
  double t = tilt * G_PI / 180, a = round_axis * G_PI / 180, r;
  RingVec toward = { sin (t) * cos (a), sin (t) * sin (a), cos (t) };
  RingVec one = { -sin (a), cos (a), 0 };
  RingVec other = ring_vec_cross (toward, one);

  r = atan2 (ring_vec_dot (look->right, other), ring_vec_dot (look->right, one)) * 180 / G_PI;
  r = rounded (above ? fold (r, is_round) : r, TURN_STEP) * G_PI / 180;
  a = fold (round_axis, is_round) * G_PI / 180;
  one = (RingVec){ -sin (a), cos (a), 0 };
  look->toward = (RingVec){ sin (t) * cos (a), sin (t) * sin (a), cos (t) };
  other = ring_vec_cross (look->toward, one);
  look->right = ring_vec_add (ring_vec_scale (one, cos (r)), ring_vec_scale (other, sin (r)));
  look->up = ring_vec_cross (look->toward, look->right);
}

/* About the stone's axis by as many eighths as FOLDED was turned from LOOK: a picture of the round
 * is the same then, but the way from one camera to the other is not. */
static RingVec
unfolded (RingVec p, double degrees)
{
  double c = cos (degrees * G_PI / 180), s = sin (degrees * G_PI / 180);

  return (RingVec){ c * p.x - s * p.y, s * p.x + c * p.y, p.z };
}

/* What takes a picture made by FROM to what LOOK sees: the part of the way between the cameras that
 * lies in the plane of the picture. */
static RingMatrix
way_between (const RingGemLook *from, const RingGemLook *look, double size)
{
  double xx = ring_vec_dot (look->right, from->right) * size;
  double xy = -ring_vec_dot (look->right, from->up) * size;
  double yx = -ring_vec_dot (look->up, from->right) * size;
  double yy = ring_vec_dot (look->up, from->up) * size;

  return (RingMatrix){ xx, yx, xy, yy, 0, 0 };
}

static GArray *
transformed (const GArray *shapes, const RingMatrix *matrix)
{
  GArray *moved = g_array_sized_new (FALSE, FALSE, sizeof (RingGemShape), shapes->len);

  for (guint i = 0; i < shapes->len; i++)
    {
      RingGemShape shape = g_array_index (shapes, RingGemShape, i);

      shape.path = ring_path_transform (shape.path, matrix);
      g_array_append_val (moved, shape);
    }
  return moved;
}

static void
shape_clear (gpointer data)
{
  ring_path_unref (((RingGemShape *) data)->path);
}

/* A hundred stones of a millimetre would each be traced in each view, and anew whenever one drags
 * them. So one picture, of a stone 1 mm wide, serves all that are seen nearly alike, laid over the
 * true outline; exact but for a few degrees. */
static GArray *
shapes_of_small (const RingGemLook *look)
{
  gboolean is_round = look->cut == RING_CUT_ROUND && look->length == look->width;
  double size = look->width;
  RingGemLook grid = *look;
  RingMatrix way;
  g_autoptr (GArray) shapes = NULL;
  GArray *moved;
  double best = -2;

  if (is_round && look->scale * size < SINGLE_CUT)
    grid.cut = RING_CUT_SINGLE;
  grid.many = TRUE;
  grid.length /= size;
  grid.depth /= size;
  grid.width = 1;
  grid.scale = pow (SIZE_STEP, round (log (look->scale * size) / log (SIZE_STEP)));
  turn_to_grid (&grid, is_round);
  shapes = shapes_of (&grid, &small);
  for (int i = 0; is_round && i < 8; i++)
    {
      RingGemLook turned = grid;
      double likeness;

      turned.right = unfolded (grid.right, 45 * i);
      turned.up = unfolded (grid.up, 45 * i);
      likeness = ring_vec_dot (turned.right, look->right) + ring_vec_dot (turned.up, look->up);
      if (likeness > best)
        {
          best = likeness;
          way = way_between (&turned, look, size);
        }
    }
  if (!is_round)
    way = way_between (&grid, look, size);
  moved = transformed (shapes, &way);
  g_array_set_clear_func (moved, shape_clear);
  return moved;
}

/* ------------------------------------------------------------------ a view's */

typedef struct
{
  RingGemLook look;
  RingPoint at;
  double far;
  gboolean small;
} Seen;

/* Of Seen: the lit ones. */
static GArray *
list_seen (const RingDrawing *drawing, const RingViewHead *head)
{
  GArray *list = g_array_new (FALSE, TRUE, sizeof (Seen));
  g_autoptr (GArray) gems = NULL;
  RingViewsKind kind;
  RingSpec spec;

  if (!ring_view_lines_kind (head->kind, &kind))
    return list;
  gems = ring_gem_list_all (drawing, head->ring);
  ring_spec_init (&spec, ring_drawing_find_ring (drawing, head->ring));
  for (guint i = 0; i < gems->len; i++)
    {
      const RingGem *gem = &g_array_index (gems, RingGem, i);
      Seen *seen;

      if (!ring_gem_is_lit (gem, &spec.band, kind))
        continue;
      g_array_set_size (list, list->len + 1);
      seen = &g_array_index (list, Seen, list->len - 1);
      ring_gem_look (gem, &spec.band, kind, head->scale, &seen->look, &seen->at);
      seen->far = -ring_vec_dot (ring_gem_origin (gem, &spec.band), ring_views_toward (kind));
      seen->small = gem->member;
    }
  return list;
}

static GBytes *
key_of (const GArray *list)
{
  GByteArray *key = g_byte_array_new ();

  for (guint i = 0; i < list->len; i++)
    {
      const Seen *seen = &g_array_index (list, Seen, i);
      const double numbers[] = { seen->at.x, seen->at.y, seen->far, seen->small };

      append_look (key, &seen->look);
      g_byte_array_append (key, (const guint8 *) numbers, sizeof numbers);
    }
  return g_byte_array_free_to_bytes (key);
}

static GArray *
make_lit (const GArray *list)
{
  GArray *lit = g_array_new (FALSE, FALSE, sizeof (RingLitGem));

  g_array_set_clear_func (lit, lit_clear);
  for (guint i = 0; i < list->len; i++)
    {
      const Seen *seen = &g_array_index (list, Seen, i);
      RingLitGem one = { .at = seen->at, .far = seen->far };

      one.shapes = seen->small ? shapes_of_small (&seen->look)
                                : shapes_of (&seen->look, &large);
      g_array_append_val (lit, one);
    }
  g_array_sort (lit, compare_far);
  return lit;
}

/* In the order of RingMetalTone for each gem that has any. */
static GArray *
make_metal (const RingDrawing *drawing, const RingViewHead *head, RingViewsKind kind)
{
  g_autoptr (GArray) gems = ring_gem_list_all (drawing, head->ring);
  g_autoptr (GArray) placed = NULL;
  g_autoptr (GArray) toned = NULL;
  GArray *shapes = g_array_new (FALSE, FALSE, sizeof (RingGemShape));
  RingViewsSpec seen = _ring_view_see (drawing, head, kind, &placed);
  RingSpec spec;

  g_array_set_clear_func (shapes, shape_clear);
  ring_spec_init (&spec, ring_drawing_find_ring (drawing, head->ring));
  toned = ring_views_light (&seen, kind);
  for (guint i = 0; i < toned->len; i++)
    {
      const RingViewsToned *one = &g_array_index (toned, RingViewsToned, i);
      const RingGem *gem = &g_array_index (gems, RingGem, one->gem);
      const RingMetalPaint *metal;
      RingSettingChoice choice;
      RingGemShape shape = { ring_path_ref (one->path), 0, 0, FALSE };

      ring_gem_setting_init (&choice, ring_gem_setting_find (drawing, gem->id), gem, &spec.band);
      metal = ring_metal_paint_find_or_usual (ring_setting_choice_alloy (&choice, &spec));
      shape.colour = ring_metal_paint_tone (metal, one->tone);
      g_array_append_val (shapes, shape);
    }
  return shapes;
}

/* The key of the lines, and the metals. */
static GBytes *
metal_key (const RingDrawing *drawing, const RingViewHead *head)
{
  g_autoptr (GBytes) lines = _ring_view_key (drawing, head);
  GByteArray *key = g_byte_array_new ();

  g_byte_array_append (key, g_bytes_get_data (lines, NULL), (guint) g_bytes_get_size (lines));
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const char *alloy = ring_record_get_or (ring_drawing_get_record (drawing, i), "alloy", "");

      g_byte_array_append (key, (const guint8 *) alloy, (guint) strlen (alloy) + 1);
    }
  return g_byte_array_free_to_bytes (key);
}

/* Settings over all gems: what a gem hides of them is not among their shapes. */
static void
add_metal (GArray *lit, const RingDrawing *drawing, const RingViewHead *head, RingViewsKind kind)
{
  static RingKept metals = { .n = 24 };
  g_autoptr (GBytes) key = metal_key (drawing, head);
  RingLitGem one = { .at = { 0, 0 }, .far = -G_MAXDOUBLE };

  one.shapes = _ring_kept_find (&metals, key);
  if (one.shapes == NULL)
    {
      one.shapes = make_metal (drawing, head, kind);
      _ring_kept_add (&metals, key, one.shapes);
    }
  if (one.shapes->len > 0)
    g_array_append_val (lit, one);
  else
    g_array_unref (one.shapes);
}

/* All that the picture depends on. */
static GBytes *
picture_key (const GArray *list, const RingDrawing *drawing, const RingViewHead *head)
{
  g_autoptr (GBytes) gems = key_of (list);
  g_autoptr (GBytes) metal = list->len > 0 ? metal_key (drawing, head) : g_bytes_new (NULL, 0);
  GByteArray *key = g_byte_array_new ();

  g_byte_array_append (key, g_bytes_get_data (gems, NULL), (guint) g_bytes_get_size (gems));
  g_byte_array_append (key, g_bytes_get_data (metal, NULL), (guint) g_bytes_get_size (metal));
  return g_byte_array_free_to_bytes (key);
}

GArray *
ring_lit_gems_list (const RingDrawing *drawing, const RingViewHead *head)
{
  static RingKept kept = { .n = 24 };
  g_autoptr (GArray) list = list_seen (drawing, head);
  g_autoptr (GBytes) key = picture_key (list, drawing, head);
  GArray *lit = _ring_kept_find (&kept, key);
  RingViewsKind kind;

  if (lit == NULL)
    {
      lit = make_lit (list);
      if (lit->len > 0 && ring_view_lines_kind (head->kind, &kind))
        add_metal (lit, drawing, head, kind);
      _ring_kept_add (&kept, key, lit);
    }
  return lit;
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-layout-private.h"

#include <glib/gi18n-lib.h>

#define RADIANS (G_PI / 180)
/* Round the finger, degrees; along a drawn line, mm. */
#define STEP_DEGREES 0.5
#define STEP_MM 0.1
/* Off the top of a dome a stone leans with it, but not further than this. */
#define MOST_TILT 60.0
/* The outline of a stone that is not round, when the air beside it is measured. */
#define OUTLINE 24
/* Girdles whose heights differ by more than this pass each other, mm. */
#define LEVEL 0.3

static const struct
{
  const char *id;
  const char *label;
} kinds[RING_N_LAYOUTS] = {
  { "halo", NC_ ("layout", "Halo") },         { "eternity", NC_ ("layout", "Eternity row") },
  { "channel", NC_ ("layout", "Channel") },   { "pave", NC_ ("layout", "Pavé rows") },
  { "curve", NC_ ("layout", "Along a line") },
};

const char *
ring_layout_kind_id (RingLayoutKind kind)
{
  return kinds[kind].id;
}

const char *
ring_layout_kind_label (RingLayoutKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "layout", kinds[kind].label);
}

gboolean
ring_layout_kind_from_id (const char *id, RingLayoutKind *kind)
{
  for (guint i = 0; i < RING_N_LAYOUTS; i++)
    if (g_strcmp0 (id, kinds[i].id) == 0)
      {
        *kind = (RingLayoutKind) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
ring_layout_is_on_band (RingLayoutKind kind)
{
  return kind != RING_LAYOUT_HALO;
}

/* ------------------------------------------------------------------ each stone */

static gboolean
is_round (const RingLayout *layout)
{
  switch (layout->cut)
    {
    case RING_CUT_ROUND:
    case RING_CUT_OLD_EUROPEAN:
    case RING_CUT_SINGLE:
    case RING_CUT_ROSE:
    case RING_CUT_CABOCHON:
      return fabs (layout->length - layout->width) < 1e-6;
    default:
      return FALSE;
    }
}

/* How far the stone reaches along the line, or ACROSS it, from side to side. */
static double
extent (const RingLayout *layout, gboolean across)
{
  double turn = (layout->turn + (across ? 90 : 0)) * RADIANS;
  double least = 0, most = 0;

  if (is_round (layout))
    return layout->width;
  for (guint i = 0; i < 360; i++)
    {
      RingPoint p = ring_cut_outline (layout->cut, layout->length, layout->width, i / 360.0);
      /* The stone is turned, not the line. */
      double reach = p.x * cos (turn) - p.y * sin (turn);

      least = fmin (least, reach);
      most = fmax (most, reach);
    }
  return most - least;
}

/* ------------------------------------------------------------------ on the band */

static gboolean
leaves_band (const RingLayout *layout, const RingBand *band)
{
  for (guint i = 0; i < layout->n_points; i++)
    if (fabs (layout->points[i].y)
        > ring_band_width (band, layout->points[i].x * RADIANS) / 2)
      return TRUE;
  return FALSE;
}

/* Of the metal over the finger. A line that leaves the band anywhere has no metal under it: all of
 * its stones stand as high as those on the middle of the band. */
static double
surface (const RingLayout *layout, const RingBand *band, double angle, double offset)
{
  double width = ring_band_width (band, angle * RADIANS);

  if (layout->kind == RING_LAYOUT_CURVE && leaves_band (layout, band))
    offset = 0;
  return ring_band_outer (band, angle * RADIANS, CLAMP (2 * offset / width, -1, 1));
}

/* A stone lies on what is below it from side to side. */
static double
slope (const RingLayout *layout, const RingBand *band, double angle, double offset)
{
  double wide = extent (layout, TRUE);
  double edge = ring_band_width (band, angle * RADIANS) / 2;
  double from = fmax (offset - wide / 2, -edge);
  double to = fmin (offset + wide / 2, edge);

  if (to - from < 1e-3)
    return 0;
  from = (surface (layout, band, angle, from) - surface (layout, band, angle, to)) / (to - from);
  return CLAMP (atan (from) / RADIANS, -MOST_TILT, MOST_TILT);
}

static void
add_band_node (GArray *nodes,
               const RingLayout *layout,
               const RingBand *band,
               double angle,
               double offset)
{
  RingPlace place = { .angle = angle,
                      .offset = offset,
                      .height = surface (layout, band, angle, offset) + layout->height };
  RingLineNode node = { ring_place_point (&place, ring_band_radius (band), (RingVec){ 0, 0, 0 }),
                        { angle, offset } };

  g_array_append_val (nodes, node);
}

/* From the right over the top to the left, seen from the front: so a stone's width lies along the
 * line without being turned. */
static GArray *
nodes_round_finger (const RingLayout *layout, const RingBand *band, double from, double arc,
                    double offset)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (RingLineNode));
  guint n = MAX (1, (guint) ceil (arc / STEP_DEGREES));

  for (guint i = 0; i <= n; i++)
    add_band_node (nodes, layout, band, from - arc * i / n, offset);
  return nodes;
}

static void
add_way (GArray *nodes, const RingLayout *layout, const RingBand *band, RingPoint from, RingPoint to)
{
  double way = hypot ((to.x - from.x) * RADIANS * ring_band_reach (band), to.y - from.y);
  guint n = CLAMP ((guint) ceil (way / STEP_MM), 1, 1000);

  for (guint i = 1; i <= n; i++)
    add_band_node (nodes, layout, band, from.x + (to.x - from.x) * i / n,
                   from.y + (to.y - from.y) * i / n);
}

static GArray *
nodes_along_curve (const RingLayout *layout, const RingBand *band)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (RingLineNode));

  for (guint i = 0; i < layout->n_points; i++)
    {
      if (i == 0)
        add_band_node (nodes, layout, band, layout->points[0].x, layout->points[0].y);
      else
        add_way (nodes, layout, band, layout->points[i - 1], layout->points[i]);
    }
  if (layout->closed && layout->n_points > 2)
    add_way (nodes, layout, band, layout->points[layout->n_points - 1], layout->points[0]);
  return nodes;
}

/* ------------------------------------------------------------------ the places */

static RingPlace
place_on_band (const RingLayout *layout, const RingBand *band, const RingLineStop *stop)
{
  double reach = ring_band_radius (band) + surface (layout, band, stop->at.x, stop->at.y);
  /* At rest a gem's x is against the angle and its y against the offset. */
  double x = -stop->along.x * RADIANS * reach;
  double y = -stop->along.y;
  double way = hypot (x, y) > 0 && !is_round (layout) ? atan2 (y, x) / RADIANS : 0;

  return (RingPlace){ .angle = stop->at.x - 360 * ceil ((stop->at.x - 180) / 360),
                      .offset = stop->at.y,
                      .height = surface (layout, band, stop->at.x, stop->at.y) + layout->height,
                      .tilt = slope (layout, band, stop->at.x, stop->at.y),
                      .spin = remainder (way + layout->turn, 360) };
}

/* In the plane of the gem's girdle, and turned as the gem is. */
static RingPlace
place_in_halo (const RingLayout *layout, const RingBand *band, const RingLineStop *stop)
{
  const RingPlace *gem = &layout->gem_place;
  double radius = ring_band_radius (band);
  RingVec p = ring_place_point (gem, radius, (RingVec){ stop->at.x, stop->at.y, layout->height });
  double way = is_round (layout) ? 0 : atan2 (stop->along.y, stop->along.x) / RADIANS;
  double angle = hypot (p.x, p.y) > 1e-9 ? atan2 (-p.x, p.y) / RADIANS : gem->angle;

  return (RingPlace){ .angle = angle,
                      .offset = p.z,
                      .height = hypot (p.x, p.y) - radius,
                      .tilt = gem->tilt,
                      .lean = remainder (gem->lean + gem->angle - angle, 360),
                      .spin = remainder (gem->spin + way + layout->turn, 360) };
}

static void
lay_row (const RingLayout *layout, const RingBand *band, const RingLine *line, guint n,
         RingLaid *laid)
{
  g_autofree RingLineStop *stops = g_new0 (RingLineStop, n + 1);

  _ring_line_stops (line, n, stops);
  for (guint i = 0; i < n; i++)
    {
      RingPlace place = layout->kind == RING_LAYOUT_HALO ? place_in_halo (layout, band, &stops[i])
                                                         : place_on_band (layout, band, &stops[i]);

      g_array_append_val (laid->places, place);
    }
}

/* ------------------------------------------------------------------ the air between */

static gboolean
is_round_stone (const RingLayoutStone *stone)
{
  const RingLayout layout = { .cut = stone->cut, .length = stone->length, .width = stone->width };

  return is_round (&layout);
}

static void
trace_outline (const RingLayoutStone *stone, double radius, RingVec *traced)
{
  for (guint k = 0; k < OUTLINE; k++)
    {
      RingPoint p
          = ring_cut_outline (stone->cut, stone->length, stone->width, (double) k / OUTLINE);

      traced[k] = ring_place_point (&stone->place, radius, (RingVec){ p.x, p.y, 0 });
    }
}

static double
point_to_segment (RingVec p, RingVec a, RingVec b)
{
  RingVec way = ring_vec_sub (b, a);
  double squared = ring_vec_dot (way, way);
  double t = squared > 0 ? CLAMP (ring_vec_dot (ring_vec_sub (p, a), way) / squared, 0, 1) : 0;

  return ring_vec_length (ring_vec_sub (p, ring_vec_mix (a, b, t)));
}

/* How deep points of the outline OTHER lie within that of STONE, in the plane of its girdle; 0 when
 * none does. What passes above or below is not in the way. */
static double
depth_within (const RingLayoutStone *stone, const RingVec *outline, const RingVec *other,
              double radius)
{
  RingVec centre = ring_place_point (&stone->place, radius, (RingVec){ 0, 0, 0 });
  RingVec up = ring_place_direction (&stone->place, (RingVec){ 0, 0, 1 });
  double deepest = 0;

  for (guint i = 0; i < OUTLINE; i++)
    {
      double depth = G_MAXDOUBLE;

      if (fabs (ring_vec_dot (ring_vec_sub (other[i], centre), up)) > LEVEL)
        continue;
      /* Outlines go counter-clockwise, and all but a heart's are convex. */
      for (guint k = 0; k < OUTLINE; k++)
        {
          RingVec edge = ring_vec_sub (outline[(k + 1) % OUTLINE], outline[k]);
          RingVec in = ring_vec_unit (ring_vec_cross (up, edge));

          depth = fmin (depth, ring_vec_dot (ring_vec_sub (other[i], outline[k]), in));
        }
      deepest = fmax (deepest, depth);
    }
  return deepest;
}

double
ring_layout_air (const RingLayoutStone *a, const RingLayoutStone *b, double radius)
{
  RingVec centre_a = ring_place_point (&a->place, radius, (RingVec){ 0, 0, 0 });
  RingVec centre_b = ring_place_point (&b->place, radius, (RingVec){ 0, 0, 0 });
  RingVec way = ring_vec_sub (centre_b, centre_a);
  double length = ring_vec_length (way);
  double least = G_MAXDOUBLE, within;
  RingVec one[OUTLINE], other[OUTLINE];

  if (is_round_stone (a) && is_round_stone (b))
    return length - (a->width + b->width) / 2;
  trace_outline (a, radius, one);
  trace_outline (b, radius, other);
  for (guint i = 0; i < OUTLINE; i++)
    for (guint k = 0; k < OUTLINE; k++)
      {
        least = fmin (least, point_to_segment (one[i], other[k], other[(k + 1) % OUTLINE]));
        least = fmin (least, point_to_segment (other[i], one[k], one[(k + 1) % OUTLINE]));
      }
  within = fmax (depth_within (a, one, other, radius), depth_within (b, other, one, radius));
  return within > 0 ? -within : least;
}

static void
measure (const RingLayout *layout, const RingBand *band, double least, RingLaid *laid)
{
  guint n = laid->places->len;
  double radius = ring_band_radius (band);
  double reach = is_round (layout) ? layout->width : hypot (layout->length, layout->width);
  RingLayoutStone one = { layout->cut, layout->length, layout->width, { 0 } };
  RingLayoutStone other = one;
  g_autofree RingVec *centres = g_new (RingVec, n + 1);

  g_array_set_size (laid->tight, n);
  laid->nearest = G_MAXDOUBLE;
  laid->n_tight = 0;
  for (guint i = 0; i < n; i++)
    {
      g_array_index (laid->tight, gboolean, i) = FALSE;
      centres[i] = ring_place_point (&g_array_index (laid->places, RingPlace, i), radius,
                                     (RingVec){ 0, 0, 0 });
    }
  for (guint i = 0; i < n; i++)
    for (guint k = i + 1; k < n; k++)
      {
        double air = ring_vec_length (ring_vec_sub (centres[k], centres[i])) - reach;

        /* Outlines are looked at only where they could be too near. */
        if (!is_round (layout) && air < fmax (least, layout->spacing))
          {
            one.place = g_array_index (laid->places, RingPlace, i);
            other.place = g_array_index (laid->places, RingPlace, k);
            air = ring_layout_air (&one, &other, radius);
          }
        laid->nearest = fmin (laid->nearest, air);
        if (air < least - 1e-6)
          g_array_index (laid->tight, gboolean, i) = g_array_index (laid->tight, gboolean, k) = TRUE;
      }
  for (guint i = 0; i < n; i++)
    laid->n_tight += g_array_index (laid->tight, gboolean, i);
}

/* ------------------------------------------------------------------ the kinds */

static guint
wanted (const RingLayout *layout, const RingLine *line)
{
  if (layout->count > 0)
    return MIN (layout->count, RING_LAYOUT_MOST);
  return _ring_line_count (line, extent (layout, FALSE) + layout->spacing);
}

/* Takes NODES. Of stones that are not round the chord says not enough: corners of neighbours come
 * closer than their middles. Then there are fewer. */
static guint
lay_line (const RingLayout *layout, const RingBand *band, GArray *nodes, gboolean closed,
          double least, RingLaid *laid)
{
  guint before = laid->places->len;
  RingLine line;
  guint n;

  _ring_line_init (&line, nodes, closed);
  n = wanted (layout, &line);
  lay_row (layout, band, &line, n, laid);
  while (!is_round (layout) && layout->count == 0 && before == 0 && n > 2)
    {
      measure (layout, band, least, laid);
      if (laid->nearest >= layout->spacing - 1e-3)
        break;
      g_array_set_size (laid->places, before);
      lay_row (layout, band, &line, --n, laid);
    }
  _ring_line_clear (&line);
  return n;
}

static GArray *
halo_nodes (const RingLayout *layout, guint row)
{
  double wide = extent (layout, TRUE);
  double d = layout->gap + wide / 2 + row * (wide + layout->spacing);

  return _ring_line_round_gem (layout->gem_cut, layout->gem_length, layout->gem_width,
                               fmax (d, 0.01));
}

static gboolean
is_all_round (const RingLayout *layout)
{
  return layout->arc >= 360 - 1e-6;
}

/* All rows have as many stones as the shortest has room for, so that each stands in the gap of its
 * neighbours; on a part of the circle every other row has one less. */
static guint
count_pave (const RingLayout *layout, const RingBand *band, double apart)
{
  guint n = RING_LAYOUT_MOST;

  for (guint row = 0; row < layout->rows; row++)
    {
      double offset = layout->offset + (row - (layout->rows - 1) / 2.0) * apart;
      RingLine line;

      _ring_line_init (&line,
                       nodes_round_finger (layout, band, layout->angle + layout->arc / 2,
                                           layout->arc, offset),
                       is_all_round (layout));
      n = MIN (n, wanted (layout, &line));
      _ring_line_clear (&line);
    }
  return n;
}

/* Rounds stand as close as in a honeycomb; others are laid like bricks. */
static double
rows_apart (const RingLayout *layout, double chord)
{
  double pitch = extent (layout, TRUE) + layout->spacing;

  if (!is_round (layout))
    return pitch;
  return sqrt (fmax (pitch * pitch - chord * chord / 4, pitch * pitch / 4));
}

/* As many as lie on the band from edge to edge, where it is narrowest. */
static guint
count_rows (const RingLayout *layout, const RingBand *band, double apart)
{
  double width = G_MAXDOUBLE;

  for (int i = -4; i <= 4; i++)
    width = fmin (width, ring_band_width (
                             band, (layout->angle + i * fmin (layout->arc, 360) / 8) * RADIANS));
  width -= 2 * fabs (layout->offset) + extent (layout, TRUE);
  return CLAMP ((int) floor (width / apart + 1e-9) + 1, 1, RING_LAYOUT_MOST_ROWS);
}

static void
lay_pave (const RingLayout *asked, const RingBand *band, RingLaid *laid)
{
  RingLayout filled = *asked;
  const RingLayout *layout = &filled;
  double pitch = extent (layout, FALSE) + layout->spacing;
  double apart = rows_apart (layout, pitch);
  guint n;

  if (filled.rows == 0)
    filled.rows = count_rows (asked, band, apart);
  n = count_pave (layout, band, apart);

  for (guint row = 0; row < layout->rows && n > 0; row++)
    {
      gboolean odd = row % 2 == 1;
      double share = layout->arc / n;
      double offset, from;
      guint here = odd && !is_all_round (layout) ? n - 1 : n;
      RingLine line;

      offset = layout->offset + (row - (layout->rows - 1) / 2.0) * apart;
      from = layout->angle + layout->arc / 2 - (odd ? share / 2 : 0);
      if (is_all_round (layout))
        from -= layout->arc / 2;
      _ring_line_init (&line,
                       nodes_round_finger (layout, band, from, here < n ? share * here : layout->arc,
                                           offset),
                       is_all_round (layout));
      lay_row (layout, band, &line, here, laid);
      _ring_line_clear (&line);
    }
}

/* All round, the first stone stands at ANGLE. */
static GArray *
row_nodes (const RingLayout *layout, const RingBand *band)
{
  double from = layout->angle + (is_all_round (layout) ? 0 : layout->arc / 2);

  return nodes_round_finger (layout, band, from, fmin (layout->arc, 360), layout->offset);
}

void
ring_layout_lay (const RingLayout *layout, const RingBand *band, double least, RingLaid *laid)
{
  *laid = (RingLaid){ .places = g_array_new (FALSE, FALSE, sizeof (RingPlace)),
                      .tight = g_array_new (FALSE, FALSE, sizeof (gboolean)) };
  switch (layout->kind)
    {
    case RING_LAYOUT_HALO:
      for (guint row = 0; row < MAX (layout->rows, 1); row++)
        lay_line (layout, band, halo_nodes (layout, row), TRUE, least, laid);
      break;
    case RING_LAYOUT_PAVE:
      lay_pave (layout, band, laid);
      laid->all_round = is_all_round (layout);
      break;
    case RING_LAYOUT_CURVE:
      if (layout->n_points > 1)
        lay_line (layout, band, nodes_along_curve (layout, band),
                  layout->closed && layout->n_points > 2, least, laid);
      break;
    case RING_LAYOUT_ETERNITY:
    case RING_LAYOUT_CHANNEL:
    default:
      lay_line (layout, band, row_nodes (layout, band), is_all_round (layout), least, laid);
      laid->all_round = is_all_round (layout);
      break;
    }
  measure (layout, band, least, laid);
}

void
ring_laid_clear (RingLaid *laid)
{
  g_clear_pointer (&laid->places, g_array_unref);
  g_clear_pointer (&laid->tight, g_array_unref);
}

GArray *
ring_layout_line (const RingLayout *layout, const RingBand *band)
{
  GArray *line = g_array_new (FALSE, FALSE, sizeof (RingVec));
  g_autoptr (GArray) nodes = NULL;

  if (layout->kind == RING_LAYOUT_HALO)
    nodes = halo_nodes (layout, 0);
  else if (layout->kind == RING_LAYOUT_CURVE)
    nodes = nodes_along_curve (layout, band);
  else
    nodes = row_nodes (layout, band);
  for (guint i = 0; i < nodes->len; i++)
    {
      RingVec p = g_array_index (nodes, RingLineNode, i).p;

      if (layout->kind == RING_LAYOUT_HALO)
        p = ring_place_point (&layout->gem_place, ring_band_radius (band),
                              (RingVec){ p.x, p.y, layout->height });
      g_array_append_val (line, p);
    }
  return line;
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-setting-private.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  const char *id;
  const char *label;
} Name;

static const Name kinds[RING_N_SETTING_KINDS] = {
  [RING_SETTING_CLAWS] = { "claws", NC_ ("setting", "Claws") },
  [RING_SETTING_BASKET] = { "basket", NC_ ("setting", "Basket") },
  [RING_SETTING_PEG] = { "peg", NC_ ("setting", "Peg head") },
  [RING_SETTING_BEZEL] = { "bezel", NC_ ("setting", "Bezel") },
  [RING_SETTING_HALF_BEZEL] = { "half-bezel", NC_ ("setting", "Half bezel") },
  [RING_SETTING_COLLET] = { "collet", NC_ ("setting", "Collet") },
  [RING_SETTING_CHANNEL] = { "channel", NC_ ("setting", "Channel walls") },
  [RING_SETTING_BAR] = { "bar", NC_ ("setting", "Bars") },
  [RING_SETTING_FLUSH] = { "flush", NC_ ("setting", "Flush") },
};

static const Name shapes[RING_N_CLAW_SHAPES] = {
  [RING_CLAW_ROUND] = { "round", NC_ ("claw", "Round") },
  [RING_CLAW_TAB] = { "tab", NC_ ("claw", "Tab") },
  [RING_CLAW_TALON] = { "talon", NC_ ("claw", "Talon") },
  [RING_CLAW_DOUBLE] = { "double", NC_ ("claw", "Double") },
  [RING_CLAW_V] = { "v", NC_ ("claw", "V on points") },
};

/* What a peg head needs below its culet. */
#define OVER_PEG 0.7
/* A stone whose girdle would be in the band is lifted over it by this. */
#define OVER_BAND 0.3
/* Between channel walls or bars it lies about at the band's surface: at most so much of the depth
 * under it. */
#define UNDER_CHANNEL 0.2
/* A flush stone's girdle lies just under the metal that is burnished over it. */
#define FLUSH_UNDER 0.12

void
ring_setting_gem_init (RingSettingGem *gem,
                       const RingBand *band,
                       RingCut cut,
                       double length,
                       double width,
                       double depth,
                       const RingPlace *place)
{
  double angle = place->angle * G_PI / 180;
  double half = ring_band_width (band, angle) / 2;

  *gem = (RingSettingGem){ cut, length, width, depth, *place, band, 0 };
  gem->surface = ring_band_outer (band, angle, CLAMP (place->offset / half, -1, 1));
}

static gboolean
find (const Name *names, guint n, const char *id, guint *found)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (names[i].id, id) == 0)
      {
        *found = i;
        return TRUE;
      }
  return FALSE;
}

const char *
ring_setting_kind_id (RingSettingKind kind)
{
  return kinds[kind].id;
}

const char *
ring_setting_kind_label (RingSettingKind kind)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "setting", kinds[kind].label);
}

gboolean
ring_setting_kind_from_id (const char *id, RingSettingKind *kind)
{
  guint found;

  if (!find (kinds, RING_N_SETTING_KINDS, id, &found))
    return FALSE;
  *kind = (RingSettingKind) found;
  return TRUE;
}

const char *
ring_claw_shape_id (RingClawShape shape)
{
  return shapes[shape].id;
}

const char *
ring_claw_shape_label (RingClawShape shape)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "claw", shapes[shape].label);
}

gboolean
ring_claw_shape_from_id (const char *id, RingClawShape *shape)
{
  guint found;

  if (!find (shapes, RING_N_CLAW_SHAPES, id, &found))
    return FALSE;
  *shape = (RingClawShape) found;
  return TRUE;
}

gboolean
ring_setting_has_claws (RingSettingKind kind)
{
  return kind <= RING_SETTING_PEG;
}

gboolean
ring_setting_has_wall (RingSettingKind kind)
{
  return kind >= RING_SETTING_BEZEL && kind <= RING_SETTING_BAR;
}

gboolean
ring_setting_has_rails (RingSettingKind kind)
{
  return kind <= RING_SETTING_PEG;
}

RingSettingKind
ring_setting_usual_kind (RingCut cut)
{
  switch (cut)
    {
    case RING_CUT_CABOCHON:
    case RING_CUT_SUGARLOAF:
    case RING_CUT_ROSE:
      return RING_SETTING_BEZEL;
    case RING_CUT_BAGUETTE:
    case RING_CUT_TAPERED_BAGUETTE:
      return RING_SETTING_CHANNEL;
    default:
      return RING_SETTING_CLAWS;
    }
}

/* ------------------------------------------------------------------ proposals */

typedef struct
{
  double least; /* from this size on */
  double value;
} Step;

static double
step_up (const Step *steps, guint n, double size)
{
  for (guint i = 0; i < n; i++)
    if (size >= steps[i].least)
      return steps[i].value;
  return steps[n - 1].value;
}

/* How large a stone is for a setter: the side of a square, or round, of the same area. */
static double
size_of (const RingSettingGem *gem)
{
  return sqrt (gem->length * gem->width);
}

/* JewelCraft's presets up to 2.5 mm, and 0.4 of the size below 1 mm. For a centre stone of 6.5 mm
 * one source has 0.9 to 1.2 mm at the base (thekaratstore.us), another 1.4 to 1.8
 * (jewellersreviews.com): the former, in its middle; and a little more from 8 mm on. */
static double
claw_of (const RingSettingGem *gem)
{
  static const Step steps[] = { { 8, 1.2 },   { 5, 1.0 },   { 2.5, 0.8 }, { 1.7, 0.7 },
                                { 1.5, 0.6 }, { 1.2, 0.5 }, { 1.0, 0.4 } };
  double size = fmin (gem->length, gem->width);

  return size < 1.0 ? 0.4 * size : step_up (steps, G_N_ELEMENTS (steps), size_of (gem));
}

/* Four to about 1.5 ct, which as a round is 7.4 mm; six for rounds from 1 ct, 6.5 mm. Pears five
 * with a V at the tip, marquises six with two, hearts five, triangles three; shields and hexagons
 * one for each corner. */
static guint
claws_of (const RingSettingGem *gem)
{
  switch (gem->cut)
    {
    case RING_CUT_ROUND:
    case RING_CUT_OLD_EUROPEAN:
    case RING_CUT_SINGLE:
    case RING_CUT_ROSE:
    case RING_CUT_CABOCHON:
      return gem->width >= 6.5 ? 6 : 4;
    case RING_CUT_OVAL:
      return size_of (gem) > 7.4 ? 6 : 4;
    case RING_CUT_PEAR:
    case RING_CUT_BRIOLETTE:
    case RING_CUT_HEART:
    case RING_CUT_SHIELD:
      return 5;
    case RING_CUT_MARQUISE:
    case RING_CUT_HEXAGON:
      return 6;
    case RING_CUT_TRILLION:
    case RING_CUT_TRILLIANT:
    case RING_CUT_TRIANGLE:
      return 3;
    default:
      return 4;
    }
}

/* Points want a V; cushions, whose corners let them turn, double claws (Stuller). Small stones have
 * no room for either. */
static RingClawShape
shape_of (const RingSettingGem *gem)
{
  switch (gem->cut)
    {
    case RING_CUT_CUSHION:
    case RING_CUT_OLD_MINE:
      return size_of (gem) >= 4 ? RING_CLAW_DOUBLE : RING_CLAW_ROUND;
    case RING_CUT_PRINCESS:
    case RING_CUT_SQUARE:
    case RING_CUT_PEAR:
    case RING_CUT_BRIOLETTE:
    case RING_CUT_MARQUISE:
    case RING_CUT_HEART:
    case RING_CUT_TRILLION:
    case RING_CUT_TRILLIANT:
    case RING_CUT_TRIANGLE:
    case RING_CUT_KITE:
    case RING_CUT_LOZENGE:
    case RING_CUT_SHIELD:
    case RING_CUT_HEXAGON:
    case RING_CUT_HALF_MOON:
      return RING_CLAW_V;
    default:
      return RING_CLAW_ROUND;
    }
}

/* Bezels 0.5 to 0.8 mm as they are cast; channels comfortably 0.6 to 0.8, 0.35 seen with stones of
 * 0.8 mm; bars 0.8 to 1.2. */
static double
wall_of (RingSettingKind kind, const RingSettingGem *gem)
{
  static const Step bezels[] = { { 6, 0.8 }, { 4, 0.7 }, { 3, 0.6 }, { 0, 0.5 } };
  static const Step channels[] = { { 3, 0.8 }, { 2, 0.7 }, { 1.3, 0.6 }, { 0, 0.4 } };
  static const Step bars[] = { { 5, 1.2 }, { 3, 1.0 }, { 0, 0.8 } };
  double size = size_of (gem);

  if (kind == RING_SETTING_CHANNEL)
    return step_up (channels, G_N_ELEMENTS (channels), size);
  if (kind == RING_SETTING_BAR)
    return step_up (bars, G_N_ELEMENTS (bars), size);
  return step_up (bezels, G_N_ELEMENTS (bezels), size);
}

/* A basket has two rails where there is room for two with 0.4 mm between (Stuller). */
static guint
rails_of (RingSettingKind kind, const RingSettingGem *gem, double rail)
{
  double drop = gem->place.height - gem->surface;
  double pavilion = gem->depth * (1 - ring_cut_crown_part (gem->cut));

  if (kind == RING_SETTING_BASKET)
    return drop - 0.30 * pavilion >= 2 * rail + 0.4 ? 2 : 1;
  return 1;
}

void
ring_setting_propose (RingSetting *setting, RingSettingKind kind, const RingSettingGem *gem)
{
  *setting = (RingSetting){ .kind = kind,
                            .claws = claws_of (gem),
                            .shape = shape_of (gem),
                            .claw = claw_of (gem),
                            .wall = wall_of (kind, gem),
                            .cover = 0.5 };
  setting->rail = fmin (0.8, fmax (0.3, setting->claw));
  setting->rails = rails_of (kind, gem, setting->rail);
}

double
ring_setting_least_height (RingSettingKind kind, const RingSettingGem *gem)
{
  double pavilion = gem->depth * (1 - ring_cut_crown_part (gem->cut));

  return pavilion + (kind == RING_SETTING_PEG ? gem->surface + OVER_PEG : RING_SETTING_CLEARANCE);
}

double
ring_setting_usual_height (RingSettingKind kind, const RingSettingGem *gem)
{
  double least = ring_setting_least_height (kind, gem);
  double girdle
      = gem->depth * ring_cut_usual_proportions (gem->cut).girdle / ring_cut_usual_depth (gem->cut);

  if (kind == RING_SETTING_FLUSH)
    return fmax (least, gem->surface - girdle - FLUSH_UNDER);
  if (kind == RING_SETTING_CHANNEL || kind == RING_SETTING_BAR)
    least = fmax (least, gem->surface - UNDER_CHANNEL * gem->depth);
  else
    least = fmax (least, gem->surface + OVER_BAND);
  return fmax (least, gem->place.height);
}

RingMetal *
ring_setting_build (const RingSetting *setting, const RingSettingGem *gem)
{
  RingMetal *metal = ring_metal_new ();
  RingSeat seat;

  _ring_seat_init (&seat, gem);
  switch (setting->kind)
    {
    case RING_SETTING_BEZEL:
    case RING_SETTING_HALF_BEZEL:
    case RING_SETTING_COLLET:
      _ring_setting_add_bezel (metal, setting, &seat);
      break;
    case RING_SETTING_CHANNEL:
    case RING_SETTING_BAR:
      _ring_setting_add_walls (metal, setting, &seat);
      break;
    case RING_SETTING_FLUSH:
      _ring_setting_add_flush (metal, &seat);
      break;
    case RING_SETTING_CLAWS:
    case RING_SETTING_BASKET:
    case RING_SETTING_PEG:
    default:
      _ring_setting_add_claws (metal, setting, &seat);
      break;
    }
  _ring_seat_clear (&seat);
  return metal;
}

/* Of the prism between a triangle and z = 0, as far as it is under LEVEL: with the sign of the
 * triangle's side that is turned up. */
static double
prism_below (RingVec a, RingVec b, RingVec c, double level)
{
  RingVec p[3] = { a, b, c };
  RingVec low[4];
  double area = (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x);
  double volume = area / 2 * level;
  guint n = 0;

  for (guint i = 0; i < 3; i++)
    {
      double h = level - p[i].z;
      double next = level - p[(i + 1) % 3].z;

      if (h >= 0)
        low[n++] = p[i];
      if ((h < 0 && next > 0) || (h > 0 && next < 0))
        low[n++] = ring_vec_mix (p[i], p[(i + 1) % 3], h / (h - next));
    }
  for (guint i = 1; i + 1 < n; i++)
    {
      RingVec q = low[0], r = low[i], s = low[i + 1];

      area = (r.x - q.x) * (s.y - q.y) - (r.y - q.y) * (s.x - q.x);
      volume += area / 2 * ((q.z + r.z + s.z) / 3 - level);
    }
  return volume;
}

/* Of the stone, under LEVEL. */
static double
sunk_volume (const RingSolid *stone, double level)
{
  double volume = 0;

  for (guint f = 0; f < ring_solid_get_n_facets (stone); f++)
    {
      const RingFacet *facet = ring_solid_get_facet (stone, f);

      for (guint k = 1; k + 1 < facet->n_points; k++)
        volume += prism_below (facet->points[0], facet->points[k], facet->points[k + 1], level);
    }
  return volume;
}

/* The stone takes its room out of the band that it is sunk into; what is drilled away below it is
 * not known. */
double
ring_setting_volume (const RingSetting *setting, const RingSettingGem *gem)
{
  g_autoptr (RingMetal) metal = ring_setting_build (setting, gem);
  double volume;
  RingSeat seat;

  _ring_seat_init (&seat, gem);
  volume = ring_metal_volume (metal, seat.solid, gem->surface - gem->place.height);
  if (setting->kind == RING_SETTING_FLUSH)
    volume -= sunk_volume (seat.solid, gem->surface - gem->place.height);
  _ring_seat_clear (&seat);
  return volume;
}

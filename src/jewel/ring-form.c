/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-form.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-distance.h"
#include "ring-swell.h"

static const struct
{
  const char *id, *label;
} forms[RING_N_FORMS] = {
  [RING_FORM_HALF_ROUND] = { "half-round", NC_ ("form", "Half-round") },
  [RING_FORM_FLAT] = { "flat", NC_ ("form", "Flat") },
  [RING_FORM_KNIFE] = { "knife", NC_ ("form", "Knife edge") },
  [RING_FORM_CONCAVE] = { "concave", NC_ ("form", "Concave") },
  [RING_FORM_WIRE] = { "wire", NC_ ("form", "Wire") },
  [RING_FORM_PLAIN] = { "plain", NC_ ("form", "Plain colour") },
};

const char *
ring_form_id (RingForm form)
{
  g_return_val_if_fail ((guint) form < RING_N_FORMS, NULL);
  return forms[form].id;
}

const char *
ring_form_label (RingForm form)
{
  g_return_val_if_fail ((guint) form < RING_N_FORMS, NULL);
  return forms[form].label;
}

gboolean
ring_form_find (const char *id, RingForm *form)
{
  for (guint i = 0; i < RING_N_FORMS; i++)
    if (g_strcmp0 (id, forms[i].id) == 0)
      {
        *form = (RingForm) i;
        return TRUE;
      }
  return FALSE;
}

/* Light from the upper left, 45 degrees up from the paper; y runs down here. HALF is half way to
 * the viewer: what faces that way shows the light itself. */
#define SLANT 0.70710678118654752
#define HALF_SIDE 0.38268343236508977
#define HALF_UP 0.92387953251128674

/* A place on the form. */
typedef struct
{
  double side; /* the slope towards the light: 1 for a wall that faces it, -1 for one turned away */
  double up;   /* the part of the normal that faces the viewer */
  double steep; /* 0 on the crest, 1 at the edge */
  double turn;  /* the direction that the slope faces: 1 towards the light, -1 away */
  double bevel; /* the part of a bevel's width that lies between here and its inner edge */
  double run;   /* 0 to 1 through the region, the way the light goes */
} Place;

/* How much a tone holds there: above 0 within its shape, in parts of the form's radius. */
typedef double (*ToneFunc) (const Place *place);

/* Surfaces that are round throughout. Lambert's law for shades, half way to the light for lights.
 */

static double
lambert (const Place *p)
{
  return SLANT * p->up + SLANT * p->side;
}

static double
shine (const Place *p)
{
  return HALF_UP * p->up + HALF_SIDE * p->side;
}

static double
round_shade (const Place *p)
{
  return 0.50 - lambert (p);
}

static double
round_deep (const Place *p)
{
  return 0.20 - lambert (p);
}

static double
round_reflected (const Place *p)
{
  return -p->side - 0.76;
}

static double
round_light (const Place *p)
{
  return shine (p) - 0.945;
}

static double
round_highlight (const Place *p)
{
  return shine (p) - 0.988;
}

/* A wire turns farther: its lights are narrower, its dark line and what it reflects broader. */

static double
wire_deep (const Place *p)
{
  return 0.27 - lambert (p);
}

static double
wire_light (const Place *p)
{
  return shine (p) - 0.962;
}

static double
wire_highlight (const Place *p)
{
  return shine (p) - 0.9925;
}

/* A knife edge has two flanks, each of one tone where it runs straight; where it turns, the tones
 * end in points, as a brush leaves them. The crest catches the light. Times steep, for on the crest
 * a flank becomes the other. */

#define TAPER 0.3
#define CREST 0.075

static double
flank (const Place *p)
{
  return p->turn + TAPER * (p->steep - 0.5);
}

static double
knife_shade (const Place *p)
{
  return p->steep * (-0.18 - flank (p));
}

static double
knife_deep (const Place *p)
{
  return p->steep * (-0.72 - flank (p));
}

static double
knife_light (const Place *p)
{
  return p->steep * (flank (p) - 0.32);
}

static double
knife_highlight (const Place *p)
{
  return fmax (p->steep * (flank (p) - 0.86), CREST - p->steep);
}

/* A flat face shows straight streaks of the room across it, and a bevel along its edge that is
 * light or dark as it turns. */

#define BEVEL 0.24      /* its width, parts of the region's greatest depth */
#define MOST_BEVEL 0.45 /* of the form's radius there */

static double
bevel (const Place *p, double turned)
{
  return fmin (p->bevel, turned);
}

static double
streak (const Place *p, double from, double to)
{
  return fmin (fmin (p->run - from, to - p->run), -p->bevel);
}

static double
flat_shade (const Place *p)
{
  return bevel (p, -0.2 - p->turn);
}

static double
flat_deep (const Place *p)
{
  return bevel (p, -0.75 - p->turn);
}

static double
flat_light (const Place *p)
{
  return fmax (bevel (p, p->turn - 0.15), fmax (streak (p, 0.17, 0.33), streak (p, 0.70, 0.80)));
}

static double
flat_highlight (const Place *p)
{
  return fmax (bevel (p, p->turn - 0.8), streak (p, 0.36, 0.39));
}

static const ToneFunc form_tones[RING_N_FORMS][RING_N_METAL_TONES] = {
  [RING_FORM_HALF_ROUND]
  = { NULL, round_shade, round_deep, round_reflected, round_light, round_highlight },
  [RING_FORM_FLAT] = { NULL, flat_shade, flat_deep, NULL, flat_light, flat_highlight },
  [RING_FORM_KNIFE] = { NULL, knife_shade, knife_deep, NULL, knife_light, knife_highlight },
  [RING_FORM_CONCAVE]
  = { NULL, round_shade, round_deep, round_reflected, round_light, round_highlight },
  [RING_FORM_WIRE] = { NULL, round_shade, wire_deep, round_reflected, wire_light, wire_highlight },
};

/* How far the form's walls go down of a whole half circle, below 0 for a hollow. */
static double
form_tilt (RingForm form)
{
  switch (form)
    {
    case RING_FORM_WIRE:
      return 1;
    case RING_FORM_CONCAVE:
      return -0.92;
    default:
      return 0.92;
    }
}

/* A region as a piece of metal. */
typedef struct
{
  const RingRegion *region;
  RingForm form;
  RingSwell *swell;
  float *depth;   /* of the flat form: cells to the outside */
  float greatest; /* of them */
} Piece;

static void
measure_depth (Piece *piece)
{
  const RingGrid *grid = &piece->region->grid;
  gsize n = (gsize) grid->columns * grid->rows;
  g_autofree guint8 *outside = g_new (guint8, n);

  for (gsize i = 0; i < n; i++)
    outside[i] = piece->region->inside[i] <= 0;
  piece->depth = ring_distance_map (outside, TRUE, grid->columns, grid->rows);
  for (gsize i = 0; i < n; i++)
    piece->greatest = MAX (piece->greatest, piece->depth[i]);
}

static double
bevel_at (const Piece *piece, const RingSwellCell *cell, gsize at)
{
  double width;

  if (piece->depth == NULL)
    return 0;
  width = fmin (BEVEL * piece->greatest, MOST_BEVEL * cell->size / piece->region->grid.step);
  return 1 - (piece->depth[at] - 0.5) / width;
}

static Place
place_at (const Piece *piece, gsize at)
{
  const RingGrid *grid = &piece->region->grid;
  const RingSwellCell *cell = &piece->swell->cells[at];
  double x = (double) (at % (gsize) grid->columns) / grid->columns;
  double y = (double) (at / (gsize) grid->columns) / grid->rows;
  double along = SLANT * (cell->x + cell->y);
  double steep = sqrt (cell->x * cell->x + cell->y * cell->y);
  double tilt = form_tilt (piece->form);

  return (Place){ .side = along * tilt,
                  .up = sqrt (fmax (0, 1 - steep * steep * tilt * tilt)),
                  .steep = steep,
                  .turn = steep > 0 ? along / steep : 0,
                  .bevel = bevel_at (piece, cell, at),
                  .run = (x + y) / 2 };
}

static void
shape_clear (gpointer data)
{
  ring_path_unref (((RingFormShape *) data)->path);
}

/* Takes PATH. */
static void
add_shape (GArray *shapes, RingMetalTone tone, RingPath *path)
{
  RingFormShape shape = { tone, path };

  if (ring_path_is_empty (path))
    ring_path_unref (path);
  else
    g_array_append_val (shapes, shape);
}

/* One step within the base, so that no tone stands out over it. */
static RingPath *
tone_path (const Piece *piece, RingMetalTone tone, double least)
{
  const RingRegion *region = piece->region;
  const RingGrid *grid = &region->grid;
  gsize n = (gsize) grid->columns * grid->rows;
  g_autofree double *values = g_new (double, n);

  for (gsize i = 0; i < n; i++)
    {
      values[i] = region->inside[i] - grid->step;
      if (values[i] > 0)
        {
          Place place = place_at (piece, i);

          values[i] = fmin (values[i],
                            form_tones[piece->form][tone](&place) * piece->swell->cells[i].size);
        }
    }
  return ring_contour_fit (grid, values, least, 0.5 * grid->step);
}

GArray *
ring_form_shapes (const RingRegion *region, RingForm form, double least)
{
  GArray *shapes = g_array_new (FALSE, FALSE, sizeof (RingFormShape));
  Piece piece = { .region = region, .form = form };

  g_array_set_clear_func (shapes, shape_clear);
  add_shape (shapes, RING_METAL_TONE_BASE, ring_path_ref (region->outline));
  if (form == RING_FORM_PLAIN)
    return shapes;
  piece.swell = ring_swell_new (&region->grid, region->inside);
  if (form == RING_FORM_FLAT)
    measure_depth (&piece);
  for (guint i = 0; i < RING_N_METAL_TONES; i++)
    if (form_tones[form][i] != NULL)
      add_shape (shapes, (RingMetalTone) i, tone_path (&piece, (RingMetalTone) i, least));
  ring_swell_free (piece.swell);
  g_free (piece.depth);
  return shapes;
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-client-pictures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-bars.h"
#include "ring-gem.h"
#include "ring-number.h"
#include "ring-prose.h"
#include "ring-rings.h"
#include "ring-scale-card.h"
#include "ring-spec.h"
#include "ring-view-label.h"
#include "ring-view-picture.h"

#define GREY 0x6b6f76ff
#define SMALL 2.4
#define CAPTION 5.5 /* under a picture */
#define RULE 4.0    /* a rule over the caption */
#define GAP 4.0
#define BELOW 9.0   /* under the circle */

/* A picture on the sheet: SCALE 0 is as large as the box lets it be. */
typedef struct
{
  const RingDrawing *drawing;
  const RingRecord *ring;
  const RingView *view;
  RingViewPicture picture;
} Picture;

static gboolean
picture_init (Picture *p, const RingDrawing *drawing, const RingRecord *ring, RingViewKind kind)
{
  *p = (Picture){ drawing, ring, ring_view_picture_find (drawing, ring, kind), { .scale = 1 } };
  if (p->view == NULL)
    return FALSE;
  p->picture.crop = ring_view_picture_crop (drawing, p->view);
  return TRUE;
}

static double
get_width (const Picture *p)
{
  return p->picture.scale * (p->picture.crop.x1 - p->picture.crop.x0);
}

static double
get_height (const Picture *p)
{
  return p->picture.scale * (p->picture.crop.y1 - p->picture.crop.y0);
}

/* One of the usual scales, as large as fits. */
static void
fit (Picture *p, double width, double height)
{
  static const double scales[] = { 6, 5, 4, 3, 2.5, 2, 1.5, 1, 0.75, 0.5, 0.25 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      p->picture.scale = scales[i];
      if (get_width (p) <= width && get_height (p) <= height)
        return;
    }
}

static char *
format_scale (const Picture *p)
{
  return fabs (p->picture.scale - 1) < 1e-9 ? g_strdup (_ ("life-size")) : ring_number_format_scale (p->picture.scale);
}

/* What is larger than it is says how large it is. */
static char *
format_stone (const Picture *p)
{
  g_autoptr (GArray) gems = ring_gem_list (p->drawing, ring_record_get_id (p->ring));
  const RingGem *gem = gems->len > 0 ? &g_array_index (gems, RingGem, 0) : NULL;
  g_autofree char *length = gem != NULL ? ring_number_format (gem->length, 2) : NULL;
  g_autofree char *width = gem != NULL ? ring_number_format (gem->width, 2) : NULL;

  /* Translators: length and width of a stone that is drawn enlarged. */
  return gem != NULL ? g_strdup_printf (_ (", the stone truly %s × %s mm"), length, width) : g_strdup ("");
}

/* Its name, its scale, and how large the stone of an enlarged one is. */
static void
caption_picture (cairo_t *cr, const Picture *p, double x, double y, double width)
{
  g_autofree char *scale = format_scale (p);
  g_autofree char *stone = p->picture.scale > 1 ? format_stone (p) : g_strdup ("");
  g_autofree char *caption
      = g_strdup_printf ("%s, %s%s", ring_view_title (ring_view_get_head (p->view)->kind, TRUE), scale, stone);
  RingProse prose = { .size = SMALL, .colour = GREY, .side = RING_PROSE_CENTRE };

  ring_prose_write (cr, &prose, caption, x, y, width);
}

/* In the middle of a place WIDTH wide that begins at X, Y; HIGH is what its row takes. */
static void
draw_picture (cairo_t *cr, const Picture *p, double x, double y, double width, double high)
{
  ring_view_picture_draw (cr, p->drawing, p->view, &p->picture, x + (width - get_width (p)) / 2,
                          y + (high - get_height (p)) / 2);
  caption_picture (cr, p, x, y + high + 1.2, width);
}

/* Ten millimetres of what is enlarged. */
static void
draw_rule (cairo_t *cr, double scale, double x, double y)
{
  RingProse prose = { .size = 2.1, .colour = GREY };

  ring_bars_draw_enlarged (cr, scale, x, y, 1.8, 1);
  ring_prose_write (cr, &prose, _ ("10 mm"), x + 10 * scale + 1.5, y - 2, 20);
}

/* Returns the height that it used. */
static double
draw_hero (cairo_t *cr, const RingDrawing *drawing, const RingRecord *ring, RingRect box)
{
  Picture p;
  double high = box.y1 - box.y0 - CAPTION;

  if (!picture_init (&p, drawing, ring, RING_VIEW_THREE_QUARTER)
      && !picture_init (&p, drawing, ring, RING_VIEW_FRONT))
    return 0;
  fit (&p, box.x1 - box.x0, high);
  draw_picture (cr, &p, box.x0, box.y0, box.x1 - box.x0, get_height (&p));
  return get_height (&p) + CAPTION;
}

static double
draw_top (cairo_t *cr, const RingDrawing *drawing, const RingRecord *ring, RingRect box)
{
  Picture p;
  double width = box.x1 - box.x0;

  if (!picture_init (&p, drawing, ring, RING_VIEW_TOP))
    return 0;
  fit (&p, width, box.y1 - box.y0 - CAPTION - RULE);
  draw_rule (cr, p.picture.scale, box.x0 + (width - 10 * p.picture.scale) / 2, box.y0 + get_height (&p) + RULE - 0.6);
  ring_view_picture_draw (cr, drawing, p.view, &p.picture, box.x0 + (width - get_width (&p)) / 2, box.y0);
  caption_picture (cr, &p, box.x0, box.y0 + get_height (&p) + RULE + 1.2, width);
  return get_height (&p) + RULE + CAPTION;
}

static double
life_height (const RingDrawing *drawing, const RingRecord *ring)
{
  static const RingViewKind kinds[] = { RING_VIEW_FRONT, RING_VIEW_TOP };
  double high = 0;
  RingSpec spec;

  ring_spec_init (&spec, ring);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      Picture p;

      if (picture_init (&p, drawing, ring, kinds[i]))
        high = fmax (high, get_height (&p));
    }
  return fmax (high, 2 * ring_band_radius (&spec.band));
}

/* Front and top as large as they are, and the circle, side by side. */
static void
draw_life (cairo_t *cr, const RingDrawing *drawing, const RingRecord *ring, RingRect box)
{
  static const RingViewKind kinds[] = { RING_VIEW_FRONT, RING_VIEW_TOP };
  double third = (box.x1 - box.x0) / 3;
  double high = life_height (drawing, ring);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      Picture p;

      if (picture_init (&p, drawing, ring, kinds[i]))
        draw_picture (cr, &p, box.x0 + i * third, box.y0, third, high);
    }
  ring_scale_card_draw_circle (cr, ring, box.x0 + 2.5 * third, box.y0 + high / 2, third);
}

/* Upright: over each other. Level: the hero to the left of the others. */
static void
draw_ring (cairo_t *cr, const RingDrawing *drawing, const RingRecord *ring, RingRect box)
{
  double width = box.x1 - box.x0;
  double life = life_height (drawing, ring) + BELOW;
  RingRect rest = box;
  double used;

  if (width > 1.3 * (box.y1 - box.y0))
    {
      RingRect hero = { box.x0, box.y0, box.x0 + 0.46 * width, box.y1 };

      draw_hero (cr, drawing, ring, hero);
      rest.x0 = hero.x1 + GAP;
    }
  else
    {
      RingRect hero = box;

      hero.y1 = box.y0 + 0.6 * (box.y1 - box.y0 - life - 2 * GAP);
      rest.y0 += draw_hero (cr, drawing, ring, hero) + GAP;
    }
  used = draw_top (cr, drawing, ring, (RingRect){ rest.x0, rest.y0, rest.x1, fmax (rest.y0 + 10, rest.y1 - life - GAP) });
  rest.y0 += used + GAP;
  draw_life (cr, drawing, ring, rest);
}

void
ring_client_pictures_draw (cairo_t *cr, const RingDrawing *drawing, RingRect box)
{
  guint n = MAX (1, ring_rings_get_n (drawing));
  /* Two beside each other, more in two columns. */
  guint columns = n > 1 ? 2 : 1;
  guint rows = (n + columns - 1) / columns;
  double width = (box.x1 - box.x0 - (columns - 1) * GAP) / columns;
  double height = (box.y1 - box.y0 - (rows - 1) * GAP) / rows;

  for (guint i = 0; i < ring_rings_get_n (drawing); i++)
    {
      double x = box.x0 + (i % columns) * (width + GAP);
      double y = box.y0 + (i / columns) * (height + GAP);

      draw_ring (cr, drawing, ring_rings_get (drawing, i), (RingRect){ x, y, x + width, y + height });
    }
}

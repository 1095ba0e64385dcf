/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-keepsake.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-prose.h"
#include "ring-sheet-code.h"
#include "ring-view-picture.h"

/* Paper mm. */
#define MARGIN 20.0
#define GAP 10.0
#define PICTURES_TOP 52.0
#define PICTURES_HEIGHT 100.0
#define CODE_SIDE 44.0
#define INK 0x241f31ff
#define GREY 0x6a6672ff
#define HAIRLINE 0xd0ccc4ff

typedef struct
{
  cairo_t *cr;
  double width, height; /* of the paper */
  double box;           /* how wide a picture may be */
  double scale;         /* of both */
} Sheet;

/* What of the ring is shown, mm of it: its catalogue picture and what was drawn, whichever reaches farther. */
static RingRect
find_extent (RingCatalogueArt *art, const RingChoice *choice, const RingDrawing *drawing, const RingView *view)
{
  RingRect extent = ring_catalogue_art_get_bounds (art, choice, "front");

  return view != NULL ? ring_rect_union (extent, ring_view_picture_crop (drawing, view)) : extent;
}

static void
draw_chosen (const Sheet *sheet, RingCatalogueArt *art, const RingChoice *choice, RingRect extent)
{
  cairo_save (sheet->cr);
  cairo_translate (sheet->cr, MARGIN + sheet->box / 2, PICTURES_TOP + PICTURES_HEIGHT / 2);
  cairo_scale (sheet->cr, sheet->scale, sheet->scale);
  cairo_translate (sheet->cr, -(extent.x0 + extent.x1) / 2, -(extent.y0 + extent.y1) / 2);
  ring_catalogue_art_paint (art, sheet->cr, choice, "front", NULL);
  cairo_restore (sheet->cr);
}

static void
draw_drawn (const Sheet *sheet, const RingDrawing *drawing, const RingView *view, RingRect extent)
{
  RingViewPicture picture = { .crop = extent, .scale = sheet->scale };
  double width = sheet->scale * (extent.x1 - extent.x0), height = sheet->scale * (extent.y1 - extent.y0);

  ring_view_picture_draw (sheet->cr, drawing, view, &picture,
                          MARGIN + sheet->box + GAP + (sheet->box - width) / 2,
                          PICTURES_TOP + (PICTURES_HEIGHT - height) / 2);
}

static void
write_captions (const Sheet *sheet)
{
  double y = PICTURES_TOP + PICTURES_HEIGHT + 3;

  ring_prose_put (sheet->cr, _ ("From the menus"), MARGIN, y, sheet->box, 10, FALSE, GREY);
  ring_prose_put (sheet->cr, _ ("Drawn here"), MARGIN + sheet->box + GAP, y, sheet->box, 10, FALSE, GREY);
}

static void
write_words (const Sheet *sheet, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  double y = MARGIN, room = sheet->width - 2 * MARGIN;

  if (lines[0] == NULL)
    return;
  y += ring_prose_put (sheet->cr, lines[0], MARGIN, y, room, 18, TRUE, INK) + 3;
  if (lines[1] != NULL)
    ring_prose_put (sheet->cr, lines[1], MARGIN, y, room, 14, FALSE, INK);
  ring_prose_rule (sheet->cr, MARGIN, sheet->width - MARGIN, PICTURES_TOP + PICTURES_HEIGHT + 14, 0.2, HAIRLINE);
  y = PICTURES_TOP + PICTURES_HEIGHT + 20;
  room -= CODE_SIDE + GAP;
  for (guint i = 2; lines[1] != NULL && lines[i] != NULL; i++)
    y += ring_prose_put (sheet->cr, lines[i], MARGIN, y, room, 12, FALSE, INK) + 3;
}

void
ring_keepsake_draw (cairo_t *cr,
                    RingCatalogueArt *art,
                    const RingChoice *choice,
                    const RingDrawing *drawing,
                    const char *text,
                    double width,
                    double height)
{
  const RingView *view = ring_view_picture_find (drawing, ring_drawing_find_ring (drawing, NULL), RING_VIEW_FRONT);
  RingRect extent = find_extent (art, choice, drawing, view);
  Sheet sheet = { cr, width, height, (width - 2 * MARGIN - GAP) / 2, 1 };

  write_words (&sheet, text);
  write_captions (&sheet);
  ring_sheet_code_draw (cr, text, width - MARGIN, PICTURES_TOP + PICTURES_HEIGHT + 20, CODE_SIDE);
  if (ring_rect_is_empty (extent))
    return;
  sheet.scale = fmin (sheet.box / (extent.x1 - extent.x0), PICTURES_HEIGHT / (extent.y1 - extent.y0));
  draw_chosen (&sheet, art, choice, extent);
  if (view != NULL)
    draw_drawn (&sheet, drawing, view, extent);
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "sheet.h"

#include "ring-paint.h"

#include <math.h>

RingPath *
sheet_ribbon (RingPoint a, RingPoint b, double bend, double width)
{
  RingPath *path = ring_path_new ();
  double length = ring_point_distance (a, b);
  RingPoint across = { -(b.y - a.y) / length, (b.x - a.x) / length };

  ring_path_move_to (path, a);
  for (int side = 1; side >= -1; side -= 2)
    {
      double out = bend + side * width * 2 / 3;
      RingPoint from = side > 0 ? a : b;
      RingPoint to = side > 0 ? b : a;
      RingPoint c1 = { from.x + (to.x - from.x) / 3 + out * across.x,
                       from.y + (to.y - from.y) / 3 + out * across.y };
      RingPoint c2 = { from.x + (to.x - from.x) * 2 / 3 + out * across.x,
                       from.y + (to.y - from.y) * 2 / 3 + out * across.y };

      ring_path_curve_to (path, c1, c2, to);
    }
  ring_path_close (path);
  return path;
}

/* Takes OUTLINE. */
RingItem *
sheet_stroke (const char *id, RingPath *outline, guint32 colour)
{
  g_autoptr (RingInkPicture) picture = ring_ink_picture_new (&outline, 1);
  RingStroke stroke = { .picture = picture, .fit = 0.0025 };
  RingItem *item;

  stroke.style.instrument = RING_INSTRUMENT_PEN;
  stroke.style.ink = (RingInkStyle){ .width = 0.5, .min_ratio = 0.2, .curve = RING_PRESSURE_LINEAR };
  stroke.style.colour = colour;
  item = ring_item_new_stroke (id, &stroke);
  ring_path_unref (outline);
  return item;
}

static RingItem *
make_art (void)
{
  g_autoptr (RingArt) art = ring_art_new ();
  g_autoptr (RingPath) disc = ring_path_new ();
  g_autoptr (RingPath) holes = ring_path_new ();

  ring_path_add_ellipse (disc, (RingPoint){ 0, -3 }, 5, 3.5);
  ring_art_add (art, disc, 0xe8c268ff, 0x7a561cff, 0.25, FALSE);
  ring_path_add_rect (holes, (RingRect){ -4, 1, 4, 6 });
  ring_path_add_rect (holes, (RingRect){ -2, 2, 2, 5 });
  ring_art_add (art, holes, 0x3d6ea880, 0, 0, TRUE);
  return ring_item_new_artwork ("a00000000000a", art);
}

static RingLayer *
make_layer (const char *id, RingLayerRole role, double opacity, gboolean visible, GPtrArray *items)
{
  RingLayerHead head
      = { .id = id, .role = role, .name = "", .visible = visible, .opacity = opacity };
  RingLayer *layer = ring_layer_new (&head, (RingItem *const *) items->pdata, items->len);

  g_ptr_array_set_size (items, 0);
  return layer;
}

static RingView *
make_front (const SheetOptions *options)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
  RingViewHead head = { .id = "vfront",
                        .kind = RING_VIEW_FRONT,
                        .ring = "ring",
                        .scale = 4,
                        .origin = { 50, 42.3 },
                        .clip = { -10.5, -9.6, 10.5, 8.2 } };
  RingMatrix turned = { 0.8, 0.6, -0.6, 0.8, 1, 2 };
  RingLayer *layers[4];
  RingView *view;

  g_ptr_array_add (items, make_art ());
  layers[0] = make_layer ("lunder", RING_ROLE_UNDERLAY, 1, TRUE, items);

  g_ptr_array_add (
      items, sheet_stroke ("s1", sheet_ribbon ((RingPoint){ -8, 0 }, (RingPoint){ 8, -1 }, 3, 1.2),
                           0x20242aff));
  g_ptr_array_add (
      items, sheet_stroke ("s2", sheet_ribbon ((RingPoint){ -6, 5 }, (RingPoint){ 7, -7 }, -2, 0.9),
                           0xb03a2eff));
  g_ptr_array_add (
      items, sheet_stroke ("s3", sheet_ribbon ((RingPoint){ 5, -3 }, (RingPoint){ 15, 4 }, 1, 1.1),
                           0x1f6f54ff));
  if (options->far > 0)
    g_ptr_array_add (items,
                     sheet_stroke ("s9",
                                   sheet_ribbon ((RingPoint){ 0, 0 },
                                                 (RingPoint){ options->far, options->far }, 0, 1),
                                   0x2040c0ff));
  layers[1] = make_layer ("lmetal", RING_ROLE_METAL, options->opacity, TRUE, items);

  {
    RingItem *plain = sheet_stroke (
        "s4", sheet_ribbon ((RingPoint){ -6, -5 }, (RingPoint){ 2, -5 }, 0.5, 0.4), 0x4040a0c0);

    g_ptr_array_add (items, ring_item_with_matrix (plain, &turned));
    ring_item_unref (plain);
  }
  layers[2] = make_layer ("link", RING_ROLE_INK, 1, !options->hidden, items);

  if (options->notes)
    {
      RingNote note = { { 2, -4 }, 1.25, "rstone", "sapphire 8.12 × 5.94" };

      g_ptr_array_add (items, ring_item_new_note ("n1", &note));
    }
  layers[3] = make_layer ("lnotes", RING_ROLE_NOTES, 1, TRUE, items);
  view = ring_view_new (&head, layers, G_N_ELEMENTS (layers));
  for (guint i = 0; i < G_N_ELEMENTS (layers); i++)
    ring_layer_unref (layers[i]);
  return view;
}

/* Takes RECORD. */
static RingRecord *
with (RingRecord *record, const char *name, const char *value)
{
  RingRecord *changed = ring_record_with (record, name, value);

  ring_record_unref (record);
  return changed;
}

static RingRecord *
make_ring (const SheetOptions *options)
{
  RingRecord *ring = ring_record_new (RING_RECORD_RING, "ring");

  if (options->sized)
    {
      ring = with (ring, "size", "52.3");
    }
  return ring;
}

static RingRecord *
make_gem (void)
{
  RingRecord *gem = ring_record_new (RING_RECORD_GEM, "gem");

  gem = with (gem, "cut", "oval");
  gem = with (gem, "length", "8.12");
  gem = with (gem, "width", "5.94");
  return with (gem, "height", "1.2");
}

RingDrawing *
sheet_new (const SheetOptions *options)
{
  RingDrawingBuilder *builder = ring_drawing_builder_new ("00000000-0000-4000-8000-000000000001",
                                                          SHEET_WIDTH, SHEET_HEIGHT);
  g_autoptr (RingView) front = make_front (options);
  g_autoptr (RingRecord) ring = make_ring (options);

  ring_drawing_builder_add_view (builder, front);
  ring_drawing_builder_add_record (builder, ring);
  if (options->sized)
    {
      g_autoptr (RingRecord) gem = make_gem ();

      ring_drawing_builder_add_record (builder, gem);
    }
  return ring_drawing_builder_end (builder);
}

cairo_surface_t *
sheet_paint (const RingDrawing *drawing,
             double pixels_per_mm,
             int x,
             int y,
             int width,
             int height,
             guint flags)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);
  RingRect region = { x / pixels_per_mm, y / pixels_per_mm, (x + width) / pixels_per_mm,
                      (y + height) / pixels_per_mm };

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_translate (cr, -x, -y);
  cairo_scale (cr, pixels_per_mm, pixels_per_mm);
  ring_paint_drawing (cr, drawing, &region, flags);
  g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
  cairo_destroy (cr);
  return surface;
}

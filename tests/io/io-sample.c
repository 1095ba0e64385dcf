/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "io-sample.h"

#include <math.h>
#include <string.h>

RingItem *
io_stroke_new (const char *id, double x, double y, guint n)
{
  g_autofree RingSample *samples = g_new0 (RingSample, n);
  RingStroke stroke = { .fit = 0.0025,
                        .style = { .instrument = RING_INSTRUMENT_PEN,
                                   .ink = { 0.15, 0.1667, { 0.4, 0.18, 0.7, 0.58 }, RING_SMOOTHING_LIGHT },
                                   .colour = 0x2b2b30ff } };
  g_autoptr (RingSamples) kept = NULL;

  for (guint i = 0; i < n; i++)
    samples[i] = (RingSample){ .x = x + 0.08 * i,
                               .y = y + sin (i / 6.0),
                               .pressure = 0.5 + 0.4 * sin (i / 9.0),
                               .time = 4 * i };
  kept = ring_samples_new (samples, n, G_GINT64_CONSTANT (1795342500000));
  stroke.samples = kept;
  return ring_item_new_stroke (id, &stroke);
}

/* A pencil on its side at the end, pressed harder and harder. */
static RingItem *
pencil_new (const char *id, double x, double y, guint n)
{
  g_autofree RingSample *samples = g_new0 (RingSample, n);
  const RingInstrumentInfo *info = ring_instrument_get_info (RING_INSTRUMENT_PENCIL);
  RingStroke stroke = { .fit = 0.0025,
                        .style = { .instrument = RING_INSTRUMENT_PENCIL, .ink = info->ink,
                                   .colour = info->colour, .grain = 0.25 } };
  g_autoptr (RingSamples) kept = NULL;

  stroke.style.ink.width = 0.125;
  for (guint i = 0; i < n; i++)
    samples[i] = (RingSample){ .x = x + 0.08 * i,
                               .y = y + sin (i / 6.0),
                               .pressure = (double) i / n,
                               .tilt_x = i > n / 2 ? 0.7 : 0.3,
                               .time = 4 * i };
  kept = ring_samples_new (samples, n, G_GINT64_CONSTANT (1795342600000));
  stroke.samples = kept;
  return ring_item_new_stroke (id, &stroke);
}

static RingArt *
make_art (void)
{
  RingArt *art = ring_art_new ();
  g_autoptr (RingPath) band = ring_path_new ();
  g_autoptr (RingPath) line = ring_path_new ();

  ring_path_add_ellipse (band, (RingPoint){ 0, 0 }, 10.5, 10.5);
  ring_path_add_ellipse (band, (RingPoint){ 0, 0 }, 8.6612, 8.6612);
  ring_path_move_to (line, (RingPoint){ -3, -9.25 });
  ring_path_line_to (line, (RingPoint){ 3, -9.25 });
  ring_art_add (art, band, 0xe6c878ff, 0x7a5c1eff, 0.1, TRUE);
  ring_art_add (art, line, 0, 0x7a5c1e80, 0.0625, FALSE);
  return art;
}

static RingView *
make_view (const char *id, RingViewKind kind, RingItem *const *items, gsize n_items)
{
  g_autofree char *metal_id = g_strdup_printf ("lmetal%s", id + 1);
  g_autofree char *ink_id = g_strdup_printf ("link%s", id + 1);
  RingLayerHead metal = { metal_id, RING_ROLE_METAL, "", TRUE, TRUE, 0.5 };
  RingLayerHead ink = { ink_id, RING_ROLE_INK, "", TRUE, FALSE, 1 };
  g_autoptr (RingLayer) below = ring_layer_new (&metal, items + n_items - 2, n_items > 2 ? 2 : 0);
  g_autoptr (RingLayer) above = ring_layer_new (&ink, items, n_items > 2 ? n_items - 2 : n_items);
  RingLayer *layers[] = { below, above };
  gboolean page = kind == RING_VIEW_PAGE;
  RingViewHead head = { id, kind, page ? "" : "rsample", page ? 1 : 4,
                        page ? (RingPoint){ 0, 0 } : (RingPoint){ 105, 186 },
                        page ? (RingRect){ 0, 0, 210, 297 } : (RingRect){ -15, -20, 15, 15 } };

  return ring_view_new (&head, layers, 2);
}

static void
add_record (RingDrawingBuilder *builder, const char *kind, const char *id, const char *field,
            const char *value)
{
  g_autoptr (RingRecord) empty = ring_record_new (kind, id);
  g_autoptr (RingRecord) record = ring_record_with (empty, field, value);

  ring_drawing_builder_add_record (builder, record);
}

RingDrawing *
io_sample_new (void)
{
  RingDrawingBuilder *builder
      = ring_drawing_builder_new ("6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d", 210, 297);
  g_autoptr (RingArt) art = make_art ();
  RingNote note = { { 1.5, -11.25 }, 1.25, "tsample", "Sapphire 6 × 4 mm & \"<co>\"" };
  RingPreset preset = { "#3487-22", "house", "2026", art };
  RingItem *items[] = { io_stroke_new ("sfirst", -6, 2, 60),  io_stroke_new ("ssecond", -5, 5, 40),
                        io_stroke_new ("sdot", 3, 3, 1),      pencil_new ("spencil", -6, -4, 50),
                        ring_item_new_note ("nsample", &note),
                        ring_item_new_artwork ("asample", art), ring_item_new_preset ("psample", &preset) };
  RingItem *on_page[] = { io_stroke_new ("spage", 20, 20, 50), io_stroke_new ("spage2", 20, 30, 50) };
  RingMatrix turn = { 0.8, 0.6, -0.6, 0.8, 1.25, -0.5 };
  RingItem *turned = ring_item_with_matrix (items[1], &turn);
  g_autoptr (RingView) page = NULL;
  g_autoptr (RingView) front = NULL;

  ring_item_unref (items[1]);
  items[1] = turned;
  page = make_view ("vpage", RING_VIEW_PAGE, on_page, 2);
  front = make_view ("vfront", RING_VIEW_FRONT, items, G_N_ELEMENTS (items));
  ring_drawing_builder_add_view (builder, page);
  ring_drawing_builder_add_view (builder, front);
  add_record (builder, RING_RECORD_ENTRY, "esample", "text", "Two lines:\nthe “stone” <was> her\tmother's & hers");
  add_record (builder, RING_RECORD_STONE, "tsample", "species", "sapphire");
  add_record (builder, RING_RECORD_RING, "rsample", "size", "54.4213");
  add_record (builder, RING_RECORD_COMMISSION, "commission", "client", "Ana Ruiz");
  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    ring_item_unref (items[i]);
  for (guint i = 0; i < G_N_ELEMENTS (on_page); i++)
    ring_item_unref (on_page[i]);
  return ring_drawing_builder_end (builder);
}

char *
io_write (const RingDrawing *drawing)
{
  g_autoptr (GBytes) bytes = ring_svg_write (drawing, RING_WRITE_DESIGN);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return g_strndup (data, length);
}

RingDrawing *
io_read (const char *text, RingLoadReport *report)
{
  g_autoptr (GError) error = NULL;
  RingDrawing *drawing = ring_svg_read (text, strlen (text), report, &error);

  g_assert_no_error (error);
  g_assert_nonnull (drawing);
  return drawing;
}

void
io_print_report (const RingLoadReport *report)
{
  for (guint i = 0; i < ring_load_report_get_n (report); i++)
    {
      const RingNotice *n = ring_load_report_get (report, i);

      g_test_message ("%d line %u %s: %s", n->level, n->line, n->element, n->message);
    }
}

void
io_assert_stable (const char *text)
{
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingDrawing) drawing = io_read (text, report);
  g_autofree char *again = io_write (drawing);

  io_print_report (report);
  g_assert_cmpuint (ring_load_report_get_n (report), ==, 0);
  g_assert_cmpstr (again, ==, text);
}

char *
io_replace (const char *text, const char *from, const char *to)
{
  const char *at = strstr (text, from);

  g_assert_nonnull (at);
  return g_strdup_printf ("%.*s%s%s", (int) (at - text), text, to, at + strlen (from));
}

RingItem *
io_first (const RingDrawing *drawing, RingItemKind kind)
{
  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        {
          const RingLayer *layer = ring_view_get_layer (view, l);

          for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
            if (ring_item_get_kind (ring_layer_get_item (layer, i)) == kind)
              return ring_layer_get_item (layer, i);
        }
    }
  return NULL;
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-test-house.h"

void
ring_test_add_menus (RingCatalogueBuilder *builder, const RingTestOption *options, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      if (i == 0 || !g_str_equal (options[i - 1].menu, options[i].menu))
        g_assert_cmpint (ring_catalogue_builder_add_menu (builder, options[i].menu, options[i].menu, 16), ==,
                         RING_BUILD_OK);
      g_assert_cmpint (ring_catalogue_builder_add_option (builder, &options[i].option), ==, RING_BUILD_OK);
      if (options[i].field != NULL)
        ring_catalogue_builder_set_field (builder, options[i].field, options[i].value);
    }
}

/* 2 shapes, 2 bands, 4 ring sizes, all made: 16 rings, 4 bits. */
RingCatalogue *
ring_test_house_new (void)
{
  static const RingTestOption rows[] = {
    { "shape", { "RD", "Round", 0, 0, 0.75, 0, 0, "" }, "cut", "round" },
    { "shape", { "OV", "Oval", 1, 40, 0.25, 0, 0, "" }, "cut", "oval" },
    { "band", { "SOL", "Solitaire", 0, 200, 0.4, 0, 0, "" }, "width", "2.2" },
    { "band", { "HAL", "Halo", 1, 600.5, 0.6, 2, 0, "" }, "width", "2" },
    { "ring-size", { "060", "6", 0, 0, 0, 0, 6, "" }, NULL, NULL },
    { "ring-size", { "065", "6 1/2", 1, 0, 0, 0, 6.5, "" }, NULL, NULL },
    { "ring-size", { "070", "7", 2, 0, 0, 0, 7, "" }, NULL, NULL },
    { "ring-size", { "075", "7 1/2", 3, 0, 0, 0, 7.5, "" }, NULL, NULL },
  };
  RingCatalogueBuilder *builder = ring_catalogue_builder_new ("house", "House", "1", "EUR");
  RingCatalogue *catalogue;

  ring_catalogue_builder_set_fact (builder, "orders-per-year", "1000");
  ring_catalogue_builder_set_fact (builder, "answered-by", "form and automatic mail");
  ring_catalogue_builder_set_fact (builder, "stone-source", "calibrated lot");
  ring_catalogue_builder_set_fact (builder, "base-price", "900");
  ring_catalogue_builder_set_fact (builder, "lead-days", "8");
  ring_catalogue_builder_set_fact (builder, "handwork-days", "20");
  ring_test_add_menus (builder, rows, G_N_ELEMENTS (rows));
  catalogue = ring_catalogue_builder_end (builder, NULL);
  g_assert_nonnull (catalogue);
  return catalogue;
}

/* A stroke along a line of LENGTH mm whose samples last from T0 for MS. */
void
ring_test_add_stroke (RingEdit *edit, const char *layer, const char *id, gint64 t0, guint32 ms, double length)
{
  RingSample samples[2] = { { .x = 0, .pressure = 1 }, { .x = length, .pressure = 1, .time = ms } };
  RingStroke stroke = { .style = { RING_INSTRUMENT_PEN,
                                   { 0.8, 0.2, RING_PRESSURE_LINEAR, RING_SMOOTHING_EXACT },
                                   0x000000ff } };
  g_autoptr (RingSamples) list = ring_samples_new (samples, 2, t0);
  g_autoptr (RingPath) outline = ring_path_new ();
  g_autoptr (RingInkPicture) picture = NULL;
  g_autoptr (RingItem) item = NULL;

  ring_path_add_rect (outline, (RingRect){ 0, 0, length, 0.8 });
  stroke.samples = list;
  picture = ring_ink_picture_new (&outline, 1);
  stroke.picture = picture;
  item = ring_item_new_stroke (id, &stroke);
  g_assert_true (ring_edit_append_item (edit, layer, item));
}

RingEdit *
ring_test_start (RingDesign *design, const char **layer)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  RingView *view = ring_drawing_get_view_by_kind (drawing, RING_VIEW_FRONT);

  *layer = ring_layer_get_head (ring_view_get_layer_by_role (view, RING_ROLE_INK))->id;
  return ring_edit_new (drawing, "Test");
}

void
ring_test_set (RingEdit *edit, const char *kind, const char *id, const char *const *fields)
{
  g_autoptr (RingRecord) record = ring_record_new (kind, id);

  for (; *fields != NULL; fields += 2)
    {
      RingRecord *next = ring_record_with (record, fields[0], fields[1]);

      ring_record_unref (record);
      record = next;
    }
  ring_edit_set_record (edit, record);
}

RingDesign *
ring_test_new_chosen (RingCatalogue *catalogue, const char *engraving, gboolean limited)
{
  RingDesign *design = ring_design_new ();
  const char *layer;
  RingEdit *edit = ring_test_start (design, &layer);
  RingChoice choice = { .option = { 0, 1, 2 }, .limited = limited };
  g_autoptr (RingRecord) record = NULL;

  ring_choice_set_engraving (&choice, engraving);
  record = ring_catalogue_make_choice (catalogue, &choice, 41);
  ring_edit_set_record (edit, record);
  g_assert_true (ring_design_commit (design, edit));
  return design;
}

RingDesign *
ring_test_new_told (const RingTestTold *told, guint n)
{
  RingDesign *design = ring_design_new ();
  const char *layer;
  RingEdit *edit = ring_test_start (design, &layer);

  for (guint i = 0; i < n && told[i].kind != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("xaaaaaaaaaaa%u", i);

      ring_test_set (edit, told[i].kind, id, told[i].fields);
    }
  if (ring_edit_is_empty (edit))
    ring_edit_unref (edit);
  else
    g_assert_true (ring_design_commit (design, edit));
  return design;
}

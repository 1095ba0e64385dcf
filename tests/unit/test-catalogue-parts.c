/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which drawings a ring is put together from, how large its stone is, and what else stands beside
 * an item number: the limited edition and the face of the engraving. */
#include "ring-catalogue-builder.h"
#include "ring-test.h"

enum
{
  SHAPE,
  SIZE,
  BAND,
  FINISH
};

static void
add_option (RingCatalogueBuilder *builder, const char *code, guint index, double value)
{
  RingOption option = { .code = code, .label = code, .index = index, .value = value, .detail = "" };

  g_assert_cmpint (ring_catalogue_builder_add_option (builder, &option), ==, RING_BUILD_OK);
}

static void
add_menu (RingCatalogueBuilder *builder, const char *id, const char *codes, double value)
{
  g_auto (GStrv) list = g_strsplit (codes, " ", -1);

  ring_catalogue_builder_add_menu (builder, id, id, 8);
  for (guint i = 0; list[i] != NULL; i++)
    add_option (builder, list[i], i, value * (i + 1));
}

static RingBuildResult
add_part (RingCatalogueBuilder *builder, RingPart part)
{
  part.view = "front";
  part.xml = "<g/>";
  return ring_catalogue_builder_add_part (builder, &part);
}

static RingCatalogue *
make_house (void)
{
  RingCatalogueBuilder *builder = ring_catalogue_builder_new ("house", "House", "1", "EUR");
  const RingPart parts[] = {
    { .part = "shank", .code = "SD HA" },
    { .part = "shank", .code = "SD", .finish = "S" },
    { .part = "stone", .code = "RD", .size = "1", .z = 20, .mm = { 5, 4, 3 } },
    { .part = "head", .code = "RD", .size = "1", .z = 10 },
    { .part = "head", .code = "RD", .size = "1", .band = "HA", .z = 10 },
    { .part = "head", .code = "RD OV", .size = "1", .band = "HA", .z = 30 },
    { .part = "head", .code = "RD-3", .z = 10 },
  };
  RingCatalogue *catalogue;

  add_menu (builder, "shape", "RD OV", 0);
  add_menu (builder, "size", "1 2 3", 4);
  add_menu (builder, "band", "SD HA", 0);
  add_menu (builder, "finish", "P S L", 0);
  ring_catalogue_builder_set_field (builder, "finish", "frosted");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_cmpint (add_part (builder, parts[i]), ==, RING_BUILD_OK);
  g_assert_cmpint (add_part (builder, parts[4]), ==, RING_BUILD_DUPLICATE_CODE);
  g_assert_true (ring_catalogue_builder_has_part (builder, "shank", "HA", "front", "S"));
  /* What is drawn for a halo alone does not serve the other band. */
  g_assert_false (ring_catalogue_builder_has_part (builder, "head", "OV", "front", ""));
  ring_catalogue_builder_set_fact (builder, "limited-finish", "L");
  ring_catalogue_builder_set_fact (builder, "limited-price", "80");
  ring_catalogue_builder_set_fact (builder, "engraving-faces", "block script");
  ring_catalogue_builder_begin_rule (builder, "Never");
  ring_catalogue_builder_add_term (builder, "band", "HA");
  ring_catalogue_builder_add_term (builder, "finish", "P");
  catalogue = ring_catalogue_builder_end (builder, NULL);
  g_assert_nonnull (catalogue);
  return catalogue;
}

/* The numbers of the parts that the ring has, and of their scales the one of the last. */
static void
assert_parts (const RingCatalogue *catalogue, const RingChoice *choice, const char *expected, double scale)
{
  g_autoptr (GArray) selected = ring_catalogue_select_parts (catalogue, choice, "front");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < selected->len; i++)
    g_string_append_printf (text, "%s%u", i > 0 ? " " : "",
                            g_array_index (selected, RingSelectedPart, i).part);
  g_assert_cmpstr (text->str, ==, expected);
  g_assert_cmpfloat (g_array_index (selected, RingSelectedPart, selected->len - 1).scale, ==, scale);
}

static void
test_select (void)
{
  g_autoptr (RingCatalogue) catalogue = make_house ();
  RingChoice choice = { .limited = FALSE };
  g_autoptr (GArray) none = ring_catalogue_select_parts (catalogue, &choice, "three-quarter");

  g_assert_cmpuint (none->len, ==, 0);
  assert_parts (catalogue, &choice, "0 3 2", 1);
  choice.option[SIZE] = 1;
  assert_parts (catalogue, &choice, "0 3 2", 2);
  choice.option[BAND] = 1;
  assert_parts (catalogue, &choice, "0 4 2 5", 2);
  choice.option[FINISH] = 1;
  assert_parts (catalogue, &choice, "0 4 2 5", 2);
  choice.option[BAND] = 0;
  assert_parts (catalogue, &choice, "1 3 2", 2);
  /* A drawing of the very size comes before one of the band. */
  choice.option[SIZE] = 2;
  choice.option[BAND] = 1;
  assert_parts (catalogue, &choice, "0 6 2 5", 3);
}

static void
test_stone (void)
{
  g_autoptr (RingCatalogue) catalogue = make_house ();
  RingChoice choice = { .option = { [SIZE] = 2 } };
  double mm[3];

  g_assert_true (ring_catalogue_get_stone_mm (catalogue, &choice, mm));
  g_assert_cmpfloat (mm[0], ==, 15);
  g_assert_cmpfloat (mm[1], ==, 12);
  g_assert_cmpfloat (mm[2], ==, 9);
  choice.option[SHAPE] = 1;
  g_assert_false (ring_catalogue_get_stone_mm (catalogue, &choice, mm));
}

/* It has a finish, and so a number, of its own; leaving it finds a finish that is made. */
static void
test_limited (void)
{
  g_autoptr (RingCatalogue) catalogue = make_house ();
  RingChoice choice = { .limited = FALSE };
  RingChoice back;
  g_autofree char *plain = ring_catalogue_format_number (catalogue, &choice);
  g_autofree char *limited = NULL;

  g_assert_false (ring_choice_is_limited (catalogue, &choice));
  ring_choice_set_limited (catalogue, &choice, TRUE);
  g_assert_cmpuint (choice.option[FINISH], ==, 2);
  g_assert_cmpfloat (ring_catalogue_price (catalogue, &choice), ==, 80);
  limited = ring_catalogue_format_number (catalogue, &choice);
  g_assert_cmpstr (limited, !=, plain);
  g_assert_true (ring_catalogue_parse_number (catalogue, limited, &back, NULL));
  g_assert_true (back.limited);
  ring_choice_set_limited (catalogue, &choice, FALSE);
  g_assert_cmpuint (choice.option[FINISH], ==, 0);
  choice.option[FINISH] = 2;
  g_assert_true (ring_choice_is_limited (catalogue, &choice));
  choice.option[BAND] = 1;
  ring_choice_set_limited (catalogue, &choice, FALSE);
  g_assert_cmpuint (choice.option[FINISH], ==, 1);
}

static void
test_faces (void)
{
  g_autoptr (RingCatalogue) catalogue = make_house ();
  RingChoice choice = { .engraving = "FOREVER", .face = RING_FACE_SCRIPT };
  g_autoptr (RingRecord) record = ring_catalogue_make_choice (catalogue, &choice, 0);
  RingChoice back;

  g_assert_true (ring_catalogue_has_face (catalogue, RING_FACE_BLOCK));
  g_assert_false (ring_catalogue_has_face (catalogue, RING_FACE_ITALIC));
  g_assert_true (ring_catalogue_has_face (catalogue, RING_FACE_SCRIPT));
  g_assert_cmpstr (ring_record_get (record, "face"), ==, "script");
  g_assert_true (ring_catalogue_read_choice (catalogue, record, &back));
  g_assert_cmpint (back.face, ==, RING_FACE_SCRIPT);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/catalogue-parts/select", test_select);
  g_test_add_func ("/catalogue-parts/stone", test_stone);
  g_test_add_func ("/catalogue-parts/limited", test_limited);
  g_test_add_func ("/catalogue-parts/faces", test_faces);
  return ring_test_run ();
}

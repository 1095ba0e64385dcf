/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A client who is forgotten: nothing names them any more, and the ring is the same. */
#include "ring-forget.h"
#include "ring-revision.h"
#include "ring-test-model.h"
#include "ring-test.h"

static void
test_names (void)
{
  static const struct
  {
    const char *text, *name;
    gboolean named;
  } cases[] = {
    { "For Mara", "Mara Lindt", TRUE },
    { "LINDT, wedding", "Mara Lindt", TRUE },
    { "Marakesh", "Mara Lindt", FALSE },
    { "samara", "Mara", FALSE },
    { "Mara’s ring", "Mara", TRUE },
    { "mara_ring", "Mara", TRUE },
    { "Jo and I", "Jo Li", FALSE }, /* shorter words are everybody's */
    { "Jo Li came", "Jo Li", TRUE },
    { "Élodie", "E\xcc\x81lodie", TRUE }, /* composed and decomposed */
    { "ÉLODIE", "élodie", TRUE },
    { "Straße", "STRASSE", TRUE },
    { "anything", "", FALSE },
    { "anything", "  ", FALSE },
    { NULL, "Mara", FALSE },
    { "Mara", NULL, FALSE },
    { "Ana-María", "María", TRUE },
    { "mit van der Berg", "van der Berg", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s in %s", cases[i].name, cases[i].text);
      g_assert_cmpint (ring_forget_names (cases[i].text, cases[i].name), ==, cases[i].named);
    }
}

static void
set (RingEdit *edit, const char *kind, const char *id, const char *const *fields)
{
  g_autoptr (RingRecord) record = ring_record_new (kind, id);

  for (; *fields != NULL; fields += 2)
    ring_record_set (&record, fields[0], fields[1]);
  ring_edit_set_record (edit, record);
}

#define SET(edit, kind, id, ...) set (edit, kind, id, (const char *const[]){ __VA_ARGS__, NULL })

static const char *
get (const RingDrawing *drawing, const char *kind, const char *id, const char *field)
{
  const RingRecord *record = ring_drawing_find_record (drawing, kind, id);

  g_assert_nonnull (record);
  return ring_record_get (record, field);
}

static void
test_records (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "All of it");
  g_autoptr (RingDrawing) left = NULL;
  const char *ring
      = ring_record_get_id (ring_drawing_find_ring (ring_design_get_drawing (design), NULL));

  SET (edit, RING_RECORD_COMMISSION, "commission", "client", "Mara Lindt", "contact", "+49 30 1234567",
       "title", "A ring", "occasion", "Engagement", "story", "They met in Ulm", "budget", "4000",
       "quote", "3800", "status", "quoted", "vary", "The shade; ask Mara");
  SET (edit, RING_RECORD_RING, ring, "size", "54.4", "wearer", "Somebody", "label", "The ring of Mara");
  SET (edit, RING_RECORD_STONE, "tone", "name", "Mara's diamond", "provenance", "heirloom", "source",
       "her grandmother", "text", "Chipped in 1962", "species", "diamond", "length", "5.2");
  SET (edit, RING_RECORD_STONE, "ttwo", "name", "Sapphire", "provenance", "mined", "source", "Ratnapura",
       "supplier", "Lindt & Sons");
  SET (edit, RING_RECORD_CUSTODY, "uone", "stone", "tone", "event", "received", "who", "a niece",
       "carat", "0.52");
  SET (edit, RING_RECORD_ENTRY, "eone", "text", "Lower, please", "who", "client");
  SET (edit, RING_RECORD_TASK, "jone", "text", "Call her");
  SET (edit, RING_RECORD_INSCRIPTION, "iname", "text", "MARA 12-12-26");
  SET (edit, RING_RECORD_INSCRIPTION, "iwords", "text", "FOREVER");
  ring_test_commit (design, edit);
  left = ring_forget_client (ring_design_get_drawing (design));
  for (guint i = 0; i < ring_drawing_get_n_records (left); i++)
    {
      const RingRecord *record = ring_drawing_get_record (left, i);

      for (guint f = 0; f < ring_record_get_n_fields (record); f++)
        {
          const char *value;

          ring_record_get_field (record, f, &value);
          g_assert_false (ring_forget_names (value, "Mara Lindt"));
        }
    }
  for (guint i = 0; i < 6; i++)
    g_assert_null (get (left, RING_RECORD_COMMISSION, NULL,
                        ((const char *[]){ "client", "contact", "title", "occasion", "story",
                                           "budget" })[i]));
  g_assert_cmpstr (get (left, RING_RECORD_COMMISSION, NULL, "quote"), ==, "3800");
  g_assert_cmpstr (get (left, RING_RECORD_COMMISSION, NULL, "status"), ==, "quoted");
  g_assert_cmpstr (get (left, RING_RECORD_RING, ring, "size"), ==, "54.4");
  g_assert_null (get (left, RING_RECORD_RING, ring, "wearer"));
  g_assert_null (get (left, RING_RECORD_STONE, "tone", "source"));
  g_assert_null (get (left, RING_RECORD_STONE, "tone", "text"));
  g_assert_cmpstr (get (left, RING_RECORD_STONE, "tone", "length"), ==, "5.2");
  g_assert_cmpstr (get (left, RING_RECORD_STONE, "ttwo", "source"), ==, "Ratnapura");
  g_assert_null (get (left, RING_RECORD_CUSTODY, "uone", "who"));
  g_assert_cmpstr (get (left, RING_RECORD_CUSTODY, "uone", "carat"), ==, "0.52");
  g_assert_null (ring_drawing_find_record (left, RING_RECORD_ENTRY, NULL));
  g_assert_null (ring_drawing_find_record (left, RING_RECORD_TASK, NULL));
  g_assert_null (ring_drawing_find_record (left, RING_RECORD_INSCRIPTION, "iname"));
  g_assert_nonnull (ring_drawing_find_record (left, RING_RECORD_INSCRIPTION, "iwords"));
}

/* Of what is drawn, texts with the name go, pins say the new words, and ink stays. */
static void
test_items (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  const RingView *page = ring_drawing_get_view_by_kind (ring_design_get_drawing (design), RING_VIEW_PAGE);
  const char *layer = ring_layer_get_head (ring_view_get_layer ((RingView *) page, 0))->id;
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "All of it");
  RingSample samples[2] = { { .x = 0, .pressure = 1 }, { .x = 10, .pressure = 1, .time = 20 } };
  RingStroke line = { .style = { RING_INSTRUMENT_PEN,
                                 { 0.8, 0.2, RING_PRESSURE_LINEAR, RING_SMOOTHING_EXACT },
                                 0x000000ff } };
  g_autoptr (RingSamples) list = ring_samples_new (samples, 2, 0);
  g_autoptr (RingItem) stroke = NULL;
  g_autoptr (RingItem) plain = NULL;
  g_autoptr (RingItem) written = NULL;
  RingNote note = { .size = 5, .stone = "tone", .label = "Mara's diamond" };
  g_autoptr (RingItem) pin = ring_item_new_note ("none", &note);
  g_autoptr (RingItem) foreign = ring_item_new_foreign ("fone", "<text>Lindt</text>", TRUE);
  g_autoptr (RingItem) other = ring_item_new_foreign ("ftwo", "<text>Gold</text>", TRUE);
  g_autoptr (RingDrawing) left = NULL;
  const RingItem *found;

  line.samples = list;
  stroke = ring_item_new_stroke ("sone", &line);
  plain = ring_item_new_stroke ("ssaid", &line);
  written = ring_item_with_group (plain, "gsaid");
  SET (edit, RING_RECORD_ENTRY, "eink", "ink", "gsaid", "who", "client");
  SET (edit, RING_RECORD_COMMISSION, "commission", "client", "Mara Lindt");
  SET (edit, RING_RECORD_STONE, "tone", "name", "Mara's diamond", "species", "diamond");
  ring_edit_append_item (edit, layer, stroke);
  ring_edit_append_item (edit, layer, written);
  ring_edit_append_item (edit, layer, pin);
  ring_edit_append_item (edit, layer, foreign);
  ring_edit_append_item (edit, layer, other);
  ring_test_commit (design, edit);
  left = ring_forget_client (ring_design_get_drawing (design));
  found = ring_drawing_find_item (left, "sone", NULL, NULL);
  g_assert_true (found == stroke);
  g_assert_null (ring_drawing_find_item (left, "ssaid", NULL, NULL));
  found = ring_drawing_find_item (left, "none", NULL, NULL);
  g_assert_false (ring_forget_names (ring_item_get_note (found)->label, "Mara Lindt"));
  g_assert_null (ring_drawing_find_item (left, "fone", NULL, NULL));
  g_assert_nonnull (ring_drawing_find_item (left, "ftwo", NULL, NULL));
}

/* What is forgotten is so in every revision. */
static void
test_revisions (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  const char *ring
      = ring_record_get_id (ring_drawing_find_ring (ring_design_get_drawing (design), NULL));
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), "All of it");
  g_autoptr (RingDrawing) left = NULL;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GError) error = NULL;
  RingDrawing *state;

  SET (edit, RING_RECORD_COMMISSION, "commission", "client", "Mara Lindt");
  SET (edit, RING_RECORD_RING, ring, "size", "54.4", "wearer", "Mara");
  ring_test_commit (design, edit);
  ring_test_commit (design, ring_revision_keep (design, "As Mara wants it", NULL, &error));
  g_assert_no_error (error);
  left = ring_forget_client (ring_design_get_drawing (design));
  list = ring_revision_list (left);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_null (ring_record_get (g_ptr_array_index (list, 0), "name"));
  state = ring_drawing_get_state (left, ring_record_get_id (g_ptr_array_index (list, 0)));
  g_assert_nonnull (state);
  g_assert_cmpstr (get (state, RING_RECORD_RING, ring, "size"), ==, "54.4");
  g_assert_null (get (state, RING_RECORD_RING, ring, "wearer"));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/forget/names", test_names);
  g_test_add_func ("/forget/records", test_records);
  g_test_add_func ("/forget/items", test_items);
  g_test_add_func ("/forget/revisions", test_revisions);
  return ring_test_run ();
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What drops out when a ring is put back on the menu, and the words that the evidence bears. */
#include "ring-design.h"
#include "ring-difference.h"
#include "ring-test-house.h"
#include "ring-test.h"

#include <string.h>

static const RingLoss *
find_loss (const RingDifference *difference, const char *id)
{
  for (guint i = 0; i < ring_difference_get_n_losses (difference); i++)
    if (g_str_equal (ring_difference_get_loss (difference, i)->id, id))
      return ring_difference_get_loss (difference, i);
  return NULL;
}

static void
assert_loss (const RingDifference *difference, const char *id, const char *was, const char *becomes)
{
  const RingLoss *loss = find_loss (difference, id);

  g_assert_nonnull (loss);
  g_assert_cmpstr (loss->was, ==, was);
  g_assert_cmpstr (loss->becomes, ==, becomes);
}

/* An oval in the house is the second shape; 2.05 mm lies nearest to the halo's 2, and 55.7 mm is US 7 1/2 (55.70 mm): no
 * loss. No alloy and no stone size are on its menus, so neither is named. */
static void
test_lines (void)
{
  const RingTestTold told[] = {
    { RING_RECORD_GEM, { "cut", "oval", "length", "8.12", "width", "5.94" } },
    { RING_RECORD_STONE, { "species", "Diamond", "provenance", "heirloom" } },
    { RING_RECORD_ENTRY, { "who", "client", "text", "Low" } },
    { RING_RECORD_REVISION, { "name", "A" } },
    { RING_RECORD_REVISION, { "name", "B" } },
    { RING_RECORD_REVISION, { "name", "C" } },
    { RING_RECORD_SIGN_OFF, { "revision", "xaaaaaaaaaaa5" } },
    { RING_RECORD_INSCRIPTION, { "text", "Ana" } },
  };
  static const char *const ring[] = { "width", "2.05", "size", "55.7", NULL };
  g_autoptr (RingCatalogue) house = ring_test_house_new ();
  g_autoptr (RingDesign) design = ring_test_new_told (told, G_N_ELEMENTS (told));
  const RingRecord *old = ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_RING, NULL);
  g_autoptr (RingDifference) difference = NULL;
  const char *layer;
  RingEdit *edit = ring_test_start (design, &layer);

  ring_test_set (edit, RING_RECORD_RING, ring_record_get_id (old), ring);
  ring_test_add_stroke (edit, layer, "saaaaaaaaaaa1", RING_TEST_NOW_MS, 10, 5);
  g_assert_true (ring_design_commit (design, edit));
  difference = ring_difference_new (ring_design_get_drawing (design), house);

  assert_loss (difference, "width", "band 2.05 mm wide", "band 2 mm wide");
  assert_loss (difference, "engraving", "engraved “Ana”", "no engraving");
  assert_loss (difference, "drawing", "1 line drawn for it", "the moulds that there are");
  assert_loss (difference, "stone", "Diamond (heirloom)", "a stone of a calibrated lot");
  assert_loss (difference, "conversation", "1 entry of a conversation", "form and automatic mail");
  assert_loss (difference, "revisions", "3 revisions", "none");
  assert_loss (difference, "sign-offs", "1 sign-off", "none");
  g_assert_null (find_loss (difference, "metal"));
  g_assert_null (find_loss (difference, "size"));
  g_assert_null (find_loss (difference, "cut"));
}

/* 2 losses of the shank, 1 of the head, none of the stone (which turns all the same) and 1 of the story make five beats. */
static void
test_order (void)
{
  const RingTestTold told[] = {
    { RING_RECORD_INSCRIPTION, { "text", "Ana" } },
    { RING_RECORD_REVISION, { "name", "A" } },
  };
  static const char *const ring[] = { "width", "2.05", NULL };
  const double ends[] = { 0.2, 0.4, 0.6, 1 };
  const double spans[][2] = { { 0, 0.4 }, { 0.4, 0.6 }, { 0.6, 0.8 }, { 0.8, 1 } };
  g_autoptr (RingCatalogue) house = ring_test_house_new ();
  g_autoptr (RingDesign) design = ring_test_new_told (told, G_N_ELEMENTS (told));
  const RingRecord *old = ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_RING, NULL);
  g_autoptr (RingDifference) difference = NULL;
  const char *layer;
  RingEdit *edit = ring_test_start (design, &layer);

  ring_test_set (edit, RING_RECORD_RING, ring_record_get_id (old), ring);
  ring_test_add_stroke (edit, layer, "saaaaaaaaaaa1", RING_TEST_NOW_MS, 10, 5);
  g_assert_true (ring_design_commit (design, edit));
  difference = ring_difference_new (ring_design_get_drawing (design), house);

  g_assert_cmpuint (ring_difference_get_n_losses (difference), ==, G_N_ELEMENTS (ends));
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    g_assert_cmpfloat_with_epsilon (ring_difference_get_loss_end (difference, i), ends[i], 1e-9);
  for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
    {
      double start, end;

      ring_difference_get_part_span (difference, (RingPartOf) i, &start, &end);
      g_assert_cmpfloat_with_epsilon (start, spans[i][0], 1e-9);
      g_assert_cmpfloat_with_epsilon (end, spans[i][1], 1e-9);
    }
}

/* What is on the menu already loses nothing, and neither does an empty design. */
static void
test_none (void)
{
  g_autoptr (RingCatalogue) house = ring_test_house_new ();
  g_autoptr (RingDesign) chosen = ring_test_new_chosen (house, "FOREVER", FALSE);
  g_autoptr (RingDesign) empty = ring_design_new ();
  g_autoptr (RingDifference) on_menu = ring_difference_new (ring_design_get_drawing (chosen), house);
  g_autoptr (RingDifference) nothing = ring_difference_new (ring_design_get_drawing (empty), house);

  g_assert_cmpuint (ring_difference_get_n_losses (on_menu), ==, 0);
  g_assert_cmpuint (ring_difference_get_n_losses (nothing), ==, 0);
}

/* ------------------------------------------------------------------------------ wording */

typedef struct
{
  gboolean from_menu, drawn;
  const char *engraving;
  RingTestTold told[7];
  const char *rung; /* NULL: there is nothing to describe */
  const char *wording, *why;
} Wording;

#define SIGNED                                                                                   \
  { RING_RECORD_COMMISSION, { "client", "Mara" } }, { RING_RECORD_REVISION, { "name", "B" } },   \
  {                                                                                              \
    RING_RECORD_SIGN_OFF, { "revision", "xaaaaaaaaaaa1" }                                        \
  }

static const Wording wordings[] = {
  { FALSE, FALSE },
  { TRUE, FALSE, .rung = "configured", .wording = "Configured", .why = "option of a menu" },
  { TRUE, FALSE, "FOREVER", .rung = "configured", .wording = "personalised by its engraving", .why = "letters alone" },
  { TRUE, TRUE, .rung = "modified", .wording = "Modified from style #", .why = "must have signed" },
  { FALSE, TRUE, .rung = "made-to-order", .wording = "Made to order", .why = "nobody has signed" },
  { FALSE, TRUE, .told = { SIGNED }, .rung = "custom", .wording = "Custom-designed for Mara from drawing B",
    .why = "not recorded" },
  { TRUE, TRUE, .told = { SIGNED }, .rung = "custom", .wording = "Custom-designed for Mara from drawing B",
    .why = "not recorded" },
  { FALSE, TRUE,
    .told = { SIGNED, { RING_RECORD_PART, { "name", "Shank", "method", "bought" } } },
    .rung = "custom", .wording = "Custom-designed for Mara from drawing B", .why = "Shank was bought" },
  { FALSE, TRUE,
    .told = { SIGNED, { RING_RECORD_PART, { "name", "Shank", "method", "fabricated" } },
              { RING_RECORD_OPERATION, { "what", "forming", "by", "hand" } },
              { RING_RECORD_OPERATION, { "what", "finishing", "by", "hand" } } },
    .rung = "handmade", .wording = "Custom-designed for Mara from drawing B, handmade", .why = "Every part" },
};

static void
test_wording (gconstpointer data)
{
  const Wording *w = data;
  g_autoptr (RingCatalogue) house = ring_test_house_new ();
  g_autoptr (RingDesign) design
      = w->from_menu ? ring_test_new_chosen (house, w->engraving, FALSE) : ring_design_new ();
  g_autoptr (RingDifference) difference = NULL;
  const char *layer;
  RingEdit *edit = ring_test_start (design, &layer);
  RingRung rung;

  if (w->drawn)
    ring_test_add_stroke (edit, layer, "saaaaaaaaaaa1", RING_TEST_NOW_MS, 10, 5);
  for (guint i = 0; i < G_N_ELEMENTS (w->told) && w->told[i].kind != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("xaaaaaaaaaaa%u", i);

      ring_test_set (edit, w->told[i].kind, id, w->told[i].fields);
      if (g_str_equal (w->told[i].kind, RING_RECORD_REVISION))
        ring_edit_keep (edit, id);
    }
  if (ring_edit_is_empty (edit))
    ring_edit_unref (edit);
  else
    g_assert_true (ring_design_commit (design, edit));
  difference = ring_difference_new (ring_design_get_drawing (design), house);

  g_assert_cmpint (ring_difference_get_rung (difference, &rung), ==, w->rung != NULL);
  if (w->rung == NULL)
    {
      g_assert_null (ring_difference_get_wording (difference));
      return;
    }
  g_test_message ("%s: %s", ring_difference_get_wording (difference), ring_difference_get_wording_why (difference));
  g_assert_cmpstr (ring_rung_id (rung), ==, w->rung);
  g_assert_nonnull (strstr (ring_difference_get_wording (difference), w->wording));
  g_assert_nonnull (strstr (ring_difference_get_wording_why (difference), w->why));
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/losses/lines", test_lines);
  g_test_add_func ("/losses/order", test_order);
  g_test_add_func ("/losses/none", test_none);
  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/wording/%u", i);

      g_test_add_data_func (path, &wordings[i], test_wording);
    }
  return ring_test_run ();
}

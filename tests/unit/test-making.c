/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which words the making record bears out; for each rule somebody tries to get round it. */
#include <string.h>

#include "ring-making.h"
#include "ring-test-model.h"
#include "ring-test.h"

/* "part:name=Shank,method=fabricated; making:mould=none" */
static RingDrawing *
read_records (const char *text)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  RingDrawing *drawing = ring_drawing_ref (ring_design_get_drawing (design));
  g_auto (GStrv) records = g_strsplit (text, "; ", -1);

  for (guint i = 0; records[i] != NULL && records[i][0] != '\0'; i++)
    {
      g_auto (GStrv) kind = g_strsplit (records[i], ":", 2);
      g_auto (GStrv) words = g_strsplit (kind[1], ",", -1);
      g_autofree char *id = g_strdup_printf ("x%u", i);
      g_autoptr (RingRecord) record = ring_record_new (kind[0], id);
      RingEdit *edit = ring_edit_new (drawing, "");

      for (guint k = 0; words[k] != NULL && words[k][0] != '\0'; k++)
        {
          g_auto (GStrv) pair = g_strsplit (words[k], "=", 2);

          ring_record_set (&record, pair[0], pair[1]);
        }
      ring_edit_set_record (edit, record);
      ring_drawing_unref (drawing);
      drawing = ring_drawing_ref (ring_edit_get_result (edit));
      ring_edit_unref (edit);
    }
  return drawing;
}

#define SHEET "part:name=Shank,method=fabricated; "
#define BY_HAND "operation:what=forming,by=hand; operation:what=finishing,by=hand; "

static const struct
{
  const char *records;
  RingMakingState state;
  const char *says;
} handmade[] = {
  { "", RING_MAKING_UNKNOWN, "not recorded" },
  { SHEET BY_HAND, RING_MAKING_HOLDS, "Every part is from sheet" },
  /* One part that was bought, however small, and however much of the rest is by hand. */
  { SHEET BY_HAND "part:name=Head,method=bought,number=4711", RING_MAKING_FAILS, "Head was bought (number 4711)" },
  /* A blank that is called fabricated is betrayed by its number, or by who sold it. */
  { BY_HAND "part:name=Blank,method=fabricated,number=R-12", RING_MAKING_FAILS, "Blank was bought" },
  { BY_HAND "part:name=Blank,method=fabricated,supplier=Findings Ltd", RING_MAKING_FAILS, "Blank was bought" },
  { SHEET BY_HAND "part:name=Gallery,method=printed", RING_MAKING_FAILS, "Gallery was printed or milled" },
  { SHEET BY_HAND "part:name=Gallery,method=moulded", RING_MAKING_FAILS, "cast from a mould" },
  { SHEET BY_HAND "operation:what=engraving,by=machine", RING_MAKING_FAILS, "Engraving was done by a machine" },
  /* The trade disputes it, so it is not claimed. */
  { BY_HAND "part:name=Ring,method=carved", RING_MAKING_UNKNOWN, "hand-carved wax, cast, hand-finished" },
  { SHEET BY_HAND "part:name=Bezel", RING_MAKING_UNKNOWN, "How Bezel was made" },
  { SHEET BY_HAND "part:name=Bezel,method=conjured", RING_MAKING_UNKNOWN, "How Bezel was made" },
  { SHEET BY_HAND "operation:what=soldering", RING_MAKING_UNKNOWN, "Soldering: whether by hand" },
  /* What nobody wrote down was not done by hand therefore. */
  { SHEET, RING_MAKING_UNKNOWN, "Shaping and forming: not recorded" },
  { SHEET "operation:what=forming,by=hand", RING_MAKING_UNKNOWN, "Finishing and polishing: not recorded" },
  { SHEET BY_HAND "gem:cut=round", RING_MAKING_UNKNOWN, "Setting stones: not recorded" },
  { SHEET BY_HAND "layout:kind=pave", RING_MAKING_UNKNOWN, "Setting stones: not recorded" },
  { SHEET BY_HAND "inscription:text=A", RING_MAKING_UNKNOWN, "Engraving: not recorded" },
  { SHEET BY_HAND "gem:cut=round; operation:what=setting,by=hand", RING_MAKING_HOLDS, "every operation by hand" },
  /* A machine counts although something else is open. */
  { "part:name=Bezel; operation:what=forming,by=machine", RING_MAKING_FAILS, "by a machine" },
}, single[] = {
  { "", RING_MAKING_UNKNOWN, "not recorded" },
  { SHEET "making:mould=none,pieces=1", RING_MAKING_HOLDS, "One piece was made" },
  { SHEET "making:mould=none,pieces=2", RING_MAKING_FAILS, "2 pieces" },
  { SHEET "making:mould=kept,pieces=1", RING_MAKING_FAILS, "is kept" },
  { SHEET "making:mould=none", RING_MAKING_UNKNOWN, "how many pieces" },
  { "making:mould=none,pieces=1", RING_MAKING_UNKNOWN, "Parts" },
  { SHEET "making:pieces=1", RING_MAKING_UNKNOWN, "Whether a model or mould is kept" },
  { SHEET "making:mould=lost,pieces=1", RING_MAKING_UNKNOWN, "Whether a model or mould is kept" },
  { SHEET "making:mould=none,pieces=many", RING_MAKING_UNKNOWN, "how many pieces" },
  { SHEET "making:mould=none,pieces=-1", RING_MAKING_UNKNOWN, "how many pieces" },
  /* What was printed has a model, whatever is said. */
  { "part:name=Ring,method=printed; making:mould=none,pieces=1", RING_MAKING_UNKNOWN, "has a model or mould" },
  { "part:name=Ring,method=moulded; making:mould=none,pieces=1", RING_MAKING_UNKNOWN, "has a model or mould" },
  { "part:name=Ring,method=printed; making:mould=destroyed,pieces=1", RING_MAKING_HOLDS, "no model or mould is left" },
  { "part:name=Mounting,method=bought,number=7; making:mould=none,pieces=1", RING_MAKING_FAILS, "bought again" },
};

static void
check (RingMakingState (*judge) (const RingDrawing *, char **), const char *records, RingMakingState state, const char *says)
{
  g_autoptr (RingDrawing) drawing = read_records (records);
  g_autofree char *evidence = NULL;

  if (judge (drawing, &evidence) != state || strstr (evidence, says) == NULL)
    g_error ("“%s”: %s", records, evidence);
}

static void
test_handmade (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (handmade); i++)
    check (ring_making_is_handmade, handmade[i].records, handmade[i].state, handmade[i].says);
}

static void
test_single (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (single); i++)
    check (ring_making_is_one_of_a_kind, single[i].records, single[i].state, single[i].says);
}

/* Each preset is one step, takes the place of what was there, and claims no more than its name. */
static void
test_presets (void)
{
  static const RingMakingState states[]
      = { RING_MAKING_HOLDS, RING_MAKING_UNKNOWN, RING_MAKING_FAILS, RING_MAKING_FAILS, RING_MAKING_FAILS };
  guint n;
  const RingMakingValue *presets = ring_making_presets (&n);
  g_autoptr (RingDrawing) drawing = read_records ("gem:cut=round; inscription:text=A");
  g_autoptr (RingDesign) design = ring_design_new_for_drawing (drawing);

  g_assert_cmpuint (n, ==, G_N_ELEMENTS (states));
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *evidence = NULL;
      g_autofree char *of_one = NULL;
      guint parts = 0, pieces;

      ring_test_commit (design, ring_making_use (design, presets[i].value));
      for (guint k = 0; k < ring_drawing_get_n_records (ring_design_get_drawing (design)); k++)
        parts += g_str_equal (
            ring_record_get_kind (ring_drawing_get_record (ring_design_get_drawing (design), k)),
            RING_RECORD_PART);
      g_assert_cmpuint (parts, ==, 1);
      g_assert_cmpint (ring_making_is_handmade (ring_design_get_drawing (design), &evidence), ==, states[i]);
      g_assert_cmpint (ring_making_is_one_of_a_kind (ring_design_get_drawing (design), &of_one), !=,
                       RING_MAKING_HOLDS);
      g_assert_false (ring_making_get_pieces (ring_design_get_drawing (design), &pieces));
    }
  for (guint i = 0; i < n; i++)
    g_assert_true (ring_design_undo (design));
  g_assert_null (ring_drawing_find_record (ring_design_get_drawing (design), RING_RECORD_PART, NULL));
}

static void
test_hours (void)
{
  g_autoptr (RingDrawing) drawing
      = read_records ("operation:hours=2.5; operation:hours=0.25; operation:hours=-3; operation:hours=long");

  g_assert_cmpfloat (ring_making_get_hours (drawing), ==, 2.75);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/making/handmade", test_handmade);
  g_test_add_func ("/making/one-of-a-kind", test_single);
  g_test_add_func ("/making/presets", test_presets);
  g_test_add_func ("/making/hours", test_hours);
  return ring_test_run ();
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-making.h"

#include <glib/gi18n-lib.h>

static const RingMakingValue methods[] = {
  { "fabricated", N_ ("From sheet, wire or grain") },
  { "carved", N_ ("Wax carved by hand, cast") },
  { "printed", N_ ("Printed or milled, cast") },
  { "moulded", N_ ("Cast from a mould") },
  { "bought", N_ ("Bought finding or blank") },
};

static const RingMakingValue operations[] = {
  { "forming", N_ ("Shaping and forming") },
  { "casting", N_ ("Casting") },
  { "soldering", N_ ("Soldering") },
  { "setting", N_ ("Setting stones") },
  { "engraving", N_ ("Engraving") },
  { "finishing", N_ ("Finishing and polishing") },
};

static const RingMakingValue hands[] = {
  { "hand", N_ ("By hand, or led by hand") },
  { "machine", N_ ("By a machine") },
};

static const RingMakingValue moulds[] = {
  { "none", N_ ("There is none") },
  { "kept", N_ ("Kept") },
  { "destroyed", N_ ("Destroyed") },
};

static const RingMakingValue presets[] = {
  { "hand", N_ ("By hand alone, from sheet and wire") },
  { "carved", N_ ("Wax carved, cast, set by hand") },
  { "printed", N_ ("Printed wax, cast, set by hand") },
  { "moulded", N_ ("Cast from a mould, set by hand") },
  { "bought", N_ ("Bought mounting, set by hand") },
};

const RingMakingValue *
ring_making_methods (guint *n)
{
  *n = G_N_ELEMENTS (methods);
  return methods;
}

const RingMakingValue *
ring_making_operations (guint *n)
{
  *n = G_N_ELEMENTS (operations);
  return operations;
}

const RingMakingValue *
ring_making_hands (guint *n)
{
  *n = G_N_ELEMENTS (hands);
  return hands;
}

const RingMakingValue *
ring_making_moulds (guint *n)
{
  *n = G_N_ELEMENTS (moulds);
  return moulds;
}

const RingMakingValue *
ring_making_presets (guint *n)
{
  *n = G_N_ELEMENTS (presets);
  return presets;
}

/* -------------------------------------------------------------------- what is recorded */

static gboolean
says (const RingRecord *record, const char *name, const char *value)
{
  return g_strcmp0 (ring_record_get (record, name), value) == 0;
}

/* A number of a supplier tells that a part was bought, whatever else is said of it. */
static gboolean
is_bought (const RingRecord *part)
{
  return says (part, "method", "bought") || ring_record_get (part, "number") != NULL
         || ring_record_get (part, "supplier") != NULL;
}

static const char *
name_of (const RingRecord *part)
{
  return ring_record_get_or (part, "name", _ ("a part"));
}

static const char *
label_of (const RingRecord *operation)
{
  const char *what = ring_record_get_or (operation, "what", "");

  for (guint i = 0; i < G_N_ELEMENTS (operations); i++)
    if (g_str_equal (operations[i].value, what))
      return _ (operations[i].label);
  return what[0] != '\0' ? what : _ ("An operation");
}

static gboolean
has_operation (const RingDrawing *drawing, const char *what)
{
  g_autoptr (GPtrArray) operations = ring_drawing_list_records (drawing, RING_RECORD_OPERATION);

  for (guint i = 0; i < operations->len; i++)
    if (says (operations->pdata[i], "what", what))
      return TRUE;
  return FALSE;
}

static gboolean
has_kind (const RingDrawing *drawing, const char *kind)
{
  return ring_drawing_find_record (drawing, kind, NULL) != NULL;
}

static gboolean
has_stones (const RingDrawing *drawing)
{
  return has_kind (drawing, RING_RECORD_GEM) || has_kind (drawing, RING_RECORD_LAYOUT)
         || has_kind (drawing, RING_RECORD_STONE);
}

/* -------------------------------------------------------------------- handmade */

/* A part or an operation that excludes it: the sentence, or NULL. */
static char *
find_against (const RingDrawing *drawing)
{
  g_autoptr (GPtrArray) parts = ring_drawing_list_records (drawing, RING_RECORD_PART);
  g_autoptr (GPtrArray) done = ring_drawing_list_records (drawing, RING_RECORD_OPERATION);

  for (guint i = 0; i < parts->len; i++)
    {
      const RingRecord *record = parts->pdata[i];

      if (is_bought (record))
        /* Translators: a part of a ring, and a supplier's number. */
        return g_strdup_printf (_ ("%s was bought (number %s), so it was not formed from raw material."),
                                name_of (record), ring_record_get_or (record, "number", "–"));
      if (says (record, "method", "printed"))
        return g_strdup_printf (_ ("%s was printed or milled: no hand could vary it."), name_of (record));
      if (says (record, "method", "moulded"))
        return g_strdup_printf (_ ("%s was cast from a mould: no hand could vary each piece."),
                                name_of (record));
    }
  for (guint i = 0; i < done->len; i++)
    if (says (done->pdata[i], "by", "machine"))
      /* Translators: an operation. */
      return g_strdup_printf (_ ("%s was done by a machine."), label_of (done->pdata[i]));
  return NULL;
}

/* What keeps the answer open: the sentence, or NULL. */
static char *
find_open (const RingDrawing *drawing)
{
  g_autoptr (GPtrArray) parts = ring_drawing_list_records (drawing, RING_RECORD_PART);
  g_autoptr (GPtrArray) done = ring_drawing_list_records (drawing, RING_RECORD_OPERATION);
  const struct
  {
    const char *what;
    gboolean asked;
  } asked[] = {
    { "forming", TRUE },
    { "finishing", TRUE },
    { "setting", has_stones (drawing) },
    { "engraving", has_kind (drawing, RING_RECORD_INSCRIPTION) },
  };

  if (parts->len == 0)
    return g_strdup (_ ("Parts and methods of making are not recorded."));
  for (guint i = 0; i < parts->len; i++)
    {
      const RingRecord *record = parts->pdata[i];

      if (says (record, "method", "carved"))
        return g_strdup_printf (_ ("%s is a wax carved by hand and cast. Whether that is handmade is disputed in the "
                                   "trade: say “hand-carved wax, cast, hand-finished”."),
                                name_of (record));
      if (!says (record, "method", "fabricated"))
        return g_strdup_printf (_ ("How %s was made is not recorded."), name_of (record));
    }
  for (guint i = 0; i < done->len; i++)
    if (!says (done->pdata[i], "by", "hand"))
      return g_strdup_printf (_ ("%s: whether by hand or by a machine is not recorded."),
                              label_of (done->pdata[i]));
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    if (asked[i].asked && !has_operation (drawing, asked[i].what))
      {
        g_autoptr (RingRecord) none = ring_record_new (RING_RECORD_OPERATION, "none");
        g_autoptr (RingRecord) named = ring_record_with (none, "what", asked[i].what);

        return g_strdup_printf (_ ("%s: not recorded."), label_of (named));
      }
  return NULL;
}

RingMakingState
ring_making_is_handmade (const RingDrawing *drawing, char **evidence)
{
  g_autofree char *against = find_against (drawing);
  g_autofree char *open = against == NULL ? find_open (drawing) : NULL;
  const char *rule = _ ("16 CFR 23.3 asks that all shaping, finishing and decoration of every part be by hand, from "
                        "raw material.");

  if (against != NULL || open != NULL)
    {
      *evidence = g_strdup_printf ("%s %s", against != NULL ? against : open, rule);
      return against != NULL ? RING_MAKING_FAILS : RING_MAKING_UNKNOWN;
    }
  *evidence = g_strdup_printf (
      "%s %s",
      _ ("Every part is from sheet, wire or grain, and every operation by hand, as the making record says."), rule);
  return RING_MAKING_HOLDS;
}

/* -------------------------------------------------------------------- one of a kind */

gboolean
ring_making_get_pieces (const RingDrawing *drawing, guint *pieces)
{
  double n;

  if (!ring_record_get_number (ring_drawing_find_record (drawing, RING_RECORD_MAKING, NULL), "pieces", &n)
      || !(n >= 0 && n <= RING_MAKING_MOST_PIECES))
    return FALSE;
  *pieces = (guint) n;
  return TRUE;
}

/* What is left that another ring could be made from. */
static RingMakingState
judge_model (const RingDrawing *drawing, char **evidence)
{
  const RingRecord *making = ring_drawing_find_record (drawing, RING_RECORD_MAKING, NULL);
  g_autoptr (GPtrArray) parts = ring_drawing_list_records (drawing, RING_RECORD_PART);

  if (says (making, "mould", "kept"))
    {
      *evidence = g_strdup (_ ("Its model or mould is kept: another one can be made from it."));
      return RING_MAKING_FAILS;
    }
  for (guint i = 0; i < parts->len; i++)
    if ((says (parts->pdata[i], "method", "printed") || says (parts->pdata[i], "method", "moulded"))
        && !says (making, "mould", "destroyed"))
      {
        *evidence = g_strdup_printf (_ ("%s has a model or mould: whether that is kept or destroyed is not recorded."),
                                     name_of (parts->pdata[i]));
        return RING_MAKING_UNKNOWN;
      }
  if (!says (making, "mould", "none") && !says (making, "mould", "destroyed"))
    {
      *evidence = g_strdup (_ ("Whether a model or mould is kept is not recorded."));
      return RING_MAKING_UNKNOWN;
    }
  return RING_MAKING_HOLDS;
}

static gboolean
is_all_bought (const RingDrawing *drawing)
{
  g_autoptr (GPtrArray) parts = ring_drawing_list_records (drawing, RING_RECORD_PART);

  for (guint i = 0; i < parts->len; i++)
    if (!is_bought (parts->pdata[i]))
      return FALSE;
  return parts->len > 0;
}

RingMakingState
ring_making_is_one_of_a_kind (const RingDrawing *drawing, char **evidence)
{
  RingMakingState state;
  guint pieces = 0;
  gboolean counted = ring_making_get_pieces (drawing, &pieces);

  if (counted && pieces > 1)
    {
      *evidence = g_strdup_printf (_ ("%u pieces were made from this design."), pieces);
      return RING_MAKING_FAILS;
    }
  if (is_all_bought (drawing))
    {
      *evidence = g_strdup (_ ("Every part was bought, and can be bought again."));
      return RING_MAKING_FAILS;
    }
  state = judge_model (drawing, evidence);
  if (state != RING_MAKING_HOLDS)
    return state;
  if (!counted || !has_kind (drawing, RING_RECORD_PART))
    {
      *evidence = g_strdup (_ ("Parts, and how many pieces were made, are not both recorded."));
      return RING_MAKING_UNKNOWN;
    }
  *evidence = g_strdup_printf (
      pieces == 1 ? _ ("One piece was made, and no model or mould is left, as the making record says.")
                  : _ ("No piece was made yet, and no model or mould is left, as the making record says."));
  return RING_MAKING_HOLDS;
}

double
ring_making_get_hours (const RingDrawing *drawing)
{
  g_autoptr (GPtrArray) operations = ring_drawing_list_records (drawing, RING_RECORD_OPERATION);
  double hours = 0;

  for (guint i = 0; i < operations->len; i++)
    hours += ring_record_get_between (operations->pdata[i], "hours", 0, RING_MAKING_MOST_HOURS, 0);
  return hours;
}

/* -------------------------------------------------------------------- presets */

static void
remove_all (RingEdit *edit, const char *kind)
{
  const RingRecord *record;

  while ((record = ring_drawing_find_record (ring_edit_get_result (edit), kind, NULL)) != NULL)
    {
      g_autofree char *id = g_strdup (ring_record_get_id (record));

      ring_edit_remove_record (edit, kind, id);
    }
}

static void
add_operation (RingDesign *design, RingEdit *edit, const char *what, const char *by)
{
  g_autofree char *id = ring_design_new_id (design, 'o');
  g_autoptr (RingRecord) record = ring_record_new (RING_RECORD_OPERATION, id);

  ring_record_set (&record, "what", what);
  ring_record_set (&record, "by", by);
  ring_edit_set_record (edit, record);
}

static void
add_operations (RingDesign *design, RingEdit *edit, const char *preset)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  gboolean hand = g_str_equal (preset, "hand");

  if (hand || g_str_equal (preset, "carved"))
    add_operation (design, edit, "forming", "hand");
  if (g_str_equal (preset, "printed"))
    add_operation (design, edit, "forming", "machine");
  if (!hand && !g_str_equal (preset, "bought"))
    add_operation (design, edit, "casting", NULL);
  if (has_stones (drawing))
    add_operation (design, edit, "setting", "hand");
  /* How letters are cut is said by none but the first. */
  if (has_kind (drawing, RING_RECORD_INSCRIPTION))
    add_operation (design, edit, "engraving", hand ? "hand" : NULL);
  if (!g_str_equal (preset, "bought"))
    add_operation (design, edit, "finishing", hand ? "hand" : NULL);
}

/* It says no more than its name does: sheet and wire have no mould, and one that was cast from is there until
 * somebody says otherwise. How many pieces there are it does not know. */
RingEdit *
ring_making_use (RingDesign *design, const char *preset)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *old = ring_drawing_find_record (drawing, RING_RECORD_MAKING, NULL);
  RingEdit *edit = ring_edit_new (drawing, _ ("How It Is Made"));
  g_autofree char *id = ring_design_new_id (design, 'm');
  g_autoptr (RingRecord) part = ring_record_new (RING_RECORD_PART, id);
  g_autoptr (RingRecord) making
      = old != NULL ? ring_record_ref (old) : ring_record_new (RING_RECORD_MAKING, NULL);
  gboolean hand = g_str_equal (preset, "hand");

  remove_all (edit, RING_RECORD_PART);
  remove_all (edit, RING_RECORD_OPERATION);
  ring_record_set (&part, "name", g_str_equal (preset, "bought") ? _ ("Mounting") : _ ("Ring"));
  ring_record_set (&part, "method", hand ? "fabricated" : preset);
  ring_edit_set_record (edit, part);
  ring_record_set (&making, "mould", hand ? "none" : g_str_equal (preset, "moulded") ? "kept" : NULL);
  ring_edit_set_record (edit, making);
  add_operations (design, edit, preset);
  return edit;
}

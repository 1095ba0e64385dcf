/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-sign-off.h"

#include <glib/gi18n-lib.h>

#include "ring-changes.h"
#include "ring-clock.h"
#include "ring-error.h"
#include "ring-revision.h"
#include "ring-stone.h"

#define DECIMALS 2
/* Of the digest, as it is printed. */
#define SHOWN_DIGITS 16
#define GROUP 4

const char *
ring_signed_field (RingSigned which)
{
  static const char *const names[RING_N_SIGNED] = { "signature", "initials-size", "initials-engraving" };

  return names[which];
}

GPtrArray *
ring_sign_off_list (const RingDrawing *drawing)
{
  return ring_drawing_list_records (drawing, RING_RECORD_SIGN_OFF);
}

const RingRecord *
ring_sign_off_last (const RingDrawing *drawing)
{
  g_autoptr (GPtrArray) list = ring_sign_off_list (drawing);

  return list->len > 0 ? list->pdata[list->len - 1] : NULL;
}

RingDrawing *
ring_sign_off_get_state (const RingDrawing *drawing, const RingRecord *sign_off)
{
  return ring_drawing_get_state (drawing, ring_record_get (sign_off, "revision"));
}

static RingRecord *
record_without_terms (const RingRecord *record)
{
  return g_str_equal (ring_record_get_kind (record), RING_RECORD_STONE)
             ? ring_stone_without_terms (record)
             : ring_record_ref (record);
}

/* The views are the same objects, so that comparing them costs nothing. */
static RingDrawing *
without_terms (const RingDrawing *drawing)
{
  RingDrawingBuilder *builder
      = ring_drawing_builder_new (ring_drawing_get_uuid (drawing), ring_drawing_get_width (drawing),
                                  ring_drawing_get_height (drawing));

  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    ring_drawing_builder_add_view (builder, ring_drawing_get_view (drawing, i));
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      g_autoptr (RingRecord) record = record_without_terms (ring_drawing_get_record (drawing, i));

      ring_drawing_builder_add_record (builder, record);
    }
  return ring_drawing_builder_end (builder);
}

GPtrArray *
ring_sign_off_changes (const RingDrawing *drawing, const RingRecord *sign_off)
{
  const RingDrawing *state = ring_sign_off_get_state (drawing, sign_off);
  g_autoptr (RingDrawing) signed_state = NULL;
  g_autoptr (RingDrawing) present = NULL;

  if (state == NULL)
    return g_ptr_array_new_with_free_func (g_free);
  signed_state = without_terms (state);
  present = without_terms (drawing);
  return ring_changes_list (signed_state, present);
}

char *
ring_sign_off_format_digest (const RingRecord *sign_off)
{
  const char *digest = ring_record_get_or (sign_off, "digest", "");
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < SHOWN_DIGITS && g_ascii_isxdigit (digest[i]); i++)
    {
      if (i > 0 && i % GROUP == 0)
        g_string_append_c (text, ' ');
      g_string_append_c (text, digest[i]);
    }
  return g_string_free (text, FALSE);
}

/* NULL for a name of blanks. */
static char *
get_typed (const RingSigning *signing)
{
  g_autofree char *typed = NULL;

  if (signing->outlines[RING_SIGNED_NAME] != NULL || signing->typed == NULL)
    return NULL;
  typed = g_utf8_substring (signing->typed, 0,
                            MIN (RING_SIGNED_TYPED_CHARS, g_utf8_strlen (signing->typed, -1)));
  g_strstrip (typed);
  return typed[0] != '\0' ? g_steal_pointer (&typed) : NULL;
}

static RingRecord *
make_record (RingDesign *design, const char *digest, const RingSigning *signing)
{
  const RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *commission = ring_drawing_find_record (drawing, RING_RECORD_COMMISSION, NULL);
  g_autofree char *id = ring_design_new_id (design, 'o');
  g_autofree char *typed = get_typed (signing);
  g_autofree char *at = ring_clock_format (ring_clock_now_ms ());
  RingRecord *record = ring_record_new (RING_RECORD_SIGN_OFF, id);

  ring_record_set (&record, "at", at);
  ring_record_set (&record, "digest", digest);
  ring_record_set (&record, "name", ring_record_get (commission, "client"));
  ring_record_set (&record, "typed", typed);
  for (guint i = 0; i < RING_N_SIGNED; i++)
    {
      g_autoptr (GString) d = g_string_new (NULL);

      if (signing->outlines[i] == NULL)
        continue;
      ring_path_to_svg (signing->outlines[i], DECIMALS, d);
      ring_record_set (&record, ring_signed_field (i), d->str);
    }
  return record;
}

RingEdit *
ring_sign_off_make (RingDesign *design, const char *digest, const RingSigning *signing, GError **error)
{
  const RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *there = ring_revision_find_present (drawing);
  g_autoptr (RingEdit) edit = NULL;
  g_autofree char *revision = NULL;
  g_autofree char *typed = get_typed (signing);
  RingRecord *record;

  if (signing->outlines[RING_SIGNED_NAME] == NULL && typed == NULL)
    {
      g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID,
                           _("Nobody has signed yet: sign on the line, or type the name there."));
      return NULL;
    }
  if (there != NULL)
    {
      revision = g_strdup (ring_record_get_id (there));
      edit = ring_edit_new (drawing, _("Sign"));
    }
  else
    {
      edit = ring_revision_keep_as (design, NULL, NULL, _("Sign"), &revision, error);
      if (edit == NULL)
        return NULL;
    }
  record = make_record (design, digest, signing);
  ring_record_set (&record, "revision", revision);
  ring_edit_set_record (edit, record);
  ring_record_unref (record);
  return g_steal_pointer (&edit);
}

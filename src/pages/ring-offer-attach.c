/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-offer-attach.h"

#include <glib/gi18n-lib.h>

#include "ring-custody.h"
#include "ring-error.h"
#include "ring-gem-view.h"
#include "ring-stone-gem.h"
#include "ring-stone-note.h"

/* Why the card must stay as it is, translated; NULL if it may change. */
static char *
get_refusal (const RingDrawing *drawing, const RingRecord *stone)
{
  g_autoptr (GArray) log = ring_custody_list (drawing, ring_record_get_id (stone));

  if (log->len > 0)
    return g_strdup (
        _ ("This card has a custody log of the stone that it tells of, and stays as it is. Attach "
           "the new one as a stone of its own."));
  return ring_offer_refuses (stone);
}

/* The gem gets the card, unless it has one, and is drawn as the stone was measured. */
static void
link_gem (RingEdit *edit,
          const RingDrawing *drawing,
          const RingRecord *record,
          const RingRecord *stone)
{
  g_autoptr (RingRecord) linked = ring_record_with (record, "stone", ring_record_get_id (stone));
  g_autoptr (RingRecord) next = NULL;
  RingGem gem;

  if (!ring_gem_init (&gem, record)
      || (gem.stone[0] != '\0'
          && ring_drawing_find_record (drawing, RING_RECORD_STONE, gem.stone) != NULL)
      || !ring_gem_init (&gem, linked))
    return;
  ring_stone_gem_fit (stone, &gem);
  next = ring_gem_to_record (&gem, linked);
  ring_edit_set_record (edit, next);
}

char *
ring_offer_attach (RingDesign *design,
                   const RingOffer *offer,
                   const char *stone_id,
                   const char *gem_id,
                   GError **error)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *before
      = stone_id != NULL ? ring_drawing_find_record (drawing, RING_RECORD_STONE, stone_id) : NULL;
  const RingRecord *gem
      = gem_id != NULL ? ring_drawing_find_record (drawing, RING_RECORD_GEM, gem_id) : NULL;
  g_autofree char *refusal = before != NULL ? get_refusal (drawing, before) : NULL;
  g_autofree char *id = NULL;
  g_autoptr (RingRecord) empty = NULL;
  g_autoptr (RingRecord) stone = NULL;
  RingEdit *edit;

  if (refusal != NULL)
    {
      g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID, refusal);
      return NULL;
    }
  id = before != NULL ? g_strdup (stone_id) : ring_design_new_id (design, 't');
  empty = before != NULL ? ring_record_ref (before) : ring_record_new (RING_RECORD_STONE, id);
  stone = ring_offer_to_stone (offer, empty);
  edit = ring_edit_new (drawing, _ ("Attach Stone"));
  ring_stone_note_set (edit, stone);
  if (before == NULL && gem != NULL)
    link_gem (edit, drawing, gem, stone);
  if (ring_design_commit (design, edit))
    return g_steal_pointer (&id);
  g_set_error_literal (
      error, RING_ERROR, RING_ERROR_READ_ONLY,
      _ ("This design is read-only: save it under another name, then attach the stone."));
  return NULL;
}

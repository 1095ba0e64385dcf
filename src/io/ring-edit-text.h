/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A step as text, for the journal and the kept history: a few lines that say where things were
 * put, an empty line, and a small design that holds the things, written and read by the same code
 * as the file (docs/reliability.md). Pure functions; safe from any thread. */
#pragma once

#include "ring-edit.h"

G_BEGIN_DECLS

/* EXTRA is the root's (ring_drawing_get_extra()): items of other programs need its namespaces. KNOWN, which
 * may be NULL, are the names of the photos that the text need not hold, since they stand before it. */
void      ring_edit_to_text (const RingEdit *edit, const char *const *extra, GHashTable *known, GString *out);
/* The photos that the step shows, before and after; of RingPhoto, without references. */
GPtrArray *ring_edit_list_photos (const RingEdit *edit) G_GNUC_WARN_UNUSED_RESULT;
/* The things that a step touches, read but not yet tried on a drawing. */
typedef struct _RingEditText RingEditText;
/* PHOTOS, of RingPhoto by name, are those that stand before it; those that it brings are added. */
RingEditText *ring_edit_text_read (const char *text, gsize n, GHashTable *photos, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void          ring_edit_text_free (RingEditText *parsed);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingEditText, ring_edit_text_free)
/* The step on BASE. NULL with RING_ERROR_FORMAT when it does not fit there. */
RingEdit     *ring_edit_text_build (const RingEditText *parsed, const RingDrawing *base, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* The step without a state it was tried on, for undo: ring_edit_try_apply() must try it. */
RingEdit     *ring_edit_text_build_loose (const RingEditText *parsed) G_GNUC_WARN_UNUSED_RESULT;

/* A table for PHOTOS, which has those of DRAWING. */
GHashTable   *ring_edit_text_photos_new (const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

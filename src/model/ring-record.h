/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One record of a design: the commission, a ring, a gem on it, its setting, an inscription, a stone,
 * a line of its custody log, a photo, an entry of the conversation, a task, a choice from the menus. A kind, an id and
 * named text fields; what has no field is not recorded.
 *
 * Immutable and reference-counted: changing a field makes a new record. Safe from any thread.
 * Field values are clean text (ring-text.h); numbers are written in the C locale. */
#pragma once

#include "ring-photo.h"

G_BEGIN_DECLS

/* The kinds, which are the element names of the file. A design has one commission and at most
 * one page, one choice, one estimate, one making and one branch; the others are lists. */
#define RING_RECORD_COMMISSION "commission"
#define RING_RECORD_PAGE "page"
#define RING_RECORD_RING "ring"
#define RING_RECORD_GEM "gem"
#define RING_RECORD_SETTING "setting"
#define RING_RECORD_LAYOUT "layout"
#define RING_RECORD_INSCRIPTION "inscription"
#define RING_RECORD_STONE "stone"
#define RING_RECORD_CUSTODY "custody" /* ring-custody.h */
#define RING_RECORD_TAKE_IN "take-in" /* ring-take-in.h */
#define RING_RECORD_PLOT "plot" /* ring-plot.h */
#define RING_RECORD_PHOTO "photo" /* ring-photo-list.h */
#define RING_RECORD_ENTRY "entry"
#define RING_RECORD_TASK "task" /* ring-task.h */
#define RING_RECORD_CHOICE "choice"
#define RING_RECORD_ESTIMATE "estimate" /* ring-estimate.h */
#define RING_RECORD_RATE "rate"
#define RING_RECORD_ALTERNATIVE "alternative"
#define RING_RECORD_MAKING "making" /* ring-making.h */
#define RING_RECORD_PART "part"
#define RING_RECORD_OPERATION "operation"
#define RING_RECORD_REVISION "revision" /* the head of one: ring-revision.h */
#define RING_RECORD_BRANCH "branch"     /* which revision the present went on from */
#define RING_RECORD_SIGN_OFF "sign-off" /* ring-sign-off.h */
#define RING_RECORD_CLIP "clip" /* on the clipboard alone: ring-clip.h */

typedef struct _RingRecord RingRecord;

RingRecord *ring_record_new (const char *kind, const char *id) G_GNUC_WARN_UNUSED_RESULT;
RingRecord *ring_record_ref (const RingRecord *record);
void        ring_record_unref (const RingRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingRecord, ring_record_unref)

/* A copy with one field set; a VALUE of NULL or "" takes the field away. */
RingRecord *ring_record_with (const RingRecord *record, const char *name, const char *value) G_GNUC_WARN_UNUSED_RESULT;
RingRecord *ring_record_with_number (const RingRecord *record, const char *name, double value, guint decimals) G_GNUC_WARN_UNUSED_RESULT;

/* The same in the place of *RECORD, whose reference is given up. */
void        ring_record_set (RingRecord **record, const char *name, const char *value);
void        ring_record_set_number (RingRecord **record, const char *name, double value, guint decimals);

/* A copy that shows PHOTO, whose name becomes the field "image": so a photo is in a drawing as long as
 * a record shows it, and goes and comes with undo. PHOTO NULL takes it away. */
RingRecord *ring_record_with_photo (const RingRecord *record, RingPhoto *photo) G_GNUC_WARN_UNUSED_RESULT;
RingPhoto  *ring_record_get_photo (const RingRecord *record); /* or NULL */

const char *ring_record_get_kind (const RingRecord *record);
const char *ring_record_get_id (const RingRecord *record);
/* NULL when not recorded. */
const char *ring_record_get (const RingRecord *record, const char *name);
gboolean    ring_record_get_number (const RingRecord *record, const char *name, double *value);
/* OTHERWISE when not recorded; the number also when it is none from LEAST to MOST. RECORD may be
 * NULL. */
const char *ring_record_get_or (const RingRecord *record, const char *name, const char *otherwise);
double      ring_record_get_between (const RingRecord *record, const char *name, double least, double most, double otherwise);
/* Fields in alphabetical order. */
guint       ring_record_get_n_fields (const RingRecord *record);
const char *ring_record_get_field (const RingRecord *record, guint i, const char **value);
gboolean    ring_record_equal (const RingRecord *a, const RingRecord *b);
/* Where records of KIND stand among the others, in a drawing as in its file; unknown kinds last. */
guint       ring_record_kind_order (const char *kind);
/* Whether NAME is one of the kinds. */
gboolean    ring_record_is_kind (const char *name);
/* Whether records of KIND say what the ring is, and so belong to each revision of it; the others
 * belong to the design as a whole, which has one past. */
gboolean    ring_record_is_revised (const char *kind);
/* Whether the field NAME of records of KIND is path data that a pen made: nobody reads it, and it is longer
 * than a text may be, up to RING_RECORD_OUTLINE_CHARS. */
#define RING_RECORD_OUTLINE_CHARS (1u << 20)
gboolean    ring_record_is_outline (const char *kind, const char *name);

G_END_DECLS

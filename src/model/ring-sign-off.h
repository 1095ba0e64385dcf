/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a client signed. A record "sign-off" with the fields revision (its id), digest (ring-digest.h),
 * at (the moment), name (who signed) and, as outlines in mm of their field, y down: signature,
 * initials-size and initials-engraving; or instead of the signature, typed: the name as it was typed
 * where there was no pen. How the pen was led is not kept. Pure. */
#pragma once

#include "ring-design.h"

G_BEGIN_DECLS

/* The fields that are signed, in mm: each outline lies in its own. */
typedef enum
{
  RING_SIGNED_NAME,
  RING_SIGNED_SIZE,      /* initials beside the finger size */
  RING_SIGNED_ENGRAVING, /* and beside the engraving */
} RingSigned;
#define RING_N_SIGNED (RING_SIGNED_ENGRAVING + 1)
#define RING_SIGNED_TYPED_CHARS 60

/* What was given; NULL for what was left empty. */
typedef struct
{
  RingPath *outlines[RING_N_SIGNED];
  const char *typed; /* counts where the outline of the signature is NULL */
} RingSigning;

const char *ring_signed_field (RingSigned which); /* of the record */

/* Their records, the oldest first. */
GPtrArray        *ring_sign_off_list (const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;
const RingRecord *ring_sign_off_last (const RingDrawing *drawing); /* or NULL */
/* What was signed; NULL where the revision is gone. */
RingDrawing      *ring_sign_off_get_state (const RingDrawing *drawing, const RingRecord *sign_off);
/* What is another in the present than in what was signed, as ring_changes_list(), but without what
 * only the shop knows of its stones. */
GPtrArray        *ring_sign_off_changes (const RingDrawing *drawing, const RingRecord *sign_off) G_GNUC_WARN_UNUSED_RESULT;

/* The digest as it is printed: its first 16 digits in groups of four. */
char             *ring_sign_off_format_digest (const RingRecord *sign_off) G_GNUC_WARN_UNUSED_RESULT;

/* The present as signed, and as a revision where it is none: one step. DIGEST is that of the present.
 * NULL with RING_ERROR_INVALID without a signature, or as ring_revision_keep(). */
RingEdit *ring_sign_off_make (RingDesign *design, const char *digest, const RingSigning *signing, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

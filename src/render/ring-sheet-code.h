/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which design a paper shows: job number, revision, day and the beginning of the digest (ring-digest.h) as a line
 * that one can type and as a QR code. Any thread; mm. */
#pragma once

#include <cairo.h>

#include "ring-drawing.h"

G_BEGIN_DECLS

/* So many digits of the digest are on paper: no two designs of a shop share them by chance. */
#define RING_SHEET_CODE_DIGITS 16
/* What a drawn code takes of the paper, with its white rim: square. */
#define RING_SHEET_CODE_SIDE 15.0

/* Of the present of DRAWING: "RW/2026-014/C/2026-11-27/1F3A9C0D2B4E6F70"; what is not known is "-". */
char *ring_sheet_code_make (const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;

typedef enum
{
  RING_SHEET_IS_PRESENT,
  RING_SHEET_IS_REVISION, /* one that is not the present */
  RING_SHEET_IS_OTHER,    /* another design, or one that was changed and not kept */
} RingSheetMatch;

/* What CODE, however spaced and in whichever case, is of DRAWING; *REVISION is the one it shows, or NULL. FALSE with
 * RING_ERROR_SYNTAX for what is no code. */
gboolean ring_sheet_code_match (const RingDrawing *drawing, const char *code, RingSheetMatch *match, const RingRecord **revision, GError **error);

/* The QR code with its upper right corner at X, Y. */
void     ring_sheet_code_draw (cairo_t *cr, const char *code, double x, double y, double side);

G_END_DECLS

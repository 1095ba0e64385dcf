/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The paper that a design is drawn on: jewelers render on toned papers too, where white and light
 * metal stand out (grey, tobacco, maroon and black). It is said in the record of the page, field
 * "paper"; field "print" is "no" where only the drawing is to be printed. Pure. */
#pragma once

#include "ring-design.h"

G_BEGIN_DECLS

typedef enum
{
  RING_PAPER_WHITE, /* warm white, and what a design has that says nothing */
  RING_PAPER_GREY,
  RING_PAPER_TOBACCO,
  RING_PAPER_MAROON,
  RING_PAPER_BLACK,
} RingPaper;
#define RING_N_PAPERS (RING_PAPER_BLACK + 1)

RingPaper   ring_paper_get (const RingDrawing *drawing);
/* Whether the design wants its paper printed, whichever it is. */
gboolean    ring_paper_is_wanted (const RingDrawing *drawing);
/* Whether prints and pictures show the paper; white paper is never printed. */
gboolean    ring_paper_is_printed (const RingDrawing *drawing);
/* The paper of prints and pictures: white where the design's own is left out. */
RingPaper   ring_paper_get_printed (const RingDrawing *drawing);
/* The step that changes it; an empty one where nothing would change. */
RingEdit   *ring_paper_set (const RingDrawing *drawing, RingPaper paper, gboolean printed) G_GNUC_WARN_UNUSED_RESULT;

guint32     ring_paper_colour (RingPaper paper); /* 0xRRGGBBff */
/* COLOUR of a guide line or a label on white paper, as it stays readable on PAPER. */
guint32     ring_paper_guide (RingPaper paper, guint32 colour);
const char *ring_paper_id (RingPaper paper);    /* "warm-white" */
gboolean    ring_paper_find (const char *id, RingPaper *paper);
const char *ring_paper_label (RingPaper paper); /* untranslated; its context is "paper" */

G_END_DECLS

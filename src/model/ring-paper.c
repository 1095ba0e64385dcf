/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-paper.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define RECORD_ID "page"
#define DARKEST 0.8

/* A guide's colour goes PART of the way to TOWARDS, so that it stands out from the paper as much as
 * it did from white. The colours are this program's choice, after the papers of the trade. */
static const struct
{
  const char *id, *label;
  guint32 colour;
  guint32 towards;
  double part;
} papers[RING_N_PAPERS] = {
  [RING_PAPER_WHITE] = { "warm-white", NC_ ("paper", "Warm white"), 0xfffdf8ff, 0x000000ff, 0 },
  [RING_PAPER_GREY] = { "grey", NC_ ("paper", "Grey"), 0xb9b6aeff, 0x2f4256ff, 0.7 },
  [RING_PAPER_TOBACCO] = { "tobacco", NC_ ("paper", "Tobacco"), 0xa68560ff, 0x33261bff, 0.72 },
  [RING_PAPER_MAROON] = { "maroon", NC_ ("paper", "Maroon"), 0x572029ff, 0xf3e9eaff, 0.4 },
  [RING_PAPER_BLACK] = { "black", NC_ ("paper", "Black"), 0x1c1b1dff, 0xe6eaeeff, 0.1 },
};

static const RingRecord *
find_record (const RingDrawing *drawing)
{
  return ring_drawing_find_record (drawing, RING_RECORD_PAGE, NULL);
}

gboolean
ring_paper_find (const char *id, RingPaper *paper)
{
  for (guint i = 0; i < RING_N_PAPERS; i++)
    if (g_strcmp0 (id, papers[i].id) == 0)
      {
        *paper = (RingPaper) i;
        return TRUE;
      }
  return FALSE;
}

RingPaper
ring_paper_get (const RingDrawing *drawing)
{
  const RingRecord *record = find_record (drawing);
  const char *id = record != NULL ? ring_record_get (record, "paper") : NULL;
  RingPaper paper = RING_PAPER_WHITE;

  ring_paper_find (id, &paper);
  return paper;
}

gboolean
ring_paper_is_wanted (const RingDrawing *drawing)
{
  const RingRecord *record = find_record (drawing);

  return record == NULL || !g_str_equal (ring_record_get_or (record, "print", "yes"), "no");
}

gboolean
ring_paper_is_printed (const RingDrawing *drawing)
{
  return ring_paper_get (drawing) != RING_PAPER_WHITE && ring_paper_is_wanted (drawing);
}

RingPaper
ring_paper_get_printed (const RingDrawing *drawing)
{
  return ring_paper_is_printed (drawing) ? ring_paper_get (drawing) : RING_PAPER_WHITE;
}

RingEdit *
ring_paper_set (const RingDrawing *drawing, RingPaper paper, gboolean printed)
{
  const RingRecord *old = find_record (drawing);
  RingEdit *edit = ring_edit_new (drawing, _ ("Paper"));
  g_autoptr (RingRecord) base = NULL;
  g_autoptr (RingRecord) with_paper = NULL;
  g_autoptr (RingRecord) record = NULL;

  g_return_val_if_fail ((guint) paper < RING_N_PAPERS, edit);

  if (paper == ring_paper_get (drawing) && !printed == !ring_paper_is_wanted (drawing))
    return edit;
  base = old != NULL ? ring_record_ref ((RingRecord *) old)
                     : ring_record_new (RING_RECORD_PAGE, RECORD_ID);
  with_paper
      = ring_record_with (base, "paper", paper != RING_PAPER_WHITE ? papers[paper].id : NULL);
  record = ring_record_with (with_paper, "print", printed ? NULL : "no");
  ring_edit_set_record (edit, record);
  return edit;
}

guint32
ring_paper_colour (RingPaper paper)
{
  g_return_val_if_fail ((guint) paper < RING_N_PAPERS, 0);
  return papers[paper].colour;
}

/* ITU-R BT.601. */
static double
brightness (guint32 rgba)
{
  return (0.299 * (rgba >> 24) + 0.587 * (rgba >> 16 & 0xff) + 0.114 * (rgba >> 8 & 0xff)) / 255;
}

guint32
ring_paper_guide (RingPaper paper, guint32 colour)
{
  guint32 guide = colour & 0xff;
  double part;

  g_return_val_if_fail ((guint) paper < RING_N_PAPERS, colour);
  part = papers[paper].part;
  /* On dark paper what was dark is lit the more. */
  if (brightness (papers[paper].colour) < 0.4)
    part = fmax (part, DARKEST - brightness (colour));
  for (int shift = 24; shift >= 8; shift -= 8)
    {
      double from = (colour >> shift) & 0xff;
      double to = (papers[paper].towards >> shift) & 0xff;

      guide |= (guint32) lround (from + (to - from) * part) << shift;
    }
  return guide;
}

const char *
ring_paper_id (RingPaper paper)
{
  g_return_val_if_fail ((guint) paper < RING_N_PAPERS, NULL);
  return papers[paper].id;
}

const char *
ring_paper_label (RingPaper paper)
{
  g_return_val_if_fail ((guint) paper < RING_N_PAPERS, NULL);
  return papers[paper].label;
}

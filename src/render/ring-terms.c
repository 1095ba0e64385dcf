/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-terms.h"

#include <glib/gi18n-lib.h>

#include "ring-flow.h"
#include "ring-frame.h"

static guint
put_terms (cairo_t *cr, const RingExportOptions *options, double width, double height, guint wanted)
{
  RingRect room = ring_frame_get_room (options, width, height, FALSE);
  g_auto (GStrv) parts = g_strsplit (options->shop->terms, "\n", -1);
  RingFlow flow;

  ring_flow_init (&flow, cr, room, room, wanted);
  ring_flow_heading (&flow, _("Terms"), 10);
  for (guint i = 0; parts[i] != NULL; i++)
    if (g_strstrip (parts[i])[0] != '\0')
      ring_flow_paragraph (&flow, parts[i], RING_FLOW_INK);
  return flow.page + 1;
}

static gboolean
has_terms (const RingExportOptions *options)
{
  return options->shop != NULL && options->shop->terms[0] != '\0';
}

/* Nothing on these pages is measured. */
static RingExportOptions
without_bars (const RingExportOptions *options)
{
  RingExportOptions plain = *options;

  plain.scale_bar = FALSE;
  return plain;
}

guint
ring_terms_count (const RingExportOptions *options, double width, double height)
{
  RingExportOptions plain = without_bars (options);
  cairo_t *cr;
  guint n;

  if (!has_terms (options))
    return 0;
  cr = ring_prose_new_context ();
  n = put_terms (cr, &plain, width, height, RING_FLOW_NONE);
  cairo_destroy (cr);
  return n;
}

void
ring_terms_draw (cairo_t *cr, const RingExportOptions *options, double width, double height, guint i, guint page, guint n)
{
  RingExportOptions plain = without_bars (options);

  if (!has_terms (options))
    return;
  ring_frame_draw (cr, &plain, width, height, page, n);
  put_terms (cr, &plain, width, height, i);
}

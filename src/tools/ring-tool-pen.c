/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pen: every sample becomes part of one stroke. It dries later, where it is first looked at,
 * which is in a painter's thread: lifting the pen costs the hand nothing. */

#include "ring-tool-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far a dry outline may lie from the ideal sweep: on paper, and in pixels of the zoom it was
 * drawn at, whichever is finer. */
#define FIT_PAPER_MM 0.01
#define FIT_PIXELS 0.25

/* The style INSTRUMENT begins with; VIEW_SCALE divides its width into millimetres of a view. */
void
ring_stroke_style_init (RingStrokeStyle *style, RingInstrument instrument, double view_scale)
{
  const RingInstrumentInfo *info = ring_instrument_get_info (instrument);

  *style = (RingStrokeStyle){ .instrument = instrument, .ink = info->ink, .colour = info->colour };
  style->ink.width /= view_scale;
}

/* Rounded as the file rounds it, so that the picture can be made again from the file. */
static double
kept (double value)
{
  return MAX (1e-4, (double) (int) (value * 1e4 + 0.5) / 1e4);
}

static RingStrokeStyle
style_in_view (const RingTool *tool)
{
  RingStrokeStyle style = tool->style;

  style.ink.width /= tool->scale;
  style.grain = style.instrument == RING_INSTRUMENT_PENCIL ? kept (1 / tool->scale) : 0;
  return style;
}

static void
pen_begin (RingTool *tool, const RingSample *sample)
{
  RingStrokeStyle style = style_in_view (tool);

  tool->wet = ring_wet_ink_new (&style.ink);
  ring_wet_ink_add (tool->wet, sample);
}

static void
pen_update (RingTool *tool, const RingSample *sample)
{
  ring_wet_ink_add (tool->wet, sample);
}

/* Samples FIRST to FIRST + N as one stroke item of the design. A draft has no outline and no id of
 * its own: whoever restores it makes both. */
static RingItem *
make_stroke (RingTool *tool, gsize first, gsize n, gboolean draft)
{
  const RingSample *raw = &g_array_index (tool->samples, RingSample, first);
  g_autofree RingSample *shifted = g_memdup2 (raw, n * sizeof *raw);
  g_autofree char *id = draft ? g_strdup_printf ("draft%" G_GSIZE_FORMAT, first)
                              : ring_design_new_id (tool->design, ring_item_kind_letter (RING_ITEM_STROKE));
  g_autoptr (RingSamples) samples = NULL;
  g_autoptr (RingInkPicture) picture = NULL;
  RingStroke stroke = { 0 };

  for (gsize i = 0; i < n; i++)
    shifted[i].time -= raw[0].time;
  samples = ring_samples_new (shifted, n, tool->t0 + raw[0].time);

  stroke.samples = samples;
  stroke.style = style_in_view (tool);
  stroke.fit = MIN (FIT_PAPER_MM / tool->scale, FIT_PIXELS * tool->pixel);
  stroke.fit = MAX (1e-4, (double) (int) (stroke.fit * 1e4) / 1e4);
  stroke.style.ink.width = kept (stroke.style.ink.width);
  stroke.style.ink.min_ratio = stroke.style.ink.min_ratio > 0 ? kept (stroke.style.ink.min_ratio) : 0;
  stroke.style.ink.curve = ring_pressure_curve_clean (stroke.style.ink.curve);
  stroke.style.ink.tilt = ring_instrument_get_info (stroke.style.instrument)->ink.tilt;
  if (draft)
    {
      g_autoptr (RingPath) nothing = ring_path_new ();
      RingPath *const paths[] = { nothing };

      /* Drying a stroke over and over while it grows would be work for nobody. */
      picture = ring_ink_picture_new (paths, 1);
    }
  stroke.picture = picture;
  return ring_item_new_stroke (id, &stroke);
}

static RingEdit *
make_edit (RingTool *tool, gboolean draft)
{
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (tool->design), _("Stroke"));
  gsize n = tool->samples->len;

  /* A stroke past the limit continues in another that begins with the last one's end; both are
   * one step. */
  for (gsize first = 0; first == 0 || first + 1 < n; first += RING_SAMPLES_MAX - 1)
    {
      g_autoptr (RingItem) item = make_stroke (tool, first, MIN (n - first, RING_SAMPLES_MAX), draft);

      if (item != NULL)
        ring_edit_append_item (edit, tool->layer_id, item);
    }
  if (ring_edit_is_empty (edit))
    g_clear_pointer (&edit, ring_edit_unref);
  return edit;
}

static RingEdit *
pen_draft (RingTool *tool)
{
  return make_edit (tool, TRUE);
}

static gboolean
pen_end (RingTool *tool)
{
  RingEdit *edit = make_edit (tool, FALSE);

  return edit != NULL && ring_design_commit (tool->design, edit);
}

const RingToolClass ring_tool_pen_class = {
  .kind = RING_TOOL_PEN,
  .role = RING_ROLE_INK,
  .begin = pen_begin,
  .update = pen_update,
  .end = pen_end,
  .draft = pen_draft,
};

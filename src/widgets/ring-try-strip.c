/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-try-strip.h"

#include <glib/gi18n-lib.h>

#include "ring-hand.h"
#include "ring-paint.h"
#include "ring-scratch.h"
#include "ring-swatch.h"

#define HEIGHT 110
/* So many strokes are drawn again with each step of a slider; older ones go. */
#define MAX_STROKES 24

typedef struct
{
  GArray *samples; /* of RingSample, mm of paper */
  RingItem *item;
} Trial;

struct _RingTryStrip
{
  GtkWidget parent_instance;

  RingScratch *scratch;
  RingStrokeStyle style;
  double scale; /* pixels a mm; 0 before the first style */
  gboolean stale; /* the style changed while a stroke was in hand */
  GPtrArray *trials;
  GArray *in_hand; /* of RingSample; NULL for none */
  guint32 time0;
};

G_DEFINE_FINAL_TYPE (RingTryStrip, ring_try_strip, GTK_TYPE_WIDGET)

enum
{
  STROKES_CHANGED,
  PRESSURE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
trial_free (gpointer data)
{
  Trial *trial = data;

  g_array_unref (trial->samples);
  g_clear_pointer (&trial->item, ring_item_unref);
  g_free (trial);
}

static void
strokes_changed (RingTryStrip *strip)
{
  gtk_widget_queue_draw (GTK_WIDGET (strip));
  g_signal_emit (strip, signals[STROKES_CHANGED], 0);
}

static void
draw_again (RingTryStrip *strip)
{
  for (guint i = 0; i < strip->trials->len; i++)
    {
      Trial *trial = g_ptr_array_index (strip->trials, i);

      g_clear_pointer (&trial->item, ring_item_unref);
      trial->item = ring_scratch_draw (strip->scratch, &strip->style, 1 / strip->scale,
                                       (const RingSample *) trial->samples->data,
                                       trial->samples->len);
    }
  strip->stale = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (strip));
}

/* The picture. */

static void
draw_wet (RingTryStrip *strip, cairo_t *cr)
{
  g_autoptr (RingPath) path = ring_scratch_get_wet_path (strip->scratch);

  if (path == NULL)
    return;
  ring_paint_path (cr, path);
  ring_paint_set_colour (cr, strip->style.colour);
  cairo_fill (cr);
}

static void
draw_hint (GtkWidget *widget, GtkSnapshot *snapshot)
{
  g_autoptr (PangoLayout) layout = gtk_widget_create_pango_layout (widget, _("Draw here"));
  GdkRGBA grey = { 0.17f, 0.17f, 0.19f, 0.55f };
  int width, height;

  pango_layout_get_pixel_size (layout, &width, &height);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (
    snapshot, &GRAPHENE_POINT_INIT ((float) (gtk_widget_get_width (widget) - width) / 2,
                                    (float) (gtk_widget_get_height (widget) - height) / 2));
  gtk_snapshot_append_layout (snapshot, layout, &grey);
  gtk_snapshot_restore (snapshot);
}

static void
ring_try_strip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RingTryStrip *strip = RING_TRY_STRIP (widget);
  cairo_t *cr;

  if (strip->scale <= 0)
    return;
  if (strip->trials->len == 0 && strip->in_hand == NULL)
    draw_hint (widget, snapshot);
  cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                   (float) gtk_widget_get_height (widget)));
  cairo_scale (cr, strip->scale, strip->scale);
  for (guint i = 0; i < strip->trials->len; i++)
    {
      const Trial *trial = g_ptr_array_index (strip->trials, i);

      if (trial->item != NULL)
        ring_paint_item (cr, trial->item);
    }
  draw_wet (strip, cr);
  cairo_destroy (cr);
}

static void
ring_try_strip_measure (GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum,
                        int *natural, int *minimum_baseline, int *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : HEIGHT;
  *natural = *minimum;
}

static void
ring_try_strip_unmap (GtkWidget *widget)
{
  ring_try_strip_end (RING_TRY_STRIP (widget));
  GTK_WIDGET_CLASS (ring_try_strip_parent_class)->unmap (widget);
}

static void
ring_try_strip_finalize (GObject *object)
{
  RingTryStrip *strip = RING_TRY_STRIP (object);

  g_clear_pointer (&strip->in_hand, g_array_unref);
  g_ptr_array_unref (strip->trials);
  ring_scratch_free (strip->scratch);
  G_OBJECT_CLASS (ring_try_strip_parent_class)->finalize (object);
}

static void
ring_try_strip_class_init (RingTryStripClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);

  G_OBJECT_CLASS (class)->finalize = ring_try_strip_finalize;
  widget_class->snapshot = ring_try_strip_snapshot;
  widget_class->measure = ring_try_strip_measure;
  widget_class->unmap = ring_try_strip_unmap;
  signals[STROKES_CHANGED] = g_signal_new ("strokes-changed", RING_TYPE_TRY_STRIP,
                                           G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PRESSURE] = g_signal_new ("pressure", RING_TYPE_TRY_STRIP, G_SIGNAL_RUN_LAST, 0, NULL,
                                    NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  gtk_widget_class_set_css_name (widget_class, "trystrip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

/* What the gestures call. */

static void
begin (GtkWidget *widget, const RingSample *sample)
{
  ring_try_strip_begin (RING_TRY_STRIP (widget), sample);
}

static void
go_on (GtkWidget *widget, const RingSample *sample)
{
  ring_try_strip_continue (RING_TRY_STRIP (widget), sample);
}

static void
end (GtkWidget *widget)
{
  ring_try_strip_end (RING_TRY_STRIP (widget));
}

static void
ring_try_strip_init (RingTryStrip *strip)
{
  static const RingHandFuncs hand = { begin, go_on, end };

  strip->scratch = ring_scratch_new ();
  strip->trials = g_ptr_array_new_with_free_func (trial_free);
  ring_hand_attach (GTK_WIDGET (strip), &hand);
  gtk_widget_set_overflow (GTK_WIDGET (strip), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (strip), "crosshair");
  gtk_accessible_update_property (GTK_ACCESSIBLE (strip), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Paper to try the instrument on"), -1);
}

GtkWidget *
ring_try_strip_new (void)
{
  return g_object_new (RING_TYPE_TRY_STRIP, NULL);
}

void
ring_try_strip_set_style (RingTryStrip *strip, const RingStrokeStyle *style, double pixels_per_mm)
{
  g_return_if_fail (RING_IS_TRY_STRIP (strip));
  g_return_if_fail (pixels_per_mm > 0);

  strip->style = *style;
  if (ring_swatch_is_light (style->colour))
    gtk_widget_add_css_class (GTK_WIDGET (strip), "toned");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (strip), "toned");
  /* A stroke's samples are in mm: those of another screen stay as long as they are. */
  strip->scale = pixels_per_mm;
  if (strip->in_hand != NULL)
    strip->stale = TRUE;
  else
    draw_again (strip);
}

void
ring_try_strip_clear (RingTryStrip *strip)
{
  g_return_if_fail (RING_IS_TRY_STRIP (strip));

  ring_try_strip_end (strip);
  g_ptr_array_set_size (strip->trials, 0);
  strokes_changed (strip);
}

guint
ring_try_strip_get_n_strokes (RingTryStrip *strip)
{
  g_return_val_if_fail (RING_IS_TRY_STRIP (strip), 0);

  return strip->trials->len;
}

const RingItem *
ring_try_strip_get_stroke (RingTryStrip *strip, guint i)
{
  g_return_val_if_fail (i < strip->trials->len, NULL);

  return ((const Trial *) g_ptr_array_index (strip->trials, i))->item;
}

static RingSample
to_paper (RingTryStrip *strip, const RingSample *widget)
{
  RingSample sample = *widget;
  guint n = strip->in_hand->len;

  sample.x /= strip->scale;
  sample.y /= strip->scale;
  ring_hand_clean (&sample, n > 0 ? &g_array_index (strip->in_hand, RingSample, n - 1) : NULL,
                   strip->time0);
  return sample;
}

void
ring_try_strip_begin (RingTryStrip *strip, const RingSample *sample)
{
  RingSample first;

  g_return_if_fail (RING_IS_TRY_STRIP (strip));

  ring_try_strip_end (strip);
  if (strip->scale <= 0)
    return;
  strip->in_hand = g_array_new (FALSE, FALSE, sizeof (RingSample));
  strip->time0 = sample->time;
  first = to_paper (strip, sample);
  g_array_append_val (strip->in_hand, first);
  ring_scratch_begin (strip->scratch, &strip->style, 1 / strip->scale, &first);
  g_signal_emit (strip, signals[PRESSURE], 0, first.pressure);
  gtk_widget_queue_draw (GTK_WIDGET (strip));
}

void
ring_try_strip_continue (RingTryStrip *strip, const RingSample *sample)
{
  RingSample next;

  g_return_if_fail (RING_IS_TRY_STRIP (strip));

  /* A pen that lifts may still move, without pressure. */
  if (strip->in_hand == NULL || sample->pressure <= 0)
    return;
  next = to_paper (strip, sample);
  g_array_append_val (strip->in_hand, next);
  ring_scratch_update (strip->scratch, &next, 1);
  g_signal_emit (strip, signals[PRESSURE], 0, next.pressure);
  gtk_widget_queue_draw (GTK_WIDGET (strip));
}

void
ring_try_strip_end (RingTryStrip *strip)
{
  Trial *trial;

  g_return_if_fail (RING_IS_TRY_STRIP (strip));

  if (strip->in_hand == NULL)
    return;
  trial = g_new0 (Trial, 1);
  trial->samples = g_steal_pointer (&strip->in_hand);
  trial->item = ring_scratch_end (strip->scratch);
  if (strip->trials->len == MAX_STROKES)
    g_ptr_array_remove_index (strip->trials, 0);
  g_ptr_array_add (strip->trials, trial);
  if (strip->stale)
    draw_again (strip);
  g_signal_emit (strip, signals[PRESSURE], 0, -1.0);
  strokes_changed (strip);
}

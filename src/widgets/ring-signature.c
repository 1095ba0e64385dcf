/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-signature.h"

#include "ring-hand-ink.h"
#include "ring-hand.h"
#include "ring-paint.h"

#define INK 0x1d2f6fff
#define TOLERANCE 0.01 /* mm */
/* As the sheet reads them again (ring-client-sheet.c). */
#define MOST_VERBS 18000

struct _RingSignature
{
  GtkWidget parent_instance;

  double scale;
  RingPath *written;    /* what is finished */
  RingHandInk *in_hand; /* the stroke being written, or NULL */
};

G_DEFINE_FINAL_TYPE (RingSignature, ring_signature, GTK_TYPE_WIDGET)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static const RingInkStyle style = { 0.6, 0.35, { 0, 0, 1, 1 }, RING_SMOOTHING_LIGHT, 0 };

/* ----------------------------------------------------------------- writing */

static void
changed (RingSignature *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_signal_emit (self, signals[CHANGED], 0);
}

static RingSample
in_mm (RingSignature *self, const RingSample *at)
{
  RingSample sample = *at;

  sample.x /= self->scale;
  sample.y /= self->scale;
  return sample;
}

static void
go_on (GtkWidget *widget, const RingSample *at)
{
  RingSignature *self = RING_SIGNATURE (widget);
  RingSample sample = in_mm (self, at);

  if (self->in_hand == NULL)
    return;
  ring_hand_ink_add (self->in_hand, &sample);
  gtk_widget_queue_draw (widget);
}

static void
end (GtkWidget *widget)
{
  RingSignature *self = RING_SIGNATURE (widget);
  gsize n_verbs;

  if (self->in_hand == NULL)
    return;
  ring_path_get_verbs (self->written, &n_verbs);
  if (n_verbs < MOST_VERBS)
    {
      g_autoptr (RingPath) outline = ring_hand_ink_get_outline (self->in_hand, TOLERANCE);

      ring_path_append (self->written, outline, NULL);
    }
  g_clear_pointer (&self->in_hand, ring_hand_ink_free);
  changed (self);
}

static void
begin (GtkWidget *widget, const RingSample *at)
{
  RingSignature *self = RING_SIGNATURE (widget);
  RingSample sample = in_mm (self, at);

  end (widget);
  gtk_widget_grab_focus (widget);
  self->in_hand = ring_hand_ink_new (&style, &sample);
  gtk_widget_queue_draw (widget);
}

/* ------------------------------------------------------------------ widget */

static void
ring_signature_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RingSignature *self = RING_SIGNATURE (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));

  cairo_scale (cr, self->scale, self->scale);
  ring_paint_set_colour (cr, INK);
  ring_paint_path (cr, self->written);
  cairo_fill (cr);
  if (self->in_hand != NULL)
    {
      g_autoptr (RingPath) wet = ring_hand_ink_get_wet (self->in_hand);

      ring_paint_path (cr, wet);
      cairo_fill (cr);
    }
  cairo_destroy (cr);
}

static gboolean
clear_cb (GtkWidget *widget, GVariant *args, gpointer user_data)
{
  ring_signature_clear (RING_SIGNATURE (widget));
  return TRUE;
}

static void
ring_signature_finalize (GObject *object)
{
  RingSignature *self = RING_SIGNATURE (object);

  g_clear_pointer (&self->in_hand, ring_hand_ink_free);
  ring_path_unref (self->written);
  G_OBJECT_CLASS (ring_signature_parent_class)->finalize (object);
}

static void
ring_signature_class_init (RingSignatureClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ring_signature_finalize;
  widget_class->snapshot = ring_signature_snapshot;
  signals[CHANGED] = g_signal_new ("changed", RING_TYPE_SIGNATURE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, clear_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_BackSpace, 0, clear_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "signature");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ring_signature_init (RingSignature *self)
{
  static const RingHandFuncs hand = { begin, go_on, end };

  self->written = ring_path_new ();
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "crosshair");
  ring_hand_attach (GTK_WIDGET (self), &hand);
}

GtkWidget *
ring_signature_new (double scale, const char *name)
{
  RingSignature *self;

  g_return_val_if_fail (scale > 0, NULL);

  self = g_object_new (RING_TYPE_SIGNATURE, NULL);
  self->scale = scale;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return GTK_WIDGET (self);
}

RingPath *
ring_signature_get_outline (RingSignature *self)
{
  g_return_val_if_fail (RING_IS_SIGNATURE (self), NULL);

  end (GTK_WIDGET (self));
  return ring_path_is_empty (self->written) ? NULL : ring_path_pack (self->written);
}

void
ring_signature_clear (RingSignature *self)
{
  g_return_if_fail (RING_IS_SIGNATURE (self));

  end (GTK_WIDGET (self));
  ring_path_unref (self->written);
  self->written = ring_path_new ();
  changed (self);
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-plot-field.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-hand-ink.h"
#include "ring-hand.h"
#include "ring-paint.h"
#include "ring-stone-plan.h"

/* Pixels. */
#define MARGIN 18.0
#define PIXELS_PER_MM 3.8 /* of paper, for the lines of the facets */
#define CROSS 7.0
#define ERASER 9.0

/* Parts of the stone's longest side: what is marked looks the same on every stone. */
#define PEN 0.02
#define STEP 0.025
#define SMALL_STEP 0.005

struct _RingPlotField
{
  GtkWidget parent_instance;

  RingDesign *design;
  gulong changed_id;
  char *stone_id;
  RingPlotSide side;
  RingPlotWhen when;
  RingPlotMark mark;
  gboolean erases;
  RingRecutSize shape;
  gboolean has_shape;
  RingInkStyle style;
  RingHandInk *in_hand; /* the stroke being drawn, or NULL */
  char *gesture;        /* of an eraser that is down, or NULL */
  RingPoint last;       /* where it was, mm */
  RingPoint cross;      /* mm */
  gboolean crossed;     /* whether it is seen */
};

G_DEFINE_FINAL_TYPE (RingPlotField, ring_plot_field, GTK_TYPE_WIDGET)

enum
{
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* ----------------------------------------------------------------------- the plan in pixels */

static double
longest (const RingPlotField *self)
{
  return MAX (self->shape.length, self->shape.width);
}

static void
get_place (RingPlotField *self, RingMatrix *place)
{
  GtkWidget *widget = GTK_WIDGET (self);
  RingRect box = { MARGIN, MARGIN, MAX (gtk_widget_get_width (widget) - MARGIN, MARGIN + 1),
                   MAX (gtk_widget_get_height (widget) - MARGIN, MARGIN + 1) };

  ring_stone_plan_place (&self->shape, self->side, box, 0, place);
}

static RingSample
in_mm (RingPlotField *self, const RingSample *at)
{
  RingMatrix place;
  RingSample sample = *at;

  get_place (self, &place);
  sample.x = (at->x - place.x0) / place.xx;
  sample.y = (at->y - place.y0) / place.yy;
  return sample;
}

static double
get_reach (RingPlotField *self)
{
  RingMatrix place;

  get_place (self, &place);
  return ERASER / place.xx;
}

/* -------------------------------------------------------------------------------- marking */

static void
commit (RingPlotField *self, RingEdit *edit)
{
  if (edit != NULL && !ring_design_commit (self->design, edit))
    g_signal_emit (self, signals[REFUSED], 0,
                   _ ("This design is read-only. Save it under another name first."));
}

static void
dry (RingPlotField *self, RingHandInk *ink)
{
  g_autoptr (RingPath) outline = ring_hand_ink_get_outline (ink, self->style.width / 20);
  g_autoptr (GError) error = NULL;
  RingEdit *edit = ring_plot_add (self->design, self->stone_id, self->when, self->side, self->mark,
                                  outline, &error);

  if (error != NULL)
    g_signal_emit (self, signals[REFUSED], 0, error->message);
  commit (self, edit);
}

static void
rub (RingPlotField *self, RingPoint a, RingPoint b, const char *gesture)
{
  commit (self, ring_plot_erase (self->design, self->stone_id, self->when, self->side, a, b,
                                 get_reach (self), gesture));
}

static void
end (GtkWidget *widget)
{
  RingPlotField *self = RING_PLOT_FIELD (widget);
  g_autoptr (RingHandInk) ink = g_steal_pointer (&self->in_hand);

  g_clear_pointer (&self->gesture, g_free);
  if (ink != NULL)
    dry (self, ink);
  gtk_widget_queue_draw (widget);
}

static void
begin (GtkWidget *widget, const RingSample *at)
{
  static guint n_gestures;
  RingPlotField *self = RING_PLOT_FIELD (widget);
  RingSample sample;

  end (widget);
  gtk_widget_grab_focus (widget);
  self->crossed = FALSE;
  if (!self->has_shape)
    return;
  sample = in_mm (self, at);
  self->last = (RingPoint){ sample.x, sample.y };
  if (self->erases || ring_hand_erases (widget))
    {
      self->gesture = g_strdup_printf ("plot-eraser %u", n_gestures++);
      rub (self, self->last, self->last, self->gesture);
    }
  else
    self->in_hand = ring_hand_ink_new (&self->style, &sample);
  gtk_widget_queue_draw (widget);
}

static void
go_on (GtkWidget *widget, const RingSample *at)
{
  RingPlotField *self = RING_PLOT_FIELD (widget);
  RingSample sample;
  RingPoint p;

  if (self->in_hand == NULL && self->gesture == NULL)
    return;
  sample = in_mm (self, at);
  p = (RingPoint){ sample.x, sample.y };
  if (self->in_hand != NULL)
    ring_hand_ink_add (self->in_hand, &sample);
  else
    rub (self, self->last, p, self->gesture);
  self->last = p;
  gtk_widget_queue_draw (widget);
}

/* ------------------------------------------------------------------------------- the keys */

static gboolean
move_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  RingPlotField *self = RING_PLOT_FIELD (widget);
  double most = 0.6 * longest (self);
  double dx, dy;

  g_variant_get (args, "(dd)", &dx, &dy);
  if (self->crossed)
    {
      self->cross.x = CLAMP (self->cross.x + dx * longest (self), -most, most);
      self->cross.y = CLAMP (self->cross.y + dy * longest (self), -most, most);
    }
  self->crossed = TRUE;
  gtk_widget_queue_draw (widget);
  return GDK_EVENT_STOP;
}

static gboolean
rub_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  RingPlotField *self = RING_PLOT_FIELD (widget);

  if (self->crossed && self->has_shape)
    rub (self, self->cross, self->cross, NULL);
  return GDK_EVENT_STOP;
}

static gboolean
point_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  RingPlotField *self = RING_PLOT_FIELD (widget);
  RingSample sample = { .x = self->cross.x, .y = self->cross.y, .pressure = 1 };
  g_autoptr (RingHandInk) ink = NULL;

  if (self->erases)
    return rub_cb (widget, args, data);
  if (!self->crossed || !self->has_shape)
    return GDK_EVENT_STOP;
  ink = ring_hand_ink_new (&self->style, &sample);
  dry (self, ink);
  return GDK_EVENT_STOP;
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    int dx, dy;
  } arrows[] = { { GDK_KEY_Left, -1, 0 }, { GDK_KEY_Right, 1, 0 }, { GDK_KEY_Up, 0, -1 }, { GDK_KEY_Down, 0, 1 } };
  static const guint points[] = { GDK_KEY_space, GDK_KEY_Return, GDK_KEY_KP_Enter };
  static const guint rubs[] = { GDK_KEY_Delete, GDK_KEY_BackSpace };

  for (guint i = 0; i < G_N_ELEMENTS (arrows); i++)
    {
      gtk_widget_class_add_binding (widget_class, arrows[i].key, 0, move_cb, "(dd)", STEP * arrows[i].dx,
                                    STEP * arrows[i].dy);
      gtk_widget_class_add_binding (widget_class, arrows[i].key, GDK_SHIFT_MASK, move_cb, "(dd)",
                                    SMALL_STEP * arrows[i].dx, SMALL_STEP * arrows[i].dy);
    }
  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    gtk_widget_class_add_binding (widget_class, points[i], 0, point_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (rubs); i++)
    gtk_widget_class_add_binding (widget_class, rubs[i], 0, rub_cb, NULL);
}

/* ------------------------------------------------------------------------------ the widget */

static void
paint_cross (RingPlotField *self, cairo_t *cr, const RingMatrix *place)
{
  RingPoint p = ring_matrix_apply (place, self->cross);

  cairo_move_to (cr, round (p.x) - CROSS + 0.5, round (p.y) + 0.5);
  cairo_rel_line_to (cr, 2 * CROSS, 0);
  cairo_move_to (cr, round (p.x) + 0.5, round (p.y) - CROSS + 0.5);
  cairo_rel_line_to (cr, 0, 2 * CROSS);
  cairo_set_source_rgb (cr, 0.1, 0.35, 0.75);
  cairo_set_line_width (cr, 1);
  cairo_stroke (cr);
}

static void
ring_plot_field_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RingPlotField *self = RING_PLOT_FIELD (widget);
  float width = (float) gtk_widget_get_width (widget), height = (float) gtk_widget_get_height (widget);
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  RingMatrix place;

  if (self->has_shape)
    {
      get_place (self, &place);
      ring_stone_plan_paint (cr, &self->shape,
                             ring_plot_find (ring_design_get_drawing (self->design), self->stone_id, self->when),
                             self->side, &place, PIXELS_PER_MM);
      if (self->in_hand != NULL)
        {
          g_autoptr (RingPath) wet = ring_hand_ink_get_wet (self->in_hand);

          cairo_save (cr);
          cairo_translate (cr, place.x0, place.y0);
          cairo_scale (cr, place.xx, place.yy);
          ring_paint_path (cr, wet);
          ring_paint_set_colour (cr, ring_stone_plan_colour (self->mark));
          cairo_fill (cr);
          cairo_restore (cr);
        }
      if (self->crossed && gtk_widget_has_focus (widget))
        paint_cross (self, cr, &place);
    }
  cairo_destroy (cr);
}

static void
update (RingPlotField *self)
{
  const RingDrawing *drawing = ring_design_get_drawing (self->design);
  const char *name = self->side == RING_PLOT_FACE ? _ ("Face up") : _ ("From below");
  g_autofree char *marks
      = ring_plot_format_side (ring_plot_find (drawing, self->stone_id, self->when), self->side);
  /* Translators: a side of a stone, and what is marked on its plan. */
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), name, marks != NULL ? marks : _ ("nothing marked"));

  self->has_shape = ring_plot_get_shape (drawing, self->stone_id, self->when, &self->shape);
  self->style.width = PEN * longest (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_sensitive (GTK_WIDGET (self), self->has_shape && !ring_design_get_read_only (self->design));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ring_plot_field_dispose (GObject *object)
{
  RingPlotField *self = RING_PLOT_FIELD (object);

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  g_clear_object (&self->design);
  G_OBJECT_CLASS (ring_plot_field_parent_class)->dispose (object);
}

static void
ring_plot_field_finalize (GObject *object)
{
  RingPlotField *self = RING_PLOT_FIELD (object);

  ring_hand_ink_free (self->in_hand);
  g_free (self->gesture);
  g_free (self->stone_id);
  G_OBJECT_CLASS (ring_plot_field_parent_class)->finalize (object);
}

static void
ring_plot_field_class_init (RingPlotFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ring_plot_field_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_plot_field_finalize;
  widget_class->snapshot = ring_plot_field_snapshot;
  signals[REFUSED] = g_signal_new ("refused", RING_TYPE_PLOT_FIELD, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "plotfield");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
ring_plot_field_init (RingPlotField *self)
{
  static const RingHandFuncs hand = { begin, go_on, end };
  GtkWidget *widget = GTK_WIDGET (self);

  self->style = (RingInkStyle){ 1, 0.35, { 0, 0, 1, 1 }, RING_SMOOTHING_LIGHT, 0 };
  gtk_widget_set_focusable (widget, TRUE);
  gtk_widget_set_overflow (widget, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_cursor_from_name (widget, "crosshair");
  gtk_widget_set_hexpand (widget, TRUE);
  gtk_widget_set_vexpand (widget, TRUE);
  g_signal_connect (self, "notify::has-focus", G_CALLBACK (gtk_widget_queue_draw), NULL);
  ring_hand_attach (widget, &hand);
}

GtkWidget *
ring_plot_field_new (RingDesign *design, const char *stone_id, RingPlotSide side)
{
  RingPlotField *self = g_object_new (RING_TYPE_PLOT_FIELD, NULL);

  self->design = g_object_ref (design);
  self->stone_id = g_strdup (stone_id);
  self->side = side;
  self->changed_id = g_signal_connect_swapped (design, "changed", G_CALLBACK (update), self);
  update (self);
  return GTK_WIDGET (self);
}

void
ring_plot_field_set_when (RingPlotField *self, RingPlotWhen when)
{
  g_return_if_fail (RING_IS_PLOT_FIELD (self));

  end (GTK_WIDGET (self));
  self->when = when;
  update (self);
}

void
ring_plot_field_set_mark (RingPlotField *self, RingPlotMark mark, gboolean erases)
{
  g_return_if_fail (RING_IS_PLOT_FIELD (self));

  end (GTK_WIDGET (self));
  self->mark = mark;
  self->erases = erases;
}

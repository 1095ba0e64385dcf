/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-sign-sheet.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-client-sheet.h"
#include "ring-drawing-picture.h"
#include "ring-export.h"

struct _RingSignSheet
{
  GtkWidget parent_instance;

  RingDesign *design;
  gulong changed_id;
  double paper_width, paper_height; /* mm */
  double scale;                     /* pixels for a mm */
  GdkTexture *page;                 /* NULL until it is painted */
  GtkWidget *fields[RING_N_SIGNED];
};

G_DEFINE_FINAL_TYPE (RingSignSheet, ring_sign_sheet, GTK_TYPE_WIDGET)

static GdkTexture *
paint (RingSignSheet *self)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  int width = (int) ceil (factor * self->scale * self->paper_width);
  int height = (int) ceil (factor * self->scale * self->paper_height);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_surface_destroy (surface);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, factor * self->scale, factor * self->scale);
  ring_client_sheet_draw_blank (cr, ring_design_get_drawing (self->design), self->paper_width,
                                self->paper_height);
  return ring_drawing_picture_take (cr);
}

static void
ring_sign_sheet_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  RingSignSheet *self = RING_SIGN_SHEET (widget);

  if (self->page == NULL)
    self->page = paint (self);
  gtk_snapshot_append_texture (snapshot, self->page,
                               &GRAPHENE_RECT_INIT (0, 0, (float) gtk_widget_get_width (widget),
                                                    (float) gtk_widget_get_height (widget)));
  GTK_WIDGET_CLASS (ring_sign_sheet_parent_class)->snapshot (widget, snapshot);
}

static void
ring_sign_sheet_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  RingSignSheet *self = RING_SIGN_SHEET (widget);
  double length = orientation == GTK_ORIENTATION_HORIZONTAL ? self->paper_width : self->paper_height;

  *minimum = *natural = (int) ceil (self->scale * length);
}

static void
ring_sign_sheet_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  RingSignSheet *self = RING_SIGN_SHEET (widget);

  for (guint i = 0; i < RING_N_SIGNED; i++)
    {
      RingRect field = ring_client_sheet_get_field (self->paper_width, self->paper_height, i);
      GtkAllocation place = { (int) round (self->scale * field.x0), (int) round (self->scale * field.y0),
                              (int) (self->scale * (field.x1 - field.x0)),
                              (int) (self->scale * (field.y1 - field.y0)) };
      int least;

      gtk_widget_measure (self->fields[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->fields[i], &place, -1);
    }
}

static void
changed_cb (RingSignSheet *self)
{
  g_clear_object (&self->page);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
ring_sign_sheet_dispose (GObject *object)
{
  RingSignSheet *self = RING_SIGN_SHEET (object);

  for (guint i = 0; i < RING_N_SIGNED; i++)
    g_clear_pointer (&self->fields[i], gtk_widget_unparent);
  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  g_clear_object (&self->design);
  g_clear_object (&self->page);
  G_OBJECT_CLASS (ring_sign_sheet_parent_class)->dispose (object);
}

static void
ring_sign_sheet_class_init (RingSignSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ring_sign_sheet_dispose;
  widget_class->snapshot = ring_sign_sheet_snapshot;
  widget_class->measure = ring_sign_sheet_measure;
  widget_class->size_allocate = ring_sign_sheet_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "signsheet");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
ring_sign_sheet_init (RingSignSheet *self)
{
  g_signal_connect_swapped (self, "notify::scale-factor", G_CALLBACK (changed_cb), self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("The sheet that is signed"), -1);
}

GtkWidget *
ring_sign_sheet_new (RingDesign *design, int width)
{
  /* In the order of the sheet, in which the keyboard goes through them. */
  const struct
  {
    RingSigned which;
    const char *name;
  } fields[] = {
    { RING_SIGNED_SIZE, _("Initials by the finger size") },
    { RING_SIGNED_ENGRAVING, _("Initials by the engraving") },
    { RING_SIGNED_NAME, _("Signature") },
  };
  RingSignSheet *self = g_object_new (RING_TYPE_SIGN_SHEET, NULL);
  RingExportOptions options;

  self->design = g_object_ref (design);
  self->changed_id = g_signal_connect_swapped (design, "changed", G_CALLBACK (changed_cb), self);
  ring_export_options_init (&options);
  options.layout = RING_EXPORT_CLIENT;
  ring_page_get_size (ring_design_get_drawing (design), &options, &self->paper_width,
                      &self->paper_height);
  self->scale = width / self->paper_width;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      self->fields[fields[i].which] = ring_signature_new (self->scale, fields[i].name);
      gtk_widget_set_parent (self->fields[fields[i].which], GTK_WIDGET (self));
    }
  return GTK_WIDGET (self);
}

RingSignature *
ring_sign_sheet_get_field (RingSignSheet *self, RingSigned which)
{
  g_return_val_if_fail (RING_IS_SIGN_SHEET (self), NULL);

  return RING_SIGNATURE (self->fields[which]);
}

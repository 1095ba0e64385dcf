/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-print-preview.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-parts.h"
#include "ring-prose.h"

#define WIDTH 760
#define HEIGHT 860
#define DESK 24

#define RING_TYPE_PRINT_PREVIEW (ring_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (RingPrintPreview, ring_print_preview, RING, PRINT_PREVIEW, AdwWindow)

struct _RingPrintPreview
{
  AdwWindow parent_instance;

  RingDrawing *drawing;
  const RingExportOptions *options; /* of the operation's */
  GtkPrintOperationPreview *preview;
  GtkWidget *area, *back, *forward, *title;
  double width, height;
  guint page, n;
};

G_DEFINE_FINAL_TYPE (RingPrintPreview, ring_print_preview, ADW_TYPE_WINDOW)

/* As large as the window lets it be, on a desk; the paper's own shadow says that it ends there. */
static void
draw_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer user_data)
{
  RingPrintPreview *self = user_data;
  double scale = fmin ((width - 2 * DESK) / self->width, (height - 2 * DESK) / self->height);

  if (!(scale > 0) || self->n == 0)
    return;
  cairo_translate (cr, (width - scale * self->width) / 2, (height - scale * self->height) / 2);
  cairo_set_source_rgba (cr, 0, 0, 0, 0.18);
  cairo_rectangle (cr, 2, 3, scale * self->width, scale * self->height);
  cairo_fill (cr);
  cairo_scale (cr, scale, scale);
  cairo_rectangle (cr, 0, 0, self->width, self->height);
  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_fill_preserve (cr);
  cairo_clip (cr);
  ring_page_draw (cr, self->drawing, self->options, self->width, self->height, self->page);
}

static void
show_page (RingPrintPreview *self, guint page)
{
  /* Translators: which page of how many. */
  g_autofree char *text = g_strdup_printf (_ ("Page %u of %u"), page + 1, self->n);

  self->page = page;
  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->title), text);
  gtk_window_set_title (GTK_WINDOW (self), text);
  gtk_widget_set_sensitive (self->back, page > 0);
  gtk_widget_set_sensitive (self->forward, page + 1 < self->n);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->area), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_queue_draw (self->area);
}

static void
back_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RingPrintPreview *self = RING_PRINT_PREVIEW (widget);

  if (self->page > 0)
    show_page (self, self->page - 1);
}

static void
forward_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  RingPrintPreview *self = RING_PRINT_PREVIEW (widget);

  if (self->page + 1 < self->n)
    show_page (self, self->page + 1);
}

/* The operation counts its pages in its own time. */
static void
ready_cb (RingPrintPreview *self)
{
  self->n = ring_page_count (self->drawing, self->options, self->width, self->height);
  show_page (self, 0);
}

/* There was nothing to print, which is said where printing was asked for. */
static void
done_cb (RingPrintPreview *self)
{
  if (self->n == 0 && self->preview != NULL)
    gtk_window_destroy (GTK_WINDOW (self));
}

static void
ring_print_preview_dispose (GObject *object)
{
  RingPrintPreview *self = RING_PRINT_PREVIEW (object);
  GtkPrintOperationPreview *preview = g_steal_pointer (&self->preview);

  if (preview != NULL)
    {
      gtk_print_operation_preview_end_preview (preview);
      g_object_unref (preview);
    }
  g_clear_pointer (&self->drawing, ring_drawing_unref);
  G_OBJECT_CLASS (ring_print_preview_parent_class)->dispose (object);
}

static void
ring_print_preview_class_init (RingPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ring_print_preview_dispose;
  gtk_widget_class_install_action (widget_class, "preview.back", NULL, back_cb);
  gtk_widget_class_install_action (widget_class, "preview.forward", NULL, forward_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Up, 0, "preview.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Page_Down, 0, "preview.forward", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, 0, "preview.back", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, 0, "preview.forward", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
add_button (GtkWidget *bar, const char *icon, const char *name, const char *action)
{
  GtkWidget *button = ring_parts_icon (gtk_button_new (), icon, name);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  adw_header_bar_pack_start (ADW_HEADER_BAR (bar), button);
  return button;
}

static void
ring_print_preview_init (RingPrintPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *bar = adw_header_bar_new ();

  self->title = adw_window_title_new (_ ("Print Preview"), NULL);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (bar), self->title);
  self->back = add_button (bar, "go-previous-symbolic", _ ("Page before"), "preview.back");
  self->forward = add_button (bar, "go-next-symbolic", _ ("Next page"), "preview.forward");
  self->area = gtk_drawing_area_new ();
  gtk_widget_set_vexpand (self->area, TRUE);
  gtk_widget_set_focusable (self->area, TRUE);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->area), draw_cb, self, NULL);
  gtk_box_append (GTK_BOX (box), bar);
  gtk_box_append (GTK_BOX (box), self->area);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

void
ring_print_preview_show (GtkWindow *parent,
                         const RingDrawing *drawing,
                         const RingExportOptions *options,
                         GtkPrintOperationPreview *preview,
                         GtkPrintContext *context)
{
  RingPrintPreview *self = g_object_new (RING_TYPE_PRINT_PREVIEW, "transient-for", parent, "modal", TRUE, NULL);
  cairo_t *cr = ring_prose_new_context ();

  /* GTK wants to draw somewhere; the window draws the pages itself. */
  gtk_print_context_set_cairo_context (context, cr, 72, 72);
  cairo_destroy (cr);
  self->drawing = ring_drawing_ref (drawing);
  self->options = options;
  self->preview = g_object_ref (preview);
  self->width = gtk_print_context_get_width (context);
  self->height = gtk_print_context_get_height (context);
  g_signal_connect_object (preview, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preview, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
}

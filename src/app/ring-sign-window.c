/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-sign-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ring-client-window.h"
#include "ring-digest.h"
#include "ring-settings.h"
#include "ring-sign-sheet.h"

/* Of the sheet, pixels: one can write on it as on paper, and read it. */
#define MOST_WIDTH 900
#define DESK 24

struct _RingSignWindow
{
  GtkWindow parent_instance;

  RingDesign *design;
  RingSignSheet *sheet;
  GtkWidget *desk, *scrolled, *box, *message, *typed, *to_lines;
  gboolean opposite; /* who signs sits there */
};

G_DEFINE_FINAL_TYPE (RingSignWindow, ring_sign_window, GTK_TYPE_WINDOW)

enum
{
  SIGNED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

enum
{
  PROP_OPPOSITE = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

/* -------------------------------------------------------------------- words */

static void
show_hint (RingSignWindow *self)
{
  gtk_label_set_text (GTK_LABEL (self->message), _("Please read the sheet and sign on its lines."));
  gtk_widget_remove_css_class (self->message, "error");
}

static void
show_error (RingSignWindow *self, const char *message)
{
  gtk_label_set_text (GTK_LABEL (self->message), message);
  gtk_widget_add_css_class (self->message, "error");
}

/* ------------------------------------------------------------------ signing */

static void
clear_cb (RingSignWindow *self)
{
  for (guint i = 0; i < RING_N_SIGNED; i++)
    ring_signature_clear (ring_sign_sheet_get_field (self->sheet, i));
  gtk_editable_set_text (GTK_EDITABLE (self->typed), "");
  show_hint (self);
}

static RingEdit *
make_edit (RingSignWindow *self, GError **error)
{
  RingSigning signing = { .typed = gtk_editable_get_text (GTK_EDITABLE (self->typed)) };
  g_autofree char *digest = ring_digest_make (ring_design_get_drawing (self->design));
  RingEdit *edit;

  for (guint i = 0; i < RING_N_SIGNED; i++)
    signing.outlines[i] = ring_signature_get_outline (ring_sign_sheet_get_field (self->sheet, i));
  edit = ring_sign_off_make (self->design, digest, &signing, error);
  for (guint i = 0; i < RING_N_SIGNED; i++)
    g_clear_pointer (&signing.outlines[i], ring_path_unref);
  return edit;
}

static void
sign_cb (RingSignWindow *self)
{
  g_autoptr (GError) error = NULL;
  RingEdit *edit = make_edit (self, &error);

  if (edit == NULL)
    {
      show_error (self, error->message);
      return;
    }
  if (!ring_design_commit (self->design, edit))
    {
      show_error (self, _("This design is read-only. Save it under another name first."));
      return;
    }
  g_signal_emit (self, signals[SIGNED], 0);
  gtk_window_destroy (GTK_WINDOW (self));
}

/* ------------------------------------------------------------------ reading */

static GtkAdjustment *
get_adjustment (RingSignWindow *self)
{
  return gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
}

static void
to_lines_cb (RingSignWindow *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  gtk_widget_grab_focus (GTK_WIDGET (ring_sign_sheet_get_field (self->sheet, RING_SIGNED_NAME)));
}

/* Nothing to go to where the whole sheet is seen. */
static void
scrolled_cb (RingSignWindow *self)
{
  GtkAdjustment *adjustment = get_adjustment (self);
  double below = gtk_adjustment_get_upper (adjustment) - gtk_adjustment_get_page_size (adjustment)
                 - gtk_adjustment_get_value (adjustment);

  gtk_widget_set_sensitive (self->to_lines, below > 1);
}

/* ------------------------------------------------------------------ turning */

static void
measure_desk (GtkWidget *desk, GtkOrientation orientation, int for_size, int *minimum, int *natural,
              int *minimum_baseline, int *natural_baseline)
{
  gtk_widget_measure (gtk_widget_get_first_child (desk), orientation, for_size, minimum, natural, NULL, NULL);
}

/* Sheet and bar as they lie before who signs: upside down for who sits opposite. */
static void
allocate_desk (GtkWidget *desk, int width, int height, int baseline)
{
  RingSignWindow *self = RING_SIGN_WINDOW (gtk_widget_get_root (desk));
  GskTransform *turned = NULL;

  if (self->opposite)
    turned = gsk_transform_rotate (
        gsk_transform_translate (NULL, &GRAPHENE_POINT_INIT ((float) width, (float) height)), 180);
  gtk_widget_allocate (gtk_widget_get_first_child (desk), width, height, -1, turned);
}

static void
ring_sign_window_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RingSignWindow *self = RING_SIGN_WINDOW (object);
  gboolean opposite = g_value_get_boolean (value);

  if (opposite == self->opposite)
    return;
  self->opposite = opposite;
  gtk_widget_queue_allocate (self->desk);
  g_object_notify_by_pspec (object, pspec);
}

static void
ring_sign_window_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_boolean (value, RING_SIGN_WINDOW (object)->opposite);
}

/* ------------------------------------------------------------------- object */

static void
ring_sign_window_dispose (GObject *object)
{
  g_clear_object (&RING_SIGN_WINDOW (object)->design);
  G_OBJECT_CLASS (ring_sign_window_parent_class)->dispose (object);
}

static void
ring_sign_window_class_init (RingSignWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ring_sign_window_dispose;
  object_class->set_property = ring_sign_window_set_property;
  object_class->get_property = ring_sign_window_get_property;
  props[PROP_OPPOSITE]
      = g_param_spec_boolean ("opposite", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
  gtk_widget_class_install_property_action (widget_class, "sign.opposite", "opposite");
  signals[SIGNED] = g_signal_new ("signed", RING_TYPE_SIGN_WINDOW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                  NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static GtkWidget *
add_button (RingSignWindow *self, GtkWidget *bar, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  if (callback != NULL)
    g_signal_connect_object (button, "clicked", callback, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), button);
  return button;
}

static GtkWidget *
make_turn (void)
{
  GtkWidget *turn = gtk_toggle_button_new ();
  const char *name = _ ("Turn It Round for Who Sits Opposite");

  gtk_button_set_icon_name (GTK_BUTTON (turn), "object-rotate-right-symbolic");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (turn), "sign.opposite");
  gtk_widget_set_tooltip_text (turn, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (turn), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return turn;
}

static GtkWidget *
make_bar (RingSignWindow *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *cancel, *sign;

  gtk_box_append (GTK_BOX (bar), make_turn ());
  self->message = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->message), 0);
  gtk_widget_set_hexpand (self->message, TRUE);
  gtk_box_append (GTK_BOX (bar), self->message);
  self->to_lines = add_button (self, bar, _("To the Lines"), G_CALLBACK (to_lines_cb));
  self->typed = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->typed), _("No pen? Type your name"));
  gtk_entry_set_max_length (GTK_ENTRY (self->typed), RING_SIGNED_TYPED_CHARS);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->typed), 22);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->typed), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Name, typed instead of a signature"), -1);
  g_signal_connect_object (self->typed, "activate", G_CALLBACK (sign_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (bar), self->typed);
  add_button (self, bar, _("Clear"), G_CALLBACK (clear_cb));
  cancel = add_button (self, bar, _("Cancel"), NULL);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  sign = add_button (self, bar, C_ ("sign-off", "Sign"), G_CALLBACK (sign_cb));
  gtk_widget_add_css_class (sign, "suggested-action");
  gtk_widget_add_css_class (bar, "sign-bar");
  return bar;
}

static void
ring_sign_window_init (RingSignWindow *self)
{
  self->desk = adw_bin_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  self->scrolled = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_overlay_scrolling (GTK_SCROLLED_WINDOW (self->scrolled), FALSE);
  gtk_widget_set_vexpand (self->scrolled, TRUE);
  gtk_widget_add_css_class (self->scrolled, "sign-desk");
  gtk_box_append (GTK_BOX (self->box), self->scrolled);
  gtk_box_append (GTK_BOX (self->box), make_bar (self));
  gtk_window_set_title (GTK_WINDOW (self), _("Ringwright"));
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_widget_set_layout_manager (self->desk, gtk_custom_layout_new (NULL, measure_desk, allocate_desk));
  adw_bin_set_child (ADW_BIN (self->desk), self->box);
  gtk_window_set_child (GTK_WINDOW (self), self->desk);
  g_signal_connect_object (get_adjustment (self), "changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (get_adjustment (self), "value-changed", G_CALLBACK (scrolled_cb), self,
                           G_CONNECT_SWAPPED);
  show_hint (self);
}

GtkWindow *
ring_sign_window_new (GtkWindow *parent, RingDesign *design)
{
  RingSignWindow *self = g_object_new (RING_TYPE_SIGN_WINDOW, "transient-for", parent,
                                       "destroy-with-parent", TRUE, NULL);
  int width = ring_client_fill_screen (GTK_WINDOW (self), parent);
  GtkWidget *sheet = ring_sign_sheet_new (design, CLAMP (width - 2 * DESK, 1, MOST_WIDTH));

  self->design = g_object_ref (design);
  self->sheet = RING_SIGN_SHEET (sheet);
  gtk_widget_set_halign (sheet, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (sheet, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (sheet, DESK);
  gtk_widget_set_margin_bottom (sheet, DESK);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), sheet);
  if (ring_settings_get () != NULL)
    g_settings_bind (ring_settings_get (), "client-opposite", self, "opposite", G_SETTINGS_BIND_DEFAULT);
  return GTK_WINDOW (self);
}

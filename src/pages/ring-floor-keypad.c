/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-floor-keypad.h"

#include <glib/gi18n-lib.h>

#include "ring-parts.h"
#include "ring-passcode.h"

struct _RingFloorKeypad
{
  AdwBin parent_instance;

  GString *code;
  GtkWidget *message, *dots;
};

G_DEFINE_FINAL_TYPE (RingFloorKeypad, ring_floor_keypad, ADW_TYPE_BIN)

enum
{
  ENTERED,
  GIVEN_UP,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
show_dots (RingFloorKeypad *self)
{
  g_autoptr (GString) dots = g_string_new (NULL);

  for (gsize i = 0; i < self->code->len; i++)
    g_string_append (dots, "●");
  gtk_label_set_text (GTK_LABEL (self->dots), dots->len > 0 ? dots->str : "–");
}

static void
add_digit (RingFloorKeypad *self, char digit)
{
  if (self->code->len < RING_PASSCODE_MOST)
    g_string_append_c (self->code, digit);
  show_dots (self);
}

static void
digit_cb (RingFloorKeypad *self, GtkButton *button)
{
  add_digit (self, gtk_button_get_label (button)[0]);
}

static void
delete_cb (RingFloorKeypad *self)
{
  if (self->code->len > 0)
    g_string_truncate (self->code, self->code->len - 1);
  show_dots (self);
}

static void
enter_cb (RingFloorKeypad *self)
{
  g_autofree char *code = g_strdup (self->code->str);

  g_string_truncate (self->code, 0);
  show_dots (self);
  g_signal_emit (self, signals[ENTERED], 0, code);
}

static void
give_up_cb (RingFloorKeypad *self)
{
  g_string_truncate (self->code, 0);
  g_signal_emit (self, signals[GIVEN_UP], 0);
}

static gboolean
key_cb (RingFloorKeypad *self, guint key)
{
  gunichar sign = gdk_keyval_to_unicode (key);

  if (sign >= '0' && sign <= '9')
    add_digit (self, (char) sign);
  else if (key == GDK_KEY_BackSpace)
    delete_cb (self);
  else if (key == GDK_KEY_Return || key == GDK_KEY_KP_Enter)
    enter_cb (self);
  else if (key == GDK_KEY_Escape)
    give_up_cb (self);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static void
ring_floor_keypad_finalize (GObject *object)
{
  g_string_free (RING_FLOOR_KEYPAD (object)->code, TRUE);
  G_OBJECT_CLASS (ring_floor_keypad_parent_class)->finalize (object);
}

static void
ring_floor_keypad_class_init (RingFloorKeypadClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ring_floor_keypad_finalize;
  signals[ENTERED] = g_signal_new ("entered", RING_TYPE_FLOOR_KEYPAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                   G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[GIVEN_UP]
      = g_signal_new ("given-up", RING_TYPE_FLOOR_KEYPAD, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
attach (RingFloorKeypad *self, GtkWidget *grid, GtkWidget *button, GCallback clicked, int column, int row)
{
  gtk_widget_add_css_class (button, "floor-key");
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_grid_attach (GTK_GRID (grid), button, column, row, 1, 1);
}

static GtkWidget *
new_grid (RingFloorKeypad *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  /* As on every telephone, in every language. */
  gtk_widget_set_direction (grid, GTK_TEXT_DIR_LTR);
  for (int i = 1; i <= 9; i++)
    {
      const char label[] = { (char) ('0' + i), '\0' };

      attach (self, grid, gtk_button_new_with_label (label), G_CALLBACK (digit_cb), (i - 1) % 3, (i - 1) / 3);
    }
  attach (self, grid, ring_parts_icon (gtk_button_new (), "edit-clear-symbolic", _ ("Delete the Last Digit")),
          G_CALLBACK (delete_cb), 0, 3);
  attach (self, grid, gtk_button_new_with_label ("0"), G_CALLBACK (digit_cb), 1, 3);
  attach (self, grid, ring_parts_icon (gtk_button_new (), "object-select-symbolic", _ ("Enter the Code")),
          G_CALLBACK (enter_cb), 2, 3);
  return grid;
}

static void
ring_floor_keypad_init (RingFloorKeypad *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 16);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkWidget *back = ring_parts_new_button (_ ("_Back to the Visitors"), G_CALLBACK (give_up_cb), self);

  self->code = g_string_new (NULL);
  self->message = gtk_label_new ("");
  self->dots = gtk_label_new ("–");
  gtk_label_set_wrap (GTK_LABEL (self->message), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->message), GTK_JUSTIFY_CENTER);
  gtk_label_set_max_width_chars (GTK_LABEL (self->message), 26);
  gtk_widget_add_css_class (self->message, "floor-label");
  gtk_widget_add_css_class (self->dots, "floor-value");
  gtk_box_append (GTK_BOX (box), self->message);
  gtk_box_append (GTK_BOX (box), self->dots);
  gtk_box_append (GTK_BOX (box), new_grid (self));
  gtk_box_append (GTK_BOX (box), back);
  gtk_widget_add_css_class (back, "floor-button");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
ring_floor_keypad_new (void)
{
  return g_object_new (RING_TYPE_FLOOR_KEYPAD, NULL);
}

void
ring_floor_keypad_begin (RingFloorKeypad *self, const char *message)
{
  g_return_if_fail (RING_IS_FLOOR_KEYPAD (self));

  g_string_truncate (self->code, 0);
  show_dots (self);
  gtk_label_set_text (GTK_LABEL (self->message), message);
  gtk_widget_child_focus (GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-symmetry-settings.h"

#include <glib/gi18n-lib.h>

#include "ring-parts.h"

#define MOST_CENTRE 500.0 /* mm */
#define FIRST_COUNT 6     /* as many as a ring of six petals has */

struct _RingSymmetrySettings
{
  GtkBox parent_instance;

  RingInstruments *instruments;
  gboolean showing;

  GtkWidget *kind, *count_label, *count, *angle_label, *angle, *across, *up;
};

G_DEFINE_FINAL_TYPE (RingSymmetrySettings, ring_symmetry_settings, GTK_TYPE_BOX)

typedef enum
{
  KIND_MIRROR,
  KIND_MIRROR_2,
  KIND_TURN,
  KIND_TURN_MIRRORED,
} Kind;

static Kind
get_kind (const RingSymmetry *symmetry)
{
  if (!symmetry->mirrored)
    return KIND_TURN;
  return symmetry->count <= 2 ? (Kind) (symmetry->count - 1) : KIND_TURN_MIRRORED;
}

char *
ring_symmetry_settings_format (const RingSymmetry *symmetry)
{
  switch (get_kind (symmetry))
    {
    case KIND_MIRROR:
      return g_strdup (C_ ("symmetry", "Mirror"));
    case KIND_MIRROR_2:
      return g_strdup (C_ ("symmetry", "Mirror × 2"));
    case KIND_TURN:
      /* Translators: so many times round a centre. */
      return g_strdup_printf (C_ ("symmetry", "Round × %u"), symmetry->count);
    case KIND_TURN_MIRRORED:
    default:
      /* Translators: so many times round a centre, and mirrored. */
      return g_strdup_printf (C_ ("symmetry", "Star × %u"), symmetry->count);
    }
}

static void
show (RingSymmetrySettings *self)
{
  const RingSymmetry *symmetry = ring_instruments_get_symmetry (self->instruments);
  Kind kind = get_kind (symmetry);
  gboolean turns = kind == KIND_TURN || kind == KIND_TURN_MIRRORED;

  self->showing = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), kind);
  gtk_spin_button_set_range (GTK_SPIN_BUTTON (self->count), kind == KIND_TURN ? 2 : 3,
                             RING_SYMMETRY_MOST);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->count), symmetry->count);
  gtk_widget_set_visible (self->count_label, turns);
  gtk_widget_set_visible (self->count, turns);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->angle), symmetry->angle);
  gtk_widget_set_visible (self->angle_label, kind != KIND_TURN);
  gtk_widget_set_visible (self->angle, kind != KIND_TURN);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->across), symmetry->centre.x);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->up), -symmetry->centre.y);
  self->showing = FALSE;
}

static void
kind_cb (RingSymmetrySettings *self)
{
  RingSymmetry symmetry = *ring_instruments_get_symmetry (self->instruments);
  Kind kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));

  if (self->showing)
    return;
  symmetry.mirrored = kind != KIND_TURN;
  if (kind == KIND_MIRROR || kind == KIND_MIRROR_2)
    symmetry.count = kind == KIND_MIRROR ? 1 : 2;
  else if (symmetry.count < 3)
    symmetry.count = FIRST_COUNT;
  ring_instruments_set_symmetry (self->instruments, &symmetry);
}

static void
number_cb (RingSymmetrySettings *self)
{
  RingSymmetry symmetry = *ring_instruments_get_symmetry (self->instruments);

  if (self->showing)
    return;
  if (gtk_widget_get_visible (self->count))
    symmetry.count = (guint) gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->count));
  symmetry.angle = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->angle));
  symmetry.centre.x = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->across));
  symmetry.centre.y = -gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->up));
  ring_instruments_set_symmetry (self->instruments, &symmetry);
}

/* Returns the label. */
static GtkWidget *
add_spin (RingSymmetrySettings *self,
          GtkWidget *grid,
          int row,
          const char *text,
          double least,
          double most,
          double step,
          guint digits,
          GtkWidget **spin)
{
  *spin = ring_parts_new_spin (least, most, step, digits, G_CALLBACK (number_cb), self);
  return ring_parts_attach (grid, row, text, *spin);
}

static void
add_kind (RingSymmetrySettings *self)
{
  const char *const kinds[]
    = { _ ("Mirrored on an axis"), _ ("Mirrored on two axes"), _ ("Round a centre"),
        _ ("Round a centre and mirrored"), NULL };

  self->kind
      = ring_parts_new_drop_down (kinds, _ ("Kind of symmetry"), G_CALLBACK (kind_cb), self);
  gtk_box_append (GTK_BOX (self), self->kind);
}

static void
add_buttons (RingSymmetrySettings *self)
{
  static const struct
  {
    const char *label, *action, *hint;
  } buttons[] = {
    { N_ ("On the Finger"), "win.symmetry-on-finger",
      N_ ("The centre of the finger, or of the page") },
    { N_ ("On the Gem"), "win.symmetry-on-gem", N_ ("The gem that is nearest to the pen") },
  };
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (_ (buttons[i].label));

      gtk_widget_set_tooltip_text (button, _ (buttons[i].hint));
      gtk_actionable_set_action_name (GTK_ACTIONABLE (button), buttons[i].action);
      gtk_box_append (GTK_BOX (box), button);
    }
  gtk_box_append (GTK_BOX (self), box);
}

static void
ring_symmetry_settings_dispose (GObject *object)
{
  g_clear_object (&RING_SYMMETRY_SETTINGS (object)->instruments);
  G_OBJECT_CLASS (ring_symmetry_settings_parent_class)->dispose (object);
}

static void
ring_symmetry_settings_class_init (RingSymmetrySettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_symmetry_settings_dispose;
}

static void
ring_symmetry_settings_init (RingSymmetrySettings *self)
{
  GtkWidget *title = ring_parts_new_label (_ ("Symmetry"));
  GtkWidget *grid = ring_parts_new_grid ();

  self->showing = TRUE;
  ring_parts_set_up (GTK_BOX (self), 8);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (self), title);
  add_kind (self);
  gtk_box_append (GTK_BOX (self), grid);
  self->count_label
      = add_spin (self, grid, 0, _ ("Times"), 2, RING_SYMMETRY_MOST, 1, 0, &self->count);
  self->angle_label
      = add_spin (self, grid, 1, _ ("Angle of the axis, °"), -180, 180, 15, 1, &self->angle);
  add_spin (self, grid, 2, _ ("Centre, to the right, mm"), -MOST_CENTRE, MOST_CENTRE, 0.1, 2,
            &self->across);
  add_spin (self, grid, 3, _ ("Centre, upwards, mm"), -MOST_CENTRE, MOST_CENTRE, 0.1, 2, &self->up);
  add_buttons (self);
}

GtkWidget *
ring_symmetry_settings_new (RingInstruments *instruments)
{
  RingSymmetrySettings *self = g_object_new (RING_TYPE_SYMMETRY_SETTINGS, NULL);

  self->instruments = g_object_ref (instruments);
  g_signal_connect_object (instruments, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

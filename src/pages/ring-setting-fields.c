/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-setting-fields.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-minimum.h"
#include "ring-number.h"
#include "ring-parts.h"

#define TEXT_CHARS 38

struct _RingSettingFields
{
  GtkBox parent_instance;

  RingInstruments *instruments;
  RingSettingDesk *desk; /* of the instruments */
  gboolean showing;

  GtkWidget *title, *kind, *details, *shape_row, *shape, *shape_reset, *alloy, *complaint;
  GtkWidget *rows[RING_N_SETTING_NUMBERS], *spins[RING_N_SETTING_NUMBERS],
      *resets[RING_N_SETTING_NUMBERS];
  GtkWidget *weight, *faults, *unfold, *remove;
};

G_DEFINE_FINAL_TYPE (RingSettingFields, ring_setting_fields, GTK_TYPE_BOX)

/* ------------------------------------------------------------------ showing */

static guint
alloy_index (const char *id)
{
  for (guint i = 0; i < ring_alloy_get_n (); i++)
    if (g_str_equal (ring_alloy_get (i)->id, id))
      return i + 1;
  return 0;
}

/* The metal of this setting alone. */
static void
show_weight (RingSettingFields *self, const RingPickedSetting *picked)
{
  const RingAlloy *alloy
      = ring_alloy_find (ring_setting_choice_alloy (&picked->choice, &picked->spec));
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  double volume = ring_gem_setting_volume (&picked->choice, &picked->gem, &picked->spec.band);

  number = ring_number_format (alloy != NULL ? volume * alloy->density / 1000 : volume,
                               alloy != NULL ? 2 : 1);
  /* Translators: the weight of a setting, and the name of its metal. */
  text = alloy != NULL ? g_strdup_printf (_ ("Metal: %s g of %s"), number, _ (ring_alloy_label (alloy)))
                       : g_strdup_printf (_ ("Metal: %s mm³"), number);
  gtk_label_set_text (GTK_LABEL (self->weight), text);
}

/* What a bench would send back, with who says so. */
static void
show_faults (RingSettingFields *self, const RingPickedSetting *picked)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) faults = NULL;
  RingSettingGem held;

  ring_gem_setting_gem (&held, &picked->gem, &picked->spec.band);
  faults = ring_setting_check (&picked->choice.setting, &held, NULL, NULL);
  for (guint i = 0; i < faults->len; i++)
    {
      const RingSettingFault *fault = &g_array_index (faults, RingSettingFault, i);
      const RingMinimum *minimum = ring_minimum_find (fault->minimum);
      g_autofree char *mm = ring_number_format (fault->mm, 2);
      g_autofree char *least = ring_number_format (minimum->mm, 2);

      /* Translators: what is too thin or too near, its millimetres, and the least that a source
       * gives. */
      g_string_append_printf (text, _ ("%s%s: %s mm is under %s mm (%s)"), i > 0 ? "\n" : "",
                              _ (minimum->label), mm, least, minimum->source);
    }
  gtk_label_set_text (GTK_LABEL (self->faults), text->str);
  gtk_widget_set_visible (self->faults, faults->len > 0);
}

static void
show_picked (RingSettingFields *self, const RingPickedSetting *picked)
{
  RingSettingKind kind = picked->choice.setting.kind;

  for (guint i = 0; i < RING_N_SETTING_NUMBERS; i++)
    {
      double value = ring_picked_setting_get (picked, (RingSettingNumber) i);

      gtk_widget_set_visible (self->rows[i],
                              ring_setting_number_is_of ((RingSettingNumber) i, kind));
      /* Not what is shown already, rounded: that would put the text under the hand anew. */
      if (fabs (gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->spins[i])) - value)
          > 0.5
                * pow (10,
                       -(double) ring_setting_number_get_info ((RingSettingNumber) i)->decimals))
        gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spins[i]), value);
      gtk_widget_set_visible (
          self->resets[i],
          (picked->choice.given & ring_setting_number_get_info ((RingSettingNumber) i)->given)
              != 0);
    }
  gtk_widget_set_visible (self->shape_row, ring_setting_has_claws (kind));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->shape), picked->choice.setting.shape);
  gtk_widget_set_visible (self->shape_reset, (picked->choice.given & RING_GIVEN_SHAPE) != 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->alloy), alloy_index (picked->choice.alloy));
  show_weight (self, picked);
  show_faults (self, picked);
}

static void
show (RingSettingFields *self)
{
  RingPickedSetting picked;
  gboolean set = ring_setting_desk_get (self->desk, &picked);
  int kind
      = set ? (int) picked.choice.setting.kind : ring_instruments_get_setting (self->instruments);

  self->showing = TRUE;
  gtk_label_set_text (GTK_LABEL (self->title), set ? _ ("This Setting") : _ ("Next Setting"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), (guint) (kind + 1));
  gtk_widget_set_visible (self->details, set);
  ring_parts_complain (self->complaint, NULL, NULL);
  if (set)
    show_picked (self, &picked);
  self->showing = FALSE;
}

/* ------------------------------------------------------------------ changing */

/* Of a height that would bring the culet too near, the sentence that says so. */
static char *
refuse_height (const RingPickedSetting *picked)
{
  RingSettingGem held;
  double least;
  g_autofree char *girdle = NULL;

  ring_gem_setting_gem (&held, &picked->gem, &picked->spec.band);
  least = ring_setting_least_height (picked->choice.setting.kind, &held);
  if (picked->gem.place.height >= least - 1e-6)
    return NULL;
  girdle = ring_number_format (ceil (least * 100 - 1e-6) / 100, 2);
  if (picked->choice.setting.kind == RING_SETTING_PEG)
    return g_strdup_printf (
        _ ("A peg head needs its culet over the band: the girdle stands at %s mm "
           "or higher."),
        girdle);
  return g_strdup_printf (
      _ ("The culet keeps 0.5 mm from the finger: the girdle stands at %s mm or "
         "higher."),
      girdle);
}

static void
spin_cb (RingSettingFields *self, GtkSpinButton *spin)
{
  RingSettingNumber number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (spin), "number"));
  double value = gtk_spin_button_get_value (spin);
  g_autofree char *message = NULL;
  RingPickedSetting picked;

  if (self->showing || !ring_setting_desk_get (self->desk, &picked)
      || fabs (ring_picked_setting_get (&picked, number) - value) < 1e-9)
    return;
  ring_picked_setting_set (&picked, number, value);
  if (ring_setting_number_get_info (number)->given != 0)
    {
      ring_setting_desk_put_setting (self->desk, &picked, ring_setting_number_get_info (number)->label);
      return;
    }
  if (number == RING_NUMBER_GIRDLE || number == RING_NUMBER_TABLE)
    message = refuse_height (&picked);
  if (message == NULL)
    {
      ring_setting_desk_put_gem (self->desk, &picked, ring_setting_number_get_info (number)->label);
      return;
    }
  show (self);
  ring_parts_complain (self->complaint, NULL, message);
}

static void
reset (RingSettingFields *self, guint given, const char *what)
{
  RingPickedSetting picked;

  if (!ring_setting_desk_get (self->desk, &picked))
    return;
  picked.choice.given &= ~given;
  ring_setting_desk_put_setting (self->desk, &picked, what);
}

static void
reset_cb (RingSettingFields *self, GtkButton *button)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "number"));

  reset (self, ring_setting_number_get_info ((RingSettingNumber) i)->given,
         ring_setting_number_get_info ((RingSettingNumber) i)->label);
}

static void
shape_reset_cb (RingSettingFields *self)
{
  reset (self, RING_GIVEN_SHAPE, "shape");
}

static void
kind_cb (RingSettingFields *self)
{
  int kind = (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind)) - 1;
  RingPickedSetting picked;

  if (self->showing || kind >= RING_N_SETTING_KINDS)
    return;
  if (!ring_setting_desk_get (self->desk, &picked))
    {
      ring_instruments_set_setting (self->instruments, kind);
      return;
    }
  if (kind == RING_SETTING_USUAL)
    kind = (int) ring_setting_usual_kind (picked.gem.cut);
  picked.choice.setting.kind = (RingSettingKind) kind;
  ring_setting_desk_put_setting (self->desk, &picked, "kind");
  show (self);
}

static void
shape_cb (RingSettingFields *self)
{
  guint shape = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->shape));
  RingPickedSetting picked;

  if (self->showing || shape >= RING_N_CLAW_SHAPES || !ring_setting_desk_get (self->desk, &picked))
    return;
  picked.choice.setting.shape = (RingClawShape) shape;
  picked.choice.given |= RING_GIVEN_SHAPE;
  ring_setting_desk_put_setting (self->desk, &picked, "shape");
}

static void
alloy_cb (RingSettingFields *self)
{
  guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->alloy));
  RingPickedSetting picked;

  if (self->showing || i > ring_alloy_get_n () || !ring_setting_desk_get (self->desk, &picked))
    return;
  picked.choice.alloy = i > 0 ? ring_alloy_get (i - 1)->id : "";
  ring_setting_desk_put_setting (self->desk, &picked, "alloy");
}

static void
unfold_cb (RingSettingFields *self)
{
  g_autoptr (GError) error = NULL;

  if (ring_setting_desk_unfold (self->desk, &error))
    ring_parts_close_popover (GTK_WIDGET (self));
  else
    ring_parts_complain (self->complaint, NULL, error->message);
}

static void
remove_cb (RingSettingFields *self)
{
  ring_parts_close_popover (GTK_WIDGET (self));
  ring_setting_desk_remove (self->desk);
}

/* ------------------------------------------------------------------ widgets */

static GtkWidget *
new_reset (RingSettingFields *self, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  /* Translators: a button beside a number of a setting, such as "Claws". */
  g_autofree char *name = g_strdup_printf (_ ("%s as proposed"), label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("As proposed"));
  ring_parts_name (button, name);
  return button;
}

static GtkWidget *
add_row (RingSettingFields *self, const char *label, GtkWidget *widget, GtkWidget *suffix)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = ring_parts_new_label (label);

  gtk_widget_set_hexpand (text, TRUE);
  gtk_box_append (GTK_BOX (row), text);
  if (suffix != NULL)
    gtk_box_append (GTK_BOX (row), suffix);
  gtk_box_append (GTK_BOX (row), widget);
  gtk_box_append (GTK_BOX (self->details), row);
  return row;
}

static void
add_number (RingSettingFields *self, guint i)
{
  const RingSettingNumberInfo *info = ring_setting_number_get_info ((RingSettingNumber) i);
  const char *label = _ (info->label);
  g_autofree char *text = info->unit[0] != '\0' ? g_strdup_printf ("%s, %s", label, _ (info->unit))
                                                : g_strdup (label);
  GtkWidget *spin = ring_parts_new_spin (info->least, info->most, info->step, info->decimals,
                                         G_CALLBACK (spin_cb), self);

  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (spin), 5);
  ring_parts_name (spin, text);
  g_object_set_data (G_OBJECT (spin), "number", GUINT_TO_POINTER (i));
  self->spins[i] = spin;
  self->resets[i] = new_reset (self, label);
  g_object_set_data (G_OBJECT (self->resets[i]), "number", GUINT_TO_POINTER (i));
  g_signal_connect_object (self->resets[i], "clicked", G_CALLBACK (reset_cb), self,
                           G_CONNECT_SWAPPED);
  self->rows[i] = add_row (self, text, spin, self->resets[i]);
}

static void
add_kind (RingSettingFields *self)
{
  const char *kinds[RING_N_SETTING_KINDS + 2] = { _ ("Usual for the cut") };

  for (guint i = 0; i < RING_N_SETTING_KINDS; i++)
    kinds[i + 1] = ring_setting_kind_label ((RingSettingKind) i);
  self->kind
      = ring_parts_new_drop_down (kinds, _ ("Kind of setting"), G_CALLBACK (kind_cb), self);
  gtk_box_append (GTK_BOX (self), self->kind);
}

static void
add_shape (RingSettingFields *self)
{
  const char *shapes[RING_N_CLAW_SHAPES + 1] = { NULL };

  for (guint i = 0; i < RING_N_CLAW_SHAPES; i++)
    shapes[i] = ring_claw_shape_label ((RingClawShape) i);
  self->shape
      = ring_parts_new_drop_down (shapes, _ ("Shape of claws"), G_CALLBACK (shape_cb), self);
  self->shape_reset = new_reset (self, _ ("Shape of claws"));
  g_signal_connect_object (self->shape_reset, "clicked", G_CALLBACK (shape_reset_cb), self,
                           G_CONNECT_SWAPPED);
  self->shape_row = add_row (self, _ ("Shape of claws"), self->shape, self->shape_reset);
}

static void
add_alloy (RingSettingFields *self)
{
  g_autofree const char **alloys = g_new0 (const char *, ring_alloy_get_n () + 2);

  alloys[0] = _ ("As the ring");
  for (guint i = 0; i < ring_alloy_get_n (); i++)
    alloys[i + 1] = _ (ring_alloy_label (ring_alloy_get (i)));
  self->alloy
      = ring_parts_new_drop_down (alloys, _ ("Metal of the setting"), G_CALLBACK (alloy_cb), self);
  add_row (self, _ ("Metal"), self->alloy, NULL);
}

static void
add_details (RingSettingFields *self)
{
  self->details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self), self->details);
  add_number (self, RING_NUMBER_CLAWS);
  add_shape (self);
  for (guint i = RING_NUMBER_CLAW; i <= RING_NUMBER_COVER; i++)
    add_number (self, i);
  add_alloy (self);
  self->weight = ring_parts_add_text (self->details, "dim-label", TEXT_CHARS);
  self->faults = ring_parts_add_text (self->details, "warning", TEXT_CHARS);
  gtk_box_append (GTK_BOX (self->details), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  for (guint i = RING_NUMBER_GIRDLE; i <= RING_NUMBER_TABLE; i++)
    add_number (self, i);
  self->complaint = ring_parts_add_text (self->details, "error", TEXT_CHARS);
  for (guint i = RING_NUMBER_TILT; i < RING_N_SETTING_NUMBERS; i++)
    add_number (self, i);
  self->unfold = gtk_button_new_with_label (_ ("Unfold Into Strokes"));
  gtk_widget_set_tooltip_text (
      self->unfold, _ ("Plain strokes on the Metal layers, which no longer follow the gem"));
  g_signal_connect_object (self->unfold, "clicked", G_CALLBACK (unfold_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->details), self->unfold);
  self->remove = gtk_button_new_with_label (_ ("Remove This Setting"));
  gtk_widget_add_css_class (self->remove, "destructive-action");
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->details), self->remove);
}

static void
ring_setting_fields_dispose (GObject *object)
{
  g_clear_object (&RING_SETTING_FIELDS (object)->instruments);
  G_OBJECT_CLASS (ring_setting_fields_parent_class)->dispose (object);
}

static void
ring_setting_fields_class_init (RingSettingFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_setting_fields_dispose;
}

static void
ring_setting_fields_init (RingSettingFields *self)
{
  self->showing = TRUE;
  ring_parts_set_up (GTK_BOX (self), 8);
  self->title = ring_parts_add_text (GTK_WIDGET (self), "heading", TEXT_CHARS);
  add_kind (self);
  add_details (self);
}

GtkWidget *
ring_setting_fields_new (RingInstruments *instruments)
{
  RingSettingFields *self = g_object_new (RING_TYPE_SETTING_FIELDS, NULL);

  self->instruments = g_object_ref (instruments);
  self->desk = ring_instruments_get_setting_desk (instruments);
  g_signal_connect_object (instruments, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->desk, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

char *
ring_setting_fields_format (RingInstruments *instruments)
{
  int kind = ring_instruments_get_setting (instruments);
  RingPickedSetting picked;

  if (ring_setting_desk_get (ring_instruments_get_setting_desk (instruments), &picked))
    return ring_picked_setting_format (&picked);
  return g_strdup (kind != RING_SETTING_USUAL ? ring_setting_kind_label ((RingSettingKind) kind)
                                              : _ ("Usual for the cut"));
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-setting-fields.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-gem-setting.h"
#include "ring-number.h"

/* The numbers; first those of the setting, then those of its gem. */
typedef enum
{
  CLAWS,
  CLAW,
  WALL,
  RAILS,
  RAIL,
  COVER,
  GIRDLE,
  TABLE,
  TILT,
  LEAN,
  SPIN,
} Number;

#define N_NUMBERS 11

static const struct
{
  const char *label, *unit;
  RingGiven given; /* 0 for what belongs to the gem */
  double least, most, step;
  guint decimals;
} numbers[N_NUMBERS] = {
  [CLAWS]
  = { N_ ("Claws"), "", RING_GIVEN_CLAWS, RING_SETTING_LEAST_CLAWS, RING_SETTING_MOST_CLAWS, 1, 0 },
  [CLAW] = { N_ ("Claw thickness"), N_ ("mm"), RING_GIVEN_CLAW, RING_SETTING_LEAST_MM,
             RING_SETTING_MOST_MM, 0.05, 2 },
  [WALL] = { N_ ("Wall thickness"), N_ ("mm"), RING_GIVEN_WALL, RING_SETTING_LEAST_MM,
             RING_SETTING_MOST_MM, 0.05, 2 },
  [RAILS] = { N_ ("Gallery rails"), "", RING_GIVEN_RAILS, 0, RING_SETTING_MOST_RAILS, 1, 0 },
  [RAIL] = { N_ ("Rail thickness"), N_ ("mm"), RING_GIVEN_RAIL, RING_SETTING_LEAST_MM,
             RING_SETTING_MOST_MM, 0.05, 2 },
  [COVER] = { N_ ("Outline covered"), N_ ("%"), RING_GIVEN_COVER, 10, 90, 5, 0 },
  [GIRDLE] = { N_ ("Girdle over the finger"), N_ ("mm"), 0, -5, 40, 0.1, 2 },
  [TABLE] = { N_ ("Table over the finger"), N_ ("mm"), 0, -5, 60, 0.1, 2 },
  [TILT] = { N_ ("Tilt along the finger"), N_ ("°"), 0, -180, 180, 1, 0 },
  [LEAN] = { N_ ("Lean round the finger"), N_ ("°"), 0, -180, 180, 1, 0 },
  [SPIN] = { N_ ("Turn about its axis"), N_ ("°"), 0, -360, 360, 5, 0 },
};

struct _RingSettingFields
{
  GtkBox parent_instance;

  RingInstruments *instruments;
  RingDesign *design;
  gulong changed_id;
  char *gem_id;
  gboolean showing;

  GtkWidget *title, *kind, *details, *shape_row, *shape, *shape_reset, *alloy, *complaint;
  GtkWidget *rows[N_NUMBERS], *spins[N_NUMBERS], *resets[N_NUMBERS];
  GtkWidget *weight, *remove;
};

G_DEFINE_FINAL_TYPE (RingSettingFields, ring_setting_fields, GTK_TYPE_BOX)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What is shown: the gem, its ring and its setting. Strings belong to the drawing. */
typedef struct
{
  const RingDrawing *drawing;
  const RingRecord *record;
  RingGem gem;
  RingSpec spec;
  RingSettingChoice choice;
} Picked;

static gboolean
get_picked (RingSettingFields *self, Picked *picked)
{
  if (self->design == NULL || self->gem_id == NULL)
    return FALSE;
  picked->drawing = ring_design_get_drawing (self->design);
  if (!ring_gem_init (&picked->gem,
                      ring_drawing_find_record (picked->drawing, RING_RECORD_GEM, self->gem_id)))
    return FALSE;
  picked->record = ring_gem_setting_find (picked->drawing, self->gem_id);
  ring_spec_init (&picked->spec, ring_drawing_find_ring (picked->drawing, picked->gem.ring));
  return ring_gem_setting_init (&picked->choice, picked->record, &picked->gem, &picked->spec.band);
}

static double
table_height (const RingGem *gem)
{
  return gem->depth * ring_cut_crown_part (gem->cut);
}

static double
get_number (const Picked *picked, Number number)
{
  const RingSetting *setting = &picked->choice.setting;
  const RingPlace *place = &picked->gem.place;

  switch (number)
    {
    case CLAWS:
      return setting->claws;
    case CLAW:
      return setting->claw;
    case WALL:
      return setting->wall;
    case RAILS:
      return setting->rails;
    case RAIL:
      return setting->rail;
    case COVER:
      return 100 * setting->cover;
    case GIRDLE:
      return place->height;
    case TABLE:
      return place->height + table_height (&picked->gem);
    case TILT:
      return place->tilt;
    case LEAN:
      return place->lean;
    case SPIN:
    default:
      return place->spin;
    }
}

static void
set_number (Picked *picked, Number number, double value)
{
  RingSetting *setting = &picked->choice.setting;
  RingPlace *place = &picked->gem.place;

  picked->choice.given |= numbers[number].given;
  switch (number)
    {
    case CLAWS:
      setting->claws = (guint) value;
      break;
    case CLAW:
      setting->claw = value;
      break;
    case WALL:
      setting->wall = value;
      break;
    case RAILS:
      setting->rails = (guint) value;
      break;
    case RAIL:
      setting->rail = value;
      break;
    case COVER:
      setting->cover = value / 100;
      break;
    case GIRDLE:
      place->height = value;
      break;
    case TABLE:
      place->height = value - table_height (&picked->gem);
      break;
    case TILT:
      place->tilt = value;
      break;
    case LEAN:
      place->lean = value;
      break;
    case SPIN:
    default:
      place->spin = value;
      break;
    }
}

static gboolean
has_number (RingSettingKind kind, Number number)
{
  switch (number)
    {
    case CLAWS:
    case CLAW:
      return ring_setting_has_claws (kind);
    case RAILS:
    case RAIL:
      return ring_setting_has_rails (kind);
    case WALL:
      return ring_setting_has_wall (kind);
    case COVER:
      return kind == RING_SETTING_HALF_BEZEL;
    default:
      return TRUE;
    }
}

/* ------------------------------------------------------------------ showing */

static void
complain (RingSettingFields *self, const char *message)
{
  gtk_label_set_text (GTK_LABEL (self->complaint), message != NULL ? message : "");
  gtk_widget_set_visible (self->complaint, message != NULL);
}

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
show_weight (RingSettingFields *self, const Picked *picked)
{
  const char *id = picked->choice.alloy[0] != '\0' ? picked->choice.alloy : picked->spec.alloy;
  const RingAlloy *alloy = ring_alloy_find (id);
  g_autofree char *number = NULL;
  g_autofree char *text = NULL;
  RingSettingGem held;
  double volume;

  ring_gem_setting_gem (&held, &picked->gem, &picked->spec.band);
  volume = ring_setting_volume (&picked->choice.setting, &held);
  number = ring_number_format (alloy != NULL ? volume * alloy->density / 1000 : volume,
                               alloy != NULL ? 2 : 1);
  /* Translators: the weight of a setting, and the name of its metal. */
  text = alloy != NULL ? g_strdup_printf (_ ("Metal: %s g of %s"), number, _ (alloy->label))
                       : g_strdup_printf (_ ("Metal: %s mm³"), number);
  gtk_label_set_text (GTK_LABEL (self->weight), text);
}

static void
show_picked (RingSettingFields *self, const Picked *picked)
{
  RingSettingKind kind = picked->choice.setting.kind;

  for (guint i = 0; i < N_NUMBERS; i++)
    {
      double value = get_number (picked, (Number) i);

      gtk_widget_set_visible (self->rows[i], has_number (kind, (Number) i));
      /* Not what is shown already, rounded: that would put the text under the hand anew. */
      if (fabs (gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->spins[i])) - value)
          > 0.5 * pow (10, -(double) numbers[i].decimals))
        gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->spins[i]), value);
      gtk_widget_set_visible (self->resets[i], (picked->choice.given & numbers[i].given) != 0);
    }
  gtk_widget_set_visible (self->shape_row, ring_setting_has_claws (kind));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->shape), picked->choice.setting.shape);
  gtk_widget_set_visible (self->shape_reset, (picked->choice.given & RING_GIVEN_SHAPE) != 0);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->alloy), alloy_index (picked->choice.alloy));
  show_weight (self, picked);
}

static void
show (RingSettingFields *self)
{
  Picked picked;
  gboolean set = get_picked (self, &picked);
  int kind
      = set ? (int) picked.choice.setting.kind : ring_instruments_get_setting (self->instruments);

  self->showing = TRUE;
  gtk_label_set_text (GTK_LABEL (self->title), set ? _ ("This Setting") : _ ("Next Setting"));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->kind), (guint) (kind + 1));
  gtk_widget_set_visible (self->details, set);
  complain (self, NULL);
  if (set)
    show_picked (self, &picked);
  self->showing = FALSE;
  g_signal_emit (self, signals[CHANGED], 0);
}

/* ------------------------------------------------------------------ changing */

static void
commit (RingSettingFields *self, RingEdit *edit, const char *what)
{
  g_autofree char *key = g_strdup_printf ("setting %s %s", self->gem_id, what);

  ring_edit_set_merge_key (edit, key);
  ring_design_commit (self->design, edit);
}

static void
change_setting (RingSettingFields *self, const Picked *picked, const char *what)
{
  RingEdit *edit = ring_edit_new (picked->drawing, _ ("Change Setting"));

  ring_gem_setting_put (edit, picked->drawing, &picked->gem, &picked->spec.band, &picked->choice,
                        NULL);
  commit (self, edit, what);
}

static void
change_gem (RingSettingFields *self, const Picked *picked, const char *what)
{
  const RingRecord *old
      = ring_drawing_find_record (picked->drawing, RING_RECORD_GEM, picked->gem.id);
  g_autoptr (RingRecord) next = ring_gem_to_record (&picked->gem, old);
  RingEdit *edit;

  if (ring_record_equal (old, next))
    return;
  edit = ring_edit_new (picked->drawing, _ ("Move Gem"));
  ring_edit_set_record (edit, next);
  commit (self, edit, what);
}

/* Of a height that would bring the culet too near, the sentence that says so. */
static char *
refuse_height (const Picked *picked)
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
spin_cb (GtkSpinButton *spin, RingSettingFields *self)
{
  Number number = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (spin), "number"));
  double value = gtk_spin_button_get_value (spin);
  g_autofree char *message = NULL;
  Picked picked;

  if (self->showing || !get_picked (self, &picked)
      || fabs (get_number (&picked, number) - value) < 1e-9)
    return;
  set_number (&picked, number, value);
  if (numbers[number].given != 0)
    {
      change_setting (self, &picked, numbers[number].label);
      return;
    }
  if (number == GIRDLE || number == TABLE)
    message = refuse_height (&picked);
  if (message == NULL)
    {
      change_gem (self, &picked, numbers[number].label);
      return;
    }
  show (self);
  complain (self, message);
}

static void
reset (RingSettingFields *self, guint given, const char *what)
{
  Picked picked;

  if (!get_picked (self, &picked))
    return;
  picked.choice.given &= ~given;
  change_setting (self, &picked, what);
}

static void
reset_cb (GtkButton *button, RingSettingFields *self)
{
  guint i = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "number"));

  reset (self, numbers[i].given, numbers[i].label);
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
  Picked picked;

  if (self->showing || kind >= RING_N_SETTING_KINDS)
    return;
  if (!get_picked (self, &picked))
    {
      ring_instruments_set_setting (self->instruments, kind);
      return;
    }
  if (kind == RING_SETTING_USUAL)
    kind = (int) ring_setting_usual_kind (picked.gem.cut);
  picked.choice.setting.kind = (RingSettingKind) kind;
  change_setting (self, &picked, "kind");
  show (self);
}

static void
shape_cb (RingSettingFields *self)
{
  guint shape = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->shape));
  Picked picked;

  if (self->showing || shape >= RING_N_CLAW_SHAPES || !get_picked (self, &picked))
    return;
  picked.choice.setting.shape = (RingClawShape) shape;
  picked.choice.given |= RING_GIVEN_SHAPE;
  change_setting (self, &picked, "shape");
}

static void
alloy_cb (RingSettingFields *self)
{
  guint i = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->alloy));
  Picked picked;

  if (self->showing || i > ring_alloy_get_n () || !get_picked (self, &picked))
    return;
  picked.choice.alloy = i > 0 ? ring_alloy_get (i - 1)->id : "";
  change_setting (self, &picked, "alloy");
}

static void
remove_cb (RingSettingFields *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);
  RingEdit *edit;
  Picked picked;

  if (!get_picked (self, &picked))
    return;
  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
  edit = ring_edit_new (picked.drawing, _ ("Remove Setting"));
  ring_gem_setting_remove (edit, picked.drawing, picked.gem.id);
  ring_design_commit (self->design, edit);
}

/* ------------------------------------------------------------------ widgets */

static void
name_widget (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static GtkWidget *
new_label (const char *text, const char *class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (class != NULL)
    gtk_widget_add_css_class (label, class);
  return label;
}

static GtkWidget *
new_reset (RingSettingFields *self, const char *label)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  /* Translators: a button beside a number of a setting, such as "Claws". */
  g_autofree char *name = g_strdup_printf (_ ("%s as proposed"), label);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("As proposed"));
  name_widget (button, name);
  return button;
}

static GtkWidget *
add_row (RingSettingFields *self, const char *label, GtkWidget *widget, GtkWidget *suffix)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *text = new_label (label, NULL);

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
  const char *label = _ (numbers[i].label);
  g_autofree char *text = numbers[i].unit[0] != '\0'
                              ? g_strdup_printf ("%s, %s", label, _ (numbers[i].unit))
                              : g_strdup (label);

  self->spins[i]
      = gtk_spin_button_new_with_range (numbers[i].least, numbers[i].most, numbers[i].step);
  gtk_spin_button_set_digits (GTK_SPIN_BUTTON (self->spins[i]), numbers[i].decimals);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->spins[i]), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (self->spins[i]), 5);
  name_widget (self->spins[i], text);
  g_object_set_data (G_OBJECT (self->spins[i]), "number", GUINT_TO_POINTER (i));
  g_signal_connect_object (self->spins[i], "value-changed", G_CALLBACK (spin_cb), self, 0);
  self->resets[i] = new_reset (self, label);
  g_object_set_data (G_OBJECT (self->resets[i]), "number", GUINT_TO_POINTER (i));
  g_signal_connect_object (self->resets[i], "clicked", G_CALLBACK (reset_cb), self, 0);
  self->rows[i] = add_row (self, text, self->spins[i], self->resets[i]);
}

static GtkWidget *
new_drop_down (RingSettingFields *self,
               const char *const *labels,
               const char *name,
               GCallback changed)
{
  GtkWidget *drop = gtk_drop_down_new_from_strings (labels);

  name_widget (drop, name);
  g_signal_connect_object (drop, "notify::selected", changed, self, G_CONNECT_SWAPPED);
  return drop;
}

static void
add_kind (RingSettingFields *self)
{
  const char *kinds[RING_N_SETTING_KINDS + 2] = { _ ("Usual for the cut") };

  for (guint i = 0; i < RING_N_SETTING_KINDS; i++)
    kinds[i + 1] = ring_setting_kind_label ((RingSettingKind) i);
  self->kind = new_drop_down (self, kinds, _ ("Kind of setting"), G_CALLBACK (kind_cb));
  gtk_widget_set_tooltip_text (self->kind, _ ("Kind of setting"));
  gtk_box_append (GTK_BOX (self), self->kind);
}

static void
add_shape (RingSettingFields *self)
{
  const char *shapes[RING_N_CLAW_SHAPES + 1] = { NULL };

  for (guint i = 0; i < RING_N_CLAW_SHAPES; i++)
    shapes[i] = ring_claw_shape_label ((RingClawShape) i);
  self->shape = new_drop_down (self, shapes, _ ("Shape of claws"), G_CALLBACK (shape_cb));
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
    alloys[i + 1] = _ (ring_alloy_get (i)->label);
  self->alloy = new_drop_down (self, alloys, _ ("Metal of the setting"), G_CALLBACK (alloy_cb));
  add_row (self, _ ("Metal"), self->alloy, NULL);
}

static GtkWidget *
add_text (RingSettingFields *self, const char *class)
{
  GtkWidget *label = new_label (NULL, class);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 38);
  gtk_box_append (GTK_BOX (self->details), label);
  return label;
}

static void
add_details (RingSettingFields *self)
{
  self->details = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self), self->details);
  add_number (self, CLAWS);
  add_shape (self);
  for (guint i = CLAW; i <= COVER; i++)
    add_number (self, i);
  add_alloy (self);
  self->weight = add_text (self, "dim-label");
  gtk_box_append (GTK_BOX (self->details), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  for (guint i = GIRDLE; i <= TABLE; i++)
    add_number (self, i);
  self->complaint = add_text (self, "error");
  for (guint i = TILT; i < N_NUMBERS; i++)
    add_number (self, i);
  self->remove = gtk_button_new_with_label (_ ("Remove This Setting"));
  gtk_widget_add_css_class (self->remove, "destructive-action");
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->details), self->remove);
}

static void
ring_setting_fields_dispose (GObject *object)
{
  RingSettingFields *self = RING_SETTING_FIELDS (object);

  ring_setting_fields_set_design (self, NULL);
  g_clear_object (&self->instruments);
  g_clear_pointer (&self->gem_id, g_free);
  G_OBJECT_CLASS (ring_setting_fields_parent_class)->dispose (object);
}

static void
ring_setting_fields_class_init (RingSettingFieldsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_setting_fields_dispose;
  signals[CHANGED] = g_signal_new ("changed", RING_TYPE_SETTING_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ring_setting_fields_init (RingSettingFields *self)
{
  self->showing = TRUE;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  g_object_set (self, "margin-top", 6, "margin-bottom", 6, "margin-start", 6, "margin-end", 6,
                NULL);
  self->title = new_label (NULL, "heading");
  gtk_box_append (GTK_BOX (self), self->title);
  add_kind (self);
  add_details (self);
}

GtkWidget *
ring_setting_fields_new (RingInstruments *instruments)
{
  RingSettingFields *self = g_object_new (RING_TYPE_SETTING_FIELDS, NULL);

  self->instruments = g_object_ref (instruments);
  g_signal_connect_object (instruments, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

static void
design_changed_cb (RingDesign *design, RingEdit *edit, gboolean reverted, RingSettingFields *self)
{
  if (self->gem_id != NULL)
    show (self);
}

void
ring_setting_fields_set_design (RingSettingFields *self, RingDesign *design)
{
  g_return_if_fail (RING_IS_SETTING_FIELDS (self));

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  g_set_object (&self->design, design);
  if (design != NULL)
    self->changed_id = g_signal_connect (design, "changed", G_CALLBACK (design_changed_cb), self);
}

void
ring_setting_fields_pick (RingSettingFields *self, const char *gem_id)
{
  g_return_if_fail (RING_IS_SETTING_FIELDS (self));

  if (g_strcmp0 (gem_id, self->gem_id) == 0)
    return;
  g_free (self->gem_id);
  self->gem_id = g_strdup (gem_id);
  show (self);
}

char *
ring_setting_fields_format (RingSettingFields *self)
{
  int kind = ring_instruments_get_setting (self->instruments);
  g_autofree char *number = NULL;
  const RingSetting *setting;
  Picked picked;

  if (!get_picked (self, &picked))
    return g_strdup (kind != RING_SETTING_USUAL ? ring_setting_kind_label ((RingSettingKind) kind)
                                                : _ ("Usual for the cut"));
  setting = &picked.choice.setting;
  number = ring_number_format (
      ring_setting_has_claws (setting->kind) ? setting->claw : setting->wall, 2);
  if (ring_setting_has_claws (setting->kind))
    /* Translators: a kind of setting, how many claws it has, and their thickness. */
    return g_strdup_printf (_ ("%s, %u × %s mm"), ring_setting_kind_label (setting->kind),
                            setting->claws, number);
  if (ring_setting_has_wall (setting->kind))
    /* Translators: a kind of setting and the thickness of its walls. */
    return g_strdup_printf (_ ("%s, %s mm"), ring_setting_kind_label (setting->kind), number);
  return g_strdup (ring_setting_kind_label (setting->kind));
}

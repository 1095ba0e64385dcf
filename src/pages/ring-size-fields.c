/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <math.h>
#include <glib/gi18n-lib.h>

#include "ring-number.h"
#include "ring-parts.h"
#include "ring-size-fields.h"
#include "ring-size-change.h"
#include "ring-size.h"
#include "ring-spec.h"

/* A label that lies further than this from the true size is said to, mm of circumference. */
#define WORTH_SAYING 0.01

struct _RingSizeFields
{
  GtkBox parent_instance;

  RingFields *fields; /* of the form, which holds this too */
  GtkLabel *note; /* of the same form */
  RingSizeSystem system;
  GtkCheckButton *carries;
  GtkEditable *entry;
  GtkDropDown *chooser;
  gboolean showing; /* what stands in the entry is written by the form */
};

G_DEFINE_FINAL_TYPE (RingSizeFields, ring_size_fields, GTK_TYPE_BOX)

enum
{
  PROP_0,
  PROP_SYSTEM,
  PROP_CARRIES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

enum
{
  PREVIEW,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
set_error (RingSizeFields *self, const char *message)
{
  GtkWidget *entry = GTK_WIDGET (self->entry);

  if (message != NULL)
    {
      gtk_label_set_text (self->note, message);
      gtk_widget_add_css_class (entry, "error");
    }
  else
    gtk_widget_remove_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

/* "+0.24 mm": how much larger the true size is than its label; NULL where they are the same. */
static char *
format_off (double off)
{
  g_autofree char *by = ring_number_format (fabs (off), 2);

  if (fabs (off) < WORTH_SAYING)
    return NULL;
  return g_strdup_printf (off > 0 ? _("+%s mm") : _("−%s mm"), by);
}

static void
show_text (RingSizeFields *self, const char *text)
{
  self->showing = TRUE;
  gtk_editable_set_text (self->entry, text);
  self->showing = FALSE;
  g_signal_emit (self, signals[PREVIEW], 0, NULL);
}

/* What the ring has. */
static void
show_note (RingSizeFields *self, const RingSpec *spec)
{
  double circumference = spec->band.circumference;
  double off;
  g_autofree char *around = ring_number_format (circumference, 2);
  g_autofree char *across = ring_number_format (ring_size_diameter (circumference), 2);
  g_autofree char *text = ring_size_format (self->system, circumference, &off);
  g_autoptr (GString) note = g_string_new (NULL);

  if (!spec->size_known)
    {
      gtk_label_set_text (self->note, _("Not known yet: drawn at US 7, to be confirmed."));
      return;
    }
  g_string_printf (note, _("%s mm around, %s mm across."), around, across);
  if (fabs (off) >= WORTH_SAYING)
    {
      g_autofree char *by = ring_number_format (fabs (off), 2);

      /* Translators: a size on a table and by how many mm the table's size differs: "6½ is 0.20
       * mm smaller." */
      g_string_append_c (note, ' ');
      g_string_append_printf (note, off > 0 ? _("%s is %s mm smaller.") : _("%s is %s mm larger."),
                              text, by);
    }
  gtk_label_set_text (self->note, note->str);
}

static void
fields_changed_cb (RingSizeFields *self)
{
  const char *label = ring_size_system_label (self->system);
  g_autofree char *text = NULL;
  RingSpec spec;

  set_error (self, NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->entry), label);
  ring_parts_name (GTK_WIDGET (self->entry), label);
  ring_spec_init (&spec, ring_fields_get_record (self->fields));
  if (spec.size_known)
    text = ring_size_format (self->system, spec.band.circumference, NULL);
  show_text (self, text != NULL ? text : "");
  show_note (self, &spec);
}

/* The new size, and with it what is drawn where that is wanted, in one step; NULL without a ring. */
static RingEdit *
make_edit (RingSizeFields *self, double to)
{
  RingDesign *design = ring_fields_get_design (self->fields);
  const RingRecord *old = ring_fields_get_record (self->fields);
  g_autoptr (RingRecord) sized = NULL;
  g_autoptr (RingRecord) record = NULL;
  RingEdit *edit;
  RingSpec spec;

  if (design == NULL || old == NULL)
    return NULL;
  ring_spec_init (&spec, old);
  edit = ring_edit_new (ring_design_get_drawing (design), _("Finger Size"));
  sized = ring_record_with_number (old, "size", to, 4);
  record = ring_record_with (sized, "size-system", ring_size_system_id (self->system));
  ring_edit_set_record (edit, record);
  if (gtk_check_button_get_active (self->carries))
    ring_size_change_carry (edit, ring_record_get_id (record), spec.band.circumference, to);
  return edit;
}

/* While a size is typed it is seen what it would do. */
static void
typed_cb (RingSizeFields *self)
{
  g_autoptr (RingEdit) edit = NULL;
  double circumference;

  if (self->showing)
    return;
  if (ring_size_parse (self->system, gtk_editable_get_text (self->entry), &circumference, NULL))
    edit = make_edit (self, circumference);
  set_error (self, NULL);
  if (edit != NULL)
    {
      g_autofree char *around = ring_number_format (circumference, 2);
      g_autofree char *across = ring_number_format (ring_size_diameter (circumference), 2);
      g_autofree char *note = g_strdup_printf (_("%s mm around, %s mm across: Enter takes it."),
                                               around, across);

      gtk_label_set_text (self->note, note);
    }
  else
    {
      RingSpec spec;

      ring_spec_init (&spec, ring_fields_get_record (self->fields));
      show_note (self, &spec);
    }
  g_signal_emit (self, signals[PREVIEW], 0, edit);
}

static void
commit (RingSizeFields *self)
{
  const char *text = gtk_editable_get_text (self->entry);
  g_autoptr (GError) error = NULL;
  g_autofree char *present = NULL;
  double circumference;
  RingSpec spec;

  ring_spec_init (&spec, ring_fields_get_record (self->fields));
  /* Leaving a field as it was must not round the size to its label. */
  if (spec.size_known)
    present = ring_size_format (self->system, spec.band.circumference, NULL);
  if (g_strcmp0 (present != NULL ? present : "", text) == 0)
    fields_changed_cb (self);
  else if (text[0] == '\0')
    ring_fields_set (self->fields, NULL, "size", NULL, "size-system", NULL, NULL);
  else if (!ring_size_parse (self->system, text, &circumference, &error))
    set_error (self, error->message);
  else
    {
      RingEdit *edit = make_edit (self, circumference);

      g_autofree char *value = ring_number_format (circumference, 4);

      if (edit != NULL)
        ring_design_commit (ring_fields_get_design (self->fields), edit);
      else
        ring_fields_set (self->fields, NULL, "size", value,
                         "size-system", ring_size_system_id (self->system), NULL);
      fields_changed_cb (self);
    }
}

static void
chosen_cb (GtkDropDown *chooser, GParamSpec *pspec, RingSizeFields *self)
{
  guint selected = gtk_drop_down_get_selected (chooser);

  if (selected < RING_SIZE_N_SYSTEMS)
    g_object_set (self, "system", ring_size_system_id ((RingSizeSystem) selected), NULL);
}

static GtkWidget *
new_label (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* The size by one table, how far its label lies from the true size, and the table's name. */
static void
attach_system (GtkGrid *grid, RingSizeSystem system, double circumference)
{
  double off;
  g_autofree char *size = ring_size_format (system, circumference, &off);
  g_autofree char *by = format_off (off);
  g_autofree char *words = NULL;
  const char *doubt = ring_size_system_doubt (system);
  GtkWidget *number = new_label (size, "numeric", 1);
  GtkWidget *table;
  int row = 2 * (int) system;

  words = g_strjoin (doubt[0] != '\0' ? "\n" : "", ring_size_system_label (system), doubt, NULL);
  table = new_label (words, "caption", 0);
  gtk_widget_add_css_class (table, "dim-label");
  gtk_widget_set_margin_bottom (table, 8);
  gtk_widget_add_css_class (number, "heading");
  gtk_grid_attach (grid, new_label (ring_size_system_name (system), NULL, 0), 0, row, 1, 1);
  gtk_grid_attach (grid, number, 1, row, 1, 1);
  gtk_grid_attach (grid, new_label (by, "numeric", 1), 2, row, 1, 1);
  gtk_grid_attach (grid, table, 0, row + 1, 3, 1);
}

/* Filled as it opens: it tells of the size that the ring has then. */
static void
fill_others_cb (GtkMenuButton *button, gpointer user_data)
{
  RingSizeFields *self = user_data;
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 10);
  GtkWidget *grid = gtk_grid_new ();
  g_autofree char *around = NULL;
  g_autofree char *across = NULL;
  g_autofree char *head = NULL;
  RingSpec spec;

  ring_spec_init (&spec, ring_fields_get_record (self->fields));
  around = ring_number_format (spec.band.circumference, 2);
  across = ring_number_format (ring_size_diameter (spec.band.circumference), 2);
  head = g_strdup_printf (spec.size_known ? _("%s mm around, %s mm across")
                                          : _("Assumed, to be confirmed: %s mm around, %s mm across"),
                          around, across);
  gtk_widget_set_margin_top (box, 8);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_widget_set_margin_start (box, 8);
  gtk_widget_set_margin_end (box, 8);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 14);
  gtk_box_append (GTK_BOX (box), new_label (head, "heading", 0));
  gtk_box_append (GTK_BOX (box), grid);
  for (guint i = 0; i < RING_SIZE_N_SYSTEMS; i++)
    attach_system (GTK_GRID (grid), (RingSizeSystem) i, spec.band.circumference);
  gtk_widget_set_hexpand (gtk_grid_get_child_at (GTK_GRID (grid), 0, 0), TRUE);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (button, popover);
}

static void
carries_cb (RingSizeFields *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CARRIES]);
}

static void
leave_cb (GtkEventControllerFocus *controller, RingSizeFields *self)
{
  commit (self);
}

/* What was typed and not taken is forgotten. */
static gboolean
key_cb (RingSizeFields *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  fields_changed_cb (self);
  return GDK_EVENT_STOP;
}

static void
ring_size_fields_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RingSizeFields *self = RING_SIZE_FIELDS (object);

  if (id == PROP_CARRIES)
    g_value_set_boolean (value, gtk_check_button_get_active (self->carries));
  else if (id == PROP_SYSTEM)
    g_value_set_string (value, ring_size_system_id (self->system));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ring_size_fields_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  RingSizeFields *self = RING_SIZE_FIELDS (object);
  RingSizeSystem system;

  if (id == PROP_CARRIES)
    {
      gtk_check_button_set_active (self->carries, g_value_get_boolean (value));
      return;
    }
  if (id != PROP_SYSTEM)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (!ring_size_system_from_id (g_value_get_string (value), &system) || system == self->system)
    return;
  self->system = system;
  gtk_drop_down_set_selected (self->chooser, system);
  if (self->fields != NULL)
    fields_changed_cb (self);
  g_object_notify_by_pspec (object, pspec);
}

static void
ring_size_fields_class_init (RingSizeFieldsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = ring_size_fields_get_property;
  object_class->set_property = ring_size_fields_set_property;
  properties[PROP_SYSTEM]
      = g_param_spec_string ("system", NULL, NULL, "us",
                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_CARRIES]
      = g_param_spec_boolean ("carries", NULL, NULL, FALSE,
                              G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  signals[PREVIEW] = g_signal_new ("preview", RING_TYPE_SIZE_FIELDS, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
ring_size_fields_init (RingSizeFields *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  const char *names[RING_SIZE_N_SYSTEMS + 1] = { NULL };
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *chooser, *others, *carries, *row;

  for (guint i = 0; i < RING_SIZE_N_SYSTEMS; i++)
    names[i] = ring_size_system_name ((RingSizeSystem) i);
  self->system = RING_SIZE_US;
  chooser = gtk_drop_down_new_from_strings (names);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (chooser), self->system);
  gtk_widget_set_hexpand (chooser, TRUE);
  others = gtk_menu_button_new ();
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (others), "view-list-symbolic");
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (others), fill_others_cb, self, NULL);
  gtk_widget_set_tooltip_text (others, _("The Size in All Systems"));
  ring_parts_name (others, _("The Size in All Systems"));
  ring_parts_name (chooser, _("System of finger sizes"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 8);
  gtk_entry_set_max_length (GTK_ENTRY (entry), 16);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "–");
  gtk_widget_add_css_class (entry, "numeric");
  carries = gtk_check_button_new_with_label (_("Carry the drawing in or out with it"));
  gtk_widget_set_tooltip_text (
      carries, _("When the size changes, what is drawn follows the finger circle and keeps the width "
                 "of its lines"));
  row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_box_append (GTK_BOX (row), entry);
  gtk_box_append (GTK_BOX (row), chooser);
  gtk_box_append (GTK_BOX (row), others);
  gtk_box_append (GTK_BOX (self), row);
  gtk_box_append (GTK_BOX (self), carries);
  self->carries = GTK_CHECK_BUTTON (carries);
  g_signal_connect_swapped (carries, "toggled", G_CALLBACK (carries_cb), self);
  self->entry = GTK_EDITABLE (entry);
  self->chooser = GTK_DROP_DOWN (chooser);
  g_signal_connect_swapped (entry, "activate", G_CALLBACK (commit), self);
  g_signal_connect_swapped (entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (entry, keys);
  g_signal_connect (chooser, "notify::selected", G_CALLBACK (chosen_cb), self);
}

GtkWidget *
ring_size_fields_new (RingFields *fields, GtkLabel *note)
{
  RingSizeFields *self = g_object_new (RING_TYPE_SIZE_FIELDS, NULL);

  self->fields = fields;
  self->note = note;
  g_signal_connect_object (fields, "changed", G_CALLBACK (fields_changed_cb), self,
                           G_CONNECT_SWAPPED);
  fields_changed_cb (self);
  return GTK_WIDGET (self);
}

void
ring_size_fields_edit (RingSizeFields *self)
{
  g_return_if_fail (RING_IS_SIZE_FIELDS (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (self->entry, 0, -1);
}

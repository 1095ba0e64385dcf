/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <math.h>
#include <glib/gi18n-lib.h>

#include "ring-number.h"
#include "ring-size-fields.h"
#include "ring-size.h"
#include "ring-spec.h"

/* A label that lies further than this from the true size is said to, mm of circumference. */
#define WORTH_SAYING 0.1

#define N_SHOWN 3

static const struct
{
  RingSizeSystem system;
  const char *label;
} shown[N_SHOWN] = {
  { RING_SIZE_US, NC_ ("ring size", "US") },
  { RING_SIZE_UK, NC_ ("ring size", "UK") },
  { RING_SIZE_ISO, NC_ ("ring size", "ISO") },
};

struct _RingSizeFields
{
  GtkBox parent_instance;

  RingFields *fields; /* of the form, which holds this too */
  GtkLabel *note; /* of the same form */
  GtkEditable *entries[N_SHOWN];
};

G_DEFINE_FINAL_TYPE (RingSizeFields, ring_size_fields, GTK_TYPE_BOX)

static void
set_error (GtkEditable *entry, const char *message)
{
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), message);
  if (message != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               message != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE, -1);
}

static void
show_known (RingSizeFields *self, double circumference)
{
  g_autofree char *around = ring_number_format (circumference, 2);
  g_autofree char *across = ring_number_format (ring_size_diameter (circumference), 2);
  g_autoptr (GString) note = g_string_new (NULL);

  g_string_printf (note, _("%s mm around, %s mm across."), around, across);
  for (guint i = 0; i < N_SHOWN; i++)
    {
      double off = 0;
      g_autofree char *text = ring_size_format (shown[i].system, circumference, &off);

      gtk_editable_set_text (self->entries[i], text);
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->entries[i]),
                                   ring_size_system_label (shown[i].system));
      if (fabs (off) > WORTH_SAYING)
        {
          g_autofree char *by = ring_number_format (fabs (off), 2);
          g_autofree char *text_off = NULL;

          text_off = g_strdup_printf (off > 0 ? _("%s %s is %s mm smaller.") : _("%s %s is %s mm larger."),
                                      g_dpgettext2 (GETTEXT_PACKAGE, "ring size", shown[i].label),
                                      text, by);
          g_string_append_printf (note, " %s", text_off);
        }
    }
  gtk_label_set_text (self->note, note->str);
}

static void
show_unknown (RingSizeFields *self)
{
  for (guint i = 0; i < N_SHOWN; i++)
    {
      gtk_editable_set_text (self->entries[i], "");
      gtk_widget_set_tooltip_text (GTK_WIDGET (self->entries[i]),
                                   ring_size_system_label (shown[i].system));
    }
  gtk_label_set_text (self->note, _("Not known yet: drawn at US 7, to be confirmed."));
}

static void
fields_changed_cb (RingSizeFields *self)
{
  RingSpec spec;

  for (guint i = 0; i < N_SHOWN; i++)
    set_error (self->entries[i], NULL);
  ring_spec_init (&spec, ring_fields_get_record (self->fields));
  if (spec.size_known)
    show_known (self, spec.circumference);
  else
    show_unknown (self);
}

static void
commit (RingSizeFields *self, guint i)
{
  const char *text = gtk_editable_get_text (self->entries[i]);
  g_autoptr (GError) error = NULL;
  g_autofree char *value = NULL;
  g_autofree char *present = NULL;
  double circumference;
  RingSpec spec;

  ring_spec_init (&spec, ring_fields_get_record (self->fields));
  /* Leaving a field as it was must not round the size to its label. */
  if (spec.size_known)
    present = ring_size_format (shown[i].system, spec.circumference, NULL);
  if (g_strcmp0 (present != NULL ? present : "", text) == 0)
    return;
  if (text[0] == '\0')
    ring_fields_set (self->fields, NULL, "size", NULL, "size-system", NULL, NULL);
  else if (!ring_size_parse (shown[i].system, text, &circumference, &error))
    set_error (self->entries[i], error->message);
  else
    {
      value = ring_number_format (circumference, 3);
      ring_fields_set (self->fields, NULL, "size", value,
                       "size-system", ring_size_system_id (shown[i].system), NULL);
      fields_changed_cb (self);
    }
}

static guint
index_of (RingSizeFields *self, gpointer entry)
{
  guint i = 0;

  while (i < N_SHOWN - 1 && (gpointer) self->entries[i] != entry)
    i++;
  return i;
}

static void
activate_cb (GtkEntry *entry, RingSizeFields *self)
{
  commit (self, index_of (self, entry));
}

static void
leave_cb (GtkEventControllerFocus *controller, RingSizeFields *self)
{
  GtkWidget *entry = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));

  commit (self, index_of (self, entry));
}

static void
ring_size_fields_class_init (RingSizeFieldsClass *klass)
{
}

static void
ring_size_fields_init (RingSizeFields *self)
{
  gtk_box_set_spacing (GTK_BOX (self), 8);
  gtk_box_set_homogeneous (GTK_BOX (self), TRUE);
  for (guint i = 0; i < N_SHOWN; i++)
    {
      GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
      const char *text = g_dpgettext2 (GETTEXT_PACKAGE, "ring size", shown[i].label);
      GtkWidget *label = gtk_label_new (text);
      GtkWidget *entry = gtk_entry_new ();
      GtkEventController *focus = gtk_event_controller_focus_new ();

      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_mnemonic_widget (GTK_LABEL (label), entry);
      gtk_editable_set_width_chars (GTK_EDITABLE (entry), 5);
      gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
      gtk_entry_set_max_length (GTK_ENTRY (entry), 16);
      gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "–");
      gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      ring_size_system_label (shown[i].system), -1);
      gtk_box_append (GTK_BOX (box), label);
      gtk_box_append (GTK_BOX (box), entry);
      gtk_box_append (GTK_BOX (self), box);
      self->entries[i] = GTK_EDITABLE (entry);
      g_signal_connect (entry, "activate", G_CALLBACK (activate_cb), self);
      g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
      gtk_widget_add_controller (entry, focus);
    }
}

GtkWidget *
ring_size_fields_new (RingFields *fields, GtkLabel *note)
{
  RingSizeFields *self = g_object_new (RING_TYPE_SIZE_FIELDS, NULL);

  self->fields = fields;
  self->note = note;
  g_signal_connect_object (fields, "changed", G_CALLBACK (fields_changed_cb), self,
                           G_CONNECT_SWAPPED);
  show_unknown (self);
  return GTK_WIDGET (self);
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <glib/gi18n-lib.h>

#include "ring-fields.h"
#include "ring-provenance.h"
#include "ring-stone-card.h"
#include "ring-stone-note.h"

struct _RingStoneCard
{
  AdwExpanderRow parent_instance;

  RingFields *fields;
  char *stone_id;

  AdwEntryRow *name_row, *species_row, *cut_row, *source_row, *report_row;
  AdwActionRow *length_row, *width_row, *depth_row, *carat_row;
  AdwComboRow *measured_row, *carat_measured_row, *provenance_row;
  GtkTextView *text_view;
};

G_DEFINE_FINAL_TYPE (RingStoneCard, ring_stone_card, ADW_TYPE_EXPANDER_ROW)

/* The provenance classes of the trade; a shop's own evidence goes into the text. */
static const char *const provenance_values[] = {
  "mined-reported", "mined", "laboratory-grown", "recycled", "vintage", "antique", "heirloom", NULL,
};
static const char *const provenance_labels[] = {
  NC_ ("provenance", "Mined, source documented"),
  NC_ ("provenance", "Mined, source not documented"),
  NC_ ("provenance", "Laboratory-grown"),
  NC_ ("provenance", "Recycled"),
  NC_ ("provenance", "Vintage"),
  NC_ ("provenance", "Antique"),
  NC_ ("provenance", "Heirloom"),
  NULL,
};
static const char *const measured_values[] = { "measured", "estimated", NULL };
static const char *const measured_labels[] = {
  NC_ ("measure", "Measured"),
  NC_ ("measure", "Estimated"),
  NULL,
};

static void
bind_combo (RingStoneCard *self,
            AdwComboRow *row,
            const char *name,
            const char *const *values,
            const char *const *labels,
            const char *context)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) translated = NULL;

  for (guint i = 0; labels[i] != NULL; i++)
    g_strv_builder_add (builder, g_dpgettext2 (GETTEXT_PACKAGE, context, labels[i]));
  translated = g_strv_builder_end (builder);
  ring_fields_bind_combo (self->fields, row, name, values, (const char *const *) translated);
}

static void
bind_spin (RingStoneCard *self, AdwActionRow *row, const char *name, double upper)
{
  GtkWidget *spin = ring_fields_new_spin (upper, 0.01, 2);

  adw_action_row_add_suffix (row, spin);
  adw_action_row_set_activatable_widget (row, spin);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), -1);
  ring_fields_bind_spin (self->fields, GTK_SPIN_BUTTON (spin), name, 2, 0);
}

/* The head tells the stone from the others while the card is closed. */
static void
fields_changed_cb (RingStoneCard *self)
{
  const RingRecord *record = ring_fields_get_record (self->fields);
  g_autofree char *title = NULL;
  g_autofree char *escaped = NULL;
  g_autofree char *escaped_subtitle = NULL;
  const char *cut, *provenance;
  g_autoptr (GString) subtitle = g_string_new (NULL);

  if (record == NULL)
    return;
  title = ring_provenance_label (record);
  cut = ring_record_get (record, "cut");
  provenance = ring_record_get (record, "provenance");
  if (cut != NULL)
    g_string_append (subtitle, cut);
  for (guint i = 0; provenance != NULL && provenance_values[i] != NULL; i++)
    if (g_str_equal (provenance, provenance_values[i]))
      g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "",
                              g_dpgettext2 (GETTEXT_PACKAGE, "provenance", provenance_labels[i]));
  escaped = g_markup_escape_text (title, -1);
  escaped_subtitle = g_markup_escape_text (subtitle->str, -1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), escaped);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), escaped_subtitle);
}

static void
remove_clicked_cb (RingStoneCard *self)
{
  RingDesign *design = ring_fields_get_design (self->fields);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), _("Remove Stone"));

  ring_stone_note_remove (edit, self->stone_id);
  ring_design_commit (design, edit);
}

static void
bind_rows (RingStoneCard *self)
{
  RingFields *fields = self->fields;

  ring_fields_bind_entry (fields, GTK_EDITABLE (self->name_row), "name", 80);
  ring_fields_bind_entry (fields, GTK_EDITABLE (self->species_row), "species", 80);
  ring_fields_bind_entry (fields, GTK_EDITABLE (self->cut_row), "cut", 80);
  bind_spin (self, self->length_row, "length", 60);
  bind_spin (self, self->width_row, "width", 60);
  bind_spin (self, self->depth_row, "depth", 60);
  bind_combo (self, self->measured_row, "measured", measured_values, measured_labels, "measure");
  bind_spin (self, self->carat_row, "carat", 500);
  bind_combo (self, self->carat_measured_row, "carat-measured", measured_values, measured_labels,
              "measure");
  bind_combo (self, self->provenance_row, "provenance", provenance_values, provenance_labels,
              "provenance");
  ring_fields_bind_entry (fields, GTK_EDITABLE (self->source_row), "source", 200);
  ring_fields_bind_entry (fields, GTK_EDITABLE (self->report_row), "report", 80);
  ring_fields_bind_text (fields, self->text_view, "text");
}

static void
ring_stone_card_dispose (GObject *object)
{
  RingStoneCard *self = RING_STONE_CARD (object);

  g_clear_object (&self->fields);
  G_OBJECT_CLASS (ring_stone_card_parent_class)->dispose (object);
}

static void
ring_stone_card_finalize (GObject *object)
{
  g_free (RING_STONE_CARD (object)->stone_id);
  G_OBJECT_CLASS (ring_stone_card_parent_class)->finalize (object);
}

static void
ring_stone_card_class_init (RingStoneCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ring_stone_card_dispose;
  object_class->finalize = ring_stone_card_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, RING_APP_PATH "/ui/ring-stone-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, name_row);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, species_row);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, cut_row);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, source_row);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, report_row);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, length_row);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, width_row);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, depth_row);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, carat_row);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, measured_row);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, carat_measured_row);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, provenance_row);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, text_view);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
ring_stone_card_init (RingStoneCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->fields = ring_fields_new (RING_RECORD_STONE, _("Stone"));
  bind_rows (self);
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (fields_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ring_stone_card_new (RingDesign *design, const char *stone_id)
{
  RingStoneCard *self = g_object_new (RING_TYPE_STONE_CARD, NULL);

  self->stone_id = g_strdup (stone_id);
  ring_fields_set_design (self->fields, design, stone_id);
  return GTK_WIDGET (self);
}

RingFields *
ring_stone_card_get_fields (RingStoneCard *self)
{
  g_return_val_if_fail (RING_IS_STONE_CARD (self), NULL);

  return self->fields;
}

const char *
ring_stone_card_get_stone (RingStoneCard *self)
{
  return self->stone_id;
}

void
ring_stone_card_open (RingStoneCard *self)
{
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

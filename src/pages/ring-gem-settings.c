/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-gem-settings.h"

#include <glib/gi18n-lib.h>

#include "ring-gem-paint.h"
#include "ring-gem-parts.h"
#include "ring-number.h"
#include "ring-parts.h"

#define PICTURE 132 /* pixels */
#define TEXT_CHARS 34

struct _RingGemSettings
{
  GtkBox parent_instance;

  RingInstruments *instruments;
  gboolean showing;

  GtkWidget *title, *picture, *entry, *complaint, *cut, *species, *style;
  GtkWidget *carat, *formula, *note, *card, *remove;
};

G_DEFINE_FINAL_TYPE (RingGemSettings, ring_gem_settings, GTK_TYPE_BOX)

static gboolean
estimate (const RingGemChoice *gem, RingCarat *carat)
{
  return ring_carat_estimate (gem->cut, gem->species, gem->length, gem->width,
                              gem->width * ring_cut_usual_depth (gem->cut), 1, carat, NULL);
}

char *
ring_gem_settings_format_carat (const RingGemChoice *gem)
{
  g_autofree char *weight = NULL;
  g_autofree char *error = NULL;
  RingCarat carat;

  if (!estimate (gem, &carat))
    return g_strdup ("");
  weight = ring_number_format (carat.carat, carat.carat < 0.1 ? 3 : 2);
  error = ring_number_format (carat.error * 100, 0);
  ring_carat_clear (&carat);
  /* Translators: an estimated weight in carats and its error. */
  return g_strdup_printf (_("%s ct ±%s %%"), weight, error);
}

static void
show_weight (RingGemSettings *self, const RingGemChoice *gem)
{
  g_autofree char *text = ring_gem_settings_format_carat (gem);
  RingCarat carat = { 0 };

  gtk_label_set_text (GTK_LABEL (self->carat), text);
  if (!estimate (gem, &carat))
    return;
  gtk_label_set_text (GTK_LABEL (self->formula), carat.formula);
  gtk_label_set_text (GTK_LABEL (self->note), carat.note != NULL ? carat.note : "");
  gtk_widget_set_visible (self->note, carat.note != NULL);
  ring_carat_clear (&carat);
}

static guint
species_index (const RingSpecies *species)
{
  guint i = 0;

  while (i + 1 < ring_species_get_n () && ring_species_get (i) != species)
    i++;
  return i;
}

static void
show (RingGemSettings *self)
{
  const RingGemChoice *gem = ring_instruments_get_gem (self->instruments);
  gboolean picked = ring_instruments_get_picked_gem (self->instruments) != NULL;
  g_autofree char *text = ring_gem_choice_format (gem);

  self->showing = TRUE;
  gtk_label_set_text (GTK_LABEL (self->title), picked ? _("This Gem") : _("Next Gem"));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  ring_parts_complain (self->complaint, self->entry, NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->cut), gem->cut);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->species), species_index (gem->species));
  ring_gem_parts_set_style (self->style, ring_instruments_get_gem_style (self->instruments));
  show_weight (self, gem);
  gtk_widget_set_visible (self->card, picked);
  gtk_widget_set_visible (self->remove, picked);
  ring_parts_name (self->picture, text);
  gtk_widget_queue_draw (self->picture);
  self->showing = FALSE;
}

static void
draw_picture_cb (GtkDrawingArea *area, cairo_t *cr, int width, int height, gpointer data)
{
  RingGemSettings *self = data;
  const RingGemChoice *gem = ring_instruments_get_gem (self->instruments);
  double pixels_per_mm = 96 / 25.4;
  RingGemLook look;

  ring_gem_look_init (&look, gem->cut, gem->length, gem->width, RING_GEM_TOP);
  look.species = gem->species;
  look.style = ring_instruments_get_gem_style (self->instruments);
  look.scale = (MIN (width, height) - 8) / pixels_per_mm / MAX (gem->length, gem->width);
  cairo_translate (cr, width / 2.0, height / 2.0);
  cairo_scale (cr, pixels_per_mm, pixels_per_mm);
  ring_gem_paint (cr, &look);
}

/* The settings are made when the words are finished. */
static void
entry_done_cb (RingGemSettings *self)
{
  RingGemChoice choice = *ring_instruments_get_gem (self->instruments);

  if (self->showing || !ring_gem_parts_read_words (self->entry, self->complaint, &choice))
    return;
  ring_instruments_set_gem (self->instruments, &choice,
                            ring_instruments_get_gem_style (self->instruments));
  show (self);
}

static void
dropped_cb (RingGemSettings *self)
{
  RingGemChoice choice = *ring_instruments_get_gem (self->instruments);
  RingCut cut = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->cut));
  guint species = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->species));

  if (self->showing || (guint) cut >= RING_N_CUTS || species >= ring_species_get_n ())
    return;
  if (cut != choice.cut)
    ring_gem_choice_set_cut (&choice, cut);
  choice.species = ring_species_get (species);
  ring_instruments_set_gem (self->instruments, &choice,
                            ring_instruments_get_gem_style (self->instruments));
}

static void
style_cb (RingGemSettings *self)
{
  if (!self->showing)
    ring_instruments_set_gem (self->instruments, ring_instruments_get_gem (self->instruments),
                              ring_gem_parts_get_style (self->style));
}

static void
remove_cb (RingGemSettings *self)
{
  ring_parts_close_popover (GTK_WIDGET (self));
  ring_instruments_remove_gem (self->instruments);
}

/* The popover goes first: the card takes the focus. */
static void
card_cb (RingGemSettings *self)
{
  ring_parts_close_popover (GTK_WIDGET (self));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.stone-card", NULL);
}

static GtkEntryCompletion *
new_completion (void)
{
  g_autoptr (GtkListStore) store = gtk_list_store_new (1, G_TYPE_STRING);
  GtkEntryCompletion *completion = gtk_entry_completion_new ();
  g_auto (GStrv) list = ring_gem_choice_list ();

  for (guint i = 0; list[i] != NULL; i++)
    gtk_list_store_insert_with_values (store, NULL, -1, 0, list[i], -1);
  gtk_entry_completion_set_model (completion, GTK_TREE_MODEL (store));
  gtk_entry_completion_set_text_column (completion, 0);
  gtk_entry_completion_set_minimum_key_length (completion, 2);
  return completion;
}

static void
add_entry (RingGemSettings *self)
{
  g_autoptr (GtkEntryCompletion) completion = new_completion ();

  self->entry = ring_parts_new_entry (_ ("Gem in words"), G_CALLBACK (entry_done_cb), self);
  gtk_entry_set_completion (GTK_ENTRY (self->entry), completion);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("oval sapphire 8x6, or round 1 ct"));
  gtk_widget_set_tooltip_text (self->entry, _ ("Cut, stone, and millimetres or carats"));
  gtk_box_append (GTK_BOX (self), self->entry);
}

static void
add_drop_downs (RingGemSettings *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *cuts[RING_N_CUTS + 1] = { NULL };
  g_autofree const char **species = g_new0 (const char *, ring_species_get_n () + 1);

  for (guint i = 0; i < RING_N_CUTS; i++)
    cuts[i] = ring_cut_label ((RingCut) i);
  for (guint i = 0; i < ring_species_get_n (); i++)
    species[i] = _(ring_species_get (i)->label);
  self->cut = ring_parts_new_drop_down (cuts, _ ("Cut"), G_CALLBACK (dropped_cb), self);
  self->species = ring_parts_new_drop_down (species, _ ("Stone"), G_CALLBACK (dropped_cb), self);
  gtk_widget_set_hexpand (self->cut, TRUE);
  gtk_widget_set_hexpand (self->species, TRUE);
  gtk_box_append (GTK_BOX (box), self->cut);
  gtk_box_append (GTK_BOX (box), self->species);
  gtk_box_append (GTK_BOX (self), box);
}

/* One writes as soon as the settings are open, wherever the focus was when they closed. */
static void
ring_gem_settings_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ring_gem_settings_parent_class)->map (widget);
  gtk_widget_grab_focus (RING_GEM_SETTINGS (widget)->entry);
}

static void
ring_gem_settings_dispose (GObject *object)
{
  g_clear_object (&RING_GEM_SETTINGS (object)->instruments);
  G_OBJECT_CLASS (ring_gem_settings_parent_class)->dispose (object);
}

static void
ring_gem_settings_class_init (RingGemSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_gem_settings_dispose;
  GTK_WIDGET_CLASS (klass)->map = ring_gem_settings_map;
}

static void
ring_gem_settings_init (RingGemSettings *self)
{
  self->showing = TRUE;
  ring_parts_set_up (GTK_BOX (self), 8);
  self->title = ring_parts_add_text (GTK_WIDGET (self), "heading", TEXT_CHARS);
  self->picture = g_object_new (GTK_TYPE_DRAWING_AREA, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                                "content-width", PICTURE, "content-height", PICTURE, NULL);
  gtk_drawing_area_set_draw_func (GTK_DRAWING_AREA (self->picture), draw_picture_cb, self, NULL);
  gtk_box_append (GTK_BOX (self), self->picture);
  add_entry (self);
  self->complaint = ring_parts_add_text (GTK_WIDGET (self), "error", TEXT_CHARS);
  add_drop_downs (self);
  self->style
      = ring_gem_parts_add_style (GTK_WIDGET (self), G_CALLBACK (style_cb), self);
  self->carat = ring_parts_add_text (GTK_WIDGET (self), "title-4", TEXT_CHARS);
  self->formula = ring_parts_add_text (GTK_WIDGET (self), "dim-label", TEXT_CHARS);
  self->note = ring_parts_add_text (GTK_WIDGET (self), "caption", TEXT_CHARS);
  self->card = gtk_button_new_with_label (_("Stone Card"));
  gtk_widget_set_tooltip_text (self->card, _("What this stone is and where it comes from"));
  g_signal_connect_object (self->card, "clicked", G_CALLBACK (card_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->card);
  self->remove = gtk_button_new_with_label (_("Remove This Gem"));
  gtk_widget_add_css_class (self->remove, "destructive-action");
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->remove);
}

GtkWidget *
ring_gem_settings_new (RingInstruments *instruments)
{
  RingGemSettings *self = g_object_new (RING_TYPE_GEM_SETTINGS, NULL);

  self->instruments = g_object_ref (instruments);
  g_signal_connect_object (instruments, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
  return GTK_WIDGET (self);
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-difference-page.h"

#include <glib/gi18n-lib.h>

#include "ring-catalogue-art.h"
#include "ring-difference-rows.h"
#include "ring-difference-stage.h"
#include "ring-difference-twins.h"
#include "ring-difference.h"
#include "ring-parts.h"

struct _RingDifferencePage
{
  AdwBin parent_instance;

  RingDesign *design;
  gulong changed_id;
  RingCatalogue *catalogue;
  RingCatalogueArt *art;
  gboolean stale;
  guint idle;
  GPtrArray *flag_rows;

  GFile *folder, *file; /* of the library, and of the design; NULL for none */
  GCancellable *asking; /* the library; NULL while it is not asked */
  char **twins;         /* what it said; NULL where it did not */
  guint n_designs;

  RingDifferenceStage *stage;
  GtkLabel *rule;
  GtkListBox *measures;
  AdwActionRow *wording_row;
  AdwPreferencesGroup *flags_group;
  AdwComboRow *word_row;
};

G_DEFINE_FINAL_TYPE (RingDifferencePage, ring_difference_page, ADW_TYPE_BIN)

static void
clear_measures (RingDifferencePage *self)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->measures))) != NULL)
    gtk_list_box_remove (self->measures, row);
}

static void
show_measures (RingDifferencePage *self, const RingDifference *difference)
{
  clear_measures (self);
  gtk_list_box_append (self->measures, ring_difference_new_head_row ());
  for (guint i = 0; i < ring_difference_get_n_measures (difference); i++)
    gtk_list_box_append (self->measures, ring_difference_new_measure_row (ring_difference_get_measure (difference, i)));
}

static void
show_flags (RingDifferencePage *self, const RingDifference *difference)
{
  const RingFlagState order[] = { RING_FLAG_RAISED, RING_FLAG_CLEAR, RING_FLAG_UNKNOWN };

  for (guint i = 0; i < self->flag_rows->len; i++)
    adw_preferences_group_remove (self->flags_group, g_ptr_array_index (self->flag_rows, i));
  g_ptr_array_set_size (self->flag_rows, 0);
  for (guint k = 0; k < G_N_ELEMENTS (order); k++)
    for (guint i = 0; i < ring_difference_get_n_flags (difference); i++)
      {
        const RingFlag *flag = ring_difference_get_flag (difference, i);
        GtkWidget *row;

        if (flag->state != order[k])
          continue;
        row = ring_difference_new_flag_row (flag);
        adw_preferences_group_add (self->flags_group, row);
        g_ptr_array_add (self->flag_rows, row);
      }
  gtk_widget_set_visible (GTK_WIDGET (self->flags_group), self->flag_rows->len > 0);
}

/* The first line of the list is the design's own word; the others suppose another. */
static RingDifference *
compute (RingDifferencePage *self, RingDrawing *drawing)
{
  guint chosen = adw_combo_row_get_selected (self->word_row);
  RingWord word = (RingWord) (chosen - 1);
  const RingTwins twins = { self->n_designs, (const char *const *) self->twins };

  return ring_difference_new_full (drawing, self->catalogue, chosen > 0 && chosen <= RING_N_WORDS ? &word : NULL,
                                   self->twins != NULL ? &twins : NULL);
}

static void
show_word (RingDifferencePage *self, const RingDifference *difference)
{
  RingWord word = ring_difference_get_word (difference);
  g_autofree char *subtitle = g_strdup_printf (_("Tested now: “%s”"), ring_word_label (word));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->word_row), subtitle);
}

static void
show_wording (RingDifferencePage *self, const RingDifference *difference)
{
  const char *wording = ring_difference_get_wording (difference);
  const char *why = ring_difference_get_wording_why (difference);
  g_autofree char *title = g_markup_escape_text (wording != NULL ? wording : _("Nothing to describe yet"), -1);
  g_autofree char *subtitle = g_markup_escape_text (why != NULL ? why : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->wording_row), title);
  adw_action_row_set_subtitle (self->wording_row, subtitle);
}

/* All but the stage, which does not depend on the word. */
static void
show_facts (RingDifferencePage *self, const RingDifference *difference)
{
  show_measures (self, difference);
  show_wording (self, difference);
  show_word (self, difference);
  show_flags (self, difference);
}

static void
update (RingDifferencePage *self)
{
  RingDrawing *drawing;
  g_autoptr (RingDifference) difference = NULL;

  self->stale = FALSE;
  if (self->design == NULL)
    return;
  drawing = ring_design_get_drawing (self->design);
  difference = compute (self, drawing);
  ring_difference_stage_set (self->stage, drawing, self->art, difference);
  gtk_label_set_text (self->rule, ring_difference_get_chosen_by (difference));
  show_facts (self, difference);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (RingDifferencePage) self = data;
  guint n;
  g_auto (GStrv) twins = ring_difference_ask_finish (result, &n);

  if (g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    return;
  g_clear_object (&self->asking);
  g_strfreev (self->twins);
  self->twins = g_steal_pointer (&twins);
  self->n_designs = n;
  if (self->twins != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    self->stale = TRUE;
}

/* What it said of another state of the drawing does not hold for this one. */
static void
ask_library (RingDifferencePage *self)
{
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->twins, g_strfreev);
  if (self->folder == NULL || self->design == NULL)
    return;
  self->asking = g_cancellable_new ();
  ring_difference_ask_async (self->folder, self->file, ring_design_get_drawing (self->design), self->asking, asked_cb,
                             g_object_ref (self));
}

static gboolean
update_idle_cb (gpointer user_data)
{
  RingDifferencePage *self = user_data;

  self->idle = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      ask_library (self);
      update (self);
    }
  return G_SOURCE_REMOVE;
}

/* Packing the picture takes a moment: many changes in a row are counted once, and none while
 * another page is shown. */
static void
queue_update (RingDifferencePage *self)
{
  self->stale = TRUE;
  if (self->idle == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add (update_idle_cb, self);
}

static void
design_changed_cb (RingDesign *design, RingEdit *edit, gboolean reverted, RingDifferencePage *self)
{
  queue_update (self);
}

static void
word_changed_cb (RingDifferencePage *self)
{
  g_autoptr (RingDifference) difference = NULL;

  if (self->design == NULL)
    return;
  difference = compute (self, ring_design_get_drawing (self->design));
  show_facts (self, difference);
}

static void
fill_words (RingDifferencePage *self)
{
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  gtk_string_list_append (model, C_("word on a label", "As it is"));
  for (guint i = 0; i < RING_N_WORDS; i++)
    gtk_string_list_append (model, ring_word_label ((RingWord) i));
  adw_combo_row_set_model (self->word_row, G_LIST_MODEL (model));
  g_signal_connect_object (self->word_row, "notify::selected", G_CALLBACK (word_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

static void
ring_difference_page_map (GtkWidget *widget)
{
  RingDifferencePage *self = RING_DIFFERENCE_PAGE (widget);

  if (self->stale)
    {
      ask_library (self);
      update (self);
    }
  GTK_WIDGET_CLASS (ring_difference_page_parent_class)->map (widget);
}

static void
ring_difference_page_dispose (GObject *object)
{
  RingDifferencePage *self = RING_DIFFERENCE_PAGE (object);

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->asking != NULL)
    g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_object (&self->design);
  g_clear_object (&self->folder);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (ring_difference_page_parent_class)->dispose (object);
}

static void
ring_difference_page_finalize (GObject *object)
{
  RingDifferencePage *self = RING_DIFFERENCE_PAGE (object);

  g_ptr_array_unref (self->flag_rows);
  g_strfreev (self->twins);
  g_clear_pointer (&self->art, ring_catalogue_art_free);
  g_clear_pointer (&self->catalogue, ring_catalogue_unref);
  G_OBJECT_CLASS (ring_difference_page_parent_class)->finalize (object);
}

static void
ring_difference_page_class_init (RingDifferencePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ring_difference_page_dispose;
  object_class->finalize = ring_difference_page_finalize;
  widget_class->map = ring_difference_page_map;
  g_type_ensure (RING_TYPE_DIFFERENCE_STAGE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RING_APP_PATH "/ui/ring-difference-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RingDifferencePage, stage);
  gtk_widget_class_bind_template_child (widget_class, RingDifferencePage, rule);
  gtk_widget_class_bind_template_child (widget_class, RingDifferencePage, wording_row);
  gtk_widget_class_bind_template_child (widget_class, RingDifferencePage, measures);
  gtk_widget_class_bind_template_child (widget_class, RingDifferencePage, flags_group);
  gtk_widget_class_bind_template_child (widget_class, RingDifferencePage, word_row);
}

static void
ring_difference_page_init (RingDifferencePage *self)
{
  self->flag_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ring_parts_name_buttons (GTK_WIDGET (self));
  fill_words (self);
}

void
ring_difference_page_set_design (RingDifferencePage *self, RingDesign *design, RingCatalogue *catalogue)
{
  g_return_if_fail (RING_IS_DIFFERENCE_PAGE (self));

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  if (catalogue != self->catalogue)
    {
      ring_difference_stage_set (self->stage, NULL, NULL, NULL);
      g_clear_pointer (&self->art, ring_catalogue_art_free);
      g_clear_pointer (&self->catalogue, ring_catalogue_unref);
      if (catalogue != NULL)
        {
          self->catalogue = ring_catalogue_ref (catalogue);
          self->art = ring_catalogue_art_new (catalogue);
        }
    }
  g_set_object (&self->design, design);
  if (design != NULL)
    self->changed_id = g_signal_connect (design, "changed", G_CALLBACK (design_changed_cb), self);
  queue_update (self);
}

void
ring_difference_page_set_library (RingDifferencePage *self, GFile *folder, GFile *file)
{
  g_return_if_fail (RING_IS_DIFFERENCE_PAGE (self));

  g_set_object (&self->folder, folder);
  g_set_object (&self->file, file);
  queue_update (self);
}

RingDifference *
ring_difference_page_compute (RingDifferencePage *self)
{
  g_return_val_if_fail (RING_IS_DIFFERENCE_PAGE (self), NULL);

  return compute (self, ring_design_get_drawing (self->design));
}

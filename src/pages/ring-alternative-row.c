/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-alternative-row.h"

#include <glib/gi18n-lib.h>

#include "ring-clock.h"
#include "ring-number.h"
#include "ring-provenance.h"

/* One thing that may be chosen: another alloy, or one stone instead of another. */
typedef struct
{
  char *alloy, *stone, *instead;
} Choice;

struct _RingAlternativeRow
{
  AdwComboRow parent_instance;

  guint i;
  RingDesign *design;
  RingRates *rates;
  GPtrArray *choices; /* of Choice; the first row of the list is none */
  char *labels;       /* of the list as it is */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RingAlternativeRow, ring_alternative_row, ADW_TYPE_COMBO_ROW)

static void
choice_free (gpointer data)
{
  Choice *choice = data;

  g_free (choice->alloy);
  g_free (choice->stone);
  g_free (choice->instead);
  g_free (choice);
}

static const RingRecord *
get_record (RingAlternativeRow *self)
{
  g_autoptr (GPtrArray) list
      = ring_estimate_alternatives (ring_design_get_drawing (self->design));

  return self->i < list->len ? g_ptr_array_index (list, self->i) : NULL;
}

static void
add_choice (RingAlternativeRow *self, GPtrArray *labels, char *label, const char *alloy, const char *stone, const char *instead)
{
  Choice *choice = g_new (Choice, 1);

  *choice = (Choice){ g_strdup (alloy), g_strdup (stone), g_strdup (instead) };
  g_ptr_array_add (self->choices, choice);
  g_ptr_array_add (labels, label);
}

static void
add_stones (RingAlternativeRow *self, GPtrArray *labels)
{
  const RingDrawing *drawing = ring_design_get_drawing (self->design);
  gint64 now = ring_clock_now_ms ();

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    for (guint k = 0; k < ring_drawing_get_n_records (drawing); k++)
      {
        const RingRecord *one = ring_drawing_get_record (drawing, i);
        const RingRecord *other = ring_drawing_get_record (drawing, k);
        g_autofree char *name = NULL;
        g_autofree char *instead = NULL;

        if (i == k || !g_str_equal (ring_record_get_kind (one), RING_RECORD_STONE)
            || !g_str_equal (ring_record_get_kind (other), RING_RECORD_STONE))
          continue;
        name = ring_provenance_name (one, now);
        instead = ring_provenance_name (other, now);
        /* Translators: the names of two stones: the first one is proposed for the second. */
        add_choice (self, labels, g_strdup_printf (_ ("%s instead of %s"), instead, name), NULL,
                    ring_record_get_id (one), ring_record_get_id (other));
      }
}

/* What may be chosen, as the design is now; the list is made anew only where it is another one. */
static void
fill (RingAlternativeRow *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GtkStringList) list = NULL;
  g_autofree char *text = NULL;

  g_ptr_array_set_size (self->choices, 0);
  /* Translators: no alternative. */
  g_ptr_array_add (labels, g_strdup (C_ ("alternative", "None")));
  for (guint i = 0; i < ring_alloy_get_n (); i++)
    {
      const RingAlloy *alloy = ring_alloy_get (i);

      add_choice (self, labels, g_strdup (_ (ring_alloy_label (alloy))), alloy->id, NULL, NULL);
    }
  add_stones (self, labels);
  g_ptr_array_add (labels, NULL);
  text = g_strjoinv ("\n", (char **) labels->pdata);
  if (g_strcmp0 (text, self->labels) == 0)
    return;
  g_free (self->labels);
  self->labels = g_steal_pointer (&text);
  list = gtk_string_list_new ((const char *const *) labels->pdata);
  adw_combo_row_set_model (ADW_COMBO_ROW (self), G_LIST_MODEL (list));
}

static guint
find_selected (RingAlternativeRow *self, const RingRecord *record)
{
  if (record == NULL)
    return 0;
  for (guint i = 0; i < self->choices->len; i++)
    {
      const Choice *choice = g_ptr_array_index (self->choices, i);

      if (g_strcmp0 (choice->alloy, ring_record_get (record, "alloy")) == 0
          && g_strcmp0 (choice->stone, ring_record_get (record, "stone")) == 0
          && g_strcmp0 (choice->instead, ring_record_get (record, "instead")) == 0)
        return i + 1;
    }
  return GTK_INVALID_LIST_POSITION;
}

static char *
describe (RingAlternativeRow *self, const RingRecord *record)
{
  g_autoptr (RingEstimate) e = NULL;
  g_autofree char *grams = NULL;
  g_autofree char *total = NULL;

  if (record == NULL)
    return NULL;
  e = ring_estimate_new (ring_design_get_drawing (self->design), self->rates, record,
                         ring_clock_now_ms ());
  grams = ring_number_format (e->weight.grams, 2);
  total = ring_estimate_is_complete (e) ? ring_estimate_format_total (e)
                                        : g_strdup (_ ("a price is missing"));
  /* Translators: a total, and a weight in grams. */
  return g_strdup_printf (_ ("%s · %s g"), total, grams);
}

static void
selected_cb (RingAlternativeRow *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self));
  const RingRecord *old = self->design != NULL ? get_record (self) : NULL;
  RingEdit *edit;

  if (self->showing || self->design == NULL || selected == GTK_INVALID_LIST_POSITION
      || selected == find_selected (self, old))
    return;
  edit = ring_edit_new (ring_design_get_drawing (self->design), _ ("Alternative"));
  if (selected == 0)
    ring_edit_remove_record (edit, RING_RECORD_ALTERNATIVE, ring_record_get_id (old));
  else
    {
      const Choice *choice = g_ptr_array_index (self->choices, selected - 1);
      g_autofree char *id = old == NULL ? ring_design_new_id (self->design, 'a') : NULL;
      g_autoptr (RingRecord) next
          = ring_record_new (RING_RECORD_ALTERNATIVE, old != NULL ? ring_record_get_id (old) : id);

      ring_record_set (&next, "alloy", choice->alloy);
      ring_record_set (&next, "stone", choice->stone);
      ring_record_set (&next, "instead", choice->instead);
      ring_edit_set_record (edit, next);
    }
  ring_estimate_keep (self->design, edit, self->rates);
  ring_design_commit (self->design, edit);
}

static void
ring_alternative_row_dispose (GObject *object)
{
  RingAlternativeRow *self = RING_ALTERNATIVE_ROW (object);

  g_clear_object (&self->design);
  g_clear_object (&self->rates);
  G_OBJECT_CLASS (ring_alternative_row_parent_class)->dispose (object);
}

static void
ring_alternative_row_finalize (GObject *object)
{
  RingAlternativeRow *self = RING_ALTERNATIVE_ROW (object);

  g_ptr_array_unref (self->choices);
  g_free (self->labels);
  G_OBJECT_CLASS (ring_alternative_row_parent_class)->finalize (object);
}

static void
ring_alternative_row_class_init (RingAlternativeRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_alternative_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_alternative_row_finalize;
}

static void
ring_alternative_row_init (RingAlternativeRow *self)
{
  self->choices = g_ptr_array_new_with_free_func (choice_free);
  g_signal_connect (self, "notify::selected", G_CALLBACK (selected_cb), NULL);
}

GtkWidget *
ring_alternative_row_new (guint i)
{
  RingAlternativeRow *self = g_object_new (RING_TYPE_ALTERNATIVE_ROW, NULL);
  /* Translators: the number of an alternative to the ring as it is designed. */
  g_autofree char *title = g_strdup_printf (_ ("Alternative %u"), i + 1);

  self->i = i;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  return GTK_WIDGET (self);
}

void
ring_alternative_row_update (RingAlternativeRow *self, RingDesign *design, RingRates *rates)
{
  const RingRecord *record;
  g_autofree char *text = NULL;

  g_return_if_fail (RING_IS_ALTERNATIVE_ROW (self));

  g_set_object (&self->design, design);
  g_set_object (&self->rates, rates);
  record = get_record (self);
  self->showing = TRUE;
  fill (self);
  adw_combo_row_set_selected (ADW_COMBO_ROW (self), find_selected (self, record));
  self->showing = FALSE;
  text = describe (self, record);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text != NULL ? text : "");
}

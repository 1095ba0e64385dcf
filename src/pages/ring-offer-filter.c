/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-offer-filter.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-list-value.h"
#include "ring-parts.h"
#include "ring-species.h"

enum
{
  LENGTH,
  WIDTH,
  CARAT,
  PRICE,
  N_RANGES
};

typedef struct
{
  GtkWidget *entries[2]; /* from, to */
} Range;

struct _RingOfferFilter
{
  AdwBin parent_instance;

  GtkWidget *grid, *fit_box, *fit_switch, *fit_label, *tolerance;
  GtkWidget *cut, *colours[2], *clarities[2], *sort, *descending;
  GtkWidget *drops[RING_LISTS_NAME + 1];
  char **values[RING_LISTS_NAME + 1]; /* what the drop-downs offer, after "any" */
  Range ranges[N_RANGES];
  int seat_cut;
  double seat_length, seat_width;
  int rows;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RingOfferFilter, ring_offer_filter, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (RingOfferFilter *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[CHANGED], 0);
}

/* ----------------------------------------------------------------------------- numbers */

static double
get_number (GtkWidget *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  gboolean fine = TRUE;
  double value = 0;

  if (text[strspn (text, " ")] != '\0')
    fine = ring_value_number (text, TRUE, &value) && value >= 0;
  if (fine)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               fine ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  return fine ? value : 0;
}

static GtkWidget *
new_number (RingOfferFilter *self, const char *name)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 6);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 6);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  gtk_widget_set_hexpand (entry, TRUE);
  ring_parts_name (entry, name);
  g_signal_connect_object (entry, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return entry;
}

static void
attach (RingOfferFilter *self, const char *text, GtkWidget *first, GtkWidget *second)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, self->rows, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), first, 1, self->rows, second != NULL ? 1 : 2, 1);
  if (second != NULL)
    gtk_grid_attach (GTK_GRID (self->grid), second, 2, self->rows, 1, 1);
  self->rows++;
}

static void
add_range (
    RingOfferFilter *self, guint which, const char *text, const char *least, const char *most)
{
  Range *range = &self->ranges[which];

  range->entries[0] = new_number (self, least);
  range->entries[1] = new_number (self, most);
  gtk_entry_set_placeholder_text (GTK_ENTRY (range->entries[0]), C_ ("range", "from"));
  gtk_entry_set_placeholder_text (GTK_ENTRY (range->entries[1]), C_ ("range", "to"));
  attach (self, text, range->entries[0], range->entries[1]);
}

/* ----------------------------------------------------------------------------- choices */

static GtkWidget *
new_drop (RingOfferFilter *self, const char *const *labels, const char *name)
{
  GtkWidget *drop = ring_parts_new_drop_down (labels, name, G_CALLBACK (changed_cb), self);

  gtk_widget_set_hexpand (drop, TRUE);
  return drop;
}

static void
add_cut (RingOfferFilter *self)
{
  const char *labels[RING_N_CUTS + 2] = { C_ ("filter", "Any") };

  for (guint i = 0; i < RING_N_CUTS; i++)
    labels[i + 1] = ring_cut_label ((RingCut) i);
  self->cut = new_drop (self, labels, _ ("Shape"));
  gtk_drop_down_set_enable_search (GTK_DROP_DOWN (self->cut), FALSE);
  attach (self, _ ("Shape"), self->cut, NULL);
}

static void
add_grades (RingOfferFilter *self)
{
  const char *colours[RING_OFFER_N_COLOURS + 2] = { C_ ("filter", "Any") };
  const char *clarities[RING_OFFER_N_CLARITIES + 2] = { C_ ("filter", "Any") };
  char letters[RING_OFFER_N_COLOURS][2];

  for (int i = 0; i < RING_OFFER_N_COLOURS; i++)
    {
      letters[i][0] = (char) ('D' + i);
      letters[i][1] = '\0';
      colours[i + 1] = letters[i];
    }
  for (int i = 0; i < RING_OFFER_N_CLARITIES; i++)
    clarities[i + 1] = ring_offer_clarity (i);
  self->colours[0] = new_drop (self, colours, _ ("Best colour"));
  self->colours[1] = new_drop (self, colours, _ ("Worst colour"));
  attach (self, _ ("Colour"), self->colours[0], self->colours[1]);
  self->clarities[0] = new_drop (self, clarities, _ ("Best clarity"));
  self->clarities[1] = new_drop (self, clarities, _ ("Worst clarity"));
  attach (self, _ ("Clarity"), self->clarities[0], self->clarities[1]);
}

static void
add_value (RingOfferFilter *self, RingListsValue value, const char *text)
{
  const char *const any[] = { C_ ("filter", "Any"), NULL };

  self->drops[value] = new_drop (self, any, text);
  attach (self, text, self->drops[value], NULL);
}

static void
add_order (RingOfferFilter *self)
{
  const char *const labels[] = { _ ("Weight"), _ ("Size"),   _ ("Colour"),     _ ("Clarity"),
                                 _ ("Price"),  _ ("Origin"), _ ("Laboratory"), NULL };

  self->sort = new_drop (self, labels, _ ("Order by"));
  self->descending = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->descending), "view-sort-descending-symbolic");
  gtk_widget_set_tooltip_text (self->descending, _ ("From the largest down"));
  ring_parts_name (self->descending, _ ("From the largest down"));
  g_signal_connect_object (self->descending, "toggled", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  attach (self, _ ("Order by"), self->sort, self->descending);
}

static void
fit_toggled_cb (RingOfferFilter *self)
{
  gboolean fit = gtk_switch_get_active (GTK_SWITCH (self->fit_switch));

  /* The seat tells these. */
  gtk_widget_set_sensitive (self->cut, !fit);
  gtk_widget_set_sensitive (self->sort, !fit);
  gtk_widget_set_sensitive (self->descending, !fit);
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_set_sensitive (self->ranges[LENGTH].entries[i], !fit);
      gtk_widget_set_sensitive (self->ranges[WIDTH].entries[i], !fit);
    }
  gtk_widget_set_sensitive (self->tolerance, fit);
  changed_cb (self);
}

static void
add_fit (RingOfferFilter *self, GtkWidget *box)
{
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = ring_parts_new_label (_ ("Fits This Seat"));
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->fit_box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_widget_add_css_class (self->fit_box, "card");
  gtk_widget_add_css_class (self->fit_box, "seat-card");
  self->fit_switch = gtk_switch_new ();
  gtk_widget_set_valign (self->fit_switch, GTK_ALIGN_CENTER);
  ring_parts_name (self->fit_switch, _ ("Fits This Seat"));
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_hexpand (title, TRUE);
  gtk_box_append (GTK_BOX (head), title);
  gtk_box_append (GTK_BOX (head), self->fit_switch);
  gtk_box_append (GTK_BOX (self->fit_box), head);
  self->fit_label = ring_parts_add_text (self->fit_box, "numeric", 26);
  self->tolerance = ring_parts_new_spin (0.01, 3, 0.05, 2, G_CALLBACK (changed_cb), self);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->tolerance), 0.15);
  ring_parts_name (self->tolerance, _ ("Larger or smaller by at most, mm"));
  gtk_box_append (GTK_BOX (row), ring_parts_new_label (_ ("± mm at most")));
  gtk_widget_set_hexpand (self->tolerance, TRUE);
  gtk_widget_set_halign (self->tolerance, GTK_ALIGN_END);
  gtk_box_append (GTK_BOX (row), self->tolerance);
  gtk_box_append (GTK_BOX (self->fit_box), row);
  gtk_widget_set_visible (self->fit_box, FALSE);
  g_signal_connect_object (self->fit_switch, "notify::active", G_CALLBACK (fit_toggled_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), self->fit_box);
}

/* ------------------------------------------------------------------------------- class */

static void
ring_offer_filter_finalize (GObject *object)
{
  RingOfferFilter *self = RING_OFFER_FILTER (object);

  for (guint i = 0; i <= RING_LISTS_NAME; i++)
    g_strfreev (self->values[i]);
  G_OBJECT_CLASS (ring_offer_filter_parent_class)->finalize (object);
}

static void
ring_offer_filter_class_init (RingOfferFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ring_offer_filter_finalize;
  signals[CHANGED] = g_signal_new ("changed", RING_TYPE_OFFER_FILTER, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ring_offer_filter_init (RingOfferFilter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  self->showing = TRUE;
  self->seat_cut = -1;
  add_fit (self, box);
  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 6);
  add_value (self, RING_LISTS_SPECIES, _ ("Stone"));
  add_cut (self);
  add_range (self, LENGTH, _ ("Length, mm"), _ ("Length from, mm"), _ ("Length to, mm"));
  add_range (self, WIDTH, _ ("Width, mm"), _ ("Width from, mm"), _ ("Width to, mm"));
  add_range (self, CARAT, _ ("Weight, ct"), _ ("Weight from, ct"), _ ("Weight to, ct"));
  add_grades (self);
  add_value (self, RING_LISTS_ORIGIN, _ ("Origin"));
  add_value (self, RING_LISTS_LAB, _ ("Laboratory"));
  add_range (self, PRICE, _ ("Price"), _ ("Price from"), _ ("Price to"));
  add_value (self, RING_LISTS_CURRENCY, _ ("Currency"));
  add_value (self, RING_LISTS_NAME, _ ("List"));
  add_order (self);
  gtk_box_append (GTK_BOX (box), self->grid);
  adw_bin_set_child (ADW_BIN (self), box);
  self->showing = FALSE;
}

/* ------------------------------------------------------------------------------ public */

GtkWidget *
ring_offer_filter_new (void)
{
  return g_object_new (RING_TYPE_OFFER_FILTER, NULL);
}

static const char *
get_chosen (RingOfferFilter *self, RingListsValue value)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->drops[value]));

  return self->values[value] != NULL && selected > 0
                 && selected <= g_strv_length (self->values[value])
             ? self->values[value][selected - 1]
             : NULL;
}

/* Species are kept by their English names. */
static const char *
get_label (RingListsValue value, const char *text)
{
  if (value == RING_LISTS_SPECIES)
    for (guint i = 0; i < ring_species_get_n (); i++)
      if (g_str_equal (ring_species_get (i)->label, text))
        return _ (text);
  return text;
}

static void
set_values (RingOfferFilter *self, RingListsValue value, char **values)
{
  g_autofree char *chosen = g_strdup (get_chosen (self, value));
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (labels, C_ ("filter", "Any"));
  for (guint i = 0; values != NULL && values[i] != NULL; i++)
    {
      gtk_string_list_append (labels, get_label (value, values[i]));
      if (g_strcmp0 (values[i], chosen) == 0)
        selected = i + 1;
    }
  g_strfreev (self->values[value]);
  self->values[value] = values;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->drops[value]), G_LIST_MODEL (labels));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drops[value]), selected);
}

void
ring_offer_filter_set_lists (RingOfferFilter *self, RingLists *lists)
{
  g_return_if_fail (RING_IS_OFFER_FILTER (self));

  self->showing = TRUE;
  for (guint i = 0; i <= RING_LISTS_NAME; i++)
    set_values (self, (RingListsValue) i,
                lists != NULL ? ring_lists_get_values (lists, (RingListsValue) i, NULL) : NULL);
  self->showing = FALSE;
  changed_cb (self);
}

void
ring_offer_filter_set_seat (
    RingOfferFilter *self, int cut, double length, double width, const char *label)
{
  g_return_if_fail (RING_IS_OFFER_FILTER (self));

  self->showing = TRUE;
  self->seat_cut = cut;
  self->seat_length = length;
  self->seat_width = width;
  gtk_label_set_text (GTK_LABEL (self->fit_label), label != NULL ? label : "");
  gtk_widget_set_visible (self->fit_box, length > 0);
  gtk_switch_set_active (GTK_SWITCH (self->fit_switch), length > 0);
  self->showing = FALSE;
  fit_toggled_cb (self);
}

void
ring_offer_filter_clear (RingOfferFilter *self)
{
  g_return_if_fail (RING_IS_OFFER_FILTER (self));

  self->showing = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->fit_switch), FALSE);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->cut), 0);
  for (guint i = 0; i <= RING_LISTS_NAME; i++)
    gtk_drop_down_set_selected (GTK_DROP_DOWN (self->drops[i]), 0);
  for (guint i = 0; i < 2; i++)
    {
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->colours[i]), 0);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->clarities[i]), 0);
      for (guint k = 0; k < N_RANGES; k++)
        gtk_editable_set_text (GTK_EDITABLE (self->ranges[k].entries[i]), "");
    }
  self->showing = FALSE;
  fit_toggled_cb (self);
}

static int
get_rank (GtkWidget *drop)
{
  return (int) gtk_drop_down_get_selected (GTK_DROP_DOWN (drop)) - 1;
}

void
ring_offer_filter_get (RingOfferFilter *self, RingListsFilter *filter)
{
  double *bounds[N_RANGES][2] = { { &filter->least_length, &filter->most_length },
                                  { &filter->least_width, &filter->most_width },
                                  { &filter->least_carat, &filter->most_carat },
                                  { &filter->least_price, &filter->most_price } };
  gboolean fit = self->seat_length > 0 && gtk_switch_get_active (GTK_SWITCH (self->fit_switch));

  ring_lists_filter_init (filter);
  for (guint i = 0; i <= RING_LISTS_NAME; i++)
    filter->values[i] = get_chosen (self, (RingListsValue) i);
  for (guint i = 0; i < N_RANGES; i++)
    for (guint k = 0; k < 2; k++)
      if (!fit || i > WIDTH)
        *bounds[i][k] = get_number (self->ranges[i].entries[k]);
  /* A price is one in the currency that most are in, unless another is chosen. */
  if ((filter->least_price > 0 || filter->most_price > 0)
      && filter->values[RING_LISTS_CURRENCY] == NULL && self->values[RING_LISTS_CURRENCY] != NULL)
    filter->values[RING_LISTS_CURRENCY] = self->values[RING_LISTS_CURRENCY][0];
  filter->best_colour = get_rank (self->colours[0]);
  filter->worst_colour = get_rank (self->colours[1]);
  filter->best_clarity = get_rank (self->clarities[0]);
  filter->worst_clarity = get_rank (self->clarities[1]);
  filter->cut = fit ? self->seat_cut : get_rank (self->cut);
  filter->sort = fit ? RING_LISTS_BY_FIT
                     : (RingListsSort) gtk_drop_down_get_selected (GTK_DROP_DOWN (self->sort));
  filter->descending = !fit && gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->descending));
  if (!fit)
    return;
  filter->fit_length = self->seat_length;
  filter->fit_width = self->seat_width;
  filter->tolerance = gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->tolerance));
}

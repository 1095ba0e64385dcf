/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-estimate-group.h"

#include <glib/gi18n-lib.h>

#include "ring-alternative-row.h"
#include "ring-clock.h"
#include "ring-error.h"
#include "ring-estimate.h"
#include "ring-fields.h"
#include "ring-money.h"
#include "ring-number.h"
#include "ring-parts.h"
#include "ring-rate-row.h"

#define WORDS 200

struct _RingEstimateGroup
{
  AdwBin parent_instance;

  RingDesign *design;
  RingRates *rates;
  RingFields *fields;
  GtkWidget *total, *lines, *missing, *work, *prices, *others, *quote, *renew;
  GtkWidget *amount; /* of the total */
  GtkWidget *alternatives[RING_ESTIMATE_ALTERNATIVES];
  GPtrArray *line_rows, *missing_rows, *price_rows;
  char *shown, *names; /* what lines, and what prices say; NULL for nothing yet */
  guint idle;
};

G_DEFINE_FINAL_TYPE (RingEstimateGroup, ring_estimate_group, ADW_TYPE_BIN)

enum
{
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static RingDrawing *
get_drawing (RingEstimateGroup *self)
{
  return ring_design_get_drawing (self->design);
}

static void
refuse_cb (gpointer self, const char *message)
{
  g_signal_emit (self, signals[REFUSED], 0, message);
}

/* -------------------------------------------------------------------- rows */

static void
clear_rows (GtkWidget *expander, GPtrArray *rows)
{
  for (guint i = 0; i < rows->len; i++)
    adw_expander_row_remove (ADW_EXPANDER_ROW (expander), g_ptr_array_index (rows, i));
  g_ptr_array_set_size (rows, 0);
}

static void
add_row (GtkWidget *expander, GPtrArray *rows, const char *title, const char *subtitle, const char *value)
{
  GtkWidget *row = adw_action_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, "title-lines", 0,
                "subtitle-lines", 0, NULL);
  if (value != NULL)
    {
      GtkWidget *label = gtk_label_new (value);

      gtk_widget_add_css_class (label, "numeric");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  adw_expander_row_add_row (ADW_EXPANDER_ROW (expander), row);
  g_ptr_array_add (rows, row);
}

static char *
describe_cost (const RingCost *cost)
{
  const char *price = cost->price != NULL ? cost->price
                      : cost->rate != NULL ? _ ("no price yet: enter it under Prices")
                                           : _ ("no cost on its card");

  return cost->quantity[0] != '\0' ? g_strdup_printf ("%s · %s", cost->quantity, price)
                                   : g_strdup (price);
}

static void
add_sum (RingEstimateGroup *self, const RingEstimate *e, const char *title, gint64 amount)
{
  g_autofree char *text = ring_money_format (amount, e->currency);

  add_row (self->lines, self->line_rows, title, NULL, text);
}

static void
fill_lines (RingEstimateGroup *self, const RingEstimate *e)
{
  clear_rows (self->lines, self->line_rows);
  clear_rows (self->missing, self->missing_rows);
  for (guint i = 0; i < e->costs->len; i++)
    {
      const RingCost *cost = &g_array_index (e->costs, RingCost, i);
      g_autofree char *words = describe_cost (cost);
      g_autofree char *amount
          = cost->priced ? ring_money_format (cost->amount, e->currency) : g_strdup ("–");

      add_row (self->lines, self->line_rows, cost->label, words, amount);
    }
  if (e->markup != 0)
    add_sum (self, e, _ ("Markup"), e->markup);
  if (e->tax != 0)
    add_sum (self, e, _ ("Tax"), e->tax);
  for (guint i = 0; i < e->missing->len; i++)
    add_row (self->missing, self->missing_rows, g_ptr_array_index (e->missing, i), NULL, NULL);
}

/* All that lines and what is missing say, to be compared. */
static char *
write_lines (const RingEstimate *e)
{
  GString *text = g_string_new (e->currency);

  for (guint i = 0; i < e->costs->len; i++)
    {
      const RingCost *cost = &g_array_index (e->costs, RingCost, i);
      g_autofree char *words = describe_cost (cost);

      g_string_append_printf (text, "\n%s|%s|%" G_GINT64_FORMAT "|%d", cost->label, words,
                              cost->amount, cost->priced);
    }
  g_string_append_printf (text, "\n%" G_GINT64_FORMAT "|%" G_GINT64_FORMAT, e->markup, e->tax);
  for (guint i = 0; i < e->missing->len; i++)
    g_string_append_printf (text, "\n%s", (const char *) g_ptr_array_index (e->missing, i));
  return g_string_free (text, FALSE);
}

static void
show_lines (RingEstimateGroup *self, const RingEstimate *e)
{
  g_autofree char *text = write_lines (e);
  g_autofree char *count = NULL;
  g_autofree char *unpriced = NULL;

  if (g_strcmp0 (text, self->shown) != 0)
    fill_lines (self, e);
  g_free (self->shown);
  self->shown = g_steal_pointer (&text);
  gtk_widget_set_visible (self->missing, e->missing->len > 0);
  count = g_strdup_printf ("%u", e->missing->len);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->missing), count);
  if (e->n_unpriced > 0)
    unpriced = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line without a price",
                                             "%u lines without a price", e->n_unpriced),
                                e->n_unpriced);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->lines), unpriced != NULL ? unpriced : "");
}

/* "Valid until 6 December" once it was made a quote. */
static char *
describe_quote (RingEstimateGroup *self)
{
  const RingRecord *record = ring_fields_get_record (self->fields);
  const char *until = ring_record_get (record, "until");

  if (until == NULL)
    return NULL;
  /* Translators: two days. */
  return g_strdup_printf (_ ("Quoted %s, valid until %s"), ring_record_get_or (record, "quoted", "–"),
                          until);
}

static void
show_total (RingEstimateGroup *self, const RingEstimate *e)
{
  g_autofree char *weight = ring_weight_format (e->weight.grams);
  g_autofree char *least = ring_number_format (e->weight.least, 2);
  g_autofree char *most = ring_number_format (e->weight.most, 2);
  g_autofree char *total = ring_estimate_format_total (e);
  g_autofree char *range = ring_estimate_format_range (e);
  g_autofree char *quoted = describe_quote (self);
  gboolean complete = ring_estimate_is_complete (e);
  g_autoptr (GString) text = g_string_new (weight);

  g_string_append_c (text, '\n');
  /* Translators: the least and the largest weight of a ring. */
  g_string_append_printf (text, _ ("between %s and %s g, finished"), least, most);
  if (complete)
    {
      g_string_append_c (text, '\n');
      /* Translators: %s is two amounts, "4650.00 to 4980.00 EUR". */
      g_string_append_printf (text, _ ("%s, by the weight of the metal"), range);
    }
  if (quoted != NULL)
    g_string_append_printf (text, "\n%s", quoted);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->total), text->str);
  gtk_label_set_label (GTK_LABEL (self->amount), complete ? total : "–");
  gtk_widget_set_sensitive (self->quote, complete && !ring_design_get_read_only (self->design));
  gtk_widget_set_sensitive (self->renew, !ring_design_get_read_only (self->design));
}

/* -------------------------------------------------------------------- prices */

static gboolean
find_rate_cb (gpointer data, const char *name, RingRate *rate)
{
  RingEstimateGroup *self = data;

  return ring_estimate_find_rate (get_drawing (self), self->rates, name, rate, NULL);
}

static const char *
currency_cb (gpointer data)
{
  RingEstimateGroup *self = data;
  const RingRecord *commission
      = ring_drawing_find_record (get_drawing (self), RING_RECORD_COMMISSION, NULL);
  const char *currency = ring_record_get (commission, "currency");

  return currency != NULL ? currency : ring_rates_get_currency (self->rates);
}

/* It is the shop's from now on, and this design's. */
static void
take_rate_cb (gpointer data, const char *name, const RingRate *rate)
{
  RingEstimateGroup *self = data;
  const RingRecord *own = ring_estimate_find_own (get_drawing (self), name);
  RingEdit *edit = ring_edit_new (get_drawing (self), _ ("Price"));

  if (own != NULL)
    ring_edit_remove_record (edit, RING_RECORD_RATE, ring_record_get_id (own));
  if (self->rates != NULL)
    ring_rates_set (self->rates, name, rate);
  ring_estimate_keep (self->design, edit, self->rates);
  ring_design_commit (self->design, edit);
}

static void
show_prices (RingEstimateGroup *self)
{
  static const RingRateHands hands
      = { find_rate_cb, take_rate_cb, refuse_cb, currency_cb };
  g_autoptr (GPtrArray) names = ring_estimate_needs (get_drawing (self), self->rates);
  g_autofree char *text = NULL;

  g_ptr_array_add (names, NULL);
  text = g_strjoinv (" ", (char **) names->pdata);
  if (g_strcmp0 (text, self->names) != 0)
    {
      clear_rows (self->prices, self->price_rows);
      for (guint i = 0; i + 1 < names->len; i++)
        {
          GtkWidget *row = ring_rate_row_new (g_ptr_array_index (names, i), &hands, self);

          adw_expander_row_add_row (ADW_EXPANDER_ROW (self->prices), row);
          g_ptr_array_add (self->price_rows, row);
        }
      g_free (self->names);
      self->names = g_steal_pointer (&text);
    }
  else
    for (guint i = 0; i < self->price_rows->len; i++)
      ring_rate_row_update (g_ptr_array_index (self->price_rows, i));
  for (guint i = 0; i < self->price_rows->len; i++)
    gtk_editable_set_editable (g_ptr_array_index (self->price_rows, i),
                               !ring_design_get_read_only (self->design));
}

/* -------------------------------------------------------------------- following */

static void
show_others (RingEstimateGroup *self)
{
  for (guint i = 0; i < RING_ESTIMATE_ALTERNATIVES; i++)
    {
      ring_alternative_row_update (RING_ALTERNATIVE_ROW (self->alternatives[i]), self->design, self->rates);
      gtk_widget_set_sensitive (self->alternatives[i], !ring_design_get_read_only (self->design));
    }
}

static gboolean
update_cb (gpointer data)
{
  RingEstimateGroup *self = data;
  g_autoptr (RingEstimate) e = NULL;

  self->idle = 0;
  if (self->design == NULL)
    return G_SOURCE_REMOVE;
  e = ring_estimate_new (get_drawing (self), self->rates, NULL, ring_clock_now_ms ());
  show_total (self, e);
  show_lines (self, e);
  show_prices (self);
  show_others (self);
  return G_SOURCE_REMOVE;
}

/* A stroke of the pen must not wait for what follows from it. */
static void
later (RingEstimateGroup *self)
{
  if (self->idle == 0 && self->design != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->idle = g_idle_add_full (G_PRIORITY_LOW, update_cb, self, NULL);
}

static void
ring_estimate_group_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ring_estimate_group_parent_class)->map (widget);
  later (RING_ESTIMATE_GROUP (widget));
}

static void
also_cb (RingEdit *edit, gpointer data)
{
  RingEstimateGroup *self = data;

  ring_estimate_keep (self->design, edit, self->rates);
}

static void
quote_cb (RingEstimateGroup *self)
{
  g_autoptr (GError) error = NULL;
  RingEdit *edit;

  if (self->design == NULL)
    return;
  edit = ring_estimate_quote (self->design, self->rates, ring_clock_now_ms (), &error);
  if (edit == NULL)
    refuse_cb (self, error->message);
  else
    ring_design_commit (self->design, edit);
}

static void
renew_cb (RingEstimateGroup *self)
{
  RingEdit *edit = self->design != NULL ? ring_estimate_renew (self->design, self->rates) : NULL;

  if (edit != NULL)
    ring_design_commit (self->design, edit);
  else
    refuse_cb (self, _ ("These are the shop’s prices of today already."));
}

/* -------------------------------------------------------------------- words */

static char *
format_plain (const RingRecord *record, const char *name)
{
  return g_strdup (ring_record_get (record, name));
}

static RingRecord *
refuse_number (const char *text, double most, GError **error)
{
  g_autofree char *number = ring_number_format (most, 0);

  g_set_error (error, RING_ERROR, RING_ERROR_INVALID,
               _ ("“%s” was not taken: give a number from 0 to %s, or nothing."), text, number);
  return NULL;
}

/* Hours and grams; grams keep which metal they are of. */
static RingRecord *
read_number (RingFields *fields, const RingRecord *record, const char *name, const char *text, GError **error)
{
  gboolean grams = g_str_equal (name, "freehand-grams");
  double most = grams ? RING_ESTIMATE_MOST_GRAMS : RING_ESTIMATE_MOST_HOURS;
  g_autofree char *words = g_strstrip (g_strdup (text));
  const RingRecord *ring
      = ring_drawing_find_ring (ring_design_get_drawing (ring_fields_get_design (fields)), NULL);
  RingRecord *next;
  double value = 0;

  g_strdelimit (words, ",", '.');
  if (words[0] != '\0' && (!ring_number_parse (words, &value) || !(value >= 0 && value <= most)))
    return refuse_number (text, most, error);
  next = ring_record_ref (record);
  if (words[0] != '\0')
    ring_record_set_number (&next, name, value, 2);
  else
    ring_record_set (&next, name, NULL);
  if (grams)
    ring_record_set (&next, "freehand-alloy",
                     words[0] != '\0' && ring != NULL ? ring_record_get (ring, "alloy") : NULL);
  return next;
}

static RingRecord *
read_term (RingFields *fields, const RingRecord *record, const char *name, const char *text, GError **error)
{
  RingRecord *next;
  RingRate rate;

  if (!ring_rate_read (name, text, NULL, ring_clock_now_ms (), &rate, error))
    return NULL;
  next = ring_record_with (record, name, rate.value);
  ring_rate_clear (&rate);
  return next;
}

static void
add_words (RingEstimateGroup *self, const char *name, const char *title, const char *hint, RingFieldsRead read)
{
  GtkWidget *row = adw_entry_row_new ();

  g_object_set (row, "use-markup", FALSE, "title", title, "tooltip-text", hint, NULL);
  ring_fields_bind_words (self->fields, ADW_ENTRY_ROW (row), name, format_plain, read);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->work), row);
}

static void
add_work (RingEstimateGroup *self)
{
  GtkWidget *what = adw_entry_row_new ();
  guint n;
  const RingTerm *terms = ring_terms (&n);

  add_words (self, "hours", _ ("Hours at the bench"), NULL, read_number);
  add_words (self, "freehand-grams", _ ("Drawn by hand, g"),
             _ ("What is drawn by hand has no volume: its grams, in the ring’s metal"), read_number);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (what), _ ("What that is"));
  ring_fields_bind_entry (self->fields, GTK_EDITABLE (what), "freehand", WORDS);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->work), what);
  for (guint i = 0; i < n; i++)
    add_words (self, terms[i].name, _ (terms[i].label),
               terms[i].source != NULL ? _ (terms[i].source) : NULL, read_term);
}

/* -------------------------------------------------------------------- making it */

static GtkWidget *
new_expander (const char *title)
{
  GtkWidget *row = adw_expander_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  return row;
}

static GtkWidget *
add_button (GtkWidget *box, const char *label, const char *hint, GCallback clicked, gpointer self)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_hexpand (button, TRUE);
  gtk_widget_set_tooltip_text (button, hint);
  g_signal_connect_object (button, "clicked", clicked, self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static GtkWidget *
new_buttons (RingEstimateGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_set_margin_top (box, 12);
  self->quote = add_button (box, _ ("Use as Quote"),
                            _ ("Writes price, deposit and currency into the order, and until when it holds"),
                            G_CALLBACK (quote_cb), self);
  self->renew = add_button (box, _ ("Prices of Today"),
                            _ ("Takes the shop’s prices of now instead of those that this design has kept"),
                            G_CALLBACK (renew_cb), self);
  return box;
}

static void
ring_estimate_group_dispose (GObject *object)
{
  RingEstimateGroup *self = RING_ESTIMATE_GROUP (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->design != NULL)
    g_signal_handlers_disconnect_by_data (self->design, self);
  if (self->rates != NULL)
    g_signal_handlers_disconnect_by_data (self->rates, self);
  g_clear_object (&self->design);
  g_clear_object (&self->rates);
  g_clear_object (&self->fields);
  G_OBJECT_CLASS (ring_estimate_group_parent_class)->dispose (object);
}

static void
ring_estimate_group_finalize (GObject *object)
{
  RingEstimateGroup *self = RING_ESTIMATE_GROUP (object);

  g_ptr_array_unref (self->line_rows);
  g_ptr_array_unref (self->missing_rows);
  g_ptr_array_unref (self->price_rows);
  g_free (self->shown);
  g_free (self->names);
  G_OBJECT_CLASS (ring_estimate_group_parent_class)->finalize (object);
}

static void
ring_estimate_group_class_init (RingEstimateGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_estimate_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_estimate_group_finalize;
  GTK_WIDGET_CLASS (klass)->map = ring_estimate_group_map;
  signals[REFUSED] = g_signal_new ("refused", RING_TYPE_ESTIMATE_GROUP, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ring_estimate_group_init (RingEstimateGroup *self)
{
  AdwPreferencesGroup *group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());

  self->line_rows = g_ptr_array_new ();
  self->missing_rows = g_ptr_array_new ();
  self->price_rows = g_ptr_array_new ();
  self->fields = ring_fields_new (RING_RECORD_ESTIMATE, C_ ("panel", "Estimate"));
  ring_fields_set_also (self->fields, also_cb, self);
  g_signal_connect_object (self->fields, "refused", G_CALLBACK (refuse_cb), self, G_CONNECT_SWAPPED);
  self->total = adw_action_row_new ();
  self->amount = gtk_label_new ("–");
  gtk_widget_add_css_class (self->amount, "title-4");
  gtk_widget_add_css_class (self->amount, "numeric");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->total), self->amount);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->total), 0);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->total), C_ ("estimate", "As designed"));
  self->lines = new_expander (C_ ("estimate", "Lines"));
  self->missing = new_expander (C_ ("estimate", "Not included"));
  self->work = new_expander (C_ ("estimate", "Work, losses, markup"));
  self->prices = new_expander (C_ ("estimate", "Prices"));
  self->others = new_expander (C_ ("estimate", "And in platinum?"));
  add_work (self);
  for (guint i = 0; i < RING_ESTIMATE_ALTERNATIVES; i++)
    {
      self->alternatives[i] = ring_alternative_row_new (i);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (self->others), self->alternatives[i]);
    }
  adw_preferences_group_set_title (group, C_ ("panel", "Estimate"));
  adw_preferences_group_add (group, self->total);
  adw_preferences_group_add (group, self->lines);
  adw_preferences_group_add (group, self->missing);
  adw_preferences_group_add (group, self->work);
  adw_preferences_group_add (group, self->prices);
  adw_preferences_group_add (group, self->others);
  adw_preferences_group_add (group, new_buttons (self));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (group));
}

void
ring_estimate_group_set_design (RingEstimateGroup *self, RingDesign *design)
{
  g_return_if_fail (RING_IS_ESTIMATE_GROUP (self));

  if (self->design != NULL)
    g_signal_handlers_disconnect_by_func (self->design, later, self);
  g_set_object (&self->design, design);
  ring_fields_set_design (self->fields, design, NULL);
  if (design != NULL)
    g_signal_connect_swapped (design, "changed", G_CALLBACK (later), self);
  later (self);
}

void
ring_estimate_group_set_rates (RingEstimateGroup *self, RingRates *rates)
{
  g_return_if_fail (RING_IS_ESTIMATE_GROUP (self));

  if (self->rates != NULL)
    g_signal_handlers_disconnect_by_data (self->rates, self);
  g_set_object (&self->rates, rates);
  if (rates != NULL)
    g_signal_connect_swapped (rates, "changed", G_CALLBACK (later), self);
  later (self);
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-take-in-row.h"

#include <glib/gi18n-lib.h>

#include "ring-clock.h"
#include "ring-day-row.h"
#include "ring-day.h"
#include "ring-fields.h"
#include "ring-number.h"
#include "ring-parts.h"
#include "ring-photos-row.h"
#include "ring-take-in.h"

#define NAME_CHARS 120
#define WORDS_CHARS 600
#define MOST_AMOUNT 9999999

struct _RingTakeInRow
{
  AdwExpanderRow parent_instance;

  RingDesign *design;
  char *stone_id; /* NULL of metal */
  RingFields *fields;
  GPtrArray *rows; /* those that are there once something was taken in */
  GtkWidget *begin, *risks, *held, *photos, *export, *print;
  GPtrArray *checks; /* of GtkCheckButton, in the order of the risks */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RingTakeInRow, ring_take_in_row, ADW_TYPE_EXPANDER_ROW)

enum
{
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
refused_cb (RingTakeInRow *self, const char *message)
{
  g_signal_emit (self, signals[REFUSED], 0, message);
}

static void
begin_cb (RingTakeInRow *self)
{
  ring_parts_commit (self, self->design, ring_take_in_begin (self->design, self->stone_id));
}

static void
remove_cb (RingTakeInRow *self)
{
  const char *id = ring_take_in_row_get_id (self);

  if (id != NULL)
    ring_parts_commit (self, self->design, ring_take_in_remove (self->design, id));
}

/* ------------------------------------------------------------------------- showing */

static void
risk_cb (GtkCheckButton *check, RingTakeInRow *self)
{
  const RingRecord *record = ring_fields_get_record (self->fields);
  g_autoptr (RingRecord) next = NULL;

  if (self->showing || record == NULL)
    return;
  next = ring_take_in_with_risk (record, gtk_widget_get_name (GTK_WIDGET (check)),
                                 gtk_check_button_get_active (check));
  ring_fields_set (self->fields, NULL, "risks", ring_record_get (next, "risks"), NULL);
}

static void
show_risks (RingTakeInRow *self, const RingRecord *record)
{
  g_autofree char *text = NULL;
  guint n = 0;

  self->showing = TRUE;
  for (guint i = 0; i < self->checks->len; i++)
    {
      gboolean accepted = ring_take_in_has_risk (record, gtk_widget_get_name (self->checks->pdata[i]));

      gtk_check_button_set_active (self->checks->pdata[i], accepted);
      n += accepted;
    }
  self->showing = FALSE;
  text = g_strdup_printf (_ ("%u of %u accepted"), n, self->checks->len);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self->risks), text);
}

/* What is written and may not be printed, and why. */
static void
show_held (RingTakeInRow *self, const RingRecord *record)
{
  static const struct
  {
    const char *field, *label;
  } words[] = { { "description", NC_ ("take-in", "Comes in") },
                { "condition", NC_ ("take-in", "Condition") },
                { "risks-text", NC_ ("take-in", "Further risks") } };
  const RingRecord *stone
      = self->stone_id != NULL ? ring_drawing_find_record (ring_design_get_drawing (self->design),
                                                           RING_RECORD_STONE, self->stone_id)
                               : NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *reason = NULL;

      if (!ring_take_in_may_print (stone, ring_record_get (record, words[i].field),
                                   ring_clock_now_ms (), &reason))
        /* Translators: a row of the form, and why what it says is not printed. */
        g_string_append_printf (text, _ ("%s%s is not printed: %s."), text->len > 0 ? "\n" : "",
                                g_dpgettext2 (NULL, "take-in", words[i].label), reason);
    }
  gtk_label_set_text (GTK_LABEL (self->held), text->str);
  gtk_widget_set_visible (gtk_widget_get_ancestor (self->held, GTK_TYPE_LIST_BOX_ROW), text->len > 0);
}

/* "22 November 2026, Ana Ruiz"; of metal what it weighs, too. */
static void
show_head (RingTakeInRow *self, const RingRecord *record)
{
  g_autofree char *day = ring_day_write (ring_record_get (record, "at"));
  const char *from = ring_record_get (record, "from");
  g_autoptr (GString) text = g_string_new (day != NULL ? day : "");
  g_autofree char *escaped = NULL;
  double grams;

  if (from != NULL)
    g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", from);
  if (self->stone_id == NULL && ring_record_get_number (record, "weight", &grams))
    {
      g_autofree char *number = ring_number_format (grams, 2);

      g_string_append (text, text->len > 0 ? " · " : "");
      g_string_append_printf (text, _ ("%s g"), number);
    }
  escaped = g_markup_escape_text (text->str, -1);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), escaped);
  if (self->stone_id == NULL)
    {
      g_autofree char *title = g_markup_escape_text (
          ring_record_get_or (record, "description", C_ ("take-in", "Metal")), -1);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
    }
}

static void
show_record (RingTakeInRow *self)
{
  const RingRecord *record = ring_fields_get_record (self->fields);

  if (record == NULL)
    return;
  show_head (self, record);
  show_risks (self, record);
  show_held (self, record);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->export), "s", ring_record_get_id (record));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->print), "s", ring_record_get_id (record));
  if (self->photos != NULL)
    ring_photos_row_update (RING_PHOTOS_ROW (self->photos));
}

/* ------------------------------------------------------------------------- its rows */

static void
add (RingTakeInRow *self, GtkWidget *row)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
  g_ptr_array_add (self->rows, row);
}

static void
add_titled (RingTakeInRow *self, GtkWidget *row, const char *title)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  add (self, row);
}

static void
add_words (RingTakeInRow *self, const char *name, const char *title, guint chars)
{
  add (self, ring_fields_new_entry_row (self->fields, name, title, chars));
}

static void
add_number (RingTakeInRow *self, const char *name, const char *title, double most, guint decimals)
{
  add (self, ring_fields_new_number_row (self->fields, name, title, most, decimals > 0 ? 0.1 : 1, decimals));
}

static void
add_use (RingTakeInRow *self)
{
  GtkWidget *row = adw_combo_row_new ();
  guint n;
  const RingStoneValue *uses = ring_take_in_uses (&n);

  ring_fields_bind_values (self->fields, ADW_COMBO_ROW (row), "use", uses, n);
  add_titled (self, row, C_ ("take-in", "What becomes of it"));
}

static void
add_risk (RingTakeInRow *self, const RingStoneValue *risk)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _ (risk->label));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ (risk->words));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_widget_set_name (check, risk->value);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_signal_connect_object (check, "toggled", G_CALLBACK (risk_cb), self, 0);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self->risks), row);
  g_ptr_array_add (self->checks, check);
}

static void
add_risks (RingTakeInRow *self, gboolean metal)
{
  guint n;
  const RingStoneValue *risks = ring_take_in_risks (metal, &n);

  self->risks = adw_expander_row_new ();
  for (guint i = 0; i < n; i++)
    add_risk (self, &risks[i]);
  add_titled (self, self->risks, C_ ("take-in", "Risks"));
  add_words (self, "risks-text", C_ ("take-in", "Further risks"), WORDS_CHARS);
}

static void
add_child (RingTakeInRow *self, GtkWidget *child)
{
  gtk_widget_add_css_class (child, "text-row");
  add (self, ring_parts_new_row (child));
}

static GtkWidget *
add_button (GtkWidget *box, const char *label, const char *hint)
{
  GtkWidget *button = gtk_button_new_with_label (label);

  gtk_widget_set_tooltip_text (button, hint);
  gtk_box_append (GTK_BOX (box), button);
  return button;
}

static void
add_receipt (RingTakeInRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *remove;

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  self->export = add_button (box, C_ ("take-in", "Receipt…"), _ ("The receipt to sign, as a PDF or picture"));
  self->print = add_button (box, C_ ("take-in", "Print…"), _ ("Prints the receipt to sign"));
  remove = add_button (box, C_ ("take-in", "Remove"), _ ("It was not taken in; undo brings it back"));
  /* An action is looked up at once, and must find a target of its type. */
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->export), "s", "");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->print), "s", "");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->export), "win.export-receipt");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->print), "win.print-receipt");
  gtk_widget_add_css_class (remove, "flat");
  g_signal_connect_object (remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  add_child (self, box);
}

static void
add_held (RingTakeInRow *self)
{
  self->held = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->held), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->held), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (self->held), 20);
  gtk_label_set_max_width_chars (GTK_LABEL (self->held), 38);
  gtk_label_set_xalign (GTK_LABEL (self->held), 0);
  gtk_widget_add_css_class (self->held, "caption");
  gtk_widget_add_css_class (self->held, "warning");
  add_child (self, self->held);
}

static void
add_metal (RingTakeInRow *self)
{
  add_words (self, "description", C_ ("take-in", "What it is"), WORDS_CHARS);
  add_number (self, "weight", C_ ("take-in", "Weight, g"), RING_TAKE_IN_MOST_GRAMS, 2);
  add_number (self, "fineness", C_ ("take-in", "Fineness, tested, ‰"), 999, 0);
  add_words (self, "tested", C_ ("take-in", "Tested how"), NAME_CHARS);
  add_use (self);
  add_number (self, "credit", C_ ("take-in", "Credit"), MOST_AMOUNT, 2);
}

static void
add_piece (RingTakeInRow *self)
{
  add_words (self, "description", C_ ("take-in", "Comes in"), WORDS_CHARS);
  add_number (self, "weight", C_ ("take-in", "Weight with setting, g"), RING_TAKE_IN_MOST_GRAMS, 2);
}

static void
add_rows (RingTakeInRow *self)
{
  gboolean metal = self->stone_id == NULL;
  GtkWidget *day = adw_entry_row_new ();

  if (metal)
    add_metal (self);
  ring_day_row_bind (ADW_ENTRY_ROW (day), self->fields, "at");
  add_titled (self, day, C_ ("take-in", "Received on"));
  add_words (self, "from", C_ ("take-in", "From"), NAME_CHARS);
  add_words (self, "by", C_ ("take-in", "Taken in by"), NAME_CHARS);
  if (!metal)
    add_piece (self);
  add_words (self, "condition", C_ ("take-in", "Condition"), WORDS_CHARS);
  add_number (self, "value", C_ ("take-in", "Agreed value"), MOST_AMOUNT, 2);
  add_risks (self, metal);
  if (metal)
    {
      self->photos = g_object_new (RING_TYPE_PHOTOS_ROW, NULL);
      g_signal_connect_object (self->photos, "refused", G_CALLBACK (refused_cb), self,
                               G_CONNECT_SWAPPED);
      ring_photos_row_serve (RING_PHOTOS_ROW (self->photos), GTK_WIDGET (self));
      add_titled (self, self->photos, C_ ("take-in", "Photos"));
    }
  add_held (self);
  add_receipt (self);
}

static void
add_begin (RingTakeInRow *self)
{
  GtkWidget *button = gtk_button_new_with_label (C_ ("take-in", "Take In"));

  self->begin = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->begin), _ ("Not taken in"));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->begin),
                               _ ("For a stone of the client’s: who brought it, its condition, a receipt"));
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (self->begin), 3);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_object (button, "clicked", G_CALLBACK (begin_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->begin), button);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), self->begin);
}

static void
ring_take_in_row_dispose (GObject *object)
{
  RingTakeInRow *self = RING_TAKE_IN_ROW (object);

  g_clear_object (&self->fields);
  g_clear_object (&self->design);
  G_OBJECT_CLASS (ring_take_in_row_parent_class)->dispose (object);
}

static void
ring_take_in_row_finalize (GObject *object)
{
  RingTakeInRow *self = RING_TAKE_IN_ROW (object);

  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->checks);
  g_free (self->stone_id);
  G_OBJECT_CLASS (ring_take_in_row_parent_class)->finalize (object);
}

static void
ring_take_in_row_class_init (RingTakeInRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_take_in_row_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_take_in_row_finalize;
  signals[REFUSED] = g_signal_new ("refused", RING_TYPE_TAKE_IN_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ring_take_in_row_init (RingTakeInRow *self)
{
  self->rows = g_ptr_array_new ();
  self->checks = g_ptr_array_new ();
  self->fields = ring_fields_new (RING_RECORD_TAKE_IN, _ ("Taken In"));
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (show_record), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
ring_take_in_row_new_metal (RingDesign *design, const char *id)
{
  RingTakeInRow *self = g_object_new (RING_TYPE_TAKE_IN_ROW, NULL);

  g_set_object (&self->design, design);
  add_rows (self);
  ring_photos_row_set_owner (RING_PHOTOS_ROW (self->photos), design, id);
  ring_fields_set_design (self->fields, design, id);
  return GTK_WIDGET (self);
}

void
ring_take_in_row_set_stone (RingTakeInRow *self, RingDesign *design, const char *stone_id)
{
  g_return_if_fail (RING_IS_TAKE_IN_ROW (self) && self->stone_id == NULL);

  g_set_object (&self->design, design);
  self->stone_id = g_strdup (stone_id);
  add_begin (self);
  ring_take_in_row_update (self);
}

/* The rows of a stone that was not taken in are only made when it is. */
void
ring_take_in_row_update (RingTakeInRow *self)
{
  const RingRecord *record;

  g_return_if_fail (RING_IS_TAKE_IN_ROW (self));

  if (self->design == NULL || self->stone_id == NULL)
    return;
  record = ring_take_in_find (ring_design_get_drawing (self->design), self->stone_id);
  if (record != NULL && self->rows->len == 0)
    add_rows (self);
  if (record != NULL && g_strcmp0 (ring_fields_get_id (self->fields), ring_record_get_id (record)) != 0)
    ring_fields_set_design (self->fields, self->design, ring_record_get_id (record));
  gtk_widget_set_visible (self->begin, record == NULL);
  for (guint i = 0; i < self->rows->len; i++)
    gtk_widget_set_visible (self->rows->pdata[i], record != NULL);
  if (record != NULL)
    show_record (self);
  else
    adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), "");
}

const char *
ring_take_in_row_get_id (RingTakeInRow *self)
{
  g_return_val_if_fail (RING_IS_TAKE_IN_ROW (self), NULL);

  return ring_fields_get_id (self->fields);
}

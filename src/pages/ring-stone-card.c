/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-clock.h"
#include "ring-day.h"
#include "ring-custody-row.h"
#include "ring-day-row.h"
#include "ring-fields.h"
#include "ring-parts.h"
#include "ring-photos-row.h"
#include "ring-plot-row.h"
#include "ring-provenance.h"
#include "ring-recut-row.h"
#include "ring-stone-card.h"
#include "ring-stone-gem.h"
#include "ring-stone-note.h"
#include "ring-stone.h"
#include "ring-take-in-row.h"

struct _RingStoneCard
{
  AdwExpanderRow parent_instance;

  RingFields *fields;
  char *stone_id;

  GtkWidget *name_row, *alert, *words, *held, *draw_button, *show_button, *find_button;
  AdwActionRow *drawn_row;
  RingCustodyRow *custody;
  RingPhotosRow *photos;
  RingPlotRow *plot;
  RingTakeInRow *taken_in;
  RingRecutRow *recut;
  AdwExpanderRow *what_row, *provenance_group, *terms_group;
  GtkTextView *text_view;
};

G_DEFINE_FINAL_TYPE (RingStoneCard, ring_stone_card, ADW_TYPE_EXPANDER_ROW)

/* ---------------------------------------------------------------- rows and their fields */

static const struct
{
  const char *row, *field;
  guint limit; /* characters */
} entries[] = {
  { "name_row", "name", 80 },
  { "source_row", "source", 200 },
  { "species_row", "species", 80 },
  { "cut_row", "cut", 80 },
  { "colour_row", "colour", 80 },
  { "clarity_row", "clarity", 40 },
  { "treatment_note_row", "treatment-note", 120 },
  { "origin_row", "origin", 120 },
  { "lab_row", "lab", 80 },
  { "report_row", "report", 80 },
  { "evidence_row", "made-evidence", 200 },
  { "statement_row", "statement", 400 },
  { "statement_by_row", "statement-by", 120 },
  { "memo_row", "memo", 80 },
  { "supplier_row", "supplier", 120 },
  { "stock_row", "stock", 80 },
};

static const struct
{
  const char *row, *field;
  RingStoneList list;
} combos[] = {
  { "nature_row", "nature", RING_STONE_NATURE },
  { "treatment_row", "treatment", RING_STONE_TREATMENT },
  { "provenance_row", "provenance", RING_STONE_PROVENANCE },
  { "status_row", "status", RING_STONE_STATUS },
};

static char *
format_year (const RingRecord *stone, const char *name)
{
  return g_strdup (ring_record_get (stone, name));
}

static char *
format_size (const RingRecord *stone, const char *name)
{
  return ring_stone_format_size (stone, TRUE);
}

static char *
format_carat (const RingRecord *stone, const char *name)
{
  return ring_stone_format_carat (stone);
}

static char *
format_cost (const RingRecord *stone, const char *name)
{
  return ring_stone_format_cost (stone);
}

static RingRecord *
read_size (
    RingFields *fields, const RingRecord *stone, const char *name, const char *text, GError **error)
{
  return ring_stone_with_size (stone, text, error);
}

static RingRecord *
read_carat (
    RingFields *fields, const RingRecord *stone, const char *name, const char *text, GError **error)
{
  return ring_stone_with_carat (stone, text, error);
}

static RingRecord *
read_year (
    RingFields *fields, const RingRecord *stone, const char *name, const char *text, GError **error)
{
  return ring_stone_with_year (stone, text, ring_clock_now_ms (), error);
}

/* Without one of its own a cost is in the stone's currency so far, else in the commission's. */
static RingRecord *
read_cost (
    RingFields *fields, const RingRecord *stone, const char *name, const char *text, GError **error)
{
  const RingRecord *commission = ring_drawing_find_record (
      ring_design_get_drawing (ring_fields_get_design (fields)), RING_RECORD_COMMISSION, NULL);
  const char *usual
      = ring_record_get_or (stone, "cost-currency", ring_record_get (commission, "currency"));

  return ring_stone_with_cost (stone, text, usual, ring_clock_now_ms (), error);
}

static const struct
{
  const char *row, *field;
  RingFieldsFormat format;
  RingFieldsRead read;
} words[] = {
  { "size_row", "length", format_size, read_size },
  { "carat_row", "carat", format_carat, read_carat },
  { "cost_row", "cost", format_cost, read_cost },
  { "made_row", "made", format_year, read_year },
};

static const struct
{
  const char *row, *field;
} days[] = {
  { "report_date_row", "report-date" },
  { "statement_date_row", "statement-date" },
  { "due_row", "due" },
  { "cost_date_row", "cost-date" },
};

static gpointer
get_row (RingStoneCard *self, const char *name)
{
  return gtk_widget_get_template_child (GTK_WIDGET (self), RING_TYPE_STONE_CARD, name);
}

static void
bind_rows (RingStoneCard *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    ring_fields_bind_entry (self->fields, get_row (self, entries[i].row), entries[i].field,
                            entries[i].limit);
  for (guint i = 0; i < G_N_ELEMENTS (combos); i++)
    {
      guint n;
      const RingStoneValue *values = ring_stone_list (combos[i].list, &n);

      ring_fields_bind_values (self->fields, get_row (self, combos[i].row), combos[i].field, values, n);
    }
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    ring_fields_bind_words (self->fields, get_row (self, words[i].row), words[i].field,
                            words[i].format, words[i].read);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    ring_day_row_bind (get_row (self, days[i].row), self->fields, days[i].field);
  ring_fields_bind_text (self->fields, self->text_view, "text");
  ring_recut_row_bind (self->recut, self->fields);
}

/* ------------------------------------------------------------------------- what it says */

/* Those of PARTS that are there, N of them, with dots between. */
static char *
join (char **parts, guint n)
{
  g_autoptr (GString) all = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    if (parts[i] != NULL && parts[i][0] != '\0')
      g_string_append_printf (all, "%s%s", all->len > 0 ? " · " : "", parts[i]);
  return g_markup_escape_text (all->str, -1);
}

/* When a stone on approval has to go back, in words; NULL where it has not. */
static char *
describe_due (const RingRecord *stone, gboolean *soon)
{
  int left;

  *soon = FALSE;
  if (g_strcmp0 (ring_record_get (stone, "status"), "memo") != 0
      || !ring_day_get_left (stone, "due", ring_clock_now_ms (), &left))
    return NULL;
  *soon = left <= RING_STONE_DUE_SOON;
  if (left < 0)
    return g_strdup_printf (ngettext ("%d day overdue", "%d days overdue", (gulong) -left), -left);
  if (left == 0)
    return g_strdup (_ ("due back today"));
  return g_strdup_printf (ngettext ("due back in %d day", "due back in %d days", (gulong) left),
                          left);
}

/* The head tells the stone from the others while the card is closed. */
static void
show_head (RingStoneCard *self, const RingRecord *stone)
{
  gint64 now = ring_clock_now_ms ();
  g_autofree char *name = ring_provenance_name (stone, now);
  g_autofree char *title = g_markup_escape_text (name, -1);
  g_autofree char *figures = ring_stone_format_size (stone, TRUE);
  g_autofree char *size = figures != NULL ? g_strdup_printf (_ ("%s mm"), figures) : NULL;
  g_autofree char *class = ring_provenance_class (stone, now);
  gboolean soon;
  g_autofree char *due = describe_due (stone, &soon);
  char *parts[] = { size, (char *) ring_stone_label_of (RING_STONE_STATUS, stone), due,
                    due == NULL && ring_record_get (stone, "provenance") != NULL ? class : NULL };
  g_autofree char *subtitle = join (parts, G_N_ELEMENTS (parts));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), subtitle);
  gtk_widget_set_visible (self->alert, soon);
  gtk_widget_set_tooltip_text (self->alert, due);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->alert), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  due != NULL ? due : "", -1);
}

/* What is folded shows in a line what it holds. */
static void
show_folded (RingStoneCard *self, const RingRecord *stone)
{
  g_autofree char *carat = ring_stone_format_carat (stone);
  g_autofree char *weight = carat != NULL ? g_strdup_printf (_ ("%s ct"), carat) : NULL;
  g_autofree char *cost = ring_stone_format_cost (stone);
  char *what[]
      = { (char *) ring_record_get (stone, "species"), (char *) ring_record_get (stone, "cut"),
          weight, (char *) ring_stone_label_of (RING_STONE_TREATMENT, stone) };
  char *from[]
      = { (char *) ring_stone_label_of (RING_STONE_PROVENANCE, stone),
          (char *) ring_record_get (stone, "lab"), (char *) ring_record_get (stone, "report") };
  char *terms[] = { (char *) ring_stone_label_of (RING_STONE_STATUS, stone),
                    (char *) ring_record_get (stone, "supplier"), cost };
  g_autofree char *what_text = join (what, G_N_ELEMENTS (what));
  g_autofree char *from_text = join (from, G_N_ELEMENTS (from));
  g_autofree char *terms_text = join (terms, G_N_ELEMENTS (terms));

  adw_expander_row_set_subtitle (self->what_row, what_text);
  adw_expander_row_set_subtitle (self->provenance_group, from_text);
  adw_expander_row_set_subtitle (self->terms_group, terms_text);
}

static void
show_words (RingStoneCard *self, const RingRecord *stone)
{
  gint64 now = ring_clock_now_ms ();
  g_autoptr (GPtrArray) printed = ring_provenance_words (stone, now);
  g_autoptr (GPtrArray) held = ring_provenance_held (stone, now);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) reasons = g_string_new (NULL);

  for (guint i = 0; i < printed->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "",
                            ((const RingWording *) g_ptr_array_index (printed, i))->text);
  for (guint i = 0; i < held->len; i++)
    {
      const RingWording *wording = g_ptr_array_index (held, i);
      const char *row = NULL;

      for (guint k = 0; k < G_N_ELEMENTS (entries) && row == NULL; k++)
        if (g_str_equal (entries[k].field, wording->about))
          row = adw_preferences_row_get_title (get_row (self, entries[k].row));
      /* TRANSLATORS: a row of the card, why what it says is not printed, and the rule's section. */
      g_string_append_printf (reasons, _ ("%s%s is not printed: %s (%s)."), i > 0 ? "\n" : "",
                              row != NULL ? row : C_ ("stone", "Story"), wording->text,
                              _ (wording->rule));
    }
  gtk_label_set_text (GTK_LABEL (self->words), text->str);
  gtk_label_set_text (GTK_LABEL (self->held), reasons->str);
  gtk_widget_set_visible (self->held, held->len > 0);
}

/* Whether the drawing has the stone, and as the card has it. */
static void
show_drawn (RingStoneCard *self, const RingRecord *stone)
{
  const RingDrawing *drawing = ring_design_get_drawing (ring_fields_get_design (self->fields));
  const RingRecord *gem = ring_stone_gem_find (drawing, self->stone_id);
  g_autofree char *differs = gem != NULL ? ring_stone_gem_differs (stone, gem) : NULL;
  const RingView *view;
  gboolean pinned = ring_stone_gem_find_pin (drawing, self->stone_id, &view) != NULL;

  adw_action_row_set_subtitle (self->drawn_row, differs != NULL ? differs
                                                : gem != NULL   ? _ ("As on this card")
                                                : pinned        ? _ ("A pin, no gem yet")
                                                                : _ ("Not there yet"));
  gtk_button_set_label (GTK_BUTTON (self->draw_button),
                        gem != NULL ? _ ("Draw as Here") : C_ ("stone", "Draw"));
  gtk_widget_set_visible (self->draw_button, gem == NULL || differs != NULL);
  gtk_widget_set_visible (self->show_button, gem != NULL || pinned);
}

static void
fields_changed_cb (RingStoneCard *self)
{
  const RingRecord *stone = ring_fields_get_record (self->fields);

  if (stone == NULL)
    return;
  show_head (self, stone);
  show_folded (self, stone);
  show_words (self, stone);
  show_drawn (self, stone);
  ring_custody_row_update (self->custody);
  ring_photos_row_update (self->photos);
  ring_plot_row_update (self->plot);
  ring_take_in_row_update (self->taken_in);
  ring_recut_row_update (self->recut, stone);
}

static void
row_refused_cb (RingStoneCard *self, const char *message)
{
  g_signal_emit_by_name (self->fields, "refused", message);
}

static void
remove_clicked_cb (RingStoneCard *self)
{
  RingDesign *design = ring_fields_get_design (self->fields);
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design), _ ("Remove Stone"));

  ring_stone_note_remove (edit, self->stone_id);
  ring_design_commit (design, edit);
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
  g_type_ensure (RING_TYPE_CUSTODY_ROW);
  g_type_ensure (RING_TYPE_PHOTOS_ROW);
  g_type_ensure (RING_TYPE_PLOT_ROW);
  g_type_ensure (RING_TYPE_TAKE_IN_ROW);
  g_type_ensure (RING_TYPE_RECUT_ROW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RING_APP_PATH "/ui/ring-stone-card.ui");
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, name_row);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, alert);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, words);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, held);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, what_row);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, provenance_group);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, terms_group);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, text_view);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, drawn_row);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, custody);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, photos);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, plot);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, taken_in);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, recut);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, draw_button);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, show_button);
  gtk_widget_class_bind_template_child (widget_class, RingStoneCard, find_button);
  for (guint i = 1; i < G_N_ELEMENTS (entries); i++)
    gtk_widget_class_bind_template_child_full (widget_class, entries[i].row, FALSE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (combos); i++)
    gtk_widget_class_bind_template_child_full (widget_class, combos[i].row, FALSE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    gtk_widget_class_bind_template_child_full (widget_class, words[i].row, FALSE, 0);
  for (guint i = 0; i < G_N_ELEMENTS (days); i++)
    gtk_widget_class_bind_template_child_full (widget_class, days[i].row, FALSE, 0);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
ring_stone_card_init (RingStoneCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ring_parts_name_buttons (GTK_WIDGET (self));
  self->fields = ring_fields_new (RING_RECORD_STONE, _ ("Stone"));
  bind_rows (self);
  g_signal_connect_object (self->custody, "refused", G_CALLBACK (row_refused_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->photos, "refused", G_CALLBACK (row_refused_cb), self,
                           G_CONNECT_SWAPPED);
  ring_photos_row_serve (self->photos, GTK_WIDGET (self));
  g_signal_connect_object (self->taken_in, "refused", G_CALLBACK (row_refused_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "changed", G_CALLBACK (fields_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
ring_stone_card_new (RingDesign *design, const char *stone_id)
{
  RingStoneCard *self = g_object_new (RING_TYPE_STONE_CARD, NULL);

  self->stone_id = g_strdup (stone_id);
  ring_custody_row_set_stone (self->custody, design, stone_id);
  ring_photos_row_set_owner (self->photos, design, stone_id);
  ring_plot_row_set_stone (self->plot, design, stone_id);
  ring_take_in_row_set_stone (self->taken_in, design, stone_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->draw_button), "win.draw-stone");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->draw_button), "s", stone_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->show_button), "win.show-stone");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->show_button), "s", stone_id);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (self->find_button), "win.find-stone");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->find_button), "s", stone_id);
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
  gtk_widget_grab_focus (self->name_row);
  ring_parts_scroll_to (GTK_WIDGET (self));
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-told-window.h"

#include <glib/gi18n-lib.h>

#include "ring-number.h"
#include "ring-one-page.h"
#include "ring-parts.h"
#include "ring-save.h"
#include "ring-told-page.h"

enum
{
  ROW_WORD,
  ROW_WHO,
  ROW_CHOICES,
  ROW_MAKING,
  ROW_STONE,
  ROW_LIMITED,
  ROW_OTHERS,
  N_CHOICE_ROWS
};

enum
{
  ROW_MINUTES,
  ROW_PRICE,
  ROW_DAYS,
  N_FIGURE_ROWS
};

struct _RingToldWindow
{
  AdwWindow parent_instance;

  RingDrawing *drawing;
  RingCatalogue *catalogue; /* or NULL */
  RingToldLimits limits;
  AdwToastOverlay *toasts;
  GtkWidget *choice_rows[N_CHOICE_ROWS], *figure_rows[N_FIGURE_ROWS];
  AdwPreferencesGroup *results;
  GPtrArray *result_rows;
};

G_DEFINE_FINAL_TYPE (RingToldWindow, ring_told_window, ADW_TYPE_WINDOW)

/* ------------------------------------------------------------------------- what was told */

static guint
get_choice (RingToldWindow *self, guint row)
{
  guint chosen = adw_combo_row_get_selected (ADW_COMBO_ROW (self->choice_rows[row]));

  return chosen != GTK_INVALID_LIST_POSITION ? chosen : 0;
}

/* Below 0 for nothing, or for what is no number; that is shown on the row. */
static double
get_figure (RingToldWindow *self, guint row)
{
  GtkWidget *entry = self->figure_rows[row];
  g_autofree char *text = g_strdelimit (g_strdup (gtk_editable_get_text (GTK_EDITABLE (entry))), ",", '.');
  double value = -1;
  gboolean fits = g_strstrip (text)[0] == '\0' || (ring_number_parse (text, &value) && value >= 0);

  if (fits)
    gtk_widget_remove_css_class (entry, "error");
  else
    gtk_widget_add_css_class (entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               fits ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE, -1);
  return fits ? value : -1;
}

static void
get_told (RingToldWindow *self, RingTold *told)
{
  guint word = get_choice (self, ROW_WORD);

  *told = (RingTold){
    .has_word = word > 0,
    .word = word > 0 ? (RingWord) (word - 1) : RING_WORD_CONFIGURED,
    .minutes = get_figure (self, ROW_MINUTES),
    .price = get_figure (self, ROW_PRICE),
    .days = get_figure (self, ROW_DAYS),
    .who = (RingToldWho) get_choice (self, ROW_WHO),
    .choices = (RingToldChoices) get_choice (self, ROW_CHOICES),
    .making = (RingToldMaking) get_choice (self, ROW_MAKING),
    .stone = (RingToldStone) get_choice (self, ROW_STONE),
    .limited = (RingToldAnswer) get_choice (self, ROW_LIMITED),
    .others = (RingToldAnswer) get_choice (self, ROW_OTHERS),
  };
}

/* ------------------------------------------------------------------------- what to ask */

static GtkWidget *
new_result_row (const RingToldLine *line)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *result = gtk_label_new (ring_told_result_label (line->result));
  g_autofree char *title = g_markup_escape_text (line->label, -1);
  g_autofree char *text = g_strdup_printf ("%s\n%s", line->told, line->question);
  g_autofree char *subtitle = g_markup_escape_text (text, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (result, "caption-heading");
  gtk_widget_add_css_class (result, line->result == RING_TOLD_ASK ? "told-ask" : "dim-label");
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), result);
  return row;
}

/* What to ask about comes first, what is not known last. */
static void
show (RingToldWindow *self)
{
  RingTold told;
  g_autoptr (GArray) lines = NULL;

  get_told (self, &told);
  lines = ring_told_check (&told, &self->limits);
  for (guint i = 0; i < self->result_rows->len; i++)
    adw_preferences_group_remove (self->results, self->result_rows->pdata[i]);
  g_ptr_array_set_size (self->result_rows, 0);
  for (guint result = RING_TOLD_ASK; result <= RING_TOLD_NOT_KNOWN; result++)
    for (guint i = 0; i < lines->len; i++)
      {
        const RingToldLine *line = &g_array_index (lines, RingToldLine, i);
        GtkWidget *row;

        if (line->result != result)
          continue;
        row = new_result_row (line);
        adw_preferences_group_add (self->results, row);
        g_ptr_array_add (self->result_rows, row);
      }
}

/* ------------------------------------------------------------------------- the page */

static void
toast (RingToldWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (text));
}

void
ring_told_window_save (RingToldWindow *self, const char *path)
{
  RingReportFormat format;
  g_autofree char *full = ring_one_page_take_format (path, &format);
  g_autofree char *name = g_path_get_basename (full);
  g_autofree char *shown = g_filename_display_name (name);
  g_autofree char *text = g_strdup_printf (_ ("Saved “%s”"), shown);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  RingTold told;

  g_return_if_fail (RING_IS_TOLD_WINDOW (self));

  get_told (self, &told);
  bytes = ring_told_page_make (&told, &self->limits, self->drawing, format, &error);
  if (bytes != NULL && ring_save_bytes (full, bytes, &error))
    toast (self, text);
  else
    toast (self, error->message);
}

static void
response_cb (GtkNativeDialog *native, int response, RingToldWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = ring_one_page_end_chooser (native, response, &error);

  if (path != NULL)
    ring_told_window_save (self, path);
  else if (error != NULL)
    toast (self, error->message);
}

static void
save_cb (RingToldWindow *self)
{
  GtkNativeDialog *native
      = ring_one_page_new_chooser (GTK_WINDOW (self), _ ("Save the Questions as a Page"), _ ("Questions to ask"));

  g_signal_connect_object (native, "response", G_CALLBACK (response_cb), self, 0);
  gtk_native_dialog_show (native);
}

static void
draw_cb (cairo_t *cr, gpointer data)
{
  RingToldWindow *self = data;
  RingTold told;

  get_told (self, &told);
  ring_told_page_draw (cr, &told, &self->limits);
}

static void
print_cb (RingToldWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (!ring_one_page_print (GTK_WINDOW (self), _ ("Questions to Ask"), draw_cb, self, &error))
    toast (self, error->message);
}

/* ------------------------------------------------------------------------- the form */

static const char *
label_of (guint row, guint i)
{
  switch (row)
    {
    case ROW_WORD:
      return i == 0 ? C_ ("word on a label", "None") : ring_word_label ((RingWord) (i - 1));
    case ROW_WHO:
      return ring_told_who_label ((RingToldWho) i);
    case ROW_CHOICES:
      return ring_told_choices_label ((RingToldChoices) i);
    case ROW_MAKING:
      return ring_told_making_label ((RingToldMaking) i);
    case ROW_STONE:
      return ring_told_stone_label ((RingToldStone) i);
    case ROW_LIMITED:
    case ROW_OTHERS:
    default:
      return ring_told_answer_label ((RingToldAnswer) i);
    }
}

static GtkWidget *
new_choice_row (RingToldWindow *self, guint row, const char *title, guint n)
{
  GtkWidget *widget = adw_combo_row_new ();
  g_autoptr (GtkStringList) model = gtk_string_list_new (NULL);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (model, label_of (row, i));
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (widget), 0);
  adw_combo_row_set_model (ADW_COMBO_ROW (widget), G_LIST_MODEL (model));
  g_signal_connect_object (widget, "notify::selected", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  self->choice_rows[row] = widget;
  return widget;
}

static GtkWidget *
new_figure_row (RingToldWindow *self, guint row, const char *title)
{
  GtkWidget *widget = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (widget), title);
  gtk_editable_set_alignment (GTK_EDITABLE (widget), 0);
  g_signal_connect_object (widget, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  self->figure_rows[row] = widget;
  return widget;
}

static GtkWidget *
new_form (RingToldWindow *self)
{
  GtkWidget *group = adw_preferences_group_new ();
  const char *currency = self->limits.currency != NULL ? self->limits.currency
                         : self->catalogue != NULL     ? ring_catalogue_get_currency (self->catalogue)
                                                       : NULL;
  g_autofree char *price
      = currency != NULL ? g_strdup_printf (_ ("Its price, %s"), currency) : g_strdup (_ ("Its price"));
  GtkWidget *const rows[] = {
    new_choice_row (self, ROW_WORD, _ ("The word that was used"), RING_N_WORDS + 1),
    new_figure_row (self, ROW_MINUTES, _ ("Minutes to design it")),
    new_figure_row (self, ROW_PRICE, price),
    new_figure_row (self, ROW_DAYS, _ ("Days until it is there")),
    new_choice_row (self, ROW_WHO, _ ("Who was spoken to"), RING_N_TOLD_WHO),
    new_choice_row (self, ROW_CHOICES, _ ("What was chosen"), RING_N_TOLD_CHOICES),
    new_choice_row (self, ROW_MAKING, _ ("How it is made"), RING_N_TOLD_MAKING),
    new_choice_row (self, ROW_STONE, _ ("The stone"), RING_N_TOLD_STONE),
    new_choice_row (self, ROW_LIMITED, _ ("A limited edition"), RING_N_TOLD_ANSWERS),
    new_choice_row (self, ROW_OTHERS, _ ("Others can order the same"), RING_N_TOLD_ANSWERS),
  };

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _ ("What You Were Told"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group),
                                         _ ("Leave out what you do not know. Who sells it is not asked."));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rows[i]);
  return group;
}

static GtkWidget *
new_column (GtkWidget *group)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_margin_top (group, 18);
  gtk_widget_set_margin_bottom (group, 24);
  gtk_widget_set_margin_start (group, 18);
  gtk_widget_set_margin_end (group, 18);
  gtk_box_append (GTK_BOX (box), group);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_widget_set_hexpand (scroller, TRUE);
  gtk_widget_set_vexpand (scroller, TRUE);
  return scroller;
}

/* ------------------------------------------------------------------------- object */

static void
ring_told_window_dispose (GObject *object)
{
  RingToldWindow *self = RING_TOLD_WINDOW (object);

  g_clear_pointer (&self->drawing, ring_drawing_unref);
  g_clear_pointer (&self->catalogue, ring_catalogue_unref);
  G_OBJECT_CLASS (ring_told_window_parent_class)->dispose (object);
}

static void
ring_told_window_finalize (GObject *object)
{
  g_ptr_array_unref (RING_TOLD_WINDOW (object)->result_rows);
  G_OBJECT_CLASS (ring_told_window_parent_class)->finalize (object);
}

static void
ring_told_window_class_init (RingToldWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_told_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_told_window_finalize;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
ring_told_window_init (RingToldWindow *self)
{
  self->result_rows = g_ptr_array_new ();
}

static GtkWidget *
new_head (RingToldWindow *self)
{
  GtkWidget *head = adw_header_bar_new ();
  GtkWidget *print = ring_parts_new_button (_ ("_Print…"), G_CALLBACK (print_cb), self);
  GtkWidget *save = ring_parts_new_button (_ ("_Save as a Page…"), G_CALLBACK (save_cb), self);

  adw_header_bar_pack_end (ADW_HEADER_BAR (head), save);
  adw_header_bar_pack_end (ADW_HEADER_BAR (head), print);
  return head;
}

static void
fill (RingToldWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *columns = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->toasts = ADW_TOAST_OVERLAY (adw_toast_overlay_new ());
  self->results = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->results, _ ("What to Ask"));
  adw_preferences_group_set_description (
      self->results, _ ("It repeats what you were told and finds questions. It is no statement about any seller."));
  gtk_box_set_homogeneous (GTK_BOX (columns), TRUE);
  gtk_box_append (GTK_BOX (columns), new_column (new_form (self)));
  gtk_box_append (GTK_BOX (columns), new_column (GTK_WIDGET (self->results)));
  adw_toast_overlay_set_child (self->toasts, columns);
  gtk_box_append (GTK_BOX (box), new_head (self));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->toasts));
  adw_window_set_content (ADW_WINDOW (self), box);
}

GtkWidget *
ring_told_window_new (GtkWindow *parent, RingDrawing *drawing, RingCatalogue *catalogue)
{
  RingToldWindow *self
      = g_object_new (RING_TYPE_TOLD_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, "modal", TRUE,
                      "title", _ ("Check Another Offer"), "default-width", 1040, "default-height", 720, NULL);

  self->drawing = ring_drawing_ref (drawing);
  self->catalogue = catalogue != NULL ? ring_catalogue_ref (catalogue) : NULL;
  ring_told_limits_init (&self->limits, drawing, catalogue);
  fill (self);
  show (self);
  return GTK_WIDGET (self);
}

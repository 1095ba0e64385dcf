/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-catalogue-art.h"
#include "ring-catalogue-text.h"
#include "ring-difference-page.h"
#include "ring-difference-view.h"
#include "ring-difference.h"
#include "ring-number.h"
#include "ring-spec.h"

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

  RingDifferenceView *view;
  GtkLabel *catalogue_title, *catalogue_subtitle, *bench_title, *bench_subtitle;
  GtkListBox *measures;
  AdwPreferencesGroup *flags_group;
  AdwComboRow *word_row;
};

G_DEFINE_FINAL_TYPE (RingDifferencePage, ring_difference_page, ADW_TYPE_BIN)


static GtkWidget *
new_label (const char *text, const char *css_class, float xalign)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), xalign);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  return label;
}

/* Whole numbers get their groups of three: "81,256 bits". What follows a sign or a letter is part
 * of another word, as in an item number or a fraction. */
static char *
group_digits (const char *text)
{
  GString *grouped = g_string_new (NULL);

  while (*text != '\0')
    {
      gsize plain = strcspn (text, "0123456789");
      gsize digits = strspn (text + plain, "0123456789");
      gboolean part = plain > 0 ? strchr (".,#-/", text[plain - 1]) != NULL || g_ascii_isalpha (text[plain - 1])
                                : FALSE;

      g_string_append_len (grouped, text, (gssize) plain);
      if (digits >= 4 && digits <= 18 && !part)
        {
          g_autofree char *number = ring_catalogue_text_grouped (g_ascii_strtoull (text + plain, NULL, 10));

          g_string_append (grouped, number);
        }
      else
        g_string_append_len (grouped, text + plain, (gssize) digits);
      text += plain + digits;
    }
  return g_string_free (grouped, FALSE);
}

/* A price as the Catalogue writes it, from "1290.50 USD". */
static char *
price_text (const char *value)
{
  g_auto (GStrv) words = g_strsplit (value, " ", 2);
  double amount;

  if (!ring_number_parse (words[0], &amount) || amount < 0)
    return g_strdup (value);
  return ring_catalogue_text_money (amount, words[1]);
}

static char *
value_text (const RingMeasure *measure, const char *value)
{
  g_autofree char *number = NULL;

  if (g_str_equal (measure->id, "price"))
    return price_text (value);
  if (measure->unit[0] == '\0')
    return g_strdup (value);
  number = group_digits (value);
  return g_strdup_printf ("%s %s", number, measure->unit);
}

/* These count rings, orders and bits; the evidence of others names years and directives. */
static char *
evidence_text (const RingMeasure *measure)
{
  if (measure->evidence == NULL)
    return g_strdup ("");
  if (g_str_equal (measure->id, "decided") || g_str_equal (measure->id, "copies"))
    return group_digits (measure->evidence);
  return g_strdup (measure->evidence);
}

/* Numbers stand large with their unit beside them; words are set as text. */
static GtkWidget *
new_value (const RingMeasure *measure, const char *value)
{
  GtkWidget *label;
  g_autofree char *text = NULL;

  if (value == NULL)
    {
      label = new_label (_("not recorded"), "measure-value", 0);
      gtk_widget_add_css_class (label, "words");
      gtk_widget_add_css_class (label, "dim-label");
      return label;
    }
  text = value_text (measure, value);
  label = new_label (text, "measure-value", 0);
  gtk_widget_add_css_class (label, "numeric");
  if (g_utf8_strlen (text, -1) > 22 || g_unichar_isalpha (g_utf8_get_char (text)))
    gtk_widget_add_css_class (label, "words");
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  return label;
}

static GtkWidget *
new_row (GtkWidget *label, GtkWidget *catalogue, GtkWidget *bench, GtkWidget *evidence)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 18);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 4);
  gtk_widget_set_valign (label, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (catalogue, GTK_ALIGN_BASELINE);
  gtk_widget_set_valign (bench, GTK_ALIGN_BASELINE);
  gtk_grid_attach (GTK_GRID (grid), label, 0, 0, 2, 1);
  gtk_grid_attach (GTK_GRID (grid), catalogue, 2, 0, 3, 1);
  gtk_grid_attach (GTK_GRID (grid), bench, 5, 0, 3, 1);
  if (evidence != NULL)
    gtk_grid_attach (GTK_GRID (grid), evidence, 2, 1, 6, 1);
  gtk_widget_add_css_class (grid, evidence != NULL ? "measure" : "measure-head");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), grid);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

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
  gtk_list_box_append (self->measures,
                       new_row (new_label ("", NULL, 0),
                                new_label (_("Catalogue"), "heading", 0),
                                new_label (_("Bench"), "heading", 0), NULL));
  for (guint i = 0; i < ring_difference_get_n_measures (difference); i++)
    {
      const RingMeasure *m = ring_difference_get_measure (difference, i);
      g_autofree char *text = evidence_text (m);
      GtkWidget *evidence = new_label (text, "caption", 0);

      gtk_widget_add_css_class (evidence, "dim-label");
      gtk_list_box_append (self->measures,
                           new_row (new_label (m->label, "heading", 0),
                                    new_value (m, m->catalogue), new_value (m, m->bench),
                                    evidence));
    }
}

static const struct
{
  const char *icon;
  const char *css_class;
  const char *label;
} flag_looks[] = {
  [RING_FLAG_UNKNOWN] = { "ring-flag-unknown-symbolic", "flag-unknown", NC_ ("flag", "Not recorded") },
  [RING_FLAG_CLEAR] = { "ring-flag-clear-symbolic", "flag-clear", NC_ ("flag", "Clear") },
  [RING_FLAG_RAISED] = { "ring-flag-raised-symbolic", "flag-raised", NC_ ("flag", "Raised") },
};

static GtkWidget *
new_flag_row (const RingFlag *flag)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (flag_looks[flag->state].icon);
  const char *state = g_dpgettext2 (GETTEXT_PACKAGE, "flag", flag_looks[flag->state].label);
  GtkWidget *label = gtk_label_new (state);
  g_autofree char *title = g_markup_escape_text (flag->label, -1);
  g_autofree char *evidence = g_markup_escape_text (flag->evidence != NULL ? flag->evidence : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), evidence);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (icon, flag_looks[flag->state].css_class);
  gtk_widget_add_css_class (label, flag_looks[flag->state].css_class);
  gtk_widget_add_css_class (label, "caption-heading");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  return row;
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
        row = new_flag_row (flag);
        adw_preferences_group_add (self->flags_group, row);
        g_ptr_array_add (self->flag_rows, row);
      }
  gtk_widget_set_visible (GTK_WIDGET (self->flags_group), self->flag_rows->len > 0);
}

static void
show_titles (RingDifferencePage *self, const RingDifference *difference)
{
  RingDrawing *drawing = ring_design_get_drawing (self->design);
  const char *number = ring_difference_get_number (difference);
  const char *chosen_by = ring_difference_get_chosen_by (difference);
  g_autofree char *catalogue = NULL;
  g_autofree char *bench = NULL;
  g_autofree char *around = NULL;
  g_autofree char *count = NULL;
  g_autofree char *finger = NULL;
  gsize strokes = ring_drawing_count_items (drawing, RING_ITEM_STROKE);
  RingSpec spec;

  catalogue = number != NULL ? g_strdup_printf (_("Catalogue %s"), number)
                             : g_strdup (_("No catalogue at hand"));
  gtk_label_set_text (self->catalogue_title, catalogue);
  gtk_label_set_text (self->catalogue_subtitle, chosen_by != NULL ? chosen_by : "");
  gtk_label_set_text (self->bench_title, _("Bench drawing"));
  ring_spec_init (&spec, ring_drawing_find_record (drawing, RING_RECORD_RING, NULL));
  around = ring_number_format (spec.band.circumference, 2);
  if (strokes == 0)
    count = g_strdup (_("Nothing drawn yet"));
  else
    count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%" G_GSIZE_FORMAT " stroke",
                                          "%" G_GSIZE_FORMAT " strokes", strokes), strokes);
  finger = g_strdup_printf (spec.size_known ? _("finger %s mm around")
                                            : _("finger assumed %s mm around, to be confirmed"),
                            around);
  bench = g_strdup_printf ("%s · %s", count, finger);
  gtk_label_set_text (self->bench_subtitle, bench);
}

/* The first line of the list is the design's own word; the others suppose another. */
static RingDifference *
compute (RingDifferencePage *self, const RingDrawing *drawing)
{
  guint word = adw_combo_row_get_selected (self->word_row);

  if (word == 0 || word > RING_N_WORDS)
    return ring_difference_new (drawing, self->catalogue);
  return ring_difference_new_for_word (drawing, self->catalogue, (RingWord) (word - 1));
}

static void
show_word (RingDifferencePage *self, const RingDifference *difference)
{
  RingWord word = ring_difference_get_word (difference);
  g_autofree char *subtitle = g_strdup_printf (_("Tested now: “%s”"), ring_word_label (word));

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->word_row), subtitle);
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
  ring_difference_view_set (self->view, drawing, self->art, ring_difference_get_choice (difference));
  show_titles (self, difference);
  show_measures (self, difference);
  show_word (self, difference);
  show_flags (self, difference);
}

static gboolean
update_idle_cb (gpointer user_data)
{
  RingDifferencePage *self = user_data;

  self->idle = 0;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
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
  queue_update (self);
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
    update (self);
  GTK_WIDGET_CLASS (ring_difference_page_parent_class)->map (widget);
}

static void
ring_difference_page_dispose (GObject *object)
{
  RingDifferencePage *self = RING_DIFFERENCE_PAGE (object);

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->design);
  G_OBJECT_CLASS (ring_difference_page_parent_class)->dispose (object);
}

static void
ring_difference_page_finalize (GObject *object)
{
  RingDifferencePage *self = RING_DIFFERENCE_PAGE (object);

  g_ptr_array_unref (self->flag_rows);
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
  g_type_ensure (RING_TYPE_DIFFERENCE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RING_APP_PATH "/ui/ring-difference-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RingDifferencePage, view);
  gtk_widget_class_bind_template_child (widget_class, RingDifferencePage, catalogue_title);
  gtk_widget_class_bind_template_child (widget_class, RingDifferencePage, catalogue_subtitle);
  gtk_widget_class_bind_template_child (widget_class, RingDifferencePage, bench_title);
  gtk_widget_class_bind_template_child (widget_class, RingDifferencePage, bench_subtitle);
  gtk_widget_class_bind_template_child (widget_class, RingDifferencePage, measures);
  gtk_widget_class_bind_template_child (widget_class, RingDifferencePage, flags_group);
  gtk_widget_class_bind_template_child (widget_class, RingDifferencePage, word_row);
}

static void
ring_difference_page_init (RingDifferencePage *self)
{
  self->flag_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
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
      ring_difference_view_set (self->view, NULL, NULL, NULL);
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

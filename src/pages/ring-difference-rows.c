/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-difference-rows.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-catalogue-text.h"
#include "ring-number.h"
#include "ring-parts.h"

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

char *
ring_difference_value_text (const RingMeasure *measure, const char *value)
{
  g_autofree char *text = NULL;

  if (value != NULL && g_str_equal (measure->id, "price"))
    return price_text (value);
  text = ring_measure_format (measure, value);
  return value == NULL || measure->unit[0] == '\0' ? g_steal_pointer (&text) : group_digits (text);
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
  g_autofree char *text = ring_difference_value_text (measure, value);
  GtkWidget *label = new_label (text, "measure-value", 0);

  gtk_widget_add_css_class (label, "numeric");
  if (value == NULL)
    gtk_widget_add_css_class (label, "dim-label");
  if (g_utf8_strlen (text, -1) > 22 || !g_unichar_isdigit (g_utf8_get_char (text)))
    gtk_widget_add_css_class (label, "words");
  gtk_label_set_selectable (GTK_LABEL (label), value != NULL);
  return label;
}

/* ------------------------------------------------------------------------- evidence */

static const char *
name_cited (const char *kind)
{
  static const struct
  {
    const char *kind, *name;
  } names[] = {
    { RING_RECORD_STONE, N_ ("Open the Stone’s Card") },
    { RING_RECORD_ENTRY, N_ ("Open the Conversation") },
    { RING_RECORD_COMMISSION, N_ ("Open the Order") },
    { RING_RECORD_ESTIMATE, N_ ("Open the Estimate") },
    { RING_RECORD_MAKING, N_ ("Open How It Is Made") },
    { RING_RECORD_PART, N_ ("Open How It Is Made") },
    { RING_RECORD_CHOICE, N_ ("Open the Catalogue") },
    { RING_CITES_STROKE, N_ ("Show the Stroke in the Replay") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (names[i].kind, kind))
      return _ (names[i].name);
  return NULL;
}

/* NULL where the evidence is of no record that can be opened. ABOUT tells buttons apart for those who hear them. */
static GtkWidget *
new_evidence_button (const char *kind, const char *id, const char *about)
{
  const char *name = kind != NULL ? name_cited (kind) : NULL;
  g_autofree char *spoken = NULL;
  GtkWidget *button;

  if (name == NULL)
    return NULL;
  spoken = g_strdup_printf ("%s: %s", about, name);
  button = ring_parts_icon (gtk_button_new (), "go-next-symbolic", spoken);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "evidence");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.show-record");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(ss)", kind, id != NULL ? id : "");
  return button;
}

/* ------------------------------------------------------------------------- measures */

static GtkWidget *
new_gap (void)
{
  GtkWidget *gap = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_size_request (gap, 34, -1);
  return gap;
}

static GtkWidget *
new_row (GtkWidget *label, GtkWidget *catalogue, GtkWidget *bench, GtkWidget *evidence, GtkWidget *button)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *grid = gtk_grid_new ();

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
  gtk_grid_set_column_homogeneous (GTK_GRID (grid), TRUE);
  gtk_widget_set_hexpand (grid, TRUE);
  gtk_box_append (GTK_BOX (line), grid);
  /* The place of the button is kept, so that the columns stand below each other. */
  gtk_box_append (GTK_BOX (line), button != NULL ? button : new_gap ());
  gtk_widget_add_css_class (line, evidence != NULL ? "measure" : "measure-head");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), line);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  return row;
}

GtkWidget *
ring_difference_new_head_row (void)
{
  return new_row (new_label ("", NULL, 0), new_label (_("Catalogue"), "heading", 0),
                  new_label (_("Bench"), "heading", 0), NULL, NULL);
}

GtkWidget *
ring_difference_new_measure_row (const RingMeasure *measure)
{
  g_autofree char *text = evidence_text (measure);
  GtkWidget *evidence = new_label (text, "caption", 0);

  gtk_widget_add_css_class (evidence, "dim-label");
  return new_row (new_label (measure->label, "heading", 0), new_value (measure, measure->catalogue),
                  new_value (measure, measure->bench), evidence,
                  new_evidence_button (measure->kind, measure->record, measure->label));
}

/* ------------------------------------------------------------------------- flags */

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

GtkWidget *
ring_difference_new_flag_row (const RingFlag *flag)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name (flag_looks[flag->state].icon);
  const char *state = g_dpgettext2 (GETTEXT_PACKAGE, "flag", flag_looks[flag->state].label);
  GtkWidget *label = gtk_label_new (state);
  GtkWidget *button = new_evidence_button (flag->kind, flag->record, flag->label);
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
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button != NULL ? button : new_gap ());
  return row;
}


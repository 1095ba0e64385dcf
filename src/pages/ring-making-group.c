/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-making-group.h"

#include <glib/gi18n-lib.h>

#include "ring-fields.h"
#include "ring-making.h"
#include "ring-number.h"
#include "ring-parts.h"

#define WORDS 120

/* The card of a part or of an operation. */
typedef struct
{
  RingMakingGroup *group;
  char *kind, *id;
  RingFields *fields;
  GtkWidget *row;
} Card;

struct _RingMakingGroup
{
  AdwBin parent_instance;

  RingDesign *design;
  gulong changed_id;
  RingFields *fields; /* of the making */
  AdwPreferencesGroup *group;
  GtkWidget *preset, *handmade, *single;
  GPtrArray *cards; /* of Card, in the order of the records */
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RingMakingGroup, ring_making_group, ADW_TYPE_BIN)

enum
{
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
refused_cb (RingMakingGroup *self, const char *message)
{
  g_signal_emit (self, signals[REFUSED], 0, message);
}

static void
commit (RingMakingGroup *self, RingEdit *edit)
{
  if (!ring_design_commit (self->design, edit))
    refused_cb (self, _ ("This design is read-only. Save it under another name first."));
}

static const char *
find_label (const RingMakingValue *values, guint n, const char *value)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (values[i].value, value) == 0)
      return _ (values[i].label);
  return value != NULL ? value : C_ ("field", "Not recorded");
}

/* -------------------------------------------------------------------- cards */

static void
card_free (gpointer data)
{
  Card *card = data;

  g_clear_object (&card->fields);
  g_free (card->kind);
  g_free (card->id);
  g_free (card);
}

static gboolean
is_part (const Card *card)
{
  return g_str_equal (card->kind, RING_RECORD_PART);
}

/* What a folded card says: "Shank", "From sheet, wire or grain"; "Setting stones", "By hand · Anna · 3 h". */
static void
show_card (Card *card)
{
  const RingRecord *record = ring_fields_get_record (card->fields);
  guint n, n_hands;
  const RingMakingValue *values = is_part (card) ? ring_making_methods (&n) : ring_making_operations (&n);
  const RingMakingValue *hands = ring_making_hands (&n_hands);
  g_autoptr (GString) text = g_string_new (NULL);
  const char *title;

  if (record == NULL)
    return;
  if (is_part (card))
    {
      title = ring_record_get_or (record, "name", _ ("Part"));
      g_string_append (text, find_label (values, n, ring_record_get (record, "method")));
    }
  else
    {
      title = find_label (values, n, ring_record_get (record, "what"));
      g_string_append (text, find_label (hands, n_hands, ring_record_get (record, "by")));
      if (ring_record_get (record, "who") != NULL)
        g_string_append_printf (text, " · %s", ring_record_get (record, "who"));
      if (ring_record_get (record, "hours") != NULL)
        g_string_append_printf (text, " · %s h", ring_record_get (record, "hours"));
    }
  g_object_set (card->row, "use-markup", FALSE, "title", title, "subtitle", text->str, NULL);
}

static void
remove_cb (Card *card)
{
  RingDesign *design = card->group->design;
  RingEdit *edit = ring_edit_new (ring_design_get_drawing (design),
                                  is_part (card) ? _ ("Remove Part") : _ ("Remove Operation"));

  ring_edit_remove_record (edit, card->kind, card->id);
  commit (card->group, edit);
}

/* A row that offers VALUES for a field. */
static GtkWidget *
new_combo (RingFields *fields, const char *name, const char *title, const RingMakingValue *values, guint n)
{
  GtkWidget *row = adw_combo_row_new ();
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) labels = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (ids, (gpointer) values[i].value);
      g_ptr_array_add (labels, (gpointer) _ (values[i].label));
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (labels, NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  ring_fields_bind_combo (fields, ADW_COMBO_ROW (row), name, (const char *const *) ids->pdata,
                          (const char *const *) labels->pdata);
  return row;
}

static void
add_combo (Card *card, const char *name, const char *title, const RingMakingValue *values, guint n)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (card->row), new_combo (card->fields, name, title, values, n));
}

static void
add_entry (Card *card, const char *name, const char *title)
{
  adw_expander_row_add_row (ADW_EXPANDER_ROW (card->row),
                            ring_fields_new_entry_row (card->fields, name, title, WORDS));
}

static void
fill_card (Card *card)
{
  guint n, n_hands;
  const RingMakingValue *values = is_part (card) ? ring_making_methods (&n) : ring_making_operations (&n);
  const RingMakingValue *hands = ring_making_hands (&n_hands);

  if (is_part (card))
    {
      add_entry (card, "name", C_ ("making", "Name"));
      add_combo (card, "method", C_ ("making", "Made"), values, n);
      add_entry (card, "supplier", C_ ("making", "Supplier"));
      add_entry (card, "number", C_ ("making", "The supplier’s number"));
      return;
    }
  add_combo (card, "what", C_ ("making", "What"), values, n);
  add_combo (card, "by", C_ ("making", "How"), hands, n_hands);
  add_entry (card, "who", C_ ("making", "By whom"));
  adw_expander_row_add_row (
      ADW_EXPANDER_ROW (card->row),
      ring_fields_new_number_row (card->fields, "hours", C_ ("making", "Hours"), RING_MAKING_MOST_HOURS, 0.5, 2));
}

static void
add_card (RingMakingGroup *self, const RingRecord *record)
{
  Card *card = g_new0 (Card, 1);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  card->group = self;
  card->kind = g_strdup (ring_record_get_kind (record));
  card->id = g_strdup (ring_record_get_id (record));
  card->fields = ring_fields_new (card->kind, is_part (card) ? _ ("Part") : _ ("Operation"));
  card->row = adw_expander_row_new ();
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _ ("Remove This"));
  ring_parts_name (button, _ ("Remove This"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (remove_cb), card);
  adw_expander_row_add_action (ADW_EXPANDER_ROW (card->row), button);
  fill_card (card);
  g_signal_connect_swapped (card->fields, "changed", G_CALLBACK (show_card), card);
  g_signal_connect_object (card->fields, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  ring_fields_set_design (card->fields, self->design, card->id);
  adw_preferences_group_add (self->group, card->row);
  g_ptr_array_add (self->cards, card);
}

static void
clear_cards (RingMakingGroup *self)
{
  for (guint i = 0; i < self->cards->len; i++)
    adw_preferences_group_remove (self->group, ((Card *) g_ptr_array_index (self->cards, i))->row);
  g_ptr_array_set_size (self->cards, 0);
}

/* Whether there is a card for each record, in their order: then what is open stays open. */
static gboolean
has_cards (RingMakingGroup *self, const GPtrArray *records)
{
  if (records->len != self->cards->len)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    if (!g_str_equal (ring_record_get_id (g_ptr_array_index (records, i)),
                      ((Card *) g_ptr_array_index (self->cards, i))->id))
      return FALSE;
  return TRUE;
}

static void
show_cards (RingMakingGroup *self)
{
  RingDrawing *drawing = ring_design_get_drawing (self->design);
  g_autoptr (GPtrArray) records = g_ptr_array_new ();

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);
      const char *kind = ring_record_get_kind (record);

      if (g_str_equal (kind, RING_RECORD_PART) || g_str_equal (kind, RING_RECORD_OPERATION))
        g_ptr_array_add (records, (gpointer) record);
    }
  if (has_cards (self, records))
    return;
  clear_cards (self);
  for (guint i = 0; i < records->len; i++)
    add_card (self, g_ptr_array_index (records, i));
}

/* -------------------------------------------------------------------- words */

static void
show_claim (GtkWidget *row, RingMakingState state, char *evidence)
{
  static const char *const icons[]
      = { "ring-flag-unknown-symbolic", "ring-flag-clear-symbolic", "ring-flag-raised-symbolic" };
  const char *const words[] = { C_ ("claim", "not known"), C_ ("claim", "holds"), C_ ("claim", "does not hold") };
  GtkWidget *label = g_object_get_data (G_OBJECT (row), "state");
  GtkWidget *icon = g_object_get_data (G_OBJECT (row), "icon");

  gtk_label_set_label (GTK_LABEL (label), words[state]);
  gtk_image_set_from_icon_name (GTK_IMAGE (icon), icons[state]);
  g_object_set (row, "subtitle", evidence, NULL);
  g_free (evidence);
}

static void
show_claims (RingMakingGroup *self)
{
  RingDrawing *drawing = ring_design_get_drawing (self->design);
  char *evidence = NULL;
  RingMakingState state = ring_making_is_handmade (drawing, &evidence);

  show_claim (self->handmade, state, evidence);
  state = ring_making_is_one_of_a_kind (drawing, &evidence);
  show_claim (self->single, state, evidence);
}

static GtkWidget *
new_claim (const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *icon = g_object_new (GTK_TYPE_IMAGE, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle-lines", 0, NULL);
  gtk_widget_add_css_class (label, "dim-label");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
  g_object_set_data (G_OBJECT (row), "state", label);
  g_object_set_data (G_OBJECT (row), "icon", icon);
  return row;
}

static void
show_hours (RingMakingGroup *self)
{
  double hours = ring_making_get_hours (ring_design_get_drawing (self->design));
  g_autofree char *number = ring_number_format (hours, 2);
  /* Translators: a number of hours. */
  g_autofree char *text = g_strdup_printf (_ ("%s h of work recorded"), number);

  adw_preferences_group_set_description (self->group, hours > 0 ? text : NULL);
}

static void
update (RingMakingGroup *self)
{
  if (self->design == NULL)
    return;
  show_cards (self);
  show_claims (self);
  show_hours (self);
}

/* -------------------------------------------------------------------- choices */

static void
preset_cb (RingMakingGroup *self)
{
  guint selected = adw_combo_row_get_selected (ADW_COMBO_ROW (self->preset));
  guint n;
  const RingMakingValue *presets = ring_making_presets (&n);

  if (self->showing || self->design == NULL || selected == 0 || selected > n)
    return;
  commit (self, ring_making_use (self->design, presets[selected - 1].value));
  /* It is a beginning, not a state: what follows may differ. */
  self->showing = TRUE;
  adw_combo_row_set_selected (ADW_COMBO_ROW (self->preset), 0);
  self->showing = FALSE;
}

static void
setup_line_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_list_item_set_child (item, ring_parts_new_label (""));
}

static void
bind_line_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  gtk_label_set_text (GTK_LABEL (gtk_list_item_get_child (item)),
                      gtk_string_object_get_string (gtk_list_item_get_item (item)));
}

/* Lines that can be read to their ends: the list's own are cut after some twenty letters. */
static void
show_whole_lines (AdwComboRow *row)
{
  g_autoptr (GtkListItemFactory) lines = gtk_signal_list_item_factory_new ();

  g_signal_connect (lines, "setup", G_CALLBACK (setup_line_cb), NULL);
  g_signal_connect (lines, "bind", G_CALLBACK (bind_line_cb), NULL);
  adw_combo_row_set_list_factory (row, lines);
}

static GtkWidget *
new_preset (RingMakingGroup *self)
{
  guint n;
  const RingMakingValue *presets = ring_making_presets (&n);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("Choose…"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list, _ (presets[i].label));
  self->preset = adw_combo_row_new ();
  g_object_set (self->preset, "title", C_ ("making", "Begin with"), "tooltip-text",
                _ ("Puts the parts and operations of one way of making in the place of those below"), NULL);
  adw_combo_row_set_model (ADW_COMBO_ROW (self->preset), G_LIST_MODEL (list));
  show_whole_lines (ADW_COMBO_ROW (self->preset));
  g_signal_connect_object (self->preset, "notify::selected", G_CALLBACK (preset_cb), self, G_CONNECT_SWAPPED);
  return self->preset;
}

static void
add_record (RingMakingGroup *self, const char *kind, char letter, const char *label)
{
  g_autofree char *id = NULL;
  g_autoptr (RingRecord) record = NULL;
  RingEdit *edit;

  if (self->design == NULL)
    return;
  id = ring_design_new_id (self->design, letter);
  record = ring_record_new (kind, id);
  edit = ring_edit_new (ring_design_get_drawing (self->design), label);
  ring_edit_set_record (edit, record);
  commit (self, edit);
  for (guint i = 0; i < self->cards->len; i++)
    {
      Card *card = g_ptr_array_index (self->cards, i);

      if (g_str_equal (card->id, id))
        adw_expander_row_set_expanded (ADW_EXPANDER_ROW (card->row), TRUE);
    }
}

static void
part_cb (RingMakingGroup *self)
{
  add_record (self, RING_RECORD_PART, 'm', _ ("Part"));
}

static void
operation_cb (RingMakingGroup *self)
{
  add_record (self, RING_RECORD_OPERATION, 'o', _ ("Operation"));
}

static GtkWidget *
new_buttons (RingMakingGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const struct
  {
    const char *label;
    GCallback clicked;
  } buttons[] = { { _ ("Add Part"), G_CALLBACK (part_cb) }, { _ ("Add Operation"), G_CALLBACK (operation_cb) } };

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  gtk_widget_set_margin_top (box, 12);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      GtkWidget *button = gtk_button_new_with_label (buttons[i].label);

      gtk_widget_set_hexpand (button, TRUE);
      g_signal_connect_object (button, "clicked", buttons[i].clicked, self, G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static void
ring_making_group_dispose (GObject *object)
{
  RingMakingGroup *self = RING_MAKING_GROUP (object);

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  g_ptr_array_set_size (self->cards, 0);
  g_clear_object (&self->fields);
  g_clear_object (&self->design);
  G_OBJECT_CLASS (ring_making_group_parent_class)->dispose (object);
}

static void
ring_making_group_finalize (GObject *object)
{
  g_ptr_array_unref (RING_MAKING_GROUP (object)->cards);
  G_OBJECT_CLASS (ring_making_group_parent_class)->finalize (object);
}

static void
ring_making_group_class_init (RingMakingGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_making_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_making_group_finalize;
  signals[REFUSED] = g_signal_new ("refused", RING_TYPE_MAKING_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
ring_making_group_init (RingMakingGroup *self)
{
  guint n;
  const RingMakingValue *moulds = ring_making_moulds (&n);

  self->cards = g_ptr_array_new_with_free_func (card_free);
  self->fields = ring_fields_new (RING_RECORD_MAKING, C_ ("panel", "Making"));
  g_signal_connect_object (self->fields, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->handmade = new_claim (_ ("Handmade"));
  self->single = new_claim (_ ("One of a kind"));
  adw_preferences_group_set_title (self->group, C_ ("panel", "Making"));
  adw_preferences_group_add (self->group, new_preset (self));
  adw_preferences_group_add (self->group,
                             new_combo (self->fields, "mould", C_ ("making", "Model or mould"), moulds, n));
  adw_preferences_group_add (self->group,
                             ring_fields_new_number_row (self->fields, "pieces", C_ ("making", "Pieces made"),
                                                         RING_MAKING_MOST_PIECES, 1, 0));
  adw_preferences_group_add (self->group, self->handmade);
  adw_preferences_group_add (self->group, self->single);
  /* Rows that come later stand before it. */
  adw_preferences_group_add (self->group, new_buttons (self));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

void
ring_making_group_set_design (RingMakingGroup *self, RingDesign *design)
{
  g_return_if_fail (RING_IS_MAKING_GROUP (self));

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  clear_cards (self);
  g_set_object (&self->design, design);
  ring_fields_set_design (self->fields, design, NULL);
  if (design == NULL)
    return;
  self->changed_id = g_signal_connect_swapped (design, "changed", G_CALLBACK (update), self);
  update (self);
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-talk-group.h"

#include <glib/gi18n-lib.h>

#include "ring-parts.h"
#include "ring-row-list.h"
#include "ring-talk-hand.h"
#include "ring-talk.h"

/* So many are shown until all are asked for. */
#define FEW 8

struct _RingTalkGroup
{
  AdwBin parent_instance;

  RingDesign *design;
  RingCanvas *canvas;
  AdwPreferencesGroup *group;
  GtkWidget *who, *entry, *place, *hand_button, *remove; /* the field */
  RingTalkHand hand;
  RingRowList *rows;
  char *corrected; /* id of the entry in the field; NULL for a new one */
  gboolean all;
};

G_DEFINE_FINAL_TYPE (RingTalkGroup, ring_talk_group, ADW_TYPE_BIN)

static gboolean
is_jeweler (RingTalkGroup *self)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (self->who)));
}

static void
set_jeweler (RingTalkGroup *self, gboolean jeweler)
{
  GtkWidget *button = jeweler ? gtk_widget_get_last_child (self->who)
                              : gtk_widget_get_first_child (self->who);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

/* The field is empty, for something new. */
static void
begin_new (RingTalkGroup *self)
{
  g_clear_pointer (&self->corrected, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_set_visible (self->remove, FALSE);
  gtk_widget_set_visible (self->place, TRUE);
  gtk_widget_set_visible (self->hand_button, TRUE);
}

static void
begin_correction (RingTalkGroup *self, const RingTalk *talk)
{
  g_free (self->corrected);
  self->corrected = g_strdup (talk->id);
  set_jeweler (self, talk->jeweler);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), talk->text);
  gtk_widget_set_visible (self->remove, TRUE);
  gtk_widget_set_visible (self->place, FALSE);
  gtk_widget_set_visible (self->hand_button, FALSE);
  gtk_widget_grab_focus (self->entry);
}

static void
commit (RingTalkGroup *self, RingEdit *edit)
{
  if (edit != NULL)
    ring_design_commit (self->design, edit);
}

static void
said_cb (RingTalkGroup *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  gboolean here = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->place));
  RingPoint point = { 0, 0 };
  const RingView *view
      = here && self->canvas != NULL ? ring_canvas_get_view (self->canvas, &point) : NULL;

  if (self->design == NULL || ring_design_get_read_only (self->design))
    return;
  if (self->corrected != NULL)
    commit (self, ring_talk_correct (self->design, self->corrected, is_jeweler (self), text));
  else
    commit (self, ring_talk_say (self->design, is_jeweler (self), text, view, point));
  begin_new (self);
}

static void
remove_cb (RingTalkGroup *self)
{
  if (self->corrected != NULL)
    commit (self, ring_talk_remove (self->design, self->corrected));
  begin_new (self);
}

static gboolean
key_cb (RingTalkGroup *self, guint key)
{
  if (key != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;
  if (self->corrected != NULL || gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] != '\0')
    begin_new (self);
  else if (self->canvas != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
  return GDK_EVENT_STOP;
}

/* ------------------------------------------------------------- handwriting */

static void
show_hand (RingTalkGroup *self)
{
  gboolean writing = self->hand.before != NULL;

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->hand_button), writing);
  gtk_widget_set_sensitive (self->entry, !writing);
  gtk_widget_set_sensitive (self->place, !writing);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry),
                                  writing ? _ ("Write on the sheet, then tap the pen again")
                                          : _ ("What was said"));
}

static void
hand_cb (RingTalkGroup *self)
{
  gboolean writing = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->hand_button));

  if (self->design == NULL || writing == (self->hand.before != NULL))
    return;
  if (writing)
    {
      ring_talk_hand_begin (&self->hand, self->design, self->canvas);
      gtk_widget_activate_action (GTK_WIDGET (self), "win.instrument", "s", "fine-liner");
      if (self->canvas != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (self->canvas));
    }
  else
    commit (self, ring_talk_hand_end (&self->hand, self->design, is_jeweler (self)));
  show_hand (self);
}

/* -------------------------------------------------------------------- rows */

static char *
format_when (const RingTalk *talk)
{
  /* TRANSLATORS: who says something in the conversation. */
  const char *who = talk->jeweler ? C_ ("conversation", "Jeweler") : C_ ("conversation", "Client");
  g_autoptr (GDateTime) utc = g_date_time_new_from_unix_utc (talk->at / 1000);
  g_autoptr (GDateTime) local = utc != NULL ? g_date_time_to_local (utc) : NULL;
  g_autofree char *when = NULL;

  if (talk->at == 0 || local == NULL)
    return g_strdup (who);
  /* TRANSLATORS: a day and a time for strftime(). */
  when = g_date_time_format (local, _ ("%-d %B %Y, %H:%M"));
  return g_strdup_printf ("%s, %s", who, when);
}

static gboolean
find (RingTalkGroup *self, const char *id, RingTalk *talk)
{
  return self->design != NULL
         && ring_talk_init (talk, ring_drawing_find_record (ring_design_get_drawing (self->design),
                                                            RING_RECORD_ENTRY, id));
}

static void
activated_cb (AdwActionRow *row, RingTalkGroup *self)
{
  RingTalk talk;

  if (find (self, gtk_widget_get_name (GTK_WIDGET (row)), &talk))
    begin_correction (self, &talk);
}

static void
show_place_cb (GtkButton *button, RingTalkGroup *self)
{
  RingPoint paper;
  RingTalk talk;

  if (self->canvas != NULL && find (self, gtk_widget_get_name (GTK_WIDGET (button)), &talk)
      && ring_talk_find_place (&talk, ring_design_get_drawing (self->design), &paper))
    ring_viewport_set_centre (ring_canvas_get_viewport (self->canvas), paper);
}

static GtkWidget *
new_row (RingTalkGroup *self, const RingTalk *talk, GHashTable *ink)
{
  GtkWidget *row = adw_action_row_new ();
  GPtrArray *strokes = talk->ink != NULL ? g_hash_table_lookup (ink, talk->ink) : NULL;
  const char *words = talk->ink != NULL && talk->text[0] == '\0' ? _ ("By hand") : talk->text;
  g_autofree char *text = g_markup_escape_text (words, -1);
  g_autofree char *when = format_when (talk);
  RingPoint paper;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), when);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_name (row, talk->id);
  gtk_widget_set_tooltip_text (row, _ ("Correct or remove this"));
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, 0);
  if (strokes != NULL && strokes->len > 0)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), ring_talk_hand_new_ink (strokes));
  if (ring_talk_find_place (talk, ring_design_get_drawing (self->design), &paper))
    {
      GtkWidget *button
          = ring_parts_icon (gtk_button_new (), "find-location-symbolic", _ ("Show Where"));

      gtk_widget_set_name (button, talk->id);
      gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
      gtk_widget_add_css_class (button, "flat");
      g_signal_connect_object (button, "clicked", G_CALLBACK (show_place_cb), self, 0);
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
    }
  return row;
}

static void
all_cb (RingTalkGroup *self)
{
  self->all = TRUE;
  ring_talk_group_update (self);
}

static GtkWidget *
new_all_row (RingTalkGroup *self, guint n)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *text = g_strdup_printf (_ ("Show All %u"), n);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "dim-label");
  g_signal_connect_object (row, "activated", G_CALLBACK (all_cb), self, G_CONNECT_SWAPPED);
  return row;
}

/* What the rows depend on, in one text: they are made again only when it is another. */
static char *
describe (RingTalkGroup *self, const GArray *list)
{
  GString *text = g_string_new (self->all ? "all" : "");

  for (guint i = 0; i < list->len; i++)
    {
      const RingTalk *talk = &g_array_index (list, RingTalk, i);
      RingPoint paper;

      g_string_append_printf (text, "\n%s %d %d %s", talk->id, talk->jeweler,
                              ring_talk_find_place (
                                  talk, ring_design_get_drawing (self->design), &paper),
                              talk->text);
    }
  return g_string_free (text, FALSE);
}

void
ring_talk_group_update (RingTalkGroup *self)
{
  g_autoptr (GArray) list = NULL;
  g_autoptr (GHashTable) ink = NULL;
  RingTalk talk;
  guint n;

  g_return_if_fail (RING_IS_TALK_GROUP (self));

  if (self->design == NULL)
    return;
  if (self->corrected != NULL && !find (self, self->corrected, &talk))
    begin_new (self);
  gtk_widget_set_sensitive (self->entry,
                            !ring_design_get_read_only (self->design) && self->hand.before == NULL);
  gtk_widget_set_sensitive (self->hand_button, !ring_design_get_read_only (self->design));
  list = ring_talk_list (ring_design_get_drawing (self->design));
  if (!ring_row_list_begin (self->rows, describe (self, list)))
    return;
  ink = ring_talk_collect_ink (ring_design_get_drawing (self->design), NULL);
  n = self->all ? list->len : MIN (list->len, FEW);
  for (guint i = 0; i < n; i++)
    ring_row_list_add (self->rows, new_row (self, &g_array_index (list, RingTalk, list->len - 1 - i), ink));
  if (n < list->len)
    ring_row_list_add (self->rows, new_all_row (self, list->len));
}

/* ------------------------------------------------------------------ object */

static void
ring_talk_group_dispose (GObject *object)
{
  RingTalkGroup *self = RING_TALK_GROUP (object);

  ring_talk_hand_clear (&self->hand);
  g_clear_object (&self->design);
  g_clear_object (&self->canvas);
  G_OBJECT_CLASS (ring_talk_group_parent_class)->dispose (object);
}

static void
ring_talk_group_finalize (GObject *object)
{
  RingTalkGroup *self = RING_TALK_GROUP (object);

  ring_row_list_free (self->rows);
  g_free (self->corrected);
  G_OBJECT_CLASS (ring_talk_group_parent_class)->finalize (object);
}

static void
ring_talk_group_class_init (RingTalkGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_talk_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_talk_group_finalize;
}

/* Of a look at the drawing while somebody speaks no more than a glance is needed: who, words, Enter. */
static GtkWidget *
new_field (RingTalkGroup *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->who = ring_parts_add_linked (box);
  ring_parts_name (self->who, _ ("Who Said It"));
  ring_parts_add_toggle (self->who, NULL, C_ ("conversation", "Client"), _ ("The client said it (Q)"),
                         NULL, NULL);
  ring_parts_add_toggle (self->who, NULL, C_ ("conversation", "Jeweler"),
                         _ ("The jeweler said it (Shift+Q)"), NULL, NULL);
  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), RING_TALK_MAX_CHARS);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("What was said"));
  ring_parts_name (self->entry, _ ("What was said"));
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (said_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  self->place = ring_parts_icon (gtk_toggle_button_new (), "find-location-symbolic",
                                 _ ("About the Place Where the Pen Was Last"));
  self->hand_button = ring_parts_icon (gtk_toggle_button_new (), "ring-fine-liner-symbolic",
                                       _ ("Write It by Hand on the Sheet"));
  g_signal_connect_object (self->hand_button, "toggled", G_CALLBACK (hand_cb), self, G_CONNECT_SWAPPED);
  self->remove = ring_parts_icon (gtk_button_new (), "user-trash-symbolic", _ ("Remove This Entry"));
  gtk_widget_set_visible (self->remove, FALSE);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), self->place);
  gtk_box_append (GTK_BOX (line), self->hand_button);
  gtk_box_append (GTK_BOX (line), self->remove);
  gtk_box_append (GTK_BOX (box), line);
  return ring_parts_new_field_row (_ ("What was said"), box);
}

static void
ring_talk_group_init (RingTalkGroup *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->rows = ring_row_list_new (self->group);
  adw_preferences_group_set_title (self->group, C_ ("panel", "Conversation"));
  adw_preferences_group_add (self->group, new_field (self));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  set_jeweler (self, FALSE);
}

void
ring_talk_group_set_design (RingTalkGroup *self, RingDesign *design)
{
  g_return_if_fail (RING_IS_TALK_GROUP (self));

  ring_talk_hand_clear (&self->hand);
  show_hand (self);
  g_set_object (&self->design, design);
  /* Another design may have said the same at another time. */
  ring_row_list_forget (self->rows);
  self->all = FALSE;
  begin_new (self);
  ring_talk_group_update (self);
}

void
ring_talk_group_set_canvas (RingTalkGroup *self, RingCanvas *canvas)
{
  g_return_if_fail (RING_IS_TALK_GROUP (self));

  g_set_object (&self->canvas, canvas);
}

void
ring_talk_group_write (RingTalkGroup *self, gboolean jeweler)
{
  g_return_if_fail (RING_IS_TALK_GROUP (self));

  set_jeweler (self, jeweler);
  gtk_widget_grab_focus (self->entry);
  /* What is said stands below the field. */
  ring_parts_scroll_to (GTK_WIDGET (self));
}

/* The row called ID in WIDGET or below it. */
static GtkWidget *
find_row (GtkWidget *widget, const char *id)
{
  GtkWidget *found = NULL;

  if (GTK_IS_LIST_BOX_ROW (widget) && g_str_equal (gtk_widget_get_name (widget), id))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_row (child, id);
  return found;
}

void
ring_talk_group_show (RingTalkGroup *self, const char *id)
{
  GtkWidget *row;

  g_return_if_fail (RING_IS_TALK_GROUP (self));

  self->all = TRUE;
  ring_talk_group_update (self);
  row = find_row (GTK_WIDGET (self->group), id);
  if (row != NULL)
    gtk_widget_grab_focus (row);
  ring_parts_scroll_to (row != NULL ? row : GTK_WIDGET (self));
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-task-group.h"

#include <glib/gi18n-lib.h>

#include "ring-clock.h"
#include "ring-parts.h"
#include "ring-row-list.h"
#include "ring-task.h"

struct _RingTaskGroup
{
  AdwBin parent_instance;

  RingDesign *design;
  AdwPreferencesGroup *group;
  GtkWidget *entry, *remove; /* the field */
  RingRowList *rows;
  char *corrected; /* id of the task in the field; NULL for a new one */
};

G_DEFINE_FINAL_TYPE (RingTaskGroup, ring_task_group, ADW_TYPE_BIN)

enum
{
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
begin_new (RingTaskGroup *self)
{
  g_clear_pointer (&self->corrected, g_free);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_widget_set_visible (self->remove, FALSE);
}

static void
commit (RingTaskGroup *self, RingEdit *edit)
{
  if (edit != NULL)
    ring_design_commit (self->design, edit);
}

/* A day that is none stays in the field for another try. */
static void
written_cb (RingTaskGroup *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GError) error = NULL;
  RingEdit *edit;

  if (self->design == NULL || ring_design_get_read_only (self->design))
    return;
  edit = self->corrected != NULL
             ? ring_task_correct (self->design, self->corrected, text, &error)
             : ring_task_add (self->design, text, &error);
  if (error != NULL)
    {
      g_signal_emit (self, signals[REFUSED], 0, error->message);
      return;
    }
  begin_new (self);
  commit (self, edit);
}

static void
remove_cb (RingTaskGroup *self)
{
  g_autofree char *id = g_steal_pointer (&self->corrected);

  begin_new (self);
  if (id != NULL)
    commit (self, ring_task_remove (self->design, id));
}

static gboolean
key_cb (RingTaskGroup *self, guint key)
{
  if (key != GDK_KEY_Escape || gtk_editable_get_text (GTK_EDITABLE (self->entry))[0] == '\0')
    return GDK_EVENT_PROPAGATE;
  begin_new (self);
  return GDK_EVENT_STOP;
}

/* -------------------------------------------------------------------- rows */

static char *
format_when (const RingTask *task)
{
  if (task->done != NULL)
    /* TRANSLATORS: of a task, with its day. */
    return g_strdup_printf (_ ("Done %s"), task->done);
  if (task->due == NULL)
    return NULL;
  if (task->days == 0)
    return g_strdup (_ ("Due today"));
  if (task->days > 0)
    /* TRANSLATORS: of a task: days from now, then the day. */
    return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "Due in %d day, %s", "Due in %d days, %s",
                                         (gulong) task->days),
                            task->days, task->due);
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%d day late, it was due %s",
                                       "%d days late, it was due %s", (gulong) -task->days),
                          -task->days, task->due);
}

static gboolean
find (RingTaskGroup *self, const char *id, RingTask *task)
{
  return self->design != NULL
         && ring_task_init (task,
                            ring_drawing_find_record (ring_design_get_drawing (self->design),
                                                      RING_RECORD_TASK, id),
                            ring_clock_now_ms ());
}

static void
activated_cb (AdwActionRow *row, RingTaskGroup *self)
{
  g_autofree char *text = NULL;
  RingTask task;

  if (!find (self, gtk_widget_get_name (GTK_WIDGET (row)), &task))
    return;
  g_free (self->corrected);
  self->corrected = g_strdup (task.id);
  text = ring_task_format (&task);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_set_visible (self->remove, TRUE);
  gtk_widget_grab_focus (self->entry);
}

static void
ticked_cb (GtkCheckButton *check, RingTaskGroup *self)
{
  commit (self, ring_task_set_done (self->design, gtk_widget_get_name (GTK_WIDGET (check)),
                                    gtk_check_button_get_active (check)));
}

static GtkWidget *
new_row (RingTaskGroup *self, const RingTask *task)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  g_autofree char *when = format_when (task);
  gboolean changes = !ring_design_get_read_only (self->design);

  g_object_set (row, "use-markup", FALSE, NULL);
  g_object_set (row, "title", task->text, "subtitle", when, NULL);
  gtk_widget_set_name (row, task->id);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), changes);
  gtk_widget_set_tooltip_text (row, _ ("Correct or remove this"));
  g_signal_connect_object (row, "activated", G_CALLBACK (activated_cb), self, 0);
  if (task->done != NULL)
    gtk_widget_add_css_class (row, "dim-label");
  else if (task->due != NULL && task->days <= 0)
    gtk_widget_add_css_class (row, "task-due");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), task->done != NULL);
  gtk_widget_set_name (check, task->id);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_widget_set_sensitive (check, changes);
  ring_parts_name (check, task->text);
  g_signal_connect_object (check, "toggled", G_CALLBACK (ticked_cb), self, 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  return row;
}

/* What the rows depend on, in one text: they are made again only when it is another. */
static char *
describe (RingTaskGroup *self, const GArray *list)
{
  GString *text = g_string_new (ring_design_get_read_only (self->design) ? "read-only" : "");

  for (guint i = 0; i < list->len; i++)
    {
      const RingTask *task = &g_array_index (list, RingTask, i);

      g_string_append_printf (text, "\n%s %s %s %d %s", task->id, task->due, task->done, task->days,
                              task->text);
    }
  return g_string_free (text, FALSE);
}

void
ring_task_group_update (RingTaskGroup *self)
{
  g_autoptr (GArray) list = NULL;
  RingTask task;

  g_return_if_fail (RING_IS_TASK_GROUP (self));

  if (self->design == NULL)
    return;
  if (self->corrected != NULL && !find (self, self->corrected, &task))
    begin_new (self);
  gtk_widget_set_sensitive (self->entry, !ring_design_get_read_only (self->design));
  list = ring_task_list (ring_design_get_drawing (self->design), ring_clock_now_ms ());
  if (!ring_row_list_begin (self->rows, describe (self, list)))
    return;
  for (guint i = 0; i < list->len; i++)
    ring_row_list_add (self->rows, new_row (self, &g_array_index (list, RingTask, i)));
}

/* ------------------------------------------------------------------ object */

static void
ring_task_group_dispose (GObject *object)
{
  g_clear_object (&RING_TASK_GROUP (object)->design);
  G_OBJECT_CLASS (ring_task_group_parent_class)->dispose (object);
}

static void
ring_task_group_finalize (GObject *object)
{
  RingTaskGroup *self = RING_TASK_GROUP (object);

  ring_row_list_free (self->rows);
  g_free (self->corrected);
  G_OBJECT_CLASS (ring_task_group_parent_class)->finalize (object);
}

static void
ring_task_group_class_init (RingTaskGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_task_group_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_task_group_finalize;
  signals[REFUSED] = g_signal_new ("refused", RING_TYPE_TASK_GROUP, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
new_field (RingTaskGroup *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), RING_TASK_MAX_CHARS);
  /* TRANSLATORS: behind an @ stands the day; +10 is ten days from now. */
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Order the claws @+10"));
  gtk_widget_set_tooltip_text (self->entry, _ ("What is to do; behind an @ the day it is due"));
  ring_parts_name (self->entry, _ ("What is to do"));
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (written_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->entry, keys);
  self->remove = ring_parts_icon (gtk_button_new (), "user-trash-symbolic", _ ("Remove This Task"));
  gtk_widget_set_visible (self->remove, FALSE);
  g_signal_connect_object (self->remove, "clicked", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), self->remove);
  return ring_parts_new_field_row (_ ("What is to do"), line);
}

static void
ring_task_group_init (RingTaskGroup *self)
{
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  self->rows = ring_row_list_new (self->group);
  adw_preferences_group_set_title (self->group, C_ ("panel", "To Do"));
  adw_preferences_group_add (self->group, new_field (self));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
}

void
ring_task_group_set_design (RingTaskGroup *self, RingDesign *design)
{
  g_return_if_fail (RING_IS_TASK_GROUP (self));

  g_set_object (&self->design, design);
  ring_row_list_forget (self->rows);
  begin_new (self);
  ring_task_group_update (self);
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-catalogue-extras.h"
#include "ring-catalogue-page.h"
#include "ring-catalogue-result.h"
#include "ring-catalogue-stage.h"
#include "ring-catalogue-text.h"
#include "ring-menu-row.h"
#include "ring-order-window.h"
#include "ring-parts.h"
#include "ring-stopwatch.h"

struct _RingCataloguePage
{
  AdwBin parent_instance;

  RingCatalogue *catalogue;
  RingCatalogueArt *art;
  RingDesign *design;
  gulong changed_id;
  RingChoice choice;
  RingStopwatch watch; /* of choosing this design's ring */
  guint second_id;     /* shows it, while the page is shown */
  gboolean showing;    /* rows follow the choice just now */
  GPtrArray *rows; /* of RingMenuRow, one a menu */

  RingCatalogueStage *stage;
  RingCatalogueResult *result;
  RingCatalogueExtras *extras;
  GtkLabel *unavailable_label;
  AdwPreferencesGroup *menus_group;
  AdwEntryRow *number_row;
};

G_DEFINE_FINAL_TYPE (RingCataloguePage, ring_catalogue_page, ADW_TYPE_BIN)

static gboolean
is_made (RingCataloguePage *self, const char **reason)
{
  return ring_catalogue_is_made (self->catalogue, &self->choice, reason);
}

static void
show_time (RingCataloguePage *self)
{
  ring_catalogue_result_set_seconds (self->result,
                                     ring_stopwatch_get (&self->watch, g_get_monotonic_time ()));
}

static RingCatalogueAnswer *
get_answer (RingCataloguePage *self)
{
  return ring_catalogue_stage_get_answer (self->stage);
}

static void
show_choice (RingCataloguePage *self)
{
  self->showing = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    ring_menu_row_set_choice (g_ptr_array_index (self->rows, i), &self->choice);
  self->showing = FALSE;
  ring_catalogue_extras_set_choice (self->extras, &self->choice);
  ring_catalogue_stage_show (self->stage, &self->choice);
  ring_catalogue_answer_set_made (get_answer (self), is_made (self, NULL));
  ring_catalogue_result_show (self->result, self->catalogue, &self->choice);
  show_time (self);
}

/* A ring that is not made has no number, so nothing of it is recorded; it only stays in the
 * menus, with the reason beside it. */
static void
commit_choice (RingCataloguePage *self, const char *what)
{
  g_autoptr (RingRecord) record = NULL;
  g_autofree char *key = NULL;
  RingEdit *edit;

  ring_stopwatch_mark (&self->watch, g_get_monotonic_time ());
  ring_catalogue_answer_hide (get_answer (self));
  show_choice (self);
  if (self->design == NULL || !is_made (self, NULL))
    return;
  record = ring_catalogue_make_choice (self->catalogue, &self->choice, self->watch.seconds);
  edit = ring_edit_new (ring_design_get_drawing (self->design), _("Choice"));
  ring_edit_set_record (edit, record);
  key = g_strdup_printf ("choice/%s", what);
  ring_edit_set_merge_key (edit, key);
  ring_design_commit (self->design, edit);
}

static void
chosen_cb (RingMenuRow *row, guint option, RingCataloguePage *self)
{
  guint i = 0;

  if (self->showing || !g_ptr_array_find (self->rows, row, &i))
    return;
  self->choice.option[i] = option;
  /* A finish of the limited edition alone, or another one, says which it is. */
  if (g_str_equal (ring_catalogue_get_menu (self->catalogue, i)->id, "finish"))
    {
      self->choice.limited = FALSE;
      self->choice.limited = ring_choice_is_limited (self->catalogue, &self->choice);
    }
  commit_choice (self, ring_catalogue_get_menu (self->catalogue, i)->id);
}

/* What is tried off the menu is answered, and nothing else happens. */
static void
refuse (RingCataloguePage *self, const char *what)
{
  ring_catalogue_answer_say (get_answer (self), ring_catalogue_text_limit (what), TRUE);
}

static void
extras_changed_cb (RingCataloguePage *self, const char *what)
{
  self->choice = *ring_catalogue_extras_get_choice (self->extras);
  commit_choice (self, what);
}

/* Exactly the ring that the number stands for. */
static void
number_applied_cb (RingCataloguePage *self)
{
  g_autoptr (GError) error = NULL;
  RingChoice choice;

  if (self->catalogue == NULL)
    return;
  if (!ring_catalogue_parse_number (self->catalogue, gtk_editable_get_text (GTK_EDITABLE (self->number_row)),
                                    &choice, &error))
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->number_row), "error");
      ring_catalogue_answer_say (get_answer (self), error->message, FALSE);
      return;
    }
  /* The lettering is not in the number. */
  choice.face = self->choice.face;
  self->choice = choice;
  commit_choice (self, "number");
}

static void
number_changed_cb (RingCataloguePage *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->number_row), "error");
}

void
ring_catalogue_page_order (RingCataloguePage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->catalogue != NULL && is_made (self, NULL))
    gtk_window_present (GTK_WINDOW (ring_order_window_new (
        GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, self->catalogue, &self->choice)));
}

/* What most people order, as far as it is made: a ring that looks like a ring to begin with. */
static void
begin_choice (RingCataloguePage *self, RingChoice *choice)
{
  ring_catalogue_usual_choice (self->catalogue, choice);
  if (!ring_catalogue_is_made (self->catalogue, choice, NULL))
    ring_catalogue_first_choice (self->catalogue, choice);
}

/* What is recorded wins over what stands in the menus; without a record they keep what they had. */
static void
read_design (RingCataloguePage *self)
{
  const RingRecord *record = NULL;
  double seconds = 0;

  if (self->catalogue == NULL)
    return;
  if (self->design != NULL)
    record = ring_drawing_find_record (ring_design_get_drawing (self->design),
                                       RING_RECORD_CHOICE, NULL);
  if (record == NULL || !ring_catalogue_read_choice (self->catalogue, record, &self->choice))
    begin_choice (self, &self->choice);
  if (record != NULL && ring_record_get_number (record, "seconds", &seconds))
    self->watch.seconds = MAX (self->watch.seconds, seconds);
  show_choice (self);
}

typedef struct
{
  gboolean found;
} Search;

static void
find_choice_cb (const RingChange *change, gpointer user_data)
{
  const RingRecord *record = change->new_record != NULL ? change->new_record : change->old_record;
  Search *search = user_data;

  if (record != NULL && g_str_equal (ring_record_get_kind (record), RING_RECORD_CHOICE))
    search->found = TRUE;
}

static void
design_changed_cb (RingDesign *design, RingEdit *edit, gboolean reverted, RingCataloguePage *self)
{
  Search search = { FALSE };

  if (edit != NULL)
    ring_edit_foreach (edit, find_choice_cb, &search);
  if (edit == NULL || search.found)
    read_design (self);
}

static gboolean
focus_first_menu (RingCataloguePage *self)
{
  return self->rows->len > 0 && gtk_widget_grab_focus (g_ptr_array_index (self->rows, 0));
}

/* Who comes from outside wants to choose; the item number, which would show itself selected, is a
 * step back from there. */
static gboolean
ring_catalogue_page_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (direction == GTK_DIR_TAB_FORWARD && gtk_widget_get_focus_child (widget) == NULL
      && focus_first_menu (RING_CATALOGUE_PAGE (widget)))
    return TRUE;
  return GTK_WIDGET_CLASS (ring_catalogue_page_parent_class)->focus (widget, direction);
}

static gboolean
second_cb (gpointer data)
{
  show_time (data);
  return G_SOURCE_CONTINUE;
}

static void
ring_catalogue_page_map (GtkWidget *widget)
{
  RingCataloguePage *self = RING_CATALOGUE_PAGE (widget);
  GtkRoot *root = gtk_widget_get_root (widget);

  GTK_WIDGET_CLASS (ring_catalogue_page_parent_class)->map (widget);
  ring_stopwatch_start (&self->watch, g_get_monotonic_time ());
  if (self->second_id == 0)
    self->second_id = g_timeout_add_seconds (1, second_cb, self);
  if (root != NULL && gtk_root_get_focus (root) == NULL)
    focus_first_menu (self);
}

static void
ring_catalogue_page_unmap (GtkWidget *widget)
{
  RingCataloguePage *self = RING_CATALOGUE_PAGE (widget);

  ring_stopwatch_stop (&self->watch, g_get_monotonic_time ());
  g_clear_handle_id (&self->second_id, g_source_remove);
  ring_catalogue_answer_hide (get_answer (self));
  GTK_WIDGET_CLASS (ring_catalogue_page_parent_class)->unmap (widget);
}

static void
clear_catalogue (RingCataloguePage *self)
{
  /* The rows' pictures are of the art. */
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->menus_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  ring_catalogue_stage_set_art (self->stage, NULL);
  g_clear_pointer (&self->art, ring_catalogue_art_free);
  g_clear_pointer (&self->catalogue, ring_catalogue_unref);
}

static void
ring_catalogue_page_dispose (GObject *object)
{
  RingCataloguePage *self = RING_CATALOGUE_PAGE (object);

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  g_clear_object (&self->design);
  g_clear_handle_id (&self->second_id, g_source_remove);
  if (self->art != NULL)
    clear_catalogue (self);
  G_OBJECT_CLASS (ring_catalogue_page_parent_class)->dispose (object);
}

static void
ring_catalogue_page_finalize (GObject *object)
{
  RingCataloguePage *self = RING_CATALOGUE_PAGE (object);

  g_clear_pointer (&self->catalogue, ring_catalogue_unref);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ring_catalogue_page_parent_class)->finalize (object);
}

static void
ring_catalogue_page_class_init (RingCataloguePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ring_catalogue_page_dispose;
  object_class->finalize = ring_catalogue_page_finalize;
  g_type_ensure (RING_TYPE_CATALOGUE_EXTRAS);
  g_type_ensure (RING_TYPE_CATALOGUE_RESULT);
  g_type_ensure (RING_TYPE_CATALOGUE_STAGE);
  widget_class->focus = ring_catalogue_page_focus;
  widget_class->map = ring_catalogue_page_map;
  widget_class->unmap = ring_catalogue_page_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RING_APP_PATH "/ui/ring-catalogue-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RingCataloguePage, stage);
  gtk_widget_class_bind_template_child (widget_class, RingCataloguePage, result);
  gtk_widget_class_bind_template_child (widget_class, RingCataloguePage, extras);
  gtk_widget_class_bind_template_child (widget_class, RingCataloguePage, number_row);
  gtk_widget_class_bind_template_callback (widget_class, extras_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, refuse);
  gtk_widget_class_bind_template_callback (widget_class, number_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "order_cb",
                                                G_CALLBACK (ring_catalogue_page_order));
  gtk_widget_class_bind_template_child (widget_class, RingCataloguePage, unavailable_label);
  gtk_widget_class_bind_template_child (widget_class, RingCataloguePage, menus_group);
}

static void
ring_catalogue_page_init (RingCataloguePage *self)
{
  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  ring_parts_name_buttons (GTK_WIDGET (self));
}

static void
add_menu (RingCataloguePage *self, guint menu)
{
  GtkWidget *row = ring_menu_row_new (self->art, menu);

  adw_preferences_group_add (self->menus_group, row);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, 0);
  g_signal_connect_object (row, "refused", G_CALLBACK (refuse), self, G_CONNECT_SWAPPED);
}

static void
show_unavailable (RingCataloguePage *self, const RingLoadReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; report != NULL && i < ring_load_report_get_n (report); i++)
    {
      const RingNotice *notice = ring_load_report_get (report, i);

      if (notice->level != RING_NOTICE_INFO)
        g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", notice->message);
    }
  gtk_label_set_text (self->unavailable_label, text->str);
  gtk_widget_set_visible (GTK_WIDGET (self->unavailable_label), text->len > 0);
}

void
ring_catalogue_page_set_catalogue (RingCataloguePage *self,
                                   RingCatalogue *catalogue,
                                   const RingLoadReport *report)
{
  g_return_if_fail (RING_IS_CATALOGUE_PAGE (self));

  self->showing = TRUE;
  clear_catalogue (self);
  if (catalogue != NULL)
    {
      self->catalogue = ring_catalogue_ref (catalogue);
      self->art = ring_catalogue_art_new (catalogue);
      for (guint i = 0; i < ring_catalogue_get_n_menus (catalogue); i++)
        add_menu (self, i);
      ring_catalogue_first_choice (catalogue, &self->choice);
    }
  self->showing = FALSE;
  ring_catalogue_stage_set_art (self->stage, self->art);
  ring_catalogue_extras_set_catalogue (self->extras, catalogue);
  gtk_widget_set_sensitive (GTK_WIDGET (self->number_row), catalogue != NULL);
  ring_catalogue_result_show (self->result, catalogue, &self->choice);
  show_unavailable (self, report);
  read_design (self);
}

void
ring_catalogue_page_set_design (RingCataloguePage *self, RingDesign *design)
{
  g_return_if_fail (RING_IS_CATALOGUE_PAGE (self));

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  g_set_object (&self->design, design);
  ring_stopwatch_reset (&self->watch, g_get_monotonic_time ());
  if (design != NULL)
    self->changed_id = g_signal_connect (design, "changed", G_CALLBACK (design_changed_cb), self);
  read_design (self);
}

gboolean
ring_catalogue_page_get_choice (RingCataloguePage *self, RingChoice *choice, gboolean *made)
{
  g_return_val_if_fail (RING_IS_CATALOGUE_PAGE (self), FALSE);

  if (self->catalogue == NULL)
    return FALSE;
  *choice = self->choice;
  if (made != NULL)
    *made = is_made (self, NULL);
  return TRUE;
}

gboolean
ring_catalogue_page_choose (RingCataloguePage *self, const char *menu_id, const char *code)
{
  int i = self->catalogue != NULL ? ring_catalogue_find_menu (self->catalogue, menu_id) : -1;
  int k = i >= 0 ? ring_menu_find_option (ring_catalogue_get_menu (self->catalogue, (guint) i), code) : -1;

  if (k < 0)
    return FALSE;
  adw_combo_row_set_selected (g_ptr_array_index (self->rows, (guint) i), (guint) k);
  return TRUE;
}

char *
ring_catalogue_page_get_number (RingCataloguePage *self)
{
  char *number = NULL;

  if (self->catalogue != NULL && is_made (self, NULL))
    number = ring_catalogue_format_number (self->catalogue, &self->choice);
  return number != NULL ? number : g_strdup ("");
}

double
ring_catalogue_page_get_seconds (RingCataloguePage *self)
{
  return ring_stopwatch_get (&self->watch, g_get_monotonic_time ());
}

RingCatalogueArt *
ring_catalogue_page_get_art (RingCataloguePage *self)
{
  return self->art;
}

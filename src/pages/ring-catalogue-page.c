/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-catalogue-answer.h"
#include "ring-catalogue-art.h"
#include "ring-catalogue-page.h"
#include "ring-catalogue-result.h"
#include "ring-catalogue-text.h"
#include "ring-menu-row.h"
#include "ring-order-window.h"
#include "ring-preview.h"
#include "ring-stopwatch.h"
#include "ring-text.h"

#define ENGRAVING_CHARS 20

/* From so far on, pixels, a hand on the picture means to draw or to move something. */
#define LEAST_DRAG 8.0

/* The view through the finger stands in the corner, this part of the picture's width. */
#define FRONT_PART 0.19
#define FRONT_MARGIN 24

#define MAIN_VIEW "three-quarter"
#define FRONT_VIEW "front"

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
  gboolean answered;   /* the drag that goes on */
  RingPreview *main_preview, *front_preview;
  GPtrArray *rows; /* of RingMenuRow, one a menu */

  AdwBin *main_bin, *front_bin;
  RingCatalogueAnswer *answer;
  RingCatalogueResult *result;
  GtkLabel *unavailable_label;
  AdwPreferencesGroup *menus_group;
  AdwEntryRow *engraving_row, *number_row;
  AdwComboRow *face_row;
  GtkWidget *limited_row;
  GtkSwitch *limited_switch;
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

/* The picture in words, for who cannot see it: the options that were chosen. */
static void
describe (RingCataloguePage *self)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ring_catalogue_get_n_menus (self->catalogue); i++)
    {
      const RingMenu *menu = ring_catalogue_get_menu (self->catalogue, i);

      if (self->choice.option[i] < menu->n_options)
        g_string_append_printf (text, "%s%s: %s", i > 0 ? ", " : "", menu->label,
                                menu->options[self->choice.option[i]].label);
    }
  ring_preview_set_description (self->main_preview, text->str);
  ring_preview_set_description (self->front_preview, text->str);
}

static void show_face (RingCataloguePage *self);
static void show_limited (RingCataloguePage *self);

static void
show_choice (RingCataloguePage *self)
{
  self->showing = TRUE;
  for (guint i = 0; i < self->rows->len; i++)
    ring_menu_row_set_choice (g_ptr_array_index (self->rows, i), &self->choice);
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->engraving_row)), self->choice.engraving))
    gtk_editable_set_text (GTK_EDITABLE (self->engraving_row), self->choice.engraving);
  if (self->catalogue != NULL)
    show_limited (self);
  show_face (self);
  self->showing = FALSE;
  describe (self);

  ring_preview_set_choice (self->main_preview, &self->choice, MAIN_VIEW);
  ring_preview_set_choice (self->front_preview, &self->choice, FRONT_VIEW);
  ring_catalogue_answer_set_made (self->answer, is_made (self, NULL));
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
  ring_catalogue_answer_hide (self->answer);
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
  ring_catalogue_answer_say (self->answer, ring_catalogue_text_limit (what), TRUE);
}

static void
refused_cb (RingMenuRow *row, const char *menu_id, RingCataloguePage *self)
{
  refuse (self, menu_id);
}

static void
engraving_changed_cb (RingCataloguePage *self)
{
  GtkEditable *editable = GTK_EDITABLE (self->engraving_row);
  gboolean longer = g_utf8_strlen (gtk_editable_get_text (editable), -1) > ENGRAVING_CHARS;
  g_autofree char *text = NULL;

  if (self->showing || self->catalogue == NULL)
    return;
  text = ring_text_clean (gtk_editable_get_text (editable), ENGRAVING_CHARS);
  if (longer)
    gtk_editable_delete_text (editable, ENGRAVING_CHARS, -1);
  if (!g_str_equal (text, self->choice.engraving))
    {
      g_strlcpy (self->choice.engraving, text, sizeof self->choice.engraving);
      commit_choice (self, "engraving");
    }
  if (longer)
    refuse (self, "engraving");
}

/* The faces that the house engraves in, in the order of the program's. */
static guint
get_faces (RingCataloguePage *self, RingFace faces[RING_N_FACES])
{
  guint n = 0;

  for (RingFace face = 0; self->catalogue != NULL && face < RING_N_FACES; face++)
    if (ring_catalogue_has_face (self->catalogue, face))
      faces[n++] = face;
  return n;
}

static void
fill_faces (RingCataloguePage *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  RingFace faces[RING_N_FACES];
  guint n = get_faces (self, faces);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list, ring_face_label (faces[i]));
  adw_combo_row_set_model (self->face_row, G_LIST_MODEL (list));
}

/* Lettering is asked about where there is some, and something to choose. */
static void
show_face (RingCataloguePage *self)
{
  RingFace faces[RING_N_FACES];
  guint n = get_faces (self, faces);

  gtk_widget_set_visible (GTK_WIDGET (self->face_row), n > 1 && self->choice.engraving[0] != '\0');
  for (guint i = 0; i < n; i++)
    if (faces[i] == self->choice.face)
      adw_combo_row_set_selected (self->face_row, i);
}

static void
face_changed_cb (RingCataloguePage *self)
{
  RingFace faces[RING_N_FACES];
  guint n = get_faces (self, faces);
  guint selected = adw_combo_row_get_selected (self->face_row);

  if (self->showing || selected >= n || faces[selected] == self->choice.face)
    return;
  self->choice.face = faces[selected];
  commit_choice (self, "face");
}

static void
limited_changed_cb (RingCataloguePage *self)
{
  if (self->showing || self->catalogue == NULL)
    return;
  ring_choice_set_limited (self->catalogue, &self->choice, gtk_switch_get_active (self->limited_switch));
  commit_choice (self, "limited");
}

/* What "limited" changes: all that the other one and this one do not have in common. */
static void
show_limited (RingCataloguePage *self)
{
  g_autofree char *text = NULL;

  gtk_switch_set_active (self->limited_switch, ring_choice_is_limited (self->catalogue, &self->choice));
  text = ring_catalogue_text_limited (self->catalogue, &self->choice);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->limited_row), text);
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
      ring_catalogue_answer_say (self->answer, error->message, FALSE);
      return;
    }
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

/* Whether the hand is on the stone. */
static gboolean
is_on_stone (RingCataloguePage *self, double x, double y)
{
  RingMatrix m = ring_preview_get_matrix (self->main_preview);
  RingRect stone
      = ring_catalogue_art_get_part_bounds (self->art, &self->choice, MAIN_VIEW, "stone");

  return !ring_rect_is_empty (stone)
         && ring_rect_contains (ring_matrix_apply_rect (&m, stone), (RingPoint){ x, y });
}

static void
drag_begin_cb (RingCataloguePage *self)
{
  self->answered = FALSE;
}

static void
drag_update_cb (GtkGestureDrag *drag, double dx, double dy, RingCataloguePage *self)
{
  double x, y;

  if (self->answered || self->art == NULL || dx * dx + dy * dy < LEAST_DRAG * LEAST_DRAG
      || !gtk_gesture_drag_get_start_point (drag, &x, &y))
    return;
  self->answered = TRUE;
  refuse (self, is_on_stone (self, x, y) ? "move" : "draw");
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
  ring_catalogue_answer_hide (self->answer);
  GTK_WIDGET_CLASS (ring_catalogue_page_parent_class)->unmap (widget);
}

static void
take_art (RingCataloguePage *self)
{
  ring_preview_set_art (self->main_preview, NULL);
  ring_preview_set_art (self->front_preview, NULL);
  g_clear_pointer (&self->art, ring_catalogue_art_free);
}

static gboolean
place_front_cb (GtkOverlay *overlay, GtkWidget *front, GdkRectangle *place, RingCataloguePage *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (overlay));
  int least_width, least_height;

  if (!gtk_widget_is_ancestor (GTK_WIDGET (self->front_bin), front))
    return FALSE;
  gtk_widget_measure (front, GTK_ORIENTATION_HORIZONTAL, -1, &least_width, NULL, NULL, NULL);
  place->width = MAX (least_width, CLAMP ((int) (width * FRONT_PART), 72, 190));
  gtk_widget_measure (front, GTK_ORIENTATION_VERTICAL, place->width, &least_height, NULL, NULL, NULL);
  place->height = MAX (least_height, (int) (place->width * 1.25));
  place->x = FRONT_MARGIN;
  if (gtk_widget_get_direction (GTK_WIDGET (overlay)) == GTK_TEXT_DIR_RTL)
    place->x = width - FRONT_MARGIN - place->width;
  place->y = gtk_widget_get_height (GTK_WIDGET (overlay)) - FRONT_MARGIN / 2 - place->height;
  return TRUE;
}

static void
clear_catalogue (RingCataloguePage *self)
{
  /* The rows' pictures are of the art. */
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->menus_group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  take_art (self);
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
  g_type_ensure (RING_TYPE_CATALOGUE_ANSWER);
  g_type_ensure (RING_TYPE_CATALOGUE_RESULT);
  widget_class->focus = ring_catalogue_page_focus;
  widget_class->map = ring_catalogue_page_map;
  widget_class->unmap = ring_catalogue_page_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               RING_APP_PATH "/ui/ring-catalogue-page.ui");
  gtk_widget_class_bind_template_child (widget_class, RingCataloguePage, main_bin);
  gtk_widget_class_bind_template_child (widget_class, RingCataloguePage, front_bin);
  gtk_widget_class_bind_template_child (widget_class, RingCataloguePage, answer);
  gtk_widget_class_bind_template_child (widget_class, RingCataloguePage, result);
  gtk_widget_class_bind_template_child (widget_class, RingCataloguePage, number_row);
  gtk_widget_class_bind_template_callback (widget_class, place_front_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_applied_cb);
  gtk_widget_class_bind_template_callback (widget_class, number_changed_cb);
  gtk_widget_class_bind_template_callback_full (widget_class, "order_cb",
                                                G_CALLBACK (ring_catalogue_page_order));
  gtk_widget_class_bind_template_child (widget_class, RingCataloguePage, unavailable_label);
  gtk_widget_class_bind_template_child (widget_class, RingCataloguePage, menus_group);
  gtk_widget_class_bind_template_child (widget_class, RingCataloguePage, engraving_row);
  gtk_widget_class_bind_template_child (widget_class, RingCataloguePage, face_row);
  gtk_widget_class_bind_template_child (widget_class, RingCataloguePage, limited_row);
  gtk_widget_class_bind_template_child (widget_class, RingCataloguePage, limited_switch);
}

static void
ring_catalogue_page_init (RingCataloguePage *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  self->main_preview = RING_PREVIEW (ring_preview_new ());
  self->front_preview = RING_PREVIEW (ring_preview_new ());
  adw_bin_set_child (self->main_bin, GTK_WIDGET (self->main_preview));
  adw_bin_set_child (self->front_bin, GTK_WIDGET (self->front_preview));
  ring_preview_set_gentle (self->main_preview, TRUE);
  ring_preview_set_gentle (self->front_preview, TRUE);
  g_signal_connect_object (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "drag-update", G_CALLBACK (drag_update_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self->main_preview), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect_object (self->engraving_row, "changed", G_CALLBACK (engraving_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->face_row, "notify::selected", G_CALLBACK (face_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->limited_switch, "notify::active", G_CALLBACK (limited_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

static void
add_menu (RingCataloguePage *self, guint menu)
{
  GtkWidget *row = ring_menu_row_new (self->art, menu);

  adw_preferences_group_add (self->menus_group, row);
  g_ptr_array_add (self->rows, row);
  g_signal_connect_object (row, "chosen", G_CALLBACK (chosen_cb), self, 0);
  g_signal_connect_object (row, "refused", G_CALLBACK (refused_cb), self, 0);
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
  fill_faces (self);
  self->showing = FALSE;
  ring_preview_set_art (self->main_preview, self->art);
  ring_preview_set_art (self->front_preview, self->art);
  ring_preview_set_frame (self->main_preview, ring_catalogue_art_get_frame (self->art, MAIN_VIEW));
  ring_preview_set_frame (self->front_preview, ring_catalogue_art_get_frame (self->art, FRONT_VIEW));
  gtk_widget_set_sensitive (GTK_WIDGET (self->engraving_row), catalogue != NULL);
  gtk_widget_set_sensitive (self->limited_row, catalogue != NULL);
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
  const RingMenu *menu;

  if (i < 0)
    return FALSE;
  menu = ring_catalogue_get_menu (self->catalogue, (guint) i);
  for (guint k = 0; k < menu->n_options; k++)
    if (g_str_equal (menu->options[k].code, code))
      {
        adw_combo_row_set_selected (g_ptr_array_index (self->rows, (guint) i), k);
        return TRUE;
      }
  return FALSE;
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

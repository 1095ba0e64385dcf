/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-compare-window.h"

#include <glib/gi18n-lib.h>

#include "ring-changes.h"
#include "ring-comparison.h"
#include "ring-revision.h"
#include "ring-view-label.h"

/* No revision has this id. */
#define OTHER_ID "*"

struct _RingCompareWindow
{
  AdwWindow parent_instance;

  RingDesign *design;
  gulong changed_id;
  RingDrawing *other; /* another version of the design; NULL for none */
  char *other_name;
  GPtrArray *ids;   /* of the other version and the revisions in the lists; the present stands behind them */
  GArray *kinds;    /* of RingViewKind: the views in the list, the page first */
  gboolean filling; /* the lists are being made */

  RingComparison *comparison;
  GtkToggleButton *sides_button, *overlay_button, *seam_button;
  GtkDropDown *first_choice, *second_choice, *view_choice;
  GtkWidget *slider, *revision_group, *back_button;
  GtkAdjustment *position;
  GtkListBox *changes;
  AdwPreferencesGroup *changes_group;
  AdwEntryRow *name_row, *note_row;
};

G_DEFINE_FINAL_TYPE (RingCompareWindow, ring_compare_window, ADW_TYPE_WINDOW)

/* ----------------------------------------------------------------- choices */

/* NULL for the present. */
static const char *
get_id (RingCompareWindow *self, GtkDropDown *choice)
{
  guint i = gtk_drop_down_get_selected (choice);

  return i < self->ids->len ? self->ids->pdata[i] : NULL;
}

static RingDrawing *
open_state (RingCompareWindow *self, const char *id)
{
  RingDrawing *drawing = ring_design_get_drawing (self->design);
  RingDrawing *opened;

  if (g_strcmp0 (id, OTHER_ID) == 0)
    return ring_drawing_ref (self->other);
  opened = id != NULL ? ring_revision_open (drawing, id) : NULL;
  return opened != NULL ? opened : ring_drawing_ref (drawing);
}

static void
select_id (RingCompareWindow *self, GtkDropDown *choice, const char *id)
{
  guint i = 0;

  while (i < self->ids->len && (id == NULL || !g_str_equal (self->ids->pdata[i], id)))
    i++;
  gtk_drop_down_set_selected (choice, i);
}

static void
fill_lists (RingCompareWindow *self)
{
  g_autofree char *first = g_strdup (get_id (self, self->first_choice));
  g_autofree char *second = g_strdup (get_id (self, self->second_choice));
  g_autoptr (GPtrArray) list = ring_revision_list (ring_design_get_drawing (self->design));
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  self->filling = TRUE;
  g_ptr_array_set_size (self->ids, 0);
  if (self->other != NULL)
    {
      g_ptr_array_add (self->ids, g_strdup (OTHER_ID));
      gtk_string_list_append (names, self->other_name);
    }
  for (guint i = 0; i < list->len; i++)
    {
      g_ptr_array_add (self->ids, g_strdup (ring_record_get_id (list->pdata[i])));
      gtk_string_list_append (names, ring_revision_get_name (list->pdata[i]));
    }
  /* Translators: the drawing as it is now, beside its revisions. */
  gtk_string_list_append (names, C_("revision", "Now"));
  gtk_drop_down_set_model (self->first_choice, G_LIST_MODEL (names));
  gtk_drop_down_set_model (self->second_choice, G_LIST_MODEL (names));
  select_id (self, self->first_choice, first);
  select_id (self, self->second_choice, second);
  self->filling = FALSE;
}

static void
fill_views (RingCompareWindow *self)
{
  RingDrawing *drawing = ring_design_get_drawing (self->design);
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  RingViewKind page = RING_VIEW_PAGE;

  self->filling = TRUE;
  g_array_append_val (self->kinds, page);
  gtk_string_list_append (names, _("Whole Sheet"));
  for (RingViewKind kind = RING_VIEW_FRONT; kind <= RING_VIEW_STRIP; kind++)
    if (ring_drawing_get_view_by_kind (drawing, kind) != NULL)
      {
        g_array_append_val (self->kinds, kind);
        gtk_string_list_append (names, ring_view_title (kind, TRUE));
      }
  gtk_drop_down_set_model (self->view_choice, G_LIST_MODEL (names));
  self->filling = FALSE;
}

/* ----------------------------------------------------------------- showing */

/* What is seen of each: the sheet, or as much of the ring round the finger's centre in one as in the
 * other, so that both are at one scale whatever scales they are drawn at. */
static void
get_regions (RingCompareWindow *self, RingDrawing *const drawings[2], RingRect regions[2])
{
  guint chosen = gtk_drop_down_get_selected (self->view_choice);
  RingViewKind kind = chosen < self->kinds->len ? g_array_index (self->kinds, RingViewKind, chosen)
                                                : RING_VIEW_PAGE;
  RingRect shared = RING_RECT_EMPTY;
  RingView *views[2];

  for (guint i = 0; i < 2; i++)
    {
      views[i] = kind != RING_VIEW_PAGE ? ring_drawing_get_view_by_kind (drawings[i], kind) : NULL;
      if (views[i] != NULL)
        shared = ring_rect_union (shared, ring_view_get_head (views[i])->clip);
    }
  for (guint i = 0; i < 2; i++)
    {
      RingMatrix matrix;

      regions[i] = (RingRect){ 0, 0, ring_drawing_get_width (drawings[i]),
                               ring_drawing_get_height (drawings[i]) };
      if (views[0] == NULL || views[1] == NULL || ring_rect_is_empty (shared))
        continue;
      matrix = ring_view_get_matrix (views[i]);
      regions[i] = ring_matrix_apply_rect (&matrix, shared);
    }
}

static void
add_change (RingCompareWindow *self, const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_selectable (GTK_LABEL (label), TRUE);
  gtk_widget_add_css_class (label, "change-row");
  gtk_list_box_append (self->changes, label);
}

static void
show_changes (RingCompareWindow *self, RingDrawing *first, RingDrawing *second)
{
  g_autoptr (GPtrArray) list = ring_changes_list (first, second);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->changes))) != NULL)
    gtk_list_box_remove (self->changes, row);
  for (guint i = 0; i < list->len; i++)
    add_change (self, list->pdata[i]);
  if (list->len == 0)
    add_change (self, _("Nothing: both are the same"));
}

static const char *
name_of (RingCompareWindow *self, const char *id)
{
  if (g_strcmp0 (id, OTHER_ID) == 0)
    return self->other_name;
  return id != NULL ? ring_revision_get_name (
                          ring_revision_find (ring_design_get_drawing (self->design), id))
                    : C_("revision", "Now");
}

static void
show_words (RingCompareWindow *self, const char *id)
{
  const RingRecord *record
      = id != NULL ? ring_revision_find (ring_design_get_drawing (self->design), id) : NULL;
  gboolean changes = !ring_design_get_read_only (self->design);

  gtk_widget_set_visible (self->revision_group, record != NULL);
  gtk_widget_set_visible (self->back_button, record != NULL);
  gtk_widget_set_sensitive (self->back_button, changes);
  gtk_widget_set_sensitive (self->revision_group, changes);
  if (record == NULL)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), ring_revision_get_name (record));
  gtk_editable_set_text (GTK_EDITABLE (self->note_row), ring_record_get_or (record, "note", ""));
}

static void
show (RingCompareWindow *self)
{
  const char *first = get_id (self, self->first_choice);
  const char *second = get_id (self, self->second_choice);
  g_autoptr (RingDrawing) before = open_state (self, first);
  g_autoptr (RingDrawing) after = open_state (self, second);
  RingDrawing *const drawings[] = { before, after };
  g_autofree char *said = g_strdup_printf (_("%s and %s at the same scale"), name_of (self, first),
                                           name_of (self, second));
  g_autofree char *title
      = g_strdup_printf (_("From %s to %s"), name_of (self, first), name_of (self, second));
  RingRect regions[2];

  get_regions (self, drawings, regions);
  ring_comparison_set (self->comparison, before, after, regions, said);
  adw_preferences_group_set_description (self->changes_group, title);
  show_changes (self, before, after);
  show_words (self, first);
}

static void
choice_cb (RingCompareWindow *self)
{
  if (!self->filling && self->design != NULL)
    show (self);
}

static void
mode_cb (RingCompareWindow *self)
{
  RingCompareMode mode = gtk_toggle_button_get_active (self->overlay_button) ? RING_COMPARE_OVERLAY
                         : gtk_toggle_button_get_active (self->seam_button)  ? RING_COMPARE_SEAM
                                                                             : RING_COMPARE_SIDES;

  ring_comparison_set_mode (self->comparison, mode);
  gtk_widget_set_sensitive (self->slider, mode != RING_COMPARE_SIDES);
}

static void
words_cb (RingCompareWindow *self)
{
  const char *id = get_id (self, self->first_choice);
  RingEdit *edit
      = id != NULL ? ring_revision_annotate (self->design, id,
                                             gtk_editable_get_text (GTK_EDITABLE (self->name_row)),
                                             gtk_editable_get_text (GTK_EDITABLE (self->note_row)))
                   : NULL;

  if (edit != NULL)
    ring_design_commit (self->design, edit);
}

static void
back_cb (RingCompareWindow *self)
{
  const char *id = get_id (self, self->first_choice);

  if (id != NULL)
    gtk_widget_activate_action (GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (self))),
                                "win.put-back", "s", id);
  gtk_window_close (GTK_WINDOW (self));
}

static void
design_changed_cb (RingCompareWindow *self)
{
  fill_lists (self);
  show (self);
}

/* ------------------------------------------------------------------ object */

static void
ring_compare_window_dispose (GObject *object)
{
  RingCompareWindow *self = RING_COMPARE_WINDOW (object);

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  g_clear_object (&self->design);
  g_clear_pointer (&self->other, ring_drawing_unref);
  G_OBJECT_CLASS (ring_compare_window_parent_class)->dispose (object);
}

static void
ring_compare_window_finalize (GObject *object)
{
  g_free (RING_COMPARE_WINDOW (object)->other_name);
  g_ptr_array_unref (RING_COMPARE_WINDOW (object)->ids);
  g_array_unref (RING_COMPARE_WINDOW (object)->kinds);
  G_OBJECT_CLASS (ring_compare_window_parent_class)->finalize (object);
}

static void
ring_compare_window_class_init (RingCompareWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = ring_compare_window_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_compare_window_finalize;
  g_type_ensure (RING_TYPE_COMPARISON);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RING_APP_PATH "/ui/ring-compare-window.ui");
  gtk_widget_class_bind_template_child (widget_class, RingCompareWindow, comparison);
  gtk_widget_class_bind_template_child (widget_class, RingCompareWindow, sides_button);
  gtk_widget_class_bind_template_child (widget_class, RingCompareWindow, overlay_button);
  gtk_widget_class_bind_template_child (widget_class, RingCompareWindow, seam_button);
  gtk_widget_class_bind_template_child (widget_class, RingCompareWindow, first_choice);
  gtk_widget_class_bind_template_child (widget_class, RingCompareWindow, second_choice);
  gtk_widget_class_bind_template_child (widget_class, RingCompareWindow, view_choice);
  gtk_widget_class_bind_template_child (widget_class, RingCompareWindow, slider);
  gtk_widget_class_bind_template_child (widget_class, RingCompareWindow, position);
  gtk_widget_class_bind_template_child (widget_class, RingCompareWindow, changes);
  gtk_widget_class_bind_template_child (widget_class, RingCompareWindow, changes_group);
  gtk_widget_class_bind_template_child (widget_class, RingCompareWindow, revision_group);
  gtk_widget_class_bind_template_child (widget_class, RingCompareWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, RingCompareWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, RingCompareWindow, note_row);
  gtk_widget_class_bind_template_callback (widget_class, choice_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_cb);
  gtk_widget_class_bind_template_callback (widget_class, words_cb);
  gtk_widget_class_bind_template_callback (widget_class, back_cb);
}

static void
ring_compare_window_init (RingCompareWindow *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->kinds = g_array_new (FALSE, FALSE, sizeof (RingViewKind));
  gtk_widget_init_template (GTK_WIDGET (self));
  g_object_bind_property (self->position, "value", self->comparison, "position",
                          G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE);
  mode_cb (self);
}

static GtkWidget *
new_window (GtkWindow *parent, RingDesign *design, RingDrawing *other, const char *name, const char *id)
{
  RingCompareWindow *self
      = g_object_new (RING_TYPE_COMPARE_WINDOW, "transient-for", parent, "destroy-with-parent", TRUE, NULL);

  self->design = g_object_ref (design);
  self->other = other != NULL ? ring_drawing_ref (other) : NULL;
  self->other_name = g_strdup (name);
  self->changed_id
      = g_signal_connect_swapped (design, "changed", G_CALLBACK (design_changed_cb), self);
  fill_views (self);
  fill_lists (self);
  self->filling = TRUE;
  select_id (self, self->first_choice, id);
  select_id (self, self->second_choice, NULL);
  self->filling = FALSE;
  show (self);
  return GTK_WIDGET (self);
}

GtkWidget *
ring_compare_window_new (GtkWindow *parent, RingDesign *design, const char *revision_id)
{
  return new_window (parent, design, NULL, NULL, revision_id);
}

GtkWidget *
ring_compare_window_new_with (GtkWindow *parent, RingDesign *design, RingDrawing *other, const char *name)
{
  GtkWidget *window = new_window (parent, design, other, name, OTHER_ID);

  gtk_window_set_title (GTK_WINDOW (window), _("Compare Versions"));
  return window;
}

void
ring_compare_window_name (RingCompareWindow *self)
{
  g_return_if_fail (RING_IS_COMPARE_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
}

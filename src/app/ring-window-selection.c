/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with what is selected, and the clipboard, by name: menus, keys and assistive tools
 * use these. */

#define G_LOG_DOMAIN "ring-app"

#include <glib/gi18n-lib.h>

#include "ring-arrange.h"
#include "ring-clip.h"
#include "ring-clipboard.h"
#include "ring-pick.h"
#include "ring-window-private.h"

/* A copy lies this far beside what was copied; mm of paper. */
#define BESIDE 3.0

static RingSelection *
get_selection (RingWindow *self)
{
  return ring_bench_page_get_selection (self->bench_page);
}

static gboolean
commit (RingWindow *self, RingEdit *edit)
{
  return edit != NULL && ring_design_commit (ring_window_get_design (self), edit);
}

static void
select_items (RingWindow *self, const RingView *view, const GPtrArray *items)
{
  ring_instruments_choose (ring_bench_page_get_instruments (self->bench_page), "select");
  ring_selection_set (get_selection (self), view, items);
}

/* The view that is worked on: that of the selection, or the one the pointer is over; when that is
 * empty, the first that is not. */
static const RingView *
get_view (RingWindow *self)
{
  const RingDrawing *drawing = ring_design_get_drawing (ring_window_get_design (self));
  const RingView *view = ring_selection_get_view (get_selection (self));

  if (view == NULL)
    view = ring_canvas_get_view (ring_bench_page_get_canvas (self->bench_page), NULL);
  for (guint i = 0; ring_view_get_n_items (view) == 0 && i < ring_drawing_get_n_views (drawing);
       i++)
    view = ring_drawing_get_view (drawing, i);
  return view;
}

static void
select_all_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const RingView *view = get_view (user_data);
  g_autoptr (GPtrArray) all = ring_pick_all (view);

  select_items (user_data, view, all);
}

static void
select_none_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_selection_clear (get_selection (user_data));
}

static void
delete_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  commit (user_data, ring_arrange_remove (get_selection (user_data), _ ("Delete")));
}

static void
duplicate_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingSelection *selection = get_selection (user_data);
  g_autoptr (RingView) view = ring_view_ref (ring_selection_get_view (selection));
  double beside = BESIDE / ring_view_get_head (view)->scale;
  RingMatrix matrix = { 1, 0, 0, 1, beside, beside };
  g_autoptr (GPtrArray) copies = NULL;

  if (commit (user_data, ring_arrange_duplicate (selection, &matrix, _ ("Duplicate"), &copies)))
    select_items (user_data, view, copies);
}

/* ---------------------------------------------------------------- the clipboard */

static GdkClipboard *
get_clipboard (RingWindow *self)
{
  return gtk_widget_get_clipboard (GTK_WIDGET (self));
}

static void
copy_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_clipboard_copy (get_clipboard (user_data), get_selection (user_data));
}

static void
cut_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_clipboard_copy (get_clipboard (user_data), get_selection (user_data));
  commit (user_data, ring_arrange_remove (get_selection (user_data), _ ("Cut")));
}

/* The middle of what can be seen of VIEW, mm of it. */
static RingPoint
find_middle (RingWindow *self, const RingView *view)
{
  RingViewport *viewport = ring_canvas_get_viewport (ring_bench_page_get_canvas (self->bench_page));
  RingMatrix matrix = ring_view_get_matrix (view);
  RingRect clip = ring_matrix_apply_rect (&matrix, ring_view_get_head (view)->clip);
  RingRect seen = ring_rect_intersect (ring_viewport_get_visible (viewport), clip);
  RingMatrix inverse = RING_MATRIX_IDENTITY;

  if (ring_rect_is_empty (seen))
    seen = clip;
  ring_matrix_invert (&matrix, &inverse);
  return ring_matrix_apply (&inverse,
                            (RingPoint){ (seen.x0 + seen.x1) / 2, (seen.y0 + seen.y1) / 2 });
}

static void
paste (RingWindow *self, const RingDrawing *clip, gboolean in_place, gboolean left_out)
{
  g_autoptr (RingView) view = ring_view_ref (get_view (self));
  RingPoint middle = find_middle (self, view);
  g_autoptr (GPtrArray) pasted = NULL;
  g_autoptr (GError) error = NULL;
  RingEdit *edit = ring_clip_paste (clip, ring_window_get_design (self), view,
                                    in_place ? NULL : &middle, _ ("Paste"), &pasted, &error);

  if (edit == NULL)
    {
      ring_window_toast (self, error->message);
      return;
    }
  if (!commit (self, edit))
    return;
  select_items (self, view, pasted);
  if (left_out)
    ring_window_toast (self, _ ("Pasted without what would have run or fetched something."));
}

/* What was asked for, until the clipboard has answered. */
typedef struct
{
  RingWindow *window;
  RingDesign *design;
  gboolean in_place;
} Wish;

static void
wish_free (Wish *wish)
{
  g_object_unref (wish->window);
  g_object_unref (wish->design);
  g_free (wish);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Wish, wish_free)

static void
pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Wish) wish = user_data;
  g_autoptr (GError) error = NULL;
  gboolean left_out;
  g_autoptr (RingDrawing) clip = ring_clipboard_read_finish (result, &left_out, &error);

  if (!ring_window_shows (wish->window, wish->design))
    return;
  if (clip == NULL)
    ring_window_toast (wish->window, error->message);
  else
    paste (wish->window, clip, wish->in_place, left_out);
}

/* A photo becomes an underlay: there is nothing else that it could be. */
static void
photo_pasted_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Wish) wish = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ring_clipboard_read_photo_finish (result, &error);

  if (!ring_window_shows (wish->window, wish->design))
    return;
  if (bytes == NULL)
    ring_window_toast (wish->window, error->message);
  else
    ring_window_add_underlay_bytes (wish->window, bytes);
}

static void
paste_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  Wish *wish = g_new (Wish, 1);

  *wish = (Wish){ g_object_ref (self), g_object_ref (ring_window_get_design (self)),
                  g_str_equal (g_action_get_name (G_ACTION (action)), "paste-in-place") };
  if (ring_clipboard_has_photo (get_clipboard (self)))
    ring_clipboard_read_photo_async (get_clipboard (self), NULL, photo_pasted_cb, wish);
  else
    ring_clipboard_read_async (get_clipboard (self), NULL, pasted_cb, wish);
}

/* -------------------------------------------------------------- order and place */

static void
order_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));
  RingOrder order = g_str_equal (name, "to-front") ? RING_ORDER_FRONT
                    : g_str_equal (name, "raise")  ? RING_ORDER_FORWARD
                    : g_str_equal (name, "lower")  ? RING_ORDER_BACKWARD
                                                   : RING_ORDER_BACK;
  const char *label = order <= RING_ORDER_FORWARD ? _ ("Raise") : _ ("Lower");

  commit (user_data, ring_arrange_order (get_selection (user_data), order, label));
}

static void
group_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  commit (user_data, ring_arrange_group (get_selection (user_data), _ ("Group")));
}

static void
ungroup_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  commit (user_data, ring_arrange_ungroup (get_selection (user_data), _ ("Ungroup")));
}

static void
unfold_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingSelection *selection = get_selection (user_data);
  g_autoptr (GPtrArray) strokes = NULL;
  RingEdit *edit = ring_arrange_unfold (selection, _ ("Unfold Symmetry"), &strokes);

  if (edit == NULL)
    return;
  commit (user_data, edit);
  ring_selection_set (selection, ring_selection_get_view (selection), strokes);
}

/* Mirrored and turned about its own middle. */
static void
turn_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const char *name = g_action_get_name (G_ACTION (action));
  RingSelection *selection = get_selection (user_data);
  RingRect b = ring_selection_get_bounds (selection);
  RingPoint middle = { (b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2 };
  const char *label = _ ("Mirror");
  RingMatrix matrix;

  if (ring_rect_is_empty (b))
    return;
  if (g_str_equal (name, "mirror-horizontally"))
    matrix = ring_arrange_stretch (-1, 1, middle);
  else if (g_str_equal (name, "mirror-vertically"))
    matrix = ring_arrange_stretch (1, -1, middle);
  else
    {
      matrix = ring_arrange_turn (g_str_equal (name, "turn-left") ? 90 : -90, middle);
      label = _ ("Rotate");
    }
  commit (user_data, ring_arrange_transform (selection, &matrix, label));
}

static void
align_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  static const char *const names[] = { "left", "centre", "right", "top", "middle", "bottom" };
  const char *name = g_variant_get_string (parameter, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (g_str_equal (name, names[i]))
      commit (user_data,
              ring_arrange_align (get_selection (user_data), (RingAlign) i, _ ("Align")));
}

/* The axis of the finger is where a view has its origin; the page has its own middle. */
static void
centre_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingSelection *selection = get_selection (user_data);
  const RingViewHead *head = ring_view_get_head (ring_selection_get_view (selection));
  RingRect b = ring_selection_get_bounds (selection);
  double axis = head->kind == RING_VIEW_PAGE ? (head->clip.x0 + head->clip.x1) / 2 : 0;

  if (!ring_rect_is_empty (b))
    commit (user_data,
            ring_arrange_transform (
                selection, &(RingMatrix){ 1, 0, 0, 1, axis - (b.x0 + b.x1) / 2, 0 }, _ ("Centre")));
}

static void
to_layer_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  commit (user_data,
          ring_arrange_to_layer (get_selection (user_data), g_variant_get_string (parameter, NULL),
                                 _ ("Move to Layer")));
}

/* The actions that want so many items, and those of them that leave the design as it is. */
static const struct
{
  const char *name;
  guint least;
  gboolean reads;
} wants[] = {
  { "cut", 1 },
  { "copy", 1, TRUE },
  { "select-none", 1, TRUE },
  { "delete", 1 },
  { "duplicate", 1 },
  { "raise", 1 },
  { "lower", 1 },
  { "to-front", 1 },
  { "to-back", 1 },
  { "mirror-horizontally", 1 },
  { "mirror-vertically", 1 },
  { "turn-left", 1 },
  { "turn-right", 1 },
  { "align", 2 },
  { "centre", 1 },
  { "to-layer", 1 },
  { "group", 2 },
};

static gboolean
has_symmetry (RingSelection *selection)
{
  const GArray *list = ring_selection_list (selection);
  gboolean found = FALSE;

  for (guint i = 0; i < list->len && !found; i++)
    {
      const RingStroke *stroke
        = ring_item_get_stroke (g_array_index (list, RingSelected, i).item);

      found = stroke != NULL && !ring_symmetry_is_none (&stroke->symmetry);
    }
  return found;
}

static gboolean
has_group (RingSelection *selection)
{
  const GArray *list = ring_selection_list (selection);
  gboolean found = FALSE;

  for (guint i = 0; i < list->len && !found; i++)
    found = ring_item_get_group (g_array_index (list, RingSelected, i).item) != NULL;
  return found;
}

void
ring_window_update_selection_actions (RingWindow *self)
{
  RingSelection *selection = get_selection (self);
  gsize n = selection != NULL ? ring_selection_get_n (selection) : 0;
  gboolean changes
    = selection != NULL && !ring_design_get_read_only (ring_selection_get_design (selection));

  for (guint i = 0; i < G_N_ELEMENTS (wants); i++)
    ring_window_set_enabled (self, wants[i].name,
                             n >= wants[i].least && (changes || wants[i].reads));
  ring_window_set_enabled (self, "ungroup", changes && n > 0 && has_group (selection));
  ring_window_set_enabled (self, "unfold", changes && n > 0 && has_symmetry (selection));
  ring_window_set_enabled (self, "paste", changes);
  ring_window_set_enabled (self, "paste-in-place", changes);
}

void
ring_window_add_selection_actions (RingWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "select-all", .activate = select_all_cb },
    { .name = "select-none", .activate = select_none_cb },
    { .name = "delete", .activate = delete_cb },
    { .name = "cut", .activate = cut_cb },
    { .name = "copy", .activate = copy_cb },
    { .name = "paste", .activate = paste_cb },
    { .name = "paste-in-place", .activate = paste_cb },
    { .name = "duplicate", .activate = duplicate_cb },
    { .name = "group", .activate = group_cb },
    { .name = "ungroup", .activate = ungroup_cb },
    { .name = "unfold", .activate = unfold_cb },
    { .name = "raise", .activate = order_cb },
    { .name = "lower", .activate = order_cb },
    { .name = "to-front", .activate = order_cb },
    { .name = "to-back", .activate = order_cb },
    { .name = "mirror-horizontally", .activate = turn_cb },
    { .name = "mirror-vertically", .activate = turn_cb },
    { .name = "turn-left", .activate = turn_cb },
    { .name = "turn-right", .activate = turn_cb },
    { .name = "align", .activate = align_cb, .parameter_type = "s" },
    { .name = "centre", .activate = centre_cb },
    { .name = "to-layer", .activate = to_layer_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  g_signal_connect_object (self->bench_page, "selection-changed",
                           G_CALLBACK (ring_window_update_selection_actions), self,
                           G_CONNECT_SWAPPED);
  ring_window_update_selection_actions (self);
}

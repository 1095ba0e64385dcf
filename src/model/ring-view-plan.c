/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-view-plan.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ring-error.h"

/* Of windows from each other and from the edge of the page, paper mm. */
#define GAP 6.0
#define EDGE 8.0
/* Places for a new window are tried in steps of this. */
#define STEP 4.0
/* The foot of the page is for the scale bar. */
#define FOOT 24.0

static const double scales[] = { 1, 2, 3, 4, 5, 10, 0 };

const double *
ring_view_plan_scales (void)
{
  return scales;
}

RingRect
ring_view_plan_clip (RingViewKind kind)
{
  switch (kind)
    {
    case RING_VIEW_FRONT:
      return (RingRect){ -15, -20, 15, 15 };
    case RING_VIEW_TOP:
      return (RingRect){ -15, -9, 15, 9 };
    case RING_VIEW_SIDE:
      return (RingRect){ -8, -20, 8, 15 };
    case RING_VIEW_THREE_QUARTER:
      return (RingRect){ -16, -20, 16, 16 };
    case RING_VIEW_STRIP:
      return (RingRect){ -47.5, -5.5, 47.5, 11.5 };
    case RING_VIEW_PAGE:
    default:
      return RING_RECT_EMPTY;
    }
}

typedef struct
{
  RingViewKind kind;
  double scale;
  RingPoint origin; /* of the window's ring, from the corner of the ring's part of the page */
} PlanRow;

/* One ring has the page to itself. */
static const PlanRow whole[] = {
  { RING_VIEW_TOP, 4, { 70, 46 } },     { RING_VIEW_THREE_QUARTER, 2, { 168, 50 } },
  { RING_VIEW_FRONT, 4, { 70, 168 } },  { RING_VIEW_SIDE, 4, { 168, 168 } },
  { RING_VIEW_STRIP, 2, { 105, 245 } },
};

/* Two have a half each. */
static const PlanRow half[] = {
  { RING_VIEW_TOP, 2, { 42, 18 } },     { RING_VIEW_THREE_QUARTER, 2, { 156, 82 } },
  { RING_VIEW_FRONT, 2, { 42, 82 } },   { RING_VIEW_SIDE, 2, { 96, 82 } },
  { RING_VIEW_STRIP, 1, { 140.5, 15.5 } },
};

/* More are as large as they are. */
static const PlanRow cell[] = {
  { RING_VIEW_TOP, 1, { 15, 9 } },      { RING_VIEW_THREE_QUARTER, 1, { 74, 42 } },
  { RING_VIEW_FRONT, 1, { 15, 42 } },   { RING_VIEW_SIDE, 1, { 43, 42 } },
  { RING_VIEW_STRIP, 1, { 47.5, 67.5 } },
};

GArray *
ring_view_plan_sheet (guint n)
{
  const PlanRow *rows = n <= 1 ? whole : n == 2 ? half : cell;
  GArray *heads = g_array_new (FALSE, FALSE, sizeof (RingViewHead));

  for (guint i = 0; i < n; i++)
    {
      RingPoint corner = { 0, 0 };

      if (n == 2)
        corner = (RingPoint){ 6, i == 0 ? 12 : 144 };
      else if (n > 2)
        corner = (RingPoint){ i % 2 == 0 ? 7 : 108, 12 + 88.0 * (i / 2) };
      for (guint k = 0; k < G_N_ELEMENTS (whole); k++)
        {
          RingViewHead head = { .kind = rows[k].kind,
                                .ring = "",
                                .scale = rows[k].scale,
                                .origin = { corner.x + rows[k].origin.x,
                                            corner.y + rows[k].origin.y },
                                .clip = ring_view_plan_clip (rows[k].kind) };

          g_array_append_val (heads, head);
        }
    }
  return heads;
}

RingView *
ring_view_plan_new_view (const RingViewHead *head, RingViewPlanId new_id, gpointer source)
{
  static const RingLayerRole roles[]
      = { RING_ROLE_UNDERLAY, RING_ROLE_METAL, RING_ROLE_STONES, RING_ROLE_INK, RING_ROLE_NOTES };
  g_autofree char *id = new_id (source, 'v');
  RingViewHead named = *head;
  RingLayer *layers[G_N_ELEMENTS (roles)];
  RingView *view;

  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    {
      g_autofree char *layer_id = new_id (source, 'l');

      layers[i] = ring_layer_new (
          &(RingLayerHead){ .id = layer_id, .role = roles[i], .visible = TRUE, .opacity = 1 }, NULL,
          0);
    }
  named.id = id;
  view = ring_view_new (&named, layers, G_N_ELEMENTS (roles));
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++)
    ring_layer_unref (layers[i]);
  return view;
}

/* How much of WINDOW lies over other windows, mm2. */
static double
overlap (const RingDrawing *drawing, RingRect window)
{
  double sum = 0;

  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingViewHead *head = ring_view_get_head (ring_drawing_get_view (drawing, i));
      RingRect other = ring_view_head_get_window (head);
      double width = fmin (window.x1, other.x1 + GAP) - fmax (window.x0, other.x0 - GAP);
      double height = fmin (window.y1, other.y1 + GAP) - fmax (window.y0, other.y0 - GAP);

      if (head->kind != RING_VIEW_PAGE && width > 0 && height > 0)
        sum += width * height;
    }
  return sum;
}

void
ring_view_plan_find_place (const RingDrawing *drawing, RingViewHead *head)
{
  double width = head->scale * (head->clip.x1 - head->clip.x0);
  double height = head->scale * (head->clip.y1 - head->clip.y0);
  double right = fmax (EDGE, ring_drawing_get_width (drawing) - EDGE - width);
  double bottom = fmax (EDGE, ring_drawing_get_height (drawing) - FOOT - height);
  double least = G_MAXDOUBLE;

  for (double y = EDGE; y <= bottom + STEP / 2; y += STEP)
    for (double x = EDGE; x <= right + STEP / 2; x += STEP)
      {
        double covered = overlap (drawing, (RingRect){ x, y, x + width, y + height });

        if (covered < least)
          {
            least = covered;
            head->origin
                = (RingPoint){ x - head->scale * head->clip.x0, y - head->scale * head->clip.y0 };
          }
      }
}

RingEdit *
ring_view_plan_add (RingDesign *design, RingViewKind kind, const char *ring_id)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  RingEdit *edit = ring_edit_new (drawing, _ ("Add View"));
  RingViewHead head = { .kind = kind,
                        .ring = ring_id != NULL ? ring_id : "",
                        .scale = kind == RING_VIEW_STRIP ? 1 : 2,
                        .clip = ring_view_plan_clip (kind) };
  g_autoptr (RingView) view = NULL;

  g_return_val_if_fail (kind != RING_VIEW_PAGE, edit);
  ring_view_plan_find_place (drawing, &head);
  view = ring_view_plan_new_view (&head, (RingViewPlanId) ring_design_new_id, design);
  ring_edit_append_view (edit, view);
  return edit;
}

static gboolean
holds_foreign (const RingDrawing *drawing, const char *view_id)
{
  for (guint i = 0; i < ring_drawing_get_n_foreign (drawing); i++)
    if (g_strcmp0 (ring_drawing_get_foreign (drawing, i)->parent, view_id) == 0)
      return TRUE;
  return FALSE;
}

gboolean
ring_view_plan_take_away (RingEdit *edit,
                          const RingDrawing *drawing,
                          const char *view_id,
                          GError **error)
{
  RingView *view = ring_drawing_find_view (drawing, view_id);

  if (view == NULL || ring_view_get_head (view)->kind == RING_VIEW_PAGE)
    {
      g_set_error_literal (error, RING_ERROR, RING_ERROR_NOT_FOUND,
                           _ ("There is no such view to remove."));
      return FALSE;
    }
  if (holds_foreign (drawing, view_id))
    {
      g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID,
                           _ ("This view holds content of another program and is kept."));
      return FALSE;
    }
  for (guint l = 0; l < ring_view_get_n_layers (view); l++)
    {
      const RingLayer *layer = ring_view_get_layer (view, l);

      for (gsize i = ring_layer_get_n_items (layer); i > 0; i--)
        ring_edit_remove_item_at (edit, ring_layer_get_head (layer)->id, i - 1);
    }
  return ring_edit_remove_view (edit, view_id);
}

RingEdit *
ring_view_plan_remove (RingDesign *design, const char *view_id, GError **error)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  RingEdit *edit = ring_edit_new (drawing, _ ("Remove View"));

  if (ring_view_plan_take_away (edit, drawing, view_id, error))
    return edit;
  ring_edit_unref (edit);
  return NULL;
}

RingEdit *
ring_view_plan_scale (RingDesign *design, const char *view_id, double scale)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  RingView *view = ring_drawing_find_view (drawing, view_id);
  RingEdit *edit = ring_edit_new (drawing, _ ("Scale of a View"));
  RingViewHead head;
  RingRect window;

  if (view == NULL || !(scale > 0) || ring_view_get_head (view)->kind == RING_VIEW_PAGE
      || ring_view_get_head (view)->scale == scale)
    return edit;
  head = *ring_view_get_head (view);
  window = ring_view_head_get_window (&head);
  head.scale = scale;
  head.origin = (RingPoint){ window.x0 - scale * head.clip.x0, window.y0 - scale * head.clip.y0 };
  ring_edit_set_view (edit, &head);
  return edit;
}

gboolean
ring_view_plan_is_first_angle (const RingDrawing *drawing, const char *ring_id)
{
  const RingRecord *ring = ring_drawing_find_ring (drawing, ring_id);

  return ring != NULL && g_strcmp0 (ring_record_get (ring, "projection"), "first") == 0;
}

/* How far the stretch from A0 to A1 has to go to lie as far from that of B0 to B1 on the other
 * side; 0 when it lies beside neither end. */
static double
across (double a0, double a1, double b0, double b1)
{
  if (a1 <= b0 + GAP)
    return b1 + (b0 - a1) - a0;
  if (a0 >= b1 - GAP)
    return b0 - (a0 - b1) - a1;
  return 0;
}

/* The top goes to the other side of the front view, the side to its other end, and what stands in
 * the corner between them with both. */
static void
turn_over (RingViewHead *head, const RingViewHead *front)
{
  RingRect window = ring_view_head_get_window (head);
  RingRect middle = ring_view_head_get_window (front);

  if (head->kind != RING_VIEW_SIDE)
    head->origin.y += across (window.y0, window.y1, middle.y0, middle.y1);
  if (head->kind != RING_VIEW_TOP)
    head->origin.x += across (window.x0, window.x1, middle.x0, middle.x1);
}

/* Moves all windows together so that they stay on the page as far as they did. */
static void
keep_on_page (RingViewHead *heads, guint n, RingRect before)
{
  RingRect after = RING_RECT_EMPTY;

  for (guint i = 0; i < n; i++)
    after = ring_rect_union (after, ring_view_head_get_window (&heads[i]));
  for (guint i = 0; i < n; i++)
    {
      heads[i].origin.x += before.x0 - after.x0;
      heads[i].origin.y += before.y0 - after.y0;
    }
}

static const RingViewHead *
find_front (const RingDrawing *drawing, const RingRecord *ring)
{
  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingViewHead *head = ring_view_get_head (ring_drawing_get_view (drawing, i));

      if (head->kind == RING_VIEW_FRONT && ring_drawing_find_ring (drawing, head->ring) == ring)
        return head;
    }
  return NULL;
}

RingEdit *
ring_view_plan_set_first_angle (RingDesign *design, const char *ring_id, gboolean first)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *ring = ring_drawing_find_ring (drawing, ring_id);
  RingEdit *edit = ring_edit_new (drawing, _ ("Projection"));
  const RingViewHead *front = find_front (drawing, ring);
  g_autoptr (GArray) heads = g_array_new (FALSE, FALSE, sizeof (RingViewHead));
  g_autoptr (RingRecord) changed = NULL;
  RingRect before = RING_RECT_EMPTY;

  if (ring == NULL || ring_view_plan_is_first_angle (drawing, ring_id) == first)
    return edit;
  changed = ring_record_with (ring, "projection", first ? "first" : NULL);
  ring_edit_set_record (edit, changed);
  for (guint i = 0; front != NULL && i < ring_drawing_get_n_views (drawing); i++)
    {
      RingViewHead head = *ring_view_get_head (ring_drawing_get_view (drawing, i));
      gboolean turns = head.kind == RING_VIEW_TOP || head.kind == RING_VIEW_SIDE
                       || head.kind == RING_VIEW_THREE_QUARTER;

      if (ring_drawing_find_ring (drawing, head.ring) != ring
          || (!turns && head.kind != RING_VIEW_FRONT))
        continue;
      before = ring_rect_union (before, ring_view_head_get_window (&head));
      if (turns)
        turn_over (&head, front);
      g_array_append_val (heads, head);
    }
  keep_on_page ((RingViewHead *) (void *) heads->data, heads->len, before);
  for (guint i = 0; i < heads->len; i++)
    ring_edit_set_view (edit, &g_array_index (heads, RingViewHead, i));
  return edit;
}

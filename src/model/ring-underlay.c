/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-underlay.h"

#include <math.h>
#include <glib/gi18n-lib.h>

#include "ring-arrange.h"
#include "ring-error.h"

/* As much of the window as an underlay covers at first. */
#define FILLED 0.9
/* Two points nearer than this, mm, say nothing about a length. */
#define LEAST_DISTANCE 0.01

/* ------------------------------------------------------------------ laying down */

typedef struct
{
  RingDesign *design;
  RingEdit *edit;
  const char *layer_id;
  GPtrArray *added;
} Laying;

/* What takes EXTENT into the middle of the window of VIEW. */
static RingMatrix
fit (const RingView *view, RingRect extent)
{
  RingRect clip = ring_view_get_head (view)->clip;
  double width = extent.x1 - extent.x0, height = extent.y1 - extent.y0;
  double scale = FILLED * MIN ((clip.x1 - clip.x0) / width, (clip.y1 - clip.y0) / height);

  return (RingMatrix){ scale, 0, 0, scale,
                       (clip.x0 + clip.x1) / 2 - scale * (extent.x0 + extent.x1) / 2,
                       (clip.y0 + clip.y1) / 2 - scale * (extent.y0 + extent.y1) / 2 };
}

/* Somebody who adds an underlay wants to see it and to place it. */
static gboolean
begin (Laying *laying, RingDesign *design, const RingView *view, const char *label, GError **error)
{
  const RingLayer *layer = ring_view_get_layer_by_role (view, RING_ROLE_UNDERLAY);
  RingLayerHead head;

  if (layer == NULL || ring_rect_is_empty (ring_view_get_head (view)->clip))
    {
      g_set_error (error, RING_ERROR, RING_ERROR_NOT_FOUND,
                   _ ("This view has no Underlay layer. Choose another view for it."));
      return FALSE;
    }
  head = *ring_layer_get_head (layer);
  laying->design = design;
  laying->layer_id = head.id;
  laying->edit = ring_edit_new (ring_design_get_drawing (design), label);
  laying->added = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
  if (head.locked || !head.visible)
    {
      head.locked = FALSE;
      head.visible = TRUE;
      ring_edit_set_layer (laying->edit, &head);
    }
  return TRUE;
}

static void
lay (Laying *laying, const RingItem *item, const RingMatrix *to_view, const char *group)
{
  g_autofree char *id
    = ring_design_new_id (laying->design, ring_item_kind_letter (ring_item_get_kind (item)));
  RingMatrix matrix = ring_matrix_multiply (ring_item_get_matrix (item), to_view);
  g_autoptr (RingItem) named = ring_item_with_id (item, id);
  g_autoptr (RingItem) grouped = ring_item_with_group (named, group);
  RingItem *placed = ring_item_with_matrix (grouped, &matrix);

  ring_edit_append_item (laying->edit, laying->layer_id, placed);
  g_ptr_array_add (laying->added, placed);
}

RingEdit *
ring_underlay_add_photo (RingDesign *design,
                         const RingView *view,
                         RingPhoto *photo,
                         GPtrArray **added,
                         GError **error)
{
  g_autoptr (RingItem) image = ring_item_new_image (NULL, &(RingImage){ photo, RING_UNDERLAY_OPACITY });
  Laying laying;
  RingMatrix matrix;

  if (!begin (&laying, design, view, _ ("Add Underlay"), error))
    return NULL;
  matrix = fit (view, ring_item_get_bounds (image));
  lay (&laying, image, &matrix, NULL);
  *added = laying.added;
  return laying.edit;
}

typedef void (*ItemFunc) (const RingItem *item, const RingMatrix *to_paper, gpointer data);

/* Each item of CLIP that can be seen. A note tells of a stone that is not in this design. */
static void
for_each_seen (const RingDrawing *clip, ItemFunc func, gpointer data)
{
  for (guint v = 0; v < ring_drawing_get_n_views (clip); v++)
    {
      const RingView *view = ring_drawing_get_view (clip, v);
      RingMatrix to_paper = ring_view_get_matrix (view);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        {
          const RingLayer *layer = ring_view_get_layer (view, l);

          for (gsize i = 0; ring_layer_get_head (layer)->visible && i < ring_layer_get_n_items (layer);
               i++)
            {
              const RingItem *item = ring_layer_get_item (layer, i);
              gboolean graphical = TRUE;

              ring_item_get_xml (item, &graphical);
              if (graphical && ring_item_get_note (item) == NULL)
                func (item, &to_paper, data);
            }
        }
    }
}

typedef struct
{
  RingRect extent;
  guint n;
  gboolean anywhere; /* markup of another program, of which nobody knows the place */
} Extent;

static void
measure_cb (const RingItem *item, const RingMatrix *to_paper, gpointer data)
{
  Extent *extent = data;
  RingRect bounds = ring_item_get_bounds (item);

  extent->n++;
  if (ring_rect_is_empty (bounds))
    extent->anywhere = TRUE;
  else
    extent->extent = ring_rect_union (extent->extent, ring_matrix_apply_rect (to_paper, bounds));
}

typedef struct
{
  Laying *laying;
  RingMatrix to_view;
  char *group;
} Copying;

static void
lay_cb (const RingItem *item, const RingMatrix *to_paper, gpointer data)
{
  Copying *copying = data;
  RingMatrix matrix = ring_matrix_multiply (to_paper, &copying->to_view);

  lay (copying->laying, item, &matrix, copying->group);
}

RingEdit *
ring_underlay_add_drawing (RingDesign *design,
                           const RingView *view,
                           const RingDrawing *clip,
                           GPtrArray **added,
                           GError **error)
{
  RingRect page = { 0, 0, ring_drawing_get_width (clip), ring_drawing_get_height (clip) };
  Extent extent = { RING_RECT_EMPTY, 0, FALSE };
  Laying laying;
  Copying copying;

  for_each_seen (clip, measure_cb, &extent);
  if (extent.anywhere)
    extent.extent = ring_rect_union (extent.extent, page);
  if (extent.n == 0 || !(extent.extent.x1 - extent.extent.x0 > 0)
      || !(extent.extent.y1 - extent.extent.y0 > 0))
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FORMAT, _ ("There is nothing to see in this drawing."));
      return NULL;
    }
  if (!begin (&laying, design, view, _ ("Add Underlay"), error))
    return NULL;
  copying = (Copying){ &laying, fit (view, extent.extent),
                       extent.n > 1 ? ring_design_new_id (design, 'g') : NULL };
  for_each_seen (clip, lay_cb, &copying);
  g_free (copying.group);
  *added = laying.added;
  return laying.edit;
}

/* -------------------------------------------------------------- what is selected */

gboolean
ring_underlay_is_selected (RingSelection *selection)
{
  const GArray *list = ring_selection_list (selection);

  for (guint i = 0; i < list->len; i++)
    if (ring_layer_get_head (g_array_index (list, RingSelected, i).layer)->role == RING_ROLE_UNDERLAY)
      return TRUE;
  return FALSE;
}

double
ring_underlay_get_opacity (RingSelection *selection)
{
  const GArray *list = ring_selection_list (selection);

  for (guint i = 0; i < list->len; i++)
    {
      const RingImage *image = ring_item_get_image (g_array_index (list, RingSelected, i).item);

      if (image != NULL)
        return image->opacity;
    }
  return -1;
}

static RingItem *
faded (const RingItem *item, double opacity)
{
  RingImage image = { ring_item_get_image (item)->photo, opacity };
  g_autoptr (RingItem) plain = ring_item_new_image ("", &image);

  return ring_item_like (plain, item);
}

RingEdit *
ring_underlay_fade (RingSelection *selection, double opacity)
{
  RingDesign *design = ring_selection_get_design (selection);
  const GArray *list = ring_selection_list (selection);
  g_autoptr (RingEdit) edit = ring_edit_new (ring_design_get_drawing (design), _ ("Fade"));
  g_autofree char *key = g_strdup_printf ("fade %u", ring_selection_get_serial (selection));

  opacity = CLAMP (opacity, RING_UNDERLAY_LEAST_OPACITY, 1);
  for (guint i = 0; i < list->len; i++)
    {
      const RingItem *item = g_array_index (list, RingSelected, i).item;
      const RingImage *image = ring_item_get_image (item);

      if (image != NULL && fabs (image->opacity - opacity) > 1e-6)
        {
          g_autoptr (RingItem) now = faded (item, opacity);

          ring_edit_replace_item (edit, now);
        }
    }
  ring_edit_set_merge_key (edit, key);
  return ring_edit_is_empty (edit) ? NULL : g_steal_pointer (&edit);
}

RingEdit *
ring_underlay_lock (RingSelection *selection)
{
  RingDesign *design = ring_selection_get_design (selection);
  const GArray *list = ring_selection_list (selection);
  RingEdit *edit;

  if (list->len == 0)
    return NULL;
  edit = ring_edit_new (ring_design_get_drawing (design), _ ("Lock Layer"));
  for (guint i = 0; i < list->len; i++)
    {
      RingLayerHead head = *ring_layer_get_head (g_array_index (list, RingSelected, i).layer);

      if (i > 0 && g_array_index (list, RingSelected, i - 1).layer
                     == g_array_index (list, RingSelected, i).layer)
        continue;
      head.locked = TRUE;
      ring_edit_set_layer (edit, &head);
    }
  return edit;
}

gboolean
ring_underlay_calibrate (
    RingPoint from, RingPoint to, double mm, RingMatrix *matrix, GError **error)
{
  double distance = ring_point_distance (from, to);
  double by;

  if (!(distance >= LEAST_DISTANCE))
    {
      g_set_error (error, RING_ERROR, RING_ERROR_INVALID,
                   _ ("The two ends are in the same place. Mark them further apart."));
      return FALSE;
    }
  if (!(mm >= RING_UNDERLAY_LEAST_MM && mm <= RING_UNDERLAY_MOST_MM))
    {
      g_set_error (error, RING_ERROR, RING_ERROR_INVALID,
                   _ ("A known length is between a tenth of a millimetre and a metre."));
      return FALSE;
    }
  by = mm / distance;
  *matrix = ring_arrange_stretch (by, by, from);
  return TRUE;
}

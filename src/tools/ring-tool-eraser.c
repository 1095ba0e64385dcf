/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The eraser: whole strokes that it touches, or what it touches of them, all in one step when it
 * lifts. It takes what one sees: the ink of every view whose window it passes, and of the page
 * under them, whichever it came down in. */

#include "ring-tool-private.h"

#include "ring-ink-cut.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A step of the eraser as one view sees it, mm of that view. */
typedef struct
{
  RingPoint a, b;
  double reach;
  RingMatrix to_target; /* to mm of the view it came down in */
} Way;

static gboolean
is_erasable (const RingItem *item)
{
  return ring_item_get_kind (item) == RING_ITEM_STROKE
         || ring_item_get_kind (item) == RING_ITEM_ARTWORK
         || ring_item_get_kind (item) == RING_ITEM_FIGURE;
}

/* What is painted within reach of the way is met. The way is sampled every half reach, so a thin
 * line is not jumped over by a fast hand. */
static gboolean
touches (const RingItem *item, const Way *way)
{
  RingPoint a = way->a, b = way->b;
  double reach = way->reach;
  int n = (int) CLAMP (ring_point_distance (a, b) / (reach / 2) + 1, 1, 2000);

  for (int i = 0; i <= n; i++)
    {
      RingPoint p = { a.x + (b.x - a.x) * i / n, a.y + (b.y - a.y) * i / n };

      if (ring_item_distance (item, p) <= reach)
        return TRUE;
    }
  return FALSE;
}

/* Whoever shows what was met knows only the view that the eraser came down in. */
static RingItem *
in_target (const RingItem *item, const Way *way)
{
  RingMatrix matrix;

  if (ring_matrix_is_identity (&way->to_target))
    return ring_item_ref (item);
  matrix = ring_matrix_multiply (ring_item_get_matrix (item), &way->to_target);
  return ring_item_with_matrix (item, &matrix);
}

typedef struct
{
  RingPoint last;   /* of the pen */
  GHashTable *cuts; /* CutStroke by id, while it cuts */
} Eraser;

static gpointer
eraser_make (RingTool *tool)
{
  return g_new0 (Eraser, 1);
}

/* ----------------------------------------------------------------- cutting */

/* A stroke that the eraser has come near to. */
typedef struct
{
  RingItem *item;
  RingInkCut *cut; /* NULL when the stroke has no samples to cut */
  RingMatrix inverse;
  gboolean erased;
} CutStroke; /* of a symmetrical stroke the line, whichever of its copies is touched */

static void
cut_stroke_free (gpointer data)
{
  CutStroke *stroke = data;

  ring_item_unref (stroke->item);
  ring_ink_cut_free (stroke->cut);
  g_free (stroke);
}

/* A piece of ITEM with N of the old line's SAMPLES, whose times count from the old t0. */
static RingItem *
make_piece (const RingItem *item, const char *id, const RingSample *samples, gsize n)
{
  RingStroke piece = *ring_item_get_stroke (item);
  g_autofree RingSample *shifted = g_memdup2 (samples, n * sizeof *samples);
  g_autoptr (RingSamples) kept = NULL;
  g_autoptr (RingItem) plain = NULL;
  g_autoptr (RingItem) moved = NULL;
  g_autoptr (RingItem) grouped = NULL;

  for (gsize i = 0; i < n; i++)
    shifted[i].time -= samples[0].time;
  kept = ring_samples_new (shifted, n, ring_samples_get_t0 (piece.samples) + samples[0].time);
  piece.samples = kept;
  piece.picture = NULL;
  /* The samples are smooth already. */
  piece.style.ink.smoothing = RING_SMOOTHING_EXACT;
  plain = ring_item_new_stroke (id, &piece);
  moved = ring_item_with_matrix (plain, ring_item_get_matrix (item));
  grouped = ring_item_with_group (moved, ring_item_get_group (item));
  return ring_item_with_extra (grouped, ring_item_get_extra (item));
}

static CutStroke *
get_cut_stroke (RingTool *tool, RingItem *item)
{
  Eraser *self = tool->state;
  const RingStroke *stroke = ring_item_get_stroke (item);
  CutStroke *found;
  const RingSample *samples = NULL;
  gsize n = 0;

  if (self->cuts == NULL)
    self->cuts = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, cut_stroke_free);
  found = g_hash_table_lookup (self->cuts, ring_item_get_id (item));
  if (found != NULL)
    return found;
  found = g_new0 (CutStroke, 1);
  found->item = ring_item_ref (item);
  if (stroke->samples != NULL)
    samples = ring_samples_get (stroke->samples, &n, NULL);
  if (samples != NULL && n > 0
      && ring_matrix_invert (ring_item_get_matrix (item), &found->inverse))
    found->cut = ring_ink_cut_new (samples, n, &stroke->style.ink, stroke->fit);
  g_hash_table_insert (self->cuts, (gpointer) ring_item_get_id (found->item), found);
  return found;
}

/* Takes from the line what the way touches of its copies: the rest is as symmetrical as before. */
static gboolean
cut_copies (const CutStroke *stroke, const Way *way, GPtrArray *taken)
{
  const RingSymmetry *symmetry = &ring_item_get_stroke (stroke->item)->symmetry;
  gboolean cut = FALSE;

  for (guint i = 0; i < ring_symmetry_get_n_copies (symmetry); i++)
    {
      RingMatrix copy = ring_symmetry_get_matrix (symmetry, i);
      RingMatrix back;

      if (!ring_matrix_invert (&copy, &back))
        continue;
      back = ring_matrix_multiply (&stroke->inverse, &back);
      if (ring_ink_cut_erase (stroke->cut, ring_matrix_apply (&back, way->a),
                              ring_matrix_apply (&back, way->b),
                              way->reach * ring_matrix_scale (&back), taken))
        cut = TRUE;
    }
  return cut;
}

/* What is taken away now is met: the canvas shows it as it shows whole strokes that are. */
static void
cut_item (RingTool *tool, RingItem *item, const Way *way)
{
  g_autoptr (GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  CutStroke *stroke = get_cut_stroke (tool, item);

  if (stroke->cut == NULL || !cut_copies (stroke, way, taken))
    return;
  stroke->erased = TRUE;
  for (guint i = 0; i < taken->len; i++)
    {
      const GArray *samples = g_ptr_array_index (taken, i);
      g_autoptr (RingItem) piece = make_piece (item, ring_item_get_id (item),
                                               (const RingSample *) (const void *) samples->data,
                                               samples->len);

      g_ptr_array_add (tool->met, in_target (piece, way));
    }
}

/* Puts PIECE behind the N pieces that lie from POSITION on; the first takes the stroke's place and
 * its id. A piece past the limit goes on in another one that begins with its end. */
static guint
put_piece (RingTool *tool, RingEdit *edit, const CutStroke *stroke, const char *layer_id,
           gsize position, guint n, const GArray *piece)
{
  const RingSample *samples = (const RingSample *) (const void *) piece->data;

  for (gsize first = 0; first == 0 || first + 1 < piece->len; first += RING_SAMPLES_MAX - 1)
    {
      g_autofree char *id = n == 0 ? g_strdup (ring_item_get_id (stroke->item))
                                   : ring_design_new_id (tool->design, ring_item_kind_letter (RING_ITEM_STROKE));
      g_autoptr (RingItem) item = make_piece (stroke->item, id, samples + first,
                                              MIN (piece->len - first, RING_SAMPLES_MAX));

      if (n == 0)
        ring_edit_replace_item (edit, item);
      else
        ring_edit_insert_item (edit, layer_id, position + n, item);
      n++;
    }
  return n;
}

static void
put_pieces (RingTool *tool, RingEdit *edit, const CutStroke *stroke)
{
  const char *id = ring_item_get_id (stroke->item);
  g_autoptr (GPtrArray) pieces = ring_ink_cut_get_pieces (stroke->cut);
  g_autofree char *layer_id = NULL;
  RingLayer *layer = NULL;
  gsize position;
  guint n = 0;

  if (ring_drawing_find_item (ring_edit_get_result (edit), id, NULL, &layer) == NULL)
    return;
  ring_sequence_find (ring_layer_get_items (layer), id, &position);
  layer_id = g_strdup (ring_layer_get_head (layer)->id);
  for (guint i = 0; i < pieces->len; i++)
    n = put_piece (tool, edit, stroke, layer_id, position, n, g_ptr_array_index (pieces, i));
  if (n == 0)
    ring_edit_remove_item (edit, id);
}

/* In the order of the ids, so that a recording gives the same design at each run. */
static int
compare_ids (gconstpointer a, gconstpointer b)
{
  const CutStroke *x = *(const CutStroke *const *) a;
  const CutStroke *y = *(const CutStroke *const *) b;

  return strcmp (ring_item_get_id (x->item), ring_item_get_id (y->item));
}

static void
put_all_pieces (RingTool *tool, RingEdit *edit)
{
  Eraser *self = tool->state;
  g_autoptr (GPtrArray) strokes = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->cuts);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    g_ptr_array_add (strokes, value);
  g_ptr_array_sort (strokes, compare_ids);
  for (guint i = 0; i < strokes->len; i++)
    {
      const CutStroke *stroke = g_ptr_array_index (strokes, i);

      if (stroke->erased)
        put_pieces (tool, edit, stroke);
    }
}

/* ------------------------------------------------------------------ meeting */

static void
meet_item (RingTool *tool, RingItem *item, const Way *way)
{
  g_autoptr (RingItem) met = NULL;

  if (tool->cutting && ring_item_get_kind (item) == RING_ITEM_STROKE)
    cut_item (tool, item, way);
  if (tool->cutting || !is_erasable (item) || ring_tool_has_met (tool, ring_item_get_id (item))
      || !touches (item, way))
    return;
  met = in_target (item, way);
  _ring_tool_meet (tool, met);
}

static void
meet_layers (RingTool *tool, const RingView *view, const Way *way)
{
  RingRect extent = ring_rect_add_point (ring_rect_add_point (RING_RECT_EMPTY, way->a), way->b);

  extent = ring_rect_inset (extent, -way->reach);
  if (ring_view_get_head (view)->kind != RING_VIEW_PAGE
      && !ring_rect_intersects (extent, ring_view_get_head (view)->clip))
    return;
  for (guint l = 0; l < ring_view_get_n_layers (view); l++)
    {
      const RingLayer *layer = ring_view_get_layer (view, l);
      RingSequenceIter iter;
      RingItem *item;

      if (ring_layer_get_head (layer)->locked || !ring_layer_get_head (layer)->visible)
        continue;
      ring_sequence_iter_init (&iter, ring_layer_get_items (layer), &extent);
      while ((item = ring_sequence_iter_next (&iter)) != NULL)
        meet_item (tool, item, way);
    }
}

/* A and B are mm of the view that the eraser came down in. */
static void
meet (RingTool *tool, RingPoint a, RingPoint b)
{
  const RingDrawing *drawing = ring_design_get_drawing (tool->design);
  const RingView *target = _ring_tool_get_view (tool);
  RingMatrix to_paper, from_paper;

  if (target == NULL)
    return;
  to_paper = ring_view_get_matrix (target);
  if (!ring_matrix_invert (&to_paper, &from_paper))
    return;
  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);
      RingMatrix matrix = ring_view_get_matrix (view);
      Way way = { a, b, tool->reach * tool->pixel, RING_MATRIX_IDENTITY };
      RingMatrix from_target;

      if (view != target)
        {
          way.to_target = ring_matrix_multiply (&matrix, &from_paper);
          if (!ring_matrix_invert (&way.to_target, &from_target))
            continue;
          way.a = ring_matrix_apply (&from_target, a);
          way.b = ring_matrix_apply (&from_target, b);
          way.reach *= ring_matrix_scale (&from_target);
        }
      meet_layers (tool, view, &way);
    }
}

static void
eraser_begin (RingTool *tool, const RingSample *sample)
{
  Eraser *self = tool->state;

  self->last = (RingPoint){ sample->x, sample->y };
  meet (tool, self->last, self->last);
}

static void
eraser_update (RingTool *tool, const RingSample *sample)
{
  Eraser *self = tool->state;
  RingPoint here = { sample->x, sample->y };

  meet (tool, self->last, here);
  self->last = here;
}

static gboolean
eraser_end (RingTool *tool)
{
  Eraser *self = tool->state;
  RingEdit *edit;

  if (tool->met->len == 0)
    return FALSE;
  edit = ring_edit_new (ring_design_get_drawing (tool->design), _("Erase"));
  if (self->cuts != NULL)
    put_all_pieces (tool, edit);
  for (guint i = 0; self->cuts == NULL && i < tool->met->len; i++)
    ring_edit_remove_item (edit, ring_item_get_id (g_ptr_array_index (tool->met, i)));
  return ring_design_commit (tool->design, edit);
}

static void
eraser_clear (RingTool *tool)
{
  Eraser *self = tool->state;

  g_clear_pointer (&self->cuts, g_hash_table_unref);
}

const RingToolClass ring_tool_eraser_class = {
  .kind = RING_TOOL_ERASER,
  .role = RING_ROLE_INK,
  .make = eraser_make,
  .free = g_free,
  .begin = eraser_begin,
  .update = eraser_update,
  .end = eraser_end,
  .clear = eraser_clear,
};

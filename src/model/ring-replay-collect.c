/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What happens in a replay, and when it did. Strokes tell their own time. For all else the evidence is
 * what lies under it, when a stone's log begins, and which revisions have it already. */
#include "ring-replay-private.h"

#include "ring-clock.h"
#include "ring-revision.h"
#include "ring-sign-off.h"
#include "ring-talk.h"
#include "ring-view-private.h"

/* A dot is seen to come, too. */
#define LEAST_STROKE 30
/* Revisions that were kept at one moment still come one after the other. */
#define APART 2
/* ms; a pen that rests for less while it is down draws. */
#define LEAST_PAUSE 250

RingSamples *
_ring_replay_read_samples (const RingItem *item)
{
  const RingStroke *stroke = ring_item_get_stroke (item);
  RingSamples *samples;
  gsize n;

  if (stroke == NULL || stroke->samples == NULL)
    return NULL;
  samples = ring_samples_new_from_text (ring_samples_get_text (stroke->samples),
                                        ring_samples_get_t0 (stroke->samples));
  if (ring_samples_get (samples, &n, NULL) != NULL && n > 0)
    return samples;
  ring_samples_unref (samples);
  return NULL;
}

/* The pen may rest on the paper, too. */
static void
add_spans (RingReplay *self, const RingSample *samples, gsize n, gint64 t0)
{
  Span span = { t0 + samples[0].time, t0 + samples[0].time, NULL };
  double most = MAX (LEAST_PAUSE, 1000 * self->options.gap);

  for (gsize i = 1; i < n; i++)
    {
      gint64 time = t0 + samples[i].time;

      if ((double) (time - span.end) > most)
        {
          g_array_append_val (self->spans, span);
          span.start = time;
        }
      span.end = MAX (span.end, time);
    }
  if (span.end < span.start + LEAST_STROKE)
    span.end = span.start + LEAST_STROKE;
  g_array_append_val (self->spans, span);
}

static void
read_times (RingReplay *self, Act *act)
{
  g_autoptr (RingSamples) samples = _ring_replay_read_samples (act->step.item);
  const RingSample *list;
  gint64 t0;
  gsize n;

  /* Nobody drew in 1970: a t0 that is not there is 0. */
  if (samples == NULL || (t0 = ring_samples_get_t0 (samples)) <= 0)
    return;
  list = ring_samples_get (samples, &n, NULL);
  act->timed = TRUE;
  act->step.kind = RING_REPLAY_DRAWN;
  act->start = act->end = t0 + list[0].time;
  for (gsize i = 1; i < n; i++)
    act->end = MAX (act->end, t0 + list[i].time);
  act->end = MAX (act->end, act->start + LEAST_STROKE);
  add_spans (self, list, n, t0);
}

static Act *
add_act (RingReplay *self, RingReplayKind kind)
{
  Act *act = g_new0 (Act, 1);

  act->step.kind = kind;
  act->start = act->end = RING_REPLAY_BEGIN;
  act->gone = G_MAXINT64;
  act->order = self->acts->len;
  g_ptr_array_add (self->acts, act);
  return act;
}

Act *
_ring_replay_add_item (RingReplay *self, Slot *slot, Act *below, const RingItem *item)
{
  Act *act = add_act (self, RING_REPLAY_SHOWN);

  act->step.item = item;
  act->step.view = ring_view_get_head (slot->of)->id;
  act->step.layer = ring_layer_get_head (slot->source)->id;
  act->slot = slot;
  act->above = below != NULL ? below->above : slot->first;
  if (below != NULL)
    below->above = act;
  else
    slot->first = act;
  slot->n_acts++;
  if (ring_item_get_id (item)[0] != '\0' && !g_hash_table_contains (self->known, ring_item_get_id (item)))
    g_hash_table_insert (self->known, (gpointer) ring_item_get_id (item), act);
  read_times (self, act);
  return act;
}

Slot *
_ring_replay_find_slot (const RingReplay *self, const char *layer_id)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = self->slots->pdata[i];

      if (g_str_equal (ring_layer_get_head (slot->source)->id, layer_id))
        return slot;
    }
  return NULL;
}

/* Pins are the stones' own: they stay among notes. */
gboolean
_ring_replay_leaves_out (const RingReplay *self, const RingLayer *layer, const RingItem *item, GHashTable *said)
{
  const char *group = ring_item_get_group (item);

  if (self->options.notes || ring_item_get_kind (item) == RING_ITEM_NOTE)
    return FALSE;
  return ring_layer_get_head (layer)->role == RING_ROLE_NOTES || (group != NULL && g_hash_table_contains (said, group));
}

static void
add_layer (RingReplay *self, guint v, guint l, GHashTable *said)
{
  Slot *slot = g_new0 (Slot, 1);
  RingSequenceIter iter;
  Act *below = NULL;
  RingItem *item;

  slot->view = v;
  slot->layer = l;
  slot->of = ring_drawing_get_view (self->drawing, v);
  slot->source = ring_view_get_layer (slot->of, l);
  g_ptr_array_add (self->slots, slot);
  ring_sequence_iter_init (&iter, ring_layer_get_items (slot->source), NULL);
  while ((item = ring_sequence_iter_next (&iter)) != NULL)
    if (!_ring_replay_leaves_out (self, slot->source, item, said))
      below = _ring_replay_add_item (self, slot, below, item);
}

/* Hidden layers stay as they are: nobody sees when they came. */
static void
add_layers (RingReplay *self, GHashTable *said)
{
  for (guint v = 0; v < ring_drawing_get_n_views (self->drawing); v++)
    {
      RingView *view = ring_drawing_get_view (self->drawing, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        if (ring_layer_get_head (ring_view_get_layer (view, l))->visible)
          add_layer (self, v, l, said);
    }
}

/* Settings come with their gem, and halos are not drawn without it. */
static void
add_records (RingReplay *self)
{
  static const char *const kinds[] = { RING_RECORD_GEM, RING_RECORD_LAYOUT, RING_RECORD_INSCRIPTION };

  for (guint k = 0; k < G_N_ELEMENTS (kinds); k++)
    for (guint i = 0; i < ring_drawing_get_n_records (self->drawing); i++)
      {
        const RingRecord *record = ring_drawing_get_record (self->drawing, i);
        Act *act;

        if (!g_str_equal (ring_record_get_kind (record), kinds[k]))
          continue;
        act = add_act (self, RING_REPLAY_RECORD);
        act->step.record = record;
        act->record_place = i;
        g_hash_table_insert (self->known, (gpointer) ring_record_get_id (record), act);
      }
}

/* --------------------------------------------------------------------- revisions */

typedef struct
{
  const RingRecord *record;
  const RingDrawing *state;
  GHashTable *items; /* ids */
  gint64 at;
} Kept;

static void
kept_clear (gpointer data)
{
  g_hash_table_unref (((Kept *) data)->items);
}

static void
index_state (Kept *kept)
{
  for (guint v = 0; v < ring_drawing_get_n_views (kept->state); v++)
    {
      RingView *view = ring_drawing_get_view (kept->state, v);

      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        {
          RingSequenceIter iter;
          RingItem *item;

          ring_sequence_iter_init (&iter, ring_layer_get_items (ring_view_get_layer (view, l)), NULL);
          while ((item = ring_sequence_iter_next (&iter)) != NULL)
            g_hash_table_add (kept->items, (gpointer) ring_item_get_id (item));
        }
    }
}

/* A clock may be wrong; what a revision holds is not. So it comes after all its strokes, and before the
 * first one that was drawn later. */
static gint64
find_moment (const RingReplay *self, const Kept *kept)
{
  gint64 last = RING_REPLAY_BEGIN, next = G_MAXINT64, at = 0;

  for (guint i = 0; i < self->acts->len; i++)
    {
      const Act *act = self->acts->pdata[i];

      if (act->timed && g_hash_table_contains (kept->items, ring_item_get_id (act->step.item)))
        last = MAX (last, act->end);
    }
  for (guint i = 0; i < self->acts->len; i++)
    {
      const Act *act = self->acts->pdata[i];

      if (act->timed && act->start >= last
          && !g_hash_table_contains (kept->items, ring_item_get_id (act->step.item)))
        next = MIN (next, act->start);
    }
  if (!ring_clock_parse (ring_record_get_or (kept->record, "at", ""), &at))
    at = last;
  return MAX (MIN (at, next - 1), last);
}

static GArray *
list_kept (RingReplay *self)
{
  g_autoptr (GPtrArray) records = ring_revision_list (self->drawing);
  GArray *list = g_array_new (FALSE, FALSE, sizeof (Kept));
  gint64 before = RING_REPLAY_BEGIN;

  g_array_set_clear_func (list, kept_clear);
  for (guint i = 0; i < records->len; i++)
    {
      Kept kept = { .record = records->pdata[i] };

      kept.state = ring_drawing_get_state (self->drawing, ring_record_get_id (kept.record));
      kept.items = g_hash_table_new (g_str_hash, g_str_equal);
      index_state (&kept);
      kept.at = find_moment (self, &kept);
      if (i > 0)
        kept.at = MAX (kept.at, before + APART);
      before = kept.at;
      g_array_append_val (list, kept);
    }
  return list;
}

static gboolean
is_in (const Kept *kept, const Act *act)
{
  if (act->step.item != NULL)
    return g_hash_table_contains (kept->items, ring_item_get_id (act->step.item));
  return ring_drawing_find_record (kept->state, ring_record_get_kind (act->step.record),
                                   ring_record_get_id (act->step.record)) != NULL;
}

/* What has no time comes after the last revision that lacks it, and before the first that has it. */
static gint64
clamp_to_revisions (const GArray *kept, const Act *act, gint64 at)
{
  for (guint i = 0; i < kept->len; i++)
    {
      const Kept *one = &g_array_index (kept, Kept, i);

      if (is_in (one, act))
        return MIN (at, one->at);
      at = MAX (at, one->at + 1);
    }
  return at;
}

static void
add_revisions (RingReplay *self, const GArray *kept)
{
  for (guint i = 0; i < kept->len; i++)
    {
      const Kept *one = &g_array_index (kept, Kept, i);
      Act *act = add_act (self, RING_REPLAY_REVISION);

      act->step.record = one->record;
      act->start = act->end = one->at;
      g_hash_table_insert (self->known, (gpointer) ring_record_get_id (one->record), act);
    }
}

/* What a revision had, and no later one nor the present: it goes once that one was kept. */
static void
end_erased (RingReplay *self, const GArray *kept)
{
  for (guint i = 0; i < self->acts->len; i++)
    {
      Act *act = self->acts->pdata[i];

      for (guint k = kept->len; act->erased && act->gone == G_MAXINT64 && k > 0; k--)
        if (is_in (&g_array_index (kept, Kept, k - 1), act))
          act->gone = g_array_index (kept, Kept, k - 1).at + 1;
    }
}

/* --------------------------------------------------------------------- without a time */

/* When the last of the strokes that it lies over or beside was done. */
static gint64
find_neighbours (const RingReplay *self, const Act *act)
{
  const RingView *view = act->slot->of;
  RingRect bounds = ring_item_get_bounds (act->step.item);
  gint64 last = RING_REPLAY_BEGIN;

  for (guint l = 0; l < ring_view_get_n_layers (view); l++)
    {
      RingSequenceIter iter;
      RingItem *item;

      ring_sequence_iter_init (&iter, ring_layer_get_items (ring_view_get_layer (view, l)), &bounds);
      while ((item = ring_sequence_iter_next (&iter)) != NULL)
        {
          const Act *other = g_hash_table_lookup (self->known, ring_item_get_id (item));

          if (other != NULL && other->timed)
            last = MAX (last, other->end);
        }
    }
  return last;
}

/* Colour is laid between lines, and a pin set on what is drawn. */
static gboolean
needs_lines (const RingItem *item)
{
  RingArt *art = ring_item_get_art (item);

  return ring_item_get_kind (item) == RING_ITEM_NOTE
         || (ring_item_get_kind (item) == RING_ITEM_ARTWORK && ring_art_get_fill (art) != NULL);
}

static void
place_items (RingReplay *self, const GArray *kept)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = self->slots->pdata[i];
      gint64 below = RING_REPLAY_BEGIN;

      for (Act *act = slot->first; act != NULL; act = act->above)
        {
          if (act->timed)
            {
              below = MAX (below, act->end);
              continue;
            }
          if (act->start == RING_REPLAY_BEGIN)
            {
              gint64 at = needs_lines (act->step.item) ? MAX (below, find_neighbours (self, act)) : below;

              act->start = act->end = clamp_to_revisions (kept, act, at);
            }
          below = MAX (below, act->end);
        }
    }
}

/* When the log of the stone in RECORD begins. */
static gint64
find_log (const RingReplay *self, const RingRecord *record)
{
  const char *stone = ring_record_get (record, "stone");
  g_autoptr (GPtrArray) log = stone != NULL ? ring_drawing_list_records (self->drawing, RING_RECORD_CUSTODY) : NULL;
  gint64 first = G_MAXINT64, at;

  for (guint i = 0; log != NULL && i < log->len; i++)
    if (g_strcmp0 (ring_record_get (log->pdata[i], "stone"), stone) == 0
        && ring_clock_parse (ring_record_get_or (log->pdata[i], "at", ""), &at))
      first = MIN (first, at);
  return first == G_MAXINT64 ? RING_REPLAY_BEGIN : first;
}

static void
place_records (RingReplay *self, const GArray *kept)
{
  for (guint i = 0; i < self->acts->len; i++)
    {
      Act *act = self->acts->pdata[i];

      if (act->step.kind == RING_REPLAY_RECORD)
        act->start = act->end = clamp_to_revisions (kept, act, find_log (self, act->step.record));
    }
}

/* --------------------------------------------------------------------- the signature */

/* In the lower right corner of the page, as it was written: its outline alone is kept. */
static RingItem *
make_signature (const RingReplay *self, const RingRecord *sign_off)
{
  const char *d = ring_record_get (sign_off, ring_signed_field (RING_SIGNED_NAME));
  g_autoptr (RingPath) path = d != NULL ? ring_path_from_svg (d, 0, NULL) : NULL;
  g_autoptr (RingItem) item = NULL;
  g_autoptr (RingArt) art = NULL;
  RingMatrix place = RING_MATRIX_IDENTITY;
  RingRect bounds;

  if (path == NULL || ring_path_is_empty (path))
    return NULL;
  bounds = ring_path_get_bounds (path);
  art = ring_art_new ();
  ring_art_add (art, path, 0x26282cff, 0, 0, FALSE);
  item = ring_item_new_artwork (ring_record_get_id (sign_off), art);
  place.x0 = ring_drawing_get_width (self->drawing) - 15 - bounds.x1;
  place.y0 = ring_drawing_get_height (self->drawing) - 15 - bounds.y1;
  return ring_item_with_matrix (item, &place);
}

static void
add_signature (RingReplay *self)
{
  const RingRecord *sign_off = ring_sign_off_last (self->drawing);
  RingItem *item = sign_off != NULL ? make_signature (self, sign_off) : NULL;
  gint64 last = RING_REPLAY_BEGIN;
  Act *act, *below;
  Slot *slot = NULL;

  for (guint i = 0; i < self->slots->len; i++)
    if (ring_view_get_head (((Slot *) self->slots->pdata[i])->of)->kind == RING_VIEW_PAGE)
      slot = self->slots->pdata[i];
  if (item == NULL || slot == NULL)
    {
      g_clear_pointer (&item, ring_item_unref);
      return;
    }
  g_ptr_array_add (self->kept, item);
  for (guint i = 0; i < self->acts->len; i++)
    last = MAX (last, ((Act *) self->acts->pdata[i])->end);
  for (below = slot->first; below != NULL && below->above != NULL;)
    below = below->above;
  act = _ring_replay_add_item (self, slot, below, item);
  act->step.kind = RING_REPLAY_SIGNED;
  act->step.record = sign_off;
  act->start = act->end = last == RING_REPLAY_BEGIN ? last : last + 1;
}

void
_ring_replay_collect (RingReplay *self, RingHistory *history)
{
  g_autoptr (GHashTable) said = ring_talk_collect_ink (self->drawing, NULL);
  g_autoptr (GArray) kept = NULL;

  add_records (self);
  add_layers (self, said);
  if (self->options.erased)
    {
      _ring_replay_add_from_revisions (self, said);
      if (history != NULL)
        _ring_replay_add_from_history (self, history, said);
    }
  kept = list_kept (self);
  end_erased (self, kept);
  place_records (self, kept);
  place_items (self, kept);
  add_revisions (self, kept);
  if (self->options.signatures)
    add_signature (self);
}

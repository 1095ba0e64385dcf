/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet at one moment, made from the one before by what happened in between. How many items of a layer
 * are there below a place is summed as Fenwick does, so a step costs the logarithm of the layer. */
#include "ring-replay-private.h"

#include <math.h>

#include "ring-drawing-private.h"
#include "ring-view-private.h"

/* A layer of which a larger part changes is made anew. */
#define PART 8

typedef enum
{
  ABSENT,
  PARTLY,
  WHOLE,
} State;

typedef struct
{
  State state;
  gsize n_drawn;        /* samples, while PARTLY */
  RingSamples *samples; /* likewise */
  RingItem *shown;      /* NULL while ABSENT */
} Mark;

typedef struct
{
  RingSequence *items;
  guint *sums;
  gboolean changed; /* since the last move */
} Stack;

struct _RingReplayCursor
{
  RingReplay *replay;
  RingDrawing *drawing;
  double t;
  int last;       /* the last step that has begun */
  Mark *marks;    /* of each act */
  Stack *stacks;  /* of each slot */
  GPtrArray *erased, *partly; /* of Act: those that go, those that are being drawn */
  gboolean many;  /* layers are made anew after this move */
  RingRect damage;
};

/* ------------------------------------------------------------------------ counting */

static guint
count_below (const guint *sums, guint place)
{
  guint n = 0;

  for (; place > 0; place &= place - 1)
    n += sums[place];
  return n;
}

static void
count_one (guint *sums, guint n, guint place, int by)
{
  for (place++; place <= n; place += place & -place)
    sums[place] += (guint) by;
}

/* ------------------------------------------------------------------------ one act */

static void
add_damage (RingReplayCursor *self, const Act *act, const RingItem *item)
{
  RingMatrix matrix = ring_view_get_matrix (act->slot->of);

  if (item == NULL)
    return;
  self->damage = ring_rect_union (self->damage, ring_matrix_apply_rect (&matrix, ring_item_get_bounds (item)));
}

/* What of the stroke is drawn so far; NULL for nothing. */
static RingItem *
draw_part (Mark *mark, const Act *act, gint64 real)
{
  RingStroke stroke = *ring_item_get_stroke (act->step.item);
  g_autoptr (RingSamples) part = NULL;
  g_autoptr (RingItem) item = NULL;
  const RingSample *samples;
  gsize n;

  if (mark->samples == NULL)
    mark->samples = _ring_replay_read_samples (act->step.item);
  samples = ring_samples_get (mark->samples, &n, NULL);
  while (mark->n_drawn < n && ring_samples_get_t0 (mark->samples) + samples[mark->n_drawn].time <= real)
    mark->n_drawn++;
  while (mark->n_drawn > 0 && ring_samples_get_t0 (mark->samples) + samples[mark->n_drawn - 1].time > real)
    mark->n_drawn--;
  if (mark->n_drawn == 0)
    return NULL;
  part = ring_samples_new (samples, mark->n_drawn, ring_samples_get_t0 (mark->samples));
  stroke.samples = part;
  stroke.picture = NULL;
  item = ring_item_new_stroke (ring_item_get_id (act->step.item), &stroke);
  return ring_item_like (item, act->step.item);
}

static State
find_state (const Act *act, double t)
{
  if (t < act->step.start || t >= act->step.gone)
    return ABSENT;
  return t < act->step.end ? PARTLY : WHOLE;
}

/* ------------------------------------------------------------------------ records */

static void
show_record (RingReplayCursor *self, const Act *act, gboolean shown)
{
  guint place = act->record_place;
  RingDrawing *next;

  for (guint i = 0; i < self->replay->acts->len; i++)
    {
      const Act *other = self->replay->acts->pdata[i];

      if (other->step.kind == RING_REPLAY_RECORD && other->record_place < act->record_place
          && self->marks[i].state == ABSENT)
        place--;
    }
  next = _ring_drawing_with_record (self->drawing, place, !shown, shown ? act->step.record : NULL);
  ring_drawing_unref (self->drawing);
  self->drawing = next;
  self->damage = (RingRect){ 0, 0, ring_drawing_get_width (next), ring_drawing_get_height (next) };
}

/* ------------------------------------------------------------------------ items */

static void
splice (RingReplayCursor *self, const Act *act, RingItem *old_item, RingItem *new_item)
{
  Stack *stack = &self->stacks[act->slot->number];
  guint place = count_below (stack->sums, act->place);
  RingSequence *next
      = ring_sequence_splice (stack->items, place, old_item != NULL, &new_item, new_item != NULL);

  ring_sequence_unref (stack->items);
  stack->items = next;
}

/* What is seen of ACT becomes SHOWN, which is taken. */
static void
show_item (RingReplayCursor *self, const Act *act, RingItem *shown)
{
  Mark *mark = &self->marks[act->index];
  Stack *stack = &self->stacks[act->slot->number];
  int more = (shown != NULL) - (mark->shown != NULL);

  add_damage (self, act, mark->shown);
  add_damage (self, act, shown);
  if (!self->many)
    splice (self, act, mark->shown, shown);
  if (more != 0)
    count_one (stack->sums, act->slot->n_acts, act->place, more);
  stack->changed = TRUE;
  g_clear_pointer (&mark->shown, ring_item_unref);
  mark->shown = shown;
}

static void
draw_on (RingReplayCursor *self, Act *act)
{
  Mark *mark = &self->marks[act->index];
  gsize before = mark->n_drawn;
  RingItem *shown = draw_part (mark, act, _ring_replay_to_real (self->replay, self->t));

  if (mark->state == PARTLY && mark->n_drawn == before)
    g_clear_pointer (&shown, ring_item_unref);
  else
    show_item (self, act, shown);
  if (mark->state != PARTLY)
    g_ptr_array_add (self->partly, act);
  mark->state = PARTLY;
}

static void
update (RingReplayCursor *self, Act *act)
{
  Mark *mark = &self->marks[act->index];
  State state = find_state (act, self->t);

  if (state == PARTLY)
    draw_on (self, act);
  if (state == PARTLY || state == mark->state)
    return;
  if (mark->state == PARTLY)
    {
      g_ptr_array_remove_fast (self->partly, act);
      g_clear_pointer (&mark->samples, ring_samples_unref);
      mark->n_drawn = 0;
    }
  mark->state = state;
  if (act->slot != NULL)
    show_item (self, act, state == WHOLE ? ring_item_ref (act->step.item) : NULL);
  else if (act->step.kind == RING_REPLAY_RECORD)
    show_record (self, act, state == WHOLE);
}

/* The layer of SLOT from what is seen of its acts. */
static void
pile_up (RingReplayCursor *self, const Slot *slot)
{
  g_autoptr (GPtrArray) items = g_ptr_array_sized_new (slot->n_acts);
  Stack *stack = &self->stacks[slot->number];

  for (guint i = 0; i < slot->n_acts; i++)
    if (self->marks[slot->acts[i]->index].shown != NULL)
      g_ptr_array_add (items, self->marks[slot->acts[i]->index].shown);
  ring_sequence_unref (stack->items);
  stack->items = ring_sequence_new ((RingItem *const *) items->pdata, items->len);
}

static void
settle (RingReplayCursor *self)
{
  for (guint i = 0; i < self->replay->slots->len; i++)
    {
      const Slot *slot = self->replay->slots->pdata[i];
      g_autoptr (RingLayer) layer = NULL;
      g_autoptr (RingView) view = NULL;
      RingDrawing *next;

      if (!self->stacks[i].changed)
        continue;
      if (self->many)
        pile_up (self, slot);
      self->stacks[i].changed = FALSE;
      layer = _ring_layer_with_items (slot->source, self->stacks[i].items);
      view = _ring_view_with_layer (ring_drawing_get_view (self->drawing, slot->view), slot->layer, layer);
      next = _ring_drawing_with_view (self->drawing, slot->view, TRUE, view);
      ring_drawing_unref (self->drawing);
      self->drawing = next;
    }
}

/* ------------------------------------------------------------------------ public */

RingReplayCursor *
ring_replay_cursor_new (RingReplay *replay)
{
  RingReplayCursor *self = g_new0 (RingReplayCursor, 1);

  self->replay = ring_replay_ref (replay);
  self->drawing = ring_drawing_ref (replay->empty);
  self->t = -1;
  self->last = -1;
  self->marks = g_new0 (Mark, MAX (1, replay->acts->len));
  self->stacks = g_new0 (Stack, MAX (1, replay->slots->len));
  self->erased = g_ptr_array_new ();
  self->partly = g_ptr_array_new ();
  for (guint i = 0; i < replay->slots->len; i++)
    {
      self->stacks[i].items = ring_sequence_new (NULL, 0);
      self->stacks[i].sums = g_new0 (guint, ((const Slot *) replay->slots->pdata[i])->n_acts + 1);
    }
  for (guint i = 0; i < replay->acts->len; i++)
    if (isfinite (((const Act *) replay->acts->pdata[i])->step.gone))
      g_ptr_array_add (self->erased, replay->acts->pdata[i]);
  return self;
}

void
ring_replay_cursor_free (RingReplayCursor *self)
{
  if (self == NULL)
    return;
  for (guint i = 0; i < self->replay->acts->len; i++)
    {
      g_clear_pointer (&self->marks[i].shown, ring_item_unref);
      g_clear_pointer (&self->marks[i].samples, ring_samples_unref);
    }
  for (guint i = 0; i < self->replay->slots->len; i++)
    {
      ring_sequence_unref (self->stacks[i].items);
      g_free (self->stacks[i].sums);
    }
  g_free (self->marks);
  g_free (self->stacks);
  g_ptr_array_unref (self->erased);
  g_ptr_array_unref (self->partly);
  ring_drawing_unref (self->drawing);
  ring_replay_unref (self->replay);
  g_free (self);
}

const RingDrawing *
ring_replay_cursor_move (RingReplayCursor *self, double t, RingRect *damage)
{
  const RingReplay *replay = self->replay;
  int last = ring_replay_find_step (replay, t);
  int from = MIN (self->last, last) + 1, to = MAX (self->last, last);

  /* Of those that have begun at both moments, the ones that were not at their end at the earlier one;
   * going on, they are those that are partly drawn. */
  if (t < self->t)
    while (from > 0 && replay->latest[from - 1] > t)
      from--;
  self->t = t;
  self->damage = RING_RECT_EMPTY;
  self->many = to - from > (int) replay->acts->len / PART;
  /* From the last: an act that ends leaves the list. */
  for (guint i = self->partly->len; i > 0; i--)
    update (self, self->partly->pdata[i - 1]);
  for (int i = from; i <= to; i++)
    update (self, replay->acts->pdata[i]);
  for (guint i = 0; i < self->erased->len; i++)
    update (self, self->erased->pdata[i]);
  settle (self);
  self->last = last;
  if (damage != NULL)
    *damage = self->damage;
  return self->drawing;
}

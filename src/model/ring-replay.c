/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The moments of a design laid out as a replay: rests are shortened, and what came at once gets a beat of
 * its own, so that it is seen to come. */
#include "ring-replay-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-drawing-private.h"
#include "ring-gem-layout.h"
#include "ring-inscription.h"
#include "ring-revision.h"
#include "ring-view-label.h"
#include "ring-view-private.h"

/* Seconds: before the first thing, what comes at once, a revision, and the end. */
#define LEAD 0.4
#define BEAT 0.35
#define HOLD 1.2
#define REST 0.8
/* A picture of a thousand shapes without times takes no longer. */
#define MOST_BEATS 20.0
#define AIR 4.0

void
ring_replay_options_init (RingReplayOptions *options)
{
  *options = (RingReplayOptions){ .gap = RING_REPLAY_GAP };
}

/* --------------------------------------------------------------------- laying out */

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *s = a, *t = b;
  int rank_s = s->act != NULL, rank_t = t->act != NULL;

  if (s->start != t->start)
    return s->start < t->start ? -1 : 1;
  if (rank_s != rank_t)
    return rank_t - rank_s;
  if (s->act != NULL && s->act->order != t->act->order)
    return s->act->order < t->act->order ? -1 : 1;
  return (s->end > t->end) - (s->end < t->end);
}

static int
compare_acts (gconstpointer a, gconstpointer b)
{
  const Act *s = *(Act *const *) a, *t = *(Act *const *) b;

  if (s->step.start != t->step.start)
    return s->step.start < t->step.start ? -1 : 1;
  if (s->step.end != t->step.end)
    return s->step.end < t->step.end ? -1 : 1;
  return s->order < t->order ? -1 : s->order > t->order;
}

/* What comes together: the shapes of one fill, a group, the pieces that an eraser left. */
static gboolean
comes_with (const Act *act, const Act *before)
{
  const RingItem *item = act->step.item;
  RingArt *art, *other;

  if (before == NULL || item == NULL || before->step.item == NULL || act->step.kind == RING_REPLAY_SIGNED)
    return FALSE;
  if (ring_item_get_group (item) != NULL && g_strcmp0 (ring_item_get_group (item), ring_item_get_group (before->step.item)) == 0)
    return TRUE;
  if (ring_item_get_stroke (item) != NULL && ring_item_get_stroke (before->step.item) != NULL)
    return act->start == before->start && act->start != RING_REPLAY_BEGIN;
  art = ring_item_get_art (item);
  other = ring_item_get_art (before->step.item);
  return art != NULL && other != NULL && ring_art_get_fill (art) != NULL
         && g_strcmp0 (ring_art_get_fill (art), ring_art_get_fill (other)) == 0;
}

static void
add_knot (RingReplay *self, gint64 real, double play)
{
  Knot knot = { real, play };

  g_array_append_val (self->knots, knot);
}

static void
add_moments (RingReplay *self)
{
  for (guint i = 0; i < self->acts->len; i++)
    {
      Act *act = self->acts->pdata[i];
      Span span = { act->start, act->end, act };

      if (!act->timed)
        g_array_append_val (self->spans, span);
      if (act->gone != G_MAXINT64)
        {
          span = (Span){ act->gone, act->gone, NULL };
          g_array_append_val (self->spans, span);
        }
    }
  g_array_sort (self->spans, compare_spans);
}

static double
find_beat (const RingReplay *self)
{
  guint n = 0;

  for (guint i = 0; i < self->acts->len; i++)
    n += !((Act *) self->acts->pdata[i])->timed;
  return n * BEAT > MOST_BEATS ? MOST_BEATS / n : BEAT;
}

/* Goes through the spans by their start; what comes at once while the pen is down does not lift it. */
static void
lay_out (RingReplay *self)
{
  double play = LEAD, beat = find_beat (self);
  gint64 real = RING_REPLAY_BEGIN;
  Act *before = NULL;

  add_moments (self);
  for (guint i = 0; i < self->spans->len; i++)
    {
      const Span *span = &g_array_index (self->spans, Span, i);

      if (span->start > real)
        {
          double rest = real == RING_REPLAY_BEGIN ? 0 : (double) (span->start - real) / 1000;

          play += MIN (rest, self->options.gap);
          real = span->start;
          add_knot (self, real, play);
        }
      else if (self->knots->len == 0)
        add_knot (self, real, play);
      if (span->act != NULL)
        {
          span->act->step.start = span->act->step.end = -1;
          if (span->act->start == real)
            {
              if (!comes_with (span->act, before))
                {
                  play += span->act->step.kind == RING_REPLAY_REVISION ? HOLD : beat;
                  add_knot (self, real, play);
                }
              /* A revision is told of as it is kept, all else is there after its beat. */
              span->act->step.start = span->act->step.end
                  = span->act->step.kind == RING_REPLAY_REVISION ? play - HOLD : play;
            }
          before = span->act;
        }
      if (span->end > real)
        {
          play += (double) (span->end - MAX (real, span->start)) / 1000;
          real = span->end;
          add_knot (self, real, play);
        }
    }
  self->duration = play + REST;
}

/* Where several knots are of one moment, UPPER is after what came at once then. */
static double
to_play (const RingReplay *self, gint64 real, gboolean upper)
{
  guint low = 0, high = self->knots->len;
  const Knot *knots = (const Knot *) (gconstpointer) self->knots->data;

  /* The first knot that is past REAL, or where it is not UPPER at it. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (upper ? knots[middle].real <= real : knots[middle].real < real)
        low = middle + 1;
      else
        high = middle;
    }
  if (!upper && low < self->knots->len && knots[low].real == real)
    return knots[low].play;
  if (low == 0)
    return knots[0].play;
  if (low == self->knots->len || knots[low - 1].real == real)
    return knots[low - 1].play;
  return knots[low - 1].play
         + (knots[low].play - knots[low - 1].play)
               * ((double) (real - knots[low - 1].real) / (double) (knots[low].real - knots[low - 1].real));
}

gint64
_ring_replay_to_real (const RingReplay *self, double t)
{
  guint low = 0, high = self->knots->len;
  const Knot *knots = (const Knot *) (gconstpointer) self->knots->data;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (knots[middle].play <= t)
        low = middle + 1;
      else
        high = middle;
    }
  if (low == 0)
    return RING_REPLAY_BEGIN;
  if (low == self->knots->len || knots[low - 1].real == RING_REPLAY_BEGIN)
    return knots[low - 1].real;
  return knots[low - 1].real
         + (gint64) (((t - knots[low - 1].play) / (knots[low].play - knots[low - 1].play))
                     * (double) (knots[low].real - knots[low - 1].real));
}

static void
time_acts (RingReplay *self)
{
  double latest = 0;

  for (guint i = 0; i < self->acts->len; i++)
    {
      Act *act = self->acts->pdata[i];

      if (act->timed)
        {
          act->step.start = to_play (self, act->start, TRUE);
          act->step.end = MAX (act->step.start, to_play (self, act->end, FALSE));
        }
      else if (act->step.start < 0)
        act->step.start = act->step.end = to_play (self, act->start, TRUE);
      act->step.gone = act->gone == G_MAXINT64 ? INFINITY : to_play (self, act->gone, TRUE);
    }
  g_ptr_array_sort (self->acts, compare_acts);
  self->latest = g_new (double, MAX (1, self->acts->len));
  for (guint i = 0; i < self->acts->len; i++)
    {
      Act *act = self->acts->pdata[i];

      act->index = i;
      self->latest[i] = latest = MAX (latest, act->step.end);
    }
}

static void
index_slots (RingReplay *self)
{
  for (guint i = 0; i < self->slots->len; i++)
    {
      Slot *slot = self->slots->pdata[i];
      guint place = 0;

      slot->number = i;
      slot->acts = g_new (Act *, MAX (1, slot->n_acts));
      for (Act *act = slot->first; act != NULL; act = act->above)
        {
          act->place = place;
          slot->acts[place++] = act;
        }
    }
}

/* --------------------------------------------------------------------- sheets */

/* The drawing with ITEMS in SLOT. */
static RingDrawing *
with_items (const RingDrawing *drawing, const Slot *slot, const GPtrArray *items)
{
  g_autoptr (RingSequence) sequence = NULL;
  g_autoptr (RingLayer) layer = NULL;
  g_autoptr (RingView) view = NULL;

  sequence = ring_sequence_new ((RingItem *const *) items->pdata, items->len);
  layer = _ring_layer_with_items (slot->source, sequence);
  view = _ring_view_with_layer (ring_drawing_get_view (drawing, slot->view), slot->layer, layer);
  return _ring_drawing_with_view (drawing, slot->view, TRUE, view);
}

/* The drawing with those items of SLOT that stay, or with none. */
static RingDrawing *
with_slot (const RingDrawing *drawing, const Slot *slot, gboolean stays)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; stays && i < slot->n_acts; i++)
    if (slot->acts[i]->gone == G_MAXINT64)
      g_ptr_array_add (items, (gpointer) slot->acts[i]->step.item);
  return with_items (drawing, slot, items);
}

static RingDrawing *
make_sheet (const RingReplay *self, gboolean end)
{
  RingDrawing *sheet = ring_drawing_ref (self->drawing);

  for (guint i = 0; i < self->slots->len; i++)
    {
      RingDrawing *next = with_slot (sheet, self->slots->pdata[i], end);

      ring_drawing_unref (sheet);
      sheet = next;
    }
  /* From the last, so that the places of the others stay. */
  for (guint p = ring_drawing_get_n_records (self->drawing); !end && p > 0; p--)
    for (guint i = 0; i < self->acts->len; i++)
      {
        const Act *act = self->acts->pdata[i];
        RingDrawing *next;

        if (act->step.kind != RING_REPLAY_RECORD || act->record_place != p - 1)
          continue;
        next = _ring_drawing_with_record (sheet, p - 1, TRUE, NULL);
        ring_drawing_unref (sheet);
        sheet = next;
      }
  return sheet;
}

static void
slot_free (gpointer data)
{
  g_free (((Slot *) data)->acts);
  g_free (data);
}

RingReplay *
ring_replay_new (const RingDrawing *drawing, RingHistory *history, const RingReplayOptions *options)
{
  RingReplay *self = g_new0 (RingReplay, 1);

  g_atomic_ref_count_init (&self->refs);
  self->drawing = ring_drawing_ref (drawing);
  ring_replay_options_init (&self->options);
  if (options != NULL)
    self->options = *options;
  self->options.gap = CLAMP (self->options.gap, 0, RING_REPLAY_MOST_GAP);
  self->slots = g_ptr_array_new_with_free_func (slot_free);
  self->acts = g_ptr_array_new_with_free_func (g_free);
  self->kept = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
  self->known = g_hash_table_new (g_str_hash, g_str_equal);
  self->spans = g_array_new (FALSE, FALSE, sizeof (Span));
  self->knots = g_array_new (FALSE, FALSE, sizeof (Knot));
  _ring_replay_collect (self, history);
  index_slots (self);
  lay_out (self);
  time_acts (self);
  g_array_set_size (self->spans, 0);
  self->empty = make_sheet (self, FALSE);
  self->end = make_sheet (self, TRUE);
  return self;
}

RingReplay *
ring_replay_ref (RingReplay *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
ring_replay_unref (RingReplay *self)
{
  if (self == NULL || !g_atomic_ref_count_dec (&self->refs))
    return;
  g_array_unref (self->spans);
  g_array_unref (self->knots);
  g_hash_table_unref (self->known);
  g_ptr_array_unref (self->slots);
  g_ptr_array_unref (self->acts);
  g_ptr_array_unref (self->kept);
  g_free (self->latest);
  ring_drawing_unref (self->empty);
  ring_drawing_unref (self->end);
  ring_drawing_unref (self->drawing);
  g_free (self);
}

/* --------------------------------------------------------------------- asking */

double
ring_replay_get_duration (const RingReplay *self)
{
  return self->duration;
}

guint
ring_replay_get_n_steps (const RingReplay *self)
{
  return self->acts->len;
}

const RingReplayStep *
ring_replay_get_step (const RingReplay *self, guint i)
{
  return &((Act *) self->acts->pdata[i])->step;
}

int
ring_replay_find_step (const RingReplay *self, double t)
{
  guint low = 0, high = self->acts->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (ring_replay_get_step (self, middle)->start <= t)
        low = middle + 1;
      else
        high = middle;
    }
  return (int) low - 1;
}

int
ring_replay_find (const RingReplay *self, const char *id)
{
  const Act *act = g_hash_table_lookup (self->known, id);

  for (guint i = 0; act != NULL && i < self->acts->len; i++)
    if (self->acts->pdata[i] == act)
      return (int) i;
  return -1;
}

RingDrawing *
ring_replay_get_end (const RingReplay *self)
{
  return self->end;
}

RingDrawing *
ring_replay_make_all (const RingReplay *self, GHashTable **steps)
{
  RingDrawing *all = ring_drawing_ref (self->end);

  *steps = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < self->slots->len; i++)
    {
      const Slot *slot = self->slots->pdata[i];
      g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
      RingDrawing *next;

      for (guint k = 0; k < slot->n_acts; k++)
        {
          const Act *act = slot->acts[k];
          g_autofree char *id = g_strdup_printf ("erased-%u", act->index);
          RingItem *item = act->gone == G_MAXINT64 ? ring_item_ref (act->step.item)
                                                   : ring_item_with_id (act->step.item, id);

          g_ptr_array_add (items, item);
          g_hash_table_insert (*steps, item, GUINT_TO_POINTER (act->index + 1));
        }
      next = with_items (all, slot, items);
      ring_drawing_unref (all);
      all = next;
    }
  return all;
}

gsize
ring_replay_count_samples (const RingReplay *self, guint i, double t, gsize *n_samples)
{
  const Act *act = self->acts->pdata[i];
  g_autoptr (RingSamples) samples = _ring_replay_read_samples (act->step.item);
  gint64 real = _ring_replay_to_real (self, t);
  const RingSample *list;
  gsize n = 0, done = 0;

  if (samples == NULL)
    return *n_samples = 0;
  list = ring_samples_get (samples, &n, NULL);
  while (done < n && (t >= act->step.end || ring_samples_get_t0 (samples) + list[done].time <= real))
    done++;
  *n_samples = n;
  return done;
}

double
ring_replay_get_moment (const RingReplay *self, guint i, guint32 time)
{
  const Act *act = self->acts->pdata[i];
  const RingStroke *stroke = ring_item_get_stroke (act->step.item);

  return CLAMP (to_play (self, ring_samples_get_t0 (stroke->samples) + time, TRUE), act->step.start, act->step.end);
}

RingRect
ring_replay_get_extent (const RingReplay *self)
{
  RingRect sheet = { 0, 0, ring_drawing_get_width (self->drawing), ring_drawing_get_height (self->drawing) };
  RingRect extent = RING_RECT_EMPTY;

  for (guint i = 0; i < self->slots->len; i++)
    {
      const Slot *slot = self->slots->pdata[i];
      RingMatrix matrix = ring_view_get_matrix (slot->of);

      if (slot->n_acts == 0)
        continue;
      if (ring_view_get_head (slot->of)->kind != RING_VIEW_PAGE)
        extent = ring_rect_union (extent, ring_view_head_get_window (ring_view_get_head (slot->of)));
      else
        for (guint k = 0; k < slot->n_acts; k++)
          extent = ring_rect_union (extent, ring_matrix_apply_rect (&matrix, ring_item_get_bounds (slot->acts[k]->step.item)));
    }
  if (ring_rect_is_empty (extent))
    return sheet;
  extent = (RingRect){ extent.x0 - AIR, extent.y0 - AIR, extent.x1 + AIR, extent.y1 + AIR };
  extent = ring_rect_intersect (extent, sheet);
  return ring_rect_is_empty (extent) ? sheet : extent;
}

/* --------------------------------------------------------------------- words */

static const char *
name_instrument (RingInstrument instrument)
{
  static const char *const names[] = {
    [RING_INSTRUMENT_PEN] = N_ ("Pen"),       [RING_INSTRUMENT_FINE_LINER] = N_ ("Fine liner"),
    [RING_INSTRUMENT_PENCIL] = N_ ("Pencil"), [RING_INSTRUMENT_BRUSH] = N_ ("Brush"),
    [RING_INSTRUMENT_MARKER] = N_ ("Marker"), [RING_INSTRUMENT_WASH] = N_ ("Wash"),
    [RING_INSTRUMENT_GOUACHE] = N_ ("Gouache"),
  };

  return _ (names[instrument]);
}

static char *
name_item (const RingItem *item)
{
  const RingNote *note = ring_item_get_note (item);

  switch (ring_item_get_kind (item))
    {
    case RING_ITEM_STROKE: return g_strdup (name_instrument (ring_item_get_stroke (item)->style.instrument));
    case RING_ITEM_NOTE:
      return note->label[0] != '\0' ? g_strdup_printf (_ ("Stone pinned: %s"), note->label)
                                    : g_strdup (_ ("Stone pinned"));
    case RING_ITEM_PRESET: return g_strdup_printf (_ ("Ring %s of the catalogue"), ring_item_get_preset (item)->number);
    case RING_ITEM_ARTWORK:
      return g_strdup (ring_art_get_fill (ring_item_get_art (item)) != NULL ? _ ("Colour") : _ ("Picture"));
    case RING_ITEM_IMAGE: return g_strdup (_ ("Photo"));
    case RING_ITEM_FIGURE:
      if (g_str_equal (ring_figure_kind_name (ring_item_get_figure (item)->form), "dimension"))
        return g_strdup (_ ("Dimension"));
      return g_strdup (ring_item_get_figure (item)->form == RING_FIGURE_TEXT ? _ ("Text") : _ ("Shape"));
    case RING_ITEM_FOREIGN:
    default: return g_strdup (_ ("Content of another program"));
    }
}

static char *
name_record (const RingReplay *self, const RingRecord *record)
{
  RingGem gem;
  RingGemLayout layout;
  char *words;

  if (ring_gem_init (&gem, record))
    {
      RingGemChoice choice = { gem.cut, gem.species, gem.length, gem.width };

      return ring_gem_choice_format (&choice);
    }
  if (!ring_gem_layout_init (&layout, record, self->drawing))
    return g_strdup_printf (_ ("Inscription: %s"), ring_record_get_or (record, "text", ""));
  words = g_strdup (ring_layout_kind_label (layout.layout.kind));
  ring_gem_layout_clear (&layout);
  return words;
}

char *
ring_replay_describe (const RingReplay *self, guint i)
{
  const RingReplayStep *step = ring_replay_get_step (self, i);
  g_autofree char *name = NULL;
  RingView *view;

  if (step->kind == RING_REPLAY_REVISION)
    {
      const char *note = ring_record_get (step->record, "note");
      const char *revision = ring_revision_get_name (step->record);

      /* Translators: the name of a revision, and what was noted with it. */
      return note != NULL ? g_strdup_printf (_ ("Revision %s: %s"), revision, note)
                          : g_strdup_printf (_ ("Revision %s"), revision);
    }
  if (step->kind == RING_REPLAY_SIGNED)
    return g_strdup (_ ("Signed"));
  if (step->kind == RING_REPLAY_RECORD)
    return name_record (self, step->record);
  name = name_item (step->item);
  view = ring_drawing_find_view (self->drawing, step->view);
  if (ring_view_get_head (view)->kind == RING_VIEW_PAGE)
    return g_steal_pointer (&name);
  /* Translators: what is drawn, and the view that it is drawn in: "Pen · Front". */
  return g_strdup_printf (_ ("%s · %s"), name, ring_view_title (ring_view_get_head (view)->kind, TRUE));
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-tally.h"

#include <string.h>

#include "ring-drawn.h"
#include "ring-pack.h"
#include "ring-provenance.h"

/* A longer rest between two strokes is not drawing. */
#define MAX_GAP_MS 10000

typedef struct
{
  gint64 start, end; /* ms since 1970 */
} Span;

typedef struct
{
  RingTally *tally;
  RingPack *pack; /* NULL where nobody asks how much was decided */
  GArray *spans; /* of Span */
  const char *engraving; /* of the choice from the menus; "" for none */
} Count;

static void
count_span (Count *count, RingSamples *samples)
{
  gsize n = 0;
  const RingSample *list = samples != NULL && count->pack != NULL ? ring_samples_get (samples, &n, NULL) : NULL;
  Span span;

  if (list == NULL || n == 0)
    return;
  span.start = ring_samples_get_t0 (samples);
  span.end = span.start + list[n - 1].time;
  g_array_append_val (count->spans, span);
}

static void
count_art (Count *count, const RingItem *item)
{
  const RingArt *art = ring_item_get_art (item);

  for (guint i = 0; i < ring_art_get_n_paths (art); i++)
    ring_pack_add_path (count->pack, ring_art_get_path (art, i)->path,
                        ring_item_get_matrix (item));
}

/* Dimensions tell what is there already, and texts are notes. */
static void
count_figure (Count *count, const RingItem *item)
{
  g_autoptr (RingPath) path = ring_figure_make_path (ring_item_get_figure (item));

  if (path == NULL)
    return;
  count->tally->n_shapes++;
  ring_pack_add_path (count->pack, path, ring_item_get_matrix (item));
}

/* A preset's picture was decided beforehand for everybody: it is counted, not packed. */
static void
count_item (Count *count, const RingItem *item)
{
  gboolean graphical = FALSE;

  switch (ring_item_get_kind (item))
    {
    case RING_ITEM_STROKE:
      count->tally->n_strokes++;
      ring_pack_add_path (count->pack, ring_item_get_outline (item), ring_item_get_matrix (item));
      count_span (count, ring_item_get_stroke (item)->samples);
      break;
    case RING_ITEM_FIGURE:
      count_figure (count, item);
      break;
    case RING_ITEM_PRESET:
      count->tally->n_presets++;
      break;
    case RING_ITEM_ARTWORK:
      count->tally->n_artwork++;
      count_art (count, item);
      break;
    case RING_ITEM_FOREIGN:
      ring_item_get_xml (item, &graphical);
      count->tally->n_foreign += graphical;
      break;
    case RING_ITEM_NOTE:
    case RING_ITEM_IMAGE:
    default:
      break;
    }
}

static void
count_items (Count *count, const RingDrawing *drawing)
{
  g_autoptr (GArray) drawn = ring_drawn_list (drawing);
  guint n = (guint) ring_drawing_count_items (drawing, RING_ITEM_PRESET);

  for (guint i = 0; i < drawn->len; i++)
    count_item (count, g_array_index (drawn, RingDrawn, i).item);
  count->tally->n_traced = n - count->tally->n_presets;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const Span *sa = a;
  const Span *sb = b;

  return (sa->start > sb->start) - (sa->start < sb->start);
}

/* The time strokes took, and the rests between them of at most ten seconds. */
static double
active_seconds (GArray *spans)
{
  gint64 ms = 0;
  gint64 end = G_MININT64;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      const Span *span = &g_array_index (spans, Span, i);

      if (end == G_MININT64 || span->start - end > MAX_GAP_MS)
        end = span->start;
      if (span->end > end)
        {
          ms += span->end - end;
          end = span->end;
        }
    }
  return (double) ms / 1000;
}

static gboolean
has (const RingRecord *record, const char *name)
{
  return ring_record_get (record, name) != NULL;
}

static void
add_dimensions (Count *count,
                const RingRecord *record,
                const RingRecord *preset,
                const char *const *names)
{
  for (; *names != NULL; names++)
    {
      double value, given;

      if (!ring_record_get_number (record, *names, &value))
        continue;
      if (preset != NULL && ring_record_get_number (preset, *names, &given) && given == value)
        continue;
      count->tally->n_dimensions++;
      ring_pack_add_number (count->pack, value);
    }
}

static void
count_stone (Count *count, const RingRecord *stone)
{
  static const char *const dimensions[] = { "length", "width", "depth", NULL };
  const char *provenance = ring_record_get (stone, "provenance");

  if (ring_record_get_n_fields (stone) == 0)
    return;
  count->tally->n_stones++;
  if (ring_provenance_is_undocumented (stone))
    count->tally->n_undocumented++;
  else if (provenance != NULL || has (stone, "source"))
    count->tally->n_sourced++;
  add_dimensions (count, stone, NULL, dimensions);
}

/* Each letter is one thing that was decided, as a measure is; not here those that were chosen with the
 * item number. */
static void
count_inscription (Count *count, const RingRecord *inscription)
{
  static const char *const dimensions[] = { "height", "angle", "offset", NULL };

  add_dimensions (count, inscription, NULL, dimensions);
  if (g_strcmp0 (ring_record_get (inscription, "text"), count->engraving) == 0)
    return;
  for (const char *p = ring_record_get_or (inscription, "text", ""); *p != '\0';
       p = g_utf8_next_char (p))
    ring_pack_add_number (count->pack, RING_PACK_GRID * g_utf8_get_char (p));
}

static void
count_entry (RingTally *tally, const RingRecord *entry)
{
  const char *by = ring_record_get (entry, "who");

  tally->n_entries++;
  tally->n_client += g_strcmp0 (by, "client") == 0;
  tally->n_jeweler += g_strcmp0 (by, "jeweler") == 0;
}

static void
count_record (Count *count,
              const RingRecord *record,
              const RingRecord *preset,
              const RingRecord *preset_gem)
{
  static const char *const of_ring[]
      = { "size", "width", "thickness", "base-width", "base-thickness", NULL };
  static const char *const of_gem[] = { "length", "width", "depth", "height", "angle", "offset",
                                        "tilt",   "lean",  "spin",  NULL };
  /* A setting says nothing that was only proposed. */
  static const char *const of_setting[]
      = { "claws", "claw", "wall", "rails", "rail", "cover", NULL };
  static const char *const of_layout[]
      = { "length", "width", "spacing", "count", "rows",   "height",
          "gap",    "angle", "arc",     "offset", "turn", NULL };
  const char *kind = ring_record_get_kind (record);

  if (g_str_equal (kind, RING_RECORD_RING))
    add_dimensions (count, record, preset, of_ring);
  else if (g_str_equal (kind, RING_RECORD_GEM))
    add_dimensions (count, record, preset_gem, of_gem);
  else if (g_str_equal (kind, RING_RECORD_SETTING))
    add_dimensions (count, record, NULL, of_setting);
  else if (g_str_equal (kind, RING_RECORD_LAYOUT))
    add_dimensions (count, record, NULL, of_layout);
  else if (g_str_equal (kind, RING_RECORD_INSCRIPTION))
    count_inscription (count, record);
  else if (g_str_equal (kind, RING_RECORD_STONE))
    count_stone (count, record);
  else if (g_str_equal (kind, RING_RECORD_ENTRY))
    count_entry (count->tally, record);
  else if (g_str_equal (kind, RING_RECORD_REVISION))
    count->tally->n_revisions++;
  else if (g_str_equal (kind, RING_RECORD_SIGN_OFF))
    count->tally->n_sign_offs++;
  else if (g_str_equal (kind, RING_RECORD_CUSTODY))
    count->tally->n_custody++;
}

/* PACK may be NULL; how long was drawn is then not counted either. */
static void
count_all (RingTally *tally,
           const RingDrawing *drawing,
           const RingCatalogue *catalogue,
           const RingChoice *choice,
           RingPack *pack)
{
  Count count = { .tally = tally, .pack = pack, .engraving = choice != NULL ? choice->engraving : "" };
  g_autoptr (RingRecord) preset = NULL;
  g_autoptr (RingRecord) preset_gem = NULL;

  memset (tally, 0, sizeof *tally);
  count.spans = g_array_new (FALSE, FALSE, sizeof (Span));
  if (catalogue != NULL && choice != NULL)
    {
      preset = ring_catalogue_make_ring (catalogue, choice, "preset");
      preset_gem = ring_catalogue_make_gem (catalogue, choice, "preset", "preset");
    }
  count_items (&count, drawing);
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    count_record (&count, ring_drawing_get_record (drawing, i), preset, preset_gem);
  tally->drawing_timed = count.spans->len > 0;
  tally->drawing_seconds = active_seconds (count.spans);
  g_array_unref (count.spans);
}

void
ring_tally_init (RingTally *tally,
                 const RingDrawing *drawing,
                 const RingCatalogue *catalogue,
                 const RingChoice *choice)
{
  RingPack pack;

  ring_pack_init (&pack);
  count_all (tally, drawing, catalogue, choice, &pack);
  tally->bits = ring_pack_get_bits (&pack);
  ring_pack_clear (&pack);
}

void
ring_tally_init_counts (RingTally *tally, const RingDrawing *drawing)
{
  count_all (tally, drawing, NULL, NULL, NULL);
}

gboolean
ring_tally_is_own (const RingTally *tally)
{
  return tally->n_strokes + tally->n_shapes + tally->n_artwork + tally->n_foreign + tally->n_stones > 0;
}

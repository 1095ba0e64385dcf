/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-gem-layout.h"

#include <math.h>
#include <string.h>

#include "ring-kept-private.h"
#include "ring-number.h"
#include "ring-spec.h"

#define DECIMALS 4
/* Of a drawn line's points: a ten-thousandth of a millimetre is seen by nobody. */
#define POINT_DECIMALS 3
/* Stones whose girdle is higher over the metal than this are seen whole, mm. */
#define FREE 0.3

void
ring_gem_layout_init_usual (RingGemLayout *layout, RingLayoutKind kind)
{
  *layout = (RingGemLayout){
    .id = "",
    .ring = "",
    .gem = "",
    .species = ring_species_get (0),
    .style = RING_GEM_LINE,
    .layout = { .kind = kind,
                .cut = RING_CUT_ROUND,
                .length = RING_GEM_LAYOUT_MM,
                .width = RING_GEM_LAYOUT_MM,
                .depth = RING_GEM_LAYOUT_MM * ring_cut_usual_depth (RING_CUT_ROUND),
                .spacing = RING_GEM_LAYOUT_SPACING,
                .gap = RING_GEM_LAYOUT_GAP,
                .arc = 360 },
  };
}

/* "12.5,0.3 13,0.4": what is no pair of numbers ends it. */
static void
parse_points (RingGemLayout *layout, const char *text, gboolean closed)
{
  g_auto (GStrv) pairs = g_strsplit (text, " ", RING_LAYOUT_MOST_POINTS + 1);
  g_autoptr (GArray) points = g_array_new (FALSE, FALSE, sizeof (RingPoint));

  for (guint i = 0; pairs[i] != NULL && points->len < RING_LAYOUT_MOST_POINTS; i++)
    {
      g_auto (GStrv) pair = g_strsplit (pairs[i], ",", 3);
      RingPoint p;

      if (g_strv_length (pair) != 2 || !ring_number_parse (pair[0], &p.x)
          || !ring_number_parse (pair[1], &p.y) || fabs (p.x) > 3600
          || fabs (p.y) > RING_GEM_MOST_OFFSET)
        break;
      g_array_append_val (points, p);
    }
  ring_gem_layout_set_points (layout, (const RingPoint *) (const void *) points->data, points->len,
                              closed);
}

static void
read_stone (RingGemLayout *layout, const RingRecord *record)
{
  RingLayout *l = &layout->layout;

  l->length = ring_record_get_between (record, "length", RING_CARAT_LEAST_MM, RING_CARAT_MOST_MM,
                                       RING_GEM_LAYOUT_MM);
  l->width = ring_record_get_between (record, "width", RING_CARAT_LEAST_MM, RING_CARAT_MOST_MM,
                                      l->length / ring_cut_usual_ratio (l->cut));
  l->depth = l->width * ring_cut_usual_depth (l->cut);
  l->turn = ring_record_get_between (record, "turn", -360, 360, 0);
  layout->species = ring_species_find (ring_record_get (record, "species"));
  if (layout->species == NULL)
    layout->species = ring_species_get (0);
  layout->style
      = g_strcmp0 (ring_record_get (record, "style"), "lit") == 0 ? RING_GEM_LIT : RING_GEM_LINE;
}

static gboolean
find_halo_gem (RingGemLayout *layout, const RingDrawing *drawing)
{
  RingGem gem;

  if (!ring_gem_init (&gem, ring_drawing_find_record (drawing, RING_RECORD_GEM, layout->gem)))
    return FALSE;
  ring_gem_layout_set_gem (layout, &gem);
  return TRUE;
}

gboolean
ring_gem_layout_init (RingGemLayout *layout, const RingRecord *record, const RingDrawing *drawing)
{
  RingLayout *l = &layout->layout;
  RingLayoutKind kind;

  if (record == NULL || !g_str_equal (ring_record_get_kind (record), RING_RECORD_LAYOUT)
      || !ring_layout_kind_from_id (ring_record_get (record, "kind"), &kind))
    return FALSE;
  ring_gem_layout_init_usual (layout, kind);
  if (!ring_cut_from_id (ring_record_get_or (record, "cut", "round"), &l->cut))
    return FALSE;
  layout->id = ring_record_get_id (record);
  layout->ring = ring_record_get_or (record, "ring", "");
  layout->gem = ring_record_get_or (record, "gem", "");
  if (kind == RING_LAYOUT_HALO && !find_halo_gem (layout, drawing))
    return FALSE;
  read_stone (layout, record);
  l->spacing = ring_record_get_between (record, "spacing", 0, 10, l->spacing);
  l->count = (guint) ring_record_get_between (record, "count", 1, RING_LAYOUT_MOST, 0);
  l->rows = (guint) ring_record_get_between (record, "rows", 1, RING_LAYOUT_MOST_ROWS, l->rows);
  l->gap = ring_record_get_between (record, "gap", 0, 20, l->gap);
  l->height = ring_record_get_between (record, "height", -10, 10, 0);
  l->angle = ring_record_get_between (record, "angle", -360, 360, 0);
  l->arc = ring_record_get_between (record, "arc", 1, 360, 360);
  l->offset = ring_record_get_between (record, "offset", -RING_GEM_MOST_OFFSET,
                                       RING_GEM_MOST_OFFSET, 0);
  if (kind == RING_LAYOUT_CURVE)
    parse_points (layout, ring_record_get_or (record, "points", ""),
                  g_strcmp0 (ring_record_get (record, "closed"), "yes") == 0);
  return TRUE;
}

void
ring_gem_layout_clear (RingGemLayout *layout)
{
  g_clear_pointer (&layout->points, g_free);
  layout->layout.points = NULL;
  layout->layout.n_points = 0;
}

void
ring_gem_layout_set_points (RingGemLayout *layout,
                            const RingPoint *points,
                            guint n_points,
                            gboolean closed)
{
  RingPoint *copy = g_memdup2 (points, n_points * sizeof *points);

  g_free (layout->points);
  layout->points = copy;
  layout->layout.points = copy;
  layout->layout.n_points = n_points;
  layout->layout.closed = closed;
}

void
ring_gem_layout_set_gem (RingGemLayout *layout, const RingGem *gem)
{
  layout->gem = gem->id;
  layout->ring = gem->ring;
  layout->layout.gem_cut = gem->cut;
  layout->layout.gem_length = gem->length;
  layout->layout.gem_width = gem->width;
  layout->layout.gem_place = gem->place;
}

/* ------------------------------------------------------------------ to a record */

static void
take_number (RingRecord **record, const char *name, double value, gboolean usual)
{
  g_autofree char *text = NULL;

  if (!usual && isfinite (value))
    text = ring_number_format (value, DECIMALS);
  ring_record_set (record, name, text);
}

static char *
format_points (const RingLayout *layout)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < layout->n_points; i++)
    {
      if (i > 0)
        g_string_append_c (text, ' ');
      ring_number_append (text, layout->points[i].x, POINT_DECIMALS);
      g_string_append_c (text, ',');
      ring_number_append (text, layout->points[i].y, POINT_DECIMALS);
    }
  return g_string_free (text, FALSE);
}

RingRecord *
ring_gem_layout_to_record (const RingGemLayout *layout, const RingRecord *base)
{
  RingRecord *record = ring_record_ref (base);
  const RingLayout *l = &layout->layout;
  gboolean halo = l->kind == RING_LAYOUT_HALO;
  gboolean curve = l->kind == RING_LAYOUT_CURVE;
  gboolean rows = l->kind == RING_LAYOUT_PAVE || halo;
  g_autofree char *points = format_points (l);

  ring_record_set (&record, "ring", layout->ring);
  ring_record_set (&record, "gem", halo ? layout->gem : NULL);
  ring_record_set (&record, "kind", ring_layout_kind_id (l->kind));
  ring_record_set (&record, "cut", ring_cut_id (l->cut));
  /* What this version does not know by name stays as it was written. */
  if (layout->species != ring_species_get (0)
      || ring_species_find (ring_record_get (base, "species")) != NULL)
    ring_record_set (&record, "species",
                layout->species != ring_species_get (0) ? layout->species->id : NULL);
  ring_record_set (&record, "style", layout->style == RING_GEM_LIT ? "lit" : NULL);
  take_number (&record, "length", l->length, FALSE);
  take_number (&record, "width", l->width, FALSE);
  take_number (&record, "turn", l->turn, l->turn == 0);
  take_number (&record, "spacing", l->spacing, FALSE);
  take_number (&record, "count", l->count, l->count == 0);
  take_number (&record, "rows", l->rows, !rows || l->rows == 0);
  take_number (&record, "height", l->height, l->height == 0);
  take_number (&record, "gap", l->gap, !halo);
  take_number (&record, "angle", l->angle, halo || curve || l->angle == 0);
  take_number (&record, "arc", l->arc, halo || curve || l->arc == 360);
  take_number (&record, "offset", l->offset, halo || curve || l->offset == 0);
  ring_record_set (&record, "points", curve ? points : NULL);
  ring_record_set (&record, "closed", curve && l->closed ? "yes" : NULL);
  return record;
}

/* ------------------------------------------------------------------ the stones */

static void
append_numbers (GByteArray *key, const double *numbers, guint n)
{
  g_byte_array_append (key, (const guint8 *) numbers, n * (guint) sizeof *numbers);
}

static GBytes *
key_of (const RingLayout *l, const RingBand *band, double least)
{
  GByteArray *key = g_byte_array_new ();
  const RingPlace *gem = &l->gem_place;

  append_numbers (key,
                  (const double[]){ l->kind, l->cut, l->length, l->width, l->turn, l->spacing,
                                    l->count, l->rows, l->height, l->gem_cut, l->gem_length,
                                    l->gem_width, l->gap, l->angle, l->arc, l->offset, l->closed,
                                    gem->angle, gem->offset, gem->height, gem->tilt, gem->lean,
                                    gem->spin, least },
                  24);
  append_numbers (key,
                  (const double[]){ band->circumference, band->profile, band->width,
                                    band->thickness, band->base_width, band->base_thickness },
                  6);
  if (l->n_points > 0)
    g_byte_array_append (key, (const guint8 *) l->points,
                         l->n_points * (guint) sizeof *l->points);
  return g_byte_array_free_to_bytes (key);
}

static void
laid_clear (gpointer data)
{
  ring_laid_clear (data);
}

/* Every tile that is painted asks for them. */
void
ring_gem_layout_lay (const RingGemLayout *layout, const RingBand *band, double least, RingLaid *laid)
{
  static RingKept kept = { .n = 32 };
  g_autoptr (GBytes) key = key_of (&layout->layout, band, least);
  g_autoptr (GArray) one = _ring_kept_find (&kept, key);

  if (one == NULL)
    {
      RingLaid fresh;

      one = g_array_new (FALSE, FALSE, sizeof (RingLaid));
      g_array_set_clear_func (one, laid_clear);
      ring_layout_lay (&layout->layout, band, least, &fresh);
      g_array_append_val (one, fresh);
      _ring_kept_add (&kept, key, one);
    }
  *laid = g_array_index (one, RingLaid, 0);
  laid->places = g_array_ref (laid->places);
  laid->tight = g_array_ref (laid->tight);
}

GArray *
ring_gem_layout_gems (const RingGemLayout *layout, const RingBand *band)
{
  GArray *gems = g_array_new (FALSE, FALSE, sizeof (RingGem));
  RingGem gem = { .id = layout->id,
                  .ring = layout->ring,
                  .stone = "",
                  .member = TRUE,
                  .sunk = ring_layout_is_on_band (layout->layout.kind)
                          && layout->layout.height < FREE,
                  .cut = layout->layout.cut,
                  .species = layout->species,
                  .length = layout->layout.length,
                  .width = layout->layout.width,
                  .depth = layout->layout.depth,
                  .style = layout->style };
  RingLaid laid;

  ring_gem_layout_lay (layout, band, 0, &laid);
  for (guint i = 0; i < laid.places->len; i++)
    {
      gem.place = g_array_index (laid.places, RingPlace, i);
      g_array_append_val (gems, gem);
    }
  ring_laid_clear (&laid);
  return gems;
}

typedef void (*LayoutFunc) (const RingGemLayout *layout, gpointer data);

static void
each_layout (const RingDrawing *drawing, const char *ring_id, LayoutFunc func, gpointer data)
{
  const RingRecord *ring = ring_drawing_find_ring (drawing, ring_id);

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      RingGemLayout layout;

      if (!ring_gem_layout_init (&layout, ring_drawing_get_record (drawing, i), drawing))
        continue;
      if (ring_drawing_find_ring (drawing, layout.ring) == ring)
        func (&layout, data);
      ring_gem_layout_clear (&layout);
    }
}

typedef struct
{
  GArray *gems;
  RingSpec spec;
} Gathering;

static void
gather (const RingGemLayout *layout, gpointer data)
{
  Gathering *gathering = data;
  g_autoptr (GArray) gems = ring_gem_layout_gems (layout, &gathering->spec.band);

  if (gems->len > 0)
    g_array_append_vals (gathering->gems, gems->data, gems->len);
}

GArray *
ring_gem_list_all (const RingDrawing *drawing, const char *ring_id)
{
  Gathering gathering = { .gems = ring_gem_list (drawing, ring_id) };

  ring_spec_init (&gathering.spec, ring_drawing_find_ring (drawing, ring_id));
  each_layout (drawing, ring_id, gather, &gathering);
  return gathering.gems;
}

/* ------------------------------------------------------------------ weights */

void
ring_gem_layout_weigh (const RingGemLayout *layout, guint n, RingLayoutWeight *weight)
{
  const RingLayout *l = &layout->layout;
  RingCarat carat;

  *weight = (RingLayoutWeight){ 0 };
  if (ring_carat_estimate (l->cut, layout->species, l->length, l->width, l->depth, 1, &carat, NULL))
    {
      weight->each = carat.carat;
      weight->total = n * carat.carat;
      weight->error = carat.error;
      weight->formula = g_steal_pointer (&carat.formula);
      ring_carat_clear (&carat);
    }
  if (l->cut == RING_CUT_ROUND && g_str_equal (layout->species->id, "diamond"))
    weight->sieve = ring_sieve_find (l->width);
  if (weight->sieve != NULL)
    weight->by_sieve = n * weight->sieve->carat;
}

void
ring_layout_weight_clear (RingLayoutWeight *weight)
{
  g_clear_pointer (&weight->formula, g_free);
}

/* ------------------------------------------------------------------ the design */

void
ring_gem_layout_remove_halos (RingEdit *edit, const char *gem_id)
{
  g_autoptr (RingDrawing) drawing = ring_drawing_ref (ring_edit_get_result (edit));

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      if (g_str_equal (ring_record_get_kind (record), RING_RECORD_LAYOUT)
          && g_strcmp0 (ring_record_get (record, "gem"), gem_id) == 0)
        ring_edit_remove_record (edit, RING_RECORD_LAYOUT, ring_record_get_id (record));
    }
}

static void
look_all_round (const RingGemLayout *layout, gpointer data)
{
  RingLayoutKind kind = layout->layout.kind;

  if (kind != RING_LAYOUT_HALO && kind != RING_LAYOUT_CURVE && layout->layout.arc >= 360 - 1e-6)
    *(gboolean *) data = TRUE;
}

gboolean
ring_gem_layout_is_all_round (const RingDrawing *drawing, const char *ring_id)
{
  gboolean found = FALSE;

  each_layout (drawing, ring_id, look_all_round, &found);
  return found;
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-view-lines.h"

#include "ring-gem-setting.h"
#include "ring-gem-layout.h"
#include "ring-gem-view.h"
#include "ring-inscription.h"
#include "ring-kept-private.h"
#include "ring-rings.h"
#include "ring-view-lines-private.h"

/* ISO 128: visible edges thick, hidden ones dashed, centre lines chained, what stands beside the part
 * chained with two dots, all in the blue grey of a pencil grid that ink stands out from. */
static const RingLinePen pens[] = {
  [RING_LINE_EDGE] = { FALSE, 0x8fa5b9ff, 0.25, 0, { 0 } },
  [RING_LINE_FINE] = { FALSE, 0xa3b5c5ff, 0.13, 0, { 0 } },
  [RING_LINE_HIDDEN] = { FALSE, 0xa3b5c5ff, 0.13, 2, { 1.4, 0.8 } },
  [RING_LINE_CENTRE] = { FALSE, 0xb4c2cfff, 0.13, 4, { 6, 0.9, 0.9, 0.9 } },
  /* What is made, and not how: darker than the lines it is made along. */
  [RING_LINE_ENGRAVED] = { TRUE, 0x4d5d6cff, 0.15, 0, { 0 } },
  [RING_LINE_BESIDE] = { FALSE, 0xa3b5c5ff, 0.18, 6, { 5, 0.8, 0.8, 0.8, 0.8, 0.8 } },
};

const RingLinePen *
ring_line_pen (RingLineStyle style)
{
  return &pens[style];
}

static void
line_clear (gpointer data)
{
  ring_path_unref (((RingViewLine *) data)->path);
}

static GArray *
new_lines (void)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (RingViewLine));

  g_array_set_clear_func (lines, line_clear);
  return lines;
}

/* Takes PATH. */
static void
add (GArray *lines, RingLineStyle style, RingPath *path)
{
  RingViewLine line = { path, style };

  g_array_append_val (lines, line);
}

gboolean
ring_view_lines_kind (RingViewKind kind, RingViewsKind *views)
{
  switch (kind)
    {
    case RING_VIEW_FRONT:
      *views = RING_VIEWS_FRONT;
      return TRUE;
    case RING_VIEW_TOP:
      *views = RING_VIEWS_TOP;
      return TRUE;
    case RING_VIEW_SIDE:
      *views = RING_VIEWS_SIDE;
      return TRUE;
    case RING_VIEW_THREE_QUARTER:
      *views = RING_VIEWS_THREE_QUARTER;
      return TRUE;
    case RING_VIEW_STRIP:
      *views = RING_VIEWS_STRIP;
      return TRUE;
    case RING_VIEW_PAGE:
    default:
      return FALSE;
    }
}

static void
placed_clear (gpointer data)
{
  g_free ((gpointer) ((RingViewsGem *) data)->setting);
  g_free ((gpointer) ((RingViewsGem *) data)->walls);
}

/* A channel's walls go with its first stone. */
static RingLayout *
copy_channel (const RingDrawing *drawing, const char *id)
{
  RingGemLayout layout;
  RingLayout *channel = NULL;

  if (!ring_gem_layout_init (
          &layout, ring_drawing_find_record (drawing, RING_RECORD_LAYOUT, id), drawing))
    return NULL;
  if (layout.layout.kind == RING_LAYOUT_CHANNEL)
    channel = g_memdup2 (&layout.layout, sizeof layout.layout);
  ring_gem_layout_clear (&layout);
  return channel;
}

static GArray *
place_gems (const RingDrawing *drawing,
            const RingViewHead *head,
            const RingBand *band,
            RingViewsKind kind)
{
  g_autoptr (GArray) gems = ring_gem_list_all (drawing, head->ring);
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (RingViewsGem));

  g_array_set_clear_func (placed, placed_clear);
  for (guint i = 0; i < gems->len; i++)
    {
      const RingGem *gem = &g_array_index (gems, RingGem, i);
      RingViewsGem one = { gem->cut,   gem->length, gem->width,
                           gem->depth, gem->place,  ring_gem_is_lit (gem, band, kind),
                           gem->member };
      RingSettingChoice choice;

      if (!gem->member
          && ring_gem_setting_init (&choice, ring_gem_setting_find (drawing, gem->id), gem, band))
        one.setting = g_memdup2 (&choice.setting, sizeof choice.setting);
      if (gem->member && (i == 0 || !g_str_equal ((gem - 1)->id, gem->id)))
        one.walls = copy_channel (drawing, gem->id);
      /* Light lies on them also where that stone is turned away. */
      if (one.walls != NULL && gem->style == RING_GEM_LIT)
        one.outline_only = TRUE;
      g_array_append_val (placed, one);
    }
  return placed;
}

RingViewsSpec
_ring_view_see (const RingDrawing *drawing,
                const RingViewHead *head,
                RingViewsKind kind,
                GArray **gems)
{
  RingSpec spec;

  ring_spec_init (&spec, ring_drawing_find_ring (drawing, head->ring));
  *gems = place_gems (drawing, head, &spec.band, kind);
  return (RingViewsSpec){ spec.band, (const RingViewsGem *) (const void *) (*gems)->data,
                          (*gems)->len, head->scale };
}

static void
add_drawn (GArray *lines, const GArray *drawn)
{
  static const RingLineStyle styles[] = {
    [RING_VIEWS_OUTLINE] = RING_LINE_EDGE,
    [RING_VIEWS_HIDDEN] = RING_LINE_HIDDEN,
    [RING_VIEWS_CENTRE] = RING_LINE_CENTRE,
    [RING_VIEWS_FACET] = RING_LINE_FINE,
    [RING_VIEWS_ENGRAVED] = RING_LINE_ENGRAVED,
  };

  for (guint i = 0; i < drawn->len; i++)
    {
      const RingViewsLine *line = &g_array_index (drawn, RingViewsLine, i);

      add (lines, styles[line->role], ring_path_ref (line->path));
    }
}

static GArray *
make_own_lines (const RingDrawing *drawing, const RingViewHead *head)
{
  GArray *lines = new_lines ();
  g_autoptr (GArray) gems = NULL;
  g_autoptr (GArray) drawn = NULL;
  RingViewsKind kind;
  RingViewsSpec spec;

  if (!ring_view_lines_kind (head->kind, &kind))
    return lines;
  spec = _ring_view_see (drawing, head, kind, &gems);
  drawn = ring_views_lines (&spec, kind, RING_CENTRE_OVERHANG / head->scale);
  add_drawn (lines, drawn);
  return lines;
}

/* The head of the same view of the ring that HEAD's ring fits, and where that lies; FALSE where it fits
 * none, or the view does not show it. */
static gboolean
find_beside (const RingDrawing *drawing, const RingViewHead *head, RingViewHead *other, RingPoint *at)
{
  const RingRecord *fitted = ring_rings_find_fitted (drawing, head->ring);
  RingViewsKind kind;
  RingPoint origin, moved;

  if (fitted == NULL || head->kind == RING_VIEW_STRIP || !ring_view_lines_kind (head->kind, &kind))
    return FALSE;
  origin = ring_views_see (kind, (RingVec){ 0, 0, 0 });
  moved = ring_views_see (kind, (RingVec){ 0, 0, -ring_rings_apart (ring_drawing_find_ring (drawing, head->ring), fitted) });
  *at = (RingPoint){ moved.x - origin.x, moved.y - origin.y };
  *other = *head;
  other->ring = ring_record_get_id (fitted);
  return TRUE;
}

/* Of the ring beside it the seen edges. */
static GArray *
make_lines (const RingDrawing *drawing, const RingViewHead *head)
{
  GArray *lines = make_own_lines (drawing, head);
  g_autoptr (GArray) theirs = NULL;
  RingViewHead other;
  RingPoint at;

  if (!find_beside (drawing, head, &other, &at))
    return lines;
  theirs = make_own_lines (drawing, &other);
  for (guint i = 0; i < theirs->len; i++)
    {
      const RingViewLine *line = &g_array_index (theirs, RingViewLine, i);
      RingMatrix move = { 1, 0, 0, 1, at.x, at.y };

      if (line->style == RING_LINE_EDGE)
        add (lines, RING_LINE_BESIDE, ring_path_transform (line->path, &move));
    }
  return lines;
}

static GArray *
make_metal (const RingDrawing *drawing, const RingViewHead *head)
{
  GArray *lines = new_lines ();
  g_autoptr (GArray) gems = NULL;
  g_autoptr (GArray) toned = NULL;
  RingViewsKind kind;
  RingViewsSpec spec;

  if (!ring_view_lines_kind (head->kind, &kind))
    return lines;
  spec = _ring_view_see (drawing, head, kind, &gems);
  for (guint i = 0; i < gems->len; i++)
    g_array_index (gems, RingViewsGem, i).outline_only = TRUE;
  toned = ring_views_light (&spec, kind);
  for (guint i = 0; i < toned->len; i++)
    {
      const RingViewsToned *one = &g_array_index (toned, RingViewsToned, i);

      if (one->tone == RING_METAL_TONE_BASE)
        add (lines, RING_LINE_EDGE, ring_path_ref (one->path));
    }
  return lines;
}

/* MARKS are those of the view. */
static GArray *
make_engraved (const RingDrawing *drawing, const RingViewHead *head, const GArray *marks)
{
  GArray *lines = new_lines ();
  g_autoptr (GArray) gems = NULL;
  g_autoptr (GArray) seen = NULL;
  RingViewsKind kind;
  RingViewsSpec spec;

  if (marks->len == 0 || !ring_view_lines_kind (head->kind, &kind))
    return lines;
  spec = _ring_view_see (drawing, head, kind, &gems);
  seen = ring_views_marks (&spec, kind, (const RingViewsMark *) (const void *) marks->data,
                           marks->len);
  add_drawn (lines, seen);
  return lines;
}

static void
append_numbers (GByteArray *key, const double *numbers, guint n)
{
  g_byte_array_append (key, (const guint8 *) numbers, n * (guint) sizeof *numbers);
}

static void
append_ring (GByteArray *key, const RingDrawing *drawing, const RingViewHead *head)
{
  g_autoptr (GArray) gems = NULL;
  RingViewsKind kind;
  RingSpec spec;

  ring_spec_init (&spec, ring_drawing_find_ring (drawing, head->ring));
  /* A view without lines has none for any gem. */
  if (ring_view_lines_kind (head->kind, &kind))
    gems = place_gems (drawing, head, &spec.band, kind);
  append_numbers (key,
                  (const double[]){ head->kind, head->scale, spec.band.profile,
                                    spec.band.circumference, spec.band.width, spec.band.thickness,
                                    spec.band.base_width, spec.band.base_thickness },
                  8);
  for (guint i = 0; gems != NULL && i < gems->len; i++)
    {
      const RingViewsGem *gem = &g_array_index (gems, RingViewsGem, i);
      static const RingSetting none = { .claws = 0 };
      const RingSetting *setting = gem->setting != NULL ? gem->setting : &none;

      append_numbers (key,
                      (const double[]){ gem->cut, gem->outline_only, gem->small, gem->length, gem->width,
                                        gem->depth, gem->place.angle, gem->place.offset,
                                        gem->place.height, gem->place.tilt, gem->place.lean,
                                        gem->place.spin, setting->kind, setting->claws,
                                        setting->shape, setting->claw, setting->wall,
                                        setting->rails, setting->rail, setting->cover },
                      20);
      if (gem->walls != NULL)
        append_numbers (key,
                        (const double[]){ gem->walls->angle, gem->walls->arc, gem->walls->offset,
                                          gem->walls->height, gem->walls->turn },
                        5);
    }
}

GBytes *
_ring_view_key (const RingDrawing *drawing, const RingViewHead *head)
{
  GByteArray *key = g_byte_array_new ();
  RingViewHead other;
  RingPoint at;

  append_ring (key, drawing, head);
  if (find_beside (drawing, head, &other, &at))
    append_ring (key, drawing, &other);
  return g_byte_array_free_to_bytes (key);
}

/* The lines depend on the ring's measures and gems alone, which change once in a minute. */
static GArray *
find_or_make (RingKept *kept,
              GArray *(*make) (const RingDrawing *drawing, const RingViewHead *head),
              const RingDrawing *drawing,
              const RingViewHead *head)
{
  g_autoptr (GBytes) key = _ring_view_key (drawing, head);
  GArray *lines = _ring_kept_find (kept, key);

  if (lines == NULL)
    {
      lines = make (drawing, head);
      _ring_kept_add (kept, key, lines);
    }
  return lines;
}

GArray *
ring_view_lines (const RingDrawing *drawing, const RingViewHead *head)
{
  static RingKept kept = { .n = 24 };

  return find_or_make (&kept, make_lines, drawing, head);
}

GArray *
ring_view_metal_lines (const RingDrawing *drawing, const RingViewHead *head)
{
  static RingKept kept = { .n = 8 };

  return find_or_make (&kept, make_metal, drawing, head);
}

/* What the marks are goes into the key point by point: they follow the hand. */
static GBytes *
engraved_key (const RingDrawing *drawing, const RingViewHead *head, const GArray *marks)
{
  g_autoptr (GBytes) view = _ring_view_key (drawing, head);
  GByteArray *key = g_byte_array_new ();
  gsize n;

  g_byte_array_append (key, g_bytes_get_data (view, NULL), (guint) g_bytes_get_size (view));
  for (guint i = 0; i < marks->len; i++)
    {
      const RingViewsMark *mark = &g_array_index (marks, RingViewsMark, i);
      const RingPoint *points = ring_path_get_points (mark->path, &n);

      append_numbers (key, (const double[]){ (double) n, mark->inner }, 2);
      g_byte_array_append (key, (const guint8 *) points, (guint) (n * sizeof *points));
    }
  return g_byte_array_free_to_bytes (key);
}

GArray *
ring_view_engraved_lines (const RingDrawing *drawing, const RingViewHead *head)
{
  static RingKept kept = { .n = 12 };
  g_autoptr (GArray) marks = ring_inscription_list_marks (drawing, head);
  g_autoptr (GBytes) key = NULL;
  GArray *lines;

  if (marks->len == 0)
    return make_engraved (drawing, head, marks);
  key = engraved_key (drawing, head, marks);
  lines = _ring_kept_find (&kept, key);
  if (lines == NULL)
    {
      lines = make_engraved (drawing, head, marks);
      _ring_kept_add (&kept, key, lines);
    }
  return lines;
}

GArray *
ring_view_pattern_lines (const RingDrawing *drawing, const char *ring_id, gboolean inner)
{
  const RingViewHead head = { .kind = RING_VIEW_STRIP, .ring = ring_id, .scale = 1 };
  GArray *lines = new_lines ();
  g_autoptr (GArray) marks = ring_inscription_list_marks (drawing, &head);
  g_autoptr (GArray) gems = NULL;
  g_autoptr (GArray) drawn = NULL;
  RingMatrix shrink = RING_MATRIX_IDENTITY;
  RingViewsSpec spec = _ring_view_see (drawing, &head, RING_VIEWS_STRIP, &gems);

  /* A pattern is lines alone. */
  for (guint i = 0; i < gems->len; i++)
    g_array_index (gems, RingViewsGem, i).outline_only = FALSE;
  drawn = ring_views_pattern (&spec, inner, RING_CENTRE_OVERHANG);
  add_drawn (lines, drawn);
  if (!inner)
    shrink.xx = ring_band_bent_length (&spec.band) / ring_band_outer_length (&spec.band);
  for (guint i = 0; i < marks->len; i++)
    {
      const RingViewsMark *mark = &g_array_index (marks, RingViewsMark, i);
      g_autoptr (RingPath) path = ring_views_mark_wrap (mark, &spec.band);

      if (mark->inner == inner)
        add (lines, RING_LINE_ENGRAVED, ring_path_transform (path, &shrink));
    }
  return lines;
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-view-lines.h"

#include "ring-gem-view.h"
#include "ring-number.h"

/* ISO 128: visible edges thick, hidden ones dashed, centre lines chained, all in the blue grey
 * of a pencil grid that ink stands out from. */
static const RingLinePen pens[] = {
  [RING_LINE_EDGE] = { 0x8fa5b9ff, 0.25, 0, { 0 } },
  [RING_LINE_FINE] = { 0xa3b5c5ff, 0.13, 0, { 0 } },
  [RING_LINE_HIDDEN] = { 0xa3b5c5ff, 0.13, 2, { 1.4, 0.8 } },
  [RING_LINE_CENTRE] = { 0xb4c2cfff, 0.13, 4, { 6, 0.9, 0.9, 0.9 } },
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

/* Of RingViewsGem. */
static GArray *
placed_gems (const RingDrawing *drawing,
             const RingViewHead *head,
             const RingBand *band,
             RingViewsKind kind)
{
  g_autoptr (GArray) gems = ring_gem_list (drawing, head->ring);
  GArray *placed = g_array_new (FALSE, FALSE, sizeof (RingViewsGem));

  for (guint i = 0; i < gems->len; i++)
    {
      const RingGem *gem = &g_array_index (gems, RingGem, i);
      RingViewsGem one = { gem->cut,   gem->length, gem->width,
                           gem->depth, gem->place,  ring_gem_is_lit (gem, band, kind) };

      g_array_append_val (placed, one);
    }
  return placed;
}

static GArray *
make_lines (const RingDrawing *drawing, const RingViewHead *head)
{
  static const RingLineStyle styles[] = {
    [RING_VIEWS_OUTLINE] = RING_LINE_EDGE,
    [RING_VIEWS_HIDDEN] = RING_LINE_HIDDEN,
    [RING_VIEWS_CENTRE] = RING_LINE_CENTRE,
    [RING_VIEWS_FACET] = RING_LINE_FINE,
  };
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (RingViewLine));
  g_autoptr (GArray) gems = NULL;
  g_autoptr (GArray) drawn = NULL;
  RingViewsKind kind;
  RingSpec spec;

  g_array_set_clear_func (lines, line_clear);
  if (!ring_view_lines_kind (head->kind, &kind))
    return lines;
  ring_spec_init (&spec, ring_drawing_find_ring (drawing, head->ring));
  gems = placed_gems (drawing, head, &spec.band, kind);
  drawn = ring_views_lines (&(RingViewsSpec){ spec.band,
                                              (const RingViewsGem *) (const void *) gems->data,
                                              gems->len, head->scale },
                            kind, RING_CENTRE_OVERHANG / head->scale);
  for (guint i = 0; i < drawn->len; i++)
    {
      const RingViewsLine *line = &g_array_index (drawn, RingViewsLine, i);

      add (lines, styles[line->role], ring_path_ref (line->path));
    }
  return lines;
}

static void
append_numbers (GString *key, const double *numbers, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_string_append_c (key, ' ');
      ring_number_append (key, numbers[i], 6);
    }
}

/* Two views with the same key have the same lines. */
static char *
key_of (const RingDrawing *drawing, const RingViewHead *head)
{
  GString *key = g_string_new (NULL);
  g_autoptr (GArray) gems = NULL;
  RingViewsKind kind;
  RingSpec spec;

  ring_spec_init (&spec, ring_drawing_find_ring (drawing, head->ring));
  /* A view without lines has none for any gem. */
  if (ring_view_lines_kind (head->kind, &kind))
    gems = placed_gems (drawing, head, &spec.band, kind);
  g_string_append_printf (key, "%d %d", head->kind, spec.band.profile);
  append_numbers (key,
                  (const double[]){ head->scale, spec.band.circumference, spec.band.width,
                                    spec.band.thickness, spec.band.base_width,
                                    spec.band.base_thickness },
                  6);
  for (guint i = 0; gems != NULL && i < gems->len; i++)
    {
      const RingViewsGem *gem = &g_array_index (gems, RingViewsGem, i);

      g_string_append_printf (key, " %d %d", gem->cut, gem->outline_only);
      append_numbers (key,
                      (const double[]){ gem->length, gem->width, gem->depth, gem->place.angle,
                                        gem->place.offset, gem->place.height, gem->place.tilt,
                                        gem->place.lean, gem->place.spin },
                      9);
    }
  return g_string_free (key, FALSE);
}

/* The lines depend on the ring's measures and gems alone, which change once in a minute, while each
 * tile and each save asks for them: those that were made last are kept, for all threads. */
typedef struct
{
  char *key;
  GArray *lines;
} Kept;

#define N_KEPT 24

static GMutex kept_lock;
static Kept kept[N_KEPT];
static guint next_kept;

static GArray *
find_kept (const char *key)
{
  GArray *found = NULL;

  g_mutex_lock (&kept_lock);
  for (guint i = 0; i < N_KEPT && found == NULL; i++)
    if (g_strcmp0 (kept[i].key, key) == 0)
      found = g_array_ref (kept[i].lines);
  g_mutex_unlock (&kept_lock);
  return found;
}

/* Takes KEY. */
static void
keep (char *key, GArray *lines)
{
  Kept old;

  g_mutex_lock (&kept_lock);
  old = kept[next_kept];
  kept[next_kept] = (Kept){ key, g_array_ref (lines) };
  next_kept = (next_kept + 1) % N_KEPT;
  g_mutex_unlock (&kept_lock);
  g_free (old.key);
  g_clear_pointer (&old.lines, g_array_unref);
}

GArray *
ring_view_lines (const RingDrawing *drawing, const RingViewHead *head)
{
  char *key = key_of (drawing, head);
  GArray *lines = find_kept (key);

  if (lines != NULL)
    {
      g_free (key);
      return lines;
    }
  lines = make_lines (drawing, head);
  keep (key, lines);
  return lines;
}

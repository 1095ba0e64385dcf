/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-view-label.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-gem-layout.h"
#include "ring-number.h"
#include "ring-rings.h"
#include "ring-spec.h"
#include "ring-view-plan.h"

/* Of the projection sign, paper mm. */
#define LARGE 2.2
#define SMALL 1.1
#define CONE 4.6
#define APART 1.6

static const char *const titles[] = {
  [RING_VIEW_PAGE] = NC_ ("view", "Page"),
  [RING_VIEW_FRONT] = NC_ ("view", "Front"),
  [RING_VIEW_TOP] = NC_ ("view", "Top"),
  [RING_VIEW_SIDE] = NC_ ("view", "Side"),
  [RING_VIEW_THREE_QUARTER] = NC_ ("view", "Three-quarter"),
  [RING_VIEW_STRIP] = NC_ ("view", "Unrolled"),
};

const char *
ring_view_title (RingViewKind kind, gboolean translated)
{
  return translated ? g_dpgettext2 (GETTEXT_PACKAGE, "view", titles[kind]) : titles[kind];
}

static const char *
say (const char *text, gboolean translated)
{
  return translated ? _ (text) : text;
}

/* Appends TEXT with up to three numbers in the place of its "{}". */
static void
append_numbers (GString *out, const char *text, const double *numbers)
{
  for (const char *p = text; *p != '\0'; p++)
    if (p[0] == '{' && p[1] == '}')
      {
        ring_number_append (out, *numbers++, 2);
        p++;
      }
    else
      g_string_append_c (out, *p);
}

static void
append_strip (GString *label, const RingSpec *spec, gboolean brief, gboolean translated)
{
  const RingBand *band = &spec->band;
  gboolean wide = fmax (band->width, band->base_width) > 4;

  if (brief)
    {
      append_numbers (label, say (N_ ("blank {} mm"), translated),
                      (const double[]){ ring_band_blank_length (band) });
      return;
    }

  append_numbers (label,
                  /* TRANSLATORS: lengths of the band unrolled; each {} is a number. A blank is the strip
                   * of metal that a band is bent from. */
                  say (wide ? N_ ("outside {} mm, inside {} mm, blank {} mm (with 0.5 mm for a width "
                                  "over 4 mm)")
                            : N_ ("outside {} mm, inside {} mm, blank {} mm"),
                       translated),
                  (const double[]){ ring_band_outer_length (band), band->circumference,
                                    ring_band_blank_length (band) });
}

/* Where there are several rings their first and their last window say whose they are. */
static GString *
new_label (const RingDrawing *drawing, const RingViewHead *head, guint n_rings, gboolean translated)
{
  const RingRecord *ring = ring_drawing_find_ring (drawing, head->ring);
  g_autofree char *name = NULL;
  GString *label = g_string_new (NULL);

  if (ring != NULL && n_rings > 1
      && (head->kind == RING_VIEW_TOP || head->kind == RING_VIEW_STRIP))
    {
      name = ring_rings_name (drawing, ring, translated);
      g_string_append_printf (label, "%s   ", name);
    }
  return g_string_append (label, ring_view_title (head->kind, translated));
}

char *
ring_view_label (const RingDrawing *drawing, const RingViewHead *head, gboolean translated)
{
  guint n_rings = ring_rings_get_n (drawing);
  GString *label = new_label (drawing, head, n_rings, translated);
  g_autoptr (GArray) gems = ring_gem_list (drawing, head->ring);
  RingSpec spec;

  ring_spec_init (&spec, ring_drawing_find_ring (drawing, head->ring));
  g_string_append_c (label, ' ');
  ring_number_append (label, head->scale >= 1 ? head->scale : 1, 2);
  g_string_append_c (label, ':');
  ring_number_append (label, head->scale >= 1 ? 1 : 1 / head->scale, 2);
  /* The windows of several rings are too small for more. */
  if ((n_rings > 1 && head->kind == RING_VIEW_SIDE) || (n_rings > 2 && head->kind != RING_VIEW_STRIP))
    return g_string_free (label, FALSE);
  g_string_append (label, "   ");
  if (n_rings > 1 && (head->kind == RING_VIEW_TOP || head->kind == RING_VIEW_THREE_QUARTER))
    g_string_truncate (label, label->len - 3);
  else if (!spec.size_known)
    g_string_append_printf (label, "%s", say (N_ ("size to be confirmed"), translated));
  else if (head->kind != RING_VIEW_STRIP)
    append_numbers (label, say (N_ ("inside Ø {} mm"), translated),
                    (const double[]){ spec.band.circumference / G_PI });
  if (head->kind == RING_VIEW_STRIP)
    {
      if (!spec.size_known)
        g_string_append (label, "   ");
      append_strip (label, &spec, n_rings > 1, translated);
    }
  else if (head->kind == RING_VIEW_FRONT && ring_gem_layout_is_all_round (drawing, head->ring))
    g_string_append_printf (label, "   %s",
                            say (N_ ("stones all round: it can never be resized"), translated));
  /* Where the stone's length and width are seen in full, or where there is room to say it. */
  else if (head->kind == (n_rings > 1 ? RING_VIEW_THREE_QUARTER : RING_VIEW_TOP) && gems->len > 0)
    {
      const RingGem *gem = &g_array_index (gems, RingGem, 0);

      g_string_append (label, "   ");
      append_numbers (label, say (N_ ("stone {} × {} mm"), translated),
                      (const double[]){ gem->length, gem->width });
    }
  return g_string_free (label, FALSE);
}

const char *
ring_view_projection (const RingDrawing *drawing, const RingViewHead *head, gboolean translated)
{
  const RingRecord *ring = ring_drawing_find_ring (drawing, head->ring);
  gboolean unfolds = FALSE;

  if (head->kind != RING_VIEW_FRONT)
    return NULL;
  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingViewHead *other = ring_view_get_head (ring_drawing_get_view (drawing, i));

      unfolds |= (other->kind == RING_VIEW_TOP || other->kind == RING_VIEW_SIDE)
                 && ring_drawing_find_ring (drawing, other->ring) == ring;
    }
  if (!unfolds)
    return NULL;
  return ring_view_plan_is_first_angle (drawing, head->ring) ? say (N_ ("first angle"), translated)
                                                             : say (N_ ("third angle"), translated);
}

/* In third angle the circles stand at the end that one sees them from, in first angle behind the
 * other one. */
RingPath *
ring_view_projection_sign (const RingDrawing *drawing, const RingViewHead *head)
{
  gboolean first = ring_view_plan_is_first_angle (drawing, head->ring);
  double cone = first ? -2 * LARGE - APART - CONE : -CONE;
  double circles = first ? -LARGE : -CONE - APART - LARGE;
  RingPath *path = ring_path_new ();

  ring_path_move_to (path, (RingPoint){ cone, -SMALL });
  ring_path_line_to (path, (RingPoint){ cone + CONE, -LARGE });
  ring_path_line_to (path, (RingPoint){ cone + CONE, LARGE });
  ring_path_line_to (path, (RingPoint){ cone, SMALL });
  ring_path_close (path);
  ring_path_add_ellipse (path, (RingPoint){ circles, 0 }, LARGE, LARGE);
  ring_path_add_ellipse (path, (RingPoint){ circles, 0 }, SMALL, SMALL);
  return path;
}

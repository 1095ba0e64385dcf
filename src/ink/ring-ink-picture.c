/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-ink-picture.h"

#include <math.h>

#include "ring-disc.h"
#include "ring-line.h"
#include "ring-smooth.h"

/* The lightest touch leaves this much of the lead; a pencil on its side leaves less, for the same
 * pressure lies on a broader place. */
#define LEAST_DENSITY 0.08
#define FLAT_LOSS 0.55

/* A band begins this much above its density and ends as much below, in bands: a trembling hand
 * would cut it to crumbs. */
#define HYSTERESIS 0.2

struct _RingInkPicture
{
  gatomicrefcount refs;
  guint n_paths;
  RingPath *paths[RING_INK_MAX_BANDS];
};

static RingInkPicture *
picture_new (void)
{
  RingInkPicture *picture = g_new0 (RingInkPicture, 1);

  g_atomic_ref_count_init (&picture->refs);
  return picture;
}

RingInkPicture *
ring_ink_picture_new (RingPath *const *paths, guint n_paths)
{
  RingInkPicture *picture = picture_new ();

  g_return_val_if_fail (n_paths >= 1 && n_paths <= RING_INK_MAX_BANDS, picture);

  picture->n_paths = n_paths;
  for (guint i = 0; i < n_paths; i++)
    picture->paths[i] = ring_path_ref (paths[i]);
  return picture;
}

RingInkPicture *
ring_ink_picture_repeat (RingInkPicture *picture, const RingSymmetry *symmetry)
{
  RingInkPicture *all;

  if (ring_symmetry_is_none (symmetry))
    return ring_ink_picture_ref (picture);
  all = picture_new ();
  all->n_paths = picture->n_paths;
  for (guint i = 0; i < picture->n_paths; i++)
    all->paths[i] = ring_symmetry_repeat (symmetry, picture->paths[i]);
  return all;
}

RingInkPicture *
ring_ink_picture_ref (RingInkPicture *picture)
{
  g_atomic_ref_count_inc (&picture->refs);
  return picture;
}

void
ring_ink_picture_unref (RingInkPicture *picture)
{
  if (!g_atomic_ref_count_dec (&picture->refs))
    return;
  for (guint i = 0; i < picture->n_paths; i++)
    ring_path_unref (picture->paths[i]);
  g_free (picture);
}

guint
ring_ink_picture_get_n_paths (const RingInkPicture *picture)
{
  return picture->n_paths;
}

RingPath *
ring_ink_picture_get_path (const RingInkPicture *picture, guint i)
{
  g_return_val_if_fail (i < picture->n_paths, NULL);
  return picture->paths[i];
}

RingPath *
ring_ink_picture_get_outline (const RingInkPicture *picture)
{
  return picture->paths[0];
}

/* With the lower bands shining through, the places of band 1 to 8 come to 18, 29, 40, 51, 62, 73,
 * 83 and 92 percent of the colour. */
guint8
ring_ink_band_alpha (guint i)
{
  static const guint8 alphas[RING_INK_MAX_BANDS] = { 46, 34, 40, 47, 57, 74, 94, 135 };

  return alphas[MIN (i, RING_INK_MAX_BANDS - 1)];
}

GArray *
ring_ink_smooth (const RingSample *samples, gsize n_samples, RingSmoothing smoothing)
{
  GArray *smooth = g_array_sized_new (FALSE, FALSE, sizeof (RingSample),
                                      (guint) n_samples + RING_SMOOTHER_MAX_TAIL);
  RingSample tail[RING_SMOOTHER_MAX_TAIL];
  RingSmoother smoother;

  ring_smoother_init (&smoother, smoothing);
  for (gsize i = 0; i < n_samples; i++)
    if (isfinite (samples[i].x) && isfinite (samples[i].y))
      {
        RingSample out = ring_smoother_add (&smoother, &samples[i]);

        g_array_append_val (smooth, out);
      }
  g_array_append_vals (smooth, tail, ring_smoother_finish (&smoother, tail));
  return smooth;
}

/* As fine as the outline's own line, and what is between two discs is inside their hull. */
#define LINE_PART 0.25

RingRect
ring_ink_get_bounds (const RingSample *samples, gsize n_samples, const RingInkStyle *style,
                     double tolerance)
{
  g_autofree RingLineNode *nodes = g_new (RingLineNode, n_samples + RING_SMOOTHER_MAX_TAIL);
  gsize n = ring_line_nodes (samples, n_samples, style, nodes);
  RingRect bounds = RING_RECT_EMPTY;
  RingLine line;

  tolerance = ring_line_clean_tolerance (tolerance);
  if (n == 0)
    return bounds;
  ring_line_init (&line, n);
  ring_line_add (&line, nodes, n, LINE_PART * tolerance);
  for (guint i = 0; i < line.discs->len; i++)
    {
      RingDisc d = g_array_index (line.discs, RingDisc, i);

      bounds = ring_rect_add_point (bounds, (RingPoint){ d.x - d.z, d.y - d.z });
      bounds = ring_rect_add_point (bounds, (RingPoint){ d.x + d.z, d.y + d.z });
    }
  ring_line_clear (&line);
  /* The outline may leave its line by the tolerance, and its points are rounded in the file. */
  return ring_rect_inset (bounds, -2 * tolerance);
}

/* ------------------------------------------------------------------ pencil */

/* In bands: 0 to RING_INK_MAX_BANDS. */
static double
density (const RingInkStyle *style, const RingSample *sample)
{
  double part = ring_pressure_curve_apply (&style->curve, sample->pressure);
  double dense = LEAST_DENSITY + (1 - LEAST_DENSITY) * part;

  return RING_INK_MAX_BANDS * dense * (1 - FLAT_LOSS * ring_ink_tilt (sample));
}

static RingSample
between (const RingSample *a, const RingSample *b, double part)
{
  return (RingSample){ a->x + part * (b->x - a->x),
                       a->y + part * (b->y - a->y),
                       a->pressure + part * (b->pressure - a->pressure),
                       a->tilt_x + part * (b->tilt_x - a->tilt_x),
                       a->tilt_y + part * (b->tilt_y - a->tilt_y),
                       a->time };
}

typedef struct
{
  RingInkStyle style; /* exact: the samples are smooth already */
  double tolerance;
  RingPath *path;
  GArray *run; /* RingSample */
  guint least; /* samples that make a run: 2, or 1 where the stroke is a dot */
} Band;

static void
end_run (Band *band)
{
  g_autoptr (RingPath) outline = NULL;

  if (band->run->len >= band->least)
    {
      outline = ring_ink_outline ((const RingSample *) (const void *) band->run->data,
                                  band->run->len, &band->style, band->tolerance);
      ring_path_append (band->path, outline, NULL);
    }
  g_array_set_size (band->run, 0);
}

/* Where the density passes LIMIT on the way from A to B. */
static RingSample
crossing (const Band *band, const RingSample *a, const RingSample *b, double limit)
{
  double from = density (&band->style, a), to = density (&band->style, b);

  return between (a, b, from != to ? CLAMP ((limit - from) / (to - from), 0, 1) : 0);
}

/* The parts of the stroke that are at least LEVEL dense, as one path. */
static RingPath *
make_band (Band *band, const RingSample *smooth, gsize n, double level)
{
  band->path = ring_path_new ();
  for (gsize i = 0; i < n; i++)
    {
      gboolean inside = band->run->len > 0;
      double limit = inside ? level - HYSTERESIS : level + HYSTERESIS;
      gboolean dense = density (&band->style, &smooth[i]) >= limit;

      if (i > 0 && dense != inside)
        {
          RingSample cut = crossing (band, &smooth[i - 1], &smooth[i], limit);

          g_array_append_val (band->run, cut);
        }
      if (dense)
        g_array_append_val (band->run, smooth[i]);
      else
        end_run (band);
    }
  end_run (band);
  return g_steal_pointer (&band->path);
}

/* The bands above the first; they end where one is empty, so that a band's place tells its
 * density. */
static void
add_bands (RingInkPicture *picture, const GArray *smooth, const RingInkStyle *style,
           double tolerance)
{
  Band band = { *style, tolerance, NULL, g_array_new (FALSE, FALSE, sizeof (RingSample)) };

  band.style.smoothing = RING_SMOOTHING_EXACT;
  band.least = smooth->len > 1 ? 2 : 1;
  for (guint i = 1; i < RING_INK_MAX_BANDS; i++)
    {
      RingPath *path = make_band (&band, (const RingSample *) (const void *) smooth->data,
                                  smooth->len, i);

      if (ring_path_is_empty (path))
        {
          ring_path_unref (path);
          break;
        }
      picture->paths[picture->n_paths++] = path;
    }
  g_array_unref (band.run);
}

RingInkPicture *
ring_ink_picture_dry (const RingSample *samples, gsize n_samples, RingInstrument instrument,
                      const RingInkStyle *style, double tolerance)
{
  RingInkPicture *picture = picture_new ();

  picture->paths[picture->n_paths++] = ring_ink_outline (samples, n_samples, style, tolerance);
  if (instrument == RING_INSTRUMENT_PENCIL)
    {
      g_autoptr (GArray) smooth = ring_ink_smooth (samples, n_samples, style->smoothing);

      add_bands (picture, smooth, style, tolerance);
    }
  return picture;
}

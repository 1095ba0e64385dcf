/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-art.h"

struct _RingArt
{
  GArray *paths; /* of RingArtPath */
  RingRect bounds;
  char *fill, *tone;
};

static void
art_path_clear (gpointer data)
{
  ring_path_unref (((RingArtPath *) data)->path);
}

RingArt *
ring_art_new (void)
{
  RingArt *art = g_atomic_rc_box_new0 (RingArt);

  art->paths = g_array_new (FALSE, FALSE, sizeof (RingArtPath));
  g_array_set_clear_func (art->paths, art_path_clear);
  art->bounds = RING_RECT_EMPTY;
  return art;
}

RingArt *
ring_art_ref (RingArt *art)
{
  return g_atomic_rc_box_acquire (art);
}

static void
art_clear (gpointer data)
{
  RingArt *art = data;

  g_array_unref (art->paths);
  g_free (art->fill);
  g_free (art->tone);
}

void
ring_art_unref (RingArt *art)
{
  if (art != NULL)
    g_atomic_rc_box_release_full (art, art_clear);
}

void
ring_art_add (RingArt *art,
              RingPath *path,
              guint32 fill,
              guint32 stroke,
              double stroke_width,
              gboolean even_odd)
{
  RingArtPath added = { ring_path_ref (path), fill, stroke, stroke_width, even_odd };
  RingRect bounds = ring_path_get_bounds (path);

  if ((stroke & 0xff) != 0 && !ring_rect_is_empty (bounds))
    bounds = ring_rect_inset (bounds, -stroke_width / 2);
  art->bounds = ring_rect_union (art->bounds, bounds);
  g_array_append_val (art->paths, added);
}

guint
ring_art_get_n_paths (const RingArt *art)
{
  return art->paths->len;
}

const RingArtPath *
ring_art_get_path (const RingArt *art, guint i)
{
  return &g_array_index (art->paths, RingArtPath, i);
}

RingRect
ring_art_get_bounds (const RingArt *art)
{
  return art->bounds;
}

gboolean
ring_art_path_is_outline (const RingArtPath *path)
{
  return ((path->fill | path->stroke) & 0xff) == 0;
}

double
ring_art_distance (const RingArt *art, RingPoint point)
{
  double best = G_MAXDOUBLE;

  for (guint i = 0; i < art->paths->len && best > 0; i++)
    {
      const RingArtPath *painted = ring_art_get_path (art, i);
      double d;

      if (ring_art_path_is_outline (painted))
        continue;
      d = ring_path_distance (painted->path, point, (painted->fill & 0xff) != 0);
      if ((painted->stroke & 0xff) != 0)
        d = MAX (0, d - painted->stroke_width / 2);
      best = MIN (best, d);
    }
  return best;
}

void
ring_art_set_fill (RingArt *art, const char *fill, const char *tone)
{
  g_free (art->fill);
  g_free (art->tone);
  art->fill = g_strdup (fill);
  art->tone = g_strdup (tone);
}

const char *
ring_art_get_fill (const RingArt *art)
{
  return art->fill;
}

const char *
ring_art_get_tone (const RingArt *art)
{
  return art->tone;
}

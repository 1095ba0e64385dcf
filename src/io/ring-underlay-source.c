/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-underlay-source.h"

#include <glib/gi18n-lib.h>

#include "ring-error.h"
#include "ring-photo-file.h"
#include "ring-svg-clip.h"

void
ring_underlay_source_free (RingUnderlaySource *source)
{
  if (source == NULL)
    return;
  g_clear_pointer (&source->photo, ring_photo_unref);
  g_clear_pointer (&source->drawing, ring_drawing_unref);
  g_free (source);
}

/* Read once as a file is, which tells what is wrong with it, and as its plain picture: of a design
 * of ours only what can be seen of it is wanted, no samples, dimensions or views. */
static RingDrawing *
read_drawing (
    const char *data, gsize n, gboolean *left_out, GCancellable *cancellable, GError **error)
{
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingDrawing) read
      = ring_svg_read_watched (data, n, report, cancellable, NULL, error);
  g_autoptr (GBytes) plain = NULL;

  if (read == NULL)
    return NULL;
  *left_out = ring_load_report_get_left_out (report);
  plain = ring_svg_write (read, RING_WRITE_PLAIN);
  return ring_svg_read_clip (g_bytes_get_data (plain, NULL), g_bytes_get_size (plain), NULL,
                             cancellable, error);
}

RingUnderlaySource *
ring_underlay_source_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (RingUnderlaySource) source = g_new0 (RingUnderlaySource, 1);
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);

  if (!ring_photo_is_one (bytes) && ring_svg_clip_is_svg (data, n))
    source->drawing = read_drawing (data, n, &source->left_out, cancellable, error);
  else
    source->photo = ring_photo_import (bytes, cancellable, error);
  return source->photo != NULL || source->drawing != NULL ? g_steal_pointer (&source) : NULL;
}

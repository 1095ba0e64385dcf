/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "bench-file.h"

#include "ring-file.h"
#include "ring-svg.h"

RingDrawing *
bench_file_load (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = ring_file_read (path, error);
  gsize length;
  const char *data;

  if (bytes == NULL)
    return NULL;
  data = g_bytes_get_data (bytes, &length);
  return ring_svg_read (data, length, NULL, error);
}

int
bench_compare (gconstpointer a, gconstpointer b)
{
  double x = *(const double *) a, y = *(const double *) b;

  return (x > y) - (x < y);
}

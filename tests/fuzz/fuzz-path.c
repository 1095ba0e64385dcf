/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Path data. What is read holds to the limits; what is written of it is a fixed point; the
 * questions that are asked of paths have finite answers. The first byte is the number of decimals. */
#include "ring-fuzz.h"
#include "ring-path.h"

#include <math.h>

#define MAX_SEGMENTS 2000

static void
ask (const RingPath *path)
{
  RingRect bounds = ring_path_get_bounds (path);
  RingPoint somewhere = { 1.5, 2.5 };

  g_ptr_array_unref (ring_path_flatten (path, 0.05));
  if (ring_path_is_empty (path))
    return;
  g_assert_true (ring_rect_is_empty (bounds)
                 || (isfinite (bounds.x0) && isfinite (bounds.y0) && isfinite (bounds.x1)
                     && isfinite (bounds.y1)));
  if (ring_path_contains (path, somewhere))
    g_assert_true (ring_rect_contains (bounds, somewhere));
  g_assert_true (ring_path_distance (path, somewhere, TRUE) >= 0);
}

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n)
{
  guint decimals = n > 0 ? data[0] % 10 : 0;
  g_autofree char *text = n > 0 ? g_strndup ((const char *) data + 1, n - 1) : g_strdup ("");
  g_autoptr (GError) error = NULL;
  g_autoptr (RingPath) path = ring_path_from_svg (text, MAX_SEGMENTS, &error);
  g_autoptr (RingPath) again = NULL;
  g_autoptr (GString) first = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);

  g_assert_true ((path != NULL) == (error == NULL));
  if (path == NULL)
    return 0;
  ask (path);
  ring_path_to_svg (path, decimals, first);
  again = ring_path_from_svg (first->str, 0, &error);
  /* Rounding may put a point that lay just inside of the limit on it, and no further. */
  g_assert_no_error (error);
  ring_path_to_svg (again, decimals, second);
  g_assert_cmpstr (first->str, ==, second->str);
  return 0;
}

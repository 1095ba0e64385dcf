/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Pictures compared pixel by pixel. Where this program draws with cairo, comparisons are exact
 * (tolerance 0, pixels 0); a tolerance stands next to the reason for it. */
#pragma once

#include <cairo.h>
#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  guint pixels; /* How many pixels differ by more than the tolerance. */
  guint worst;  /* The largest difference of one channel, 0 to 255. */
  int   x;      /* The first differing pixel; -1 where there is none. */
  int   y;
} RingTestDifference;

void     ring_test_compare_images (cairo_surface_t *a, cairo_surface_t *b, guint tolerance,
                                   RingTestDifference *difference);
void     ring_test_assert_images (const char *what, cairo_surface_t *got,
                                  cairo_surface_t *expected, guint tolerance, guint pixels);
void     ring_test_assert_picture (const char *relative, cairo_surface_t *got, guint tolerance,
                                   guint pixels);

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The text of rw:samples. What is read is within the format's limits, and what is written of it
 * reads back the same. */
#include "ring-fuzz.h"
#include "ring-sample.h"

#include <math.h>
#include <string.h>

int
LLVMFuzzerTestOneInput (const guint8 *data, gsize n)
{
  g_autofree char *text = g_strndup ((const char *) data, n);
  g_autoptr (RingSamples) samples = ring_samples_new_from_text (text, 0);
  g_autoptr (RingSamples) copy = NULL;
  g_autoptr (RingSamples) again = NULL;
  g_autoptr (GError) error = NULL;
  gsize n_samples, n_again;
  const RingSample *read = ring_samples_get (samples, &n_samples, &error);
  const RingSample *back;

  g_assert_true ((read != NULL) == (error == NULL));
  if (read == NULL)
    return 0;
  g_assert_cmpuint (n_samples, <=, RING_SAMPLES_MAX);
  copy = ring_samples_new (read, n_samples, 0);
  again = ring_samples_new_from_text (ring_samples_get_text (copy), 0);
  back = ring_samples_get (again, &n_again, NULL);
  g_assert_cmpuint (n_again, ==, n_samples);
  for (gsize i = 0; i < n_samples; i++)
    {
      g_assert_true (fabs (read[i].x) <= 1e5 && fabs (read[i].y) <= 1e5);
      g_assert_true (read[i].pressure >= 0 && read[i].pressure <= 1);
      g_assert_true (fabs (read[i].tilt_x) <= 1 && fabs (read[i].tilt_y) <= 1);
      g_assert_true (back[i].x == read[i].x && back[i].y == read[i].y
                     && back[i].pressure == read[i].pressure && back[i].time == read[i].time
                     && back[i].tilt_x == read[i].tilt_x && back[i].tilt_y == read[i].tilt_y);
    }
  return 0;
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Alloys: density, fineness and the colour they are drawn in. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *id;      /* "18ky" */
  const char *label;   /* translated by the caller with _() */
  double      density; /* g/cm3 */
  int         fineness; /* parts in a thousand */
  guint32     colour;  /* 0xRRGGBBAA */
} RingAlloy;

guint            ring_alloy_get_n (void);
const RingAlloy *ring_alloy_get (guint i);
const RingAlloy *ring_alloy_find (const char *id); /* NULL when unknown */

G_END_DECLS

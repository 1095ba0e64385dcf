/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Alloys: density and fineness. Their names and colours are those of ring-metal-paint.h. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *id;      /* "18ky" */
  double      density; /* g/cm3 */
  double      least, most; /* of alloys that are called so */
  int         fineness; /* parts in a thousand */
} RingAlloy;

guint            ring_alloy_get_n (void);
const RingAlloy *ring_alloy_get (guint i);
const RingAlloy *ring_alloy_find (const char *id); /* NULL when unknown */
const char      *ring_alloy_label (const RingAlloy *alloy); /* translated by the caller with _() */

G_END_DECLS

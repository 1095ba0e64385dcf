/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a bench asks for at least, mm, and who says so. Shops differ and may set their own. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  const char *label;  /* translated by the caller with _() */
  double      mm;
  const char *source;
} RingMinimum;

guint              ring_minimum_get_n (void);
const RingMinimum *ring_minimum_get (guint i);
const RingMinimum *ring_minimum_find (const char *id); /* NULL when unknown */

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Metal as a jeweler's gouache lays it: a region is taken for a piece of metal of some form, lit from
 * the upper left, and its tones are drawn as a few shapes with hard edges. The form is blown up over
 * the region like a skin over a frame: the height h solves Poisson's equation, so a strip of any
 * width becomes an exact half circle across and forks and ends need no rule of their own. Pure. */
#pragma once

#include "ring-metal-paint.h"
#include "ring-region.h"

G_BEGIN_DECLS

typedef enum
{
  RING_FORM_HALF_ROUND,
  RING_FORM_FLAT, /* a bevel along its edge */
  RING_FORM_KNIFE,
  RING_FORM_CONCAVE,
  RING_FORM_WIRE,
  RING_FORM_PLAIN, /* one even colour */
} RingForm;
#define RING_N_FORMS (RING_FORM_PLAIN + 1)

typedef struct
{
  RingMetalTone tone;
  RingPath     *path;
} RingFormShape;

/* Of RingFormShape, from back to front, the base first; tones without a place on the form are not
 * there. The array owns the paths. Shapes of less than LEAST mm2 are left out. */
GArray     *ring_form_shapes (const RingRegion *region, RingForm form, double least) G_GNUC_WARN_UNUSED_RESULT;

const char *ring_form_id (RingForm form); /* "half-round" */
gboolean    ring_form_find (const char *id, RingForm *form);
const char *ring_form_label (RingForm form); /* untranslated */

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a person gets wrong in a catalogue that can be read all the same: prices that are missing,
 * art that is not drawn, keeps one colour in every metal or stands at the wrong place. Each is a
 * notice with the element, its line and what to do in Inkscape. For the catalogue reader only. */
#pragma once

#include <libxml/tree.h>

#include "ring-catalogue.h"
#include "ring-load-report.h"
#include "ring-point.h"

G_BEGIN_DECLS

/* All of it, below ROOT. CATALOGUE is what was read from there. */
void ring_catalogue_check_all (const RingCatalogue *catalogue, const xmlNode *root, RingLoadReport *report);

/* What the elements of one part paint, in mm of its view. */
typedef struct
{
  RingRect bounds;        /* of all that is painted; empty for nothing */
  RingRect near;          /* of what lies where a ring can be */
  const xmlNode *far;     /* the first path that does not, or NULL */
  gboolean metal, gem;    /* whether something is coloured by a tone of either ramp */
} RingPartDrawn;

/* The elements below PART, which is a part's group, one by one. */
RingPartDrawn ring_catalogue_check_elements (const xmlNode *part, RingLoadReport *report);
/* Where the parts below ROOT stand, and what options they are for. */
void ring_catalogue_check_parts (const RingCatalogue *catalogue, const xmlNode *root, RingLoadReport *report);

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The drawn parts of a catalogue file: what of their markup is kept, and which are missing. For
 * the catalogue reader only. */
#pragma once

#include <libxml/tree.h>

#include "ring-catalogue-builder.h"
#include "ring-load-report.h"

G_BEGIN_DECLS

/* Of a ramp of colours. */
#define RING_CATALOGUE_TONES 12

/* The part's group as text, holding only shapes, plain paint and class names; *DROPPED counts
 * what was left out. The group's own transform belongs to it. */
char    *ring_catalogue_part_to_xml (const xmlNode *node, guint *dropped) G_GNUC_WARN_UNUSED_RESULT;
/* Whether an element of this name is drawn, and whether it is nothing to look at anyway. */
gboolean ring_catalogue_part_draws (const xmlNode *node);
gboolean ring_catalogue_part_is_silent (const xmlNode *node);
/* Twelve colours "3c280a 7a561c ..."; *N is how many words there are. */
gboolean ring_catalogue_part_is_ramp (const char *colours, guint *n);
/* Makes a rule, and a notice at the option's line below ROOT, for what has no drawing. How the drawings are is
 * another question (ring-catalogue-check.h). */
void     ring_catalogue_part_forbid_missing (RingCatalogueBuilder *builder, const xmlNode *root, RingLoadReport *report);

G_END_DECLS

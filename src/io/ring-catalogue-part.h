/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The drawn parts of a catalogue file: what of their markup is kept, and which are missing. For
 * the catalogue reader only. */
#pragma once

#include <libxml/tree.h>

#include "ring-catalogue-builder.h"
#include "ring-load-report.h"

G_BEGIN_DECLS

/* The part's group as text, holding only shapes, plain paint and class names; *DROPPED counts
 * what was left out. The group's own transform belongs to it. */
char    *ring_catalogue_part_to_xml (const xmlNode *node, guint *dropped) G_GNUC_WARN_UNUSED_RESULT;
/* Twelve colours "3c280a 7a561c ..." */
gboolean ring_catalogue_part_is_ramp (const char *colours);
/* Makes a rule, and a notice at the option's line below ROOT, for what has no drawing. */
void     ring_catalogue_part_check_all (RingCatalogueBuilder *builder, const xmlNode *root, RingLoadReport *report);

G_END_DECLS

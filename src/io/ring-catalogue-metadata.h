/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The menus, prices, ramps and rules of a catalogue file. For the catalogue reader only. */
#pragma once

#include <libxml/tree.h>

#include "ring-catalogue-builder.h"
#include "ring-load-report.h"

G_BEGIN_DECLS

/* Reads what the <metadata> below ROOT says; what cannot be used is a notice in REPORT. */
void ring_catalogue_metadata_read (RingCatalogueBuilder *builder, const xmlNode *root, RingLoadReport *report);

G_END_DECLS

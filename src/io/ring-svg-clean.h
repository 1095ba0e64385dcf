/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What another program's markup must not bring into a design: scripts, links, whatever fetches
 * or moves. Everything inert stays as it is. */
#pragma once

#include "ring-load-report.h"
#include "ring-svg-node.h"

G_BEGIN_DECLS

/* Whether the attribute acts: an event, or a reference out of the file. */
gboolean ring_svg_attribute_is_active (const RingSvgAttribute *attribute);
/* Takes the active parts out of NODE, in place, and reports each. FALSE when NODE itself is one
 * of them and must be dropped. */
gboolean ring_svg_clean (RingSvgNode *node, RingLoadReport *report);
/* Whether the element can be seen. */
gboolean ring_svg_is_graphical (const RingSvgNode *node);

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the reader and the checks of a catalogue file share: how attributes are looked up, and how
 * an element is called when something is said about it. */
#pragma once

#include <libxml/tree.h>

#include "ring-load-report.h"
#include "ring-point.h"

G_BEGIN_DECLS

/* An attribute of our namespace; NULL when it is not there. */
char    *ring_catalogue_node_get (const xmlNode *node, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* An attribute without a namespace, as SVG's own are. */
char    *ring_catalogue_node_get_plain (const xmlNode *node, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* A property of the picture: of `style`, which wins, or the attribute; NULL for neither. */
char    *ring_catalogue_node_get_style (const xmlNode *node, const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Whether it is our element NAME. */
gboolean ring_catalogue_node_is_ours (const xmlNode *node, const char *name);

/* Adds to REPORT, which may be NULL, at the line of NODE and with its name: `option OV “Oval” of the menu
 * shape`, `shank SD, finish P, front view (id shank-SD-P-front-0)`, `path path12 in the shank SD, front view`. */
void     ring_catalogue_note (RingLoadReport *report, const xmlNode *node, RingNoticeLevel level, const char *format, ...) G_GNUC_PRINTF (4, 5);
/* A number that may be absent (0). FALSE, with a notice, when it is there and none. */
gboolean ring_catalogue_node_get_number (RingLoadReport *report, const xmlNode *node, const char *name, double *value);
/* Two numbers with a space between; otherwise FALSE, and *POINT untouched. */
gboolean ring_catalogue_scan_point (const char *text, RingPoint *point);
/* Letters, digits, dots and dashes: a code stands in item records and rules, between spaces and "=". */
gboolean ring_catalogue_is_code (const char *text);

G_END_DECLS

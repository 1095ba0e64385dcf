/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The revisions of a design in a row, the oldest first: each with a picture of its page, its name and
 * its day. A tap compares one with the present (win.compare-revision); at the end the present can be
 * kept (win.new-revision). Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_REVISION_STRIP (ring_revision_strip_get_type ())
G_DECLARE_FINAL_TYPE (RingRevisionStrip, ring_revision_strip, RING, REVISION_STRIP, GtkWidget)

void ring_revision_strip_set_design (RingRevisionStrip *strip, RingDesign *design); /* or NULL */

G_END_DECLS

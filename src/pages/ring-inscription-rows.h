/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The rows that say what is engraved in a ring: a text, and how and where its letters stand. What is
 * typed becomes an edit at once, one burst of typing is one undo step. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-design.h"

G_BEGIN_DECLS

#define RING_TYPE_INSCRIPTION_ROWS (ring_inscription_rows_get_type ())
G_DECLARE_FINAL_TYPE (RingInscriptionRows, ring_inscription_rows, RING, INSCRIPTION_ROWS, GObject)

/* ENTRY takes the text; the rest goes into LETTERING, which also tells how the letters fit. Both
 * live at least as long. */
RingInscriptionRows *ring_inscription_rows_new (AdwEntryRow *entry, AdwExpanderRow *lettering) G_GNUC_WARN_UNUSED_RESULT;
/* Shows the first inscription of a ring, RING_ID NULL is the first ring. DESIGN may be NULL. */
void                 ring_inscription_rows_set_design (RingInscriptionRows *self, RingDesign *design, const char *ring_id);

G_END_DECLS

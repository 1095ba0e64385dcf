/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The contact sheet of a catalogue: every stone shape on every band, and every metal and finish,
 * on one A4 page. Main thread. */
#pragma once

#include "ring-catalogue.h"

G_BEGIN_DECLS

/* A PDF, or a PNG of 150 dots per inch. NULL with an error when a part cannot be drawn. */
GBytes *ring_sheet_make (const RingCatalogue *catalogue, gboolean pdf, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

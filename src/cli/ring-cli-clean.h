/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The copy of a design that is safe to send. */
#pragma once

#include "ring-drawing.h"

G_BEGIN_DECLS

/* Leaves out the conversation, costs, suppliers, other programs' markup and pen samples with
 * their times: pictures, sizes, stones and what the client knows stay. The bytes are read back to
 * prove it; NULL with RING_ERROR_FAILED when something is still there. */
GBytes *ring_cli_clean (const RingDrawing *drawing, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

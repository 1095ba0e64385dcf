/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a client signs, as one number: the SHA-256 of the canonical text of what a design shows and of
 * what its rings are (docs/format.md, The digest). No cost, supplier or memo terms, no conversation and
 * no name go into it. The same on every machine and in every language. Pure. */
#pragma once

#include "ring-drawing.h"

G_BEGIN_DECLS

/* Of the present of DRAWING, or of what a revision holds: 64 hexadecimal digits. */
char *ring_digest_make (const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

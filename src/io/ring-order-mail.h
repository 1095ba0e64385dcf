/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The confirmation of an order as a message file (*.eml, RFC 5322) that any mail program opens. Nothing is
 * ever sent: its addresses end in ".invalid" (RFC 2606), which leads nowhere. Any thread. */
#pragma once

#include "ring-catalogue.h"

G_BEGIN_DECLS

/* Of a ring that is made. The date is ring_clock_now_ms(); the same order at the same time gives the same
 * bytes. */
GBytes *ring_order_mail (const RingCatalogue *catalogue, const RingChoice *choice) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

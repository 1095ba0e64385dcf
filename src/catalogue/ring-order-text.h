/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a shop that sells from menus makes of an order: an automatic confirmation for the customer and a line
 * for the workshop. Translated text, to be freed; of a ring that is made. Any thread. */
#pragma once

#include "ring-catalogue.h"

G_BEGIN_DECLS

/* "Your order: item #3487-22". */
char *ring_order_subject (const RingCatalogue *catalogue, const RingChoice *choice) G_GNUC_WARN_UNUSED_RESULT;
/* The whole text of the message. What is chosen stands in it, and nothing that was not on a menu. */
char *ring_order_confirmation (const RingCatalogue *catalogue, const RingChoice *choice) G_GNUC_WARN_UNUSED_RESULT;
/* All that the workshop is told: the item number, and how many. */
char *ring_order_work_line (const RingCatalogue *catalogue, const RingChoice *choice) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

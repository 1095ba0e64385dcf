/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the Catalogue says in words: price, count, date. Pure; translated text, to be freed. */
#pragma once

#include "ring-catalogue.h"

G_BEGIN_DECLS

char *ring_catalogue_text_option (const RingOption *option) G_GNUC_WARN_UNUSED_RESULT;
/* "$1,290", "1,290.50 CHF"; CURRENCY may be NULL. */
char *ring_catalogue_text_money (double amount, const char *currency) G_GNUC_WARN_UNUSED_RESULT;
char *ring_catalogue_text_price (const RingCatalogue *catalogue, const RingChoice *choice) G_GNUC_WARN_UNUSED_RESULT;
char *ring_catalogue_text_count (const RingCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;
char *ring_catalogue_text_ships (const RingCatalogue *catalogue, const RingChoice *choice) G_GNUC_WARN_UNUSED_RESULT;
/* Where the figures come from; CATALOGUE may be NULL. */
char *ring_catalogue_text_note (const RingCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;
/* 12960 as "12,960", the groups as the language has them. */
char *ring_catalogue_text_grouped (guint64 number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the Catalogue says in words: price, count, date, and what is not on the menu. Translated text, to
 * be freed where it is not const. Any thread; days are counted from ring_clock_now_ms(). */
#pragma once

#include "ring-catalogue.h"

G_BEGIN_DECLS

/* "$1,290", "1,290.50 CHF"; CURRENCY may be NULL. */
char *ring_catalogue_text_money (double amount, const char *currency) G_GNUC_WARN_UNUSED_RESULT;
/* What taking OPTION of MENU in place of the chosen one does to the price: "+$40", "−$20"; "" for nothing. */
char *ring_catalogue_text_difference (const RingCatalogue *catalogue, const RingChoice *choice, guint menu, guint option) G_GNUC_WARN_UNUSED_RESULT;
char *ring_catalogue_text_price (const RingCatalogue *catalogue, const RingChoice *choice) G_GNUC_WARN_UNUSED_RESULT;
char *ring_catalogue_text_count (const RingCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;
/* "Ships in 12 working days, 27 November". */
char *ring_catalogue_text_ships (const RingCatalogue *catalogue, const RingChoice *choice) G_GNUC_WARN_UNUSED_RESULT;
/* "Item #3487-22 in White Gold"; NULL for what is not made. */
char *ring_catalogue_text_item (const RingCatalogue *catalogue, const RingChoice *choice) G_GNUC_WARN_UNUSED_RESULT;
/* What is chosen, one line for each: "Stone shape: Oval", "Engraving: FOREVER, Block", "Limited edition". */
char **ring_catalogue_text_chosen (const RingCatalogue *catalogue, const RingChoice *choice) G_GNUC_WARN_UNUSED_RESULT;
/* What the limited edition changes, for who has CHOICE: its note, its finish, and its other number. */
char *ring_catalogue_text_limited (const RingCatalogue *catalogue, const RingChoice *choice) G_GNUC_WARN_UNUSED_RESULT;
/* "0:42", from a minute on "1:05". */
char *ring_catalogue_text_time (double seconds) G_GNUC_WARN_UNUSED_RESULT;
/* What is told who asks for something else than MENU_ID offers, or tries "engraving" (longer), "move" (the
 * stone) or "draw": one sentence of the limit and one of the Bench. */
const char *ring_catalogue_text_limit (const char *what);
/* Where the figures come from; CATALOGUE may be NULL. */
char *ring_catalogue_text_note (const RingCatalogue *catalogue) G_GNUC_WARN_UNUSED_RESULT;
/* 12960 as "12,960", the groups as the language has them. */
char *ring_catalogue_text_grouped (guint64 number) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Amounts of money, in whole minor units of their currency (cents; yen have none), so that sums are
 * exact. Each product is rounded once, half away from zero; sums are of rounded amounts. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* No amount is larger, minor units. */
#define RING_MONEY_MOST G_GINT64_CONSTANT (1000000000000)

/* Decimals of a currency by its code of ISO 4217; two where it is not known, or NULL. */
guint    ring_money_decimals (const char *currency);
/* "2450.5" as files have it. FALSE, *AMOUNT untouched, for what is no amount or larger than the most. */
gboolean ring_money_parse (const char *text, const char *currency, gint64 *amount);
/* AMOUNT x QUANTITY / PARTS: grams come in hundredths, PARTS 100; per cent in hundredths, PARTS 10000. What would be
 * larger than the most is the most. */
gint64   ring_money_times (gint64 amount, gint64 quantity, gint64 parts);
/* "2450.50", with the decimals of its currency, as prices are shown; and with the currency behind it. */
char    *ring_money_format (gint64 amount, const char *currency) G_GNUC_WARN_UNUSED_RESULT;
char    *ring_money_format_with (gint64 amount, const char *currency) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

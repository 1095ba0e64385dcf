/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a shop reckons with: prices, each with its currency and the day on which it was entered, and
 * its terms (losses, markups, days). Nothing is fetched from anywhere. Main thread.
 *
 * Names of rates: "metal/18ky" (a gram), "hour", "setting/claws" and "layout/pave" (a stone set),
 * "carat/diamond/+2.5" and "piece/diamond/+2.5" (small stones, by carat or each; without a sieve by species
 * alone), and the terms below.
 *
 * Signal "changed": one of them is another one. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

typedef struct
{
  const char *value;    /* "78.4" */
  const char *currency; /* ISO 4217; "" of a term */
  const char *day;      /* "2026-11-02"; "" of a term */
} RingRate;

/* A figure that is no price: per cent, or days. */
typedef struct
{
  const char *name;
  const char *label;  /* translated by the caller with _() */
  const char *usual;  /* where the shop says nothing */
  double      most;
  const char *source; /* of what is usual, translated by the caller; NULL for none */
} RingTerm;

#define RING_TERM_CURRENCY "currency" /* what prices are in when none is written beside them */

const RingTerm *ring_terms (guint *n);
const RingTerm *ring_term_find (const char *name); /* NULL for none */

#define RING_TYPE_RATES (ring_rates_get_type ())
G_DECLARE_FINAL_TYPE (RingRates, ring_rates, RING, RATES, GObject)

RingRates  *ring_rates_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* FALSE where it is not known. The strings live until the rate is set again. */
gboolean    ring_rates_find (RingRates *self, const char *name, RingRate *rate);
/* RATE NULL takes it away. */
void        ring_rates_set (RingRates *self, const char *name, const RingRate *rate);
/* What the shop's prices are in: EUR while it says nothing. */
const char *ring_rates_get_currency (RingRates *self);
/* The names of those that are known, sorted; NULL-ended, the strings belong to SELF. */
const char **ring_rates_list (RingRates *self) G_GNUC_WARN_UNUSED_RESULT;

/* Reads what was typed for the rate NAME: "78.40", "78,40 EUR", for a term "12.5 %". "" gives a rate whose value is "". FALSE with
 * RING_ERROR_INVALID for what is none; the message says what to do. *READ is to be cleared. */
gboolean    ring_rate_read (const char *name, const char *text, const char *currency, gint64 now_ms, RingRate *read, GError **error);
void        ring_rate_clear (RingRate *read);
/* As it is typed: "78.40 EUR", "10". */
char       *ring_rate_format (const char *name, const RingRate *rate) G_GNUC_WARN_UNUSED_RESULT;
/* What it is the price of, translated: "18K yellow gold, per gram". */
char       *ring_rate_label (const char *name) G_GNUC_WARN_UNUSED_RESULT;
/* Names of the rates that every shop has: metals, work, settings; of char *. */
GPtrArray  *ring_rate_names (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* An entry row for one rate of a shop: a price with its currency, whose age stands beside it, or a term. What is
 * written counts once it is finished, by Enter or by leaving the row; what is refused stays in the row, marked,
 * until it is mended. Main thread. */
#pragma once

#include <adwaita.h>

#include "ring-rates.h"

G_BEGIN_DECLS

/* DATA lives as long as the row. */
typedef struct
{
  gboolean    (*find) (gpointer data, const char *name, RingRate *rate);
  void        (*take) (gpointer data, const char *name, const RingRate *rate); /* value "" for none */
  void        (*refuse) (gpointer data, const char *message); /* may be NULL */
  const char *(*currency) (gpointer data);
} RingRateHands;

GtkWidget  *ring_rate_row_new (const char *name, const RingRateHands *hands, gpointer data) G_GNUC_WARN_UNUSED_RESULT;
const char *ring_rate_row_get_name (GtkWidget *row);
/* Shows the rate as it is now. */
void        ring_rate_row_update (GtkWidget *row);

/* The same for what RATES holds, which the row writes into. */
GtkWidget  *ring_rate_row_new_for_shop (const char *name, RingRates *rates) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

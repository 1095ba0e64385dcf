/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How far a commission has come, and what of its price is open. Pure.
 *
 * Fields of the commission's record: status (an id below) and dates ("enquiry=2026-11-22
 * quoted=2026-11-25": the day on which it last came to each); currency (ISO 4217), budget, quote,
 * deposit (amounts), deposit-paid (yes). */
#pragma once

#include "ring-record.h"

G_BEGIN_DECLS

typedef enum
{
  RING_STATUS_ENQUIRY,
  RING_STATUS_QUOTED,
  RING_STATUS_DEPOSIT_PAID,
  RING_STATUS_DESIGN_APPROVED,
  RING_STATUS_MODEL_APPROVED,
  RING_STATUS_IN_MAKING,
  RING_STATUS_SETTING,
  RING_STATUS_CHECKED,
  RING_STATUS_DELIVERED,
  RING_STATUS_CANCELLED,
} RingStatus;
#define RING_N_STATUSES (RING_STATUS_CANCELLED + 1)

const char *ring_status_id (RingStatus status);    /* "deposit-paid" */
const char *ring_status_label (RingStatus status); /* translated */
gboolean    ring_status_find (const char *id, RingStatus *status);

/* RECORD, which may be NULL, with STATUS from the day DAY ("2026-11-27") on; days of other statuses stay. */
RingRecord *ring_commission_with_status (const RingRecord *record, RingStatus status, const char *day) G_GNUC_WARN_UNUSED_RESULT;
/* The day on which it last came to STATUS; NULL where that is not told. */
char       *ring_commission_get_day (const RingRecord *record, RingStatus status) G_GNUC_WARN_UNUSED_RESULT;

/* What is to be paid still: the quote, less the deposit where that is paid. FALSE without a quote. */
gboolean    ring_commission_get_balance (const RingRecord *record, double *balance);

/* Currencies that are offered; codes of ISO 4217, NULL-ended. */
const char *const *ring_commission_currencies (void);

G_END_DECLS

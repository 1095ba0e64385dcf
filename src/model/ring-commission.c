/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-commission.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST 1e9

static const struct
{
  const char *id, *label;
} statuses[RING_N_STATUSES] = {
  [RING_STATUS_ENQUIRY] = { "enquiry", NC_ ("commission status", "Enquiry") },
  [RING_STATUS_QUOTED] = { "quoted", NC_ ("commission status", "Quoted") },
  [RING_STATUS_DEPOSIT_PAID] = { "deposit-paid", NC_ ("commission status", "Deposit paid") },
  [RING_STATUS_DESIGN_APPROVED] = { "design-approved", NC_ ("commission status", "Design approved") },
  [RING_STATUS_MODEL_APPROVED] = { "model-approved", NC_ ("commission status", "Model approved") },
  [RING_STATUS_IN_MAKING] = { "in-making", NC_ ("commission status", "In making") },
  [RING_STATUS_SETTING] = { "setting", NC_ ("commission status", "Setting") },
  [RING_STATUS_CHECKED] = { "checked", NC_ ("commission status", "Checked") },
  [RING_STATUS_DELIVERED] = { "delivered", NC_ ("commission status", "Delivered") },
  [RING_STATUS_CANCELLED] = { "cancelled", NC_ ("commission status", "Cancelled") },
};

const char *
ring_status_id (RingStatus status)
{
  return statuses[status].id;
}

const char *
ring_status_label (RingStatus status)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "commission status", statuses[status].label);
}

gboolean
ring_status_find (const char *id, RingStatus *status)
{
  for (guint i = 0; id != NULL && i < RING_N_STATUSES; i++)
    if (g_str_equal (statuses[i].id, id))
      {
        *status = (RingStatus) i;
        return TRUE;
      }
  return FALSE;
}

/* Whether WORD is "quoted=..." for the status "quoted". */
static gboolean
is_of (const char *word, RingStatus status)
{
  gsize n = strlen (statuses[status].id);

  return strncmp (word, statuses[status].id, n) == 0 && word[n] == '=';
}

RingRecord *
ring_commission_with_status (const RingRecord *record, RingStatus status, const char *day)
{
  g_auto (GStrv) words
      = g_strsplit (record != NULL ? ring_record_get_or (record, "dates", "") : "", " ", -1);
  g_autoptr (GString) dates = g_string_new (NULL);
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_COMMISSION, "commission");
  g_autoptr (RingRecord) named
      = ring_record_with (record != NULL ? record : empty, "status", statuses[status].id);

  for (guint i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0' && !is_of (words[i], status))
      g_string_append_printf (dates, "%s ", words[i]);
  g_string_append_printf (dates, "%s=%s", statuses[status].id, day);
  return ring_record_with (named, "dates", dates->str);
}

char *
ring_commission_get_day (const RingRecord *record, RingStatus status)
{
  const char *dates = record != NULL ? ring_record_get (record, "dates") : NULL;
  g_auto (GStrv) words = g_strsplit (dates != NULL ? dates : "", " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (is_of (words[i], status))
      return g_strdup (strchr (words[i], '=') + 1);
  return NULL;
}

gboolean
ring_commission_get_balance (const RingRecord *record, double *balance)
{
  if (record == NULL || ring_record_get (record, "quote") == NULL)
    return FALSE;
  *balance = ring_record_get_between (record, "quote", 0, MOST, 0);
  if (g_strcmp0 (ring_record_get (record, "deposit-paid"), "yes") == 0)
    *balance -= ring_record_get_between (record, "deposit", 0, MOST, 0);
  return TRUE;
}

const char *const *
ring_commission_currencies (void)
{
  static const char *const codes[]
      = { "EUR", "USD", "GBP", "CHF", "AUD", "CAD", "CNY", "CZK", "DKK", "HKD", "HUF",
          "INR", "JPY", "NOK", "NZD", "PLN", "SEK", "SGD", "TRY", "ZAR", NULL };

  return codes;
}

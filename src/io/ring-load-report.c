/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-load-report.h"

/* A hostile file must not turn the report into the attack: after this many notices the rest are
 * only counted, in the last one. */
#define MAX_NOTICES 1000

struct _RingLoadReport
{
  GPtrArray *notices; /* of RingNotice */
  gboolean left_out;
  gboolean newer;
};

static void
notice_free (gpointer data)
{
  RingNotice *notice = data;

  g_free (notice->element);
  g_free (notice->message);
  g_free (notice);
}

RingLoadReport *
ring_load_report_new (void)
{
  RingLoadReport *report = g_new0 (RingLoadReport, 1);

  report->notices = g_ptr_array_new_with_free_func (notice_free);
  return report;
}

void
ring_load_report_free (RingLoadReport *report)
{
  if (report == NULL)
    return;
  g_ptr_array_unref (report->notices);
  g_free (report);
}

gboolean
ring_load_report_is_full (const RingLoadReport *report)
{
  return report == NULL || report->notices->len >= MAX_NOTICES;
}

/**
 * ring_load_report_add:
 * @report: (nullable): a report; with %NULL nothing happens
 * @line: where in the file, 0 when unknown
 * @element: (nullable): name and id of the element
 * @format: the message, translated
 *
 * Adds one notice. Past a thousand notices further ones are dropped.
 */
void
ring_load_report_add (RingLoadReport *report,
                      RingNoticeLevel level,
                      guint line,
                      const char *element,
                      const char *format,
                      ...)
{
  RingNotice *notice;
  va_list args;

  if (ring_load_report_is_full (report))
    return;
  notice = g_new0 (RingNotice, 1);
  notice->level = level;
  notice->line = line;
  notice->element = g_strdup (element != NULL ? element : "");
  va_start (args, format);
  notice->message = g_strdup_vprintf (format, args);
  va_end (args);
  g_ptr_array_add (report->notices, notice);
}

guint
ring_load_report_get_n (const RingLoadReport *report)
{
  return report->notices->len;
}

const RingNotice *
ring_load_report_get (const RingLoadReport *report, guint i)
{
  g_return_val_if_fail (i < report->notices->len, NULL);
  return g_ptr_array_index (report->notices, i);
}

gboolean
ring_load_report_get_left_out (const RingLoadReport *report)
{
  return report->left_out;
}

void
ring_load_report_set_left_out (RingLoadReport *report, gboolean left_out)
{
  if (report != NULL)
    report->left_out = left_out;
}

gboolean
ring_load_report_get_newer (const RingLoadReport *report)
{
  return report->newer;
}

void
ring_load_report_set_newer (RingLoadReport *report, gboolean newer)
{
  if (report != NULL)
    report->newer = newer;
}

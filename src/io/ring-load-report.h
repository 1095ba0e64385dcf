/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What was noticed while a file was read and did not stop it: data for people, not log lines. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RING_NOTICE_INFO,    /* an item moved in another program, ... */
  RING_NOTICE_WARNING, /* something became artwork, was left out, was repaired */
  RING_NOTICE_ERROR,   /* only from check: what makes a catalogue part unusable */
} RingNoticeLevel;

typedef struct
{
  RingNoticeLevel level;
  guint           line; /* 0 when unknown */
  char           *element; /* name and id; may be "" */
  char           *message; /* what, and the remedy; translated */
} RingNotice;

typedef struct _RingLoadReport RingLoadReport;

RingLoadReport   *ring_load_report_new (void) G_GNUC_WARN_UNUSED_RESULT;
void              ring_load_report_free (RingLoadReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingLoadReport, ring_load_report_free)

void              ring_load_report_add (RingLoadReport *report, RingNoticeLevel level, guint line, const char *element, const char *format, ...) G_GNUC_PRINTF (5, 6);
/* Whether it takes no more, so that nothing needs to be put into words. NULL is. */
gboolean          ring_load_report_is_full (const RingLoadReport *report);
guint             ring_load_report_get_n (const RingLoadReport *report);
const RingNotice *ring_load_report_get (const RingLoadReport *report, guint i);
/* Active content was left out, so that a save must ask once. */
gboolean          ring_load_report_get_left_out (const RingLoadReport *report);
void              ring_load_report_set_left_out (RingLoadReport *report, gboolean left_out);
/* The file is of a newer version and must not be overwritten. */
gboolean          ring_load_report_get_newer (const RingLoadReport *report);
void              ring_load_report_set_newer (RingLoadReport *report, gboolean newer);

G_END_DECLS

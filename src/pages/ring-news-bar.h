/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A bar above what a window shows: how far something is that takes a while, and what came of it. It
 * is hidden while there is nothing to say. Main thread.
 *
 * Signal: "cancelled", when the button beside what goes on is pressed. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define RING_TYPE_NEWS_BAR (ring_news_bar_get_type ())
G_DECLARE_FINAL_TYPE (RingNewsBar, ring_news_bar, RING, NEWS_BAR, AdwBin)

/* PROGRESS_NAME is what a screen reader calls the measure of how far it is. */
GtkWidget *ring_news_bar_new (const char *progress_name) G_GNUC_WARN_UNUSED_RESULT;
/* TEXT, until it is closed or other news come; NULL hides the bar. */
void       ring_news_bar_say (RingNewsBar *self, GtkMessageType type, const char *text);
/* TEXT and how far that is, from 0 to 1; with CAN_CANCEL there is a button to end it. */
void       ring_news_bar_show_progress (RingNewsBar *self, const char *text, double part, gboolean can_cancel);

G_END_DECLS

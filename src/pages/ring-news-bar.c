/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-news-bar.h"

#include <glib/gi18n-lib.h>

#include "ring-parts.h"

struct _RingNewsBar
{
  AdwBin parent_instance;

  GtkInfoBar *bar;
  GtkWidget *label, *progress, *close, *cancel;
};

G_DEFINE_FINAL_TYPE (RingNewsBar, ring_news_bar, ADW_TYPE_BIN)

enum
{
  CANCELLED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
close_cb (RingNewsBar *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static void
cancel_cb (RingNewsBar *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

static void
show (RingNewsBar *self, GtkMessageType type, const char *text)
{
  gtk_info_bar_set_message_type (self->bar, type);
  gtk_label_set_text (GTK_LABEL (self->label), text);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
}

static void
ring_news_bar_class_init (RingNewsBarClass *klass)
{
  signals[CANCELLED] = g_signal_new ("cancelled", RING_TYPE_NEWS_BAR, G_SIGNAL_RUN_LAST, 0, NULL,
                                     NULL, NULL, G_TYPE_NONE, 0);
}

static void
ring_news_bar_init (RingNewsBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->bar = GTK_INFO_BAR (gtk_info_bar_new ());
  self->label = ring_parts_new_label (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_widget_set_hexpand (self->label, TRUE);
  self->progress = gtk_progress_bar_new ();
  gtk_widget_set_valign (self->progress, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (self->progress, 180, -1);
  self->close = ring_parts_new_button (_ ("_Close"), G_CALLBACK (close_cb), self);
  self->cancel = ring_parts_new_button (_ ("_Cancel"), G_CALLBACK (cancel_cb), self);
  gtk_widget_set_valign (self->close, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->cancel, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_box_append (GTK_BOX (box), self->progress);
  gtk_box_append (GTK_BOX (box), self->close);
  gtk_box_append (GTK_BOX (box), self->cancel);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_info_bar_add_child (self->bar, box);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->bar));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
ring_news_bar_new (const char *progress_name)
{
  RingNewsBar *self = g_object_new (RING_TYPE_NEWS_BAR, NULL);

  ring_parts_name (self->progress, progress_name);
  return GTK_WIDGET (self);
}

void
ring_news_bar_say (RingNewsBar *self, GtkMessageType type, const char *text)
{
  g_return_if_fail (RING_IS_NEWS_BAR (self));

  show (self, type, text != NULL ? text : "");
  gtk_widget_set_visible (self->progress, FALSE);
  gtk_widget_set_visible (self->close, TRUE);
  gtk_widget_set_visible (self->cancel, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self), text != NULL);
}

void
ring_news_bar_show_progress (RingNewsBar *self, const char *text, double part, gboolean can_cancel)
{
  g_return_if_fail (RING_IS_NEWS_BAR (self));

  show (self, GTK_MESSAGE_OTHER, text);
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress), part);
  gtk_widget_set_visible (self->progress, TRUE);
  gtk_widget_set_visible (self->close, FALSE);
  gtk_widget_set_visible (self->cancel, can_cancel);
}

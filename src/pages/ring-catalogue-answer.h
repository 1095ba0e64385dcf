/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the Catalogue answers who wants something that is on no menu: a sentence, and the way to the Bench.
 * Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RING_TYPE_CATALOGUE_ANSWER (ring_catalogue_answer_get_type ())
G_DECLARE_FINAL_TYPE (RingCatalogueAnswer, ring_catalogue_answer, RING, CATALOGUE_ANSWER, GtkWidget)

GtkWidget *ring_catalogue_answer_new (void) G_GNUC_WARN_UNUSED_RESULT;
/* WAY offers the Bench, too. */
void       ring_catalogue_answer_say (RingCatalogueAnswer *self, const char *sentence, gboolean way);
void       ring_catalogue_answer_hide (RingCatalogueAnswer *self);
/* Where the way leads: the ring is carried along when there is one. */
void       ring_catalogue_answer_set_made (RingCatalogueAnswer *self, gboolean made);

G_END_DECLS

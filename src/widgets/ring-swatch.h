/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A dab of colour on paper. What is seen through lies over a dark stripe, so that one sees it. Only
 * a picture: the button around it has the name. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RING_TYPE_SWATCH (ring_swatch_get_type ())
G_DECLARE_FINAL_TYPE (RingSwatch, ring_swatch, RING, SWATCH, GtkWidget)

GtkWidget *ring_swatch_new (void) G_GNUC_WARN_UNUSED_RESULT;
void       ring_swatch_set_colour (RingSwatch *swatch, guint32 colour); /* 0xRRGGBBAA */
guint32    ring_swatch_get_colour (RingSwatch *swatch);
/* A plus over the colour: one's own, to be chosen. */
void       ring_swatch_set_plus (RingSwatch *swatch, gboolean plus);
/* Body colour so light that one shows it on toned paper. */
gboolean   ring_swatch_is_light (guint32 colour);

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Hands on a whole window: whether there is one, and the gesture that no visitor makes by chance: both upper corners held
 * for three seconds. It only watches; what lies below gets its events all the same. Main thread. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RING_CORNER_PIXELS 96
#define RING_CORNER_SECONDS 3

typedef struct
{
  void (*touched) (GtkWindow *window, gboolean held); /* a sign of a hand; HELD while one is on the glass */
  void (*cornered) (GtkWindow *window);
} RingCornersFuncs;

/* FUNCS must stay. */
void ring_corners_attach (GtkWindow *window, const RingCornersFuncs *funcs);

G_END_DECLS

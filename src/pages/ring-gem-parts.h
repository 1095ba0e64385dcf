/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Parts of the settings of a gem, and of those of many. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-gem-art.h"
#include "ring-gem-text.h"

G_BEGIN_DECLS

/* Takes into CHOICE what ENTRY says. FALSE where that is what CHOICE is already, or nothing that is
 * known, which COMPLAINT then tells. */
gboolean     ring_gem_parts_read_words (GtkWidget *entry, GtkWidget *complaint, RingGemChoice *choice);

/* Lines or lit: two buttons at the end of BOX. TOGGLED is called with OBJECT first. */
GtkWidget   *ring_gem_parts_add_style (GtkWidget *box, GCallback toggled, gpointer object);
void         ring_gem_parts_set_style (GtkWidget *buttons, RingGemStyle style);
RingGemStyle ring_gem_parts_get_style (GtkWidget *buttons);

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The menu on what is selected, as a right click or a long press opens it. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-selection.h"

G_BEGIN_DECLS

/* For SELECTION as it is now: it lists the layers of its view. */
GMenuModel *ring_select_menu_new (RingSelection *selection) G_GNUC_WARN_UNUSED_RESULT;
/* Opens it at X, Y of WIDGET, which is its parent; whoever asks unparents it some time. */
GtkWidget  *ring_select_menu_popup (RingSelection *selection, GtkWidget *widget, double x, double y);

G_END_DECLS

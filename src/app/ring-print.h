/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing at true scale, with the same page code as every export. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-export.h"

G_BEGIN_DECLS

/* Asks for a printer and prints. PARENT may be NULL. */
gboolean ring_print (GtkWindow *parent, const RingDrawing *drawing, RingExportLayout layout, const char *title, GError **error);
/* The same pages as a PDF, without a dialog. */
gboolean ring_print_to_file (GtkWindow *parent, const RingDrawing *drawing, RingExportLayout layout, const char *title, const char *path, GError **error);

G_END_DECLS

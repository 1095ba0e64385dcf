/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing at true scale, with the same page code as every export. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-export.h"

G_BEGIN_DECLS

/* Called when printing ended: MESSAGE says what went wrong (ERROR) or what should be known, NULL for nothing. */
typedef void (*RingPrintDone) (GtkWindow *parent, const char *message, gboolean error);

/* Asks how and prints. What was chosen is remembered for the layout. */
void     ring_print (GtkWindow *parent, const RingDrawing *drawing, RingExportLayout layout, const char *title, RingPrintDone done);
/* The same pages as a PDF, without a dialog. */
gboolean ring_print_to_file (GtkWindow *parent, const RingDrawing *drawing, RingExportLayout layout, const char *title, const char *path, GError **error);

G_END_DECLS

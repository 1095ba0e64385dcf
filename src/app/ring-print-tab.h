/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The print dialog's own tab: which sheet, how large, which revision, what is on it, and what the chosen printer
 * makes of 100 mm. */
#pragma once

#include <gtk/gtk.h>

#include "ring-export.h"

G_BEGIN_DECLS

#define RING_TYPE_PRINT_TAB (ring_print_tab_get_type ())
G_DECLARE_FINAL_TYPE (RingPrintTab, ring_print_tab, RING, PRINT_TAB, GtkBox)

GtkWidget *ring_print_tab_new (const RingDrawing *drawing, RingExportLayout layout) G_GNUC_WARN_UNUSED_RESULT;
/* What was chosen, and remembers it for the layout. *REVISION is an id, owned by the drawing, or NULL for the present. */
void       ring_print_tab_get (RingPrintTab *tab, RingExportOptions *options, gboolean *shop, const char **revision);
/* The printer that is chosen now, and how its settings would change the size of the page. */
void       ring_print_tab_set_printer (RingPrintTab *tab, const char *printer, GtkPrintSettings *settings);
/* Sheets in the order of their layouts, translated. */
const char *ring_print_tab_label (RingExportLayout layout);

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One A4 page of figures and words, saved as PDF or SVG, or printed. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-report.h"

G_BEGIN_DECLS

/* A dialog that asks where to save it; NAME is the file's without its ending. Its "response" ends in
 * ring_one_page_end_chooser(), which gives the path; NULL where it was left, or with an error where it is no folder of
 * this computer. */
GtkNativeDialog *ring_one_page_new_chooser (GtkWindow *parent, const char *title, const char *name) G_GNUC_WARN_UNUSED_RESULT;
char            *ring_one_page_end_chooser (GtkNativeDialog *native, int response, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* PATH with an ending that says a format: PDF where it says none. */
char            *ring_one_page_take_format (const char *path, RingReportFormat *format) G_GNUC_WARN_UNUSED_RESULT;
/* Asks for a printer. DRAW's user space is mm from the sheet's corner; it is called before this returns. */
gboolean         ring_one_page_print (GtkWindow *parent, const char *title, RingReportDraw draw, gpointer data, GError **error);

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages as they will be printed, one at a time, in a window of this program. */
#pragma once

#include <gtk/gtk.h>

#include "ring-export.h"

G_BEGIN_DECLS

/* Shows DRAWING as OPTIONS, of which a copy is kept as long as PREVIEW lives, print it; PREVIEW ends when the window
 * is closed. */
void ring_print_preview_show (GtkWindow *parent, const RingDrawing *drawing, const RingExportOptions *options, GtkPrintOperationPreview *preview, GtkPrintContext *context);

G_END_DECLS

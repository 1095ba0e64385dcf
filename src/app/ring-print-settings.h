/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* How each layout was printed last, and by how much each printer is off. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-export.h"

G_BEGIN_DECLS

/* Fills scale, bars, check page, and *SHOP: whether the shop's letterhead and terms are printed. */
void              ring_print_settings_load (RingExportLayout layout, RingExportOptions *options, gboolean *shop);
void              ring_print_settings_save (const RingExportOptions *options, gboolean shop);
/* Printer, copies and such; new ones where nothing is remembered. */
GtkPrintSettings *ring_print_settings_get (RingExportLayout layout) G_GNUC_WARN_UNUSED_RESULT;
/* Paper and how it lies; NULL where nothing is remembered. */
GtkPageSetup     *ring_print_settings_get_setup (RingExportLayout layout) G_GNUC_WARN_UNUSED_RESULT;
void              ring_print_settings_keep (RingExportLayout layout, GtkPrintSettings *settings, GtkPageSetup *setup);

/* What a bar of 100 mm measures on paper of PRINTER, across and along; 100 where nobody measured. */
void              ring_print_settings_get_measured (const char *printer, double *across, double *along);
void              ring_print_settings_set_measured (const char *printer, double across, double along);
/* The factors that make up for it, each within RING_EXPORT_MOST_CORRECTION. */
void              ring_print_settings_correct (RingExportOptions *options, const char *printer);

G_END_DECLS

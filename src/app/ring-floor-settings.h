/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the shop says of its floor: how visitors leave it alone, how long one may stay, what is printed and what is kept.
 * Main thread. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RING_FLOOR_SECONDS_KEY "floor-seconds"
#define RING_FLOOR_IDLE_KEY "floor-idle"
#define RING_FLOOR_LINE_KEY "floor-line"
#define RING_FLOOR_CODE_KEY "floor-code"
#define RING_FLOOR_PRINT_KEY "floor-print"
#define RING_FLOOR_PRINTER_KEY "floor-printer"
#define RING_FLOOR_CAP_KEY "floor-print-cap"
#define RING_FLOOR_KEEP_KEY "floor-keep"

double   ring_floor_settings_get_seconds (void);
double   ring_floor_settings_get_idle (void);
/* What stands under what visitors take along: the shop's own line, else its name and where it is; "" for none. */
char    *ring_floor_settings_get_line (void) G_GNUC_WARN_UNUSED_RESULT;

gboolean ring_floor_settings_has_code (void);
/* CODE is valid, or NULL: none is asked for. */
void     ring_floor_settings_set_code (const char *code);
gboolean ring_floor_settings_check_code (const char *code);

/* The printer that visitors' sheets go to; NULL where none are printed. */
char    *ring_floor_settings_get_printer (void) G_GNUC_WARN_UNUSED_RESULT;
/* One more sheet now: FALSE where the hour has had as many as the shop allows. That outlives the program. */
gboolean ring_floor_settings_take_sheet (void);

/* Where visitors' drawings are kept, a path; NULL where they are not. */
char    *ring_floor_settings_get_keep (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the commands share: options, files, JSON. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "ring-catalogue-reader.h"
#include "ring-cli.h"
#include "ring-drawing.h"
#include "ring-load-report.h"

G_BEGIN_DECLS

/* The commands. ARGS are those behind the program's name, the command first. */
RingCliStatus ring_cli_export (char **args);
RingCliStatus ring_cli_convert (char **args);
RingCliStatus ring_cli_info (char **args);
RingCliStatus ring_cli_check (char **args);
RingCliStatus ring_cli_difference (char **args);
RingCliStatus ring_cli_catalogue (char **args);
RingCliStatus ring_cli_gems (char **args);
RingCliStatus ring_cli_replay (char **args);

/* Of info: the estimate, with its alternatives. */
void ring_cli_estimate_json (JsonBuilder *json, const RingDrawing *drawing);
void ring_cli_estimate_print (const RingDrawing *drawing);

/* Reads the options out of *ARGS (a copy is made), leaving the file names; ENTRIES may use
 * G_OPTION_ARG_*. FALSE when the usage is wrong, which was said. "--help" prints and exits. */
gboolean ring_cli_parse (char ***args, const char *usage, const char *summary, const GOptionEntry *entries);
/* Says "ringwright: MESSAGE" on stderr and gives back FAILED or USAGE. */
RingCliStatus ring_cli_fail (const char *format, ...) G_GNUC_PRINTF (1, 2);
RingCliStatus ring_cli_fail_error (const char *where, const GError *error);
RingCliStatus ring_cli_usage (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* NULL, having said why. NOTICES: warnings of loading go to stderr. */
GBytes        *ring_cli_read (const char *path) G_GNUC_WARN_UNUSED_RESULT;
RingDrawing   *ring_cli_load (const char *path, RingLoadReport *report) G_GNUC_WARN_UNUSED_RESULT;
/* PATH NULL is the bundled catalogue. A new reference; NULL, having said why. */
RingCatalogue *ring_cli_load_catalogue (const char *path, RingLoadReport *report) G_GNUC_WARN_UNUSED_RESULT;
/* Saves atomically. */
RingCliStatus  ring_cli_save (const char *path, GBytes *bytes);
gboolean       ring_cli_has_suffix (const char *path, const char *suffix); /* whatever its case */

/* JSON: decimals are strings, counts are numbers, what is not recorded is null. */
void ring_cli_json_string (JsonBuilder *json, const char *name, const char *value);
void ring_cli_json_decimal (JsonBuilder *json, const char *name, double value, guint decimals);
void ring_cli_json_count (JsonBuilder *json, const char *name, gint64 value);
/* Id and fields, into the object that is open. */
void ring_cli_json_record (JsonBuilder *json, const RingRecord *record);
/* Writes to stdout, ending the object; frees JSON. */
void ring_cli_json_print (JsonBuilder *json);

/* What info tells of revisions: the member "revisions", and lines of text. */
void ring_cli_add_revisions (JsonBuilder *json, const RingDrawing *drawing);
void ring_cli_print_revisions (const RingDrawing *drawing);
/* And of what was signed: the member "sign-offs", and lines of text. */
void ring_cli_add_sign_offs (JsonBuilder *json, const RingDrawing *drawing);
void ring_cli_print_sign_offs (const RingDrawing *drawing);

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* check: every problem of designs and catalogues, with line and remedy. */
#include "ring-cli-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ring-bench-check.h"
#include "ring-day.h"
#include "ring-file.h"
#include "ring-revision.h"
#include "ring-sheet-code.h"
#include "ring-svg-guard.h"
#include "ring-svg.h"

/* Enough of a file to see its root's attributes. */
#define HEAD_BYTES 8192

typedef struct
{
  char *path;
  const char *kind; /* "design" or "catalogue" */
  RingLoadReport *report;
  guint n_errors, n_warnings;
} Checked;

static void
checked_free (gpointer data)
{
  Checked *checked = data;

  ring_load_report_free (checked->report);
  g_free (checked->path);
  g_free (checked);
}

static gboolean
looks_like_catalogue (GBytes *bytes)
{
  g_autoptr (GBytes) plain
      = ring_guard_unpack (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL);
  const char *text = plain != NULL ? g_bytes_get_data (plain, NULL) : NULL;
  gssize n = plain != NULL ? (gssize) MIN (g_bytes_get_size (plain), HEAD_BYTES) : 0;

  return text != NULL
         && (g_strstr_len (text, n, "kind=\"catalogue\"") != NULL
             || g_strstr_len (text, n, "kind='catalogue'") != NULL);
}

static void
note_failure (Checked *checked, const GError *error)
{
  ring_load_report_add (checked->report, RING_NOTICE_ERROR, 0, NULL, "%s", error->message);
}

/* What a bench would remark on is no problem of the file. */
static void
note_findings (Checked *checked, const RingDrawing *drawing)
{
  g_autoptr (GArray) findings = NULL;
  RingLimits limits;

  ring_limits_init (&limits);
  findings = ring_bench_check (drawing, &limits);
  for (guint i = 0; i < findings->len; i++)
    {
      const RingFinding *finding = &g_array_index (findings, RingFinding, i);

      ring_load_report_add (checked->report, RING_NOTICE_INFO, 0, "bench", "%s (%s)",
                            finding->text, finding->rule->source);
    }
}

static void
read_bytes (Checked *checked, GBytes *bytes)
{
  const char *data = g_bytes_get_data (bytes, NULL);
  gsize n = g_bytes_get_size (bytes);
  g_autoptr (GError) error = NULL;

  if (looks_like_catalogue (bytes))
    {
      checked->kind = "catalogue";
      ring_catalogue_unref (ring_catalogue_check (data, n, checked->report, &error));
    }
  else
    {
      g_autoptr (RingDrawing) drawing = ring_svg_read (data, n, checked->report, &error);

      if (drawing != NULL)
        note_findings (checked, drawing);
    }
  if (error != NULL)
    note_failure (checked, error);
}

static Checked *
check_file (const char *path)
{
  Checked *checked = g_new0 (Checked, 1);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ring_file_load (file, &error);

  checked->path = g_strdup (path);
  checked->kind = "design";
  checked->report = ring_load_report_new ();
  if (bytes != NULL)
    read_bytes (checked, bytes);
  else
    note_failure (checked, error);
  for (guint i = 0; i < ring_load_report_get_n (checked->report); i++)
    {
      RingNoticeLevel level = ring_load_report_get (checked->report, i)->level;

      checked->n_errors += level == RING_NOTICE_ERROR;
      checked->n_warnings += level == RING_NOTICE_WARNING;
    }
  return checked;
}

static const char *
level_name (RingNoticeLevel level)
{
  switch (level)
    {
    case RING_NOTICE_ERROR:
      return "error";
    case RING_NOTICE_WARNING:
      return "warning";
    case RING_NOTICE_INFO:
    default:
      return "info";
    }
}

/* FILE:LINE: as compilers write it, so that editors jump there. */
static void
print_text (const Checked *checked)
{
  for (guint i = 0; i < ring_load_report_get_n (checked->report); i++)
    {
      const RingNotice *notice = ring_load_report_get (checked->report, i);
      g_autofree char *line
          = notice->line > 0 ? g_strdup_printf ("%u:", notice->line) : g_strdup ("");

      g_print ("%s:%s %s: %s%s%s\n", checked->path, line, level_name (notice->level),
               notice->element, notice->element[0] != '\0' ? ": " : "", notice->message);
    }
  if (checked->n_errors + checked->n_warnings == 0)
    g_print (_("%s: no problem found\n"), checked->path);
}

static void
add_json (JsonBuilder *json, const Checked *checked)
{
  json_builder_begin_object (json);
  ring_cli_json_string (json, "file", checked->path);
  ring_cli_json_string (json, "kind", checked->kind);
  ring_cli_json_count (json, "errors", checked->n_errors);
  ring_cli_json_count (json, "warnings", checked->n_warnings);
  json_builder_set_member_name (json, "problems");
  json_builder_begin_array (json);
  for (guint i = 0; i < ring_load_report_get_n (checked->report); i++)
    {
      const RingNotice *notice = ring_load_report_get (checked->report, i);

      json_builder_begin_object (json);
      ring_cli_json_string (json, "level", level_name (notice->level));
      ring_cli_json_count (json, "line", notice->line);
      ring_cli_json_string (json, "element", notice->element);
      ring_cli_json_string (json, "message", notice->message);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_end_object (json);
}

static void
print_json (const GPtrArray *all)
{
  JsonBuilder *json = json_builder_new ();

  json_builder_begin_object (json);
  json_builder_set_member_name (json, "files");
  json_builder_begin_array (json);
  for (guint i = 0; i < all->len; i++)
    add_json (json, g_ptr_array_index (all, i));
  json_builder_end_array (json);
  ring_cli_json_print (json);
}

/* Prints what was found. The problems are the output and go to stdout; one line on stderr says
 * that there were any. */
static RingCliStatus
finish (const GPtrArray *all, gboolean as_json)
{
  guint n_errors = 0;

  for (guint i = 0; i < all->len; i++)
    {
      const Checked *checked = g_ptr_array_index (all, i);

      n_errors += checked->n_errors;
      if (!as_json)
        print_text (checked);
    }
  if (as_json)
    print_json (all);
  if (n_errors == 0)
    return RING_CLI_DONE;
  return ring_cli_fail (g_dngettext (GETTEXT_PACKAGE, "%u error found: it is listed with its remedy",
                                     "%u errors found: each is listed with its remedy", n_errors),
                        n_errors);
}

/* ------------------------------------------------------------------- sheets */

static char *
describe_revision (const RingRecord *revision)
{
  const char *at = ring_record_get_or (revision, "at", "");
  g_autofree char *day = g_strndup (at, 10);
  g_autofree char *written = ring_day_write (day);

  /* Translators: the name of a revision, and its day. */
  return g_strdup_printf (_ ("revision %s of %s"), ring_revision_get_name (revision), written);
}

/* Whether the paper in hand shows the design in the file. */
static RingCliStatus
check_sheet (const char *code, const char *path)
{
  g_autoptr (RingDrawing) drawing = ring_cli_load (path, NULL);
  g_autoptr (GError) error = NULL;
  const RingRecord *revision;
  RingSheetMatch match;

  if (drawing == NULL)
    return RING_CLI_FAILED;
  if (!ring_sheet_code_match (drawing, code, &match, &revision, &error))
    return ring_cli_usage ("%s", error->message);
  if (match == RING_SHEET_IS_OTHER)
    return ring_cli_fail (_ ("%s: this paper shows neither the design as it is now nor one of its revisions: it is of "
                             "another design, or of a state that nobody kept. Do not work by it."),
                          path);
  if (match == RING_SHEET_IS_PRESENT && revision == NULL)
    g_print (_ ("%s: this paper is up to date\n"), path);
  else
    {
      g_autofree char *name = describe_revision (revision);

      if (match == RING_SHEET_IS_REVISION)
        return ring_cli_fail (_ ("%s: this paper is out of date: it shows %s, and the design was changed since. Print it again."),
                              path, name);
      g_print (_ ("%s: this paper is up to date: %s\n"), path, name);
    }
  return RING_CLI_DONE;
}

RingCliStatus
ring_cli_check (char **args)
{
  gboolean as_json = FALSE;
  g_autofree char *sheet = NULL;
  g_auto (GStrv) files = NULL;
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (checked_free);
  const GOptionEntry entries[]
      = { { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Write JSON"), NULL },
          { "sheet", 0, 0, G_OPTION_ARG_STRING, &sheet,
            N_("Says whether a paper with this code shows the design in FILE"), N_("CODE") },
          { NULL } };

  if (!ring_cli_parse (&args, _("FILE..."), _("Checks designs and catalogues, or a printed sheet."), entries))
    return RING_CLI_USAGE;
  files = args;
  if (sheet != NULL)
    return g_strv_length (files) == 2 && !as_json
               ? check_sheet (sheet, files[1])
               : ring_cli_usage (_("check --sheet CODE needs one FILE, and says it in words"));
  if (g_strv_length (files) < 2)
    return ring_cli_usage (_("check needs at least one FILE; see ringwright check --help"));
  for (guint i = 1; files[i] != NULL; i++)
    g_ptr_array_add (all, check_file (files[i]));
  return finish (all, as_json);
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* difference: the measured facts and the red flags, as text, JSON or a page. */
#include "ring-cli-private.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "ring-library.h"
#include "ring-report.h"

typedef struct
{
  char *out, *catalogue, *word, *library;
  gboolean as_json;
} Options;

static void
options_clear (Options *o)
{
  g_free (o->out);
  g_free (o->catalogue);
  g_free (o->word);
  g_free (o->library);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

/* The record that the evidence is of; null for none. */
static void
add_cited (JsonBuilder *json, const char *kind, const char *id)
{
  json_builder_set_member_name (json, "cites");
  if (kind == NULL)
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  ring_cli_json_string (json, "kind", kind);
  ring_cli_json_string (json, "id", id);
  json_builder_end_object (json);
}

static void
add_wording (JsonBuilder *json, const RingDifference *d)
{
  RingRung rung;

  json_builder_set_member_name (json, "wording");
  if (!ring_difference_get_rung (d, &rung))
    {
      json_builder_add_null_value (json);
      return;
    }
  json_builder_begin_object (json);
  ring_cli_json_string (json, "id", ring_rung_id (rung));
  ring_cli_json_string (json, "words", ring_difference_get_wording (d));
  ring_cli_json_string (json, "why", ring_difference_get_wording_why (d));
  json_builder_end_object (json);
}

static void
add_losses (JsonBuilder *json, const RingDifference *d)
{
  json_builder_set_member_name (json, "losses");
  json_builder_begin_array (json);
  for (guint i = 0; i < ring_difference_get_n_losses (d); i++)
    {
      const RingLoss *loss = ring_difference_get_loss (d, i);

      json_builder_begin_object (json);
      ring_cli_json_string (json, "id", loss->id);
      ring_cli_json_string (json, "was", loss->was);
      ring_cli_json_string (json, "becomes", loss->becomes);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print_json (const RingDifference *d)
{
  JsonBuilder *json = json_builder_new ();

  json_builder_begin_object (json);
  ring_cli_json_string (json, "number", ring_difference_get_number (d));
  ring_cli_json_string (json, "chosen-by", ring_difference_get_chosen_by (d));
  ring_cli_json_string (json, "word", ring_word_id (ring_difference_get_word (d)));
  json_builder_set_member_name (json, "measures");
  json_builder_begin_array (json);
  for (guint i = 0; i < ring_difference_get_n_measures (d); i++)
    {
      const RingMeasure *m = ring_difference_get_measure (d, i);

      json_builder_begin_object (json);
      ring_cli_json_string (json, "id", m->id);
      ring_cli_json_string (json, "catalogue", m->catalogue);
      ring_cli_json_string (json, "bench", m->bench);
      ring_cli_json_string (json, "unit", m->unit);
      ring_cli_json_string (json, "evidence", m->evidence);
      add_cited (json, m->kind, m->record);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  json_builder_set_member_name (json, "flags");
  json_builder_begin_array (json);
  for (guint i = 0; i < ring_difference_get_n_flags (d); i++)
    {
      const RingFlag *f = ring_difference_get_flag (d, i);

      json_builder_begin_object (json);
      ring_cli_json_string (json, "id", f->id);
      ring_cli_json_string (json, "state", ring_flag_state_id (f->state));
      ring_cli_json_string (json, "evidence", f->evidence);
      add_cited (json, f->kind, f->record);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  add_wording (json, d);
  add_losses (json, d);
  ring_cli_json_print (json);
}

static void
print_text (const RingDifference *d)
{
  g_print ("%s: %s\n\n", ring_difference_get_chosen_by (d),
           ring_difference_get_number (d) != NULL ? ring_difference_get_number (d) : "–");
  for (guint i = 0; i < ring_difference_get_n_measures (d); i++)
    {
      const RingMeasure *m = ring_difference_get_measure (d, i);
      g_autofree char *catalogue = ring_measure_format (m, m->catalogue);
      g_autofree char *bench = ring_measure_format (m, m->bench);

      g_print ("%s\n", m->label);
      g_print (_("  Catalogue: %s\n"), catalogue);
      g_print (_("  Bench: %s\n"), bench);
      g_print ("  %s\n", m->evidence);
    }
  g_print (_("\nSuppose the label said “%s”:\n"), ring_word_label (ring_difference_get_word (d)));
  for (guint i = 0; i < ring_difference_get_n_flags (d); i++)
    {
      const RingFlag *f = ring_difference_get_flag (d, i);

      g_print ("  [%s] %s. %s\n", ring_flag_state_label (f->state), f->label, f->evidence);
    }
  if (ring_difference_get_wording (d) != NULL)
    g_print (_("\nWords that the evidence bears: %s.\n  %s\n"), ring_difference_get_wording (d),
             ring_difference_get_wording_why (d));
  if (ring_difference_get_n_losses (d) > 0)
    g_print ("%s", _("\nPut back on the menu:\n"));
  for (guint i = 0; i < ring_difference_get_n_losses (d); i++)
    g_print ("  %s → %s\n", ring_difference_get_loss (d, i)->was, ring_difference_get_loss (d, i)->becomes);
}

static RingCliStatus
write_report (const Options *o,
              const RingDrawing *drawing,
              const RingDifference *difference,
              const RingCatalogue *catalogue)
{
  RingReportFormat format
      = ring_cli_has_suffix (o->out, ".pdf") ? RING_REPORT_PDF : RING_REPORT_SVG;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ring_report_make (drawing, difference, catalogue, format, &error);

  if (bytes == NULL)
    return ring_cli_fail_error (o->out, error);
  return ring_cli_save (o->out, bytes);
}

/* Asks the library of FOLDER, once its index is up to date, which designs but that of PATH have the same drawing. NULL,
 * having said why. */
static char **
ask_library (const char *folder, const char *path, const RingDrawing *drawing, guint *n)
{
  g_autofree char *index = ring_library_get_path ();
  g_autoptr (GFile) root = g_file_new_for_commandline_arg (folder);
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GFile) parent = g_file_get_parent (file);
  g_autofree char *own
      = parent != NULL && g_file_equal (parent, root) ? g_file_get_basename (file) : NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RingLibrary) library = ring_library_open (index, &error);
  RingTwinKey key = ring_twin_key (drawing);
  char **names = NULL;

  if (library != NULL && ring_library_update (library, root, NULL, NULL, NULL, NULL, NULL, &error))
    names = ring_library_find_twins (library, root, &key, own, n, &error);
  if (names == NULL)
    ring_cli_fail_error (folder, error);
  return names;
}

static void
print (const Options *o, const RingDifference *difference)
{
  if (o->as_json)
    print_json (difference);
  else if (o->out == NULL)
    print_text (difference);
}

static RingCliStatus
run (const Options *o, const char *path, const RingWord *word)
{
  g_autoptr (RingDrawing) drawing = ring_cli_load (path, NULL);
  g_autoptr (RingCatalogue) catalogue
      = drawing != NULL ? ring_cli_load_catalogue (o->catalogue, NULL) : NULL;
  g_autoptr (RingDifference) difference = NULL;
  g_auto (GStrv) names = NULL;
  RingTwins twins = { 0 };
  RingCliStatus status = RING_CLI_DONE;

  if (catalogue == NULL)
    return RING_CLI_FAILED;
  if (o->library != NULL)
    {
      names = ask_library (o->library, path, drawing, &twins.n_designs);
      twins.names = (const char *const *) names;
      if (names == NULL)
        return RING_CLI_FAILED;
    }
  /* What a program reads is the same in every language. */
  if (o->as_json)
    setlocale (LC_MESSAGES, "C");
  difference = ring_difference_new_full (drawing, catalogue, word, names != NULL ? &twins : NULL);
  if (o->out != NULL)
    status = write_report (o, drawing, difference, catalogue);
  if (status == RING_CLI_DONE)
    print (o, difference);
  return status;
}

RingCliStatus
ring_cli_difference (char **args)
{
  g_auto (Options) o = { NULL };
  g_auto (GStrv) files = NULL;
  RingWord word;
  const GOptionEntry entries[]
      = { { "output", 'o', 0, G_OPTION_ARG_FILENAME, &o.out, N_("Write a page, .pdf or .svg"),
            N_("REPORT") },
          { "catalogue", 0, 0, G_OPTION_ARG_FILENAME, &o.catalogue, N_("Another catalogue"),
            N_("FILE") },
          { "library", 0, 0, G_OPTION_ARG_FILENAME, &o.library,
            N_("Look for the same drawing among the designs of a folder"), N_("FOLDER") },
          { "word", 0, 0, G_OPTION_ARG_STRING, &o.word,
            N_("Suppose the label said: configured, personalised, custom, bespoke, handmade, "
                "one-of-a-kind"),
            N_("WORD") },
          { "json", 0, 0, G_OPTION_ARG_NONE, &o.as_json, N_("Write JSON"), NULL },
          { NULL } };

  if (!ring_cli_parse (&args, _("FILE"), _("Puts a design and a catalogue ring side by side."),
                       entries))
    return RING_CLI_USAGE;
  files = args;
  if (g_strv_length (files) != 2)
    return ring_cli_usage (_("difference needs one FILE; see ringwright difference --help"));
  if (o.out != NULL && !ring_cli_has_suffix (o.out, ".pdf") && !ring_cli_has_suffix (o.out, ".svg"))
    return ring_cli_usage (_("%s: a report's name must end in .pdf or .svg"), o.out);
  if (o.word != NULL && !ring_word_from_id (o.word, &word))
    return ring_cli_usage (
        _("--word knows configured, personalised, custom, bespoke, handmade and "
           "one-of-a-kind, not “%s”"),
        o.word);
  return run (&o, files[1], o.word != NULL ? &word : NULL);
}

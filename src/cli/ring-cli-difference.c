/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* difference: the measured facts and the red flags, as text, JSON or a page. */
#include "ring-cli-private.h"

#include <glib/gi18n-lib.h>

#include "ring-report.h"

typedef struct
{
  char *out, *catalogue, *word;
  gboolean as_json;
} Options;

static void
options_clear (Options *o)
{
  g_free (o->out);
  g_free (o->catalogue);
  g_free (o->word);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char *
state_name (RingFlagState state)
{
  switch (state)
    {
    case RING_FLAG_RAISED:
      return "raised";
    case RING_FLAG_CLEAR:
      return "clear";
    case RING_FLAG_UNKNOWN:
    default:
      return "unknown";
    }
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
      ring_cli_json_string (json, "state", state_name (f->state));
      ring_cli_json_string (json, "evidence", f->evidence);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
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
      const char *space = m->unit[0] != '\0' ? " " : "";

      g_print ("%s\n", m->label);
      g_print (_("  Catalogue: %s%s%s\n"),
               m->catalogue != NULL ? m->catalogue : _("not recorded"),
               m->catalogue != NULL ? space : "", m->catalogue != NULL ? m->unit : "");
      g_print (_("  Bench: %s%s%s\n"), m->bench != NULL ? m->bench : _("not recorded"),
               m->bench != NULL ? space : "", m->bench != NULL ? m->unit : "");
      g_print ("  %s\n", m->evidence);
    }
  g_print (_("\nSuppose the label said “%s”:\n"), ring_word_label (ring_difference_get_word (d)));
  for (guint i = 0; i < ring_difference_get_n_flags (d); i++)
    {
      const RingFlag *f = ring_difference_get_flag (d, i);

      g_print ("  [%s] %s. %s\n", state_name (f->state), f->label, f->evidence);
    }
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

static RingCliStatus
run (const Options *o, const char *path, const RingWord *word)
{
  g_autoptr (RingDrawing) drawing = ring_cli_load (path, NULL);
  g_autoptr (RingCatalogue) catalogue
      = drawing != NULL ? ring_cli_load_catalogue (o->catalogue, NULL) : NULL;
  g_autoptr (RingDifference) difference = NULL;
  RingCliStatus status = RING_CLI_DONE;

  if (catalogue == NULL)
    return RING_CLI_FAILED;
  difference = word != NULL ? ring_difference_new_for_word (drawing, catalogue, *word)
                            : ring_difference_new (drawing, catalogue);
  if (o->out != NULL)
    status = write_report (o, drawing, difference, catalogue);
  if (status == RING_CLI_DONE && o->as_json)
    print_json (difference);
  else if (status == RING_CLI_DONE && o->out == NULL)
    print_text (difference);
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

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* catalogue list, show, new, order, sheet and copy. */
#include "ring-cli-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ring-carry.h"
#include "ring-catalogue-text.h"
#include "ring-number.h"
#include "ring-order-mail.h"
#include "ring-order-sheet.h"
#include "ring-sheet.h"
#include "ring-svg.h"

typedef struct
{
  char *out, *file;
  gboolean as_json;
} Options;

static void
options_clear (Options *o)
{
  g_free (o->out);
  g_free (o->file);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static void
add_option_json (JsonBuilder *json, const RingCatalogue *catalogue, guint menu, guint option)
{
  const RingOption *o = &ring_catalogue_get_menu (catalogue, menu)->options[option];

  ring_cli_json_string (json, "code", o->code);
  ring_cli_json_string (json, "label", o->label);
  ring_cli_json_string (json, "detail", o->detail);
  ring_cli_json_count (json, "index", o->index);
  ring_cli_json_decimal (json, "price", o->price, 2);
  ring_cli_json_decimal (json, "share", ring_catalogue_get_share (catalogue, menu, option), 4);
  ring_cli_json_count (json, "days", o->days);
  ring_cli_json_decimal (json, "value", o->value, 4);
}

/* Every figure below is the catalogue's own, as its note says. */
static void
add_head_json (JsonBuilder *json, const RingCatalogue *catalogue)
{
  ring_cli_json_string (json, "catalogue", ring_catalogue_get_id (catalogue));
  ring_cli_json_string (json, "name", ring_catalogue_get_name (catalogue));
  ring_cli_json_string (json, "edition", ring_catalogue_get_edition (catalogue));
  ring_cli_json_string (json, "currency", ring_catalogue_get_currency (catalogue));
  ring_cli_json_string (json, "note", ring_catalogue_get_fact (catalogue, "note"));
}

static void
list_json (const RingCatalogue *catalogue)
{
  JsonBuilder *json = json_builder_new ();

  json_builder_begin_object (json);
  add_head_json (json, catalogue);
  ring_cli_json_count (json, "possible", (gint64) ring_catalogue_count (catalogue));
  json_builder_set_member_name (json, "menus");
  json_builder_begin_array (json);
  for (guint m = 0; m < ring_catalogue_get_n_menus (catalogue); m++)
    {
      const RingMenu *menu = ring_catalogue_get_menu (catalogue, m);

      json_builder_begin_object (json);
      ring_cli_json_string (json, "id", menu->id);
      ring_cli_json_string (json, "label", menu->label);
      ring_cli_json_count (json, "slots", menu->slots);
      json_builder_set_member_name (json, "options");
      json_builder_begin_array (json);
      for (guint o = 0; o < menu->n_options; o++)
        {
          json_builder_begin_object (json);
          add_option_json (json, catalogue, m, o);
          json_builder_end_object (json);
        }
      json_builder_end_array (json);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  ring_cli_json_print (json);
}

static RingCliStatus
list (const RingCatalogue *catalogue, const Options *o)
{
  g_autofree char *count = ring_number_format ((double) ring_catalogue_count (catalogue), 0);
  g_autofree char *bits = ring_number_format (log2 ((double) ring_catalogue_count (catalogue)), 2);

  if (o->as_json)
    {
      list_json (catalogue);
      return RING_CLI_DONE;
    }
  g_print (_("%s, edition %s: %s possible rings (%s bits)\n"), ring_catalogue_get_name (catalogue),
           ring_catalogue_get_edition (catalogue), count, bits);
  for (guint m = 0; m < ring_catalogue_get_n_menus (catalogue); m++)
    {
      const RingMenu *menu = ring_catalogue_get_menu (catalogue, m);

      g_print ("%s (%s)\n", menu->label, menu->id);
      for (guint i = 0; i < menu->n_options; i++)
        g_print ("  %-4s %s%s%s\n", menu->options[i].code, menu->options[i].label,
                 menu->options[i].detail[0] != '\0' ? ", " : "", menu->options[i].detail);
    }
  return RING_CLI_DONE;
}

static void
show_json (const RingCatalogue *catalogue, const RingChoice *choice, const char *number)
{
  static const char *const levels[] = { "same-moulds", "same-look", "same-number" };
  gboolean engraved = choice->engraving[0] != '\0';
  JsonBuilder *json = json_builder_new ();

  json_builder_begin_object (json);
  ring_cli_json_string (json, "number", number);
  add_head_json (json, catalogue);
  ring_cli_json_decimal (json, "price", ring_catalogue_price (catalogue, choice), 2);
  ring_cli_json_count (json, "days", ring_catalogue_lead_days (catalogue, choice));
  ring_cli_json_string (json, "engraving", engraved ? choice->engraving : NULL);
  ring_cli_json_string (json, "face", engraved ? ring_face_id (choice->face) : NULL);
  json_builder_set_member_name (json, "copies-per-year");
  json_builder_begin_object (json);
  for (int level = 0; level < 3; level++)
    ring_cli_json_decimal (json, levels[level],
                           ring_catalogue_copies_per_year (catalogue, choice, level), 4);
  json_builder_end_object (json);
  json_builder_set_member_name (json, "choices");
  json_builder_begin_array (json);
  for (guint m = 0; m < ring_catalogue_get_n_menus (catalogue); m++)
    {
      json_builder_begin_object (json);
      ring_cli_json_string (json, "menu", ring_catalogue_get_menu (catalogue, m)->id);
      add_option_json (json, catalogue, m, choice->option[m]);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
  ring_cli_json_print (json);
}

static RingCliStatus
show (const RingCatalogue *catalogue, const RingChoice *choice, const Options *o)
{
  g_autofree char *number = ring_catalogue_format_number (catalogue, choice);
  g_autofree char *price = ring_number_format (ring_catalogue_price (catalogue, choice), 2);
  const char *note = ring_catalogue_get_fact (catalogue, "note");
  g_auto (GStrv) chosen = ring_catalogue_text_chosen (catalogue, choice);

  if (o->as_json)
    {
      show_json (catalogue, choice, number);
      return RING_CLI_DONE;
    }
  g_print ("%s\n", number);
  for (char **line = chosen; *line != NULL; line++)
    g_print ("  %s\n", *line);
  g_print (_("  %s %s, %d working days; the catalogue's own figures\n"), price,
           ring_catalogue_get_currency (catalogue), ring_catalogue_lead_days (catalogue, choice));
  if (note != NULL)
    g_print ("  %s\n", note);
  return RING_CLI_DONE;
}

/* A design that holds the ring as an underlay to draw over. Chosen by number, so that no time of
 * choosing is recorded. */
static RingCliStatus
make_new (const RingCatalogue *catalogue, const RingChoice *choice, const Options *o)
{
  g_autoptr (RingCatalogueArt) art = ring_catalogue_art_new (catalogue);
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  RingEdit *edit = ring_carry_choice (design, art, choice, 0, &error);

  if (edit == NULL)
    return ring_cli_fail_error (o->out, error);
  ring_design_commit (design, edit);
  bytes = ring_svg_write (ring_design_get_drawing (design), RING_WRITE_DESIGN);
  return ring_cli_save (o->out, bytes);
}

/* The confirmation that a shop would send. */
static RingCliStatus
make_order (const RingCatalogue *catalogue, const RingChoice *choice, const Options *o)
{
  g_autoptr (RingCatalogueArt) art = ring_catalogue_art_new (catalogue);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ring_cli_has_suffix (o->out, ".eml")
                                 ? ring_order_mail (catalogue, choice)
                                 : ring_order_make_pdf (art, choice, &error);

  if (bytes == NULL)
    return ring_cli_fail_error (o->out, error);
  return ring_cli_save (o->out, bytes);
}

static RingCliStatus
make_sheet (const RingCatalogue *catalogue, const Options *o)
{
  g_autoptr (GError) error = NULL;
  RingSheetFormat format = ring_cli_has_suffix (o->out, ".svg")   ? RING_SHEET_SVG
                           : ring_cli_has_suffix (o->out, ".pdf") ? RING_SHEET_PDF
                                                                  : RING_SHEET_PNG;
  g_autoptr (GBytes) bytes = ring_sheet_make (catalogue, format, &error);

  if (bytes == NULL)
    return ring_cli_fail_error (o->out, error);
  return ring_cli_save (o->out, bytes);
}

/* The program's own catalogue as a file, to draw one's own from. */
static RingCliStatus
make_copy (const Options *o)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ring_catalogue_get_bundled_bytes (&error);

  return bytes != NULL ? ring_cli_save (o->out, bytes) : ring_cli_fail_error (o->out, error);
}

/* What the verb needs: an item number, an output, its endings. */
static RingCliStatus
check_usage (char **words, const Options *o)
{
  const char *verb = words[1];
  guint n = g_strv_length (words);
  gboolean order = g_strcmp0 (verb, "order") == 0;
  gboolean item = order || g_strcmp0 (verb, "show") == 0 || g_strcmp0 (verb, "new") == 0;
  gboolean copy = g_strcmp0 (verb, "copy") == 0;
  gboolean out = order || copy || g_strcmp0 (verb, "new") == 0 || g_strcmp0 (verb, "sheet") == 0;

  if (verb == NULL || (!item && !out && !g_str_equal (verb, "list")))
    return ring_cli_usage (
        _("catalogue needs list, show, new, order, sheet or copy; see ringwright catalogue --help"));
  if (n != (item ? 3 : 2))
    return ring_cli_usage (item ? _("catalogue %s needs one item number, as in '#3487-22'")
                                : _("catalogue %s takes no further words"),
                           verb);
  if (out != (o->out != NULL))
    return ring_cli_usage (
        out ? _("catalogue %s needs -o FILE") : _("catalogue %s writes no file"), verb);
  if (g_str_equal (verb, "new") && !ring_cli_has_suffix (o->out, ".ring.svg"))
    return ring_cli_usage (_("%s: the name of a design ends in .ring.svg"), o->out);
  if (order && !ring_cli_has_suffix (o->out, ".eml") && !ring_cli_has_suffix (o->out, ".pdf"))
    return ring_cli_usage (_("%s: a confirmation's name must end in .eml or .pdf"), o->out);
  if (g_str_equal (verb, "sheet") && !ring_cli_has_suffix (o->out, ".svg")
      && !ring_cli_has_suffix (o->out, ".pdf") && !ring_cli_has_suffix (o->out, ".png"))
    return ring_cli_usage (_("%s: a contact sheet's name must end in .svg, .pdf or .png"), o->out);
  if (copy && !ring_cli_has_suffix (o->out, ".svg"))
    return ring_cli_usage (_("%s: the name of a catalogue ends in .svg"), o->out);
  if (copy && o->file != NULL)
    return ring_cli_usage (_("catalogue %s takes no --file: it writes the program's own"), verb);
  return RING_CLI_DONE;
}

static RingCliStatus
run (char **words, const Options *o)
{
  g_autoptr (RingCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  RingChoice choice;

  if (g_str_equal (words[1], "copy"))
    return make_copy (o);
  catalogue = ring_cli_load_catalogue (o->file, NULL);
  if (catalogue == NULL)
    return RING_CLI_FAILED;
  if (g_str_equal (words[1], "list"))
    return list (catalogue, o);
  if (g_str_equal (words[1], "sheet"))
    return make_sheet (catalogue, o);
  if (!ring_catalogue_parse_number (catalogue, words[2], &choice, &error))
    return ring_cli_fail ("%s", error->message);
  if (g_str_equal (words[1], "show"))
    return show (catalogue, &choice, o);
  return g_str_equal (words[1], "order") ? make_order (catalogue, &choice, o)
                                         : make_new (catalogue, &choice, o);
}

RingCliStatus
ring_cli_catalogue (char **args)
{
  g_auto (Options) o = { NULL };
  g_auto (GStrv) words = NULL;
  RingCliStatus status;
  const GOptionEntry entries[]
      = { { "file", 0, 0, G_OPTION_ARG_FILENAME, &o.file,
            N_("Another catalogue than the one that comes with the program"), N_("FILE") },
          { "output", 'o', 0, G_OPTION_ARG_FILENAME, &o.out, N_("The file to write"), N_("OUT") },
          { "json", 0, 0, G_OPTION_ARG_NONE, &o.as_json, N_("Write JSON"), NULL },
          { NULL } };

  if (!ring_cli_parse (&args, _("list | show ITEM | new ITEM -o OUT.ring.svg | order ITEM -o OUT | sheet -o OUT | "
                                "copy -o OUT.svg"),
                       _("Tells the menus and their count, decodes an item number, makes a design or "
                          "the confirmation of an order (.eml, .pdf) from it, a contact sheet, or a copy "
                          "to draw another catalogue from."),
                       entries))
    return RING_CLI_USAGE;
  words = args;
  status = check_usage (words, &o);
  return status == RING_CLI_DONE ? run (words, &o) : status;
}

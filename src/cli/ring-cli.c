/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-cli-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#include "ring-number.h"
#include "ring-save.h"
#include "ring-svg.h"

static const struct
{
  const char *name;
  RingCliStatus (*run) (char **args);
} commands[] = {
  { "export", ring_cli_export },
  { "convert", ring_cli_convert },
  { "info", ring_cli_info },
  { "check", ring_cli_check },
  { "difference", ring_cli_difference },
  { "catalogue", ring_cli_catalogue },
  { "gems", ring_cli_gems },
  { "replay", ring_cli_replay },
};

static char *
usage_text (void)
{
  return g_strdup (
      _ ("Usage:\n"
         "  ringwright [--catalogue F] [FILE...]   open the window\n"
         "  ringwright export FILE -o OUT          write a picture: .svg, .pdf, .png\n"
         "  ringwright convert FILE -o OUT         load and save as .ring.svg\n"
         "  ringwright info FILE                   what a design holds\n"
         "  ringwright check FILE...               every problem with line and remedy\n"
         "  ringwright difference FILE             measures and red flags, or a report\n"
         "  ringwright catalogue list|show|new|sheet\n"
         "  ringwright gems -o OUT                 all gem cuts on one sheet\n"
         "  ringwright replay FILE -o OUT          the design drawn again: .svg, or pictures in a folder\n"
         "  ringwright --version\n"
         "\"ringwright COMMAND --help\" tells a command's options.\n"));
}

void
ring_cli_print_usage (void)
{
  g_autofree char *text = usage_text ();

  g_printerr ("%s", text);
}

int
ring_cli_run (int argc, char **argv, gboolean *handled)
{
  const char *first = argc > 1 ? argv[1] : NULL;

  *handled = TRUE;
  if (g_strcmp0 (first, "--version") == 0)
    {
      g_print ("ringwright %s\n", RING_VERSION);
      return RING_CLI_DONE;
    }
  if (g_strcmp0 (first, "--help") == 0 || g_strcmp0 (first, "-h") == 0)
    {
      g_autofree char *text = usage_text ();

      g_print ("%s", text);
      return RING_CLI_DONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_strcmp0 (first, commands[i].name) == 0)
      return commands[i].run (argv + 1);
  *handled = FALSE;
  return RING_CLI_USAGE;
}

gboolean
ring_cli_parse (char ***args, const char *usage, const char *summary, const GOptionEntry *entries)
{
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  g_autoptr (GError) error = NULL;
  char **copy = g_strdupv (*args);
  g_autofree char *command = g_strdup_printf ("ringwright %s", copy[0]);

  /* The first string is what GOption prints as the program's name. */
  g_set_prgname (command);
  g_option_context_set_summary (context, summary);
  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  if (!g_option_context_parse_strv (context, &copy, &error))
    {
      ring_cli_usage ("%s", error->message);
      g_strfreev (copy);
      return FALSE;
    }
  *args = copy;
  return TRUE;
}

static void
say (const char *format, va_list list)
{
  g_autofree char *message = g_strdup_vprintf (format, list);

  /* One line, whatever a file name or a parser put into it. */
  g_strdelimit (message, "\n\r", ' ');
  g_printerr ("ringwright: %s\n", message);
}

RingCliStatus
ring_cli_fail (const char *format, ...)
{
  va_list list;

  va_start (list, format);
  say (format, list);
  va_end (list);
  return RING_CLI_FAILED;
}

RingCliStatus
ring_cli_usage (const char *format, ...)
{
  va_list list;

  va_start (list, format);
  say (format, list);
  va_end (list);
  return RING_CLI_USAGE;
}

RingCliStatus
ring_cli_fail_error (const char *where, const GError *error)
{
  return ring_cli_fail ("%s: %s", where, error->message);
}

GBytes *
ring_cli_read (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr (GError) error = NULL;
  GBytes *bytes = g_file_load_bytes (file, NULL, NULL, &error);

  if (bytes == NULL)
    ring_cli_fail (_ ("%s: cannot be read: %s. Check its name and permissions."), path,
                   error->message);
  return bytes;
}

RingDrawing *
ring_cli_load (const char *path, RingLoadReport *report)
{
  g_autoptr (GBytes) bytes = ring_cli_read (path);
  g_autoptr (GError) error = NULL;
  RingDrawing *drawing;

  if (bytes == NULL)
    return NULL;
  drawing
      = ring_svg_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), report, &error);
  if (drawing == NULL)
    ring_cli_fail_error (path, error);
  return drawing;
}

RingCatalogue *
ring_cli_load_catalogue (const char *path, RingLoadReport *report)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RingCatalogue *catalogue;

  if (path == NULL)
    {
      catalogue = ring_catalogue_get_bundled ();
      if (catalogue == NULL)
        ring_cli_fail (_ ("The program carries no catalogue: name one with --file or --catalogue"));
      return catalogue != NULL ? ring_catalogue_ref (catalogue) : NULL;
    }
  bytes = ring_cli_read (path);
  if (bytes == NULL)
    return NULL;
  catalogue = ring_catalogue_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), report,
                                   &error);
  if (catalogue == NULL)
    ring_cli_fail_error (path, error);
  return catalogue;
}

RingCliStatus
ring_cli_save (const char *path, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;

  if (ring_save_bytes (path, bytes, &error))
    return RING_CLI_DONE;
  return ring_cli_fail_error (path, error);
}

gboolean
ring_cli_has_suffix (const char *path, const char *suffix)
{
  gsize n = strlen (path);
  gsize m = strlen (suffix);

  return n > m && g_ascii_strcasecmp (path + n - m, suffix) == 0;
}

void
ring_cli_json_string (JsonBuilder *json, const char *name, const char *value)
{
  json_builder_set_member_name (json, name);
  if (value != NULL)
    json_builder_add_string_value (json, value);
  else
    json_builder_add_null_value (json);
}

void
ring_cli_json_decimal (JsonBuilder *json, const char *name, double value, guint decimals)
{
  g_autofree char *text = ring_number_format (CLAMP (value, -1e12, 1e12), decimals);

  ring_cli_json_string (json, name, text);
}

void
ring_cli_json_count (JsonBuilder *json, const char *name, gint64 value)
{
  json_builder_set_member_name (json, name);
  json_builder_add_int_value (json, value);
}

void
ring_cli_json_print (JsonBuilder *json)
{
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *text = NULL;

  json_builder_end_object (json);
  root = json_builder_get_root (json);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  text = json_generator_to_data (generator, NULL);
  /* JSON is UTF-8 in every locale; g_print() would bring it into the terminal's. */
  fputs (text, stdout);
  fputc ('\n', stdout);
  g_object_unref (json);
}

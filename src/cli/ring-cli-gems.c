/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* gems: the reference sheet of all cuts. */
#include "ring-cli-private.h"

#include <glib/gi18n-lib.h>

#include "ring-gem-sheet.h"
#include "ring-number.h"

/* What a picture of A2 may have; at 300 it takes 140 MB while it is painted. */
#define LEAST_DPI 20
#define MOST_DPI 300

static gboolean
find_format (const char *out, RingGemSheetFormat *format)
{
  static const char *const endings[] = { ".svg", ".pdf", ".png" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (ring_cli_has_suffix (out, endings[i]) && !ring_cli_has_suffix (out, ".ring.svg"))
      {
        *format = (RingGemSheetFormat) i;
        return TRUE;
      }
  ring_cli_usage (_ ("%s: what to write is told by the name: it must end in .svg, .pdf or .png"),
                  out);
  return FALSE;
}

static gboolean
find_species (const char *id, const RingSpecies **species)
{
  g_autoptr (GString) known = NULL;

  *species = id != NULL ? ring_species_find (id) : NULL;
  if (id == NULL || *species != NULL)
    return TRUE;
  known = g_string_new (NULL);
  for (guint i = 0; i < ring_species_get_n (); i++)
    g_string_append_printf (known, "%s%s", i > 0 ? ", " : "", ring_species_get (i)->id);
  ring_cli_usage (_ ("--species knows %s; not “%s”"), known->str, id);
  return FALSE;
}

static gboolean
read_dpi (const char *text, RingGemSheetFormat format, double *dpi)
{
  *dpi = 150;
  if (text == NULL)
    return TRUE;
  if (format != RING_GEM_SHEET_PNG)
    ring_cli_usage (_ ("--dpi is for .png alone"));
  else if (ring_number_parse (text, dpi) && *dpi >= LEAST_DPI && *dpi <= MOST_DPI)
    return TRUE;
  else
    ring_cli_usage (_ ("--dpi must be a number from %d to %d, not “%s”"), LEAST_DPI, MOST_DPI,
                    text);
  return FALSE;
}

RingCliStatus
ring_cli_gems (char **args)
{
  g_autofree char *out = NULL;
  g_autofree char *id = NULL;
  g_autofree char *resolution = NULL;
  g_auto (GStrv) words = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  const RingSpecies *species;
  RingGemSheetFormat format;
  double dpi;
  const GOptionEntry entries[]
      = { { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out, N_ ("The file to write"), N_ ("OUT") },
          { "species", 0, 0, G_OPTION_ARG_STRING, &id,
            N_ ("What all stones are made of: diamond, sapphire, ruby…"), N_ ("NAME") },
          { "dpi", 0, 0, G_OPTION_ARG_STRING, &resolution, N_ ("Dots per inch of a PNG, 150"),
            "N" },
          { NULL } };

  if (!ring_cli_parse (&args, _ ("-o OUT"),
                       _ ("Writes the reference sheet of all gem cuts as .svg, .pdf or .png."),
                       entries))
    return RING_CLI_USAGE;
  words = args;
  if (g_strv_length (words) != 1 || out == NULL)
    return ring_cli_usage (_ ("gems needs -o OUT and no other word; see ringwright gems --help"));
  if (!find_format (out, &format) || !find_species (id, &species)
      || !read_dpi (resolution, format, &dpi))
    return RING_CLI_USAGE;
  bytes = ring_gem_sheet_make (species, format, dpi, &error);
  return bytes != NULL ? ring_cli_save (out, bytes) : ring_cli_fail_error (out, error);
}

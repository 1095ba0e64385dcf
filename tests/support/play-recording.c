/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 *
 * play-recording RECORDING OUT.ring.svg: makes a design from a pen recording by the real tools,
 * the same bytes at every run. scripts/samples rebuilds data/samples with it. */

#include <stdlib.h>
#include <string.h>

#include "ring-carry.h"
#include "ring-catalogue-reader.h"
#include "ring-digest.h"
#include "ring-error.h"
#include "ring-recording.h"
#include "ring-save.h"
#include "ring-sign-off.h"
#include "ring-svg.h"

/* "MENU=CODE ... seconds=N" */
static gboolean
choose (RingDesign *design, const char *arguments, GError **error)
{
  const RingCatalogue *catalogue = ring_catalogue_get_bundled ();
  g_autoptr (RingCatalogueArt) art = ring_catalogue_art_new (catalogue);
  g_auto (GStrv) words = g_strsplit (arguments, " ", -1);
  double seconds = 0;
  RingChoice choice;
  RingEdit *edit;

  ring_catalogue_first_choice (catalogue, &choice);
  for (char **word = words; *word != NULL; word++)
    {
      g_auto (GStrv) pair = g_strsplit (*word, "=", 2);
      int menu = ring_catalogue_find_menu (catalogue, pair[0]);
      gboolean found = FALSE;

      if (g_str_equal (pair[0], "seconds"))
        {
          seconds = g_ascii_strtoll (pair[1], NULL, 10);
          continue;
        }
      for (guint i = 0; menu >= 0 && i < ring_catalogue_get_menu (catalogue, (guint) menu)->n_options; i++)
        if (g_strcmp0 (ring_catalogue_get_menu (catalogue, (guint) menu)->options[i].code, pair[1]) == 0)
          {
            choice.option[menu] = i;
            found = TRUE;
          }
      if (!found)
        {
          g_set_error (error, RING_ERROR, RING_ERROR_NOT_FOUND, "the catalogue has no “%s”", *word);
          return FALSE;
        }
    }
  edit = ring_carry_choice (design, art, &choice, seconds, error);
  return edit != NULL && ring_design_commit (design, edit);
}

/* The record's fields: outlines, and when it was. */
static gboolean
sign (RingDesign *design, const char *arguments, GError **error)
{
  g_autofree char *digest = ring_digest_make (ring_design_get_drawing (design));
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_SIGN_OFF, NULL);
  g_autoptr (RingRecord) given = ring_recording_with_fields (empty, arguments);
  g_autoptr (RingRecord) made = NULL;
  RingSigning signing = { 0 };
  gboolean read = TRUE;
  RingEdit *edit;

  for (guint i = 0; i < RING_N_SIGNED && read; i++)
    if (ring_record_get (given, ring_signed_field (i)) != NULL)
      {
        signing.outlines[i] = ring_path_from_svg (ring_record_get (given, ring_signed_field (i)), 0, error);
        read = signing.outlines[i] != NULL;
      }
  edit = read ? ring_sign_off_make (design, digest, &signing, error) : NULL;
  for (guint i = 0; i < RING_N_SIGNED; i++)
    g_clear_pointer (&signing.outlines[i], ring_path_unref);
  if (edit == NULL || !ring_design_commit (design, edit))
    return FALSE;
  made = ring_record_with (ring_sign_off_last (ring_design_get_drawing (design)), "at",
                           ring_record_get (given, "at"));
  edit = ring_edit_new (ring_design_get_drawing (design), "Record");
  ring_edit_set_record (edit, made);
  return ring_design_commit (design, edit);
}

static gboolean
call (RingDesign *design, const char *command, const char *arguments, gpointer user_data, GError **error)
{
  return g_str_equal (command, "sign") ? sign (design, arguments, error) : choose (design, arguments, error);
}

static int
fail (const GError *error)
{
  g_printerr ("%s\n", error->message);
  return EXIT_FAILURE;
}

int
main (int argc, char **argv)
{
  g_autofree char *text = NULL;
  g_autofree char *seed = NULL;
  g_autofree char *now = NULL;
  g_autoptr (RingDesign) design = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  if (argc != 3)
    {
      g_printerr ("Usage: play-recording RECORDING OUT.ring.svg\n");
      return 2;
    }
  if (!g_file_get_contents (argv[1], &text, NULL, &error))
    return fail (error);

  seed = g_strdup_printf ("%" G_GINT64_FORMAT, ring_recording_get_number (text, "seed", 1));
  now = g_strdup_printf ("%" G_GINT64_FORMAT, ring_recording_get_number (text, "start", 0));
  g_setenv ("RINGWRIGHT_SEED", seed, TRUE);
  g_setenv ("RINGWRIGHT_NOW", now, TRUE);
  design = ring_design_new ();
  if (!ring_recording_play (design, text, call, NULL, &error))
    return fail (error);

  bytes = ring_svg_write (ring_design_get_drawing (design), RING_WRITE_DESIGN);
  if (!ring_save_bytes (argv[2], bytes, &error))
    return fail (error);
  return EXIT_SUCCESS;
}

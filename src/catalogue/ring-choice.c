/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Choices as records of a design, and back. The choice's record has the fields number, catalogue,
 * edition, codes ("shape=RD band=SOL ..."), engraving, face, limited ("yes") and seconds. The number
 * alone would do; the codes say the same to a person with a text editor, and find the ring again
 * in an edition that has moved an option. */
#include "ring-catalogue-private.h"

#include <string.h>

#include "ring-size.h"

static char *
codes_to_text (const RingCatalogue *catalogue, const RingChoice *choice)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < catalogue->menus->len; i++)
    {
      const RingMenu *menu = ring_catalogue_get_menu (catalogue, i);

      g_string_append_printf (text, "%s%s=%s", i > 0 ? " " : "", menu->id,
                              menu->options[choice->option[i]].code);
    }
  return g_string_free (text, FALSE);
}

static gboolean
codes_from_text (const RingCatalogue *catalogue, const char *text, RingChoice *choice)
{
  g_auto (GStrv) codes = g_strsplit_set (text, " \n\t", -1);
  guint found = 0;

  for (char **p = codes; *p != NULL; p++)
    {
      char *equals = strchr (*p, '=');
      int menu, option;

      if (equals == NULL)
        continue;
      *equals = '\0';
      menu = ring_catalogue_find_menu (catalogue, *p);
      if (menu < 0)
        return FALSE;
      option
          = ring_menu_find_option (ring_catalogue_get_menu (catalogue, (guint) menu), equals + 1);
      if (option < 0)
        return FALSE;
      choice->option[menu] = (guint) option;
      found |= 1u << menu;
    }
  return found == (1u << catalogue->menus->len) - 1;
}

static void
take_number (RingRecord **record, const char *name, double value, guint decimals)
{
  RingRecord *next = ring_record_with_number (*record, name, value, decimals);

  ring_record_unref (*record);
  *record = next;
}

gboolean
ring_catalogue_has_face (const RingCatalogue *catalogue, RingFace face)
{
  const char *faces = ring_catalogue_get_fact (catalogue, "engraving-faces");
  g_auto (GStrv) list = g_strsplit (faces != NULL ? faces : "block", " ", -1);

  return g_strv_contains ((const char *const *) list, ring_face_id (face));
}

/* The limited edition's finish, and the menu that it is in; -1 where it has none. */
static int
find_limited_finish (const RingCatalogue *catalogue, int *menu)
{
  const char *code = ring_catalogue_get_fact (catalogue, "limited-finish");

  *menu = ring_catalogue_find_menu (catalogue, "finish");
  return code != NULL && *menu >= 0
             ? ring_menu_find_option (ring_catalogue_get_menu (catalogue, (guint) *menu), code)
             : -1;
}

gboolean
ring_choice_is_limited (const RingCatalogue *catalogue, const RingChoice *choice)
{
  int menu;
  int finish = find_limited_finish (catalogue, &menu);

  return choice->limited || (finish >= 0 && choice->option[menu] == (guint) finish);
}

void
ring_choice_set_limited (const RingCatalogue *catalogue, RingChoice *choice, gboolean limited)
{
  int menu;
  int finish = find_limited_finish (catalogue, &menu);

  choice->limited = limited;
  if (finish < 0)
    return;
  if (limited)
    choice->option[menu] = (guint) finish;
  else if (choice->option[menu] == (guint) finish)
    {
      guint n = ring_catalogue_get_menu (catalogue, (guint) menu)->n_options;

      for (guint i = 0; i < n; i++)
        {
          choice->option[menu] = i;
          if (i != (guint) finish && ring_catalogue_is_made (catalogue, choice, NULL))
            return;
        }
      choice->option[menu] = 0;
    }
}

/* SECONDS is the time spent choosing; 0 or less is not recorded. */
RingRecord *
ring_catalogue_make_choice (const RingCatalogue *catalogue,
                            const RingChoice *choice,
                            double seconds)
{
  RingRecord *record = ring_record_new (RING_RECORD_CHOICE, NULL);
  RingChoice plain = *choice;
  g_autofree char *codes = codes_to_text (catalogue, choice);
  g_autofree char *number = NULL;

  plain.engraving[0] = '\0';
  number = ring_catalogue_format_number (catalogue, &plain);
  ring_record_set (&record, "number", number);
  ring_record_set (&record, "catalogue", catalogue->id);
  ring_record_set (&record, "edition", catalogue->edition);
  ring_record_set (&record, "codes", codes);
  ring_record_set (&record, "engraving", choice->engraving);
  if (choice->engraving[0] != '\0' && choice->face != RING_FACE_BLOCK)
    ring_record_set (&record, "face", ring_face_id (choice->face));
  ring_record_set (&record, "limited", ring_choice_is_limited (catalogue, choice) ? "yes" : NULL);
  if (seconds > 0)
    take_number (&record, "seconds", seconds, 1);
  return record;
}

/* FALSE, and *CHOICE untouched, when the record is of another catalogue or its ring is no longer
 * in this one. RECORD may be NULL. */
gboolean
ring_catalogue_read_choice (const RingCatalogue *catalogue,
                            const RingRecord *record,
                            RingChoice *choice)
{
  RingChoice result = { .limited = FALSE };
  const char *id = ring_record_get (record, "catalogue");
  const char *codes = ring_record_get (record, "codes");
  const char *number = ring_record_get (record, "number");

  if (record == NULL || (id != NULL && !g_str_equal (id, catalogue->id)))
    return FALSE;
  if ((codes == NULL || !codes_from_text (catalogue, codes, &result)
       || !ring_catalogue_is_made (catalogue, &result, NULL))
      && (number == NULL || !ring_catalogue_parse_number (catalogue, number, &result, NULL)))
    return FALSE;
  ring_choice_set_engraving (&result, ring_record_get (record, "engraving"));
  if (!ring_face_from_id (ring_record_get_or (record, "face", "block"), &result.face))
    result.face = RING_FACE_BLOCK;
  result.limited = g_strcmp0 (ring_record_get (record, "limited"), "yes") == 0
                   || ring_choice_is_limited (catalogue, &result);
  *choice = result;
  return TRUE;
}

/* The stone's shape and size are its gem's; all else that options say is the ring's. */
static gboolean
is_of_gem (const char *name)
{
  return g_str_equal (name, "cut");
}

/* A ring's record with what the options say of it. A ring size is a US size, as in the
 * catalogue's menu; the record holds the inner circumference. */
RingRecord *
ring_catalogue_make_ring (const RingCatalogue *catalogue,
                          const RingChoice *choice,
                          const char *ring_id)
{
  RingRecord *ring = ring_record_new (RING_RECORD_RING, ring_id);

  for (guint i = 0; i < catalogue->menus->len; i++)
    {
      const RingMenu *menu = ring_catalogue_get_menu (catalogue, i);
      const RingOption *option = &menu->options[choice->option[i]];
      const RingRecord *fields = ring_catalogue_get_option_fields (catalogue, i, choice->option[i]);

      for (guint f = 0; f < ring_record_get_n_fields (fields); f++)
        {
          const char *value;
          const char *name = ring_record_get_field (fields, f, &value);

          if (!is_of_gem (name))
            ring_record_set (&ring, name, value);
        }
      if (g_str_equal (menu->id, "ring-size") && option->value > 0)
        {
          take_number (&ring, "size", ring_size_from_us (option->value), 4);
          ring_record_set (&ring, "size-system", "us");
        }
    }
  return ring;
}

/* The stone's record, on the ring with RING_ID: as large as its drawing says, or as long as the size
 * menu does. NULL when no option says what it is. */
RingRecord *
ring_catalogue_make_gem (const RingCatalogue *catalogue,
                         const RingChoice *choice,
                         const char *gem_id,
                         const char *ring_id)
{
  RingRecord *gem = ring_record_new (RING_RECORD_GEM, gem_id);
  double mm[3];
  gboolean measured = ring_catalogue_get_stone_mm (catalogue, choice, mm);

  ring_record_set (&gem, "ring", ring_id);
  for (guint i = 0; i < catalogue->menus->len; i++)
    {
      const RingMenu *menu = ring_catalogue_get_menu (catalogue, i);
      const RingOption *option = &menu->options[choice->option[i]];
      const char *cut
          = ring_record_get (ring_catalogue_get_option_fields (catalogue, i, choice->option[i]), "cut");

      if (cut != NULL)
        ring_record_set (&gem, "cut", cut);
      if (!measured && g_str_equal (menu->id, "size") && option->value > 0)
        take_number (&gem, "length", option->value, 2);
    }
  if (measured)
    {
      take_number (&gem, "length", mm[0], 2);
      take_number (&gem, "width", mm[1], 2);
      take_number (&gem, "depth", mm[2], 2);
    }
  if (ring_record_get (gem, "cut") == NULL)
    g_clear_pointer (&gem, ring_record_unref);
  return gem;
}

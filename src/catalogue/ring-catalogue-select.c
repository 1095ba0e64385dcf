/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Which of the drawings a ring is put together from. Of several that would do for the same part at
 * the same depth the most particular is taken: one of the very size before one that serves every
 * size, one of the band before one of every band, one of the finish before one of every finish. */
#include "ring-catalogue-private.h"

#include <string.h>

typedef struct
{
  const RingCatalogue *catalogue;
  const char *view;
  const char *shape, *band, *finish;
  const RingOption *size; /* or NULL */
  char *stone;            /* SHAPE-SIZE */
} Wanted;

static const char *
code_of (const RingOption *option)
{
  return option != NULL ? option->code : "";
}

static void
wanted_init (Wanted *wanted,
             const RingCatalogue *catalogue,
             const RingChoice *choice,
             const char *view)
{
  *wanted = (Wanted){ .catalogue = catalogue, .view = view };
  wanted->shape = code_of (ring_catalogue_get_chosen (catalogue, choice, "shape"));
  wanted->band = code_of (ring_catalogue_get_chosen (catalogue, choice, "band"));
  wanted->finish = code_of (ring_catalogue_get_chosen (catalogue, choice, "finish"));
  wanted->size = ring_catalogue_get_chosen (catalogue, choice, "size");
  wanted->stone = g_strdup_printf ("%s-%s", wanted->shape, code_of (wanted->size));
}

/* Whether WORD stands among WORDS, which have a blank between them. */
static gboolean
has_word (const char *words, const char *word)
{
  gsize n = strlen (word);

  for (const char *p = words; p != NULL; p = strchr (p, ' '))
    {
      p += *p == ' ' ? 1 : 0;
      if (strncmp (p, word, n) == 0 && (p[n] == ' ' || p[n] == '\0'))
        return TRUE;
    }
  return FALSE;
}

/* How particular PART is; -1 when it is no part of the ring. */
static int
get_rank (const Wanted *wanted, const RingPart *part)
{
  gboolean shank = g_str_equal (part->part, "shank");
  const char *code = shank                   ? wanted->band
                     : part->size[0] != '\0' ? wanted->shape
                                             : wanted->stone;

  if (!g_str_equal (part->view, wanted->view) || !has_word (part->code, code)
      || (part->band[0] != '\0' && !has_word (part->band, wanted->band))
      || (part->finish[0] != '\0' && !g_str_equal (part->finish, wanted->finish)))
    return -1;
  return (part->size[0] == '\0' ? 4 : 0) + (part->band[0] != '\0' ? 2 : 0)
         + (part->finish[0] != '\0' ? 1 : 0);
}

/* Whether another drawing takes the place of the one at I, whose rank is RANK. */
static gboolean
is_replaced (const Wanted *wanted, guint i, int rank)
{
  const RingPart *part = ring_catalogue_get_part (wanted->catalogue, i);

  for (guint k = 0; k < wanted->catalogue->parts->len; k++)
    {
      const RingPart *other = ring_catalogue_get_part (wanted->catalogue, k);
      int other_rank;

      if (k == i || other->z != part->z || !g_str_equal (other->part, part->part))
        continue;
      other_rank = get_rank (wanted, other);
      if (other_rank > rank || (other_rank == rank && k < i))
        return TRUE;
    }
  return FALSE;
}

/* Stones of all sizes have the same proportions, so that one drawing serves them all. */
static double
get_scale (const Wanted *wanted, const RingPart *part)
{
  int menu = ring_catalogue_find_menu (wanted->catalogue, "size");
  int drawn = menu >= 0 && part->size[0] != '\0'
                  ? ring_menu_find_option (
                      ring_catalogue_get_menu (wanted->catalogue, (guint) menu), part->size)
                  : -1;
  double value;

  if (drawn < 0 || wanted->size == NULL)
    return 1;
  value = ring_catalogue_get_menu (wanted->catalogue, (guint) menu)->options[drawn].value;
  return value > 0 && wanted->size->value > 0 ? wanted->size->value / value : 1;
}

static int
compare_z (gconstpointer a, gconstpointer b, gpointer data)
{
  guint i = ((const RingSelectedPart *) a)->part;
  guint k = ((const RingSelectedPart *) b)->part;
  int z = ring_catalogue_get_part (data, i)->z - ring_catalogue_get_part (data, k)->z;

  return z != 0 ? z : (i > k) - (i < k);
}

GArray *
ring_catalogue_select_parts (const RingCatalogue *catalogue,
                             const RingChoice *choice,
                             const char *view)
{
  GArray *selected = g_array_new (FALSE, FALSE, sizeof (RingSelectedPart));
  Wanted wanted;

  wanted_init (&wanted, catalogue, choice, view);
  for (guint i = 0; i < catalogue->parts->len; i++)
    {
      const RingPart *part = ring_catalogue_get_part (catalogue, i);
      int rank = get_rank (&wanted, part);
      RingSelectedPart one = { i, get_scale (&wanted, part) };

      if (rank >= 0 && !is_replaced (&wanted, i, rank))
        g_array_append_val (selected, one);
    }
  g_array_sort_with_data (selected, compare_z, (gpointer) catalogue);
  g_free (wanted.stone);
  return selected;
}

gboolean
ring_catalogue_get_stone_mm (const RingCatalogue *catalogue,
                             const RingChoice *choice,
                             double mm[3])
{
  g_autoptr (GArray) selected = ring_catalogue_select_parts (catalogue, choice, "front");

  for (guint i = 0; i < selected->len; i++)
    {
      const RingSelectedPart *one = &g_array_index (selected, RingSelectedPart, i);
      const RingPart *part = ring_catalogue_get_part (catalogue, one->part);

      if (!g_str_equal (part->part, "stone") || part->mm[0] <= 0)
        continue;
      for (guint k = 0; k < 3; k++)
        mm[k] = part->mm[k] * one->scale;
      return TRUE;
    }
  return FALSE;
}

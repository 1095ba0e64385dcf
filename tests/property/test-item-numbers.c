/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The item numbers of the house catalogue, sampled: each number gives its ring back and no other,
 * a mistyped one says what is wrong with it, and none changes when a shop adds options. */
#include "ring-catalogue-reader.h"
#include "ring-error.h"
#include "ring-random.h"
#include "ring-test.h"

#include <string.h>

#define SAMPLES 1000000
/* Every wrong digit and every swap of so many numbers. */
#define TYPED 4000

static RingCatalogue *
read_house (char **text)
{
  g_autofree char *path = ring_test_source_path ("data/catalogue/house.svg");
  g_autoptr (GBytes) bytes = ring_test_read (path);
  g_autoptr (GError) error = NULL;
  RingCatalogue *catalogue;
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);

  catalogue = ring_catalogue_read (data, n, NULL, &error);
  g_assert_no_error (error);
  if (text != NULL)
    *text = g_strndup (data, n);
  return catalogue;
}

/* Any ring that can be ordered, each as likely as the next. */
static void
choose (const RingCatalogue *catalogue, RingRandom *random, RingChoice *choice)
{
  *choice = (RingChoice){ .limited = FALSE };
  do
    for (guint m = 0; m < ring_catalogue_get_n_menus (catalogue); m++)
      choice->option[m]
        = (guint) (ring_random_next (random) % ring_catalogue_get_menu (catalogue, m)->n_options);
  while (!ring_catalogue_is_made (catalogue, choice, NULL));
}

static void
test_round_trips (void)
{
  g_autoptr (RingCatalogue) catalogue = read_house (NULL);
  RingRandom random;
  guint n = ring_test_rounds (SAMPLES);

  ring_random_init_seed (&random, ring_test_seed (6));
  for (guint i = 0; i < n; i++)
    {
      RingChoice choice, back = { .limited = TRUE };
      g_autofree char *number = NULL;

      choose (catalogue, &random, &choice);
      number = ring_catalogue_format_number (catalogue, &choice);
      g_assert_true (ring_catalogue_parse_number (catalogue, number, &back, NULL));
      if (memcmp (back.option, choice.option, sizeof choice.option) != 0)
        g_error ("%s gives another ring back", number);
    }
  g_test_message ("%u round trips over %" G_GUINT64_FORMAT " rings", n,
                  ring_catalogue_count (catalogue));
}

/* One sentence that repeats what was typed and says what to do. */
static void
assert_refused (const RingCatalogue *catalogue, const char *number)
{
  RingChoice choice;
  g_autoptr (GError) error = NULL;

  if (ring_catalogue_parse_number (catalogue, number, &choice, &error))
    g_error ("%s is taken for a ring", number);
  g_assert_true (error->domain == RING_ERROR);
  if (strstr (error->message, number) == NULL
      || (strstr (error->message, "read it again from the label") == NULL
          && strstr (error->message, "should look like") == NULL))
    g_error ("“%s” helps nobody who typed %s", error->message, number);
}

static guint
refuse_wrong_digits (const RingCatalogue *catalogue, char *number)
{
  guint n = 0;

  for (char *p = number + 1; *p != '\0'; p++)
    {
      char right = *p;

      if (right == '-')
        continue;
      for (char wrong = '0'; wrong <= '9'; wrong++)
        if (wrong != right)
          {
            *p = wrong;
            assert_refused (catalogue, number);
            n++;
          }
      *p = right;
    }
  return n;
}

/* Of neighbours, with the dash between them or not. */
static guint
refuse_swaps (const RingCatalogue *catalogue, char *number)
{
  guint n = 0;

  for (char *p = number + 1; p[1] != '\0'; p++)
    {
      char *next = p[1] == '-' ? p + 2 : p + 1;
      char first = *p;

      if (first == '-' || first == *next)
        continue;
      *p = *next;
      *next = first;
      assert_refused (catalogue, number);
      n++;
      *next = *p;
      *p = first;
    }
  return n;
}

static void
test_typing_errors (void)
{
  g_autoptr (RingCatalogue) catalogue = read_house (NULL);
  RingRandom random;
  guint digits = 0, swaps = 0;

  ring_random_init_seed (&random, ring_test_seed (7));
  for (guint i = 0; i < ring_test_rounds (TYPED); i++)
    {
      RingChoice choice;
      g_autofree char *number = NULL;

      choose (catalogue, &random, &choice);
      number = ring_catalogue_format_number (catalogue, &choice);
      digits += refuse_wrong_digits (catalogue, number);
      swaps += refuse_swaps (catalogue, number);
    }
  g_test_message ("%u wrong digits and %u swaps refused", digits, swaps);
}

/* The same file with one more option at the end of each menu that has room. */
static char *
add_options (const RingCatalogue *catalogue, const char *text)
{
  GString *out = g_string_new (text);
  gsize from = 0;

  for (guint m = 0; m < ring_catalogue_get_n_menus (catalogue); m++)
    {
      const RingMenu *menu = ring_catalogue_get_menu (catalogue, m);
      const char *end = strstr (out->str + from, "</rw:menu>");
      guint index = 0;

      g_assert_nonnull (end);
      from = (gsize) (end - out->str);
      for (guint i = 0; i < menu->n_options; i++)
        index = MAX (index, menu->options[i].index + 1);
      if (index < menu->slots)
        {
          g_autofree char *option = g_strdup_printf (
            "<rw:option rw:code=\"NEW\" rw:label=\"New\" rw:index=\"%u\" rw:price=\"1\" "
            "rw:popularity=\"0\" rw:value=\"7\"/>",
            index);

          g_string_insert (out, (gssize) from, option);
          from += strlen (option);
        }
      from += strlen ("</rw:menu>");
    }
  return g_string_free (out, FALSE);
}

/* The options keep their places in the menus, since the new ones come last. */
static void
test_survive_new_options (void)
{
  g_autofree char *text = NULL;
  g_autoptr (RingCatalogue) catalogue = read_house (&text);
  g_autofree char *more = add_options (catalogue, text);
  g_autoptr (RingCatalogue) next = ring_catalogue_read (more, strlen (more), NULL, NULL);
  RingRandom random;
  guint n = ring_test_rounds (SAMPLES / 10);

  ring_random_init_seed (&random, ring_test_seed (8));
  g_assert_nonnull (next);
  g_assert_cmpuint (ring_catalogue_count (next), >, ring_catalogue_count (catalogue));
  for (guint i = 0; i < n; i++)
    {
      RingChoice choice, back;
      g_autofree char *number = NULL;
      g_autofree char *again = NULL;

      choose (catalogue, &random, &choice);
      number = ring_catalogue_format_number (catalogue, &choice);
      again = ring_catalogue_format_number (next, &choice);
      g_assert_cmpstr (number, ==, again);
      g_assert_true (ring_catalogue_parse_number (next, number, &back, NULL));
      g_assert_true (memcmp (back.option, choice.option, sizeof choice.option) == 0);
    }
  g_test_message ("%u numbers stayed; %" G_GUINT64_FORMAT " rings became %" G_GUINT64_FORMAT, n,
                  ring_catalogue_count (catalogue), ring_catalogue_count (next));
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/item-numbers/round-trips", test_round_trips);
  g_test_add_func ("/item-numbers/typing-errors", test_typing_errors);
  g_test_add_func ("/item-numbers/survive-new-options", test_survive_new_options);
  return ring_test_run ();
}

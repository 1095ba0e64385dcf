/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-random.h"
#include "ring-test.h"
#include "ring-text.h"

#include <string.h>

static void
test_clean (void)
{
  static const struct
  {
    const char *text;
    const char *clean;
  } cases[] = {
    { NULL, "" },
    { "", "" },
    { "Anna & Zoë", "Anna & Zoë" },
    { "one\r\ntwo\rthree\nfour\tfive", "one\ntwo\nthree\nfour\tfive" },
    { "\r\r\n\n", "\n\n\n" },
    { "bell\x07 and escape\x1b[31m", "bell and escape[31m" },
    { "del\x7f", "del" },
    { "next\xc2\x85line", "nextline" },
    { "broken \xff\xfe bytes", "broken \xef\xbf\xbd\xef\xbf\xbd bytes" },
    { "half \xe2\x82", "half \xef\xbf\xbd\xef\xbf\xbd" },
    { "surrogate \xed\xa0\x80", "surrogate \xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
    { "gpj.\xe2\x80\xaegnir", "gpj.gnir" },
    { "a\xe2\x81\xa6" "b\xe2\x81\xa9" "c", "abc" },
    { "\xef\xbf\xbe\xef\xbf\xbf", "" },
    { "ring \xf0\x9f\x92\x8d", "ring \xf0\x9f\x92\x8d" },
    { "שלום", "שלום" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *clean = ring_text_clean (cases[i].text, RING_TEXT_MAX_CHARS);

      g_assert_cmpstr (clean, ==, cases[i].clean);
      g_assert_true (ring_text_is_clean (clean));
    }
}

/* The limit counts characters, not bytes, and never cuts one in two. */
static void
test_clean_limit (void)
{
  g_autofree char *two = ring_text_clean ("äöü", 2);
  g_autofree char *none = ring_text_clean ("äöü", 0);
  g_autofree char *dropped = ring_text_clean ("\x01\x02xyz", 2);
  g_autofree char *long_text = g_strnfill (RING_TEXT_MAX_CHARS + 1, 'x');
  g_autofree char *cut = ring_text_clean (long_text, RING_TEXT_MAX_CHARS);

  g_assert_cmpstr (two, ==, "äö");
  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (dropped, ==, "xy");
  g_assert_cmpuint (strlen (cut), ==, RING_TEXT_MAX_CHARS);
}

static void
test_is_clean (void)
{
  g_assert_true (ring_text_is_clean (""));
  g_assert_true (ring_text_is_clean ("a\tb\nc"));
  g_assert_false (ring_text_is_clean ("a\rb"));
  g_assert_false (ring_text_is_clean ("\x01"));
  g_assert_false (ring_text_is_clean ("\xff"));
  g_assert_false (ring_text_is_clean ("\xe2\x80\xae"));
  g_assert_false (ring_text_is_clean ("\xef\xbf\xbf"));
}

static void
test_escape (void)
{
  g_autoptr (GString) string = g_string_new ("<x a=\"");

  ring_text_append_escaped (string, "a<b>c&d\"e'f\ng\thé");
  g_assert_cmpstr (string->str, ==, "<x a=\"a&lt;b&gt;c&amp;d&quot;e'f&#10;g&#9;hé");
}

typedef struct
{
  char *attribute;
  GString *content;
} Read;

static void
start_cb (GMarkupParseContext *context, const char *element, const char **names,
          const char **values, gpointer data, GError **error)
{
  ((Read *) data)->attribute = g_strdup (values[0]);
}

static void
text_cb (GMarkupParseContext *context, const char *text, gsize length, gpointer data,
         GError **error)
{
  g_string_append_len (((Read *) data)->content, text, (gssize) length);
}

/* Whatever bytes come in: cleaned and escaped they come back the same from a parser that is not
 * ours. */
static void
test_any_bytes (void)
{
  static const GMarkupParser parser = { .start_element = start_cb, .text = text_cb };
  RingRandom random;

  ring_random_init_seed (&random, ring_test_seed (99));
  for (guint i = 0; i < ring_test_rounds (5000); i++)
    {
      char bytes[65];
      gsize length = (gsize) (ring_random_next (&random) % 64);
      g_autofree char *clean = NULL;
      g_autoptr (GString) xml = g_string_new ("<t a=\"");
      g_autoptr (GMarkupParseContext) context = NULL;
      g_autoptr (GError) error = NULL;
      Read read = { NULL, g_string_new (NULL) };

      for (gsize n = 0; n < length; n++)
        bytes[n] = (char) (ring_random_next (&random) % (i % 2 != 0 ? 256 : 96));
      bytes[length] = '\0';
      clean = ring_text_clean (bytes, RING_TEXT_MAX_CHARS);
      g_assert_true (ring_text_is_clean (clean));

      ring_text_append_escaped (xml, clean);
      g_string_append (xml, "\">");
      ring_text_append_escaped (xml, clean);
      g_string_append (xml, "</t>");
      context = g_markup_parse_context_new (&parser, 0, &read, NULL);
      g_markup_parse_context_parse (context, xml->str, (gssize) xml->len, &error);
      g_assert_no_error (error);
      g_assert_cmpstr (read.attribute, ==, clean);
      g_assert_cmpstr (read.content->str, ==, clean);
      g_free (read.attribute);
      g_string_free (read.content, TRUE);
    }
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/base/text/clean", test_clean);
  g_test_add_func ("/base/text/clean-limit", test_clean_limit);
  g_test_add_func ("/base/text/is-clean", test_is_clean);
  g_test_add_func ("/base/text/escape", test_escape);
  g_test_add_func ("/base/text/any-bytes", test_any_bytes);
  return ring_test_run ();
}

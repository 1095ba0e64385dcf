/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Files that mean harm, or came to harm. Each is answered within two seconds and in little
 * memory, with a message that names what and where; nothing outside the file is read. */
#include "io-sample.h"
#include "ring-error.h"
#include "ring-svg-guard.h"
#include "ring-test.h"

#include <gio/gio.h>
#include <string.h>

#define SVG "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:rw=\"urn:ringwright:design:1\" " \
            "width=\"210mm\" height=\"297mm\" viewBox=\"0 0 210 297\" rw:version=\"0\">"

/* CODE -1: the file opens. */
static void
expect (const char *bytes, gssize length, int code, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingDrawing) drawing = NULL;
  double start = ring_test_work ();

  drawing = ring_svg_read (bytes, length < 0 ? strlen (bytes) : (gsize) length, report, &error);
  g_assert_cmpfloat (ring_test_work () - start, <, 2);
  if (code < 0)
    {
      g_assert_no_error (error);
      return;
    }
  g_assert_null (drawing);
  g_assert_error (error, RING_ERROR, code);
  g_test_message ("%s", error->message);
  if (word != NULL)
    g_assert_nonnull (strstr (error->message, word));
}

static void
test_broken (void)
{
  expect ("", 0, RING_ERROR_SYNTAX, "empty");
  expect ("   \n", -1, RING_ERROR_SYNTAX, "empty");
  expect ("hello", -1, RING_ERROR_FORMAT, NULL);
  expect ("\x89PNG\r\n\x1a\n", -1, RING_ERROR_FORMAT, NULL);
  expect ("<html/>", -1, RING_ERROR_FORMAT, "html");
  expect ("<svg/>", -1, RING_ERROR_FORMAT, "svg");
  expect (SVG, -1, RING_ERROR_SYNTAX, "Line 1");
  expect (SVG "\n\n<g></svg>", -1, RING_ERROR_SYNTAX, "Line 3");
  expect (SVG "<g a='1' a='2'/></svg>", -1, RING_ERROR_SYNTAX, "Line 1");
  expect (SVG "<g>&nbsp;</g></svg>", -1, RING_ERROR_SYNTAX, NULL);
  expect (SVG "<g>\xff\xfe</g></svg>", -1, RING_ERROR_SYNTAX, NULL);
  expect (SVG "<g>\x0b</g></svg>", -1, RING_ERROR_SYNTAX, NULL);
  expect (SVG "<g>&#x0b;</g></svg>", -1, RING_ERROR_SYNTAX, NULL);
  expect (SVG "<g>a\0b</g></svg>", sizeof SVG - 1 + 16, RING_ERROR_SYNTAX, NULL);
  expect (SVG "<x:g/></svg>", -1, RING_ERROR_SYNTAX, NULL);
  expect (SVG "</svg>rest", -1, RING_ERROR_SYNTAX, NULL);
  expect ("<?xml version=\"1.0\" encoding=\"UTF-7\"?>" SVG "</svg>", -1, RING_ERROR_FORMAT, "UTF-8");
  expect ("\xff\xfe<\0s\0v\0g\0", 10, RING_ERROR_FORMAT, NULL);
  expect (SVG "</svg>", -1, -1, NULL);
  expect ("\xef\xbb\xbf" SVG "</svg>", -1, -1, NULL);
}

/* Cut anywhere, a design is refused or whole, and never crashes. */
static void
test_truncated (void)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);
  gsize whole = strlen (text);

  for (gsize n = 0; n + 1 < whole; n += n < 3000 ? 1 : 17)
    {
      g_autofree char *cut = g_memdup2 (text, MAX (n, 1));
      g_autoptr (GError) error = NULL;
      g_autoptr (RingDrawing) back = ring_svg_read (cut, n, NULL, &error);

      g_assert_null (back);
      g_assert_nonnull (error);
      g_assert_true (error->domain == RING_ERROR);
    }
}

/* One byte changed anywhere: refused or opened, and what opened writes a fixpoint. */
static void
test_one_byte (void)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);
  gsize whole = strlen (text);
  GRand *rand = g_rand_new_with_seed ((guint32) ring_test_seed (7));

  for (guint i = 0; i < 1500; i++)
    {
      g_autofree char *changed = g_memdup2 (text, whole + 1);
      gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) whole);
      g_autoptr (RingDrawing) back = NULL;
      g_autofree char *first = NULL;
      g_autofree char *second = NULL;
      g_autoptr (RingDrawing) again = NULL;

      changed[at] = (char) (g_rand_boolean (rand) ? g_rand_int_range (rand, 32, 127)
                                                  : changed[at] ^ (1 << g_rand_int_range (rand, 0, 8)));
      back = ring_svg_read (changed, whole, NULL, NULL);
      if (back == NULL)
        continue;
      first = io_write (back);
      again = io_read (first, NULL);
      second = io_write (again);
      if (!g_str_equal (first, second))
        {
          gsize same = 0;

          while (first[same] == second[same])
            same++;
          g_error ("byte %" G_GSIZE_FORMAT " '%c': written twice, it differs at %" G_GSIZE_FORMAT
                   ":\n%.200s\n%.200s",
                   at, changed[at], same, first + MAX (same, 60) - 60, second + MAX (same, 60) - 60);
        }
    }
  g_rand_free (rand);
}

static void
test_entities (void)
{
  expect ("<!DOCTYPE svg [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;\">]>" SVG
          "<g>&b;</g></svg>", -1, RING_ERROR_FORMAT, "Inkscape");
  expect ("<!DOCTYPE svg [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" SVG "<g>&x;</g></svg>", -1,
          RING_ERROR_FORMAT, NULL);
  expect ("<!DOCTYPE svg [<!ENTITY % p SYSTEM \"http://x/\"> %p;]>" SVG "</svg>", -1, RING_ERROR_FORMAT, NULL);
  expect ("<!DOCTYPE svg SYSTEM \"file:///etc/passwd\">" SVG "</svg>", -1, -1, NULL);
}

static void
test_attribute_flood (void)
{
  g_autoptr (GString) s = g_string_new (SVG "\n<rect");

  for (guint i = 0; i < 100000; i++)
    g_string_append_printf (s, " a%u='1'", i);
  g_string_append (s, "/></svg>");
  expect (s->str, -1, RING_ERROR_LIMIT, "256");
  expect (s->str, -1, RING_ERROR_LIMIT, "<rect>");
  expect (s->str, -1, RING_ERROR_LIMIT, "Line 2");
}

static void
test_depth (void)
{
  g_autoptr (GString) s = g_string_new (SVG "\n");

  for (guint i = 0; i < 100000; i++)
    g_string_append (s, "<g>");
  expect (s->str, -1, RING_ERROR_LIMIT, "64");
}

static void
test_long_attribute (void)
{
  g_autoptr (GString) s = g_string_new (SVG "<g class=\"");
  g_autoptr (GString) fine = g_string_new (SVG "<g class=\"");

  for (guint i = 0; i < 6001; i++)
    g_string_append_printf (s, "%01000u", i);
  expect (s->str, -1, RING_ERROR_SYNTAX, NULL);
  g_string_append (s, "\"/></svg>");
  expect (s->str, -1, RING_ERROR_LIMIT, "6000000");
  /* Ten that are just allowed are a photo album, not an attack. */
  for (guint i = 0; i < 10; i++)
    {
      if (i > 0)
        g_string_append (fine, "<g class=\"");
      for (guint k = 0; k < 5900; k++)
        g_string_append_printf (fine, "%01000u", k);
      g_string_append (fine, "\"/>");
    }
  g_string_append (fine, "</svg>");
  expect (fine->str, -1, -1, NULL);
}

static void
test_elements (void)
{
  g_autoptr (GString) s = g_string_new (SVG);

  for (guint i = 0; i < 1000001; i++)
    g_string_append (s, "<g/>");
  g_string_append (s, "</svg>");
  expect (s->str, -1, RING_ERROR_LIMIT, "1000000");
}

static GBytes *
gzip (const void *data, gsize length)
{
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream = g_converter_output_stream_new (memory, G_CONVERTER (zlib));

  g_assert_true (g_output_stream_write_all (stream, data, length, NULL, NULL, NULL));
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static void
test_gzip (void)
{
  gsize size = 64 << 20;
  g_autofree char *spaces = g_malloc (size);
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  g_autofree char *text = io_write (drawing);
  g_autoptr (GBytes) bomb = NULL;
  g_autoptr (GBytes) good = gzip (text, strlen (text));
  gsize length;
  const char *data;

  memset (spaces, ' ', size);
  bomb = gzip (spaces, size);
  data = g_bytes_get_data (bomb, &length);
  expect (data, (gssize) length, RING_ERROR_LIMIT, "200");
  data = g_bytes_get_data (good, &length);
  expect (data, (gssize) length, -1, NULL);
  expect (data, (gssize) length / 2, RING_ERROR_SYNTAX, NULL);
  expect ("\x1f\x8b", 2, RING_ERROR_SYNTAX, NULL);
}

/* A path of a million pieces, a transform of infinities, and other absurd values cost only
 * themselves. */
static void
test_absurd (void)
{
  static const char *const items[] = {
    "<path id='s1' rw:kind='stroke' d='M1e99 0L1 1' fill='#000000'/>",
    "<path id='s1' rw:kind='stroke' d='M0 0Linf 1' fill='#000000'/>",
    "<path id='s1' rw:kind='stroke' d='M0 0L1 1' transform='matrix(1e300 0 0 1 0 0)' fill='#000000'/>",
    "<path id='s1' rw:kind='stroke' d='M0 0L1 1' transform='scale(' fill='#000000'/>",
    "<g id='a1' rw:kind='artwork'><path d='M0 0L1e9 1'/></g>",
    "<g id='n1' rw:kind='note' rw:at='nan 1' rw:size='-1'><path d='M0 0L1 1'/></g>",
    "<path id='s1' rw:kind='stroke' rw:seal='x' rw:samples='9;9;9' rw:width='-3' d='M0 0L1 1' fill='#000000'/>",
    "<path id='s1' rw:kind='stroke' rw:seal='x' rw:samples='0*99999999999;1;1;1' d='M0 0L1 1' fill='#000000'/>",
    "<path rw:kind='stroke'/>",
    "<g rw:kind='note'/>",
    "<g rw:kind='preset'/>",
    "<g rw:kind='group'/>",
    "<text rw:kind='stroke'>x</text>",
  };
  const char *before = SVG "<g rw:kind='view' rw:view='front' rw:scale='0' transform='bad'>"
                           "<g rw:kind='layer' rw:role='x' opacity='9'>";
  const char *after = "<path id='sgood' rw:kind='stroke' d='M0 0L1 1' fill='#000000'/></g></g></svg>";

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autofree char *text = g_strconcat (before, items[i], after, NULL);
      g_autoptr (RingDrawing) drawing = io_read (text, NULL);
      g_autofree char *first = io_write (drawing);
      g_autoptr (RingDrawing) again = io_read (first, NULL);
      g_autofree char *second = io_write (again);

      g_test_message ("%s", items[i]);
      g_assert_nonnull (ring_drawing_find_item (drawing, "sgood", NULL, NULL));
      g_assert_cmpstr (first, ==, second);
    }
}

/* Many of everything that could be compared with everything else. */
static void
test_many (void)
{
  static const char *const pieces[] = {
    "<!--c-->", "<rw:stone a='1'/><!--c-->", "<rw:later/>", "<x xmlns:p='urn:p' p:q='1'/>",
    "<g rw:kind='view' rw:view='front' rw:scale='1'/>", "<path id='same' d='M0 0L1 1'/>",
    "<g rw:kind='view'><g rw:kind='layer' id='same'><path id='same' rw:kind='stroke' d='M0 0'/></g></g>",
  };
  static const char *const around[][2]
      = { { "", "" }, { "<metadata>", "</metadata>" }, { "<defs>", "</defs>" }, { "<g>", "</g>" },
          { "<g rw:kind='view'>", "</g>" }, { "<g rw:kind='view'><g rw:kind='layer'>", "</g></g>" } };

  for (guint p = 0; p < G_N_ELEMENTS (pieces); p++)
    for (guint a = 0; a < G_N_ELEMENTS (around); a++)
      {
        g_autoptr (GString) s = g_string_new (SVG);
        g_autoptr (RingDrawing) drawing = NULL;
        g_autofree char *text = NULL;
        double start;

        g_string_append (s, around[a][0]);
        for (guint i = 0; i < 20000; i++)
          g_string_append (s, pieces[p]);
        g_string_append (s, around[a][1]);
        g_string_append (s, "</svg>");
        start = ring_test_work ();
        drawing = io_read (s->str, NULL);
        text = io_write (drawing);
        /* What is quadratic takes minutes. */
        g_assert_cmpfloat (ring_test_work () - start, <, 5);
      }
}

/* A short text that stands for very many samples, very often. */
static void
test_sample_bomb (void)
{
  g_autoptr (GString) s = g_string_new (SVG "<g rw:kind='view'><g rw:kind='layer'>");
  g_autoptr (RingDrawing) drawing = NULL;
  double start;

  for (guint i = 0; i < 20000; i++)
    g_string_append (s, "<path rw:kind='stroke' rw:seal='1' rw:width='0.5' fill='#000000' d='M0 0L1 1' "
                        "rw:samples='0 1 0*19998;0 1 0*19998;4095 0*19999;0 4 0*19998'/>");
  g_string_append (s, "</g></g></svg>");
  start = ring_test_work ();
  drawing = io_read (s->str, NULL);
  g_assert_cmpfloat (ring_test_work () - start, <, 5);
  g_assert_cmpuint (ring_drawing_count_items (drawing, RING_ITEM_ARTWORK), ==, 20000);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/hostile/broken", test_broken);
  g_test_add_func ("/hostile/truncated", test_truncated);
  g_test_add_func ("/hostile/one-byte", test_one_byte);
  g_test_add_func ("/hostile/entities", test_entities);
  g_test_add_func ("/hostile/attribute-flood", test_attribute_flood);
  g_test_add_func ("/hostile/depth", test_depth);
  g_test_add_func ("/hostile/long-attribute", test_long_attribute);
  g_test_add_func ("/hostile/elements", test_elements);
  g_test_add_func ("/hostile/gzip", test_gzip);
  g_test_add_func ("/hostile/absurd", test_absurd);
  g_test_add_func ("/hostile/many", test_many);
  g_test_add_func ("/hostile/sample-bomb", test_sample_bomb);
  return ring_test_run ();
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Photos: what is taken in and what is refused, and how they stand in the file.
 * tests/data/io/photo.ring.svg has one photo that is shown twice; the tests of painting use it
 * too. */
#include "io-sample.h"
#include "ring-test.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>
#include <zlib.h>

#include "ring-edit-text.h"
#include "ring-error.h"
#include "ring-photo-file.h"

/* 24 x 16 pixels: a blue oval on grey, and a red corner at the upper left. */
#define SMALL_PNG                                                                                  \
  "iVBORw0KGgoAAAANSUhEUgAAABgAAAAQCAIAAACDRijCAAAA7klEQVR42rWTW2rCYBSEs5xQEWwRBBVBoV4Q"      \
  "vIHgJSUpQUUQWhCkVbR0O7OELqD44p78zktfGhXkD8zDnDlz5r8kv3f0/T+cfn/uhpd6UPytcK9gq8mHAUKJ"          \
  "eDHovxQdNNpo8K7OSu2lWgsDhBKRFobbQdNPczP2HKsaqhKoPDFAKBFpYcB2LYj999/UnNtMaazCUPmBnnoG"          \
  "CCUiLQzYMCcHvX5puLYFa5GKI5vMdZRtK9MyQCgRaWHAhpmRhKCXne25MbNTsPhj14YfmvLrBgglIi0M2DAz"          \
  "kmaQs6M5u2yXn9/lD+nyidz5aF0FnQErJr230GkxKwAAAABJRU5ErkJggg=="

static GBytes *
small_png (void)
{
  gsize n;
  guchar *data = g_base64_decode (SMALL_PNG, &n);

  return g_bytes_new_take (data, n);
}

static RingDrawing *
make_drawing (void)
{
  RingDrawingBuilder *builder
      = ring_drawing_builder_new ("6f1b2c3d-4e5f-4a6b-8c7d-9e0f1a2b3c4d", 100, 80);
  g_autoptr (GBytes) png = small_png ();
  g_autoptr (RingPhoto) photo = ring_photo_import (png, NULL, NULL);
  RingMatrix turned = { 1.8, -0.6, 0.6, 1.8, -10, -4 };
  RingMatrix small = { 0.65, 0, 0, 0.65, 2, 4 };
  g_autoptr (RingItem) one = ring_item_new_image ("ione", &(RingImage){ photo, 1 });
  g_autoptr (RingItem) two = ring_item_new_image ("itwo", &(RingImage){ photo, 0.4 });
  g_autoptr (RingItem) first = ring_item_with_matrix (one, &turned);
  g_autoptr (RingItem) second = ring_item_with_matrix (two, &small);
  RingItem *items[] = { first, second };
  RingLayerHead head = { "lunder", RING_ROLE_UNDERLAY, "", TRUE, FALSE, 1 };
  RingViewHead front = { "vfront", RING_VIEW_FRONT, "rsample", 4, { 50, 40 }, { -11, -9, 11, 9 } };
  RingViewHead page = { "vpage", RING_VIEW_PAGE, "", 1, { 0, 0 }, { 0, 0, 100, 80 } };
  g_autoptr (RingLayer) layer = ring_layer_new (&head, items, 2);
  g_autoptr (RingView) view = ring_view_new (&front, &layer, 1);
  g_autoptr (RingView) sheet = ring_view_new (&page, NULL, 0);
  g_autoptr (RingRecord) ring = ring_record_new (RING_RECORD_RING, "rsample");

  ring_drawing_builder_add_record (builder, ring);
  ring_drawing_builder_add_view (builder, sheet);
  ring_drawing_builder_add_view (builder, view);
  return ring_drawing_builder_end (builder);
}

/* ------------------------------------------------------------------ in the file */

/* The packed bytes are libpng's, of the version that this file was made with: the golden file is
 * read, and what is written of it is compared. */
static void
test_golden (void)
{
  g_autofree char *path = ring_test_data_path ("io/photo.ring.svg");
  g_autoptr (RingDrawing) made = make_drawing ();
  g_autofree char *text = io_write (made);
  g_autoptr (GBytes) golden = NULL;
  g_autofree char *known = NULL;

  io_assert_stable (text);
  if (g_getenv ("RING_TEST_UPDATE") != NULL)
    ring_test_write (path, text, -1);
  golden = ring_test_read (path);
  known = g_strndup (g_bytes_get_data (golden, NULL), g_bytes_get_size (golden));
  io_assert_stable (known);
  /* The picture stands there once, though it is shown twice. */
  g_assert_nonnull (strstr (known, "<image "));
  g_assert_null (strstr (strstr (known, "<image ") + 1, "<image "));
}

static void
test_survives (void)
{
  g_autoptr (RingDrawing) drawing = make_drawing ();
  g_autofree char *text = io_write (drawing);
  g_autoptr (RingDrawing) back = io_read (text, NULL);
  const RingItem *old = ring_drawing_find_item (drawing, "itwo", NULL, NULL);
  const RingItem *now = ring_drawing_find_item (back, "itwo", NULL, NULL);
  const RingImage *image = ring_item_get_image (now);

  g_assert_cmpuint (ring_drawing_count_items (back, RING_ITEM_IMAGE), ==, 2);
  g_assert_cmpfloat (image->opacity, ==, 0.4);
  g_assert_true (
      g_bytes_equal (ring_photo_get_bytes (image->photo),
                     ring_photo_get_bytes (ring_item_get_image (old)->photo)));
  g_assert_cmpuint (ring_photo_get_width (image->photo), ==, 24);
  g_assert_cmpuint (ring_photo_get_height (image->photo), ==, 16);
  g_assert_cmpstr (ring_photo_get_original (image->photo), ==,
                   ring_photo_get_original (ring_item_get_image (old)->photo));
  g_assert_true (image->photo == ring_item_get_image (io_first (back, RING_ITEM_IMAGE))->photo);
}

static void
test_plain (void)
{
  g_autoptr (RingDrawing) drawing = make_drawing ();
  g_autoptr (GBytes) plain = ring_svg_write (drawing, RING_WRITE_PLAIN);
  const char *text = g_bytes_get_data (plain, NULL);

  g_assert_null (strstr (text, "rw:"));
  g_assert_nonnull (strstr (text, "<image id=\"photo-"));
  g_assert_nonnull (strstr (text, "xlink:href=\"#photo-"));
}

/* What another program may do to one of the two, and what becomes of it. */
static const struct
{
  const char *name, *from, *to;
  guint n_images, n_notices;
  gboolean left_out;
} edits[] = {
  { "broken base64", "base64,iVBORw0K", "base64,iVBORwAA", 0, 1, TRUE },
  { "cut off", "BJRU5ErkJggg==", "=", 0, 1, TRUE },
  { "of another kind", "data:image/png;base64,iVBOR", "data:image/gif;base64,R0lGODdh", 0, 1, TRUE },
  { "no data", "xlink:href=\"data:image/png;base64,", "xlink:href=\"file:///etc/passwd?", 0, 1, TRUE },
  { "gone", "<image id=\"photo-", "<image id=\"other-", 0, 2, TRUE },
  { "faded by a style", "opacity=\"0.4\"", "style=\"opacity:0.25\"", 2, 0, FALSE },
  { "shifted", "rw:kind=\"image\"", "rw:kind=\"image\" x=\"1\" y=\"2\" width=\"100%\"", 2, 0, FALSE },
  { "clipped", "rw:kind=\"image\"", "rw:kind=\"image\" clip-path=\"url(#c)\"", 2, 1, TRUE },
  { "in a moved group", "<use id=\"itwo\"", "<g transform=\"scale(2)\"></g><use id=\"itwo\"", 2, 0, FALSE },
  { "sealed otherwise", "rw:seal=\"", "rw:seal=\"0", 2, 1, FALSE },
  { "id taken", "id=\"itwo\"", "id=\"ione\"", 2, 1, FALSE },
};

static void
test_edited (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (RingDrawing) drawing = make_drawing ();
  g_autofree char *text = io_write (drawing);
  g_autofree char *changed = io_replace (text, edits[i].from, edits[i].to);
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingDrawing) back = io_read (changed, report);
  g_autofree char *again = io_write (back);

  io_print_report (report);
  g_assert_cmpuint (ring_drawing_count_items (back, RING_ITEM_IMAGE), ==, edits[i].n_images);
  g_assert_cmpuint (ring_load_report_get_n (report), ==, edits[i].n_notices);
  g_assert_cmpint (ring_load_report_get_left_out (report), ==, edits[i].left_out);
  g_assert_null (strstr (again, "passwd"));
  io_assert_stable (again);
}

static void
test_fade_and_shift_of_others (void)
{
  g_autoptr (RingDrawing) drawing = make_drawing ();
  g_autofree char *text = io_write (drawing);
  g_autofree char *changed
      = io_replace (text, "opacity=\"0.4\"", "x=\"1\" y=\"2\" style=\"opacity:0.25\"");
  g_autoptr (RingDrawing) back = io_read (changed, NULL);
  const RingItem *item = ring_drawing_find_item (back, "itwo", NULL, NULL);

  g_assert_cmpfloat (ring_item_get_image (item)->opacity, ==, 0.25);
  g_assert_cmpfloat_with_epsilon (ring_item_get_matrix (item)->x0, 2 + 0.65, 1e-9);
  g_assert_cmpfloat_with_epsilon (ring_item_get_matrix (item)->y0, 4 + 2 * 0.65, 1e-9);
}

/* A step in the journal stands for itself: it has the picture, once. */
static void
test_journal (void)
{
  g_autoptr (RingDrawing) drawing = make_drawing ();
  RingView *view = ring_drawing_get_view_by_kind (drawing, RING_VIEW_FRONT);
  const RingItem *old = ring_drawing_find_item (drawing, "ione", NULL, NULL);
  RingMatrix moved = { 1, 0, 0, 1, 3, 3 };
  g_autoptr (RingItem) new = ring_item_with_matrix (old, &moved);
  g_autoptr (RingEdit) edit = ring_edit_new (drawing, "Move");
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (RingEdit) back = NULL;
  RingEditText *parsed;
  const RingItem *item;

  g_assert_nonnull (view);
  g_assert_true (ring_edit_replace_item (edit, new));
  ring_edit_to_text (edit, NULL, NULL, text);
  g_assert_nonnull (strstr (text->str, "<image "));
  g_assert_null (strstr (strstr (text->str, "<image ") + 1, "<image "));
  parsed = ring_edit_text_read (text->str, text->len, NULL, &error);
  g_assert_no_error (error);
  back = ring_edit_text_build (parsed, drawing, &error);
  g_assert_no_error (error);
  item = ring_drawing_find_item (ring_edit_get_result (back), "ione", NULL, NULL);
  g_assert_cmpfloat (ring_item_get_matrix (item)->x0, ==, 3);
  g_assert_true (g_bytes_equal (ring_photo_get_bytes (ring_item_get_image (item)->photo),
                                ring_photo_get_bytes (ring_item_get_image (old)->photo)));
  ring_edit_text_free (parsed);
}

/* ------------------------------------------------------------------- taking in */

static GBytes *
pack (GdkPixbuf *pixbuf, const char *type)
{
  char *buffer;
  gsize n;

  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &buffer, &n, type, NULL, NULL));
  return g_bytes_new_take (buffer, n);
}

/* Grey with a white block at the upper left. */
static GBytes *
make_photo (int width, int height, const char *type, gboolean alpha)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, width, height);
  g_autoptr (GdkPixbuf) block
      = gdk_pixbuf_new_subpixbuf (pixbuf, 0, 0, MAX (width / 4, 1), MAX (height / 4, 1));

  gdk_pixbuf_fill (pixbuf, alpha ? 0x40404080 : 0x404040ff);
  gdk_pixbuf_fill (block, 0xffffffff);
  return pack (pixbuf, type);
}

/* The segment that a camera writes: which way up, and, as a word that can be looked for, where. */
static GBytes *
with_exif (GBytes *jpeg, guint8 orientation)
{
  static const guint8 head[] = "\xff\xe1\x00\x44" /* 68 bytes with these two */
                               "Exif\0\0MM\0*\0\0\0\x08"
                               "\0\x02"
                               "\x01\x12\0\x03\0\0\0\x01";
  GByteArray *out = g_byte_array_new ();
  gsize n;
  const guint8 *data = g_bytes_get_data (jpeg, &n);
  guint8 value[4] = { 0, orientation, 0, 0 };

  g_byte_array_append (out, data, 2);
  g_byte_array_append (out, head, sizeof head - 1);
  g_byte_array_append (out, value, sizeof value);
  /* The description, 18 bytes of text that lie behind the table. */
  g_byte_array_append (out, (const guint8 *) "\x01\x0e\0\x02\0\0\0\x12\0\0\0\x26\0\0\0\0", 16);
  g_byte_array_append (out, (const guint8 *) "52.5163N 13.3777E\0", 18);
  g_byte_array_append (out, data + 2, (guint) (n - 2));
  return g_byte_array_free_to_bytes (out);
}

static gboolean
holds (GBytes *bytes, const char *word)
{
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);

  for (gsize i = 0; i + strlen (word) <= n; i++)
    if (memcmp (data + i, word, strlen (word)) == 0)
      return TRUE;
  return FALSE;
}

static GdkPixbuf *
unpack (const RingPhoto *photo)
{
  g_autoptr (GInputStream) stream
      = g_memory_input_stream_new_from_bytes (ring_photo_get_bytes (photo));
  GdkPixbuf *pixbuf = gdk_pixbuf_new_from_stream (stream, NULL, NULL);

  g_assert_nonnull (pixbuf);
  return pixbuf;
}

static guint8
grey_at (const GdkPixbuf *pixbuf, int x, int y)
{
  return gdk_pixbuf_read_pixels (pixbuf)[y * gdk_pixbuf_get_rowstride (pixbuf)
                                         + x * gdk_pixbuf_get_n_channels (pixbuf)];
}

static RingPhoto *
import (GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  RingPhoto *photo = ring_photo_import (bytes, NULL, &error);

  g_assert_no_error (error);
  return photo;
}

/* Turned so that its right side is up: what was at the upper left is at the upper right, and the
 * place where it was taken is gone. */
static void
test_exif (void)
{
  g_autoptr (GBytes) plain = make_photo (80, 40, "jpeg", FALSE);
  g_autoptr (GBytes) taken = with_exif (plain, 6);
  g_autoptr (RingPhoto) photo = NULL;
  g_autoptr (GdkPixbuf) pixbuf = NULL;

  g_assert_true (holds (taken, "13.3777E"));
  photo = import (taken);
  g_assert_cmpuint (ring_photo_get_width (photo), ==, 40);
  g_assert_cmpuint (ring_photo_get_height (photo), ==, 80);
  g_assert_false (holds (ring_photo_get_bytes (photo), "13.3777E"));
  g_assert_false (holds (ring_photo_get_bytes (photo), "Exif"));
  pixbuf = unpack (photo);
  g_assert_cmpuint (grey_at (pixbuf, 36, 4), >, 240);
  g_assert_cmpuint (grey_at (pixbuf, 4, 4), <, 80);
}

/* The same of one that is decoded smaller than it is. */
static void
test_large (void)
{
  g_autoptr (GBytes) plain = make_photo (4800, 2400, "jpeg", FALSE);
  g_autoptr (GBytes) taken = with_exif (plain, 6);
  g_autoptr (RingPhoto) photo = import (taken);
  g_autoptr (GdkPixbuf) pixbuf = unpack (photo);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, taken);

  g_assert_cmpuint (ring_photo_get_width (photo), ==, 1024);
  g_assert_cmpuint (ring_photo_get_height (photo), ==, 2048);
  g_assert_cmpuint (g_bytes_get_size (ring_photo_get_bytes (photo)), <=, RING_PHOTO_MAX_BYTES);
  g_assert_cmpstr (ring_photo_get_original (photo), ==, sha256);
  g_assert_cmpuint (grey_at (pixbuf, 1000, 20), >, 240);
}

/* Noise does not pack: it becomes smaller until it is small enough. */
static void
test_noise (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 1600, 1600);
  guint8 *pixels = gdk_pixbuf_get_pixels (pixbuf);
  g_autoptr (GBytes) png = NULL;
  g_autoptr (RingPhoto) photo = NULL;
  guint32 state = 1;

  for (gsize i = 0; i < (gsize) gdk_pixbuf_get_rowstride (pixbuf) * 1600; i++)
    pixels[i] = (guint8) ((state = state * 1664525 + 1013904223) >> 24);
  png = pack (pixbuf, "png");
  photo = import (png);
  g_assert_cmpint (ring_photo_get_format (photo), ==, RING_PHOTO_PNG);
  g_assert_cmpuint (g_bytes_get_size (ring_photo_get_bytes (photo)), <=, RING_PHOTO_MAX_BYTES);
  g_assert_cmpuint (ring_photo_get_width (photo), <, 1600);
}

static void
test_transparent (void)
{
  g_autoptr (GBytes) png = make_photo (60, 30, "png", TRUE);
  g_autoptr (RingPhoto) photo = import (png);
  g_autoptr (GdkPixbuf) pixbuf = unpack (photo);

  g_assert_cmpint (ring_photo_get_format (photo), ==, RING_PHOTO_PNG);
  g_assert_true (gdk_pixbuf_get_has_alpha (pixbuf));
}

/* A head that promises 200 megapixels over a file of a few hundred bytes. */
static GBytes *
make_bomb (const char *type)
{
  g_autoptr (GBytes) small = make_photo (16, 16, type, FALSE);
  gsize n;
  guint8 *data = g_memdup2 (g_bytes_get_data (small, NULL), g_bytes_get_size (small));
  gboolean png = g_str_equal (type, "png");
  gsize at = 16;

  n = g_bytes_get_size (small);
  for (gsize i = 2; !png && i + 9 < n; i++)
    if (data[i] == 0xff && data[i + 1] == 0xc0)
      at = i + 5;
  if (png)
    {
      guint32 crc;

      memcpy (data + at, "\0\0\x4e\x20\0\0\x27\x10", 8);
      crc = GUINT32_TO_BE ((guint32) crc32 (crc32 (0, NULL, 0), data + 12, 17));
      memcpy (data + 29, &crc, 4);
    }
  else
    memcpy (data + at, "\x27\x10\x4e\x20", 4);
  return g_bytes_new_take (data, n);
}

static GBytes *
make_bad (const char *what)
{
  g_autoptr (GBytes) jpeg = make_photo (200, 100, "jpeg", FALSE);
  g_autoptr (GBytes) png = make_photo (200, 100, "png", FALSE);

  if (g_str_has_prefix (what, "bomb "))
    return make_bomb (what + 5);
  if (g_str_equal (what, "half a JPEG"))
    return g_bytes_new_from_bytes (jpeg, 0, g_bytes_get_size (jpeg) / 2);
  if (g_str_equal (what, "half a PNG"))
    return g_bytes_new_from_bytes (png, 0, g_bytes_get_size (png) / 2);
  if (g_str_equal (what, "head of a JPEG"))
    return g_bytes_new_from_bytes (jpeg, 0, 5);
  if (g_str_equal (what, "GIF"))
    return g_bytes_new ("GIF89a\1\0\1\0\0\0\0", 13);
  if (g_str_equal (what, "HEIC"))
    return g_bytes_new ("\0\0\0\x18" "ftypheic\0\0\0\0", 16);
  return g_bytes_new (what, strlen (what));
}

static const struct
{
  const char *what;
  RingError code;
  const char *says;
} bad[] = {
  { "bomb png", RING_ERROR_LIMIT, "200 megapixels; the limit is 64" },
  { "bomb jpeg", RING_ERROR_LIMIT, "200 megapixels; the limit is 64" },
  { "half a JPEG", RING_ERROR_SYNTAX, "damaged or cut off" },
  { "half a PNG", RING_ERROR_SYNTAX, "damaged or cut off" },
  { "head of a JPEG", RING_ERROR_SYNTAX, "damaged or cut off" },
  { "GIF", RING_ERROR_FORMAT, "GIF photos are not read" },
  { "HEIC", RING_ERROR_FORMAT, "HEIC photos are not read" },
  { "no photo at all", RING_ERROR_FORMAT, "neither a photo nor" },
  { "x", RING_ERROR_FORMAT, "neither a photo nor" },
};

static void
test_bad (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GBytes) bytes = make_bad (bad[i].what);
  g_autoptr (GError) error = NULL;

  g_assert_null (ring_photo_import (bytes, NULL, &error));
  g_assert_error (error, RING_ERROR, (int) bad[i].code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, bad[i].says));
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) png = small_png ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (ring_photo_import (png, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Every cut of a small file, and a flipped bit in each byte of its head: refused or taken, and
 * nothing worse. */
static void
test_cuts (void)
{
  static const char *const types[] = { "png", "jpeg" };

  for (guint t = 0; t < G_N_ELEMENTS (types); t++)
    {
      g_autoptr (GBytes) bytes = make_photo (16, 16, types[t], FALSE);
      gsize n = g_bytes_get_size (bytes);

      for (gsize i = 0; i < n; i++)
        {
          g_autoptr (GBytes) cut = g_bytes_new_from_bytes (bytes, 0, i);
          g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (bytes, NULL), n);
          g_autoptr (GBytes) flipped = NULL;

          data[i] ^= 0x40;
          flipped = g_bytes_new (data, n);
          ring_photo_unref (ring_photo_import (cut, NULL, NULL));
          ring_photo_unref (ring_photo_import (flipped, NULL, NULL));
          ring_photo_unref (ring_photo_read (flipped, NULL, NULL));
        }
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/photo/golden", test_golden);
  g_test_add_func ("/photo/survives", test_survives);
  g_test_add_func ("/photo/plain", test_plain);
  for (guint i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/photo/edited/%s", edits[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_edited);
    }
  g_test_add_func ("/photo/edited/place", test_fade_and_shift_of_others);
  g_test_add_func ("/photo/journal", test_journal);
  g_test_add_func ("/photo/exif", test_exif);
  g_test_add_func ("/photo/large", test_large);
  g_test_add_func ("/photo/noise", test_noise);
  g_test_add_func ("/photo/transparent", test_transparent);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strdup_printf ("/photo/bad/%s", bad[i].what);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }
  g_test_add_func ("/photo/cancelled", test_cancelled);
  g_test_add_func ("/photo/cuts", test_cuts);
  return ring_test_run ();
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-pdf-ink.h"

#include <math.h>
#include <string.h>
#include <zlib.h>

#include "ring-number.h"

/* Units a point: one is 3.5 micrometres, a twelfth of a dot of a 600 dpi printer. */
#define UNITS 100
#define UNITS_MATRIX "0.01 0 0 0.01 0 0 cm\n"
/* Farther from the page's corner than this, points, cairo decides what is left of a stroke. */
#define MAX_REACH 16000.0

/* Strokes in one form. Small enough to share the work, large enough to pack well. */
#define CHUNK 1024
#define THREADS 2
/* Past this level of zlib a drawing takes twice the time and gives 7 % of size. */
#define LEVEL 2

typedef struct
{
  GPtrArray *items; /* of RingItem */
  RingMatrix matrix; /* mm of the view to points, y down */
  char *mark;
  GByteArray *body; /* the form, made by a thread */
} Chunk;

struct _RingPdfInk
{
  double width, height; /* of a page, points */
  double side;          /* of the square that the images fill */
  GPtrArray *chunks;    /* of Chunk */
  Chunk *open;
  GThreadPool *pool;
};

static const cairo_user_data_key_t ink_key;

/* ----------------------------------------------------------------- content */

static void
append_integer (GString *out, gint64 value)
{
  char buffer[24];
  char *p = buffer + sizeof buffer;
  guint64 n = value < 0 ? (guint64) -value : (guint64) value;

  do
    {
      *--p = (char) ('0' + n % 10);
      n /= 10;
    }
  while (n > 0);
  if (value < 0)
    *--p = '-';
  g_string_append_len (out, p, buffer + sizeof buffer - p);
}

static void
append_points (GString *out, const RingMatrix *m, RingPoint origin, const RingPoint *p, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      RingPoint q = ring_matrix_apply (m, p[i]);

      append_integer (out, (gint64) rint (q.x) - (gint64) origin.x);
      g_string_append_c (out, ' ');
      append_integer (out, (gint64) rint (q.y) - (gint64) origin.y);
      g_string_append_c (out, ' ');
    }
}

/* The path from its own first point: small numbers pack better. */
static void
append_outline (GString *out, const RingPath *path, const RingMatrix *m)
{
  gsize n_verbs, n_points;
  const guint8 *verbs = ring_path_get_verbs (path, &n_verbs);
  const RingPoint *p = ring_path_get_points (path, &n_points);
  RingPoint first, origin;

  if (ring_path_is_empty (path))
    return;
  first = ring_matrix_apply (m, p[0]);
  origin = (RingPoint){ rint (first.x), rint (first.y) };
  g_string_append (out, "q 1 0 0 1 ");
  append_integer (out, (gint64) origin.x);
  g_string_append_c (out, ' ');
  append_integer (out, (gint64) origin.y);
  g_string_append (out, " cm\n");
  for (gsize i = 0; i < n_verbs; i++)
    {
      static const struct
      {
        guint n_points;
        char operator;
      } verb_info[] = {
        [RING_PATH_MOVE] = { 1, 'm' },
        [RING_PATH_LINE] = { 1, 'l' },
        [RING_PATH_CURVE] = { 3, 'c' },
        [RING_PATH_CLOSE] = { 0, 'h' },
      };
      guint n = verb_info[verbs[i]].n_points;

      append_points (out, m, origin, p, n);
      g_string_append_c (out, verb_info[verbs[i]].operator);
      g_string_append_c (out, '\n');
      p += n;
    }
  g_string_append (out, "f Q\n");
}

static void
append_colour (GString *out, guint32 rgba)
{
  for (int shift = 24; shift >= 8; shift -= 8)
    {
      ring_number_append (out, (rgba >> shift & 0xff) / 255.0, 4);
      g_string_append_c (out, ' ');
    }
  g_string_append_printf (out, "rg /a%u gs\n", rgba & 0xff);
}

/* USED gets a flag for each opacity. */
static void
append_strokes (GString *out, const Chunk *chunk, gboolean used[256])
{
  const RingMatrix units = { UNITS, 0, 0, UNITS, 0, 0 };
  guint32 colour = 0;

  for (guint i = 0; i < chunk->items->len; i++)
    {
      const RingItem *item = g_ptr_array_index (chunk->items, i);
      const RingStroke *stroke = ring_item_get_stroke (item);
      RingMatrix m = ring_matrix_multiply (ring_item_get_matrix (item), &chunk->matrix);

      if (i == 0 || stroke->style.colour != colour)
        append_colour (out, stroke->style.colour);
      colour = stroke->style.colour;
      used[colour & 0xff] = TRUE;
      m = ring_matrix_multiply (&m, &units);
      append_outline (out, ring_item_get_outline (item), &m);
    }
}

static void
append_numbers (GString *out, const double *values, guint n)
{
  g_string_append_c (out, '[');
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      ring_number_append (out, values[i], 9);
    }
  g_string_append_c (out, ']');
}

/* Images are placed through a matrix from the unit square, which stands on its feet, to the square
 * they fill; the form undoes that and finds itself on the page as cairo has it. */
static void
append_head (GString *out, const RingPdfInk *ink, const gboolean used[256], gsize length)
{
  const double box[] = { 0, 0, ink->width, ink->height };
  const double matrix[] = { 1 / ink->side, 0, 0, -1 / ink->side, 0, 1 };

  g_string_append (out, "<< /Type /XObject\n   /Subtype /Form\n   /BBox ");
  append_numbers (out, box, G_N_ELEMENTS (box));
  g_string_append (out, "\n   /Matrix ");
  append_numbers (out, matrix, G_N_ELEMENTS (matrix));
  g_string_append (out, "\n   /Resources << /ExtGState <<");
  for (guint i = 0; i < 256; i++)
    if (used[i])
      {
        g_string_append_printf (out, " /a%u << /ca ", i);
        ring_number_append (out, i / 255.0, 4);
        g_string_append (out, " >>");
      }
  g_string_append_printf (out,
                          " >> >>\n   /Filter /FlateDecode\n   /Length %" G_GSIZE_FORMAT
                          "\n>>\nstream\n",
                          length);
}

static void
make_body_cb (gpointer data, gpointer user_data)
{
  Chunk *chunk = data;
  const RingPdfInk *ink = user_data;
  GString *content = g_string_sized_new (chunk->items->len * 640);
  g_autoptr (GString) head = g_string_new (NULL);
  gboolean used[256] = { FALSE };
  g_autofree guint8 *packed = NULL;
  uLongf n_packed;

  g_string_append (content, UNITS_MATRIX);
  append_strokes (content, chunk, used);
  n_packed = compressBound (content->len);
  packed = g_malloc (n_packed);
  /* It can only fail for want of room or of memory. */
  if (compress2 (packed, &n_packed, (const guint8 *) content->str, content->len, LEVEL) != Z_OK)
    g_error ("No memory to pack a page");
  g_string_free (content, TRUE);
  append_head (head, ink, used, n_packed);
  chunk->body = g_byte_array_sized_new ((guint) (head->len + n_packed + 16));
  g_byte_array_append (chunk->body, (const guint8 *) head->str, (guint) head->len);
  g_byte_array_append (chunk->body, packed, (guint) n_packed);
  g_byte_array_append (chunk->body, (const guint8 *) "\nendstream\n", 11);
  g_ptr_array_set_size (chunk->items, 0);
}

/* ------------------------------------------------------------------- marks */

static void
chunk_free (gpointer data)
{
  Chunk *chunk = data;

  g_ptr_array_unref (chunk->items);
  g_clear_pointer (&chunk->body, g_byte_array_unref);
  g_free (chunk->mark);
  g_free (chunk);
}

/* Enough of a JPEG for cairo, which looks for the size and copies the rest: one grey pixel whose
 * data is a comment. */
static GByteArray *
make_image (const char *mark)
{
  static const guint8 head[] = { 0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0 };
  const guint8 comment[] = { 0xff, 0xfe, 0, (guint8) (strlen (mark) + 2) };
  static const guint8 end[] = { 0xff, 0xd9 };
  GByteArray *image = g_byte_array_new ();

  g_byte_array_append (image, head, sizeof head);
  g_byte_array_append (image, comment, sizeof comment);
  g_byte_array_append (image, (const guint8 *) mark, (guint) strlen (mark));
  g_byte_array_append (image, end, sizeof end);
  return image;
}

static void
unref_image_cb (void *data)
{
  g_byte_array_unref (data);
}

static void
paint_mark (const RingPdfInk *ink, cairo_t *cr, const char *mark)
{
  GByteArray *image = make_image (mark);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1, 1);

  cairo_surface_set_mime_data (surface, CAIRO_MIME_TYPE_JPEG, image->data, image->len,
                               unref_image_cb, image);
  cairo_save (cr);
  cairo_identity_matrix (cr);
  cairo_scale (cr, ink->side, ink->side);
  cairo_set_source_surface (cr, surface, 0, 0);
  cairo_paint (cr);
  cairo_restore (cr);
  cairo_surface_destroy (surface);
}

/* ------------------------------------------------------------------ public */

RingPdfInk *
ring_pdf_ink_new (cairo_surface_t *surface, double width, double height)
{
  RingPdfInk *ink = g_new0 (RingPdfInk, 1);

  ink->width = width;
  ink->height = height;
  /* A power of two, so that its inverse is exact in few decimals. */
  ink->side = exp2 (ceil (log2 (fmax (1, fmax (width, height)))));
  ink->chunks = g_ptr_array_new_with_free_func (chunk_free);
  ink->pool = g_thread_pool_new (make_body_cb, ink, THREADS, FALSE, NULL);
  cairo_surface_set_user_data (surface, &ink_key, ink, NULL);
  return ink;
}

void
ring_pdf_ink_free (RingPdfInk *ink)
{
  if (ink->pool != NULL)
    g_thread_pool_free (ink->pool, FALSE, TRUE);
  g_ptr_array_unref (ink->chunks);
  g_free (ink);
}

RingPdfInk *
ring_pdf_ink_get (cairo_t *cr)
{
  return cairo_surface_get_user_data (cairo_get_target (cr), &ink_key);
}

static Chunk *
open_chunk (RingPdfInk *ink, cairo_t *cr)
{
  Chunk *chunk = g_new0 (Chunk, 1);
  cairo_matrix_t m;

  cairo_get_matrix (cr, &m);
  chunk->items = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
  chunk->matrix = (RingMatrix){ m.xx, m.yx, m.xy, m.yy, m.x0, m.y0 };
  chunk->mark = g_strdup_printf ("Strokes %08u of a Ringwright page", ink->chunks->len);
  g_ptr_array_add (ink->chunks, chunk);
  ink->open = chunk;
  return chunk;
}

static gboolean
is_in_reach (const RingMatrix *m, RingRect bounds)
{
  RingRect box = ring_matrix_apply_rect (m, bounds);

  return box.x0 >= -MAX_REACH && box.y0 >= -MAX_REACH && box.x1 <= MAX_REACH
         && box.y1 <= MAX_REACH;
}

gboolean
ring_pdf_ink_take (RingPdfInk *ink, cairo_t *cr, const RingItem *item)
{
  const RingStroke *stroke = ring_item_get_stroke (item);
  Chunk *chunk = ink->open;

  /* A pencil has the paper's grain, which cairo knows how to fill with. */
  if (stroke == NULL || stroke->style.instrument == RING_INSTRUMENT_PENCIL)
    return FALSE;
  if (chunk == NULL)
    chunk = open_chunk (ink, cr);
  if (!is_in_reach (&chunk->matrix, ring_item_get_bounds (item)))
    return FALSE;
  g_ptr_array_add (chunk->items, ring_item_ref (item));
  if (chunk->items->len == CHUNK)
    ring_pdf_ink_flush (ink, cr);
  return TRUE;
}

void
ring_pdf_ink_flush (RingPdfInk *ink, cairo_t *cr)
{
  Chunk *chunk = g_steal_pointer (&ink->open);

  if (chunk == NULL)
    return;
  if (chunk->items->len == 0)
    {
      g_ptr_array_set_size (ink->chunks, (int) ink->chunks->len - 1);
      return;
    }
  paint_mark (ink, cr, chunk->mark);
  g_thread_pool_push (ink->pool, chunk, NULL);
}

gboolean
ring_pdf_ink_place (RingPdfInk *ink, RingPdfUpdate *update)
{
  g_thread_pool_free (g_steal_pointer (&ink->pool), FALSE, TRUE);
  for (guint i = 0; i < ink->chunks->len; i++)
    {
      const Chunk *chunk = g_ptr_array_index (ink->chunks, i);
      guint number = ring_pdf_update_find (update, chunk->mark);

      if (number == 0)
        return FALSE;
      ring_pdf_update_replace (update, number, chunk->body->data, chunk->body->len);
    }
  return TRUE;
}

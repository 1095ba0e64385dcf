/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-foreign.h"

#include "ring-foreign-helper.h"
#include "ring-grain.h"
#include "ring-number.h"
#include "ring-reach.h"

#include <gio/gio.h>
#include <string.h>

/* Pictures kept, each of at most 16 MB and mostly far less. */
#define MAX_KEPT 24

#define SVG_HEAD                                                                                   \
  "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:svg=\"http://www.w3.org/2000/svg\" "            \
  "xmlns:xlink=\"http://www.w3.org/1999/xlink\" "                                                  \
  "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" "                                \
  "xmlns:sodipodi=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" "                         \
  "width=\"1000\" height=\"1000\" viewBox=\"0 0 1000 1000\"><g id=\"ring-foreign\">"
#define SVG_TAIL "</g></svg>"

/* Pixels are shared as bytes, not as a cairo surface, which belongs to one thread at a time. */
typedef struct
{
  GBytes *pixels; /* NULL for what cannot be drawn */
  cairo_format_t format;
  int width, height, stride;
  RingRect extent;
} Picture;

static GMutex lock;          /* of the pictures; also lets one helper run at a time */
static GHashTable *pictures; /* SHA-256 of the markup to Picture */

static void
picture_free (gpointer data)
{
  Picture *picture = data;

  g_clear_pointer (&picture->pixels, g_bytes_unref);
  g_free (picture);
}

/* The name of the first element of XML, without its prefix. */
static char *
element_name (const char *xml)
{
  const char *start = xml + strspn (xml, " \t\r\n");
  gsize length;
  const char *colon;

  if (*start != '<')
    return g_strdup ("");
  start++;
  length = strcspn (start, " \t\r\n/>");
  colon = memchr (start, ':', length);
  return colon != NULL ? g_strndup (colon + 1, length - (gsize) (colon + 1 - start))
                       : g_strndup (start, length);
}

gboolean
ring_foreign_is_graphical (const char *xml)
{
  static const char *const shown[]
      = { "circle",   "ellipse", "g",      "image", "line", "path", "polygon",
          "polyline", "rect",    "switch", "svg",   "text", "use",  NULL };
  g_autofree char *name = element_name (xml);

  return g_strv_contains (shown, name);
}

/* A pencil's stroke that another program changed asks for the grains of the file it is in. */
static char *
make_grains (const char *xml)
{
  static const char head[] = "url(#";
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  GString *defs = g_string_new ("<defs>");
  RingGrain grain;

  while ((xml = strstr (xml, head)) != NULL)
    {
      gsize length = strcspn (xml += strlen (head), ")");
      char *id = g_strndup (xml, length);

      if (!ring_grain_parse_id (id, length, &grain)
          || g_ptr_array_find_with_equal_func (ids, id, g_str_equal, NULL))
        {
          g_free (id);
          continue;
        }
      g_ptr_array_add (ids, id);
      ring_grain_append_pattern (&grain, defs);
    }
  g_string_append (defs, "</defs>");
  return g_string_free (defs, FALSE);
}

/* What the helper says of XML; NULL when it fails. */
static GBytes *
ask_helper (const char *xml)
{
  const char *argv[] = { ring_foreign_helper_get_program (), RING_FOREIGN_HELPER_ARGUMENT, NULL };
  g_autofree char *grains = make_grains (xml);
  g_autofree char *svg = g_strconcat (SVG_HEAD, grains, xml, SVG_TAIL, NULL);
  g_autoptr (GBytes) input = g_bytes_new_static (svg, strlen (svg));
  g_autoptr (GSubprocess) process = NULL;
  GBytes *output = NULL;

  if (argv[0] == NULL)
    return NULL;
  process = g_subprocess_newv (argv,
                               G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE
                                   | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                               NULL);
  if (process == NULL || !g_subprocess_communicate (process, input, NULL, &output, NULL, NULL))
    return NULL;
  if (!g_subprocess_get_successful (process))
    g_clear_pointer (&output, g_bytes_unref);
  return output;
}

typedef struct
{
  const guint8 *data;
  gsize left;
} Source;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Source *source = closure;

  if (length > source->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, source->data, length);
  source->data += length;
  source->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static gboolean
read_head (const char *line, RingRect *extent)
{
  double numbers[4];

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      if (!ring_number_scan (&line, &numbers[i]) || (*line != ' ' && *line != '\0'))
        return FALSE;
      line += *line == ' ';
    }
  *extent = (RingRect){ numbers[0], numbers[1], numbers[0] + numbers[2], numbers[1] + numbers[3] };
  return numbers[2] > 0 && numbers[3] > 0;
}

/* Fills PICTURE from what the helper wrote, which may be anything. */
static void
read_picture (Picture *picture, GBytes *output)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (output, &size);
  const guint8 *end = size > 0 ? memchr (data, '\n', MIN (size, 128)) : NULL;
  g_autofree char *line = NULL;
  cairo_surface_t *surface;
  Source source;

  if (end == NULL)
    return;
  line = g_strndup ((const char *) data, (gsize) (end - data));
  if (!read_head (line, &picture->extent))
    return;
  source = (Source){ end + 1, size - (gsize) (end + 1 - data) };
  surface = cairo_image_surface_create_from_png_stream (read_cb, &source);
  if (cairo_surface_status (surface) == CAIRO_STATUS_SUCCESS)
    {
      /* A picture without a transparent pixel comes back as RGB24. */
      picture->format = cairo_image_surface_get_format (surface);
      picture->width = cairo_image_surface_get_width (surface);
      picture->height = cairo_image_surface_get_height (surface);
      picture->stride = cairo_image_surface_get_stride (surface);
      picture->pixels = g_bytes_new (cairo_image_surface_get_data (surface),
                                     (gsize) picture->stride * (gsize) picture->height);
    }
  cairo_surface_destroy (surface);
}

static const Picture *
find_picture (const char *xml)
{
  g_autofree char *key = g_compute_checksum_for_string (G_CHECKSUM_SHA256, xml, -1);
  g_autoptr (GBytes) output = NULL;
  Picture *picture;

  if (pictures == NULL)
    pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, picture_free);
  picture = g_hash_table_lookup (pictures, key);
  if (picture != NULL)
    return picture;
  if (g_hash_table_size (pictures) >= MAX_KEPT)
    g_hash_table_remove_all (pictures);
  picture = g_new0 (Picture, 1);
  output = ask_helper (xml);
  if (output != NULL)
    read_picture (picture, output);
  g_hash_table_insert (pictures, g_steal_pointer (&key), picture);
  return picture;
}

cairo_surface_t *
ring_foreign_render (const char *xml, RingRect *extent)
{
  static const cairo_user_data_key_t key;
  cairo_surface_t *surface = NULL;
  const Picture *picture;

  g_mutex_lock (&lock);
  picture = find_picture (xml);
  if (picture->pixels != NULL)
    {
      GBytes *pixels = g_bytes_ref (picture->pixels);

      *extent = picture->extent;
      surface = cairo_image_surface_create_for_data ((guchar *) g_bytes_get_data (pixels, NULL),
                                                     picture->format, picture->width,
                                                     picture->height, picture->stride);
      cairo_surface_set_user_data (surface, &key, pixels, (cairo_destroy_func_t) g_bytes_unref);
    }
  g_mutex_unlock (&lock);
  return surface;
}

/* Where the element cannot be drawn its place is unknown too: a mark at its origin, which can be
 * seen and selected. */
static void
paint_placeholder (cairo_t *cr)
{
  cairo_rectangle (cr, 0, 0, 20, 12);
  cairo_move_to (cr, 0, 0);
  cairo_line_to (cr, 20, 12);
  cairo_move_to (cr, 20, 0);
  cairo_line_to (cr, 0, 12);
  cairo_set_line_width (cr, 0.2);
  cairo_set_source_rgb (cr, 0.6, 0.6, 0.6);
  cairo_stroke (cr);
}

void
ring_foreign_paint (cairo_t *cr, const char *xml)
{
  RingRect extent = { 0, 0, 20, 12 };
  cairo_surface_t *surface = ring_foreign_render (xml, &extent);

  if (!ring_reach_holds (cr, extent))
    {
      g_clear_pointer (&surface, cairo_surface_destroy);
      return;
    }
  cairo_save (cr);
  if (surface == NULL)
    {
      paint_placeholder (cr);
    }
  else
    {
      cairo_translate (cr, extent.x0, extent.y0);
      cairo_scale (cr, (extent.x1 - extent.x0) / cairo_image_surface_get_width (surface),
                   (extent.y1 - extent.y0) / cairo_image_surface_get_height (surface));
      cairo_set_source_surface (cr, surface, 0, 0);
      cairo_paint (cr);
      cairo_surface_destroy (surface);
    }
  cairo_restore (cr);
}

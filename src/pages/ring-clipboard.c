/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-clipboard.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-clip.h"
#include "ring-error.h"
#include "ring-paint.h"
#include "ring-svg-clip.h"

#define SVG "image/svg+xml"
#define INKSCAPE_SVG "image/x-inkscape-svg"
#define PNG "image/png"
#define JPEG "image/jpeg"
/* The picture: no finer than this, and no larger, pixels. */
#define PIXELS_PER_MM 40.0
#define MAX_PIXELS 2048.0
/* So much is read at once. */
#define PIECE (1u << 20)

/* ------------------------------------------------------------------- offering */

#define RING_TYPE_CLIP_PROVIDER (ring_clip_provider_get_type ())
G_DECLARE_FINAL_TYPE (RingClipProvider, ring_clip_provider, RING, CLIP_PROVIDER, GdkContentProvider)

struct _RingClipProvider
{
  GdkContentProvider parent_instance;

  RingDrawing *clip;
};

G_DEFINE_FINAL_TYPE (RingClipProvider, ring_clip_provider, GDK_TYPE_CONTENT_PROVIDER)

static cairo_status_t
append_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static GBytes *
make_picture (const RingDrawing *clip)
{
  double width = ring_drawing_get_width (clip), height = ring_drawing_get_height (clip);
  double scale = MIN (PIXELS_PER_MM, MAX_PIXELS / MAX (width, height));
  GByteArray *png = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_ARGB32, (int) ceil (width * scale), (int) ceil (height * scale));
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, scale, scale);
  ring_paint_drawing (cr, clip, NULL, RING_PAINT_ITEMS);
  cairo_destroy (cr);
  cairo_surface_write_to_png_stream (surface, append_cb, png);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (png);
}

/* What is written once. */
typedef struct
{
  GOutputStream *stream;
  GBytes *bytes;
} Output;

static void
output_free (gpointer data)
{
  Output *output = data;

  g_object_unref (output->stream);
  g_clear_pointer (&output->bytes, g_bytes_unref);
  g_free (output);
}

static void
make_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const RingDrawing *clip = data;
  gboolean picture = g_object_get_data (G_OBJECT (task), "picture") != NULL;

  g_task_return_pointer (task,
                         picture ? make_picture (clip) : ring_svg_write (clip, RING_WRITE_DESIGN),
                         (GDestroyNotify) g_bytes_unref);
}

static void
written_cb (GObject *stream, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (stream), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Output *output = g_task_get_task_data (task);
  gsize n;
  const void *data;

  output->bytes = g_task_propagate_pointer (G_TASK (result), NULL);
  data = g_bytes_get_data (output->bytes, &n);
  g_output_stream_write_all_async (output->stream, data, n, g_task_get_priority (task),
                                   g_task_get_cancellable (task), written_cb, task);
}

static void
write_async (GdkContentProvider *provider,
             const char *mime,
             GOutputStream *stream,
             int priority,
             GCancellable *cancellable,
             GAsyncReadyCallback callback,
             gpointer user_data)
{
  RingClipProvider *self = RING_CLIP_PROVIDER (provider);
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GTask) make = g_task_new (self, NULL, made_cb, task);
  Output *output = g_new0 (Output, 1);

  output->stream = g_object_ref (stream);
  g_task_set_priority (task, priority);
  g_task_set_task_data (task, output, output_free);
  g_task_set_task_data (make, ring_drawing_ref (self->clip), (GDestroyNotify) ring_drawing_unref);
  if (g_str_equal (mime, PNG))
    g_object_set_data (G_OBJECT (make), "picture", self);
  g_task_run_in_thread (make, make_cb);
}

static gboolean
write_finish (GdkContentProvider *provider, GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static GdkContentFormats *
ref_formats (GdkContentProvider *provider)
{
  const char *const types[] = { SVG, PNG };

  return gdk_content_formats_new ((const char **) types, G_N_ELEMENTS (types));
}

static void
ring_clip_provider_finalize (GObject *object)
{
  ring_drawing_unref (RING_CLIP_PROVIDER (object)->clip);
  G_OBJECT_CLASS (ring_clip_provider_parent_class)->finalize (object);
}

static void
ring_clip_provider_class_init (RingClipProviderClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ring_clip_provider_finalize;
  provider_class->ref_formats = ref_formats;
  provider_class->write_mime_type_async = write_async;
  provider_class->write_mime_type_finish = write_finish;
}

static void
ring_clip_provider_init (RingClipProvider *self)
{
}

void
ring_clipboard_copy (GdkClipboard *clipboard, RingSelection *selection)
{
  g_autoptr (RingDrawing) clip = ring_clip_new (selection);
  g_autoptr (RingClipProvider) provider = NULL;

  if (clip == NULL)
    return;
  provider = g_object_new (RING_TYPE_CLIP_PROVIDER, NULL);
  provider->clip = g_steal_pointer (&clip);
  gdk_clipboard_set_content (clipboard, GDK_CONTENT_PROVIDER (provider));
}

/* --------------------------------------------------------------------- taking */

typedef struct
{
  GInputStream *stream;
  GByteArray *bytes;
  gboolean photo; /* as it is, and not read here */
  gboolean left_out;
} Input;

static void
input_free (gpointer data)
{
  Input *input = data;

  g_clear_object (&input->stream);
  g_byte_array_unref (input->bytes);
  g_free (input);
}

static void
read_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Input *input = data;
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  GError *error = NULL;
  RingDrawing *clip = ring_svg_read_clip ((const char *) input->bytes->data, input->bytes->len,
                                          report, cancellable, &error);

  input->left_out = ring_load_report_get_left_out (report);
  if (clip != NULL)
    g_task_return_pointer (task, clip, (GDestroyNotify) ring_drawing_unref);
  else
    g_task_return_error (task, error);
}

/* Takes TASK. */
static void
take_all (GTask *task)
{
  g_autoptr (GTask) owned = task;
  Input *input = g_task_get_task_data (task);

  if (!input->photo)
    g_task_run_in_thread (task, read_cb);
  else if (input->bytes->len > RING_SVG_CLIP_MAX)
    g_task_return_new_error (task, RING_ERROR, RING_ERROR_LIMIT,
                             _ ("What was copied is larger than %u MB. Save it and open the file."),
                             RING_SVG_CLIP_MAX >> 20);
  else
    g_task_return_pointer (task, g_bytes_new (input->bytes->data, input->bytes->len),
                           (GDestroyNotify) g_bytes_unref);
}

static void read_piece (GTask *task);

/* No more than may be pasted is ever held. */
static void
piece_cb (GObject *stream, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Input *input = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) piece
      = g_input_stream_read_bytes_finish (G_INPUT_STREAM (stream), result, &error);

  if (piece == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  g_byte_array_append (input->bytes, g_bytes_get_data (piece, NULL),
                       (guint) g_bytes_get_size (piece));
  if (g_bytes_get_size (piece) > 0 && input->bytes->len <= RING_SVG_CLIP_MAX)
    read_piece (g_steal_pointer (&task));
  else
    take_all (g_steal_pointer (&task));
}

/* Takes TASK. */
static void
read_piece (GTask *task)
{
  Input *input = g_task_get_task_data (task);

  g_input_stream_read_bytes_async (input->stream, PIECE, g_task_get_priority (task),
                                   g_task_get_cancellable (task), piece_cb, task);
}

static void
offered_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Input *input = g_task_get_task_data (task);
  const char *mime = NULL;

  input->stream = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, &mime, NULL);
  if (input->stream != NULL)
    read_piece (g_steal_pointer (&task));
  else
    g_task_return_new_error (task, RING_ERROR, RING_ERROR_FORMAT,
                             _ ("There is no drawing to paste."));
}

/* TYPES, the best first, end with NULL. */
static void
ask (GdkClipboard *clipboard,
     const char **types,
     gboolean photo,
     GCancellable *cancellable,
     GAsyncReadyCallback callback,
     gpointer user_data)
{
  GTask *task = g_task_new (clipboard, cancellable, callback, user_data);
  Input *input = g_new0 (Input, 1);

  input->bytes = g_byte_array_new ();
  input->photo = photo;
  g_task_set_task_data (task, input, input_free);
  gdk_clipboard_read_async (clipboard, types, G_PRIORITY_DEFAULT, cancellable, offered_cb, task);
}

void
ring_clipboard_read_async (GdkClipboard *clipboard,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  /* A design that was copied as text is one too. */
  const char *types[]
      = { SVG, INKSCAPE_SVG, "text/plain;charset=utf-8", "text/plain", NULL };

  ask (clipboard, types, FALSE, cancellable, callback, user_data);
}

gboolean
ring_clipboard_has_photo (GdkClipboard *clipboard)
{
  GdkContentFormats *formats = gdk_clipboard_get_formats (clipboard);

  return !gdk_content_formats_contain_mime_type (formats, SVG)
         && !gdk_content_formats_contain_mime_type (formats, INKSCAPE_SVG)
         && (gdk_content_formats_contain_mime_type (formats, PNG)
             || gdk_content_formats_contain_mime_type (formats, JPEG));
}

void
ring_clipboard_read_photo_async (GdkClipboard *clipboard,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data)
{
  const char *types[] = { PNG, JPEG, NULL };

  ask (clipboard, types, TRUE, cancellable, callback, user_data);
}

GBytes *
ring_clipboard_read_photo_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

RingDrawing *
ring_clipboard_read_finish (GAsyncResult *result, gboolean *left_out, GError **error)
{
  Input *input = g_task_get_task_data (G_TASK (result));
  RingDrawing *clip = g_task_propagate_pointer (G_TASK (result), error);

  *left_out = input->left_out;
  return clip;
}

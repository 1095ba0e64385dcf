/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-replay-frames.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "ring-error.h"
#include "ring-replay-picture.h"
#include "ring-stream.h"

#define LEAST_WIDTH 16
#define MOST_WIDTH 8192

void
ring_replay_frames_init (RingReplayFrames *frames)
{
  *frames = (RingReplayFrames){ .width = 1280, .fps = 25, .speed = 1 };
}

/* Opaque, so three bytes a pixel do. */
static GBytes *
encode (cairo_surface_t *surface, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *opaque = cairo_image_surface_create_for_data (
      cairo_image_surface_get_data (surface), CAIRO_FORMAT_RGB24, cairo_image_surface_get_width (surface),
      cairo_image_surface_get_height (surface), cairo_image_surface_get_stride (surface));
  cairo_status_t status = cairo_surface_write_to_png_stream (opaque, ring_stream_write_cb, bytes);

  cairo_surface_destroy (opaque);
  if (status == CAIRO_STATUS_SUCCESS)
    return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
  g_set_error (error, RING_ERROR, RING_ERROR_FAILED, _ ("The picture cannot be made: %s"), cairo_status_to_string (status));
  return NULL;
}

static gboolean
write_all (RingReplay *replay, const RingReplayFrames *frames, guint n, const char *folder, GError **error)
{
  RingRect region = ring_replay_get_extent (replay);
  int height = MAX (2, (int) round (frames->width * (region.y1 - region.y0) / (region.x1 - region.x0)));
  /* Films want even numbers. */
  g_autoptr (RingReplayPicture) picture = ring_replay_picture_new (replay, region, frames->width, height + height % 2);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < n; i++)
    {
      double t = i + 1 == n ? ring_replay_get_duration (replay) : i * frames->speed / frames->fps;
      g_autofree char *name = g_strdup_printf ("%04u.png", i + 1);
      g_autofree char *path = g_build_filename (folder, name, NULL);
      gsize size;
      const char *data;

      if (ring_replay_picture_show (picture, t) || bytes == NULL)
        {
          g_clear_pointer (&bytes, g_bytes_unref);
          bytes = encode (ring_replay_picture_get_surface (picture), error);
          if (bytes == NULL)
            return FALSE;
        }
      data = g_bytes_get_data (bytes, &size);
      /* One by one they need not reach the disk at once: the folder is named when all are there. */
      if (!g_file_set_contents_full (path, data, (gssize) size, G_FILE_SET_CONTENTS_NONE, 0666, error))
        return FALSE;
    }
  return TRUE;
}

static void
remove_folder (const char *folder)
{
  GDir *dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_rmdir (folder);
}

static gboolean
check (const RingReplay *replay, const RingReplayFrames *frames, const char *folder, double *n, GError **error)
{
  g_autoptr (GDir) dir = NULL;

  *n = ceil (ring_replay_get_duration (replay) / frames->speed * frames->fps) + 1;
  if (frames->width < LEAST_WIDTH || frames->width > MOST_WIDTH)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_INVALID, _ ("A picture is from %d to %d pixels wide"), LEAST_WIDTH, MOST_WIDTH);
      return FALSE;
    }
  if (!(*n <= RING_REPLAY_MOST_FRAMES))
    {
      g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
                   _ ("The replay would take %.0f pictures; at most %d are made. Choose a higher speed or fewer a second."),
                   *n, RING_REPLAY_MOST_FRAMES);
      return FALSE;
    }
  if (!g_file_test (folder, G_FILE_TEST_EXISTS))
    return TRUE;
  dir = g_dir_open (folder, 0, NULL);
  if (dir != NULL && g_dir_read_name (dir) == NULL)
    return TRUE;
  g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID,
                       _ ("There is something of that name already. Name a folder that is not there yet, or an empty one."));
  return FALSE;
}

gboolean
ring_replay_write_frames (RingReplay *replay, const RingReplayFrames *frames, const char *folder, GError **error)
{
  g_autofree char *plain = g_strdup (folder);
  g_autofree char *temporary = NULL;
  double n;

  for (gsize length = strlen (plain); length > 1 && plain[length - 1] == G_DIR_SEPARATOR;)
    plain[--length] = '\0';
  if (!check (replay, frames, plain, &n, error))
    return FALSE;
  temporary = g_strconcat (plain, ".XXXXXX", NULL);
  if (g_mkdtemp_full (temporary, 0777) == NULL)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FAILED, _ ("The folder cannot be made: %s. Name one where you may write."),
                   g_strerror (errno));
      return FALSE;
    }
  if (write_all (replay, frames, (guint) n, temporary, error) && g_rename (temporary, plain) == 0)
    return TRUE;
  if (error != NULL && *error == NULL)
    g_set_error (error, RING_ERROR, RING_ERROR_FAILED, _ ("The folder cannot be named: %s"), g_strerror (errno));
  remove_folder (temporary);
  return FALSE;
}

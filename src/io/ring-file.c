/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <glib/gi18n-lib.h>

#include "ring-claim.h"
#include "ring-error.h"
#include "ring-memory.h"
#include "ring-save.h"
#include "ring-svg-guard.h"
#include "ring-svg.h"

/* A file of another program's choosing may be a pipe or a device, which never ends. */
static GBytes *
read_regular (int fd, const char *name, GError **error)
{
  g_autoptr (GByteArray) out = NULL;
  struct stat st;

  if (fstat (fd, &st) != 0 || !S_ISREG (st.st_mode))
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FORMAT,
                   _("“%s” is not an ordinary file; choose a design."), name);
      return NULL;
    }
  if (st.st_size > (off_t) RING_GUARD_MAX_BYTES)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
                   _("“%s” is larger than the limit of %u bytes. It was not opened."), name,
                   RING_GUARD_MAX_BYTES);
      return NULL;
    }
  out = g_byte_array_sized_new ((guint) st.st_size + 1);
  ring_memory_expect_fill (out->data, (gsize) st.st_size);
  for (;;)
    {
      gsize room = MAX ((gsize) 65536, (gsize) st.st_size - MIN ((gsize) st.st_size, out->len));
      guint had = out->len;
      ssize_t n;

      g_byte_array_set_size (out, had + (guint) room);
      n = read (fd, out->data + had, room);
      g_byte_array_set_size (out, had + (guint) MAX (0, n));
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&out));
      if ((n < 0 && errno != EINTR) || out->len > RING_GUARD_MAX_BYTES)
        {
          g_set_error (error, G_IO_ERROR, g_io_error_from_errno (errno),
                       _("“%s” could not be read: %s."), name, g_strerror (errno));
          return NULL;
        }
    }
}

GBytes *
ring_file_read (const char *path, GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  GBytes *bytes;

  if (fd < 0)
    {
      int code = errno;

      if (code == ENOENT)
        g_set_error (error, RING_ERROR, RING_ERROR_NOT_FOUND,
                     _("“%s” is not there; it may have been moved or renamed."), name);
      else
        g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                     _("“%s” could not be opened: %s."), name, g_strerror (code));
      return NULL;
    }
  bytes = read_regular (fd, name, error);
  close (fd);
  return bytes;
}

GBytes *
ring_file_load_stream (GFile *file, GError **error)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autoptr (GFileInputStream) stream = g_file_read (file, NULL, error);
  g_autoptr (GByteArray) out = g_byte_array_new ();
  gsize n = 1;

  if (stream == NULL)
    {
      if (error != NULL && g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND))
        (*error)->domain = RING_ERROR, (*error)->code = RING_ERROR_NOT_FOUND;
      return NULL;
    }
  while (n > 0 && out->len <= RING_GUARD_MAX_BYTES)
    {
      guint had = out->len;

      g_byte_array_set_size (out, had + (1 << 20));
      if (!g_input_stream_read_all (G_INPUT_STREAM (stream), out->data + had, 1 << 20, &n, NULL,
                                    error))
        return NULL;
      g_byte_array_set_size (out, had + (guint) n);
    }
  if (n == 0)
    return g_byte_array_free_to_bytes (g_steal_pointer (&out));
  g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
               _("“%s” is larger than the limit of %u bytes. It was not opened."), name,
               RING_GUARD_MAX_BYTES);
  return NULL;
}

GBytes *
ring_file_load (GFile *file, GError **error)
{
  g_autofree char *path = g_file_get_path (file);

  return path != NULL ? ring_file_read (path, error) : ring_file_load_stream (file, error);
}

static GBytes *
pack (GBytes *bytes, GError **error)
{
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP, 9);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr (GOutputStream) stream
      = g_converter_output_stream_new (memory, G_CONVERTER (zlib));
  gsize length;
  const void *data = g_bytes_get_data (bytes, &length);

  if (!g_output_stream_write_all (stream, data, length, NULL, NULL, error)
      || !g_output_stream_close (stream, NULL, error))
    return NULL;
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

/* Reads back what is about to replace somebody's file. */
static gboolean
proves (GBytes *bytes, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (RingDrawing) again = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  again = ring_svg_read (data, length, NULL, &failure);
  if (again != NULL && ring_svg_is_text_of (again, bytes))
    return TRUE;
  g_set_error (error, RING_ERROR, RING_ERROR_FAILED,
               _("The design was not saved: what would have been written does not read back the "
                 "same (%s). The old file is untouched. Export the drawing and report this."),
               failure != NULL ? failure->message : _("different content"));
  return FALSE;
}

GBytes *
ring_file_serialise (const RingDrawing *drawing, const char *name, GError **error)
{
  g_autoptr (GBytes) bytes = ring_svg_write (drawing, RING_WRITE_DESIGN);

  if (!proves (bytes, error))
    return NULL;
  if (g_str_has_suffix (name, ".svgz"))
    return pack (bytes, error);
  return g_steal_pointer (&bytes);
}

/* The times of a file can lie; its content cannot. A file that is gone harms nobody. */
static gboolean
check_unchanged (GFile *file, const char *sha256, GError **error)
{
  g_autoptr (GError) failure = NULL;
  g_autoptr (GBytes) now = ring_file_load (file, &failure);
  g_autofree char *hash = NULL;
  g_autofree char *base = g_file_get_basename (file);
  g_autofree char *name = NULL;

  /* The first question after a share was away and is back is answered by what was known of it
   * before; that answer is forgotten with it. */
  if (now == NULL && !g_error_matches (failure, RING_ERROR, RING_ERROR_NOT_FOUND)
      && !g_file_is_native (file))
    {
      g_clear_error (&failure);
      now = ring_file_load (file, &failure);
    }
  if (now != NULL)
    hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, now);
  if (g_error_matches (failure, RING_ERROR, RING_ERROR_NOT_FOUND)
      || g_strcmp0 (hash, sha256) == 0)
    return TRUE;
  name = g_filename_display_name (base);
  if (failure != NULL)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_FAILED,
                   _("“%s” was not saved: what is there now cannot be read (%s). Save again when its "
                     "folder can be reached, or save it elsewhere."),
                   name, failure->message);
      return FALSE;
    }
  g_set_error (error, RING_ERROR, RING_ERROR_CHANGED,
               _("“%s” was changed by another program since it was opened. Nothing was "
                 "overwritten; save under another name, or open it again."),
               name);
  return FALSE;
}

gboolean
ring_file_replace (GFile *file, GBytes *bytes, const char *sha256, GError **error)
{
  g_autofree char *path = g_file_get_path (file);
  int turn = path != NULL ? ring_claim_take_turn (path) : -1;
  gboolean ok = (sha256 == NULL || check_unchanged (file, sha256, error))
                && ring_save_file (file, bytes, error);

  ring_claim_end_turn (turn);
  return ok;
}

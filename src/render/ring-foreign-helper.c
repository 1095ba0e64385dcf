/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-foreign-helper.h"

#include "ring-number.h"

#include <cairo.h>
#include <errno.h>
#include <librsvg/rsvg.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#define MAX_MEMORY (1024UL * 1024 * 1024)
#define MAX_CPU_SECONDS 5
#define MAX_SECONDS 10
#define MAX_FILES 16
#define MAX_SVG (64UL * 1024 * 1024)

/* The picture: fine enough for print, never larger than this on a side. */
#define PIXELS_PER_UNIT 20.0
#define MAX_SIDE 2048.0

/* What lies further out than any sheet is cut off. */
#define MAX_EXTENT 2000.0

/* The frame that the element's user units are counted in: one to one. */
#define FRAME 1000.0
#define LAYER "#ring-foreign"

static const char *program;

void
ring_foreign_helper_init (int argc, char **argv)
{
  if (argc == 2 && strcmp (argv[1], RING_FOREIGN_HELPER_ARGUMENT) == 0)
    exit (ring_foreign_helper_main ());
  program = "/proc/self/exe";
}

const char *
ring_foreign_helper_get_program (void)
{
  return program;
}

static gboolean
set_limit (int resource, rlim_t value)
{
  struct rlimit limit = { value, value };

  return setrlimit (resource, &limit) == 0;
}

/* A limit that cannot be set ends the helper: it must not run without. */
static gboolean
limit_process (void)
{
  /* Also time spent waiting, which no limit counts. */
  alarm (MAX_SECONDS);
  if (!set_limit (RLIMIT_CPU, MAX_CPU_SECONDS) || !set_limit (RLIMIT_CORE, 0)
      || !set_limit (RLIMIT_FSIZE, 0) || !set_limit (RLIMIT_NOFILE, MAX_FILES))
    return FALSE;
#ifndef __SANITIZE_ADDRESS__
  /* The sanitizer maps terabytes that it never touches. */
  if (!set_limit (RLIMIT_AS, MAX_MEMORY))
    return FALSE;
#endif
  return prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0;
}

static GByteArray *
read_input (void)
{
  g_autoptr (GByteArray) input = g_byte_array_new ();
  guint8 buffer[65536];

  for (;;)
    {
      ssize_t n = read (STDIN_FILENO, buffer, sizeof buffer);

      if (n < 0 && errno == EINTR)
        continue;
      if (n < 0 || input->len + (gsize) n > MAX_SVG)
        return NULL;
      if (n == 0)
        return g_steal_pointer (&input);
      g_byte_array_append (input, buffer, (guint) n);
    }
}

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  return fwrite (data, 1, length, stdout) == length ? CAIRO_STATUS_SUCCESS
                                                    : CAIRO_STATUS_WRITE_ERROR;
}

/* The visible part of INK; FALSE when there is none. */
static gboolean
cut_extent (RsvgRectangle *ink)
{
  double x1 = fmin (ink->x + ink->width, MAX_EXTENT);
  double y1 = fmin (ink->y + ink->height, MAX_EXTENT);

  ink->x = fmax (ink->x, -MAX_EXTENT);
  ink->y = fmax (ink->y, -MAX_EXTENT);
  ink->width = x1 - ink->x;
  ink->height = y1 - ink->y;
  return isfinite (ink->x) && isfinite (ink->y) && ink->width > 0 && ink->height > 0;
}

static gboolean
write_picture (cairo_surface_t *surface, const RsvgRectangle *extent)
{
  g_autoptr (GString) head = g_string_new (NULL);
  const double numbers[] = { extent->x, extent->y, extent->width, extent->height };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      ring_number_append (head, numbers[i], 4);
      g_string_append_c (head, i < 3 ? ' ' : '\n');
    }
  return fputs (head->str, stdout) >= 0
         && cairo_surface_write_to_png_stream (surface, write_cb, NULL) == CAIRO_STATUS_SUCCESS
         && fflush (stdout) == 0;
}

static gboolean
render (RsvgHandle *handle)
{
  RsvgRectangle frame = { 0, 0, FRAME, FRAME };
  RsvgRectangle ink;
  cairo_surface_t *surface;
  double scale;
  gboolean done;
  cairo_t *cr;

  if (!rsvg_handle_get_geometry_for_layer (handle, LAYER, &frame, &ink, NULL, NULL)
      || !cut_extent (&ink))
    return FALSE;
  scale = fmin (PIXELS_PER_UNIT, MAX_SIDE / fmax (ink.width, ink.height));
  surface
      = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) fmax (1, ceil (ink.width * scale)),
                                    (int) fmax (1, ceil (ink.height * scale)));
  /* Whole pixels: the extent grows to them. */
  ink.width = cairo_image_surface_get_width (surface) / scale;
  ink.height = cairo_image_surface_get_height (surface) / scale;
  cr = cairo_create (surface);
  cairo_scale (cr, scale, scale);
  cairo_translate (cr, -ink.x, -ink.y);
  done = rsvg_handle_render_layer (handle, cr, LAYER, &frame, NULL)
         && cairo_status (cr) == CAIRO_STATUS_SUCCESS;
  cairo_destroy (cr);
  done = done && write_picture (surface, &ink);
  cairo_surface_destroy (surface);
  return done;
}

int
ring_foreign_helper_main (void)
{
  g_autoptr (GByteArray) input = NULL;
  RsvgHandle *handle;
  gboolean done;

  if (!limit_process ())
    return 1;
  input = read_input ();
  if (input == NULL)
    return 1;
  handle = rsvg_handle_new_from_data (input->data, input->len, NULL);
  done = handle != NULL && render (handle);
  g_clear_object (&handle);
  return done ? 0 : 1;
}

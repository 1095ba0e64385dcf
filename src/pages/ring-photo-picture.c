/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-photo-picture.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

typedef struct
{
  RingPhoto *photo;
  int side;
} Wish;

static void
wish_free (gpointer data)
{
  Wish *wish = data;

  ring_photo_unref (wish->photo);
  g_free (wish);
}

static GQuark
asked_quark (void)
{
  return g_quark_from_static_string ("ring-photo-asked");
}

/* A decoder makes a JPEG smaller while it reads it; one that sees more in the bytes than their head says
 * is not let go on. */
static void
size_cb (GdkPixbufLoader *loader, int width, int height, const Wish *wish)
{
  int longer = MAX (width, height);

  if (width != (int) ring_photo_get_width (wish->photo)
      || height != (int) ring_photo_get_height (wish->photo))
    gdk_pixbuf_loader_set_size (loader, 0, 0);
  else if (longer > wish->side)
    gdk_pixbuf_loader_set_size (loader, MAX (1, width * wish->side / longer),
                                MAX (1, height * wish->side / longer));
}

static void
decode_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Wish *wish = data;
  /* No other decoder, of which there are many, ever sees the bytes. */
  const char *type = ring_photo_get_format (wish->photo) == RING_PHOTO_PNG ? "png" : "jpeg";
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new_with_type (type, NULL);
  GdkPixbuf *pixbuf = NULL;
  gboolean ok;

  if (loader == NULL)
    {
      g_task_return_pointer (task, NULL, NULL);
      return;
    }
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_cb), wish);
  ok = gdk_pixbuf_loader_write_bytes (loader, ring_photo_get_bytes (wish->photo), NULL);
  if (gdk_pixbuf_loader_close (loader, NULL) && ok)
    pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  g_task_return_pointer (task, pixbuf != NULL ? gdk_texture_new_for_pixbuf (pixbuf) : NULL,
                         g_object_unref);
}

static GdkPaintable *
missing (GtkWidget *picture)
{
  GtkIconTheme *theme = gtk_icon_theme_get_for_display (gtk_widget_get_display (picture));

  return GDK_PAINTABLE (gtk_icon_theme_lookup_icon (theme, "image-missing", NULL, 48,
                                                    gtk_widget_get_scale_factor (picture),
                                                    gtk_widget_get_direction (picture), 0));
}

static void
decoded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  const Wish *wish = g_task_get_task_data (G_TASK (result));
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), NULL);
  g_autoptr (GdkPaintable) paintable = NULL;

  if (g_strcmp0 (g_object_get_qdata (source, asked_quark ()), ring_photo_get_name (wish->photo)) != 0)
    return;
  paintable = texture != NULL ? GDK_PAINTABLE (g_steal_pointer (&texture))
                              : missing (GTK_WIDGET (source));
  gtk_picture_set_paintable (GTK_PICTURE (source), paintable);
}

void
ring_photo_picture_show (GtkPicture *picture, RingPhoto *photo, int side)
{
  g_autoptr (GTask) task = NULL;
  Wish *wish;

  g_return_if_fail (GTK_IS_PICTURE (picture));

  g_object_set_qdata_full (G_OBJECT (picture), asked_quark (), g_strdup (ring_photo_get_name (photo)),
                           g_free);
  wish = g_new (Wish, 1);
  *wish = (Wish){ ring_photo_ref (photo), side };
  task = g_task_new (picture, NULL, decoded_cb, NULL);
  g_task_set_task_data (task, wish, wish_free);
  g_task_run_in_thread (task, decode_cb);
}

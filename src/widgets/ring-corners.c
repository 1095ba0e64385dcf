/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-corners.h"

/* A finger that was silent for so long is gone, though nobody said so. */
#define LOST_MS 20000

typedef struct
{
  GtkWindow *window;
  const RingCornersFuncs *funcs;
  GHashTable *fingers; /* that are down: GdkEventSequence to which corner it is in, as below */
  gboolean pressed;    /* the button of a mouse, or the pen */
  guint timeout;       /* not 0 while both corners are held */
  guint32 last;        /* time of the last event of a finger, ms */
} Corners;

enum
{
  NO_CORNER,
  LEFT_CORNER,
  RIGHT_CORNER,
};

static void
corners_free (gpointer data)
{
  Corners *corners = data;

  g_clear_handle_id (&corners->timeout, g_source_remove);
  g_hash_table_unref (corners->fingers);
  g_free (corners);
}

static gpointer
find_corner (Corners *corners, GdkEvent *event)
{
  double x = 0, y = 0;

  if (!gdk_event_get_position (event, &x, &y) || y >= RING_CORNER_PIXELS)
    return GINT_TO_POINTER (NO_CORNER);
  if (x < RING_CORNER_PIXELS)
    return GINT_TO_POINTER (LEFT_CORNER);
  return GINT_TO_POINTER (x >= gtk_widget_get_width (GTK_WIDGET (corners->window)) - RING_CORNER_PIXELS ? RIGHT_CORNER
                                                                                                       : NO_CORNER);
}

static gboolean
held_cb (gpointer data)
{
  Corners *corners = data;

  corners->timeout = 0;
  corners->funcs->cornered (corners->window);
  return G_SOURCE_REMOVE;
}

/* Two fingers, one in each: a third on the glass is no such gesture. */
static gboolean
are_both_held (Corners *corners)
{
  GHashTableIter iter;
  gpointer corner;
  guint seen = 0;

  if (g_hash_table_size (corners->fingers) != 2)
    return FALSE;
  g_hash_table_iter_init (&iter, corners->fingers);
  while (g_hash_table_iter_next (&iter, NULL, &corner))
    seen |= (guint) GPOINTER_TO_INT (corner);
  return seen == (LEFT_CORNER | RIGHT_CORNER);
}

static void
look (Corners *corners)
{
  gboolean both = are_both_held (corners);

  if (!both)
    g_clear_handle_id (&corners->timeout, g_source_remove);
  else if (corners->timeout == 0)
    corners->timeout = g_timeout_add_seconds (RING_CORNER_SECONDS, held_cb, corners);
}

static gboolean
event_cb (GtkEventControllerLegacy *controller, GdkEvent *event, gpointer data)
{
  Corners *corners = data;
  GdkEventSequence *sequence = gdk_event_get_event_sequence (event);

  switch ((int) gdk_event_get_event_type (event))
    {
    case GDK_TOUCH_BEGIN:
      if (gdk_event_get_time (event) - corners->last > LOST_MS)
        g_hash_table_remove_all (corners->fingers);
      G_GNUC_FALLTHROUGH;
    case GDK_TOUCH_UPDATE:
      corners->last = gdk_event_get_time (event);
      g_hash_table_insert (corners->fingers, sequence, find_corner (corners, event));
      break;
    case GDK_TOUCH_END:
    case GDK_TOUCH_CANCEL:
      g_hash_table_remove (corners->fingers, sequence);
      break;
    case GDK_BUTTON_PRESS:
      corners->pressed = TRUE;
      break;
    case GDK_BUTTON_RELEASE:
      corners->pressed = FALSE;
      break;
    case GDK_MOTION_NOTIFY:
      if (!corners->pressed)
        return GDK_EVENT_PROPAGATE;
      break;
    case GDK_KEY_PRESS:
    case GDK_SCROLL:
      break;
    default:
      return GDK_EVENT_PROPAGATE;
    }
  look (corners);
  corners->funcs->touched (corners->window, corners->pressed || g_hash_table_size (corners->fingers) > 0);
  return GDK_EVENT_PROPAGATE;
}

void
ring_corners_attach (GtkWindow *window, const RingCornersFuncs *funcs)
{
  GtkEventController *controller = gtk_event_controller_legacy_new ();
  Corners *corners = g_new0 (Corners, 1);

  corners->window = window;
  corners->funcs = funcs;
  corners->fingers = g_hash_table_new (NULL, NULL);
  g_object_set_data_full (G_OBJECT (window), "ring-corners", corners, corners_free);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "event", G_CALLBACK (event_cb), corners);
  gtk_widget_add_controller (GTK_WIDGET (window), controller);
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Receipts for what was taken in: of one thing, from its row, or of all, from the menu. */

#define G_LOG_DOMAIN "ring-app"

#include "ring-take-in.h"
#include "ring-window-private.h"

/* The drawing with what PARAMETER names, the id of a take-in; "" is all of them. */
static RingDrawing *
get_drawing (RingWindow *self, GVariant *parameter)
{
  const RingDrawing *drawing = ring_design_get_drawing (ring_window_get_design (self));
  const char *id = g_variant_get_string (parameter, NULL);

  return id[0] != '\0' ? ring_take_in_only (drawing, id) : ring_drawing_ref (drawing);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (RingDrawing) drawing = get_drawing (user_data, parameter);

  ring_window_choose_export_of (user_data, drawing, RING_EXPORT_RECEIPT);
}

static void
export_path_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  ring_window_export_to (user_data, RING_EXPORT_RECEIPT, g_variant_get_string (parameter, NULL));
}

static void
print_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  RingWindow *self = user_data;
  g_autoptr (RingDrawing) drawing = get_drawing (self, parameter);

  ring_window_print (self, drawing, RING_EXPORT_RECEIPT);
}

void
ring_window_add_receipt_actions (RingWindow *self)
{
  static const GActionEntry entries[] = {
    { .name = "export-receipt", .activate = export_cb, .parameter_type = "s" },
    { .name = "export-receipt-path", .activate = export_path_cb, .parameter_type = "s" },
    { .name = "print-receipt", .activate = print_cb, .parameter_type = "s" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-library-card.h"

#include <glib/gi18n-lib.h>

#include "ring-commission.h"
#include "ring-day.h"
#include "ring-parts.h"

#define PICTURE_WIDTH 156
#define PICTURE_HEIGHT 200
#define CHARS 20

struct _RingLibraryItem
{
  GObject parent_instance;

  RingLibraryEntry *entry;
};

G_DEFINE_FINAL_TYPE (RingLibraryItem, ring_library_item, G_TYPE_OBJECT)

static void
ring_library_item_finalize (GObject *object)
{
  ring_library_entry_free (RING_LIBRARY_ITEM (object)->entry);
  G_OBJECT_CLASS (ring_library_item_parent_class)->finalize (object);
}

static void
ring_library_item_class_init (RingLibraryItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ring_library_item_finalize;
}

static void
ring_library_item_init (RingLibraryItem *self)
{
}

RingLibraryItem *
ring_library_item_new (RingLibraryEntry *entry)
{
  RingLibraryItem *self = g_object_new (RING_TYPE_LIBRARY_ITEM, NULL);

  self->entry = entry;
  return self;
}

const RingLibraryEntry *
ring_library_item_get (RingLibraryItem *self)
{
  return self->entry;
}

/* ------------------------------------------------------------------------------- card */

struct _RingLibraryCard
{
  AdwBin parent_instance;

  RingLibraryItem *item;
  GCancellable *loading;
  GtkWidget *picture, *problem, *title, *client, *status;
};

G_DEFINE_FINAL_TYPE (RingLibraryCard, ring_library_card, ADW_TYPE_BIN)

static const char *
get_status (const RingLibraryEntry *entry)
{
  RingStatus status;

  if (entry->status == NULL)
    return NULL;
  return ring_status_find (entry->status, &status) ? ring_status_label (status) : entry->status;
}

/* "Quoted · for 2026-12-20", "Quoted · 2026-11-22". */
static char *
format_status (const RingLibraryEntry *entry)
{
  const char *status = get_status (entry);
  g_autofree char *day = ring_day_of (entry->modified_ms);
  g_autofree char *when = NULL;

  if (entry->problem != NULL)
    return g_strdup (entry->problem);
  /* TRANSLATORS: the day that a ring is promised for. */
  when = entry->promised != NULL ? g_strdup_printf (_ ("for %.10s"), entry->promised) : g_strdup (day);
  return status != NULL ? g_strdup_printf ("%s · %s", status, when) : g_steal_pointer (&when);
}

char *
ring_library_card_describe (const RingLibraryEntry *entry)
{
  g_autofree char *status = format_status (entry);

  if (entry->client == NULL)
    return g_strdup_printf ("%s, %s", entry->title, status);
  return g_strdup_printf ("%s, %s, %s", entry->title, entry->client, status);
}

typedef struct
{
  RingLibrary *library;
  gint64 id;
} Load;

static void
load_free (Load *load)
{
  ring_library_unref (load->library);
  g_free (load);
}

static void
load_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Load *load = data;
  g_autoptr (GBytes) bytes = NULL;

  if (g_task_return_error_if_cancelled (task))
    return;
  bytes = ring_library_get_picture (load->library, load->id);
  g_task_return_pointer (task, bytes != NULL ? gdk_texture_new_from_bytes (bytes, NULL) : NULL, g_object_unref);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RingLibraryCard *self = RING_LIBRARY_CARD (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GdkTexture) texture = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_task_get_cancellable (G_TASK (result)) == self->loading && texture != NULL)
    gtk_picture_set_paintable (GTK_PICTURE (self->picture), GDK_PAINTABLE (texture));
}

static void
stop_loading (RingLibraryCard *self)
{
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
}

static void
load (RingLibraryCard *self, RingLibrary *library, gint64 id)
{
  g_autoptr (GTask) task = NULL;
  Load *load = g_new0 (Load, 1);

  load->library = ring_library_ref (library);
  load->id = id;
  self->loading = g_cancellable_new ();
  task = g_task_new (self, self->loading, loaded_cb, NULL);
  g_task_set_task_data (task, load, (GDestroyNotify) load_free);
  g_task_run_in_thread (task, load_thread);
}

static void
ring_library_card_dispose (GObject *object)
{
  RingLibraryCard *self = RING_LIBRARY_CARD (object);

  stop_loading (self);
  g_clear_object (&self->item);
  G_OBJECT_CLASS (ring_library_card_parent_class)->dispose (object);
}

static void
ring_library_card_class_init (RingLibraryCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_library_card_dispose;
}

static GtkWidget *
add_line (GtkWidget *box, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), CHARS);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  return label;
}

static void
ring_library_card_init (RingLibraryCard *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *overlay = gtk_overlay_new ();

  self->picture = gtk_picture_new ();
  gtk_widget_set_size_request (self->picture, PICTURE_WIDTH, PICTURE_HEIGHT);
  gtk_picture_set_can_shrink (GTK_PICTURE (self->picture), TRUE);
  gtk_widget_add_css_class (self->picture, "library-page");
  self->problem = gtk_image_new_from_icon_name ("dialog-warning-symbolic");
  gtk_image_set_pixel_size (GTK_IMAGE (self->problem), 32);
  gtk_widget_set_halign (self->problem, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->problem, GTK_ALIGN_CENTER);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), self->picture);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->problem);
  gtk_widget_set_halign (overlay, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_bottom (overlay, 6);
  gtk_box_append (GTK_BOX (box), overlay);
  self->title = add_line (box, "heading");
  self->client = add_line (box, "body");
  self->status = add_line (box, "caption");
  gtk_widget_add_css_class (self->status, "dim-label");
  gtk_widget_add_css_class (box, "library-card");
  adw_bin_set_child (ADW_BIN (self), box);
}

GtkWidget *
ring_library_card_new (void)
{
  return g_object_new (RING_TYPE_LIBRARY_CARD, NULL);
}

void
ring_library_card_set_item (RingLibraryCard *self, RingLibrary *library, RingLibraryItem *item)
{
  const RingLibraryEntry *entry = item != NULL ? item->entry : NULL;
  g_autofree char *status = NULL;
  g_autofree char *words = NULL;

  g_return_if_fail (RING_IS_LIBRARY_CARD (self));

  stop_loading (self);
  g_set_object (&self->item, item);
  gtk_picture_set_paintable (GTK_PICTURE (self->picture), NULL);
  if (entry == NULL)
    return;
  status = format_status (entry);
  words = ring_library_card_describe (entry);
  gtk_label_set_text (GTK_LABEL (self->title), entry->title);
  gtk_label_set_text (GTK_LABEL (self->client), entry->client != NULL ? entry->client : "");
  gtk_label_set_text (GTK_LABEL (self->status), status);
  gtk_widget_set_visible (self->problem, entry->problem != NULL);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), entry->problem != NULL ? entry->problem : entry->name);
  gtk_picture_set_alternative_text (GTK_PICTURE (self->picture), words);
  if (entry->problem == NULL)
    load (self, library, entry->id);
}

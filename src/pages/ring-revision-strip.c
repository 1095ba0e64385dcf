/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-revision-strip.h"

#include <glib/gi18n-lib.h>

#include "ring-changes.h"
#include "ring-drawing-picture.h"
#include "ring-revision.h"
#include "ring-sign-off.h"

/* Of a picture, pixels. */
#define HEIGHT 104

struct _RingRevisionStrip
{
  GtkWidget parent_instance;

  RingDesign *design;
  gulong changed_id;
  GHashTable *pictures; /* GdkTexture by the id of the revision, which never changes */
  GPtrArray *shown;     /* of RingRecord: what the cards show */
  char *present;        /* the id of the revision that is the present, "" for none */
  guint n_signed;       /* sign-offs that the cards tell of */
  GCancellable *cancellable;
  guint idle;           /* not 0 while the row is to be looked at again */

  GtkWidget *box, *scrolled, *empty, *cards;
  GtkWidget *since; /* tells what changed since the last sign-off */
};

G_DEFINE_FINAL_TYPE (RingRevisionStrip, ring_revision_strip, GTK_TYPE_WIDGET)

/* ---------------------------------------------------------------- pictures */

typedef struct
{
  RingRevisionStrip *self;
  char *id;
  GtkPicture *picture;
} Wait;

static void
painted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Wait *wait = data;
  g_autoptr (GdkTexture) texture = ring_drawing_picture_paint_finish (result, NULL);

  if (texture != NULL && wait->self->pictures != NULL)
    {
      gtk_picture_set_paintable (wait->picture, GDK_PAINTABLE (texture));
      g_hash_table_insert (wait->self->pictures, g_steal_pointer (&wait->id),
                           g_steal_pointer (&texture));
    }
  g_object_unref (wait->self);
  g_object_unref (wait->picture);
  g_free (wait->id);
  g_free (wait);
}

static GtkWidget *
picture_new (RingRevisionStrip *self, const char *id)
{
  RingDrawing *drawing = ring_design_get_drawing (self->design);
  double w = ring_drawing_get_width (drawing), h = ring_drawing_get_height (drawing);
  int width = MAX (1, (int) (HEIGHT * w / h));
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  GtkWidget *picture = gtk_picture_new ();
  GdkTexture *texture = g_hash_table_lookup (self->pictures, id);
  g_autoptr (RingDrawing) opened = NULL;
  Wait *wait;

  gtk_widget_set_size_request (picture, width, HEIGHT);
  gtk_widget_add_css_class (picture, "revision-picture");
  if (texture != NULL)
    {
      gtk_picture_set_paintable (GTK_PICTURE (picture), GDK_PAINTABLE (texture));
      return picture;
    }
  opened = ring_revision_open (drawing, id);
  wait = g_new (Wait, 1);
  *wait = (Wait){ g_object_ref (self), g_strdup (id), g_object_ref (GTK_PICTURE (picture)) };
  ring_drawing_picture_paint_async (opened, (RingRect){ 0, 0, w, h }, factor * width,
                                    factor * HEIGHT, self->cancellable, painted_cb, wait);
  return picture;
}

/* ------------------------------------------------------------------- cards */

static GtkWidget *
label_new (const char *text, const char *const *classes)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 16);
  gtk_widget_set_css_classes (label, (const char **) classes);
  return label;
}

/* The day, or for today the time. */
static char *
format_when (const RingRecord *revision)
{
  const char *at = ring_record_get_or (revision, "at", "");
  g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (at, NULL);
  g_autoptr (GDateTime) when = utc != NULL ? g_date_time_to_local (utc) : NULL;

  return when != NULL ? g_date_time_format (when, "%x") : g_strdup (at);
}

static gboolean
is_signed (RingRevisionStrip *self, const char *id)
{
  g_autoptr (GPtrArray) list = ring_sign_off_list (ring_design_get_drawing (self->design));

  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (ring_record_get (list->pdata[i], "revision"), id) == 0)
      return TRUE;
  return FALSE;
}

static GtkWidget *
card_new (RingRevisionStrip *self, const RingRecord *revision)
{
  static const char *const name_classes[] = { "caption-heading", NULL };
  static const char *const when_classes[] = { "caption", "dim-label", NULL };
  const char *id = ring_record_get_id (revision);
  const char *name = ring_revision_get_name (revision);
  gboolean present = g_str_equal (self->present, id);
  g_autofree char *when = format_when (revision);
  const char *day = present ? _("as it is now") : when;
  /* Translators: a revision that the client signed, and its day or "as it is now". */
  g_autofree char *below
      = is_signed (self, id) ? g_strdup_printf (_("signed, %s"), day) : g_strdup (day);
  g_autofree char *said = g_strdup_printf (_("Revision %s, %s"), name, below);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (box), picture_new (self, id));
  gtk_box_append (GTK_BOX (box), label_new (name, name_classes));
  gtk_box_append (GTK_BOX (box), label_new (below, when_classes));
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "revision-card");
  if (present)
    gtk_widget_add_css_class (button, "present");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.compare-revision");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", id);
  gtk_widget_set_tooltip_text (button, ring_record_get_or (revision, "note", name));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, said, -1);
  return button;
}

static gboolean
is_shown (RingRevisionStrip *self, const GPtrArray *list)
{
  if (list->len != self->shown->len)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    if (!ring_record_equal (list->pdata[i], self->shown->pdata[i]))
      return FALSE;
  return TRUE;
}

/* Once the new card has its place. */
static gboolean
scroll_cb (gpointer data)
{
  RingRevisionStrip *self = data;
  GtkAdjustment *adjustment
      = gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  return G_SOURCE_REMOVE;
}

static void
fill (RingRevisionStrip *self, const GPtrArray *list)
{
  gboolean more = list->len > self->shown->len;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->cards)) != NULL)
    gtk_box_remove (GTK_BOX (self->cards), child);
  g_ptr_array_set_size (self->shown, 0);
  for (guint i = 0; i < list->len; i++)
    {
      g_ptr_array_add (self->shown, ring_record_ref (list->pdata[i]));
      gtk_box_append (GTK_BOX (self->cards), card_new (self, list->pdata[i]));
    }
  gtk_widget_set_visible (self->scrolled, list->len > 0);
  gtk_widget_set_visible (self->empty, list->len == 0);
  if (more)
    g_idle_add_full (G_PRIORITY_LOW, scroll_cb, g_object_ref (self), g_object_unref);
}

static void
show_since (RingRevisionStrip *self)
{
  const RingDrawing *drawing = ring_design_get_drawing (self->design);
  const RingRecord *sign_off = ring_sign_off_last (drawing);
  g_autoptr (GPtrArray) changes = sign_off != NULL ? ring_sign_off_changes (drawing, sign_off) : NULL;
  gboolean changed = changes != NULL && changes->len > 0;
  g_autofree char *joined = changed ? ring_changes_join (changes) : NULL;
  g_autofree char *text
      = changed ? g_strdup_printf (_("Changed since it was signed: %s"), joined) : g_strdup ("");

  gtk_label_set_text (GTK_LABEL (self->since), text);
  gtk_widget_set_tooltip_text (self->since, text);
  gtk_widget_set_visible (self->since, changed);
}

/* Nobody looks at a row that is folded away. */
static void
update (RingRevisionStrip *self)
{
  RingDrawing *drawing;
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GPtrArray) sign_offs = NULL;
  const RingRecord *present;

  if (self->design == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;
  drawing = ring_design_get_drawing (self->design);
  list = ring_revision_list (drawing);
  present = ring_revision_find_present (drawing);
  sign_offs = ring_sign_off_list (drawing);
  show_since (self);
  if (is_shown (self, list) && self->n_signed == sign_offs->len
      && g_str_equal (self->present, present != NULL ? ring_record_get_id (present) : ""))
    return;
  self->n_signed = sign_offs->len;
  g_free (self->present);
  self->present = g_strdup (present != NULL ? ring_record_get_id (present) : "");
  fill (self, list);
}

static gboolean
update_cb (gpointer data)
{
  RingRevisionStrip *self = data;

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (RingRevisionStrip *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (update_cb, self);
}

/* ------------------------------------------------------------------ object */

static void
ring_revision_strip_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (ring_revision_strip_parent_class)->map (widget);
  update (RING_REVISION_STRIP (widget));
}

static void
forget (RingRevisionStrip *self)
{
  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  g_clear_object (&self->design);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->idle, g_source_remove);
}

static void
ring_revision_strip_dispose (GObject *object)
{
  RingRevisionStrip *self = RING_REVISION_STRIP (object);

  forget (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->pictures, g_hash_table_unref);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->present, g_free);
  G_OBJECT_CLASS (ring_revision_strip_parent_class)->dispose (object);
}

static void
ring_revision_strip_class_init (RingRevisionStripClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_revision_strip_dispose;
  GTK_WIDGET_CLASS (klass)->map = ring_revision_strip_map;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "revisionstrip");
}

static void
ring_revision_strip_init (RingRevisionStrip *self)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *keep = gtk_button_new_from_icon_name ("ring-keep-symbolic");

  self->pictures = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  self->shown = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_record_unref);
  self->present = g_strdup ("");
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  self->since = gtk_label_new (NULL);
  self->cards = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  self->scrolled = gtk_scrolled_window_new ();
  self->empty = gtk_label_new (_("Keep the drawing as it is before you try something else: nothing that "
                                 "was kept is lost."));

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scrolled), GTK_POLICY_AUTOMATIC,
                                  GTK_POLICY_NEVER);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), self->cards);
  gtk_widget_set_hexpand (self->scrolled, TRUE);
  gtk_widget_set_visible (self->scrolled, FALSE);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_widget_set_hexpand (self->empty, TRUE);
  gtk_widget_set_size_request (self->empty, -1, HEIGHT / 2);
  gtk_widget_add_css_class (self->empty, "dim-label");
  gtk_widget_set_valign (keep, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (keep, "circular");
  gtk_widget_set_tooltip_text (keep, _("Keep the drawing as a revision (Ctrl+K)"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (keep), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Keep as Revision"), -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (keep), "win.new-revision");
  gtk_box_append (GTK_BOX (row), self->scrolled);
  gtk_box_append (GTK_BOX (row), self->empty);
  gtk_box_append (GTK_BOX (row), keep);
  gtk_label_set_ellipsize (GTK_LABEL (self->since), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->since), 0);
  gtk_widget_add_css_class (self->since, "caption");
  gtk_widget_set_visible (self->since, FALSE);
  gtk_box_append (GTK_BOX (self->box), row);
  gtk_box_append (GTK_BOX (self->box), self->since);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Revisions"), -1);
}

void
ring_revision_strip_set_design (RingRevisionStrip *self, RingDesign *design)
{
  g_return_if_fail (RING_IS_REVISION_STRIP (self));

  forget (self);
  g_hash_table_remove_all (self->pictures);
  g_ptr_array_set_size (self->shown, 0);
  if (design == NULL)
    return;
  self->cancellable = g_cancellable_new ();
  self->design = g_object_ref (design);
  self->changed_id = g_signal_connect_swapped (design, "changed", G_CALLBACK (changed_cb), self);
  {
    g_autoptr (GPtrArray) none = g_ptr_array_new ();

    fill (self, none);
  }
  update (self);
}

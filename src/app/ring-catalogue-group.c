/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-catalogue-group.h"

#include <glib/gi18n-lib.h>

#include "ring-catalogue-reader.h"
#include "ring-catalogue-text.h"
#include "ring-parts.h"
#include "ring-save.h"

typedef struct
{
  GtkWidget *group; /* owns this */
  RingCatalogueSource *source;
  GtkWidget *row, *house, *other, *copied;
  GtkWidget *problem_row, *problem;
} Group;

static char *
describe_file (const Group *self)
{
  GFile *file = ring_catalogue_source_get_file (self->source);

  if (file == NULL)
    return g_strdup (_ ("It comes with the program."));
  if (ring_catalogue_source_is_fixed (self->source))
    {
      g_autofree char *name = g_file_get_parse_name (file);

      return g_strdup_printf (_ ("%s, named with --catalogue: until the program ends."), name);
    }
  return ring_catalogue_source_shows_file (self->source) ? g_file_get_parse_name (file)
                                                         : g_strdup (_ ("Shown instead of yours."));
}

/* Names come from files: no markup. */
static void
show (Group *self)
{
  RingCatalogue *catalogue = ring_catalogue_source_get_catalogue (self->source);
  const char *problem = ring_catalogue_source_get_problem (self->source);
  gboolean own = ring_catalogue_source_get_file (self->source) != NULL;
  gboolean fixed = ring_catalogue_source_is_fixed (self->source);
  g_autofree char *file = describe_file (self);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;

  if (catalogue != NULL)
    {
      g_autofree char *count = ring_catalogue_text_grouped (ring_catalogue_count (catalogue));

      title = g_strdup (ring_catalogue_get_name (catalogue));
      /* Translators: the edition of a catalogue, how many rings it makes, and its file. */
      subtitle = g_strdup_printf (_ ("Edition %s, %s possible rings\n%s"),
                                  ring_catalogue_get_edition (catalogue), count, file);
    }
  g_object_set (self->row, "title", title != NULL ? title : _ ("No catalogue at hand"), "subtitle",
                subtitle != NULL ? subtitle : "", NULL);
  gtk_widget_set_visible (self->house, own && !fixed);
  gtk_widget_set_sensitive (self->other, !fixed);
  gtk_label_set_text (GTK_LABEL (self->problem), problem != NULL ? problem : "");
  gtk_widget_set_visible (self->problem_row, problem != NULL);
}

static void
house_cb (Group *self)
{
  ring_catalogue_source_choose (self->source, NULL);
}

static void
chosen_cb (GtkNativeDialog *native, int response, GtkWidget *group)
{
  g_autoptr (GListModel) files = ring_parts_end_chooser (native, response);
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);
  Group *self = g_object_get_data (G_OBJECT (group), "group");

  if (file != NULL)
    ring_catalogue_source_choose (self->source, file);
}

static void
other_cb (Group *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (self->group));
  GFile *file = ring_catalogue_source_get_file (self->source);
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
    _ ("Open a Catalogue"), window, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), NULL);
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

  gtk_file_filter_set_name (filter, _ ("Catalogues"));
  gtk_file_filter_add_mime_type (filter, "image/svg+xml");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (native), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  if (file != NULL)
    gtk_file_chooser_set_file (GTK_FILE_CHOOSER (native), file, NULL);
  g_signal_connect_object (native, "response", G_CALLBACK (chosen_cb), self->group, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/* What became of it stands where it was asked for. */
static void
save_copy (Group *self, GFile *file)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = ring_catalogue_get_bundled_bytes (&error);
  g_autofree char *path = g_file_get_path (file);
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *said = NULL;

  if (path == NULL)
    said = g_strdup_printf (_ ("“%s” is not on this computer; choose a folder that is."), name);
  else if (bytes != NULL && ring_save_bytes (path, bytes, &error))
    said = g_strdup_printf (_ ("Saved as “%s”: draw in it with Inkscape, then open it above."), name);
  else
    said = g_strdup (error->message);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->copied), said);
}

static void
copy_chosen_cb (GtkNativeDialog *native, int response, GtkWidget *group)
{
  g_autoptr (GListModel) files = ring_parts_end_chooser (native, response);
  g_autoptr (GFile) file = g_list_model_get_item (files, 0);

  if (file != NULL)
    save_copy (g_object_get_data (G_OBJECT (group), "group"), file);
}

static void
copy_cb (Group *self)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (self->group));
  GtkFileChooserNative *native = gtk_file_chooser_native_new (
    _ ("Save a Copy of the House Catalogue"), window, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"),
    NULL);

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (native), _ ("my-rings.svg"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (native), TRUE);
  g_signal_connect_object (native, "response", G_CALLBACK (copy_chosen_cb), self->group, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

static void
group_free (gpointer data)
{
  Group *self = data;

  g_signal_handlers_disconnect_by_data (self->source, self);
  g_object_unref (self->source);
  g_free (self);
}

static GtkWidget *
add_button (Group *self, GtkWidget *row, const char *label, GCallback clicked)
{
  GtkWidget *button = ring_parts_new_button (label, NULL, NULL);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (button, "clicked", clicked, self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

static void
add_problem (Group *self)
{
  self->problem = ring_parts_new_label (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->problem), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (self->problem, "error");
  self->problem_row = ring_parts_new_field_row (_ ("What is wrong with the catalogue"), self->problem);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->problem_row);
}

GtkWidget *
ring_catalogue_group_new (RingCatalogueSource *source)
{
  Group *self = g_new0 (Group, 1);

  self->group = adw_preferences_group_new ();
  self->source = g_object_ref (source);
  g_object_set_data_full (G_OBJECT (self->group), "group", self, group_free);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->group), _ ("Catalogue"));
  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (self->group),
    _ ("The drawings, menus and prices of the Catalogue are one SVG file. Your shop can draw its own; "
       "the program follows the file while you draw."));
  self->row = adw_action_row_new ();
  g_object_set (self->row, "use-markup", FALSE, "subtitle-lines", 0, NULL);
  self->house = add_button (self, self->row, _ ("Use the _House Catalogue"), G_CALLBACK (house_cb));
  self->other = add_button (self, self->row, _ ("_Open…"), G_CALLBACK (other_cb));
  ring_parts_name (self->other, _ ("Open another catalogue"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->row);
  add_problem (self);
  self->copied = adw_action_row_new ();
  g_object_set (self->copied, "title", _ ("Draw your own"), "use-markup", FALSE, "subtitle",
                _ ("Begin with a copy of the house catalogue."), "subtitle-lines", 0, NULL);
  add_button (self, self->copied, _ ("Save a _Copy…"), G_CALLBACK (copy_cb));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->group), self->copied);
  g_signal_connect_swapped (source, "changed", G_CALLBACK (show), self);
  g_signal_connect_swapped (source, "notify::problem", G_CALLBACK (show), self);
  show (self);
  return self->group;
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-extras.h"

#include "ring-catalogue-text.h"
#include "ring-text.h"

#define ENGRAVING_CHARS 20

struct _RingCatalogueExtras
{
  AdwPreferencesGroup parent_instance;

  RingCatalogue *catalogue;
  RingChoice choice;
  gboolean showing; /* the rows follow the choice just now */

  AdwEntryRow *engraving_row;
  AdwComboRow *face_row;
  GtkWidget *limited_row;
  GtkSwitch *limited_switch;
};

G_DEFINE_FINAL_TYPE (RingCatalogueExtras, ring_catalogue_extras, ADW_TYPE_PREFERENCES_GROUP)

enum
{
  CHANGED,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
engraving_changed_cb (RingCatalogueExtras *self)
{
  GtkEditable *editable = GTK_EDITABLE (self->engraving_row);
  gboolean longer = g_utf8_strlen (gtk_editable_get_text (editable), -1) > ENGRAVING_CHARS;
  g_autofree char *text = NULL;

  if (self->showing || self->catalogue == NULL)
    return;
  text = ring_text_clean (gtk_editable_get_text (editable), ENGRAVING_CHARS);
  if (longer)
    gtk_editable_delete_text (editable, ENGRAVING_CHARS, -1);
  if (!g_str_equal (text, self->choice.engraving))
    {
      g_strlcpy (self->choice.engraving, text, sizeof self->choice.engraving);
      g_signal_emit (self, signals[CHANGED], 0, "engraving");
    }
  if (longer)
    g_signal_emit (self, signals[REFUSED], 0, "engraving");
}

/* The faces that the house engraves in, in the order of the program's. */
static guint
get_faces (RingCatalogueExtras *self, RingFace faces[RING_N_FACES])
{
  guint n = 0;

  for (RingFace face = 0; self->catalogue != NULL && face < RING_N_FACES; face++)
    if (ring_catalogue_has_face (self->catalogue, face))
      faces[n++] = face;
  return n;
}

static void
fill_faces (RingCatalogueExtras *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  RingFace faces[RING_N_FACES];
  guint n = get_faces (self, faces);

  for (guint i = 0; i < n; i++)
    gtk_string_list_append (list, ring_face_label (faces[i]));
  adw_combo_row_set_model (self->face_row, G_LIST_MODEL (list));
}

/* Lettering is asked about where there is some, and something to choose. */
static void
show_face (RingCatalogueExtras *self)
{
  RingFace faces[RING_N_FACES];
  guint n = get_faces (self, faces);

  gtk_widget_set_visible (GTK_WIDGET (self->face_row), n > 1 && self->choice.engraving[0] != '\0');
  for (guint i = 0; i < n; i++)
    if (faces[i] == self->choice.face)
      adw_combo_row_set_selected (self->face_row, i);
}

static void
face_changed_cb (RingCatalogueExtras *self)
{
  RingFace faces[RING_N_FACES];
  guint n = get_faces (self, faces);
  guint selected = adw_combo_row_get_selected (self->face_row);

  if (self->showing || selected >= n || faces[selected] == self->choice.face)
    return;
  self->choice.face = faces[selected];
  g_signal_emit (self, signals[CHANGED], 0, "face");
}

static void
limited_changed_cb (RingCatalogueExtras *self)
{
  if (self->showing || self->catalogue == NULL)
    return;
  ring_choice_set_limited (self->catalogue, &self->choice, gtk_switch_get_active (self->limited_switch));
  g_signal_emit (self, signals[CHANGED], 0, "limited");
}

/* What "limited" changes: all that the other one and this one do not have in common. */
static void
show_limited (RingCatalogueExtras *self)
{
  g_autofree char *text = NULL;

  gtk_switch_set_active (self->limited_switch, ring_choice_is_limited (self->catalogue, &self->choice));
  text = ring_catalogue_text_limited (self->catalogue, &self->choice);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->limited_row), text);
}

static void
ring_catalogue_extras_finalize (GObject *object)
{
  RingCatalogueExtras *self = RING_CATALOGUE_EXTRAS (object);

  g_clear_pointer (&self->catalogue, ring_catalogue_unref);
  G_OBJECT_CLASS (ring_catalogue_extras_parent_class)->finalize (object);
}

static void
ring_catalogue_extras_class_init (RingCatalogueExtrasClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = ring_catalogue_extras_finalize;
  signals[CHANGED] = g_signal_new ("changed", RING_TYPE_CATALOGUE_EXTRAS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REFUSED] = g_signal_new ("refused", RING_TYPE_CATALOGUE_EXTRAS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               RING_APP_PATH "/ui/ring-catalogue-extras.ui");
  gtk_widget_class_bind_template_child (widget_class, RingCatalogueExtras, engraving_row);
  gtk_widget_class_bind_template_child (widget_class, RingCatalogueExtras, face_row);
  gtk_widget_class_bind_template_child (widget_class, RingCatalogueExtras, limited_row);
  gtk_widget_class_bind_template_child (widget_class, RingCatalogueExtras, limited_switch);
  gtk_widget_class_bind_template_callback (widget_class, engraving_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, face_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, limited_changed_cb);
}

static void
ring_catalogue_extras_init (RingCatalogueExtras *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
ring_catalogue_extras_set_catalogue (RingCatalogueExtras *self, const RingCatalogue *catalogue)
{
  g_return_if_fail (RING_IS_CATALOGUE_EXTRAS (self));

  g_clear_pointer (&self->catalogue, ring_catalogue_unref);
  if (catalogue != NULL)
    self->catalogue = ring_catalogue_ref (catalogue);
  self->showing = TRUE;
  fill_faces (self);
  self->showing = FALSE;
  gtk_widget_set_sensitive (GTK_WIDGET (self), catalogue != NULL);
}

void
ring_catalogue_extras_set_choice (RingCatalogueExtras *self, const RingChoice *choice)
{
  g_return_if_fail (RING_IS_CATALOGUE_EXTRAS (self) && self->catalogue != NULL);

  self->choice = *choice;
  self->showing = TRUE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->engraving_row)), choice->engraving))
    gtk_editable_set_text (GTK_EDITABLE (self->engraving_row), choice->engraving);
  show_face (self);
  show_limited (self);
  self->showing = FALSE;
}

const RingChoice *
ring_catalogue_extras_get_choice (RingCatalogueExtras *self)
{
  g_return_val_if_fail (RING_IS_CATALOGUE_EXTRAS (self), NULL);

  return &self->choice;
}

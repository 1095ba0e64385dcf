/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-inscription-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-inscription.h"
#include "ring-number.h"
#include "ring-parts.h"
#include "ring-text.h"

struct _RingInscriptionRows
{
  GObject parent_instance;

  RingDesign *design;
  gulong changed_id;
  char *ring;
  AdwEntryRow *entry;
  AdwExpanderRow *lettering;
  AdwComboRow *face, *side;
  GtkSpinButton *height, *angle, *offset;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (RingInscriptionRows, ring_inscription_rows, G_TYPE_OBJECT)

static const RingRecord *
get_record (RingInscriptionRows *self)
{
  return ring_inscription_find (ring_design_get_drawing (self->design), self->ring);
}

/* The record to change: that of the ring, or a new one while it has none. */
static RingRecord *
take_record (RingInscriptionRows *self)
{
  const RingRecord *record = get_record (self);
  const RingRecord *ring;
  g_autofree char *id = NULL;
  g_autoptr (RingRecord) fresh = NULL;

  if (record != NULL)
    return ring_record_ref (record);
  ring = ring_drawing_find_ring (ring_design_get_drawing (self->design), self->ring);
  id = ring_design_new_id (self->design, 'i');
  fresh = ring_record_new (RING_RECORD_INSCRIPTION, id);
  return ring_record_with (fresh, "ring", ring != NULL ? ring_record_get_id (ring) : NULL);
}

/* Nothing is left of one whose text was deleted and whose letters are the usual ones. */
static gboolean
says_nothing (const RingRecord *record)
{
  return ring_record_get_n_fields (record) == (ring_record_get (record, "ring") != NULL);
}

static void
show_fit (RingInscriptionRows *self, const RingInscription *inscription, gboolean there)
{
  g_autofree char *text = NULL;
  RingSpec spec;

  gtk_widget_set_visible (GTK_WIDGET (self->lettering), there);
  if (!there)
    return;
  ring_spec_init (&spec,
                  ring_drawing_find_ring (ring_design_get_drawing (self->design), self->ring));
  text = ring_inscription_describe (inscription, &spec.band);
  adw_expander_row_set_subtitle (self->lettering, text);
}

static void
show (RingInscriptionRows *self)
{
  RingInscription inscription;
  gboolean there
      = ring_inscription_init (&inscription, self->design != NULL ? get_record (self) : NULL);
  g_autofree char *present = ring_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                                              RING_INSCRIPTION_MOST_CHARS);

  /* Rows report the change that is made to them here; it must not become an edit. */
  self->showing = TRUE;
  /* Text that already says the same is left alone: replacing it would move the cursor. */
  if (!g_str_equal (present, inscription.text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), inscription.text);
  adw_combo_row_set_selected (self->face, inscription.face);
  adw_combo_row_set_selected (self->side, inscription.inner ? 0 : 1);
  gtk_spin_button_set_value (self->height, inscription.height);
  gtk_spin_button_set_value (self->angle, inscription.angle);
  gtk_spin_button_set_value (self->offset, inscription.offset);
  self->showing = FALSE;
  show_fit (self, &inscription, there);
}

/* A VALUE of NULL is the usual. */
static void
commit (RingInscriptionRows *self, const char *name, const char *value)
{
  g_autoptr (RingRecord) before = NULL;
  g_autoptr (RingRecord) after = NULL;
  g_autofree char *key = NULL;
  RingEdit *edit;

  if (self->showing || self->design == NULL)
    return;
  before = take_record (self);
  after = ring_record_with (before, name, value);
  if (ring_record_equal (before, after))
    return;
  edit = ring_edit_new (ring_design_get_drawing (self->design), _ ("Inscription"));
  key = g_strdup_printf ("inscription/%s/%s", ring_record_get_id (after), name);
  ring_edit_set_merge_key (edit, key);
  if (says_nothing (after))
    ring_edit_remove_record (edit, RING_RECORD_INSCRIPTION, ring_record_get_id (after));
  else
    ring_edit_set_record (edit, after);
  /* What was set and the design did not take goes back. */
  if (!ring_design_commit (self->design, edit))
    show (self);
}

static void
text_cb (RingInscriptionRows *self)
{
  g_autofree char *text = ring_text_clean (gtk_editable_get_text (GTK_EDITABLE (self->entry)),
                                           RING_INSCRIPTION_MOST_CHARS);

  commit (self, "text", text);
}

static void
face_cb (RingInscriptionRows *self)
{
  guint selected = adw_combo_row_get_selected (self->face);

  if (selected < RING_N_FACES)
    commit (self, "face", selected != RING_FACE_BLOCK ? ring_face_id ((RingFace) selected) : NULL);
}

static void
side_cb (RingInscriptionRows *self)
{
  commit (self, "side", adw_combo_row_get_selected (self->side) == 1 ? "outer" : NULL);
}

static void
commit_number (RingInscriptionRows *self, GtkSpinButton *spin, const char *name, double usual)
{
  double value = gtk_spin_button_get_value (spin);
  g_autofree char *text = ring_number_format (value, 2);

  commit (self, name, fabs (value - usual) > 1e-6 ? text : NULL);
}

static void
height_cb (RingInscriptionRows *self)
{
  commit_number (self, self->height, "height", RING_INSCRIPTION_HEIGHT);
}

static void
angle_cb (RingInscriptionRows *self)
{
  commit_number (self, self->angle, "angle", RING_INSCRIPTION_ANGLE);
}

static void
offset_cb (RingInscriptionRows *self)
{
  commit_number (self, self->offset, "offset", 0);
}

static AdwComboRow *
add_combo (RingInscriptionRows *self,
           const char *title,
           const char *const *labels,
           GCallback changed)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (labels);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  g_signal_connect_object (row, "notify::selected", changed, self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (self->lettering, row);
  return ADW_COMBO_ROW (row);
}

static GtkSpinButton *
add_spin (RingInscriptionRows *self, const char *title, GtkWidget *spin)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  /* This names it, too. */
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  adw_expander_row_add_row (self->lettering, row);
  return GTK_SPIN_BUTTON (spin);
}

static void
fill (RingInscriptionRows *self)
{
  const char *faces[RING_N_FACES + 1] = { NULL };
  const char *sides[]
      = { C_ ("side of the band", "Inside"), C_ ("side of the band", "Outside"), NULL };

  for (guint i = 0; i < RING_N_FACES; i++)
    faces[i] = ring_face_label ((RingFace) i);
  self->face = add_combo (self, _ ("Face"), faces, G_CALLBACK (face_cb));
  self->height
      = add_spin (self, _ ("Height of capitals, mm"),
                  ring_parts_new_spin (RING_INSCRIPTION_LEAST_HEIGHT, RING_INSCRIPTION_MOST_HEIGHT,
                                       0.1, 2, G_CALLBACK (height_cb), self));
  self->side = add_combo (self, _ ("Engraved"), sides, G_CALLBACK (side_cb));
  /* Translators: the angle round the finger where an inscription has its middle, 0 at the ring's
   * top. */
  self->angle = add_spin (self, _ ("Degrees from the top"),
                          ring_parts_new_spin (-180, 360, 5, 0, G_CALLBACK (angle_cb), self));
  self->offset
      = add_spin (self, _ ("Towards the front, mm"),
                  ring_parts_new_spin (-RING_INSCRIPTION_MOST_OFFSET, RING_INSCRIPTION_MOST_OFFSET,
                                       0.1, 2, G_CALLBACK (offset_cb), self));
}

static void
ring_inscription_rows_dispose (GObject *object)
{
  RingInscriptionRows *self = RING_INSCRIPTION_ROWS (object);

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  g_clear_object (&self->design);
  g_clear_pointer (&self->ring, g_free);
  G_OBJECT_CLASS (ring_inscription_rows_parent_class)->dispose (object);
}

static void
ring_inscription_rows_class_init (RingInscriptionRowsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_inscription_rows_dispose;
}

static void
ring_inscription_rows_init (RingInscriptionRows *self)
{
}

RingInscriptionRows *
ring_inscription_rows_new (AdwEntryRow *entry, AdwExpanderRow *lettering)
{
  RingInscriptionRows *self = g_object_new (RING_TYPE_INSCRIPTION_ROWS, NULL);

  self->entry = entry;
  self->lettering = lettering;
  self->showing = TRUE;
  fill (self);
  self->showing = FALSE;
  g_signal_connect_object (entry, "changed", G_CALLBACK (text_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (GTK_WIDGET (lettering), FALSE);
  return self;
}

void
ring_inscription_rows_set_design (RingInscriptionRows *self,
                                  RingDesign *design,
                                  const char *ring_id)
{
  g_return_if_fail (RING_IS_INSCRIPTION_ROWS (self));

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  g_set_object (&self->design, design);
  g_free (self->ring);
  self->ring = g_strdup (ring_id);
  if (design != NULL)
    self->changed_id
        = g_signal_connect_object (design, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  show (self);
}

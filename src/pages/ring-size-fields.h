/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The finger size of a ring: a field, the system it is read in, and a list of the size in all
 * systems. An emptied field makes the size unknown. Main thread.
 *
 * Signal: "preview" (RingEdit *edit), the step that what is typed would be, which is not to be
 * committed; NULL when there is none.
 *
 * Properties, which are the shop's choice and not part of a design: system (string), the id of a ring
 * size system ("us"); carries (gboolean), whether what is drawn follows a change of the size. */
#pragma once

#include "ring-fields.h"

G_BEGIN_DECLS

#define RING_TYPE_SIZE_FIELDS (ring_size_fields_get_type ())
G_DECLARE_FINAL_TYPE (RingSizeFields, ring_size_fields, RING, SIZE_FIELDS, GtkBox)

/* FIELDS are those of the ring's record. NOTE, a label of the form, tells millimetres, how far
 * the label lies from them, and what is wrong with what was typed. */
GtkWidget *ring_size_fields_new (RingFields *fields, GtkLabel *note) G_GNUC_WARN_UNUSED_RESULT;
/* The field has the focus, and what stands there is replaced by what is typed. */
void       ring_size_fields_edit (RingSizeFields *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The finger size of a ring in three systems side by side: what is typed into one is shown in the
 * others. An emptied field makes the size unknown. Main thread. */
#pragma once

#include "ring-fields.h"

G_BEGIN_DECLS

#define RING_TYPE_SIZE_FIELDS (ring_size_fields_get_type ())
G_DECLARE_FINAL_TYPE (RingSizeFields, ring_size_fields, RING, SIZE_FIELDS, GtkBox)

/* FIELDS are those of the ring's record. NOTE, a label of the form, tells millimetres and how far
 * a label lies from them. */
GtkWidget *ring_size_fields_new (RingFields *fields, GtkLabel *note) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

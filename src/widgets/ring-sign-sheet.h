/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The client's sheet as it is printed (ring-client-sheet.h), with its fields to be signed in. Main
 * thread. */
#pragma once

#include "ring-design.h"
#include "ring-sign-off.h"
#include "ring-signature.h"

G_BEGIN_DECLS

#define RING_TYPE_SIGN_SHEET (ring_sign_sheet_get_type ())
G_DECLARE_FINAL_TYPE (RingSignSheet, ring_sign_sheet, RING, SIGN_SHEET, GtkWidget)

/* Shows the present of DESIGN on paper WIDTH pixels wide. */
GtkWidget     *ring_sign_sheet_new (RingDesign *design, int width) G_GNUC_WARN_UNUSED_RESULT;
RingSignature *ring_sign_sheet_get_field (RingSignSheet *self, RingSigned which);

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The picture of a catalogue ring. It is painted once for each choice and size, in the next frame
 * after a change, and kept.
 *
 * Signal "failed" (const char *message): a part cannot be drawn; the picture stays empty. */
#pragma once

#include <gtk/gtk.h>

#include "ring-catalogue-art.h"

G_BEGIN_DECLS

#define RING_TYPE_PREVIEW (ring_preview_get_type ())
G_DECLARE_FINAL_TYPE (RingPreview, ring_preview, RING, PREVIEW, GtkWidget)

GtkWidget *ring_preview_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* ART belongs to the caller and must be taken away (NULL) before it is freed. */
void   ring_preview_set_art (RingPreview *preview, RingCatalogueArt *art);
/* VIEW is "front" or "three-quarter". CHOICE is copied; NULL shows nothing. */
void   ring_preview_set_choice (RingPreview *preview, const RingChoice *choice, const char *view);
/* Pixels a mm of the ring, its middle in the widget's; 0, the default, fits the ring. */
void   ring_preview_set_scale (RingPreview *preview, double scale);
/* Fits this (mm of the ring) in place of each ring's own extent, so that choices can be compared;
 * an empty rectangle, the default, does not. */
void   ring_preview_set_frame (RingPreview *preview, RingRect frame);
/* Just so many pixels, for pictures in a list; 0, the default, is as much as there is. */
void   ring_preview_set_size (RingPreview *preview, int width, int height);
/* A change fades from the old picture to the new one, unless the desktop wants no animations. */
void   ring_preview_set_gentle (RingPreview *preview, gboolean gentle);
/* Painted when there is nothing else to do, for many small pictures that come at once. */
void   ring_preview_set_patient (RingPreview *preview, gboolean patient);
/* What assistive tools say. */
void   ring_preview_set_description (RingPreview *preview, const char *description);
/* From mm of the ring to the widget's pixels, as it will be painted next. */
RingMatrix ring_preview_get_matrix (RingPreview *preview);

G_END_DECLS

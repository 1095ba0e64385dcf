/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The larger palettes: metals by karat with their lights and shades, gems by species, and a
 * jeweler's gouache. Which one lies open is remembered for each instrument. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-instruments.h"

G_BEGIN_DECLS

#define RING_TYPE_PALETTE_CHOOSER (ring_palette_chooser_get_type ())
G_DECLARE_FINAL_TYPE (RingPaletteChooser, ring_palette_chooser, RING, PALETTE_CHOOSER, GtkBox)

/* A colour that is taken becomes that of the fill, or else of the instrument in use. */
GtkWidget *ring_palette_chooser_new (RingInstruments *instruments, gboolean of_fill) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

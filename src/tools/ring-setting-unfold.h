/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A setting as plain drawing, once it is to go on by hand. */
#pragma once

#include "ring-design.h"

G_BEGIN_DECLS

/* The step that puts what is seen of the setting of a gem into the Metal layer of each view of its
 * ring, as strokes of a fine liner over, where the gem is lit, its tones; and takes the setting away.
 * NULL with RING_ERROR_NOT_FOUND where there is no setting, RING_ERROR_READ_ONLY where a view has no
 * layer for it that can be drawn on. */
RingEdit *ring_setting_unfold (RingDesign *design, const char *gem_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

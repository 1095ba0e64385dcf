/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Photos in <defs>: each stands there once, and what shows it refers to it by its name. Pure. */
#pragma once

#include "ring-svg-stored.h"

G_BEGIN_DECLS

/* Appends to LIST, of RingPhoto and without references, what ITEM or RECORD shows, unless it is there. */
void       ring_svg_collect_photo (GPtrArray *list, const RingItem *item);
void       ring_svg_collect_record_photo (GPtrArray *list, const RingRecord *record);
/* All that DRAWING shows; PLAIN, all that is seen in its picture. */
GPtrArray *ring_svg_collect_all_photos (const RingDrawing *drawing, gboolean plain) G_GNUC_WARN_UNUSED_RESULT;
/* Each after INDENT. PLAIN: without our names. */
void       ring_svg_append_photos (GString *out, const GPtrArray *list, const char *indent, gboolean plain);

/* The value of an href that holds a photo, and back. NULL where it is none; *ERROR says what is
 * wrong in words that follow "this element was left out:". */
void       ring_svg_append_photo_data (GString *out, const RingPhoto *photo);
RingPhoto *ring_svg_parse_photo_data (const char *href, const char *original, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Photos in a GtkPicture. They are decoded in threads, each no larger than it is shown. Main thread. */
#pragma once

#include <gtk/gtk.h>

#include "ring-photo.h"

G_BEGIN_DECLS

/* Shows PHOTO in PICTURE, its longer side at most SIDE pixels, as soon as it is decoded; a sign for what
 * cannot be. What was asked for last is shown. */
void ring_photo_picture_show (GtkPicture *picture, RingPhoto *photo, int side);

G_END_DECLS

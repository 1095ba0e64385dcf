/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The faces that inscriptions are set in: letters of one line each, as a graver or a laser cuts
 * them. They are the program's own and no font of the machine, so that an inscription is the same
 * lines everywhere. Pure. */
#pragma once

#include "ring-path.h"

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RING_FACE_BLOCK,
  RING_FACE_ITALIC,
  RING_FACE_SCRIPT,
} RingFace;

#define RING_N_FACES 3

const char *ring_face_id (RingFace face); /* "block", "italic", "script" */
const char *ring_face_label (RingFace face); /* translated */
gboolean    ring_face_from_id (const char *id, RingFace *face);

/* TEXT as lines to be drawn, mm: capitals HEIGHT high, y down, the base line begins at the origin and
 * ends *WIDTH to the right. Letters with marks that the face does not have are put together; what
 * can not be leaves its room and is told by ring_face_missing(). */
RingPath *ring_face_write (RingFace face, const char *text, double height, double *width) G_GNUC_WARN_UNUSED_RESULT;
/* The characters of TEXT that the face cannot write, each once; NULL for none. */
char     *ring_face_missing (RingFace face, const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

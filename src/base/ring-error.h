/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The one error domain of the core. A message says what failed, where (file, line, element) and
 * what to do; it is translated where it is made. Code that only relays GIO or GLib errors keeps
 * their domain. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RING_ERROR (ring_error_quark ())

typedef enum
{
  RING_ERROR_FAILED,    /* None of the others. */
  RING_ERROR_INVALID,   /* A value outside what can exist. */
  RING_ERROR_SYNTAX,    /* Not XML, not a number, not path data. */
  RING_ERROR_FORMAT,    /* Well-formed, but no SVG, no design or no catalogue. */
  RING_ERROR_VERSION,   /* Written by a newer version. */
  RING_ERROR_LIMIT,     /* A limit of the program; the message names it. */
  RING_ERROR_NOT_FOUND, /* No such file, part, code or id. */
  RING_ERROR_CHANGED,   /* The file on disk is not the one that was read. */
  RING_ERROR_READ_ONLY, /* The design or its folder cannot be written. */
} RingError;

GQuark ring_error_quark (void);

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The helper process for SVG of others: the same binary with the one argument "--render-svg". It
 * bounds its own memory, time and files before it reads a byte, takes SVG on stdin, knows no
 * folder that the SVG could refer to, and writes on stdout one line, "x y width height" in the
 * SVG's user units, and the PNG of what was painted there. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RING_FOREIGN_HELPER_ARGUMENT "--render-svg"

/* The whole of the helper. Returns its exit status; nothing is written when that is not 0. */
int ring_foreign_helper_main (void);

/* Call first in main(). In a program started as the helper, becomes it and never returns; in any
 * other, notes that this program can be started so. Without this call foreign markup is shown as
 * a crossed frame. */
void ring_foreign_helper_init (int argc, char **argv);
/* NULL where no program can help. */
const char *ring_foreign_helper_get_program (void);

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A small design with one of everything, and short ways to read and write it. */
#pragma once

#include "ring-svg.h"

G_BEGIN_DECLS

RingDrawing *io_sample_new (void) G_GNUC_WARN_UNUSED_RESULT;
char        *io_write (const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;
/* The test fails when the text cannot be read. */
RingDrawing *io_read (const char *text, RingLoadReport *report) G_GNUC_WARN_UNUSED_RESULT;
char        *io_replace (const char *text, const char *from, const char *to) G_GNUC_WARN_UNUSED_RESULT;
/* The text must be a fixpoint, and nothing worth telling may be found in it. */
void         io_assert_stable (const char *text);
/* What was told, in the log of the test. */
void         io_print_report (const RingLoadReport *report);
/* The first item of KIND of the drawing, or NULL. */
RingItem    *io_first (const RingDrawing *drawing, RingItemKind kind);
/* A stroke with a wave of samples that begins at X, Y, all in mm. */
RingItem    *io_stroke_new (const char *id, double x, double y, guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

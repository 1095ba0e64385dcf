/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Strokes of a PDF, written without cairo: cairo says each point with its own printf and packs all
 * at the highest cost, which is most of the time of an export. Here the strokes of a layer become
 * form XObjects of whole hundredths of a point, made and packed by threads.
 *
 * Cairo paints the rest of the page. Where strokes belong it is given an image to place that holds
 * nothing but a mark; when the file is written, the object with the mark is replaced by the form.
 * Belongs to one export and one thread; ends before its surface. */
#pragma once

#include <cairo.h>

#include "ring-item.h"
#include "ring-pdf.h"

G_BEGIN_DECLS

typedef struct _RingPdfInk RingPdfInk;

/* SURFACE is a PDF of pages of WIDTH by HEIGHT points; from now on its strokes come here. */
RingPdfInk *ring_pdf_ink_new (cairo_surface_t *surface, double width, double height) G_GNUC_WARN_UNUSED_RESULT;
void        ring_pdf_ink_free (RingPdfInk *ink);
/* The one that CR's surface was given, or NULL: then cairo paints strokes too. */
RingPdfInk *ring_pdf_ink_get (cairo_t *cr);

/* Takes ITEM when it is a stroke that can be said here. What was taken one after the other must
 * share CR's matrix and clip, and flush() follows before anything else is painted. */
gboolean    ring_pdf_ink_take (RingPdfInk *ink, cairo_t *cr, const RingItem *item);
void        ring_pdf_ink_flush (RingPdfInk *ink, cairo_t *cr);

/* Puts all that was taken into the finished file. FALSE when a mark is not where it should be:
 * the file is then of no use, and must be made again without this. */
gboolean    ring_pdf_ink_place (RingPdfInk *ink, RingPdfUpdate *update);

G_END_DECLS

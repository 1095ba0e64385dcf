/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What cairo cannot say in a PDF, added behind it as an incremental update (ISO 32000-1, 7.5.6):
 * objects of the file again, with other content. One update a file, by its one owner. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  GByteArray *pdf;
  gsize       length; /* of the file as cairo wrote it */
  gsize       xref, size, root, info;
  GArray     *objects;
} RingPdfUpdate;

/* PDF is a file as cairo writes it; FALSE for any other, which is left alone. */
gboolean ring_pdf_update_begin (RingPdfUpdate *update, GByteArray *pdf);
/* Asks viewers not to fit the pages to the paper: /PrintScaling /None. */
gboolean ring_pdf_update_keep_scale (RingPdfUpdate *update);
/* Object NUMBER from now on is the LENGTH bytes at BODY. */
void     ring_pdf_update_replace (RingPdfUpdate *update, guint number, const void *body, gsize length);
/* The number of the object that holds MARK, which stands in the file once; 0 for none. */
guint    ring_pdf_update_find (const RingPdfUpdate *update, const char *mark);
/* Writes what makes the update valid. */
void     ring_pdf_update_end (RingPdfUpdate *update);

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Content that flows over the pages of a sheet. It is written from its first line to its last for each page
 * anew, and only what lies on the wanted one is drawn; a row of a table, a view or a heading with what
 * follows it goes to the next page as a whole and is never cut. mm; any thread with its own context. */
#pragma once

#include "ring-point.h"
#include "ring-prose.h"

G_BEGIN_DECLS

#define RING_FLOW_INK 0x26282cff
#define RING_FLOW_GREY 0x6b6f76ff
#define RING_FLOW_RULE 0xc9c4baff
#define RING_FLOW_WARN 0xa0342aff

/* No page is wanted: the content is only counted. */
#define RING_FLOW_NONE G_MAXUINT

typedef struct
{
  cairo_t *cr;
  RingRect room; /* of the page that is being filled */
  RingRect later; /* of every page but the first */
  guint    page, wanted;
  double   y;
} RingFlow;

void     ring_flow_init (RingFlow *flow, cairo_t *cr, RingRect first, RingRect later, guint wanted);
double   ring_flow_width (const RingFlow *flow);
/* Whether what is put now is drawn. */
gboolean ring_flow_draws (const RingFlow *flow);
/* Goes on to the next page unless so much fits here. What is higher than a page begins one. */
void     ring_flow_need (RingFlow *flow, double height);

/* Text in a column from X (of the page) on; returns its height and leaves y where it is. */
double   ring_flow_write (const RingFlow *flow, const char *text, double x, double width, double size, gboolean bold, guint32 colour);
/* The same of a name at the head of a sheet, of three lines at most; Y goes below it. */
void     ring_flow_title (RingFlow *flow, const char *text, double width, double size, guint32 colour);
void     ring_flow_skip (RingFlow *flow, double height);
void     ring_flow_rule (RingFlow *flow);
/* A heading that stays together with the first KEEP mm of what follows. */
void     ring_flow_heading (RingFlow *flow, const char *text, double keep);
/* Text by itself, wrapped. Only what is longer than a page is parted. */
void     ring_flow_paragraph (RingFlow *flow, const char *text, guint32 colour);
/* LABEL beside TEXT; there is no row where TEXT is NULL or "". */
void     ring_flow_row (RingFlow *flow, const char *label, const char *text);

typedef struct
{
  const char *title;
  double      part; /* of the width, against the other columns' */
} RingFlowColumn;
/* A table's head, then its rows of as many CELLS as columns; a cell that is NULL is left to be written in,
 * and one of very many lines ends in an ellipsis. The head
 * comes again on every page that the table reaches. */
void     ring_flow_table_head (RingFlow *flow, const RingFlowColumn *columns, guint n);
void     ring_flow_table_row (RingFlow *flow, const RingFlowColumn *columns, guint n, const char *const *cells);

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The guide lines of one view of a ring, as paths in mm of the view, y down, the finger circle's
 * centre at the origin. Pure. */
#pragma once

#include "ring-drawing.h"
#include "ring-spec.h"
#include "ring-views.h"

G_BEGIN_DECLS

typedef enum
{
  RING_LINE_EDGE,   /* seen edges */
  RING_LINE_FINE,   /* seen edges of the stone and inner details */
  RING_LINE_HIDDEN, /* edges behind metal: dashed */
  RING_LINE_CENTRE, /* axes: chained */
  RING_LINE_ENGRAVED, /* what is cut into the band */
  RING_LINE_BESIDE, /* the outline of the ring beside this one: chained with two dots */
} RingLineStyle;

typedef struct
{
  RingPath     *path;
  RingLineStyle style;
} RingViewLine;

#define RING_LINE_DASHES 6 /* dashes and gaps, at most */

/* How a line of each style is drawn, on the screen and in the file: lengths are paper mm, but for
 * lines that are as wide as the tool that cuts them, which have no dashes. */
typedef struct
{
  gboolean true_width; /* WIDTH is mm of the ring */
  guint32 colour; /* 0xRRGGBBAA */
  double  width;
  int     n_dashes;
  double  dashes[RING_LINE_DASHES];
} RingLinePen;

/* How far centre lines stand over what they divide, paper mm. */
#define RING_CENTRE_OVERHANG 3.0

const RingLinePen *ring_line_pen (RingLineStyle style);

/* Of RingViewLine; the array owns the paths and is shared: it must not be changed. Nothing for the
 * page. Any thread. */
GArray *ring_view_lines (const RingDrawing *drawing, const RingViewHead *head) G_GNUC_WARN_UNUSED_RESULT;

/* The same of what is seen of settings and channel walls, closed all round: no line is drawn where
 * their metal stands on the band or lies on a stone, for there they are one piece to the eye. */
GArray *ring_view_metal_lines (const RingDrawing *drawing, const RingViewHead *head) G_GNUC_WARN_UNUSED_RESULT;

/* The same of what is cut into the band (ring-inscription.h): ENGRAVED, where it is seen. */
GArray *ring_view_engraved_lines (const RingDrawing *drawing, const RingViewHead *head) G_GNUC_WARN_UNUSED_RESULT;

/* The lines of one side of a ring's strip as a pattern for metal (ring_views_pattern()) with what is
 * engraved there, but not what was drawn there; mm of metal, the strip's middle at the origin. */
GArray *ring_view_pattern_lines (const RingDrawing *drawing, const char *ring_id, gboolean inner) G_GNUC_WARN_UNUSED_RESULT;

/* Which drawing of a ring a view holds; FALSE for the page. */
gboolean ring_view_lines_kind (RingViewKind kind, RingViewsKind *views);

G_END_DECLS

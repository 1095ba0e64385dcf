/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A path of lines and cubic Bezier curves. Built by its owner, then shared and never changed:
 * the append functions may be called only while there is one reference. Reading is safe from any
 * thread. */
#pragma once

#include "ring-point.h"

G_BEGIN_DECLS

typedef enum
{
  RING_PATH_MOVE,  /* 1 point */
  RING_PATH_LINE,  /* 1 point */
  RING_PATH_CURVE, /* 3 points */
  RING_PATH_CLOSE, /* 0 points */
} RingPathVerb;

typedef struct _RingPath RingPath;

RingPath *ring_path_new (void) G_GNUC_WARN_UNUSED_RESULT;
RingPath *ring_path_ref (RingPath *path);
void      ring_path_unref (RingPath *path);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingPath, ring_path_unref)

/* Room for what is about to be appended to an empty path that has none yet. */
void      ring_path_reserve (RingPath *path, gsize n_verbs, gsize n_points);
/* A copy in no more memory than it needs, for paths that are kept. */
RingPath *ring_path_pack (const RingPath *path) G_GNUC_WARN_UNUSED_RESULT;

void ring_path_move_to (RingPath *path, RingPoint p);
void ring_path_line_to (RingPath *path, RingPoint p);
void ring_path_curve_to (RingPath *path, RingPoint c1, RingPoint c2, RingPoint p);
void ring_path_close (RingPath *path);
void ring_path_add_ellipse (RingPath *path, RingPoint centre, double rx, double ry);
void ring_path_add_rect (RingPath *path, RingRect rect);

/* Verbs and their points, one after the other. A line after a close starts at the point the
 * closed subpath began with. */
const guint8    *ring_path_get_verbs (const RingPath *path, gsize *n_verbs);
const RingPoint *ring_path_get_points (const RingPath *path, gsize *n_points);
gboolean         ring_path_is_empty (const RingPath *path);
gboolean         ring_path_equal (const RingPath *a, const RingPath *b);
/* Appends OTHER through MATRIX, which may be NULL. */
void             ring_path_append (RingPath *path, const RingPath *other, const RingMatrix *matrix);

RingRect  ring_path_get_bounds (const RingPath *path); /* tight: curves' extremes, not controls */
RingPath *ring_path_transform (const RingPath *path, const RingMatrix *matrix) G_GNUC_WARN_UNUSED_RESULT;
/* The same line drawn the other way: every winding number has the other sign. */
RingPath *ring_path_reverse (const RingPath *path) G_GNUC_WARN_UNUSED_RESULT;
/* Whether POINT is inside by the non-zero rule, open subpaths closed. */
gboolean  ring_path_contains (const RingPath *path, RingPoint point);
int       ring_path_winding (const RingPath *path, RingPoint point);
/* The least distance from POINT to the path's line; 0 inside when FILLED. */
double    ring_path_distance (const RingPath *path, RingPoint point, gboolean filled);
/* Appends the path as polylines: one GArray of RingPoint for each subpath, within TOLERANCE. */
GPtrArray *ring_path_flatten (const RingPath *path, double tolerance) G_GNUC_WARN_UNUSED_RESULT;

/* SVG path data. The reader takes the whole of SVG 1.1 (relative forms, H V S Q T A) and gives
 * absolute lines and cubics; it fails with RING_ERROR_SYNTAX, LIMIT (MAX_SEGMENTS; 0 is none) or
 * INVALID (past +-1e5), and the message holds the byte offset. The writer gives the shortest of
 * absolute and relative forms with DECIMALS places, the same bytes for the same path: reading
 * what it wrote and writing it again gives the same text. */
RingPath *ring_path_from_svg (const char *d, gsize max_segments, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void      ring_path_to_svg (const RingPath *path, guint decimals, GString *out);

G_END_DECLS

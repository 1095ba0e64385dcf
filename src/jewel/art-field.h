/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A picture as a field of tones on a fine grid, and the smooth curves between its tones: metal is
 * drawn as illustrators draw it, in a few tones with clean edges. */
#pragma once

#include "ring-path.h"

G_BEGIN_DECLS

typedef struct
{
  double x0, y0; /* the middle of the first cell, mm of the view, y down */
  double step;   /* mm */
  int    columns, rows;
  float *cover;  /* part of the cell that the thing covers, 0 to 1 */
  float *tone;   /* 0 dark to 1 bright, where it covers */
  float *mark;   /* part of the cell that a finish's tools have marked */
} ArtField;

ArtField *art_field_new (RingRect rect, double step) G_GNUC_WARN_UNUSED_RESULT;
void      art_field_free (ArtField *field);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (ArtField, art_field_free)

/* Carries tones a little beyond the edges, so that the curves of the tones reach them. */
void      art_field_spread (ArtField *field);
/* The region that is marked. */
RingPath *art_field_marks (const ArtField *field, double min_area, double tolerance) G_GNUC_WARN_UNUSED_RESULT;
/* The region that is covered and at least as bright as LEVEL; 0 is all of it. Regions and holes
 * smaller than MIN_AREA (mm2) are left out. */
RingPath *art_field_region (const ArtField *field, double level, double min_area, double tolerance) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

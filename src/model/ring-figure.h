/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Figures: what is constructed and not drawn by hand. Shapes, dimensions and texts are one kind of
 * item with one struct; ring-figure.c has the table of their forms. A figure is its attributes, and
 * its picture follows from them alone: the file holds both, the model only the first.
 *
 * Lengths are mm of the view. What is meant in mm of paper (letters, arrows, dashes, the gap of an
 * extension line) is multiplied by PAPER, so it is the same on paper at every scale. Pure. */
#pragma once

#include "ring-art.h"

G_BEGIN_DECLS

/* What the points are. */
typedef enum
{
  RING_FIGURE_LINE,     /* its ends */
  RING_FIGURE_ARC,      /* its ends, and between them a point on it */
  RING_FIGURE_CIRCLE,   /* centre; a point on it */
  RING_FIGURE_ELLIPSE,  /* centre; the end of one half axis; a point as far away as the other is long */
  RING_FIGURE_POLYLINE, /* its corners; closed where it ends as it begins */
  RING_FIGURE_CURVE,    /* start; then two handles and the end of each piece */
  RING_FIGURE_DISTANCE, /* two points; where the dimension line passes */
  RING_FIGURE_HORIZONTAL, /* the same, along x */
  RING_FIGURE_VERTICAL,   /* the same, along y */
  RING_FIGURE_DIAMETER, /* centre; a point on the circle; where the value stands */
  RING_FIGURE_RADIUS,   /* the same */
  RING_FIGURE_ANGLE,    /* vertex; a point on each leg; where the arc passes */
  RING_FIGURE_TEXT,     /* start of its first line; if given, what its leader points at */
} RingFigureForm;
#define RING_N_FIGURE_FORMS (RING_FIGURE_TEXT + 1)

/* The conventions of ISO 128. */
typedef enum
{
  RING_FIGURE_VISIBLE,
  RING_FIGURE_HIDDEN, /* dashed */
  RING_FIGURE_CENTRE, /* chained */
} RingFigureStyle;
#define RING_N_FIGURE_STYLES (RING_FIGURE_CENTRE + 1)

#define RING_FIGURE_MAX_POINTS 1000

typedef struct
{
  RingFigureForm    form;
  RingFigureStyle   style;
  const RingPoint  *points;
  guint             n_points;
  /* What the point of the same number holds on to (ring-figure-end.h): "" for none. NULL is all
   * none. */
  const char *const *ends;
  const char       *text;   /* of a text, lines apart by "\n"; of a dimension what stands behind it
                             * in brackets; "" for none */
  guint32           colour; /* 0xRRGGBBAA */
  double            width;  /* of its lines, mm of the view */
  double            size;   /* em of its letters, mm of the view */
  double            paper;  /* mm of the view for a mm of paper */
} RingFigure;

/* One line of letters. */
typedef struct
{
  RingPoint at;    /* on the base line */
  double    size;  /* em */
  double    angle; /* degrees clockwise on the paper, as SVG's rotate() */
  gboolean  middle; /* AT is the middle, and not the start */
  char     *text;
} RingFigureLabel;

typedef struct
{
  RingArt *art;
  GArray  *labels; /* of RingFigureLabel */
} RingFigurePicture;

/* The file's names: "shape", "dimension" or "text"; "line", "arc", ... */
const char *ring_figure_kind_name (RingFigureForm form);
const char *ring_figure_form_name (RingFigureForm form);
/* KIND may be NULL, which is any. */
gboolean    ring_figure_form_from_name (const char *kind, const char *name, RingFigureForm *form);
const char *ring_figure_style_name (RingFigureStyle style);
gboolean    ring_figure_style_from_name (const char *name, RingFigureStyle *style);
/* How wide lines of STYLE are where visible ones are 1 (ISO 128). */
double      ring_figure_style_part (RingFigureStyle style);
gboolean    ring_figure_is_shape (RingFigureForm form);
gboolean    ring_figure_is_dimension (RingFigureForm form);
/* Whether a figure of FORM may have N points. */
gboolean    ring_figure_fits (RingFigureForm form, guint n_points);

/* A copy with every number as the file will keep it; colours, widths and sizes that are none become
 * the least that can be seen. */
RingFigure *ring_figure_copy (const RingFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
void        ring_figure_free (RingFigure *figure);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingFigure, ring_figure_free)
const char *ring_figure_get_end (const RingFigure *figure, guint i); /* never NULL */

/* The line of a shape; NULL for others. */
RingPath          *ring_figure_make_path (const RingFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
RingFigurePicture *ring_figure_make_picture (const RingFigure *figure) G_GNUC_WARN_UNUSED_RESULT;
RingFigurePicture *ring_figure_picture_ref (RingFigurePicture *picture);
void               ring_figure_picture_unref (RingFigurePicture *picture);
RingRect           ring_figure_picture_get_bounds (const RingFigurePicture *picture);
/* The distance from POINT to its lines or letters. */
double             ring_figure_picture_distance (const RingFigurePicture *picture, RingPoint point);
#define RING_FIGURE_DASHES 6
/* The lengths of its dashes and gaps, mm of the view; returns how many, 0 for a whole line. */
guint              ring_figure_get_dashes (const RingFigure *figure, double dashes[RING_FIGURE_DASHES]);

/* What a dimension measures: mm of the view, or degrees. */
double             ring_figure_measure (const RingFigure *figure);
/* About as wide as TEXT is with letters of SIZE, for the model knows no fonts: rather too wide. */
double             ring_figure_text_width (const char *text, double size);

/* Of the letters, and of thin lines, mm of paper. */
#define RING_FIGURE_EM 2.8
#define RING_FIGURE_THIN 0.18
#define RING_FIGURE_INK 0x33424fff
/* From one line of a text to the next, ems. */
#define RING_FIGURE_LEADING 1.3

G_END_DECLS

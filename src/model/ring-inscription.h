/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The typed view of an inscription's record: letters that are cut into a ring's band, and how they
 * fit it. Pure; lengths mm, angles degrees.
 *
 * Fields of the record: ring (id), text, face ("block", "italic", "script"), height (of capitals),
 * angle (round the finger, of its middle), offset (across the width, of the letters' middle, towards the
 * front edge), side ("inner", "outer"). */
#pragma once

#include "ring-drawing.h"
#include "ring-face.h"
#include "ring-spec.h"
#include "ring-views.h"

G_BEGIN_DECLS

/* As high as is usual inside of a band. */
#define RING_INSCRIPTION_HEIGHT 1.5
#define RING_INSCRIPTION_LEAST_HEIGHT 0.3
#define RING_INSCRIPTION_MOST_HEIGHT 10.0
/* A quarter round: clear of the joint at the base and of what is open below a stone at the top. */
#define RING_INSCRIPTION_ANGLE 90.0
#define RING_INSCRIPTION_MOST_OFFSET 15.0
#define RING_INSCRIPTION_MOST_CHARS 120

typedef struct
{
  const char *id;
  const char *ring; /* id of the ring's record; "" is the first ring */
  const char *text;
  RingFace    face;
  double      height, angle, offset;
  gboolean    inner;
} RingInscription;

/* The strings belong to RECORD. A missing or impossible field takes its default. FALSE when RECORD is
 * no inscription, or one without text. */
gboolean  ring_inscription_init (RingInscription *inscription, const RingRecord *record);
/* The first one of a ring, also one without text; NULL for none. RING_ID NULL or "" is the first ring. */
const RingRecord *ring_inscription_find (const RingDrawing *drawing, const char *ring_id);
/* Its lines on the strip, as RingViewsMark has them. */
RingPath *ring_inscription_write (const RingInscription *inscription, const RingBand *band) G_GNUC_WARN_UNUSED_RESULT;

/* What speaks against an inscription; several may. */
typedef enum
{
  RING_INSCRIPTION_TOO_LONG = 1 << 0, /* longer than the way round */
  RING_INSCRIPTION_CLOSE = 1 << 1,    /* leaves less than RING_INSCRIPTION_CLEAR of it */
  RING_INSCRIPTION_TOO_HIGH = 1 << 2, /* passes an edge of the band */
  RING_INSCRIPTION_NARROW = 1 << 3,   /* the band is narrower than RING_INSCRIPTION_LEAST_WIDTH */
  RING_INSCRIPTION_FINE = 1 << 4,     /* lower than can be cast: five lines of the minimum "engraved-line" */
  RING_INSCRIPTION_MISSING = 1 << 5,  /* the face lacks a character */
  RING_INSCRIPTION_JOINT = 1 << 6,    /* passes the base, where a band is joined and sized */
} RingInscriptionFault;

/* What a row of letters leaves free for joint and hallmarks (bench practice). */
#define RING_INSCRIPTION_CLEAR 8.0
/* Narrower bands have no room for clear letters (ringbuyerguide.com). */
#define RING_INSCRIPTION_LEAST_WIDTH 3.0

typedef struct
{
  double length; /* of the letters, where they are cut */
  double room;   /* the way round there */
  guint  faults; /* of RingInscriptionFault */
} RingInscriptionFit;

void      ring_inscription_measure (const RingInscription *inscription, const RingBand *band, RingInscriptionFit *fit);
/* The fit in words, and what speaks against it, a sentence each. Translated. */
char     *ring_inscription_describe (const RingInscription *inscription, const RingBand *band) G_GNUC_WARN_UNUSED_RESULT;

/* All that is cut into the band of the view's ring: its inscriptions and, inside, what was drawn on
 * the inner strip of its unrolled view; the latter not for that view itself, where it is seen anyway.
 * Of RingViewsMark, which the array owns. */
GArray   *ring_inscription_list_marks (const RingDrawing *drawing, const RingViewHead *head) G_GNUC_WARN_UNUSED_RESULT;
/* Whether something at BOUNDS (mm of the view) is on an inner strip: then other views show it, too. */
gboolean  ring_inscription_is_on_strip (const RingDrawing *drawing, const RingViewHead *head, RingRect bounds);

G_END_DECLS

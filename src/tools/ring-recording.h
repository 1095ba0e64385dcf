/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Recordings of pen sessions: text of one command a line, played through the real tools. Samples
 * in data/samples, tests and benchmarks are made this way and no other.
 *
 *   seed N                     seed of the ids; read by whoever makes the design
 *   start MS                   when the first stroke began, ms since 1970, UTC
 *   choose MENU=CODE ...       left to the caller: a choice from the catalogue
 *   record KIND F=V|F=V ...    sets fields of the first record of that kind; a value "@NAME" is the id
 *                              of the stone with that name
 *   entry F=V|F=V ...          adds an entry to the conversation
 *   add KIND F=V|F=V ...       adds one
 *   keep NAME F=V|F=V ...      keeps what is there as a revision, and sets fields of its head
 *   sign F=V|F=V ...           left to the caller: a sign-off of what is there, with these fields
 *   pen WIDTH COLOUR SMOOTHING [INSTRUMENT [X1 Y1 X2 Y2]]
 *                              WIDTH in mm on paper; COLOUR #rrggbb, or #rrggbbaa; exact, light or
 *                              steady; a pen where nothing is said; the handles of its curve
 *   symmetry TURNS MIRRORED ANGLE X Y
 *                              of the strokes from here on, as RingSymmetry has it, from the view's
 *                              middle; "symmetry 1 0 0 0 0" ends it
 *   stroke VIEW MS             pen down MS after the start; then lines of samples:
 *   X Y PRESSURE MS [TX TY]    mm of the view, 0 to 1, ms since the pen came down, tilt -1 to 1
 *   erase VIEW MS              the same with the eraser, for whole strokes
 *   cut VIEW MS                the same with the eraser, for what it touches of a stroke
 *   pin VIEW X Y F=V|F=V ...   pins a new stone
 *   fill VIEW X Y FORM [METAL|#rrggbb [ring]]
 *                              fills the region there; of the ring's metal where nothing or "-" is
 *                              said; bounded by the ring's own lines alone
 *
 * Lines that begin with # are comments. */
#pragma once

#include "ring-design.h"

G_BEGIN_DECLS

/* Called for what is left to the caller, with the rest of the line. */
typedef gboolean (*RingRecordingCall) (RingDesign *design, const char *command, const char *arguments, gpointer user_data, GError **error);

/* Plays TEXT into DESIGN as a hand would have; the message of an error names the line. CALL may
 * be NULL: then what is left to it is passed over. */
gboolean ring_recording_play (RingDesign *design, const char *text, RingRecordingCall call, gpointer user_data, GError **error);

/* RECORD with the fields of "F=V|F=V ...". */
RingRecord *ring_recording_with_fields (const RingRecord *record, const char *fields) G_GNUC_WARN_UNUSED_RESULT;

/* The number behind a command such as "seed" or "start"; OTHERWISE when there is none. */
gint64   ring_recording_get_number (const char *text, const char *command, gint64 otherwise);

G_END_DECLS

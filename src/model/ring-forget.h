/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A design without its client: whoever asks to be forgotten leaves the ring behind. Pure. */
#pragma once

#include "ring-drawing.h"

G_BEGIN_DECLS

/* What of DRAWING has nothing to do with its client. Gone are the client's name, how to reach them,
 * occasion, story, budget and title; the wearers' names; conversation and tasks; what is told of an
 * heirloom; who had a stone in hand; photos. Gone, too, is every field, text, engraving and piece of
 * another program's markup in which a word of the client's name stands, whatever it is. Handwriting
 * cannot be read and stays where it is no entry of the conversation. */
RingDrawing *ring_forget_client (const RingDrawing *drawing) G_GNUC_WARN_UNUSED_RESULT;

/* Whether TEXT holds a word of NAME of three letters or more, or all of NAME; small letters and capitals
 * are the same. FALSE where either is NULL or NAME is empty. */
gboolean     ring_forget_names (const char *text, const char *name);

G_END_DECLS

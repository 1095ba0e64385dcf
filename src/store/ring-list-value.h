/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands in the cells of supplier lists, read. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A number with signs of currency, per cent and units around it, and thousands parted: "$5,500.00",
 * "-35.5 %", "1.234,50 €", "0,52". MONEY: a single sign before three last digits parts thousands; else
 * it is a decimal sign. Brackets are a minus, as accountants write it. FALSE for anything else. */
gboolean ring_value_number (const char *text, gboolean money, double *value);

/* "8.12 x 5.94 x 4.10", "6.48-6.52x4.01", "6,48 - 6,52 * 4,01 mm": mm, as ring_stone_with_size() reads
 * them. DEPTH is 0 where it is not told. FALSE for what is no size. */
gboolean ring_value_size (const char *text, gboolean is_round, double *length, double *width, double *depth);

/* What a side of a ring's stone may measure, mm. */
gboolean ring_value_is_length (double value);

/* The cut that a code ("RBC", "CMB", "PS") or a name means, -1 for none. */
int      ring_value_cut (const char *text);

/* Whether the words say no. "No", "N", "None", "0", "-", "N/A". */
gboolean ring_value_is_no (const char *text);
gboolean ring_value_is_yes (const char *text);

/* Text of a cell without what Excel puts round it (="0012"), clean, without blanks at its ends. */
char    *ring_value_text (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

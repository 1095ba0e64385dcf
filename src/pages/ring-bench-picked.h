/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the settings of the instruments do to the gem or figure that is picked: steps of the design, which
 * may be NULL and then nothing is done. Main thread. */
#pragma once

#include "ring-design.h"
#include "ring-instruments.h"

G_BEGIN_DECLS

/* From now on the gem's settings are those of the gem ID; of the next one when there is no such gem. */
void     ring_bench_pick_gem (RingInstruments *instruments, RingDesign *design, const char *id);
/* What is set now goes into the gem that was picked. */
void     ring_bench_change_gem (RingInstruments *instruments, RingDesign *design);
void     ring_bench_remove_gem (RingInstruments *instruments, RingDesign *design);

/* FIGURE in the place of the one with its id. */
void     ring_bench_change_figure (RingDesign *design, const RingItem *figure);
/* The value of the picked dimension goes into what it measures; FALSE with a sentence that says why not. */
gboolean ring_bench_drive_figure (RingInstruments *instruments, RingDesign *design, double value, GError **error);
/* A line beside the picked shape, which stays picked: a band has two edges. FALSE with an error where there can be
 * none. */
gboolean ring_bench_offset_figure (RingInstruments *instruments, RingDesign *design, double distance, GError **error);

G_END_DECLS

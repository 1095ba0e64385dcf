/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* One function for each thing that takes bytes from outside. libFuzzer calls it (-Dfuzz=enabled,
 * see CONTRIBUTING.md); in every other build replay.c does, with the inputs of corpus/ and seeded
 * changes of them. It ends the process when something is wrong with the answer, and the sanitizers
 * do when something is wrong on the way. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

int LLVMFuzzerTestOneInput (const guint8 *data, gsize n);

G_END_DECLS

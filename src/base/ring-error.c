/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-error.h"

G_DEFINE_QUARK (ring-error-quark, ring_error)

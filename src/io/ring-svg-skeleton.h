/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What reading and writing agree on about the skeleton of a design (docs/format.md). */
#pragma once

/* Of the format, as in rw:version. */
#define RING_SVG_VERSION "0"

/* The modelled children of the root in their order; each view has a number of its own, from
 * RING_ROOT_VIEWS on. The position of a RingForeign in "svg" is that of the child it precedes. */
typedef enum
{
  RING_ROOT_TITLE,
  RING_ROOT_METADATA,
  RING_ROOT_DEFS,
  RING_ROOT_VIEWS,
} RingSvgRootChild;

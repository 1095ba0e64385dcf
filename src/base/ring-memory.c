/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-memory.h"

#include <sys/mman.h>

/* The usual size of a large page; a piece should hold a few. */
#define LARGE_PAGE ((gsize) 2 << 20)
#define MIN_PAGES 4

void
ring_memory_expect_fill (gpointer memory, gsize n)
{
#ifdef MADV_HUGEPAGE
  guintptr start = ((guintptr) memory + LARGE_PAGE - 1) & ~(guintptr) (LARGE_PAGE - 1);
  guintptr end = ((guintptr) memory + n) & ~(guintptr) (LARGE_PAGE - 1);

  /* A wish: that it cannot be granted is no error. */
  if (n >= MIN_PAGES * LARGE_PAGE && end > start)
    (void) madvise ((gpointer) start, end - start, MADV_HUGEPAGE);
#endif
}

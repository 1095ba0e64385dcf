/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-sieve.h"

#include <math.h>

/* A ring factory's price table. */
static const RingSieve sieves[] = {
  { "+4/0", 0.80, 0.003 }, { "+3/0", 0.90, 0.004 },  { "+2/0", 1.05, 0.005 },
  { "G0", 1.10, 0.006 },   { "+1", 1.15, 0.007 },    { "+1.5", 1.20, 0.008 },
  { "+2", 1.25, 0.009 },   { "+2.5", 1.30, 0.010 },  { "+3", 1.35, 0.011 },
  { "+3.5", 1.40, 0.013 }, { "+4", 1.45, 0.014 },    { "+4.5", 1.50, 0.015 },
  { "+5", 1.55, 0.016 },   { "+5.5", 1.60, 0.018 },  { "+6", 1.70, 0.022 },
  { "+6.5", 1.80, 0.026 }, { "+7", 1.90, 0.033 },    { "+7.5", 2.00, 0.035 },
  { "+8", 2.10, 0.040 },   { "+8.5", 2.20, 0.045 },  { "+9", 2.30, 0.051 },
  { "+9.5", 2.40, 0.058 }, { "+10", 2.50, 0.067 },   { "+10.5", 2.60, 0.073 },
  { "+11", 2.70, 0.083 },  { "+11.5", 2.80, 0.091 }, { "+12", 2.90, 0.105 },
  { "+12.5", 3.00, 0.114 }, { "+13", 3.10, 0.125 },  { "+13.5", 3.20, 0.135 },
  { "+14", 3.30, 0.145 },  { "+14.5", 3.40, 0.165 },
};

/* Beyond the ends of the table by no more than half a step. */
#define END 0.05

const RingSieve *
ring_sieve_find (double mm)
{
  const RingSieve *nearest = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (sieves); i++)
    if (nearest == NULL || fabs (sieves[i].mm - mm) < fabs (nearest->mm - mm))
      nearest = &sieves[i];
  if (mm < sieves[0].mm - END || mm > sieves[G_N_ELEMENTS (sieves) - 1].mm + END)
    return NULL;
  return nearest;
}

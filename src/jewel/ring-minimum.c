/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-minimum.h"

#include <glib/gi18n-lib.h>

/* Where sources disagree the mildest figure stands here, so that what falls below it is below
 * every one of them. */
static const RingMinimum minimums[] = {
  { "shank-width", N_("Band width"), 1.5,
    "ritani.com, durability guide; 2.0 for hard wear", TRUE },
  { "shank-thickness", N_("Band thickness"), 1.5,
    "putaringonit.co, bench opinion; 1.8 for a solitaire", TRUE },
  { "shank-palm", N_("Band thickness under the finger"), 1.4,
    "jewellersreviews.com; platinum 1.6", TRUE },
  { "pave-width", N_("Width of a pavé band"), 1.7, "rockher.com", TRUE },
  { "cast-wall", N_("Cast wall"), 0.8, "gemwares.com, CAD rules" },
  { "detail", N_("Detail of a casting"), 0.5, "Stuller, Best Practices for CAD/CAM Services", TRUE },
  { "opening", N_("Opening"), 0.4, "Stuller, Best Practices for CAD/CAM Services" },
  { "engraved-line", N_("Engraved or pierced line"), 0.3, "gemwares.com, CAD rules" },
  { "prong", N_("Prong diameter"), 0.6, "gemwares.com, CAD rules", TRUE },
  { "bezel-wall", N_("Bezel wall"), 0.4, "putaringonit.co, after burnishing", TRUE },
  { "channel-wall", N_("Channel wall"), 0.35,
    "observed with stones of 0.8 mm; 0.6 to 0.8 is usual", TRUE },
  { "bar", N_("Bar between stones"), 0.8, "bench practice, 0.8 to 1.2", TRUE },
  { "rail-gap", N_("Between gallery rails"), 0.4, "Stuller, Best Practices for CAD/CAM Services",
    TRUE },
  { "flush-metal", N_("Metal under a flush stone"), 0.3, "bench practice", TRUE },
  { "flush-border", N_("Flush stone to the band's edge"), 0.5, "bench practice", TRUE },
  { "culet-clearance", N_("Culet to finger"), 0.5, "Stuller, Best Practices for CAD/CAM Services",
    TRUE },
  { "gem-spacing", N_("Between small stones"), 0.1, "JewelCraft, spacing that counts as overlap",
    TRUE },
  { "gem-edge", N_("Stone to the edge of its band"), 0,
    "beyond the edge no metal is there to hold it", TRUE },
  { "channel-stone", N_("Stone in a channel"), 1.3, "orchid.ganoksin.com, channel setting", TRUE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (minimums) == RING_N_MINIMUMS);

guint
ring_minimum_get_n (void)
{
  return G_N_ELEMENTS (minimums);
}

const RingMinimum *
ring_minimum_get (guint i)
{
  g_return_val_if_fail (i < G_N_ELEMENTS (minimums), NULL);
  return &minimums[i];
}

const RingMinimum *
ring_minimum_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (minimums); i++)
    if (g_strcmp0 (id, minimums[i].id) == 0)
      return &minimums[i];
  return NULL;
}

void
ring_limits_init (RingLimits *limits)
{
  for (guint i = 0; i < RING_N_MINIMUMS; i++)
    limits->mm[i] = minimums[i].mm;
}

double
ring_limits_get (const RingLimits *limits, const char *id)
{
  const RingMinimum *minimum = ring_minimum_find (id);

  g_return_val_if_fail (minimum != NULL, 0);
  return limits->mm[minimum - minimums];
}

gboolean
ring_limits_set (RingLimits *limits, const char *id, double mm)
{
  const RingMinimum *minimum = ring_minimum_find (id);

  if (minimum == NULL || !(mm >= 0 && mm <= RING_LIMITS_MOST))
    return FALSE;
  limits->mm[minimum - minimums] = mm;
  return TRUE;
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-minimum.h"

#include <glib/gi18n-lib.h>

/* Where sources disagree the mildest figure stands here, so that what falls below it is below
 * every one of them. */
static const RingMinimum minimums[] = {
  { "shank-width", N_("Band width"), 1.5,
    "ritani.com, durability guide; 2.0 for hard wear" },
  { "shank-thickness", N_("Band thickness"), 1.5,
    "putaringonit.co, bench opinion; 1.8 for a solitaire" },
  { "shank-palm", N_("Band thickness under the finger"), 1.4,
    "jewellersreviews.com; platinum 1.6" },
  { "pave-width", N_("Width of a pavé band"), 1.7, "rockher.com" },
  { "cast-wall", N_("Cast wall"), 0.8, "gemwares.com, CAD rules" },
  { "detail", N_("Detail of a casting"), 0.5, "Stuller, Best Practices for CAD/CAM Services" },
  { "opening", N_("Opening"), 0.4, "Stuller, Best Practices for CAD/CAM Services" },
  { "engraved-line", N_("Engraved or pierced line"), 0.3, "gemwares.com, CAD rules" },
  { "prong", N_("Prong diameter"), 0.6, "gemwares.com, CAD rules" },
  { "bezel-wall", N_("Bezel wall"), 0.4, "putaringonit.co, after burnishing" },
  { "channel-wall", N_("Channel wall"), 0.35, "observed with stones of 0.8 mm; 0.6 to 0.8 is usual" },
  { "bar", N_("Bar between stones"), 0.8, "bench practice, 0.8 to 1.2" },
  { "rail-gap", N_("Between gallery rails"), 0.4, "Stuller, Best Practices for CAD/CAM Services" },
  { "flush-metal", N_("Metal under a flush stone"), 0.3, "bench practice" },
  { "flush-border", N_("Flush stone to the band's edge"), 0.5, "bench practice" },
  { "culet-clearance", N_("Culet to finger"), 0.5, "Stuller, Best Practices for CAD/CAM Services" },
  { "gem-spacing", N_("Between small stones"), 0.1, "JewelCraft, spacing that counts as overlap" },
};

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

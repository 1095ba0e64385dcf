/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The list of cuts. Round: the reference stone of GIA's cut grading system (table 57 %, crown 34.0
 * degrees, pavilion 40.7 degrees, girdle 2.5 %, star 50 %, lower half 80 %); its heights serve
 * oval, pear and marquise too, under thicker girdles. Those of the others are the middle of what
 * the trade calls usual, with girdles such that a stone weighs what a trade mesh of the same cut
 * does (tests/unit/test-cut.c). */

#include "ring-cut-private.h"

#include <glib/gi18n-lib.h>

#define CROWN_SLOPE 0.674508517    /* tan 34.0 degrees */
#define PAVILION_SLOPE 0.860137652 /* tan 40.7 degrees */
#define ROUND_CROWN (0.43 * CROWN_SLOPE / 2)
#define ROUND_PAVILION (PAVILION_SLOPE / 2)

typedef struct
{
  const char *id;
  const char *label;
  RingCutFamily family;
  double ratio; /* length over width */
  RingCutProportions usual;
  void (*build) (const RingCutBuilder *b);
} Cut;

static const Cut cuts[RING_N_CUTS] = {
  [RING_CUT_ROUND] = { "round",
                       NC_ ("gem cut", "Round"),
                       RING_CUT_BRILLIANT,
                       1,
                       { 0.57, ROUND_CROWN, 0.025, ROUND_PAVILION, 0.5, 0.8 },
                       ring_cut_build_brilliant },
  [RING_CUT_OVAL] = { "oval",
                      NC_ ("gem cut", "Oval"),
                      RING_CUT_BRILLIANT,
                      1.4,
                      { 0.57, ROUND_CROWN, 0.037, ROUND_PAVILION, 0.5, 0.8 },
                      ring_cut_build_brilliant },
  [RING_CUT_PRINCESS] = { "princess",
                          NC_ ("gem cut", "Princess"),
                          RING_CUT_MIXED,
                          1,
                          { 0.65, 0.115, 0.045, 0.56, 0, 0 },
                          ring_cut_build_princess },
  [RING_CUT_EMERALD] = { "emerald",
                         NC_ ("gem cut", "Emerald"),
                         RING_CUT_STEP,
                         1.4,
                         { 0.625, 0.1165, 0.03125, 0.5059, 0, 0 },
                         ring_cut_build_step },
  [RING_CUT_CUSHION] = { "cushion",
                         NC_ ("gem cut", "Cushion"),
                         RING_CUT_BRILLIANT,
                         1,
                         { 0.60, 0.14, 0.03, 0.48, 0.5, 0.75 },
                         ring_cut_build_brilliant },
  [RING_CUT_PEAR] = { "pear",
                      NC_ ("gem cut", "Pear"),
                      RING_CUT_BRILLIANT,
                      1.55,
                      { 0.57, ROUND_CROWN, 0.037, ROUND_PAVILION, 0.5, 0.8 },
                      ring_cut_build_brilliant },
  [RING_CUT_MARQUISE] = { "marquise",
                          NC_ ("gem cut", "Marquise"),
                          RING_CUT_BRILLIANT,
                          2,
                          { 0.57, ROUND_CROWN, 0.037, ROUND_PAVILION, 0.5, 0.8 },
                          ring_cut_build_brilliant },
  [RING_CUT_ASSCHER] = { "asscher",
                         NC_ ("gem cut", "Asscher"),
                         RING_CUT_STEP,
                         1,
                         { 0.55, 0.178, 0.03125, 0.5322, 0, 0 },
                         ring_cut_build_step },
  [RING_CUT_HEART] = { "heart",
                       NC_ ("gem cut", "Heart"),
                       RING_CUT_BRILLIANT,
                       1 / 1.05,
                       { 0.62, 0.115, 0.02, 0.42, 0.5, 0.80 },
                       ring_cut_build_heart },
  [RING_CUT_RADIANT] = { "radiant",
                         NC_ ("gem cut", "Radiant"),
                         RING_CUT_MIXED,
                         1.25,
                         { 0.65, 0.125, 0.03, 0.555, 0, 0 },
                         ring_cut_build_radiant },
  [RING_CUT_FLANDERS] = { "flanders",
                          NC_ ("gem cut", "Flanders"),
                          RING_CUT_BRILLIANT,
                          1,
                          { 0.55, 0.17, 0.03, 0.515, 0.5, 0.75 },
                          ring_cut_build_brilliant },
  [RING_CUT_OCTAGON] = { "octagon",
                         NC_ ("gem cut", "Octagon"),
                         RING_CUT_BRILLIANT,
                         1,
                         { 0.62, 0.135, 0.035, 0.489, 0.5, 0.75 },
                         ring_cut_build_brilliant },
  [RING_CUT_SQUARE] = { "square",
                        NC_ ("gem cut", "Square step"),
                        RING_CUT_STEP,
                        1,
                        { 0.60, 0.14, 0.04, 0.48, 0, 0 },
                        ring_cut_build_step },
  [RING_CUT_BAGUETTE] = { "baguette",
                          NC_ ("gem cut", "Baguette"),
                          RING_CUT_STEP,
                          2,
                          { 0.60, 0.17, 0.04, 0.37, 0, 0 },
                          ring_cut_build_step },
  [RING_CUT_TAPERED_BAGUETTE] = { "tapered-baguette",
                                  NC_ ("gem cut", "Tapered baguette"),
                                  RING_CUT_STEP,
                                  2,
                                  { 0.60, 0.17, 0.04, 0.37, 0, 0 },
                                  ring_cut_build_step },
  [RING_CUT_TRILLION] = { "trillion",
                          NC_ ("gem cut", "Trillion, curved"),
                          RING_CUT_BRILLIANT,
                          1 / 1.03,
                          { 0.47, 0.10, 0.02, 0.417, 0.5, 0.75 },
                          ring_cut_build_brilliant },
  [RING_CUT_TRILLIANT] = { "trilliant",
                           NC_ ("gem cut", "Trilliant"),
                           RING_CUT_BRILLIANT,
                           1 / 1.08,
                           { 0.66, 0.125, 0.07, 0.36, 0.5, 0.75 },
                           ring_cut_build_brilliant },
  [RING_CUT_TRIANGLE] = { "triangle",
                          NC_ ("gem cut", "Triangle step"),
                          RING_CUT_STEP,
                          1 / 1.15,
                          { 0.54, 0.11, 0.03, 0.393, 0, 0 },
                          ring_cut_build_step },
  [RING_CUT_OLD_MINE] = { "old-mine",
                          NC_ ("gem cut", "Old mine"),
                          RING_CUT_BRILLIANT,
                          1.05,
                          { 0.45, 0.20, 0.02, 0.45, 0.45, 0.58 },
                          ring_cut_build_brilliant },
  [RING_CUT_OLD_EUROPEAN] = { "old-european",
                              NC_ ("gem cut", "Old European"),
                              RING_CUT_BRILLIANT,
                              1,
                              { 0.47, 0.195, 0.02, 0.41, 0.45, 0.62 },
                              ring_cut_build_brilliant },
  [RING_CUT_SINGLE] = { "single",
                        NC_ ("gem cut", "Single cut"),
                        RING_CUT_BRILLIANT,
                        1,
                        { 0.58, 0.135, 0.03, 0.43, 0, 0 },
                        ring_cut_build_brilliant },
  [RING_CUT_ROSE] = { "rose",
                      NC_ ("gem cut", "Rose"),
                      RING_CUT_ROSES,
                      1,
                      { 0, 0.36, 0.02, 0, 0, 0 },
                      ring_cut_build_rose },
  [RING_CUT_HALF_MOON] = { "half-moon",
                           NC_ ("gem cut", "Half-moon"),
                           RING_CUT_STEP,
                           2,
                           { 0.60, 0.15, 0.04, 0.43, 0, 0 },
                           ring_cut_build_step },
  [RING_CUT_KITE] = { "kite",
                      NC_ ("gem cut", "Kite"),
                      RING_CUT_STEP,
                      1.5,
                      { 0.55, 0.14, 0.04, 0.42, 0, 0 },
                      ring_cut_build_step },
  [RING_CUT_SHIELD] = { "shield",
                        NC_ ("gem cut", "Shield"),
                        RING_CUT_STEP,
                        1.15,
                        { 0.58, 0.14, 0.04, 0.42, 0, 0 },
                        ring_cut_build_step },
  [RING_CUT_HEXAGON] = { "hexagon",
                         NC_ ("gem cut", "Hexagon"),
                         RING_CUT_STEP,
                         1.1547,
                         { 0.58, 0.14, 0.04, 0.44, 0, 0 },
                         ring_cut_build_step },
  [RING_CUT_LOZENGE] = { "lozenge",
                         NC_ ("gem cut", "Lozenge"),
                         RING_CUT_STEP,
                         1.6,
                         { 0.55, 0.14, 0.04, 0.42, 0, 0 },
                         ring_cut_build_step },
  [RING_CUT_CABOCHON] = { "cabochon",
                          NC_ ("gem cut", "Cabochon"),
                          RING_CUT_SMOOTH,
                          1.3333,
                          { 0, 0.45, 0.05, 0, 0, 0 },
                          ring_cut_build_smooth },
  [RING_CUT_SUGARLOAF] = { "sugarloaf",
                           NC_ ("gem cut", "Sugarloaf"),
                           RING_CUT_SMOOTH,
                           1,
                           { 0, 0.55, 0.06, 0, 0, 0 },
                           ring_cut_build_smooth },
  [RING_CUT_BRIOLETTE] = { "briolette",
                           NC_ ("gem cut", "Briolette"),
                           RING_CUT_ROSES,
                           1.7,
                           { 0, 0.5, 0, 0.5, 0, 0 },
                           ring_cut_build_briolette },
};

static const char *const family_labels[] = {
  [RING_CUT_BRILLIANT] = NC_ ("gem cut family", "Brilliant"),
  [RING_CUT_STEP] = NC_ ("gem cut family", "Step cut"),
  [RING_CUT_MIXED] = NC_ ("gem cut family", "Mixed cut"),
  [RING_CUT_ROSES] = NC_ ("gem cut family", "Rose cut"),
  [RING_CUT_SMOOTH] = NC_ ("gem cut family", "Cabochon"),
};

const char *
ring_cut_id (RingCut cut)
{
  return cuts[cut].id;
}

const char *
ring_cut_label (RingCut cut)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "gem cut", cuts[cut].label);
}

gboolean
ring_cut_from_id (const char *id, RingCut *cut)
{
  for (guint i = 0; i < RING_N_CUTS; i++)
    if (g_strcmp0 (id, cuts[i].id) == 0)
      {
        *cut = (RingCut) i;
        return TRUE;
      }
  return FALSE;
}

RingCutFamily
ring_cut_family (RingCut cut)
{
  return cuts[cut].family;
}

const char *
ring_cut_family_label (RingCutFamily family)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "gem cut family", family_labels[family]);
}

gboolean
ring_cut_is_exact (RingCut cut)
{
  return cut != RING_CUT_HEART && cuts[cut].family != RING_CUT_SMOOTH;
}

double
ring_cut_usual_ratio (RingCut cut)
{
  return cuts[cut].ratio;
}

RingCutProportions
ring_cut_usual_proportions (RingCut cut)
{
  return cuts[cut].usual;
}

double
ring_cut_usual_depth (RingCut cut)
{
  const RingCutProportions *p = &cuts[cut].usual;

  return p->crown + p->girdle + p->pavilion;
}

double
ring_cut_crown_part (RingCut cut)
{
  const RingCutProportions *p = &cuts[cut].usual;

  return (p->crown + p->girdle) / ring_cut_usual_depth (cut);
}

void
ring_cut_table_plane (const RingCutBuilder *b, RingFacetKind kind, double z)
{
  ring_solid_cut (b->solid, kind, (RingVec){ 0, 0, z }, (RingVec){ 1, 0, z }, (RingVec){ 0, 1, z },
                  ring_cut_inside);
}

void
ring_cut_girdle_planes (const RingCutBuilder *b)
{
  guint steps = ring_cut_n_sides (b->cut);

  if (steps == 0)
    steps = RING_CUT_GIRDLE_STEPS;
  for (guint i = 0; i < steps; i++)
    {
      RingPoint p = ring_cut_unit_outline (b->cut, b->a, (double) i / steps);
      RingPoint q = ring_cut_unit_outline (b->cut, b->a, (double) (i + 1) / steps);

      if (ring_point_distance (p, q) > 1e-9)
        ring_solid_cut (b->solid, RING_FACET_GIRDLE, (RingVec){ p.x, p.y, 0 },
                        (RingVec){ q.x, q.y, 0 }, (RingVec){ p.x, p.y, 1 }, ring_cut_inside);
    }
}

/* What the cut does not have stays away, and nothing can turn inside out. */
static RingCutProportions
sane (RingCut cut, RingCutProportions p)
{
  const RingCutProportions *usual = &cuts[cut].usual;

  p.table = usual->table > 0 ? CLAMP (p.table, 0.2, 0.9) : 0;
  p.crown = usual->crown > 0 ? CLAMP (p.crown, 0.01, 2) : 0;
  p.girdle = usual->girdle > 0 ? CLAMP (p.girdle, 0.001, 0.5) : 0;
  p.pavilion = usual->pavilion > 0 ? CLAMP (p.pavilion, 0.01, 2) : 0;
  p.star = usual->star > 0 ? CLAMP (p.star, 0.2, 0.8) : 0;
  p.lower_half = usual->lower_half > 0 ? CLAMP (p.lower_half, 0.3, 0.95) : 0;
  return p;
}

RingSolid *
ring_cut_solid_of (RingCut cut, double length, double width, const RingCutProportions *proportions)
{
  RingCutBuilder b = { .cut = cut, .a = length / width, .solid = ring_solid_new () };

  g_return_val_if_fail (length > 0 && width > 0, b.solid);

  b.p = sane (cut, *proportions);
  b.p.crown *= 2;
  b.p.girdle *= 2;
  b.p.pavilion *= 2;
  b.centre = ring_cut_centre (cut, b.a);
  cuts[cut].build (&b);
  if (ring_solid_get_n_facets (b.solid) == 0)
    ring_solid_close (b.solid);
  ring_solid_scale (b.solid, width / 2, width / 2, width / 2);
  return b.solid;
}

RingSolid *
ring_cut_solid (RingCut cut, double length, double width, double depth)
{
  RingSolid *solid = ring_cut_solid_of (cut, length, width, &cuts[cut].usual);

  g_return_val_if_fail (depth > 0, solid);

  ring_solid_scale (solid, 1, 1, depth / (width * ring_cut_usual_depth (cut)));
  return solid;
}

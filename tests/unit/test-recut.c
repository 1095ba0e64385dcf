/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Re-cutting by the rules of the trade. */
#include <math.h>

#include "ring-cut.h"
#include "ring-error.h"
#include "ring-recut.h"
#include "ring-test.h"

static const struct
{
  const char *what;
  RingRecutSize before;
  double carat;
  RingRecutWork work;
  RingCut cut;
  double sound_width, sound_depth;
  double length, width, depth; /* expected */
  double loss;
  gboolean usual;
} plans[] = {
  /* The new depth is 0.62 of the sound diameter. */
  { "chip at the girdle", { RING_CUT_ROUND, 6.5, 6.5, 4.2 }, 1.10, RING_RECUT_GIRDLE, RING_CUT_ROUND, 6.1, 0,
    6.1, 6.1, 3.782, 0.2069, TRUE },
  /* The new diameter is 100/58 of the sound depth. */
  { "lost culet", { RING_CUT_ROUND, 6.5, 6.5, 4.0 }, 1.05, RING_RECUT_CULET, RING_CUT_ROUND, 0, 3.48, 6, 6, 3.48,
    0.2587, TRUE },
  /* Nothing is taken off that need not be. */
  { "flat stone", { RING_CUT_ROUND, 6.5, 6.5, 3.6 }, 0.95, RING_RECUT_GIRDLE, RING_CUT_ROUND, 6.0, 0, 6, 6, 3.6,
    0.1479, TRUE },
  { "polish", { RING_CUT_OVAL, 8, 6, 3.7 }, 1.2, RING_RECUT_POLISH, RING_CUT_OVAL, 0, 0, 8, 6, 3.7, 0.02, TRUE },
  { "oval keeps its ratio", { RING_CUT_OVAL, 8, 6, 3.7 }, 1.12, RING_RECUT_GIRDLE, RING_CUT_OVAL, 5.4, 0, 7.2, 5.4,
    3.348, 0.2671, TRUE },
  { "oval to round", { RING_CUT_OVAL, 8, 6, 3.7 }, 1.12, RING_RECUT_SHAPE, RING_CUT_ROUND, 0, 0, 6, 6, 3.7,
    0.2745, FALSE },
  { "a heavy loss", { RING_CUT_ROUND, 8, 8, 6 }, 2.8, RING_RECUT_CULET, RING_CUT_ROUND, 6.5, 0, 6.5, 6.5, 4.03,
    0.5566, FALSE },
};

static void
test_plans (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (plans); i++)
    {
      RingRecut plan;
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", plans[i].what);
      g_assert_true (ring_recut_plan (&plans[i].before, ring_species_get (0), plans[i].carat,
                                      plans[i].work, plans[i].cut, plans[i].sound_width,
                                      plans[i].sound_depth, &plan, &error));
      g_assert_no_error (error);
      g_assert_cmpfloat_with_epsilon (plan.size.length, plans[i].length, 1e-6);
      g_assert_cmpfloat_with_epsilon (plan.size.width, plans[i].width, 1e-6);
      g_assert_cmpfloat_with_epsilon (plan.size.depth, plans[i].depth, 1e-6);
      g_test_message ("loss %.4f, error %.2f", plan.loss, plan.error);
      g_assert_cmpfloat_with_epsilon (plan.loss, plans[i].loss, 5e-4);
      g_assert_cmpfloat (plan.error, >, 0);
      g_assert_cmpint (plan.usual, ==, plans[i].usual);
    }
}

/* A cutter takes away and never adds, whatever is asked for. */
static void
test_never_more (void)
{
  guint step = ring_test_rounds (1) > 1 ? 1 : 5;
  guint n = 0;

  for (guint cut = 0; cut < RING_N_CUTS; cut++)
    for (guint i = 0; i < 40; i += step)
      {
        RingRecutSize before = { RING_CUT_OVAL, 5 + 0.1 * i, 5, 2.4 + 0.05 * i };
        RingRecut plan;

        if (!ring_recut_plan (&before, ring_species_get (0), 0.6, RING_RECUT_SHAPE, (RingCut) cut,
                              4 + 0.025 * i, 0, &plan, NULL))
          continue;
        n++;
        g_assert_cmpfloat (plan.size.length, <=, before.length + 1e-9);
        g_assert_cmpfloat (plan.size.width, <=, before.width + 1e-9);
        g_assert_cmpfloat (plan.size.depth, <=, before.depth + 1e-9);
        g_assert_cmpfloat (plan.carat, <=, 0.6);
        g_assert_cmpfloat (plan.loss, >=, 0);
      }
  g_assert_cmpuint (n, >, 20 / step * RING_N_CUTS);
}

static double
past (const RingSolid *old, RingVec point)
{
  double most = -G_MAXDOUBLE;

  for (guint i = 0; i < ring_solid_get_n_facets (old); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (old, i);

      most = fmax (most, ring_vec_dot (facet->normal, point) - facet->offset);
    }
  return most;
}

/* How far the new stone stands out of the old one, mm. */
static double
stands_out (const RingRecutSize *before, const RingRecut *plan)
{
  const RingRecutSize *size = &plan->size;
  g_autoptr (RingSolid) old = ring_cut_solid (before->cut, before->length, before->width, before->depth);
  g_autoptr (RingSolid) new = ring_cut_solid (size->cut, size->length, size->width, size->depth);
  double most = -G_MAXDOUBLE;

  for (guint i = 0; i < ring_solid_get_n_facets (new); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (new, i);

      for (guint k = 0; k < facet->n_points; k++)
        most = fmax (most, past (old, ring_vec_add (facet->points[k],
                                                    (RingVec){ 0, plan->shift, plan->rise })));
    }
  return most;
}

/* Another cut is in the stone from every side: a step cut's full pavilion is not in a brilliant's. A heart's
 * planes do not tell what is in it. All pairs take a minute, so that a tenth of them is drawn anew for each run. */
static void
test_within (void)
{
  guint pairs = ring_test_rounds (1);
  guint n = 0, n_smaller = 0;

  for (guint old = 0; old < RING_N_CUTS; old++)
    for (guint new = 0; new < RING_N_CUTS; new++)
      {
        double ratio = ring_cut_usual_ratio ((RingCut) old);
        RingRecutSize before = { (RingCut) old, 6 * ratio, 6, 6 * ring_cut_usual_depth ((RingCut) old) };
        RingRecut plan;

        if (old == new || old == RING_CUT_HEART || (pairs < RING_N_CUTS && g_test_rand_int_range (0, 10) != 0)
            || !ring_recut_plan (&before, ring_species_get (0), 5, RING_RECUT_SHAPE, (RingCut) new, 0, 0,
                                 &plan, NULL))
          continue;
        g_test_message ("%s to %s: %.2f x %.2f x %.2f at %.2f, %.2f, %.4f out", ring_cut_id ((RingCut) old),
                        ring_cut_id ((RingCut) new), plan.size.length, plan.size.width, plan.size.depth,
                        plan.shift, plan.rise, stands_out (&before, &plan));
        g_assert_cmpfloat (stands_out (&before, &plan), <=, 0.006);
        n++;
        n_smaller += plan.shift != 0 || plan.rise != 0;
      }
  g_assert_cmpuint (n, >, pairs < RING_N_CUTS ? RING_N_CUTS : 25 * RING_N_CUTS);
  g_assert_cmpuint (n_smaller, >, 0);
}

static void
test_refused (void)
{
  RingRecutSize before = { RING_CUT_ROUND, 6.5, 6.5, 4 };
  g_autoptr (GError) error = NULL;
  RingRecut plan;

  g_assert_false (ring_recut_plan (&before, ring_species_get (0), 1, RING_RECUT_GIRDLE, RING_CUT_ROUND,
                                   6.6, 0, &plan, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (ring_recut_plan (&before, ring_species_get (0), 1, RING_RECUT_CULET, RING_CUT_ROUND,
                                   0, 4.2, &plan, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/recut/plans", test_plans);
  g_test_add_func ("/recut/never-more", test_never_more);
  g_test_add_func ("/recut/within", test_within);
  g_test_add_func ("/recut/refused", test_refused);
  return ring_test_run ();
}

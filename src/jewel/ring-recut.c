/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-recut.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-cut.h"
#include "ring-error.h"

/* Of a new stone's width: the depth that it is given, and the least it can have. */
#define NEW_DEPTH 0.62
#define LEAST_DEPTH 0.58
/* What is measured to 0.01 may be that much more than it is. */
#define SLACK 0.005
/* Each step leaves two thirds of where the best place is: the last one is within 0.001 mm. */
#define STEPS 28

static const struct
{
  const char *id, *label;
  double least, most; /* usual loss */
} works[RING_N_RECUT_WORKS] = {
  [RING_RECUT_POLISH] = { "polish", N_ ("Polish anew"), 0.01, 0.03 },
  [RING_RECUT_GIRDLE] = { "girdle", N_ ("Repair the girdle"), 0.10, 0.25 },
  [RING_RECUT_CULET] = { "culet", N_ ("Repair the culet"), 0.10, 0.30 },
  [RING_RECUT_SHAPE] = { "shape", N_ ("Cut anew"), 0, 0 },
};

const char *
ring_recut_work_id (RingRecutWork work)
{
  return works[work].id;
}

const char *
ring_recut_work_label (RingRecutWork work)
{
  return _ (works[work].label);
}

gboolean
ring_recut_work_find (const char *id, RingRecutWork *work)
{
  for (guint i = 0; i < RING_N_RECUT_WORKS; i++)
    if (g_strcmp0 (works[i].id, id) == 0)
      {
        *work = (RingRecutWork) i;
        return TRUE;
      }
  return FALSE;
}

gboolean
ring_recut_usual_loss (RingRecutWork work, double *least, double *most)
{
  *least = works[work].least;
  *most = works[work].most;
  return works[work].most > 0;
}

/* The largest that is in what is sound. A stone that keeps its cut keeps its proportion of length to
 * width; another cut has its own. */
static RingRecutSize
fit (const RingRecutSize *before, RingCut cut, double sound_width, double sound_depth)
{
  double ratio = cut == before->cut ? before->length / before->width : ring_cut_usual_ratio (cut);
  double sound_length = before->length * sound_width / before->width;
  RingRecutSize size = { .cut = cut };

  size.width = fmin (fmin (sound_width, sound_depth / LEAST_DEPTH), sound_length / ratio);
  size.length = size.width * ratio;
  size.depth = fmin (sound_depth, NEW_DEPTH * size.width);
  return size;
}

/* -------------------------------------------------------------- in the stone as it was */

/* A facet of the stone before: of points with y and z along its normal no more than ROOM is within, and the new
 * stone takes REACH of it while its girdle is where the old one is. */
typedef struct
{
  double y, z, room, reach;
} Wall;

static double
get_reach (const RingSolid *solid, RingVec normal)
{
  double reach = 0;

  for (guint i = 0; i < ring_solid_get_n_facets (solid); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (solid, i);

      for (guint k = 0; k < facet->n_points; k++)
        reach = fmax (reach, ring_vec_dot (normal, facet->points[k]));
    }
  return reach;
}

/* NULL for a stone that is not convex, as a heart: it has room beyond its facets' planes. */
static GArray *
list_walls (const RingRecutSize *before, const RingRecutSize *size)
{
  g_autoptr (RingSolid) old = ring_cut_solid (before->cut, before->length, before->width, before->depth);
  g_autoptr (RingSolid) new = ring_cut_solid (size->cut, size->length, size->width, size->depth);
  g_autoptr (GArray) walls = g_array_new (FALSE, FALSE, sizeof (Wall));

  for (guint i = 0; i < ring_solid_get_n_facets (old); i++)
    {
      const RingFacet *facet = ring_solid_get_facet (old, i);
      Wall wall = { facet->normal.y, facet->normal.z, facet->offset + SLACK,
                    get_reach (new, facet->normal) };

      if (get_reach (old, facet->normal) > wall.room)
        return NULL;
      g_array_append_val (walls, wall);
    }
  return g_steal_pointer (&walls);
}

/* How large, as a part of itself, the new stone can be with the middle of its girdle there. */
static double
get_part (const GArray *walls, double shift, double rise)
{
  double part = G_MAXDOUBLE;

  for (guint i = 0; i < walls->len; i++)
    {
      const Wall *wall = &g_array_index (walls, Wall, i);
      double room = wall->room - wall->y * shift - wall->z * rise;

      if (wall->reach > 0 || room < 0)
        part = fmin (part, room / fmax (wall->reach, 1e-9));
    }
  return part;
}

/* Facets are flat, so that from the best height it only becomes less, up and down; and so with the shift. */
static double
find_rise (const GArray *walls, double shift, double most, double *rise)
{
  double low = -most, high = most;

  for (guint i = 0; i < STEPS; i++)
    {
      double third = (high - low) / 3;

      if (get_part (walls, shift, low + third) < get_part (walls, shift, high - third))
        low += third;
      else
        high -= third;
    }
  *rise = (low + high) / 2;
  return get_part (walls, shift, *rise);
}

static double
find_place (const GArray *walls, const RingRecutSize *before, double *shift, double *rise)
{
  double low = -before->length / 2, high = before->length / 2;

  for (guint i = 0; i < STEPS; i++)
    {
      double third = (high - low) / 3;

      if (find_rise (walls, low + third, before->depth, rise)
          < find_rise (walls, high - third, before->depth, rise))
        low += third;
      else
        high -= third;
    }
  *shift = (low + high) / 2;
  return find_rise (walls, *shift, before->depth, rise);
}

/* Makes what PLAN comes to so much smaller that it is in BEFORE, and says where. */
static void
put_within (RingRecut *plan, const RingRecutSize *before)
{
  g_autoptr (GArray) walls = list_walls (before, &plan->size);
  double part;

  if (walls == NULL || get_part (walls, 0, 0) >= 1)
    return;
  part = CLAMP (find_place (walls, before, &plan->shift, &plan->rise), 0, 1);
  plan->size.length *= part;
  plan->size.width *= part;
  plan->size.depth *= part;
}

/* ------------------------------------------------------------------------- the plan */

static gboolean
check_sound (double sound, double all, GError **error)
{
  if (sound <= all + SLACK)
    return TRUE;
  g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID,
                       _ ("More is said to be sound than the stone has: measure again."));
  return FALSE;
}

/* By the same formula before and after: where the cut stays, what the formula has wrong of this stone, it
 * has wrong of both. */
static gboolean
weigh (const RingRecutSize *before,
       const RingSpecies *species,
       double carat,
       RingRecut *plan,
       GError **error)
{
  RingCarat old, new;

  if (!ring_carat_estimate (before->cut, species, before->length, before->width, before->depth, 1,
                            &old, error))
    return FALSE;
  if (!ring_carat_estimate (plan->size.cut, species, plan->size.length, plan->size.width,
                            plan->size.depth, 1, &new, error))
    {
      ring_carat_clear (&old);
      return FALSE;
    }
  plan->carat = plan->size.cut == before->cut ? carat * new.carat / old.carat : new.carat;
  plan->carat = fmin (plan->carat, carat);
  plan->error = new.error;
  ring_carat_clear (&old);
  ring_carat_clear (&new);
  return TRUE;
}

gboolean
ring_recut_plan (const RingRecutSize *before,
                 const RingSpecies *species,
                 double carat,
                 RingRecutWork work,
                 RingCut cut,
                 double sound_width,
                 double sound_depth,
                 RingRecut *plan,
                 GError **error)
{
  double least, most;

  g_return_val_if_fail (species != NULL, FALSE);

  if (!check_sound (sound_width, before->width, error)
      || !check_sound (sound_depth, before->depth, error))
    return FALSE;
  sound_width = sound_width > 0 ? fmin (sound_width, before->width) : before->width;
  sound_depth = sound_depth > 0 ? fmin (sound_depth, before->depth) : before->depth;
  *plan = (RingRecut){ .size = *before };
  if (work == RING_RECUT_POLISH)
    {
      ring_recut_usual_loss (work, &least, &most);
      plan->carat = carat * (1 - (least + most) / 2);
      plan->error = (most - least) / 2;
    }
  else
    {
      plan->size = fit (before, cut, sound_width, sound_depth);
      if (cut != before->cut)
        put_within (plan, before);
      if (!weigh (before, species, carat, plan, error))
        return FALSE;
    }
  plan->loss = 1 - plan->carat / carat;
  plan->usual = ring_recut_usual_loss (work, &least, &most)
                && 1 - plan->carat * (1 - plan->error) / carat >= least
                && 1 - plan->carat * (1 + plan->error) / carat <= most;
  return TRUE;
}

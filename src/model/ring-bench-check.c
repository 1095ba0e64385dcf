/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-bench-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-gem-layout.h"
#include "ring-gem-setting.h"
#include "ring-gem-view.h"
#include "ring-number.h"
#include "ring-spec.h"

/* Less than this below a minimum is rounding, mm. */
#define SLACK 1e-4

typedef struct
{
  const RingDrawing *drawing;
  const RingLimits *limits;
  GArray *findings;
  const char *ring;
  RingSpec spec;
} Check;

static void
finding_clear (gpointer data)
{
  RingFinding *finding = data;

  g_free (finding->text);
  g_free (finding->ring);
  g_free (finding->view);
}

static char *
describe (const RingFinding *finding)
{
  g_autofree char *mm = ring_number_format (finding->mm, 2);
  g_autofree char *least = ring_number_format (finding->least, 2);
  const char *label = _ (finding->rule->label);

  if (finding->n > 1)
    /* TRANSLATORS: what is measured, how many times, the least millimetres found and asked for. */
    return g_strdup_printf (_ ("%s: %u times, %s mm, at least %s mm"), label, finding->n, mm,
                            least);
  /* TRANSLATORS: what is measured, millimetres found and asked for. */
  return g_strdup_printf (_ ("%s: %s mm, at least %s mm"), label, mm, least);
}

static gboolean
is_short (const Check *check, const char *rule, double mm)
{
  return mm < ring_limits_get (check->limits, rule) - SLACK;
}

static RingFinding *
add (Check *check, const char *rule, double mm, guint n)
{
  RingFinding finding = { .rule = ring_minimum_find (rule),
                          .mm = mm,
                          .least = ring_limits_get (check->limits, rule),
                          .n = n };

  finding.text = describe (&finding);
  g_array_append_val (check->findings, finding);
  return &g_array_index (check->findings, RingFinding, check->findings->len - 1);
}

static void
add_on_ring (Check *check, const char *rule, double mm, guint n, RingVec at)
{
  RingFinding *finding = add (check, rule, mm, n);

  finding->ring = g_strdup (check->ring);
  finding->at = at;
}

/* ------------------------------------------------------------------ the band */

/* The first place where it is too thin or narrow, from the top down. */
static void
check_band (Check *check)
{
  const RingBand *band = &check->spec.band;
  double width = fmin (ring_band_width (band, 0), ring_band_width (band, G_PI));
  double thickness = fmin (ring_band_thickness (band, 0), ring_band_thickness (band, G_PI));
  double palm = ring_band_thickness (band, G_PI);
  double w = width < ring_band_width (band, 0) ? G_PI : 0;
  double t = thickness < ring_band_thickness (band, 0) ? G_PI : 0;

  if (is_short (check, "shank-width", width))
    add_on_ring (check, "shank-width", width, 1,
                 ring_band_point (band, w, 1, ring_band_outer (band, w, 1)));
  /* Where it is thin at the base alone, a rule of its own says so. */
  if (is_short (check, "shank-thickness", ring_band_thickness (band, 0)))
    add_on_ring (check, "shank-thickness", ring_band_thickness (band, 0), 1,
                 ring_band_point (band, 0, 0, ring_band_outer (band, 0, 0)));
  if (t != 0 && is_short (check, "shank-palm", palm))
    add_on_ring (check, "shank-palm", palm, 1,
                 ring_band_point (band, G_PI, 0, ring_band_outer (band, G_PI, 0)));
}

/* ------------------------------------------------------------------ stones */

static RingVec
culet_of (const Check *check, const RingGem *gem)
{
  double low = gem->depth * (1 - ring_cut_crown_part (gem->cut));

  return ring_place_point (&gem->place, ring_band_radius (&check->spec.band),
                           (RingVec){ 0, 0, -low });
}

static double
culet_clearance (const Check *check, const RingGem *gem)
{
  RingVec culet = culet_of (check, gem);

  return hypot (culet.x, culet.y) - ring_band_radius (&check->spec.band);
}

/* How far within the band's edge a stone stays, where there is metal below it. */
static double
edge_distance (const Check *check, const RingGem *gem)
{
  double wide = ring_band_width (&check->spec.band, gem->place.angle * G_PI / 180);
  double c = cos (gem->place.tilt * G_PI / 180);

  return wide / 2 - fabs (gem->place.offset) - c * fmin (gem->length, gem->width) / 2;
}

/* The worst of GEMS by one measure; its number of them that are too short. */
static void
check_each (Check *check,
            const char *rule,
            const GArray *gems,
            double (*measure) (const Check *check, const RingGem *gem),
            gboolean at_culet)
{
  const RingGem *worst = NULL;
  double least = G_MAXDOUBLE;
  guint n = 0;

  for (guint i = 0; i < gems->len; i++)
    {
      const RingGem *gem = &g_array_index (gems, RingGem, i);
      double mm = measure (check, gem);

      if (!is_short (check, rule, mm))
        continue;
      n++;
      if (mm < least)
        {
          least = mm;
          worst = gem;
        }
    }
  if (worst != NULL)
    add_on_ring (check, rule, least, n,
                 at_culet ? culet_of (check, worst) : ring_gem_origin (worst, &check->spec.band));
}

static RingLayoutStone
stone_of (const RingGem *gem)
{
  return (RingLayoutStone){ gem->cut, gem->length, gem->width, gem->place };
}

/* Stones of one layout are alike and many: they are one finding. Others are looked at in pairs. */
static void
check_air (Check *check, const GArray *gems)
{
  double least = ring_limits_get (check->limits, "gem-spacing");
  double radius = ring_band_radius (&check->spec.band);

  for (guint i = 0; i < gems->len; i++)
    for (guint k = i + 1; k < gems->len; k++)
      {
        const RingGem *a = &g_array_index (gems, RingGem, i);
        const RingGem *b = &g_array_index (gems, RingGem, k);
        RingVec at = ring_gem_origin (a, &check->spec.band);
        RingVec way = ring_vec_sub (ring_gem_origin (b, &check->spec.band), at);
        RingLayoutStone one = stone_of (a), other = stone_of (b);
        double air;

        if ((a->member && g_str_equal (a->id, b->id))
            || ring_vec_length (way) > (hypot (a->length, a->width) + hypot (b->length, b->width)) / 2
                                           + least)
          continue;
        air = ring_layout_air (&one, &other, radius);
        if (is_short (check, "gem-spacing", air))
          add_on_ring (check, "gem-spacing", air, 1,
                       ring_vec_add (at, ring_vec_scale (way, 0.5)));
      }
}

static void
check_layout (Check *check, const RingGemLayout *layout)
{
  const RingBand *band = &check->spec.band;
  const RingLayout *l = &layout->layout;
  g_autoptr (GArray) gems = ring_gem_layout_gems (layout, band);
  gboolean set_in = l->kind == RING_LAYOUT_PAVE || l->kind == RING_LAYOUT_CHANNEL
                    || l->kind == RING_LAYOUT_ETERNITY;
  RingVec first;
  RingLaid laid;

  if (gems->len == 0)
    return;
  first = ring_gem_origin (&g_array_index (gems, RingGem, 0), band);
  ring_gem_layout_lay (layout, band, ring_limits_get (check->limits, "gem-spacing"), &laid);
  for (guint i = 0; i < laid.tight->len; i++)
    if (g_array_index (laid.tight, gboolean, i))
      {
        add_on_ring (check, "gem-spacing", laid.nearest, laid.n_tight,
                     ring_gem_origin (&g_array_index (gems, RingGem, i), band));
        break;
      }
  ring_laid_clear (&laid);
  check_each (check, "culet-clearance", gems, culet_clearance, TRUE);
  if (set_in)
    check_each (check, "gem-edge", gems, edge_distance, FALSE);
  if (l->kind == RING_LAYOUT_CHANNEL && is_short (check, "channel-stone", l->width))
    add_on_ring (check, "channel-stone", l->width, gems->len, first);
  if (l->kind == RING_LAYOUT_PAVE && is_short (check, "pave-width", band->width))
    add_on_ring (check, "pave-width", band->width, 1, first);
}

/* Of small stones claws are thinner by custom: the rule is for those from 1.5 mm on. */
#define LEAST_PRONGED 1.5

static double
least_of (const char *minimum, gpointer limits)
{
  return ring_limits_get (limits, minimum);
}

/* The culet's clearance is asked of every gem, set or not. */
static void
check_setting (Check *check, const RingGem *gem)
{
  const RingBand *band = &check->spec.band;
  RingVec at = ring_gem_origin (gem, band);
  g_autoptr (GArray) faults = NULL;
  RingSettingChoice choice;
  RingSettingGem held;

  if (!ring_gem_setting_init (&choice, ring_gem_setting_find (check->drawing, gem->id), gem, band))
    return;
  ring_setting_gem_init (&held, band, gem->cut, gem->length, gem->width, gem->depth, &gem->place);
  faults = ring_setting_check (&choice.setting, &held, least_of, (gpointer) check->limits);
  for (guint i = 0; i < faults->len; i++)
    {
      const RingSettingFault *fault = &g_array_index (faults, RingSettingFault, i);
      gboolean prong = g_str_equal (fault->minimum, "prong");

      if (g_str_equal (fault->minimum, "culet-clearance") || (prong && gem->width < LEAST_PRONGED))
        continue;
      add_on_ring (check, fault->minimum, fault->mm, prong ? choice.setting.claws : 1, at);
    }
}

static void
check_ring (Check *check, const RingRecord *ring)
{
  g_autoptr (GArray) own = NULL;
  g_autoptr (GArray) all = NULL;

  check->ring = ring != NULL ? ring_record_get_id (ring) : "";
  ring_spec_init (&check->spec, ring);
  check_band (check);
  own = ring_gem_list (check->drawing, check->ring);
  all = ring_gem_list_all (check->drawing, check->ring);
  for (guint i = 0; i < own->len; i++)
    {
      g_autoptr (GArray) one = g_array_new (FALSE, FALSE, sizeof (RingGem));

      g_array_append_val (one, g_array_index (own, RingGem, i));
      check_each (check, "culet-clearance", one, culet_clearance, TRUE);
      check_setting (check, &g_array_index (own, RingGem, i));
    }
  for (guint i = 0; i < ring_drawing_get_n_records (check->drawing); i++)
    {
      RingGemLayout layout;

      if (!ring_gem_layout_init (&layout, ring_drawing_get_record (check->drawing, i),
                                 check->drawing))
        continue;
      if (ring_drawing_find_ring (check->drawing, layout.ring) == ring)
        check_layout (check, &layout);
      ring_gem_layout_clear (&layout);
    }
  check_air (check, all);
}

/* ------------------------------------------------------------------ lines of metal */

static void
check_layer (Check *check, const RingViewHead *head, const RingLayer *layer)
{
  const RingItem *worst = NULL;
  double least = G_MAXDOUBLE;
  RingFinding *finding;
  RingRect bounds;
  guint n = 0;

  for (gsize i = 0; i < ring_layer_get_n_items (layer); i++)
    {
      const RingItem *item = ring_layer_get_item (layer, i);
      const RingStroke *stroke = ring_item_get_stroke (item);
      double mm;

      if (stroke == NULL)
        continue;
      mm = stroke->style.ink.width * ring_matrix_scale (ring_item_get_matrix (item));
      if (!is_short (check, "detail", mm))
        continue;
      n++;
      if (mm < least)
        {
          least = mm;
          worst = item;
        }
    }
  if (worst == NULL)
    return;
  bounds = ring_item_get_bounds (worst);
  finding = add (check, "detail", least, n);
  finding->view = g_strdup (head->id);
  finding->point = (RingPoint){ (bounds.x0 + bounds.x1) / 2, (bounds.y0 + bounds.y1) / 2 };
}

static void
check_lines (Check *check)
{
  for (guint v = 0; v < ring_drawing_get_n_views (check->drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (check->drawing, v);

      if (ring_view_get_head (view)->kind == RING_VIEW_PAGE)
        continue;
      for (guint l = 0; l < ring_view_get_n_layers (view); l++)
        if (ring_layer_get_head (ring_view_get_layer (view, l))->role == RING_ROLE_METAL)
          check_layer (check, ring_view_get_head (view), ring_view_get_layer (view, l));
    }
}

GArray *
ring_bench_check (const RingDrawing *drawing, const RingLimits *limits)
{
  Check check = { .drawing = drawing,
                  .limits = limits,
                  .findings = g_array_new (FALSE, FALSE, sizeof (RingFinding)) };

  g_array_set_clear_func (check.findings, finding_clear);
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    if (g_str_equal (ring_record_get_kind (ring_drawing_get_record (drawing, i)), RING_RECORD_RING))
      check_ring (&check, ring_drawing_get_record (drawing, i));
  check_lines (&check);
  return check.findings;
}

gboolean
ring_finding_see (const RingFinding *finding,
                  const RingDrawing *drawing,
                  const RingViewHead *head,
                  RingPoint *point)
{
  const RingRecord *ring;
  RingViewsKind kind;
  RingSpec spec;
  double part;

  if (finding->view != NULL)
    {
      *point = finding->point;
      return g_strcmp0 (finding->view, head->id) == 0;
    }
  ring = ring_drawing_find_ring (drawing, finding->ring);
  if (!ring_view_lines_kind (head->kind, &kind)
      || ring_drawing_find_ring (drawing, head->ring) != ring)
    return FALSE;
  if (kind != RING_VIEWS_STRIP)
    {
      *point = ring_views_see (kind, finding->at);
      return TRUE;
    }
  ring_spec_init (&spec, ring);
  part = atan2 (finding->at.x, finding->at.y) / (2 * G_PI);
  *point = (RingPoint){ part * ring_band_outer_length (&spec.band), finding->at.z };
  return TRUE;
}

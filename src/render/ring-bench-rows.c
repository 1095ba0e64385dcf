/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-bench-rows.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-bench-check.h"
#include "ring-custody.h"
#include "ring-day.h"
#include "ring-gem-layout.h"
#include "ring-gem-setting.h"
#include "ring-inscription.h"
#include "ring-making.h"
#include "ring-number.h"
#include "ring-size.h"
#include "ring-spec.h"
#include "ring-stone.h"
#include "ring-task.h"
#include "ring-weight.h"

static char *
format_mm (double mm)
{
  g_autofree char *number = ring_number_format (mm, 2);

  return g_strdup_printf (_ ("%s mm"), number);
}

/* -------------------------------------------------------------------- rings */

/* The size in the system it was taken in, what a gauge shows and the millimetres: the three ways in which
 * people at the bench measure it. */
static char *
format_size (const RingSpec *spec)
{
  g_autofree char *around = ring_number_format (spec->band.circumference, 2);
  g_autofree char *across = ring_number_format (ring_size_diameter (spec->band.circumference), 2);
  g_autofree char *label = NULL;
  g_autofree char *iso = NULL;
  RingSizeSystem system;

  if (!ring_size_system_from_id (spec->size_system, &system))
    system = RING_SIZE_ISO;
  label = ring_size_format (system, spec->band.circumference, NULL);
  iso = ring_size_format (RING_SIZE_ISO, spec->band.circumference, NULL);
  if (!spec->size_known)
    /* Translators: the way round a finger and its diameter, mm. */
    return g_strdup_printf (_ ("TO BE CONFIRMED; drawn at %s mm around, Ø %s mm"), around, across);
  /* Translators: a system of ring sizes and the size in it, the gauge, the way round and the diameter, mm. */
  return g_strdup_printf (_ ("%s %s; gauge %s; %s mm around, Ø %s mm"), ring_size_system_name (system), label,
                          iso, around, across);
}

static char *
format_pair (double top, double base)
{
  g_autofree char *at_top = ring_number_format (top, 2);
  g_autofree char *at_base = ring_number_format (base, 2);

  if (base > 0 && fabs (base - top) > 1e-6)
    /* Translators: a width or thickness at the ring's top and at its base, mm. */
    return g_strdup_printf (_ ("%s mm at the top, %s mm at the base"), at_top, at_base);
  return g_strdup_printf (_ ("%s mm"), at_top);
}

static void
put_inscription (RingFlow *flow, const RingDrawing *drawing, const RingRecord *ring)
{
  RingInscription it;
  g_autofree char *height = NULL;
  g_autofree char *text = NULL;

  if (!ring_inscription_init (&it, ring_inscription_find (drawing, ring_record_get_id (ring))))
    return;
  height = ring_number_format (it.height, 2);
  text = it.inner
             /* Translators: what is engraved, the face of its letters and the height of its capitals, mm. */
             ? g_strdup_printf (_ ("“%s”, %s, capitals %s mm, inside"), it.text, ring_face_label (it.face), height)
             : g_strdup_printf (_ ("“%s”, %s, capitals %s mm, outside"), it.text, ring_face_label (it.face), height);
  ring_flow_row (flow, _ ("Inscription"), text);
}

void
ring_bench_rows_put_ring (RingFlow *flow, const RingDrawing *drawing, const RingRecord *ring)
{
  RingSpec spec;
  g_autofree char *size = NULL;
  g_autofree char *width = NULL;
  g_autofree char *thickness = NULL;
  g_autofree char *band = NULL;
  g_autofree char *blank = NULL;
  const RingAlloy *alloy;

  ring_spec_init (&spec, ring);
  size = format_size (&spec);
  width = format_pair (spec.band.width, spec.band.base_width);
  thickness = format_pair (spec.band.thickness, spec.band.base_thickness);
  /* Translators: the profile of a band, its width and its thickness. */
  band = g_strdup_printf (_ ("%s; width %s; thickness %s"), ring_profile_label (spec.band.profile), width, thickness);
  blank = format_mm (ring_band_blank_length (&spec.band));
  alloy = ring_alloy_find (spec.alloy);
  ring_flow_row (flow, _ ("Finger size"), size);
  ring_flow_row (flow, _ ("Wearer"), ring_record_get (ring, "wearer"));
  ring_flow_row (flow, _ ("Hand"), ring_record_get (ring, "hand"));
  ring_flow_row (flow, _ ("Band"), band);
  ring_flow_row (flow, _ ("Blank, length"), blank);
  if (alloy != NULL)
    {
      /* Translators: an alloy, and its parts in a thousand. */
      g_autofree char *metal = g_strdup_printf (_ ("%s, %d ‰"), _ (ring_alloy_label (alloy)), alloy->fineness);

      ring_flow_row (flow, _ ("Metal"), metal);
    }
  else
    ring_flow_row (flow, _ ("Metal"), _ ("not chosen"));
  ring_flow_row (flow, _ ("Finish"), ring_record_get (ring, "finish"));
  put_inscription (flow, drawing, ring);
}

/* -------------------------------------------------------------------- metal */

void
ring_bench_rows_put_metal (RingFlow *flow, const RingDrawing *drawing)
{
  const RingFlowColumn columns[] = { { _ ("Metal"), 4 },
                                     { _ ("Finished, reckoned"), 4 },
                                     { _ ("Given out, g"), 3 },
                                     { _ ("Cast, g"), 3 },
                                     { _ ("Back, g"), 3 } };
  RingWeight weight;

  ring_weight_init (&weight, drawing, NULL);
  ring_flow_heading (flow, _ ("Metal"), 14);
  ring_flow_table_head (flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < weight.metals->len; i++)
    {
      const RingMetalWeight *metal = &g_array_index (weight.metals, RingMetalWeight, i);
      g_autofree char *least = ring_number_format (metal->least, 1);
      g_autofree char *most = ring_number_format (metal->most, 1);
      /* Translators: the least and the largest weight. */
      g_autofree char *grams = g_strdup_printf (_ ("%s to %s g"), least, most);
      const char *cells[] = { _ (ring_alloy_label (metal->alloy)), grams, NULL, NULL, NULL };

      ring_flow_table_row (flow, columns, G_N_ELEMENTS (columns), cells);
    }
  if (weight.metals->len == 0)
    ring_flow_table_row (flow, columns, G_N_ELEMENTS (columns),
                         (const char *[]){ _ ("not chosen"), NULL, NULL, NULL, NULL });
  for (guint i = 0; i < weight.missing->len; i++)
    ring_flow_paragraph (flow, g_ptr_array_index (weight.missing, i), RING_FLOW_GREY);
  ring_weight_clear (&weight);
}

/* ------------------------------------------------------------------- stones */

/* Where on the ring the stone sits: the setting of its gem, else that it is only in the job. */
static const char *
find_place (const RingDrawing *drawing, const RingRecord *stone)
{
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      if (g_str_equal (ring_record_get_kind (record), RING_RECORD_GEM)
          && g_strcmp0 (ring_record_get (record, "stone"), ring_record_get_id (stone)) == 0)
        return _ ("on the ring");
    }
  return _ ("as drawn");
}

static char *
format_stone (const RingRecord *stone)
{
  const char *cut = ring_record_get (stone, "cut");
  const char *report = ring_record_get (stone, "report");
  GString *text = g_string_new (ring_record_get_or (stone, "name", ring_record_get_or (stone, "species", _ ("Stone"))));

  if (cut != NULL)
    g_string_append_printf (text, ", %s", cut);
  if (report != NULL)
    g_string_append_printf (text, "\n%s %s", ring_record_get_or (stone, "lab", ""), report);
  return g_string_free (text, FALSE);
}

/* Who has to be asked when something happens to it. */
static const char *
find_owner (const RingRecord *stone)
{
  const char *status = ring_record_get_or (stone, "status", "");

  if (g_str_equal (status, "wished") || g_str_equal (status, "searching"))
    return _ ("not found yet");
  if (g_str_equal (status, "own") || g_str_has_prefix (ring_record_get_or (stone, "provenance", ""), "heirloom"))
    return _ ("the client's");
  if (g_str_equal (status, "memo") || ring_record_get (stone, "memo") != NULL)
    return _ ("on memo");
  return g_str_equal (status, "bought") ? _ ("the shop's") : _ ("not said");
}

static void
put_stone (RingFlow *flow, const RingFlowColumn *columns, guint n, const RingDrawing *drawing, const RingRecord *stone)
{
  g_autofree char *name = format_stone (stone);
  g_autofree char *size = ring_stone_format_size (stone, TRUE);
  g_autofree char *carat = ring_stone_format_carat (stone);
  const char *cells[] = { name, find_place (drawing, stone), size, carat,
                          find_owner (stone), NULL, NULL };

  ring_flow_table_row (flow, columns, n, cells);
}

/* A gem of which there is no card. */
static void
put_gem (RingFlow *flow, const RingFlowColumn *columns, guint n, const RingRecord *record)
{
  RingGem gem;
  g_autofree char *name = NULL;
  g_autofree char *size = NULL;
  g_autofree char *length = NULL;
  g_autofree char *width = NULL;
  g_autofree char *depth = NULL;

  if (ring_record_get (record, "stone") != NULL || !ring_gem_init (&gem, record))
    return;
  length = ring_number_format (gem.length, 2);
  width = ring_number_format (gem.width, 2);
  depth = ring_number_format (gem.depth, 2);
  size = g_strdup_printf ("%s × %s × %s", length, width, depth);
  name = g_strdup_printf ("%s, %s", _ (gem.species->label), ring_cut_label (gem.cut));
  ring_flow_table_row (flow, columns, n,
                       (const char *[]){ name, _ ("on the ring"), size, NULL, _ ("no card"), NULL, NULL });
}

static void
put_layout (RingFlow *flow, const RingFlowColumn *columns, guint n, const RingDrawing *drawing, const RingRecord *record)
{
  RingGemLayout layout;
  RingLayoutWeight weight;
  RingLaid laid;
  RingSpec spec;
  g_autofree char *name = NULL;
  g_autofree char *size = NULL;
  g_autofree char *mm = NULL;
  g_autofree char *number = NULL;
  g_autofree char *carat = NULL;

  if (!ring_gem_layout_init (&layout, record, drawing))
    return;
  ring_spec_init (&spec, ring_drawing_find_ring (drawing, layout.ring));
  ring_gem_layout_lay (&layout, &spec.band, 0, &laid);
  ring_gem_layout_weigh (&layout, laid.places->len, &weight);
  mm = ring_number_format (layout.layout.length, 2);
  number = ring_number_format (weight.total, 2);
  carat = g_strdup_printf ("≈ %s", number);
  name = g_strdup_printf ("%s, %s", _ (layout.species->label), ring_cut_label (layout.layout.cut));
  /* Translators: how many small stones of how many mm. */
  size = weight.sieve != NULL ? g_strdup_printf (_ ("%u × %s (sieve %s)"), laid.places->len, mm, weight.sieve->name)
                              : g_strdup_printf ("%u × %s", laid.places->len, mm);
  ring_flow_table_row (flow, columns, n,
                       (const char *[]){ name, ring_layout_kind_label (layout.layout.kind), size, carat, NULL, NULL, NULL });
  ring_layout_weight_clear (&weight);
  ring_laid_clear (&laid);
  ring_gem_layout_clear (&layout);
}

void
ring_bench_rows_put_stones (RingFlow *flow, const RingDrawing *drawing)
{
  const RingFlowColumn columns[] = { { _ ("Stone"), 5 }, { _ ("Place"), 2.4 }, { _ ("Size, mm"), 4 },
                                     { _ ("ct"), 1.8 },  { _ ("Whose"), 2.4 }, { _ ("Out"), 1.8 },
                                     { _ ("In"), 1.8 } };
  guint n = G_N_ELEMENTS (columns);
  gboolean any = FALSE;

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);
      const char *kind = ring_record_get_kind (record);

      if (!g_str_equal (kind, RING_RECORD_STONE) && !g_str_equal (kind, RING_RECORD_GEM)
          && !g_str_equal (kind, RING_RECORD_LAYOUT))
        continue;
      if (!any)
        {
          ring_flow_heading (flow, _ ("Stones"), 14);
          ring_flow_table_head (flow, columns, n);
          any = TRUE;
        }
      if (g_str_equal (kind, RING_RECORD_STONE))
        put_stone (flow, columns, n, drawing, record);
      else if (g_str_equal (kind, RING_RECORD_GEM))
        put_gem (flow, columns, n, record);
      else
        put_layout (flow, columns, n, drawing, record);
    }
}

/* ----------------------------------------------------------------- settings */

/* What is made for the stone, in numbers. */
static char *
format_setting (const RingSettingChoice *choice)
{
  const RingSetting *setting = &choice->setting;
  GString *text = g_string_new (NULL);

  if (ring_setting_has_claws (setting->kind))
    {
      g_autofree char *mm = ring_number_format (setting->claw, 2);

      /* Translators: how many claws, their shape, and their thickness in mm. */
      g_string_append_printf (text, _ ("%u claws, %s, Ø %s mm"), setting->claws,
                              ring_claw_shape_label (setting->shape), mm);
    }
  if (ring_setting_has_wall (setting->kind))
    {
      g_autofree char *mm = ring_number_format (setting->wall, 2);

      g_string_append_printf (text, _ ("%swall %s mm"), text->len > 0 ? "; " : "", mm);
    }
  if (ring_setting_has_rails (setting->kind) && setting->rails > 0)
    {
      g_autofree char *mm = ring_number_format (setting->rail, 2);

      g_string_append_printf (text, _ ("%s%u rails of %s mm"), text->len > 0 ? "; " : "", setting->rails, mm);
    }
  return g_string_free (text, FALSE);
}

static void
put_setting (RingFlow *flow, const RingFlowColumn *columns, guint n, const RingDrawing *drawing, const RingRecord *record)
{
  RingSettingChoice choice;
  RingGem gem;
  RingSpec spec;
  g_autofree char *stone = NULL;
  g_autofree char *what = NULL;
  g_autofree char *girdle = NULL;
  g_autofree char *table = NULL;
  const RingAlloy *alloy;

  if (!ring_gem_init (&gem, ring_drawing_find_record (drawing, RING_RECORD_GEM, ring_record_get_or (record, "gem", ""))))
    return;
  ring_spec_init (&spec, ring_drawing_find_ring (drawing, gem.ring));
  if (!ring_gem_setting_init (&choice, record, &gem, &spec.band))
    return;
  stone = ring_gem_choice_format (&(RingGemChoice){ gem.cut, gem.species, gem.length, gem.width });
  what = format_setting (&choice);
  girdle = ring_number_format (gem.place.height, 2);
  table = ring_number_format (gem.place.height + gem.depth * ring_cut_crown_part (gem.cut), 2);
  alloy = ring_alloy_find (ring_setting_choice_alloy (&choice, &spec));
  ring_flow_table_row (flow, columns, n,
                       (const char *[]){ stone, ring_setting_kind_label (choice.setting.kind), what, girdle, table,
                                         alloy != NULL ? _ (ring_alloy_label (alloy)) : NULL });
}

void
ring_bench_rows_put_settings (RingFlow *flow, const RingDrawing *drawing)
{
  const RingFlowColumn columns[] = { { _ ("Stone"), 4.4 },
                                     { _ ("Setting"), 2.4 },
                                     { _ ("Made of"), 4 },
                                     { _ ("Girdle over finger"), 2 },
                                     { _ ("Table over finger"), 2 },
                                     { _ ("Metal"), 2.8 } };
  g_autoptr (GPtrArray) settings = ring_drawing_list_records (drawing, RING_RECORD_SETTING);

  if (settings->len == 0)
    return;
  ring_flow_heading (flow, _ ("Settings"), 14);
  ring_flow_table_head (flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < settings->len; i++)
    put_setting (flow, columns, G_N_ELEMENTS (columns), drawing, settings->pdata[i]);
}

/* -------------------------------------------------------------------- notes */

static void
put_findings (RingFlow *flow, const RingDrawing *drawing)
{
  g_autoptr (GArray) findings = NULL;
  RingLimits limits;

  ring_limits_init (&limits);
  findings = ring_bench_check (drawing, &limits);
  for (guint i = 0; i < findings->len; i++)
    ring_flow_row (flow, i == 0 ? _ ("Bench rules") : "", g_array_index (findings, RingFinding, i).text);
}

static void
put_tasks (RingFlow *flow, const RingDrawing *drawing)
{
  g_autoptr (GArray) tasks = ring_task_list (drawing, 0);

  for (guint i = 0; i < tasks->len; i++)
    {
      const RingTask *task = &g_array_index (tasks, RingTask, i);

      if (task->done == NULL)
        ring_flow_row (flow, i == 0 ? _ ("To do") : "", task->text);
    }
}

void
ring_bench_rows_put_notes (RingFlow *flow, const RingDrawing *drawing)
{
  const RingRecord *commission = ring_drawing_find_record (drawing, RING_RECORD_COMMISSION, NULL);
  const char *marks = ring_record_get (commission, "marks");

  ring_flow_heading (flow, _ ("For the bench"), 8);
  ring_flow_row (flow, _ ("Marks"), marks != NULL ? marks : _ ("not said yet: which, and where they are struck"));
  ring_flow_row (flow, _ ("May vary"), ring_record_get (commission, "vary"));
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *stone = ring_drawing_get_record (drawing, i);

      if (g_str_equal (ring_record_get_kind (stone), RING_RECORD_STONE))
        ring_flow_row (flow, ring_record_get_or (stone, "name", _ ("Stone")), ring_record_get (stone, "text"));
    }
  put_tasks (flow, drawing);
  put_findings (flow, drawing);
}

/* ------------------------------------------------------------------- making */

static const char *
find_label (const RingMakingValue *values, guint n, const char *value)
{
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (values[i].value, value) == 0)
      return _ (values[i].label);
  return value;
}

void
ring_bench_rows_put_making (RingFlow *flow, const RingDrawing *drawing)
{
  const RingFlowColumn columns[] = { { _ ("Work"), 3 }, { _ ("How"), 2 }, { _ ("Who"), 3 },
                                     { _ ("Hours"), 1.5 }, { _ ("Done"), 2 } };
  g_autoptr (GPtrArray) done = ring_drawing_list_records (drawing, RING_RECORD_OPERATION);
  guint n_what, n_by;
  const RingMakingValue *what = ring_making_operations (&n_what);
  const RingMakingValue *by = ring_making_hands (&n_by);

  if (done->len == 0)
    return;
  ring_flow_heading (flow, _ ("Work"), 14);
  ring_flow_table_head (flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < done->len; i++)
    ring_flow_table_row (flow, columns, G_N_ELEMENTS (columns),
                         (const char *[]){ find_label (what, n_what, ring_record_get (done->pdata[i], "what")),
                                           find_label (by, n_by, ring_record_get (done->pdata[i], "by")),
                                           ring_record_get (done->pdata[i], "who"),
                                           ring_record_get (done->pdata[i], "hours"), NULL });
}

/* ------------------------------------------------------------------ custody */

static void
put_log (RingFlow *flow, const RingFlowColumn *columns, guint n, const RingDrawing *drawing, const RingRecord *stone)
{
  g_autoptr (GArray) log = ring_custody_list (drawing, ring_record_get_id (stone));

  for (guint i = 0; i < log->len; i++)
    {
      const RingCustody *line = &g_array_index (log, RingCustody, i);
      g_autofree char *day = ring_day_write_moment (ring_record_get_or (line->record, "at", "–"));
      g_autofree char *carat = line->carat > 0 ? ring_number_format (line->carat, 2) : NULL;

      ring_flow_table_row (flow, columns, n,
                           (const char *[]){ ring_record_get_or (stone, "name", _ ("Stone")),
                                             ring_custody_label (line->record), ring_record_get (line->record, "who"),
                                             day, carat != NULL ? carat : "–" });
    }
}

void
ring_bench_rows_put_custody (RingFlow *flow, const RingDrawing *drawing)
{
  const RingFlowColumn columns[] = { { _ ("Stone"), 3 }, { _ ("What"), 4 }, { _ ("Who"), 4 },
                                     { _ ("When"), 3 }, { _ ("ct"), 1.5 } };
  g_autoptr (GPtrArray) stones = ring_drawing_list_records (drawing, RING_RECORD_STONE);

  if (ring_drawing_find_record (drawing, RING_RECORD_CUSTODY, NULL) == NULL)
    return;
  ring_flow_heading (flow, _ ("Whose hands the stones went through"), 14);
  ring_flow_table_head (flow, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < stones->len; i++)
    put_log (flow, columns, G_N_ELEMENTS (columns), drawing, stones->pdata[i]);
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* info: what a design holds. */
#include "ring-cli-private.h"

#include <glib/gi18n-lib.h>

#include "ring-alloy.h"
#include "ring-clock.h"
#include "ring-custody.h"
#include "ring-day.h"
#include "ring-gem-layout.h"
#include "ring-gem-setting.h"
#include "ring-making.h"
#include "ring-minimum.h"
#include "ring-number.h"
#include "ring-plot.h"
#include "ring-provenance.h"
#include "ring-spec.h"
#include "ring-stone.h"

static const struct
{
  RingItemKind kind;
  const char *name;
  const char *label;
} kinds[] = {
  { RING_ITEM_STROKE, "stroke", N_("strokes") },
  { RING_ITEM_NOTE, "note", N_("notes") },
  { RING_ITEM_PRESET, "preset", N_("presets") },
  { RING_ITEM_ARTWORK, "artwork", N_("artworks") },
  { RING_ITEM_FOREIGN, "foreign", N_("foreign") },
  { RING_ITEM_FIGURE, "figure", N_("figures") },
  { RING_ITEM_IMAGE, "image", N_("photos") },
};

void
ring_cli_json_record (JsonBuilder *json, const RingRecord *record)
{
  ring_cli_json_string (json, "id", ring_record_get_id (record));
  for (guint i = 0; i < ring_record_get_n_fields (record); i++)
    {
      const char *value;
      const char *name = ring_record_get_field (record, i, &value);

      if (!g_str_equal (name, "id"))
        ring_cli_json_string (json, name, value);
    }
}

static void
add_fields (JsonBuilder *json, const RingRecord *record)
{
  json_builder_begin_object (json);
  ring_cli_json_record (json, record);
  json_builder_end_object (json);
}

static void
add_one (JsonBuilder *json, const RingDrawing *drawing, const char *kind)
{
  const RingRecord *record = ring_drawing_find_record (drawing, kind, NULL);

  json_builder_set_member_name (json, kind);
  if (record != NULL)
    add_fields (json, record);
  else
    json_builder_add_null_value (json);
}

static void
add_list (JsonBuilder *json, const RingDrawing *drawing, const char *kind, const char *name)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    if (g_str_equal (ring_record_get_kind (ring_drawing_get_record (drawing, i)), kind))
      add_fields (json, ring_drawing_get_record (drawing, i));
  json_builder_end_array (json);
}

static void
add_wording (JsonBuilder *json, const char *name, GPtrArray *words)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; i < words->len; i++)
    {
      const RingWording *wording = g_ptr_array_index (words, i);

      json_builder_begin_object (json);
      ring_cli_json_string (json, "about", wording->about);
      ring_cli_json_string (json, "text", wording->text);
      ring_cli_json_string (json, "rule", wording->rule);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

/* Beside the fields, what of them may be printed. */
static void
add_stone (JsonBuilder *json, const RingRecord *record)
{
  gint64 now = ring_clock_now_ms ();
  g_autoptr (GPtrArray) words = ring_provenance_words (record, now);
  g_autoptr (GPtrArray) held = ring_provenance_held (record, now);
  int left;

  json_builder_begin_object (json);
  ring_cli_json_record (json, record);
  add_wording (json, "words", words);
  add_wording (json, "held", held);
  if (ring_day_get_left (record, "due", now, &left))
    ring_cli_json_count (json, "due-in-days", left);
  json_builder_end_object (json);
}

static void
add_stones (JsonBuilder *json, const RingDrawing *drawing)
{
  json_builder_set_member_name (json, "stones");
  json_builder_begin_array (json);
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    if (g_str_equal (ring_record_get_kind (ring_drawing_get_record (drawing, i)),
                     RING_RECORD_STONE))
      add_stone (json, ring_drawing_get_record (drawing, i));
  json_builder_end_array (json);
}

/* Each stone's log, with what its weights tell. */
static void
add_custody (JsonBuilder *json, const RingDrawing *drawing)
{
  json_builder_set_member_name (json, "custody");
  json_builder_begin_array (json);
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *stone = ring_drawing_get_record (drawing, i);
      g_autoptr (GArray) list = NULL;

      if (!g_str_equal (ring_record_get_kind (stone), RING_RECORD_STONE))
        continue;
      list = ring_custody_list (drawing, ring_record_get_id (stone));
      for (guint k = 0; k < list->len; k++)
        {
          const RingCustody *line = &g_array_index (list, RingCustody, k);

          json_builder_begin_object (json);
          ring_cli_json_record (json, line->record);
          if (line->change != 0)
            ring_cli_json_decimal (json, "change", line->change, 2);
          json_builder_set_member_name (json, "flagged");
          json_builder_add_boolean_value (json, line->flagged);
          json_builder_end_object (json);
        }
    }
  json_builder_end_array (json);
}

/* What its figures come to, beside the fields. */
static void
add_layout (JsonBuilder *json, const RingDrawing *drawing, const RingRecord *record)
{
  RingGemLayout layout;
  RingLayoutWeight weight;
  RingSpec spec;
  RingLaid laid;

  if (!ring_gem_layout_init (&layout, record, drawing))
    {
      add_fields (json, record);
      return;
    }
  ring_spec_init (&spec, ring_drawing_find_ring (drawing, layout.ring));
  ring_gem_layout_lay (&layout, &spec.band, ring_minimum_find ("gem-spacing")->mm, &laid);
  ring_gem_layout_weigh (&layout, laid.places->len, &weight);
  json_builder_begin_object (json);
  ring_cli_json_record (json, record);
  ring_cli_json_count (json, "stones", laid.places->len);
  ring_cli_json_count (json, "too-close", laid.n_tight);
  if (laid.places->len > 1)
    ring_cli_json_decimal (json, "least-spacing", laid.nearest, 3);
  ring_cli_json_decimal (json, "carat-formula", weight.total, 3);
  if (weight.sieve != NULL)
    ring_cli_json_decimal (json, "carat-sieve", weight.by_sieve, 3);
  json_builder_end_object (json);
  ring_layout_weight_clear (&weight);
  ring_laid_clear (&laid);
  ring_gem_layout_clear (&layout);
}

static void
add_layouts (JsonBuilder *json, const RingDrawing *drawing)
{
  json_builder_set_member_name (json, "layouts");
  json_builder_begin_array (json);
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      if (g_str_equal (ring_record_get_kind (record), RING_RECORD_LAYOUT))
        add_layout (json, drawing, record);
    }
  json_builder_end_array (json);
}

/* Of each ring what its metal comes to; grams where the alloys are known. */
static void
add_estimates (JsonBuilder *json, const RingDrawing *drawing)
{
  json_builder_set_member_name (json, "estimates");
  json_builder_begin_array (json);
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);
      RingSettingWeight weight;
      const RingAlloy *alloy;
      RingSpec spec;

      if (!g_str_equal (ring_record_get_kind (record), RING_RECORD_RING))
        continue;
      ring_spec_init (&spec, record);
      alloy = ring_alloy_find (spec.alloy);
      ring_gem_setting_weigh (drawing, record, &weight);
      json_builder_begin_object (json);
      ring_cli_json_string (json, "ring", ring_record_get_id (record));
      ring_cli_json_decimal (json, "band-mm3", ring_band_volume (&spec.band), 2);
      ring_cli_json_count (json, "settings", weight.n);
      ring_cli_json_decimal (json, "settings-mm3", weight.volume, 2);
      if (alloy != NULL)
        ring_cli_json_decimal (json, "band-grams", ring_band_weight (&spec.band, alloy->density), 2);
      if (weight.n > 0 && weight.weighed)
        ring_cli_json_decimal (json, "settings-grams", weight.grams, 2);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static const char *const states[] = { "unknown", "holds", "fails" };

static void
add_claim (JsonBuilder *json, const char *name, RingMakingState state, char *evidence)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_object (json);
  ring_cli_json_string (json, "state", states[state]);
  ring_cli_json_string (json, "evidence", evidence);
  json_builder_end_object (json);
  g_free (evidence);
}

/* How it is made, and which words that bears out. */
static void
add_making (JsonBuilder *json, const RingDrawing *drawing)
{
  char *evidence = NULL;
  RingMakingState state = ring_making_is_handmade (drawing, &evidence);

  add_one (json, drawing, RING_RECORD_MAKING);
  add_list (json, drawing, RING_RECORD_PART, "parts");
  add_list (json, drawing, RING_RECORD_OPERATION, "operations");
  json_builder_set_member_name (json, "claims");
  json_builder_begin_object (json);
  add_claim (json, "handmade", state, evidence);
  state = ring_making_is_one_of_a_kind (drawing, &evidence);
  add_claim (json, "one-of-a-kind", state, evidence);
  json_builder_end_object (json);
}

static void
add_views (JsonBuilder *json, const RingDrawing *drawing)
{
  json_builder_set_member_name (json, "views");
  json_builder_begin_array (json);
  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingView *view = ring_drawing_get_view (drawing, i);
      const RingViewHead *head = ring_view_get_head (view);

      json_builder_begin_object (json);
      ring_cli_json_string (json, "view", ring_view_kind_name (head->kind));
      ring_cli_json_decimal (json, "scale", head->scale, 4);
      ring_cli_json_count (json, "layers", ring_view_get_n_layers (view));
      ring_cli_json_count (json, "items", (gint64) ring_view_get_n_items (view));
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print_json (const char *path, const RingDrawing *drawing)
{
  JsonBuilder *json = json_builder_new ();

  json_builder_begin_object (json);
  ring_cli_json_string (json, "file", path);
  ring_cli_json_string (json, "design", ring_drawing_get_uuid (drawing));
  ring_cli_json_decimal (json, "width", ring_drawing_get_width (drawing), 4);
  ring_cli_json_decimal (json, "height", ring_drawing_get_height (drawing), 4);
  add_one (json, drawing, RING_RECORD_COMMISSION);
  add_list (json, drawing, RING_RECORD_RING, "rings");
  add_list (json, drawing, RING_RECORD_GEM, "gems");
  add_list (json, drawing, RING_RECORD_SETTING, "settings");
  add_layouts (json, drawing);
  add_list (json, drawing, RING_RECORD_INSCRIPTION, "inscriptions");
  add_stones (json, drawing);
  add_custody (json, drawing);
  add_list (json, drawing, RING_RECORD_TAKE_IN, "taken-in");
  add_list (json, drawing, RING_RECORD_PLOT, "plots");
  add_list (json, drawing, RING_RECORD_PHOTO, "photos");
  add_list (json, drawing, RING_RECORD_ENTRY, "conversation");
  add_list (json, drawing, RING_RECORD_TASK, "tasks");
  ring_cli_add_revisions (json, drawing);
  ring_cli_add_sign_offs (json, drawing);
  add_one (json, drawing, RING_RECORD_CHOICE);
  add_making (json, drawing);
  add_estimates (json, drawing);
  ring_cli_estimate_json (json, drawing);
  add_views (json, drawing);
  json_builder_set_member_name (json, "items");
  json_builder_begin_object (json);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    ring_cli_json_count (json, kinds[i].name,
                         (gint64) ring_drawing_count_items (drawing, kinds[i].kind));
  json_builder_end_object (json);
  ring_cli_json_print (json);
}

static void
print_record (const RingRecord *record)
{
  g_autofree char *marks = g_str_equal (ring_record_get_kind (record), RING_RECORD_PLOT)
                               ? ring_plot_format (record)
                               : NULL;
  const char *between = "";

  g_print ("%s", ring_record_get_kind (record));
  for (guint i = 0; i < ring_record_get_n_fields (record); i++)
    {
      const char *value;
      const char *name = ring_record_get_field (record, i, &value);

      /* Nobody reads outlines. */
      if (ring_record_is_outline (ring_record_get_kind (record), name))
        continue;
      g_print ("%s %s: %s", between, name, value);
      between = ";";
    }
  if (marks != NULL)
    g_print ("%s %s", between, marks);
  g_print ("\n");
}

/* The fields are for those who work on the ring; what may be printed of them stands below. */
static void
print_stone (const RingRecord *record)
{
  gint64 now = ring_clock_now_ms ();
  g_autoptr (GPtrArray) words = ring_provenance_words (record, now);
  g_autoptr (GPtrArray) held = ring_provenance_held (record, now);

  g_print (_("stone %s, to be printed:"), ring_record_get_id (record));
  for (guint i = 0; i < words->len; i++)
    g_print ("%s %s", i > 0 ? ";" : "", ((const RingWording *) g_ptr_array_index (words, i))->text);
  g_print ("\n");
  for (guint i = 0; i < held->len; i++)
    {
      const RingWording *wording = g_ptr_array_index (held, i);

      g_print (_("stone %s, not printed: %s: %s (%s)\n"), ring_record_get_id (record),
               wording->about, wording->text, _(wording->rule));
    }
}

static void
print_layout (const RingDrawing *drawing, const RingRecord *record)
{
  RingGemLayout layout;
  RingSpec spec;
  g_autofree char *text = NULL;

  if (!ring_gem_layout_init (&layout, record, drawing))
    return;
  ring_spec_init (&spec, ring_drawing_find_ring (drawing, layout.ring));
  text = ring_gem_layout_format (&layout, &spec.band);
  g_print ("%s %s: %s\n", ring_record_get_kind (record), layout.id, text);
  ring_gem_layout_clear (&layout);
}

static void
print_estimates (const RingDrawing *drawing)
{
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);
      g_autofree char *band = NULL;
      g_autofree char *settings = NULL;
      RingSettingWeight weight;
      const RingAlloy *alloy;
      gboolean grams;
      RingSpec spec;

      if (!g_str_equal (ring_record_get_kind (record), RING_RECORD_RING))
        continue;
      ring_spec_init (&spec, record);
      alloy = ring_alloy_find (spec.alloy);
      ring_gem_setting_weigh (drawing, record, &weight);
      grams = alloy != NULL && weight.weighed;
      band = ring_number_format (grams ? ring_band_weight (&spec.band, alloy->density)
                                       : ring_band_volume (&spec.band),
                                 grams ? 2 : 1);
      settings = ring_number_format (grams ? weight.grams : weight.volume, grams ? 2 : 1);
      g_print (grams ? _("metal: band %s g, settings %s g\n")
                     : _("metal: band %s mm³, settings %s mm³\n"),
               band, settings);
    }
}

static void
print_making (const RingDrawing *drawing)
{
  g_autofree char *handmade = NULL;
  g_autofree char *one = NULL;
  RingMakingState by_hand = ring_making_is_handmade (drawing, &handmade);
  RingMakingState single = ring_making_is_one_of_a_kind (drawing, &one);

  if (ring_drawing_find_record (drawing, RING_RECORD_PART, NULL) == NULL
      && ring_drawing_find_record (drawing, RING_RECORD_MAKING, NULL) == NULL)
    return;
  g_print ("handmade, %s: %s\n", states[by_hand], handmade);
  g_print ("one-of-a-kind, %s: %s\n", states[single], one);
}

static void
print_text (const char *path, const RingDrawing *drawing)
{
  g_print ("%s\n", path);
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    /* What was signed is told below in words: nobody reads outlines. */
    if (!g_str_equal (ring_record_get_kind (ring_drawing_get_record (drawing, i)), RING_RECORD_SIGN_OFF))
      print_record (ring_drawing_get_record (drawing, i));
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      print_layout (drawing, record);
      if (g_str_equal (ring_record_get_kind (record), RING_RECORD_STONE))
        print_stone (record);
    }
  ring_cli_print_revisions (drawing);
  ring_cli_print_sign_offs (drawing);
  if (!ring_spec_is_size_known (drawing))
    g_print ("%s\n", _("finger size to be confirmed"));
  print_estimates (drawing);
  ring_cli_estimate_print (drawing);
  print_making (drawing);
  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingView *view = ring_drawing_get_view (drawing, i);

      g_print (_("view %s: %u layers, %u items\n"),
               ring_view_kind_name (ring_view_get_head (view)->kind), ring_view_get_n_layers (view),
               (guint) ring_view_get_n_items (view));
    }
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    g_print ("%s%s: %u", i > 0 ? ", " : "", _(kinds[i].label),
             (guint) ring_drawing_count_items (drawing, kinds[i].kind));
  g_print ("\n");
}

RingCliStatus
ring_cli_info (char **args)
{
  gboolean as_json = FALSE;
  g_auto (GStrv) files = NULL;
  g_autoptr (RingDrawing) drawing = NULL;
  const GOptionEntry entries[]
      = { { "json", 0, 0, G_OPTION_ARG_NONE, &as_json, N_("Write JSON"), NULL }, { NULL } };

  if (!ring_cli_parse (&args, _("FILE"), _("Tells what a design holds."), entries))
    return RING_CLI_USAGE;
  files = args;
  if (g_strv_length (files) != 2)
    return ring_cli_usage (_("info needs one FILE; see ringwright info --help"));
  drawing = ring_cli_load (files[1], NULL);
  if (drawing == NULL)
    return RING_CLI_FAILED;
  if (as_json)
    print_json (files[1], drawing);
  else
    print_text (files[1], drawing);
  return RING_CLI_DONE;
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What is remembered of the instruments from one run to the next. */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-gem-setting.h"
#include "ring-instruments-private.h"
#include "ring-number.h"
#include "ring-palette.h"

static GVariant *
save_style (const RingStrokeStyle *style, guint32 own, RingPaletteKind palette)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  const RingPressureCurve *curve = &style->ink.curve;
  g_autofree char *colour = ring_palette_format (style->colour);
  g_autofree char *own_colour = ring_palette_format (own);

  g_variant_dict_insert (&dict, "width", "d", style->ink.width);
  g_variant_dict_insert (&dict, "curve", "(dddd)", curve->x1, curve->y1, curve->x2, curve->y2);
  g_variant_dict_insert (&dict, "smoothing", "s", ring_smoothing_get_name (style->ink.smoothing));
  g_variant_dict_insert (&dict, "colour", "s", colour);
  g_variant_dict_insert (&dict, "own-colour", "s", own_colour);
  g_variant_dict_insert (&dict, "palette", "s", ring_palette_get_id (palette));
  return g_variant_dict_end (&dict);
}

static void
load_style (RingInstruments *self, RingInstrument instrument, GVariant *saved)
{
  RingStrokeStyle style = self->styles[instrument];
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (saved);
  RingPressureCurve *curve = &style.ink.curve;
  const char *text;

  g_variant_dict_lookup (&dict, "width", "d", &style.ink.width);
  g_variant_dict_lookup (&dict, "curve", "(dddd)", &curve->x1, &curve->y1, &curve->x2, &curve->y2);
  if (g_variant_dict_lookup (&dict, "smoothing", "&s", &text))
    ring_smoothing_from_name (text, &style.ink.smoothing);
  if (g_variant_dict_lookup (&dict, "colour", "&s", &text))
    ring_palette_parse (text, instrument, &style.colour);
  if (g_variant_dict_lookup (&dict, "own-colour", "&s", &text))
    ring_palette_parse (text, instrument, &self->own[instrument]);
  if (g_variant_dict_lookup (&dict, "palette", "&s", &text))
    ring_palette_find (text, &self->palettes[instrument]);
  self->styles[instrument] = _ring_instruments_clean_style (&style);
}

static void
save_drafting (const RingDrafting *drafting, GVariantDict *dict)
{
  g_variant_dict_insert (dict, "shape", "s", ring_figure_form_name (drafting->shape));
  g_variant_dict_insert (dict, "shape-line", "s", ring_figure_style_name (drafting->line));
  g_variant_dict_insert (dict, "dimension", "s",
                         drafting->automatic ? "automatic"
                                             : ring_figure_form_name (drafting->dimension));
  g_variant_dict_insert (dict, "text-size", "d", drafting->text_size);
  g_variant_dict_insert (dict, "snap", "b", drafting->snaps);
  g_variant_dict_insert (dict, "hold", "b", drafting->holds);
  g_variant_dict_insert (dict, "grid", "d", drafting->grid);
}

static void
load_drafting (RingDrafting *drafting, GVariantDict *dict)
{
  const char *name;
  double value;

  if (g_variant_dict_lookup (dict, "shape", "&s", &name))
    ring_figure_form_from_name ("shape", name, &drafting->shape);
  if (g_variant_dict_lookup (dict, "shape-line", "&s", &name))
    ring_figure_style_from_name (name, &drafting->line);
  if (g_variant_dict_lookup (dict, "dimension", "&s", &name))
    drafting->automatic = !ring_figure_form_from_name ("dimension", name, &drafting->dimension);
  if (g_variant_dict_lookup (dict, "text-size", "d", &value) && value >= 0.5 && value <= 50)
    drafting->text_size = value;
  if (g_variant_dict_lookup (dict, "grid", "d", &value) && value >= 0 && value <= 10)
    drafting->grid = value;
  g_variant_dict_lookup (dict, "snap", "b", &drafting->snaps);
  g_variant_dict_lookup (dict, "hold", "b", &drafting->holds);
}

static GVariant *
save_fill (const RingFillChoice *fill)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *colour = ring_palette_format (fill->colour);

  g_variant_dict_insert (&dict, "form", "s", ring_form_id (fill->form));
  g_variant_dict_insert (&dict, "metal", "s", fill->metal != NULL ? fill->metal->id : "");
  g_variant_dict_insert (&dict, "colour", "s", colour);
  g_variant_dict_insert (&dict, "gap", "d", fill->gap);
  g_variant_dict_insert (&dict, "bounds", "i", (int) fill->bounds);
  return g_variant_dict_end (&dict);
}

static void
load_fill (RingInstruments *self, GVariant *saved)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (saved);
  RingFillChoice fill = self->fill;
  const char *text;
  int bounds;

  if (g_variant_dict_lookup (&dict, "form", "&s", &text))
    ring_form_find (text, &fill.form);
  if (g_variant_dict_lookup (&dict, "metal", "&s", &text))
    fill.metal = ring_metal_paint_find (text);
  if (g_variant_dict_lookup (&dict, "colour", "&s", &text))
    ring_palette_parse (text, RING_INSTRUMENT_GOUACHE, &fill.colour);
  g_variant_dict_lookup (&dict, "gap", "d", &fill.gap);
  if (g_variant_dict_lookup (&dict, "bounds", "i", &bounds))
    fill.bounds = (RingFillBounds) CLAMP (bounds, 0, RING_FILL_N_BOUNDS - 1);
  ring_instruments_set_fill (self, &fill);
}

/* In the words of the program, whatever language it speaks in its next run. */
static char *
save_gem (const RingGemChoice *gem)
{
  GString *text = g_string_new (ring_cut_id (gem->cut));

  g_string_append_printf (text, " %s ", gem->species->id);
  ring_number_append (text, gem->length, 4);
  g_string_append_c (text, 'x');
  ring_number_append (text, gem->width, 4);
  return g_string_free (text, FALSE);
}

GVariant *
ring_instruments_save (RingInstruments *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  g_autofree char *gem = save_gem (&self->gem);

  g_return_val_if_fail (RING_IS_INSTRUMENTS (self), NULL);

  g_variant_dict_insert (&dict, "instrument", "s", ring_instrument_get_info (self->instrument)->name);
  for (guint i = 0; i < RING_N_INSTRUMENTS; i++)
    g_variant_dict_insert_value (&dict, ring_instrument_get_info ((RingInstrument) i)->name,
                                 save_style (&self->styles[i], self->own[i], self->palettes[i]));
  g_variant_dict_insert (&dict, "eraser-cuts", "b", self->cutting);
  g_variant_dict_insert (&dict, "eraser-width", "i", self->reach);
  g_variant_dict_insert (&dict, "select-lasso", "b", self->lasso);
  g_variant_dict_insert (&dict, "gem", "s", gem);
  if (self->setting != RING_SETTING_USUAL)
    g_variant_dict_insert (&dict, "setting", "s",
                           ring_setting_kind_id ((RingSettingKind) self->setting));
  g_variant_dict_insert (&dict, "gem-lit", "b", self->gem_style == RING_GEM_LIT);
  g_variant_dict_insert_value (&dict, "layout", ring_layout_desk_save (self->layouts));
  save_drafting (&self->drafting, &dict);
  g_variant_dict_insert_value (&dict, "fill", save_fill (&self->fill));
  return g_variant_dict_end (&dict);
}

void
ring_instruments_load (RingInstruments *self, GVariant *saved)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (saved);
  RingSettingKind kind;
  g_autoptr (GVariant) layout = NULL;
  g_autoptr (GVariant) fill = NULL;
  const char *name;
  gboolean lit;
  int reach;

  g_return_if_fail (RING_IS_INSTRUMENTS (self));
  g_return_if_fail (g_variant_is_of_type (saved, G_VARIANT_TYPE_VARDICT));

  for (guint i = 0; i < RING_N_INSTRUMENTS; i++)
    {
      g_autoptr (GVariant) style
        = g_variant_dict_lookup_value (&dict, ring_instrument_get_info ((RingInstrument) i)->name,
                                       G_VARIANT_TYPE_VARDICT);

      if (style != NULL)
        load_style (self, (RingInstrument) i, style);
    }
  if (g_variant_dict_lookup (&dict, "instrument", "&s", &name))
    ring_instrument_from_name (name, &self->instrument);
  g_variant_dict_lookup (&dict, "eraser-cuts", "b", &self->cutting);
  if (g_variant_dict_lookup (&dict, "eraser-width", "i", &reach))
    self->reach = CLAMP (reach, 0, RING_INSTRUMENTS_N_REACHES - 1);
  g_variant_dict_lookup (&dict, "select-lasso", "b", &self->lasso);
  if (g_variant_dict_lookup (&dict, "gem", "&s", &name))
    ring_gem_choice_parse (&self->gem, name, NULL);
  if (g_variant_dict_lookup (&dict, "setting", "&s", &name)
      && ring_setting_kind_from_id (name, &kind))
    self->setting = (int) kind;
  if (g_variant_dict_lookup (&dict, "gem-lit", "b", &lit))
    self->gem_style = lit ? RING_GEM_LIT : RING_GEM_LINE;
  layout = g_variant_dict_lookup_value (&dict, "layout", G_VARIANT_TYPE_VARDICT);
  if (layout != NULL)
    ring_layout_desk_load (self->layouts, layout);
  load_drafting (&self->drafting, &dict);
  fill = g_variant_dict_lookup_value (&dict, "fill", G_VARIANT_TYPE_VARDICT);
  if (fill != NULL)
    load_fill (self, fill);
  _ring_instruments_emit_changed (self);
}

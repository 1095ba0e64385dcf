/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-instruments-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-gem-setting.h"
#include "ring-number.h"
#include "ring-palette.h"

/* The widths that the keys and buttons go through, as E12 does for resistors: each about a fifth
 * more than the last, and all of them numbers one can say. */
static const double width_row[] = { 1.0, 1.2, 1.5, 1.8, 2.2, 2.7, 3.3, 4.0, 5.0, 6.0, 7.0, 8.5 };

/* Half of the eraser's widths, pixels: from a needle's eye to a thumb. */
static const double reaches[RING_INSTRUMENTS_N_REACHES] = { 2.0, 4.0, 6.0, 9.0, 14.0, 22.0, 34.0 };
#define FIRST_REACH 2

G_DEFINE_FINAL_TYPE (RingInstruments, ring_instruments, G_TYPE_OBJECT)

enum
{
  CHANGED,
  REMOVE_GEM,
  CHANGE_FIGURE,
  DRIVE_FIGURE,
  OFFSET_FIGURE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What one begins with; not one of the palette, so that it is worth a place. */
static const guint32 first_own[RING_N_INSTRUMENTS] = {
  0x0f7a7aff, 0x0f7a7aff, 0xc46a2fff, 0x0f7a7aff, 0xf2d75cff, 0xd87f5fff, 0x6a4fa0ff,
};

void
_ring_instruments_emit_changed (RingInstruments *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

/* Widths of four decimals, as the file keeps them. */
RingStrokeStyle
_ring_instruments_clean_style (const RingStrokeStyle *style)
{
  const RingInstrumentInfo *info = ring_instrument_get_info (style->instrument);
  RingStrokeStyle clean = *style;

  /* Not CLAMP: what is no number becomes the narrowest. */
  clean.ink.width = clean.ink.width > info->min_width ? clean.ink.width : info->min_width;
  clean.ink.width = MIN (clean.ink.width, info->max_width);
  clean.ink.width = round (clean.ink.width * 1e4) / 1e4;
  clean.ink.min_ratio = clean.ink.min_ratio > 0 ? MIN (clean.ink.min_ratio, 1) : 0;
  clean.ink.curve = ring_pressure_curve_clean (clean.ink.curve);
  if ((guint) clean.ink.smoothing > RING_SMOOTHING_STEADY)
    clean.ink.smoothing = RING_SMOOTHING_LIGHT;
  clean.colour = (clean.colour & ~0xffu) | (info->colour & 0xff);
  return clean;
}

static gboolean
is_same_style (const RingStrokeStyle *a, const RingStrokeStyle *b)
{
  return a->ink.width == b->ink.width && a->ink.min_ratio == b->ink.min_ratio
         && ring_pressure_curve_equal (&a->ink.curve, &b->ink.curve)
         && a->ink.smoothing == b->ink.smoothing && a->colour == b->colour;
}

static void
ring_instruments_finalize (GObject *object)
{
  g_free (RING_INSTRUMENTS (object)->picked);
  g_object_unref (RING_INSTRUMENTS (object)->setting_desk);
  g_object_unref (RING_INSTRUMENTS (object)->layouts);
  ring_item_unref (RING_INSTRUMENTS (object)->figure);
  G_OBJECT_CLASS (ring_instruments_parent_class)->finalize (object);
}

static void
ring_instruments_class_init (RingInstrumentsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = ring_instruments_finalize;
  signals[REMOVE_GEM] = g_signal_new ("remove-gem", RING_TYPE_INSTRUMENTS, G_SIGNAL_RUN_LAST, 0,
                                      NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CHANGE_FIGURE] = g_signal_new ("change-figure", RING_TYPE_INSTRUMENTS, G_SIGNAL_RUN_LAST,
                                         0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[DRIVE_FIGURE] = g_signal_new ("drive-figure", RING_TYPE_INSTRUMENTS, G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[OFFSET_FIGURE] = g_signal_new ("offset-figure", RING_TYPE_INSTRUMENTS, G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[CHANGED] = g_signal_new ("changed", RING_TYPE_INSTRUMENTS, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ring_instruments_init (RingInstruments *self)
{
  self->tool = RING_TOOL_PEN;
  self->reach = FIRST_REACH;
  /* Left and right, as most rings are. */
  self->symmetry = (RingSymmetry){ 1, TRUE, 90, { 0, 0 } };
  self->setting_desk = ring_setting_desk_new ();
  self->layouts = ring_layout_desk_new ();
  ring_gem_choice_init (&self->gem);
  ring_drafting_init (&self->drafting);
  self->drafting.holds = TRUE;
  self->gem_style = RING_GEM_LIT;
  self->setting = RING_SETTING_USUAL;
  ring_fill_choice_init (&self->fill);
  self->metal = ring_metal_paint_find_or_usual (NULL);
  self->palettes[RING_INSTRUMENT_GOUACHE] = RING_PALETTE_GEMS;
  for (guint i = 0; i < RING_N_INSTRUMENTS; i++)
    {
      ring_stroke_style_init (&self->styles[i], (RingInstrument) i, 1);
      self->own[i] = (first_own[i] & ~0xffu) | (self->styles[i].colour & 0xff);
    }
}

RingInstruments *
ring_instruments_new (void)
{
  return g_object_new (RING_TYPE_INSTRUMENTS, NULL);
}

gboolean
ring_instruments_choose (RingInstruments *self, const char *name)
{
  const RingInstrumentsTool *found = _ring_instruments_find_tool (name);
  RingInstrument instrument;
  gboolean cutting;

  g_return_val_if_fail (RING_IS_INSTRUMENTS (self), FALSE);

  if (found == NULL)
    return FALSE;
  instrument = self->instrument;
  if (found->kind == RING_TOOL_PEN && !ring_instrument_from_name (name, &instrument))
    return FALSE;
  cutting = found->kind == RING_TOOL_ERASER ? g_str_equal (name, "cutting-eraser") : self->cutting;
  if (found->kind == self->tool && instrument == self->instrument && cutting == self->cutting)
    return TRUE;
  self->cutting = cutting;
  self->tool = found->kind;
  self->instrument = instrument;
  _ring_instruments_emit_changed (self);
  return TRUE;
}

const char *
ring_instruments_get_choice (RingInstruments *self)
{
  const RingInstrumentsTool *tools;
  guint n_tools;

  if (self->tool == RING_TOOL_PEN)
    return ring_instrument_get_info (self->instrument)->name;
  if (self->tool == RING_TOOL_ERASER)
    return self->cutting ? "cutting-eraser" : "eraser";
  tools = ring_instruments_get_tools (&n_tools);
  for (guint i = 0; i < n_tools; i++)
    if (tools[i].kind == self->tool)
      return tools[i].name;
  g_return_val_if_reached (tools[0].name);
}

RingToolKind
ring_instruments_get_tool (RingInstruments *self)
{
  return self->tool;
}

RingInstrument
ring_instruments_get_instrument (RingInstruments *self)
{
  return self->instrument;
}

const RingStrokeStyle *
ring_instruments_get_style (RingInstruments *self, RingInstrument instrument)
{
  g_return_val_if_fail ((guint) instrument < RING_N_INSTRUMENTS, &self->styles[0]);

  return &self->styles[instrument];
}

void
ring_instruments_set_style (RingInstruments *self, const RingStrokeStyle *style)
{
  RingStrokeStyle clean;

  g_return_if_fail (RING_IS_INSTRUMENTS (self));
  g_return_if_fail ((guint) style->instrument < RING_N_INSTRUMENTS);

  clean = _ring_instruments_clean_style (style);
  if (is_same_style (&clean, &self->styles[style->instrument]))
    return;
  self->styles[style->instrument] = clean;
  _ring_instruments_emit_changed (self);
}

gboolean
ring_instruments_get_cutting (RingInstruments *self)
{
  return self->cutting;
}

double
ring_instruments_get_reach (RingInstruments *self)
{
  return reaches[self->reach];
}

gboolean
ring_instruments_can_step_reach (RingInstruments *self, int steps)
{
  return self->reach + steps >= 0 && self->reach + steps < RING_INSTRUMENTS_N_REACHES;
}

void
ring_instruments_step_reach (RingInstruments *self, int steps)
{
  g_return_if_fail (RING_IS_INSTRUMENTS (self));

  if (!ring_instruments_can_step_reach (self, steps))
    return;
  self->reach += steps;
  _ring_instruments_emit_changed (self);
}

guint32
ring_instruments_get_own_colour (RingInstruments *self, RingInstrument instrument)
{
  g_return_val_if_fail ((guint) instrument < RING_N_INSTRUMENTS, 0);

  return self->own[instrument];
}

void
ring_instruments_set_own_colour (RingInstruments *self, RingInstrument instrument, guint32 colour)
{
  g_return_if_fail (RING_IS_INSTRUMENTS (self));
  g_return_if_fail ((guint) instrument < RING_N_INSTRUMENTS);

  colour = (colour & ~0xffu) | (ring_instrument_get_info (instrument)->colour & 0xff);
  if (colour == self->own[instrument])
    return;
  self->own[instrument] = colour;
  _ring_instruments_emit_changed (self);
}

RingPaletteKind
ring_instruments_get_palette (RingInstruments *self, RingInstrument instrument)
{
  g_return_val_if_fail ((guint) instrument < RING_N_INSTRUMENTS, RING_PALETTE_METALS);

  return self->palettes[instrument];
}

void
ring_instruments_set_palette (RingInstruments *self,
                              RingInstrument instrument,
                              RingPaletteKind palette)
{
  g_return_if_fail (RING_IS_INSTRUMENTS (self));
  g_return_if_fail ((guint) instrument < RING_N_INSTRUMENTS && (guint) palette < RING_N_PALETTES);

  if (palette == self->palettes[instrument])
    return;
  self->palettes[instrument] = palette;
  _ring_instruments_emit_changed (self);
}

const RingMetalPaint *
ring_instruments_get_metal (RingInstruments *self)
{
  return self->metal;
}

void
ring_instruments_set_metal (RingInstruments *self, const RingMetalPaint *metal)
{
  g_return_if_fail (RING_IS_INSTRUMENTS (self));
  g_return_if_fail (metal != NULL);

  if (metal == self->metal)
    return;
  self->metal = metal;
  _ring_instruments_emit_changed (self);
}

void
ring_instruments_reset (RingInstruments *self, RingInstrument instrument)
{
  RingStrokeStyle style;

  ring_stroke_style_init (&style, instrument, 1);
  ring_instruments_set_style (self, &style);
}

gboolean
ring_instruments_is_changed (RingInstruments *self, RingInstrument instrument)
{
  RingStrokeStyle style;

  ring_stroke_style_init (&style, instrument, 1);
  return !is_same_style (&style, ring_instruments_get_style (self, instrument));
}

double
ring_instruments_step_width (RingInstrument instrument, double width, int steps)
{
  const RingInstrumentInfo *info = ring_instrument_get_info (instrument);
  const int n = G_N_ELEMENTS (width_row);
  int decade = (int) floor (log10 (MAX (width, info->min_width)));
  int at = 0;

  for (double base = pow (10, decade); at + 1 < n && width_row[at + 1] * base <= width * 1.0001; at++)
    ;
  /* Between two of them, one step down reaches the lower one. */
  if (steps < 0 && width > width_row[at] * pow (10, decade) * 1.0001)
    steps++;
  at += decade * n + steps;
  decade = (int) floor ((double) at / n);
  width = width_row[at - decade * n] * pow (10, decade);
  return CLAMP (round (width * 1e4) / 1e4, info->min_width, info->max_width);
}

const RingSymmetry *
ring_instruments_get_symmetry (RingInstruments *self)
{
  return &self->symmetry;
}

void
ring_instruments_set_symmetry (RingInstruments *self, const RingSymmetry *symmetry)
{
  RingSymmetry clean = ring_symmetry_clean (symmetry);

  g_return_if_fail (RING_IS_INSTRUMENTS (self));

  if (ring_symmetry_is_none (&clean) || ring_symmetry_equal (&clean, &self->symmetry))
    return;
  self->symmetry = clean;
  _ring_instruments_emit_changed (self);
}

gboolean
ring_instruments_is_symmetrical (RingInstruments *self)
{
  return self->symmetrical;
}

void
ring_instruments_set_symmetrical (RingInstruments *self, gboolean symmetrical)
{
  g_return_if_fail (RING_IS_INSTRUMENTS (self));

  if (self->symmetrical == symmetrical)
    return;
  self->symmetrical = symmetrical;
  _ring_instruments_emit_changed (self);
}

gboolean
ring_instruments_get_lasso (RingInstruments *self)
{
  return self->lasso;
}

void
ring_instruments_set_lasso (RingInstruments *self, gboolean lasso)
{
  g_return_if_fail (RING_IS_INSTRUMENTS (self));

  if (self->lasso == (lasso != FALSE))
    return;
  self->lasso = lasso != FALSE;
  _ring_instruments_emit_changed (self);
}

const RingGemChoice *
ring_instruments_get_gem (RingInstruments *self)
{
  return &self->gem;
}

RingGemStyle
ring_instruments_get_gem_style (RingInstruments *self)
{
  return self->gem_style;
}

static gboolean
is_same_gem (const RingGemChoice *a, const RingGemChoice *b)
{
  return a->cut == b->cut && a->species == b->species && a->length == b->length
         && a->width == b->width;
}

void
ring_instruments_set_gem (RingInstruments *self, const RingGemChoice *gem, RingGemStyle style)
{
  g_return_if_fail (RING_IS_INSTRUMENTS (self));

  if (is_same_gem (gem, &self->gem) && style == self->gem_style)
    return;
  self->gem = *gem;
  self->gem_style = style;
  _ring_instruments_emit_changed (self);
}

void
ring_instruments_pick_gem (RingInstruments *self,
                           const char *id,
                           const RingGemChoice *choice,
                           RingGemStyle style)
{
  char *kept;

  g_return_if_fail (RING_IS_INSTRUMENTS (self));
  g_return_if_fail (id == NULL || choice != NULL);

  if (g_strcmp0 (id, self->picked) == 0
      && (id == NULL || (is_same_gem (choice, &self->gem) && style == self->gem_style)))
    return;
  /* ID may be what ring_instruments_get_picked_gem() gave. */
  kept = g_strdup (id);
  g_free (self->picked);
  self->picked = kept;
  if (id != NULL)
    {
      self->gem = *choice;
      self->gem_style = style;
    }
  _ring_instruments_emit_changed (self);
}

const char *
ring_instruments_get_picked_gem (RingInstruments *self)
{
  return self->picked;
}

void
ring_instruments_remove_gem (RingInstruments *self)
{
  g_return_if_fail (RING_IS_INSTRUMENTS (self));

  if (self->picked != NULL)
    g_signal_emit (self, signals[REMOVE_GEM], 0);
}

int
ring_instruments_get_setting (RingInstruments *self)
{
  return self->setting;
}

void
ring_instruments_set_setting (RingInstruments *self, int kind)
{
  g_return_if_fail (RING_IS_INSTRUMENTS (self));
  g_return_if_fail (kind >= RING_SETTING_USUAL && kind < RING_N_SETTING_KINDS);

  if (kind == self->setting)
    return;
  self->setting = kind;
  _ring_instruments_emit_changed (self);
}

RingSettingDesk *
ring_instruments_get_setting_desk (RingInstruments *self)
{
  g_return_val_if_fail (RING_IS_INSTRUMENTS (self), NULL);

  return self->setting_desk;
}

RingLayoutDesk *
ring_instruments_get_layouts (RingInstruments *self)
{
  g_return_val_if_fail (RING_IS_INSTRUMENTS (self), NULL);

  return self->layouts;
}

const RingDrafting *
ring_instruments_get_drafting (RingInstruments *self)
{
  return &self->drafting;
}

static gboolean
is_same_drafting (const RingDrafting *a, const RingDrafting *b)
{
  return a->shape == b->shape && a->line == b->line && a->automatic == b->automatic
         && a->dimension == b->dimension && a->text_size == b->text_size && a->snaps == b->snaps
         && a->grid == b->grid && a->holds == b->holds;
}

void
ring_instruments_set_drafting (RingInstruments *self, const RingDrafting *drafting)
{
  g_return_if_fail (RING_IS_INSTRUMENTS (self));

  if (is_same_drafting (drafting, &self->drafting))
    return;
  self->drafting = *drafting;
  _ring_instruments_emit_changed (self);
}

void
ring_instruments_pick_figure (RingInstruments *self, const RingItem *figure)
{
  const RingItem *old = self->figure;

  g_return_if_fail (RING_IS_INSTRUMENTS (self));

  if (figure == old)
    return;
  self->figure = figure != NULL ? ring_item_ref (figure) : NULL;
  ring_item_unref (old);
  _ring_instruments_emit_changed (self);
}

const RingItem *
ring_instruments_get_picked_figure (RingInstruments *self)
{
  return self->figure;
}

void
ring_instruments_change_figure (RingInstruments *self, const RingItem *figure)
{
  g_return_if_fail (RING_IS_INSTRUMENTS (self));

  g_signal_emit (self, signals[CHANGE_FIGURE], 0, figure);
}

void
ring_instruments_drive_figure (RingInstruments *self, double value)
{
  g_return_if_fail (RING_IS_INSTRUMENTS (self));

  if (self->figure != NULL)
    g_signal_emit (self, signals[DRIVE_FIGURE], 0, value);
}

void
ring_instruments_offset_figure (RingInstruments *self, double distance)
{
  g_return_if_fail (RING_IS_INSTRUMENTS (self));

  if (self->figure != NULL)
    g_signal_emit (self, signals[OFFSET_FIGURE], 0, distance);
}

const RingFillChoice *
ring_instruments_get_fill (RingInstruments *self)
{
  return &self->fill;
}

void
ring_instruments_set_fill (RingInstruments *self, const RingFillChoice *fill)
{
  RingFillChoice clean = *fill;

  g_return_if_fail (RING_IS_INSTRUMENTS (self));

  /* Not CLAMP: what is no number becomes 0. */
  clean.gap = clean.gap > 0 ? MIN (clean.gap, RING_FILL_MOST_GAP) : 0;
  if (clean.form == self->fill.form && clean.metal == self->fill.metal
      && clean.colour == self->fill.colour && clean.gap == self->fill.gap
      && clean.bounds == self->fill.bounds)
    return;
  self->fill = clean;
  _ring_instruments_emit_changed (self);
}

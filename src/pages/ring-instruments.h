/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The instruments as one hand has set them, and which of them is in use. Each keeps its own width,
 * pressure curve, smoothing and colours. What is set lies within what the instrument offers.
 *
 * Signals: "changed": the choice or a setting is another one; "remove-gem": the gem that was picked
 * is to go. Main thread. */
#pragma once

#include "ring-layout-desk.h"
#include "ring-palette.h"
#include "ring-setting-desk.h"
#include "ring-tool.h"

G_BEGIN_DECLS

#define RING_TYPE_INSTRUMENTS (ring_instruments_get_type ())
G_DECLARE_FINAL_TYPE (RingInstruments, ring_instruments, RING, INSTRUMENTS, GObject)

/* One of the tools to choose from. */
typedef struct
{
  const char  *name;
  RingToolKind kind;
  const char  *icon;
  const char  *key;   /* a letter, as printed; ui/ring-bench-page.ui binds it */
  const char  *label; /* in the context "instrument", and not translated yet */
  const char  *hint;  /* what it does; not translated yet */
} RingInstrumentsTool;

const RingInstrumentsTool *ring_instruments_get_tools (guint *n_tools);

RingInstruments *ring_instruments_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* NAME is that of one of the tools. FALSE for another name. */
gboolean         ring_instruments_choose (RingInstruments *self, const char *name);
const char      *ring_instruments_get_choice (RingInstruments *self);
/* What begins when the pen comes down. */
RingToolKind     ring_instruments_get_tool (RingInstruments *self);
/* The instrument in use, or the last one that was when now one erases or pins. */
RingInstrument   ring_instruments_get_instrument (RingInstruments *self);

/* Lengths in mm of paper. */
const RingStrokeStyle *ring_instruments_get_style (RingInstruments *self, RingInstrument instrument);
void             ring_instruments_set_style (RingInstruments *self, const RingStrokeStyle *style);
/* Whether the eraser that was used last cuts, and half its width, pixels of the screen. */
gboolean         ring_instruments_get_cutting (RingInstruments *self);
double           ring_instruments_get_reach (RingInstruments *self);
/* The next one of a row; FALSE when there is none. */
gboolean         ring_instruments_can_step_reach (RingInstruments *self, int steps);
void             ring_instruments_step_reach (RingInstruments *self, int steps);
/* A colour of one's own, beside the palette. */
guint32          ring_instruments_get_own_colour (RingInstruments *self, RingInstrument instrument);
void             ring_instruments_set_own_colour (RingInstruments *self, RingInstrument instrument, guint32 colour);
/* The larger palette that lies open for the instrument. */
RingPaletteKind  ring_instruments_get_palette (RingInstruments *self, RingInstrument instrument);
void             ring_instruments_set_palette (RingInstruments *self, RingInstrument instrument, RingPaletteKind palette);
/* What the ring on the bench is made of: its colours lie first. 18K yellow gold to begin with. */
const RingMetalPaint *ring_instruments_get_metal (RingInstruments *self);
void             ring_instruments_set_metal (RingInstruments *self, const RingMetalPaint *metal);
/* As the instrument came. */
void             ring_instruments_reset (RingInstruments *self, RingInstrument instrument);
gboolean         ring_instruments_is_changed (RingInstruments *self, RingInstrument instrument);
/* The next width of a row that grows by about a tenth. */
double           ring_instruments_step_width (RingInstrument instrument, double width, int steps);

/* The symmetry that is drawn with while it is on; never none. */
const RingSymmetry *ring_instruments_get_symmetry (RingInstruments *self);
void             ring_instruments_set_symmetry (RingInstruments *self, const RingSymmetry *symmetry);
gboolean         ring_instruments_is_symmetrical (RingInstruments *self);
void             ring_instruments_set_symmetrical (RingInstruments *self, gboolean symmetrical);
/* Whether a press on nothing draws a lasso and not a box, when one selects. */
gboolean         ring_instruments_get_lasso (RingInstruments *self);
void             ring_instruments_set_lasso (RingInstruments *self, gboolean lasso);

/* What the next gem is, and how it is drawn. */
const RingGemChoice *ring_instruments_get_gem (RingInstruments *self);
RingGemStyle     ring_instruments_get_gem_style (RingInstruments *self);
void             ring_instruments_set_gem (RingInstruments *self, const RingGemChoice *gem, RingGemStyle style);
/* A gem of the design that what is set belongs to from now on, ID, or NULL for the next one again.
 * CHOICE may be NULL then. */
void             ring_instruments_pick_gem (RingInstruments *self, const char *id, const RingGemChoice *choice, RingGemStyle style);
const char      *ring_instruments_get_picked_gem (RingInstruments *self);
void             ring_instruments_remove_gem (RingInstruments *self);

/* Of which kind (RingSettingKind) the next setting is, or RING_SETTING_USUAL. */
int              ring_instruments_get_setting (RingInstruments *self);
void             ring_instruments_set_setting (RingInstruments *self, int kind);
/* The setting that was picked. */
RingSettingDesk *ring_instruments_get_setting_desk (RingInstruments *self);
/* The layout to set out next, or the one that was picked. */
RingLayoutDesk  *ring_instruments_get_layouts (RingInstruments *self);
/* What the tools that construct are set to. */
const RingDrafting *ring_instruments_get_drafting (RingInstruments *self);
void             ring_instruments_set_drafting (RingInstruments *self, const RingDrafting *drafting);
/* The figure of the design whose values can be typed, or NULL. */
void             ring_instruments_pick_figure (RingInstruments *self, const RingItem *figure);
const RingItem  *ring_instruments_get_picked_figure (RingInstruments *self);
/* Asks for it as it would be then, by "change-figure" (RingItem *). */
void             ring_instruments_change_figure (RingInstruments *self, const RingItem *figure);
/* Asks for what the picked dimension measures to become VALUE, by "drive-figure" (double). */
void             ring_instruments_drive_figure (RingInstruments *self, double value);
/* Asks for a shape beside the picked one, by "offset-figure" (double, mm). */
void             ring_instruments_offset_figure (RingInstruments *self, double distance);
/* What the next fill is. */
const RingFillChoice *ring_instruments_get_fill (RingInstruments *self);
void             ring_instruments_set_fill (RingInstruments *self, const RingFillChoice *fill);

/* What is to be remembered, a{sv}; reading passes over what it does not understand. */
GVariant        *ring_instruments_save (RingInstruments *self) G_GNUC_WARN_UNUSED_RESULT; /* floating */
void             ring_instruments_load (RingInstruments *self, GVariant *saved);

/* "pen" and so on, translated. NAME as for choose(). */
const char      *ring_instruments_get_label (const char *name);

G_END_DECLS

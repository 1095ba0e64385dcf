/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <glib/gi18n-lib.h>

#include "ring-instruments-private.h"

/* What lies in the bar, in its order. */
static const RingInstrumentsTool tools[] = {
  { "pen", RING_TOOL_PEN, "ring-pen-symbolic", "P", NC_ ("instrument", "Pen"),
    N_ ("its line follows the hand’s pressure") },
  { "fine-liner", RING_TOOL_PEN, "ring-fine-liner-symbolic", "F", NC_ ("instrument", "Fine liner"),
    N_ ("one even line") },
  { "pencil", RING_TOOL_PEN, "ring-pencil-symbolic", "C", NC_ ("instrument", "Pencil"),
    N_ ("shades with pressure and tilt") },
  { "brush", RING_TOOL_PEN, "ring-brush-symbolic", "B", NC_ ("instrument", "Brush"),
    N_ ("from a hair to a broad stroke") },
  { "marker", RING_TOOL_PEN, "ring-marker-symbolic", "M", NC_ ("instrument", "Marker"),
    N_ ("broad, even and translucent") },
  { "wash", RING_TOOL_PEN, "ring-wash-symbolic", "W", NC_ ("instrument", "Wash"),
    N_ ("a broad translucent tint") },
  { "gouache", RING_TOOL_PEN, "ring-gouache-symbolic", "G", NC_ ("instrument", "Gouache"),
    N_ ("body colour; permanent white for lights") },
  { "eraser", RING_TOOL_ERASER, "ring-eraser-symbolic", "E", NC_ ("instrument", "Eraser"),
    N_ ("takes whole strokes away") },
  { "cutting-eraser", RING_TOOL_ERASER, "ring-cutting-eraser-symbolic", "X",
    NC_ ("instrument", "Cutting eraser"), N_ ("takes away what it touches of a stroke") },
  { "select", RING_TOOL_SELECT, "ring-select-symbolic", "V", NC_ ("instrument", "Select"),
    N_ ("tap, or draw a box, then move, turn and scale") },
  { "note", RING_TOOL_NOTE, "ring-pin-symbolic", "N", NC_ ("instrument", "Stone note"),
    N_ ("tap where the stone sits") },
  { "gem", RING_TOOL_GEM, "ring-gem-symbolic", "J", NC_ ("instrument", "Gem"),
    N_ ("tap to set a gem on the ring, drag to move it") },
  { "setting", RING_TOOL_SETTING, "ring-setting-symbolic", "H", NC_ ("instrument", "Setting"),
    N_ ("tap a gem to put a setting round it, tap again to change it") },
  { "layout", RING_TOOL_LAYOUT, "ring-layout-symbolic", "Y", NC_ ("instrument", "Layout"),
    N_ ("halos, rows and pavé: tap a gem or the band, or drag along it") },
  { "shape", RING_TOOL_SHAPE, "ring-shape-symbolic", "L", NC_ ("instrument", "Shape"),
    N_ ("lines, circles and curves, snapped to what is there") },
  { "dimension", RING_TOOL_DIMENSION, "ring-dimension-symbolic", "D", NC_ ("instrument", "Dimension"),
    N_ ("tap what is to be measured, then where its line goes") },
  { "text", RING_TOOL_TEXT, "ring-text-symbolic", "T", NC_ ("instrument", "Text"),
    N_ ("tap to write, drag from a thing for a note with a leader") },
  { "fill", RING_TOOL_FILL, "ring-fill-symbolic", "U", NC_ ("instrument", "Fill"),
    N_ ("tap between lines to lay lit metal there") },
};

const RingInstrumentsTool *
_ring_instruments_find_tool (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    if (g_str_equal (tools[i].name, name))
      return &tools[i];
  return NULL;
}

const char *
ring_instruments_get_label (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tools); i++)
    if (g_str_equal (tools[i].name, name))
      return g_dpgettext2 (GETTEXT_PACKAGE, "instrument", tools[i].label);
  return name;
}

const RingInstrumentsTool *
ring_instruments_get_tools (guint *n_tools)
{
  *n_tools = G_N_ELEMENTS (tools);
  return tools;
}

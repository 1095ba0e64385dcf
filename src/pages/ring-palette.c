/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-palette.h"

#include <glib/gi18n-lib.h>

#include "ring-species.h"

typedef struct
{
  const char *label;
  guint32 rgb;
} Colour;

typedef const Colour Palette[RING_PALETTE_SIZE];

static Palette inks = {
  { NC_ ("colour", "Graphite"), 0x2b2b30 }, { NC_ ("colour", "Sepia"), 0x7a4a2a },
  { NC_ ("colour", "Red"), 0xb3261e },      { NC_ ("colour", "Blue"), 0x1f5fa8 },
  { NC_ ("colour", "Green"), 0x2f6b45 },    { NC_ ("colour", "Violet"), 0x5b3a86 },
  { NC_ ("colour", "Grey"), 0x7d7f86 },
};

static Palette leads = {
  { NC_ ("colour", "Graphite"), 0x3a3a3e },    { NC_ ("colour", "Charcoal"), 0x1c1c1f },
  { NC_ ("colour", "Silverpoint"), 0x85878d }, { NC_ ("colour", "Sanguine"), 0x9c4a32 },
  { NC_ ("colour", "Umber"), 0x6b4a34 },       { NC_ ("colour", "Layout blue"), 0x5a8fc8 },
  { NC_ ("colour", "White chalk"), 0xf7f4ec },
};

static Palette tints = {
  { NC_ ("colour", "Yellow gold"), 0xe0b84c }, { NC_ ("colour", "Rose gold"), 0xd9957a },
  { NC_ ("colour", "White metal"), 0xa9b0ba }, { NC_ ("colour", "Sky"), 0x6fabd8 },
  { NC_ ("colour", "Leaf"), 0x7fbf8a },        { NC_ ("colour", "Blossom"), 0xe0809e },
  { NC_ ("colour", "Violet"), 0x9a83c4 },
};

static Palette washes = {
  { NC_ ("colour", "Cool shadow"), 0x7a8fa8 }, { NC_ ("colour", "Warm shadow"), 0x9a7d62 },
  { NC_ ("colour", "Yellow gold"), 0xd8a73c }, { NC_ ("colour", "Rose gold"), 0xc98a6e },
  { NC_ ("colour", "Sapphire"), 0x4f7fc4 },    { NC_ ("colour", "Emerald"), 0x3f9a76 },
  { NC_ ("colour", "Ruby"), 0xb8456a },
};

static Palette body_colours = {
  { NC_ ("colour", "Permanent white"), 0xfdfcf8 },
  { NC_ ("colour", "Lamp black"), 0x1f1e22 },
  { NC_ ("colour", "Yellow gold"), 0xd4a63a },
  { NC_ ("colour", "Rose gold"), 0xcb8d72 },
  { NC_ ("colour", "Ruby"), 0xa3123a },
  { NC_ ("colour", "Sapphire"), 0x1f3f8f },
  { NC_ ("colour", "Emerald"), 0x0f7a55 },
};

static const Colour *
find_palette (RingInstrument instrument)
{
  switch (instrument)
    {
    case RING_INSTRUMENT_PENCIL:
      return leads;
    case RING_INSTRUMENT_MARKER:
      return tints;
    case RING_INSTRUMENT_WASH:
      return washes;
    case RING_INSTRUMENT_GOUACHE:
      return body_colours;
    case RING_INSTRUMENT_PEN:
    case RING_INSTRUMENT_FINE_LINER:
    case RING_INSTRUMENT_BRUSH:
    default:
      return inks;
    }
}

static guint32
with_alpha (guint32 rgb, RingInstrument instrument)
{
  return rgb << 8 | (ring_instrument_get_info (instrument)->colour & 0xff);
}

void
ring_palette_get (RingInstrument instrument, RingPaletteColour *colours)
{
  const Colour *palette = find_palette (instrument);

  for (guint i = 0; i < RING_PALETTE_SIZE; i++)
    colours[i] = (RingPaletteColour){ palette[i].label, with_alpha (palette[i].rgb, instrument) };
}

char *
ring_palette_format (guint32 colour)
{
  return g_strdup_printf ("#%06x", colour >> 8);
}

gboolean
ring_palette_parse (const char *text, RingInstrument instrument, guint32 *colour)
{
  guint32 rgb = 0;

  if (text[0] != '#')
    return FALSE;
  for (guint i = 1; i < 7; i++)
    {
      /* Not strtoul: it takes signs, blanks and 0x. */
      int digit = g_ascii_xdigit_value (text[i]);

      if (digit < 0)
        return FALSE;
      rgb = rgb << 4 | (guint32) digit;
    }
  if (text[7] != '\0')
    return FALSE;
  *colour = with_alpha (rgb, instrument);
  return TRUE;
}

/* The tubes that jewelers render with (Practical Jewelry Rendering), as they come out. */
static const Colour tubes[] = {
  { NC_ ("colour", "Permanent white"), 0xfdfcf8 }, { NC_ ("colour", "Lemon yellow"), 0xf7e94b },
  { NC_ ("colour", "Golden yellow"), 0xf2b022 },   { NC_ ("colour", "Yellow ochre"), 0xc98f2d },
  { NC_ ("colour", "Light red"), 0xb4553a },       { NC_ ("colour", "Burnt sienna"), 0x8c4526 },
  { NC_ ("colour", "Van Dyke brown"), 0x4a2f1e },  { NC_ ("colour", "Payne’s grey"), 0x4b5661 },
  { NC_ ("colour", "Lamp black"), 0x1f1e22 },
};

static const struct
{
  const char *id, *label;
} palettes[RING_N_PALETTES] = {
  [RING_PALETTE_METALS] = { "metals", NC_ ("palette", "Metals") },
  [RING_PALETTE_GEMS] = { "gems", NC_ ("palette", "Gems") },
  [RING_PALETTE_GOUACHE] = { "gouache", NC_ ("palette", "Gouache") },
};

static void
clear_entry (gpointer entry)
{
  g_free (((RingPaletteEntry *) entry)->label);
}

static void
add_entry (GArray *list, char *label, const char *group, guint32 rgb)
{
  RingPaletteEntry entry = { label, group, rgb << 8 | 0xff };

  g_array_append_val (list, entry);
}

static void
add_metal (GArray *list, const RingMetalPaint *metal)
{
  const char *name = _ (metal->label);

  add_entry (list, g_strdup (name), name, metal->base);
  /* Translators: the colour of a metal's lights, for example "18K yellow gold, light". */
  add_entry (list, g_strdup_printf (_ ("%s, light"), name), name, metal->light);
  /* Translators: the colour of a metal's shades. */
  add_entry (list, g_strdup_printf (_ ("%s, shade"), name), name, metal->shade);
}

GArray *
ring_palette_list (RingPaletteKind kind, const RingMetalPaint *first)
{
  GArray *list = g_array_new (FALSE, FALSE, sizeof (RingPaletteEntry));

  g_array_set_clear_func (list, clear_entry);
  if (kind == RING_PALETTE_METALS && first != NULL)
    add_metal (list, first);
  for (guint i = 0; kind == RING_PALETTE_METALS && i < ring_metal_paint_get_n (); i++)
    if (ring_metal_paint_get (i) != first)
      add_metal (list, ring_metal_paint_get (i));
  for (guint i = 0; kind == RING_PALETTE_GEMS && i < ring_species_get_n (); i++)
    add_entry (list, g_strdup (_ (ring_species_get (i)->label)), NULL,
               ring_species_get (i)->colour);
  for (guint i = 0; kind == RING_PALETTE_GOUACHE && i < G_N_ELEMENTS (tubes); i++)
    add_entry (list, g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "colour", tubes[i].label)), NULL,
               tubes[i].rgb);
  return list;
}

const char *
ring_palette_get_id (RingPaletteKind kind)
{
  g_return_val_if_fail ((guint) kind < RING_N_PALETTES, NULL);
  return palettes[kind].id;
}

const char *
ring_palette_get_label (RingPaletteKind kind)
{
  g_return_val_if_fail ((guint) kind < RING_N_PALETTES, NULL);
  return g_dpgettext2 (GETTEXT_PACKAGE, "palette", palettes[kind].label);
}

gboolean
ring_palette_find (const char *id, RingPaletteKind *kind)
{
  for (guint i = 0; i < RING_N_PALETTES; i++)
    if (g_strcmp0 (id, palettes[i].id) == 0)
      {
        *kind = (RingPaletteKind) i;
        return TRUE;
      }
  return FALSE;
}

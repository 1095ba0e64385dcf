/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-metal-paint.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Lights and shades follow the gouache of the trade (Practical Jewelry Rendering): yellow gold is
 * ochre, shaded with burnt sienna and Van Dyke brown and lit with lemon yellow; rose gold the same
 * with a red; white metals are white and Payne's grey, platinum the greyest, silver the whitest. The
 * colours are this program's choice. */
static const RingMetalPaint metals[] = {
  { "9ky", N_ ("9K yellow gold"), 0xd8c48a, 0xfff6d8, 0x77602c },
  { "14ky", N_ ("14K yellow gold"), 0xddc27a, 0xfff3cc, 0x7d6128 },
  { "18ky", N_ ("18K yellow gold"), 0xe3bf63, 0xfff0bf, 0x8a6a25 },
  { "22ky", N_ ("22K yellow gold"), 0xe8b23c, 0xffe9a0, 0x8c5d16 },
  { "9kw", N_ ("9K white gold"), 0xd2cdbf, 0xfffdf4, 0x77726a },
  { "14kw", N_ ("14K white gold"), 0xd6d1c4, 0xfffdf6, 0x7a766f },
  { "18kw", N_ ("18K white gold"), 0xdadbdd, 0xffffff, 0x757b84 },
  { "9kr", N_ ("9K rose gold"), 0xcf957a, 0xfde0d0, 0x7e4a36 },
  { "14kr", N_ ("14K rose gold"), 0xd2957a, 0xfbdfcf, 0x834c38 },
  { "18kr", N_ ("18K rose gold"), 0xd9a07e, 0xfbe3d3, 0x8a5440 },
  { "pt950", N_ ("Platinum 950"), 0xcfd0d0, 0xfcfdfd, 0x666c73 },
  { "pd950", N_ ("Palladium 950"), 0xc6c7c8, 0xf8f9fa, 0x5f656c },
  { "ag925", N_ ("Sterling silver"), 0xe4e4e2, 0xffffff, 0x7d838a },
  { "black-rhodium", N_ ("Black rhodium"), 0x4a4b4f, 0xc3c8d2, 0x17181c },
};

static const char *const tones[RING_N_METAL_TONES] = {
  [RING_METAL_TONE_BASE] = "base",   [RING_METAL_TONE_SHADE] = "shade",
  [RING_METAL_TONE_DEEP] = "deep",   [RING_METAL_TONE_REFLECTED] = "reflected",
  [RING_METAL_TONE_LIGHT] = "light", [RING_METAL_TONE_HIGHLIGHT] = "highlight",
};

guint
ring_metal_paint_get_n (void)
{
  return G_N_ELEMENTS (metals);
}

const RingMetalPaint *
ring_metal_paint_get (guint i)
{
  g_return_val_if_fail (i < G_N_ELEMENTS (metals), NULL);
  return &metals[i];
}

const RingMetalPaint *
ring_metal_paint_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (metals); i++)
    if (g_strcmp0 (id, metals[i].id) == 0)
      return &metals[i];
  return NULL;
}

const RingMetalPaint *
ring_metal_paint_find_or_usual (const char *id)
{
  const RingMetalPaint *metal = ring_metal_paint_find (id);

  return metal != NULL ? metal : ring_metal_paint_find ("18ky");
}

static guint32
mix (guint32 a, guint32 b, double part)
{
  guint32 mixed = 0;

  for (int shift = 16; shift >= 0; shift -= 8)
    {
      double from = (a >> shift) & 0xff;
      double to = (b >> shift) & 0xff;

      mixed |= (guint32) lround (from + (to - from) * part) << shift;
    }
  return mixed;
}

guint32
ring_metal_paint_tone (const RingMetalPaint *metal, RingMetalTone tone)
{
  guint32 rgb = metal->base;

  switch (tone)
    {
    case RING_METAL_TONE_SHADE:
      rgb = mix (metal->base, metal->shade, 0.55);
      break;
    case RING_METAL_TONE_DEEP:
      rgb = mix (metal->shade, 0x000000, 0.12);
      break;
    case RING_METAL_TONE_REFLECTED:
      rgb = mix (metal->base, metal->light, 0.15);
      break;
    case RING_METAL_TONE_LIGHT:
      rgb = mix (metal->base, metal->light, 0.62);
      break;
    case RING_METAL_TONE_HIGHLIGHT:
      rgb = mix (metal->light, 0xffffff, 0.65);
      break;
    case RING_METAL_TONE_BASE:
    default:
      break;
    }
  return rgb << 8 | 0xff;
}

const char *
ring_metal_tone_id (RingMetalTone tone)
{
  g_return_val_if_fail ((guint) tone < RING_N_METAL_TONES, NULL);
  return tones[tone];
}

gboolean
ring_metal_tone_find (const char *id, RingMetalTone *tone)
{
  for (guint i = 0; i < RING_N_METAL_TONES; i++)
    if (g_strcmp0 (id, tones[i]) == 0)
      {
        *tone = (RingMetalTone) i;
        return TRUE;
      }
  return FALSE;
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The menus of the house: what can be chosen, what it adds to the price, what is not made. Every
 * price, popularity, lead time and count is invented for the demonstration. */
#pragma once

#include "art-metal.h"

G_BEGIN_DECLS

#define ART_US_7 54.4213  /* inner circumference that the art is drawn at, mm */
#define ART_THICKNESS 1.9 /* of every band at its crest: one head sits on all of them */
#define ART_DRAWN_SIZE "100" /* the stone size that heads and stones are drawn in */

typedef struct
{
  const char *code, *label;
  guint index;
  int price, days;
  double popularity, value;
  const char *detail;
  const char *sets; /* fields of the ring's record */
} ArtOption;

/* The menus but that of ring sizes, in the file's order. */
typedef enum
{
  ART_MENU_SHAPE,
  ART_MENU_SIZE,
  ART_MENU_BAND,
  ART_MENU_METAL,
  ART_MENU_FINISH,
} ArtMenu;

guint            art_menu_length (ArtMenu menu);
const ArtOption *art_menu_get (ArtMenu menu, guint i);
RingCut          art_menu_cut (guint shape);
/* Length, width and depth of the shape in the drawn size, mm. */
void             art_menu_stone_size (guint shape, double mm[3]);
/* The shapes that have the same stones at their sides as SHAPE, codes between blanks, with the first
 * of them; NULL with the others. They leave room for the widest, which is so wide, mm. */
const char      *art_menu_side_codes (guint shape);
double           art_menu_side_width (guint shape);
ArtMounting      art_menu_mounting (guint band);
RingBand         art_menu_ring_band (guint band);
ArtFinish        art_menu_look (guint finish);
/* The codes of the bands whose shank is BAND's, between blanks; NULL when it is another's. */
const char      *art_menu_shank_codes (guint band);
gboolean         art_menu_is_made (guint band, guint finish);

/* The file's <metadata>. */
void             art_menu_append (GString *out);

G_END_DECLS

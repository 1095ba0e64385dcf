/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "art-menu.h"

#include "art-paint.h"
#include "ring-number.h"

#include <string.h>

/* A new option goes to the end and takes the next index; none is ever given to another. */
static const ArtOption shapes[] = {
  { "RD", "Round", 0, 0, 0, 0.42, 0, "57 facets", "cut=round" },
  { "OV", "Oval", 1, 40, 0, 0.18, 0, "57 facets, 1.4 to 1", "cut=oval" },
  { "PS", "Pear", 2, 60, 0, 0.06, 0, "57 facets, 1.55 to 1", "cut=pear" },
  { "EM", "Emerald", 3, 30, 0, 0.09, 0, "49 facets, 1.4 to 1", "cut=emerald" },
  { "CU", "Cushion", 4, 30, 0, 0.08, 0, "57 facets, square", "cut=cushion" },
  { "PR", "Princess", 5, 20, 0, 0.07, 0, "45 facets, square", "cut=princess" },
  { "MQ", "Marquise", 6, 70, 1, 0.03, 0, "57 facets, 2 to 1", "cut=marquise" },
  { "AS", "Asscher", 7, 50, 0, 0.02, 0, "49 facets, square", "cut=asscher" },
  { "RA", "Radiant", 8, 40, 0, 0.04, 0, "cut corners, 1.25 to 1", "cut=radiant" },
  { "TR", "Trillion", 9, 80, 1, 0.01, 0, "three curved sides", "cut=trillion" },
};
static const RingCut cuts[G_N_ELEMENTS (shapes)]
    = { RING_CUT_ROUND,    RING_CUT_OVAL,     RING_CUT_PEAR,    RING_CUT_EMERALD, RING_CUT_CUSHION,
        RING_CUT_PRINCESS, RING_CUT_MARQUISE, RING_CUT_ASSCHER, RING_CUT_RADIANT, RING_CUT_TRILLION };

static const ArtOption sizes[] = {
  { "050", "0.50 ct", 0, 420, 0, 0.20, 5.2, "as a round: 5.2 mm", "" },
  { "075", "0.75 ct", 1, 740, 0, 0.20, 5.9, "as a round: 5.9 mm", "" },
  { "100", "1.00 ct", 2, 1180, 0, 0.34, 6.5, "as a round: 6.5 mm", "" },
  { "150", "1.50 ct", 3, 2350, 2, 0.16, 7.4, "as a round: 7.4 mm", "" },
  { "200", "2.00 ct", 4, 3900, 3, 0.10, 8.2, "as a round: 8.2 mm", "" },
};
#define DRAWN_CARATS 1.0

static const ArtOption bands[] = {
  { "SD", "Solitaire, D-shape", 0, 0, 0, 0.30, 0, "2.2 x 1.9 mm", "profile=d|width=2.2|thickness=1.9" },
  { "SC", "Solitaire, court", 1, 60, 0, 0.12, 0, "2.7 x 1.9 mm",
    "profile=court|width=2.7|thickness=1.9" },
  { "KE", "Knife edge", 2, 80, 1, 0.07, 0, "2.4 x 1.9 mm", "profile=knife|width=2.4|thickness=1.9" },
  { "FL", "Flat", 3, 20, 0, 0.06, 0, "2.5 x 1.9 mm", "profile=flat|width=2.5|thickness=1.9" },
  { "CA", "Cathedral", 4, 110, 1, 0.08, 0, "2.2 x 1.9 mm, raised shoulders",
    "profile=d|width=2.2|thickness=1.9" },
  { "SS", "Split shank", 5, 140, 1, 0.05, 0, "2.2 x 1.9 mm, in two towards the head",
    "profile=d|width=2.2|thickness=1.9" },
  { "BY", "Bypass", 6, 130, 1, 0.03, 0, "2.2 x 1.9 mm, two arms that pass each other",
    "profile=d|width=2.2|thickness=1.9" },
  { "TW", "Twisted", 7, 120, 1, 0.04, 0, "two strands of 1.1 mm",
    "profile=court|width=1.9|thickness=1.9" },
  { "PV", "Pave", 8, 460, 3, 0.09, 0, "2.2 x 1.9 mm, round diamonds of 1.4 mm",
    "profile=flat|width=2.2|thickness=1.9" },
  { "CH", "Channel", 9, 540, 3, 0.03, 0, "2.7 x 1.9 mm, princess diamonds of 1.5 mm",
    "profile=flat|width=2.7|thickness=1.9" },
  { "HA", "Halo", 10, 620, 3, 0.09, 0, "2.2 x 1.9 mm, round diamonds about the stone",
    "profile=d|width=2.2|thickness=1.9" },
  { "TS", "Three-stone", 11, 890, 3, 0.04, 0, "2.2 x 1.9 mm, a round diamond at either side",
    "profile=d|width=2.2|thickness=1.9" },
};

typedef struct
{
  ArtMounting mounting;
  RingProfile profile;
  double width;
  const char *shank; /* the codes that its shank serves */
} Body;

static const Body bodies[G_N_ELEMENTS (bands)] = {
  { ART_MOUNT_PLAIN, RING_PROFILE_D, 2.2, "SD HA TS" },
  { ART_MOUNT_PLAIN, RING_PROFILE_COURT, 2.7, "SC" },
  { ART_MOUNT_PLAIN, RING_PROFILE_KNIFE, 2.4, "KE" },
  { ART_MOUNT_PLAIN, RING_PROFILE_FLAT, 2.5, "FL" },
  { ART_MOUNT_CATHEDRAL, RING_PROFILE_D, 2.2, "CA" },
  { ART_MOUNT_SPLIT, RING_PROFILE_D, 2.2, "SS" },
  { ART_MOUNT_BYPASS, RING_PROFILE_D, 2.2, "BY" },
  { ART_MOUNT_TWISTED, RING_PROFILE_COURT, 1.9, "TW" },
  { ART_MOUNT_PAVE, RING_PROFILE_FLAT, 2.2, "PV" },
  { ART_MOUNT_CHANNEL, RING_PROFILE_FLAT, 2.7, "CH" },
  { ART_MOUNT_HALO, RING_PROFILE_D, 2.2, NULL },
  { ART_MOUNT_THREE, RING_PROFILE_D, 2.2, NULL },
};

static const ArtOption metals[] = {
  { "18Y", "18K yellow gold", 0, 480, 0, 0.22, 0, "750", "alloy=18ky" },
  { "18W", "18K white gold", 1, 520, 1, 0.20, 0, "750, rhodium plated", "alloy=18kw" },
  { "18R", "18K rose gold", 2, 470, 0, 0.08, 0, "750", "alloy=18kr" },
  { "PT", "Platinum 950", 3, 610, 3, 0.15, 0, "950", "alloy=pt950" },
  { "14Y", "14K yellow gold", 4, 330, 0, 0.14, 0, "585", "alloy=14ky" },
  { "14W", "14K white gold", 5, 350, 1, 0.13, 0, "585, rhodium plated", "alloy=14kw" },
  { "14R", "14K rose gold", 6, 325, 0, 0.06, 0, "585", "alloy=14kr" },
  { "PD", "Palladium 950", 7, 380, 3, 0.02, 0, "950", "alloy=pd950" },
};

static const ArtOption finishes[] = {
  { "P", "Polished", 0, 0, 0, 0.78, 0, "", "finish=polished" },
  { "S", "Satin", 1, 25, 1, 0.10, 0, "brushed along the band", "finish=satin" },
  { "H", "Hammered", 2, 70, 2, 0.05, 0, "by machine, about 1.4 mm a mark", "finish=hammered" },
  { "B", "Sandblast", 3, 30, 1, 0.03, 0, "dull and finely grained", "finish=sandblast" },
  { "F", "Florentine", 4, 95, 2, 0.03, 0, "lines crossed by machine, 0.5 mm apart",
    "finish=florentine" },
  { "L", "Frosted, two bright lines", 5, 0, 0, 0.01, 0, "of the limited edition alone",
    "finish=sandblast" },
};
static const ArtFinish looks[G_N_ELEMENTS (finishes)]
    = { ART_FINISH_POLISHED, ART_FINISH_SATIN,      ART_FINISH_HAMMERED,
        ART_FINISH_BLASTED,  ART_FINISH_FLORENTINE, ART_FINISH_FROSTED };

static const struct
{
  const char *id, *label;
  guint slots; /* for ever: numbers depend on it */
  const ArtOption *options;
  guint n;
} menus[] = {
  [ART_MENU_SHAPE] = { "shape", "Stone shape", 32, shapes, G_N_ELEMENTS (shapes) },
  [ART_MENU_SIZE] = { "size", "Stone size", 8, sizes, G_N_ELEMENTS (sizes) },
  [ART_MENU_BAND] = { "band", "Band", 16, bands, G_N_ELEMENTS (bands) },
  [ART_MENU_METAL] = { "metal", "Metal", 16, metals, G_N_ELEMENTS (metals) },
  [ART_MENU_FINISH] = { "finish", "Finish", 8, finishes, G_N_ELEMENTS (finishes) },
};

/* Twelve tones each, from these. */
static const guint32 ramps[G_N_ELEMENTS (metals)][7] = {
  { 0x3c280a, 0x7a561c, 0xc49642, 0xe8c268, 0xfae4a0, 0xfff6d6, 0xfffffa },
  { 0x282a2e, 0x565a61, 0x8f949b, 0xbfc3c9, 0xdfe2e6, 0xf3f5f7, 0xffffff },
  { 0x3d1c12, 0x7d4632, 0xbf7f62, 0xe0a98b, 0xf5d0ba, 0xfdebdf, 0xfffcfa },
  { 0x2a2b2b, 0x54575a, 0x868a8d, 0xb2b6b8, 0xd3d6d7, 0xebedee, 0xfcfdfd },
  { 0x38290f, 0x735729, 0xb79654, 0xdcc07e, 0xf1e0b0, 0xfcf4dc, 0xfffffb },
  { 0x2c2a27, 0x5c5852, 0x97918a, 0xc6c1b9, 0xe3dfd8, 0xf5f3ee, 0xfffffc },
  { 0x3a160d, 0x78392a, 0xb66f55, 0xd8977b, 0xf0c2ab, 0xfbe2d6, 0xfffaf8 },
  { 0x242526, 0x4a4c4f, 0x777a7d, 0xa2a5a8, 0xc6c8ca, 0xe2e3e5, 0xf8f9f9 },
};

/* What is not made, and why: options of a menu one after the other are any of them. */
typedef struct
{
  const char *when, *reason;
} Rule;

static const Rule rules[] = {
  { "finish=H band=KE", "A hammered knife edge loses its edge." },
  { "finish=H band=CA", "Raised shoulders leave no room for the hammer." },
  { "finish=H metal=18W metal=14W", "Rhodium plating wears off the tops of hammer marks." },
  { "shape=PS size=050 metal=PT", "The small pear has no platinum mounting." },
  { "finish=H band=SS band=BY", "The hammer would spread arms that are so slender." },
  { "finish=S finish=H finish=F band=TW", "A tool cannot follow the strands of a twist." },
  { "finish=F band=CA band=SS band=BY",
    "The machine that cuts florentine lines runs on a band of one width alone." },
  { "finish=S finish=H finish=B finish=F band=PV band=CH",
    "Next to stones the metal is polished: tools and sand would mark them." },
  { "finish=L band=KE band=CA band=SS band=BY band=TW band=PV band=CH",
    "The limited edition is made on D-shaped, court and flat bands." },
  { "shape=TR band=TS", "The points of a trillion leave no room for stones at its sides." },
};

static void
append_number (GString *out, const char *name, double value, guint decimals)
{
  g_string_append_printf (out, " rw:%s=\"", name);
  ring_number_append (out, value, decimals);
  g_string_append_c (out, '"');
}

static void
append_menu (GString *out, ArtMenu menu)
{
  g_string_append_printf (out, "    <rw:menu rw:id=\"%s\" rw:label=\"%s\" rw:slots=\"%u\">\n", menus[menu].id,
                          menus[menu].label, menus[menu].slots);
  for (guint i = 0; i < menus[menu].n; i++)
    {
      const ArtOption *o = &menus[menu].options[i];

      g_string_append_printf (
          out, "      <rw:option rw:code=\"%s\" rw:label=\"%s\" rw:index=\"%u\" rw:price=\"%d\"",
          o->code, o->label, o->index, o->price);
      append_number (out, "popularity", o->popularity, 4);
      g_string_append_printf (out, " rw:days=\"%d\"", o->days);
      append_number (out, "value", o->value, 2);
      g_string_append_printf (out, " rw:detail=\"%s\"", o->detail);
      if (o->sets[0] != '\0')
        g_string_append_printf (out, " rw:sets=\"%s\"", o->sets);
      g_string_append (out, "/>\n");
    }
  g_string_append (out, "    </rw:menu>\n");
}

/* US 3 to 13 by halves. Popularity in ten-thousandths, women's sizes first. */
static void
append_ring_sizes (GString *out)
{
  static const int shares[21] = { 60,  90,  220, 360, 720, 950, 1350, 1380, 1420, 1000, 720,
                                  420, 330, 250, 230, 160, 140, 80,   60,   35,   25 };

  g_string_append (out,
                   "    <rw:menu rw:id=\"ring-size\" rw:label=\"Ring size\" rw:slots=\"32\">\n");
  for (int i = 0; i < 21; i++)
    {
      int half = 6 + i;

      g_string_append_printf (
          out,
          "      <rw:option rw:code=\"%03d\" rw:label=\"US %d%s\" rw:index=\"%d\" rw:price=\"0\"",
          half * 5, half / 2, half % 2 != 0 ? " 1/2" : "", i);
      append_number (out, "popularity", shares[i] / 10000.0, 4);
      g_string_append (out, " rw:days=\"0\"");
      append_number (out, "value", half / 2.0, 1);
      g_string_append (out, " rw:detail=\"inner circumference ");
      ring_number_append (out, 36.5468 + 2.5535 * half / 2.0, 1);
      g_string_append (out, " mm\"/>\n");
    }
  g_string_append (out, "    </rw:menu>\n");
}

static void
append_ramp (GString *out, const char *menu, const char *code, const guint32 *stops)
{
  g_string_append_printf (out, "    <rw:ramp rw:menu=\"%s\" rw:code=\"%s\" rw:colours=\"", menu,
                          code);
  for (guint i = 0; i < ART_TONES; i++)
    g_string_append_printf (out, "%s%06x", i > 0 ? " " : "",
                            stops != NULL ? art_paint_ramp (stops, 7, i) : art_paint_diamond (i));
  g_string_append (out, "\"/>\n");
}

static void
append_facts (GString *out)
{
  static const char *const facts[][2] = {
    { "note", "All figures are invented for the demonstration." },
    { "orders-per-year", "42000" },
    { "answered-by", "A form and an automatic e-mail; a person within two working days." },
    { "stone-source",
      "Laboratory-grown diamonds in calibrated lots; no report for a single stone." },
    { "engraving-price", "45" },
    { "engraving-days", "2" },
    { "limited-price", "250" },
    { "limited-days", "0" },
    { "limited-finish", "L" },
    { "limited-note", "Frosted between two bright lines, and a number from 1 to 500 inside." },
    { "engraving-faces", "block italic script" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    g_string_append_printf (out, "    <rw:fact rw:name=\"%s\" rw:value=\"%s\"/>\n", facts[i][0],
                            facts[i][1]);
}

static void
append_rules (GString *out)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    g_string_append_printf (out, "    <rw:not-made rw:when=\"%s\" rw:reason=\"%s\"/>\n", rules[i].when,
                            rules[i].reason);
}

void
art_menu_append (GString *out)
{
  g_string_append (out, "  <metadata>\n");
  append_facts (out);
  g_string_append (out, "    <rw:base rw:price=\"390\" rw:days=\"10\"/>\n");
  for (ArtMenu menu = ART_MENU_SHAPE; menu <= ART_MENU_FINISH; menu++)
    append_menu (out, menu);
  append_ring_sizes (out);
  for (guint i = 0; i < G_N_ELEMENTS (metals); i++)
    append_ramp (out, "metal", metals[i].code, ramps[i]);
  append_ramp (out, "shape", "*", NULL);
  append_rules (out);
  g_string_append (out, "  </metadata>\n");
}

guint
art_menu_length (ArtMenu menu)
{
  return menus[menu].n;
}

const ArtOption *
art_menu_get (ArtMenu menu, guint i)
{
  return &menus[menu].options[i];
}

RingCut
art_menu_cut (guint shape)
{
  return cuts[shape];
}

/* A diamond of that weight: the solid's own volume at 3.52 g/cm3, to the tenth of a millimetre that
 * calibrated lots come in. */
void
art_menu_stone_size (guint shape, double mm[3])
{
  double ratio = ring_cut_usual_ratio (cuts[shape]);
  double depth = ring_cut_usual_depth (cuts[shape]);
  g_autoptr (RingSolid) solid = ring_cut_solid (cuts[shape], ratio, 1, depth);
  double w = cbrt (DRAWN_CARATS * 0.2 / 3.52 * 1000 / ring_solid_volume (solid));

  mm[0] = round (w * ratio * 10) / 10;
  mm[1] = round (w * 10) / 10;
  mm[2] = round (w * depth * 100) / 100;
}

/* Round stones are the widest of all; a trillion has no stones at its sides. */
const char *
art_menu_side_codes (guint shape)
{
  return shape == 0 ? "RD" : shape == 1 ? "OV PS EM CU PR MQ AS RA" : NULL;
}

double
art_menu_side_width (guint shape)
{
  double width = 0;
  double mm[3];

  for (guint i = shape; i < (shape == 0 ? 1 : G_N_ELEMENTS (shapes) - 1); i++)
    {
      art_menu_stone_size (i, mm);
      width = fmax (width, mm[1]);
    }
  return width;
}

ArtMounting
art_menu_mounting (guint band)
{
  return bodies[band].mounting;
}

RingBand
art_menu_ring_band (guint band)
{
  return (RingBand){ ART_US_7, bodies[band].profile, bodies[band].width, ART_THICKNESS };
}

ArtFinish
art_menu_look (guint finish)
{
  return looks[finish];
}

const char *
art_menu_shank_codes (guint band)
{
  return bodies[band].shank;
}

/* Whether "MENU=CODE" is among the words of a rule. */
static gboolean
asks_for (const char *when, const char *menu, const char *code)
{
  g_auto (GStrv) words = g_strsplit (when, " ", -1);
  g_autofree char *word = g_strdup_printf ("%s=%s", menu, code);

  return g_strv_contains ((const char *const *) words, word);
}

gboolean
art_menu_is_made (guint band, guint finish)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (asks_for (rules[i].when, "band", bands[band].code)
        && asks_for (rules[i].when, "finish", finishes[finish].code))
      return FALSE;
  return TRUE;
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A house catalogue: its menus, prices, rules and parts, as read from one annotated SVG file
 * (docs/catalogue.md). Immutable and reference-counted; safe from any thread.
 *
 * A choice is one option of each menu; the item number is the mixed-radix number of the options'
 * indices over the menus' slots, so numbers survive options that are added later. */
#pragma once

#include "ring-drawing.h"
#include "ring-face.h"

G_BEGIN_DECLS

#define RING_CATALOGUE_MAX_MENUS 12

typedef struct _RingCatalogue RingCatalogue;

typedef struct
{
  const char *code;
  const char *label;
  guint       index;      /* never reused */
  double      price;      /* added, in the catalogue's currency */
  double      popularity; /* share of orders, 0 to 1 */
  int         days;       /* added to the lead time */
  double      value;      /* of a size menu: mm or US size; 0 otherwise */
  const char *detail;     /* "6.5 mm", a description; may be "" */
} RingOption;

typedef struct
{
  const char       *id; /* "shape", "size", "band", "metal", "finish", "ring-size" */
  const char       *label;
  guint             slots;
  guint             n_options;
  const RingOption *options;
} RingMenu;

/* One drawn part: markup of <g> in the millimetres of its view, by class names to be coloured. */
typedef struct
{
  const char *part; /* "shank", "head", "stone", "finish" */
  const char *code; /* which options it belongs to, between blanks, as docs/catalogue.md says */
  const char *view; /* "front" or "three-quarter" */
  const char *finish;
  const char *band; /* the bands that it is for, between blanks; "" is all of them */
  const char *size; /* of one that serves every size: the size it is drawn in; "" for the others */
  double      mm[3]; /* of a stone: length, width and depth; 0 where the file does not say */
  double      anchor_x, anchor_y;
  int         z;
  const char *xml;
} RingPart;

/* A part of one ring, and how much larger than it is drawn. */
typedef struct
{
  guint  part;
  double scale;
} RingSelectedPart;

/* Which option of each menu, in the order of the menus. */
typedef struct
{
  guint    option[RING_CATALOGUE_MAX_MENUS];
  char     engraving[21 * 4]; /* at most 20 characters */
  RingFace face;              /* that it is engraved in */
  gboolean limited;
} RingChoice;

RingCatalogue *ring_catalogue_ref (const RingCatalogue *catalogue);
void           ring_catalogue_unref (const RingCatalogue *catalogue);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingCatalogue, ring_catalogue_unref)

const char     *ring_catalogue_get_id (const RingCatalogue *catalogue);
const char     *ring_catalogue_get_name (const RingCatalogue *catalogue);
const char     *ring_catalogue_get_edition (const RingCatalogue *catalogue);
const char     *ring_catalogue_get_currency (const RingCatalogue *catalogue);
/* A fact the file declares by name: "orders-per-year", "answered-by", "stone-source", "note",
 * "engraving-price", "limited-price"; NULL when it declares none. */
const char     *ring_catalogue_get_fact (const RingCatalogue *catalogue, const char *name);
/* The colours of an option's tones from dark to light, "3c280a 7a561c ...": of the option itself or
 * of "*", every option of the menu. NULL when the file gives none. */
const char     *ring_catalogue_get_ramp (const RingCatalogue *catalogue, const char *menu_id, const char *code);
guint           ring_catalogue_get_n_menus (const RingCatalogue *catalogue);
const RingMenu *ring_catalogue_get_menu (const RingCatalogue *catalogue, guint i);
int             ring_catalogue_find_menu (const RingCatalogue *catalogue, const char *id); /* or -1 */
int             ring_menu_find_option (const RingMenu *menu, const char *code); /* or -1 */
gboolean        ring_catalogue_has_option (const RingCatalogue *catalogue, const char *menu_id, const char *code);
const RingOption *ring_catalogue_get_chosen (const RingCatalogue *catalogue, const RingChoice *choice, const char *menu_id); /* or NULL */
/* The fields of the ring's record that an option sets ("alloy", "width", ...). */
const RingRecord *ring_catalogue_get_option_fields (const RingCatalogue *catalogue, guint menu, guint option);
/* The option's part of the orders, 0 to 1; a menu's shares add up to 1. */
double          ring_catalogue_get_share (const RingCatalogue *catalogue, guint menu, guint option);
guint           ring_catalogue_get_n_parts (const RingCatalogue *catalogue);
const RingPart *ring_catalogue_get_part (const RingCatalogue *catalogue, guint i);
/* Of RingSelectedPart, from back to front: what the chosen ring is put together from in VIEW. */
GArray         *ring_catalogue_select_parts (const RingCatalogue *catalogue, const RingChoice *choice, const char *view) G_GNUC_WARN_UNUSED_RESULT;
/* Length, width and depth of the chosen stone, mm; FALSE where the file does not say. */
gboolean        ring_catalogue_get_stone_mm (const RingCatalogue *catalogue, const RingChoice *choice, double mm[3]);

/* Whether the combination is made, and *REASON (may be NULL) why not; the sentence is the
 * catalogue's. An option whose part is missing in the file is not made either. */
gboolean ring_catalogue_is_made (const RingCatalogue *catalogue, const RingChoice *choice, const char **reason);
/* The exact count of combinations that are made. */
guint64  ring_catalogue_count (const RingCatalogue *catalogue);
void     ring_catalogue_first_choice (const RingCatalogue *catalogue, RingChoice *choice);
/* What most people order of each menu, whether or not all of it together is made. */
void     ring_catalogue_usual_choice (const RingCatalogue *catalogue, RingChoice *choice);

/* "#3487-22", and with an engraving `#3487-22, "FOREVER"`. NULL for what is not made. */
char    *ring_catalogue_format_number (const RingCatalogue *catalogue, const RingChoice *choice) G_GNUC_WARN_UNUSED_RESULT;
gboolean ring_catalogue_parse_number (const RingCatalogue *catalogue, const char *number, RingChoice *choice, GError **error);
double   ring_catalogue_price (const RingCatalogue *catalogue, const RingChoice *choice);
int      ring_catalogue_lead_days (const RingCatalogue *catalogue, const RingChoice *choice);
/* Expected orders a year of exactly these options, choices taken as independent. LEVEL 0: same
 * moulds (shape and band), 1: same look (plus metal, finish, size), 2: the same number. */
double   ring_catalogue_copies_per_year (const RingCatalogue *catalogue, const RingChoice *choice, int level);

/* Whether two rings must agree in MENU to be alike at LEVEL. */
gboolean ring_catalogue_menu_counts (const RingMenu *menu, int level);

/* Cleans TEXT (may be NULL) and keeps its first 20 characters. */
void        ring_choice_set_engraving (RingChoice *choice, const char *text);
/* Whether the house engraves in that face. */
gboolean    ring_catalogue_has_face (const RingCatalogue *catalogue, RingFace face);
/* A limited edition has a finish of its own where the catalogue says so: one is chosen with the
 * other, and a ring that is taken out of it gets the first finish in which it is made. */
gboolean    ring_choice_is_limited (const RingCatalogue *catalogue, const RingChoice *choice);
void        ring_choice_set_limited (const RingCatalogue *catalogue, RingChoice *choice, gboolean limited);
/* The ring's record, its stone's and the choice's record for this choice, and back. */
RingRecord *ring_catalogue_make_ring (const RingCatalogue *catalogue, const RingChoice *choice, const char *ring_id) G_GNUC_WARN_UNUSED_RESULT;
RingRecord *ring_catalogue_make_gem (const RingCatalogue *catalogue, const RingChoice *choice, const char *gem_id, const char *ring_id) G_GNUC_WARN_UNUSED_RESULT;
RingRecord *ring_catalogue_make_choice (const RingCatalogue *catalogue, const RingChoice *choice, double seconds) G_GNUC_WARN_UNUSED_RESULT;
gboolean    ring_catalogue_read_choice (const RingCatalogue *catalogue, const RingRecord *record, RingChoice *choice);

G_END_DECLS

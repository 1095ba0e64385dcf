/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-check.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ring-catalogue-notice.h"
#include "ring-number.h"
#include "ring-spec.h"

/* Art is drawn at US 7, about the centre of the finger circle. */
#define INNER (RING_SPEC_ASSUMED_CIRCUMFERENCE / (2 * G_PI))
/* Half of how wide a ring is drawn, its band being about as thick as bands are, mm. */
#define USUAL_HALF (INNER + 1.9)
#define PX_PER_MM (96 / 25.4)
/* Neither a stone nor a head of three stones is wider than this, mm; one of 6.5 mm in px is. */
#define WIDEST_HEAD 22.0
/* How far a hand is off before it is a mistake, mm: from the front a ring is the same on both
 * sides; seen from the side a pear is not, and a band is as deep as it is wide. */
#define OFF_FRONT 0.75
#define OFF_TURNED 2.5

/* One part as it is seen: the groups that are painted behind and before each other. */
typedef struct
{
  const xmlNode *node; /* the first of them */
  char *part, *code, *view;
  RingRect near;
  RingRect bounds;
  RingPoint anchor;
  gboolean anchored;
  gboolean metal, gem;
} Seen;

static void
seen_free (gpointer data)
{
  Seen *seen = data;

  g_free (seen->part);
  g_free (seen->code);
  g_free (seen->view);
  g_free (seen);
}

typedef struct
{
  const RingCatalogue *catalogue;
  RingLoadReport *report;
  GPtrArray *all;    /* of Seen, in the order of the file */
  GHashTable *known; /* the same by part, code, finish and view */
} Checker;

static void
complain (const Checker *checker, const Seen *seen, const char *message)
{
  ring_catalogue_note (checker->report, seen->node, RING_NOTICE_ERROR, "%s", message);
}

static gboolean
is_front (const Seen *seen)
{
  return g_str_equal (seen->view, "front");
}

static gboolean
is_shank (const char *part)
{
  return g_strcmp0 (part, "shank") == 0;
}

static gboolean
is_identity (const char *transform)
{
  g_autofree char *text = g_strstrip (g_strdup (transform));

  return text[0] == '\0';
}

/* An attribute that lost its "rw:" is not ours. */
static void
check_prefix (const Checker *checker, const xmlNode *node)
{
  static const char *const names[]
      = { "code", "view", "finish", "band", "size", "z", "anchor", "mm" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *plain = ring_catalogue_node_get_plain (node, names[i]);
      g_autofree char *own = ring_catalogue_node_get (node, names[i]);

      if (plain != NULL && own == NULL)
        ring_catalogue_note (checker->report, node, RING_NOTICE_ERROR,
                             _ ("The attribute “%s” is not read; its name must be “rw:%s”."),
                             names[i], names[i]);
    }
}

static void
check_group (const Checker *checker, const xmlNode *node)
{
  g_autofree char *transform = ring_catalogue_node_get_plain (node, "transform");
  g_autofree char *part = ring_catalogue_node_get (node, "part");
  g_autofree char *z = ring_catalogue_node_get (node, "z");

  check_prefix (checker, node);
  if (!is_shank (part) && g_strcmp0 (part, "head") != 0 && g_strcmp0 (part, "stone") != 0)
    ring_catalogue_note (checker->report, node, RING_NOTICE_ERROR,
                         _ ("“%s” is no kind of part; rw:part is shank, head or stone."), part);
  else if (z == NULL && !is_shank (part))
    ring_catalogue_note (
        checker->report, node, RING_NOTICE_ERROR,
        _ ("The part has no rw:z, so it is painted with the band. Write rw:z=\"10\" "
           "for what is behind the stone, 20 for the stone, 30 for what is before "
           "it."));
  if (transform != NULL && !is_identity (transform))
    ring_catalogue_note (
        checker->report, node, RING_NOTICE_WARNING,
        _ ("The group has a transform, which moves the art but not its rw:anchor. "
           "If it was moved by accident, delete the attribute transform in the XML "
           "editor; to move it, move the paths in it and not the group."));
}

/* Of a head or a stone: SHAPE, with the rw:size that the reader asks for, where one drawing serves
 * every size; SHAPE-SIZE where it is for that one. */
static gboolean
is_stone (const Checker *checker, const char *code)
{
  g_autofree char *shape = g_strdup (code);

  if (ring_catalogue_has_option (checker->catalogue, "shape", code))
    return TRUE;
  for (char *dash = strchr (shape, '-'); dash != NULL; dash = strchr (dash + 1, '-'))
    {
      gboolean known;

      *dash = '\0';
      known = ring_catalogue_has_option (checker->catalogue, "shape", shape) && ring_catalogue_has_option (checker->catalogue, "size", dash + 1);
      *dash = '-';
      if (known)
        return TRUE;
    }
  return FALSE;
}

static void
check_codes (const Checker *checker, const xmlNode *node, const Seen *seen)
{
  g_autofree char *finish = ring_catalogue_node_get (node, "finish");
  g_auto (GStrv) codes = g_strsplit (seen->code, " ", -1);

  for (char **code = codes; *code != NULL; code++)
    if (is_shank (seen->part) && !ring_catalogue_has_option (checker->catalogue, "band", *code))
      ring_catalogue_note (checker->report, node, RING_NOTICE_WARNING,
                           _ ("No option of the menu band has the code %s, so this is never shown. "
                              "Add the option, or correct rw:code."),
                           *code);
    else if (!is_shank (seen->part) && !is_stone (checker, *code))
      ring_catalogue_note (
          checker->report, node, RING_NOTICE_WARNING,
          _ ("No shape and size have the code %s, so this is never shown. rw:code "
             "must be the shape's code, a dash and the size's; or the shape's alone, "
             "and rw:size."),
          *code);
  if (finish != NULL && !ring_catalogue_has_option (checker->catalogue, "finish", finish))
    ring_catalogue_note (checker->report, node, RING_NOTICE_WARNING,
                         _ ("No option of the menu finish has the code %s, so this is never shown. "
                            "Add the option, or correct rw:finish."),
                         finish);
}

/* The anchor of a head or stone is the point of the band's crest on which it stands. */
static void
check_anchor (const Checker *checker, const xmlNode *node, Seen *seen)
{
  g_autofree char *text = ring_catalogue_node_get (node, "anchor");
  RingPoint anchor;

  if (is_shank (seen->part))
    return;
  if (text == NULL)
    {
      ring_catalogue_note (
          checker->report, node, RING_NOTICE_ERROR,
          _ ("The %s has no rw:anchor, so it would stay where it is when the ring "
             "size changes. Give it the one of the other heads and stones in this "
             "view: the point of the band's crest on which it stands, x and y in mm."),
          seen->part);
      return;
    }
  if (!ring_catalogue_scan_point (text, &anchor))
    return;
  seen->anchor = anchor;
  seen->anchored = TRUE;
  if (fabs (anchor.x) > 1.5 || anchor.y > -0.6 * INNER || anchor.y < -INNER - 5)
    ring_catalogue_note (
        checker->report, node, RING_NOTICE_ERROR,
        _ ("rw:anchor=\"%s\" is not on the band's crest, which is straight above the "
           "finger's centre. Give it the one of the other heads and stones in this "
           "view, x and y in mm."),
        text);
}

/* What the part is for: all but its depth. */
static char *
make_key (const xmlNode *node)
{
  static const char *const names[] = { "part", "code", "size", "band", "finish", "view" };
  GString *key = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *value = ring_catalogue_node_get (node, names[i]);

      g_string_append_printf (key, "/%s", value != NULL ? value : "");
    }
  return g_string_free (key, FALSE);
}

static Seen *
get_seen (const Checker *checker, const xmlNode *node)
{
  g_autofree char *part = ring_catalogue_node_get (node, "part");
  g_autofree char *code = ring_catalogue_node_get (node, "code");
  g_autofree char *view = ring_catalogue_node_get (node, "view");
  g_autofree char *key = make_key (node);
  Seen *seen = g_hash_table_lookup (checker->known, key);

  if (seen != NULL || code == NULL || view == NULL)
    return seen;
  seen = g_new0 (Seen, 1);
  seen->node = node;
  seen->part = g_steal_pointer (&part);
  seen->code = g_steal_pointer (&code);
  seen->view = g_steal_pointer (&view);
  seen->near = seen->bounds = RING_RECT_EMPTY;
  g_hash_table_insert (checker->known, g_steal_pointer (&key), seen);
  g_ptr_array_add (checker->all, seen);
  return seen;
}

static void
check_part (const Checker *checker, const xmlNode *node)
{
  RingPartDrawn drawn = ring_catalogue_check_elements (node, checker->report);
  Seen *seen = get_seen (checker, node);

  check_group (checker, node);
  if (ring_rect_is_empty (drawn.bounds))
    ring_catalogue_note (checker->report, node, RING_NOTICE_ERROR,
                         _ ("The group paints nothing. Draw the part in it, or delete the group."));
  /* Without code and view it is left out, which the reader has said. */
  if (seen == NULL)
    return;
  check_codes (checker, node, seen);
  check_anchor (checker, node, seen);
  seen->near = ring_rect_union (seen->near, drawn.near);
  seen->bounds = ring_rect_union (seen->bounds, drawn.bounds);
  seen->metal = seen->metal || drawn.metal;
  seen->gem = seen->gem || drawn.gem;
  if (drawn.far != NULL && !ring_rect_is_empty (drawn.near))
    ring_catalogue_note (
        checker->report, drawn.far, RING_NOTICE_ERROR,
        _ ("It lies far outside of any ring, which reaches 25 mm from the finger's "
           "centre. Delete it, or move it to the rest of the part."));
}

static void
check_below (const Checker *checker, const xmlNode *node)
{
  for (const xmlNode *child = node->children; child != NULL; child = child->next)
    {
      g_autofree char *part = NULL;

      if (child->type != XML_ELEMENT_NODE)
        continue;
      part = ring_catalogue_node_get (child, "part");
      if (part != NULL)
        check_part (checker, child);
      else
        check_below (checker, child);
    }
}

/* ---------------------------------------------- of the part as a whole */

static void
complain_of_scale (const Checker *checker, const Seen *seen, double width, double factor)
{
  g_autofree char *mm = ring_number_format (width, 1);
  g_autofree char *times = ring_number_format (1 / factor, 4);

  if (factor > 0.9 * PX_PER_MM && factor < 1.1 * PX_PER_MM)
    ring_catalogue_note (
        checker->report, seen->node, RING_NOTICE_ERROR,
        _ ("The part is %s mm wide: it is drawn in px, not in mm. Scale its paths by "
           "0.2646 (25.4/96) about the finger's centre."),
        mm);
  else
    ring_catalogue_note (
        checker->report, seen->node, RING_NOTICE_ERROR,
        _ ("The part is %s mm wide, which no such part is. Parts are drawn in mm at "
           "US 7; scaled by %s it would be as usual."),
        mm, times);
}

/* TRUE, with a notice, when the part is too large or too small to be drawn in mm. */
static gboolean
check_scale (const Checker *checker, const Seen *seen)
{
  RingRect r = ring_rect_is_empty (seen->near) ? seen->bounds : seen->near;
  double width = MAX (r.x1 - r.x0, r.y1 - r.y0);
  double factor;

  if (is_shank (seen->part))
    {
      factor = (r.x1 - r.x0) / (2 * USUAL_HALF);
      if (factor < 1.8 && factor > 0.6)
        return FALSE;
    }
  else
    {
      if (width <= WIDEST_HEAD && width > 1 && !ring_rect_is_empty (seen->near))
        return FALSE;
      /* Of the usual stone. */
      factor = width / 6.5;
    }
  complain_of_scale (checker, seen, width, factor);
  return TRUE;
}

static void
complain_of_place (const Checker *checker, const Seen *seen, double dx, double dy)
{
  g_autofree char *x = ring_number_format (-dx, 2);
  g_autofree char *y = ring_number_format (-dy, 2);

  if (is_shank (seen->part))
    ring_catalogue_note (checker->report, seen->node, RING_NOTICE_ERROR,
                         _ ("The band does not lie about the finger circle, whose centre is 0 0 of "
                            "the group. Select its paths, not the group, and move them by %s mm "
                            "across and %s mm down."),
                         x, y);
  else
    ring_catalogue_note (
        checker->report, seen->node, RING_NOTICE_ERROR,
        _ ("The %s does not stand on its rw:anchor. Select its paths, not the group, "
           "and move them by %s mm across and %s mm down, or correct the anchor."),
        seen->part, x, y);
}

/* The band's thickness as its option says it, mm; 0 when it does not. */
static double
get_thickness (const Checker *checker, const Seen *seen)
{
  g_auto (GStrv) codes = g_strsplit (seen->code, " ", 2);
  int menu = ring_catalogue_find_menu (checker->catalogue, "band");
  int option;
  double thickness;

  option = menu >= 0 ? ring_menu_find_option (ring_catalogue_get_menu (checker->catalogue, (guint) menu), codes[0])
                     : -1;
  if (option < 0)
    return 0;
  return ring_record_get_number (
             ring_catalogue_get_option_fields (checker->catalogue, (guint) menu, (guint) option),
             "thickness", &thickness)
             ? thickness
             : 0;
}

/* The part of LOW to HIGH that VALUE lies outside of them. */
static double
outside (double value, double low, double high)
{
  return value < low ? value - low : MAX (value - high, 0);
}

/* From the front the foot of the band is as low as the band is thick; turned, the circle is lower
 * than it is high. */
static void
check_shank (const Checker *checker, const Seen *seen)
{
  RingRect r = seen->near;
  double thickness = is_front (seen) ? get_thickness (checker, seen) : 0;
  double low = is_front (seen) ? INNER + 0.3 : 0.75 * INNER;
  double high = INNER + 4.5;
  double dx = (r.x0 + r.x1) / 2;
  double dy;

  if (thickness > 0)
    {
      low = INNER + thickness - OFF_FRONT;
      high = INNER + thickness + OFF_FRONT;
    }
  dy = outside (r.y1, low, high);
  if (fabs (dx) > (is_front (seen) ? OFF_FRONT : OFF_TURNED) || fabs (dy) > 0
      || r.y0 > -0.75 * INNER)
    complain_of_place (checker, seen, dx, dy);
}

/* Heads and stones stand over the crest: what holds them, or a halo about the stone, begins not far
 * above it and ends not far below. */
static void
check_standing (const Checker *checker, const Seen *seen)
{
  RingRect r = seen->near;
  gboolean stone = g_str_equal (seen->part, "stone");
  double dx, dy;

  if (!seen->anchored)
    return;
  dx = (r.x0 + r.x1) / 2 - seen->anchor.x;
  dy = outside (r.y1 - seen->anchor.y, -8, stone ? 3 : 6);
  if (fabs (dx) > (is_front (seen) ? OFF_FRONT : OFF_TURNED) || fabs (dy) > 0)
    complain_of_place (checker, seen, dx, dy);
}

static void
check_tones (const Checker *checker, const Seen *seen)
{
  if (seen->gem || (seen->metal && !g_str_equal (seen->part, "stone")))
    return;
  complain (
      checker, seen,
      g_str_equal (seen->part, "stone")
          ? _ ("No path of the stone has a class, so it looks the same in every shape's colours. "
               "Give each path a class from gem-0 (dark) to gem-11 (light) in the XML editor.")
          : _ ("No path of the part has a class, so it looks the same in every metal. Give each "
               "path a class from metal-0 (dark) to metal-11 (light) in the XML editor."));
}

static void
check_seen (const Checker *checker, const Seen *seen)
{
  if (ring_rect_is_empty (seen->bounds))
    return;
  check_tones (checker, seen);
  if (check_scale (checker, seen))
    return;
  if (is_shank (seen->part))
    check_shank (checker, seen);
  else if (g_str_equal (seen->part, "head") || g_str_equal (seen->part, "stone"))
    check_standing (checker, seen);
}

void
ring_catalogue_check_parts (const RingCatalogue *catalogue,
                            const xmlNode *root,
                            RingLoadReport *report)
{
  g_autoptr (GPtrArray) all = g_ptr_array_new_with_free_func (seen_free);
  g_autoptr (GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Checker checker = { catalogue, report, all, known };

  check_below (&checker, root);
  for (guint i = 0; i < all->len; i++)
    check_seen (&checker, g_ptr_array_index (all, i));
}

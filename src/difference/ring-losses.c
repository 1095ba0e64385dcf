/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a menu cannot keep of a ring: one line for each thing that is another in the nearest ring of the catalogue, what it
 * was and what becomes of it. What is the same in both, or not recorded, is no loss. */
#include "ring-difference-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-alloy.h"
#include "ring-clock.h"
#include "ring-gem.h"
#include "ring-number.h"
#include "ring-provenance.h"

/* Lengths that differ by less are the same in metal, mm. */
#define SAME 0.02

typedef struct
{
  RingDifference *self;
  const RingRecord *ring; /* of the design; NULL for none */
  RingRecord *menu_ring, *menu_gem; /* of the catalogue's ring; the gem may be NULL */
} Losing;

/* Takes the strings. */
static void
lose (RingDifference *self, const char *id, RingPartOf part, char *was, char *becomes)
{
  RingLoss loss = { id, part, was, becomes };

  g_array_append_val (self->losses, loss);
}

static char *
size_text (double length, double width)
{
  g_autofree char *l = ring_number_format (length, 2);
  g_autofree char *w = ring_number_format (width, 2);

  return g_strdup_printf (_("%s × %s mm"), l, w);
}

static void
lose_stone_size (const Losing *losing)
{
  RingDifference *self = losing->self;
  const RingRecord *record = ring_drawing_find_record (self->drawing, RING_RECORD_GEM, NULL);
  RingGem own, menu;

  if (record == NULL || losing->menu_gem == NULL || !ring_gem_init (&own, record)
      || !ring_gem_init (&menu, losing->menu_gem))
    return;
  if (own.cut != menu.cut)
    lose (self, "cut", RING_PART_STONE, g_strdup (ring_cut_label (own.cut)), g_strdup (ring_cut_label (menu.cut)));
  if (fabs (own.length - menu.length) > SAME || fabs (own.width - menu.width) > SAME)
    lose (self, "stone-size", RING_PART_STONE, size_text (own.length, own.width), size_text (menu.length, menu.width));
}

static void
lose_stones (const Losing *losing)
{
  RingDifference *self = losing->self;
  g_autoptr (GPtrArray) stones = ring_drawing_list_records (self->drawing, RING_RECORD_STONE);
  gint64 now = ring_clock_now_ms ();

  for (guint i = 0; i < stones->len; i++)
    {
      const RingRecord *stone = stones->pdata[i];
      g_autofree char *name = NULL;
      g_autofree char *class = NULL;

      if (ring_record_get_n_fields (stone) == 0)
        continue;
      name = ring_provenance_name (stone, now);
      class = ring_provenance_class (stone, now);
      lose (self, "stone", RING_PART_STONE, g_strdup_printf (_("%s (%s)"), name, class),
            g_strdup (_("a stone of a calibrated lot")));
    }
}

static char *
name_alloy (const char *id)
{
  const RingAlloy *alloy = ring_alloy_find (id);

  return g_strdup (alloy != NULL ? _(ring_alloy_label (alloy)) : id);
}

static void
lose_metal (const Losing *losing)
{
  const char *own = losing->ring != NULL ? ring_record_get (losing->ring, "alloy") : NULL;
  const char *menu = ring_record_get (losing->menu_ring, "alloy");

  if (own != NULL && menu != NULL && !g_str_equal (own, menu))
    lose (losing->self, "metal", RING_PART_SHANK, name_alloy (own), name_alloy (menu));
}

/* FORMAT has one %s, for a length. */
static char *
format_length (const char *format, double value)
{
  g_autofree char *number = ring_number_format (value, 2);
  g_autofree char *length = g_strdup_printf (_("%s mm"), number);
  g_auto (GStrv) halves = g_strsplit (format, "%s", 2);

  return g_strconcat (halves[0], length, halves[1], NULL);
}

static void
lose_length (const Losing *losing, const char *field, const char *format)
{
  double own, menu;

  if (losing->ring != NULL && ring_record_get_number (losing->ring, field, &own)
      && ring_record_get_number (losing->menu_ring, field, &menu) && fabs (own - menu) > SAME)
    lose (losing->self, field, RING_PART_SHANK, format_length (format, own), format_length (format, menu));
}

static void
lose_drawing (const Losing *losing)
{
  RingDifference *self = losing->self;
  guint n = self->tally.n_strokes + self->tally.n_shapes + self->tally.n_artwork;

  if (n > 0)
    lose (self, "drawing", RING_PART_HEAD,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u line drawn for it", "%u lines drawn for it", n), n),
          g_strdup (_("the moulds that there are")));
}

static void
lose_engraving (const Losing *losing)
{
  const RingRecord *inscription = ring_drawing_find_record (losing->self->drawing, RING_RECORD_INSCRIPTION, NULL);
  const char *text = ring_record_get (inscription, "text");

  if (text != NULL && g_strcmp0 (text, losing->self->choice.engraving) != 0)
    lose (losing->self, "engraving", RING_PART_SHANK, g_strdup_printf (_("engraved “%s”"), text),
          losing->self->choice.engraving[0] != '\0'
              ? g_strdup_printf (_("engraved “%s”"), losing->self->choice.engraving)
              : g_strdup (_("no engraving")));
}

static void
lose_story (const Losing *losing)
{
  RingDifference *self = losing->self;
  guint revisions = self->tally.n_revisions, signatures = self->tally.n_sign_offs;
  const char *answered = ring_difference_get_fact (self, "answered-by");

  if (self->tally.n_entries > 0)
    lose (self, "conversation", RING_PART_STORY,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u entry of a conversation", "%u entries of a conversation",
                                        self->tally.n_entries),
                           self->tally.n_entries),
          g_strdup (answered != NULL ? answered : _("none")));
  if (revisions > 0)
    lose (self, "revisions", RING_PART_STORY,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u revision", "%u revisions", revisions), revisions),
          g_strdup (_("none")));
  if (signatures > 0)
    lose (self, "sign-offs", RING_PART_STORY,
          g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u sign-off", "%u sign-offs", signatures), signatures),
          g_strdup (_("none")));
}

/* In the order in which the parts of the ring turn: shank, head, stone, and last what is not seen of it. */
void
ring_difference_add_losses (RingDifference *self)
{
  Losing losing = { .self = self };

  if (self->catalogue == NULL || ring_difference_is_blank (self) || ring_difference_is_menu_only (self))
    return;
  losing.ring = ring_drawing_find_record (self->drawing, RING_RECORD_RING, NULL);
  losing.menu_ring = ring_catalogue_make_ring (self->catalogue, &self->choice, "menu");
  losing.menu_gem = ring_catalogue_make_gem (self->catalogue, &self->choice, "menu", "menu");
  lose_metal (&losing);
  /* Translators: each a length. */
  lose_length (&losing, "size", _("%s around the finger"));
  lose_length (&losing, "width", _("band %s wide"));
  lose_length (&losing, "thickness", _("band %s thick"));
  lose_engraving (&losing);
  lose_drawing (&losing);
  lose_stone_size (&losing);
  lose_stones (&losing);
  lose_story (&losing);
  ring_record_unref (losing.menu_ring);
  if (losing.menu_gem != NULL)
    ring_record_unref (losing.menu_gem);
}

/* ------------------------------------------------------------------------------ in time */

/* A part that loses nothing turns, too: it takes as long as one loss. */
static guint
get_weight (const RingDifference *self, RingPartOf part)
{
  guint n = 0;

  for (guint i = 0; i < self->losses->len; i++)
    n += g_array_index (self->losses, RingLoss, i).part == part;
  return MAX (n, 1);
}

void
ring_difference_get_part_span (const RingDifference *self, RingPartOf part, double *start, double *end)
{
  guint before = 0, all = 0;

  for (guint k = 0; k < RING_N_PARTS_OF; k++)
    {
      all += get_weight (self, (RingPartOf) k);
      before += k < part ? get_weight (self, (RingPartOf) k) : 0;
    }
  *start = (double) before / all;
  *end = (double) (before + get_weight (self, part)) / all;
}

double
ring_difference_get_loss_end (const RingDifference *self, guint i)
{
  RingPartOf part = g_array_index (self->losses, RingLoss, i).part;
  double start, end;
  guint place = 1;

  ring_difference_get_part_span (self, part, &start, &end);
  for (guint k = 0; k < i; k++)
    place += g_array_index (self->losses, RingLoss, k).part == part;
  return start + (end - start) * place / get_weight (self, part);
}

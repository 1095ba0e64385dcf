/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The wording ladder: the strongest words that the evidence bears, and why. Each step asks for all that the one before
 * asks for, but "handmade", which is about making alone and stands on top because it is the hardest to bear out. */
#include "ring-difference-private.h"

#include <glib/gi18n-lib.h>

#include "ring-making.h"
#include "ring-sign-off.h"
#include "ring-revision.h"

static const struct
{
  const char *id, *label;
} rungs[RING_N_RUNGS] = {
  [RING_RUNG_STOCK] = { "stock", NC_("wording", "stock style") },
  [RING_RUNG_MADE_TO_ORDER] = { "made-to-order", NC_("wording", "made to order") },
  [RING_RUNG_CONFIGURED] = { "configured", NC_("wording", "configured") },
  [RING_RUNG_MODIFIED] = { "modified", NC_("wording", "modified from a style") },
  [RING_RUNG_CUSTOM] = { "custom", NC_("wording", "custom-designed for a client") },
  [RING_RUNG_HANDMADE] = { "handmade", NC_("wording", "handmade") },
};

const char *
ring_rung_id (RingRung rung)
{
  return rungs[rung].id;
}

const char *
ring_rung_label (RingRung rung)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "wording", rungs[rung].label);
}

gboolean
ring_difference_get_rung (const RingDifference *self, RingRung *rung)
{
  *rung = self->rung;
  return self->wording != NULL;
}

const char *
ring_difference_get_wording (const RingDifference *self)
{
  return self->wording;
}

const char *
ring_difference_get_wording_why (const RingDifference *self)
{
  return self->why;
}

/* Takes the strings. */
static void
set (RingDifference *self, RingRung rung, char *wording, char *why)
{
  self->rung = rung;
  self->wording = wording;
  self->why = why;
}

/* How many menus leave a choice, and how many of them are more than size and metal. */
static void
count_choices (const RingDifference *self, guint *n, guint *n_of_style)
{
  static const char *const plain[] = { "size", "ring-size", "metal", NULL };

  *n = *n_of_style = 0;
  for (guint i = 0; self->catalogue != NULL && i < ring_catalogue_get_n_menus (self->catalogue); i++)
    {
      const RingMenu *menu = ring_catalogue_get_menu (self->catalogue, i);

      *n += menu->n_options > 1;
      *n_of_style += menu->n_options > 1 && !g_strv_contains (plain, menu->id);
    }
}

static void
find_of_menus (RingDifference *self)
{
  guint n, n_of_style;

  count_choices (self, &n, &n_of_style);
  if (self->choice.engraving[0] != '\0')
    set (self, RING_RUNG_CONFIGURED, g_strdup (_("Configured, and personalised by its engraving")),
         g_strdup (_("Every field is an option of a menu; the letters alone are the client's.")));
  else if (n_of_style > 0 || self->catalogue == NULL)
    set (self, RING_RUNG_CONFIGURED, g_strdup (_("Configured")),
         g_strdup (_("Every field is an option of a menu. For “modified” something must be drawn or a stone "
                     "found for this client.")));
  else if (n > 0)
    set (self, RING_RUNG_MADE_TO_ORDER, g_strdup (_("Made to order")),
         g_strdup (_("Only its size and metal were chosen.")));
  else
    set (self, RING_RUNG_STOCK, g_strdup (_("Stock style")), g_strdup (_("There was nothing to choose.")));
}

/* The revision that was signed last; NULL for none. */
static const char *
find_signed (const RingDifference *self)
{
  const RingRecord *sign_off = ring_sign_off_last (self->drawing);
  const char *id = sign_off != NULL ? ring_record_get (sign_off, "revision") : NULL;
  const RingRecord *revision = id != NULL ? ring_revision_find (self->drawing, id) : NULL;

  return revision != NULL ? ring_revision_get_name (revision) : NULL;
}

static char *
say_custom (const RingDifference *self, const char *revision)
{
  const char *client = ring_difference_get_commission (self, "client");

  return client != NULL ? g_strdup_printf (_("Custom-designed for %s from drawing %s"), client, revision)
                        : g_strdup_printf (_("Custom-designed from drawing %s"), revision);
}

static void
find_of_own (RingDifference *self)
{
  const char *revision = find_signed (self);
  g_autofree char *evidence = NULL;
  g_autofree char *custom = revision != NULL ? say_custom (self, revision) : NULL;

  if (revision == NULL && (self->tally.n_traced + self->tally.n_presets > 0 || self->chosen))
    set (self, RING_RUNG_MODIFIED,
         self->number != NULL ? g_strdup_printf (_("Modified from style %s"), self->number)
                              : g_strdup (_("Modified from a style")),
         g_strdup (_("It began as a ring from the menus, and what was drawn or found since is on none of them. For "
                     "“custom-designed” the client must have signed a revision of the drawing.")));
  else if (revision == NULL)
    set (self, RING_RUNG_MADE_TO_ORDER, g_strdup (_("Made to order")),
         g_strdup (_("It is drawn for this client, but nobody has signed a drawing yet. For “custom-designed” the "
                     "client must have signed a revision of it.")));
  else if (ring_making_is_handmade (self->drawing, &evidence) != RING_MAKING_HOLDS)
    set (self, RING_RUNG_CUSTOM, g_steal_pointer (&custom),
         g_strdup_printf (_("Drawing %s is signed, and it is on no menu. “Handmade” does not hold or is open: %s"),
                          revision, evidence));
  else
    set (self, RING_RUNG_HANDMADE, g_strdup_printf (_("%s, handmade"), custom),
         g_strdup_printf (_("Drawing %s is signed, and it is on no menu. %s"), revision, evidence));
}

void
ring_difference_find_wording (RingDifference *self)
{
  if (ring_difference_is_blank (self))
    return;
  if (ring_difference_is_menu_only (self))
    find_of_menus (self);
  else
    find_of_own (self);
}

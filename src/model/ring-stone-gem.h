/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* A stone and the gems that are drawn of it: a gem's field `stone` names the stone. The gem is drawn as
 * the stone was measured, and follows the card as long as nobody drew it otherwise; its seat follows the
 * gem. Pure. */
#pragma once

#include "ring-design.h"
#include "ring-edit.h"
#include "ring-gem.h"

G_BEGIN_DECLS

/* GEM as STONE's card has it: cut, species and size, as far as they are there; it keeps its place, its
 * culet as much over the finger as before. FALSE when it was so already. */
gboolean    ring_stone_gem_fit (const RingRecord *stone, RingGem *gem);
/* The first gem of the stone, or NULL. */
const RingRecord *ring_stone_gem_find (const RingDrawing *drawing, const char *stone_id);
/* A new stone's card as GEM is drawn; its figures are not said to be measured. */
RingRecord *ring_stone_gem_describe (const RingGem *gem, const char *stone_id) G_GNUC_WARN_UNUSED_RESULT;

/* What is drawn, "Oval sapphire 8 × 6 mm", where it is not as STONE's card has it; NULL where it is. */
char       *ring_stone_gem_differs (const RingRecord *stone, const RingRecord *gem) G_GNUC_WARN_UNUSED_RESULT;
/* A pin of the stone, and its view; NULL for none. */
const RingItem *ring_stone_gem_find_pin (const RingDrawing *drawing, const char *stone_id, const RingView **view);

/* STONE drawn as its card has it: its gem if it has one; else the gem that its pin stands on and that is
 * no other stone's; else a new one where its pin stands, or at the top of the first ring. *GEM_ID becomes
 * the gem's. NULL with RING_ERROR_INVALID while the card has no size; empty when it is drawn so already. */
RingEdit   *ring_stone_gem_draw (RingDesign *design, const RingRecord *stone, char **gem_id, GError **error) G_GNUC_WARN_UNUSED_RESULT;
/* Gems of the stone become gems without a card. */
void        ring_stone_gem_unlink (RingEdit *edit, const char *stone_id);
/* To be called when STONE takes the place of OLD, which may be NULL, in EDIT: gems that were as OLD had
 * them become as STONE has them; what was drawn otherwise stays. */
void        ring_stone_gem_follow (RingEdit *edit, const RingRecord *old, const RingRecord *stone);

G_END_DECLS

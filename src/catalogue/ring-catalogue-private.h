/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The inside of a catalogue, for the files of this folder only. */
#pragma once

#include "ring-catalogue.h"

G_BEGIN_DECLS

/* The options of one menu that a rule asks for, one byte each. */
typedef struct
{
  guint   menu;
  guint   n_options;
  guint8 *in;
} RingTerm;

typedef struct
{
  char   *reason;
  GArray *terms; /* of RingTerm, at most one for each menu */
} RingRule;

typedef struct
{
  RingMenu   menu;    /* its options point into OPTIONS */
  GArray    *options; /* of RingOption, owned strings */
  GPtrArray *fields;  /* of RingRecord: the ring's fields that each option sets */
  double     popularity; /* the sum, to make shares of */
} RingMenuData;

struct _RingCatalogue
{
  char       *id, *name, *edition, *currency;
  GHashTable *facts;
  GPtrArray  *menus; /* of RingMenuData */
  GArray     *parts; /* of RingPart, owned strings */
  GArray     *rules; /* of RingRule */
  guint64     count;
  RingChoice  first;
};

/* Whether OPTION of MENU is among those of TERM. */
static inline gboolean
ring_term_has (const RingTerm *term, guint option)
{
  return option < term->n_options && term->in[option];
}

const RingRule *ring_catalogue_find_rule (const RingCatalogue *catalogue, const RingChoice *choice);
gboolean ring_catalogue_count_made (const RingCatalogue *catalogue, guint64 *count);
gboolean ring_catalogue_find_first (const RingCatalogue *catalogue, RingChoice *choice);

G_END_DECLS

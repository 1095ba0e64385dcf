/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Putting a catalogue together: for the reader and for tests. A builder belongs to one thread and
 * one owner. What it refuses changes nothing, so that a reader can note it and go on. */
#pragma once

#include "ring-catalogue.h"

G_BEGIN_DECLS

typedef struct _RingCatalogueBuilder RingCatalogueBuilder;

/* How many rules, slots of a menu, drawn parts and numbers one catalogue may have. 10^15 numbers stay exact in every
 * arithmetic they meet. */
#define RING_CATALOGUE_MAX_RULES 512
#define RING_CATALOGUE_MAX_SLOTS 256
#define RING_CATALOGUE_MAX_PARTS 4096
#define RING_CATALOGUE_MAX_NUMBERS G_GUINT64_CONSTANT (1000000000000000)

typedef enum
{
  RING_BUILD_OK,
  RING_BUILD_DUPLICATE_CODE,
  RING_BUILD_DUPLICATE_INDEX,
  RING_BUILD_INDEX_RANGE, /* not below the menu's slots */
  RING_BUILD_TOO_MANY,
  RING_BUILD_NO_MENU,
} RingBuildResult;

RingCatalogueBuilder *ring_catalogue_builder_new (const char *id, const char *name, const char *edition, const char *currency) G_GNUC_WARN_UNUSED_RESULT;
void                  ring_catalogue_builder_free (RingCatalogueBuilder *builder);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RingCatalogueBuilder, ring_catalogue_builder_free)

void            ring_catalogue_builder_set_fact (RingCatalogueBuilder *builder, const char *name, const char *value);
void            ring_catalogue_builder_set_ramp (RingCatalogueBuilder *builder, const char *menu_id, const char *code, const char *colours);
/* Menus come in the order of the number's digits; options belong to the last menu. */
RingBuildResult ring_catalogue_builder_add_menu (RingCatalogueBuilder *builder, const char *id, const char *label, guint slots);
RingBuildResult ring_catalogue_builder_add_option (RingCatalogueBuilder *builder, const RingOption *option);
/* A field of the ring's record that the last option sets ("alloy", "width", ...). */
void            ring_catalogue_builder_set_field (RingCatalogueBuilder *builder, const char *name, const char *value);
RingBuildResult ring_catalogue_builder_add_part (RingCatalogueBuilder *builder, const RingPart *part);

gboolean        ring_catalogue_builder_has_part (const RingCatalogueBuilder *builder, const char *part, const char *code, const char *view, const char *finish);

/* A rule: what matches all of its terms is not made, for REASON. A term matches each option that
 * was added to it. */
RingBuildResult ring_catalogue_builder_begin_rule (RingCatalogueBuilder *builder, const char *reason);
gboolean        ring_catalogue_builder_add_term (RingCatalogueBuilder *builder, const char *menu_id, const char *code);

/* Whether a rule that speaks of these two menus alone forbids the pair, whatever else is chosen. */
gboolean        ring_catalogue_builder_forbids (const RingCatalogueBuilder *builder, guint menu, guint option, guint other_menu, guint other_option);
/* What was built so far, for looking things up; it belongs to the builder and is not counted. */
const RingCatalogue *ring_catalogue_builder_peek (const RingCatalogueBuilder *builder);

/* Frees the builder. RING_ERROR_LIMIT when there would be too many numbers or rules, FORMAT when
 * there is no menu or no combination is made. */
RingCatalogue *ring_catalogue_builder_end (RingCatalogueBuilder *builder, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS

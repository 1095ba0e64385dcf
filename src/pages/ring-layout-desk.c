/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-layout-desk.h"

#include <glib/gi18n-lib.h>

#include "ring-minimum.h"
#include "ring-spec.h"

struct _RingLayoutDesk
{
  GObject parent_instance;

  RingDesign *design;
  gulong changed_id;
  RingGemLayout layout;
  char *picked;
  double least;
};

G_DEFINE_FINAL_TYPE (RingLayoutDesk, ring_layout_desk, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The figures that can be set; whose they are stays with INTO. */
static void
take_figures (RingGemLayout *into, const RingGemLayout *from)
{
  RingLayout *to = &into->layout;
  const RingLayout *l = &from->layout;

  into->species = from->species;
  into->style = from->style;
  to->kind = l->kind;
  to->cut = l->cut;
  to->length = l->length;
  to->width = l->width;
  to->depth = l->width * ring_cut_usual_depth (l->cut);
  to->turn = l->turn;
  to->spacing = l->spacing;
  to->count = l->count;
  to->rows = l->rows;
  to->height = l->height;
  to->gap = l->gap;
  to->arc = l->arc;
  to->offset = l->offset;
}

static gboolean
is_same (const RingGemLayout *a, const RingGemLayout *b)
{
  const RingLayout *l = &a->layout;
  const RingLayout *m = &b->layout;

  return a->species == b->species && a->style == b->style && l->kind == m->kind && l->cut == m->cut
         && l->length == m->length && l->width == m->width && l->turn == m->turn
         && l->spacing == m->spacing && l->count == m->count && l->rows == m->rows
         && l->height == m->height && l->gap == m->gap && l->arc == m->arc
         && l->offset == m->offset;
}

static gboolean
find_picked (RingLayoutDesk *self, RingGemLayout *layout, const RingRecord **record)
{
  const RingDrawing *drawing;

  if (self->design == NULL || self->picked == NULL)
    return FALSE;
  drawing = ring_design_get_drawing (self->design);
  *record = ring_drawing_find_record (drawing, RING_RECORD_LAYOUT, self->picked);
  return ring_gem_layout_init (layout, *record, drawing);
}

static void
emit_changed (RingLayoutDesk *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
design_changed_cb (RingLayoutDesk *self)
{
  if (self->picked != NULL)
    ring_layout_desk_pick (self, self->picked);
}

static void
ring_layout_desk_dispose (GObject *object)
{
  RingLayoutDesk *self = RING_LAYOUT_DESK (object);

  ring_layout_desk_set_design (self, NULL);
  g_clear_pointer (&self->picked, g_free);
  G_OBJECT_CLASS (ring_layout_desk_parent_class)->dispose (object);
}

static void
ring_layout_desk_class_init (RingLayoutDeskClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_layout_desk_dispose;
  signals[CHANGED] = g_signal_new ("changed", RING_TYPE_LAYOUT_DESK, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ring_layout_desk_init (RingLayoutDesk *self)
{
  ring_gem_layout_init_usual (&self->layout, RING_LAYOUT_HALO);
  self->layout.style = RING_GEM_LIT;
  self->least = ring_minimum_find ("gem-spacing")->mm;
}

RingLayoutDesk *
ring_layout_desk_new (void)
{
  return g_object_new (RING_TYPE_LAYOUT_DESK, NULL);
}

void
ring_layout_desk_set_design (RingLayoutDesk *self, RingDesign *design)
{
  g_return_if_fail (RING_IS_LAYOUT_DESK (self));

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  g_clear_pointer (&self->picked, g_free);
  g_set_object (&self->design, design);
  if (design != NULL)
    self->changed_id = g_signal_connect_swapped (design, "changed", G_CALLBACK (design_changed_cb),
                                                 self);
}

const RingGemLayout *
ring_layout_desk_get (RingLayoutDesk *self)
{
  return &self->layout;
}

static void
change_picked (RingLayoutDesk *self)
{
  g_autofree char *key = g_strdup_printf ("layout-choice %s", self->picked);
  g_autoptr (RingRecord) next = NULL;
  const RingRecord *record;
  RingGemLayout layout;
  RingEdit *edit;

  if (!find_picked (self, &layout, &record))
    return;
  take_figures (&layout, &self->layout);
  next = ring_gem_layout_to_record (&layout, record);
  ring_gem_layout_clear (&layout);
  if (ring_record_equal (next, record))
    return;
  edit = ring_edit_new (ring_design_get_drawing (self->design), _ ("Change Layout"));
  ring_edit_set_record (edit, next);
  ring_edit_set_merge_key (edit, key);
  ring_design_commit (self->design, edit);
}

static gboolean
is_row (RingLayoutKind kind)
{
  return kind != RING_LAYOUT_HALO && kind != RING_LAYOUT_CURVE;
}

void
ring_layout_desk_set (RingLayoutDesk *self, const RingGemLayout *layout)
{
  RingLayoutKind kind;

  g_return_if_fail (RING_IS_LAYOUT_DESK (self));

  if (is_same (layout, &self->layout))
    return;
  kind = self->layout.layout.kind;
  if (layout->layout.kind != kind && !(is_row (kind) && is_row (layout->layout.kind)))
    g_clear_pointer (&self->picked, g_free);
  take_figures (&self->layout, layout);
  change_picked (self);
  emit_changed (self);
}

void
ring_layout_desk_pick (RingLayoutDesk *self, const char *id)
{
  /* ID may be what ring_layout_desk_get_picked() gave. */
  char *kept = g_strdup (id);
  const RingRecord *record;
  RingGemLayout layout;

  g_return_if_fail (RING_IS_LAYOUT_DESK (self));

  g_free (self->picked);
  self->picked = kept;
  if (find_picked (self, &layout, &record))
    {
      take_figures (&self->layout, &layout);
      ring_gem_layout_clear (&layout);
    }
  else
    g_clear_pointer (&self->picked, g_free);
  emit_changed (self);
}

const char *
ring_layout_desk_get_picked (RingLayoutDesk *self)
{
  return self->picked;
}

void
ring_layout_desk_remove (RingLayoutDesk *self)
{
  const RingRecord *record;
  RingGemLayout layout;
  RingEdit *edit;

  g_return_if_fail (RING_IS_LAYOUT_DESK (self));

  if (!find_picked (self, &layout, &record))
    return;
  edit = ring_edit_new (ring_design_get_drawing (self->design), _ ("Remove Layout"));
  ring_edit_remove_record (edit, RING_RECORD_LAYOUT, layout.id);
  ring_gem_layout_clear (&layout);
  ring_design_commit (self->design, edit);
}

void
ring_layout_desk_unfold (RingLayoutDesk *self)
{
  const RingRecord *record;
  g_autoptr (GArray) gems = NULL;
  RingGemLayout layout;
  RingSpec spec;
  RingEdit *edit;

  g_return_if_fail (RING_IS_LAYOUT_DESK (self));

  if (!find_picked (self, &layout, &record))
    return;
  ring_spec_init (&spec, ring_drawing_find_ring (ring_design_get_drawing (self->design),
                                                 layout.ring));
  gems = ring_gem_layout_gems (&layout, &spec.band);
  edit = ring_edit_new (ring_design_get_drawing (self->design), _ ("Unfold Layout"));
  for (guint i = 0; i < gems->len; i++)
    {
      g_autofree char *id = ring_design_new_id (self->design, 'g');
      g_autoptr (RingRecord) base = ring_record_new (RING_RECORD_GEM, id);
      g_autoptr (RingRecord) gem = ring_gem_to_record (&g_array_index (gems, RingGem, i), base);

      ring_edit_set_record (edit, gem);
    }
  ring_edit_remove_record (edit, RING_RECORD_LAYOUT, layout.id);
  ring_gem_layout_clear (&layout);
  ring_design_commit (self->design, edit);
}

char *
ring_layout_desk_format (RingLayoutDesk *self, gboolean is_short)
{
  const RingGemChoice stone = { self->layout.layout.cut, self->layout.species,
                                self->layout.layout.length, self->layout.layout.width };
  const RingRecord *record;
  RingGemLayout layout;
  RingSpec spec;
  char *text;

  g_return_val_if_fail (RING_IS_LAYOUT_DESK (self), NULL);

  if (!find_picked (self, &layout, &record))
    return ring_gem_choice_format (&stone);
  ring_spec_init (&spec, ring_drawing_find_ring (ring_design_get_drawing (self->design),
                                                 layout.ring));
  text = is_short ? ring_gem_layout_format_short (&layout, &spec.band)
                  : ring_gem_layout_format (&layout, &spec.band);
  ring_gem_layout_clear (&layout);
  return text;
}

gboolean
ring_layout_desk_lay (RingLayoutDesk *self, RingLaid *laid)
{
  const RingRecord *record;
  RingGemLayout layout;
  RingSpec spec;

  g_return_val_if_fail (RING_IS_LAYOUT_DESK (self), FALSE);

  if (!find_picked (self, &layout, &record))
    return FALSE;
  ring_spec_init (&spec, ring_drawing_find_ring (ring_design_get_drawing (self->design),
                                                 layout.ring));
  ring_gem_layout_lay (&layout, &spec.band, self->least, laid);
  ring_gem_layout_clear (&layout);
  return TRUE;
}

void
ring_layout_desk_set_least (RingLayoutDesk *self, double least)
{
  g_return_if_fail (RING_IS_LAYOUT_DESK (self));

  if (least == self->least)
    return;
  self->least = least;
  emit_changed (self);
}

double
ring_layout_desk_get_least (RingLayoutDesk *self)
{
  return self->least;
}

GVariant *
ring_layout_desk_save (RingLayoutDesk *self)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);
  const RingLayout *l = &self->layout.layout;

  g_return_val_if_fail (RING_IS_LAYOUT_DESK (self), NULL);

  g_variant_dict_insert (&dict, "kind", "s", ring_layout_kind_id (l->kind));
  g_variant_dict_insert (&dict, "cut", "s", ring_cut_id (l->cut));
  g_variant_dict_insert (&dict, "species", "s", self->layout.species->id);
  g_variant_dict_insert (&dict, "length", "d", l->length);
  g_variant_dict_insert (&dict, "width", "d", l->width);
  g_variant_dict_insert (&dict, "spacing", "d", l->spacing);
  g_variant_dict_insert (&dict, "gap", "d", l->gap);
  g_variant_dict_insert (&dict, "rows", "u", l->rows);
  g_variant_dict_insert (&dict, "lit", "b", self->layout.style == RING_GEM_LIT);
  return g_variant_dict_end (&dict);
}

static void
load_number (GVariantDict *dict, const char *name, double least, double most, double *number)
{
  double value;

  if (g_variant_dict_lookup (dict, name, "d", &value) && value >= least && value <= most)
    *number = value;
}

void
ring_layout_desk_load (RingLayoutDesk *self, GVariant *saved)
{
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (saved);
  RingLayout *l = &self->layout.layout;
  const RingSpecies *species;
  const char *text;
  gboolean lit;
  guint rows;

  g_return_if_fail (RING_IS_LAYOUT_DESK (self));

  if (g_variant_dict_lookup (&dict, "kind", "&s", &text))
    ring_layout_kind_from_id (text, &l->kind);
  if (g_variant_dict_lookup (&dict, "cut", "&s", &text))
    ring_cut_from_id (text, &l->cut);
  species = g_variant_dict_lookup (&dict, "species", "&s", &text) ? ring_species_find (text) : NULL;
  if (species != NULL)
    self->layout.species = species;
  load_number (&dict, "length", RING_CARAT_LEAST_MM, RING_CARAT_MOST_MM, &l->length);
  load_number (&dict, "width", RING_CARAT_LEAST_MM, RING_CARAT_MOST_MM, &l->width);
  load_number (&dict, "spacing", 0, 10, &l->spacing);
  load_number (&dict, "gap", 0, 20, &l->gap);
  if (g_variant_dict_lookup (&dict, "rows", "u", &rows))
    l->rows = MIN (rows, RING_LAYOUT_MOST_ROWS);
  if (g_variant_dict_lookup (&dict, "lit", "b", &lit))
    self->layout.style = lit ? RING_GEM_LIT : RING_GEM_LINE;
  l->depth = l->width * ring_cut_usual_depth (l->cut);
  emit_changed (self);
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Changes of records: rings, gems, settings, layouts, inscriptions, stones and the choice. */
#include "ring-changes-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-alloy.h"
#include "ring-clock.h"
#include "ring-gem-layout.h"
#include "ring-gem-setting.h"
#include "ring-inscription.h"
#include "ring-number.h"
#include "ring-provenance.h"
#include "ring-rings.h"
#include "ring-spec.h"
#include "ring-stone.h"

/* Less is rounding, mm and degrees. */
#define LEAST 0.005

typedef struct
{
  GPtrArray *list;
  const RingDrawing *before, *after;
  guint had; /* lines before the record that is looked at */
} Changes;

void
_ring_changes_add (GPtrArray *list, const char *format, ...)
{
  va_list args;

  va_start (args, format);
  g_ptr_array_add (list, g_strdup_vprintf (format, args));
  va_end (args);
}

static gboolean
has_told (const Changes *changes)
{
  return changes->list->len > changes->had;
}

/* ------------------------------------------------------------------- rings */

/* "", or the name of the ring with a colon where there are several. */
static char *
ring_prefix (const Changes *changes, const RingRecord *ring)
{
  if (ring_rings_get_n (changes->after) < 2)
    return g_strdup ("");
  return g_strdup_printf ("%s: ", ring_record_get_or (ring, "label",
                                                      ring_record_get_or (ring, "wearer", _("Ring"))));
}

static void
add_length (Changes *changes, const char *prefix, double was, double is, const char *more,
            const char *less)
{
  g_autofree char *by = ring_number_format (fabs (is - was), 2);
  g_autofree char *from = ring_number_format (was, 2);
  g_autofree char *to = ring_number_format (is, 2);

  if (fabs (is - was) >= LEAST)
    /* Translators: a change with its figures: "Band wider by 0.2 mm (2.2 to 2.4 mm)". */
    _ring_changes_add (changes->list, _("%s%s by %s mm (%s to %s mm)"), prefix,
                       is > was ? more : less, by, from, to);
}

static void
add_size (Changes *changes, const char *prefix, const RingSpec *was, const RingSpec *is)
{
  g_autofree char *from = ring_number_format (was->band.circumference, 1);
  g_autofree char *to = ring_number_format (is->band.circumference, 1);

  if (was->size_known && is->size_known
      && fabs (was->band.circumference - is->band.circumference) >= LEAST)
    _ring_changes_add (changes->list, _("%sFinger size %s mm round, before %s mm"), prefix, to, from);
  else if (!was->size_known && is->size_known)
    _ring_changes_add (changes->list, _("%sFinger size %s mm round, not known before"), prefix, to);
  else if (was->size_known && !is->size_known)
    _ring_changes_add (changes->list, _("%sFinger size to be confirmed, before %s mm round"), prefix,
                       from);
}

static const char *
alloy_label (const char *id)
{
  const RingAlloy *alloy = ring_alloy_find (id);

  return alloy != NULL ? _(ring_alloy_label (alloy)) : id[0] != '\0' ? id : _("not chosen");
}

static void
add_words (Changes *changes, const char *prefix, const char *what, const char *was, const char *is)
{
  if (g_strcmp0 (was, is) != 0)
    /* Translators: what it is, then how it is now and how it was. */
    _ring_changes_add (changes->list, _("%s%s: %s, before %s"), prefix, what, is, was);
}

static void
add_ring (Changes *changes, const RingRecord *old, const RingRecord *new)
{
  g_autofree char *prefix = ring_prefix (changes, new);
  RingSpec was, is;

  ring_spec_init (&was, old);
  ring_spec_init (&is, new);
  add_size (changes, prefix, &was, &is);
  add_length (changes, prefix, was.band.width, is.band.width, _("Band wider"),
              _("Band narrower"));
  add_length (changes, prefix, was.band.thickness, is.band.thickness, _("Band thicker"),
              _("Band thinner"));
  /* A base that nobody decided is as the top. */
  if (was.band.base_width > 0 || is.band.base_width > 0)
    add_length (changes, prefix, ring_band_width (&was.band, G_PI), ring_band_width (&is.band, G_PI),
                _("Band at the base wider"), _("Band at the base narrower"));
  if (was.band.base_thickness > 0 || is.band.base_thickness > 0)
    add_length (changes, prefix, ring_band_thickness (&was.band, G_PI),
                ring_band_thickness (&is.band, G_PI), _("Band at the base thicker"),
                _("Band at the base thinner"));
  add_words (changes, prefix, _("Profile"), ring_profile_label (was.band.profile),
             ring_profile_label (is.band.profile));
  add_words (changes, prefix, _("Metal"), alloy_label (was.alloy), alloy_label (is.alloy));
  add_words (changes, prefix, _("Finish"), ring_record_get_or (old, "finish", _("not chosen")),
             ring_record_get_or (new, "finish", _("not chosen")));
  add_words (changes, prefix, _("Gauge of the finger size, mm"),
             ring_record_get_or (old, "gauge", _("not recorded")),
             ring_record_get_or (new, "gauge", _("not recorded")));
  if (!has_told (changes))
    _ring_changes_add (changes->list, _("%sWhat is written of the ring"), prefix);
}

static void
tell_ring (Changes *changes, const RingRecord *ring, gboolean gone)
{
  const char *name = ring_record_get_or (ring, "label", ring_record_get (ring, "wearer"));

  if (name != NULL)
    _ring_changes_add (changes->list, gone ? _("Ring “%s” taken away") : _("Ring “%s” added"), name);
  else
    _ring_changes_add (changes->list, "%s", gone ? _("A ring taken away") : _("A ring added"));
}

/* -------------------------------------------------------------------- gems */

static char *
gem_words (const RingGem *gem)
{
  const RingGemChoice choice = { gem->cut, gem->species, gem->length, gem->width };

  return ring_gem_choice_format (&choice);
}

static char *
format_size (double length, double width)
{
  g_autofree char *l = ring_number_format (length, 2);
  g_autofree char *w = ring_number_format (width, 2);

  return fabs (length - width) < LEAST ? g_steal_pointer (&l) : g_strdup_printf ("%s × %s", l, w);
}

static void
add_gem_place (Changes *changes, const char *words, const RingGem *was, const RingGem *is,
               gboolean with_height)
{
  double up = is->place.height - was->place.height;
  double round = is->place.angle - was->place.angle;
  double spin = is->place.spin - was->place.spin;
  g_autofree char *mm = ring_number_format (fabs (up), 2);
  g_autofree char *degrees = ring_number_format (fabs (round), 1);
  g_autofree char *turned = ring_number_format (fabs (spin), 1);

  if (with_height && fabs (up) >= LEAST)
    _ring_changes_add (changes->list, up > 0 ? _("%s: %s mm higher") : _("%s: %s mm lower"), words, mm);
  if (fabs (round) >= LEAST)
    _ring_changes_add (changes->list, _("%s: %s° further round the finger"), words, degrees);
  if (fabs (spin) >= LEAST)
    _ring_changes_add (changes->list, _("%s: turned by %s°"), words, turned);
}

static void
add_gem (Changes *changes, const RingRecord *old, const RingRecord *new)
{
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  RingGem was, is;

  if (!ring_gem_init (&was, old) || !ring_gem_init (&is, new))
    {
      _ring_changes_add (changes->list, "%s", _("A gem of a cut that is not known"));
      return;
    }
  from = gem_words (&was);
  to = gem_words (&is);
  if (was.cut == is.cut && was.species == is.species && !g_str_equal (from, to))
    {
      g_autofree char *old_size = format_size (was.length, was.width);
      g_autofree char *new_size = format_size (is.length, is.width);

      _ring_changes_add (changes->list, _("%s, before %s mm"), to, old_size);
    }
  else if (!g_str_equal (from, to))
    _ring_changes_add (changes->list, _("%s, before %s"), to, from);
  /* A height that nobody decided goes with the stone. */
  add_gem_place (changes, to, &was, &is,
                 g_str_equal (from, to) || (ring_record_get (old, "height") != NULL
                                            && ring_record_get (new, "height") != NULL));
  if (!has_told (changes))
    _ring_changes_add (changes->list, _("%s: set or drawn otherwise"), to);
}

static void
tell_gem (Changes *changes, const RingRecord *record, gboolean gone)
{
  g_autofree char *words = NULL;
  RingGem gem;

  if (!ring_gem_init (&gem, record))
    {
      _ring_changes_add (changes->list, "%s", _("A gem of a cut that is not known"));
      return;
    }
  words = gem_words (&gem);
  _ring_changes_add (changes->list, gone ? _("%s taken away") : _("%s added"), words);
}

/* ------------------------------------------------------------ settings, ... */

static const char *
setting_label (const RingRecord *record)
{
  const char *id = ring_record_get_or (record, "kind", "");
  RingSettingKind kind;

  return ring_setting_kind_from_id (id, &kind) ? ring_setting_kind_label (kind) : id;
}

static void
add_setting (Changes *changes, const RingRecord *old, const RingRecord *new)
{
  const char *was = setting_label (old);
  const char *is = setting_label (new);

  add_words (changes, "", _("Setting"), was, is);
  if (!has_told (changes) && g_strcmp0 (ring_record_get (old, "claws"), ring_record_get (new, "claws")) != 0)
    add_words (changes, "", _("Claws"), ring_record_get_or (old, "claws", _("as usual")),
               ring_record_get_or (new, "claws", _("as usual")));
  if (!has_told (changes))
    _ring_changes_add (changes->list, _("Setting (%s): other measures"), is);
}

static void
tell_setting (Changes *changes, const RingRecord *record, gboolean gone)
{
  _ring_changes_add (changes->list, gone ? _("Setting taken away: %s") : _("Setting added: %s"),
                     setting_label (record));
}

static char *
layout_words (const RingDrawing *drawing, const RingRecord *record)
{
  RingGemLayout layout;
  g_autofree char *stone = NULL;
  char *words;

  if (!ring_gem_layout_init (&layout, record, drawing))
    return g_strdup (ring_record_get_or (record, "kind", ""));
  stone = ring_gem_choice_format (&(RingGemChoice){ layout.layout.cut, layout.species,
                                                    layout.layout.length, layout.layout.width });
  /* Translators: a halo, a row or the like, and what each of its stones is. */
  words = g_strdup_printf (_("%s of %s"), ring_layout_kind_label (layout.layout.kind), stone);
  ring_gem_layout_clear (&layout);
  return words;
}

static void
add_layout (Changes *changes, const RingRecord *old, const RingRecord *new)
{
  g_autofree char *was = layout_words (changes->before, old);
  g_autofree char *is = layout_words (changes->after, new);

  if (g_str_equal (was, is))
    _ring_changes_add (changes->list, _("%s: laid out otherwise"), is);
  else
    _ring_changes_add (changes->list, _("%s, before %s"), is, was);
}

static void
tell_layout (Changes *changes, const RingRecord *record, gboolean gone)
{
  g_autofree char *words = layout_words (gone ? changes->before : changes->after, record);

  _ring_changes_add (changes->list, gone ? _("%s taken away") : _("%s added"), words);
}

static void
add_inscription (Changes *changes, const RingRecord *old, const RingRecord *new)
{
  const char *was = ring_record_get_or (old, "text", "");
  const char *is = ring_record_get_or (new, "text", "");

  if (g_str_equal (was, is))
    _ring_changes_add (changes->list, _("Engraving “%s”: letters or place"), is);
  else
    _ring_changes_add (changes->list, _("Engraving “%s”, before “%s”"), is, was);
}

static void
tell_inscription (Changes *changes, const RingRecord *record, gboolean gone)
{
  _ring_changes_add (changes->list, gone ? _("Engraving “%s” taken away") : _("Engraving “%s” added"),
                     ring_record_get_or (record, "text", ""));
}

static void
add_stone (Changes *changes, const RingRecord *old, const RingRecord *new)
{
  g_autofree char *name = ring_provenance_name (new, ring_clock_now_ms ());
  g_autofree char *prefix = g_strdup_printf ("%s: ", name);
  g_autofree char *was = ring_stone_format_size (old, TRUE);
  g_autofree char *is = ring_stone_format_size (new, TRUE);
  g_autofree char *weighed = ring_stone_format_carat (old);
  g_autofree char *weighs = ring_stone_format_carat (new);
  const char *none = _("not recorded");
  const char *status = ring_stone_label_of (RING_STONE_STATUS, old);
  const char *status_now = ring_stone_label_of (RING_STONE_STATUS, new);

  add_words (changes, prefix, _("mm"), was != NULL ? was : none, is != NULL ? is : none);
  add_words (changes, prefix, _("carats"), weighed != NULL ? weighed : none,
             weighs != NULL ? weighs : none);
  add_words (changes, prefix, _("status"), status != NULL ? status : none,
             status_now != NULL ? status_now : none);
  if (!has_told (changes))
    _ring_changes_add (changes->list, _("%s: what its card says"), name);
}

static void
tell_stone (Changes *changes, const RingRecord *record, gboolean gone)
{
  g_autofree char *name = ring_provenance_name (record, ring_clock_now_ms ());

  _ring_changes_add (changes->list, gone ? _("Card of a stone taken away: %s") : _("Card of a stone added: %s"),
                     name);
}

static void
add_choice (Changes *changes, const RingRecord *old, const RingRecord *new)
{
  const char *was = ring_record_get_or (old, "number", "");
  const char *is = ring_record_get_or (new, "number", "");

  if (g_str_equal (was, is))
    _ring_changes_add (changes->list, "%s", _("What was chosen beside the menus"));
  else
    _ring_changes_add (changes->list, _("Chosen from the menus: %s, before %s"), is, was);
}

static void
tell_choice (Changes *changes, const RingRecord *record, gboolean gone)
{
  _ring_changes_add (changes->list,
                     gone ? _("No longer chosen from the menus: %s") : _("Chosen from the menus: %s"),
                     ring_record_get_or (record, "number", ""));
}

static void
add_page (Changes *changes, const RingRecord *old, const RingRecord *new)
{
  _ring_changes_add (changes->list, "%s", _("Paper"));
}

static void
tell_page (Changes *changes, const RingRecord *record, gboolean gone)
{
  _ring_changes_add (changes->list, "%s", _("Paper"));
}

/* ----------------------------------------------------------------- the list */

/* In the order of the list: every kind of record that is revised. */
static const struct
{
  const char *kind;
  void (*add) (Changes *changes, const RingRecord *old, const RingRecord *new);
  void (*tell) (Changes *changes, const RingRecord *record, gboolean gone);
} kinds[] = {
  { RING_RECORD_GEM, add_gem, tell_gem },
  { RING_RECORD_SETTING, add_setting, tell_setting },
  { RING_RECORD_LAYOUT, add_layout, tell_layout },
  { RING_RECORD_RING, add_ring, tell_ring },
  { RING_RECORD_INSCRIPTION, add_inscription, tell_inscription },
  { RING_RECORD_STONE, add_stone, tell_stone },
  { RING_RECORD_CHOICE, add_choice, tell_choice },
  { RING_RECORD_PAGE, add_page, tell_page },
};

static void
add_kind (Changes *changes, guint kind)
{
  const char *name = kinds[kind].kind;

  for (guint i = 0; i < ring_drawing_get_n_records (changes->before); i++)
    {
      const RingRecord *old = ring_drawing_get_record (changes->before, i);

      if (g_str_equal (ring_record_get_kind (old), name)
          && ring_drawing_find_record (changes->after, name, ring_record_get_id (old)) == NULL)
        kinds[kind].tell (changes, old, TRUE);
    }
  for (guint i = 0; i < ring_drawing_get_n_records (changes->after); i++)
    {
      const RingRecord *new = ring_drawing_get_record (changes->after, i);
      const RingRecord *old = ring_drawing_find_record (changes->before, name, ring_record_get_id (new));

      if (!g_str_equal (ring_record_get_kind (new), name))
        continue;
      changes->had = changes->list->len;
      if (old == NULL)
        kinds[kind].tell (changes, new, FALSE);
      else if (!ring_record_equal (old, new))
        kinds[kind].add (changes, old, new);
    }
}

/* The ids of the records of KIND, to see their order. */
static char *
list_ids (const RingDrawing *drawing)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      if (ring_record_is_revised (ring_record_get_kind (record)))
        g_string_append_printf (ids, "%s ", ring_record_get_id (record));
    }
  return g_string_free (ids, FALSE);
}

static void
add_order (Changes *changes)
{
  g_autofree char *was = list_ids (changes->before);
  g_autofree char *is = list_ids (changes->after);

  if (!g_str_equal (was, is))
    _ring_changes_add (changes->list, "%s", _("The order of rings, gems or stones"));
}

GPtrArray *
ring_changes_list (const RingDrawing *before, const RingDrawing *after)
{
  GPtrArray *list = g_ptr_array_new_with_free_func (g_free);
  Changes changes = { list, before, after, 0 };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    add_kind (&changes, i);
  if (list->len == 0)
    add_order (&changes);
  _ring_changes_add_drawn (list, before, after);
  return list;
}

char *
ring_changes_join (const GPtrArray *changes)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < changes->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "; " : "", (const char *) changes->pdata[i]);
  return g_string_free (text, FALSE);
}

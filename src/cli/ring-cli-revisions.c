/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What info tells of the revisions of a design, and of what was signed. */
#include "ring-cli-private.h"

#include <glib/gi18n-lib.h>

#include "ring-changes.h"
#include "ring-digest.h"
#include "ring-revision.h"
#include "ring-sign-off.h"

/* The revision that the Ith went on from; of the first, none. */
static const RingRecord *
get_base (const RingDrawing *drawing, const GPtrArray *list, guint i)
{
  const char *from = ring_record_get (list->pdata[i], "from");
  const RingRecord *base = from != NULL ? ring_revision_find (drawing, from) : NULL;

  return base != NULL ? base : i > 0 ? list->pdata[i - 1] : NULL;
}

static RingDrawing *
get_state (const RingDrawing *drawing, const RingRecord *revision)
{
  return ring_drawing_get_state (drawing, ring_record_get_id (revision));
}

static gsize
count_items (const RingDrawing *state)
{
  gsize n = 0;

  for (guint i = 0; i < ring_drawing_get_n_views (state); i++)
    n += ring_view_get_n_items (ring_drawing_get_view (state, i));
  return n;
}

static void
add_changes (JsonBuilder *json, const char *name, const GPtrArray *changes)
{
  json_builder_set_member_name (json, name);
  json_builder_begin_array (json);
  for (guint i = 0; i < changes->len; i++)
    json_builder_add_string_value (json, changes->pdata[i]);
  json_builder_end_array (json);
}

void
ring_cli_add_revisions (JsonBuilder *json, const RingDrawing *drawing)
{
  g_autoptr (GPtrArray) list = ring_revision_list (drawing);
  const RingRecord *present = ring_revision_find_present (drawing);

  json_builder_set_member_name (json, "revisions");
  json_builder_begin_array (json);
  for (guint i = 0; i < list->len; i++)
    {
      const RingRecord *base = get_base (drawing, list, i);
      const RingDrawing *state = get_state (drawing, list->pdata[i]);

      json_builder_begin_object (json);
      ring_cli_json_record (json, list->pdata[i]);
      ring_cli_json_count (json, "items", (gint64) count_items (state));
      json_builder_set_member_name (json, "present");
      json_builder_add_boolean_value (json, list->pdata[i] == present);
      if (base != NULL)
        {
          g_autoptr (GPtrArray) changes = ring_changes_list (get_state (drawing, base), state);

          ring_cli_json_string (json, "compared-with", ring_record_get_id (base));
          add_changes (json, "changes", changes);
        }
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

void
ring_cli_print_revisions (const RingDrawing *drawing)
{
  g_autoptr (GPtrArray) list = ring_revision_list (drawing);

  for (guint i = 1; i < list->len; i++)
    {
      const RingRecord *base = get_base (drawing, list, i);
      g_autoptr (GPtrArray) changes
          = ring_changes_list (get_state (drawing, base), get_state (drawing, list->pdata[i]));

      for (guint k = 0; k < changes->len; k++)
        /* Translators: two names of revisions, and one thing that is another in the first. */
        g_print (_("revision %s, since %s: %s\n"), ring_revision_get_name (list->pdata[i]),
                 ring_revision_get_name (base), (const char *) changes->pdata[k]);
    }
}

/* Whether what the file holds is what was signed. */
static gboolean
agrees (const RingDrawing *drawing, const RingRecord *sign_off)
{
  const RingDrawing *state = ring_sign_off_get_state (drawing, sign_off);
  g_autofree char *digest = state != NULL ? ring_digest_make (state) : NULL;

  return digest != NULL && g_str_equal (digest, ring_record_get_or (sign_off, "digest", ""));
}

void
ring_cli_add_sign_offs (JsonBuilder *json, const RingDrawing *drawing)
{
  g_autoptr (GPtrArray) list = ring_sign_off_list (drawing);

  json_builder_set_member_name (json, "sign-offs");
  json_builder_begin_array (json);
  for (guint i = 0; i < list->len; i++)
    {
      g_autoptr (GPtrArray) changes = ring_sign_off_changes (drawing, list->pdata[i]);
      gboolean true_digest = agrees (drawing, list->pdata[i]);

      json_builder_begin_object (json);
      ring_cli_json_record (json, list->pdata[i]);
      json_builder_set_member_name (json, "digest-agrees");
      json_builder_add_boolean_value (json, true_digest);
      json_builder_set_member_name (json, "holds");
      json_builder_add_boolean_value (json, true_digest && changes->len == 0);
      add_changes (json, "changed-since", changes);
      json_builder_end_object (json);
    }
  json_builder_end_array (json);
}

static void
print_sign_off (const RingDrawing *drawing, const RingRecord *sign_off)
{
  const char *name = ring_record_get_or (sign_off, "revision", "");
  const RingRecord *revision = ring_revision_find (drawing, name);
  g_autofree char *digest = ring_sign_off_format_digest (sign_off);
  g_autoptr (GPtrArray) changes = ring_sign_off_changes (drawing, sign_off);

  /* Translators: a moment, a revision's name, a client's name, and hexadecimal digits. */
  g_print (_("signed %s: revision %s, by %s, digest %s\n"), ring_record_get_or (sign_off, "at", "–"),
           revision != NULL ? ring_revision_get_name (revision) : name,
           ring_record_get_or (sign_off, "name", "–"), digest);
  if (ring_record_get (sign_off, "typed") != NULL)
    g_print (_("  typed, not written: %s\n"), ring_record_get (sign_off, "typed"));
  if (!agrees (drawing, sign_off))
    g_print (_("  the digest is not that of the revision: it is not what was signed\n"));
  for (guint i = 0; i < changes->len; i++)
    g_print (_("  changed since it was signed: %s\n"), (const char *) changes->pdata[i]);
}

void
ring_cli_print_sign_offs (const RingDrawing *drawing)
{
  g_autoptr (GPtrArray) list = ring_sign_off_list (drawing);

  for (guint i = 0; i < list->len; i++)
    print_sign_off (drawing, list->pdata[i]);
}

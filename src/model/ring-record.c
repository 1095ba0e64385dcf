/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-record.h"

#include "ring-number.h"
#include "ring-text.h"

typedef struct
{
  char *name;
  char *value;
} Field;

struct _RingRecord
{
  char *kind;
  char *id;
  GArray *fields; /* of Field, by name */
  RingPhoto *photo; /* whose name is the field "image"; NULL for none */
};

static void
field_clear (gpointer data)
{
  Field *field = data;

  g_free (field->name);
  g_free (field->value);
}

/* ID may be NULL where the kind stands only once in a design. */
RingRecord *
ring_record_new (const char *kind, const char *id)
{
  RingRecord *record = g_atomic_rc_box_new0 (RingRecord);

  record->kind = g_strdup (kind);
  record->id = g_strdup (id != NULL ? id : kind);
  record->fields = g_array_new (FALSE, FALSE, sizeof (Field));
  g_array_set_clear_func (record->fields, field_clear);
  return record;
}

RingRecord *
ring_record_ref (const RingRecord *record)
{
  return g_atomic_rc_box_acquire ((gpointer) record);
}

static void
record_clear (gpointer data)
{
  RingRecord *record = data;

  g_free (record->kind);
  g_free (record->id);
  g_array_unref (record->fields);
  ring_photo_unref (record->photo);
}

void
ring_record_unref (const RingRecord *record)
{
  if (record != NULL)
    g_atomic_rc_box_release_full ((gpointer) record, record_clear);
}

static RingRecord *
copy (const RingRecord *record)
{
  RingRecord *new = ring_record_new (record->kind, record->id);

  if (record->photo != NULL)
    new->photo = ring_photo_ref (record->photo);
  for (guint i = 0; i < record->fields->len; i++)
    {
      const Field *old = &g_array_index (record->fields, Field, i);
      Field field = { g_strdup (old->name), g_strdup (old->value) };

      g_array_append_val (new->fields, field);
    }
  return new;
}

RingRecord *
ring_record_with (const RingRecord *record, const char *name, const char *value)
{
  RingRecord *new = copy (record);
  g_autofree char *clean = ring_text_clean (
      value, ring_record_is_outline (record->kind, name) ? RING_RECORD_OUTLINE_CHARS : RING_TEXT_MAX_CHARS);
  guint i;

  for (i = 0; i < new->fields->len; i++)
    {
      int order = g_strcmp0 (g_array_index (new->fields, Field, i).name, name);

      if (order == 0)
        g_array_remove_index (new->fields, i);
      if (order >= 0)
        break;
    }
  if (clean[0] != '\0')
    {
      Field field = { g_strdup (name), g_steal_pointer (&clean) };

      g_array_insert_val (new->fields, i, field);
    }
  return new;
}

RingRecord *
ring_record_with_number (const RingRecord *record, const char *name, double value, guint decimals)
{
  g_autofree char *text = ring_number_format (value, decimals);

  return ring_record_with (record, name, text);
}

RingRecord *
ring_record_with_photo (const RingRecord *record, RingPhoto *photo)
{
  RingRecord *new
      = ring_record_with (record, "image", photo != NULL ? ring_photo_get_name (photo) : NULL);

  g_clear_pointer (&new->photo, ring_photo_unref);
  if (photo != NULL)
    new->photo = ring_photo_ref (photo);
  return new;
}

RingPhoto *
ring_record_get_photo (const RingRecord *record)
{
  return record != NULL ? record->photo : NULL;
}

/* Takes NEXT. */
static void
replace (RingRecord **record, RingRecord *next)
{
  ring_record_unref (*record);
  *record = next;
}

void
ring_record_set (RingRecord **record, const char *name, const char *value)
{
  replace (record, ring_record_with (*record, name, value));
}

void
ring_record_set_number (RingRecord **record, const char *name, double value, guint decimals)
{
  replace (record, ring_record_with_number (*record, name, value, decimals));
}

const char *
ring_record_get_kind (const RingRecord *record)
{
  return record->kind;
}

const char *
ring_record_get_id (const RingRecord *record)
{
  return record->id;
}

const char *
ring_record_get (const RingRecord *record, const char *name)
{
  if (record == NULL)
    return NULL;
  for (guint i = 0; i < record->fields->len; i++)
    {
      const Field *field = &g_array_index (record->fields, Field, i);

      if (g_str_equal (field->name, name))
        return field->value;
    }
  return NULL;
}

/* FALSE, and *VALUE untouched, when the field is not recorded or is no number. */
gboolean
ring_record_get_number (const RingRecord *record, const char *name, double *value)
{
  return ring_number_parse (ring_record_get (record, name), value);
}

const char *
ring_record_get_or (const RingRecord *record, const char *name, const char *otherwise)
{
  const char *text = ring_record_get (record, name);

  return text != NULL ? text : otherwise;
}

double
ring_record_get_between (
    const RingRecord *record, const char *name, double least, double most, double otherwise)
{
  double value;

  if (ring_record_get_number (record, name, &value) && value >= least && value <= most)
    return value;
  return otherwise;
}

guint
ring_record_get_n_fields (const RingRecord *record)
{
  return record->fields->len;
}

const char *
ring_record_get_field (const RingRecord *record, guint i, const char **value)
{
  const Field *field = &g_array_index (record->fields, Field, i);

  if (value != NULL)
    *value = field->value;
  return field->name;
}

/* Photos of one name are the same. */
gboolean
ring_record_equal (const RingRecord *a, const RingRecord *b)
{
  if (a == b)
    return TRUE;
  if (a == NULL || b == NULL || !g_str_equal (a->kind, b->kind) || !g_str_equal (a->id, b->id)
      || a->fields->len != b->fields->len)
    return FALSE;
  for (guint i = 0; i < a->fields->len; i++)
    {
      const Field *fa = &g_array_index (a->fields, Field, i);
      const Field *fb = &g_array_index (b->fields, Field, i);

      if (!g_str_equal (fa->name, fb->name) || !g_str_equal (fa->value, fb->value))
        return FALSE;
    }
  return TRUE;
}

/* In the order of the file. */
static const char *const kinds[] = {
  RING_RECORD_COMMISSION,
  RING_RECORD_PAGE,
  RING_RECORD_RING,
  RING_RECORD_GEM,
  RING_RECORD_SETTING,
  RING_RECORD_LAYOUT,
  RING_RECORD_INSCRIPTION,
  RING_RECORD_STONE,
  RING_RECORD_CUSTODY,
  RING_RECORD_TAKE_IN,
  RING_RECORD_PLOT,
  RING_RECORD_PHOTO,
  RING_RECORD_ENTRY,
  RING_RECORD_TASK,
  RING_RECORD_CHOICE,
  RING_RECORD_ESTIMATE,
  RING_RECORD_RATE,
  RING_RECORD_ALTERNATIVE,
  RING_RECORD_MAKING,
  RING_RECORD_PART,
  RING_RECORD_OPERATION,
  RING_RECORD_REVISION,
  RING_RECORD_BRANCH,
  RING_RECORD_SIGN_OFF,
  RING_RECORD_CLIP,
};

guint
ring_record_kind_order (const char *kind)
{
  guint i = 0;

  while (i < G_N_ELEMENTS (kinds) && !g_str_equal (kind, kinds[i]))
    i++;
  return i;
}

gboolean
ring_record_is_kind (const char *name)
{
  return ring_record_kind_order (name) < G_N_ELEMENTS (kinds);
}

gboolean
ring_record_is_revised (const char *kind)
{
  static const char *const revised[]
      = { RING_RECORD_PAGE,        RING_RECORD_RING,  RING_RECORD_GEM,
          RING_RECORD_SETTING,     RING_RECORD_LAYOUT, RING_RECORD_INSCRIPTION,
          RING_RECORD_STONE,       RING_RECORD_CHOICE, NULL };

  return g_strv_contains (revised, kind);
}

gboolean
ring_record_is_outline (const char *kind, const char *name)
{
  static const char *const signed_fields[] = { "signature", "initials-size", "initials-engraving", NULL };
  static const char *const plotted[]
      = { "face-inside", "face-surface", "below-inside", "below-surface", NULL };

  return (g_str_equal (kind, RING_RECORD_SIGN_OFF) && g_strv_contains (signed_fields, name))
         || (g_str_equal (kind, RING_RECORD_PLOT) && g_strv_contains (plotted, name));
}

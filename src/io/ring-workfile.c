/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-workfile-private.h"

#include <string.h>
#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (RingWorkfile, ring_workfile, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_FILE,
  PROP_TITLE,
  PROP_BUSY,
  PROP_DESIGN,
  PROP_JOURNAL_ERROR,
  PROP_OTHER,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void
ring_workfile_finalize (GObject *object)
{
  RingWorkfile *self = RING_WORKFILE (object);

  g_clear_handle_id (&self->claim_timer, g_source_remove);
  ring_claim_release (self->claim);
  ring_claim_owner_free (self->other);
  _ring_workfile_forget_seen (self);
  g_clear_pointer (&self->keeper, ring_keeper_free);
  g_clear_object (&self->design);
  g_clear_object (&self->file);
  g_clear_pointer (&self->report, ring_load_report_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_free (self->title);
  g_free (self->uuid);
  g_free (self->sha256);
  g_free (self->folder);
  g_free (self->journal_error);
  G_OBJECT_CLASS (ring_workfile_parent_class)->finalize (object);
}

static void
ring_workfile_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  RingWorkfile *self = RING_WORKFILE (object);

  switch (id)
    {
    case PROP_FILE: g_value_set_object (value, self->file); break;
    case PROP_TITLE: g_value_set_string (value, ring_workfile_get_title (self)); break;
    case PROP_BUSY: g_value_set_boolean (value, self->busy); break;
    case PROP_JOURNAL_ERROR: g_value_set_string (value, self->journal_error); break;
    case PROP_OTHER: g_value_set_pointer (value, self->other); break;
    case PROP_DESIGN: g_value_set_object (value, self->design); break;
    default: G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
ring_workfile_class_init (RingWorkfileClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = ring_workfile_finalize;
  object_class->get_property = ring_workfile_get_property;
  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE, flags);
  properties[PROP_DESIGN] = g_param_spec_object ("design", NULL, NULL, RING_TYPE_DESIGN, flags);
  properties[PROP_JOURNAL_ERROR] = g_param_spec_string ("journal-error", NULL, NULL, NULL, flags);
  properties[PROP_OTHER] = g_param_spec_pointer ("other", NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
ring_workfile_init (RingWorkfile *self)
{
}

RingWorkfile *
ring_workfile_new (void)
{
  RingWorkfile *self = g_object_new (RING_TYPE_WORKFILE, NULL);

  self->design = ring_design_new ();
  return self;
}

void
_ring_workfile_set_busy (RingWorkfile *self, gboolean busy)
{
  if (self->busy == busy)
    return;
  self->busy = busy;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

/* The name without the endings that every design has. */
static char *
make_title (GFile *file)
{
  static const char *const endings[] = { ".ring.svg", ".ring.svgz", ".svg", ".svgz" };
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *shown = g_filename_display_name (name);

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    if (g_str_has_suffix (shown, endings[i]) && strlen (shown) > strlen (endings[i]))
      return g_strndup (shown, strlen (shown) - strlen (endings[i]));
  return g_steal_pointer (&shown);
}

void
_ring_workfile_set_file (RingWorkfile *self, GFile *file)
{
  if (self->file != NULL && g_file_equal (self->file, file))
    return;
  g_set_object (&self->file, file);
  g_free (self->title);
  self->title = make_title (file);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

void
_ring_workfile_set_journal_error (RingWorkfile *self, const char *message)
{
  if (g_strcmp0 (self->journal_error, message) == 0)
    return;
  g_free (self->journal_error);
  self->journal_error = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_JOURNAL_ERROR]);
}

void
_ring_workfile_notify_other (RingWorkfile *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OTHER]);
}

RingDesign *
ring_workfile_get_design (RingWorkfile *self)
{
  g_return_val_if_fail (RING_IS_WORKFILE (self), NULL);
  return self->design;
}

GFile *
ring_workfile_get_file (RingWorkfile *self)
{
  g_return_val_if_fail (RING_IS_WORKFILE (self), NULL);
  return self->file;
}

const char *
ring_workfile_get_title (RingWorkfile *self)
{
  g_return_val_if_fail (RING_IS_WORKFILE (self), NULL);
  return self->title != NULL ? self->title : _("New Design");
}

gboolean
ring_workfile_get_busy (RingWorkfile *self)
{
  g_return_val_if_fail (RING_IS_WORKFILE (self), FALSE);
  return self->busy;
}

const RingLoadReport *
ring_workfile_get_report (RingWorkfile *self)
{
  g_return_val_if_fail (RING_IS_WORKFILE (self), NULL);
  return self->report;
}

double
ring_workfile_get_progress (RingWorkfile *self)
{
  g_return_val_if_fail (RING_IS_WORKFILE (self), 0);
  return CLAMP (g_atomic_int_get (&self->permille) / 1000.0, 0, 1);
}

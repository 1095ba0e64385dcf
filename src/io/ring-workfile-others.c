/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Others at the same file: who has it open, and what they put into it. */

#include "ring-workfile-private.h"

#include "ring-file.h"
#include "ring-svg.h"

/* How often is asked whether somebody who has the file open still has. */
#define ASK_SECONDS 5

/* ------------------------------------------------------------ who has it open */

typedef struct
{
  GFile *file;
  RingClaim *claim;
  RingClaimOwner *other;
} Asking;

static void
asking_free (gpointer data)
{
  Asking *asking = data;

  g_object_unref (asking->file);
  ring_claim_release (asking->claim);
  ring_claim_owner_free (asking->other);
  g_free (asking);
}

static void
ask_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Asking *asking = data;

  asking->claim = ring_claim_take (asking->file, &asking->other);
  g_task_return_boolean (task, TRUE);
}

/* Meanwhile the workfile may have gone, or been saved elsewhere. */
static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GWeakRef *weak = data;
  g_autoptr (RingWorkfile) self = g_weak_ref_get (weak);
  Asking *asking = g_task_get_task_data (G_TASK (result));

  if (self != NULL && self->other != NULL && g_file_equal (self->file, asking->file))
    _ring_workfile_take_claim (self, g_steal_pointer (&asking->claim), g_steal_pointer (&asking->other));
  g_weak_ref_clear (weak);
  g_free (weak);
}

static gboolean
timer_cb (gpointer data)
{
  RingWorkfile *self = data;
  g_autoptr (GTask) task = NULL;
  Asking *asking;
  GWeakRef *weak;

  if (self->claim != NULL)
    {
      ring_claim_renew (self->claim);
      return G_SOURCE_CONTINUE;
    }
  self->claim_timer = 0;
  weak = g_new0 (GWeakRef, 1);
  g_weak_ref_init (weak, self);
  asking = g_new0 (Asking, 1);
  asking->file = g_object_ref (self->file);
  task = g_task_new (NULL, NULL, asked_cb, weak);
  g_task_set_task_data (task, asking, asking_free);
  g_task_run_in_thread (task, ask_cb);
  return G_SOURCE_REMOVE;
}

void
_ring_workfile_take_claim (RingWorkfile *self, RingClaim *claim, RingClaimOwner *other)
{
  gboolean told = self->other != NULL || other != NULL;

  g_clear_handle_id (&self->claim_timer, g_source_remove);
  ring_claim_release (self->claim);
  ring_claim_owner_free (self->other);
  self->claim = claim;
  self->other = other;
  if (claim != NULL || other != NULL)
    self->claim_timer = g_timeout_add_seconds (claim != NULL ? RING_CLAIM_RENEWAL : ASK_SECONDS, timer_cb, self);
  if (told)
    _ring_workfile_notify_other (self);
}

const RingClaimOwner *
ring_workfile_get_other (RingWorkfile *self)
{
  g_return_val_if_fail (RING_IS_WORKFILE (self), NULL);
  return self->other;
}

void
ring_workfile_leave (RingWorkfile *self)
{
  g_return_if_fail (RING_IS_WORKFILE (self));
  _ring_workfile_take_claim (self, NULL, NULL);
}

/* ------------------------------------------------------- what they put there */

typedef struct
{
  GFile *file;
  gboolean own;
  RingDrawing *drawing;
  char *sha256;
  GError *error;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  g_object_unref (look->file);
  g_clear_pointer (&look->drawing, ring_drawing_unref);
  g_free (look->sha256);
  g_clear_error (&look->error);
  g_free (look);
}

/* A file that is no design has a hash all the same, and may be overwritten knowingly. */
static gboolean
run_look (gpointer data, GError **error)
{
  Look *look = data;
  g_autoptr (GBytes) bytes = ring_file_load (look->file, &look->error);
  gsize length;
  const char *text;

  if (bytes == NULL)
    return TRUE;
  look->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  text = g_bytes_get_data (bytes, &length);
  look->drawing = ring_svg_read (text != NULL ? text : "", length, NULL, &look->error);
  return TRUE;
}

static gboolean
end_look (RingWorkfile *self, gpointer data, GError **error)
{
  Look *look = data;

  _ring_workfile_forget_seen (self);
  self->seen = g_steal_pointer (&look->drawing);
  if (look->own)
    self->seen_sha256 = g_steal_pointer (&look->sha256);
  if (self->seen != NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&look->error));
  return FALSE;
}

static const RingWorkfileWork look_work = { run_look, end_look, look_free, FALSE };

void
ring_workfile_look_async (RingWorkfile *self, GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task;
  Look *look;

  g_return_if_fail (RING_IS_WORKFILE (self) && (file != NULL || self->file != NULL));
  task = _ring_workfile_ask (self, NULL, ring_workfile_look_async, callback, user_data);
  if (task == NULL)
    return;
  look = g_new0 (Look, 1);
  look->own = file == NULL || (self->file != NULL && g_file_equal (file, self->file));
  look->file = g_object_ref (file != NULL ? file : self->file);
  _ring_workfile_start (task, &look_work, look);
}

gboolean
ring_workfile_look_finish (RingWorkfile *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);
  return g_task_propagate_boolean (G_TASK (result), error);
}

RingDrawing *
ring_workfile_get_seen (RingWorkfile *self)
{
  g_return_val_if_fail (RING_IS_WORKFILE (self), NULL);
  return self->seen;
}

gboolean
ring_workfile_has_seen_changes (RingWorkfile *self)
{
  g_return_val_if_fail (RING_IS_WORKFILE (self), FALSE);
  return self->seen_sha256 != NULL && g_strcmp0 (self->seen_sha256, self->sha256) != 0;
}

void
_ring_workfile_forget_seen (RingWorkfile *self)
{
  g_clear_pointer (&self->seen, ring_drawing_unref);
  g_clear_pointer (&self->seen_sha256, g_free);
}

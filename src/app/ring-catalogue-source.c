/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-app"

#include "ring-catalogue-source.h"

#include <glib/gi18n-lib.h>

#include "ring-catalogue-art.h"
#include "ring-catalogue-reader.h"
#include "ring-error.h"
#include "ring-file.h"
#include "ring-settings.h"

/* Editors write in steps, or to another name first: the file is read when it rests so long, ms. */
#define REST_MS 300

/* What a reading came to: a catalogue, an error, or neither when the file is as it was. */
typedef struct
{
  RingCatalogue *catalogue;
  RingLoadReport *report;
  char *checksum;
  GError *error;
} Reading;

struct _RingCatalogueSource
{
  GObject parent_instance;

  GFile *file;     /* NULL for the house's */
  gboolean fixed;
  RingCatalogue *catalogue; /* NULL until it is first asked for */
  RingLoadReport *report;
  char *checksum;  /* of the file that CATALOGUE was read from; NULL for the house's */
  char *problem;
  GThread *starting;      /* of Reading *; until it is asked for */
  GFileMonitor *monitor;
  GCancellable *reading;  /* NULL while nothing is read */
  guint rest_timer;
};

G_DEFINE_FINAL_TYPE (RingCatalogueSource, ring_catalogue_source, G_TYPE_OBJECT)

enum
{
  PROP_PROBLEM = 1,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];
static guint changed_signal;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->catalogue, ring_catalogue_unref);
  ring_load_report_free (reading->report);
  g_clear_error (&reading->error);
  g_free (reading->checksum);
  g_free (reading);
}

/* Any thread. KNOWN is the checksum of what needs no reading. */
static Reading *
read_file (GFile *file, const char *known)
{
  Reading *reading = g_new0 (Reading, 1);
  g_autoptr (GBytes) bytes = ring_file_load (file, &reading->error);

  reading->report = ring_load_report_new ();
  if (bytes == NULL)
    return reading;
  reading->checksum = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  if (g_strcmp0 (reading->checksum, known) == 0)
    return reading;
  reading->catalogue
    = ring_catalogue_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                           reading->report, &reading->error);
  if (reading->catalogue != NULL)
    ring_catalogue_art_prepare (reading->catalogue);
  return reading;
}

/* The first mistake that left something out; NULL for none. REPORT may be NULL. */
static const RingNotice *
find_mistake (const RingLoadReport *report)
{
  for (guint i = 0; report != NULL && i < ring_load_report_get_n (report); i++)
    if (ring_load_report_get (report, i)->level == RING_NOTICE_ERROR)
      return ring_load_report_get (report, i);
  return NULL;
}

/* An error of the whole file has no line; what was noticed in it has. */
static char *
describe_error (const Reading *reading)
{
  const RingNotice *mistake = find_mistake (reading->report);
  const char *error = reading->error != NULL ? reading->error->message : "";
  g_autofree char *line = NULL;

  if (mistake == NULL)
    return g_strdup (error);
  /* Translators: the line of a file, what stands there and what is wrong with it. */
  line = g_strdup_printf (_ ("Line %u, %s: %s"), mistake->line, mistake->element, mistake->message);
  return error[0] != '\0' ? g_strdup_printf ("%s. %s", error, line) : g_steal_pointer (&line);
}

/* A version that leaves something out does not take the place of one that is whole: who is at work
 * in the file is in the middle of it. At the start there is no other. */
static gboolean
is_step_back (const RingCatalogueSource *self, GFile *file, const Reading *reading)
{
  return self->checksum != NULL && self->file != NULL && g_file_equal (file, self->file)
         && find_mistake (reading->report) != NULL && find_mistake (self->report) == NULL;
}

static void
take_problem (RingCatalogueSource *self, char *problem)
{
  g_autofree char *old = self->problem;

  self->problem = problem;
  if (g_strcmp0 (old, problem) != 0)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PROBLEM]);
}

/* What, where, and what to do. */
static char *
describe_problem (RingCatalogueSource *self, GFile *file, const Reading *reading)
{
  g_autofree char *name = g_file_get_parse_name (file);
  g_autofree char *why = describe_error (reading);
  gboolean gone = reading->error != NULL
                  && g_error_matches (reading->error, RING_ERROR, RING_ERROR_NOT_FOUND);

  if (self->file == NULL || !g_file_equal (file, self->file))
    return g_strdup_printf (_ ("“%s” cannot be used as the catalogue, which stays as it was. %s"),
                            name, why);
  if (gone && self->checksum == NULL)
    return g_strdup_printf (_ ("The catalogue “%s” is not there, so the house catalogue is shown. "
                               "Put the file back, or choose another in Preferences."),
                            name);
  if (gone)
    return g_strdup_printf (_ ("The catalogue “%s” is no longer there; what was read from it stays. "
                               "Put the file back, or choose another in Preferences."),
                            name);
  if (self->checksum == NULL)
    return g_strdup_printf (_ ("The catalogue “%s” cannot be read, so the house catalogue is shown. "
                               "It is read again as soon as it is mended. %s"),
                            name, why);
  if (reading->error == NULL)
    return g_strdup_printf (_ ("The new version of the catalogue “%s” has a mistake, so the one before "
                               "it stays. %s"),
                            name, why);
  return g_strdup_printf (_ ("The new version of the catalogue “%s” cannot be read, so the one before "
                             "it stays. %s"),
                          name, why);
}

static void
take_house (RingCatalogueSource *self)
{
  RingCatalogue *house = ring_catalogue_get_bundled ();

  g_clear_pointer (&self->catalogue, ring_catalogue_unref);
  g_clear_pointer (&self->report, ring_load_report_free);
  g_clear_pointer (&self->checksum, g_free);
  if (house != NULL)
    self->catalogue = ring_catalogue_ref (house);
}

/* Takes what READING has. */
static void
take_reading (RingCatalogueSource *self, Reading *reading)
{
  g_clear_pointer (&self->catalogue, ring_catalogue_unref);
  ring_load_report_free (self->report);
  g_free (self->checksum);
  self->catalogue = g_steal_pointer (&reading->catalogue);
  self->report = g_steal_pointer (&reading->report);
  self->checksum = g_steal_pointer (&reading->checksum);
}

/* ------------------------------------------------------------- following */

static void read_in_thread (RingCatalogueSource *self, GFile *file);

static gboolean
rest_cb (gpointer data)
{
  RingCatalogueSource *self = data;

  self->rest_timer = 0;
  read_in_thread (self, self->file);
  return G_SOURCE_REMOVE;
}

static void
file_changed_cb (RingCatalogueSource *self)
{
  g_clear_handle_id (&self->rest_timer, g_source_remove);
  self->rest_timer = g_timeout_add (REST_MS, rest_cb, self);
}

static void
stop (RingCatalogueSource *self)
{
  if (self->reading != NULL)
    g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  g_clear_handle_id (&self->rest_timer, g_source_remove);
}

static void
follow (RingCatalogueSource *self, GFile *file)
{
  stop (self);
  if (self->monitor != NULL)
    g_file_monitor_cancel (self->monitor);
  g_clear_object (&self->monitor);
  g_set_object (&self->file, file);
  if (file == NULL)
    return;
  /* Where a mount cannot tell of changes, they are seen at the next start. */
  self->monitor = g_file_monitor_file (file, G_FILE_MONITOR_WATCH_MOVES, NULL, NULL);
  if (self->monitor != NULL)
    g_signal_connect_object (self->monitor, "changed", G_CALLBACK (file_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

typedef struct
{
  GFile *file;
  char *known;
} Job;

static void
job_free (Job *job)
{
  g_object_unref (job->file);
  g_free (job->known);
  g_free (job);
}

static void
read_thread_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;

  g_task_return_pointer (task, read_file (job->file, job->known), reading_free);
}

/* A file that was chosen becomes the program's once it could be read. */
static void
take_chosen (RingCatalogueSource *self, GFile *file)
{
  g_autofree char *uri = g_file_get_uri (file);

  if (self->file != NULL && g_file_equal (file, self->file))
    return;
  follow (self, file);
  ring_settings_set_catalogue (uri);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  RingCatalogueSource *self = RING_CATALOGUE_SOURCE (source);
  const Job *job = g_task_get_task_data (G_TASK (result));
  Reading *reading = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Something else was chosen, or the file changed, meanwhile. */
  if (reading == NULL)
    return;
  g_clear_object (&self->reading);
  if (reading->error != NULL || is_step_back (self, job->file, reading))
    take_problem (self, describe_problem (self, job->file, reading));
  else
    {
      take_chosen (self, job->file);
      if (reading->catalogue != NULL)
        {
          take_reading (self, reading);
          g_signal_emit (self, changed_signal, 0);
        }
      take_problem (self, NULL);
    }
  reading_free (reading);
}

static void
read_in_thread (RingCatalogueSource *self, GFile *file)
{
  g_autoptr (GTask) task = NULL;
  gboolean same = self->file != NULL && g_file_equal (file, self->file);
  Job *job = g_new0 (Job, 1);

  stop (self);
  job->file = g_object_ref (file);
  job->known = same ? g_strdup (self->checksum) : NULL;
  self->reading = g_cancellable_new ();
  task = g_task_new (self, self->reading, read_cb, NULL);
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, read_thread_cb);
}

/* -------------------------------------------------------------- the start */

static gpointer
start_file_cb (gpointer data)
{
  g_autoptr (GFile) file = data;

  return read_file (file, NULL);
}

static gpointer
start_house_cb (gpointer data)
{
  RingCatalogue *house = ring_catalogue_get_bundled ();

  if (house != NULL)
    ring_catalogue_art_prepare (house);
  return NULL;
}

void
ring_catalogue_source_start (RingCatalogueSource *self)
{
  g_autofree char *uri = NULL;

  g_return_if_fail (RING_IS_CATALOGUE_SOURCE (self));

  if (self->catalogue != NULL || self->starting != NULL)
    return;
  uri = ring_settings_get_catalogue ();
  if (uri != NULL)
    {
      g_autoptr (GFile) file = g_file_new_for_uri (uri);

      follow (self, file);
      self->starting = g_thread_new ("catalogue", start_file_cb, g_object_ref (file));
    }
  else
    self->starting = g_thread_new ("catalogue", start_house_cb, NULL);
}

/* The first window waits for it; meanwhile the toolkit started. */
static void
end_start (RingCatalogueSource *self)
{
  GThread *starting = g_steal_pointer (&self->starting);
  Reading *reading = starting != NULL ? g_thread_join (starting) : NULL;

  /* A file that changed meanwhile may have been read again already. */
  if (self->catalogue == NULL)
    {
      if (reading != NULL && reading->catalogue != NULL)
        take_reading (self, reading);
      else
        take_house (self);
      if (reading != NULL && reading->error != NULL)
        take_problem (self, describe_problem (self, self->file, reading));
    }
  g_clear_pointer (&reading, reading_free);
}

gboolean
ring_catalogue_source_fix (RingCatalogueSource *self, GFile *file, GError **error)
{
  Reading *reading;
  gboolean good;

  g_return_val_if_fail (RING_IS_CATALOGUE_SOURCE (self), FALSE);

  reading = read_file (file, NULL);
  good = reading->error == NULL;
  if (good)
    {
      take_reading (self, reading);
      follow (self, file);
      self->fixed = TRUE;
    }
  else
    g_propagate_error (error, g_steal_pointer (&reading->error));
  reading_free (reading);
  return good;
}

void
ring_catalogue_source_choose (RingCatalogueSource *self, GFile *file)
{
  g_return_if_fail (RING_IS_CATALOGUE_SOURCE (self));

  end_start (self);
  if (self->fixed)
    return;
  if (file != NULL)
    {
      read_in_thread (self, file);
      return;
    }
  follow (self, NULL);
  ring_settings_set_catalogue ("");
  take_house (self);
  g_signal_emit (self, changed_signal, 0);
  take_problem (self, NULL);
}

/* ---------------------------------------------------------------- GObject */

static void
ring_catalogue_source_dispose (GObject *object)
{
  RingCatalogueSource *self = RING_CATALOGUE_SOURCE (object);

  if (self->starting != NULL)
    end_start (self);
  follow (self, NULL);
  G_OBJECT_CLASS (ring_catalogue_source_parent_class)->dispose (object);
}

static void
ring_catalogue_source_finalize (GObject *object)
{
  RingCatalogueSource *self = RING_CATALOGUE_SOURCE (object);

  g_clear_pointer (&self->catalogue, ring_catalogue_unref);
  ring_load_report_free (self->report);
  g_free (self->checksum);
  g_free (self->problem);
  G_OBJECT_CLASS (ring_catalogue_source_parent_class)->finalize (object);
}

static void
ring_catalogue_source_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PROBLEM)
    g_value_set_string (value, RING_CATALOGUE_SOURCE (object)->problem);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
ring_catalogue_source_class_init (RingCatalogueSourceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = ring_catalogue_source_dispose;
  object_class->finalize = ring_catalogue_source_finalize;
  object_class->get_property = ring_catalogue_source_get_property;
  properties[PROP_PROBLEM] = g_param_spec_string (
    "problem", NULL, NULL, NULL,
    G_PARAM_READABLE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
  changed_signal = g_signal_new ("changed", RING_TYPE_CATALOGUE_SOURCE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static void
ring_catalogue_source_init (RingCatalogueSource *self)
{
}

RingCatalogueSource *
ring_catalogue_source_new (void)
{
  return g_object_new (RING_TYPE_CATALOGUE_SOURCE, NULL);
}

RingCatalogue *
ring_catalogue_source_get_catalogue (RingCatalogueSource *self)
{
  g_return_val_if_fail (RING_IS_CATALOGUE_SOURCE (self), NULL);

  end_start (self);
  return self->catalogue;
}

const RingLoadReport *
ring_catalogue_source_get_report (RingCatalogueSource *self)
{
  g_return_val_if_fail (RING_IS_CATALOGUE_SOURCE (self), NULL);

  return self->report;
}

GFile *
ring_catalogue_source_get_file (RingCatalogueSource *self)
{
  g_return_val_if_fail (RING_IS_CATALOGUE_SOURCE (self), NULL);

  return self->file;
}

gboolean
ring_catalogue_source_shows_file (RingCatalogueSource *self)
{
  g_return_val_if_fail (RING_IS_CATALOGUE_SOURCE (self), FALSE);

  return self->checksum != NULL;
}

gboolean
ring_catalogue_source_is_fixed (RingCatalogueSource *self)
{
  g_return_val_if_fail (RING_IS_CATALOGUE_SOURCE (self), FALSE);

  return self->fixed;
}

const char *
ring_catalogue_source_get_problem (RingCatalogueSource *self)
{
  g_return_val_if_fail (RING_IS_CATALOGUE_SOURCE (self), NULL);

  return self->problem;
}

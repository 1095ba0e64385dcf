/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-rings.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-error.h"
#include "ring-gem-layout.h"
#include "ring-gem-setting.h"
#include "ring-spec.h"
#include "ring-view-plan.h"

/* A window nearer than this to its place has not been moved, paper mm. */
#define AT_HOME 0.01

static gboolean
is_ring (const RingDrawing *drawing, guint i)
{
  return g_str_equal (ring_record_get_kind (ring_drawing_get_record (drawing, i)), RING_RECORD_RING);
}

guint
ring_rings_get_n (const RingDrawing *drawing)
{
  guint n = 0;

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    n += is_ring (drawing, i);
  return n;
}

const RingRecord *
ring_rings_get (const RingDrawing *drawing, guint i)
{
  for (guint k = 0; k < ring_drawing_get_n_records (drawing); k++)
    if (is_ring (drawing, k) && i-- == 0)
      return ring_drawing_get_record (drawing, k);
  return NULL;
}

/* How many rings come before RING. */
static guint
index_of (const RingDrawing *drawing, const RingRecord *ring)
{
  guint n = 0;

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      if (ring_drawing_get_record (drawing, i) == ring)
        break;
      n += is_ring (drawing, i);
    }
  return n;
}

/* Of the ring that a view with HEAD shows. */
static guint
index_of_shown (const RingDrawing *drawing, const RingViewHead *head)
{
  return index_of (drawing, ring_drawing_find_ring (drawing, head->ring));
}

char *
ring_rings_name (const RingDrawing *drawing, const RingRecord *ring, gboolean translated)
{
  const char *label = ring_record_get_or (ring, "label", "");

  if (label[0] != '\0')
    return g_strdup (label);
  /* TRANSLATORS: a ring without a name, by its number. */
  return g_strdup_printf (translated ? _ ("Ring %u") : "Ring %u", index_of (drawing, ring) + 1);
}

const RingRecord *
ring_rings_find_fitted (const RingDrawing *drawing, const char *ring_id)
{
  const RingRecord *ring = ring_drawing_find_ring (drawing, ring_id);
  const char *fits = ring != NULL ? ring_record_get (ring, "fits") : NULL;
  const RingRecord *fitted
      = fits != NULL ? ring_drawing_find_record (drawing, RING_RECORD_RING, fits) : NULL;

  return fitted != ring ? fitted : NULL;
}

double
ring_rings_apart (const RingRecord *ring, const RingRecord *fitted)
{
  RingSpec specs[2];
  double sum = 0;

  ring_spec_init (&specs[0], ring);
  ring_spec_init (&specs[1], fitted);
  for (guint i = 0; i < 2; i++)
    sum += fmax (specs[i].band.width, specs[i].band.base_width);
  return sum / 2;
}

/* ------------------------------------------------------------------ adding */

static RingRecord *
new_ring (RingDesign *design, const RingRecord *like, gboolean fits)
{
  static const char *const made[] = { "profile",        "width", "thickness", "base-width",
                                      "base-thickness", "alloy", "finish",    "projection" };
  static const char *const worn[] = { "size", "size-system", "gauge", "wearer", "hand" };
  g_autofree char *id = ring_design_new_id (design, 'r');
  RingRecord *ring = ring_record_new (RING_RECORD_RING, id);

  if (like == NULL)
    return ring;
  for (guint i = 0; i < G_N_ELEMENTS (made); i++)
    ring_record_set (&ring, made[i], ring_record_get (like, made[i]));
  for (guint i = 0; fits && i < G_N_ELEMENTS (worn); i++)
    ring_record_set (&ring, worn[i], ring_record_get (like, worn[i]));
  if (fits)
    ring_record_set (&ring, "fits", ring_record_get_id (like));
  return ring;
}

/* The head of the plan for a view of the I-th ring; NULL where the plan has none of this kind. */
static const RingViewHead *
planned (const GArray *plan, guint i, RingViewKind kind)
{
  for (guint k = 0; k < plan->len; k++)
    {
      const RingViewHead *head = &g_array_index (plan, RingViewHead, k);

      if (head->kind == kind && i-- == 0)
        return head;
    }
  return NULL;
}

/* Whether all windows stand where the plan for their number put them. */
static gboolean
is_as_planned (const RingDrawing *drawing, guint n)
{
  g_autoptr (GArray) plan = ring_view_plan_sheet (n);

  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingViewHead *head = ring_view_get_head (ring_drawing_get_view (drawing, i));
      const RingViewHead *home;

      if (head->kind == RING_VIEW_PAGE)
        continue;
      home = planned (plan, index_of_shown (drawing, head), head->kind);
      if (home == NULL || fabs (home->scale - head->scale) > 1e-6
          || ring_point_distance (home->origin, head->origin) > AT_HOME)
        return FALSE;
    }
  return TRUE;
}

static void
move_windows (RingEdit *edit, const RingDrawing *drawing, const GArray *plan)
{
  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      RingViewHead head = *ring_view_get_head (ring_drawing_get_view (drawing, i));
      const RingViewHead *home = head.kind != RING_VIEW_PAGE
                                     ? planned (plan, index_of_shown (drawing, &head), head.kind)
                                     : NULL;

      if (home == NULL)
        continue;
      head.scale = home->scale;
      head.origin = home->origin;
      ring_edit_set_view (edit, &head);
    }
}

static void
add_views (RingEdit *edit,
           RingDesign *design,
           const char *ring_id,
           const GArray *plan,
           guint i,
           gboolean as_planned)
{
  for (RingViewKind kind = RING_VIEW_FRONT; kind <= RING_VIEW_STRIP; kind++)
    {
      RingViewHead head = *planned (plan, i, kind);
      g_autoptr (RingView) view = NULL;

      head.ring = ring_id;
      if (!as_planned)
        ring_view_plan_find_place (ring_edit_get_result (edit), &head);
      view = ring_view_plan_new_view (&head, (RingViewPlanId) ring_design_new_id, design);
      ring_edit_append_view (edit, view);
    }
}

RingEdit *
ring_rings_add (
    RingDesign *design, const RingRecord *like, gboolean fits, char **id, GError **error)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  guint n = ring_rings_get_n (drawing);
  gboolean as_planned = is_as_planned (drawing, MAX (n, 1));
  g_autoptr (GArray) plan = NULL;
  g_autoptr (RingRecord) ring = NULL;
  RingEdit *edit;

  if (n >= RING_RINGS_MOST)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_LIMIT,
                   _ ("A sheet holds %u rings at most. Begin another commission for more."),
                   RING_RINGS_MOST);
      return NULL;
    }
  plan = ring_view_plan_sheet (n + 1);
  ring = new_ring (design, like, fits);
  edit = ring_edit_new (drawing, _ ("Add Ring"));
  ring_edit_set_record (edit, ring);
  if (as_planned)
    move_windows (edit, drawing, plan);
  add_views (edit, design, ring_record_get_id (ring), plan, n, as_planned);
  if (id != NULL)
    *id = g_strdup (ring_record_get_id (ring));
  return edit;
}

/* ---------------------------------------------------------------- removing */

/* Whether RECORD tells of something on RING; what names no ring is on the first. */
static gboolean
is_on (const RingDrawing *drawing, const RingRecord *record, const RingRecord *ring)
{
  const char *kind = ring_record_get_kind (record);
  const char *named = ring_record_get (record, "ring");

  if (named == NULL && !g_str_equal (kind, RING_RECORD_GEM)
      && !g_str_equal (kind, RING_RECORD_LAYOUT) && !g_str_equal (kind, RING_RECORD_INSCRIPTION))
    return FALSE;
  return !g_str_equal (kind, RING_RECORD_RING) && ring_drawing_find_ring (drawing, named) == ring;
}

static void
remove_records (RingEdit *edit, const RingDrawing *drawing, const RingRecord *ring)
{
  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);
      const char *id = ring_record_get_id (record);

      if (g_strcmp0 (ring_record_get (record, "fits"), ring_record_get_id (ring)) == 0)
        {
          g_autoptr (RingRecord) free = ring_record_with (record, "fits", NULL);

          ring_edit_set_record (edit, free);
        }
      if (!is_on (drawing, record, ring))
        continue;
      if (g_str_equal (ring_record_get_kind (record), RING_RECORD_GEM))
        {
          ring_gem_setting_remove (edit, drawing, id);
          ring_gem_layout_remove_halos (edit, id);
        }
      ring_edit_remove_record (edit, ring_record_get_kind (record), id);
    }
  ring_edit_remove_record (edit, RING_RECORD_RING, ring_record_get_id (ring));
}

RingEdit *
ring_rings_remove (RingDesign *design, const char *id, GError **error)
{
  RingDrawing *drawing = ring_design_get_drawing (design);
  const RingRecord *ring = ring_drawing_find_record (drawing, RING_RECORD_RING, id);
  RingEdit *edit;

  if (ring == NULL || ring_rings_get_n (drawing) < 2)
    {
      g_set_error_literal (error, RING_ERROR, RING_ERROR_NOT_FOUND,
                           _ ("The only ring of a commission cannot be removed."));
      return NULL;
    }
  edit = ring_edit_new (drawing, _ ("Remove Ring"));
  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingViewHead *head = ring_view_get_head (ring_drawing_get_view (drawing, i));

      if (head->kind != RING_VIEW_PAGE && ring_drawing_find_ring (drawing, head->ring) == ring
          && !ring_view_plan_take_away (edit, drawing, head->id, error))
        {
          ring_edit_unref (edit);
          return NULL;
        }
    }
  remove_records (edit, drawing, ring);
  return edit;
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Underlays: where one comes to lie, what can be picked of it, fading, locking, and the scale that
 * one known length gives. */
#include <math.h>

#include "ring-arrange.h"
#include "ring-error.h"
#include "ring-pick.h"
#include "ring-test-tool.h"
#include "ring-test.h"
#include "ring-underlay.h"

#define FRONT ring_test_view (design, RING_VIEW_FRONT)
#define UNDERLAY ring_test_layer (design, RING_VIEW_FRONT, RING_ROLE_UNDERLAY)

static RingPhoto *
new_photo (guint width, guint height)
{
  g_autoptr (GBytes) bytes = g_bytes_new ("pixels", 6);

  return ring_photo_new (RING_PHOTO_JPEG, bytes, width, height, NULL);
}

/* The one photo of DESIGN, which is selected. */
static RingItem *
add_photo (RingDesign *design, RingSelection *selection, guint width, guint height)
{
  g_autoptr (RingPhoto) photo = new_photo (width, height);
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GError) error = NULL;
  RingEdit *edit = ring_underlay_add_photo (design, FRONT, photo, &added, &error);

  g_assert_no_error (error);
  ring_test_commit (design, edit);
  ring_selection_set (selection, FRONT, added);
  g_assert_cmpuint (ring_selection_get_n (selection), ==, 1);
  return g_array_index (ring_selection_list (selection), RingSelected, 0).item;
}

static void
test_photo (void)
{
  g_autoptr (RingPhoto) wide = new_photo (1000, 250);
  g_autoptr (RingPhoto) high = new_photo (3, 4);
  RingRect box = ring_photo_get_box (wide);

  g_assert_cmpfloat (box.x1, ==, 10);
  g_assert_cmpfloat (box.y1, ==, 2.5);
  box = ring_photo_get_box (high);
  g_assert_cmpfloat (box.x1, ==, 7.5);
  g_assert_cmpfloat (box.y1, ==, 10);
  /* The same bytes, the same name. */
  g_assert_cmpstr (ring_photo_get_name (wide), ==, ring_photo_get_name (high));
}

static void
test_add (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingSelection) selection = ring_selection_new (design);
  RingRect clip = ring_view_get_head (FRONT)->clip;
  RingRect bounds = ring_item_get_bounds (add_photo (design, selection, 400, 300));

  g_assert_true (ring_underlay_is_selected (selection));
  g_assert_cmpfloat_with_epsilon (bounds.x0 + bounds.x1, clip.x0 + clip.x1, 1e-9);
  g_assert_cmpfloat_with_epsilon (bounds.y0 + bounds.y1, clip.y0 + clip.y1, 1e-9);
  g_assert_cmpfloat_with_epsilon ((bounds.x1 - bounds.x0) / (bounds.y1 - bounds.y0), 4.0 / 3, 1e-9);
  g_assert_cmpfloat (bounds.x0, >, clip.x0);
  g_assert_cmpfloat (bounds.y0, >, clip.y0);
  ring_design_undo (design);
  g_assert_cmpuint (ring_layer_get_n_items (UNDERLAY), ==, 0);
}

/* What is locked or hidden is opened for a new one, and undone with it. */
static void
test_add_to_locked (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingSelection) selection = ring_selection_new (design);

  ring_test_set_layer (design, UNDERLAY, FALSE, TRUE);
  add_photo (design, selection, 4, 3);
  g_assert_true (ring_pick_is_open (UNDERLAY));
  ring_design_undo (design);
  g_assert_true (ring_layer_get_head (UNDERLAY)->locked);
  g_assert_false (ring_layer_get_head (UNDERLAY)->visible);
}

static void
test_lock (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingSelection) selection = ring_selection_new (design);

  g_assert_null (ring_underlay_lock (selection));
  add_photo (design, selection, 4, 3);
  ring_test_commit (design, ring_underlay_lock (selection));
  g_assert_true (ring_layer_get_head (UNDERLAY)->locked);
  g_assert_cmpuint (ring_selection_get_n (selection), ==, 0);
  g_assert_null (ring_pick_at (FRONT, (RingPoint){ 0, 0 }, 1));
}

static void
test_fade (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingSelection) selection = ring_selection_new (design);
  RingMatrix matrix;

  g_assert_cmpfloat (ring_underlay_get_opacity (selection), ==, -1);
  matrix = *ring_item_get_matrix (add_photo (design, selection, 4, 3));
  g_assert_cmpfloat (ring_underlay_get_opacity (selection), ==, RING_UNDERLAY_OPACITY);
  g_assert_null (ring_underlay_fade (selection, RING_UNDERLAY_OPACITY));
  ring_test_commit (design, ring_underlay_fade (selection, 0.35));
  g_assert_cmpfloat (ring_underlay_get_opacity (selection), ==, 0.35);
  ring_test_commit (design, ring_underlay_fade (selection, 0));
  g_assert_cmpfloat (ring_underlay_get_opacity (selection), ==, RING_UNDERLAY_LEAST_OPACITY);
  g_assert_true (ring_matrix_equal (
      ring_item_get_matrix (g_array_index (ring_selection_list (selection), RingSelected, 0).item),
      &matrix));
  /* Both were one movement of a slider. */
  ring_design_undo (design);
  g_assert_cmpfloat (ring_underlay_get_opacity (selection), ==, RING_UNDERLAY_OPACITY);
}

/* A thin line over a photo is picked before it, wherever the photo lies. */
static void
test_pick (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingSelection) selection = ring_selection_new (design);
  RingItem *photo, *found;
  RingMatrix turned;
  RingRect bounds;

  photo = add_photo (design, selection, 4, 3);
  ring_test_draw (design, RING_VIEW_FRONT, -3, 1, 3, 1);
  found = ring_pick_at (FRONT, (RingPoint){ 0, 1.4 }, 0.5);
  g_assert_nonnull (ring_item_get_stroke (found));
  found = ring_pick_at (FRONT, (RingPoint){ 0, 3 }, 0.5);
  g_assert_true (found == photo);
  turned = ring_arrange_turn (30, (RingPoint){ 0, 0 });
  ring_test_commit (design, ring_arrange_transform (selection, &turned, "Rotate"));
  photo = g_array_index (ring_selection_list (selection), RingSelected, 0).item;
  bounds = ring_item_get_bounds (photo);
  /* The corner of the box round a turned photo is not in it. */
  g_assert_null (ring_pick_at (FRONT, (RingPoint){ bounds.x0 + 0.1, bounds.y0 + 0.1 }, 0.5));
  g_assert_true (ring_pick_at (FRONT, (RingPoint){ 0, 3 }, 0.5) == photo);
}

static const struct
{
  RingPoint from, to;
  double mm;
  gboolean ok;
} lengths[] = {
  { { 1, 2 }, { 4, 6 }, 6.5, TRUE },      { { 0, 0 }, { 0, 13 }, 6.5, TRUE },
  { { -3, 5 }, { -3.5, 5 }, 0.1, TRUE },  { { 7, 7 }, { -8, 1 }, 1000, TRUE },
  { { 1, 1 }, { 1, 1 }, 6.5, FALSE },     { { 1, 1 }, { 1.001, 1 }, 6.5, FALSE },
  { { 0, 0 }, { 1, 0 }, 0, FALSE },       { { 0, 0 }, { 1, 0 }, -3, FALSE },
  { { 0, 0 }, { 1, 0 }, 1001, FALSE },    { { 0, 0 }, { 1, 0 }, NAN, FALSE },
  { { 0, 0 }, { NAN, 0 }, 6.5, FALSE },
};

static void
test_calibrate (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (lengths); i++)
    {
      g_autoptr (GError) error = NULL;
      RingMatrix matrix;
      RingPoint from, to;

      g_assert_cmpint (ring_underlay_calibrate (lengths[i].from, lengths[i].to, lengths[i].mm,
                                                &matrix, &error),
                       ==, lengths[i].ok);
      if (!lengths[i].ok)
        {
          g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
          continue;
        }
      from = ring_matrix_apply (&matrix, lengths[i].from);
      to = ring_matrix_apply (&matrix, lengths[i].to);
      g_assert_cmpfloat_with_epsilon (ring_point_distance (from, to), lengths[i].mm, 1e-9);
      g_assert_cmpfloat_with_epsilon (ring_point_distance (from, lengths[i].from), 0, 1e-9);
      /* Nothing is turned or pulled out of shape. */
      g_assert_cmpfloat (matrix.xx, ==, matrix.yy);
      g_assert_cmpfloat (matrix.xy, ==, 0);
    }
}

/* A drawing of another program becomes one group, as large as fits. */
static void
test_drawing (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  g_autoptr (RingDesign) other = ring_design_new ();
  g_autoptr (RingSelection) selection = ring_selection_new (design);
  g_autoptr (GPtrArray) added = NULL;
  g_autoptr (GError) error = NULL;
  RingRect clip = ring_view_get_head (FRONT)->clip;
  RingRect bounds;

  g_assert_null (
      ring_underlay_add_drawing (design, FRONT, ring_design_get_drawing (other), &added, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_FORMAT);
  g_clear_error (&error);
  ring_test_draw (other, RING_VIEW_FRONT, -3, 1, 3, 1);
  ring_test_draw (other, RING_VIEW_TOP, -1, -2, 1, 2);
  ring_test_commit (design, ring_underlay_add_drawing (design, FRONT, ring_design_get_drawing (other),
                                                       &added, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (added->len, ==, 2);
  g_assert_nonnull (ring_item_get_group (added->pdata[0]));
  g_assert_cmpstr (ring_item_get_group (added->pdata[0]), ==, ring_item_get_group (added->pdata[1]));
  ring_selection_set (selection, FRONT, added);
  bounds = ring_selection_get_bounds (selection);
  g_assert_cmpfloat_with_epsilon (bounds.x0 + bounds.x1, clip.x0 + clip.x1, 1e-6);
  g_assert_cmpfloat_with_epsilon (MAX ((bounds.x1 - bounds.x0) / (clip.x1 - clip.x0),
                                       (bounds.y1 - bounds.y0) / (clip.y1 - clip.y0)),
                                  0.9, 1e-6);
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/underlay/photo", test_photo);
  g_test_add_func ("/underlay/add", test_add);
  g_test_add_func ("/underlay/add-to-locked", test_add_to_locked);
  g_test_add_func ("/underlay/lock", test_lock);
  g_test_add_func ("/underlay/fade", test_fade);
  g_test_add_func ("/underlay/pick", test_pick);
  g_test_add_func ("/underlay/calibrate", test_calibrate);
  g_test_add_func ("/underlay/drawing", test_drawing);
  return ring_test_run ();
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-floor-bench.h"

#include <glib/gi18n-lib.h>

#include "ring-canvas.h"
#include "ring-carry.h"
#include "ring-parts.h"
#include "ring-random.h"
#include "ring-view-plan.h"

#define ICON 32 /* pixels */
/* A small round stone, mm: what a setter calls melee. */
#define GEM 2.0
/* On paper, mm: seen from two metres. */
#define PEN_WIDTH 1.1
/* Of the sheet: mm of paper for a mm of the ring, and width to height. */
#define SCALE 4.0
#define SHAPE 1.77
#define UPRIGHT_SHAPE 0.72

struct _RingFloorBench
{
  AdwBin parent_instance;

  RingCanvas *canvas;
  RingTool *pen, *gem;
  GtkWidget *hint;
};

G_DEFINE_FINAL_TYPE (RingFloorBench, ring_floor_bench, ADW_TYPE_BIN)

/* ------------------------------------------------------------------------- the sheet */

static char *
new_id_cb (gpointer random, char kind)
{
  return ring_random_id (random, kind);
}

static void
add_view (RingDrawingBuilder *builder, RingRandom *random, const RingViewHead *head)
{
  g_autoptr (RingView) view = ring_view_plan_new_view (head, new_id_cb, random);

  ring_drawing_builder_add_view (builder, view);
}

/* A sheet that is all front view, and has the shape of the place where it is drawn on: no line is begun beside it. */
static RingDrawing *
new_sheet (gboolean upright)
{
  RingRect usual = ring_view_plan_clip (RING_VIEW_FRONT);
  double height = SCALE * (usual.y1 - usual.y0), width = SCALE * (usual.x1 - usual.x0);
  double over = 0;
  RingRandom random;
  RingDrawingBuilder *builder;
  g_autofree char *uuid = NULL;
  g_autofree char *ring_id = NULL;
  g_autoptr (RingRecord) ring = NULL;

  ring_random_init (&random);
  uuid = ring_random_uuid (&random);
  ring_id = ring_random_id (&random, 'r');
  ring = ring_record_new (RING_RECORD_RING, ring_id);
  if (upright)
    over = MAX (width / UPRIGHT_SHAPE - height, 0) / 2;
  else
    width = MAX (width, SHAPE * height);
  height += 2 * over;
  builder = ring_drawing_builder_new (uuid, width, height);
  ring_drawing_builder_add_record (builder, ring);
  add_view (builder, &random, &(RingViewHead){ .kind = RING_VIEW_PAGE, .scale = 1, .clip = { 0, 0, width, height } });
  add_view (builder, &random,
            &(RingViewHead){ .kind = RING_VIEW_FRONT,
                             .ring = ring_id,
                             .scale = SCALE,
                             .origin = { width / 2, over - SCALE * usual.y0 },
                             .clip = { -width / 2 / SCALE, usual.y0 - over / SCALE, width / 2 / SCALE,
                                       usual.y1 + over / SCALE } });
  return ring_drawing_builder_end (builder);
}

/* Undo ends at the bare sheet: the design begins anew there. */
RingDesign *
ring_floor_bench_make_design (RingCatalogueArt *art, const RingChoice *choice, double seconds, gboolean upright, GError **error)
{
  g_autoptr (RingDrawing) sheet = new_sheet (upright);
  g_autoptr (RingDesign) design = ring_design_new_for_drawing (sheet);
  RingEdit *edit = ring_carry_choice (design, art, choice, seconds, error);

  if (edit == NULL)
    return NULL;
  ring_design_commit (design, edit);
  return ring_design_new_for_drawing (ring_design_get_drawing (design));
}

/* ------------------------------------------------------------------------- the hand */

void
ring_floor_bench_use (RingFloorBench *self, const char *instrument)
{
  g_return_if_fail (RING_IS_FLOOR_BENCH (self));

  ring_canvas_set_tool (self->canvas, g_str_equal (instrument, "gem") ? self->gem : self->pen);
}

void
ring_floor_bench_set_mirror (RingFloorBench *self, gboolean mirror)
{
  const RingSymmetry symmetry = { .count = 1, .mirrored = mirror, .angle = 90 };

  g_return_if_fail (RING_IS_FLOOR_BENCH (self));

  ring_tool_set_symmetry (self->pen, &symmetry);
}

void
ring_floor_bench_fit (RingFloorBench *self)
{
  g_return_if_fail (RING_IS_FLOOR_BENCH (self));

  ring_canvas_zoom_fit (self->canvas);
}

/* Who has drawn knows how. */
static void
changed_cb (RingFloorBench *self)
{
  gtk_widget_set_visible (self->hint, FALSE);
}

static RingTool *
new_pen (RingDesign *design)
{
  RingTool *tool = ring_tool_new (RING_TOOL_PEN, design);
  RingStrokeStyle style;

  ring_stroke_style_init (&style, RING_INSTRUMENT_PEN, 1);
  style.ink.width = PEN_WIDTH;
  ring_tool_set_style (tool, &style);
  return tool;
}

static RingTool *
new_gem (RingDesign *design)
{
  RingTool *tool = ring_tool_new (RING_TOOL_GEM, design);
  RingGemChoice gem;

  ring_gem_choice_init (&gem);
  gem.length = gem.width = GEM;
  ring_tool_set_gem (tool, &gem, RING_GEM_LIT);
  return tool;
}

/* ------------------------------------------------------------------------- object */

static void
ring_floor_bench_dispose (GObject *object)
{
  RingFloorBench *self = RING_FLOOR_BENCH (object);

  if (self->canvas != NULL)
    {
      ring_canvas_set_tool (self->canvas, NULL);
      ring_canvas_set_design (self->canvas, NULL);
      self->canvas = NULL;
    }
  g_clear_pointer (&self->pen, ring_tool_free);
  g_clear_pointer (&self->gem, ring_tool_free);
  G_OBJECT_CLASS (ring_floor_bench_parent_class)->dispose (object);
}

static void
ring_floor_bench_class_init (RingFloorBenchClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_floor_bench_dispose;
}

static void
ring_floor_bench_init (RingFloorBench *self)
{
}

/* TARGET is of an action with a state; NULL for one without, or for a switch. */
static void
add_button (GtkWidget *bar, gboolean toggle, const char *icon, const char *label, const char *action, const char *target)
{
  GtkWidget *button = toggle ? gtk_toggle_button_new () : gtk_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);

  gtk_image_set_pixel_size (GTK_IMAGE (image), ICON);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), gtk_label_new (label));
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  if (target != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", target);
  gtk_widget_add_css_class (button, "floor-tool");
  ring_parts_name (button, label);
  gtk_box_append (GTK_BOX (bar), button);
}

static GtkWidget *
new_bar (void)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_VERTICAL, 8);

  add_button (bar, TRUE, "ring-pen-symbolic", _ ("Pen"), "floor.instrument", "pen");
  add_button (bar, TRUE, "ring-gem-symbolic", _ ("Stones"), "floor.instrument", "gem");
  add_button (bar, TRUE, "ring-symmetry-symbolic", _ ("Both Sides"), "floor.mirror", NULL);
  add_button (bar, FALSE, "edit-undo-symbolic", _ ("Undo"), "floor.undo", NULL);
  add_button (bar, FALSE, "ring-fit-symbolic", _ ("Whole Ring"), "floor.fit", NULL);
  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  return bar;
}

GtkWidget *
ring_floor_bench_new (RingDesign *design)
{
  RingFloorBench *self = g_object_new (RING_TYPE_FLOOR_BENCH, NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 16);
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *canvas = ring_canvas_new ();

  self->canvas = RING_CANVAS (canvas);
  self->pen = new_pen (design);
  self->gem = new_gem (design);
  ring_canvas_set_design (self->canvas, design);
  ring_canvas_set_touch_draws (self->canvas, TRUE);
  ring_canvas_set_tool (self->canvas, self->pen);
  self->hint = gtk_label_new (_ ("Draw here"));
  gtk_widget_add_css_class (self->hint, "floor-hint");
  gtk_widget_set_can_target (self->hint, FALSE);
  gtk_widget_set_halign (self->hint, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->hint, GTK_ALIGN_START);
  gtk_widget_set_margin_top (self->hint, 16);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), canvas);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->hint);
  gtk_widget_set_hexpand (overlay, TRUE);
  gtk_widget_set_vexpand (overlay, TRUE);
  gtk_widget_set_overflow (overlay, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (overlay, "floor-paper");
  gtk_box_append (GTK_BOX (box), new_bar ());
  gtk_box_append (GTK_BOX (box), overlay);
  adw_bin_set_child (ADW_BIN (self), box);
  g_signal_connect_object (design, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_set_visible (self->hint, !ring_design_get_can_undo (design));
  return GTK_WIDGET (self);
}

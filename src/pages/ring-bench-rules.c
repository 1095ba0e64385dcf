/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-bench-rules.h"

#include <glib/gi18n-lib.h>

#include "ring-tool.h"

/* A ring round the place, paper mm. */
#define MARK_RADIUS 1.6
#define MARK_COLOUR 0xc64600e0
#define MARK_FILL 0xffa34830

struct _RingBenchRules
{
  AdwBin parent_instance;

  RingDesign *design;
  gulong changed_id;
  RingLimits limits;
  gboolean active;
  GArray *findings; /* of RingFinding; NULL while not active */

  AdwPreferencesGroup *group;
  GPtrArray *rows;
};

G_DEFINE_FINAL_TYPE (RingBenchRules, ring_bench_rules, ADW_TYPE_BIN)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
add_row (RingBenchRules *self, const char *title, const char *subtitle, gboolean warns)
{
  GtkWidget *row = adw_action_row_new ();

  /* Sources hold ampersands. */
  g_object_set (row, "use-markup", FALSE, "title", title, "subtitle", subtitle, "title-lines", 0,
                "subtitle-lines", 0, NULL);
  if (warns)
    {
      GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (icon, "warning");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
    }
  adw_preferences_group_add (self->group, row);
  g_ptr_array_add (self->rows, row);
}

static void
show_rows (RingBenchRules *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (self->group, g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  gtk_widget_set_visible (GTK_WIDGET (self), self->active);
  if (self->findings == NULL)
    return;
  for (guint i = 0; i < self->findings->len; i++)
    {
      const RingFinding *finding = &g_array_index (self->findings, RingFinding, i);
      gboolean own = finding->least != finding->rule->mm;
      g_autoptr (GString) text = g_string_new (finding->text);

      g_string_replace (text, " mm", "\u00a0mm", 0);
      add_row (self, text->str,
               own ? _ ("The shop’s own limit, set in the preferences") : finding->rule->source,
               TRUE);
    }
  if (self->findings->len == 0)
    add_row (self, _ ("Nothing is below the minimums"),
             _ ("Band, stones, settings, spacing and lines on the layer Metal were measured."), FALSE);
}

static gboolean
is_same (const GArray *a, const GArray *b)
{
  if (a == NULL || b == NULL || a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (!g_str_equal (g_array_index (a, RingFinding, i).text,
                      g_array_index (b, RingFinding, i).text))
      return FALSE;
  return TRUE;
}

static void
update (RingBenchRules *self)
{
  g_autoptr (GArray) old = g_steal_pointer (&self->findings);

  if (self->active && self->design != NULL)
    self->findings = ring_bench_check (ring_design_get_drawing (self->design), &self->limits);
  if (!is_same (old, self->findings))
    show_rows (self);
  /* What it says may stand elsewhere now. */
  if (old != NULL || self->findings != NULL)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
ring_bench_rules_dispose (GObject *object)
{
  RingBenchRules *self = RING_BENCH_RULES (object);

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  g_clear_object (&self->design);
  G_OBJECT_CLASS (ring_bench_rules_parent_class)->dispose (object);
}

static void
ring_bench_rules_finalize (GObject *object)
{
  RingBenchRules *self = RING_BENCH_RULES (object);

  g_clear_pointer (&self->findings, g_array_unref);
  g_ptr_array_unref (self->rows);
  G_OBJECT_CLASS (ring_bench_rules_parent_class)->finalize (object);
}

static void
ring_bench_rules_class_init (RingBenchRulesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_bench_rules_dispose;
  G_OBJECT_CLASS (klass)->finalize = ring_bench_rules_finalize;
  signals[CHANGED] = g_signal_new ("changed", RING_TYPE_BENCH_RULES, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
ring_bench_rules_init (RingBenchRules *self)
{
  ring_limits_init (&self->limits);
  self->rows = g_ptr_array_new ();
  self->group = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  adw_preferences_group_set_title (self->group, _ ("Bench Rules"));
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->group));
  gtk_widget_hide (GTK_WIDGET (self));
}

void
ring_bench_rules_set_design (RingBenchRules *self, RingDesign *design)
{
  g_return_if_fail (RING_IS_BENCH_RULES (self));

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  g_set_object (&self->design, design);
  if (design != NULL)
    self->changed_id = g_signal_connect_swapped (design, "changed", G_CALLBACK (update), self);
  update (self);
}

void
ring_bench_rules_set_limits (RingBenchRules *self, const RingLimits *limits)
{
  g_return_if_fail (RING_IS_BENCH_RULES (self));

  self->limits = *limits;
  update (self);
}

const RingLimits *
ring_bench_rules_get_limits (RingBenchRules *self)
{
  return &self->limits;
}

void
ring_bench_rules_set_active (RingBenchRules *self, gboolean active)
{
  g_return_if_fail (RING_IS_BENCH_RULES (self));

  if (active == self->active)
    return;
  self->active = active;
  update (self);
  show_rows (self);
}

gboolean
ring_bench_rules_get_active (RingBenchRules *self)
{
  return self->active;
}

typedef void (*PlaceFunc) (const RingFinding *finding, RingPoint paper, gpointer data);

/* Each finding in each view that shows it. */
static void
each_place (RingBenchRules *self, PlaceFunc func, gpointer data)
{
  const RingDrawing *drawing = ring_design_get_drawing (self->design);

  for (guint v = 0; v < ring_drawing_get_n_views (drawing); v++)
    {
      const RingView *view = ring_drawing_get_view (drawing, v);
      RingMatrix matrix = ring_view_get_matrix (view);

      for (guint i = 0; i < self->findings->len; i++)
        {
          const RingFinding *finding = &g_array_index (self->findings, RingFinding, i);
          RingPoint point;

          if (ring_finding_see (finding, drawing, ring_view_get_head (view), &point))
            func (finding, ring_matrix_apply (&matrix, point), data);
        }
    }
}

static void
mark_clear (gpointer mark)
{
  ring_path_unref (((RingToolMark *) mark)->path);
}

static void
add_mark (const RingFinding *finding, RingPoint paper, gpointer marks)
{
  RingToolMark mark = { ring_path_new (), MARK_FILL, MARK_COLOUR, 1.5, 0 };

  ring_path_add_ellipse (mark.path, paper, MARK_RADIUS, MARK_RADIUS);
  g_array_append_val (marks, mark);
}

GArray *
ring_bench_rules_make_marks (RingBenchRules *self)
{
  GArray *marks;

  g_return_val_if_fail (RING_IS_BENCH_RULES (self), NULL);

  if (self->findings == NULL)
    return NULL;
  marks = g_array_new (FALSE, FALSE, sizeof (RingToolMark));
  g_array_set_clear_func (marks, mark_clear);
  each_place (self, add_mark, marks);
  return marks;
}

typedef struct
{
  RingPoint point;
  double reach;
  GString *text;
} Search;

static void
add_text (const RingFinding *finding, RingPoint paper, gpointer data)
{
  Search *search = data;

  if (ring_point_distance (paper, search->point) > MARK_RADIUS + search->reach)
    return;
  if (search->text->len > 0)
    g_string_append_c (search->text, '\n');
  g_string_append_printf (search->text, "%s\n%s", finding->text, finding->rule->source);
}

char *
ring_bench_rules_describe (RingBenchRules *self, RingPoint point, double reach)
{
  Search search = { point, reach, NULL };
  gboolean found;

  g_return_val_if_fail (RING_IS_BENCH_RULES (self), NULL);

  if (self->findings == NULL)
    return NULL;
  search.text = g_string_new (NULL);
  each_place (self, add_text, &search);
  found = search.text->len > 0;
  return g_string_free (search.text, !found);
}

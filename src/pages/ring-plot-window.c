/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-plot-window.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "ring-clock.h"
#include "ring-parts.h"
#include "ring-plot-field.h"
#include "ring-provenance.h"

#define WIDTH 1000
#define HEIGHT 640

enum
{
  ERASER = RING_N_PLOT_MARKS,
  N_TOOLS
};

typedef struct
{
  GtkWindow *window;
  RingDesign *design;
  gulong changed_id;
  char *stone_id;
  AdwWindowTitle *title;
  RingPlotField *fields[RING_N_PLOT_SIDES];
  GtkWidget *whens[RING_N_PLOTS], *tools[N_TOOLS];
  GtkWidget *undo, *redo, *reshape, *message;
} View;

static void
view_free (gpointer data)
{
  View *view = data;

  g_clear_signal_handler (&view->changed_id, view->design);
  g_object_unref (view->design);
  g_free (view->stone_id);
  g_free (view);
}

static RingPlotWhen
get_when (View *view)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (view->whens[RING_PLOT_AFTER])) ? RING_PLOT_AFTER
                                                                                        : RING_PLOT_BEFORE;
}

static void
say (View *view, const char *message)
{
  gtk_label_set_text (GTK_LABEL (view->message), message);
  gtk_widget_set_visible (view->message, message[0] != '\0');
}

static void
update (View *view)
{
  const RingDrawing *drawing = ring_design_get_drawing (view->design);
  const RingRecord *stone = ring_drawing_find_record (drawing, RING_RECORD_STONE, view->stone_id);
  g_autofree char *name = NULL;

  if (stone == NULL)
    {
      gtk_window_destroy (view->window);
      return;
    }
  name = ring_provenance_name (stone, ring_clock_now_ms ());
  adw_window_title_set_subtitle (view->title, name);
  gtk_widget_set_sensitive (view->undo, ring_design_get_can_undo (view->design));
  gtk_widget_set_sensitive (view->redo, ring_design_get_can_redo (view->design));
  gtk_widget_set_visible (view->reshape, ring_plot_is_other (drawing, view->stone_id, get_when (view)));
}

static void
changed_cb (RingDesign *design, RingEdit *edit, gboolean reverted, View *view)
{
  update (view);
}

static void
when_cb (View *view)
{
  for (guint side = 0; side < RING_N_PLOT_SIDES; side++)
    ring_plot_field_set_when (view->fields[side], get_when (view));
  say (view, "");
  update (view);
}

static void
tool_cb (View *view)
{
  guint tool = 0;

  while (tool + 1 < N_TOOLS && !gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (view->tools[tool])))
    tool++;
  for (guint side = 0; side < RING_N_PLOT_SIDES; side++)
    ring_plot_field_set_mark (view->fields[side], MIN (tool, RING_PLOT_SURFACE), tool == ERASER);
}

static void
undo_cb (View *view)
{
  ring_design_undo (view->design);
}

static void
redo_cb (View *view)
{
  ring_design_redo (view->design);
}

static void
reshape_cb (View *view)
{
  RingEdit *edit = ring_plot_reshape (view->design, view->stone_id, get_when (view));

  if (edit != NULL && !ring_design_commit (view->design, edit))
    say (view, _ ("This design is read-only. Save it under another name first."));
}

static void
refused_cb (View *view, const char *message)
{
  say (view, message);
}

static gboolean
key_cb (View *view, guint key, guint code, GdkModifierType state)
{
  static const guint tools[N_TOOLS] = { GDK_KEY_i, GDK_KEY_s, GDK_KEY_e };

  if (key == GDK_KEY_Escape)
    gtk_window_close (view->window);
  else if (state & GDK_CONTROL_MASK && key == GDK_KEY_z)
    undo_cb (view);
  else if (state & GDK_CONTROL_MASK && (key == GDK_KEY_Z || key == GDK_KEY_y))
    redo_cb (view);
  else
    {
      for (guint i = 0; i < N_TOOLS; i++)
        if (key == tools[i] && !(state & (GDK_CONTROL_MASK | GDK_ALT_MASK)))
          {
            gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (view->tools[i]), TRUE);
            return GDK_EVENT_STOP;
          }
      return GDK_EVENT_PROPAGATE;
    }
  return GDK_EVENT_STOP;
}

/* ------------------------------------------------------------------------------ its parts */

static GtkWidget *
new_button (View *view, const char *icon, const char *name, void (*clicked) (View *view))
{
  GtkWidget *button = ring_parts_icon (gtk_button_new (), icon, name);

  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked), view);
  return button;
}

static GtkWidget *
new_header (View *view)
{
  GtkWidget *header = adw_header_bar_new ();
  const char *title = _ ("Inclusions and Damage");

  view->title = ADW_WINDOW_TITLE (adw_window_title_new (title, ""));
  gtk_window_set_title (view->window, title);
  view->undo = new_button (view, "edit-undo-symbolic", _ ("Undo (Ctrl+Z)"), undo_cb);
  view->redo = new_button (view, "edit-redo-symbolic", _ ("Redo (Ctrl+Shift+Z)"), redo_cb);
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), GTK_WIDGET (view->title));
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), view->undo);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), view->redo);
  return header;
}

static GtkWidget *
new_plan (View *view, RingPlotSide side)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *field = ring_plot_field_new (view->design, view->stone_id, side);
  GtkWidget *label = gtk_label_new (side == RING_PLOT_FACE ? _ ("Face up") : _ ("From below"));

  view->fields[side] = RING_PLOT_FIELD (field);
  g_signal_connect_swapped (field, "refused", G_CALLBACK (refused_cb), view);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_box_append (GTK_BOX (box), field);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}

static GtkWidget *
new_plans (View *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  gtk_box_set_homogeneous (GTK_BOX (box), TRUE);
  for (guint side = 0; side < RING_N_PLOT_SIDES; side++)
    gtk_box_append (GTK_BOX (box), new_plan (view, side));
  return box;
}

/* A dot of the colour before the word, for the eye; the word says it too. */
static GtkWidget *
new_mark_label (const char *css_class, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkWidget *dot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_add_css_class (dot, "plot-dot");
  gtk_widget_add_css_class (dot, css_class);
  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), gtk_label_new (text));
  gtk_widget_set_halign (box, GTK_ALIGN_CENTER);
  return box;
}

static void
add_tools (View *view, GtkWidget *foot)
{
  GtkWidget *linked = ring_parts_add_linked (foot);
  const char *inside = C_ ("plot", "Inside"), *surface = C_ ("plot", "At the Surface");

  view->tools[RING_PLOT_INSIDE]
      = ring_parts_add_toggle (linked, NULL, inside, _ ("Inclusions, in red (I)"), NULL, NULL);
  view->tools[RING_PLOT_SURFACE] = ring_parts_add_toggle (
      linked, NULL, surface, _ ("Chips, scratches and cracks that reach the surface, in green (S)"), NULL, NULL);
  view->tools[ERASER] = ring_parts_add_toggle (linked, "ring-eraser-symbolic", C_ ("plot", "Eraser"),
                                               _ ("Rubs out whole marks (E), as the pen’s other end does"),
                                               NULL, NULL);
  gtk_button_set_child (GTK_BUTTON (view->tools[RING_PLOT_INSIDE]), new_mark_label ("inside", inside));
  gtk_button_set_child (GTK_BUTTON (view->tools[RING_PLOT_SURFACE]), new_mark_label ("surface", surface));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (view->tools[RING_PLOT_INSIDE]), TRUE);
  for (guint i = 0; i < N_TOOLS; i++)
    g_signal_connect_swapped (view->tools[i], "toggled", G_CALLBACK (tool_cb), view);
}

static GtkWidget *
new_foot (View *view)
{
  GtkWidget *foot = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *linked = ring_parts_add_linked (foot);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  view->whens[RING_PLOT_BEFORE]
      = ring_parts_add_toggle (linked, NULL, C_ ("plot", "Before"), _ ("As the stone came"), NULL, NULL);
  view->whens[RING_PLOT_AFTER] = ring_parts_add_toggle (
      linked, NULL, C_ ("plot", "After"), _ ("As the stone is after work on it"), NULL, NULL);
  view->reshape = gtk_button_new_with_label (_ ("Plan as on the Card"));
  gtk_widget_set_tooltip_text (view->reshape,
                               _ ("The card has another size or cut than these marks were made on"));
  g_signal_connect_swapped (view->reshape, "clicked", G_CALLBACK (reshape_cb), view);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (foot), view->reshape);
  gtk_box_append (GTK_BOX (foot), space);
  add_tools (view, foot);
  gtk_widget_add_css_class (foot, "plot-foot");
  return foot;
}

static GtkWidget *
new_content (View *view)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *plans = new_plans (view);

  gtk_widget_add_css_class (plans, "plot-plans");
  gtk_box_append (GTK_BOX (box), new_header (view));
  gtk_box_append (GTK_BOX (box), plans);
  view->message = ring_parts_add_text (box, "error", 60);
  gtk_widget_add_css_class (view->message, "text-row");
  gtk_box_append (GTK_BOX (box), new_foot (view));
  return box;
}

void
ring_plot_window_open (GtkWidget *widget, RingDesign *design, const char *stone_id)
{
  View *view = g_new0 (View, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();

  view->design = g_object_ref (design);
  view->stone_id = g_strdup (stone_id);
  view->window = GTK_WINDOW (adw_window_new ());
  g_object_set_data_full (G_OBJECT (view->window), "ring-view", view, view_free);
  gtk_window_set_transient_for (view->window, GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_set_modal (view->window, TRUE);
  gtk_window_set_default_size (view->window, WIDTH, HEIGHT);
  adw_window_set_content (ADW_WINDOW (view->window), new_content (view));
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), view);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (view->window), keys);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (view->whens[RING_PLOT_BEFORE]), TRUE);
  g_signal_connect_swapped (view->whens[RING_PLOT_AFTER], "toggled", G_CALLBACK (when_cb), view);
  view->changed_id = g_signal_connect (design, "changed", G_CALLBACK (changed_cb), view);
  say (view, "");
  update (view);
  gtk_window_present (view->window);
  gtk_widget_grab_focus (GTK_WIDGET (view->fields[RING_PLOT_FACE]));
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include "ring-select-settings.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-arrange.h"
#include "ring-number.h"
#include "ring-parts.h"
#include "ring-underlay-row.h"

#define TEXT_CHARS 44

/* What counts as no change, mm. */
#define SAME 5e-6

typedef enum
{
  FIELD_X,
  FIELD_Y,
  FIELD_WIDTH,
  FIELD_HEIGHT,
  FIELD_TURN,
  FIELD_SCALE,
  N_FIELDS
} Field;

struct _RingSelectSettings
{
  GtkBox parent_instance;

  RingInstruments *instruments;
  RingSelection *selection;
  gboolean showing;
  gboolean changing; /* what is told now comes from here */

  GtkWidget *title, *unit, *numbers, *fields[N_FIELDS], *keep, *box, *lasso, *underlay;
  double turned; /* degrees, since something else happened */
  double scaled; /* per cent, likewise */
};

G_DEFINE_FINAL_TYPE (RingSelectSettings, ring_select_settings, GTK_TYPE_BOX)

char *
ring_select_settings_describe (RingSelection *selection, char **size)
{
  guint n = selection != NULL ? (guint) ring_selection_get_n (selection) : 0;
  g_autofree char *width = NULL;
  g_autofree char *height = NULL;
  RingRect b;

  *size = g_strdup ("");
  if (n == 0)
    return g_strdup (_ ("Nothing selected"));
  b = ring_selection_get_bounds (selection);
  if (!ring_rect_is_empty (b))
    {
      width = ring_number_format (b.x1 - b.x0, 1);
      height = ring_number_format (b.y1 - b.y0, 1);
      g_free (*size);
      *size = g_strdup_printf ("%s\u00a0×\u00a0%s", width, height);
    }
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item", "%u items", n), n);
}

static const RingViewHead *
get_head (RingSelectSettings *self)
{
  const RingView *view = self->selection != NULL ? ring_selection_get_view (self->selection) : NULL;

  return view != NULL ? ring_view_get_head (view) : NULL;
}

/* From the finger's axis up is more, as on the workbench; from a page's upper left corner, down. */
static double
up (RingSelectSettings *self)
{
  const RingViewHead *head = get_head (self);

  return head != NULL && head->kind == RING_VIEW_PAGE ? 1 : -1;
}

static void
set_field (RingSelectSettings *self, Field field, double value)
{
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->fields[field]), value);
}

static double
get_field (RingSelectSettings *self, Field field)
{
  return gtk_spin_button_get_value (GTK_SPIN_BUTTON (self->fields[field]));
}

static void
show_unit (RingSelectSettings *self)
{
  const RingViewHead *head = get_head (self);

  gtk_widget_set_visible (self->unit, head != NULL);
  if (head == NULL)
    return;
  gtk_label_set_text (GTK_LABEL (self->unit),
                      head->kind == RING_VIEW_PAGE
                          ? _ ("mm of paper; the middle from the upper left corner")
                          : _ ("mm of the ring; the middle from the finger’s axis, up is more"));
}

static void
show (RingSelectSettings *self)
{
  RingRect b
      = self->selection != NULL ? ring_selection_get_bounds (self->selection) : RING_RECT_EMPTY;
  g_autofree char *size = NULL;
  g_autofree char *text = ring_select_settings_describe (self->selection, &size);

  self->showing = TRUE;
  gtk_label_set_text (GTK_LABEL (self->title), text);
  gtk_widget_set_sensitive (self->numbers, !ring_rect_is_empty (b));
  ring_underlay_row_show (RING_UNDERLAY_ROW (self->underlay), self->selection);
  show_unit (self);
  if (!self->changing)
    {
      self->turned = 0;
      self->scaled = 100;
    }
  set_field (self, FIELD_TURN, self->turned);
  set_field (self, FIELD_SCALE, self->scaled);
  if (!ring_rect_is_empty (b))
    {
      set_field (self, FIELD_X, (b.x0 + b.x1) / 2);
      set_field (self, FIELD_Y, up (self) * (b.y0 + b.y1) / 2);
      set_field (self, FIELD_WIDTH, b.x1 - b.x0);
      set_field (self, FIELD_HEIGHT, b.y1 - b.y0);
    }
  self->showing = FALSE;
}

static void
show_area (RingSelectSettings *self)
{
  gboolean lasso = ring_instruments_get_lasso (self->instruments);

  self->showing = TRUE;
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (lasso ? self->lasso : self->box), TRUE);
  self->showing = FALSE;
}

/* ------------------------------------------------------------------- changes */

static double
ratio (double now, double was)
{
  return was > SAME && now > SAME ? now / was : 1;
}

/* What FIELD says of the selection that covers B, as a matrix. */
static RingMatrix
read_field (RingSelectSettings *self, Field field, RingRect b)
{
  RingPoint middle = { (b.x0 + b.x1) / 2, (b.y0 + b.y1) / 2 };
  gboolean keep = gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->keep));
  double value = get_field (self, field);
  double by;

  switch (field)
    {
    case FIELD_X:
      return (RingMatrix){ 1, 0, 0, 1, value - middle.x, 0 };
    case FIELD_Y:
      return (RingMatrix){ 1, 0, 0, 1, 0, up (self) * value - middle.y };
    case FIELD_WIDTH:
      by = ratio (value, b.x1 - b.x0);
      return ring_arrange_stretch (by, keep ? by : 1, middle);
    case FIELD_HEIGHT:
      by = ratio (value, b.y1 - b.y0);
      return ring_arrange_stretch (keep ? by : 1, by, middle);
    case FIELD_TURN:
      return ring_arrange_turn (value - self->turned, middle);
    case FIELD_SCALE:
    default:
      by = ratio (value, self->scaled);
      return ring_arrange_stretch (by, by, middle);
    }
}

static gboolean
is_nothing (const RingMatrix *m)
{
  return fabs (m->x0) < SAME && fabs (m->y0) < SAME && fabs (m->xx - 1) < 1e-9
         && fabs (m->yy - 1) < 1e-9;
}

static void
field_changed_cb (RingSelectSettings *self, GtkWidget *spin)
{
  static const char *const labels[N_FIELDS]
      = { N_ ("Move"), N_ ("Move"), N_ ("Scale"), N_ ("Scale"), N_ ("Rotate"), N_ ("Scale") };
  g_autofree char *key = NULL;
  RingMatrix matrix;
  RingEdit *edit;
  Field field = FIELD_X;
  RingRect b;

  if (self->showing || self->selection == NULL)
    return;
  while (field + 1 < N_FIELDS && self->fields[field] != spin)
    field++;
  b = ring_selection_get_bounds (self->selection);
  matrix = ring_rect_is_empty (b) ? RING_MATRIX_IDENTITY : read_field (self, field, b);
  /* The fields show two decimals; what lies behind them is not what was typed. */
  edit = is_nothing (&matrix)
             ? NULL
             : ring_arrange_transform (self->selection, &matrix, _ (labels[field]));
  if (edit == NULL)
    return;
  key = g_strdup_printf ("select %d %u", field, ring_selection_get_serial (self->selection));
  ring_edit_set_merge_key (edit, key);
  self->changing = TRUE;
  self->turned = get_field (self, FIELD_TURN);
  self->scaled = get_field (self, FIELD_SCALE);
  ring_design_commit (ring_selection_get_design (self->selection), edit);
  self->changing = FALSE;
}

static void
area_cb (RingSelectSettings *self)
{
  if (!self->showing)
    ring_instruments_set_lasso (self->instruments,
                                gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->lasso)));
}

/* --------------------------------------------------------------------- parts */

/* As wide whatever it says: the popover does not change its width under the hand. */
static GtkWidget *
add_text (RingSelectSettings *self, const char *css_class)
{
  GtkWidget *label = ring_parts_add_text (GTK_WIDGET (self), css_class, TEXT_CHARS);

  gtk_label_set_width_chars (GTK_LABEL (label), TEXT_CHARS);
  return label;
}

static void
add_field (RingSelectSettings *self,
           Field field,
           const char *label,
           const char *name,
           double least,
           double most,
           double step)
{
  GtkWidget *text = gtk_label_new (label);
  GtkWidget *spin = ring_parts_new_spin (least, most, step,
                                         field == FIELD_TURN || field == FIELD_SCALE ? 1 : 2,
                                         G_CALLBACK (field_changed_cb), self);

  self->fields[field] = spin;
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 7);
  gtk_widget_add_css_class (spin, "numeric");
  gtk_widget_add_css_class (text, "dim-label");
  gtk_widget_set_halign (text, GTK_ALIGN_END);
  gtk_widget_set_tooltip_text (spin, name);
  ring_parts_name (spin, name);
  gtk_grid_attach (GTK_GRID (self->numbers), text, field % 2 * 2, field / 2, 1, 1);
  gtk_grid_attach (GTK_GRID (self->numbers), spin, field % 2 * 2 + 1, field / 2, 1, 1);
}

static void
add_numbers (RingSelectSettings *self)
{
  self->numbers = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->numbers), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->numbers), 6);
  add_field (self, FIELD_X, C_ ("selection", "X"), _ ("Middle, from left to right, mm"), -1000,
             1000, 0.1);
  add_field (self, FIELD_Y, C_ ("selection", "Y"), _ ("Middle, up or down, mm"), -1000, 1000, 0.1);
  add_field (self, FIELD_WIDTH, C_ ("selection", "Width"), _ ("Width, mm"), 0, 1000, 0.1);
  add_field (self, FIELD_HEIGHT, C_ ("selection", "Height"), _ ("Height, mm"), 0, 1000, 0.1);
  add_field (self, FIELD_TURN, C_ ("selection", "Turn °"),
             _ ("Turned by, degrees counter-clockwise"), -360, 360, 1);
  add_field (self, FIELD_SCALE, C_ ("selection", "Scale %"), _ ("Scaled to, per cent"), 1, 10000,
             1);
  gtk_spin_button_set_wrap (GTK_SPIN_BUTTON (self->fields[FIELD_TURN]), TRUE);
  self->keep = gtk_toggle_button_new ();
  gtk_button_set_icon_name (GTK_BUTTON (self->keep), "changes-prevent-symbolic");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->keep), TRUE);
  gtk_widget_add_css_class (self->keep, "flat");
  gtk_widget_set_tooltip_text (self->keep, _ ("Width and height change together"));
  ring_parts_name (self->keep, _ ("Width and height change together"));
  gtk_grid_attach (GTK_GRID (self->numbers), self->keep, 4, 1, 1, 1);
  gtk_box_append (GTK_BOX (self), self->numbers);
}

static GtkWidget *
add_row (RingSelectSettings *self)
{
  GtkWidget *row = ring_parts_add_linked (GTK_WIDGET (self));

  gtk_box_set_homogeneous (GTK_BOX (row), TRUE);
  return row;
}

static void
add_button (GtkWidget *row, const char *icon, const char *action, const char *name)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_actionable_set_detailed_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_tooltip_text (button, name);
  ring_parts_name (button, name);
  gtk_box_append (GTK_BOX (row), button);
}

static void
add_buttons (RingSelectSettings *self)
{
  GtkWidget *row = add_row (self);

  add_button (row, "object-flip-horizontal-symbolic", "win.mirror-horizontally",
              _ ("Mirror left and right (Shift+H)"));
  add_button (row, "object-flip-vertical-symbolic", "win.mirror-vertically",
              _ ("Mirror up and down (Shift+V)"));
  add_button (row, "object-rotate-left-symbolic", "win.turn-left", _ ("Turn to the left (Ctrl+[)"));
  add_button (row, "object-rotate-right-symbolic", "win.turn-right",
              _ ("Turn to the right (Ctrl+])"));
  add_button (row, "ring-centre-symbolic", "win.centre", _ ("Centre on the finger"));
  row = add_row (self);
  add_button (row, "ring-align-left-symbolic", "win.align::left", _ ("Align left sides"));
  add_button (row, "ring-align-centre-symbolic", "win.align::centre",
              _ ("Align middles over each other"));
  add_button (row, "ring-align-right-symbolic", "win.align::right", _ ("Align right sides"));
  add_button (row, "ring-align-top-symbolic", "win.align::top", _ ("Align tops"));
  add_button (row, "ring-align-middle-symbolic", "win.align::middle",
              _ ("Align middles beside each other"));
  add_button (row, "ring-align-bottom-symbolic", "win.align::bottom", _ ("Align bottoms"));
}

static void
add_areas (RingSelectSettings *self)
{
  const char *box = _ ("Draw a box: to the right round what is meant, to the left across it");
  const char *lasso = _ ("Draw a lasso (Alt)");
  GtkWidget *row = add_row (self);

  self->box
      = ring_parts_add_toggle (row, "ring-box-symbolic", box, box, G_CALLBACK (area_cb), self);
  self->lasso = ring_parts_add_toggle (row, "ring-lasso-symbolic", lasso, lasso,
                                       G_CALLBACK (area_cb), self);
}

static void
ring_select_settings_dispose (GObject *object)
{
  RingSelectSettings *self = RING_SELECT_SETTINGS (object);

  ring_select_settings_set_selection (self, NULL);
  g_clear_object (&self->instruments);
  G_OBJECT_CLASS (ring_select_settings_parent_class)->dispose (object);
}

static void
ring_select_settings_class_init (RingSelectSettingsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = ring_select_settings_dispose;
}

static void
ring_select_settings_init (RingSelectSettings *self)
{
  self->showing = TRUE;
  ring_parts_set_up (GTK_BOX (self), 10);
  self->title = add_text (self, "heading");
  add_areas (self);
  add_numbers (self);
  self->unit = add_text (self, "caption");
  self->underlay = ring_underlay_row_new ();
  gtk_box_append (GTK_BOX (self), self->underlay);
  add_buttons (self);
  self->scaled = 100;
}

GtkWidget *
ring_select_settings_new (RingInstruments *instruments)
{
  RingSelectSettings *self = g_object_new (RING_TYPE_SELECT_SETTINGS, NULL);

  self->instruments = g_object_ref (instruments);
  g_signal_connect_object (instruments, "changed", G_CALLBACK (show_area), self, G_CONNECT_SWAPPED);
  show_area (self);
  show (self);
  return GTK_WIDGET (self);
}

void
ring_select_settings_set_selection (RingSelectSettings *self, RingSelection *selection)
{
  g_return_if_fail (RING_IS_SELECT_SETTINGS (self));

  if (selection == self->selection)
    return;
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_set_object (&self->selection, selection);
  if (selection == NULL)
    ring_underlay_row_show (RING_UNDERLAY_ROW (self->underlay), NULL);
  if (selection != NULL)
    g_signal_connect_object (selection, "changed", G_CALLBACK (show), self, G_CONNECT_SWAPPED);
  if (self->title != NULL && selection != NULL)
    show (self);
}

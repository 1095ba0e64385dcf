/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define G_LOG_DOMAIN "ring-pages"

#include <glib/gi18n-lib.h>

#include "ring-alloy.h"
#include "ring-bench-panel.h"
#include "ring-estimate-group.h"
#include "ring-fields.h"
#include "ring-gem-setting.h"
#include "ring-inscription-rows.h"
#include "ring-making-group.h"
#include "ring-number.h"
#include "ring-metal-group.h"
#include "ring-order-group.h"
#include "ring-task-group.h"
#include "ring-profile-rows.h"
#include "ring-parts.h"
#include "ring-ring-chooser.h"
#include "ring-row-list.h"
#include "ring-size-fields.h"
#include "ring-spec.h"
#include "ring-stone-card.h"
#include "ring-view-row.h"

struct _RingBenchPanel
{
  AdwBin parent_instance;

  RingDesign *design;
  gulong changed_id;
  RingFields *ring, *commission;
  RingInscriptionRows *inscription;
  GtkWidget *size_fields;
  RingRowList *stone_cards; /* of RingStoneCard, in the order of the records */
  RingRowList *view_rows;   /* of RingViewRow */
  gboolean shown;         /* cards and rows are there; they come when the panel is first seen */

  AdwPreferencesGroup *ring_group, *stones_group, *layers_group, *client_group;
  RingRingChooser *chooser;
  RingBenchRules *rules;
  RingTalkGroup *talk;
  RingOrderGroup *order;
  RingMetalGroup *metal;
  RingTaskGroup *tasks;
  RingEstimateGroup *estimate;
  RingMakingGroup *making;
  GtkBox *size_box;
  GtkLabel *size_note;
  AdwComboRow *profile_row, *alloy_row;
  AdwActionRow *width_row, *thickness_row, *base_width_row, *base_thickness_row, *weight_row, *gauge_row;
  AdwExpanderRow *base_row, *worn_row, *lettering_row;
  GtkWidget *no_stones_row;
  AdwEntryRow *label_row, *wearer_row, *hand_row, *inscription_row, *client_row, *contact_row,
      *occasion_row;
  GtkTextView *story_view;
};

G_DEFINE_FINAL_TYPE (RingBenchPanel, ring_bench_panel, ADW_TYPE_BIN)

enum
{
  MESSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* As RingSpec takes them, mm. */
#define LEAST 0.3
#define WIDEST 30
#define THICKEST 10

static void
bind_spin (RingBenchPanel *self, AdwActionRow *row, const char *name, double upper)
{
  GtkWidget *spin = ring_fields_new_spin (upper, 0.05, 2);

  adw_action_row_add_suffix (row, spin);
  adw_action_row_set_activatable_widget (row, spin);
  ring_fields_bind_spin (self->ring, GTK_SPIN_BUTTON (spin), name, 2, LEAST);
}

/* The weight of its settings, beside that of the band. */
static char *
format_settings (RingBenchPanel *self)
{
  const RingRecord *ring = ring_fields_get_record (self->ring);
  g_autofree char *number = NULL;
  RingSettingWeight weight;

  if (self->design == NULL)
    return NULL;
  ring_gem_setting_weigh (ring_design_get_drawing (self->design), ring, &weight);
  if (weight.n == 0)
    return NULL;
  number = ring_number_format (weight.weighed ? weight.grams : weight.volume,
                               weight.weighed ? 2 : 1);
  /* Translators: what the settings of all gems weigh. */
  return g_strdup_printf (weight.weighed ? ngettext ("%u setting: %s g", "%u settings: %s g", weight.n)
                                         : ngettext ("%u setting: %s mm³", "%u settings: %s mm³", weight.n),
                          weight.n, number);
}

/* What the band weighs, with the alloy's density; without an alloy its volume. */
static void
show_weight (RingBenchPanel *self, const RingSpec *spec)
{
  const RingAlloy *alloy = ring_alloy_find (spec->alloy);
  g_autofree char *text = NULL;
  g_autofree char *settings = NULL;
  g_autofree char *density = NULL;
  g_autofree char *number = NULL;

  if (alloy != NULL)
    {
      number = ring_number_format (ring_band_weight (&spec->band, alloy->density), 2);
      density = ring_number_format (alloy->density, 2);
      /* Translators: a weight in grams and the density of the metal it is made of. */
      text = g_strdup_printf (_("%s g, finished, at %s g/cm³"), number, density);
    }
  else
    {
      number = ring_number_format (ring_band_volume (&spec->band), 1);
      text = g_strdup_printf (_("%s mm³; choose a metal for its weight"), number);
    }
  settings = format_settings (self);
  if (settings != NULL)
    {
      g_autofree char *both = g_strdup_printf ("%s\n%s", text, settings);

      adw_action_row_set_subtitle (self->weight_row, both);
    }
  else
    adw_action_row_set_subtitle (self->weight_row, text);
}

static void
show_wearer (RingBenchPanel *self)
{
  const RingRecord *ring = ring_fields_get_record (self->ring);
  const char *wearer = ring != NULL ? ring_record_get (ring, "wearer") : NULL;
  const char *hand = ring != NULL ? ring_record_get (ring, "hand") : NULL;
  g_autofree char *text
      = g_strjoin (wearer != NULL && hand != NULL ? ", " : "", wearer != NULL ? wearer : "",
                   hand != NULL ? hand : "", NULL);
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_expander_row_set_subtitle (self->worn_row, escaped);
}

static void
ring_changed_cb (RingBenchPanel *self)
{
  g_autofree char *width = NULL;
  g_autofree char *thickness = NULL;
  g_autofree char *base = NULL;
  RingSpec spec;

  ring_spec_init (&spec, ring_fields_get_record (self->ring));
  show_weight (self, &spec);
  width = ring_number_format (ring_band_width (&spec.band, G_PI), 2);
  thickness = ring_number_format (ring_band_thickness (&spec.band, G_PI), 2);
  /* Translators: width and thickness of the band at the base. */
  base = spec.band.base_width > 0 || spec.band.base_thickness > 0
             ? g_strdup_printf (_("%s × %s mm"), width, thickness)
             : g_strdup (_("As at the top"));
  adw_expander_row_set_subtitle (self->base_row, base);
  show_wearer (self);
}

static void
refused_cb (RingBenchPanel *self, const char *message)
{
  g_signal_emit (self, signals[MESSAGE], 0, message);
}

static GtkWidget *
make_card (const char *id, gpointer data)
{
  RingBenchPanel *self = data;
  GtkWidget *card = ring_stone_card_new (self->design, id);

  g_signal_connect_object (ring_stone_card_get_fields (RING_STONE_CARD (card)), "refused",
                           G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  return card;
}

static void
update_stones (RingBenchPanel *self)
{
  RingDrawing *drawing = ring_design_get_drawing (self->design);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);

      if (g_str_equal (ring_record_get_kind (record), RING_RECORD_STONE))
        g_ptr_array_add (ids, (gpointer) ring_record_get_id (record));
    }
  ring_row_list_update (self->stone_cards, ids, make_card, self);
  gtk_widget_set_visible (self->no_stones_row, ids->len == 0);
}

/* The page, and the views of the ring that is shown; their ids. */
static GPtrArray *
list_views (RingBenchPanel *self)
{
  RingDrawing *drawing = ring_design_get_drawing (self->design);
  const RingRecord *ring
      = ring_drawing_find_ring (drawing, ring_ring_chooser_get_ring (self->chooser));
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingViewHead *head = ring_view_get_head (ring_drawing_get_view (drawing, i));

      if (head->kind == RING_VIEW_PAGE || ring_drawing_find_ring (drawing, head->ring) == ring)
        g_ptr_array_add (ids, (gpointer) head->id);
    }
  return ids;
}

static GtkWidget *
make_view_row (const char *id, gpointer data)
{
  return ring_view_row_new (RING_BENCH_PANEL (data)->design, id);
}

static void
update_views (RingBenchPanel *self)
{
  g_autoptr (GPtrArray) ids = list_views (self);

  ring_row_list_update (self->view_rows, ids, make_view_row, self);
  for (guint i = 0; i < ids->len; i++)
    ring_view_row_update (RING_VIEW_ROW (ring_row_list_get (self->view_rows, i)));
}

static void
ring_chosen_cb (RingBenchPanel *self)
{
  ring_fields_set_design (self->ring, self->design, ring_ring_chooser_get_ring (self->chooser));
  ring_inscription_rows_set_design (self->inscription, self->design,
                                    ring_ring_chooser_get_ring (self->chooser));
  if (self->shown)
    update_views (self);
}

/* The window opens sooner when its other pages wait with what takes long to make. */
static void
fill (RingBenchPanel *self)
{
  if (self->shown || self->design == NULL)
    return;
  self->shown = TRUE;
  update_stones (self);
  ring_talk_group_set_design (self->talk, self->design);
  ring_order_group_set_design (self->order, self->design);
  ring_metal_group_set_design (self->metal, self->design);
  ring_task_group_set_design (self->tasks, self->design);
  ring_estimate_group_set_design (self->estimate, self->design);
  ring_making_group_set_design (self->making, self->design);
  update_views (self);
}

static void
bind_ring (RingBenchPanel *self)
{
  /* The commonest first. */
  static const RingProfile order[RING_N_PROFILES]
      = { RING_PROFILE_D,     RING_PROFILE_COURT,    RING_PROFILE_FLAT,    RING_PROFILE_FLAT_COURT,
          RING_PROFILE_KNIFE, RING_PROFILE_BEVELLED, RING_PROFILE_CONCAVE, RING_PROFILE_EURO };
  const char *profiles[RING_N_PROFILES + 1] = { NULL };
  const char *labels[RING_N_PROFILES + 1] = { NULL };

  for (guint i = 0; i < RING_N_PROFILES; i++)
    {
      profiles[i] = ring_profile_id (order[i]);
      labels[i] = ring_profile_label (order[i]);
    }
  self->ring = ring_fields_new (RING_RECORD_RING, _("Ring"));
  self->size_fields = ring_size_fields_new (self->ring, self->size_note);
  gtk_widget_set_hexpand (self->size_fields, TRUE);
  gtk_box_append (self->size_box, self->size_fields);
  ring_fields_bind_combo (self->ring, self->profile_row, "profile", profiles, labels);
  ring_profile_rows_set_up (self->profile_row, order, RING_N_PROFILES);
  bind_spin (self, self->width_row, "width", WIDEST);
  bind_spin (self, self->thickness_row, "thickness", THICKEST);
  bind_spin (self, self->base_width_row, "base-width", WIDEST);
  bind_spin (self, self->base_thickness_row, "base-thickness", THICKEST);
  ring_fields_bind_entry (self->ring, GTK_EDITABLE (self->label_row), "label", 40);
  ring_fields_bind_entry (self->ring, GTK_EDITABLE (self->wearer_row), "wearer", 120);
  ring_fields_bind_entry (self->ring, GTK_EDITABLE (self->hand_row), "hand", 80);
  bind_spin (self, self->gauge_row, "gauge", WIDEST);
  g_signal_connect_object (self->chooser, "chosen", G_CALLBACK (ring_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ring, "changed", G_CALLBACK (ring_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->ring, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
}

static void
bind_alloys (RingBenchPanel *self)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < ring_alloy_get_n (); i++)
    {
      const RingAlloy *alloy = ring_alloy_get (i);

      g_ptr_array_add (ids, (gpointer) alloy->id);
      g_ptr_array_add (names, (gpointer) _(ring_alloy_label (alloy)));
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (names, NULL);
  ring_fields_bind_combo (self->ring, self->alloy_row, "alloy",
                          (const char *const *) ids->pdata, (const char *const *) names->pdata);
}

static void
bind_commission (RingBenchPanel *self)
{
  self->commission = ring_fields_new (RING_RECORD_COMMISSION, _("Commission"));
  ring_fields_bind_entry (self->commission, GTK_EDITABLE (self->client_row), "client", 120);
  ring_fields_bind_entry (self->commission, GTK_EDITABLE (self->contact_row), "contact", 200);
  ring_fields_bind_entry (self->commission, GTK_EDITABLE (self->occasion_row), "occasion", 120);
  ring_fields_bind_text (self->commission, self->story_view, "story");
}

static void
ring_bench_panel_map (GtkWidget *widget)
{
  fill (RING_BENCH_PANEL (widget));
  GTK_WIDGET_CLASS (ring_bench_panel_parent_class)->map (widget);
}

static void
design_changed_cb (RingDesign *design, RingEdit *edit, gboolean reverted, RingBenchPanel *self)
{
  ring_ring_chooser_update (self->chooser);
  if (!self->shown)
    return;
  update_stones (self);
  ring_metal_group_update (self->metal);
  ring_talk_group_update (self->talk);
  ring_task_group_update (self->tasks);
  ring_changed_cb (self);
  /* Another state may have other layers in views of the same ids. */
  if (edit == NULL)
    ring_row_list_clear (self->view_rows);
  update_views (self);
}

static void
ring_bench_panel_dispose (GObject *object)
{
  RingBenchPanel *self = RING_BENCH_PANEL (object);

  if (self->design != NULL)
    g_clear_signal_handler (&self->changed_id, self->design);
  g_clear_object (&self->ring);
  g_clear_object (&self->commission);
  g_clear_object (&self->inscription);
  g_clear_object (&self->design);
  G_OBJECT_CLASS (ring_bench_panel_parent_class)->dispose (object);
}

static void
ring_bench_panel_finalize (GObject *object)
{
  RingBenchPanel *self = RING_BENCH_PANEL (object);

  ring_row_list_free (self->stone_cards);
  ring_row_list_free (self->view_rows);
  G_OBJECT_CLASS (ring_bench_panel_parent_class)->finalize (object);
}

static void
ring_bench_panel_class_init (RingBenchPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = ring_bench_panel_dispose;
  object_class->finalize = ring_bench_panel_finalize;
  widget_class->map = ring_bench_panel_map;
  signals[MESSAGE] = g_signal_new ("message", RING_TYPE_BENCH_PANEL, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  g_type_ensure (RING_TYPE_BENCH_RULES);
  g_type_ensure (RING_TYPE_RING_CHOOSER);
  g_type_ensure (RING_TYPE_TALK_GROUP);
  g_type_ensure (RING_TYPE_TASK_GROUP);
  g_type_ensure (RING_TYPE_ORDER_GROUP);
  g_type_ensure (RING_TYPE_ESTIMATE_GROUP);
  g_type_ensure (RING_TYPE_MAKING_GROUP);
  g_type_ensure (RING_TYPE_METAL_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, RING_APP_PATH "/ui/ring-bench-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, chooser);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, rules);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, talk);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, order);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, metal);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, tasks);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, estimate);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, making);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, ring_group);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, stones_group);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, layers_group);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, client_group);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, size_box);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, size_note);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, profile_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, alloy_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, width_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, thickness_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, base_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, base_width_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, base_thickness_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, weight_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, worn_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, label_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, wearer_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, hand_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, gauge_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, inscription_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, lettering_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, no_stones_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, client_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, contact_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, occasion_row);
  gtk_widget_class_bind_template_child (widget_class, RingBenchPanel, story_view);
}

static void
ring_bench_panel_init (RingBenchPanel *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  ring_parts_name_buttons (GTK_WIDGET (self));
  self->stone_cards = ring_row_list_new (self->stones_group);
  self->view_rows = ring_row_list_new (self->layers_group);
  bind_ring (self);
  self->inscription = ring_inscription_rows_new (self->inscription_row, self->lettering_row);
  bind_alloys (self);
  bind_commission (self);
  g_signal_connect_object (self->metal, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->order, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->tasks, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->estimate, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->making, "refused", G_CALLBACK (refused_cb), self, G_CONNECT_SWAPPED);
}

RingBenchRules *
ring_bench_panel_get_rules (RingBenchPanel *self)
{
  g_return_val_if_fail (RING_IS_BENCH_PANEL (self), NULL);

  return self->rules;
}

const char *
ring_bench_panel_get_ring (RingBenchPanel *self)
{
  g_return_val_if_fail (RING_IS_BENCH_PANEL (self), NULL);

  return ring_ring_chooser_get_ring (self->chooser);
}

void
ring_bench_panel_show_ring (RingBenchPanel *self, const char *ring_id)
{
  g_return_if_fail (RING_IS_BENCH_PANEL (self));

  ring_ring_chooser_choose (self->chooser, ring_id);
}

void
ring_bench_panel_set_rates (RingBenchPanel *self, RingRates *rates)
{
  g_return_if_fail (RING_IS_BENCH_PANEL (self));

  ring_estimate_group_set_rates (self->estimate, rates);
}

RingTalkGroup *
ring_bench_panel_get_talk (RingBenchPanel *self)
{
  g_return_val_if_fail (RING_IS_BENCH_PANEL (self), NULL);

  fill (self);
  return self->talk;
}

RingSizeFields *
ring_bench_panel_get_size_fields (RingBenchPanel *self)
{
  g_return_val_if_fail (RING_IS_BENCH_PANEL (self), NULL);

  return RING_SIZE_FIELDS (self->size_fields);
}

void
ring_bench_panel_set_design (RingBenchPanel *self, RingDesign *design)
{
  g_return_if_fail (RING_IS_BENCH_PANEL (self));

  if (self->design != NULL)
    {
      g_clear_signal_handler (&self->changed_id, self->design);
      /* Rows and cards belong to their design: none stays for the next one. */
      ring_row_list_clear (self->view_rows);
      ring_row_list_clear (self->stone_cards);
      ring_metal_group_set_design (self->metal, NULL);
      self->shown = FALSE;
    }
  g_set_object (&self->design, design);
  ring_ring_chooser_set_design (self->chooser, design);
  ring_fields_set_design (self->ring, design, ring_ring_chooser_get_ring (self->chooser));
  ring_inscription_rows_set_design (self->inscription, design,
                                    ring_ring_chooser_get_ring (self->chooser));
  ring_fields_set_design (self->commission, design, NULL);
  ring_bench_rules_set_design (self->rules, design);
  if (design == NULL)
    return;
  self->changed_id = g_signal_connect (design, "changed", G_CALLBACK (design_changed_cb), self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    fill (self);
}

void
ring_bench_panel_show_stone (RingBenchPanel *self, const char *stone_id)
{
  g_return_if_fail (RING_IS_BENCH_PANEL (self));

  fill (self);
  for (guint i = 0; i < ring_row_list_get_n (self->stone_cards); i++)
    {
      RingStoneCard *card = RING_STONE_CARD (ring_row_list_get (self->stone_cards, i));

      if (g_str_equal (ring_stone_card_get_stone (card), stone_id))
        ring_stone_card_open (card);
    }
}

void
ring_bench_panel_show_record (RingBenchPanel *self, const char *kind, const char *id)
{
  const struct
  {
    const char *kind;
    gpointer group;
  } groups[] = {
    { RING_RECORD_COMMISSION, self->order }, { RING_RECORD_ESTIMATE, self->estimate },
    { RING_RECORD_MAKING, self->making },    { RING_RECORD_PART, self->making },
  };

  g_return_if_fail (RING_IS_BENCH_PANEL (self));

  if (g_str_equal (kind, RING_RECORD_STONE))
    ring_bench_panel_show_stone (self, id);
  else
    fill (self);
  if (g_str_equal (kind, RING_RECORD_ENTRY))
    ring_talk_group_show (self->talk, id);
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++)
    if (g_str_equal (kind, groups[i].kind))
      {
        gtk_widget_child_focus (groups[i].group, GTK_DIR_TAB_FORWARD);
        ring_parts_scroll_to (groups[i].group);
      }
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the Bench share: ring-bench-page.c (the object), -tool.c (the tool in hand),
 * -length.c (marking a known length), -menu.c (what a right click opens), -symmetry.c (where its
 * centre goes). */
#pragma once

#include "ring-revision-strip.h"
#include "ring-bench-page.h"
#include "ring-instrument-bar.h"
#include "ring-tool.h"

G_BEGIN_DECLS

struct _RingBenchPage
{
  AdwBin parent_instance;

  RingDesign *design;
  gulong changed_id;
  RingTool *tool;           /* NULL without a design */
  RingSelection *selection; /* of the design */
  GtkWidget *menu;          /* on it; NULL until it is wanted */
  RingInstruments *instruments;

  AdwFlap *flap;
  RingBenchPanel *panel;
  RingCanvas *canvas;
  GtkWidget *hint;
  GtkLabel *length_hint;
  GtkWidget *text_entry;   /* RingTextEntry, over the canvas */
  GtkWidget *length_entry; /* RingLengthEntry, likewise */
  RingInstrumentBar *bar;
  GtkWidget *full_controls, *quick, *zoom_box, *desk, *bar_line;
  GtkButton *zoom_button;
  RingRevisionStrip *strip;
  GtkRevealer *strip_revealer;
};

/* ring-bench-page.c */
void     _ring_bench_page_say (RingBenchPage *self, const char *message);

/* ring-bench-page-tool.c */
gboolean _ring_bench_page_holds (RingBenchPage *self, RingToolKind kind);
/* TOOL takes the place of the one in hand, whose stroke ends as it is; NULL for none. Takes TOOL. */
void     _ring_bench_page_take_tool (RingBenchPage *self, RingTool *tool);
/* The tool that the instruments say, new and set up. */
void     _ring_bench_page_apply_tool (RingBenchPage *self);
/* What the instruments say goes into the tool in hand. */
void     _ring_bench_page_set_up_tool (RingBenchPage *self);
void     _ring_bench_page_set_up_layouts (RingBenchPage *self);
/* The settings show the figure that was tapped or made last, as it is now. */
void     _ring_bench_page_pick_figure (RingBenchPage *self);

/* ring-bench-page-length.c */
void     _ring_bench_page_init_length (RingBenchPage *self);
void     _ring_bench_page_show_length (RingBenchPage *self);

/* ring-bench-page-menu.c */
void     _ring_bench_page_init_menu (RingBenchPage *self);
void     _ring_bench_page_drop_menu (RingBenchPage *self);

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the shop-floor window share; no other file includes this. */
#pragma once

#include <adwaita.h>

#include "ring-catalogue-art.h"
#include "ring-design.h"
#include "ring-floor-window.h"
#include "ring-stopwatch.h"
#include "ring-visit.h"

G_BEGIN_DECLS

#define RING_FLOOR_GUIDED (RING_VISIT_HOME - RING_VISIT_MENUS + 1) /* steps of the path */

struct _RingFloorWindow
{
  GtkWindow parent_instance;

  RingCatalogueSource *source;
  RingCatalogue *catalogue; /* of all that is shown; another one comes with the next visitor */
  RingCatalogueArt *art;
  GPtrArray *samples;       /* of RingDrawing */
  GSimpleActionGroup *actions;
  guint tick;               /* not 0 while the window is there */
  guint showing;            /* not 0 until the step is shown that the visit has come to */
  guint inhibited;
  gint64 padded;            /* when the keypad was shown, or used last */
  guint wrong;              /* codes in a row */
  GtkTextDirection direction; /* of the shop's language */
  gboolean upright;         /* the screen is higher than wide */

  /* The visitor's. */
  RingVisit visit;
  RingChoice choice;
  RingStopwatch watch; /* of choosing */
  RingDesign *design;  /* NULL until there is one */
  guint slide;         /* of the attract loop */
  gint64 slid;

  GtkWidget *box, *again, *dots, *languages, *title, *subtitle, *more, *hint, *next;
  GtkWidget *marks[RING_FLOOR_GUIDED];
  AdwBin *content;
  GtkWidget *asking, *asking_title, *asking_words, *keypad_card, *keypad;
};

/* ring-floor-window.c */
/* Shows the step that the visit is at, made anew. */
void ring_floor_show (RingFloorWindow *self);

/* ring-floor-steps.c */
void       ring_floor_begin_visit (RingFloorWindow *self, gint64 now);
/* What was chosen and drawn is no more. */
void       ring_floor_forget (RingFloorWindow *self);
/* The ring that was chosen goes under a sheet. */
void       ring_floor_carry (RingFloorWindow *self);
GtkWidget *ring_floor_make_step (RingFloorWindow *self) G_GNUC_WARN_UNUSED_RESULT;
/* Before the step's widget goes. */
void       ring_floor_end_step (RingFloorWindow *self, GtkWidget *widget);
char      *ring_floor_get_title (RingFloorWindow *self) G_GNUC_WARN_UNUSED_RESULT;
char      *ring_floor_get_subtitle (RingFloorWindow *self) G_GNUC_WARN_UNUSED_RESULT;
const char *ring_floor_get_next (RingFloorWindow *self); /* the label of the button; NULL for none */

G_END_DECLS

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of the window share; no other file includes this. */
#pragma once

#include "ring-bench-page.h"
#include "ring-catalogue-page.h"
#include "ring-catalogue-source.h"
#include "ring-catalogue.h"
#include "ring-difference-page.h"
#include "ring-export.h"
#include "ring-window.h"

G_BEGIN_DECLS

struct _RingWindow
{
  AdwApplicationWindow parent_instance;

  RingWorkfile *workfile;
  RingCatalogueSource *catalogue_source;
  RingCatalogue *catalogue; /* may be NULL */
  GSignalGroup *design_signals;
  GSignalGroup *workfile_signals;
  gboolean saving;
  gboolean discard;        /* the next close asks nothing */
  gboolean close_when_saved;
  gboolean left_out_agreed; /* saving without active content was agreed to */
  guint inhibited;          /* log-out waits while a file is written */
  char *message;            /* in the info bar */
  char *details;            /* all of it, for the dialog */
  GCancellable *underlay_cancellable; /* of what is being read; NULL until something is */
  GtkWindow *stones_window;  /* of supplier lists; NULL while it is closed */
  GtkWindow *library_window; /* likewise */
  guint remember_idle;      /* not 0 while the instruments are to be remembered */

  AdwHeaderBar *header_bar;
  AdwWindowTitle *window_title;
  AdwViewSwitcherTitle *switcher_title;
  AdwViewStack *stack;
  AdwToastOverlay *toasts;
  GtkInfoBar *info_bar;
  GtkLabel *info_label;
  GtkWidget *info_details, *info_save_as;
  GtkInfoBar *opening_bar;
  GtkLabel *opening_label;
  GtkProgressBar *opening_progress;
  RingWorkfile *opening;             /* what is being read; NULL for nothing */
  GCancellable *opening_cancellable;
  guint opening_timer;
  GtkInfoBar *catalogue_bar; /* what is wrong with its file */
  GtkLabel *catalogue_label;
  GtkInfoBar *others_bar; /* who else has the file open */
  GtkLabel *others_label;
  GtkWidget *others_look;
  gboolean looking;       /* read-only by choice, while somebody else has the file open */
  GFile *kept;            /* the file beside which a copy is being saved; NULL for none */
  GtkInfoBar *restored_bar;
  GtkLabel *restored_label;
  GtkDrawingArea *restored_picture;
  GtkWidget *panel_button, *undo_button, *redo_button;
  GtkWindow *client_window, *shortcuts; /* weak; NULL while there is none */
  GtkWindow *sign_window;   /* likewise */
  GMenu *recent_section;
  RingCataloguePage *catalogue_page;
  RingBenchPage *bench_page;
  RingDifferencePage *difference_page;
};

/* ring-window.c */
void        ring_window_set_workfile (RingWindow *self, RingWorkfile *workfile);
/* Whether DESIGN is still the one in the window: it may show another by now, or be closed. */
gboolean    ring_window_shows (RingWindow *self, RingDesign *design);
/* Nothing was done in it: no file, no change, nothing to undo. */
gboolean    ring_window_is_untouched (RingWindow *self);
void        ring_window_update_title (RingWindow *self);
void        ring_window_show_message (RingWindow *self, GtkMessageType type, const char *message, const char *details);
void        ring_window_toast (RingWindow *self, const char *text);
const char *ring_window_get_view (RingWindow *self);
void        ring_window_show_view (RingWindow *self, const char *view);

/* ring-window-actions.c */
void        ring_window_set_enabled (RingWindow *self, const char *action, gboolean enabled);
void        ring_window_add_actions (RingWindow *self);
void        ring_window_update_actions (RingWindow *self);

/* ring-window-files.c */
void        ring_window_choose_open (RingWindow *self);
void        ring_window_choose_save (RingWindow *self);
/* Asks how, and prints; what went wrong is said in the window. */
void        ring_window_print (RingWindow *self, const RingDrawing *drawing, RingExportLayout layout);
void        ring_window_printed (GtkWindow *window, const char *message, gboolean error);
void        ring_window_choose_export (RingWindow *self, RingExportLayout layout);
void        ring_window_save (RingWindow *self);
void        ring_window_save_to (RingWindow *self, GFile *file, gboolean force);
void        ring_window_export_to (RingWindow *self, RingExportLayout layout, const char *path);
/* The same of another drawing than the window's. */
void        ring_window_choose_export_of (RingWindow *self, const RingDrawing *drawing, RingExportLayout layout);
void        ring_window_export_of (RingWindow *self, const RingDrawing *drawing, RingExportLayout layout, const char *path);
void        ring_window_close_by (RingWindow *self, AdwMessageDialog *dialog);
gboolean    ring_window_ask_close (RingWindow *self); /* TRUE: the window stays for now */

/* ring-window-hand.c */
void ring_window_add_catalogue_actions (RingWindow *self);
void        ring_window_add_hand_actions (RingWindow *self);
void        ring_window_update_chrome (RingWindow *self);
void        ring_window_remember_hand (RingWindow *self); /* before the window goes */

/* ring-window-selection.c */
void        ring_window_add_selection_actions (RingWindow *self);
void        ring_window_update_selection_actions (RingWindow *self);

/* ring-window-underlay.c */
void        ring_window_add_underlay_actions (RingWindow *self);
void        ring_window_update_underlay_actions (RingWindow *self);
void        ring_window_add_underlay_bytes (RingWindow *self, GBytes *bytes);
void        ring_window_cancel_underlays (RingWindow *self); /* before the window goes */

/* ring-window-views.c */
void        ring_window_add_view_actions (RingWindow *self);
void        ring_window_update_view_actions (RingWindow *self);

/* ring-window-stones.c */
void        ring_window_add_stone_actions (RingWindow *self);
void        ring_window_update_stone_actions (RingWindow *self);

/* ring-window-receipt.c */
void        ring_window_add_receipt_actions (RingWindow *self);

/* ring-window-library.c */
void        ring_window_add_library_actions (RingWindow *self);
/* Takes FILE out of the library's index, if there is one. */
gboolean    ring_window_forget_in_library (GFile *file, GError **error);

/* ring-window-difference.c */
void        ring_window_add_difference_actions (RingWindow *self);
/* Tells the Difference where to look for copies of the drawing. */
void        ring_window_ask_library (RingWindow *self);

/* ring-window-lists.c */
void        ring_window_add_list_actions (RingWindow *self);

/* ring-window-revisions.c */
void        ring_window_add_revision_actions (RingWindow *self);
void        ring_window_update_revision_actions (RingWindow *self);

/* ring-window-rules.c */
void        ring_window_add_rules_action (RingWindow *self);

/* ring-window-catalogue.c */
void        ring_window_follow_catalogue (RingWindow *self, RingCatalogueSource *source);
void        ring_window_catalogue_response (RingWindow *self, int response);

/* ring-window-client.c */
void        ring_window_add_client_action (RingWindow *self);
/* What one client sees does not become another one's design. */
void        ring_window_close_client_view (RingWindow *self);

/* ring-window-forget.c */
void        ring_window_add_forget_action (RingWindow *self);

/* ring-window-opening.c */
/* Says that FILE is being read into WORKFILE, if that takes more than half a second, and lets it be
 * cancelled. */
void        ring_window_show_opening (RingWindow *self, RingWorkfile *workfile, GFile *file, GCancellable *cancellable);
void        ring_window_hide_opening (RingWindow *self);
void        ring_window_opening_response (RingWindow *self, int response);

/* ring-window-restore.c */
RingWorkfile *ring_window_make_workfile (void) G_GNUC_WARN_UNUSED_RESULT; /* with a journal */
/* Fills the window, which is new, with what the journal at PATH tells, and says so. */
void        ring_window_restore (RingWindow *self, const char *path);
void        ring_window_hide_restored (RingWindow *self);
void        ring_window_restored_response (RingWindow *self, int response);

/* ring-window-others.c */
void        ring_window_add_others_actions (RingWindow *self);
void        ring_window_update_others_actions (RingWindow *self);
void        ring_window_update_others (RingWindow *self);
void        ring_window_others_response (RingWindow *self, int response);
/* The file was saved by somebody else: what is to become of both? */
void        ring_window_ask_conflict (RingWindow *self);
/* That the drawing was saved beside it. */
void        ring_window_tell_kept (RingWindow *self);
/* Reads FILE, which is the window's, anew. */
void        ring_window_reload (RingWindow *self, GFile *file);

/* ring-window-recent.c */
void        ring_window_update_recent (RingWindow *self);
void        ring_window_add_recent (GFile *file);

G_END_DECLS

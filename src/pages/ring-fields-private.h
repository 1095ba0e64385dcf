/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What the files of the fields share: ring-fields.c (the record), -rows.c (the kinds of rows). */
#pragma once

#include "ring-fields.h"

G_BEGIN_DECLS

/* One row and its field. SHOW brings the row up to date; the row's own signals commit. */
typedef struct _RingFieldsBinding RingFieldsBinding;
struct _RingFieldsBinding
{
  RingFields *fields; /* owner, not a reference */
  GtkWidget *widget;  /* owned by the form */
  char *name;
  guint limit; /* characters of text, decimals of a number */
  double least; /* number that is taken, but for 0 */
  double was;
  gulong input; /* handler of a spin button */
  char **values;
  GtkEventController *focus; /* of the row, for words */
  RingFieldsFormat format;
  RingFieldsRead read;
  gpointer instance; /* what the handler is connected to; NULL once it is gone */
  gulong handler;
  void (*show) (RingFieldsBinding *binding, const char *value);
};

struct _RingFields
{
  GObject parent_instance;

  RingDesign *design;
  char *kind;
  char *id; /* as asked for; NULL is the first */
  char *label;
  GPtrArray *bindings; /* of RingFieldsBinding */
  gboolean showing;
  RingFieldsAlso also;
  gpointer also_data;
};

/* The record to change: the one of the design, or a new one while the design has none. */
RingRecord *_ring_fields_take_record (RingFields *self);
/* A step with CHANGED in it; MERGE, which may be NULL, names what goes on with the last step. */
void        _ring_fields_commit_record (RingFields *self, RingRecord *changed, const char *merge);
void        _ring_fields_refuse (RingFields *self, const char *message);
void        _ring_fields_free_binding (gpointer binding);

G_END_DECLS

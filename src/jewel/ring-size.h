/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Ring sizes. The truth is the inner circumference in mm (ISO 8653); every other label is a view
 * of it. Pure. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RING_SIZE_ISO,    /* inner circumference, mm: ISO 8653, most of Europe */
  RING_SIZE_US,     /* US and Canada, quarters */
  RING_SIZE_UK,     /* UK, Ireland, Australia, New Zealand: letters with halves */
  RING_SIZE_JAPAN,  /* JCS number */
  RING_SIZE_SWISS,  /* Switzerland, Italy, Spain: circumference less 40 */
  RING_SIZE_GERMAN, /* inner diameter, mm */
  RING_SIZE_HONG_KONG,
  RING_SIZE_INDIA,
} RingSizeSystem;

#define RING_SIZE_N_SYSTEMS 8

/* "iso", "us", "uk", "jp", "ch", "de", "hk", "in". */
const char *ring_size_system_id (RingSizeSystem system);
const char *ring_size_system_name (RingSizeSystem system);  /* "US"; translated */
const char *ring_size_system_label (RingSizeSystem system); /* with the name of the table; translated */
/* How far other published tables of the system stray from this one, translated; "" where they
 * agree. */
const char *ring_size_system_doubt (RingSizeSystem system);
gboolean    ring_size_system_from_id (const char *id, RingSizeSystem *system);

/* The least and the largest circumference that a person's ring has, mm. */
#define RING_SIZE_MIN_MM 36.0
#define RING_SIZE_MAX_MM 80.0

double ring_size_diameter (double circumference);
double ring_size_from_us (double size); /* circumference, mm */
/* The number of SYSTEM for a circumference, not rounded; letters count from A, which is 0. */
double ring_size_number (RingSizeSystem system, double circumference);

/* The label nearest to CIRCUMFERENCE and, in *OFF (may be NULL), how many mm of circumference the
 * true size is larger than that label: a disagreement to show, never to round away. */
char    *ring_size_format (RingSizeSystem system, double circumference, double *off) G_GNUC_WARN_UNUSED_RESULT;
/* TEXT as people write it ("6 1/2", "6.5", "N½", "54"). RING_ERROR_SYNTAX or INVALID (outside
 * RING_SIZE_MIN_MM to MAX_MM). */
gboolean ring_size_parse (RingSizeSystem system, const char *text, double *circumference, GError **error);

G_END_DECLS

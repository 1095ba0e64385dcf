/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-sheet-code.h"

#include <glib/gi18n-lib.h>
#include <qrencode.h>
#include <string.h>

#include "ring-digest.h"
#include "ring-error.h"
#include "ring-export.h"
#include "ring-paint.h"
#include "ring-revision.h"

#define PREFIX "RW"
#define QUIET 2 /* modules of white round it; the paper is the rest */
#define JOB_CHARS 24

/* A name as a part of a code: short, and without what divides its parts. */
static char *
make_part (const char *name)
{
  g_autofree char *upper = g_utf8_strup (name != NULL && name[0] != '\0' ? name : "-", -1);
  char *part = g_utf8_substring (upper, 0, MIN (g_utf8_strlen (upper, -1), JOB_CHARS));

  return g_strdelimit (part, "/\n", '-');
}

/* The digits of a digest that a paper shows. */
static char *
make_digits (const RingDrawing *state)
{
  g_autofree char *digest = ring_digest_make (state);
  g_autofree char *digits = g_strndup (digest, RING_SHEET_CODE_DIGITS);

  return g_ascii_strup (digits, -1);
}

char *
ring_sheet_code_make (const RingDrawing *drawing)
{
  const RingRecord *commission = ring_drawing_find_record (drawing, RING_RECORD_COMMISSION, NULL);
  const RingRecord *revision = ring_revision_find_present (drawing);
  g_autofree char *job = make_part (ring_record_get_or (commission, "job", ""));
  g_autofree char *name = make_part (revision != NULL ? ring_revision_get_name (revision) : "");
  g_autofree char *date = ring_export_get_date (drawing);
  g_autofree char *digits = make_digits (drawing);

  return g_strdup_printf (PREFIX "/%s/%s/%.10s/%s", job, name, date, digits);
}

/* The last digits of CODE, without blanks and dashes; NULL where there are too few. */
static char *
read_digits (const char *code)
{
  g_autoptr (GString) digits = g_string_new (NULL);

  for (const char *p = code + strlen (code); p > code && digits->len < RING_SHEET_CODE_DIGITS; p--)
    if (g_ascii_isxdigit (p[-1]))
      g_string_prepend_c (digits, g_ascii_toupper (p[-1]));
    else if (p[-1] == '/' || !strchr (" \t\n-", p[-1]))
      break;
  return digits->len == RING_SHEET_CODE_DIGITS ? g_string_free (g_steal_pointer (&digits), FALSE) : NULL;
}

gboolean
ring_sheet_code_match (const RingDrawing *drawing,
                       const char *code,
                       RingSheetMatch *match,
                       const RingRecord **revision,
                       GError **error)
{
  g_autofree char *digits = read_digits (code);
  g_autofree char *present = NULL;
  g_autoptr (GPtrArray) list = NULL;

  if (digits == NULL)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_SYNTAX,
                   _ ("“%s” is no code of a sheet: it ends in %d digits, 0 to 9 and A to F, as printed beside the "
                      "square of dots"),
                   code, RING_SHEET_CODE_DIGITS);
      return FALSE;
    }
  present = make_digits (drawing);
  *revision = ring_revision_find_present (drawing);
  *match = RING_SHEET_IS_PRESENT;
  if (g_str_equal (present, digits))
    return TRUE;
  list = ring_revision_list (drawing);
  *match = RING_SHEET_IS_REVISION;
  /* The latest of those that look the same. */
  for (guint i = list->len; i > 0; i--)
    {
      RingDrawing *state = ring_drawing_get_state (drawing, ring_record_get_id (list->pdata[i - 1]));
      g_autofree char *other = make_digits (state);

      *revision = list->pdata[i - 1];
      if (g_str_equal (other, digits))
        return TRUE;
    }
  *match = RING_SHEET_IS_OTHER;
  *revision = NULL;
  return TRUE;
}

void
ring_sheet_code_draw (cairo_t *cr, const char *code, double x, double y, double side)
{
  QRcode *qr = QRcode_encodeString (code, 0, QR_ECLEVEL_M, QR_MODE_8, 1);
  double module;

  if (qr == NULL)
    return;
  module = side / (qr->width + 2 * QUIET);
  cairo_save (cr);
  cairo_translate (cr, x - side, y);
  ring_paint_set_colour (cr, 0xffffffff);
  cairo_rectangle (cr, 0, 0, side, side);
  cairo_fill (cr);
  cairo_scale (cr, module, module);
  ring_paint_set_colour (cr, 0x000000ff);
  /* One path, so that no line of paper shows between two dots. */
  for (int row = 0; row < qr->width; row++)
    for (int column = 0; column < qr->width; column++)
      if ((qr->data[row * qr->width + column] & 1) != 0)
        cairo_rectangle (cr, QUIET + column, QUIET + row, 1, 1);
  cairo_fill (cr);
  cairo_restore (cr);
  QRcode_free (qr);
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-recording.h"

#include <string.h>

#include "ring-error.h"
#include "ring-number.h"
#include "ring-revision.h"
#include "ring-stone-note.h"
#include "ring-tool.h"

typedef struct
{
  RingDesign *design;
  RingTool *pen;
  RingTool *eraser;
  RingTool *down; /* the one that draws at the moment */
  RingRecordingCall call;
  gpointer user_data;
  gint64 start;

  /* A stroke that has its head but no sample yet. */
  RingTool *waiting;
  RingView *view;
  gint64 t0;
} Player;

static void
lift (Player *player)
{
  if (player->down != NULL)
    ring_tool_end (player->down);
  player->down = NULL;
  player->waiting = NULL;
}

static RingView *
view_named (Player *player, const char *name, GError **error)
{
  RingViewKind kind;
  RingView *view = NULL;

  if (ring_view_kind_from_name (name, &kind))
    view = ring_drawing_get_view_by_kind (ring_design_get_drawing (player->design), kind);
  if (view == NULL)
    g_set_error (error, RING_ERROR, RING_ERROR_NOT_FOUND, "no view “%s” in the design", name);
  return view;
}

static gboolean
bad_line (GError **error)
{
  g_set_error (error, RING_ERROR, RING_ERROR_SYNTAX, "the command is incomplete or unknown");
  return FALSE;
}

RingRecord *
ring_recording_with_fields (const RingRecord *record, const char *fields)
{
  g_auto (GStrv) pairs = g_strsplit (fields, "|", -1);
  RingRecord *result = ring_record_ref (record);

  for (char **pair = pairs; *pair != NULL; pair++)
    {
      char *equals = strchr (*pair, '=');

      if (equals == NULL)
        continue;
      *equals = '\0';
      ring_record_set (&result, g_strstrip (*pair), equals + 1);
    }
  return result;
}

static gboolean
play_record (Player *player, const char *kind, const char *fields, gboolean always_new)
{
  RingDrawing *drawing = ring_design_get_drawing (player->design);
  const RingRecord *old = always_new ? NULL : ring_drawing_find_record (drawing, kind, NULL);
  gboolean wants_id = always_new
                      || (old == NULL
                          && (g_str_equal (kind, RING_RECORD_GEM)
                              || g_str_equal (kind, RING_RECORD_SETTING)
                              || g_str_equal (kind, RING_RECORD_LAYOUT)));
  char letter = !always_new ? 'g' : g_str_equal (kind, RING_RECORD_ENTRY) ? 'e' : 'u';
  g_autofree char *id = wants_id ? ring_design_new_id (player->design, letter) : NULL;
  g_autoptr (RingRecord) fresh = old == NULL ? ring_record_new (kind, id) : ring_record_ref (old);
  g_autoptr (RingRecord) record = ring_recording_with_fields (fresh, fields);
  RingEdit *edit = ring_edit_new (drawing, "Record");

  ring_edit_set_record (edit, record);
  return ring_design_commit (player->design, edit);
}

/* "stone=@Diamond" as "stone=tkkkk2222llll". */
static char *
with_ids (const RingDrawing *drawing, const char *fields)
{
  g_autoptr (GString) out = g_string_new (fields);

  for (guint i = 0; i < ring_drawing_get_n_records (drawing); i++)
    {
      const RingRecord *record = ring_drawing_get_record (drawing, i);
      const char *name = ring_record_get (record, "name");
      g_autofree char *from = g_strconcat ("=@", name, NULL);
      g_autofree char *to = g_strconcat ("=", ring_record_get_id (record), NULL);

      if (name != NULL && g_str_equal (ring_record_get_kind (record), RING_RECORD_STONE))
        g_string_replace (out, from, to, 0);
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static gboolean
play_known (Player *player, const char *kind, const char *fields, gboolean always_new)
{
  g_autofree char *known = with_ids (ring_design_get_drawing (player->design), fields);

  return play_record (player, kind, known, always_new);
}

static gboolean
play_keep (Player *player, const char *name, const char *fields, GError **error)
{
  RingEdit *edit = ring_revision_keep (player->design, name, NULL, error);
  const RingRecord *kept;
  g_autoptr (RingRecord) head = NULL;

  if (edit == NULL || !ring_design_commit (player->design, edit))
    return FALSE;
  kept = ring_revision_find (ring_design_get_drawing (player->design), name);
  head = ring_recording_with_fields (kept, fields);
  edit = ring_edit_new (ring_design_get_drawing (player->design), "Record");
  ring_edit_set_record (edit, head);
  return ring_design_commit (player->design, edit);
}

static gboolean
play_pin (Player *player, char **words, const char *fields, GError **error)
{
  RingView *view = view_named (player, words[1], error);
  RingLayer *layer = view != NULL ? ring_view_get_layer_by_role (view, RING_ROLE_NOTES) : NULL;
  g_autofree char *id = NULL;
  g_autofree char *pinned = NULL;
  g_autoptr (RingRecord) fresh = NULL;
  g_autoptr (RingRecord) stone = NULL;
  RingEdit *edit;
  RingPoint at;

  if (view == NULL)
    return FALSE;
  if (layer == NULL || !ring_number_parse (words[2], &at.x) || !ring_number_parse (words[3], &at.y))
    return bad_line (error);
  id = ring_design_new_id (player->design, 't');
  fresh = ring_record_new (RING_RECORD_STONE, id);
  stone = ring_recording_with_fields (fresh, fields);
  edit = ring_edit_new (ring_design_get_drawing (player->design), "Stone Note");
  pinned = ring_stone_note_pin (edit, player->design, ring_layer_get_head (layer)->id, at,
                                ring_view_get_head (view)->scale, stone);
  return ring_design_commit (player->design, edit);
}

/* "#rrggbb" with the instrument's own alpha, or "#rrggbbaa". */
static gboolean
read_colour (const char *word, guint32 own, guint32 *colour)
{
  gsize n = strlen (word);
  guint64 value;

  if (word[0] != '#' || (n != 7 && n != 9)
      || !g_ascii_string_to_unsigned (word + 1, 16, 0, G_MAXUINT32, &value, NULL))
    return FALSE;
  *colour = n == 7 ? (guint32) value << 8 | (own & 0xff) : (guint32) value;
  return TRUE;
}

static gboolean
read_curve (char **words, RingPressureCurve *curve)
{
  if (!ring_number_parse (words[0], &curve->x1) || !ring_number_parse (words[1], &curve->y1)
      || !ring_number_parse (words[2], &curve->x2) || !ring_number_parse (words[3], &curve->y2))
    return FALSE;
  *curve = ring_pressure_curve_clean (*curve);
  return TRUE;
}

static gboolean
play_pen (Player *player, char **words, guint n, GError **error)
{
  RingInstrument instrument = RING_INSTRUMENT_PEN;
  RingStrokeStyle style;

  if (n > 4 && !ring_instrument_from_name (words[4], &instrument))
    return bad_line (error);
  ring_stroke_style_init (&style, instrument, 1);
  if (!ring_number_parse (words[1], &style.ink.width) || style.ink.width <= 0
      || !read_colour (words[2], style.colour, &style.colour)
      || (n > 5 && !read_curve (words + 5, &style.ink.curve)))
    return bad_line (error);
  if (!ring_smoothing_from_name (words[3], &style.ink.smoothing))
    style.ink.smoothing = RING_SMOOTHING_LIGHT;
  ring_tool_set_style (player->pen, &style);
  return TRUE;
}

static gboolean
play_symmetry (Player *player, char **words, GError **error)
{
  double numbers[5];
  RingSymmetry symmetry;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    if (!ring_number_parse (words[1 + i], &numbers[i]))
      return bad_line (error);
  if (!(numbers[0] >= 1 && numbers[0] <= RING_SYMMETRY_MOST))
    return bad_line (error);
  symmetry = (RingSymmetry){ (guint) numbers[0], numbers[1] == 1, numbers[2],
                             { numbers[3], numbers[4] } };
  ring_tool_set_symmetry (player->pen, &symmetry);
  return TRUE;
}

static gboolean
read_fill (char **words, guint n, RingFillChoice *choice)
{
  ring_fill_choice_init (choice);
  if (!ring_form_find (words[4], &choice->form))
    return FALSE;
  if (n > 5 && words[5][0] == '#')
    return read_colour (words[5], 0xff, &choice->colour);
  if (n > 5 && !g_str_equal (words[5], "-"))
    {
      choice->metal = ring_metal_paint_find (words[5]);
      return choice->metal != NULL;
    }
  return TRUE;
}

static gboolean
play_fill (Player *player, char **words, guint n, GError **error)
{
  const RingView *view = view_named (player, words[1], error);
  g_autoptr (RingTool) tool = NULL;
  RingSample sample = { .pressure = 0.5 };
  RingFillChoice choice;

  if (view == NULL)
    return FALSE;
  if (!ring_number_parse (words[2], &sample.x) || !ring_number_parse (words[3], &sample.y)
      || !read_fill (words, n, &choice))
    return bad_line (error);
  if (n > 6)
    choice.bounds = RING_FILL_RING;
  tool = ring_tool_new (RING_TOOL_FILL, player->design);
  ring_tool_set_fill (tool, &choice);
  if (!ring_tool_begin (tool, view, 25.4 / 96 / ring_view_get_head (view)->scale, &sample,
                        player->start, error))
    return FALSE;
  if (ring_tool_end (tool))
    return TRUE;
  g_set_error_literal (error, RING_ERROR, RING_ERROR_INVALID, ring_tool_get_complaint (tool));
  return FALSE;
}

static gboolean
play_down (Player *player, char **words, GError **error)
{
  gint64 ms;

  player->view = view_named (player, words[1], error);
  if (player->view == NULL)
    return FALSE;
  if (!g_ascii_string_to_signed (words[2], 10, 0, G_MAXINT32, &ms, NULL))
    return bad_line (error);
  player->t0 = player->start + ms;
  player->waiting = words[0][0] == 's' ? player->pen : player->eraser;
  ring_tool_set_cutting (player->eraser, words[0][0] == 'c');
  return TRUE;
}

static gboolean
play_sample (Player *player, char **words, guint n, GError **error)
{
  RingSample sample = { 0 };
  double time;

  if (!ring_number_parse (words[0], &sample.x) || !ring_number_parse (words[1], &sample.y)
      || !ring_number_parse (words[2], &sample.pressure) || !ring_number_parse (words[3], &time)
      || time < 0 || time > G_MAXINT32
      || (n > 4
          && (!ring_number_parse (words[4], &sample.tilt_x)
              || !ring_number_parse (words[5], &sample.tilt_y))))
    return bad_line (error);
  sample.time = (guint32) time;

  if (player->waiting != NULL)
    {
      RingTool *tool = g_steal_pointer (&player->waiting);
      /* The size of a pixel when the page is shown at 100 %. */
      double pixel = 25.4 / 96 / ring_view_get_head (player->view)->scale;

      if (!ring_tool_begin (tool, player->view, pixel, &sample, player->t0, error))
        return FALSE;
      player->down = tool;
      return TRUE;
    }
  if (player->down == NULL)
    return bad_line (error);
  ring_tool_update (player->down, &sample, 1);
  return TRUE;
}

/* What stands behind the first N words of LINE. */
static const char *
rest_of (const char *line, guint n)
{
  for (; n > 0; n--)
    {
      while (*line != '\0' && *line != ' ')
        line++;
      while (*line == ' ')
        line++;
    }
  return line;
}

static gboolean
play_line (Player *player, const char *line, GError **error)
{
  g_auto (GStrv) words = NULL;
  guint n;

  if (line[0] == '#' || line[0] == '\0')
    return TRUE;
  words = g_strsplit (line, " ", -1);
  n = g_strv_length (words);
  if (line[0] == '-' || g_ascii_isdigit (line[0]))
    return n == 4 || n == 6 ? play_sample (player, words, n, error) : bad_line (error);

  lift (player);
  if (g_str_equal (words[0], "seed") || g_str_equal (words[0], "start"))
    return TRUE;
  if (g_str_equal (words[0], "choose") || g_str_equal (words[0], "sign"))
    return player->call == NULL
           || player->call (player->design, words[0], rest_of (line, 1), player->user_data, error);
  if (g_str_equal (words[0], "record") && n >= 3)
    return play_known (player, words[1], rest_of (line, 2), FALSE);
  if (g_str_equal (words[0], "entry") && n >= 2)
    return play_record (player, RING_RECORD_ENTRY, rest_of (line, 1), TRUE);
  if (g_str_equal (words[0], "add") && n >= 3 && ring_record_is_kind (words[1]))
    return play_known (player, words[1], rest_of (line, 2), TRUE);
  if (g_str_equal (words[0], "keep") && n >= 2)
    return play_keep (player, words[1], rest_of (line, 2), error);
  if (g_str_equal (words[0], "pen") && (n == 4 || n == 5 || n == 9))
    return play_pen (player, words, n, error);
  if (g_str_equal (words[0], "symmetry") && n == 6)
    return play_symmetry (player, words, error);
  if ((g_str_equal (words[0], "stroke") || g_str_equal (words[0], "erase")
       || g_str_equal (words[0], "cut"))
      && n == 3)
    return play_down (player, words, error);
  if (g_str_equal (words[0], "pin") && n >= 4)
    return play_pin (player, words, rest_of (line, 4), error);
  if (g_str_equal (words[0], "fill") && n >= 5 && n <= 7)
    return play_fill (player, words, n, error);
  return bad_line (error);
}

gint64
ring_recording_get_number (const char *text, const char *command, gint64 otherwise)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  g_autofree char *prefix = g_strconcat (command, " ", NULL);
  gint64 number;

  for (char **line = lines; *line != NULL; line++)
    if (g_str_has_prefix (*line, prefix)
        && g_ascii_string_to_signed (*line + strlen (prefix), 10, G_MININT64, G_MAXINT64, &number, NULL))
      return number;
  return otherwise;
}

gboolean
ring_recording_play (RingDesign *design,
                     const char *text,
                     RingRecordingCall call,
                     gpointer user_data,
                     GError **error)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  Player player = { .design = design, .call = call, .user_data = user_data };
  gboolean played = TRUE;

  player.start = ring_recording_get_number (text, "start", 0);
  player.pen = ring_tool_new (RING_TOOL_PEN, design);
  player.eraser = ring_tool_new (RING_TOOL_ERASER, design);
  for (guint i = 0; lines[i] != NULL && played; i++)
    {
      played = play_line (&player, lines[i], error);
      if (!played)
        g_prefix_error (error, "Recording, line %u: ", i + 1);
    }
  lift (&player);
  ring_tool_free (player.pen);
  ring_tool_free (player.eraser);
  return played;
}

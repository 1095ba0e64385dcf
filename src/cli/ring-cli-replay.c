/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* replay: a design drawn again, as an SVG that plays itself or as numbered pictures. */
#include "ring-cli-private.h"

#include <glib/gi18n-lib.h>

#include "ring-number.h"
#include "ring-replay-frames.h"
#include "ring-svg-replay.h"

typedef struct
{
  char *out, *speed, *gap, *fps;
  int width;
  gboolean erased, notes, signatures;
} Options;

static void
options_clear (Options *o)
{
  g_free (o->out);
  g_free (o->speed);
  g_free (o->gap);
  g_free (o->fps);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (char ***args, Options *o)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &o->out, N_ ("The SVG to write, or a folder for pictures"), N_ ("OUT") },
    { "speed", 0, 0, G_OPTION_ARG_STRING, &o->speed, N_ ("How many times faster than the hand; 1"), "N" },
    { "gap", 0, 0, G_OPTION_ARG_STRING, &o->gap, N_ ("Seconds to which longer rests are shortened; 0.8"), "S" },
    { "erased", 0, 0, G_OPTION_ARG_NONE, &o->erased, N_ ("Also what was erased since, as far as revisions hold it"), NULL },
    { "notes", 0, 0, G_OPTION_ARG_NONE, &o->notes, N_ ("Also what is written on layers of notes and while people spoke"), NULL },
    { "signatures", 0, 0, G_OPTION_ARG_NONE, &o->signatures, N_ ("Also the client’s signature, last of all"), NULL },
    { "fps", 0, 0, G_OPTION_ARG_STRING, &o->fps, N_ ("Pictures a second; 25"), "N" },
    { "width", 0, 0, G_OPTION_ARG_INT, &o->width, N_ ("Pixels that a picture is wide; 1280"), "N" },
    { NULL }
  };

  return ring_cli_parse (args, _ ("FILE -o OUT.svg|FOLDER"),
                         _ ("Draws a design again, stroke by stroke: as an SVG that plays itself, or as pictures 0001.png, "
                            "0002.png … in a folder."),
                         entries);
}

static gboolean
read_between (const char *name, const char *text, double least, double most, double *value)
{
  g_autofree char *from = ring_number_format (least, 2);
  g_autofree char *to = ring_number_format (most, 2);

  if (text == NULL || (ring_number_parse (text, value) && *value >= least && *value <= most))
    return TRUE;
  ring_cli_usage (_ ("--%s must be a number from %s to %s, written with a dot, not “%s”"), name, from, to, text);
  return FALSE;
}

RingCliStatus
ring_cli_replay (char **args)
{
  g_auto (Options) o = { NULL };
  g_auto (GStrv) files = NULL;
  g_autoptr (RingDrawing) drawing = NULL;
  g_autoptr (RingReplay) replay = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  RingReplayOptions options;
  RingReplayFrames frames;
  gboolean svg;

  if (!parse (&args, &o))
    return RING_CLI_USAGE;
  files = args;
  ring_replay_options_init (&options);
  ring_replay_frames_init (&frames);
  if (g_strv_length (files) != 2 || o.out == NULL)
    return ring_cli_usage (_ ("replay needs one FILE and -o OUT; see ringwright replay --help"));
  svg = ring_cli_has_suffix (o.out, ".svg");
  if (ring_cli_has_suffix (o.out, ".ring.svg"))
    return ring_cli_usage (_ ("%s would be a design, and a replay is none: choose a name that ends in .svg alone"), o.out);
  if (svg && (o.fps != NULL || o.width != 0))
    return ring_cli_usage (_ ("--fps and --width are for pictures in a folder; an SVG keeps the design’s millimetres"));
  if (!read_between ("speed", o.speed, 0.1, 100, &frames.speed) || !read_between ("fps", o.fps, 0.1, 120, &frames.fps)
      || !read_between ("gap", o.gap, 0, RING_REPLAY_MOST_GAP, &options.gap))
    return RING_CLI_USAGE;
  if (o.width != 0)
    frames.width = o.width;
  options.erased = o.erased;
  options.notes = o.notes;
  options.signatures = o.signatures;
  drawing = ring_cli_load (files[1], NULL);
  if (drawing == NULL)
    return RING_CLI_FAILED;
  replay = ring_replay_new (drawing, NULL, &options);
  if (!svg)
    return ring_replay_write_frames (replay, &frames, o.out, &error) ? RING_CLI_DONE : ring_cli_fail_error (o.out, error);
  bytes = ring_svg_write_replay (replay, frames.speed);
  return ring_cli_save (o.out, bytes);
}

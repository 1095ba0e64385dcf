/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* export and convert. */
#include "ring-cli-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ring-cli-clean.h"
#include "ring-error.h"
#include "ring-export.h"
#include "ring-number.h"
#include "ring-paper.h"
#include "ring-revision.h"
#include "ring-svg.h"
#include "ring-text-paths.h"

typedef struct
{
  char *out, *layout, *scale, *dpi, *revision, *size, *shop;
  int page;
  gboolean plain, clean, paper, no_paper, no_photos, landscape, check_page, text_paths;
} Options;

static void
options_clear (Options *options)
{
  g_free (options->out);
  g_free (options->layout);
  g_free (options->scale);
  g_free (options->dpi);
  g_free (options->revision);
  g_free (options->size);
  g_free (options->shop);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static gboolean
parse (char ***args, Options *o)
{
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &o->out, N_("The file to write"), N_("OUT") },
    { "layout", 0, 0, G_OPTION_ARG_STRING, &o->layout,
      N_("The layout: sketch, strip for a pattern of the band, client for what is signed, bench for the job, "
         "receipt for what was taken in, or quote for what it costs"),
      N_("NAME") },
    { "scale", 0, 0, G_OPTION_ARG_STRING, &o->scale,
      N_("Paper mm for one mm of the page; 1 is true scale"), "N" },
    { "dpi", 0, 0, G_OPTION_ARG_STRING, &o->dpi, N_("Dots per inch of a PNG, 150"), "N" },
    /* As bytes: a name is UTF-8 whatever the terminal speaks. */
    { "revision", 0, 0, G_OPTION_ARG_FILENAME, &o->revision, N_("A revision of the design, by its name or id"), "R" },
    { "paper", 0, 0, G_OPTION_ARG_NONE, &o->paper, N_("With the design's toned paper"), NULL },
    { "no-paper", 0, 0, G_OPTION_ARG_NONE, &o->no_paper, N_("Without it, as on white"), NULL },
    { "no-photos", 0, 0, G_OPTION_ARG_NONE, &o->no_photos, N_("Without the photos that are drawn over"), NULL },
    { "size", 0, 0, G_OPTION_ARG_STRING, &o->size, N_("The paper of a PDF's pages: a3, a4, a5, letter, legal or tabloid"), N_("PAPER") },
    { "landscape", 0, 0, G_OPTION_ARG_NONE, &o->landscape, N_("That paper the wide way"), NULL },
    { "page", 0, 0, G_OPTION_ARG_INT, &o->page, N_("The page that a picture shows, from 1 on"), N_("N") },
    { "check-page", 0, 0, G_OPTION_ARG_NONE, &o->check_page,
      N_("One more page, to lay a bank card and the ring on"), NULL },
    { "shop", 0, 0, G_OPTION_ARG_FILENAME, &o->shop,
      N_("A key file with the shop's name, contact, terms and letterhead"), N_("FILE") },
    { "text-as-paths", 0, 0, G_OPTION_ARG_NONE, &o->text_paths, N_("The letters of an SVG as outlines"), NULL },
    { "plain", 0, 0, G_OPTION_ARG_NONE, &o->plain,
      N_("An SVG of the picture alone; this is the default"), NULL },
    { "clean", 0, 0, G_OPTION_ARG_NONE, &o->clean,
      N_("A design without conversation, costs and pen samples, to send to a client"), NULL },
    { NULL }
  };

  return ring_cli_parse (args, _("FILE -o OUT"),
                         _("Writes a design as .svg, .pdf or .png; with --clean as .ring.svg."),
                         entries);
}

/* OPTION of text, more than 0. */
static gboolean
read_positive (const char *name, const char *text, double *value)
{
  if (text == NULL || (ring_number_parse (text, value) && *value > 0))
    return TRUE;
  ring_cli_usage (_("--%s must be a number above 0, written with a dot, not “%s”"), name, text);
  return FALSE;
}

static gboolean
find_format (const Options *o, RingExportFormat *format)
{
  if (ring_cli_has_suffix (o->out, ".svg"))
    *format = RING_EXPORT_SVG;
  else if (ring_cli_has_suffix (o->out, ".pdf"))
    *format = RING_EXPORT_PDF;
  else if (ring_cli_has_suffix (o->out, ".png"))
    *format = RING_EXPORT_PNG;
  else
    {
      ring_cli_usage (
          _("%s: what to write is told by the name: it must end in .svg, .pdf or .png"), o->out);
      return FALSE;
    }
  return TRUE;
}

/* Papers that printers have, mm, the narrow way. */
static gboolean
read_size (const Options *o, RingExportOptions *options)
{
  static const struct
  {
    const char *name;
    double width, height;
  } papers[] = { { "a3", 297, 420 },       { "a4", 210, 297 },       { "a5", 148, 210 },
                 { "letter", 215.9, 279.4 }, { "legal", 215.9, 355.6 }, { "tabloid", 279.4, 431.8 } };
  const char *size = o->size != NULL ? o->size : o->landscape ? "a4" : NULL;

  if (size == NULL)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (papers[i].name, size) == 0)
      {
        options->paper_width = o->landscape ? papers[i].height : papers[i].width;
        options->paper_height = o->landscape ? papers[i].width : papers[i].height;
        return TRUE;
      }
  ring_cli_usage (_("--size knows a3, a4, a5, letter, legal and tabloid, not “%s”"), size);
  return FALSE;
}

/* What the options say must fit together before a file is opened. */
static gboolean
check_options (const Options *o, char **files, RingExportFormat *format, RingExportOptions *options)
{
  gboolean design;

  ring_export_options_init (options);
  if (g_strv_length (files) != 2 || o->out == NULL)
    {
      ring_cli_usage (_("export needs one FILE and -o OUT; see ringwright export --help"));
      return FALSE;
    }
  if (!find_format (o, format))
    return FALSE;
  design = ring_cli_has_suffix (o->out, ".ring.svg");
  if (design != o->clean)
    {
      ring_cli_usage (design
                          ? _("%s would be a design: use convert, or --clean for a copy to send")
                          : _("%s: --clean writes a design, so its name must end in .ring.svg"),
                      o->out);
      return FALSE;
    }
  if (o->paper && o->no_paper)
    {
      ring_cli_usage (_("--paper and --no-paper exclude each other"));
      return FALSE;
    }
  if (o->layout != NULL && !ring_export_layout_from_name (o->layout, &options->layout))
    {
      ring_cli_usage (_("--layout knows sketch, strip, client, bench, receipt and quote, not “%s”"),
                      o->layout);
      return FALSE;
    }
  if (options->layout != RING_EXPORT_SKETCH && (o->clean || o->plain || o->scale != NULL))
    {
      ring_cli_usage (_("Strip, client, bench, receipt and quote are pages of their own: "
                        "leave --scale, --plain and --clean out"));
      return FALSE;
    }
  if (*format == RING_EXPORT_SVG && (o->scale != NULL || o->dpi != NULL))
    {
      ring_cli_usage (
          _("--scale and --dpi are for .pdf and .png; an SVG keeps the design's millimetres"));
      return FALSE;
    }
  if (o->text_paths && (*format != RING_EXPORT_SVG || options->layout != RING_EXPORT_SKETCH))
    {
      ring_cli_usage (_("--text-as-paths is for the SVG of a sketch; other sheets have outlines anyway"));
      return FALSE;
    }
  if (o->page < 0)
    {
      ring_cli_usage (_("--page counts from 1"));
      return FALSE;
    }
  options->page = (guint) o->page;
  options->check_page = o->check_page;
  return read_size (o, options) && read_positive ("scale", o->scale, &options->scale)
         && read_positive ("dpi", o->dpi, &options->dpi);
}

/* Without either of the options the design says itself whether its paper is printed. */
static RingDrawing *
with_paper (const Options *o, RingDrawing *drawing)
{
  g_autoptr (RingEdit) edit = NULL;

  if (!o->paper && !o->no_paper)
    return ring_drawing_ref (drawing);
  edit = ring_paper_set (drawing, ring_paper_get (drawing), o->paper);
  return ring_drawing_ref (ring_edit_get_result (edit));
}

static void
remove_photos (RingEdit *edit, const RingLayer *layer)
{
  for (gsize i = ring_layer_get_n_items (layer); i > 0; i--)
    if (ring_item_get_kind (ring_layer_get_item (layer, i - 1)) == RING_ITEM_IMAGE)
      ring_edit_remove_item_at (edit, ring_layer_get_head (layer)->id, i - 1);
}

static RingDrawing *
with_photos (const Options *o, RingDrawing *drawing)
{
  g_autoptr (RingEdit) edit = NULL;

  if (!o->no_photos)
    return ring_drawing_ref (drawing);
  edit = ring_edit_new (drawing, NULL);
  for (guint i = 0; i < ring_drawing_get_n_views (drawing); i++)
    {
      const RingView *view = ring_drawing_get_view (drawing, i);

      for (guint k = 0; k < ring_view_get_n_layers (view); k++)
        remove_photos (edit, ring_view_get_layer (view, k));
    }
  return ring_drawing_ref (ring_edit_get_result (edit));
}

static GBytes *
make_bytes (const Options *o,
            const RingDrawing *drawing,
            RingExportFormat format,
            const RingExportOptions *options,
            GError **error)
{
  if (o->clean)
    return ring_cli_clean (drawing, error);
  if (format == RING_EXPORT_SVG && options->layout == RING_EXPORT_SKETCH)
    {
      g_autoptr (GBytes) plain = ring_svg_write (drawing, RING_WRITE_PLAIN);

      return o->text_paths ? ring_text_paths_convert (plain, error) : g_steal_pointer (&plain);
    }
  return ring_export (drawing, format, options, error);
}

/* The revision NAME in the place of the present. */
static gboolean
open_revision (RingDrawing **drawing, const char *path, const char *name)
{
  const RingRecord *revision = ring_revision_find (*drawing, name);
  RingDrawing *opened;

  if (revision == NULL)
    {
      ring_cli_fail (_("%s: the design has no revision “%s”; see ringwright info for those it has"),
                     path, name);
      return FALSE;
    }
  opened = ring_revision_open (*drawing, ring_record_get_id (revision));
  ring_drawing_unref (*drawing);
  *drawing = opened;
  return TRUE;
}

RingCliStatus
ring_cli_export (char **args)
{
  g_auto (Options) o = { NULL };
  g_autoptr (RingDrawing) drawing = NULL;
  g_autoptr (RingDrawing) bare = NULL;
  g_autoptr (RingDrawing) shown = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (RingShop) shop = NULL;
  g_auto (GStrv) files = NULL;
  RingExportOptions options;
  RingExportFormat format;

  if (!parse (&args, &o))
    return RING_CLI_USAGE;
  files = args;
  if (!check_options (&o, files, &format, &options))
    return RING_CLI_USAGE;
  drawing = ring_cli_load (files[1], NULL);
  if (drawing == NULL)
    return RING_CLI_FAILED;
  if (o.revision != NULL && !open_revision (&drawing, files[1], o.revision))
    return RING_CLI_FAILED;
  if (o.shop != NULL)
    {
      shop = ring_shop_load (o.shop, &error);
      if (shop == NULL)
        return ring_cli_fail_error (o.shop, error);
      options.shop = shop;
    }
  bare = with_photos (&o, drawing);
  shown = with_paper (&o, bare);
  bytes = make_bytes (&o, shown, format, &options, &error);
  if (bytes == NULL)
    return ring_cli_fail_error (o.out, error);
  return ring_cli_save (o.out, bytes);
}

/* What was loaded and not edited is written as it was, byte for byte (docs/format.md, Saving), and
 * so is a file of a newer version, of which this program would lose what it does not know. Only
 * where active content was left out is there something new to write. */
static RingCliStatus
convert (const char *in, const char *out)
{
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (GBytes) bytes = ring_cli_read (in);
  g_autoptr (GBytes) written = NULL;
  g_autoptr (RingDrawing) drawing = NULL;
  g_autoptr (GError) error = NULL;

  if (bytes == NULL)
    return RING_CLI_FAILED;
  drawing
      = ring_svg_read (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), report, &error);
  if (drawing == NULL)
    return ring_cli_fail_error (in, error);
  if (!ring_load_report_get_left_out (report))
    return ring_cli_save (out, bytes);
  g_printerr (_("ringwright: %s: active content was left out; see ringwright check\n"), in);
  written = ring_svg_write (drawing, RING_WRITE_DESIGN);
  return ring_cli_save (out, written);
}

RingCliStatus
ring_cli_convert (char **args)
{
  g_autofree char *out = NULL;
  g_auto (GStrv) files = NULL;
  const GOptionEntry entries[] = { { "output", 'o', 0, G_OPTION_ARG_FILENAME, &out,
                                     N_("The design to write, .ring.svg"), N_("OUT") },
                                   { NULL } };

  if (!ring_cli_parse (&args, _("FILE -o OUT.ring.svg"),
                       _("Loads a design or an SVG drawing and saves it as a design."), entries))
    return RING_CLI_USAGE;
  files = args;
  if (g_strv_length (files) != 2 || out == NULL)
    return ring_cli_usage (_("convert needs one FILE and -o OUT; see ringwright convert --help"));
  if (!ring_cli_has_suffix (out, ".ring.svg"))
    return ring_cli_usage (_("%s: the name of a design ends in .ring.svg"), out);
  return convert (files[1], out);
}

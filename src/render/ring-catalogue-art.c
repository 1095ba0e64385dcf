/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-art.h"

#include "ring-art-outline.h"
#include "ring-error.h"
#include "ring-part-art.h"
#include "ring-spec.h"

#include <glib/gi18n-lib.h>
#include <librsvg/rsvg.h>
#include <string.h>

/* Every part is drawn in a square of this half side about the finger's centre, mm: larger than
 * any ring, since librsvg cuts off what lies outside. */
#define HALF 64.0

#define PART_HEAD                                                                                  \
  "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "        \
  "xmlns:rw=\"urn:ringwright:design:1\" "                                                          \
  "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" "                                \
  "xmlns:sodipodi=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" "                         \
  "width=\"128\" height=\"128\" viewBox=\"-64 -64 128 128\">"

/* The ramps of a catalogue that declares none: yellow gold and a colourless stone. */
#define PLAIN_METAL "3c280a 7a561c c49642 e8c268 fae4a0 fff6d6 fffffa"
#define PLAIN_GEM "2c3a4a 6f8296 a9bccb d5e2ea f1f7fa ffffff"

typedef struct
{
  RsvgHandle *handle; /* NULL until the part is painted */
  char *css;          /* what the handle is coloured with */
  RingPartArt *art;   /* NULL until it is asked for */
} CachedPart;

struct _RingCatalogueArt
{
  RingCatalogue *catalogue;
  CachedPart *parts; /* one for each part of the catalogue */
  guint n_parts;
};

G_LOCK_DEFINE_STATIC (prepared);
static RingCatalogueArt *prepared; /* waits for who asks for its catalogue's art first */

static RingCatalogueArt *
new_art (const RingCatalogue *catalogue)
{
  RingCatalogueArt *art = g_new0 (RingCatalogueArt, 1);

  art->catalogue = ring_catalogue_ref (catalogue);
  art->n_parts = ring_catalogue_get_n_parts (catalogue);
  art->parts = g_new0 (CachedPart, art->n_parts);
  return art;
}

void
ring_catalogue_art_prepare (const RingCatalogue *catalogue)
{
  RingCatalogueArt *old;

  G_LOCK (prepared);
  old = prepared;
  prepared = new_art (catalogue);
  ring_catalogue_art_get_frame (prepared, "three-quarter");
  ring_catalogue_art_get_frame (prepared, "front");
  G_UNLOCK (prepared);
  ring_catalogue_art_free (old);
}

RingCatalogueArt *
ring_catalogue_art_new (const RingCatalogue *catalogue)
{
  RingCatalogueArt *art = NULL;

  G_LOCK (prepared);
  if (prepared != NULL && prepared->catalogue == catalogue)
    art = g_steal_pointer (&prepared);
  G_UNLOCK (prepared);
  return art != NULL ? art : new_art (catalogue);
}

const RingCatalogue *
ring_catalogue_art_get_catalogue (const RingCatalogueArt *art)
{
  return art->catalogue;
}

void
ring_catalogue_art_free (RingCatalogueArt *art)
{
  if (art == NULL)
    return;
  for (guint i = 0; i < art->n_parts; i++)
    {
      g_clear_object (&art->parts[i].handle);
      g_free (art->parts[i].css);
      ring_part_art_free (art->parts[i].art);
    }
  g_free (art->parts);
  ring_catalogue_unref (art->catalogue);
  g_free (art);
}

/* The code of the option chosen from MENU; "" where there is no such menu. */
static const char *
chosen (const RingCatalogueArt *art, const RingChoice *choice, const char *menu)
{
  const RingOption *option = ring_catalogue_get_chosen (art->catalogue, choice, menu);

  return option != NULL ? option->code : "";
}

static void
get_ramp (const RingCatalogueArt *art,
          const RingChoice *choice,
          const char *menu,
          const char *fallback,
          RingRamp *ramp)
{
  const char *code = chosen (art, choice, menu);

  if (!ring_ramp_parse (ring_catalogue_get_ramp (art->catalogue, menu, code), ramp))
    ring_ramp_parse (fallback, ramp);
}

typedef struct
{
  RingCatalogueArt *art;
  RingRamp metal, gem;
  double ratio;     /* of the chosen ring's inner diameter to the drawn one's */
  GArray *selected; /* of RingSelectedPart, from back to front */
} Assembly;

static gboolean
is_shank (const RingPart *part)
{
  return g_str_equal (part->part, "shank");
}

static double
get_ratio (const RingCatalogueArt *art, const RingChoice *choice)
{
  g_autoptr (RingRecord) ring = ring_catalogue_make_ring (art->catalogue, choice, "ring");
  RingSpec spec;

  ring_spec_init (&spec, ring);
  return spec.band.circumference / RING_SPEC_ASSUMED_CIRCUMFERENCE;
}

static gboolean
assembly_init (Assembly *assembly,
               RingCatalogueArt *art,
               const RingChoice *choice,
               const char *view,
               GError **error)
{
  *assembly = (Assembly){ .art = art, .ratio = get_ratio (art, choice) };
  assembly->selected = ring_catalogue_select_parts (art->catalogue, choice, view);
  get_ramp (art, choice, "metal", PLAIN_METAL, &assembly->metal);
  get_ramp (art, choice, "shape", PLAIN_GEM, &assembly->gem);
  if (assembly->selected->len > 0)
    return TRUE;
  g_set_error (error, RING_ERROR, RING_ERROR_NOT_FOUND,
               _("The catalogue holds no art for this ring in the view “%s”. Run “ringwright "
                  "check” on it."),
               view);
  return FALSE;
}

static void
assembly_clear (Assembly *assembly)
{
  g_clear_pointer (&assembly->selected, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Assembly, assembly_clear)

/* Where a part goes: shanks grow with the finger; heads and stones are as large as the stone's size
 * says and move with the point where they stand on the shank. */
static RingMatrix
part_matrix (const Assembly *assembly, const RingSelectedPart *selected)
{
  const RingPart *part = ring_catalogue_get_part (assembly->art->catalogue, selected->part);
  double ratio = assembly->ratio;
  double s = selected->scale;

  if (is_shank (part))
    return (RingMatrix){ ratio, 0, 0, ratio, 0, 0 };
  return (RingMatrix){ s, 0, 0, s, part->anchor_x * (ratio - s), part->anchor_y * (ratio - s) };
}

static const RingSelectedPart *
get_selected (const Assembly *assembly, guint i)
{
  return &g_array_index (assembly->selected, RingSelectedPart, i);
}

/* Inkscape writes colours into the style attribute, which a rule without "important" would not
 * overcome. */
static char *
make_css (const Assembly *assembly)
{
  GString *css = g_string_new (NULL);

  for (guint i = 0; i < RING_RAMP_TONES; i++)
    g_string_append_printf (css, ".metal-%u{fill:#%06x!important}.gem-%u{fill:#%06x!important}", i,
                            assembly->metal.tones[i], i, assembly->gem.tones[i]);
  return g_string_free (css, FALSE);
}

static gboolean
load_handle (CachedPart *cached, const RingPart *part, GError **error)
{
  g_autofree char *svg = g_strconcat (PART_HEAD, part->xml, "</svg>", NULL);

  if (cached->handle == NULL)
    cached->handle = rsvg_handle_new_from_data ((const guint8 *) svg, strlen (svg), error);
  return cached->handle != NULL;
}

static gboolean
paint_part (Assembly *assembly,
            const RingSelectedPart *selected,
            const char *css,
            cairo_t *cr,
            GError **error)
{
  CachedPart *cached = &assembly->art->parts[selected->part];
  const RingPart *part = ring_catalogue_get_part (assembly->art->catalogue, selected->part);
  RingMatrix m = part_matrix (assembly, selected);
  cairo_matrix_t matrix = { m.xx, m.yx, m.xy, m.yy, m.x0, m.y0 };
  RsvgRectangle viewport = { -HALF, -HALF, 2 * HALF, 2 * HALF };
  gboolean done;

  if (!load_handle (cached, part, error))
    return FALSE;
  if (g_strcmp0 (cached->css, css) != 0)
    {
      if (!rsvg_handle_set_stylesheet (cached->handle, (const guint8 *) css, strlen (css), error))
        return FALSE;
      g_free (cached->css);
      cached->css = g_strdup (css);
    }
  cairo_save (cr);
  cairo_transform (cr, &matrix);
  done = rsvg_handle_render_document (cached->handle, cr, &viewport, error);
  cairo_restore (cr);
  return done;
}

gboolean
ring_catalogue_art_paint (
    RingCatalogueArt *art, cairo_t *cr, const RingChoice *choice, const char *view, GError **error)
{
  g_auto (Assembly) assembly = { NULL };
  g_autofree char *css = NULL;

  if (!assembly_init (&assembly, art, choice, view, error))
    return FALSE;
  css = make_css (&assembly);
  for (guint i = 0; i < assembly.selected->len; i++)
    if (!paint_part (&assembly, get_selected (&assembly, i), css, cr, error))
      return FALSE;
  return TRUE;
}

static RingPartArt *
get_art (RingCatalogueArt *art, guint i, GError **error)
{
  CachedPart *cached = &art->parts[i];

  if (cached->art == NULL)
    cached->art = ring_part_art_new (ring_catalogue_get_part (art->catalogue, i)->xml, error);
  return cached->art;
}

/* KIND NULL: all of them. */
static RingRect
get_bounds (RingCatalogueArt *art, const RingChoice *choice, const char *view, const char *kind)
{
  g_auto (Assembly) assembly = { NULL };
  RingRect bounds = RING_RECT_EMPTY;

  if (!assembly_init (&assembly, art, choice, view, NULL))
    return bounds;
  for (guint i = 0; i < assembly.selected->len; i++)
    {
      const RingSelectedPart *selected = get_selected (&assembly, i);
      RingMatrix m = part_matrix (&assembly, selected);
      RingPartArt *drawn = NULL;

      if (kind == NULL
          || g_str_equal (ring_catalogue_get_part (art->catalogue, selected->part)->part, kind))
        drawn = get_art (art, selected->part, NULL);
      if (drawn != NULL && !ring_rect_is_empty (ring_part_art_get_bounds (drawn)))
        bounds = ring_rect_union (bounds,
                                  ring_matrix_apply_rect (&m, ring_part_art_get_bounds (drawn)));
    }
  return bounds;
}

RingRect
ring_catalogue_art_get_bounds (RingCatalogueArt *art, const RingChoice *choice, const char *view)
{
  return get_bounds (art, choice, view, NULL);
}

RingRect
ring_catalogue_art_get_part_bounds (RingCatalogueArt *art,
                                    const RingChoice *choice,
                                    const char *view,
                                    const char *kind)
{
  return get_bounds (art, choice, view, kind);
}

RingRect
ring_catalogue_art_get_frame (RingCatalogueArt *art, const char *view)
{
  RingRect frame = RING_RECT_EMPTY;
  double half;

  if (art == NULL)
    return frame;
  for (guint m = 0; m < ring_catalogue_get_n_menus (art->catalogue); m++)
    for (guint i = 0; i < ring_catalogue_get_menu (art->catalogue, m)->n_options; i++)
      {
        RingChoice choice;

        ring_catalogue_first_choice (art->catalogue, &choice);
        choice.option[m] = i;
        frame = ring_rect_union (frame, ring_catalogue_art_get_bounds (art, &choice, view));
      }
  half = MAX (-frame.x0, frame.x1);
  frame.x0 = -half;
  frame.x1 = half;
  return frame;
}

RingArt *
ring_catalogue_art_resolve (RingCatalogueArt *art,
                            const RingChoice *choice,
                            const char *view,
                            GError **error)
{
  g_auto (Assembly) assembly = { NULL };
  g_autoptr (RingArt) resolved = ring_art_new ();

  if (!assembly_init (&assembly, art, choice, view, error))
    return NULL;
  for (guint i = 0; i < assembly.selected->len; i++)
    {
      RingMatrix m = part_matrix (&assembly, get_selected (&assembly, i));
      RingPartArt *part = get_art (art, get_selected (&assembly, i)->part, error);

      if (part == NULL)
        return NULL;
      ring_part_art_resolve (part, &m, &assembly.metal, &assembly.gem, resolved);
    }
  return g_steal_pointer (&resolved);
}

void
ring_catalogue_art_add_outlines (RingCatalogueArt *art,
                                 const RingChoice *choice,
                                 const char *view,
                                 RingArt *resolved)
{
  g_auto (Assembly) assembly = { NULL };

  if (!assembly_init (&assembly, art, choice, view, NULL))
    return;
  for (guint i = 0; i < assembly.selected->len; i++)
    {
      RingMatrix m = part_matrix (&assembly, get_selected (&assembly, i));
      RingPartArt *part = get_art (art, get_selected (&assembly, i)->part, NULL);
      g_autoptr (RingArt) alone = ring_art_new ();
      g_autoptr (RingPath) outline = NULL;

      if (part == NULL)
        continue;
      ring_part_art_resolve (part, &m, &assembly.metal, &assembly.gem, alone);
      outline = ring_art_make_outline (alone);
      if (outline != NULL)
        ring_art_add (resolved, outline, 0, 0, 0, FALSE);
    }
}

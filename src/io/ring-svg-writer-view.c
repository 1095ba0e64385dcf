/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Views: their place on the page, their windows, their guide lines and layers. */
#include "ring-svg-writer-private.h"

#include "ring-svg-attribute.h"
#include "ring-svg-guides.h"

static gboolean
has_clip (const RingViewHead *head)
{
  return head->kind != RING_VIEW_PAGE && !ring_rect_is_empty (head->clip);
}

/* The window in the model as in the picture: x y width height. */
static void
write_clip_model (RingSvgWriter *writer, const RingViewHead *head)
{
  const double v[] = { head->clip.x0, head->clip.y0, head->clip.x1 - head->clip.x0,
                       head->clip.y1 - head->clip.y0 };

  ring_svg_append_numbers (writer->out, "rw:clip", v, G_N_ELEMENTS (v));
}

/* What others read: "front-view", and "front-view-2" of a second ring. */
static char *
name_view (const RingSvgWriter *writer, const RingViewHead *head)
{
  const char *kind = ring_view_kind_name (head->kind);
  guint n = 1;

  if (!writer->plain)
    return g_strdup (head->id);
  for (guint i = 0; i < ring_drawing_get_n_views (writer->drawing); i++)
    {
      const RingViewHead *other = ring_view_get_head (ring_drawing_get_view (writer->drawing, i));

      if (g_str_equal (other->id, head->id))
        break;
      n += other->kind == head->kind;
    }
  return n > 1 ? g_strdup_printf ("%s-view-%u", kind, n) : g_strdup_printf ("%s-view", kind);
}

char *
_ring_svg_writer_name_layer (const RingSvgWriter *writer, const RingLayerHead *head)
{
  g_autofree char *role = g_ascii_strdown (ring_layer_role_name (head->role), -1);
  g_autofree char *view_name = NULL;
  RingView *view;
  guint n = 1;

  if (!writer->plain || ring_drawing_find_layer (writer->drawing, head->id, &view) == NULL)
    return g_strdup (head->id);
  view_name = name_view (writer, ring_view_get_head (view));
  for (guint i = 0; i < ring_view_get_n_layers (view); i++)
    {
      const RingLayerHead *other = ring_layer_get_head (ring_view_get_layer (view, i));

      if (g_str_equal (other->id, head->id))
        break;
      n += other->role == head->role;
    }
  return n > 1 ? g_strdup_printf ("%s-%s-%u", view_name, role, n) : g_strdup_printf ("%s-%s", view_name, role);
}

void
_ring_svg_writer_start_view (RingSvgWriter *writer, const RingView *view)
{
  const RingViewHead *head = ring_view_get_head (view);
  GString *out = writer->out;
  RingMatrix m = ring_view_get_matrix (view);
  g_autofree char *name = name_view (writer, head);

  g_string_append (out, "<g");
  ring_svg_append_attribute (out, "id", name);
  if (!writer->plain)
    {
      g_string_append (out, " rw:kind=\"view\"");
      ring_svg_append_attribute (out, "rw:view", ring_view_kind_name (head->kind));
      if (head->ring != NULL && head->ring[0] != '\0')
        ring_svg_append_attribute (out, "rw:ring", head->ring);
      ring_svg_append_number (out, "rw:scale", head->scale);
      if (has_clip (head))
        write_clip_model (writer, head);
    }
  ring_svg_append_transform (out, &m);
  if (has_clip (head))
    g_string_append_printf (out, " clip-path=\"url(#clip-%s)\"", name);
  _ring_svg_writer_append_extra (writer, ring_view_get_extra (view));
  g_string_append_c (out, '>');
}

static void
put_layers (RingSvgWriter *writer, const RingView *view, guint from, guint to)
{
  for (guint i = from; i < to; i++)
    {
      _ring_svg_writer_put_foreign (writer, ring_view_get_head (view)->id, i, "    ");
      _ring_svg_writer_put_layer (writer, ring_view_get_layer (view, i));
    }
}

void
_ring_svg_writer_put_view (RingSvgWriter *writer, const RingView *view)
{
  guint n_under = ring_view_get_n_underlays (view);

  append_line (writer, "  ");
  _ring_svg_writer_start_view (writer, view);
  put_layers (writer, view, 0, n_under);
  if (writer->motion != NULL)
    _ring_svg_writer_put_guides (writer, view);
  else
    ring_svg_append_guides (writer->out, writer->drawing, view, "\n    ", writer->plain);
  put_layers (writer, view, n_under, ring_view_get_n_layers (view));
  _ring_svg_writer_put_foreign (writer, ring_view_get_head (view)->id, G_MAXUINT, "    ");
  append_line (writer, "  ");
  g_string_append (writer->out, "</g>");
}

static void
write_clip (RingSvgWriter *writer, const RingViewHead *head)
{
  g_autofree char *name = name_view (writer, head);

  append_line (writer, "    ");
  g_string_append_printf (writer->out, "<clipPath id=\"clip-%s\"", name);
  if (!writer->plain)
    ring_svg_append_attribute (writer->out, "rw:of", head->id);
  g_string_append (writer->out, "><rect");
  ring_svg_append_number (writer->out, "x", head->clip.x0);
  ring_svg_append_number (writer->out, "y", head->clip.y0);
  ring_svg_append_number (writer->out, "width", head->clip.x1 - head->clip.x0);
  ring_svg_append_number (writer->out, "height", head->clip.y1 - head->clip.y0);
  g_string_append (writer->out, "/></clipPath>");
}

void
_ring_svg_writer_put_clips (RingSvgWriter *writer)
{
  for (guint i = 0; i < ring_drawing_get_n_views (writer->drawing); i++)
    {
      const RingViewHead *head = ring_view_get_head (ring_drawing_get_view (writer->drawing, i));

      if (has_clip (head))
        write_clip (writer, head);
    }
}

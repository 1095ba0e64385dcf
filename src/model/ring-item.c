/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-item-private.h"

#include <math.h>
#include <string.h>

struct _RingItem
{
  RingItemKind kind;
  char *id;
  RingMatrix matrix;
  char **extra;
  char *group; /* or NULL */
  RingRect bounds;
  RingInkPicture *dry; /* atomic: of a stroke that was told without a picture, NULL until made */
  union
  {
    RingStroke stroke;
    RingNote note;
    RingPreset preset;
    RingImage image;
    RingArt *art;
    struct
    {
      RingFigure *told;
      RingFigurePicture *picture;
    } figure;
    struct
    {
      char *xml;
      gboolean graphical;
    } foreign;
  };
};

static RingItem *
item_new (RingItemKind kind, const char *id)
{
  RingItem *item = g_atomic_rc_box_new0 (RingItem);

  item->kind = kind;
  item->id = g_strdup (id != NULL ? id : "");
  item->matrix = RING_MATRIX_IDENTITY;
  return item;
}

static RingItem *
measured (RingItem *item)
{
  RingRect bounds = _ring_item_measure (item);

  item->bounds = ring_rect_is_empty (bounds) ? bounds : ring_matrix_apply_rect (&item->matrix, bounds);
  return item;
}

static void
fill_stroke (RingItem *item, const RingStroke *stroke)
{
  item->stroke = *stroke;
  /* A picture alone does not tell what of it is a copy. */
  item->stroke.symmetry = stroke->samples != NULL ? ring_symmetry_clean (&stroke->symmetry)
                                                  : (RingSymmetry){ 0 };
  if (stroke->samples != NULL)
    ring_samples_ref (stroke->samples);
  if (stroke->picture != NULL)
    ring_ink_picture_ref (stroke->picture);
}

/* What the file keeps of a length: four decimals. */
static double
kept (double length)
{
  return round (length * 1e4) / 1e4;
}

/* The pin is drawn from its place, so the place must be the one that will be read back. */
static void
fill_note (RingItem *item, const RingNote *note)
{
  item->note = *note;
  item->note.at = (RingPoint){ kept (note->at.x), kept (note->at.y) };
  item->note.size = kept (note->size);
  item->note.stone = g_strdup (note->stone != NULL ? note->stone : "");
  item->note.label = g_strdup (note->label != NULL ? note->label : "");
}

static void
fill_preset (RingItem *item, const RingPreset *preset)
{
  item->preset.number = g_strdup (preset->number);
  item->preset.catalogue = g_strdup (preset->catalogue);
  item->preset.edition = g_strdup (preset->edition);
  item->preset.art = ring_art_ref (preset->art);
}

RingItem *
ring_item_new_stroke (const char *id, const RingStroke *stroke)
{
  RingItem *item = item_new (RING_ITEM_STROKE, id);

  g_assert (stroke->samples != NULL || stroke->picture != NULL);
  fill_stroke (item, stroke);
  return measured (item);
}

RingItem *
ring_item_new_note (const char *id, const RingNote *note)
{
  RingItem *item = item_new (RING_ITEM_NOTE, id);

  fill_note (item, note);
  return measured (item);
}

RingItem *
ring_item_new_preset (const char *id, const RingPreset *preset)
{
  RingItem *item = item_new (RING_ITEM_PRESET, id);

  fill_preset (item, preset);
  return measured (item);
}

RingItem *
ring_item_new_artwork (const char *id, RingArt *art)
{
  RingItem *item = item_new (RING_ITEM_ARTWORK, id);

  item->art = ring_art_ref (art);
  return measured (item);
}

RingItem *
ring_item_new_foreign (const char *id, const char *xml, gboolean graphical)
{
  RingItem *item = item_new (RING_ITEM_FOREIGN, id);

  item->foreign.xml = g_strdup (xml);
  item->foreign.graphical = graphical;
  return measured (item);
}

RingItem *
ring_item_new_figure (const char *id, const RingFigure *figure)
{
  RingItem *item = item_new (RING_ITEM_FIGURE, id);

  item->figure.told = ring_figure_copy (figure);
  item->figure.picture = ring_figure_make_picture (item->figure.told);
  return measured (item);
}

static void
fill_image (RingItem *item, const RingImage *image)
{
  item->image.photo = ring_photo_ref (image->photo);
  item->image.opacity = kept (CLAMP (image->opacity, 0, 1));
}

RingItem *
ring_item_new_image (const char *id, const RingImage *image)
{
  RingItem *item = item_new (RING_ITEM_IMAGE, id);

  fill_image (item, image);
  return measured (item);
}

RingItem *
ring_item_ref (const RingItem *item)
{
  return g_atomic_rc_box_acquire ((gpointer) item);
}

static void
item_clear (gpointer data)
{
  RingItem *item = data;

  switch (item->kind)
    {
    case RING_ITEM_STROKE:
      g_clear_pointer (&item->stroke.samples, ring_samples_unref);
      g_clear_pointer (&item->stroke.picture, ring_ink_picture_unref);
      g_clear_pointer (&item->dry, ring_ink_picture_unref);
      break;
    case RING_ITEM_NOTE:
      g_free ((char *) item->note.stone);
      g_free ((char *) item->note.label);
      break;
    case RING_ITEM_PRESET:
      g_free ((char *) item->preset.number);
      g_free ((char *) item->preset.catalogue);
      g_free ((char *) item->preset.edition);
      ring_art_unref (item->preset.art);
      break;
    case RING_ITEM_ARTWORK:
      ring_art_unref (item->art);
      break;
    case RING_ITEM_FOREIGN:
      g_free (item->foreign.xml);
      break;
    case RING_ITEM_FIGURE:
      ring_figure_free (item->figure.told);
      ring_figure_picture_unref (item->figure.picture);
      break;
    case RING_ITEM_IMAGE:
      ring_photo_unref (item->image.photo);
      break;
    }
  g_strfreev (item->extra);
  g_free (item->group);
  g_free (item->id);
}

void
ring_item_unref (const RingItem *item)
{
  if (item != NULL)
    g_atomic_rc_box_release_full ((gpointer) item, item_clear);
}

static RingItem *
copy (const RingItem *item)
{
  RingItem *new = item_new (item->kind, item->id);

  new->matrix = item->matrix;
  new->extra = g_strdupv (item->extra);
  new->group = g_strdup (item->group);
  new->bounds = item->bounds;
  switch (item->kind)
    {
    case RING_ITEM_STROKE:
      fill_stroke (new, &item->stroke);
      new->dry = g_atomic_pointer_get (&((RingItem *) item)->dry);
      if (new->dry != NULL)
        ring_ink_picture_ref (new->dry);
      break;
    case RING_ITEM_NOTE: fill_note (new, &item->note); break;
    case RING_ITEM_PRESET: fill_preset (new, &item->preset); break;
    case RING_ITEM_ARTWORK: new->art = ring_art_ref (item->art); break;
    case RING_ITEM_FOREIGN:
      new->foreign.xml = g_strdup (item->foreign.xml);
      new->foreign.graphical = item->foreign.graphical;
      break;
    case RING_ITEM_FIGURE:
      new->figure.told = ring_figure_copy (item->figure.told);
      new->figure.picture = ring_figure_picture_ref (item->figure.picture);
      break;
    case RING_ITEM_IMAGE: fill_image (new, &item->image); break;
    }
  return new;
}

RingItem *
ring_item_with_id (const RingItem *item, const char *id)
{
  RingItem *new = copy (item);

  g_free (new->id);
  new->id = g_strdup (id);
  return new;
}

static RingItem *
dimension_moved (const RingItem *item, const RingMatrix *matrix)
{
  RingFigure figure = *item->figure.told;
  g_autofree RingPoint *points = g_new (RingPoint, figure.n_points);
  g_autoptr (RingItem) moved = NULL;

  for (guint i = 0; i < figure.n_points; i++)
    points[i] = ring_matrix_apply (matrix, figure.points[i]);
  figure.points = points;
  moved = ring_item_new_figure (item->id, &figure);
  moved->group = g_strdup (item->group);
  return ring_item_with_extra (moved, (const char *const *) item->extra);
}

RingItem *
ring_item_with_matrix (const RingItem *item, const RingMatrix *matrix)
{
  RingItem *new;

  if (item->kind == RING_ITEM_FIGURE && ring_figure_is_dimension (item->figure.told->form))
    return dimension_moved (item, matrix);
  new = copy (item);
  new->matrix = *matrix;
  return measured (new);
}

RingItem *
ring_item_with_extra (const RingItem *item, const char *const *extra)
{
  RingItem *new = copy (item);

  g_strfreev (new->extra);
  new->extra = extra != NULL && extra[0] != NULL ? g_strdupv ((char **) extra) : NULL;
  return new;
}

RingItem *
ring_item_like (const RingItem *item, const RingItem *old)
{
  g_autoptr (RingItem) named = ring_item_with_id (item, ring_item_get_id (old));
  g_autoptr (RingItem) placed = ring_item_with_matrix (named, ring_item_get_matrix (old));
  g_autoptr (RingItem) grouped = ring_item_with_group (placed, ring_item_get_group (old));

  return ring_item_with_extra (grouped, ring_item_get_extra (old));
}

GPtrArray *
ring_item_unfold (const RingItem *item)
{
  g_autoptr (GPtrArray) strokes
    = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_item_unref);
  RingStroke single;
  RingSymmetry symmetry;

  if (item->kind != RING_ITEM_STROKE || item->stroke.samples == NULL
      || ring_symmetry_is_none (&item->stroke.symmetry))
    return NULL;
  single = item->stroke;
  symmetry = single.symmetry;
  single.symmetry = (RingSymmetry){ 0 };
  single.picture = NULL;
  for (guint i = 0; i < ring_symmetry_get_n_copies (&symmetry); i++)
    {
      RingMatrix copy_matrix = ring_symmetry_get_matrix (&symmetry, i);
      RingMatrix matrix = ring_matrix_multiply (&copy_matrix, &item->matrix);
      g_autoptr (RingItem) plain = ring_item_new_stroke (item->id, &single);
      g_autoptr (RingItem) placed = ring_item_with_matrix (plain, &matrix);
      g_autoptr (RingItem) grouped = ring_item_with_group (placed, item->group);

      g_ptr_array_add (strokes, ring_item_with_extra (grouped, (const char *const *) item->extra));
    }
  return g_steal_pointer (&strokes);
}

RingItem *
ring_item_with_group (const RingItem *item, const char *group)
{
  RingItem *new = copy (item);

  g_free (new->group);
  new->group = group != NULL && group[0] != '\0' ? g_strdup (group) : NULL;
  return new;
}

RingItemKind
ring_item_get_kind (const RingItem *item)
{
  return item->kind;
}

const char *
ring_item_get_id (const RingItem *item)
{
  return item->id;
}

/* The letter that ids of this kind begin with. */
char
ring_item_kind_letter (RingItemKind kind)
{
  static const char letters[] = { 's', 'n', 'p', 'a', 'f', 'd', 'i' };

  return letters[kind];
}

const RingMatrix *
ring_item_get_matrix (const RingItem *item)
{
  return &item->matrix;
}

const char *
ring_item_get_group (const RingItem *item)
{
  return item->group;
}

const char *const *
ring_item_get_extra (const RingItem *item)
{
  return (const char *const *) item->extra;
}

RingRect
ring_item_get_bounds (const RingItem *item)
{
  return item->bounds;
}

const RingStroke *
ring_item_get_stroke (const RingItem *item)
{
  return item->kind == RING_ITEM_STROKE ? &item->stroke : NULL;
}

RingInkPicture *
ring_stroke_dry (const RingStroke *stroke)
{
  gsize n = 0;
  const RingSample *samples = ring_samples_get (stroke->samples, &n, NULL);
  g_autoptr (RingInkPicture) line
    = ring_ink_picture_dry (samples, samples != NULL ? n : 0, stroke->style.instrument,
                            &stroke->style.ink, stroke->fit);

  return ring_ink_picture_repeat (line, &stroke->symmetry);
}

/* Two threads may both dry a stroke: the first to store its picture wins and the other one throws
 * its own away, for they are equal. Nobody sees the item change. */
RingInkPicture *
ring_item_get_picture (const RingItem *item)
{
  RingItem *self = (RingItem *) item;
  RingInkPicture *picture;

  if (item->kind != RING_ITEM_STROKE)
    return NULL;
  if (item->stroke.picture != NULL)
    return item->stroke.picture;
  picture = g_atomic_pointer_get (&self->dry);
  if (picture != NULL)
    return picture;
  picture = ring_stroke_dry (&item->stroke);
  if (!g_atomic_pointer_compare_and_exchange (&self->dry, NULL, picture))
    {
      ring_ink_picture_unref (picture);
      picture = g_atomic_pointer_get (&self->dry);
    }
  return picture;
}

RingPath *
ring_item_get_outline (const RingItem *item)
{
  RingInkPicture *picture = ring_item_get_picture (item);

  return picture != NULL ? ring_ink_picture_get_outline (picture) : NULL;
}

const RingNote *
ring_item_get_note (const RingItem *item)
{
  return item->kind == RING_ITEM_NOTE ? &item->note : NULL;
}

const RingPreset *
ring_item_get_preset (const RingItem *item)
{
  return item->kind == RING_ITEM_PRESET ? &item->preset : NULL;
}

RingArt *
ring_item_get_art (const RingItem *item)
{
  if (item->kind == RING_ITEM_PRESET)
    return item->preset.art;
  if (item->kind == RING_ITEM_FIGURE)
    return item->figure.picture->art;
  return item->kind == RING_ITEM_ARTWORK ? item->art : NULL;
}

const RingFigure *
ring_item_get_figure (const RingItem *item)
{
  return item->kind == RING_ITEM_FIGURE ? item->figure.told : NULL;
}

const RingFigurePicture *
ring_item_get_figure_picture (const RingItem *item)
{
  return item->kind == RING_ITEM_FIGURE ? item->figure.picture : NULL;
}

const RingImage *
ring_item_get_image (const RingItem *item)
{
  return item->kind == RING_ITEM_IMAGE ? &item->image : NULL;
}

const char *
ring_item_get_xml (const RingItem *item, gboolean *graphical)
{
  if (item->kind != RING_ITEM_FOREIGN)
    return NULL;
  if (graphical != NULL)
    *graphical = item->foreign.graphical;
  return item->foreign.xml;
}

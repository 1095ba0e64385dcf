/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Whole rings: which heads and small stones a mounting has, and where. */

#include "art-metal.h"
#include "ring-layout.h"

/* Small stones, mm: in pave, in a channel, in a halo of a stone of one carat. */
#define PAVE_STONE 1.4
#define CHANNEL_STONE 1.5
#define HALO_STONE 1.3
#define AIR 0.1 /* between two of them */

/* Where rows of stones begin and how far they go, degrees from the top. */
#define ROW_FROM 12.5
#define ROW_TO 73.5

/* Of a stone at the side: how large it is, and the air between its girdle and the middle one's. */
#define SIDE_STONE 4.3
#define SIDE_AIR 0.12
#define SIDE_LIFT 0.45 /* it stands higher over the band than a stone alone does */

static const RingSolid *
add_solid (ArtRing *ring, RingCut cut, double size)
{
  RingSolid *solid = ring_cut_solid (cut, size, size, size * ring_cut_usual_depth (cut));

  g_ptr_array_add (ring->solids, solid);
  return solid;
}

static void
solid_free (gpointer solid)
{
  ring_solid_free (solid);
}

static void
init_lists (ArtRing *ring)
{
  ring->solids = g_ptr_array_new_with_free_func (solid_free);
  ring->stones = g_array_new (FALSE, FALSE, sizeof (ArtStone));
  ring->beads = g_array_new (FALSE, FALSE, sizeof (ArtBead));
}

/* Four beads between every two stones of a row. */
static void
add_row_beads (ArtRing *ring, double radius, double half_pitch, double height)
{
  for (guint i = 0; i < ring->stones->len; i++)
    {
      const ArtStone *stone = &g_array_index (ring->stones, ArtStone, i);

      for (int side = 0; side < 4; side++)
        {
          double angle = atan2 (stone->origin.x, stone->origin.y)
                         + (side % 2 == 0 ? -1 : 1) * half_pitch / (radius + height);
          ArtBead bead = { { (radius + height) * sin (angle), (radius + height) * cos (angle),
                             side < 2 ? 0.45 : -0.45 },
                           0.2,
                           { sin (angle), cos (angle), 0 } };

          g_array_append_val (ring->beads, bead);
        }
    }
}

/* Stones cut as SOLID, set into the metal where LAYOUT has them. */
static void
add_laid (ArtRing *ring, const RingLayout *layout, const RingSolid *solid)
{
  double radius = ring_band_radius (&ring->band);
  RingLaid laid;

  ring_layout_lay (layout, &ring->band, 0, &laid);
  for (guint i = 0; i < laid.places->len; i++)
    {
      ArtStone stone;

      art_stone_init_at (&stone, solid, &g_array_index (laid.places, RingPlace, i), radius);
      stone.sunk = TRUE;
      g_array_append_val (ring->stones, stone);
    }
  ring_laid_clear (&laid);
}

/* Rows of stones down both shoulders. */
static void
add_rows (ArtRing *ring, RingLayoutKind kind, RingCut cut, double size, double height)
{
  const RingSolid *solid = add_solid (ring, cut == RING_CUT_ROUND ? RING_CUT_SINGLE : cut, size);
  RingLayout layout = { .kind = kind,
                        .cut = cut,
                        .length = size,
                        .width = size,
                        .depth = size * ring_cut_usual_depth (cut),
                        .spacing = kind == RING_LAYOUT_CHANNEL ? 0.02 : AIR,
                        .rows = 1,
                        .height = height,
                        .arc = ROW_TO - ROW_FROM };

  for (int side = -1; side <= 1; side += 2)
    {
      layout.angle = side * (ROW_FROM + ROW_TO) / 2;
      add_laid (ring, &layout, solid);
    }
  if (kind == RING_LAYOUT_PAVE)
    add_row_beads (ring, ring_band_radius (&ring->band), (size + AIR) / 2, ring->band.thickness - 0.02);
}

void
art_ring_init_shank (ArtRing *ring, const RingBand *band, ArtMounting mounting, ArtFinish finish)
{
  *ring = (ArtRing){ .band = *band, .mounting = mounting, .finish = finish };
  init_lists (ring);
  if (mounting == ART_MOUNT_PAVE)
    {
      add_rows (ring, RING_LAYOUT_PAVE, RING_CUT_ROUND, PAVE_STONE, -0.17);
      ring->pocket = PAVE_STONE / 2 + 0.04;
    }
  else if (mounting == ART_MOUNT_CHANNEL)
    add_rows (ring, RING_LAYOUT_CHANNEL, RING_CUT_PRINCESS, CHANNEL_STONE, -0.28);
}

void
art_ring_init_head (ArtRing *ring, const RingBand *band, RingCut cut, const double mm[3])
{
  *ring = (ArtRing){ .band = *band, .has_head = TRUE };
  init_lists (ring);
  art_head_init (&ring->head, cut, mm[0], mm[1], mm[2], ring_band_radius (band) + band->thickness);
}

/* Two beads between every two stones of a halo. */
static void
add_halo_beads (ArtRing *ring)
{
  for (guint i = 0; i < ring->stones->len; i++)
    {
      RingVec a = g_array_index (ring->stones, ArtStone, i).origin;
      RingVec b = g_array_index (ring->stones, ArtStone, (i + 1) % ring->stones->len).origin;
      RingVec middle = ring_vec_mix (a, b, 0.5);
      RingVec across = ring_vec_unit ((RingVec){ b.z - a.z, 0, a.x - b.x });

      for (int side = -1; side <= 1; side += 2)
        {
          ArtBead bead = { ring_vec_add (middle, ring_vec_scale (across, side * 0.36 * HALO_STONE)), 0.17,
                           { 0, 1, 0 } };

          bead.centre.y += 0.05;
          g_array_append_val (ring->beads, bead);
        }
    }
}

/* What carries the stones of a halo. */
static void
add_gallery (ArtRing *ring, const RingLayout *layout)
{
  ArtHead *head = &ring->head;
  g_autoptr (GArray) line = ring_layout_line (layout, &ring->band);

  for (guint k = 0; k < ART_RAIL_POINTS; k++)
    {
      /* The line's first point closes it again. */
      double at = (double) k / ART_RAIL_POINTS * (line->len - 1);
      guint i = MIN ((guint) at, line->len - 2);

      head->halo[k] = ring_vec_mix (g_array_index (line, RingVec, i),
                                    g_array_index (line, RingVec, i + 1), at - i);
      head->halo[k].y = head->girdle - 0.14;
    }
  head->halo_radius = HALO_STONE / 2 + 0.06;
}

void
art_ring_init_halo (ArtRing *ring, const RingBand *band, RingCut cut, const double mm[3])
{
  const RingSolid *solid;
  RingLayout layout = { .kind = RING_LAYOUT_HALO,
                        .cut = RING_CUT_ROUND,
                        .length = HALO_STONE,
                        .width = HALO_STONE,
                        .depth = HALO_STONE * ring_cut_usual_depth (RING_CUT_ROUND),
                        .spacing = AIR,
                        .rows = 1,
                        .height = -0.12,
                        .gem_cut = cut,
                        .gem_length = mm[0],
                        .gem_width = mm[1],
                        .gap = 0.16 };

  art_ring_init_head (ring, band, cut, mm);
  solid = add_solid (ring, RING_CUT_SINGLE, HALO_STONE);
  layout.gem_place.height = ring->head.girdle - ring_band_radius (band);
  add_laid (ring, &layout, solid);
  add_halo_beads (ring);
  add_gallery (ring, &layout);
}

void
art_ring_init_side (ArtRing *ring, const RingBand *band, double width, int side)
{
  const double mm[3] = { SIDE_STONE, SIDE_STONE, SIDE_STONE * ring_cut_usual_depth (RING_CUT_ROUND) };
  ArtHead *head = &ring->head;
  double turn = 0.2;

  *ring = (ArtRing){ .band = *band, .has_head = TRUE };
  init_lists (ring);
  art_head_init (head, RING_CUT_ROUND, mm[0], mm[1], mm[2],
                 ring_band_radius (band) + band->thickness + SIDE_LIFT);
  /* Turned round the finger until the near edge of its girdle, (-SIDE_STONE / 2, girdle), is clear. */
  while (-SIDE_STONE / 2 * cos (turn) + head->girdle * sin (turn) < width / 2 + SIDE_AIR)
    turn += 0.002;
  head->turn = side * turn;
  art_stone_turn (&head->stone, head->turn);
  g_array_append_val (ring->stones, head->stone);
}

void
art_ring_clear (ArtRing *ring)
{
  if (ring->has_head)
    art_head_clear (&ring->head);
  g_clear_pointer (&ring->solids, g_ptr_array_unref);
  g_clear_pointer (&ring->stones, g_array_unref);
  g_clear_pointer (&ring->beads, g_array_unref);
}

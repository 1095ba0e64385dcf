/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-menu-frame.h"

/* What is seen around a stone, and how much of the band shows its finish, mm. */
#define STONE_RIM 1.4
#define FINISH_WIDTH 9.0
#define FINISH_HEIGHT 7.5

static RingRect
grow (RingRect rect, double by)
{
  return (RingRect){ rect.x0 - by, rect.y0 - by, rect.x1 + by, rect.y1 + by };
}

static RingRect
get_stone (RingCatalogueArt *art, const RingChoice *choice)
{
  return ring_catalogue_art_get_part_bounds (art, choice, RING_MENU_VIEW, "stone");
}

static RingRect
find_largest (RingCatalogueArt *art, const RingChoice *chosen, guint menu)
{
  const RingMenu *options = ring_catalogue_get_menu (ring_catalogue_art_get_catalogue (art), menu);
  RingRect largest = RING_RECT_EMPTY;
  RingChoice choice = *chosen;

  for (guint i = 0; i < options->n_options; i++)
    {
      choice.option[menu] = i;
      largest = ring_rect_union (largest, get_stone (art, &choice));
    }
  return largest;
}

RingRect
ring_menu_frame (RingCatalogueArt *art, const RingChoice *choice, guint menu, RingRect *largest)
{
  const char *id = ring_catalogue_get_menu (ring_catalogue_art_get_catalogue (art), menu)->id;
  RingRect ring;
  double x;

  if (g_str_equal (id, "shape"))
    return grow (get_stone (art, choice), STONE_RIM);
  if (g_str_equal (id, "size"))
    {
      if (ring_rect_is_empty (*largest))
        *largest = find_largest (art, choice, menu);
      return grow (*largest, STONE_RIM);
    }
  if (!g_str_equal (id, "finish"))
    return ring_catalogue_art_get_bounds (art, choice, RING_MENU_VIEW);
  /* The front of the band, below. */
  ring = ring_catalogue_art_get_part_bounds (art, choice, RING_MENU_VIEW, "shank");
  x = ring.x0 + 0.6 * (ring.x1 - ring.x0);
  return (RingRect){ x - FINISH_WIDTH / 2, ring.y1 - FINISH_HEIGHT, x + FINISH_WIDTH / 2, ring.y1 };
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws the house catalogue, data/catalogue/house.svg, from nothing but millimetres:
 *
 *   make-catalogue [--draft] [--outline] [--only TEXT] OUT.svg
 *
 * The same program gives the same bytes. --draft is coarse and quick; --outline writes everything
 * but the drawings in the parts; --only writes the parts whose id holds TEXT and leaves the others
 * out. Structure: docs/catalogue.md. */

#include "art-menu.h"
#include "art-paint.h"
#include "ring-number.h"

#include <string.h>

/* Patches of light smaller than this are left out, mm2: in the middle stone and in small ones. */
#define LEAST_PATCH 0.0075
#define LEAST_SMALL_PATCH 0.03

typedef enum
{
  PIECE_SHANK,
  PIECE_HEAD_BACK,
  PIECE_STONE,
  PIECE_HEAD_FRONT,
  PIECE_HALO_BACK,
  PIECE_HALO_FRONT,
  PIECE_FEET, /* of the heads at the sides */
  PIECE_SIDE_LEFT,
  PIECE_SIDE_RIGHT,
} Piece;

/* In the order of Piece. What is at the left is behind the middle, or beside it. */
static const struct
{
  const char *part, *name;
  int z;
} pieces[] = {
  { "shank", "shank", 0 },     { "head", "head-back", 10 },  { "stone", "stone", 20 },
  { "head", "head-front", 30 }, { "head", "halo-back", 5 },   { "head", "halo-front", 35 },
  { "head", "feet", -10 },      { "head", "side-left", 4 },   { "head", "side-right", 40 },
};

/* A part, drawn by one of the threads. */
typedef struct
{
  Piece piece;
  const char *code, *label;
  const char *bands; /* that a head is for, or NULL */
  char *id;
  guint band, finish, shape;
  gboolean three_quarter;
  gboolean draft;
  GString *markup;
} Job;

typedef gboolean (*Where) (const ArtCamera *camera, RingVec origin, RingVec out);

/* Those of the ring's small stones that WHERE takes, or does not. */
static void
paint_stones (const Job *job, const ArtRing *ring, const ArtCamera *camera, Where where, gboolean wanted)
{
  g_autoptr (GPtrArray) stones = g_ptr_array_new ();

  for (guint i = 0; i < ring->stones->len; i++)
    {
      ArtStone *stone = &g_array_index (ring->stones, ArtStone, i);

      if (where (camera, stone->origin, stone->z) == wanted)
        g_ptr_array_add (stones, stone);
    }
  art_paint_stones (job->markup, (const ArtStone *const *) stones->pdata, stones->len, camera,
                    LEAST_SMALL_PATCH);
}

static void
paint_beads (const Job *job, const ArtRing *ring, const ArtCamera *camera, Where where, gboolean wanted)
{
  g_autoptr (GPtrArray) beads = g_ptr_array_new ();

  for (guint i = 0; i < ring->beads->len; i++)
    {
      ArtBead *bead = &g_array_index (ring->beads, ArtBead, i);

      if (where (camera, bead->centre, bead->out) == wanted)
        g_ptr_array_add (beads, bead);
    }
  art_paint_beads (job->markup, (const ArtBead *const *) beads->pdata, beads->len, camera);
}

static gboolean
faces_viewer (const ArtCamera *camera, RingVec origin, RingVec out)
{
  return art_stone_faces (out, camera);
}

static gboolean
is_in_front (const ArtCamera *camera, RingVec origin, RingVec out)
{
  return origin.x * camera->toward.x + origin.z * camera->toward.z > -1e-9;
}

static void
draw_shank (const Job *job, const ArtCamera *camera)
{
  RingBand band = art_menu_ring_band (job->band);
  ArtRing ring;

  art_ring_init_shank (&ring, &band, art_menu_mounting (job->band), art_menu_look (job->finish));
  paint_stones (job, &ring, camera, faces_viewer, FALSE);
  paint_beads (job, &ring, camera, faces_viewer, FALSE);
  art_paint_metal (job->markup, &ring, camera, ART_LAYER_SHANK, job->draft);
  paint_stones (job, &ring, camera, faces_viewer, TRUE);
  if (ring.stones->len > 0)
    art_paint_metal (job->markup, &ring, camera, ART_LAYER_SHANK_OVER, job->draft);
  paint_beads (job, &ring, camera, faces_viewer, TRUE);
  art_ring_clear (&ring);
}

static void
draw_head (const Job *job, const ArtCamera *camera)
{
  RingBand band = art_menu_ring_band (0);
  double mm[3];
  ArtRing ring;
  const ArtStone *stone;

  art_menu_stone_size (job->shape, mm);
  art_ring_init_head (&ring, &band, art_menu_cut (job->shape), mm);
  stone = &ring.head.stone;
  if (job->piece == PIECE_STONE)
    art_paint_stones (job->markup, &stone, 1, camera, LEAST_PATCH);
  else
    art_paint_metal (job->markup, &ring, camera,
                     job->piece == PIECE_HEAD_BACK ? ART_LAYER_HEAD_BACK : ART_LAYER_HEAD_FRONT,
                     job->draft);
  art_ring_clear (&ring);
}

static void
draw_halo (const Job *job, const ArtCamera *camera)
{
  RingBand band = art_menu_ring_band (0);
  gboolean front = job->piece == PIECE_HALO_FRONT;
  double mm[3];
  ArtRing ring;

  art_menu_stone_size (job->shape, mm);
  art_ring_init_halo (&ring, &band, art_menu_cut (job->shape), mm);
  art_paint_metal (job->markup, &ring, camera, front ? ART_LAYER_HALO_FRONT : ART_LAYER_HALO_BACK,
                   job->draft);
  paint_stones (job, &ring, camera, is_in_front, front);
  paint_beads (job, &ring, camera, is_in_front, front);
  art_ring_clear (&ring);
}

static void
draw_side (const Job *job, const ArtCamera *camera, int side)
{
  RingBand band = art_menu_ring_band (0);
  ArtRing ring;
  const ArtStone *stone;

  art_ring_init_side (&ring, &band, art_menu_side_width (job->shape), side);
  stone = &ring.head.stone;
  if (job->piece == PIECE_FEET)
    art_paint_metal (job->markup, &ring, camera, ART_LAYER_FOOT, job->draft);
  else
    {
      art_paint_metal (job->markup, &ring, camera, ART_LAYER_SIDE, job->draft);
      art_paint_stones (job->markup, &stone, 1, camera, LEAST_PATCH);
      art_paint_metal (job->markup, &ring, camera, ART_LAYER_SIDE_OVER, job->draft);
    }
  art_ring_clear (&ring);
}

static void
draw (gpointer data, gpointer user_data)
{
  const Job *job = data;
  ArtCamera camera = art_camera (job->three_quarter);

  switch (job->piece)
    {
    case PIECE_SHANK:
      draw_shank (job, &camera);
      break;
    case PIECE_HALO_BACK:
    case PIECE_HALO_FRONT:
      draw_halo (job, &camera);
      break;
    case PIECE_FEET:
      draw_side (job, &camera, -1);
      draw_side (job, &camera, 1);
      break;
    case PIECE_SIDE_LEFT:
    case PIECE_SIDE_RIGHT:
      draw_side (job, &camera, job->piece == PIECE_SIDE_LEFT ? -1 : 1);
      break;
    case PIECE_HEAD_BACK:
    case PIECE_STONE:
    case PIECE_HEAD_FRONT:
    default:
      draw_head (job, &camera);
    }
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_string_free (job->markup, TRUE);
  g_free (job->id);
  g_free (job);
}

static void
add_job (GPtrArray *jobs, const Job *job, Piece piece)
{
  Job *added = g_memdup2 (job, sizeof *job);
  const char *finish = piece == PIECE_SHANK ? art_menu_get (ART_MENU_FINISH, job->finish)->code : "";

  added->piece = piece;
  added->markup = g_string_new (NULL);
  added->id = g_strdup_printf ("%s-%.2s%s%s-%s", pieces[piece].name, job->code, piece == PIECE_SHANK ? "-" : "",
                               finish, job->three_quarter ? "three-quarter" : "front");
  g_ptr_array_add (jobs, added);
}

static void
list_shanks (GPtrArray *jobs, const Job *view)
{
  Job job = *view;

  for (job.band = 0; job.band < art_menu_length (ART_MENU_BAND); job.band++)
    for (job.finish = 0; job.finish < art_menu_length (ART_MENU_FINISH); job.finish++)
      if (art_menu_shank_codes (job.band) != NULL && art_menu_is_made (job.band, job.finish))
        {
          job.code = art_menu_shank_codes (job.band);
          job.label = art_menu_get (ART_MENU_BAND, job.band)->label;
          add_job (jobs, &job, PIECE_SHANK);
        }
}

static const char *
code_of_mounting (ArtMounting mounting)
{
  for (guint i = 0; i < art_menu_length (ART_MENU_BAND); i++)
    if (art_menu_mounting (i) == mounting)
      return art_menu_get (ART_MENU_BAND, i)->code;
  return NULL;
}

/* What stands on the band for a shape: its head and stone, a halo, and stones at the sides, which
 * several shapes share. */
static void
list_heads (GPtrArray *jobs, const Job *view)
{
  Job job = *view;

  job.code = art_menu_get (ART_MENU_SHAPE, job.shape)->code;
  job.label = art_menu_get (ART_MENU_SHAPE, job.shape)->label;
  add_job (jobs, &job, PIECE_HEAD_BACK);
  add_job (jobs, &job, PIECE_STONE);
  add_job (jobs, &job, PIECE_HEAD_FRONT);
  job.bands = code_of_mounting (ART_MOUNT_HALO);
  add_job (jobs, &job, PIECE_HALO_BACK);
  add_job (jobs, &job, PIECE_HALO_FRONT);
  job.bands = code_of_mounting (ART_MOUNT_THREE);
  job.code = art_menu_side_codes (job.shape);
  for (Piece piece = PIECE_FEET; job.code != NULL && piece <= PIECE_SIDE_RIGHT; piece++)
    add_job (jobs, &job, piece);
}

static GPtrArray *
list_jobs (gboolean draft, const char *only)
{
  GPtrArray *jobs = g_ptr_array_new_with_free_func (job_free);

  for (int view = 0; view < 2; view++)
    {
      Job job = { .three_quarter = view == 1, .draft = draft };

      list_shanks (jobs, &job);
      for (job.shape = 0; job.shape < art_menu_length (ART_MENU_SHAPE); job.shape++)
        list_heads (jobs, &job);
    }
  for (guint i = jobs->len; only != NULL && i > 0; i--)
    if (strstr (((Job *) g_ptr_array_index (jobs, i - 1))->id, only) == NULL)
      g_ptr_array_remove_index (jobs, i - 1);
  return jobs;
}

static void
draw_all (GPtrArray *jobs)
{
  GThreadPool *pool = g_thread_pool_new (draw, NULL, (int) g_get_num_processors (), FALSE, NULL);

  for (guint i = 0; i < jobs->len; i++)
    g_thread_pool_push (pool, g_ptr_array_index (jobs, i), NULL);
  g_thread_pool_free (pool, FALSE, TRUE);
}

static void
append_numbers (GString *out, const char *name, const double *numbers, guint n, guint decimals)
{
  g_string_append_printf (out, " rw:%s=\"", name);
  for (guint i = 0; i < n; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      ring_number_append (out, numbers[i], decimals);
    }
  g_string_append_c (out, '"');
}

/* Where the part's group stands on the sheet, only for people who look at the file: shanks one
 * column a band, a row for each finish and view; heads and stones to their right. */
static void
append_place (GString *out, const Job *job)
{
  double x, y;

  if (job->piece == PIECE_SHANK)
    {
      x = 20 + job->band * 30.0;
      y = 20 + (job->finish * 2.0 + job->three_quarter) * 30;
    }
  else
    {
      x = 340 + job->three_quarter * 30.0 + (job->bands == NULL ? 0 : job->piece >= PIECE_FEET ? 120 : 60);
      y = 34 + job->shape * 34.0;
    }
  g_string_append (out, "  <g transform=\"translate(");
  ring_number_append (out, x, 1);
  g_string_append_c (out, ' ');
  ring_number_append (out, y, 1);
  g_string_append (out, ")\">\n");
}

static void
append_part (GString *out, const Job *job)
{
  ArtCamera camera = art_camera (job->three_quarter);
  gboolean shank = job->piece == PIECE_SHANK;
  RingVec seat = { 0, ART_US_7 / (2 * G_PI) + ART_THICKNESS, 0 };
  double anchor[2] = { shank ? 0 : ring_vec_dot (camera.right, seat),
                       shank ? 0 : -ring_vec_dot (camera.up, seat) };
  double mm[3];

  append_place (out, job);
  g_string_append_printf (out, "<g id=\"%s\" rw:part=\"%s\" rw:code=\"%s\"", job->id,
                          pieces[job->piece].part, job->code);
  if (shank)
    g_string_append_printf (out, " rw:finish=\"%s\"", art_menu_get (ART_MENU_FINISH, job->finish)->code);
  else
    g_string_append (out, " rw:size=\"" ART_DRAWN_SIZE "\"");
  if (job->bands != NULL)
    g_string_append_printf (out, " rw:band=\"%s\"", job->bands);
  g_string_append_printf (out, " rw:label=\"%s\" rw:view=\"%s\" rw:z=\"%d\"", job->label,
                          job->three_quarter ? "three-quarter" : "front", pieces[job->piece].z);
  append_numbers (out, "anchor", anchor, 2, 3);
  if (job->piece == PIECE_STONE)
    {
      art_menu_stone_size (job->shape, mm);
      append_numbers (out, "mm", mm, 3, 2);
    }
  g_string_append_printf (out, ">\n%s</g>\n  </g>\n", job->markup->str);
}

int
main (int argc, char **argv)
{
  gboolean draft = FALSE;
  gboolean outline = FALSE;
  g_autofree char *only = NULL;
  const GOptionEntry entries[]
      = { { "draft", 0, 0, G_OPTION_ARG_NONE, &draft, "Coarse and quick", NULL },
          { "outline", 0, 0, G_OPTION_ARG_NONE, &outline, "Without the drawings", NULL },
          { "only", 0, 0, G_OPTION_ARG_STRING, &only, "Parts whose id holds TEXT", "TEXT" },
          { NULL } };
  g_autoptr (GOptionContext) context = g_option_context_new ("OUT.svg");
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GPtrArray) jobs = NULL;
  g_autoptr (GError) error = NULL;

  g_option_context_add_main_entries (context, entries, NULL);
  if (!g_option_context_parse (context, &argc, &argv, &error) || argc != 2)
    {
      g_printerr ("%s\n", error != NULL ? error->message : "Usage: make-catalogue OUT.svg");
      return 2;
    }
  jobs = list_jobs (draft, only);
  if (!outline)
    draw_all (jobs);
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                        "xmlns:rw=\"urn:ringwright:design:1\" version=\"1.1\""
                        " width=\"540mm\" height=\"385mm\" viewBox=\"0 0 540 385\" "
                        "rw:kind=\"catalogue\" rw:version=\"0\""
                        " rw:catalogue=\"house\" rw:name=\"House catalogue\" rw:edition=\"2026.2\" "
                        "rw:currency=\"USD\">\n"
                        "  <title>House catalogue</title>\n");
  art_menu_append (out);
  for (guint i = 0; i < jobs->len; i++)
    append_part (out, g_ptr_array_index (jobs, i));
  g_string_append (out, "</svg>\n");
  if (!g_file_set_contents (argv[1], out->str, (gssize) out->len, &error))
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  return 0;
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws the house catalogue, data/catalogue/house.svg, from nothing but millimetres:
 *
 *   make-catalogue [--draft] OUT.svg
 *
 * The same program gives the same bytes. Every price, popularity, lead time and count in it is
 * invented for the demonstration. Structure: docs/catalogue.md. */

#include "art-paint.h"
#include "ring-number.h"
#include "ring-text.h"

#define US_7 54.4213  /* inner circumference that the art is drawn at, mm */
#define THICKNESS 1.9 /* of every band at its crest: one head sits on all of them */

typedef struct
{
  const char *code, *label;
  guint index;
  int price, days;
  double popularity, value;
  const char *detail;
  const char *sets; /* fields of the ring's record */
} Option;

static const Option shapes[] = {
  { "RD", "Round", 0, 0, 0, 0.46, 0, "57 facets", "cut=round" },
  { "OV", "Oval", 1, 40, 0, 0.19, 0, "57 facets, 1.4 to 1", "cut=oval" },
  { "PS", "Pear", 2, 60, 0, 0.06, 0, "57 facets, 1.55 to 1", "cut=pear" },
  { "EM", "Emerald", 3, 30, 0, 0.10, 0, "49 facets, 1.4 to 1", "cut=emerald" },
  { "CU", "Cushion", 4, 30, 0, 0.09, 0, "57 facets, square", "cut=cushion" },
  { "PR", "Princess", 5, 20, 0, 0.10, 0, "45 facets, square", "cut=princess" },
};

static const Option sizes[] = {
  { "050", "0.50 ct", 0, 420, 0, 0.34, 5.2, "as a round: 5.2 mm", "" },
  { "075", "0.75 ct", 1, 740, 0, 0.28, 5.9, "as a round: 5.9 mm", "" },
  { "100", "1.00 ct", 2, 1180, 0, 0.38, 6.5, "as a round: 6.5 mm", "" },
};
static const double carats[] = { 0.5, 0.75, 1.0 };

static const Option bands[] = {
  { "SD", "Solitaire, D-shape", 0, 0, 0, 0.42, 0, "2.2 x 1.9 mm",
    "profile=d|width=2.2|thickness=1.9" },
  { "SC", "Solitaire, court", 1, 60, 0, 0.22, 0, "2.7 x 1.9 mm",
    "profile=court|width=2.7|thickness=1.9" },
  { "KE", "Knife edge", 2, 80, 1, 0.12, 0, "2.4 x 1.9 mm",
    "profile=knife|width=2.4|thickness=1.9" },
  { "FL", "Flat", 3, 20, 0, 0.10, 0, "2.5 x 1.9 mm", "profile=flat|width=2.5|thickness=1.9" },
  { "CA", "Cathedral", 4, 110, 1, 0.14, 0, "2.2 x 1.9 mm, raised shoulders",
    "profile=d|width=2.2|thickness=1.9" },
};
#define CATHEDRAL 4
static const RingProfile profiles[]
    = { RING_PROFILE_D, RING_PROFILE_COURT, RING_PROFILE_KNIFE, RING_PROFILE_FLAT, RING_PROFILE_D };
static const double widths[] = { 2.2, 2.7, 2.4, 2.5, 2.2 };

static const Option metals[] = {
  { "18Y", "18K yellow gold", 0, 480, 0, 0.38, 0, "750", "alloy=18ky" },
  { "18W", "18K white gold", 1, 520, 1, 0.29, 0, "750, rhodium plated", "alloy=18kw" },
  { "18R", "18K rose gold", 2, 470, 0, 0.14, 0, "750", "alloy=18kr" },
  { "PT", "Platinum 950", 3, 610, 3, 0.19, 0, "950", "alloy=pt950" },
};

static const Option finishes[] = {
  { "P", "Polished", 0, 0, 0, 0.83, 0, "", "finish=polished" },
  { "S", "Satin", 1, 25, 1, 0.11, 0, "brushed along the band", "finish=satin" },
  { "H", "Hammered", 2, 70, 2, 0.06, 0, "by machine, about 1.4 mm a mark", "finish=hammered" },
};

/* Twelve tones each, from these. */
static const guint32 ramps[][7] = {
  { 0x3c280a, 0x7a561c, 0xc49642, 0xe8c268, 0xfae4a0, 0xfff6d6, 0xfffffa },
  { 0x282a2e, 0x565a61, 0x8f949b, 0xbfc3c9, 0xdfe2e6, 0xf3f5f7, 0xffffff },
  { 0x3d1c12, 0x7d4632, 0xbf7f62, 0xe0a98b, 0xf5d0ba, 0xfdebdf, 0xfffcfa },
  { 0x2a2b2b, 0x54575a, 0x868a8d, 0xb2b6b8, 0xd3d6d7, 0xebedee, 0xfcfdfd },
};

/* A part, drawn by one of the threads. */
typedef struct
{
  const char *part;
  char *code;
  const char *finish;
  gboolean three_quarter;
  int z;
  guint band, shape, size;
  ArtFinish look;
  gboolean draft;
  GString *markup;
} Job;

static void
append_number (GString *out, const char *name, double value, guint decimals)
{
  g_string_append_printf (out, " rw:%s=\"", name);
  ring_number_append (out, value, decimals);
  g_string_append_c (out, '"');
}

static void
append_menu (
    GString *out, const char *id, const char *label, guint slots, const Option *options, guint n)
{
  g_string_append_printf (out, "    <rw:menu rw:id=\"%s\" rw:label=\"%s\" rw:slots=\"%u\">\n", id,
                          label, slots);
  for (guint i = 0; i < n; i++)
    {
      const Option *o = &options[i];

      g_string_append_printf (
          out, "      <rw:option rw:code=\"%s\" rw:label=\"%s\" rw:index=\"%u\" rw:price=\"%d\"",
          o->code, o->label, o->index, o->price);
      append_number (out, "popularity", o->popularity, 4);
      g_string_append_printf (out, " rw:days=\"%d\"", o->days);
      append_number (out, "value", o->value, 2);
      g_string_append_printf (out, " rw:detail=\"%s\"", o->detail);
      if (o->sets[0] != '\0')
        g_string_append_printf (out, " rw:sets=\"%s\"", o->sets);
      g_string_append (out, "/>\n");
    }
  g_string_append (out, "    </rw:menu>\n");
}

/* US 3 to 13 by halves. Popularity in ten-thousandths, women's sizes first. */
static void
append_ring_sizes (GString *out)
{
  static const int shares[21] = { 60,  90,  220, 360, 720, 950, 1350, 1380, 1420, 1000, 720,
                                  420, 330, 250, 230, 160, 140, 80,   60,   35,   25 };

  g_string_append (out,
                   "    <rw:menu rw:id=\"ring-size\" rw:label=\"Ring size\" rw:slots=\"32\">\n");
  for (int i = 0; i < 21; i++)
    {
      int half = 6 + i;

      g_string_append_printf (
          out,
          "      <rw:option rw:code=\"%03d\" rw:label=\"US %d%s\" rw:index=\"%d\" rw:price=\"0\"",
          half * 5, half / 2, half % 2 != 0 ? " 1/2" : "", i);
      append_number (out, "popularity", shares[i] / 10000.0, 4);
      g_string_append (out, " rw:days=\"0\"");
      append_number (out, "value", half / 2.0, 1);
      g_string_append (out, " rw:detail=\"inner circumference ");
      ring_number_append (out, 36.5468 + 2.5535 * half / 2.0, 1);
      g_string_append (out, " mm\"/>\n");
    }
  g_string_append (out, "    </rw:menu>\n");
}

static void
append_ramp (GString *out, const char *menu, const char *code, const guint32 *stops)
{
  g_string_append_printf (out, "    <rw:ramp rw:menu=\"%s\" rw:code=\"%s\" rw:colours=\"", menu,
                          code);
  for (guint i = 0; i < ART_TONES; i++)
    g_string_append_printf (out, "%s%06x", i > 0 ? " " : "",
                            stops != NULL ? art_paint_ramp (stops, 7, i) : art_paint_diamond (i));
  g_string_append (out, "\"/>\n");
}

/* Length, width and depth of a diamond of that weight: the solid's own volume at 3.52 g/cm3, to
 * the tenth of a millimetre that calibrated lots come in. */
static void
stone_size (RingCut cut, double carat, double *length, double *width, double *depth)
{
  double ratio = ring_cut_usual_ratio (cut);
  g_autoptr (RingSolid) solid = ring_cut_solid (cut, ratio, 1, ring_cut_usual_depth (cut));
  double w = cbrt (carat * 0.2 / 3.52 * 1000 / ring_solid_volume (solid));

  *width = round (w * 10) / 10;
  *length = round (w * ratio * 10) / 10;
  *depth = round (w * ring_cut_usual_depth (cut) * 100) / 100;
}

static RingCut
cut_of (guint shape)
{
  static const RingCut of[] = { RING_CUT_ROUND,   RING_CUT_OVAL,    RING_CUT_PEAR,
                                RING_CUT_EMERALD, RING_CUT_CUSHION, RING_CUT_PRINCESS };

  return of[shape];
}

static void
append_facts (GString *out)
{
  static const char *const facts[][2] = {
    { "note", "All figures are invented for the demonstration." },
    { "orders-per-year", "42000" },
    { "answered-by", "A form and an automatic e-mail; a person within two working days." },
    { "stone-source",
      "Laboratory-grown diamonds in calibrated lots; no report for a single stone." },
    { "engraving-price", "45" },
    { "engraving-days", "2" },
    { "limited-price", "250" },
    { "limited-days", "0" },
    { "limited-note", "The same ring in a numbered box." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (facts); i++)
    g_string_append_printf (out, "    <rw:fact rw:name=\"%s\" rw:value=\"%s\"/>\n", facts[i][0],
                            facts[i][1]);
}

static void
append_metadata (GString *out)
{
  g_string_append (out, "  <metadata>\n");
  append_facts (out);
  g_string_append (out, "    <rw:base rw:price=\"390\" rw:days=\"10\"/>\n");
  append_menu (out, "shape", "Stone shape", 32, shapes, G_N_ELEMENTS (shapes));
  append_menu (out, "size", "Stone size", 8, sizes, G_N_ELEMENTS (sizes));
  append_menu (out, "band", "Band", 16, bands, G_N_ELEMENTS (bands));
  append_menu (out, "metal", "Metal", 16, metals, G_N_ELEMENTS (metals));
  append_menu (out, "finish", "Finish", 8, finishes, G_N_ELEMENTS (finishes));
  append_ring_sizes (out);
  for (guint i = 0; i < G_N_ELEMENTS (metals); i++)
    append_ramp (out, "metal", metals[i].code, ramps[i]);
  append_ramp (out, "shape", "*", NULL);
  g_string_append (out, "    <rw:not-made rw:when=\"finish=H band=KE\" rw:reason=\"A hammered "
                        "knife edge loses its edge.\"/>\n"
                        "    <rw:not-made rw:when=\"finish=H band=CA\" rw:reason=\"Raised "
                        "shoulders leave no room for the hammer.\"/>\n"
                        "    <rw:not-made rw:when=\"finish=H metal=18W\" rw:reason=\"Rhodium "
                        "plating wears off the tops of hammer marks.\"/>\n"
                        "    <rw:not-made rw:when=\"shape=PS size=050 metal=PT\" rw:reason=\"The "
                        "small pear has no platinum mounting.\"/>\n"
                        "  </metadata>\n");
}

static void
draw (gpointer data, gpointer user_data)
{
  Job *job = data;
  ArtCamera camera = art_camera (job->three_quarter);
  ArtRing ring = { .finish = job->look };
  ArtHead head = { 0 };
  double crest = US_7 / (2 * G_PI) + THICKNESS;
  double length, width, depth;

  ring.cathedral = job->band == CATHEDRAL;
  ring.band = (RingBand){ US_7, profiles[job->band], widths[job->band], THICKNESS };
  if (g_str_equal (job->part, "shank"))
    {
      art_paint_metal (job->markup, &ring, &camera, ART_LAYER_SHANK, job->draft);
      return;
    }
  stone_size (cut_of (job->shape), carats[job->size], &length, &width, &depth);
  art_head_init (&head, cut_of (job->shape), length, width, depth, crest);
  ring.head = &head;
  if (g_str_equal (job->part, "stone"))
    art_paint_stone (job->markup, &head, &camera);
  else
    art_paint_metal (job->markup, &ring, &camera,
                     job->z < 20 ? ART_LAYER_HEAD_BACK : ART_LAYER_HEAD_FRONT, job->draft);
  art_head_clear (&head);
}

static void
add_job (GPtrArray *jobs, Job job)
{
  job.markup = g_string_new (NULL);
  g_ptr_array_add (jobs, g_memdup2 (&job, sizeof job));
}

static void
job_free (gpointer data)
{
  Job *job = data;

  g_string_free (job->markup, TRUE);
  g_free (job->code);
  g_free (job);
}

static gboolean
is_made (guint band, guint finish)
{
  return finish != ART_FINISH_HAMMERED
         || (profiles[band] != RING_PROFILE_KNIFE && band != CATHEDRAL);
}

static GPtrArray *
list_jobs (gboolean draft)
{
  GPtrArray *jobs = g_ptr_array_new_with_free_func (job_free);

  for (guint view = 0; view < 2; view++)
    {
      Job job = { .three_quarter = view == 1, .draft = draft };

      for (guint b = 0; b < G_N_ELEMENTS (bands); b++)
        for (guint f = 0; f < G_N_ELEMENTS (finishes); f++)
          if (is_made (b, f))
            {
              Job shank = job;

              shank.part = "shank";
              shank.band = b;
              shank.look = (ArtFinish) f;
              shank.finish = finishes[f].code;
              shank.code = g_strdup (bands[b].code);
              add_job (jobs, shank);
            }
      for (guint s = 0; s < G_N_ELEMENTS (shapes); s++)
        for (guint k = 0; k < G_N_ELEMENTS (sizes); k++)
          for (int z = 10; z <= 30; z += 10)
            {
              Job part = job;

              part.part = z == 20 ? "stone" : "head";
              part.shape = s;
              part.size = k;
              part.z = z;
              part.code = g_strdup_printf ("%s-%s", shapes[s].code, sizes[k].code);
              add_job (jobs, part);
            }
    }
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

/* Where the part's group stands on the sheet: only for people who look at the file. */
static void
append_cell (GString *out, const Job *job, gboolean opens)
{
  double x, y;

  if (!opens)
    {
      g_string_append (out, "  </g>\n");
      return;
    }
  if (g_str_equal (job->part, "shank"))
    {
      x = 20 + job->band * 30;
      y = 20 + (job->look * 2 + job->three_quarter) * 30;
    }
  else
    {
      x = 185 + job->size * 16 + job->three_quarter * 54;
      y = 34 + job->shape * 30;
    }
  g_string_append (out, "  <g transform=\"translate(");
  ring_number_append (out, x, 1);
  g_string_append_c (out, ' ');
  ring_number_append (out, y, 1);
  g_string_append (out, ")\">\n");
}

static void
append_stone_size (GString *out, const Job *job)
{
  double mm[3];

  if (!g_str_equal (job->part, "stone"))
    return;
  stone_size (cut_of (job->shape), carats[job->size], &mm[0], &mm[1], &mm[2]);
  g_string_append (out, " rw:mm=\"");
  for (guint i = 0; i < 3; i++)
    {
      if (i > 0)
        g_string_append_c (out, ' ');
      ring_number_append (out, mm[i], 2);
    }
  g_string_append_c (out, '"');
}

static void
append_part (GString *out, const Job *job)
{
  ArtCamera camera = art_camera (job->three_quarter);
  const char *view = job->three_quarter ? "three-quarter" : "front";
  gboolean shank = g_str_equal (job->part, "shank");
  const Option *option = shank ? &bands[job->band] : &shapes[job->shape];
  RingVec seat = { 0, US_7 / (2 * G_PI) + THICKNESS, 0 };

  append_cell (out, job, TRUE);
  g_string_append_printf (out, "<g id=\"%s-%s-%s%s%s-%d\" rw:part=\"%s\" rw:code=\"%s\"", job->part,
                          job->code, job->finish != NULL ? job->finish : "",
                          job->finish != NULL ? "-" : "", view, job->z, job->part, job->code);
  if (job->finish != NULL)
    g_string_append_printf (out, " rw:finish=\"%s\"", job->finish);
  g_string_append_printf (out, " rw:label=\"%s\" rw:view=\"%s\" rw:z=\"%d\" rw:anchor=\"",
                          option->label, view, job->z);
  ring_number_append (out, shank ? 0 : ring_vec_dot (camera.right, seat), 3);
  g_string_append_c (out, ' ');
  ring_number_append (out, shank ? 0 : -ring_vec_dot (camera.up, seat), 3);
  g_string_append_printf (out, "\" rw:price=\"%d\"", option->price);
  append_number (out, "popularity", option->popularity, 4);
  append_stone_size (out, job);
  g_string_append (out, ">\n");
  g_string_append (out, job->markup->str);
  g_string_append (out, "</g>\n");
  append_cell (out, job, FALSE);
}

int
main (int argc, char **argv)
{
  gboolean draft = argc == 3 && g_str_equal (argv[1], "--draft");
  GString *out = g_string_new (NULL);
  g_autoptr (GPtrArray) jobs = NULL;
  g_autoptr (GError) error = NULL;
  gboolean ok;

  if (argc != 2 + draft)
    {
      g_printerr ("Usage: make-catalogue [--draft] OUT.svg\n");
      return 2;
    }
  jobs = list_jobs (draft);
  draw_all (jobs);
  g_string_append (out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" "
                        "xmlns:rw=\"urn:ringwright:design:1\" version=\"1.1\""
                        " width=\"300mm\" height=\"205mm\" viewBox=\"0 0 300 205\" "
                        "rw:kind=\"catalogue\" rw:version=\"0\""
                        " rw:catalogue=\"house\" rw:name=\"House catalogue\" rw:edition=\"2026.1\" "
                        "rw:currency=\"USD\">\n"
                        "  <title>House catalogue</title>\n");
  append_metadata (out);
  for (guint i = 0; i < jobs->len; i++)
    append_part (out, g_ptr_array_index (jobs, i));
  g_string_append (out, "</svg>\n");
  ok = g_file_set_contents (argv[argc - 1], out->str, (gssize) out->len, &error);
  if (!ok)
    g_printerr ("%s\n", error->message);
  g_string_free (out, TRUE);
  return ok ? 0 : 1;
}

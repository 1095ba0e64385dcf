/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Inscriptions: the faces, how letters fit a band, and the way from a strip round the finger. */
#include <math.h>
#include <string.h>

#include "ring-inscription.h"
#include "ring-test-tool.h"
#include "ring-test.h"
#include "ring-view-lines.h"

static const RingBand plain = { 54.4213, RING_PROFILE_FLAT, 5, 1.6, 0, 0 };

/* What people have engraved; each face writes it, in any order of base letter and accent. */
static void
test_faces (void)
{
  static const char text[] = "Für immer — Zoë & Łukasz, 12·VI·2026 ♥ ∞";
  static const char czech[] = "Žižkov, navždy tvůj ł";

  for (guint i = 0; i < RING_N_FACES; i++)
    {
      g_autofree char *missing = ring_face_missing ((RingFace) i, text);
      g_autofree char *composed = ring_face_missing ((RingFace) i, czech);
      g_autofree char *apart = g_utf8_normalize ("Zoë", -1, G_NORMALIZE_DEFAULT);
      g_autoptr (RingPath) one = NULL;
      g_autoptr (RingPath) other = NULL;
      double width, same;

      /* A letter with a stroke is no letter with a mark. */
      g_assert_cmpstr (missing, ==, "Ł");
      g_assert_cmpstr (composed, ==, "ł");
      one = ring_face_write ((RingFace) i, "Zoë", 2, &width);
      other = ring_face_write ((RingFace) i, apart, 2, &same);
      g_assert_true (ring_path_equal (one, other));
      g_assert_cmpfloat_with_epsilon (width, same, 1e-12);
      g_assert_false (ring_path_is_empty (one));
    }
}

/* A letter is as high as it was asked to be, stands on its line, and twice as high is twice as
 * long. */
static void
test_height (void)
{
  for (guint i = 0; i < RING_N_FACES; i++)
    {
      double width, twice;
      g_autoptr (RingPath) one = ring_face_write ((RingFace) i, "HEL", 1.5, &width);
      g_autoptr (RingPath) two = ring_face_write ((RingFace) i, "HEL", 3, &twice);
      RingRect bounds = ring_path_get_bounds (one);

      g_assert_cmpfloat_with_epsilon (twice, 2 * width, 1e-9);
      if (i != RING_FACE_SCRIPT) /* whose capitals have tails */
        {
          g_assert_cmpfloat_with_epsilon (bounds.y0, -1.5, 0.06);
          g_assert_cmpfloat_with_epsilon (bounds.y1, 0, 0.06);
          g_assert_cmpfloat (bounds.x1, <=, width);
        }
    }
}

/* Away from the finger's axis. */
static RingVec
moved (RingVec p, double by)
{
  double part = 1 + by / hypot (p.x, p.y);

  return (RingVec){ p.x * part, p.y * part, p.z };
}

/* The way to the band and back, for bands of all kinds, and where the two sides lie. */
static void
test_strip (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed ((guint32) ring_test_seed (20261127));

  for (guint round = 0; round < ring_test_rounds (2000); round++)
    {
      RingBand band = { g_rand_double_range (rand, 40, 70),
                        (RingProfile) g_rand_int_range (rand, 0, RING_N_PROFILES),
                        g_rand_double_range (rand, 1, 8),
                        g_rand_double_range (rand, 1, 3),
                        g_rand_boolean (rand) ? g_rand_double_range (rand, 1, 8) : 0,
                        g_rand_boolean (rand) ? g_rand_double_range (rand, 1, 3) : 0 };
      gboolean inner = g_rand_boolean (rand);
      double length = ring_views_strip_length (&band, inner);
      RingPoint p = { g_rand_double_range (rand, -0.499, 0.499) * length, 0 };
      double angle = 2 * G_PI * p.x / length;
      RingPoint back;
      RingVec on;

      p.y = g_rand_double_range (rand, -0.45, 0.45) * ring_band_width (&band, angle);
      on = ring_views_strip_point (&band, inner, p);
      back = ring_views_strip_see (&band, inner, on);
      g_assert_cmpfloat_with_epsilon (back.x, p.x, 1e-6);
      g_assert_cmpfloat_with_epsilon (back.y, p.y, 1e-9);
      /* It lies on the skin: a little to one side there is metal, a little to the other none. */
      g_assert_cmpint (ring_band_holds (&band, moved (on, 0.01)), ==, inner);
      g_assert_cmpint (ring_band_holds (&band, moved (on, -0.01)), ==, !inner);
      /* The right of the outside is the right of the front view; of the inside it is the left. */
      if (fabs (p.x) > 0.01 && fabs (p.x) < 0.49 * length)
        g_assert_cmpint (signbit (on.x) != 0, ==, (signbit (p.x) != 0) != inner);
    }
}

static RingInscription
make (const char *text, double height)
{
  return (
      RingInscription){ "i", "", text, RING_FACE_BLOCK, height, RING_INSCRIPTION_ANGLE, 0, TRUE };
}

static guint
faults (const RingInscription *inscription, const RingBand *band)
{
  RingInscriptionFit fit;

  ring_inscription_measure (inscription, band, &fit);
  return fit.faults;
}

/* One text, and what each change of band and letters has against it. */
static void
test_fit (void)
{
  RingInscription it = make ("FOREVER", 1.5);
  RingInscriptionFit fit;
  RingBand band = plain;
  double length;

  ring_inscription_measure (&it, &band, &fit);
  g_assert_cmpuint (fit.faults, ==, 0);
  g_assert_cmpfloat_with_epsilon (fit.room, 54.4213, 1e-9);
  length = fit.length;
  g_assert_cmpfloat (length, >, 7 * 0.6 * 1.5);
  g_assert_cmpfloat (length, <, 7 * 1.1 * 1.5);

  it.inner = FALSE;
  ring_inscription_measure (&it, &band, &fit);
  g_assert_cmpfloat_with_epsilon (fit.room, 54.4213 + 2 * G_PI * 1.6, 1e-9);
  g_assert_cmpfloat_with_epsilon (fit.length, length, 1e-12);
  it.inner = TRUE;

  it.height = 1.4;
  g_assert_cmpuint (faults (&it, &band), ==, RING_INSCRIPTION_FINE);
  it.height = 1.5;
  band.width = 2.5;
  g_assert_cmpuint (faults (&it, &band), ==, RING_INSCRIPTION_NARROW);
  band.width = 5;
  it.offset = 2;
  g_assert_cmpuint (faults (&it, &band), ==, RING_INSCRIPTION_TOO_HIGH);
  it.offset = -1.6;
  g_assert_cmpuint (faults (&it, &band), ==, 0);
  it.offset = 0;
  it.angle = 175;
  g_assert_cmpuint (faults (&it, &band), ==, RING_INSCRIPTION_JOINT);
  it.angle = -175;
  g_assert_cmpuint (faults (&it, &band), ==, RING_INSCRIPTION_JOINT);
  it.angle = 0;
  it.text = "FOREVER ł";
  g_assert_cmpuint (faults (&it, &band), ==, RING_INSCRIPTION_MISSING);
  it.text = "FOREVER";
  /* 8 mm of the way round stay free; to the last hundredth. */
  band.circumference = length + RING_INSCRIPTION_CLEAR - 0.01;
  g_assert_cmpuint (faults (&it, &band), ==, RING_INSCRIPTION_CLOSE);
  band.circumference = length + RING_INSCRIPTION_CLEAR + 0.01;
  g_assert_cmpuint (faults (&it, &band), ==, 0);
  band.circumference = length - 0.01;
  g_assert_cmpuint (faults (&it, &band), ==, RING_INSCRIPTION_TOO_LONG);
}

/* Each fault has its sentence. */
static void
test_words (void)
{
  RingInscription it = make ("FOREVER AND A DAY AND ANOTHER DAY AND ONE MORE ł", 1.2);
  RingBand band = plain;
  g_autofree char *text = NULL;
  g_auto (GStrv) lines = NULL;

  band.width = 1;
  text = ring_inscription_describe (&it, &band);
  lines = g_strsplit (text, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 6);
  g_assert_nonnull (strstr (lines[0], "of 54.4 mm round"));
  g_assert_nonnull (strstr (text, "“ł”"));
}

/* C + pi t, and half a millimetre more over 4 mm of width (Rio Grande). */
static void
test_blank (void)
{
  static const struct
  {
    double circumference, width, thickness, base_thickness, blank;
  } rows[] = { { 54.4, 2.2, 1.8, 0, 60.055 },
               { 54.4, 4, 1.5, 0, 59.112 },
               { 54.4, 4.01, 1.5, 0, 59.612 },
               { 62.8, 6, 2, 1.6, 68.955 } };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RingBand band
          = { rows[i].circumference, RING_PROFILE_FLAT, rows[i].width, rows[i].thickness, 0,
              rows[i].base_thickness };

      g_assert_cmpfloat_with_epsilon (ring_band_blank_length (&band), rows[i].blank, 0.001);
    }
}

/* ------------------------------------------------------------------ in views */

static RingDrawing *
with_text (const RingDrawing *drawing, const char *angle, const char *side)
{
  return ring_test_with_record (
      drawing, RING_RECORD_INSCRIPTION, "i1",
      (const char *const[]){ "text", "Hl", "angle", angle, "side", side, "height", "1.2", NULL });
}

static RingRect
seen (const RingDrawing *drawing, RingViewKind kind)
{
  const RingViewHead *head = ring_view_get_head (ring_drawing_get_view_by_kind (drawing, kind));
  g_autoptr (GArray) lines = ring_view_engraved_lines (drawing, head);
  RingRect bounds = RING_RECT_EMPTY;

  for (guint i = 0; i < lines->len; i++)
    {
      const RingViewLine *line = &g_array_index (lines, RingViewLine, i);

      g_assert_cmpint (line->style, ==, RING_LINE_ENGRAVED);
      bounds = ring_rect_union (bounds, ring_path_get_bounds (line->path));
    }
  return bounds;
}

static RingPoint
middle (RingRect rect)
{
  return (RingPoint){ (rect.x0 + rect.x1) / 2, (rect.y0 + rect.y1) / 2 };
}

/* Letters stand where their angle says, in the views that see that side of the band and in no
 * other. */
static void
test_views (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  const RingDrawing *empty = ring_design_get_drawing (design);
  g_autoptr (RingDrawing) inside = with_text (empty, "135", NULL);
  g_autoptr (RingDrawing) hidden = with_text (empty, "-45", NULL);
  g_autoptr (RingDrawing) top = with_text (empty, "0", "outer");
  RingSpec spec;
  RingPoint at, wanted;
  double r;

  ring_spec_init (&spec, ring_drawing_find_ring (empty, NULL));
  r = ring_band_radius (&spec.band);
  /* Inside, half way between the left and the base: the eye of the 3/4 view looks there. */
  at = middle (seen (inside, RING_VIEW_THREE_QUARTER));
  wanted = ring_views_see (RING_VIEWS_THREE_QUARTER,
                           (RingVec){ -r * sin (0.75 * G_PI), r * cos (0.75 * G_PI), 0 });
  g_assert_cmpfloat (ring_point_distance (at, wanted), <, 0.4);
  at = middle (seen (inside, RING_VIEW_STRIP));
  g_assert_cmpfloat_with_epsilon (at.x, 0.375 * spec.band.circumference, 0.1);
  g_assert_cmpfloat_with_epsilon (at.y, ring_views_strip_gap (&spec.band), 0.1);
  g_assert_true (ring_rect_is_empty (seen (inside, RING_VIEW_FRONT)));
  g_assert_true (ring_rect_is_empty (seen (inside, RING_VIEW_TOP)));
  g_assert_true (ring_rect_is_empty (seen (inside, RING_VIEW_SIDE)));
  g_assert_true (ring_rect_is_empty (seen (hidden, RING_VIEW_THREE_QUARTER)));
  g_assert_false (ring_rect_is_empty (seen (hidden, RING_VIEW_STRIP)));
  /* On the outside at the top: below the eye of the top view. */
  at = middle (seen (top, RING_VIEW_TOP));
  g_assert_cmpfloat_with_epsilon (at.x, 0, 0.1);
  g_assert_cmpfloat_with_epsilon (at.y, 0, 0.1);
  g_assert_true (ring_rect_is_empty (seen (empty, RING_VIEW_STRIP)));
}

/* What the pen wrote on the inner strip is seen inside the band, as long as it is: and only that.
 */
static void
test_handwriting (void)
{
  g_autoptr (RingDesign) design = ring_design_new ();
  const RingViewHead *head;
  RingSpec spec;
  double gap, from, to;
  RingRect bounds;
  RingPoint start;

  ring_spec_init (&spec, ring_drawing_find_ring (ring_design_get_drawing (design), NULL));
  gap = ring_views_strip_gap (&spec.band);
  from = 100.0 / 360 * spec.band.circumference;
  to = 140.0 / 360 * spec.band.circumference;
  ring_test_draw (design, RING_VIEW_STRIP, from, 0, to, 0);
  g_assert_true (
      ring_rect_is_empty (seen (ring_design_get_drawing (design), RING_VIEW_THREE_QUARTER)));
  ring_test_draw (design, RING_VIEW_STRIP, from, gap, to, gap);
  bounds = seen (ring_design_get_drawing (design), RING_VIEW_THREE_QUARTER);
  g_assert_false (ring_rect_is_empty (bounds));
  start = ring_views_see (RING_VIEWS_THREE_QUARTER,
                          ring_views_strip_point (&spec.band, TRUE, (RingPoint){ from, 0 }));
  g_assert_true (ring_rect_contains (ring_rect_inset (bounds, -0.02), start));
  /* It lies there already in the strip itself. */
  g_assert_true (ring_rect_is_empty (seen (ring_design_get_drawing (design), RING_VIEW_STRIP)));
  head = ring_view_get_head (ring_test_view (design, RING_VIEW_STRIP));
  g_assert_true (ring_inscription_is_on_strip (ring_design_get_drawing (design), head,
                                               (RingRect){ from, gap - 0.1, to, gap + 0.1 }));
  g_assert_false (ring_inscription_is_on_strip (ring_design_get_drawing (design), head,
                                                (RingRect){ from, -0.1, to, 0.1 }));
  ring_design_undo (design);
  g_assert_true (
      ring_rect_is_empty (seen (ring_design_get_drawing (design), RING_VIEW_THREE_QUARTER)));
}

/* The record: what is impossible takes the usual. */
static void
test_record (void)
{
  g_autoptr (RingRecord) bare = ring_test_record (RING_RECORD_INSCRIPTION, "i1",
                                                  (const char *const[]){ "face", "script", NULL });
  g_autoptr (RingRecord) odd
      = ring_test_record (RING_RECORD_INSCRIPTION, "i1",
                          (const char *const[]){ "text", "x", "face", "gothic", "height", "99",
                                                 "angle", "east", "side", "top", NULL });
  RingInscription it;

  g_assert_false (ring_inscription_init (&it, NULL));
  g_assert_false (ring_inscription_init (&it, bare));
  g_assert_cmpint (it.face, ==, RING_FACE_SCRIPT);
  g_assert_true (ring_inscription_init (&it, odd));
  g_assert_cmpint (it.face, ==, RING_FACE_BLOCK);
  g_assert_cmpfloat_with_epsilon (it.height, RING_INSCRIPTION_HEIGHT, 1e-12);
  g_assert_cmpfloat_with_epsilon (it.angle, RING_INSCRIPTION_ANGLE, 1e-12);
  g_assert_true (it.inner);
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/inscription/faces", test_faces);
  g_test_add_func ("/inscription/height", test_height);
  g_test_add_func ("/inscription/strip", test_strip);
  g_test_add_func ("/inscription/fit", test_fit);
  g_test_add_func ("/inscription/words", test_words);
  g_test_add_func ("/inscription/blank", test_blank);
  g_test_add_func ("/inscription/views", test_views);
  g_test_add_func ("/inscription/handwriting", test_handwriting);
  g_test_add_func ("/inscription/record", test_record);
  return ring_test_run ();
}

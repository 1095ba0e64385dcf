/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* What a client signed: the record in the file, and the digest, which says the same of the same ring and
 * never the same of another. */
#include "io-sample.h"

#include <string.h>

#include "ring-digest.h"
#include "ring-error.h"
#include "ring-forget.h"
#include "ring-revision.h"
#include "ring-sign-off.h"
#include "ring-test-model.h"
#include "ring-test.h"

#define SIGNATURE "M2 14C6 2 8 18 12 9L12.6 9.4C9 19 6 3 2.4 14.5Z"

static RingDrawing *
now (RingDesign *design)
{
  return ring_design_get_drawing (design);
}

static RingDesign *
sample_new (void)
{
  g_autoptr (RingDrawing) drawing = io_sample_new ();
  RingDesign *design = ring_design_new_for_drawing (drawing);
  g_autoptr (RingRecord) commission = ring_test_record (
      RING_RECORD_COMMISSION, "commission", (const char *[]){ "client", "Mara Lindt", NULL });
  g_autoptr (RingRecord) stone = ring_test_record (
      RING_RECORD_STONE, "tsapphire",
      (const char *[]){ "name", "Sapphire", "species", "sapphire", "carat", "1.04", "cost", "900", NULL });

  ring_test_set_record (design, commission);
  ring_test_set_record (design, stone);
  return design;
}

static void
sign (RingDesign *design, const char *typed)
{
  g_autofree char *digest = ring_digest_make (now (design));
  g_autoptr (RingPath) signature = ring_path_from_svg (SIGNATURE, 0, NULL);
  g_autoptr (RingPath) initials = ring_path_from_svg ("M1 9L8 2L8.5 2.5Z", 0, NULL);
  RingSigning signing = { .typed = typed };
  g_autoptr (GError) error = NULL;
  RingEdit *edit;

  if (typed == NULL)
    signing = (RingSigning){ { signature, initials, initials }, NULL };
  edit = ring_sign_off_make (design, digest, &signing, &error);
  g_assert_no_error (error);
  ring_test_commit (design, edit);
}

static void
change (RingDesign *design, const char *kind, const char *id, const char *field, const char *value)
{
  const RingRecord *there = ring_drawing_find_record (now (design), kind, id);
  g_autoptr (RingRecord) record
      = there != NULL ? ring_record_ref ((RingRecord *) there) : ring_record_new (kind, id);

  ring_record_set (&record, field, value);
  ring_test_set_record (design, record);
}

static guint
n_changes (RingDesign *design)
{
  g_autoptr (GPtrArray) changes
      = ring_sign_off_changes (now (design), ring_sign_off_last (now (design)));

  return changes->len;
}

/* Of the same ring, whatever else is told of the commission; of another, another. */
static void
test_digest (void)
{
  static const struct
  {
    const char *kind, *id, *field, *value;
    gboolean same;
  } rows[] = {
    { RING_RECORD_COMMISSION, "commission", "budget", "4000", TRUE },
    { RING_RECORD_COMMISSION, "commission", "client", "Somebody", TRUE },
    { RING_RECORD_ENTRY, "eone", "text", "Lower, please", TRUE },
    { RING_RECORD_TASK, "jone", "text", "Call her", TRUE },
    { RING_RECORD_RATE, "rate", "bench", "60", TRUE },
    { RING_RECORD_STONE, "tsapphire", "cost", "950", TRUE },
    { RING_RECORD_STONE, "tsapphire", "supplier", "Lindt & Sons", TRUE },
    { RING_RECORD_STONE, "tsapphire", "carat", "1.05", FALSE },
    { RING_RECORD_RING, "rsample", "width", "2.5", FALSE },
    { RING_RECORD_RING, "rsample", "size", "55", FALSE },
    { RING_RECORD_INSCRIPTION, "iwords", "text", "FOREVER", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RingDesign) design = sample_new ();
      g_autofree char *before = ring_digest_make (now (design));
      g_autofree char *after = NULL;

      g_test_message ("%s %s", rows[i].kind, rows[i].field);
      change (design, rows[i].kind, rows[i].id, rows[i].field, rows[i].value);
      after = ring_digest_make (now (design));
      g_assert_cmpuint (strlen (after), ==, 64);
      g_assert_cmpint (g_str_equal (after, before), ==, rows[i].same);
    }
}

/* One dot more is another drawing; undo gives the first back. */
static void
test_items (void)
{
  g_autoptr (RingDesign) design = sample_new ();
  g_autofree char *before = ring_digest_make (now (design));
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (RingItem) dot = io_stroke_new ("sdotmore", 1, 1, 2);
  RingEdit *edit = ring_edit_new (now (design), "Draw");

  ring_edit_append_item (edit, "linkfront", dot);
  ring_test_commit (design, edit);
  after = ring_digest_make (now (design));
  g_assert_cmpstr (after, !=, before);
  ring_design_undo (design);
  undone = ring_digest_make (now (design));
  g_assert_cmpstr (undone, ==, before);
}

/* Signing keeps the present, one step does both, and one undo takes both back. */
static void
test_one_step (void)
{
  g_autoptr (RingDesign) design = sample_new ();
  const RingRecord *sign_off;
  g_autofree char *digest = NULL;
  g_autoptr (GPtrArray) list = NULL;

  sign (design, NULL);
  sign_off = ring_sign_off_last (now (design));
  g_assert_cmpstr (ring_record_get (sign_off, "name"), ==, "Mara Lindt");
  g_assert_cmpstr (ring_record_get (sign_off, "revision"), ==,
                   ring_record_get_id (ring_revision_find_present (now (design))));
  digest = ring_digest_make (ring_sign_off_get_state (now (design), sign_off));
  g_assert_cmpstr (ring_record_get (sign_off, "digest"), ==, digest);
  ring_design_undo (design);
  g_assert_null (ring_sign_off_last (now (design)));
  list = ring_revision_list (now (design));
  g_assert_cmpuint (list->len, ==, 0);
}

/* What is kept already is kept once, and another signature comes beside the first. */
static void
test_again (void)
{
  g_autoptr (RingDesign) design = sample_new ();
  g_autoptr (GPtrArray) signed_off = NULL;
  g_autoptr (GPtrArray) revisions = NULL;

  sign (design, NULL);
  sign (design, "  Mara Lindt ");
  signed_off = ring_sign_off_list (now (design));
  revisions = ring_revision_list (now (design));
  g_assert_cmpuint (signed_off->len, ==, 2);
  g_assert_cmpuint (revisions->len, ==, 1);
  g_assert_cmpstr (ring_record_get (signed_off->pdata[1], "typed"), ==, "Mara Lindt");
  g_assert_null (ring_record_get (signed_off->pdata[1], "signature"));
  g_assert_null (ring_record_get (signed_off->pdata[0], "typed"));
}

static void
test_empty (void)
{
  g_autoptr (RingDesign) design = sample_new ();
  g_autoptr (RingPath) initials = ring_path_from_svg ("M1 9L8 2L8.5 2.5Z", 0, NULL);
  const RingSigning rows[] = {
    { { NULL, initials, initials }, NULL },
    { { NULL, NULL, NULL }, " \t " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ring_sign_off_make (design, "0", &rows[i], &error));
      g_assert_error (error, RING_ERROR, RING_ERROR_INVALID);
      g_assert_nonnull (strstr (error->message, "Nobody has signed"));
    }
}

/* It holds until the ring is another; what only the shop knows makes it no other. */
static void
test_changed_since (void)
{
  g_autoptr (RingDesign) design = sample_new ();

  sign (design, NULL);
  g_assert_cmpuint (n_changes (design), ==, 0);
  change (design, RING_RECORD_STONE, "tsapphire", "cost", "950");
  g_assert_cmpuint (n_changes (design), ==, 0);
  change (design, RING_RECORD_RING, "rsample", "width", "2.9");
  {
    g_autoptr (GPtrArray) changes
        = ring_sign_off_changes (now (design), ring_sign_off_last (now (design)));

    g_assert_cmpuint (changes->len, ==, 1);
    g_assert_nonnull (strstr (changes->pdata[0], "Band wider"));
  }
  ring_design_undo (design);
  g_assert_cmpuint (n_changes (design), ==, 0);
}

/* An outline is a shape: no time, no pressure, and no way to tell where the pen began. */
static void
test_golden (void)
{
  g_autoptr (RingDesign) design = sample_new ();
  g_autofree char *text = NULL;
  const char *record;
  g_autofree char *element = NULL;

  sign (design, NULL);
  text = io_write (now (design));
  record = strstr (text, "<rw:sign-off ");
  g_assert_nonnull (record);
  element = g_strndup (record, (gsize) (strchr (record, '>') - record));
  for (const char *const *word = (const char *const[]){ "pressure", "samples", "t0", "tilt", "rw:d", NULL };
       *word != NULL; word++)
    g_assert_null (strstr (element, *word));
  ring_test_assert_golden ("io/sign-off.ring.svg", text, -1);
  io_assert_stable (text);
}

/* A hand writes a longer line than any text may be: all of it is in the record and in the file. */
static void
test_long_hand (void)
{
  g_autoptr (RingDesign) design = sample_new ();
  g_autoptr (RingPath) written = ring_path_new ();
  g_autofree char *digest = ring_digest_make (now (design));
  RingSigning signing = { { NULL } };
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autoptr (RingDrawing) back = NULL;
  g_autoptr (RingPath) read = NULL;
  gsize n_written, n_read;
  RingEdit *edit;

  for (guint i = 0; i < 2000; i++)
    if (i == 0)
      ring_path_move_to (written, (RingPoint){ 1, 1 });
    else
      ring_path_line_to (written, (RingPoint){ 1 + 0.04 * i, i % 2 == 0 ? 1.13 : 17.57 });
  ring_path_close (written);
  signing.outlines[RING_SIGNED_NAME] = written;
  edit = ring_sign_off_make (design, digest, &signing, &error);
  g_assert_no_error (error);
  ring_test_commit (design, edit);
  text = io_write (now (design));
  back = io_read (text, NULL);
  read = ring_path_from_svg (ring_record_get (ring_sign_off_last (back), "signature"), 0, &error);
  g_assert_no_error (error);
  ring_path_get_verbs (written, &n_written);
  ring_path_get_verbs (read, &n_read);
  g_assert_cmpuint (n_read, ==, n_written);
  g_assert_cmpfloat_with_epsilon (ring_path_get_bounds (read).x1, 1 + 0.04 * 1999, 0.01);
}

/* The digest is that of the revision also in the file that was read again. */
static void
test_round_trip (void)
{
  g_autoptr (RingDesign) design = sample_new ();
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autofree char *text = NULL;
  g_autoptr (RingDrawing) back = NULL;
  g_autofree char *present = NULL;
  g_autofree char *state = NULL;
  const RingRecord *sign_off;

  sign (design, NULL);
  text = io_write (now (design));
  back = io_read (text, report);
  sign_off = ring_sign_off_last (back);
  g_assert_nonnull (sign_off);
  present = ring_digest_make (back);
  state = ring_digest_make (ring_sign_off_get_state (back, sign_off));
  g_assert_cmpstr (ring_record_get (sign_off, "digest"), ==, present);
  g_assert_cmpstr (ring_record_get (sign_off, "digest"), ==, state);
}

/* With the client goes what the client signed. */
static void
test_forget (void)
{
  g_autoptr (RingDesign) design = sample_new ();
  g_autoptr (RingDrawing) left = NULL;
  g_autofree char *text = NULL;

  sign (design, NULL);
  left = ring_forget_client (now (design));
  text = io_write (left);
  g_assert_null (strstr (text, "sign-off"));
  g_assert_null (strstr (text, "signature"));
  g_assert_nonnull (strstr (text, "<rw:revision"));
}

static void
test_format (void)
{
  static const struct
  {
    const char *digest, *shown;
  } rows[] = {
    { "0123456789abcdef0123456789abcdef", "0123 4567 89ab cdef" },
    { "01234", "0123 4" },
    { "0123é456", "0123" },
    { NULL, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RingRecord) record = ring_record_new (RING_RECORD_SIGN_OFF, "o");
      g_autofree char *shown = NULL;

      ring_record_set (&record, "digest", rows[i].digest);
      shown = ring_sign_off_format_digest (record);
      g_assert_cmpstr (shown, ==, rows[i].shown);
    }
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);

  g_test_add_func ("/sign-offs/digest", test_digest);
  g_test_add_func ("/sign-offs/items", test_items);
  g_test_add_func ("/sign-offs/one-step", test_one_step);
  g_test_add_func ("/sign-offs/again", test_again);
  g_test_add_func ("/sign-offs/empty", test_empty);
  g_test_add_func ("/sign-offs/changed-since", test_changed_since);
  g_test_add_func ("/sign-offs/golden", test_golden);
  g_test_add_func ("/sign-offs/long-hand", test_long_hand);
  g_test_add_func ("/sign-offs/round-trip", test_round_trip);
  g_test_add_func ("/sign-offs/forget", test_forget);
  g_test_add_func ("/sign-offs/format", test_format);
  return ring_test_run ();
}

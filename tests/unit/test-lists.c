/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists as files of many kinds, in the database as a whole or not at all, and found again. */
#include "ring-error.h"
#include "ring-lists.h"
#include "ring-test.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

/* --------------------------------------------------------------------------- reading */

static RingListReader *
read_text (const char *text, gssize n)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, n < 0 ? strlen (text) : (gsize) n);
  g_autoptr (GError) error = NULL;
  RingListReader *reader = ring_list_reader_new (bytes, "list.csv", &error);

  g_assert_no_error (error);
  return reader;
}

static void
assert_next (RingListReader *reader, RingOffer *offer)
{
  RingRejection *rejection;

  g_assert_true (ring_list_reader_next (reader, offer, &rejection));
  if (rejection != NULL)
    g_error ("line %u: %s", rejection->line, rejection->reason);
}

static void
assert_rejected (RingListReader *reader, guint line, const char *reason)
{
  RingRejection *rejection;
  RingOffer offer;

  g_assert_true (ring_list_reader_next (reader, &offer, &rejection));
  if (rejection == NULL)
    g_error ("line %u is taken for “%s”", ring_list_reader_get_line (reader), offer.texts[0]);
  g_assert_cmpuint (rejection->line, ==, line);
  if (strstr (rejection->reason, reason) == NULL)
    g_error ("“%s” has no “%s”", rejection->reason, reason);
  ring_rejection_free (rejection);
}

static void
assert_end (RingListReader *reader)
{
  RingRejection *rejection;
  RingOffer offer;

  g_assert_false (ring_list_reader_next (reader, &offer, &rejection));
  g_assert_cmpfloat (ring_list_reader_get_progress (reader), ==, 1);
}

/* One row of each kind of list. */
static void
test_rapnet (void)
{
  g_autoptr (RingListReader) reader
      = read_text ("\xef\xbb\xbfStock #,Availability,Shape,Weight,Color,Clarity,Cut "
                   "Grade,Polish,Symmetry,Fluorescence "
                   "Intensity,Fluorescence Color,Measurements,Lab,Report #,Treatment,RapNet "
                   "Price,Rapnet  Discount "
                   "%,Country\r\n"
                   "SP-021,G,Cushion,6.06,Y,VVS2,,VG,VG,F,,10.13x9.30x6.89,GIA,6173951233,,\"$5,"
                   "500\",-35.5 %,Belgium\r\n",
                   -1);
  g_auto (RingOffer) offer = { 0 };

  g_assert_false (ring_list_reader_says_species (reader));
  assert_next (reader, &offer);
  g_assert_cmpstr (offer.texts[RING_OFFER_STOCK], ==, "SP-021");
  g_assert_cmpint (offer.cut, ==, RING_CUT_CUSHION);
  g_assert_cmpfloat (offer.carat, ==, 6.06);
  g_assert_cmpfloat (offer.length, ==, 10.13);
  g_assert_cmpfloat (offer.depth, ==, 6.89);
  g_assert_cmpstr (offer.texts[RING_OFFER_LAB], ==, "GIA");
  g_assert_cmpstr (offer.texts[RING_OFFER_REPORT], ==, "6173951233");
  /* Its price is that of a carat. */
  g_assert_cmpfloat (offer.price, ==, 33330);
  g_assert_cmpstr (offer.currency, ==, "USD");
  /* Where it lies is not where it was formed. */
  g_assert_cmpstr (offer.texts[RING_OFFER_PLACE], ==, "Belgium");
  g_assert_null (ring_offer_get (&offer, RING_OFFER_ORIGIN));
  g_assert_nonnull (strstr (offer.texts[RING_OFFER_REST], "Polish: VG; Symmetry: VG"));
  assert_end (reader);
}

static void
test_gemstones (void)
{
  g_autoptr (RingListReader) reader = read_text (
      "Stock Number;Stone Type;Shape;Carat Weight;Measurements Length;Measurements "
      "Width;Measurements "
      "Height;Origin;Treatment Type 1;Treatment Type 2;Primary Color;Color Intensity;Color "
      "Modifiers;Price Per Carat;Comment\n"
      "B7;Sapphire;OV;1,58;8,12;5,94;4,10;Sri Lanka;Heat;None;Blue;Vivid;violetish;1.550,50 "
      "€;\"eye; "
      "clean\"\n",
      -1);
  g_auto (RingOffer) offer = { 0 };

  g_assert_cmpint (ring_list_reader_get_delimiter (reader), ==, ';');
  g_assert_true (ring_list_reader_says_species (reader));
  assert_next (reader, &offer);
  g_assert_cmpfloat (offer.carat, ==, 1.58);
  g_assert_cmpfloat (offer.depth, ==, 4.1);
  g_assert_cmpfloat_with_epsilon (offer.price, 1550.5 * 1.58, 0.006);
  g_assert_cmpstr (offer.currency, ==, "EUR");
  g_assert_cmpstr (offer.texts[RING_OFFER_TREATMENT], ==, "Heat");
  g_assert_cmpstr (offer.texts[RING_OFFER_COLOUR], ==, "Vivid violetish Blue");
  g_assert_cmpstr (offer.texts[RING_OFFER_ORIGIN], ==, "Sri Lanka");
  g_assert_cmpstr (offer.texts[RING_OFFER_COMMENT], ==, "eye; clean");
}

/* "Cut" is the shape where no other column is; depth beside a height is no millimetres. */
static void
test_idex (void)
{
  g_autoptr (RingListReader) reader = read_text (
      "Item ID #\tSupplier Stock Ref.\tCut\tCarat\tColor\tNatural Fancy Color\tNatural Fancy Color "
      "Intensity\tClarity\tCut Grade\tGrading Lab\tCertificate Number\tPrice Per Carat\tTotal "
      "Price\tMeasurements Length\tMeasurements Width\tMeasurements Height\tDepth\tEnhancement\n"
      "881\tR-1\tPear\t1.01\t\tYellow\tFancy "
      "Vivid\tVS1\tEX\tGIA\t220\t9000\t9090\t7.9\t5.1\t3.2\t62.1\t\n",
      -1);
  g_auto (RingOffer) offer = { 0 };

  assert_next (reader, &offer);
  g_assert_cmpstr (offer.texts[RING_OFFER_STOCK], ==, "R-1");
  g_assert_cmpint (offer.cut, ==, RING_CUT_PEAR);
  g_assert_cmpstr (offer.texts[RING_OFFER_COLOUR], ==, "Fancy Vivid Yellow");
  g_assert_cmpfloat (offer.depth, ==, 3.2);
  g_assert_cmpfloat (offer.price, ==, 9090);
}

/* Marketplace: "Price" beside a total is the one of a carat; growth is only of what was grown. */
static void
test_marketplace (void)
{
  g_autoptr (RingListReader) reader = read_text (
      "Stock #,Shape,Weight,Color,Clarity,Price,Total Price,Measurements Length,Measurements "
      "Width,Measurements Depth,Growth Type,Lab\n"
      "LG-1,RD,1.00,E,VS1,410,410,6.45,6.47,3.98,CVD,IGI\n"
      "LG-2,RD,2.00,E,VS1,400,,8.10,8.12,4.98,,IGI\n",
      -1);
  g_auto (RingOffer) first = { 0 }, second = { 0 };

  assert_next (reader, &first);
  g_assert_cmpstr (ring_offer_nature (&first), ==, "laboratory-grown");
  g_assert_cmpfloat (first.price, ==, 410);
  assert_next (reader, &second);
  g_assert_cmpfloat (second.price, ==, 800);
  g_assert_null (ring_offer_nature (&second));
}

static void
test_interface (void)
{
  g_autoptr (RingListReader) reader = read_text (
      "SerialNumber,Shape,CaratWeight,Color,Clarity,Certification,CertificationNumber,Depth,Table,"
      "Flour,Length,Width,CountryOfOrigin,Price\n"
      "77,RBC,0.52,G,SI1,GIA,1122,3.16,57,None,5.15,5.18,Botswana,1900\n"
      "78,RBC,0.52,G,SI1,GIA,1123,61.2,57,None,5.15,5.18,Botswana,1900\n",
      -1);
  g_auto (RingOffer) first = { 0 }, second = { 0 };

  assert_next (reader, &first);
  g_assert_cmpfloat (first.depth, ==, 3.16);
  g_assert_cmpfloat (first.price, ==, 1900);
  g_assert_cmpstr (first.texts[RING_OFFER_ORIGIN], ==, "Botswana");
  assert_next (reader, &second);
  g_assert_cmpfloat (second.depth, ==, 0);
}

#define HEAD "Stock #,Shape,Weight,Comment\n"

static void
test_rejected (void)
{
  g_autoptr (RingListReader) reader
      = read_text ("Prices of November\n"
                   ",,,\n" HEAD "A1,RD,1.00,fine\n"
                   ",RD,1.00,no number\n"
                   "A2,RD,,no weight\n"
                   "A3,RD,heavy,\n"
                   "A4,RD,900,\n"
                   "A5;RD;1.00;semicolons\n"
                   "A6,RD,1,05,big\n"
                   "\n"
                   "   \n"
                   "Stock #,Shape,Weight,Comment\n"
                   "A7,RD,1.00,\"a \"\"good\"\" one\n and two lines\"\n"
                   "A8,RD,1.00,\"never ends\n"
                   "A9,RD,1.00,fine\n",
                   -1);
  g_auto (RingOffer) a1 = { 0 }, a7 = { 0 }, a9 = { 0 };

  assert_next (reader, &a1);
  assert_rejected (reader, 5, "no stock number");
  assert_rejected (reader, 6, "no weight");
  assert_rejected (reader, 7, "“heavy” is no weight");
  assert_rejected (reader, 8, "900");
  assert_rejected (reader, 9, "1 cells and the list has 4");
  assert_rejected (reader, 10, "5 cells and the list has 4");
  assert_next (reader, &a7);
  g_assert_cmpuint (ring_list_reader_get_line (reader), ==, 14);
  /* Line ends in a cell become blanks or stay; the text is one comment. */
  g_assert_true (g_str_has_prefix (a7.texts[RING_OFFER_COMMENT], "a \"good\" one"));
  assert_rejected (reader, 16, "does not end");
  assert_next (reader, &a9);
  g_assert_cmpstr (a9.texts[RING_OFFER_STOCK], ==, "A9");
  assert_end (reader);
}

/* A field as large as a book costs its own row and no other. */
static void
test_gigantic (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "A1,RD,1.00,");
  g_autoptr (RingListReader) reader = NULL;
  g_auto (RingOffer) a2 = { 0 };

  for (guint i = 0; i < 200000; i++)
    g_string_append (text, "very ");
  g_string_append (text, "\nA2,RD,1.00,fine\n\"");
  for (guint i = 0; i < 90; i++)
    g_string_append (text, "quoted\n");
  reader = read_text (text->str, (gssize) text->len);
  assert_rejected (reader, 2, "longer than any row");
  assert_next (reader, &a2);
  assert_rejected (reader, 4, "does not end");
  assert_rejected (reader, 5, "1 cells");
}

static void
test_encodings (void)
{
  static const struct
  {
    const char *encoding, *mark;
    gsize mark_length;
    guint recoded;
  } rows[] = {
    { "UTF-8", "", 0, 0 },
    { "UTF-8", "\xef\xbb\xbf", 3, 0 },
    { "UTF-16LE", "\xff\xfe", 2, 0 },
    { "UTF-16BE", "\xfe\xff", 2, 0 },
    { "UTF-16LE", "", 0, 0 },
    { "WINDOWS-1252", "", 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gsize n;
      g_autofree char *text = g_convert (HEAD "A1,RD,1.00,Mogok – Königin €5\n", -1,
                                         rows[i].encoding, "UTF-8", NULL, &n, NULL);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (RingListReader) reader = NULL;
      g_auto (RingOffer) offer = { 0 };

      g_byte_array_append (bytes, (const guint8 *) rows[i].mark, (guint) rows[i].mark_length);
      g_byte_array_append (bytes, (const guint8 *) text, (guint) n);
      reader = read_text ((const char *) bytes->data, bytes->len);
      assert_next (reader, &offer);
      g_assert_cmpstr (offer.texts[RING_OFFER_COMMENT], ==, "Mogok – Königin €5");
      g_assert_cmpuint (ring_list_reader_get_n_recoded (reader), ==, rows[i].recoded);
    }
}

static void
test_no_list (void)
{
  static const struct
  {
    const char *text;
    gsize n;
    int code;
    const char *says;
  } rows[] = {
    { "", 0, RING_ERROR_FORMAT, "is empty" },
    { "PK\3\4 and so on", 14, RING_ERROR_FORMAT, "workbook" },
    { "\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16, RING_ERROR_FORMAT, "no text" },
    { "Dear Sir,\nno stones today.\n", 27, RING_ERROR_FORMAT, "names of columns" },
    { "Shape,Weight,Color\nRD,1,D\n", 26, RING_ERROR_FORMAT, "stock numbers" },
    { "Stock #,Shape,Color\nA,RD,D\n", 27, RING_ERROR_FORMAT, "weights" },
    { "\xff\xfe\x00\xd8\x41\x00\n\x00", 8, RING_ERROR_SYNTAX, "UTF-16" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new (rows[i].text, rows[i].n);
      g_autoptr (GError) error = NULL;

      g_assert_null (ring_list_reader_new (bytes, "list.csv", &error));
      g_assert_error (error, RING_ERROR, rows[i].code);
      if (strstr (error->message, rows[i].says) == NULL)
        g_error ("%s", error->message);
    }
}

/* What a spreadsheet would run stays words, here and in what is saved of it. */
static void
test_formulas (void)
{
  static const char saved[]
      = "\"Line\",\"Reason\",\"Stock #\",\"Shape\",\"Weight\",\"Comment\"\r\n"
        "\"2\",\"it has no weight\",\"'=cmd|'/C calc'!A0\",\"RD\",\"\",\"-1\"\r\n";
  g_autoptr (RingListReader) reader = read_text (
      HEAD "=cmd|'/C calc'!A0,RD,,-1\n=\"0012\",RD,1.00,\"=HYPERLINK(\"\"http://x\"\")\"\n", -1);
  g_autoptr (GPtrArray) rejections
      = g_ptr_array_new_with_free_func ((GDestroyNotify) ring_rejection_free);
  g_autoptr (GBytes) csv = NULL;
  g_autoptr (GBytes) expected = NULL;
  RingRejection *rejection;
  g_auto (RingOffer) offer = { 0 };

  g_assert_true (ring_list_reader_next (reader, &offer, &rejection));
  g_ptr_array_add (rejections, rejection);
  csv = ring_rejections_to_csv (rejections, ring_list_reader_get_header (reader));
  expected = g_bytes_new_static (saved, strlen (saved));
  ring_test_assert_bytes ("rejected", csv, expected);
  assert_next (reader, &offer);
  g_assert_cmpstr (offer.texts[RING_OFFER_STOCK], ==, "0012");
  g_assert_cmpstr (offer.texts[RING_OFFER_COMMENT], ==, "=HYPERLINK(\"http://x\")");
}

/* ------------------------------------------------------------------------- the database */

typedef struct
{
  char *folder, *path;
  RingLists *lists;
} World;

static void
open_lists (World *world)
{
  g_autoptr (GError) error = NULL;

  world->lists = ring_lists_open (world->path, &error);
  g_assert_no_error (error);
  g_assert_null (ring_lists_get_set_aside (world->lists));
}

static void
set_up (World *world, gconstpointer data)
{
  world->folder = ring_test_make_folder ();
  world->path = g_build_filename (world->folder, "data", "lists.sqlite", NULL);
  open_lists (world);
}

static void
tear_down (World *world, gconstpointer data)
{
  ring_lists_unref (world->lists);
  g_free (world->folder);
  g_free (world->path);
}

static RingListsReport *
import (World *world, const char *name, const char *text, GCancellable *cancellable, GError **error)
{
  RingListsOptions options = { .name = name, .currency = "USD", .species = "Diamond" };
  g_autoptr (RingListReader) reader = read_text (text, -1);

  return ring_lists_import (world->lists, reader, &options, cancellable, NULL, NULL, error);
}

static void
assert_imports (World *world, const char *name, const char *text, guint n, guint n_rejected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (RingListsReport) report = import (world, name, text, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->n, ==, n);
  g_assert_cmpuint (report->n_rejected, ==, n_rejected);
}

/* The stock numbers of what is found, with blanks between. */
static char *
find (World *world, const RingListsFilter *filter)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) ids = ring_lists_query (world->lists, filter, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    {
      g_auto (RingOffer) offer = { 0 };

      g_assert_true (ring_lists_read (world->lists, g_array_index (ids, gint64, i), &offer));
      g_string_append_printf (text, "%s%s", i > 0 ? " " : "", offer.texts[RING_OFFER_STOCK]);
    }
  return g_string_free (text, FALSE);
}

static void
assert_finds (World *world, const RingListsFilter *filter, const char *expected)
{
  g_autofree char *found = find (world, filter);

  g_assert_cmpstr (found, ==, expected);
}

static const char stones[]
    = "Stock #,Stone Type,Shape,Weight,Color,Clarity,Measurements,Origin,Lab,Report "
      "#,Price,Comment\n"
      "A1,,RD,1.00,D,FL,6.40-6.44x3.95,Botswana,GIA,11,\"$9,000\",ideal\n"
      "A2,,RD,0.50,G,VS1,5.10-5.13x3.15,,IGI,12,$900,\n"
      "A3,Blue sapphire,OV,1.58,Blue,,8.12x5.94x4.10,Sri Lanka,GRS,13,\"€2,450\",Ratnapura "
      "cornflower\n"
      "A4,Sapphire,OV,1.40,Blue,,5.8x8.0x4.0,Madagascar,,,$700,\n"
      "A5,Ruby,CU,2.00,Red,,,Burma,SSEF,15,,Mogok\n"
      "A6,,EM,1.20,J,SI2,7.0x5.0x3.2,,GIA,16,$2500,\n";

static void
test_query (World *world, gconstpointer data)
{
  RingListsFilter filter;
  g_auto (GStrv) species = NULL, labs = NULL, currencies = NULL;

  assert_imports (world, "Ratna & Co", stones, 6, 0);
  ring_lists_filter_init (&filter);
  assert_finds (world, &filter, "A2 A1 A6 A4 A3 A5");
  filter.descending = TRUE;
  assert_finds (world, &filter, "A5 A3 A4 A6 A1 A2");
  filter.descending = FALSE;
  filter.sort = RING_LISTS_BY_PRICE;
  assert_finds (world, &filter, "A4 A2 A3 A6 A1 A5");
  filter.sort = RING_LISTS_BY_CARAT;
  filter.cut = RING_CUT_ROUND;
  assert_finds (world, &filter, "A2 A1");
  filter.cut = -1;
  filter.least_carat = 1;
  filter.most_carat = 1.4;
  assert_finds (world, &filter, "A1 A6 A4");
  ring_lists_filter_init (&filter);
  /* Either way round: the longer side is the length. */
  filter.least_length = 8;
  filter.most_width = 5.94;
  assert_finds (world, &filter, "A4 A3");
  ring_lists_filter_init (&filter);
  filter.worst_colour = 6;
  assert_finds (world, &filter, "A2 A1 A6");
  filter.best_clarity = 4;
  filter.worst_clarity = 5;
  assert_finds (world, &filter, "A2");
  ring_lists_filter_init (&filter);
  filter.values[RING_LISTS_SPECIES] = "Sapphire";
  assert_finds (world, &filter, "A4 A3");
  filter.values[RING_LISTS_ORIGIN] = "Sri Lanka";
  assert_finds (world, &filter, "A3");
  ring_lists_filter_init (&filter);
  filter.values[RING_LISTS_LAB] = "GIA";
  filter.most_price = 5000;
  assert_finds (world, &filter, "A6");
  filter.values[RING_LISTS_NAME] = "Another";
  assert_finds (world, &filter, "");
  ring_lists_filter_init (&filter);
  filter.words = "ratna cornfl";
  assert_finds (world, &filter, "A3");
  /* What FTS5 takes for its own language are words like others. */
  filter.words = "\"mogok* OR (NEAR";
  assert_finds (world, &filter, "");
  filter.words = "mogok) --";
  assert_finds (world, &filter, "A5");
  filter.words = "*";
  assert_finds (world, &filter, "A2 A1 A6 A4 A3 A5");

  species = ring_lists_get_values (world->lists, RING_LISTS_SPECIES, NULL);
  g_assert_cmpstr (species[0], ==, "Diamond");
  g_assert_cmpuint (g_strv_length (species), ==, 3);
  labs = ring_lists_get_values (world->lists, RING_LISTS_LAB, NULL);
  g_assert_cmpuint (g_strv_length (labs), ==, 4);
  currencies = ring_lists_get_values (world->lists, RING_LISTS_CURRENCY, NULL);
  g_assert_cmpstr (currencies[0], ==, "USD");
  g_assert_cmpstr (currencies[1], ==, "EUR");
}

/* The nearest first, and how far off it is. */
static void
test_seat (World *world, gconstpointer data)
{
  RingListsFilter filter;

  assert_imports (world, "Ratna & Co", stones, 6, 0);
  ring_lists_filter_init (&filter);
  filter.fit_length = 8.05;
  filter.fit_width = 5.9;
  filter.tolerance = 0.1;
  filter.sort = RING_LISTS_BY_FIT;
  assert_finds (world, &filter, "A3 A4");
  filter.tolerance = 0.07;
  assert_finds (world, &filter, "A3");
  filter.cut = RING_CUT_CUSHION;
  assert_finds (world, &filter, "");
}

/* A list takes the place of the one with its name; others stay. */
static void
test_again (World *world, gconstpointer data)
{
  RingListsFilter filter;
  g_autoptr (GPtrArray) lists = NULL;
  const RingListInfo *info;
  g_autoptr (GError) error = NULL;

  ring_lists_filter_init (&filter);
  assert_imports (world, "One", HEAD "A1,RD,1,x\nA2,RD,2,x\nA1,RD,3,again\n", 2, 1);
  assert_imports (world, "Two", HEAD "B1,RD,1.5,x\n", 1, 0);
  assert_imports (world, "One", HEAD "A3,RD,1.2,y\n", 1, 0);
  assert_finds (world, &filter, "A3 B1");
  filter.words = "x";
  assert_finds (world, &filter, "B1");
  lists = ring_lists_get_lists (world->lists, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (lists->len, ==, 2);
  info = g_ptr_array_index (lists, 0);
  g_assert_cmpstr (info->name, ==, "One");
  g_assert_cmpuint (info->n, ==, 1);
  g_assert_cmpint (info->imported_ms, ==, RING_TEST_NOW_MS);
  g_assert_true (ring_lists_remove (world->lists, "Two", NULL, &error));
  g_assert_no_error (error);
  filter.words = NULL;
  assert_finds (world, &filter, "A3");
}

static void
assert_untouched (World *world)
{
  RingListsFilter filter;
  g_autoptr (GPtrArray) lists = ring_lists_get_lists (world->lists, NULL);

  ring_lists_filter_init (&filter);
  g_assert_cmpuint (lists->len, ==, 1);
  assert_finds (world, &filter, "A1");
  filter.words = "before";
  assert_finds (world, &filter, "A1");
}

static char *
make_long (guint n)
{
  GString *text = g_string_new (HEAD);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "B%u,RD,1.00,a comment of some length that has to be written\n",
                            i);
  return g_string_free (text, FALSE);
}

static void
cancel_cb (double part, guint n_rows, gpointer data)
{
  if (part > 0.5)
    g_cancellable_cancel (data);
}

static void
test_cancel (World *world, gconstpointer data)
{
  g_autofree char *text = make_long (3000);
  g_autoptr (RingListReader) reader = read_text (text, -1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  RingListsOptions options = { .name = "One", .currency = "USD" };
  g_autoptr (GError) error = NULL;

  assert_imports (world, "One", HEAD "A1,RD,1,before\n", 1, 0);
  g_assert_null (ring_lists_import (world->lists, reader, &options, cancellable, cancel_cb,
                                    cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_untouched (world);
}

/* A removal, too, may be cancelled while SQLite is at it. */
static void
test_cancel_removal (World *world, gconstpointer data)
{
  g_autofree char *text = make_long (3000);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  RingListsFilter filter;

  assert_imports (world, "One", text, 3000, 0);
  g_cancellable_cancel (cancellable);
  g_assert_false (ring_lists_remove (world->lists, "One", cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  ring_lists_filter_init (&filter);
  filter.words = "b2999 comment";
  assert_finds (world, &filter, "B2999");
}

/* A list of which nothing can be taken does not take the place of the one before. */
static void
test_nothing_taken (World *world, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) empty = NULL;

  assert_imports (world, "One", HEAD "A1,RD,1,before\n", 1, 0);
  g_assert_null (import (world, "One", HEAD "A1,RD,none,x\n", NULL, &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_FORMAT);
  g_assert_nonnull (strstr (error->message, "line 2: “none” is no weight"));
  g_assert_null (import (world, "One", HEAD, NULL, &empty));
  g_assert_error (empty, RING_ERROR, RING_ERROR_FORMAT);
  assert_untouched (world);
}

/* The disk fills at every place that it can fill at: all of it is taken back, and said. */
static void
test_full_disk (World *world, gconstpointer data)
{
  g_autofree char *text = make_long (2000);
  struct rlimit before, tight;
  guint n_failed = 0;

  assert_imports (world, "One", HEAD "A1,RD,1,before\n", 1, 0);
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  for (rlim_t size = 4096;; size += 48 * 1024)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RingListsReport) report = NULL;

      tight = before;
      tight.rlim_cur = size;
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
      report = import (world, "One", text, NULL, &error);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
      if (report != NULL)
        {
          g_assert_cmpuint (report->n, ==, 2000);
          break;
        }
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "Nothing was changed"));
      n_failed++;
      assert_untouched (world);
    }
  g_assert_cmpuint (n_failed, >, 3);
}

/* Whatever is in the place of the database: it is kept, said, and a new one begins. */
static void
test_damaged (World *world, gconstpointer data)
{
  g_autofree char *whole = NULL;
  gsize n;

  assert_imports (world, "One", stones, 6, 0);
  ring_lists_unref (world->lists);
  g_assert_true (g_file_get_contents (world->path, &whole, &n, NULL));
  g_assert_cmpuint (n, >, 8192);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *bytes = g_memdup2 (whole, n);
      g_autoptr (GError) error = NULL;
      RingListsFilter filter;

      if (i == 0)
        memset (bytes, 'x', n);
      else if (i == 1)
        memset (bytes + 4096 * 2, 0x5a, 4096);
      ring_test_write (world->path, bytes, i == 2 ? (gssize) n / 2 : (gssize) n);
      world->lists = ring_lists_open (world->path, &error);
      g_assert_no_error (error);
      g_assert_nonnull (ring_lists_get_set_aside (world->lists));
      g_assert_true (g_file_test (ring_lists_get_set_aside (world->lists), G_FILE_TEST_EXISTS));
      ring_lists_filter_init (&filter);
      assert_finds (world, &filter, "");
      assert_imports (world, "Again", HEAD "A1,RD,1,x\n", 1, 0);
      if (i < 2)
        ring_lists_unref (world->lists);
    }
}

static void
test_nowhere (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (ring_lists_open ("/dev/null/data/lists.sqlite", &error));
  g_assert_error (error, RING_ERROR, RING_ERROR_READ_ONLY);
}

static void
test_load (void)
{
  g_autofree char *folder = ring_test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "list.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) directory = g_file_new_for_path (folder);
  g_autoptr (GError) missing = NULL;
  g_autoptr (GError) no_file = NULL;
  g_autoptr (GBytes) bytes = NULL;

  g_assert_null (ring_lists_load (file, NULL, &missing));
  g_assert_error (missing, RING_ERROR, RING_ERROR_NOT_FOUND);
  g_assert_null (ring_lists_load (directory, NULL, &no_file));
  g_assert_error (no_file, RING_ERROR, RING_ERROR_FORMAT);
  ring_test_write (path, HEAD, -1);
  bytes = ring_lists_load (file, NULL, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, strlen (HEAD));
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/lists/rapnet", test_rapnet);
  g_test_add_func ("/lists/gemstones", test_gemstones);
  g_test_add_func ("/lists/idex", test_idex);
  g_test_add_func ("/lists/marketplace", test_marketplace);
  g_test_add_func ("/lists/interface", test_interface);
  g_test_add_func ("/lists/rejected", test_rejected);
  g_test_add_func ("/lists/gigantic", test_gigantic);
  g_test_add_func ("/lists/encodings", test_encodings);
  g_test_add_func ("/lists/no-list", test_no_list);
  g_test_add_func ("/lists/formulas", test_formulas);
#define ADD(name, func) g_test_add ("/lists/" name, World, NULL, set_up, func, tear_down)
  ADD ("query", test_query);
  ADD ("seat", test_seat);
  ADD ("again", test_again);
  ADD ("cancel", test_cancel);
  ADD ("cancel-removal", test_cancel_removal);
  ADD ("nothing-taken", test_nothing_taken);
  ADD ("full-disk", test_full_disk);
  ADD ("damaged", test_damaged);
#undef ADD
  g_test_add_func ("/lists/nowhere", test_nowhere);
  g_test_add_func ("/lists/load", test_load);
  return ring_test_run ();
}

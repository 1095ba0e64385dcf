/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of columns and what stands under them, as exchanges, marketplaces and suppliers write them. */
#include "ring-list-column.h"
#include "ring-list-value.h"
#include "ring-offer.h"
#include "ring-stone.h"
#include "ring-test.h"

#include <string.h>

#define C(name) RING_COLUMN_##name

/* The headers of real uploads. */
static void
test_columns (void)
{
  static const struct
  {
    const char *header;
    RingColumn column;
  } rows[] = {
    /* RapNet's diamonds */
    { "Stock #", C (STOCK) },
    { "Availability", C (AVAILABILITY) },
    { "Shape", C (SHAPE) },
    { "Weight", C (CARAT) },
    { "Color", C (COLOUR) },
    { "Clarity", C (CLARITY) },
    { "Cut Grade", C (KNOWN) },
    { "Polish", C (KNOWN) },
    { "Fluorescence Intensity", C (KNOWN) },
    { "Measurements", C (MEASUREMENTS) },
    { "Lab", C (LAB) },
    { "Report #", C (REPORT) },
    { "Certificate #", C (REPORT) },
    { "Certificate Filename", C (KNOWN) },
    { "Time to location", C (KNOWN) },
    { "Treatment", C (TREATMENT) },
    { "RapNet Price", C (PRICE_CARAT) },
    { "Rapnet  Discount %", C (KNOWN) },
    { "Cash Price", C (PRICE_CARAT) },
    { "Fancy Color", C (FANCY_COLOUR) },
    { "Fancy Color Intensity", C (FANCY_INTENSITY) },
    { "Fancy Color Overtone", C (FANCY_OVERTONE) },
    { "Depth %", C (KNOWN) },
    { "Table %", C (KNOWN) },
    { "Country", C (PLACE) },
    { "State", C (PLACE) },
    { "City", C (PLACE) },
    { "Pair Stock #", C (KNOWN) },
    { "Member Comment", C (COMMENT) },
    { "Report Issue Date", C (REPORT_DATE) },
    { "Lab Location", C (KNOWN) },
    /* its gemstones */
    { "Stock Number", C (STOCK) },
    { "Stone Country Location", C (PLACE) },
    { "Stone Type", C (SPECIES) },
    { "Carat Weight", C (CARAT) },
    { "Measurements Length", C (LENGTH) },
    { "Measurements Width", C (WIDTH) },
    { "Measurements Height", C (HEIGHT) },
    { "Origin", C (ORIGIN) },
    { "Treatment Type 1", C (TREATMENT) },
    { "Treatment Type 3", C (TREATMENT) },
    { "Treatment Note", C (COMMENT) },
    { "Primary Color", C (COLOUR) },
    { "Color Intensity", C (FANCY_INTENSITY) },
    { "Color Modifiers", C (FANCY_OVERTONE) },
    { "Price Per Carat", C (PRICE_CARAT) },
    /* IDEX */
    { "Item ID #", C (STOCK) },
    { "Supplier Stock Ref.", C (STOCK) },
    { "Supplier Stock Ref", C (STOCK) },
    { "Cut", C (CUT) },
    { "Carat", C (CARAT) },
    { "Natural Fancy Color", C (FANCY_COLOUR) },
    { "Treated Color", C (TREATMENT) },
    { "Grading Lab", C (LAB) },
    { "Certificate Number", C (REPORT) },
    { "Total Price", C (PRICE_TOTAL) },
    { "% Off IDEX List", C (KNOWN) },
    { "Depth", C (DEPTH) },
    { "State / Region", C (PLACE) },
    { "Enhancement", C (TREATMENT) },
    { "Country Code", C (PLACE) },
    { "Provenance Report", C (KNOWN) },
    { "Guaranteed Availability", C (AVAILABILITY) },
    { "3DViewer URL", C (KNOWN) },
    { "Asking Price Per Carat For Pair", C (KNOWN) },
    /* marketplaces */
    { "Price", C (PRICE) },
    { "Discount Percent", C (KNOWN) },
    { "Price Memo", C (KNOWN) },
    { "Image Link6", C (KNOWN) },
    { "Measurements Depth", C (HEIGHT) },
    { "Growth Type", C (GROWTH) },
    { "H&A", C (KNOWN) },
    { "Diamond Origin Report", C (KNOWN) },
    /* interfaces of wholesalers */
    { "SerialNumber", C (STOCK) },
    { "CaratWeight", C (CARAT) },
    { "Size", C (CARAT) },
    { "Certification", C (LAB) },
    { "Cert", C (LAB) },
    { "CertificationNumber", C (REPORT) },
    { "Cert #", C (REPORT) },
    { "Flour", C (KNOWN) },
    { "Make", C (KNOWN) },
    { "Length", C (LENGTH) },
    { "CountryOfOrigin", C (ORIGIN) },
    /* sheets of suppliers, however they are spelled */
    { "  stock_no. ", C (STOCK) },
    { "STOCK №", C (STOCK) },
    { "Price (EUR)", C (PRICE) },
    { "Weight [ct]", C (CARAT) },
    { "Length mm", C (LENGTH) },
    { "Total Price USD", C (PRICE_TOTAL) },
    { "Price/Ct.", C (PRICE_CARAT) },
    { "Preis", C (PRICE) },
    { "Gewicht", C (CARAT) },
    { "Herkunft", C (ORIGIN) },
    { "Reinheit", C (CLARITY) },
    { "Pureté", C (CLARITY) },
    { "Our cat's favourite", C (NONE) },
    { "", C (NONE) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (ring_column_find (rows[i].header, NULL) != rows[i].column)
      g_test_fail_printf ("“%s” is column %d", rows[i].header, ring_column_find (rows[i].header, NULL));
}

static void
test_currency (void)
{
  static const char *const rows[][2] = {
    { "Price (EUR)", "EUR" }, { "Total Price £", "GBP" }, { "price $/ct", "USD" },
    { "Price", "" },          { "Weight $", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      char currency[4] = "";

      ring_column_find (rows[i][0], currency);
      g_assert_cmpstr (currency, ==, rows[i][1]);
    }
}

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    gboolean money;
    double value; /* -999 for none */
  } rows[] = {
    { "6.06", FALSE, 6.06 },
    { "0,52", FALSE, 0.52 },
    { "1.58 ct", FALSE, 1.58 },
    { "1.58cts.", FALSE, 1.58 },
    { ".75", FALSE, 0.75 },
    { "$5,500", TRUE, 5500 },
    { "$5,500.00", TRUE, 5500 },
    { "US$ 5500", TRUE, 5500 },
    { "5500 USD", TRUE, 5500 },
    { "1.234,50 €", TRUE, 1234.5 },
    { "1,234,500", TRUE, 1234500 },
    { "1'234.50", TRUE, 1234.5 },
    { "1 234,50", TRUE, 1234.5 },
    { "12,5", TRUE, 12.5 },
    { "-35.5 %", FALSE, -35.5 },
    { "-35.5%", FALSE, -35.5 },
    { "(35.5)", FALSE, -35.5 },
    { "62.1%", FALSE, 62.1 },
    { "1,580", FALSE, 1.58 },
    { "", FALSE, -999 },
    { "call", TRUE, -999 },
    { "3 x 4", FALSE, -999 },
    { "1-2", FALSE, -999 },
    { "nan", FALSE, -999 },
    { "=1+1", FALSE, -999 },
    { "11111111111111111111111111111111111111111111111111111111111111111111", FALSE, -999 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double value = -999;
      gboolean read = ring_value_number (rows[i].text, rows[i].money, &value);

      if (read != (rows[i].value != -999) || (read && ABS (value - rows[i].value) > 1e-9))
        g_test_fail_printf ("“%s” is read as %g", rows[i].text, value);
    }
}

static void
test_sizes (void)
{
  static const struct
  {
    const char *text;
    gboolean is_round;
    double length, width, depth;
  } rows[] = {
    { "8.12 x 5.94 x 4.10", FALSE, 8.12, 5.94, 4.1 },
    { "10.13x9.30x6.89", FALSE, 10.13, 9.3, 6.89 },
    { "8.12*5.94*4.10", FALSE, 8.12, 5.94, 4.1 },
    { "8.12 × 5.94 × 4.10 mm", FALSE, 8.12, 5.94, 4.1 },
    { "6.48-6.52x4.01", TRUE, 6.52, 6.48, 4.01 },
    { "6.48 - 6.52 x 4.01", TRUE, 6.52, 6.48, 4.01 },
    { "6,48 – 6,52 * 4,01", TRUE, 6.52, 6.48, 4.01 },
    { "6.5x4.0", TRUE, 6.5, 6.5, 4 },
    { "6.5", TRUE, 6.5, 6.5, 0 },
    { "8x6", FALSE, 8, 6, 0 },
    { "on request", FALSE, 0, 0, 0 },
    { "80 x 70 x 60", FALSE, 0, 0, 0 },
    { "", FALSE, 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      double length = 0, width = 0, depth = 0;
      gboolean read = ring_value_size (rows[i].text, rows[i].is_round, &length, &width, &depth);

      g_assert_cmpint (read, ==, rows[i].length > 0);
      g_assert_cmpfloat_with_epsilon (length, rows[i].length, 1e-9);
      g_assert_cmpfloat_with_epsilon (width, rows[i].width, 1e-9);
      g_assert_cmpfloat_with_epsilon (depth, rows[i].depth, 1e-9);
    }
}

static void
test_shapes (void)
{
  static const struct
  {
    const char *texts;
    int cut;
  } rows[] = {
    { "RD|RB|BR|RBC|Round|ROUND BRILLIANT|r", RING_CUT_ROUND },
    { "OV|Oval|oval brilliant", RING_CUT_OVAL },
    { "PR|PC|Princess", RING_CUT_PRINCESS },
    { "CU|CB|CMB|Cushion|Cushion Modified|Sq. Cushion Cut", RING_CUT_CUSHION },
    { "EM|Emerald|Emerald Cut", RING_CUT_EMERALD },
    { "AS|SE|Asscher|Sq. Emerald", RING_CUT_ASSCHER },
    { "RA|RAD|Radiant|Sq. Radiant", RING_CUT_RADIANT },
    { "MQ|MR|Marquise", RING_CUT_MARQUISE },
    { "PS|PE|Pear|Pear Shape", RING_CUT_PEAR },
    { "HS|HT|Heart", RING_CUT_HEART },
    { "TR|Trillion", RING_CUT_TRILLION },
    { "BG|Baguette", RING_CUT_BAGUETTE },
    { "TB|Tapered Baguette", RING_CUT_TAPERED_BAGUETTE },
    { "Old European|OEC", RING_CUT_OLD_EUROPEAN },
    { "Old Miner|OM", RING_CUT_OLD_MINE },
    { "Cabochon|CAB", RING_CUT_CABOCHON },
    { "Unicorn||X|-", -1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) texts = g_strsplit (rows[i].texts, "|", -1);

      for (guint k = 0; texts[k] != NULL; k++)
        if (ring_value_cut (texts[k]) != rows[i].cut)
          g_test_fail_printf ("“%s” is cut %d", texts[k], ring_value_cut (texts[k]));
    }
}

static void
test_grades (void)
{
  g_assert_cmpint (ring_offer_colour_rank ("D"), ==, 0);
  g_assert_cmpint (ring_offer_colour_rank ("g-h"), ==, 3);
  g_assert_cmpint (ring_offer_colour_rank ("J+"), ==, 6);
  g_assert_cmpint (ring_offer_colour_rank ("Green"), ==, -1);
  g_assert_cmpint (ring_offer_colour_rank ("Fancy Yellow"), ==, -1);
  g_assert_cmpint (ring_offer_colour_rank (NULL), ==, -1);
  g_assert_cmpint (ring_offer_clarity_rank ("FL"), ==, 0);
  g_assert_cmpint (ring_offer_clarity_rank ("vvs 2"), ==, 3);
  g_assert_cmpint (ring_offer_clarity_rank ("SI1-SI2"), ==, 6);
  g_assert_cmpint (ring_offer_clarity_rank ("P1"), ==, 9);
  g_assert_cmpint (ring_offer_clarity_rank ("eye clean"), ==, -1);
}

static void
set (RingOffer *offer, RingOfferText text, const char *value)
{
  g_free (offer->texts[text]);
  offer->texts[text] = g_strdup (value);
}

/* The terms of a stone's record, and nothing that the list does not say. */
static void
test_treatments (void)
{
  static const struct
  {
    const char *said, *value;
    gboolean report;
  } rows[] = {
    { NULL, NULL, TRUE },
    { "Heat", "heat", FALSE },
    { "H", "heat", FALSE },
    { "TE3", "heat-residues", FALSE },
    { "Heated, minor residues", "heat-residues", FALSE },
    { "Minor oil", "oil", FALSE },
    { "F", "filling", FALSE },
    { "Fracture Filled", "filling", FALSE },
    { "HPHT", "hpht", FALSE },
    { "Laser Drilled", "laser", FALSE },
    { "Doublet", "assembled", FALSE },
    /* "None" is only what a laboratory found, and never what a supplier says. */
    { "None", NULL, FALSE },
    { "N", NULL, FALSE },
    { "Unheated", NULL, FALSE },
    { "None", "none", TRUE },
    { "No indications of heating", "none", TRUE },
    /* Two at once, and what nobody knows, are left to the person. */
    { "Oil, resin", NULL, TRUE },
    { "Unknown", NULL, TRUE },
    { "Not enhanced by dye", NULL, TRUE },
    { "No oil", NULL, TRUE },
    { "Unheated (no heat)", NULL, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (RingOffer) offer = { .cut = -1 };

      set (&offer, RING_OFFER_TREATMENT, rows[i].said);
      set (&offer, RING_OFFER_LAB, rows[i].report ? "GRS" : NULL);
      set (&offer, RING_OFFER_REPORT, rows[i].report ? "2026-1" : NULL);
      g_assert_cmpstr (ring_offer_treatment (&offer), ==, rows[i].value);
    }
}

static void
test_natures (void)
{
  static const char *const rows[][2] = {
    { "Natural", "natural" }, { "CVD", "laboratory-grown" }, { "Lab Grown", "laboratory-grown" },
    { "Laboratory-grown, HPHT", "laboratory-grown" },         { "Simulant", "imitation" },
    { "Diamond", NULL },      { NULL, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (RingOffer) offer = { .cut = -1 };

      set (&offer, RING_OFFER_NATURE, rows[i][0]);
      g_assert_cmpstr (ring_offer_nature (&offer), ==, rows[i][1]);
    }
}

/* A card takes all that the list says, keeps what is its own, and loses what another stone's report
 * said. */
static void
test_card (void)
{
  g_autoptr (RingRecord) empty = ring_record_new (RING_RECORD_STONE, "t");
  g_autoptr (RingRecord) named = ring_record_with (empty, "name", "The blue one");
  g_autoptr (RingRecord) before = ring_record_with (named, "report-date", "2020-01-01");
  g_auto (RingOffer) offer = { .cut = RING_CUT_OVAL, .carat = 1.58, .length = 8.12, .width = 5.94,
                               .depth = 4.1, .price = 2450, .currency = "USD",
                               .supplier = g_strdup ("Ratna & Co"), .listed_ms = RING_TEST_NOW_MS };
  g_autoptr (RingRecord) stone = NULL;
  g_autofree char *size = NULL;

  set (&offer, RING_OFFER_STOCK, "SP-021");
  set (&offer, RING_OFFER_SPECIES, "Sapphire");
  set (&offer, RING_OFFER_TREATMENT, "None");
  set (&offer, RING_OFFER_STATEMENT, "Conflict free: yes");
  set (&offer, RING_OFFER_COMMENT, "Ask Joe for 10 % off");
  stone = ring_offer_to_stone (&offer, before);
  size = ring_stone_format_size (stone, TRUE);
  g_assert_cmpstr (size, ==, "8.12 × 5.94 × 4.10");
  g_assert_cmpstr (ring_record_get (stone, "name"), ==, "The blue one");
  g_assert_cmpstr (ring_record_get (stone, "cut"), ==, "Oval");
  g_assert_cmpstr (ring_record_get (stone, "carat-measured"), ==, "measured");
  g_assert_cmpstr (ring_record_get (stone, "cost"), ==, "2450");
  g_assert_cmpstr (ring_record_get (stone, "cost-currency"), ==, "USD");
  g_assert_cmpstr (ring_record_get (stone, "cost-date"), ==, "2026-11-22");
  g_assert_cmpstr (ring_record_get (stone, "supplier"), ==, "Ratna & Co");
  g_assert_cmpstr (ring_record_get (stone, "statement"), ==, "Conflict free: yes");
  g_assert_cmpstr (ring_record_get (stone, "statement-by"), ==, "Ratna & Co");
  g_assert_cmpstr (ring_record_get (stone, "statement-date"), ==, "2026-11-22");
  g_assert_cmpstr (ring_record_get (stone, "treatment-note"), ==, "None");
  /* Nobody said so, or nobody who may. */
  g_assert_null (ring_record_get (stone, "treatment"));
  g_assert_null (ring_record_get (stone, "provenance"));
  g_assert_null (ring_record_get (stone, "nature"));
  g_assert_null (ring_record_get (stone, "report-date"));
  g_assert_null (ring_record_get (stone, "status"));
  g_assert_null (ring_record_get (stone, "text"));
}

static void
test_refuses (void)
{
  static const char *const in_hand[] = { "memo", "bought", "own", "received", "set", "returned" };
  g_autoptr (RingRecord) stone = ring_record_new (RING_RECORD_STONE, "t");
  g_autoptr (RingRecord) wished = ring_record_with (stone, "status", "wished");

  g_assert_null (ring_offer_refuses (stone));
  g_assert_null (ring_offer_refuses (wished));
  for (guint i = 0; i < G_N_ELEMENTS (in_hand); i++)
    {
      g_autoptr (RingRecord) held = ring_record_with (stone, "status", in_hand[i]);
      g_autofree char *reason = ring_offer_refuses (held);

      g_assert_nonnull (reason);
    }
}

static void
test_fit (void)
{
  g_auto (RingOffer) offer = { .length = 5.9, .width = 8.12 };
  g_autofree char *fit = ring_offer_format_fit (&offer, 8, 6);

  g_assert_cmpstr (fit, ==, "+0.12 × −0.1 mm");
}

int
main (int argc, char **argv)
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/list-values/columns", test_columns);
  g_test_add_func ("/list-values/currency", test_currency);
  g_test_add_func ("/list-values/numbers", test_numbers);
  g_test_add_func ("/list-values/sizes", test_sizes);
  g_test_add_func ("/list-values/shapes", test_shapes);
  g_test_add_func ("/list-values/grades", test_grades);
  g_test_add_func ("/list-values/treatments", test_treatments);
  g_test_add_func ("/list-values/natures", test_natures);
  g_test_add_func ("/list-values/card", test_card);
  g_test_add_func ("/list-values/refuses", test_refuses);
  g_test_add_func ("/list-values/fit", test_fit);
  return ring_test_run ();
}

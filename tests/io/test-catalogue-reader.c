/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-catalogue-reader.h"
#include "ring-error.h"
#include "ring-test.h"

#include <string.h>

#define HEAD "<svg xmlns='http://www.w3.org/2000/svg' xmlns:rw='urn:ringwright:design:1' rw:kind='catalogue'\n" \
  "  rw:version='0' rw:catalogue='test' rw:name='Test House' rw:edition='2026-1' rw:currency='EUR'>\n"
#define SHAPES "<rw:menu rw:id='shape' rw:label='Stone shape' rw:slots='8'>\n" \
  "<rw:option rw:code='RD' rw:label='Round' rw:index='0' rw:price='0' rw:popularity='0.7' rw:sets='cut=round'/>\n" \
  "<rw:option rw:code='OV' rw:label='Oval' rw:index='1' rw:price='40.5' rw:popularity='0.3'/>\n</rw:menu>\n"
#define SIZES "<rw:menu rw:id='size' rw:label='Stone size' rw:slots='4'>" \
  "<rw:option rw:code='100' rw:label='1 ct' rw:index='0' rw:popularity='1' rw:value='6.5'/></rw:menu>\n"
#define BANDS "<rw:menu rw:id='band' rw:label='Band' rw:slots='8'>" \
  "<rw:option rw:code='SD' rw:label='D' rw:index='3' rw:popularity='1' rw:days='2'/></rw:menu>\n"
#define FINISHES "<rw:menu rw:id='finish' rw:label='Finish' rw:slots='4'>" \
  "<rw:option rw:code='P' rw:label='Polished' rw:index='0' rw:popularity='1'/></rw:menu>\n"
#define PART(part, code, view) "<g rw:part='" part "' rw:code='" code "' rw:view='" view "' rw:z='20' rw:anchor='0 -8.66'><path d='M0 0h1v1z' class='gem-3'/></g>\n"
#define STONE(code) PART ("stone", code, "front") PART ("stone", code, "three-quarter") \
  PART ("head", code, "front") PART ("head", code, "three-quarter")
#define SHANK PART ("shank", "SD", "front") PART ("shank", "SD", "three-quarter")
#define PARTS "<g transform='scale(3)'>" STONE ("RD-100") STONE ("OV-100") SHANK "</g>\n"
#define META(extra) "<metadata><rw:base rw:price='390' rw:days='10'/>\n" \
  "<rw:fact rw:name='orders-per-year' rw:value='42000'/>\n" SHAPES SIZES BANDS FINISHES extra "</metadata>\n"

static RingCatalogue *
read_text (const char *text, RingLoadReport *report)
{
  g_autoptr (GError) error = NULL;
  RingCatalogue *catalogue = ring_catalogue_read (text, strlen (text), report, &error);

  g_assert_no_error (error);
  g_assert_nonnull (catalogue);
  return catalogue;
}

static void
assert_notice (const RingLoadReport *report, guint line, const char *part)
{
  for (guint i = 0; i < ring_load_report_get_n (report); i++)
    {
      const RingNotice *notice = ring_load_report_get (report, i);

      if (notice->line == line && strstr (notice->message, part) != NULL)
        return;
    }
  for (guint i = 0; i < ring_load_report_get_n (report); i++)
    g_test_message ("%u: %s", ring_load_report_get (report, i)->line,
                    ring_load_report_get (report, i)->message);
  g_error ("There is no notice at line %u with \"%s\"", line, part);
}

static const RingPart *
find_part (const RingCatalogue *catalogue, const char *part, const char *code, const char *view)
{
  for (guint i = 0; i < ring_catalogue_get_n_parts (catalogue); i++)
    {
      const RingPart *p = ring_catalogue_get_part (catalogue, i);

      if (g_str_equal (p->part, part) && g_str_equal (p->code, code) && g_str_equal (p->view, view))
        return p;
    }
  g_assert_not_reached ();
}

static void
test_good (void)
{
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingCatalogue) catalogue = read_text (HEAD META ("") PARTS "</svg>", report);
  const RingPart *part = find_part (catalogue, "stone", "OV-100", "front");
  RingChoice choice = { .option = { 1 } };
  g_autoptr (RingRecord) ring = NULL;
  g_autoptr (RingRecord) gem = NULL;

  g_assert_cmpuint (ring_load_report_get_n (report), ==, 0);
  g_assert_cmpstr (ring_catalogue_get_id (catalogue), ==, "test");
  g_assert_cmpstr (ring_catalogue_get_edition (catalogue), ==, "2026-1");
  g_assert_cmpstr (ring_catalogue_get_currency (catalogue), ==, "EUR");
  g_assert_cmpuint (ring_catalogue_get_n_menus (catalogue), ==, 4);
  g_assert_cmpuint (ring_catalogue_count (catalogue), ==, 2);
  g_assert_cmpfloat (ring_catalogue_price (catalogue, &choice), ==, 430.5);
  g_assert_cmpint (ring_catalogue_lead_days (catalogue, &choice), ==, 12);
  g_assert_nonnull (part);
  g_assert_cmpstr (part->xml, ==, "<g><path d=\"M0 0h1v1z\" class=\"gem-3\"></path></g>");
  g_assert_cmpfloat (part->anchor_y, ==, -8.66);
  choice.option[0] = 0;
  ring = ring_catalogue_make_ring (catalogue, &choice, "r");
  g_assert_null (ring_record_get (ring, "cut"));
  gem = ring_catalogue_make_gem (catalogue, &choice, "g", "r");
  g_assert_cmpstr (ring_record_get (gem, "ring"), ==, "r");
  g_assert_cmpstr (ring_record_get (gem, "cut"), ==, "round");
  g_assert_cmpstr (ring_record_get (gem, "length"), ==, "6.5");
}

/* Lines 1 and 2 are the root, 3 the base, 4 the fact, 5 the menu, 6 and 7 its options. */
static void
test_notices (void)
{
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingCatalogue) catalogue = read_text (
    HEAD META ("<rw:menu rw:id='metal' rw:label='Metal' rw:slots='4'>\n"      /* 12 */
               "<rw:option rw:code='18Y' rw:index='0' rw:popularity='0.4'/>\n" /* 13 */
               "<rw:option rw:code='18Y' rw:index='1'/>\n"
               "<rw:option rw:code='18W' rw:index='0'/>\n"
               "<rw:option rw:code='PT' rw:index='4'/>\n"
               "<rw:option rw:code='AG' rw:index='2' rw:price='12,50'/>\n"
               "<rw:option rw:index='2'/></rw:menu>\n"
               "<rw:not-made rw:when='metal=XX band=SD'/>\n"
               "<rw:ramp rw:menu='metal' rw:code='18Y' rw:colours='3c280a'/>\n"
               "<rw:fact rw:name='limited-price' rw:value='much'/>\n")
    STONE ("RD-100") SHANK SHANK "</svg>", report);

  assert_notice (report, 14, "given twice");
  assert_notice (report, 15, "rw:index 0 is that of “18Y” already");
  assert_notice (report, 16, "below the menu's rw:slots, which is 4");
  assert_notice (report, 17, "12,50");
  assert_notice (report, 18, "rw:code");
  assert_notice (report, 12, "add up to 0.4");
  assert_notice (report, 19, "does not exist");
  assert_notice (report, 20, "12 rw:colours");
  assert_notice (report, 21, "must be a number");
  assert_notice (report, 7, "stone OV-100");
  assert_notice (report, 29, "drawn twice");
  g_assert_cmpuint (ring_catalogue_count (catalogue), ==, 1);
}

/* One drawing for every size, heads of some bands alone, a finish of the limited edition. */
static void
test_shared_parts (void)
{
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingCatalogue) catalogue = read_text (
    HEAD META ("<rw:fact rw:name='limited-finish' rw:value='X'/>\n"              /* 12 */
               "<rw:fact rw:name='engraving-faces' rw:value='block runes'/>\n")  /* 13 */
    STONE ("RD-100")                                                              /* 15 */
    "<g rw:part='stone' rw:code='OV' rw:size='100' rw:mm='8 5.7 3.5' rw:view='front'/>"
    "<g rw:part='stone' rw:code='OV' rw:size='100' rw:mm='8 wide' rw:view='three-quarter'/>\n" /* 19 */
    "<g rw:part='head' rw:code='OV' rw:size='100' rw:view='front'/>"
    "<g rw:part='head' rw:code='OV' rw:size='100' rw:view='three-quarter'/>\n"   /* 20 */
    "<g rw:part='head' rw:code='OV' rw:size='100' rw:band='HA' rw:view='front'/>\n" /* 21 */
    "<g rw:part='head' rw:code='OV' rw:view='front'/>\n"                         /* 22 */
    SHANK "</svg>", report);
  RingChoice choice = { .option = { 1 } };
  g_autoptr (RingRecord) gem = ring_catalogue_make_gem (catalogue, &choice, "g", "r");
  double mm[3];

  assert_notice (report, 12, "limited-finish");
  assert_notice (report, 13, "engraving-faces");
  assert_notice (report, 19, "rw:mm must be");
  assert_notice (report, 21, "codes of those menus");
  assert_notice (report, 22, "needs a rw:size");
  g_assert_cmpuint (ring_load_report_get_n (report), ==, 5);
  g_assert_cmpuint (ring_catalogue_count (catalogue), ==, 2);
  g_assert_true (ring_catalogue_get_stone_mm (catalogue, &choice, mm));
  g_assert_cmpfloat (mm[1], ==, 5.7);
  g_assert_null (gem); /* the test's oval says no cut */
}

/* What is half an anchor is none. */
static void
test_half_anchor (void)
{
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingCatalogue) catalogue = read_text (
    HEAD META ("") STONE ("RD-100") /* 13 to 16 */
    "<g rw:part='shank' rw:code='SD' rw:view='front' rw:anchor='3 top'/>\n" /* 17 */
    PART ("shank", "SD", "three-quarter") "</svg>", report);
  const RingPart *part = find_part (catalogue, "shank", "SD", "front");

  assert_notice (report, 17, "taken as 0 0");
  g_assert_cmpfloat (part->anchor_x, ==, 0);
  g_assert_cmpfloat (part->anchor_y, ==, 0);
}

/* What a catalogue could smuggle into the painter is left out of its parts. */
static void
test_hostile_parts (void)
{
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingCatalogue) catalogue = read_text (
    HEAD META ("") STONE ("RD-100") STONE ("OV-100") PART ("shank", "SD", "three-quarter")
    "<g rw:part='shank' rw:code='SD' rw:view='front' onclick='x()' filter='url(#f)'>"
    "<script>x()</script><image href='file:///etc/passwd'/><use href='#a'/>"
    "<path style='fill:#e8c268;filter:url(#f);fill-rule:evenodd' fill='url(http://x/)' d='M0 0&quot;&gt;'/>"
    "</g></svg>", report);
  const RingPart *part = find_part (catalogue, "shank", "SD", "front");

  g_assert_cmpstr (part->xml, ==,
                   "<g><path d=\"M0 0&quot;&gt;\" fill=\"#e8c268\" fill-rule=\"evenodd\"></path></g>");
  assert_notice (report, ring_load_report_get (report, 0)->line, "3 things");
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    int code;
  } cases[] = {
    { "", RING_ERROR_SYNTAX },
    { "hello", RING_ERROR_FORMAT },
    { HEAD, RING_ERROR_SYNTAX },
    { "<svg xmlns='http://www.w3.org/2000/svg'/>", RING_ERROR_FORMAT },
    { HEAD "</svg>", RING_ERROR_FORMAT },
    { HEAD META ("") "</svg>", RING_ERROR_FORMAT }, /* nothing is drawn, so nothing is made */
    { "<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", RING_ERROR_FORMAT },
    { "<svg xmlns:rw='urn:ringwright:design:1' rw:kind='catalogue' rw:version='7'/>", RING_ERROR_VERSION },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (ring_catalogue_read (cases[i].text, strlen (cases[i].text), NULL, &error));
      g_assert_error (error, RING_ERROR, cases[i].code);
    }
}

static void
append_options (GString *text, const char *id, guint n)
{
  g_string_append_printf (text, "<rw:menu rw:id='%s' rw:slots='%u'>", id, n);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "<rw:option rw:code='%s%u' rw:index='%u'/>", id, i, i);
  g_string_append (text, "</rw:menu>");
}

/* The largest menus, nothing drawn, thousands of parts and rules: refused within two seconds. */
static void
test_hostile_size (void)
{
  g_autoptr (GString) text = g_string_new (HEAD "<metadata>");
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (GError) error = NULL;
  double start = ring_test_work ();

  append_options (text, "shape", 256);
  append_options (text, "size", 256);
  append_options (text, "band", 256);
  append_options (text, "finish", 256);
  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "<rw:not-made rw:when='shape=shape%u size=size%u band=band%u'/>",
                            i % 256, i * 7 % 256, i * 13 % 256);
  g_string_append (text, "</metadata>");
  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (text, "<g rw:part='stone' rw:code='x%u' rw:view='front'/>", i);
  g_string_append (text, "</svg>");
  g_assert_null (ring_catalogue_read (text->str, text->len, report, &error));
  g_assert_nonnull (error);
  g_test_message ("%s: %d ms", error->message, (int) ((ring_test_work () - start) * 1000));
  g_assert_cmpfloat (ring_test_work () - start, <, 2);
}

/* A file cut off anywhere is refused or read, never more. */
static void
test_cut_off (void)
{
  static const char text[] = HEAD META ("<rw:not-made rw:when='shape=OV size=100' rw:reason='No'/>") PARTS "</svg>";

  for (gsize n = 0; n < sizeof text; n++)
    {
      g_autofree char *copy = g_memdup2 (text, n);
      g_autoptr (RingCatalogue) catalogue = ring_catalogue_read (copy, n, NULL, NULL);

      g_assert_true (catalogue == NULL || n >= sizeof text - 1);
    }
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/io/catalogue/good", test_good);
  g_test_add_func ("/io/catalogue/notices", test_notices);
  g_test_add_func ("/io/catalogue/shared-parts", test_shared_parts);
  g_test_add_func ("/io/catalogue/half-anchor", test_half_anchor);
  g_test_add_func ("/io/catalogue/hostile-parts", test_hostile_parts);
  g_test_add_func ("/io/catalogue/refused", test_refused);
  g_test_add_func ("/io/catalogue/hostile-size", test_hostile_size);
  g_test_add_func ("/io/catalogue/cut-off", test_cut_off);
  return ring_test_run ();
}

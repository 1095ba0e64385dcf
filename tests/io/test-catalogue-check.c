/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Every mistake that a person makes who redraws a catalogue in Inkscape, one at a time, in a small
 * catalogue that has none. */
#include "ring-catalogue-reader.h"
#include "ring-test.h"

#include <string.h>

#define SMALL "catalogue/small.svg"

/* FIND, which stands in the file once, becomes REPLACE. The notice is at the line where AT begins
 * in the changed file, or where REPLACE does. */
typedef struct
{
  const char *name;
  const char *find, *replace;
  const char *at;
  RingNoticeLevel level;
  const char *element; /* how it begins */
  const char *message; /* what it holds */
} Mistake;

#define ERROR RING_NOTICE_ERROR
#define WARNING RING_NOTICE_WARNING
#define OPTION_SD                                                                                   \
  "rw:code=\"SD\" rw:label=\"Solitaire\" rw:index=\"0\" rw:price=\"0\" rw:popularity=\"0.6\""
#define BAND_PATH "id=\"shank-SD-P-front-0-0\" class=\"metal-4\" fill=\"#cb9e49\""
#define HIGHLIGHT "      <path id=\"shank-SD-P-front-0-1\""
#define IN_BAND "path shank-SD-P-front-0-0 in the shank SD, finish P, front view"
#define BAND "shank SD, finish P, front view (id shank-SD-P-front-0)"
#define STONE "stone RD-100, front view (id stone-RD-100-front-20)"
#define HEAD "head RD-100, front view (id head-RD-100-front-10)"
#define BAND_GROUP "<g id=\"shank-SD-P-front-0\""
#define STONE_GROUP "<g id=\"stone-RD-100-front-20\""
#define HEAD_GROUP "<g id=\"head-RD-100-front-10\""
#define CIRCLES                                                                                     \
  "A10.56 10.56 0 1 1-10.56 0A10.56 10.56 0 1 1 10.56 0ZM8.66 0A8.66 8.66 0 1 0-8.66 "              \
  "0A8.66 8.66 0 1 0 8.66 0Z\"/>"
#define WITH(what) what "\n" HIGHLIGHT

static const Mistake mistakes[] = {
  /* Menus, prices and rules. */
  { "duplicate code", "rw:code=\"FL\" rw:label", "rw:code=\"SD\" rw:label", NULL, ERROR,
    "option SD “Flat” of the menu band", "SD is given twice" },
  { "duplicate index", "rw:label=\"Flat\" rw:index=\"1\"", "rw:label=\"Flat\" rw:index=\"0\"", NULL,
    ERROR, "option FL “Flat” of the menu band", "is that of “Solitaire” already" },
  { "index past the slots", "rw:label=\"Flat\" rw:index=\"1\"", "rw:label=\"Flat\" rw:index=\"4\"",
    NULL, ERROR, "option FL “Flat” of the menu band", "below the menu's rw:slots, which is 4" },
  { "ring size past the slots", "rw:label=\"US 7\" rw:index=\"8\"",
    "rw:label=\"US 7\" rw:index=\"32\"", NULL, ERROR, "option 070 “US 7” of the menu ring-size",
    "which is 32" },
  { "no price", OPTION_SD,
    "rw:code=\"SD\" rw:label=\"Solitaire\" rw:index=\"0\" rw:popularity=\"0.6\"", NULL, ERROR,
    "option SD “Solitaire” of the menu band", "rw:price=\"120\"" },
  { "price in words", "rw:index=\"1\" rw:price=\"20\"", "rw:index=\"1\" rw:price=\"20 EUR\"", NULL,
    ERROR, "option FL “Flat” of the menu band", "“20 EUR” of rw:price is no number" },
  { "price with a comma", "rw:index=\"1\" rw:price=\"20\"", "rw:index=\"1\" rw:price=\"20,50\"",
    NULL, ERROR, "option FL “Flat” of the menu band", "write it with a dot" },
  { "no index", "rw:label=\"Flat\" rw:index=\"1\"", "rw:label=\"Flat\"", NULL, ERROR,
    "option FL “Flat” of the menu band", "rw:index must be a whole number" },
  { "no label", "rw:code=\"FL\" rw:label=\"Flat\"", "rw:code=\"FL\"", NULL, WARNING, "option FL",
    "no rw:label" },
  { "popularities", "rw:popularity=\"0.4\" rw:days=\"1\"", "rw:popularity=\"0.5\" rw:days=\"1\"",
    "<rw:menu rw:id=\"band\"", WARNING, "menu band", "add up to 1.1; they should to 1" },
  { "ring size without its size", "rw:popularity=\"0.5\" rw:value=\"6\"", "rw:popularity=\"0.5\"",
    NULL, ERROR, "option 060 “US 6” of the menu ring-size", "rw:value" },
  { "stone size without its length", " rw:value=\"6.5\"", "", "<rw:option rw:code=\"100\"", ERROR,
    "option 100 “1.00 ct” of the menu size", "rw:value" },
  { "rule about an unknown option", "rw:when=\"finish=H band=FL\"",
    "rw:when=\"finish=H band=FX\"", NULL, ERROR, "not-made finish=H band=FX", "“band=FX”" },
  { "rule about an unknown menu", "rw:when=\"finish=H band=FL\"", "rw:when=\"finish=H bands=FL\"",
    NULL, ERROR, "not-made", "“bands=FL”" },
  { "rule that says nothing", "rw:when=\"finish=H band=FL\"", "rw:when=\" \"", NULL, ERROR,
    "not-made", "says nothing" },
  { "ramp of eleven colours", "fffae6 fffffa\"", "fffae6\"", NULL, ERROR, "ramp",
    "has 11 colours; a ramp needs 12" },
  { "ramp with names of colours", "fffae6 fffffa\"", "fffae6 white\"", NULL, ERROR, "ramp",
    "six hexadecimal digits" },
  { "ramp of an unknown metal", "rw:menu=\"metal\" rw:code=\"18W\"",
    "rw:menu=\"metal\" rw:code=\"18X\"", NULL, WARNING, "ramp 18X", "does not exist" },
  { "metal without a ramp", "rw:menu=\"metal\" rw:code=\"18W\"",
    "rw:menu=\"metal\" rw:code=\"18X\"", "<rw:option rw:code=\"18W\"", WARNING,
    "option 18W “White gold” of the menu metal", "no rw:ramp" },
  { "fact that is no number", "rw:name=\"orders-per-year\" rw:value=\"1200\"",
    "rw:name=\"orders-per-year\" rw:value=\"many\"", NULL, ERROR, "fact orders-per-year",
    "must be a number" },
  { "finishes of the limited edition", "rw:name=\"orders-per-year\" rw:value=\"1200\"",
    "rw:name=\"limited-finish\" rw:value=\"P H\"", NULL, ERROR, "fact limited-finish",
    "must be the code of an option" },
  { "page in px", "viewBox=\"0 0 160 66\"", "viewBox=\"0 0 604.72 249.45\"", NULL, WARNING, "svg",
    "One unit of the page is 0.2646 mm" },

  /* Parts that are missing, named wrongly, or twice. */
  { "no drawing of a finish", "rw:code=\"SD\" rw:finish=\"H\" rw:view=\"front\"",
    "rw:code=\"SD\" rw:finish=\"S\" rw:view=\"front\"", "<rw:option rw:code=\"SD\"", ERROR,
    "option SD “Solitaire” of the menu band", "no drawing of the shank SD in the finish H" },
  { "unknown finish", "rw:code=\"SD\" rw:finish=\"H\" rw:view=\"front\"",
    "rw:code=\"SD\" rw:finish=\"S\" rw:view=\"front\"", NULL, WARNING,
    "shank SD, finish S, front view", "No option of the menu finish has the code S" },
  { "no three-quarter view", "rw:code=\"FL\" rw:view=\"three-quarter\" rw:z=\"0\"",
    "rw:code=\"FL\" rw:view=\"front\" rw:z=\"5\"", "<rw:option rw:code=\"FL\"", WARNING,
    "option FL “Flat” of the menu band", "FL is not drawn in the three-quarter view" },
  { "no front view", "rw:code=\"FL\" rw:view=\"front\" rw:z=\"0\"",
    "rw:code=\"FL\" rw:view=\"three-quarter\" rw:z=\"5\"", "<rw:option rw:code=\"FL\"", ERROR,
    "option FL “Flat” of the menu band", "no drawing of the shank FL" },
  { "a view that is none", "rw:code=\"FL\" rw:view=\"front\"", "rw:code=\"FL\" rw:view=\"side\"",
    NULL, ERROR, "shank FL, side view", "front or three-quarter" },
  { "head without its stone", STONE_GROUP " rw:part=\"stone\" rw:code=\"RD-100\"",
    STONE_GROUP " rw:part=\"stone\" rw:code=\"OV-100\"", "<rw:option rw:code=\"RD\"", ERROR,
    "option RD “Round” of the menu shape", "no drawing of the stone RD-100" },
  { "the same part twice", STONE_GROUP " rw:part=\"stone\" rw:code=\"RD-100\"",
    STONE_GROUP " rw:part=\"stone\" rw:code=\"OV-100\"", "<g id=\"stone-OV-100-front-20\"", ERROR,
    "stone OV-100", "drawn twice" },
  { "band that no menu has", "rw:part=\"shank\" rw:code=\"FL\" rw:view=\"front\"",
    "rw:part=\"shank\" rw:code=\"FLAT\" rw:view=\"front\"", NULL, WARNING, "shank FLAT, front view",
    "No option of the menu band has the code FLAT" },
  { "stone that no menu has", STONE_GROUP " rw:part=\"stone\" rw:code=\"RD-100\"",
    STONE_GROUP " rw:part=\"stone\" rw:code=\"RD-200\"", NULL, WARNING, "stone RD-200, front view",
    "the shape's code, a dash and the size's" },
  { "stone of every size without one", STONE_GROUP " rw:part=\"stone\" rw:code=\"RD-100\"",
    STONE_GROUP " rw:part=\"stone\" rw:code=\"RD\"", NULL, ERROR, "stone RD, front view",
    "needs a rw:size" },
  { "no such kind of part", "<g id=\"shank-FL-front-0\" rw:part=\"shank\"",
    "<g id=\"shank-FL-front-0\" rw:part=\"band\"", NULL, ERROR, "band FL", "shank, head or stone" },
  { "no z", "rw:view=\"front\" rw:z=\"20\" rw:anchor=\"0 -10.56\" rw:mm=\"6.5 6.5 3.92\"",
    "rw:view=\"front\" rw:anchor=\"0 -10.56\" rw:mm=\"6.5 6.5 3.92\"", NULL, ERROR, STONE,
    "no rw:z" },
  { "attribute without its prefix",
    "rw:view=\"front\" rw:z=\"20\" rw:anchor=\"0 -10.56\" rw:mm=\"6.5 6.5 3.92\"",
    "rw:view=\"front\" rw:z=\"20\" anchor=\"0 -10.56\" rw:mm=\"6.5 6.5 3.92\"", NULL, ERROR, STONE,
    "its name must be “rw:anchor”" },
  { "part inside another", HIGHLIGHT,
    "<g id=\"inner\" rw:part=\"shank\" rw:code=\"XX\" rw:view=\"front\"><path d=\"M0 9h1v1z\"/></g>\n"
    HIGHLIGHT,
    NULL, ERROR, "shank XX, front view (id inner)", "inside another one" },

  /* Where it stands. */
  { "stone without an anchor",
    "rw:view=\"front\" rw:z=\"20\" rw:anchor=\"0 -10.56\" rw:mm=\"6.5 6.5 3.92\"",
    "rw:view=\"front\" rw:z=\"20\" rw:mm=\"6.5 6.5 3.92\"", NULL, ERROR, STONE, "no rw:anchor" },
  { "head without an anchor", HEAD_GROUP
    " rw:part=\"head\" rw:code=\"RD-100\" rw:view=\"front\" rw:z=\"10\" rw:anchor=\"0 -10.56\"",
    HEAD_GROUP " rw:part=\"head\" rw:code=\"RD-100\" rw:view=\"front\" rw:z=\"10\"", NULL, ERROR,
    HEAD, "no rw:anchor" },
  { "anchor in words", "rw:anchor=\"0 -10.56\" rw:mm=\"6.5 6.5 3.92\"",
    "rw:anchor=\"top\" rw:mm=\"6.5 6.5 3.92\"", NULL, ERROR, STONE, "must be two numbers" },
  { "anchor of a page", "rw:anchor=\"0 -10.56\" rw:mm=\"6.5 6.5 3.92\"",
    "rw:anchor=\"93 9.44\" rw:mm=\"6.5 6.5 3.92\"", NULL, ERROR, STONE, "not on the band's crest" },
  { "group with a transform", BAND_GROUP, BAND_GROUP " transform=\"translate(0.2 0)\"", NULL, WARNING,
    BAND, "has a transform" },
  { "transform that is none", BAND_GROUP, BAND_GROUP " transform=\"move(3)\"", NULL, ERROR, BAND,
    "transform cannot be read" },
  { "band off centre", BAND_GROUP, BAND_GROUP " transform=\"translate(2 0)\"", NULL, ERROR, BAND,
    "move them by -2 mm across and 0 mm down" },
  { "band too low", BAND_GROUP, BAND_GROUP " transform=\"translate(0 3)\"", NULL, ERROR, BAND,
    "mm across and -2.2" },
  { "stone beside its anchor", STONE_GROUP, STONE_GROUP " transform=\"translate(3 0)\"", NULL, ERROR,
    STONE, "The stone does not stand on its rw:anchor. Select its paths, not the group, and move "
           "them by -3 mm" },
  { "stone in the finger", STONE_GROUP, STONE_GROUP " transform=\"translate(0 9)\"", NULL, ERROR,
    STONE, "does not stand on its rw:anchor" },
  { "head in the finger", HEAD_GROUP, HEAD_GROUP " transform=\"translate(0 12)\"", NULL, ERROR, HEAD,
    "does not stand on its rw:anchor" },
  { "drawn in px", BAND_GROUP, BAND_GROUP " transform=\"scale(3.7795)\"", NULL, ERROR, BAND,
    "drawn in px, not in mm. Scale its paths by 0.2646" },
  { "stone in px", STONE_GROUP, STONE_GROUP " transform=\"scale(3.7795)\"", NULL, ERROR, STONE,
    "drawn in px" },
  { "band too small", BAND_GROUP, BAND_GROUP " transform=\"scale(0.3)\"", NULL, ERROR, BAND,
    "6.3 mm wide, which no such part is" },
  { "path far away", "d=\"M-9.6-3A10 10 0 0 1-3-9.6L-2.8-9A9.4 9.4 0 0 0-9-2.8Z\"/>\n    </g>\n  </g>\n"
                     "  <g transform=\"translate(41 20)\">",
    "d=\"M-9.6-3A10 10 0 0 1-3-9.6L-2.8-9A9.4 9.4 0 0 0-9-2.8Z\"/>\n"
    "<path id=\"lost\" class=\"metal-3\" d=\"M200 200h3v3z\"/>\n    </g>\n  </g>\n"
    "  <g transform=\"translate(41 20)\">",
    "<path id=\"lost\"", ERROR, "path lost in the shank SD", "far outside of any ring" },

  /* What is in it. */
  { "empty group", "d=\"M10.56 0" CIRCLES "\n      <path id=\"shank-FL-front-0-1\" class=\"metal-8\"",
    "d=\"\"/>\n      <path id=\"shank-FL-front-0-1\" class=\"metal-8\" style=\"fill:none\"",
    "<g id=\"shank-FL-front-0\"", ERROR, "shank FL, front view (id shank-FL-front-0)",
    "paints nothing" },
  { "a tone too many", BAND_PATH, "id=\"shank-SD-P-front-0-0\" class=\"metal-12\" fill=\"#cb9e49\"",
    NULL, ERROR, IN_BAND, "“metal-12” is no tone" },
  { "a tone that is none", BAND_PATH,
    "id=\"shank-SD-P-front-0-0\" class=\"metl-3\" fill=\"#cb9e49\"", NULL, ERROR, IN_BAND,
    "“metl-3” is no tone" },
  { "no tones at all", "class=\"gem-5\" fill=\"#afc6d3\" d=\"M-3.25 -15.36H3.25L0 -12.36Z\"/>\n"
                       "      <path id=\"stone-RD-100-front-20-1\" class=\"gem-9\"",
    "fill=\"#afc6d3\" d=\"M-3.25 -15.36H3.25L0 -12.36Z\"/>\n"
    "      <path id=\"stone-RD-100-front-20-1\"",
    STONE_GROUP, ERROR, STONE, "gem-0 (dark) to gem-11" },
  { "text", HIGHLIGHT, WITH ("<text id=\"t\" x=\"0\" y=\"9\">18K</text>"), "<text", ERROR,
    "text t in the shank SD", "Object to Path" },
  { "picture", HIGHLIGHT, WITH ("<image id=\"i\" width=\"3\" height=\"3\" href=\"ring.png\"/>"),
    "<image", ERROR, "image i in the shank SD", "Trace Bitmap" },
  { "picture of elsewhere", HIGHLIGHT,
    WITH ("<image id=\"i\" width=\"3\" height=\"3\" href=\"ring.png\"/>"), "<image", ERROR,
    "image i in the shank SD", "“ring.png”, outside of this file" },
  { "picture by xlink", HIGHLIGHT,
    WITH ("<image id=\"i\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" "
          "xlink:href=\"https://example.org/ring.png\"/>"),
    "<image", ERROR, "image i in the shank SD", "“https://example.org/ring.png”, outside" },
  { "clone", HIGHLIGHT, WITH ("<use id=\"u\" href=\"#shank-SD-P-front-0-0\"/>"), "<use", ERROR,
    "use u in the shank SD", "Unlink Clone" },
  { "gradient", BAND_PATH, "id=\"shank-SD-P-front-0-0\" class=\"metal-4\" fill=\"url(#gold)\"", NULL,
    ERROR, IN_BAND, "gradient" },
  { "gradient by style", BAND_PATH,
    "id=\"shank-SD-P-front-0-0\" class=\"metal-4\" style=\"fill:url(#gold)\"", NULL, ERROR, IN_BAND,
    "gradient" },
  { "paint of elsewhere", BAND_PATH,
    "id=\"shank-SD-P-front-0-0\" class=\"metal-4\" fill=\"url(http://example.org/a.svg#b)\"", NULL,
    ERROR, IN_BAND, "not drawn" },
  { "outline", BAND_PATH, BAND_PATH " style=\"stroke:#000000;stroke-width:0.2\"", NULL, WARNING,
    IN_BAND, "Stroke to Path" },
  { "outline with a gradient", BAND_PATH, BAND_PATH " stroke=\"url(#gold)\"", NULL, ERROR, IN_BAND,
    "Stroke to Path" },
  { "blur", BAND_PATH, BAND_PATH " style=\"filter:url(#blur)\"", NULL, ERROR, IN_BAND,
    "Remove Filters" },
  { "clip", BAND_PATH, BAND_PATH " clip-path=\"url(#c)\"", NULL, ERROR, IN_BAND, "Clip, Release" },
  { "mask", BAND_GROUP, BAND_GROUP " mask=\"url(#m)\"", NULL, ERROR, BAND, "Mask, Release" },
  { "hidden", BAND_PATH, BAND_PATH " style=\"display:none\"", NULL, WARNING, IN_BAND, "is hidden" },
  { "colour that is none", BAND_PATH, "id=\"shank-SD-P-front-0-0\" fill=\"goldish\"", NULL, ERROR,
    IN_BAND, "“goldish” cannot be read" },
  { "outline that is none", "d=\"M-2.55 -10.56L-3.35", "d=\"N-2.55 -10.56L-3.35", NULL, ERROR,
    "path head-RD-100-front-10-0 in the head RD-100, front view", "outline cannot be read" },
};

static char *
read_small (void)
{
  g_autofree char *path = ring_test_data_path (SMALL);
  g_autoptr (GBytes) bytes = ring_test_read (path);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static guint
count_lines (const char *text, const char *end)
{
  guint line = 1;

  for (; text < end; text++)
    line += *text == '\n';
  return line;
}

static char *
change (const char *text, const Mistake *mistake, guint *line)
{
  const char *found = strstr (text, mistake->find);
  g_autoptr (GString) changed = g_string_new (text);
  const char *at;

  g_assert_nonnull (found);
  g_string_erase (changed, found - text, (gssize) strlen (mistake->find));
  g_string_insert (changed, found - text, mistake->replace);
  at = mistake->at != NULL ? strstr (changed->str, mistake->at) : changed->str + (found - text);
  g_assert_nonnull (at);
  *line = count_lines (changed->str, at);
  return g_strdup (changed->str);
}

static void
print_report (const RingLoadReport *report)
{
  for (guint i = 0; i < ring_load_report_get_n (report); i++)
    {
      const RingNotice *notice = ring_load_report_get (report, i);

      g_test_message ("%u: %s: %s", notice->line, notice->element, notice->message);
    }
}

static gboolean
is_said (const RingLoadReport *report, const Mistake *mistake, guint line)
{
  for (guint i = 0; i < ring_load_report_get_n (report); i++)
    {
      const RingNotice *notice = ring_load_report_get (report, i);

      if (notice->level == mistake->level && notice->line == line
          && g_str_has_prefix (notice->element, mistake->element)
          && strstr (notice->message, mistake->message) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_mistake (gconstpointer data)
{
  const Mistake *mistake = data;
  g_autofree char *small = read_small ();
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingCatalogue) catalogue = NULL;
  g_autoptr (GError) error = NULL;
  guint line;
  g_autofree char *text = change (small, mistake, &line);

  catalogue = ring_catalogue_check (text, strlen (text), report, &error);
  g_assert_no_error (error);
  if (!is_said (report, mistake, line))
    {
      print_report (report);
      g_test_fail_printf ("Line %u, %s: nothing says “%s”", line, mistake->element,
                          mistake->message);
    }
}

/* What is right is left alone, and reads the same checked or not. */
static void
test_clean (void)
{
  g_autofree char *text = read_small ();
  g_autoptr (RingLoadReport) report = ring_load_report_new ();
  g_autoptr (RingCatalogue) catalogue = ring_catalogue_check (text, strlen (text), report, NULL);
  g_autoptr (RingCatalogue) plain = ring_catalogue_read (text, strlen (text), NULL, NULL);

  print_report (report);
  g_assert_cmpuint (ring_load_report_get_n (report), ==, 0);
  g_assert_cmpuint (ring_catalogue_count (catalogue), ==, 2 * 1 * 3 * 2 * 2);
  g_assert_cmpuint (ring_catalogue_count (catalogue), ==, ring_catalogue_count (plain));
  g_assert_cmpuint (ring_catalogue_get_n_parts (catalogue), ==, ring_catalogue_get_n_parts (plain));
}

/* What Inkscape leaves beside a drawing is no mistake. */
static void
test_harmless (void)
{
  static const char *const leavings[] = {
    "<title>Band</title><desc>Drawn on Monday</desc>",
    "<g id=\"layer\"><path id=\"p\" class=\"metal-3\" style=\"fill:#a97f34;stroke:none\" "
    "d=\"M0 9h1v1z\"/></g>",
    "<path id=\"p\" class=\"metal-3 \" style=\"display:inline;fill-opacity:1\" d=\"M0 9h1v1z\" "
    "xmlns:s=\"http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd\" s:nodetypes=\"ccc\"/>",
    "<path id=\"p\" fill=\"#000000\" opacity=\"0.2\" d=\"M0 9h1v1z\"/>",
  };
  g_autofree char *small = read_small ();

  for (guint i = 0; i < G_N_ELEMENTS (leavings); i++)
    {
      g_autofree char *replace = g_strconcat (leavings[i], HIGHLIGHT, NULL);
      const Mistake harmless = { .find = HIGHLIGHT, .replace = replace };
      guint line;
      g_autofree char *text = change (small, &harmless, &line);
      g_autoptr (RingLoadReport) report = ring_load_report_new ();
      g_autoptr (RingCatalogue) catalogue
          = ring_catalogue_check (text, strlen (text), report, NULL);

      print_report (report);
      g_assert_cmpuint (ring_load_report_get_n (report), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  ring_test_init (&argc, &argv);
  g_test_add_func ("/io/catalogue-check/clean", test_clean);
  g_test_add_func ("/io/catalogue-check/harmless", test_harmless);
  for (guint i = 0; i < G_N_ELEMENTS (mistakes); i++)
    {
      g_autofree char *path = g_strconcat ("/io/catalogue-check/", mistakes[i].name, NULL);

      g_test_add_data_func (path, &mistakes[i], test_mistake);
    }
  return ring_test_run ();
}

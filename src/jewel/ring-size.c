/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-size.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "ring-error.h"
#include "ring-number.h"

/* US: the diameter is 0.458 in + 0.032 in a size (ASTM and trade tables; GIA gives 0.8 mm a size),
 * so C = 36.5468 + 2.5535 S. */
#define US_BASE 36.5468
#define US_STEP 2.5535

/* UK, BS 6820 as the trade tables have it: A is 37.5 mm and each letter 1.25 mm more. */
#define UK_BASE 37.5
#define UK_STEP 1.25

/* Hong Kong has tables and no formula. This is the straight line through the jewelers' table that
 * runs from 5 (US 2¾) to 30 (US 13¼); no row of it lies further than 0.45 mm away. A shop chart
 * in tenths of a mm of diameter lies within 0.4 mm of it as well. */
#define HK_BASE 37.83
#define HK_STEP 1.0897

/* India: 1 is 41 mm and 30 is 71 mm around. */
#define INDIA_BASE 41.0
#define INDIA_STEP (30.0 / 29)

static const struct
{
  const char *id;
  const char *name;
  const char *label;
  const char *doubt;
  double step; /* of the label, in its own unit */
} systems[RING_SIZE_N_SYSTEMS] = {
  { "iso", NC_ ("ring size", "ISO"), N_("ISO 8653, inner circumference in mm"), "", 0.5 },
  { "us", NC_ ("ring size", "US, Canada"), N_("US and Canada, 0.032 in a size"),
    N_("Some mandrels step 2.61 mm a size, not 2.55."), 0.25 },
  { "uk", NC_ ("ring size", "UK, Australia"), N_("UK and Australia, 1.25 mm a letter"),
    N_("Charts that pair letters with US sizes: up to 0.6 mm off."), 0.5 },
  { "jp", NC_ ("ring size", "Japan"), N_("Japan, JCS number"),
    N_("Lists made from US sizes: up to 1.7 mm off."), 0.5 },
  { "ch", NC_ ("ring size", "Switzerland, Italy"),
    N_("Switzerland and Italy, circumference less 40"), "", 0.5 },
  { "de", NC_ ("ring size", "Germany"), N_("Germany, inner diameter in mm"),
    N_("Shops also say the circumference: 17 is across, 53 around."), 0.25 },
  { "hk", NC_ ("ring size", "Hong Kong"), N_("Hong Kong number, 1.09 mm a size"),
    N_("A line through shops’ tables, whose rows lie up to 0.4 mm off."), 0.5 },
  { "in", NC_ ("ring size", "India"), N_("India, 41 mm and 1.03 mm a size"),
    N_("From a single table; others use Japanese numbers."), 0.5 },
};

const char *
ring_size_system_id (RingSizeSystem system)
{
  return systems[system].id;
}

const char *
ring_size_system_name (RingSizeSystem system)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "ring size", systems[system].name);
}

const char *
ring_size_system_doubt (RingSizeSystem system)
{
  const char *doubt = systems[system].doubt;

  return doubt[0] != '\0' ? _(doubt) : "";
}

const char *
ring_size_system_label (RingSizeSystem system)
{
  return _(systems[system].label);
}

gboolean
ring_size_system_from_id (const char *id, RingSizeSystem *system)
{
  for (guint i = 0; i < RING_SIZE_N_SYSTEMS; i++)
    if (g_strcmp0 (id, systems[i].id) == 0)
      {
        *system = (RingSizeSystem) i;
        return TRUE;
      }
  return FALSE;
}

double
ring_size_diameter (double circumference)
{
  return circumference / G_PI;
}

double
ring_size_from_us (double size)
{
  return US_BASE + US_STEP * size;
}

/* Japan: D = (n + 38) / 3 mm. */
double
ring_size_number (RingSizeSystem system, double circumference)
{
  switch (system)
    {
    case RING_SIZE_US: return (circumference - US_BASE) / US_STEP;
    case RING_SIZE_UK: return (circumference - UK_BASE) / UK_STEP;
    case RING_SIZE_JAPAN: return 3 * circumference / G_PI - 38;
    case RING_SIZE_SWISS: return circumference - 40;
    case RING_SIZE_GERMAN: return circumference / G_PI;
    case RING_SIZE_HONG_KONG: return (circumference - HK_BASE) / HK_STEP;
    case RING_SIZE_INDIA: return (circumference - INDIA_BASE) / INDIA_STEP + 1;
    case RING_SIZE_ISO:
    default: return circumference;
    }
}

/* And back. */
static double
from_number (RingSizeSystem system, double n)
{
  switch (system)
    {
    case RING_SIZE_US: return ring_size_from_us (n);
    case RING_SIZE_UK: return UK_BASE + UK_STEP * n;
    case RING_SIZE_JAPAN: return G_PI * (n + 38) / 3;
    case RING_SIZE_SWISS: return n + 40;
    case RING_SIZE_GERMAN: return G_PI * n;
    case RING_SIZE_HONG_KONG: return HK_BASE + HK_STEP * n;
    case RING_SIZE_INDIA: return INDIA_BASE + INDIA_STEP * (n - 1);
    case RING_SIZE_ISO:
    default: return n;
    }
}

static void
append_quarters (GString *text, double rest)
{
  static const char *const quarters[] = { "", "¼", "½", "¾" };

  g_string_append (text, quarters[(int) (rest * 4 + 0.5) & 3]);
}

/* Past Z the letters go on as Z+1 to Z+6. */
static void
append_letter (GString *text, double n)
{
  int whole = (int) floor (n);

  if (whole <= 25)
    g_string_append_c (text, (char) ('A' + MAX (whole, 0)));
  else
    g_string_append_printf (text, "Z+%d", whole - 25);
  append_quarters (text, n - whole);
}

char *
ring_size_format (RingSizeSystem system, double circumference, double *off)
{
  GString *text = g_string_new (NULL);
  double step = systems[system].step;
  double n = round (ring_size_number (system, circumference) / step) * step;

  if (system == RING_SIZE_UK)
    n = CLAMP (n, 0, 31.5);
  if (off != NULL)
    *off = circumference - from_number (system, n);

  if (system == RING_SIZE_UK)
    append_letter (text, n);
  else if (system == RING_SIZE_US && n >= 0)
    {
      if (n >= 1)
        g_string_append_printf (text, "%d", (int) n);
      else if (n < 0.25)
        g_string_append_c (text, '0');
      append_quarters (text, n - floor (n));
    }
  else
    ring_number_append (text, n, 2);
  return g_string_free (text, FALSE);
}

/* A fraction behind a whole number: "", "½", "1/2", ".5", ",5". */
static gboolean
scan_fraction (const char **text, double *fraction)
{
  static const struct
  {
    const char *text;
    double value;
  } known[] = { { "¼", 0.25 }, { "½", 0.5 },   { "¾", 0.75 },
                { "1/4", 0.25 }, { "1/2", 0.5 }, { "3/4", 0.75 } };

  *fraction = 0;
  while (**text == ' ')
    (*text)++;
  for (guint i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_str_has_prefix (*text, known[i].text))
      {
        *text += strlen (known[i].text);
        *fraction = known[i].value;
        break;
      }
  while (**text == ' ')
    (*text)++;
  return **text == '\0';
}

static gboolean
parse_letter (const char *text, double *n)
{
  double fraction;

  if (!g_ascii_isalpha (*text))
    return FALSE;
  *n = g_ascii_toupper (*text) - 'A';
  text++;
  if (*n == 25 && *text == '+' && text[1] >= '1' && text[1] <= '6')
    {
      *n += text[1] - '0';
      text += 2;
    }
  if (!scan_fraction (&text, &fraction))
    return FALSE;
  *n += fraction;
  return TRUE;
}

/* People write the decimal sign of their country; a size has no thousands. */
static gboolean
parse_number (const char *text, double *n)
{
  g_autofree char *dotted = g_strdelimit (g_strdup (text), ",", '.');
  const char *p = dotted;
  double fraction;

  if (!ring_number_scan (&p, n))
    {
      *n = 0;
      return *dotted != '\0' && scan_fraction (&p, n) && *n > 0;
    }
  if (!scan_fraction (&p, &fraction))
    return FALSE;
  *n += fraction;
  return TRUE;
}

gboolean
ring_size_parse (RingSizeSystem system, const char *text, double *circumference, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  double n, c;
  gboolean known = system == RING_SIZE_UK ? parse_letter (stripped, &n) : parse_number (stripped, &n);

  if (!known)
    {
      g_set_error (error, RING_ERROR, RING_ERROR_SYNTAX,
                   /* TRANSLATORS: the first %s is what was typed, the second a table of ring sizes. */
                   _("“%s” is not a ring size of the table “%s”."), stripped,
                   ring_size_system_label (system));
      return FALSE;
    }
  c = from_number (system, n);
  if (c < RING_SIZE_MIN_MM || c > RING_SIZE_MAX_MM)
    {
      g_autofree char *mm = ring_number_format (c, 1);

      g_set_error (error, RING_ERROR, RING_ERROR_INVALID,
                   _("“%s” would be %s mm around; rings measure 36 to 80 mm."), stripped, mm);
      return FALSE;
    }
  *circumference = c;
  return TRUE;
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-number.h"

#include <math.h>
#include <string.h>

/* Scans a decimal number as SVG and CSS write it: sign, digits, point, exponent. Hexadecimal,
 * "inf" and "nan", which strtod would take, are refused, and so is what is too large.
 *
 * On success *TEXT stands behind the number; on failure neither output is touched. */
gboolean
ring_number_scan (const char **text, double *value)
{
  const char *p = *text;
  const char *start = p;
  guint64 mantissa = 0;
  int exponent = 0;
  int digits = 0;
  gboolean negative = FALSE;
  double result;

  if (*p == '+' || *p == '-')
    negative = *p++ == '-';

  for (; g_ascii_isdigit (*p); p++, digits++)
    {
      if (mantissa < G_MAXUINT64 / 10 - 9)
        mantissa = mantissa * 10 + (guint64) (*p - '0');
      else
        exponent++;
    }
  if (*p == '.')
    {
      for (p++; g_ascii_isdigit (*p); p++, digits++)
        {
          if (mantissa < G_MAXUINT64 / 10 - 9)
            {
              mantissa = mantissa * 10 + (guint64) (*p - '0');
              exponent--;
            }
        }
    }
  if (digits == 0)
    return FALSE;

  if ((*p == 'e' || *p == 'E')
      && (g_ascii_isdigit (p[1]) || ((p[1] == '+' || p[1] == '-') && g_ascii_isdigit (p[2]))))
    {
      /* The rare form goes the slow and exact way. */
      char *end;

      result = g_ascii_strtod (start, &end);
      p = end;
    }
  else if (mantissa < (G_GUINT64_CONSTANT (1) << 53) && exponent >= -22 && exponent <= 0)
    {
      /* Both are exact in a double, so one division rounds correctly, and it is ten times as
       * fast as strtod: a large drawing holds millions of numbers. */
      static const double powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                       1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                       1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };

      result = (double) mantissa / powers[-exponent];
      if (negative)
        result = -result;
    }
  else
    {
      char *end;

      result = g_ascii_strtod (start, &end);
      p = end;
    }

  if (!isfinite (result) || fabs (result) > RING_NUMBER_MAX)
    return FALSE;

  *text = p;
  *value = result;
  return TRUE;
}

/* The whole of TEXT must be one number; white space around it is allowed. */
gboolean
ring_number_parse (const char *text, double *value)
{
  double result;

  if (text == NULL)
    return FALSE;
  while (g_ascii_isspace (*text))
    text++;
  if (!ring_number_scan (&text, &result))
    return FALSE;
  while (g_ascii_isspace (*text))
    text++;
  if (*text != '\0')
    return FALSE;

  *value = result;
  return TRUE;
}

/* Appends VALUE rounded to at most DECIMALS (0 to 9) places, without trailing zeros, without
 * exponent, never "-0". VALUE must be finite and at most RING_NUMBER_MAX. */
void
ring_number_append (GString *string, double value, guint decimals)
{
  static const double powers[] = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9 };
  char buffer[48];
  char *p = buffer + sizeof buffer;
  double scaled;
  guint64 n;
  gboolean fraction = FALSE;

  g_return_if_fail (isfinite (value) && fabs (value) <= RING_NUMBER_MAX);
  g_return_if_fail (decimals < G_N_ELEMENTS (powers));

  /* Large values with many decimals would leave the range of exact integers. */
  while (decimals > 0 && fabs (value) * powers[decimals] > 9e18)
    decimals--;
  scaled = round (fabs (value) * powers[decimals]);
  n = (guint64) scaled;
  if (n == 0)
    {
      g_string_append_c (string, '0');
      return;
    }

  for (guint i = 0; i < decimals; i++)
    {
      guint digit = (guint) (n % 10);

      n /= 10;
      if (digit != 0 || fraction)
        {
          *--p = (char) ('0' + digit);
          fraction = TRUE;
        }
    }
  if (fraction)
    *--p = '.';
  do
    {
      *--p = (char) ('0' + n % 10);
      n /= 10;
    }
  while (n != 0);
  if (value < 0)
    *--p = '-';

  g_string_append_len (string, p, buffer + sizeof buffer - p);
}

char *
ring_number_format (double value, guint decimals)
{
  GString *string = g_string_new (NULL);

  ring_number_append (string, value, decimals);
  return g_string_free (string, FALSE);
}

char *
ring_number_format_scale (double scale)
{
  g_autofree char *number = ring_number_format (scale >= 1 ? scale : 1 / scale, 2);

  return scale >= 1 ? g_strdup_printf ("%s:1", number) : g_strdup_printf ("1:%s", number);
}

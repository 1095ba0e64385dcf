/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "ring-language.h"

#include <glib/gi18n-lib.h>
#include <locale.h>
#include <string.h>

#define ENGLISH "en"

/* What the session said before the first other language was used. */
static char *session;
static gboolean kept;
static const char *present;

static void
keep_session (void)
{
  if (!kept)
    session = g_strdup (g_getenv ("LANGUAGE"));
  kept = TRUE;
}

static gboolean
has_catalogue (const char *folder, const char *code)
{
  g_autofree char *path = g_build_filename (folder, code, "LC_MESSAGES", GETTEXT_PACKAGE ".mo", NULL);

  return g_file_test (path, G_FILE_TEST_IS_REGULAR);
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char **
ring_language_list (void)
{
  const char *folder = bindtextdomain (GETTEXT_PACKAGE, NULL);
  g_autoptr (GPtrArray) codes = g_ptr_array_new ();
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *code;

  g_ptr_array_add (codes, g_strdup (ENGLISH));
  while (dir != NULL && (code = g_dir_read_name (dir)) != NULL)
    if (!g_str_equal (code, ENGLISH) && has_catalogue (folder, code))
      g_ptr_array_add (codes, g_strdup (code));
  g_ptr_array_sort (codes, compare_cb);
  g_ptr_array_add (codes, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&codes), FALSE);
}

/* gettext looks at LANGUAGE again once a domain was named, and not at all in the locale "C". */
static void
set_language (const char *value)
{
  const char *locale = setlocale (LC_MESSAGES, NULL);

  if (value != NULL && (locale == NULL || g_str_equal (locale, "C") || g_str_equal (locale, "POSIX")))
    setlocale (LC_MESSAGES, "C.UTF-8");
  if (value != NULL)
    g_setenv ("LANGUAGE", value, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  textdomain (textdomain (NULL));
}

void
ring_language_use (const char *code)
{
  keep_session ();
  set_language (code != NULL ? code : session);
  present = code != NULL ? g_intern_string (code) : NULL;
}

/* The first of the session's that there is: "de_AT" is served by "de". */
static const char *
find_session (void)
{
  g_auto (GStrv) list = ring_language_list ();
  const char *const *wanted = g_get_language_names ();

  for (guint i = 0; wanted[i] != NULL; i++)
    if (g_strv_contains ((const char *const *) list, wanted[i]))
      return g_intern_string (wanted[i]);
  return ENGLISH;
}

const char *
ring_language_get (void)
{
  if (present == NULL)
    present = find_session ();
  return present;
}

char *
ring_language_name (const char *code)
{
  const char *before = ring_language_get ();
  gboolean other = !g_str_equal (code, before);
  const char *name;

  if (other)
    ring_language_use (code);
  /* Translators: write the name of your language in your language: "Deutsch", "Français". */
  name = C_ ("name of this language in itself", "English");
  if (other)
    ring_language_use (before);
  if (g_str_equal (name, "English") && !g_str_equal (code, ENGLISH))
    return g_strdup (code);
  return g_strdup (name);
}

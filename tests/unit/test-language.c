/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* Another language while the program runs, with catalogues that the test makes. */
#include <glib/gi18n-lib.h>

#include "ring-language.h"
#include "ring-test.h"

static void
add_language (const char *folder, const char *code, const char *po)
{
  g_autofree char *messages = g_build_filename (folder, code, "LC_MESSAGES", NULL);
  g_autofree char *source = g_strdup_printf ("%s/%s.po", folder, code);
  g_autofree char *target = g_build_filename (messages, GETTEXT_PACKAGE ".mo", NULL);
  const char *const command[] = { "msgfmt", "-o", target, source, NULL };
  g_autoptr (GError) error = NULL;
  int status = -1;

  g_assert_cmpint (g_mkdir_with_parents (messages, 0700), ==, 0);
  ring_test_write (source, po, -1);
  g_spawn_sync (NULL, (char **) command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, &status, &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
}

#define HEAD "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"

static void
test_switch (void)
{
  g_autofree char *folder = ring_test_make_folder ();
  g_auto (GStrv) list = NULL;
  g_autofree char *german = NULL;
  g_autofree char *dutch = NULL;
  g_autofree char *english = NULL;
  g_autofree char *stranger = g_build_filename (folder, "xx", NULL);

  add_language (folder, "de",
                HEAD "msgctxt \"name of this language in itself\"\nmsgid \"English\"\nmsgstr \"Deutsch\"\n\n"
                     "msgid \"Thank you\"\nmsgstr \"Danke\"\n");
  /* Its translators did not say what it is called. */
  add_language (folder, "nl", HEAD "msgid \"Thank you\"\nmsgstr \"Bedankt\"\n");
  /* A folder of another program's language. */
  g_assert_cmpint (g_mkdir_with_parents (stranger, 0700), ==, 0);
  bindtextdomain (GETTEXT_PACKAGE, folder);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  list = ring_language_list ();
  g_assert_cmpstrv (list, ((const char *const[]){ "de", "en", "nl", NULL }));
  g_assert_cmpstr (ring_language_get (), ==, "en");
  german = ring_language_name ("de");
  dutch = ring_language_name ("nl");
  english = ring_language_name ("en");
  g_assert_cmpstr (german, ==, "Deutsch");
  g_assert_cmpstr (dutch, ==, "nl");
  g_assert_cmpstr (english, ==, "English");
  /* Asking for names changed nothing. */
  g_assert_cmpstr (_ ("Thank you"), ==, "Thank you");

  ring_language_use ("de");
  g_assert_cmpstr (_ ("Thank you"), ==, "Danke");
  g_assert_cmpstr (ring_language_get (), ==, "de");
  ring_language_use ("nl");
  g_assert_cmpstr (_ ("Thank you"), ==, "Bedankt");
  ring_language_use ("en");
  g_assert_cmpstr (_ ("Thank you"), ==, "Thank you");
  ring_language_use ("de");
  ring_language_use (NULL);
  g_assert_cmpstr (_ ("Thank you"), ==, "Thank you");
  g_assert_cmpstr (ring_language_get (), ==, "en");
  g_assert_null (g_getenv ("LANGUAGE"));
}

int
main (int argc, char **argv)
{
  g_unsetenv ("LANGUAGE");
  ring_test_init (&argc, &argv);
  g_test_add_func ("/language/switch", test_switch);
  return ring_test_run ();
}

/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "ring-cli.h"
#include "ring-foreign-helper.h"
#ifdef RING_HAVE_UI
#include "ring-application.h"
#endif

int
main (int argc, char *argv[])
{
  gboolean handled = FALSE;
  int status;

  ring_foreign_helper_init (argc, argv);
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, RING_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  status = ring_cli_run (argc, argv, &handled);
  if (handled)
    return status;
#ifdef RING_HAVE_UI
  return ring_application_run (argc, argv);
#else
  ring_cli_print_usage ();
  return 2;
#endif
}

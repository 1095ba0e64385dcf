/* SPDX-FileCopyrightText: The Ringwright authors
 * SPDX-License-Identifier: GPL-3.0-or-later */

/* The command line: everything the program can put out, without a display (docs/command-line.md).
 * Main thread; nothing here sees GTK. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RING_CLI_DONE = 0,
  RING_CLI_FAILED = 1, /* one line on stderr says what, where and the remedy */
  RING_CLI_USAGE = 2,  /* wrong usage */
} RingCliStatus;

/* Runs the command that argv[1] names. *HANDLED is FALSE, and nothing was done, when it names
 * none: then the arguments are for the window. The value is the program's exit status. */
int  ring_cli_run (int argc, char **argv, gboolean *handled);
/* To stderr, for a program that was built without a window. */
void ring_cli_print_usage (void);

G_END_DECLS

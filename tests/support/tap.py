# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs the test_ functions of a program and reports them as TAP."""

import sys
import time
import traceback


def run(names, before_next=None, on_failure=None):
    """Runs every test_ function of NAMES (a module's globals()) in the order they are written.

    Arguments of the program choose tests by name. BEFORE_NEXT() runs ahead of each test;
    ON_FAILURE(name) may leave a screenshot. Exits with 1 when a test failed.
    """
    tests = [(name, value) for name, value in names.items()
             if name.startswith("test_") and callable(value)]
    if len(sys.argv) > 1:
        tests = [test for test in tests if test[0] in sys.argv[1:]]
    failed = 0
    print(f"1..{len(tests)}", flush=True)
    for number, (name, function) in enumerate(tests, 1):
        started = time.monotonic()
        try:
            if before_next:
                before_next()
            function()
        except Exception:  # pylint: disable=broad-except  # Whatever it is, the next test runs.
            failed += 1
            for line in traceback.format_exc().splitlines():
                print("# " + line)
            print(f"not ok {number} {name}", flush=True)
            if on_failure:
                try:
                    on_failure(name)
                except Exception as error:  # pylint: disable=broad-except
                    print(f"# and no picture of it: {error}")
        else:
            print(f"ok {number} {name}")
            print(f"# {time.monotonic() - started:.2f} s", flush=True)
    sys.exit(1 if failed or not tests else 0)

# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the tests in meson's testlog.json files and prints one plain line.

A program that speaks TAP counts with each of its tests. One that ends badly without naming a
failed test (a crash, the time limit, a sanitizer) counts as one failure more.
"""

import json
import re
import sys

_POINT = re.compile(r"^(not )?ok\b(?P<rest>.*)$", re.MULTILINE)
_SKIP = re.compile(r"#\s*skip", re.IGNORECASE)
_GOOD = {"OK", "EXPECTEDFAIL"}


def count_program(entry):
    """Returns how many tests of one program passed, failed and were skipped."""
    passed = failed = skipped = 0
    for point in _POINT.finditer(entry.get("stdout") or ""):
        if point.group(1):
            failed += 1
        elif _SKIP.search(point.group("rest")):
            skipped += 1
        else:
            passed += 1
    if entry["result"] == "SKIP":
        return (0, 0, max(skipped, 1))
    if entry["result"] not in _GOOD:
        return (passed, max(failed, 1), skipped)
    return (max(passed, 0 if skipped else 1), failed, skipped)


def explain(entry):
    """Prints what a program said of its failed tests: the comments ahead of each "not ok"."""
    said = []
    for line in (entry.get("stdout") or "").splitlines():
        if line.startswith("not ok"):
            print("\n".join(["    " + text for text in said[-40:] + [line]]))
        said = said + [line] if line.startswith("#") else []


def main(paths):
    totals = [0, 0, 0]
    for path in paths:
        tree = path.rsplit("/", 1)[-1].removesuffix(".json")
        with open(path, encoding="utf-8") as lines:
            for line in filter(str.strip, lines):
                entry = json.loads(line)
                numbers = count_program(entry)
                totals = [a + b for a, b in zip(totals, numbers)]
                if numbers[1] or numbers[2]:
                    what = "failed" if numbers[1] else "skipped"
                    print(f"{what} in {tree}: {entry['name']} ({entry['result']})")
                    explain(entry)
    print("tests: {} passed, {} failed, {} skipped".format(*totals))
    return 1 if totals[1] or not totals[0] else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

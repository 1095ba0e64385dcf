# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the tests in meson's testlog.json files and prints one plain line.

A program that speaks TAP counts with each of its tests. One that ends badly without naming a
failed test (a crash, the time limit, a sanitizer) counts as one failure more.

Tests before a screen share it with servers, buses and a machine that may stand still for a moment.
When a few of them failed they run again, alone, and what passes then is counted as passed and named
as unsteady, for somebody to mend. A program that crashed is not asked again, and neither is anybody
when many failed.
"""

import json
import os
import re
import sys

_POINT = re.compile(r"^(not )?ok\b(?P<rest>.*)$", re.MULTILINE)
_SKIP = re.compile(r"#\s*skip", re.IGNORECASE)
_GOOD = {"OK", "EXPECTEDFAIL"}
_SCREEN = {"app", "pen", "widgets"}
_CRASH = re.compile(r"the program ended with -|Sanitizer")
_MOST_AGAIN = 6


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


def read(path):
    """The entries of a log, or none where there is no log."""
    if not os.path.exists(path):
        return []
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


def has_crashed(entry):
    """Whether the test, or the program that it drove, came to a bad end."""
    said = (entry.get("stdout") or "") + (entry.get("stderr") or "")
    ended_badly = not 0 <= (entry.get("returncode") or 0) < 128 and entry["result"] != "TIMEOUT"
    return ended_badly or _CRASH.search(said) is not None


def name_again(path):
    """The names of tests that may run once more, or none when too many failed."""
    failed = [entry for entry in read(path) if count_program(entry)[1]]
    if len(failed) > _MOST_AGAIN or any(map(has_crashed, failed)):
        return []
    names = [re.fullmatch(r".*:(\w+) / (.+)", entry["name"]) for entry in failed]
    return [name[2] for name in names if name and name[1] in _SCREEN]


def main(paths):
    totals = [0, 0, 0]
    for path in paths:
        tree = path.rsplit("/", 1)[-1].removesuffix(".json")
        again = {entry["name"]: entry for entry in read(path.removesuffix(".json") + ".again")}
        for entry in read(path):
            numbers = count_program(entry)
            if numbers[1] and count_program(again.get(entry["name"], entry))[1] == 0:
                print(f"unsteady in {tree}: {entry['name']} passed only when it ran again")
                explain(entry)
                numbers = count_program(again[entry["name"]])
            totals = [a + b for a, b in zip(totals, numbers)]
            if numbers[1] or numbers[2]:
                what = "failed" if numbers[1] else "skipped"
                print(f"{what} in {tree}: {entry['name']} ({entry['result']})")
                explain(entry)
    print("tests: {} passed, {} failed, {} skipped".format(*totals))
    return 1 if totals[1] or not totals[0] else 0


if __name__ == "__main__":
    if sys.argv[1] == "--again":
        print(*name_again(sys.argv[2]))
    else:
        sys.exit(main(sys.argv[1:]))

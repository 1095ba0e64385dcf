#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Another shop's catalogue, with a part missing: the view says which, and works with the rest."""

import json
import os
import re

import tap
from app_driver import SOURCE_ROOT, Session

SESSION = Session()
APP = None


def test_missing_part_is_named():
    APP.wait_for(re.compile(r"no drawing of the stone OV-100"))
    listed = json.loads(SESSION.run("catalogue", "--file", SESSION.path("shop.svg"), "list",
                                    "--json").stdout)
    APP.wait_for(re.compile(f"^1 of {listed['possible']:,} possible rings$"))


def test_the_rest_works():
    number = APP.wait_for(re.compile(r"^Item #\d{4,}-\d{2} in ")).get_name()
    APP.activate("win.choose", "metal=18W")
    APP.wait(lambda: APP.find(number) is None, "another item number")
    APP.activate("win.carry")
    APP.wait_for_state("win.show-view", "bench")


def test_a_second_one_is_told():
    done = SESSION.run("--catalogue", SESSION.path("shop.svg"), status=1)
    assert "already runs" in done.stderr, done.stderr
    done = SESSION.run("--catalogue", SESSION.path("nothing.svg"), status=1)
    assert "nothing.svg" in done.stderr and len(done.stderr.splitlines()) == 1, done.stderr


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        with open(os.path.join(SOURCE_ROOT, "tests/data/catalogue/small.svg"),
                  encoding="utf-8") as small:
            text = small.read()
        shop = text.replace('rw:part="stone" rw:code="OV-100"', 'rw:part="stone" rw:code="XX-100"')
        assert shop != text
        SESSION.write("shop.svg", shop)
        APP = SESSION.launch("--catalogue", SESSION.path("shop.svg"))
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("catalogue-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How a ring is made, said in three taps by a pen; what that bears out is told beside it."""

import re

import tap
from app_driver import Session
from bench_driver import Bench
from pen_rig import PenRig
from x_server import wait_until

RIG = PenRig(1600, 1000)
SESSION = Session(RIG)
BENCH = Bench(SESSION, "making.ring.svg")
APP = None

BEGIN = "Begin with"
# Of the second line of the list of ways from the middle of its row's height, pixels.
SECOND_LINE = (-60, 70)


def _record(kind):
    records = BENCH.records(kind)
    return records[0] if len(records) == 1 else {}


def test_1_three_taps():
    """The row, the way of making, one piece."""
    BENCH.scroll_to("Pieces made", "spin button")
    x, y, width, height = APP.place(BEGIN, "combo box")
    RIG.pen_tap(x + width // 2, y + height // 2)
    APP.wait_for(re.compile("^By hand alone"), "label")
    SESSION.keep_screenshot("making-list")
    RIG.pen_tap(x + width + SECOND_LINE[0], y + height // 2 + SECOND_LINE[1])
    wait_until(lambda: _record("part").get("method") == "fabricated", "the way of making")
    BENCH.scroll_to("Pieces made", "spin button")
    x, y, width, height = APP.place("Pieces made", "spin button")
    SESSION.keep_screenshot("making-chosen")
    RIG.pen_tap(x + width - height // 2, y + height // 2)
    wait_until(lambda: _record("making").get("pieces") == "1", "one piece")
    BENCH.scroll_to("Handmade", "list item")
    APP.wait_for(re.compile("^Every part is from sheet, wire or grain"), "label")
    SESSION.keep_screenshot("making-said")


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        RIG.set_tools()
        BENCH.show()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("making-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bench rules in the real program: off until asked for, one row for each finding with its source,
words under the pointer, and the shop's own limits in the preferences."""

import os
import re

import tap
from app_driver import Session
from bench_driver import Bench
from gi.repository import Atspi
from x_server import Xvfb

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "rules.ring.svg")
APP = None

SAMPLE = os.path.join(os.environ["RING_SOURCE_ROOT"], "data", "samples", "commission.ring.svg")
SOURCE = "Stuller, Best Practices for CAD/CAM Services"
CULET = re.compile("^Culet to finger: 0.[0-9]+\u00a0mm, at least 0.5\u00a0mm$")
THIN = "Band thickness: 1.8\u00a0mm, at least 1.9\u00a0mm"


def _low():
    """The sample, its stone set 0.3 mm lower."""
    with open(SAMPLE, encoding="utf-8") as file:
        return file.read().replace('height="3.59"', 'height="3.29"')


def test_1_off():
    """A stone that is set low is nobody's business until the rules are turned on."""
    BENCH.show()
    assert APP.state("win.bench-rules") is False
    assert APP.find(CULET) is None


def test_2_findings():
    SESSION.xdotool("key", "F8")
    APP.wait_for_state("win.bench-rules", True)
    APP.wait_for(CULET, "label")
    APP.wait_for(SOURCE, "label")
    # The culet is under the middle of the stone, over the finger.
    SESSION.xdotool("mousemove", *BENCH.at("front", 0, -8.4))
    SESSION.xdotool("mousemove_relative", "1", "1")
    SESSION.keep_screenshot("bench-rules")


def _find_tab():
    """Of the switchers that the preferences hold for any width, the one that is shown."""
    for node in APP.find_all("Bench Rules", "page tab"):
        place = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
        if place.width > 0:
            return place
    return None


def test_3_own_limit():
    """What the shop asks for counts at once, and the source's figure is one press away."""
    SESSION.xdotool("key", "ctrl+comma")
    tab = APP.wait(_find_tab, "the page of the rules")
    x, y = APP.origin(-1)
    SESSION.xdotool("mousemove", str(x + tab.x + tab.width // 2), str(y + tab.y + tab.height // 2),
                    "click", "1")
    spin = APP.wait_for("Band thickness", "spin button")
    SESSION.keep_screenshot("bench-preferences")
    Atspi.Value.set_current_value(spin, 1.9)
    APP.wait_for(THIN, "label")
    APP.wait_for("The shop’s own limit, set in the preferences", "label")
    APP.press("Band thickness: as the source says, 1.5 mm", "push button")
    APP.wait_gone(THIN, "label")
    APP.wait_for(CULET, "label")


def test_4_off_again():
    APP.change_state("win.bench-rules", False)
    APP.wait_gone(CULET, "label")


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch(SESSION.write("low.ring.svg", _low()))
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("rules-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

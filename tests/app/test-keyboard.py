#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A ring by the keyboard alone: a gem, its setting, its halo, a mirrored stroke and a dimension.
Nothing here moves the pointer."""

import re

import tap
from app_driver import RW, Session
from bench_driver import Bench, attributes
from x_server import Xvfb, wait_until

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "keyboard.ring.svg")
APP = None


def _keys(*chords):
    SESSION.xdotool("key", *chords)


def _choose(key, instrument):
    _keys(key)
    APP.wait_for_state("win.instrument", instrument)


class Crosshair:
    """Where the keys have led the crosshair: steps from where it showed first."""

    def __init__(self):
        self.at = (0, 0)

    def lead(self, view, x, y):
        _keys("k", *BENCH.arrows(view, x, y, self.at), "Return")
        self.at = BENCH.steps(view, x, y)

    def go(self, right, down=0):
        """Further, where nothing is left behind: each step is a millimetre of paper."""
        _keys(*["shift+Right"] * right, *["shift+Down"] * down, "Return")
        self.at = (self.at[0] + right, self.at[1] + down)


CROSSHAIR = Crosshair()


def test_1_a_gem():
    _keys("alt+2")
    APP.wait_for_state("win.show-view", "bench")
    _keys("ctrl+0")
    _choose("j", "gem")
    CROSSHAIR.lead("front", 0, -12)
    gem = BENCH.wait_record("gem", lambda one: True, "a gem")
    assert "angle" not in gem, gem
    _keys("Escape")


def test_2_its_setting():
    _choose("h", "setting")
    CROSSHAIR.lead("top", 0, 0)
    setting = BENCH.wait_record("setting", lambda one: True, "a setting")
    assert setting["gem"] == BENCH.records("gem")[0]["id"], setting
    _keys("Escape")


def test_3_a_halo():
    _choose("y", "layout")
    CROSSHAIR.lead("top", 0, 0)
    halo = BENCH.wait_record("layout", lambda one: True, "a halo")
    assert halo["kind"] == "halo" and halo["gem"] == BENCH.records("gem")[0]["id"], halo
    _keys("Escape")


def test_4_a_mirrored_stroke():
    _choose("p", "pen")
    _keys("i")
    APP.wait_for(re.compile("^Symmetry"))
    CROSSHAIR.lead("front", 5, 5)
    CROSSHAIR.go(8)
    _keys("Escape")
    wait_until(lambda: len(BENCH.items("stroke")) == 1, "one stroke")
    assert BENCH.items("stroke")[0].get(RW + "symmetry") == "1 1 90 0 0", \
        attributes(BENCH.items("stroke")[0])
    _keys("i")


def test_5_a_dimension():
    """The finger's right and left, and the line below them."""
    _choose("d", "dimension")
    CROSSHAIR.lead("front", 6.12, 6.12)
    CROSSHAIR.go(14, 20)
    _keys("Escape")
    wait_until(lambda: len(BENCH.items("dimension")) == 1, "a dimension")
    SESSION.keep_screenshot("keyboard")
    dimension = attributes(BENCH.items("dimension")[0])
    assert dimension["form"] == "diameter", dimension


def test_6_one_step_each():
    for _ in range(5):
        _keys("ctrl+z")
    wait_until(lambda: not BENCH.records("gem"), "an empty ring")
    APP.wait_enabled("win.undo", False)


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("keyboard-" + name),
                                                    print("# " + "\n# ".join(APP.log))))
        APP.assert_silent()


if __name__ == "__main__":
    main()

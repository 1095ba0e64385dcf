#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gems in the real program: set by a tap, moved by a drag, changed in words, seen in every view."""

import re

import tap
from app_driver import Session
from bench_driver import Bench
from x_server import Xvfb, wait_until

GEM_BUTTON = re.compile("^Gem settings:")

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "gems.ring.svg")
APP = None


def _gems():
    return BENCH.records("gem")


def _number(gem, name):
    return float(gem.get(name, "0"))


def _wait_gem(condition, what):
    return BENCH.wait_record("gem", condition, what)


def _write(text):
    BENCH.write("Gem in words", text)


def test_1_two_taps():
    """The instrument, and the place: a gem sits at the top of the ring, and is one step."""
    BENCH.show()
    APP.press("Gem", "push button")
    APP.wait_for_state("win.instrument", "gem")
    BENCH.tap("front", 0.05, -12)
    APP.wait_enabled("win.undo")
    gem = _wait_gem(lambda gem: True, "a gem")
    assert gem["cut"] == "round" and gem["length"] == "6.5" and gem["style"] == "lit", gem
    # Near enough to the top is the top; the culet clears the finger.
    assert "angle" not in gem and "offset" not in gem, gem
    assert abs(_number(gem, "height") - 3.295) < 0.01, gem
    APP.activate("win.undo")
    wait_until(lambda: not _gems(), "no gem")
    APP.activate("win.redo")
    _wait_gem(lambda gem: True, "the gem again")
    SESSION.keep_screenshot("gems-one")


def test_2_drag_round_the_finger():
    BENCH.drag("front", (0, -12), (9, -9))
    gem = _wait_gem(lambda gem: abs(_number(gem, "angle") + 45) < 3, "45 degrees to the right")
    assert "offset" not in gem, gem
    APP.activate("win.undo")
    _wait_gem(lambda gem: "angle" not in gem, "where it was, in one step")


def test_3_drag_in_another_view():
    """The place belongs to the ring: from above the same gem is dragged along the finger."""
    BENCH.drag("top", (0, 0), (0, 3))
    gem = _wait_gem(lambda gem: abs(_number(gem, "offset") - 3) < 0.2, "3 mm along the finger")
    assert "angle" not in gem, gem
    BENCH.drag("top", (0, 3), (0, 0.1))
    _wait_gem(lambda gem: "offset" not in gem, "the middle of the band")


def test_4_words():
    _write("oval sapphire 8x6")
    APP.wait_for(re.compile("^Gem settings: Oval sapphire 8 × 6 mm, 1.41 ct ±10 %$"))
    SESSION.keep_screenshot("gems-settings")
    SESSION.xdotool("key", "Escape")
    BENCH.tap("front", 8.2, -8.2)
    wait_until(lambda: len(_gems()) == 2, "two gems")
    oval = [gem for gem in _gems() if gem["cut"] == "oval"][0]
    assert oval["species"] == "sapphire" and oval["length"] == "8" and oval["width"] == "6", oval
    assert abs(_number(oval, "angle") + 45) < 3, oval
    SESSION.keep_screenshot("gems-two")
    APP.activate("win.undo")


def test_5_refused():
    _write("rhubarb 3x")
    APP.wait_for(re.compile("is no cut, stone or size"), "label")
    APP.wait_for(re.compile("^Gem settings: Oval sapphire"))
    SESSION.xdotool("key", "Escape")
    _write("round 1 ct")
    APP.wait_for(re.compile("^Gem settings: Round sapphire 6.14 mm, 1 ct ±10 %$"))
    SESSION.xdotool("key", "Escape")


def test_6_change_the_one_tapped():
    BENCH.tap("front", 0, -12)
    APP.wait_for(re.compile("^Gem settings: Round diamond 6.5 mm"))
    _write("emerald 7x5")
    gem = _wait_gem(lambda gem: gem["cut"] == "emerald", "another cut in its place")
    assert (gem["length"], gem["width"]) == ("7", "5") and "angle" not in gem, gem
    APP.wait_for("This Gem", "label")
    APP.press("Lines", "push button")
    _wait_gem(lambda gem: "style" not in gem, "lines")
    APP.press("Remove This Gem", "push button")
    wait_until(lambda: not _gems(), "no gem")
    APP.activate("win.undo")
    _wait_gem(lambda gem: gem["cut"] == "emerald", "the gem again")
    SESSION.xdotool("key", "Escape")


def test_7_keys_alone():
    """J takes the instrument, K shows the crosshair in the middle of what is seen. On a gem, Enter
    takes it up and sets it down, and arrows move it; elsewhere Enter sets a new one."""
    APP.activate("win.instrument", "pen")
    to_gem = BENCH.arrows("front", 0, -12)
    BENCH.focus()
    SESSION.xdotool("key", "j")
    APP.wait_for_state("win.instrument", "gem")
    SESSION.xdotool("key", "k", *to_gem, "Return", *["shift+Right"] * 24, "Return")
    _wait_gem(lambda gem: _number(gem, "angle") < -20, "a gem moved by the keyboard")
    SESSION.xdotool("key", *["shift+Down"] * 40, "Return")
    wait_until(lambda: len(_gems()) == 2, "a gem set by the keyboard")
    SESSION.xdotool("key", "Escape")


def test_8_remembered():
    global APP  # pylint: disable=global-statement
    BENCH.save()
    APP.quit()
    APP = BENCH.app = SESSION.launch(SESSION.path("gems.ring.svg"))
    APP.activate("win.show-view", "bench")
    APP.activate("win.instrument", "gem")
    APP.wait_for(GEM_BUTTON)
    assert _gems(), "the file lost its gems"
    APP.quit()


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("gems-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

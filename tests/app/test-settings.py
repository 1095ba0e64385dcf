#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Settings in the real program: one tap sets a gem, the next one opens what can be changed."""

import re

import tap
from app_driver import RW, SVG, Session
from bench_driver import Bench
from gi.repository import Atspi
from x_server import Xvfb, wait_until

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "settings.ring.svg")
BUTTON = re.compile("^Settings of the setting:")
APP = None


def _setting(condition, what):
    return BENCH.wait_record("setting", condition, what)


def _spin(name, value):
    """Sets a number of the fields that are open."""
    Atspi.Value.set_current_value(APP.wait_for(name, "spin button"), value)


def test_1_one_tap():
    """A gem, then a setting: what is usual for its cut, and one step."""
    BENCH.show()
    APP.activate("win.instrument", "gem")
    BENCH.tap("front", 0, -12)
    APP.wait_enabled("win.undo")
    APP.press("Setting", "push button")
    APP.wait_for_state("win.instrument", "setting")
    BENCH.tap("front", 0, -12)
    setting = _setting(lambda one: True, "a setting")
    assert setting["kind"] == "claws" and "claws" not in setting, setting
    assert setting["gem"] == BENCH.records("gem")[0]["id"], setting
    APP.wait_for(re.compile("^Settings of the setting: Claws, 6 × 1 mm$"))
    SESSION.keep_screenshot("settings-claws")
    APP.activate("win.undo")
    wait_until(lambda: not BENCH.records("setting"), "no setting")
    assert len(BENCH.records("gem")) == 1, "undo took the gem as well"
    APP.activate("win.redo")
    _setting(lambda one: True, "the setting again")


def test_2_fields():
    """A tap on a gem that is set opens its fields; what is decided is written, and goes again."""
    BENCH.tap("top", 0, 0)
    APP.wait_for("This Setting", "label")
    _spin("Claws", 4)
    _setting(lambda one: one.get("claws") == "4", "four claws")
    SESSION.keep_screenshot("settings-fields")
    APP.press("Claws as proposed", "push button")
    _setting(lambda one: "claws" not in one, "as many claws as proposed")


def test_3_heights():
    """The culet keeps its distance: too low is refused with a sentence, and nothing changes."""
    height = BENCH.records("gem")[0]["height"]
    _spin("Girdle over the finger, mm", 1)
    APP.wait_for(re.compile("^The culet keeps 0.5 mm from the finger"), "label")
    assert BENCH.records("gem")[0]["height"] == height
    _spin("Girdle over the finger, mm", 4.5)
    BENCH.wait_record("gem", lambda gem: gem["height"] == "4.5", "a higher gem")
    SESSION.xdotool("key", "Escape")
    APP.wait_gone("This Setting", "label")


def _in_metal():
    """How many items lie on the Metal layers."""
    return sum(len(layer) for layer in BENCH.save().iter(SVG + "g")
               if layer.get(RW + "role") == "Metal")


def test_4_unfolded():
    """The setting becomes plain strokes, in one step."""
    before = _in_metal()
    APP.activate("win.instrument-settings")
    APP.press("Unfold Into Strokes", "push button")
    wait_until(lambda: not BENCH.records("setting"), "no setting")
    assert _in_metal() > before + 20, "no strokes"
    SESSION.keep_screenshot("settings-unfolded")
    APP.activate("win.undo")
    _setting(lambda one: True, "the setting again")
    assert _in_metal() == before


def _open_gem():
    """A tap picks the gem, and its settings are opened. The popover of the test before may still be
    closing and take a tap for itself: another one is a person's answer, too."""
    for _ in range(4):
        # Not where the pointer rests already: under a popover that is gone nothing has told of it.
        BENCH.tap("top", 1, 0.7)
        # Once the design is saved again the tap has long been seen.
        BENCH.save()
        APP.activate("win.instrument-settings")
        APP.wait_for("Gem in words")
        if APP.find("Remove This Gem", "push button"):
            return
        SESSION.xdotool("key", "Escape")
        APP.wait_gone("Gem in words")
    raise AssertionError("the gem is not picked")


def test_5_goes_with_the_gem():
    APP.activate("win.instrument", "gem")
    APP.wait_for(re.compile("^Gem settings: Round"))
    _open_gem()
    APP.press("Remove This Gem", "push button")
    wait_until(lambda: not BENCH.records("gem"), "no gem")
    assert not BENCH.records("setting"), "a setting without its gem"
    APP.activate("win.undo")
    _setting(lambda one: True, "gem and setting in one step")
    assert len(BENCH.records("gem")) == 1
    APP.activate("win.instrument", "setting")
    APP.wait_for(BUTTON)


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("settings-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

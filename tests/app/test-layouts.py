#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Layouts in the real program: a halo by a tap, rows by a tap and a drag, a circle that is drawn;
changed afterwards as one, and followed by the words in the bar."""

import math
import re

import tap
from app_driver import Session
from bench_driver import Bench
from x_server import Xvfb, wait_until

BUTTON = re.compile("^Layout settings:")

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "layouts.ring.svg")
APP = None


def _layouts():
    return BENCH.records("layout")


def _wait_layout(condition, what):
    return BENCH.wait_record("layout", condition, what)


def _open_settings():
    """The settings, where the words of the stones have the focus."""
    BENCH.open_settings("Stones in words")


def _choose(kind):
    """The kind of the next layout, by the keyboard alone."""
    kinds = ["Halo", "Eternity row", "Channel", "Pavé rows", "Along a line"]
    _open_settings()
    SESSION.xdotool("key", "shift+Tab", "space")
    SESSION.xdotool("key", "Home", *["Down"] * kinds.index(kind), "Return")
    APP.wait_for(re.compile("^Layout settings: %s," % kind))
    SESSION.xdotool("key", "Escape")


def _figure(row, text):
    """Writes a figure of the form, which is ROW steps below the words."""
    _open_settings()
    SESSION.xdotool("key", *["Tab"] * row, "ctrl+a")
    SESSION.xdotool("type", text)
    SESSION.xdotool("key", "Return")


def test_1_halo():
    """A gem, then a tap on it: a halo in all views, one step."""
    BENCH.show()
    APP.activate("win.instrument", "gem")
    BENCH.tap("front", 0.05, -12)
    APP.wait_enabled("win.undo")
    APP.press("Layout", "push button")
    APP.wait_for_state("win.instrument", "layout")
    APP.wait_for(re.compile("^Layout settings: Halo, Round diamond 1.3 mm$"))
    BENCH.tap("top", 0, 0)
    halo = _wait_layout(lambda one: True, "a halo")
    gem = BENCH.records("gem")[0]
    assert halo["kind"] == "halo" and halo["gem"] == gem["id"] and halo["style"] == "lit", halo
    # 6.5 mm in 1.3 mm at 0.2 mm all round: pi / asin (1.5 / 8.2) = 17.08.
    APP.wait_for(re.compile("^Layout settings: Halo, 17 × Round diamond 1.3 mm, 0.21 mm apart,"
                            " 0.1[0-9]+ ct ±5 % by formula, 0.17 ct by sieve"))
    SESSION.keep_screenshot("layouts-halo")
    APP.activate("win.undo")
    wait_until(lambda: not _layouts(), "no halo")
    APP.wait_for(re.compile("^Layout settings: Halo, Round diamond 1.3 mm$"))
    APP.activate("win.redo")
    _wait_layout(lambda one: True, "the halo again")


def test_2_figures():
    """Picked by a tap on one of its stones, its figures change it."""
    BENCH.tap("top", 0, 4.1)
    APP.wait_for(re.compile("^Layout settings: Halo, 17 × "))
    _figure(2, "0.4")
    _wait_layout(lambda one: one["spacing"] == "0.4", "another spacing")
    APP.wait_for(re.compile("^Layout settings: Halo, 15 × "))
    SESSION.xdotool("key", "Escape")
    _figure(3, "19")
    _wait_layout(lambda one: one.get("count") == "19", "a fixed number")
    APP.wait_for(re.compile("^Layout settings: Halo, 19 × .*, 0.05 mm apart"))
    APP.wait_for("19 stones stand closer than 0.1 mm.", "label")
    SESSION.keep_screenshot("layouts-tight")
    SESSION.xdotool("key", "Escape")
    APP.activate("win.undo")
    _wait_layout(lambda one: "count" not in one, "as many as fit")


def test_3_goes_with_its_gem():
    APP.activate("win.instrument", "gem")
    BENCH.write("Gem in words", "oval 5x4")
    SESSION.xdotool("key", "Escape")
    APP.wait_for(re.compile("^Gem settings: Oval"))
    BENCH.tap("front", 0, -12)
    # It is taken up when the bar names it.
    APP.wait_for(re.compile("^Gem settings: Round"))
    APP.activate("win.instrument-settings")
    APP.press("Remove This Gem", "push button")
    wait_until(lambda: not BENCH.records("gem"), "no gem")
    assert not _layouts(), "the halo is still there"
    APP.activate("win.undo")
    _wait_layout(lambda one: one["kind"] == "halo", "gem and halo in one step")
    SESSION.xdotool("key", "Escape")


def test_4_row_by_drag():
    """From the side down: a part of the finger; the bar counts while the pen is down."""
    APP.activate("win.instrument", "layout")
    APP.wait_for_state("win.instrument", "layout")
    BENCH.tap("top", 0, 4.1)
    APP.wait_for(re.compile("^Layout settings: Halo, 15 × "))
    APP.activate("win.instrument-settings")
    APP.press("Remove This Layout", "push button")
    wait_until(lambda: not _layouts(), "no halo")
    _choose("Pavé rows")
    points = [(10.3 * math.sin(math.radians(a)), -10.3 * math.cos(math.radians(a)))
              for a in range(40, 101, 10)]
    BENCH.drag("front", *points, release=False, steps=4)
    APP.wait_for(re.compile("^Layout settings: Pavé rows, [0-9]+ × "))
    SESSION.keep_screenshot("layouts-drag")
    SESSION.xdotool("mouseup", "1")
    row = _wait_layout(lambda one: True, "a row")
    assert row["kind"] == "pave" and abs(float(row["arc"]) - 60) < 4, row
    assert abs(float(row["angle"]) + 70) < 3, row
    APP.activate("win.undo")
    wait_until(lambda: not _layouts(), "no row, in one step")


def test_5_all_round():
    _choose("Eternity row")
    BENCH.tap("front", 7.3, 7.3)
    row = _wait_layout(lambda one: True, "a row all round")
    assert row["kind"] == "eternity" and "arc" not in row, row
    APP.activate("win.instrument-settings")
    APP.wait_for("Set all round, this ring can never be made larger or smaller.", "label")
    SESSION.keep_screenshot("layouts-eternity")
    APP.press("Unfold into Single Gems", "push button")
    wait_until(lambda: len(BENCH.records("gem")) > 20 and not _layouts(), "single gems")
    APP.activate("win.undo")
    _wait_layout(lambda one: True, "the row again")
    APP.activate("win.undo")
    wait_until(lambda: not _layouts(), "no row")


def test_6_drawn():
    _choose("Along a line")
    points = [(2.4 * math.cos(a / 16 * math.pi), 2.4 * math.sin(a / 16 * math.pi))
              for a in range(32)]
    BENCH.drag("top", *points, steps=2)
    line = _wait_layout(lambda one: True, "a circle of stones")
    assert line["kind"] == "curve" and line.get("closed") == "yes", line
    SESSION.keep_screenshot("layouts-line")


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("layouts-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Inscriptions in the real program: typed in the panel, drawn on the strip, seen inside the band."""

import os
import re

import tap
from app_driver import RW, SVG, Session
from bench_driver import Bench
from gi.repository import Atspi
from x_server import Xvfb, wait_until

SESSION = Session(Xvfb(1500, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "inscription.ring.svg")
APP = None


def _engraved(view):
    """How much of what is engraved the saved picture shows in a view: letters of path data."""
    return sum(len(path.get("d")) for guide in BENCH.save().iter(SVG + "g")
               if guide.get(RW + "guide") == view
               for path in guide.iter(SVG + "path") if path.get("stroke-linecap") == "round"
               and path.get("stroke"))


def _inscription(condition, what):
    return BENCH.wait_record("inscription", condition, what)


def _click(*widget):
    SESSION.xdotool("mousemove", *APP.centre(*widget), "click", "1")


def test_1_typed():
    """What is typed stands in the file at once, on the strip and inside the band; one step."""
    BENCH.show()
    assert not APP.find("Lettering")
    assert _engraved("strip") == 0
    _click("Inscription", "text")
    SESSION.xdotool("type", "Ana & Luis 2026")
    record = _inscription(lambda one: one.get("text") == "Ana & Luis 2026", "the text")
    assert record["ring"] == BENCH.records("ring")[0]["id"], record
    assert _engraved("strip") > 500 and _engraved("three-quarter") > 300
    assert _engraved("front") == _engraved("top") == _engraved("side") == 0
    SESSION.keep_screenshot("inscription-typed")


def test_2_lettering():
    """Face and height; and what the letters have against the band is said where it is typed."""
    _click("Lettering", "list item")
    spin = APP.wait_for("Height of capitals, mm", "spin button")
    APP.wait_for(re.compile(r"of 54\.4 mm round\nBands under 3 mm"), "label")
    Atspi.Value.set_current_value(spin, 1.2)
    _inscription(lambda one: one.get("height") == "1.2", "lower letters")
    APP.wait_for(re.compile("Too fine to be cast"), "label")
    _click("Face", "label")
    SESSION.xdotool("key", "Down", "Down", "Return")
    _inscription(lambda one: one.get("face") == "script", "a script")
    SESSION.keep_screenshot("inscription-lettering")
    Atspi.Value.set_current_value(spin, 1.5)
    record = _inscription(lambda one: "height" not in one, "the usual height")
    assert record["face"] == "script", record


def test_3_drawn():
    """What the pen writes on the inner strip is seen inside the band, and undo takes it from both."""
    before = _engraved("three-quarter")
    # What says so lies over the strip.
    APP.wait_gone("Saved", "label")
    BENCH.choose("pen")
    BENCH.drag("strip", (9, 5.2), (12, 4.4), (15, 5.2))
    APP.wait(lambda: _engraved("three-quarter") > before, "handwriting inside the band")
    SESSION.keep_screenshot("inscription-drawn")
    APP.activate("win.undo")
    APP.wait(lambda: _engraved("three-quarter") == before, "none any more")


def test_4_undone():
    """All that was typed is one step, and each change of the letters one."""
    for _ in range(3):
        APP.activate("win.undo")
    record = _inscription(lambda one: "height" not in one and "face" not in one, "the first letters")
    assert record["text"] == "Ana & Luis 2026", record
    APP.activate("win.undo")
    wait_until(lambda: not BENCH.records("inscription"), "no inscription")
    APP.wait(lambda: APP.text(APP.find("Inscription", "text")) == "", "an empty row")
    assert _engraved("strip") == _engraved("three-quarter") == 0
    APP.activate("win.redo")
    _inscription(lambda one: one["text"] == "Ana & Luis 2026", "it again")
    assert not APP.log, APP.log


def test_5_pattern():
    """The strip as a pattern: printed and exported by its actions."""
    for action, name, magic in (("print-strip-to-file", "printed.pdf", b"%PDF"),
                                ("export-strip-path", "strip.pdf", b"%PDF"),
                                ("export-strip-path", "strip.svg", b"<?xml")):
        path = SESSION.path(name)
        APP.activate("win." + action, path)
        wait_until(lambda: os.path.exists(path), name)
        APP.wait(lambda: open(path, "rb").read(5).startswith(magic), name)
    assert {"export-strip", "print-strip"} <= set(APP.actions()), "an action is not there"


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("inscription-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

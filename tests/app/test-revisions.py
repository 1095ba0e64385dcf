#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Revisions in the real program: kept with one key, seen in the strip, compared in three ways and in
words, put back in one step, and the same after a kill."""

import os
import re
import time

import tap
from app_driver import Session
from bench_driver import Bench
from x_server import Xvfb, wait_until

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "revisions.ring.svg")
APP = None


def _names():
    return [one["name"] for one in BENCH.records("revision")]


def _strokes():
    """Those that are seen."""
    tree = BENCH.save()
    earlier = {node for group in tree.iter() if group.get("{urn:ringwright:design:1}kind") == "earlier"
               for node in group.iter()}
    return len([node for node in tree.iter()
                if node.get("{urn:ringwright:design:1}kind") == "stroke" and node not in earlier])


def test_1_empty():
    BENCH.show()
    APP.activate("win.show-revisions")
    APP.wait_for(re.compile("^Keep the drawing as it is before"), "label")
    SESSION.keep_screenshot("revisions-empty")


def test_2_keep():
    BENCH.choose("pen")
    BENCH.drag("front", (-9, -9), (0, -12), (9, -9))
    wait_until(lambda: _strokes() == 1, "a stroke")
    SESSION.xdotool("key", "ctrl+k")
    APP.wait_for(re.compile("^Revision A, as it is now$"), "push button")
    assert _names() == ["A"]
    BENCH.drag("front", (-9, 0), (-12, -4), (-9, -8))
    BENCH.drag("top", (-4, 0), (4, 0))
    BENCH.choose("gem")
    BENCH.tap("front", 0, -12)
    BENCH.wait_record("gem", lambda one: True, "a gem")
    SESSION.xdotool("key", "ctrl+k")
    APP.wait_for(re.compile("^Revision B, as it is now$"), "push button")
    # Nothing has changed: nothing is kept twice.
    SESSION.xdotool("key", "ctrl+k")
    BENCH.focus()
    assert _names() == ["A", "B"]
    SESSION.keep_screenshot("revisions-strip")


def test_3_compare():
    APP.press(re.compile("^Revision A,"), "push button")
    APP.wait_for("A and Now at the same scale")
    APP.wait_for("Round diamond 6.5 mm added", "label")
    APP.wait_for("Front: strokes 1 drawn", "label")
    APP.wait_for("Top: strokes 1 drawn", "label")
    SESSION.keep_screenshot("revisions-side")
    APP.press("Overlay")
    SESSION.keep_screenshot("revisions-overlay")
    APP.press("Slider")
    SESSION.keep_screenshot("revisions-slider")


def test_4_name():
    SESSION.xdotool("key", "Escape")
    APP.activate("win.name-revision", "A")
    APP.wait_for("A and Now at the same scale")
    SESSION.xdotool("key", "ctrl+a")
    SESSION.xdotool("type", "Her first")
    SESSION.xdotool("key", "Return")
    wait_until(lambda: _names() == ["Her first", "B"], "the name")


def test_5_put_back():
    APP.press("Put It Back", "push button")
    wait_until(lambda: _strokes() == 1, "the first drawing")
    assert not BENCH.records("gem"), "the gem went with it"
    # It was kept as B already.
    assert _names() == ["Her first", "B"]
    APP.activate("win.undo")
    wait_until(lambda: _strokes() == 3, "the second drawing")
    APP.activate("win.redo")
    wait_until(lambda: _strokes() == 1, "the first again")
    BENCH.choose("pen")
    BENCH.drag("front", (9, 0), (12, -4), (9, -8))
    APP.activate("win.put-back", "B")
    wait_until(lambda: _names() == ["Her first", "B", "Before “B” came back"], "what was drawn is kept")
    assert _strokes() == 3
    SESSION.keep_screenshot("revisions-put-back")


def _journal():
    folder = SESSION.path("state/io.github.ringwright.Ringwright/journal")
    return [os.stat(os.path.join(folder, name)).st_size for name in os.listdir(folder)]


def test_6_killed():
    """What was kept and put back since the last save is there again, and so are its steps."""
    global APP  # pylint: disable=global-statement
    BENCH.drag("front", (-9, 4), (0, 9), (9, 4))
    SESSION.xdotool("key", "ctrl+k")
    APP.wait_for(re.compile("^Revision A, as it is now$"), "push button")
    APP.activate("win.put-back", "Her first")
    APP.wait_for(re.compile("^Revision Her first, as it is now$"), "push button")
    # A step is written down in less than a second.
    seen = [([], 0.0)]

    def quiet():
        now = time.monotonic()
        if _journal() != seen[-1][0]:
            seen.append((_journal(), now))
        return now - seen[-1][1] > 1.5
    wait_until(quiet, "the journal")
    APP.kill()
    APP = BENCH.app = SESSION.launch()
    APP.wait_for("The restored design")
    BENCH.show()
    assert _names() == ["Her first", "B", "Before “B” came back", "A"], _names()
    assert _strokes() == 1, _strokes()
    APP.activate("win.undo")
    wait_until(lambda: _strokes() == 4, "what was drawn before it")
    APP.activate("win.put-back", "B")
    wait_until(lambda: _strokes() == 3, "the second drawing, after all")


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("revisions-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

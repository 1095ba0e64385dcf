#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Colour in the real program: a tap fills the band with lit metal, another one replaces it, a toned
paper is chosen in the panel, and an open region is left as it is."""

import re

import tap
from app_driver import RW, SVG, Session
from bench_driver import Bench
from x_server import Xvfb, wait_until

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "colour.ring.svg")
APP = None


def _tones():
    return [node.get(RW + "tone") for node in BENCH.save().iter(SVG + "g") if node.get(RW + "fill")]


def test_1_one_tap():
    BENCH.show()
    APP.press("Fill", "push button")
    APP.wait_for_state("win.instrument", "fill")
    APP.wait_for(re.compile("^Fill settings: Half-round, as the ring$"))
    BENCH.tap("front", 9.5, 0)
    wait_until(lambda: _tones() == ["base", "shade", "deep", "reflected", "light", "highlight"],
               "six shapes")
    SESSION.keep_screenshot("colour-filled")
    APP.activate("win.undo")
    wait_until(lambda: not _tones(), "one step")
    APP.activate("win.redo")


def test_2_refused():
    """What is open to the side of its window stays as it is."""
    BENCH.tap("front", 13, -15)
    assert len(_tones()) == 6
    # The next tap was taken after it: the fill that lay there is replaced.
    BENCH.tap("front", 0, 9.5)
    wait_until(lambda: len(_tones()) == 6, "six shapes again")
    APP.activate("win.undo")
    APP.activate("win.undo")
    wait_until(lambda: not _tones(), "no more steps than two")


def _paper():
    rect = BENCH.save().find(f"{SVG}rect")
    return rect.get(RW + "paper") if rect is not None else None


def test_3_paper():
    assert _paper() is None
    APP.activate("win.paper", "tobacco")
    APP.wait_for_state("win.paper", "tobacco")
    assert _paper() == "tobacco"
    SESSION.keep_screenshot("colour-tobacco")
    APP.activate("win.print-paper")
    APP.wait_for_state("win.print-paper", False)
    assert _paper() is None
    APP.activate("win.undo")
    APP.wait_for_state("win.print-paper", True)
    APP.activate("win.undo")
    APP.wait_for_state("win.paper", "warm-white")


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: SESSION.keep_screenshot("colour-" + name))
        APP.quit()
        APP.assert_silent()


if __name__ == "__main__":
    main()

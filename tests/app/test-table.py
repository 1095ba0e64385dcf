#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The consultation table, by pen and finger alone: what is said is written by hand, a drawing is kept,
the client looks at the sheet and signs it with the pen.

Each step asks the saved design what became of it.
"""

import re

import tap
from app_driver import Session
from bench_driver import Bench
from pen_rig import PenRig, wave
from x_server import wait_until

RIG = PenRig(1600, 1000)
SESSION = Session(RIG, environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "table.ring.svg")
APP = None


def _tap_widget(*widget):
    RIG.pen_tap(*APP.centre(*widget))


def _touch_widget(*widget):
    RIG.touch_tap(*APP.centre(*widget))


def test_1_said_by_hand():
    """Tap the pen beside the field, write on the sheet, tap it again: one entry of two strokes, about
    the place where the pen was before."""
    _tap_widget("Bench")
    APP.wait_for_state("win.show-view", "bench")
    APP.activate("win.zoom-fit")
    RIG.pen_hover(*BENCH.at("front", 0, -10))
    RIG.sync()
    APP.activate("win.say", "client")
    _tap_widget("Write It by Hand on the Sheet", "push button")
    APP.wait_for_state("win.instrument", "fine-liner")
    x, y = BENCH.at("front", -6, 0)
    RIG.pen_stroke(wave(x, y, 120, 14), hertz=250)
    RIG.pen_stroke(wave(x, y + 40, 90, 14), hertz=250)
    RIG.sync()
    _tap_widget("Write It by Hand on the Sheet", "push button")
    entry = BENCH.wait_record("entry", lambda one: "ink" in one, "an entry")
    assert entry["who"] == "client" and "text" not in entry, entry
    assert "view" in entry, entry
    APP.wait_for("Handwriting, 2 strokes")
    APP.wait_for("By hand", "label")
    SESSION.keep_screenshot("table-by-hand")


def test_2_kept_by_finger():
    _touch_widget("Keep as Revision", "push button")
    BENCH.wait_record("revision", lambda one: one["name"] == "A", "revision A")
    APP.activate("win.instrument", "pen")
    RIG.pen_stroke(wave(*BENCH.at("top", -6, 0), 120, 20), hertz=250)
    RIG.sync()
    _touch_widget("Keep as Revision", "push button")
    wait_until(lambda: [one["name"] for one in BENCH.records("revision")] == ["A", "B"], "revision B")


def test_3_shown():
    """One tap shows the sheet alone, another turns it round, two fingers zoom it, and nothing is drawn."""
    strokes = len(BENCH.items("stroke"))
    _touch_widget("Client's View", "push button")
    wait_until(lambda: len(APP.windows()) == 2, "the client's view")
    RIG.pen_tap(*APP.centre_on_top("Turn It Round for Who Sits Opposite (T)"))
    RIG.pen_stroke(wave(500, 400, 200, 30), hertz=250)
    RIG.touch_begin(1, 700, 500)
    RIG.touch_begin(2, 800, 500)
    for step in range(12):
        RIG.touch_update(1, 700 - 8 * step, 500)
        RIG.touch_update(2, 800 + 8 * step, 500)
    RIG.touch_end(1, 612, 500)
    RIG.touch_end(2, 888, 500)
    RIG.sync()
    SESSION.keep_screenshot("table-shown")
    # Turned, the sheet that is signed would be so as well; test-sign-pen writes on that.
    RIG.pen_tap(*APP.centre_on_top("Turn It Round for Who Sits Opposite (T)"))
    RIG.pen_tap(*APP.centre_on_top("Back to the Bench (Esc)"))
    wait_until(lambda: len(APP.windows()) == 1, "the Bench")
    assert len(BENCH.items("stroke")) == strokes


def test_4_signed_by_pen():
    _touch_widget("Client's View", "push button")
    RIG.pen_tap(*APP.centre_on_top("Sign the Sheet (Shift+F7)"))
    RIG.pen_tap(*APP.centre_on_top("To the Lines"))
    x, y, width, height = APP.place_on_top("Signature")
    RIG.pen_stroke(wave(x + 20, y + height // 2, width - 40, height // 4), hertz=250)
    RIG.sync()
    SESSION.keep_screenshot("table-signed")
    RIG.pen_tap(*APP.centre_on_top("Sign"))
    signed = BENCH.wait_record("sign-off", lambda one: "signature" in one, "the signature")
    assert "typed" not in signed and re.fullmatch("[0-9a-f]{64}", signed["digest"]), signed
    assert len(signed["signature"]) > 300, "a dot is no signature: " + signed["signature"]
    # An outline, not how it came about.
    assert not [name for name in signed if name in ("samples", "t0")], signed


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        RIG.set_tools()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("table-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

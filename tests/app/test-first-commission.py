#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole commission as somebody does it who has the program open for the first time: from the start to the sheet
that the client has signed, by a pen on the screen and a keyboard that types nothing but names and figures.

Every tap and every letter is counted and the processor time of the program is taken; both are told at the end. A
hand that takes three seconds for each tap, with looking for where to, one for each letter and five for each line
has to be done within twenty minutes.
"""

import math
import re
import subprocess

import tap
from app_driver import Session
from bench_driver import Bench
from gi.repository import Atspi
from pen_rig import PenRig, wave
from x_server import wait_until

RIG = PenRig(1600, 1000)
SESSION = Session(RIG, environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "first.ring.svg")
APP = None

TAPS, LETTERS, KEYS, DRAWN = [], [], [], []
SECONDS_A_TAP, SECONDS_A_LETTER, SECONDS_A_STROKE, MOST_SECONDS = 3, 1, 5, 20 * 60


def _tap(x, y, what):
    RIG.pen_tap(x, y)
    TAPS.append(what)


def _tap_on(name, role=None):
    _tap(*APP.centre(name, role), name)


def _tap_on_top(name):
    _tap(*APP.centre_on_top(name), name)


def _tap_at(view, x, y):
    _tap(*BENCH.at(view, x, y), f"{view} {x:g} {y:g}")


def _type(text):
    RIG.type(text)
    LETTERS.append(text)


def _key(name):
    RIG.key(name)
    KEYS.append(name)


def _stroke(points):
    RIG.pen_stroke(points, hertz=250)
    RIG.sync()
    DRAWN.append(len(points))


def _line(view, start, end):
    (x0, y0), (x1, y1) = BENCH.at(view, *start), BENCH.at(view, *end)
    return [(x0 + (x1 - x0) * t / 60, y0 + (y1 - y0) * t / 60 + 3 * math.sin(t / 9), 0.2 + 0.6 * math.sin(t * math.pi / 60))
            for t in range(61)]


def _scroll_to(name, role):
    """Turns the wheel over the panel until that is seen."""
    left, top = APP.origin()
    frame = Atspi.Component.get_extents(APP.windows()[0], Atspi.CoordType.WINDOW)
    for _ in range(24):
        x, y = APP.centre(name, role)
        if top + 80 < y < top + frame.height - 60:
            return
        RIG.mouse_move(left + frame.width - 120, top + frame.height // 2)
        RIG.mouse_scroll(1 if y > top + 80 else -1)
        RIG.sync()
        TAPS.append("wheel")


def _choose(label, name):
    _tap_on(label, "push button")
    APP.wait_for_state("win.instrument", name)


def test_1_whose_ring():
    """The Bench, and the finger: a size."""
    _tap_on("Bench")
    APP.wait_for_state("win.show-view", "bench")
    _tap_on(re.compile("^US "), "text")
    _type("6.5")
    _key("Return")
    BENCH.wait_record("ring", lambda ring: ring.get("size", "").startswith("53.1446"), "the size")


def test_2_said():
    """What she says is written by hand beside the ring while she says it, and then her name."""
    APP.activate("win.zoom-fit")
    RIG.pen_hover(*BENCH.at("front", 0, -10))
    RIG.sync()
    # As the key Q does.
    APP.activate("win.say", "client")
    KEYS.append("q")
    _tap_on("Write It by Hand on the Sheet", "push button")
    APP.wait_for_state("win.instrument", "fine-liner")
    x, y = BENCH.at("front", -6, 0)
    _stroke(wave(x, y, 120, 14))
    _stroke(wave(x, y + 40, 90, 14))
    _tap_on("Write It by Hand on the Sheet", "push button")
    BENCH.wait_record("entry", lambda one: one.get("who") == "client" and "ink" in one, "what she said")
    _scroll_to("Client", "text")
    _tap_on("Client", "text")
    _type("Ana Ruiz")
    BENCH.wait_record("commission", lambda one: one.get("client") == "Ana Ruiz", "the client")
    SESSION.keep_screenshot("first-client")


def test_3_drawn():
    """An oval sapphire by its figures, claws by a tap, and shoulders drawn once for both sides."""
    _choose("Gem", "gem")
    _tap_on(re.compile("^Gem settings:"))
    APP.wait_for("Gem in words")
    RIG.key("ctrl+a")
    _type("oval sapphire 8x6")
    _key("Return")
    APP.wait_for(re.compile("^Gem settings: .*8 × 6 mm"))
    _key("Escape")
    APP.wait_gone("Gem in words")
    _tap_at("top", 0, 0)
    BENCH.wait_record("gem", lambda gem: gem["cut"] == "oval", "a gem")
    _choose("Setting", "setting")
    _tap_at("top", 1, 0)
    BENCH.wait_record("setting", lambda setting: setting["kind"] == "claws", "claws")
    _choose("Pen", "pen")
    _tap_on("Symmetry", "push button")
    APP.wait(lambda: APP.state("win.symmetry") is True, "symmetry")
    before = len(BENCH.items("stroke"))
    for side in (-1, 1):
        _stroke(_line("top", (9.9, 1.08 * side), (3, 3.6 * side)))
        _stroke(_line("top", (8.1, 0), (3.9, 1.75 * side)))
    wait_until(lambda: len(BENCH.items("stroke")) == before + 4, "four strokes")
    _tap_on("Keep as Revision", "push button")
    BENCH.wait_record("revision", lambda one: one["name"] == "A", "revision A")


def test_4_stone():
    """The stone that was found for her: its name, its millimetres and where it comes from."""
    _choose("Stone note", "note")
    _tap_at("top", 0, -2)
    APP.wait_for("Name", "text")
    _type("Sapphire")
    _key("Tab")
    _type("8.12 x 5.94 x 4.1")
    _key("Tab")
    _type("Ratnapura")
    _key("Return")
    BENCH.wait_record("stone", lambda one: one.get("source") == "Ratnapura" and one.get("length") == "8.12",
                      "the stone")
    SESSION.keep_screenshot("first-stone")
    _tap_on("Draw", "push button")
    BENCH.wait_record("gem", lambda gem: gem["length"] == "8.12" and "stone" in gem, "the gem as the stone is")


def test_5_another_way():
    """She wants it otherwise: drawn, kept, both compared."""
    _choose("Pen", "pen")
    before = len(BENCH.items("stroke"))
    _stroke(_line("front", (9, -8), (5, -10.5)))
    wait_until(lambda: len(BENCH.items("stroke")) == before + 1, "another line")
    _tap_on("Keep as Revision", "push button")
    wait_until(lambda: [one["name"] for one in BENCH.records("revision")] == ["A", "B"], "revision B")


def test_6_shown_and_signed():
    """The client looks at the sheet alone, and signs the one that says all of it."""
    _tap_on("Client's View", "push button")
    wait_until(lambda: len(APP.windows()) == 2, "the client's view")
    SESSION.keep_screenshot("first-shown")
    _tap_on_top("Sign the Sheet (Shift+F7)")
    _tap_on_top("To the Lines")
    for field in ("Initials by the finger size", "Initials by the engraving", "Signature"):
        x, y, width, height = APP.place_on_top(field)
        _stroke(wave(x + width * 0.15, y + height // 2, width * 0.7, height // 4))
    SESSION.keep_screenshot("first-signed")
    _tap_on_top("Sign")
    signed = BENCH.wait_record("sign-off", lambda one: "signature" in one, "the signature")
    assert signed["name"] == "Ana Ruiz" and "initials-size" in signed, signed


def test_7_sheet():
    """What is printed says all of it; nobody had to write a sentence."""
    BENCH.save()
    SESSION.run("export", SESSION.path(BENCH.name), "-o", SESSION.path("sheet.pdf"), "--layout", "client")
    text = subprocess.run(["pdftotext", "-layout", SESSION.path("sheet.pdf"), "-"], check=True, text=True,
                          stdout=subprocess.PIPE).stdout
    for words in ("Ana Ruiz", "revision B", "US, Canada 6½", "8.12 × 5.94 × 4.10 mm"):
        assert words in text, text
    letters = sum(len(text) for text in LETTERS)
    longest = max(len(text.split()) for text in LETTERS)
    hand = (SECONDS_A_TAP * (len(TAPS) + len(KEYS)) + SECONDS_A_LETTER * letters + SECONDS_A_STROKE * len(DRAWN))
    own = APP.processor_seconds()
    print(f"# {len(TAPS)} taps, {len(KEYS)} keys, {letters} letters and figures, {len(DRAWN)} strokes: "
          f"{hand} s of a slow hand, {own:.1f} s of the processor")
    assert longest <= 5, LETTERS
    assert hand < MOST_SECONDS, (TAPS, KEYS, LETTERS)


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        RIG.set_tools()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("first-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

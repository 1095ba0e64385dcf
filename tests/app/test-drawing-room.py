#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A ring from an empty design, by pen and finger in the real program: size, stone, claws, halo,
shoulders drawn once, a dimension, gold, and the sheet.

Each step asks the saved design or the command line what became of it.
"""

import json
import re

import tap
from app_driver import RW, Session
from bench_driver import Bench
from pen_rig import PenRig
from x_server import wait_until

RIG = PenRig(1600, 1000)
SESSION = Session(RIG, environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "room.ring.svg")
APP = None


def _tap_widget(*widget):
    RIG.pen_tap(*APP.centre(*widget))


def _tap_view(view, x, y):
    RIG.pen_tap(*BENCH.at(view, x, y))


def _choose(label, name):
    _tap_widget(label, "push button")
    APP.wait_for_state("win.instrument", name)


def _type(text):
    for letter in text:
        RIG.key({" ": "space", ".": "period"}.get(letter, letter))
    RIG.key("Return")
    RIG.sync()


def _draw(view, ends, handles):
    """One pull of the pen along a Bezier curve, mm of the view."""
    left, top, millimetre = BENCH.origins()[view]
    curve = (ends[0], handles[0], handles[1], ends[1])
    points = []
    for i in range(81):
        t = i / 80
        weights = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3)
        x, y = (sum(w * p[axis] for w, p in zip(weights, curve)) for axis in (0, 1))
        points.append((left + x * millimetre, top + y * millimetre, 0.3 + 0.4 * t * (1 - t) * 4))
    RIG.pen_stroke(points, hertz=250)
    RIG.sync()


def _info():
    BENCH.save()
    return json.loads(SESSION.run("info", SESSION.path(BENCH.name), "--json").stdout)


def test_1_size():
    """One tap, and the sheet lies there with a ring; the size is typed where it stands."""
    _tap_widget("Bench")
    APP.wait_for_state("win.show-view", "bench")
    _tap_widget(re.compile("^US "), "text")
    _type("6.5")
    size = BENCH.wait_record("ring", lambda ring: "size" in ring, "a size")["size"]
    assert abs(float(size) - 53.1446) < 1e-4, size


def test_2_stone():
    _choose("Gem", "gem")
    _tap_widget(re.compile("^Gem settings:"))
    APP.wait_for("Gem in words")
    RIG.key("ctrl+a")
    _type("oval sapphire 8x6")
    APP.wait_for(re.compile("^Gem settings: .*8 × 6 mm"))
    RIG.key("Escape")
    APP.wait_gone("Gem in words")
    _tap_view("top", 0, 0)
    gem = BENCH.wait_record("gem", lambda _: True, "a gem")
    known = [gem[name] for name in ("cut", "length", "width", "species")]
    assert known == ["oval", "8", "6", "sapphire"], gem


def test_3_claws_and_halo():
    """One tap each."""
    _choose("Setting", "setting")
    _tap_view("top", 1, 0)
    BENCH.wait_record("setting", lambda setting: setting["kind"] == "claws", "claws")
    APP.wait_for(re.compile("Claws, 4"))
    _choose("Layout", "layout")
    _tap_view("top", 1, 1)
    BENCH.wait_record("layout", lambda layout: layout["kind"] == "halo", "a halo")
    layouts = _info()["layouts"]
    assert layouts[0]["stones"] == 18, layouts


def test_4_shoulders_drawn_once():
    _choose("Pen", "pen")
    _tap_widget("Symmetry", "push button")
    APP.wait(lambda: APP.state("win.symmetry") is True, "symmetry")
    for side in (-1, 1):
        _draw("top", ((9.9, 1.08 * side), (3, 3.75 * side)), ((8, 1.12 * side), (5.6, 3.3 * side)))
        _draw("top", ((8.1, 0), (3.9, 1.75 * side)), ((7, 0.35 * side), (5.6, 1.5 * side)))
    wait_until(lambda: len(BENCH.items("stroke")) == 4, "four strokes")
    assert all(stroke.get(RW + "symmetry") == "1 1 90 0 0" for stroke in BENCH.items("stroke"))
    SESSION.keep_screenshot("room-shoulders")


def test_5_dimension():
    """The stone's width, from edge to edge, and where the line goes."""
    _choose("Dimension", "dimension")
    for x, y in ((-3, 0), (3, 0), (0, 6.5)):
        _tap_view("top", x, y)
    wait_until(lambda: len(BENCH.items("dimension")) == 1, "a dimension")
    ends = BENCH.items("dimension")[0].get(RW + "ends").split()
    gem = BENCH.records("gem")[0]["id"]
    assert [end.split("/")[0] for end in ends[:2]] == [gem, gem], ends


def _fills():
    return len({art.get(RW + "fill") for art in BENCH.items("artwork")})


def test_6_gold():
    _choose("Fill", "fill")
    _tap_view("top", 9.9, 0)
    wait_until(lambda: BENCH.items("artwork"), "metal between the lines")
    _tap_view("front", 0, 9.35)
    wait_until(lambda: _fills() == 2, "two fills")
    SESSION.keep_screenshot("room-gold")
    # A finger takes the last one back, in one step.
    RIG.touch_tap(*APP.centre("Undo", "push button"))
    wait_until(lambda: _fills() == 1, "one fill")


def test_7_sheet():
    SESSION.run("export", SESSION.path(BENCH.name), "-o", SESSION.path("room.pdf"))
    SESSION.run("check", SESSION.path(BENCH.name))


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        RIG.set_tools()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("room-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing with what people sign with, in the real program: a pen that presses lightly and hard, a finger, and
either of them from the other side of the table."""

import os
import re

import tap
from app_driver import Session
from bench_driver import Bench
from gi.repository import Atspi
from pen_rig import PenRig
from x_server import wait_until

RIG = PenRig(1600, 1000)
SESSION = Session(RIG, environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "signed.ring.svg")
APP = None

TURN = "Turn It Round for Who Sits Opposite"
FIELDS = ("Initials by the finger size", "Initials by the engraving", "Signature")


def _sample():
    return os.path.join(os.environ["RING_SOURCE_ROOT"], "data/samples/commission.ring.svg")


def _search(name):
    """In the window of the sheet alone: the Bench behind it holds a thousand more."""
    nodes = APP.windows()[-1:]
    for node in nodes:
        if node.get_name() == name:
            return node
        nodes.extend(node.get_child_at_index(index) for index in range(node.get_child_count()))
    return None


def _place(name, turned=False):
    """x, y, width and height on the screen, which the window fills. GTK tells where the corner is that begins
    the widget: of what is turned round that is the other one."""
    box = Atspi.Component.get_extents(APP.wait(lambda: _search(name), name), Atspi.CoordType.WINDOW)
    if turned:
        return box.x - box.width, box.y - box.height, box.width, box.height
    return box.x, box.y, box.width, box.height


def _tap(name, turned=False):
    x, y, width, height = _place(name, turned)
    RIG.pen_tap(x + width // 2, y + height // 2)


def _line(name, pressure=0.5, turned=False):
    """Points from left to right through the middle of a field, as who sits before it sees it."""
    x, y, width, height = _place(name, turned)
    parts = [0.2 + 0.6 * step / 60 for step in range(61)]
    return [(round(x + (1 - part if turned else part) * width), y + height // 2, pressure) for part in parts]


def _box(text):
    """Of an outline: where its points lie at least and at most, mm."""
    here, points, counts = [0.0, 0.0], [], {"M": 2, "L": 2, "C": 6, "S": 4, "H": 1, "V": 1, "Z": 0}
    for command, rest in re.findall(r"([a-zA-Z])([^a-zA-Z]*)", text):
        numbers = [float(number) for number in re.findall(r"-?(?:\d+\.?\d*|\.\d+)", rest)]
        count = counts[command.upper()]
        for start in range(0, len(numbers), count or 1):
            base, some = list(here), numbers[start:start + count]
            axes = {"H": (0,), "V": (1,)}.get(command.upper(), (0, 1) * (count // 2))
            for axis, number in zip(axes, some):
                here[axis] = number + (base[axis] if command.islower() else 0)
                if axis == axes[-1]:
                    points.append(tuple(here))
    columns = list(zip(*points))
    return min(columns[0]), min(columns[1]), max(columns[0]), max(columns[1])


def _sign(strokes, turned=False):
    """Opens the sheet, lets STROKES write on it, and signs. Returns the record. TURNED: afterwards."""
    before = len(BENCH.records("sign-off"))
    APP.activate("win.sign-off")
    wait_until(lambda: len(APP.windows()) == 2, "the sheet")
    _tap("To the Lines")
    strokes()
    _tap("Sign", turned)
    wait_until(lambda: len(APP.windows()) == 1, "the Bench")
    signed = BENCH.records("sign-off")
    assert len(signed) == before + 1, signed
    return signed[-1]


def test_1_pen():
    """A line is as wide as the pen pressed, all of it, however quickly it came; nothing but outlines is kept."""
    def write():
        for name, pressure in zip(FIELDS, (0.1, 0.9, 0.5)):
            RIG.pen_stroke(_line(name, pressure))
            RIG.sync()
        _search("Signature")
        SESSION.keep_screenshot("sign-pen")
    signed = _sign(write)
    heights = []
    for field in ("initials-size", "initials-engraving", "signature"):
        x0, y0, x1, y1 = _box(signed[field])
        assert x1 - x0 > 20, (field, x0, x1)
        heights.append(y1 - y0)
    light, hard, middle = heights
    assert light < 0.8 * middle < 0.8 * hard, heights
    assert set(signed) <= {"id", "at", "digest", "name", "revision", "signature", "initials-size",
                           "initials-engraving"}, signed


def test_2_finger():
    """A finger writes, and moves no paper under itself."""
    def write():
        place = _place("Signature")
        RIG.touch_stroke(_line("Signature"))
        assert _place("Signature") == place, "the sheet moved"
        SESSION.keep_screenshot("sign-finger")
    x0, y0, x1, y1 = _box(_sign(write)["signature"])
    assert x1 - x0 > 30 and y1 - y0 < 1, (x0, y0, x1, y1)


def test_3_opposite():
    """The sheet lies before who sits opposite, who writes from left to right as well; it stays so."""
    def write():
        _tap(TURN)
        APP.wait(lambda: _place("Sign")[1] < 200, "the bar at the other side")
        SESSION.keep_screenshot("sign-opposite")
        RIG.pen_stroke(_line("Signature", turned=True)[:31])
        RIG.sync()
        RIG.touch_stroke(_line("Initials by the finger size", turned=True)[:31])
        SESSION.keep_screenshot("sign-opposite-written")
    signed = _sign(write, turned=True)
    for field, width in (("signature", 82), ("initials-size", 40)):
        x0, _, x1, _ = _box(signed[field])
        assert 0.1 * width < x0 < 0.3 * width and 0.4 * width < x1 < 0.6 * width, (field, x0, x1)
    APP.activate("win.sign-off")
    wait_until(lambda: len(APP.windows()) == 2, "the sheet")
    APP.wait(lambda: _place("Sign")[1] < 200, "the bar at the other side again")
    _tap("Cancel", turned=True)
    wait_until(lambda: len(APP.windows()) == 1, "the Bench")


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch(SESSION.copy(_sample()))
        RIG.set_tools()
        BENCH.show()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("sign-pen-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is in a stone and on it, marked on its own plan in the real program: by a pen of which the other end rubs
out, a finger, the mouse and the keys; before work and after; and on the receipt."""

import os
import re
import subprocess

import tap
from app_driver import Session
from bench_driver import Bench
from pen_rig import PenRig
from x_server import wait_until

RIG = PenRig(1600, 1000)
SESSION = Session(RIG, environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "plot.ring.svg")
APP = None

FACE, BELOW = re.compile("^Face up: "), re.compile("^From below: ")


def _at(name, *points):
    """Pixels of parts of a side's width and height."""
    x, y, width, height = APP.place_on_top(name)
    return [(round(x + px * width), round(y + py * height)) for px, py in points]


def _line(name, start, end, pressure=0.6):
    parts = [step / 24 for step in range(25)]
    return [(*point, pressure) for point in
            _at(name, *((start[0] + (end[0] - start[0]) * part, start[1] + (end[1] - start[1]) * part)
                        for part in parts))]


def _tap(name):
    RIG.pen_tap(*APP.centre_on_top(name))


def _plots():
    return {one["when"]: one for one in BENCH.records("plot")}


def _strokes(when, field):
    return len(re.findall("M", _plots().get(when, {}).get(field, ""), re.IGNORECASE))


def _wait(when, field, count):
    wait_until(lambda: _strokes(when, field) == count, f"{count} of {field} {when}")


def test_1_opened():
    """The card asks for a size, and then shows the plan and opens it with one tap."""
    BENCH.show()
    BENCH.choose("note")
    RIG.pen_stroke([(*BENCH.at("front", 0, -12), 0.5)])
    RIG.sync()
    APP.wait_for("Name", "text")
    RIG.type("Sapphire")
    wait_until(lambda: BENCH.records("stone")[0].get("name"), "its name")
    APP.wait_for("The plan needs the stone’s size", "label")
    RIG.key("Tab")
    RIG.type("8.12 x 5.94 x 4.1")
    RIG.key("Return")
    BENCH.wait_record("stone", lambda one: one.get("length") == "8.12", "its size")
    APP.wait_for("Mark them on its plan", "label")
    RIG.pen_stroke([(*APP.centre("Inclusions and Damage", "label"), 0.5)])
    RIG.sync()
    wait_until(lambda: len(APP.windows()) == 2, "the plan")
    assert APP.find_on_top("Face up: nothing marked") is not None
    assert not BENCH.records("plot")


def test_2_pen():
    """Red inside, green at the surface, on both sides; a mark is where the pen was, and a step."""
    RIG.pen_stroke(_line(FACE, (0.5, 0.4), (0.56, 0.5)), hertz=250)
    RIG.sync()
    _wait("before", "face-inside", 1)
    numbers = [float(number) for number in re.findall(r"-?\d*\.?\d+", _plots()["before"]["face-inside"])[:2]]
    assert abs(numbers[0]) < 1 and -2.5 < numbers[1] < 0.5, numbers
    RIG.pen_stroke(_line(FACE, (0.44, 0.58), (0.45, 0.585)), hertz=250)
    RIG.sync()
    _wait("before", "face-inside", 2)
    _tap("At the Surface")
    RIG.pen_stroke(_line(FACE, (0.66, 0.4), (0.68, 0.48)), hertz=250)
    RIG.pen_stroke(_line(BELOW, (0.33, 0.4), (0.38, 0.48)), hertz=250)
    RIG.sync()
    _wait("before", "below-surface", 1)
    assert _strokes("before", "face-surface") == 1
    assert APP.find_on_top("Face up: 2 inside, 1 at the surface") is not None
    assert set(_plots()["before"]) == {"id", "stone", "when", "cut", "length", "width", "depth", "face-inside",
                                       "face-surface", "below-surface"}, _plots()
    SESSION.keep_screenshot("plot-pen")
    RIG.key("ctrl+z")
    _wait("before", "below-surface", 0)
    RIG.key("ctrl+shift+z")
    _wait("before", "below-surface", 1)


def test_3_eraser():
    """The pen's other end takes whole marks, of whichever colour is chosen; one movement is one step."""
    RIG.eraser_stroke(_line(FACE, (0.4, 0.59), (0.5, 0.575)))
    RIG.sync()
    _wait("before", "face-inside", 1)
    RIG.key("ctrl+z")
    _wait("before", "face-inside", 2)
    _tap("Eraser")
    RIG.pen_stroke(_line(FACE, (0.4, 0.5), (0.6, 0.5)))
    RIG.sync()
    _wait("before", "face-inside", 1)
    RIG.key("ctrl+z")
    _wait("before", "face-inside", 2)


def test_4_finger_mouse_and_keys():
    RIG.key("i")
    (x, y), (end_x, end_y) = _at(BELOW, (0.5, 0.5), (0.55, 0.6))
    RIG.touch_stroke([(x + (end_x - x) * step // 8, y + (end_y - y) * step // 8) for step in range(9)])
    _wait("before", "below-inside", 1)
    RIG.mouse_drag(_at(BELOW, (0.45, 0.6), (0.46, 0.62), (0.47, 0.66)))
    RIG.sync()
    _wait("before", "below-inside", 2)
    for key in ("Right", "Right", "Up", "shift+Up", "space"):
        RIG.key(key)
    _wait("before", "below-inside", 3)
    RIG.key("Delete")
    _wait("before", "below-inside", 2)
    SESSION.keep_screenshot("plot-keys")


def test_5_after():
    """A plan of its own."""
    _tap("After")
    APP.wait(lambda: APP.find_on_top("Face up: nothing marked"), "an empty plan")
    RIG.pen_stroke(_line(FACE, (0.5, 0.4), (0.54, 0.47)), hertz=250)
    RIG.sync()
    _wait("after", "face-inside", 1)
    assert _strokes("before", "face-inside") == 2
    SESSION.keep_screenshot("plot-after")
    _tap("Before")
    APP.wait(lambda: APP.find_on_top("Face up: 2 inside, 1 at the surface"), "the first plan")
    RIG.key("Escape")
    wait_until(lambda: len(APP.windows()) == 1, "the Bench")
    APP.wait_for("before: 4 inside, 2 at the surface; after: 1 inside", "label")
    SESSION.keep_screenshot("plot-card")


def test_6_receipt():
    RIG.pen_stroke([(*APP.centre("Taken In", "label"), 0.5)])
    RIG.sync()
    APP.press("Take In", "push button")
    BENCH.wait_record("take-in", lambda one: True, "a take-in")
    path = SESSION.path("receipt.pdf")
    APP.activate("win.export-receipt-path", path)
    wait_until(lambda: os.path.exists(path) and os.path.getsize(path) > 0, "the receipt")
    text = subprocess.run(["pdftotext", "-layout", path, "-"], check=True, text=True,
                          stdout=subprocess.PIPE).stdout
    assert text.count("at the surface") == 2 and "after work on it 8.12 × 5.94 mm" in text, text
    APP.assert_silent()


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        RIG.set_tools()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("plot-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

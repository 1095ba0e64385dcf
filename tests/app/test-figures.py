#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shapes, dimensions and notes in the real program: drawn, measured, typed, written, followed."""

import os
import re
import xml.etree.ElementTree as ET

import tap
from app_driver import Session
from x_server import Xvfb, wait_until

RW = "{urn:ringwright:design:1}"
SVG = "{http://www.w3.org/2000/svg}"
CANVAS = re.compile("^Drawing:|^Drawing$")

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
APP = None


def _save():
    path = SESSION.path("figures.ring.svg")
    before = os.stat(path).st_mtime_ns if os.path.exists(path) else 0
    APP.wait_enabled("win.save-path")
    APP.activate("win.save-path", path)
    wait_until(lambda: os.path.exists(path) and os.stat(path).st_mtime_ns != before,
               "the saved file")
    return ET.parse(path).getroot()


def _figures(kind):
    return [{name.replace(RW, ""): value for name, value in node.attrib.items()}
            | {"words": [text.text for text in node.iter(SVG + "text")]}
            for node in _save().iter(SVG + "g") if node.get(RW + "kind") == kind]


def _numbers(text):
    return [float(number) for number in re.findall(r"-?[0-9.]+", text)]


def _origins():
    """Where the finger's centre is on the screen in each view, and how many pixels a mm of the ring
    has there. All views together are in the middle of the canvas."""
    x, y, width, height = APP.place(CANVAS)
    zoom = APP.wait_for(re.compile("^[0-9]+ %$"), "push button").get_name()
    pixel = float(zoom.split()[0]) / 100 * 96 / 25.4
    views = {}
    for view in _save().iter(SVG + "g"):
        if view.get(RW + "view", "page") != "page":
            matrix, clip = _numbers(view.get("transform")), _numbers(view.get(RW + "clip"))
            views[view.get(RW + "view")] = (matrix[0], matrix[4], matrix[5], clip)
    middle = []
    for axis in (0, 1):
        starts = [view[1 + axis] + view[0] * view[3][axis] for view in views.values()]
        ends = [view[1 + axis] + view[0] * (view[3][axis] + view[3][axis + 2])
                for view in views.values()]
        middle.append((min(starts) + max(ends)) / 2)
    return {name: (x + width / 2 + (dx - middle[0]) * pixel,
                   y + height / 2 + (dy - middle[1]) * pixel, scale * pixel)
            for name, (scale, dx, dy, _) in views.items()}


def _at(view, x, y):
    """The pixel of a point in mm of the view, y down."""
    left, top, millimetre = _origins()[view]
    return round(left + x * millimetre), round(top + y * millimetre)


def _tap(view, x, y):
    SESSION.xdotool("mousemove", *_at(view, x, y), "click", "1")


def _drag(view, start, end):
    (x0, y0), (x1, y1) = _at(view, *start), _at(view, *end)
    moves = []
    for step in range(1, 13):
        moves += ["mousemove", x0 + (x1 - x0) * step // 12, y0 + (y1 - y0) * step // 12]
    SESSION.xdotool("mousemove", x0, y0, "mousedown", "1", *moves, "mouseup", "1")


def _choose(name):
    APP.activate("win.instrument", name)
    APP.wait_for_state("win.instrument", name)


def test_1_a_line():
    APP.activate("win.show-view", "bench")
    APP.wait_for_state("win.show-view", "bench")
    _choose("shape")
    _drag("front", (-5, -12.5), (5, -12.5))
    wait_until(lambda: len(_figures("shape")) == 1, "a line")
    shape = _figures("shape")[0]
    assert shape["form"] == "line", shape
    points = _numbers(shape["points"])
    assert abs(points[2] - points[0] - 10) < 0.5, points


def test_2_its_length_typed():
    SESSION.xdotool("key", "s")
    APP.wait_for("Length (mm)")
    SESSION.xdotool("key", "ctrl+a", "type", "12.5")
    SESSION.xdotool("key", "Return", "Escape")
    wait_until(lambda: abs(_numbers(_figures("shape")[0]["points"])[2]
                           - _numbers(_figures("shape")[0]["points"])[0] - 12.5) < 0.01,
               "a length of 12.5 mm")


def test_3_a_dimension_follows():
    _choose("dimension")
    _tap("front", 6.12, 6.12)
    _tap("front", 9.5, 11)
    wait_until(lambda: len(_figures("dimension")) == 1, "a dimension")
    dimension = _figures("dimension")[0]
    assert dimension["form"] == "diameter", dimension
    assert dimension["ends"] == "finger/0 finger/1 -", dimension
    assert dimension["words"] == ["Ø 17.32"], dimension


def test_4_a_typed_measure_drives():
    _tap("front", 10.6, 10.6)
    SESSION.xdotool("key", "s")
    APP.wait_for("Measure (mm)")
    SESSION.xdotool("key", "ctrl+a", "type", "18")
    SESSION.xdotool("key", "Return", "Escape")
    wait_until(lambda: _figures("dimension")[0]["words"] == ["Ø 18"], "another diameter")
    size = [ring.get("size") for ring in _save().iter(RW + "ring")][0]
    assert abs(float(size) - 18 * 3.14159265) < 0.01, size


def test_5_a_note_with_a_leader():
    _choose("text")
    _drag("front", (-6.4, 6.4), (-12, 11.5))
    APP.wait_for("Text on the drawing")
    SESSION.xdotool("type", "polish inside")
    SESSION.xdotool("key", "Return")
    wait_until(lambda: len(_figures("text")) == 1, "a note")
    note = _figures("text")[0]
    assert note["text"] == "polish inside", note
    assert len(_numbers(note["points"])) == 4, note


def test_6_one_step_back_each():
    APP.activate("win.undo")
    wait_until(lambda: not _figures("text"), "no note")
    APP.activate("win.undo")
    wait_until(lambda: _figures("dimension")[0]["words"] == ["Ø 17.32"], "the diameter before")


def test_7_by_keys_alone():
    SESSION.xdotool("key", "l")
    APP.wait_for_state("win.instrument", "shape")
    before = len(_figures("shape"))
    SESSION.xdotool("key", "k", "Return", *["shift+Right"] * 20, "Return")
    wait_until(lambda: len(_figures("shape")) == before + 1, "a line drawn by keys")
    SESSION.xdotool("key", "Escape")


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("figures-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

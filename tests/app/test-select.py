#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Selecting in the real program, by mouse, keys and assistive technology: a lasso, a drag, a turn, a
copy; and what the clipboard carries from one window to another."""

import os
import re
import xml.etree.ElementTree as ET

import tap
from app_driver import Session
from gi.repository import Atspi
from x_server import Xvfb, wait_until

RW = "{urn:ringwright:design:1}"
SVG = "{http://www.w3.org/2000/svg}"
CANVAS = re.compile("^Drawing:|^Drawing$")
SIZE = re.compile("^US ")

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
APP = None


def _save():
    path = SESSION.path("select.ring.svg")
    before = os.stat(path).st_mtime_ns if os.path.exists(path) else 0
    APP.wait_enabled("win.save-path")
    APP.activate("win.save-path", path)
    wait_until(lambda: os.path.exists(path) and os.stat(path).st_mtime_ns != before, "the saved file")
    return ET.parse(path).getroot()


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


def _strokes():
    return [node for node in _save().iter() if node.get(RW + "kind") == "stroke"]


def _matrix(stroke):
    """The six numbers of a stroke's transform."""
    text = stroke.get("transform", "matrix(1 0 0 1 0 0)")
    numbers = _numbers(text)
    return numbers if text.startswith("matrix") else [1, 0, 0, 1] + numbers


def _wait_matrix(index, condition, what):
    wait_until(lambda: condition(_matrix(_strokes()[index])), what)
    return _matrix(_strokes()[index])


def _path(view, *points):
    """One drag along the points."""
    moves = []
    for start, end in zip(points, points[1:]):
        (x0, y0), (x1, y1) = _at(view, *start), _at(view, *end)
        for step in range(1, 9):
            moves += ["mousemove", x0 + (x1 - x0) * step // 8, y0 + (y1 - y0) * step // 8]
    SESSION.xdotool("mousemove", *_at(view, *points[0]), "mousedown", "1", *moves, "mouseup", "1")


def _focus():
    x, y = _at("front", 13, 13)
    SESSION.xdotool("mousemove", x, y, "click", "2")


def test_1_lasso():
    """Of two strokes the lasso goes round one."""
    APP.activate("win.show-view", "bench")
    APP.wait_for_state("win.show-view", "bench")
    APP.activate("win.zoom-fit")
    _drag("front", (-6, -3), (0, -6))
    _drag("front", (-4, 5), (4, 5))
    wait_until(lambda: len(_strokes()) == 2, "two strokes")
    _focus()
    SESSION.xdotool("key", "v")
    APP.wait_for_state("win.instrument", "select")
    assert not APP.is_enabled("win.delete")
    SESSION.xdotool("keydown", "alt")
    _path("front", (-7, -2), (-7, -7), (1, -7), (1, -5), (-5, -1.5))
    SESSION.xdotool("keyup", "alt")
    APP.wait_enabled("win.delete")
    SESSION.keep_screenshot("select-lasso")


def test_2_move():
    _drag("front", (-3, -4.5), (-1, -2.5))
    matrix = _wait_matrix(0, lambda m: m[4] != 0, "a moved stroke")
    assert abs(matrix[4] - 2) < 0.1 and abs(matrix[5] - 2) < 0.1, matrix
    assert _matrix(_strokes()[1]) == [1, 0, 0, 1, 0, 0]
    samples = _strokes()[0].get(RW + "samples")
    APP.activate("win.undo")
    _wait_matrix(0, lambda m: m[4] == 0, "where it was")
    assert _strokes()[0].get(RW + "samples") == samples
    APP.activate("win.redo")
    _wait_matrix(0, lambda m: m[4] != 0, "moved again")


def test_3_arrows():
    before = _matrix(_strokes()[0])
    _focus()
    SESSION.xdotool("key", "Right", "Right", "shift+Down", "ctrl+Left")
    matrix = _wait_matrix(0, lambda m: m[5] != before[5], "a nudged stroke")
    # A step is 0.1 mm of paper, which are 0.025 mm at 4:1; with Ctrl 0.01 mm of the ring.
    _wait_matrix(0, lambda m: abs(m[4] - before[4] - 0.04) < 1e-3, "two steps, and a fine one back")
    assert abs(matrix[5] - before[5] - 0.25) < 1e-3, (before, matrix)
    APP.activate("win.undo")
    _wait_matrix(0, lambda m: m == before, "one step")


def test_4_turn_and_copy():
    _focus()
    SESSION.xdotool("key", "ctrl+bracketleft")
    matrix = _wait_matrix(0, lambda m: m[0] == 0, "a quarter turn")
    assert matrix[1:3] == [-1, 1], matrix
    SESSION.xdotool("key", "ctrl+d")
    wait_until(lambda: len(_strokes()) == 3, "a copy")
    SESSION.keep_screenshot("select-copy")
    APP.activate("win.undo")
    APP.activate("win.undo")
    wait_until(lambda: len(_strokes()) == 2, "no copy")
    _wait_matrix(0, lambda m: m[0] == 1, "no turn")


def test_5_numbers():
    """By assistive technology alone: the width is told in mm and can be set."""
    _focus()
    SESSION.xdotool("key", "ctrl+a")
    APP.wait_for(re.compile("^Selection: 2 items, [0-9.]+.×.[0-9.]+ mm$"))
    APP.activate("win.instrument-settings")
    width = APP.wait_for("Width, mm", "spin button")
    old = Atspi.Value.get_current_value(width)
    assert 8 < old < 13, old
    Atspi.Value.set_current_value(width, old * 2)
    matrix = _wait_matrix(1, lambda m: abs(m[0] - 2) < 1e-3, "twice as wide")
    assert abs(matrix[3] - 2) < 1e-3, matrix
    SESSION.keep_screenshot("select-numbers")
    SESSION.xdotool("key", "Escape")
    APP.activate("win.undo")


def test_6_text_keeps_its_keys():
    """Where one writes, Ctrl+A and Delete are about the text."""
    x, y = APP.centre(SIZE, "text")
    SESSION.xdotool("mousemove", x, y, "click", "1")
    SESSION.xdotool("type", "54")
    size = APP.wait_for(SIZE, "text")
    APP.wait(lambda: APP.text(size) == "54", "what was typed")
    SESSION.xdotool("key", "ctrl+a", "Delete")
    APP.wait(lambda: APP.text(size) == "", "nothing")
    assert len(_strokes()) == 2
    SESSION.xdotool("key", "Escape")


def test_7_other_window():
    """What is copied in one window is pasted in another, samples and all."""
    _focus()
    APP.activate("win.select-all")
    APP.wait_enabled("win.copy")
    samples = [stroke.get(RW + "samples") for stroke in _strokes()]
    APP.activate("win.copy")
    APP.activate("app.new-window")
    APP.wait_ready(windows=2)
    APP.activate("win.show-view", "bench", window=2)
    APP.activate("win.paste-in-place", window=2)
    APP.wait_for_state("win.instrument", "select", window=2)
    APP.wait_enabled("win.delete", window=2)
    path = SESSION.path("other.ring.svg")
    APP.activate("win.save-path", path, window=2)
    wait_until(lambda: os.path.exists(path), "the other file")
    pasted = [node for node in ET.parse(path).getroot().iter()
              if node.get(RW + "kind") == "stroke"]
    assert [stroke.get(RW + "samples") for stroke in pasted] == samples
    APP.activate("win.delete", window=2)
    APP.wait_enabled("win.delete", False, window=2)
    assert len(_strokes()) == 2


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("select-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Gems in the real program: set by a tap, moved by a drag, changed in words, seen in every view."""

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
GEM_BUTTON = re.compile("^Gem settings:")

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
APP = None


def _save():
    path = SESSION.path("gems.ring.svg")
    before = os.stat(path).st_mtime_ns if os.path.exists(path) else 0
    APP.wait_enabled("win.save-path")
    APP.activate("win.save-path", path)
    wait_until(lambda: os.path.exists(path) and os.stat(path).st_mtime_ns != before, "the saved file")
    return ET.parse(path).getroot()


def _gems():
    return [{name.replace(RW, ""): value for name, value in node.attrib.items()}
            for node in _save().iter(RW + "gem")]


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


def _number(gem, name):
    return float(gem.get(name, "0"))


def _wait_gem(condition, what):
    wait_until(lambda: len(_gems()) == 1 and condition(_gems()[0]), what)
    return _gems()[0]


def _write(text):
    """Opens the settings and writes a gem in words."""
    APP.activate("win.instrument-settings")
    entry = APP.wait_for("Gem in words", "text")
    # It has the focus when the settings open.
    APP.wait(lambda: entry.clear_cache()
             or entry.get_state_set().contains(Atspi.StateType.FOCUSED), "the focus")
    SESSION.xdotool("key", "ctrl+a")
    SESSION.xdotool("type", text)
    APP.wait(lambda: APP.text(entry) == text, "what was typed")
    SESSION.xdotool("key", "Return")


def test_1_two_taps():
    """The instrument, and the place: a gem sits at the top of the ring, and is one step."""
    APP.activate("win.show-view", "bench")
    APP.wait_for_state("win.show-view", "bench")
    APP.activate("win.zoom-fit")
    APP.press("Gem", "push button")
    APP.wait_for_state("win.instrument", "gem")
    _tap("front", 0.05, -12)
    APP.wait_enabled("win.undo")
    gem = _wait_gem(lambda gem: True, "a gem")
    assert gem["cut"] == "round" and gem["length"] == "6.5" and gem["style"] == "lit", gem
    # Near enough to the top is the top; the culet clears the finger.
    assert "angle" not in gem and "offset" not in gem, gem
    assert abs(_number(gem, "height") - 3.295) < 0.01, gem
    APP.activate("win.undo")
    wait_until(lambda: not _gems(), "no gem")
    APP.activate("win.redo")
    _wait_gem(lambda gem: True, "the gem again")
    SESSION.keep_screenshot("gems-one")


def test_2_drag_round_the_finger():
    _drag("front", (0, -12), (9, -9))
    gem = _wait_gem(lambda gem: abs(_number(gem, "angle") + 45) < 3, "45 degrees to the right")
    assert "offset" not in gem, gem
    APP.activate("win.undo")
    _wait_gem(lambda gem: "angle" not in gem, "where it was, in one step")


def test_3_drag_in_another_view():
    """The place belongs to the ring: from above the same gem is dragged along the finger."""
    _drag("top", (0, 0), (0, 3))
    gem = _wait_gem(lambda gem: abs(_number(gem, "offset") - 3) < 0.2, "3 mm along the finger")
    assert "angle" not in gem, gem
    _drag("top", (0, 3), (0, 0.1))
    _wait_gem(lambda gem: "offset" not in gem, "the middle of the band")


def test_4_words():
    _write("oval sapphire 8x6")
    APP.wait_for(re.compile("^Gem settings: Oval sapphire 8 × 6 mm, 1.41 ct ±10 %$"))
    SESSION.keep_screenshot("gems-settings")
    SESSION.xdotool("key", "Escape")
    _tap("front", 8.2, -8.2)
    wait_until(lambda: len(_gems()) == 2, "two gems")
    oval = [gem for gem in _gems() if gem["cut"] == "oval"][0]
    assert oval["species"] == "sapphire" and oval["length"] == "8" and oval["width"] == "6", oval
    assert abs(_number(oval, "angle") + 45) < 3, oval
    SESSION.keep_screenshot("gems-two")
    APP.activate("win.undo")


def test_5_refused():
    _write("rhubarb 3x")
    APP.wait_for(re.compile("is no cut, stone or size"), "label")
    APP.wait_for(re.compile("^Gem settings: Oval sapphire"))
    SESSION.xdotool("key", "Escape")
    _write("round 1 ct")
    APP.wait_for(re.compile("^Gem settings: Round sapphire 6.14 mm, 1 ct ±10 %$"))
    SESSION.xdotool("key", "Escape")


def test_6_change_the_one_tapped():
    _tap("front", 0, -12)
    APP.wait_for(re.compile("^Gem settings: Round diamond 6.5 mm"))
    _write("emerald 7x5")
    gem = _wait_gem(lambda gem: gem["cut"] == "emerald", "another cut in its place")
    assert (gem["length"], gem["width"]) == ("7", "5") and "angle" not in gem, gem
    APP.wait_for("This Gem", "label")
    APP.press("Lines", "push button")
    _wait_gem(lambda gem: "style" not in gem, "lines")
    APP.press("Remove This Gem", "push button")
    wait_until(lambda: not _gems(), "no gem")
    APP.activate("win.undo")
    _wait_gem(lambda gem: gem["cut"] == "emerald", "the gem again")
    SESSION.xdotool("key", "Escape")


def _arrows(view, x, y, start):
    """Keys that lead the crosshair to a point of a view; a step with Shift is 1 mm of paper."""
    scale = 4  # of the front view
    step = _origins()[view][2] / scale
    keys = []
    for name, way in zip((("Left", "Right"), ("Up", "Down")),
                         (a - b for a, b in zip(_at(view, x, y), start))):
        keys += ["shift+" + name[way > 0]] * round(abs(way) / step)
    return keys


def test_7_keys_alone():
    """J takes the instrument, K shows the crosshair in the middle of what is seen. On a gem, Enter
    takes it up and sets it down, and arrows move it; elsewhere Enter sets a new one."""
    APP.activate("win.instrument", "pen")
    x, y, width, height = APP.place(CANVAS)
    middle = x + width // 2, y + height // 2
    to_gem = _arrows("front", 0, -12, middle)
    SESSION.xdotool("mousemove", *middle, "click", "2")
    SESSION.xdotool("key", "j")
    APP.wait_for_state("win.instrument", "gem")
    SESSION.xdotool("key", "k", *to_gem, "Return", *["shift+Right"] * 24, "Return")
    _wait_gem(lambda gem: _number(gem, "angle") < -20, "a gem moved by the keyboard")
    SESSION.xdotool("key", *["shift+Down"] * 40, "Return")
    wait_until(lambda: len(_gems()) == 2, "a gem set by the keyboard")
    SESSION.xdotool("key", "Escape")


def test_8_remembered():
    global APP  # pylint: disable=global-statement
    _save()
    APP.quit()
    APP = SESSION.launch(SESSION.path("gems.ring.svg"))
    APP.activate("win.show-view", "bench")
    APP.activate("win.instrument", "gem")
    APP.wait_for(GEM_BUTTON)
    assert _gems(), "the file lost its gems"
    APP.quit()


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("gems-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

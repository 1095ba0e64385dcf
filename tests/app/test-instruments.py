#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Instruments by keys, mouse and assistive technology in the real program, and what it remembers of
them in its next run."""

import re

import tap
from app_driver import Session
from bench_driver import CANVAS
from gi.repository import Atspi
from x_server import Xvfb

SIZE = re.compile("^US ")
SETTINGS = re.compile("^Instrument settings:")

SESSION = Session(Xvfb(1280, 900), environment={"GSETTINGS_BACKEND": "keyfile"})
APP = None


def _key(*chords):
    SESSION.xdotool("key", *chords)


def _click(*target):
    x, y = APP.centre(*target)
    SESSION.xdotool("mousemove", x, y, "click", "1")


def _focus_canvas():
    APP.activate("win.show-view", "bench")
    x, y, width, height = APP.place(CANVAS)
    # A middle click pans by nothing and takes the focus.
    SESSION.xdotool("mousemove", x + width // 2, y + height // 2, "click", "2")


def _strokes():
    """What the canvas tells assistive technology."""
    found = re.search(r"(\d+) strokes?", APP.wait_for(CANVAS).get_name())
    return int(found.group(1)) if found else 0


def _ink(name):
    """What a handle of the curve says of itself, in per cent."""
    return int(re.search(r"ink (\d+) %", APP.wait_for(name, "slider").get_description()).group(1))


def test_1_keys():
    _focus_canvas()
    for key, name in (("b", "brush"), ("g", "gouache"), ("f", "fine-liner"), ("c", "pencil"),
                      ("m", "marker"), ("w", "wash"), ("e", "eraser"), ("x", "cutting-eraser"), ("n", "note"), ("p", "pen")):
        _key(key)
        APP.wait_for_state("win.instrument", name)


def test_2_keys_are_letters_in_text():
    _focus_canvas()
    _click(SIZE, "text")
    SESSION.xdotool("type", "bee[w]")
    size = APP.wait_for(SIZE, "text")
    APP.wait(lambda: APP.text(size) == "bee[w]", "what was typed")
    assert APP.state("win.instrument") == "pen", APP.state("win.instrument")
    _key("ctrl+a", "BackSpace")


def test_3_keys_rest_elsewhere():
    """Where there is no paper, letters choose no instrument."""
    APP.activate("win.show-view", "catalogue")
    APP.wait_for_state("win.show-view", "catalogue")
    _key("b")
    APP.activate("win.show-view", "bench")
    APP.wait_for_state("win.show-view", "bench")
    _focus_canvas()
    _key("f")
    APP.wait_for_state("win.instrument", "fine-liner")
    _key("p")
    APP.wait_for_state("win.instrument", "pen")


def test_4_names():
    for name in ("Pen", "Fine liner", "Pencil", "Brush", "Marker", "Wash", "Gouache", "Eraser",
                 "Cutting eraser", "Stone note"):
        APP.wait_for(name, "push button")
    APP.press("Gouache", "push button")
    APP.wait_for_state("win.instrument", "gouache")
    APP.wait_for("Permanent white", "push button")
    APP.press("Ruby", "push button")
    APP.wait_for_state("win.colour", "#a3123a")


def test_5_curve_by_keys():
    APP.activate("win.instrument", "pen")
    assert not APP.is_enabled("win.reset-curve")
    _focus_canvas()
    _key("s")
    APP.wait_for("Light pressure", "slider")
    before = _ink("Light pressure")
    # By the keyboard alone: Tab goes to the handle, arrows move it.
    handle = APP.wait_for("Light pressure", "slider")
    for _ in range(16):
        handle.clear_cache()
        if handle.get_state_set().contains(Atspi.StateType.FOCUSED):
            break
        _key("Tab")
    _key("Up")
    APP.wait(lambda: _ink("Light pressure") == before + 5, "a step up")
    _key("shift+Down")
    APP.wait(lambda: _ink("Light pressure") == before + 4, "a small step down")
    APP.wait_enabled("win.reset-curve")
    SESSION.keep_screenshot("instrument-settings")


def _draw(points):
    """With the mouse, in pixels from the middle of the canvas."""
    x, y, width, height = APP.place(CANVAS)
    middle = x + width // 2, y + height // 2
    moves = []
    for dx, dy in points:
        moves += ["mousemove", int(middle[0] + dx), int(middle[1] + dy)]
    SESSION.xdotool(*moves[:3], "mousedown", "1", *moves, "mouseup", "1")


def test_5b_symmetry():
    """One key, and one hand draws both shoulders as one stroke."""
    _focus_canvas()
    _key("Escape", "p", "i")
    APP.wait(lambda: APP.state("win.symmetry") is True, "the symmetry")
    before = _strokes()
    _draw([(dx, -dx * dx / 200) for dx in range(20, 120, 5)])
    APP.wait(lambda: _strokes() == before + 1, "one stroke")
    SESSION.keep_screenshot("symmetry")
    _click(re.compile("^Symmetry settings:"))
    APP.wait_for("Angle of the axis, °")
    SESSION.keep_screenshot("symmetry-settings")
    _key("Escape")
    APP.activate("win.undo")
    APP.wait(lambda: _strokes() == before, "undo in one step")
    _focus_canvas()
    _key("i")
    APP.wait(lambda: APP.state("win.symmetry") is False, "no symmetry")


def test_6_try_out():
    """What is drawn on the strip can be taken away, and is not in the design."""
    APP.activate("win.instrument-settings")
    APP.wait_for("Paper to try the instrument on")
    # GTK 4.8 knows no places inside a popover: the strip is what lies at its foot.
    text = SESSION.xdotool("getwindowgeometry", "--shell", APP.x_windows()[-1])
    popover = dict(line.split("=") for line in text.split())
    x = int(popover["X"]) + int(popover["WIDTH"]) // 2
    y = int(popover["Y"]) + int(popover["HEIGHT"]) - 100
    moves = []
    for step in range(1, 11):
        moves += ["mousemove", x + 10 * step, y]
    SESSION.xdotool("mousemove", x, y, "mousedown", "1", *moves, "mouseup", "1")
    clear = APP.wait_for("Clear", "push button")
    APP.wait(lambda: clear.clear_cache() or clear.get_state_set().contains(Atspi.StateType.SENSITIVE),
             "something to clear")
    APP.press("Clear", "push button")
    APP.wait(lambda: clear.clear_cache()
             or not clear.get_state_set().contains(Atspi.StateType.SENSITIVE), "a fresh strip")
    assert not APP.is_enabled("win.undo")
    _key("Escape")


def test_7_full_screen():
    APP.activate("win.fullscreen")
    APP.wait_for("Leave Full Screen", "push button")
    APP.wait_for("Gouache", "push button")
    APP.press("Leave Full Screen", "push button")
    APP.wait_for_state("win.fullscreen", False)


def test_8_remembered():
    global APP  # pylint: disable=global-statement
    APP.activate("win.instrument", "brush")
    APP.activate("win.width-more")
    APP.activate("win.smoothing", "exact")
    APP.wait_for_state("win.smoothing", "exact")
    name = APP.wait_for(SETTINGS).get_name()
    APP.quit()
    APP = SESSION.launch()
    assert APP.state("win.instrument") == "brush"
    assert APP.state("win.smoothing") == "exact"
    APP.activate("win.show-view", "bench")
    assert APP.wait_for(SETTINGS).get_name() == name
    APP.activate("win.instrument", "pen")
    APP.wait_enabled("win.reset-curve")
    APP.quit()


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("instruments-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

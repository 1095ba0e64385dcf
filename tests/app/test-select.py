#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Selecting in the real program, by mouse, keys and assistive technology: a lasso, a drag, a turn, a
copy; and what the clipboard carries from one window to another."""

import re

import tap
from app_driver import RW, Session
from bench_driver import Bench, numbers
from gi.repository import Atspi
from x_server import Xvfb, wait_until

SIZE = re.compile("^US ")

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "select.ring.svg")
APP = None


def _strokes():
    return BENCH.items("stroke")


def _matrix(stroke):
    """The six numbers of a stroke's transform."""
    text = stroke.get("transform", "matrix(1 0 0 1 0 0)")
    values = numbers(text)
    return values if text.startswith("matrix") else [1, 0, 0, 1] + values


def _wait_matrix(index, condition, what):
    wait_until(lambda: condition(_matrix(_strokes()[index])), what)
    return _matrix(_strokes()[index])


def test_1_lasso():
    """Of two strokes the lasso goes round one."""
    BENCH.show()
    BENCH.drag("front", (-6, -3), (0, -6))
    BENCH.drag("front", (-4, 5), (4, 5))
    wait_until(lambda: len(_strokes()) == 2, "two strokes")
    BENCH.focus()
    SESSION.xdotool("key", "v")
    APP.wait_for_state("win.instrument", "select")
    assert not APP.is_enabled("win.delete")
    SESSION.xdotool("keydown", "alt")
    BENCH.drag("front", (-7, -2), (-7, -7), (1, -7), (1, -5), (-5, -1.5))
    SESSION.xdotool("keyup", "alt")
    APP.wait_enabled("win.delete")
    SESSION.keep_screenshot("select-lasso")


def test_2_move():
    BENCH.drag("front", (-3, -4.5), (-1, -2.5))
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
    BENCH.focus()
    SESSION.xdotool("key", "Right", "Right", "shift+Down", "ctrl+Left")
    matrix = _wait_matrix(0, lambda m: m[5] != before[5], "a nudged stroke")
    # A step is 0.1 mm of paper, which are 0.025 mm at 4:1; with Ctrl 0.01 mm of the ring.
    _wait_matrix(0, lambda m: abs(m[4] - before[4] - 0.04) < 1e-3, "two steps, and a fine one back")
    assert abs(matrix[5] - before[5] - 0.25) < 1e-3, (before, matrix)
    APP.activate("win.undo")
    _wait_matrix(0, lambda m: m == before, "one step")


def test_4_turn_and_copy():
    BENCH.focus()
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
    BENCH.focus()
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
    BENCH.focus()
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
    other = APP.save(SESSION.path("other.ring.svg"), window=2)
    pasted = [node for node in other.iter() if node.get(RW + "kind") == "stroke"]
    assert [stroke.get(RW + "samples") for stroke in pasted] == samples
    APP.activate("win.delete", window=2)
    APP.wait_enabled("win.delete", False, window=2)
    assert len(_strokes()) == 2


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("select-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

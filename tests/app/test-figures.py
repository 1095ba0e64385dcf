#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shapes, dimensions and notes in the real program: drawn, measured, typed, written, followed."""

import tap
from app_driver import RW, SVG, Session
from bench_driver import Bench, attributes, numbers
from x_server import Xvfb, wait_until

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "figures.ring.svg")
APP = None


def _figures(kind):
    return [attributes(node) | {"words": [text.text for text in node.iter(SVG + "text")]}
            for node in BENCH.items(kind)]


def test_1_a_line():
    BENCH.show()
    BENCH.choose("shape")
    BENCH.drag("front", (-5, -12.5), (5, -12.5))
    wait_until(lambda: len(_figures("shape")) == 1, "a line")
    shape = _figures("shape")[0]
    assert shape["form"] == "line", shape
    points = numbers(shape["points"])
    assert abs(points[2] - points[0] - 10) < 0.5, points


def test_2_its_length_typed():
    SESSION.xdotool("key", "s")
    APP.wait_for("Length (mm)")
    SESSION.xdotool("key", "ctrl+a", "type", "12.5")
    SESSION.xdotool("key", "Return", "Escape")
    def length():
        points = numbers(_figures("shape")[0]["points"])
        return points[2] - points[0]
    wait_until(lambda: abs(length() - 12.5) < 0.01, "a length of 12.5 mm")


def test_3_a_dimension_follows():
    BENCH.choose("dimension")
    BENCH.tap("front", 6.12, 6.12)
    BENCH.tap("front", 9.5, 11)
    wait_until(lambda: len(_figures("dimension")) == 1, "a dimension")
    dimension = _figures("dimension")[0]
    assert dimension["form"] == "diameter", dimension
    assert dimension["ends"] == "finger/0 finger/1 -", dimension
    assert dimension["words"] == ["Ø 17.32"], dimension


def test_4_a_typed_measure_drives():
    BENCH.tap("front", 10.6, 10.6)
    SESSION.xdotool("key", "s")
    APP.wait_for("Measure (mm)")
    SESSION.xdotool("key", "ctrl+a", "type", "18")
    SESSION.xdotool("key", "Return", "Escape")
    wait_until(lambda: _figures("dimension")[0]["words"] == ["Ø 18"], "another diameter")
    size = [ring.get("size") for ring in BENCH.save().iter(RW + "ring")][0]
    assert abs(float(size) - 18 * 3.14159265) < 0.01, size


def test_5_a_note_with_a_leader():
    BENCH.choose("text")
    BENCH.drag("front", (-6.4, 6.4), (-12, 11.5))
    APP.wait_for("Text on the drawing")
    SESSION.xdotool("type", "polish inside")
    SESSION.xdotool("key", "Return")
    wait_until(lambda: len(_figures("text")) == 1, "a note")
    note = _figures("text")[0]
    assert note["text"] == "polish inside", note
    assert len(numbers(note["points"])) == 4, note


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
        APP = BENCH.app = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("figures-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

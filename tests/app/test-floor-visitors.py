#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A day at the counter: visitors who go the whole way by finger, one after the other, and then one who only hits the
screen. With the argument --long, or RING_TEST_LONG=1, as many as a week brings, and for an hour of frames."""

import os
import random
import re
import sys

import tap
from app_driver import Session
from floor_driver import BEGIN, CANVAS, KEPT, STEPS, Floor
from gi.repository import Atspi
from pen_rig import PenRig, wave
from x_server import wait_until

LONG = "--long" in sys.argv or os.environ.get("RING_TEST_LONG") == "1"
if "--long" in sys.argv:
    sys.argv.remove("--long")

# What is warm after so many visitors stays; then it is counted.
WARM = 50 if LONG else 3
VISITORS = int(os.environ.get("RING_TEST_VISITORS", 1000 if LONG else 8))
# Of their own, kilobytes a visitor: allocators and caches breathe, leaks do not.
MOST_GROWTH = 10 if LONG else 1500

# An hour at 60 frames a second, a touch in every sixth.
TOUCHES = int(os.environ.get("RING_TEST_TOUCHES", 36000 if LONG else 150))
SEED = int(os.environ.get("RING_TEST_SEED", 20261127))

RIG = PenRig(1280, 800)
SESSION = Session(RIG, environment={"GSETTINGS_BACKEND": "keyfile"})
FLOOR = Floor(SESSION, RIG)
PLACES = {}
RECTANGLES = {}
TITLE = None
NEXT = None
FILES = set()


def _title():
    TITLE.clear_cache()
    return TITLE.get_name() or ""


def _is_at(step):
    expected = STEPS[step][0]
    return bool(expected.search(_title())) if isinstance(expected, re.Pattern) else _title() == expected


def _rectangle():
    """Where the button is that leads on: it moves with the step, once that is laid out."""
    extents = Atspi.Component.get_extents(NEXT, Atspi.CoordType.WINDOW)
    return extents.x, extents.y, extents.width, extents.height


def _wait_at(step):
    FLOOR.app.wait(lambda: _is_at(step) and _rectangle() == RECTANGLES[step], f"step {step + 1}")


def _begin():
    """Where the menus leave a gap: a touch more does nothing there."""
    def is_there():
        if not _is_at(0):
            RIG.touch_tap(640, 400)
        return _is_at(0)
    wait_until(is_there, "the menus", 30, 0.1)
    _wait_at(0)


def _look():
    """Goes the way once as one who reads: from then on everything is where it was."""
    global TITLE, NEXT  # pylint: disable=global-statement
    FLOOR.begin()
    TITLE = FLOOR.app.wait_for(STEPS[0][0], "label")
    NEXT = FLOOR.app.wait_for(STEPS[0][1], "push button")
    PLACES["oval"] = FLOOR.app.centre(re.compile("^Oval"), "push button")
    PLACES["again"] = FLOOR.app.centre("Start Again", "push button")
    for step, (_, button) in enumerate(STEPS):
        PLACES[step] = FLOOR.app.centre(button, "push button")
        RECTANGLES[step] = _rectangle()
        if step == 3:
            PLACES["paper"] = FLOOR.app.place(CANVAS)
            PLACES["stones"] = FLOOR.app.centre("Stones")
            PLACES["mirror"] = FLOOR.app.centre("Both Sides")
            FLOOR.draw()
        FLOOR.go_on(step)
    FLOOR.app.wait_for("Thank you", "label")
    RIG.touch_tap(*PLACES["again"])
    FLOOR.app.wait_for(BEGIN, "push button")


def _visit(number):
    """One visitor, who taps where things are."""
    x, y, width, height = PLACES["paper"]
    _begin()
    if number % 2:
        RIG.touch_tap(*PLACES["oval"])
    for step in range(len(STEPS)):
        if step == 2:
            RIG.touch_stroke([(500 + 10 * k, 400 + 4 * k) for k in range(8)])
        elif step == 3:
            if number % 3 == 0:
                RIG.touch_tap(*PLACES["mirror"])
            RIG.touch_stroke(wave(x + width // 3, y + height // 2, width // 4, height // 12))
            if number % 4 == 0:
                RIG.touch_tap(*PLACES["stones"])
                RIG.touch_tap(x + width // 2 + 60, y + height // 3)
        elif step == 4:
            RIG.touch_stroke([(640 - 20 * k, 280) for k in range(8)])
        RIG.touch_tap(*PLACES[step])
        if step + 1 < len(STEPS):
            _wait_at(step + 1)
    FLOOR.app.wait(lambda: _title() == "Thank you", "the thanks")
    RIG.touch_tap(*PLACES["again"])
    FLOOR.app.wait(lambda: _title() != "Thank you", "the first screen")


def _check_clean():
    said = " ".join(FLOOR.names())
    assert "Oval" not in said and "Drawing" not in said and "#" not in said, said
    assert set(FLOOR.files()) - FILES == set(), set(FLOOR.files()) - FILES


def test_1_visitors():
    """The memory that is its own, before and after, and what lies about."""
    _look()
    FILES.update(FLOOR.files())
    for number in range(WARM):
        _visit(number)
    before = FLOOR.memory()
    for number in range(VISITORS):
        _visit(number)
        if number % 50 == 49:
            print(f"# {number + 1} visitors: {FLOOR.memory()} kB", flush=True)
    after = FLOOR.memory()
    growth = (after - before) / VISITORS
    print(f"# {VISITORS} visitors after the first {WARM}: from {before} to {after} kB, {growth:.2f} kB each", flush=True)
    FLOOR.app.wait(lambda: FLOOR.app.find(BEGIN, "push button"), "the first screen")
    _check_clean()
    assert growth < MOST_GROWTH, growth


def _touch_at_random(hand):
    """A tap, a stroke, or two or three fingers at once, anywhere."""
    def point():
        return hand.randrange(RIG.width), hand.randrange(RIG.height)
    kind = hand.random()
    if kind < 0.6:
        RIG.touch_tap(*point())
    elif kind < 0.85:
        (x0, y0), (x1, y1) = point(), point()
        RIG.touch_stroke([(x0 + (x1 - x0) * k // 8, y0 + (y1 - y0) * k // 8) for k in range(9)])
    else:
        fingers = [point() for _ in range(hand.randrange(2, 4))]
        for finger, (x, y) in enumerate(fingers):
            RIG.touch_begin(finger, x, y)
        for finger, (x, y) in enumerate(fingers):
            RIG.touch_update(finger, max(0, x - 30), y)
            RIG.touch_end(finger, max(0, x - 30), y)
        RIG.sync()


def test_2_monkey():
    """Touches anywhere: it stays in its mode, and can be used afterwards."""
    hand = random.Random(SEED)
    print(f"# seed {SEED}", flush=True)
    for number in range(TOUCHES):
        _touch_at_random(hand)
        if number % 50 == 49:
            # It has done what was asked of it, and is still alone.
            FLOOR.app.wait(FLOOR.is_on, "the mode")
    FLOOR.app.wait(FLOOR.is_on, "the mode")
    print(f"# {TOUCHES} touches: {FLOOR.memory()} kB", flush=True)
    # From wherever it is to the beginning, and the way once more.
    def at_beginning():
        if FLOOR.app.find(BEGIN, "push button"):
            return True
        again = FLOOR.app.find("Start Again", "push button")
        if again:
            RIG.touch_tap(*PLACES["again"])
        return False
    wait_until(at_beginning, "the first screen", 60)
    _visit(1)


def main():
    with SESSION:
        # A screen with many pictures is painted in one go, and answers afterwards.
        Atspi.set_timeout(20000, 20000)
        FLOOR.set(floor_code=f"'{KEPT}'", floor_idle="300", floor_seconds="900")
        FLOOR.start()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("floor-visitors-" + name),
                                                    print("# " + "\n# ".join(FLOOR.app.log[-20:]))))


if __name__ == "__main__":
    main()

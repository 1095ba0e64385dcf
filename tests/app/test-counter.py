#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""At the counter, by finger and pen alone: a ring from the menus, a hand that draws on it, the same ring under
the Bench's sheet and a line over it, and the seam between both."""

import re

import tap
from app_driver import Session
from bench_driver import Bench
from pen_rig import PenRig, wave
from x_server import wait_until

RIG = PenRig(1600, 1000)
SESSION = Session(RIG)
BENCH = Bench(SESSION, "counter.ring.svg")
APP = None

ITEM = re.compile(r"^Item #\d{4,}-\d{2} in ")
PICTURE = re.compile("^Stone shape: .*")
SEAM = re.compile("^Seam between")

# Four menus and the second line of each.
MENUS = [("Stone shape", "Oval"), ("Stone size", "0.75 ct"), ("Band", "Solitaire, court"), ("Metal", "18K white gold")]

# Of a line of a menu's list from the row that opened it, pixels: it opens below, the second line is here.
SECOND_LINE = (-60, 119)


def _answer(words):
    APP.wait_for(re.compile("^" + words), "label")
    RIG.touch_tap(*APP.centre("Close the answer", "push button"))
    APP.wait_gone(re.compile("^" + words), "label")


def _spoken(slider):
    """Per cent of the catalogue's ring that is seen."""
    slider.clear_cache()
    found = re.match("([0-9]+) per cent catalogue ring", slider.get_description())
    return int(found.group(1)) if found else -1


def _choose_second(menu, option):
    """One tap opens, one chooses; what is chosen is spoken with the menu."""
    x, y, width, height = APP.place(menu, "combo box")
    RIG.touch_tap(x + width // 2, y + height // 2)
    APP.wait_for(re.compile("^" + option + "\\b"), "list item")
    SESSION.keep_screenshot("counter-menu-" + menu.lower().replace(" ", "-"))
    RIG.touch_tap(x + width + SECOND_LINE[0], y + height + SECOND_LINE[1])
    APP.wait(lambda: option in APP.find(PICTURE, "image").get_name(), f"{option} in the picture's words")
    return 2


def test_1_ring_by_finger():
    """A whole ring that is another one in each of four menus, in at most ten taps and, with a hand that
    takes two seconds for each, twenty seconds. What the program takes beside it is told, and asserted nowhere."""
    APP.wait_for(re.compile("in 18K yellow gold$"))
    first = APP.wait_for(ITEM).get_name()
    before = APP.processor_seconds()
    taps = sum(_choose_second(menu, option) for menu, option in MENUS)
    second = APP.wait_for(re.compile("in 18K white gold$")).get_name()
    own = APP.processor_seconds() - before
    print(f"# {first} to {second}: {taps} taps, {own:.1f} s of the processor while it was also read out")
    assert second != first and taps <= 10, (first, second, taps)


def test_2_nothing_is_drawn():
    """A pen on the picture, and a finger that pulls at the stone."""
    x, y, width, height = APP.place(PICTURE, "image")
    RIG.pen_stroke(wave(x + width // 3, y + height * 4 // 5, 120, 10), hertz=250)
    RIG.sync()
    _answer("This picture follows the menus")
    stone = (x + width // 2 - 20, y + height // 6)
    RIG.touch_stroke([(stone[0] + 8 * step, stone[1] + 4 * step) for step in range(8)])
    _answer("The stone stays")
    APP.wait_for(ITEM)


def test_3_off_the_menu():
    """Its own way: the ring lies under the sheet, and the pen draws over it."""
    RIG.touch_tap(*APP.centre("This Is Not on the Menu", "push button"))
    APP.wait_for_state("win.show-view", "bench")
    assert len(BENCH.items("preset")) == 1
    RIG.pen_stroke(wave(*BENCH.at("front", -6, 0), 120, 14), hertz=250)
    RIG.sync()
    wait_until(lambda: len(BENCH.items("stroke")) == 1, "a line over it")
    SESSION.keep_screenshot("counter-bench")


def test_4_seam():
    """By finger to the left, by pen to the right."""
    RIG.touch_tap(*APP.centre("Difference", "page tab"))
    APP.wait_for_state("win.show-view", "difference")
    slider = APP.wait_for(SEAM, "slider")
    wait_until(lambda: _spoken(slider) == 50, "the seam in the middle")
    x, y, width, height = APP.place(SEAM, "slider")
    middle = y + height // 2
    RIG.touch_stroke([(x + width // 2 - width * step // 32, middle) for step in range(9)])
    wait_until(lambda: 20 <= _spoken(slider) <= 30, "the seam at a quarter")
    at = x + width * _spoken(slider) // 100
    RIG.pen_stroke([(at + width * step // 32, middle, 0.5) for step in range(17)])
    RIG.sync()
    wait_until(lambda: 70 <= _spoken(slider) <= 80, "the seam at three quarters")
    SESSION.keep_screenshot("counter-seam")


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        RIG.set_tools()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("counter-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stone cards in the real program: filled by the keyboard, pinned to the drawing, drawn as a gem
from the measured stone, and worded as the rules have it."""

import re

import tap
from app_driver import Session
from bench_driver import Bench
from x_server import Xvfb, wait_until

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "stones.ring.svg")
APP = None


def _stone(condition, what):
    return BENCH.wait_record("stone", condition, what)


def _type(*keys):
    for key in keys:
        SESSION.xdotool("type", "--delay", "2", key)
        SESSION.xdotool("key", "Tab")


def test_1_three_lines():
    """A tap opens the card; name, size and source are the first three lines of it."""
    BENCH.show()
    BENCH.choose("note")
    BENCH.tap("front", 0, -12)
    APP.wait_for("Name", "text")
    _type("Ratnapura sapphire", "8,12x5,94x4,1mm", "A dealer in Ratnapura")
    stone = _stone(lambda one: "source" in one, "three lines")
    assert (stone["name"], stone["length"], stone["width"], stone["depth"], stone["measured"]) == (
        "Ratnapura sapphire", "8.12", "5.94", "4.1", "measured"), stone
    APP.wait_for("8.12 × 5.94 × 4.10 mm", "label")
    SESSION.keep_screenshot("stones-three-lines")


def test_2_the_rest():
    SESSION.xdotool("key", "Tab", "Tab", "Tab", "space")
    _type("", "Sapphire", "oval", "~1.6", "cornflower blue")
    stone = _stone(lambda one: one.get("colour") == "cornflower blue", "what it is")
    assert (stone["carat"], stone["carat-measured"]) == ("1.6", "estimated"), stone
    SESSION.keep_screenshot("stones-what")


def test_3_drawn_as_measured():
    """The stone's own size is the gem's, in one step; the card and the gem stay of one mind."""
    APP.press("Draw", "push button")
    gem = BENCH.wait_record("gem", lambda one: True, "a gem")
    assert (gem["cut"], gem["species"], gem["length"], gem["width"], gem["depth"]) == (
        "oval", "sapphire", "8.12", "5.94", "4.1"), gem
    assert "angle" not in gem and "offset" not in gem, gem
    SESSION.keep_screenshot("stones-drawn")
    APP.activate("win.undo")
    wait_until(lambda: not BENCH.records("gem"), "no gem")
    APP.activate("win.redo")
    BENCH.wait_record("gem", lambda one: True, "the gem again")


def test_4_differs():
    """A gem that a hand drew otherwise stays so; the card says how, and draws it again."""
    BENCH.choose("gem")
    BENCH.tap("front", 0, -12)
    APP.wait_for(re.compile("^Gem settings: Oval sapphire 8.12 × 5.94 mm"))
    BENCH.write("Gem in words", "8x6")
    SESSION.xdotool("key", "Escape")
    APP.wait_for(re.compile("^Oval sapphire 8 × 6 mm, [0-9.]+ mm deep$"), "label")
    APP.press("Draw as Here", "push button")
    BENCH.wait_record("gem", lambda one: one["length"] == "8.12", "as measured")
    APP.wait_for("As on this card", "label")


def test_5_words():
    """What prints stands on the card, and so does what does not, with the rule."""
    BENCH.choose("note")
    BENCH.tap("front", 0, -12.4)
    SESSION.xdotool("key", "ctrl+a")
    SESSION.xdotool("type", "Natural sapphire, ethical")
    held = APP.wait_for(re.compile("^Name is not printed: “natural” needs"), "label")
    assert "16 CFR 23.27" in held.get_name(), held.get_name()
    APP.wait_for(re.compile("^Sapphire; oval, cornflower blue; 8.12 × 5.94 × 4.10 mm, measured; "
                            "≈ 1.6 ct, estimated; provenance not recorded; "
                            "treatment not reported$"), "label")
    SESSION.keep_screenshot("stones-words")


def test_6_from_the_gem():
    """A gem that was set by hand gets its card with one press; its figures are estimates. The card
    shows where on the drawing it is."""
    BENCH.choose("gem")
    BENCH.tap("front", 12, 0)
    wait_until(lambda: len(BENCH.records("gem")) == 2, "a second gem")
    BENCH.tap("front", 12, 0)
    BENCH.open_settings("Gem in words")
    APP.wait_for("This Gem", "label")
    SESSION.keep_screenshot("stones-gem-settings")
    APP.press("Stone Card", "push button")
    wait_until(lambda: len(BENCH.records("stone")) == 2, "a second card")
    card = BENCH.records("stone")[1]
    gem = [one for one in BENCH.records("gem") if one.get("stone") == card["id"]][0]
    assert (card["length"], card["measured"]) == (gem["length"], "estimated"), (card, gem)
    # One can write at once.
    SESSION.xdotool("type", "Beside")
    wait_until(lambda: BENCH.records("stone")[1].get("name") == "Beside", "its name")
    SESSION.keep_screenshot("stones-second")
    APP.activate("win.undo")
    APP.activate("win.undo")
    wait_until(lambda: len(BENCH.records("stone")) == 1, "one card, in one step")
    APP.activate("win.show-stone", BENCH.records("stone")[0]["id"])
    APP.wait_for_state("win.instrument", "select")


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("stones-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shop-floor mode by finger and pen: the whole path, what is left of a visitor, and that nothing leads out of it but
the shop's gesture and code."""

import re
import subprocess

import tap
from app_driver import Session
from floor_driver import BEGIN, CANVAS, CODE, KEPT, Floor
from pen_rig import PenRig
from x_server import wait_until

RIG = PenRig(1280, 800)
SESSION = Session(RIG, environment={"GSETTINGS_BACKEND": "keyfile"})
FLOOR = Floor(SESSION, RIG)

LINE = "Atelier Sample, Goldgasse 7"


def _read_code():
    """What a telephone reads from the screen."""
    picture = SESSION.screenshot(SESSION.path("seen.png"))
    done = subprocess.run(["zbarimg", "--quiet", "--raw", picture], text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, timeout=30, check=False)
    return done.stdout.strip()


def test_1_path():
    """Menus, number, a hand that tries, the Bench, the Difference, and the text in the telephone."""
    FLOOR.begin()
    FLOOR.tap(re.compile("^Oval"))
    FLOOR.app.wait_for("Stone shape: Oval", "push button")
    SESSION.keep_screenshot("floor-menus")
    FLOOR.go_on(0)
    number = re.search(r"#[0-9-]+", FLOOR.app.wait_for(re.compile("^Item #"), "label").get_name()).group(0)
    FLOOR.app.wait_for(re.compile("^about .* a year$"), "label")
    FLOOR.app.wait_for(re.compile("^One, for "), "label")
    SESSION.keep_screenshot("floor-number")
    FLOOR.go_on(1)
    RIG.touch_stroke([(300 + 10 * step, 400 + 4 * step) for step in range(10)])
    FLOOR.app.wait_for("No line comes", "label")
    FLOOR.go_on(2)
    FLOOR.draw()
    FLOOR.app.wait_for(re.compile("^Drawing: 1 stroke,"))
    FLOOR.tap("Both Sides")
    FLOOR.draw()
    FLOOR.app.wait_for(re.compile("^Drawing: 2 strokes,"))
    # The pen last: for a moment after it a finger is taken for the hand that rests.
    FLOOR.draw(pen=True)
    FLOOR.app.wait_for(re.compile("^Drawing: 3 strokes,"))
    FLOOR.tap("Undo")
    FLOOR.app.wait_for(re.compile("^Drawing: 2 strokes,"))
    SESSION.keep_screenshot("floor-bench")
    FLOOR.go_on(3)
    FLOOR.app.wait_for(re.compile("^2 lines drawn for it"), "label")
    SESSION.keep_screenshot("floor-difference")
    FLOOR.tap("Draw More")
    FLOOR.app.wait_for(re.compile("^Drawing: 2 strokes,"))
    FLOOR.go_on(3)
    FLOOR.go_on(4)
    SESSION.keep_screenshot("floor-home")
    text = wait_until(_read_code, "a code that can be read")
    assert f"Item {number}" in text, text
    assert "Oval" in text and "2 lines" in text and text.endswith(LINE), text
    FLOOR.go_on(5)
    FLOOR.app.wait_for("Thank you", "label")


def test_2_nothing_is_left():
    """After the thanks: no word, no line, no file of the visitor's."""
    FLOOR.app.wait_for(BEGIN, "push button")
    said = " ".join(FLOOR.names())
    assert "Oval" not in said and "Drawing" not in said and "#" not in said, said
    for name, content in FLOOR.files().items():
        assert not name.startswith(("state/", "data/")) and b"Oval" not in content, name
    # Nor for the next one: the menus and the sheet are as they were.
    FLOOR.begin()
    FLOOR.app.wait_for("Stone shape: Round", "push button")
    FLOOR.go_on(0)
    FLOOR.go_on(1)
    FLOOR.go_on(2)
    assert FLOOR.app.wait_for(CANVAS).get_name().startswith("Drawing: 0 strokes"), "an old line"
    FLOOR.tap("Undo")
    FLOOR.app.wait_for(re.compile("^Drawing: 0 strokes, 1 gem,"))
    FLOOR.tap("Start Again")
    FLOOR.app.wait_for(BEGIN, "push button")


def test_3_no_way_out():
    """Not by keys, not by the window's end, not by another start of the program."""
    FLOOR.begin()
    for chord in ("ctrl+q", "ctrl+w", "ctrl+n", "ctrl+o", "ctrl+s", "ctrl+p", "ctrl+comma", "ctrl+z", "alt+F4", "F11",
                  "F10", "Escape", "ctrl+shift+i", "ctrl+shift+d", "ctrl+shift+o", "super", "Menu"):
        RIG.key(chord)
    actions = FLOOR.app.actions("app")
    assert actions and not any(description[0] for description in actions.values()), actions
    SESSION.run()
    SESSION.run("--demo")
    SESSION.run(SESSION.copy("data/samples/commission.ring.svg", "open.ring.svg"))
    assert FLOOR.is_on(), FLOOR.app.tree()
    FLOOR.at(0)


def test_4_killed():
    """In the middle of a line: the next start knows nothing of it."""
    FLOOR.go_on(0)
    FLOOR.go_on(1)
    FLOOR.go_on(2)
    x, y, width, height = FLOOR.app.place(CANVAS)
    RIG.touch_begin(0, x + width // 2, y + height // 2)
    RIG.touch_update(0, x + width // 2 + 40, y + height // 2)
    RIG.sync()
    FLOOR.app.kill()
    RIG.touch_end(0, x + width // 2 + 40, y + height // 2)
    FLOOR.start()
    assert FLOOR.is_on(), FLOOR.app.tree()
    assert not any(name.startswith("state/") for name in FLOOR.files()), FLOOR.files().keys()


def test_5_gesture_and_code():
    """Both corners, three seconds; a wrong code changes nothing, the right one brings the program's own window."""
    FLOOR.hold_corners()
    FLOOR.app.wait_for("Enter the Code", "push button")
    FLOOR.lift_corners()
    SESSION.keep_screenshot("floor-keypad")
    for digit in "1357":
        FLOOR.tap(digit)
    FLOOR.tap("Enter the Code")
    FLOOR.app.wait_for("That is not the code. Enter it again.", "label")
    for digit in CODE:
        FLOOR.tap(digit)
    FLOOR.tap("Enter the Code")
    FLOOR.app.wait(lambda: FLOOR.app.find("Main Menu"), "the program's own window")
    assert FLOOR.app.is_enabled("app.quit")


def test_6_somebody_is_asked_for():
    """Without a hand for a while; a touch answers, and without one the screen is clean again."""
    FLOOR.app.stop()
    FLOOR.set(floor_idle="3")
    FLOOR.start()
    FLOOR.begin()
    FLOOR.app.wait_for("Are you still there?", "label")
    RIG.touch_tap(RIG.width // 2, 780)
    FLOOR.app.wait_gone("Are you still there?", "label")
    FLOOR.at(0)
    FLOOR.app.wait_for("Are you still there?", "label")
    SESSION.keep_screenshot("floor-asking")
    FLOOR.app.wait_for(BEGIN, "push button")
    assert FLOOR.app.find(re.compile("^Stone shape")) is None, "the menus are still there"


def main():
    with SESSION:
        FLOOR.set(floor_code=f"'{KEPT}'", floor_line=f"'{LINE}'", floor_idle="120", floor_seconds="900")
        FLOOR.start()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("floor-" + name),
                                                    print("# " + "\n# ".join(FLOOR.app.log))))


if __name__ == "__main__":
    main()

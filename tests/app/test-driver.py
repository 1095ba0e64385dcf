#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves the driver of the application tests with a stand-in for the program."""

import re
import sys

import tap
from app_driver import Session
from pen_rig import PenRig
from x_server import DeadlineError, Xvfb, wait_until

RIG = PenRig() if "--rig" in sys.argv else None
SESSION = Session(RIG or Xvfb())
APP = None


def _click(x, y):
    if RIG:
        RIG.mouse_click(x, y)
    else:
        SESSION.xdotool("mousemove", x, y, "click", 1)


def _fails(function, kind=AssertionError):
    try:
        function()
    except kind:
        return
    raise AssertionError("it did not fail")


def test_actions():
    APP.activate("win.count")
    APP.wait_for_state("win.count", 1)
    assert not APP.is_enabled("win.never")
    _fails(lambda: APP.activate("win.never"))
    _fails(lambda: APP.activate("win.no-such-action"))
    _fails(lambda: APP.wait_for_state("win.count", 99, seconds=0.2), DeadlineError)


def test_parameter():
    APP.activate("win.name", "Anna's ring")
    APP.wait_for("Anna's ring", "frame")
    APP.wait_for(re.compile("ring$"), "frame")


def test_accessible_press():
    before = APP.state("win.count")
    APP.press("Count", "push button")
    APP.wait_for_state("win.count", before + 1)
    assert APP.find("No such button") is None
    assert "Count" in APP.tree()


def test_click_at_place():
    before = APP.state("win.count")
    _click(*APP.centre("Count", "push button"))
    APP.wait_for_state("win.count", before + 1)


def test_typing():
    _click(*APP.centre(role="text"))
    if RIG:
        RIG.type("Zirkonia 7.5")
    else:
        SESSION.xdotool("type", "Zirkonia 7.5")
    entry = APP.wait_for(role="text")
    APP.wait(lambda: APP.text(entry) == "Zirkonia 7.5", "the typed text")


def test_kill_and_again():
    APP.kill()
    _fails(lambda: APP.activate("win.count"), RuntimeError)
    again = SESSION.launch()
    assert again.state("win.count") == 0
    again.quit()


def test_warnings_are_seen():
    app = SESSION.launch()
    app.activate("win.warn")
    wait_until(lambda: any("as wanted" in line for line in app.log), "the warning")
    _fails(app.assert_silent)
    _fails(app.quit)


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = SESSION.launch()
        sys.argv[1:] = [name for name in sys.argv[1:] if name != "--rig"]
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("driver-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The replay in the real program: by keys and slider, at the stroke that evidence cites, and at rest
where animations are switched off."""

import os
import re

import tap
from app_driver import Session
from x_server import Xvfb, wait_until

SAMPLE = os.path.join(os.environ["RING_SOURCE_ROOT"], "data/samples/commission.ring.svg")
SESSION = Session(Xvfb(1280, 900), environment={"GSETTINGS_BACKEND": "memory"})
APP = None
NODES = {}
END = r"^([0-9:]+) of \1, "


def _on_top(name):
    """Looked up once for each time the replay is open: the window behind it holds a thousand more."""
    if name not in NODES:
        NODES[name] = APP.wait(lambda: APP.find_on_top(name), f"{name!r} on top")
    NODES[name].clear_cache()
    return NODES[name]


def _moment():
    """What is spoken of the slider: "0:12 of 1:40, Pen · Front"."""
    return _on_top("Moment").get_description() or ""


def _wait_moment(pattern, what):
    wait_until(lambda: re.search(pattern, _moment()), what, 60)


def _wait_play(name):
    """The button that plays says what it would do."""
    wait_until(lambda: _on_top("Play").get_name() == name, f"the button {name}", 60)


def _wait_open():
    NODES.clear()
    wait_until(lambda: "Replay" in APP.x_titles(), "the replay", 60)
    _on_top("Play")


def _close():
    SESSION.xdotool("key", "Escape")
    wait_until(lambda: "Replay" not in APP.x_titles(), "the replay to close", 60)


def test_1_rests_without_animations():
    """This server has them switched off: nothing plays by itself."""
    APP.activate("win.replay")
    _wait_open()
    _wait_moment("^0:00 of .*, Before the first line$", "the start")
    assert _on_top("Play").get_name() == "Play"


def test_2_keys():
    SESSION.xdotool("key", "period")
    _wait_moment("Oval sapphire 8.12 × 5.94 mm$", "the gem, which is first")
    SESSION.xdotool("key", "period")
    _wait_moment("Ring #.* of the catalogue · Front$", "what it is drawn over")
    SESSION.xdotool("key", "period")
    _wait_moment("Pen · Front$", "the first stroke")
    SESSION.xdotool("key", "comma")
    _wait_moment("of the catalogue · Front$", "a step back")
    SESSION.xdotool("key", "comma")
    _wait_moment("Oval sapphire", "the gem again")
    SESSION.xdotool("key", "End")
    _wait_moment(END, "the end")
    SESSION.keep_screenshot("replay-end")
    SESSION.xdotool("key", "Home")
    _wait_moment("^0:00 of", "the start")


def test_3_plays():
    SESSION.xdotool("key", "plus", "plus", "plus", "plus", "plus")
    SESSION.xdotool("key", "space")
    _wait_play("Pause")
    _wait_moment("Pen", "a stroke that is drawn")
    SESSION.xdotool("key", "space")
    _wait_play("Play")
    SESSION.keep_screenshot("replay-midway")
    SESSION.xdotool("key", "space")
    _wait_moment(END, "the end")
    _wait_play("Play")
    _close()


def test_4_evidence():
    APP.activate("win.show-view", "difference")
    APP.wait_for_state("win.show-view", "difference")
    APP.press("Time: Show the Stroke in the Replay", "push button")
    _wait_open()
    _wait_moment("^0:0[0-9] of .*Pen · Front$", "the first stroke")
    SESSION.keep_screenshot("replay-evidence")
    _close()


with SESSION:
    APP = SESSION.launch(SESSION.copy(SAMPLE))
    APP.wait_ready()
    tap.run(globals(), on_failure=SESSION.keep_screenshot)
    APP.quit()
    APP.assert_silent()

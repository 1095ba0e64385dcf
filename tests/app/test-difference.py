#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Difference in the real program: the seam by mouse and keys, the ring held on the menu, another label, evidence
that opens what it cites, and an offer that is checked. Looked at as a screen reader does."""

import json
import os
import re

import tap
from app_driver import Session
from gi.repository import Atspi
from x_server import Xvfb, wait_until

SAMPLE = os.path.join(os.environ["RING_SOURCE_ROOT"], "data/samples/commission.ring.svg")
SESSION = Session(Xvfb(1280, 800), environment={"GSETTINGS_BACKEND": "memory"})
APP = None
SEAM = re.compile("^Seam between")
FIRST = LAST = None  # what is lost first and last: their "was" and "becomes"
BUTTON = "Put It Back on the Menu"
NODES = {}


def _node(name, role):
    """Looked up once: the page has hundreds of them."""
    if name not in NODES:
        NODES[name] = APP.wait_for(name, role)
    NODES[name].clear_cache()
    return NODES[name]


def _spoken():
    """How far the seam is, as it is spoken: per cent of the catalogue's ring."""
    text = _node(SEAM, "slider").get_description()
    found = re.match("([0-9]+) per cent catalogue ring", text)
    return int(found.group(1)) if found else None


def _first():
    """The first line beside the ring: lost, it tells what it becomes."""
    return _node(FIRST["was"], "label").get_name()


def _last():
    return _node(LAST["was"], "label").get_name()


def _is_focused(node):
    """Whether it, or a row that it is in, has the focus."""
    while node is not None and not node.get_state_set().contains(Atspi.StateType.FOCUSED):
        node = node.get_parent()
    return node is not None


def test_1_seam_by_mouse():
    SESSION.xdotool("windowsize", "--sync", APP.x_windows()[0], "1280", "800")
    APP.activate("win.show-view", "difference")
    APP.wait_for_state("win.show-view", "difference")
    wait_until(lambda: _spoken() == 50, "the seam in the middle")
    x, y, width, height = APP.place(SEAM, "slider")
    SESSION.keep_screenshot("difference-1280")
    SESSION.xdotool("mousemove", x + width // 2, y + height // 2, "mousedown", "1",
                    "mousemove", x + width // 3, y + height // 2, "mousemove", x + width // 4, y + height // 2,
                    "mouseup", "1")
    wait_until(lambda: _spoken() == 25, "the seam at a quarter")


def test_2_seam_by_keys():
    SESSION.xdotool("key", "End")
    wait_until(lambda: _spoken() == 100, "the seam at the end")
    SESSION.xdotool("key", "Left")
    wait_until(lambda: _spoken() == 98, "a step back")
    SESSION.xdotool("key", "Home")
    wait_until(lambda: _spoken() == 0, "the seam at the start")
    SESSION.xdotool("key", "Page_Up", "Page_Up", "Page_Up", "Page_Up", "Page_Up")
    wait_until(lambda: _spoken() == 50, "the seam in the middle")


def test_3_put_back_by_mouse():
    """Held, losses drop out one after the other; let go, all return."""
    first, last = _first(), _last()
    x, y = APP.centre(BUTTON, "push button")
    SESSION.xdotool("mousemove", x, y, "mousedown", "1")
    wait_until(lambda: " → " in _first(), "a first loss")
    wait_until(lambda: _last() == f"{LAST['was']} → {LAST['becomes']}", "the last loss")
    SESSION.keep_screenshot("difference-put-back")
    SESSION.xdotool("mouseup", "1")
    wait_until(lambda: (_first(), _last()) == (first, last), "the drawing again")


def test_4_put_back_by_keys():
    SESSION.xdotool("keydown", "space")
    wait_until(lambda: " → " in _first(), "a first loss")
    SESSION.xdotool("keyup", "space")
    wait_until(lambda: " → " not in _first(), "the drawing again")
    # A screen reader cannot hold: its press stays until the next.
    for lost in (True, False):
        assert Atspi.Action.do_action(_node(BUTTON, "push button"), 0)
        wait_until(lambda lost=lost: (" → " in _first()) == lost, "what the press does")


def test_5_another_label():
    """What "handmade" would have to answer is not what "custom" has."""
    APP.wait_for("Tested now: “custom”", "label")
    row = _node("Suppose the label said", "label")

    def top():
        return Atspi.Component.get_extents(row, Atspi.CoordType.WINDOW).y
    SESSION.xdotool("mousemove", "640", "600")
    while top() > 600:
        before = top()
        SESSION.xdotool("click", "--repeat", "5", "5")
        wait_until(lambda before=before: top() < before, "the page to move")
    x, y = APP.origin()
    extents = Atspi.Component.get_extents(row, Atspi.CoordType.WINDOW)
    SESSION.xdotool("mousemove", x + extents.x + 20, y + extents.y + 5, "click", "1")
    SESSION.xdotool("key", "Down", "Down", "Down", "Down", "Down", "Return")
    APP.wait_for("Tested now: “handmade”", "label")
    SESSION.keep_screenshot("difference-handmade")


def test_6_evidence():
    """The stone's card and the entry of the conversation that lines cite: each has the focus, which nothing in a
    closed card can have. A field with the focus has all of its text selected; that it has it, its row does not tell."""
    APP.press(re.compile("^Stone: Open"), "push button")
    APP.wait_for_state("win.show-view", "bench")
    wait_until(lambda: any(map(Atspi.Text.get_n_selections, APP.find_all("Name", "text"))), "the card's first field")
    APP.activate("win.show-view", "difference")
    APP.wait_for_state("win.show-view", "difference")
    APP.press(re.compile("^People: Open"), "push button")
    APP.wait_for_state("win.show-view", "bench")
    APP.wait(lambda: _is_focused(APP.find(re.compile("^A blue one, and my grandmother"))), "the entry in focus")


def test_7_page():
    path = SESSION.path("page.pdf")
    APP.activate("win.export-difference-path", path)
    wait_until(lambda: os.path.exists(path), "the page")
    with open(path, "rb") as file:
        assert file.read(5) == b"%PDF-"


def test_8_offer():
    APP.activate("win.check-offer")
    APP.wait_for("What You Were Told", "label")
    APP.wait_for("not known")
    APP.wait_for(re.compile("Ask: Who designs and makes it"))
    SESSION.keep_screenshot("difference-offer")
    SESSION.xdotool("key", "Escape")
    APP.wait_gone("What You Were Told", "label")


def main():
    global APP, FIRST, LAST  # pylint: disable=global-statement
    with SESSION:
        losses = json.loads(SESSION.run("difference", SAMPLE, "--json").stdout)["losses"]
        FIRST, LAST = losses[0], losses[-1]
        APP = SESSION.launch(SESSION.copy(SAMPLE, "difference.ring.svg"))
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("difference-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

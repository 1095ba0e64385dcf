#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Signing in the real program: the sheet on the whole screen, a hand that signs it, one step that undo
takes back, and what is told when the drawing is another afterwards."""

import os
import re

import tap
from app_driver import Session
from bench_driver import Bench
from gi.repository import Atspi
from x_server import Xvfb, wait_until

SESSION = Session(Xvfb(1280, 800), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "signed.ring.svg")
APP = None


def _sample():
    return os.path.join(os.environ["RING_SOURCE_ROOT"], "data/samples/commission.ring.svg")


def _signed():
    return BENCH.records("sign-off")


def _search(name):
    """In the window of the sheet alone: the Bench behind it holds a thousand more."""
    nodes = APP.windows()[-1:]
    for node in nodes:
        if node.get_name() == name:
            return node
        nodes.extend(node.get_child_at_index(index) for index in range(node.get_child_count()))
    return None


def _find(name):
    return APP.wait(lambda: _search(name), name)


def _press(name):
    box = Atspi.Component.get_extents(_find(name), Atspi.CoordType.WINDOW)
    SESSION.xdotool("mousemove", box.x + box.width // 2, box.y + box.height // 2, "click", "1")


def _open():
    SESSION.xdotool("key", "shift+F7")
    wait_until(lambda: len(APP.windows()) == 2, "the sheet")
    _find("To the Lines")


def _write(name, wave):
    """Writes with the mouse in the field of that name: parts of its width and height."""
    field = _find(name)
    box = Atspi.Component.get_extents(field, Atspi.CoordType.WINDOW)
    points = [(round(box.x + x * box.width), round(box.y + y * box.height)) for x, y in wave]
    steps = ["mousemove", *points[0], "mousedown", "1"]
    for (x0, y0), (x1, y1) in zip(points, points[1:]):
        for step in range(1, 9):
            steps += ["mousemove", round(x0 + (x1 - x0) * step / 8), round(y0 + (y1 - y0) * step / 8)]
    SESSION.xdotool(*steps, "mouseup", "1")


def _initials(name):
    _write(name, [(0.2, 0.8), (0.28, 0.2), (0.4, 0.6), (0.5, 0.2), (0.58, 0.8)])


def test_1_empty():
    """The sheet is the whole screen, names nobody in its title, and wants a signature."""
    BENCH.show()
    _open()
    extents = Atspi.Component.get_extents(APP.windows()[1], Atspi.CoordType.WINDOW)
    assert (extents.width, extents.height) == (1280, 800), (extents.width, extents.height)
    assert APP.windows()[1].get_name() == "Ringwright"
    SESSION.keep_screenshot("sign-off-sheet")
    _press("Sign")
    _find("Nobody has signed yet: sign on the line, or type the name there.")
    SESSION.xdotool("key", "Escape")
    wait_until(lambda: len(APP.windows()) == 1, "the Bench")
    assert not APP.is_enabled("win.undo"), "something was done"


def test_2_sign():
    """Signature and initials; Clear begins again."""
    before = len(_signed())
    revisions = len(BENCH.records("revision"))
    _open()
    _press("To the Lines")
    _write("Signature", [(0.1, 0.5), (0.9, 0.5)])
    _press("Clear")
    _initials("Initials by the finger size")
    _initials("Initials by the engraving")
    _write("Signature", [(0.06, 0.75), (0.10, 0.2), (0.16, 0.7), (0.21, 0.25), (0.26, 0.7), (0.31, 0.5),
                         (0.34, 0.7), (0.38, 0.5), (0.42, 0.72), (0.46, 0.5), (0.52, 0.7), (0.58, 0.3),
                         (0.60, 0.72), (0.68, 0.6), (0.74, 0.7), (0.84, 0.55), (0.94, 0.65)])
    # Another frame has the last of the ink.
    _find("Sign")
    SESSION.keep_screenshot("sign-off-written")
    _press("Sign")
    wait_until(lambda: len(APP.windows()) == 1, "the Bench")
    APP.wait_for(re.compile("^Revision .*, signed, as it is now$"), "push button")
    SESSION.keep_screenshot("sign-off-strip")
    signed = _signed()
    assert len(signed) == before + 1
    assert {"signature", "initials-size", "initials-engraving", "digest"} <= signed[-1].keys(), signed[-1]
    assert "typed" not in signed[-1]
    APP.activate("win.undo")
    wait_until(lambda: len(_signed()) == before, "the signature gone")
    assert len(BENCH.records("revision")) == revisions
    APP.activate("win.redo")
    wait_until(lambda: len(_signed()) == before + 1, "the signature again")


def test_3_changed():
    """Another stroke is another drawing, and undo gives the first back."""
    BENCH.choose("pen")
    BENCH.drag("front", (-9, -9), (0, -12), (9, -9))
    APP.wait_for(re.compile("^Changed since it was signed: .*strokes 1 drawn"), "label")
    SESSION.keep_screenshot("sign-off-changed")
    APP.activate("win.export-client-path", SESSION.path("client.png"))
    wait_until(lambda: os.path.exists(SESSION.path("client.png")), "the sheet")


def test_4_typed():
    """Without a pen, by the keyboard alone, and from the client's view."""
    before = len(_signed())
    SESSION.xdotool("key", "F7")
    _find("Sign the Sheet (Shift+F7)")
    SESSION.xdotool("key", "shift+F7")
    entry = _find("Name, typed instead of a signature")
    for _ in range(12):
        entry.clear_cache()
        if entry.get_state_set().contains(Atspi.StateType.FOCUSED):
            break
        SESSION.xdotool("key", "Tab")
    SESSION.xdotool("type", "Mara Lindt")
    SESSION.keep_screenshot("sign-off-typed")
    SESSION.xdotool("key", "Return")
    wait_until(lambda: len(_signed()) == before + 1, "the name")
    assert _signed()[-1]["typed"] == "Mara Lindt" and "signature" not in _signed()[-1]


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch(SESSION.copy(_sample()))
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("sign-off-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

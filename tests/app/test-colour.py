#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Colour in the real program: a tap fills the band with lit metal, another one replaces it, a toned
paper is chosen in the panel, and an open region is left as it is."""

import os
import re
import xml.etree.ElementTree as ET

import tap
from app_driver import Session
from x_server import Xvfb, wait_until

RW = "{urn:ringwright:design:1}"
SVG = "{http://www.w3.org/2000/svg}"
CANVAS = re.compile("^Drawing:|^Drawing$")

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
APP = None


def _save():
    path = SESSION.path("colour.ring.svg")
    before = os.stat(path).st_mtime_ns if os.path.exists(path) else 0
    APP.wait_enabled("win.save-path")
    APP.activate("win.save-path", path)
    wait_until(lambda: os.path.exists(path) and os.stat(path).st_mtime_ns != before, "the saved file")
    return ET.parse(path).getroot()


def _tones():
    return [node.get(RW + "tone") for node in _save().iter(SVG + "g") if node.get(RW + "fill")]


def _boxes():
    boxes = {}
    for view in _save().iter(SVG + "g"):
        if view.get(RW + "view", "page") == "page":
            continue
        scale, _, _, _, dx, dy = map(float, re.findall(r"-?[0-9.]+", view.get("transform")))
        clip = list(map(float, view.get(RW + "clip").split()))
        boxes[view.get(RW + "view")] = (scale, dx, dy, dx + scale * clip[0], dy + scale * clip[1],
                                        dx + scale * (clip[0] + clip[2]),
                                        dy + scale * (clip[1] + clip[3]))
    return boxes


def _tap(boxes, x, y):
    """At a point of the front view, mm; all of the page is in the middle of the canvas."""
    left, top, width, height = APP.place(CANVAS)
    zoom = APP.wait_for(re.compile("^[0-9]+ %$"), "push button").get_name()
    pixel = float(zoom.split()[0]) / 100 * 96 / 25.4
    middle = [(min(box[3 + axis] for box in boxes.values())
               + max(box[5 + axis] for box in boxes.values())) / 2 for axis in (0, 1)]
    scale, dx, dy = boxes["front"][:3]
    SESSION.xdotool("mousemove",
                    round(left + width / 2 + (dx + scale * x - middle[0]) * pixel),
                    round(top + height / 2 + (dy + scale * y - middle[1]) * pixel), "click", "1")


def test_1_one_tap():
    APP.activate("win.show-view", "bench")
    APP.wait_for_state("win.show-view", "bench")
    APP.activate("win.zoom-fit")
    APP.press("Fill", "push button")
    APP.wait_for_state("win.instrument", "fill")
    APP.wait_for(re.compile("^Fill settings: Half-round, as the ring$"))
    _tap(_boxes(), 9.5, 0)
    wait_until(lambda: _tones() == ["base", "shade", "deep", "reflected", "light", "highlight"],
               "six shapes")
    SESSION.keep_screenshot("colour-filled")
    APP.activate("win.undo")
    wait_until(lambda: not _tones(), "one step")
    APP.activate("win.redo")


def test_2_refused():
    """What is open to the side of its window stays as it is."""
    boxes = _boxes()
    _tap(boxes, 13, -15)
    assert len(_tones()) == 6
    # The next tap was taken after it: the fill that lay there is replaced.
    _tap(boxes, 0, 9.5)
    wait_until(lambda: len(_tones()) == 6, "six shapes again")
    APP.activate("win.undo")
    APP.activate("win.undo")
    wait_until(lambda: not _tones(), "no more steps than two")


def _paper():
    rect = _save().find(f"{SVG}rect")
    return rect.get(RW + "paper") if rect is not None else None


def test_3_paper():
    assert _paper() is None
    APP.activate("win.paper", "tobacco")
    APP.wait_for_state("win.paper", "tobacco")
    assert _paper() == "tobacco"
    SESSION.keep_screenshot("colour-tobacco")
    APP.activate("win.print-paper")
    APP.wait_for_state("win.print-paper", False)
    assert _paper() is None
    APP.activate("win.undo")
    APP.wait_for_state("win.print-paper", True)
    APP.activate("win.undo")
    APP.wait_for_state("win.paper", "warm-white")


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: SESSION.keep_screenshot("colour-" + name))
        APP.quit()
        APP.assert_silent()


if __name__ == "__main__":
    main()

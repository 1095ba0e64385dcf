#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Underlays in the real program: a photo of a stone is laid under the sheet, told how large the stone
is, faded and locked; and what is no photo is refused with a sentence."""

import math
import os
import re
import subprocess

import tap
from app_driver import RW, SVG, Session
from bench_driver import Bench, numbers
from gi.repository import Atspi
from x_server import Xvfb, wait_until

XLINK = "{http://www.w3.org/1999/xlink}href"

# The photo: an oval stone, this many pixels long, in the middle.
WIDTH, HEIGHT, STONE = 1600, 1200, 650
TRUE = 6.5

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "underlay.ring.svg")
APP = None


def _make_photo():
    path = SESSION.path("stone.jpg")
    middle = f"{WIDTH / 2:g},{HEIGHT / 2:g}"
    subprocess.run(
        ["convert", "-size", f"{WIDTH}x{HEIGHT}", "radial-gradient:#d8cfc0-#a89c8a",
         "-fill", "#2b4a8c", "-draw", f"ellipse {middle} {STONE / 2:g},225 0,360",
         "-fill", "#5f86cf", "-draw", f"ellipse {middle} 190,130 0,360",
         "-fill", "none", "-stroke", "#9fb8ea", "-strokewidth", "4",
         "-draw", f"line {WIDTH / 2 - STONE / 2:g},600 {WIDTH / 2 - 190:g},600",
         "-draw", f"line {WIDTH / 2 + STONE / 2:g},600 {WIDTH / 2 + 190:g},600",
         "-quality", "88", path], check=True)
    return path


def _photos():
    return BENCH.items("image")


def _matrix(use):
    return numbers(use.get("transform"))


def _place(matrix, x, y):
    """A pixel of the photo in mm of its view: its longer side is 10."""
    x, y = x * 10 / WIDTH, y * 10 / WIDTH
    return (matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5])


def _ends(matrix):
    return (_place(matrix, (WIDTH - STONE) / 2, HEIGHT / 2),
            _place(matrix, (WIDTH + STONE) / 2, HEIGHT / 2))


def _length(matrix):
    (x0, y0), (x1, y1) = _ends(matrix)
    return math.hypot(x1 - x0, y1 - y0)


def _layer():
    return next(node for node in BENCH.save().iter(SVG + "g")
                if node.get(RW + "role") == "Underlay" and len(node) > 0)


def test_1_add():
    """It lies in the middle of the view that the pointer is in, selected, and in the file once."""
    BENCH.show()
    BENCH.focus()
    APP.activate("win.add-underlay-path", _make_photo())
    wait_until(lambda: len(_photos()) == 1, "a photo")
    APP.wait_for_state("win.instrument", "select")
    APP.wait_enabled("win.known-length")
    photo = _photos()[0]
    pictures = list(BENCH.save().iter(SVG + "image"))
    assert len(pictures) == 1 and pictures[0].get(XLINK).startswith("data:image/jpeg;base64,")
    assert photo.get(XLINK) == "#" + pictures[0].get("id")
    assert len(pictures[0].get(RW + "original")) == 64
    view = next(node for node in BENCH.save().iter(SVG + "g") if node.get(RW + "view") == "front")
    assert any(node.get("id") == photo.get("id") for node in view.iter(SVG + "use"))
    SESSION.keep_screenshot("underlay-added")


def test_2_known_length():
    """Two taps, and what they are apart in truth: the photo has the scale of the ring."""
    before = _matrix(_photos()[0])
    assert abs(_length(before) - TRUE) > 1
    APP.activate("win.known-length")
    APP.wait_for("Tap one end of a length that you know")
    start, end = _ends(before)
    BENCH.tap("front", *start)
    APP.wait_for("Tap its other end")
    SESSION.xdotool("mousemove", *BENCH.at("front", *end))
    SESSION.keep_screenshot("underlay-length")
    BENCH.tap("front", *end)
    APP.wait_for("True length, mm", "spin button")
    SESSION.keep_screenshot("underlay-entry")
    SESSION.xdotool("key", "ctrl+a")
    SESSION.xdotool("type", "6.5")
    SESSION.xdotool("key", "Return")
    wait_until(lambda: _matrix(_photos()[0]) != before, "another scale")
    after = _matrix(_photos()[0])
    assert abs(_length(after) - TRUE) < 0.05, _length(after)
    (x0, y0), (x1, y1) = start, _ends(after)[0]
    assert math.hypot(x1 - x0, y1 - y0) < 0.1
    SESSION.keep_screenshot("underlay-scaled")
    APP.activate("win.undo")
    wait_until(lambda: _matrix(_photos()[0]) == before, "one step")
    APP.activate("win.redo")
    wait_until(lambda: _matrix(_photos()[0]) == after, "the true scale again")


def test_3_keyboard():
    """The same by the crosshair alone, and Escape gives it up."""
    before = _matrix(_photos()[0])
    APP.activate("win.known-length")
    APP.wait_for("Tap one end of a length that you know")
    start, end = _ends(before)
    SESSION.xdotool("key", "k", *BENCH.arrows("front", *start), "Return")
    APP.wait_for("Tap its other end")
    steps = round((end[0] - start[0]) * 4)
    SESSION.xdotool("key", *["shift+Right"] * steps, "Return")
    APP.wait_for("True length, mm", "spin button")
    SESSION.xdotool("key", "Escape")
    APP.wait_gone("True length, mm", "spin button")
    SESSION.xdotool("key", "k")
    assert _matrix(_photos()[0]) == before
    assert APP.find(re.compile("^Tap ")) is None


def test_4_fade():
    BENCH.choose("pen")
    BENCH.drag("front", (-3, -10), (0, -11.5), (3, -10))
    wait_until(lambda: len(BENCH.items("stroke")) == 1, "a stroke over it")
    BENCH.choose("select")
    BENCH.tap("front", *_ends(_matrix(_photos()[0]))[0])
    APP.wait_for(re.compile("Selection: 1 item"))
    APP.activate("win.instrument-settings")
    strength = APP.wait_for("Strength of the photo, per cent", "slider")
    Atspi.Value.set_current_value(strength, 40)
    wait_until(lambda: _photos()[0].get("opacity") == "0.4", "a faint photo")
    SESSION.keep_screenshot("underlay-settings")
    SESSION.xdotool("key", "Escape")
    APP.wait_gone("Width, mm", "spin button")
    SESSION.keep_screenshot("underlay-faint")


def test_5_lock():
    """One tap, and it cannot be picked any more."""
    APP.wait_enabled("win.lock-underlay")
    APP.activate("win.lock-underlay")
    wait_until(lambda: _layer().get(RW + "locked") == "true", "a locked layer")
    APP.wait_enabled("win.lock-underlay", enabled=False)
    before = _matrix(_photos()[0])
    start = _ends(before)[0]
    BENCH.drag("front", start, (start[0] + 4, start[1] + 4))
    assert _matrix(_photos()[0]) == before


def test_6_svg():
    """What would run or fetch something is left out, and said."""
    path = SESSION.write("evil.svg", (
        '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20" onload="alert(1)">'
        '<script>alert(1)</script><image href="file:///etc/passwd" width="9" height="9"/>'
        '<rect x="2" y="2" width="36" height="16" fill="#335577"/>'
        '<circle cx="20" cy="10" r="5" fill="#ffffff"/></svg>'))
    count = len(BENCH.items("artwork"))
    APP.activate("win.add-underlay-path", path)
    # Each look into the file saves it, and says so in the place of these words.
    APP.wait_for("Laid under without what would have run or fetched something.")
    wait_until(lambda: len(BENCH.items("artwork")) == count + 2, "two shapes")
    APP.wait_for(re.compile("Selection: 2 items"))
    APP.wait_enabled("win.delete")
    text = open(SESSION.path(BENCH.name), encoding="utf-8").read()
    assert "script" not in text and "passwd" not in text and "alert" not in text
    SESSION.keep_screenshot("underlay-svg")
    APP.activate("win.delete")
    wait_until(lambda: len(BENCH.items("artwork")) == count, "no shapes")


def test_7_bad():
    """A file that promises 200 megapixels, and one that is broken: one sentence, nothing else."""
    with open(SESSION.path("stone.jpg"), "rb") as photo:
        data = photo.read()
    at = re.search(rb"\xff\xc0\x00\x11\x08", data).end()
    bomb = data[:at] + (10000).to_bytes(2, "big") + (20000).to_bytes(2, "big") + data[at + 4:]
    for name, content, sentence in (("bomb.jpg", bomb, "200 megapixels"),
                                    ("half.jpg", data[:len(data) // 2], "damaged or cut off"),
                                    ("words.txt", b"no photo", "neither a photo")):
        before = [(node.tag, node.attrib) for node in BENCH.save().iter()]
        with open(SESSION.path(name), "wb") as file:
            file.write(content)
        APP.activate("win.add-underlay-path", SESSION.path(name))
        APP.wait_for(re.compile(sentence))
        assert [(node.tag, node.attrib) for node in BENCH.save().iter()] == before
    APP.assert_silent()


def _journal_size():
    folder = SESSION.path("state/io.github.ringwright.Ringwright/journal")
    names = os.listdir(folder) if os.path.isdir(folder) else []
    return sum(os.stat(os.path.join(folder, name)).st_size for name in names)


def test_8_killed():
    """A photo laid under once more comes back with the journal, which names it and holds it once."""
    global APP  # pylint: disable=global-statement
    photo = SESSION.path("stone.jpg")
    before = _journal_size()
    APP.activate("win.add-underlay-path", photo)
    APP.wait_enabled("win.known-length")
    APP.wait(lambda: _journal_size() > before, "the step in the journal")
    assert _journal_size() < before + 20000, "the photo was written again"
    APP.kill()
    BENCH.app = APP = SESSION.launch()
    APP.wait_for("The restored design")
    wait_until(lambda: len(_photos()) == 2, "both photos")
    assert len(list(BENCH.save().iter(SVG + "image"))) == 1, "the photo stands there twice"
    APP.quit()


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("underlay-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

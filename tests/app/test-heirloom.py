#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An heirloom on its card in the real program: photos from the clipboard, large, with captions; taken in,
with its condition, and the receipt that is signed for it."""

import os
import re
import subprocess
import sys

import tap
from app_driver import SVG, Session
from bench_driver import Bench
from x_server import Xvfb, wait_until

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "heirloom.ring.svg")
APP = None

# Another program, which has copied the pictures that it is told of, one after another.
COPIER = """
import sys
import gi
gi.require_version("Gdk", "4.0")
gi.require_version("Gtk", "4.0")
from gi.repository import Gdk, GLib, Gtk
Gtk.init()
clipboard = Gdk.Display.get_default().get_clipboard()
def copy(channel, condition):
    with open(sys.stdin.readline().strip(), "rb") as file:
        picture = GLib.Bytes.new(file.read())
    clipboard.set_content(Gdk.ContentProvider.new_for_bytes("image/png", picture))
    print("copied", flush=True)
    return True
GLib.io_add_watch(GLib.IOChannel.unix_new(0), GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN, copy)
GLib.MainLoop().run()
"""


def _make_photo(name, size, stone, ground):
    """A faceted stone on a cloth, as a phone would take it."""
    path = SESSION.path(name)
    x, y = size[0] / 2, size[1] / 2
    r = min(x, y) * 0.72
    subprocess.run(
        ["convert", "-size", f"{size[0]}x{size[1]}", f"radial-gradient:{ground[0]}-{ground[1]}",
         "-fill", stone[0], "-draw", f"circle {x:g},{y:g} {x + r:g},{y:g}",
         "-fill", stone[1], "-draw", f"circle {x:g},{y:g} {x + r * 0.52:g},{y:g}",
         "-stroke", "#ffffffb0", "-strokewidth", "3", "-draw",
         f"translate {x:g},{y:g} " + " ".join(
             f"rotate 22.5 line 0,{-r * 0.52:g} 0,{-r:g}" for _ in range(16)),
         "-quality", "88", path], check=True)
    return path


def _click(name, role):
    SESSION.xdotool("mousemove", *APP.centre(name, role), "click", "1")


def _photos():
    return BENCH.records("photo")


def _paste(copier, path, n):
    copier.stdin.write(path + "\n")
    copier.stdin.flush()
    assert copier.stdout.readline().strip() == "copied"
    APP.press("Paste", "push button")
    wait_until(lambda: len(_photos()) == n, f"{n} photos")


def test_1_photos():
    """Copied in another program, pasted on the card: small there, and in the file once."""
    BENCH.show()
    BENCH.choose("note")
    BENCH.tap("front", 0, -12)
    APP.wait_for("Name", "text")
    SESSION.xdotool("type", "--delay", "2", "Grandmother's diamond")
    wait_until(lambda: BENCH.records("stone")[0].get("name"), "its name")
    _click("Photos", "label")
    copier = subprocess.Popen([sys.executable, "-c", COPIER], env=SESSION.environment, text=True,
                              stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        _paste(copier, _make_photo("face.png", (900, 700), ("#b9c4d6", "#e8eef7"),
                                   ("#6d5a48", "#3a2f26")), 1)
        _paste(copier, _make_photo("back.png", (700, 900), ("#8fa0bb", "#c9d4e6"),
                                   ("#d8cfc0", "#a89c8a")), 2)
        _paste(copier, _make_photo("ring.png", (1200, 800), ("#e6c878", "#fff1c0"),
                                   ("#2b3440", "#12161c")), 3)
    finally:
        copier.kill()
        copier.wait()
    assert len(list(BENCH.save().iter(SVG + "image"))) == 3
    APP.wait_for("Photo 3 of 3", "push button")
    SESSION.keep_screenshot("heirloom-photos")


def test_2_large():
    """A tap shows one large; caption, order and removal are steps of undo."""
    APP.press("Photo 2 of 3", "push button")
    APP.wait_for("Caption", "text")
    first, second, third = [photo["id"] for photo in _photos()]
    SESSION.xdotool("key", "Right", "Left")
    APP.press("Move Forward in the Order", "push button")
    wait_until(lambda: [photo["id"] for photo in _photos()] == [second, first, third], "the order")
    SESSION.xdotool("key", "Tab")
    SESSION.xdotool("type", "--delay", "2", "The back, with the old chip")
    wait_until(lambda: _photos()[0].get("caption") == "The back, with the old chip", "a caption")
    SESSION.keep_screenshot("heirloom-photo-large")
    APP.press("Remove Photo; undo brings it back", "push button")
    wait_until(lambda: [photo["id"] for photo in _photos()] == [first, third], "removed")
    SESSION.xdotool("key", "ctrl+z")
    wait_until(lambda: len(_photos()) == 3, "back again")
    SESSION.xdotool("key", "Escape")
    APP.wait_gone("Caption", "text")
    APP.wait_for(re.compile("^Photo [12] of 3: The back, with the old chip$"), "push button")


def _receipt(name):
    path = SESSION.path(name)
    APP.activate("win.export-receipt-path", path)
    wait_until(lambda: os.path.exists(path) and os.path.getsize(path) > 0, name)
    return subprocess.run(["pdftotext", "-layout", path, "-"], check=True, text=True,
                          stdout=subprocess.PIPE).stdout


def test_3_taken_in():
    """One press takes it in; what is written and ticked is on the receipt."""
    _click("Photos", "label")
    _click("Taken In", "label")
    APP.press("Take In", "push button")
    taken = BENCH.wait_record("take-in", lambda one: True, "a take-in")
    stone = BENCH.records("stone")[0]
    assert (taken["stone"], taken["at"], stone["status"]) == (stone["id"], "2026-11-22", "own"), taken
    assert [line["event"] for line in BENCH.records("custody")] == ["received"]
    APP.wait_for("Received on", "text")
    SESSION.xdotool("mousemove", *APP.centre("From", "label"), "click", "1")
    SESSION.xdotool("type", "--delay", "2", "Ana Ruiz")
    SESSION.xdotool("key", "Tab")
    SESSION.xdotool("type", "--delay", "2", "M. Keller")
    BENCH.wait_record("take-in", lambda one: one.get("by") == "M. Keller", "who took it in")
    SESSION.keep_screenshot("heirloom-taken-in")
    SESSION.xdotool("key", "Tab", "Tab", "Tab", "Tab")
    SESSION.xdotool("type", "--delay", "2", "A chip at the girdle")
    BENCH.wait_record("take-in", lambda one: one.get("condition") == "A chip at the girdle",
                      "its condition")
    text = _receipt("receipt.pdf")
    for words in ("Receipt for a stone", "Ana Ruiz", "M. Keller", "22 November 2026",
                  "A chip at the girdle", "None was named", "date and signature"):
        assert words in text, text


def test_4_metal():
    APP.press("Take In Metal", "push button")
    wait_until(lambda: len(BENCH.records("take-in")) == 2, "metal")
    SESSION.keep_screenshot("heirloom-metal")
    text = _receipt("receipts.pdf")
    assert text.index("Receipt for a stone") < text.index("Receipt for metal"), text
    APP.activate("win.undo")
    wait_until(lambda: len(BENCH.records("take-in")) == 1, "one step")


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("heirloom-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two programs at one file, each on a bus of its own as on two computers: each hears of the other,
both versions are kept and compared, and nothing is overwritten unseen."""

import os
import re

import tap
from app_driver import Session
from bench_driver import CANVAS
from gi.repository import Atspi
from x_server import Xvfb

SESSION = Session(Xvfb(1280, 800), clock_stands=False)
BAR = re.compile("has “rubis” open")
DIALOG = "The File Has Changed on Disk"
FIRST = SECOND = OTHER = None
PATH = ""


def _beside():
    return os.path.join(os.path.dirname(PATH), ".rubis.ring.svg.lock")


def _read(path=None):
    with open(path or PATH, "rb") as file:
        return file.read()


def _told(app):
    """Whether the window says that somebody else has the file open."""
    return app.is_enabled("win.look-only")


def _on_top(app):
    """Raises its window for mouse, keys and pictures."""
    for window in app.x_windows():
        app.session.xdotool("windowraise", window, "windowfocus", window)


def _draw(app, row):
    """A stroke with the mouse, in the lower half of the canvas."""
    _on_top(app)
    x, y, width, height = app.place(CANVAS)
    left, top = x + width // 2 - 60, y + height // 2 + 14 * row
    SESSION.xdotool("mousemove", left, top, "mousedown", 1)
    for step in range(1, 13):
        SESSION.xdotool("mousemove", left + 10 * step, top + (step % 3))
    SESSION.xdotool("mouseup", 1)
    app.wait_enabled("win.save")


def _strokes(path=None):
    return _read(path).count(b'rw:kind="stroke"')


def _save(app):
    """Saves over the file and waits until it is another."""
    before = _read()
    app.wait_enabled("win.save")
    app.activate("win.save")
    app.wait(lambda: _read() != before, "the saved file")
    app.wait_enabled("win.save-path")


def _wait_on_top(app, words):
    """The Bench behind a window on top holds a thousand more things to look through."""
    return app.wait(lambda: app.find_on_top(words), f"{words!r} on top")


def _answer(app, words):
    """A button of the dialog. GTK 4.8 names it by its label and its text."""
    button = _wait_on_top(app, re.compile(words + "$"))
    assert Atspi.Action.do_action(button, 0), f"{words} did not act"


def _escape(app):
    _on_top(app)
    SESSION.xdotool("key", "Escape")


def test_1_told_at_open():
    global FIRST, SECOND, OTHER, PATH  # pylint: disable=global-statement
    PATH = SESSION.path("rubis.ring.svg")
    FIRST = SESSION.launch()
    FIRST.activate("win.show-view", "bench")
    FIRST.wait_for_state("win.show-view", "bench")
    _draw(FIRST, 0)
    FIRST.save(PATH)
    FIRST.wait(lambda: os.path.exists(_beside()), "the claim")
    OTHER = SESSION.neighbour()
    SECOND = OTHER.launch(PATH)
    SECOND.wait_enabled("win.look-only")
    SECOND.wait_for(BAR)
    assert not _told(FIRST)
    _on_top(SECOND)
    SESSION.keep_screenshot("two-told")


def test_2_read_only_by_choice():
    SECOND.press(re.compile("^Look at this design read-only"), "push button")
    SECOND.wait_for_state("win.look-only", True)
    SECOND.wait_for(re.compile("read-only until it is free"))
    SECOND.wait_enabled("win.new-revision", False)
    SESSION.keep_screenshot("two-read-only")
    SECOND.activate("win.look-only")
    SECOND.wait_enabled("win.new-revision")


def test_3_both_saved():
    before = _strokes()
    _draw(FIRST, 1)
    _draw(SECOND, 3)
    _draw(SECOND, 5)
    _save(FIRST)
    hers = _read()
    assert _strokes() == before + 1
    SECOND.activate("win.save")
    _wait_on_top(SECOND, DIALOG)
    SESSION.keep_screenshot("two-both-saved")
    _answer(SECOND, "Compare")
    _wait_on_top(SECOND, "In the File and Now at the same scale")
    SESSION.keep_screenshot("two-compared")
    _escape(SECOND)
    _wait_on_top(SECOND, DIALOG)
    _answer(SECOND, "Keep Both")
    SECOND.wait(lambda: any(title.startswith("rubis (") for title in SECOND.x_titles()), "a file of its own")
    SESSION.keep_screenshot("two-kept")
    assert not _told(SECOND)
    assert _read() == hers, "the first one's file was touched"
    kept = [name for name in os.listdir(os.path.dirname(PATH)) if name.startswith("rubis (")]
    assert len(kept) == 1 and kept[0].endswith(").ring.svg"), kept
    assert _strokes(os.path.join(os.path.dirname(PATH), kept[0])) == before + 2


def test_4_compare_afterwards():
    SECOND.activate("win.compare-file", PATH)
    _wait_on_top(SECOND, "rubis.ring.svg and Now at the same scale")
    _escape(SECOND)
    SECOND.wait(lambda: len(SECOND.windows()) == 1, "the end of comparing")
    SECOND.quit()


def test_5_shown_as_it_is_when_free():
    global SECOND  # pylint: disable=global-statement
    SECOND = OTHER.launch(PATH)
    SECOND.wait_enabled("win.look-only")
    SECOND.activate("win.look-only")
    SECOND.wait_enabled("win.new-revision", False)
    _draw(FIRST, 7)
    _save(FIRST)
    FIRST.quit()
    assert b"Process=%d\n" % FIRST.process.pid not in (_read(_beside()) if os.path.exists(_beside()) else b"")
    SECOND.wait_enabled("win.look-only", False)
    SECOND.wait_enabled("win.new-revision")
    shown = SESSION.path("shown.svg")
    expected = SESSION.path("expected.svg")
    SESSION.run("export", PATH, "-o", expected)

    def is_new():
        SECOND.activate("win.export-path", shown)
        SECOND.wait(lambda: os.path.exists(shown), "the export")
        return _read(shown) == _read(expected)
    SECOND.wait(is_new, "the design as it is now")


def test_6_killed():
    """What a program that died left behind is no claim."""
    global FIRST  # pylint: disable=global-statement
    SECOND.activate("win.open-path", PATH)
    SECOND.wait(lambda: os.path.exists(_beside()), "the claim")
    SECOND.kill()
    assert os.path.exists(_beside())
    FIRST = SESSION.launch(PATH)
    FIRST.wait(lambda: any("rubis" in title for title in FIRST.x_titles()), "the design")
    assert not _told(FIRST)


def test_7_overwritten_knowingly():
    before = _strokes()
    _draw(FIRST, 9)
    with open(PATH, "ab") as file:
        file.write(b"\n<!-- by hand -->\n")
    FIRST.activate("win.save")
    _wait_on_top(FIRST, DIALOG)
    _answer(FIRST, "Overwrite Theirs")
    FIRST.wait(lambda: _strokes() == before + 1, "the saved file")
    assert b"by hand" not in _read()
    FIRST.wait_enabled("win.save-path")
    FIRST.quit()
    assert not os.path.exists(_beside())


def test_8_another_computer():
    """A claim from elsewhere counts while it is renewed."""
    with open(_beside(), "w", encoding="utf-8") as file:
        file.write("[Open]\nName=Ada Lovelace\nHost=bench-2\nComputer=0123456789abcdef\nProcess=1\n"
                   "Since=2026-11-22T09:40:00Z\n")
    app = SESSION.launch(PATH)
    app.wait_for(re.compile("^Ada Lovelace has “rubis” open on bench-2 as well, since 22 November 2026, 09:40"))
    app.quit()
    assert os.path.exists(_beside())
    os.utime(_beside(), (0, 0))
    app = SESSION.launch(PATH)
    app.wait(lambda: b"Ada" not in _read(_beside()), "the claim to be taken over")
    assert not _told(app)
    app.quit()
    assert not os.path.exists(_beside())


def _give_up(name):
    SESSION.keep_screenshot("two-" + name)
    for app in SESSION.apps + (OTHER.apps if OTHER else []):
        print("# " + "\n# ".join(app.log[-20:]))


def main():
    with SESSION:
        tap.run(globals(), on_failure=_give_up)


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing drawn is lost, in the real program from outside: it is killed, asked to end and closed
while a design is open, and started again. What counts is what is on the canvas and in the saved
file afterwards."""

import os
import re
import signal
import time
import xml.etree.ElementTree as ET

import tap
from app_driver import RW, Session
from bench_driver import CANVAS
from x_server import wait_until

SESSION = Session(clock_stands=False)
JOURNALS = "state/io.github.ringwright.Ringwright/journal"
HISTORIES = "state/io.github.ringwright.Ringwright/history"
RESTORED = "The restored design"


def _journals():
    folder = SESSION.path(JOURNALS)
    return sorted(os.listdir(folder)) if os.path.isdir(folder) else []


def _size():
    return sum(os.stat(os.path.join(SESSION.path(JOURNALS), name)).st_size for name in _journals())


def _strokes(path):
    return sum(node.get(RW + "kind") == "stroke" for node in ET.parse(path).getroot().iter())


def _settled(app):
    """Waits until the journal is there and has stopped growing; a step takes less than a second."""
    seen = [(-1, 0.0)]

    def quiet():
        now = time.monotonic()
        if _size() != seen[-1][0]:
            seen.append((_size(), now))
        return _size() > 0 and now - seen[-1][1] > 1.0
    app.wait(quiet, "the journal")


def _start(*arguments):
    app = SESSION.launch(*arguments)
    app.activate("win.show-view", "bench")
    app.wait_for_state("win.show-view", "bench")
    return app


def _draw(app, row, lift=True):
    """A stroke with the mouse, in the lower half of the canvas."""
    x, y, width, height = app.place(CANVAS)
    left, top = x + width // 2 - 60, y + height // 2 + 12 * row
    SESSION.xdotool("mousemove", left, top, "mousedown", 1)
    for step in range(1, 13):
        SESSION.xdotool("mousemove", left + 10 * step, top + (step % 3))
    if lift:
        SESSION.xdotool("mouseup", 1)


def _save(app, name):
    path = SESSION.path(name)
    app.save(path)
    app.wait_enabled("win.save-path")
    return path


def _press_discard(app):
    """In the dialog that asks. GTK 4.8 names a button by its label and its text."""
    app.press(re.compile("Discard$"), "push button")


def _draw_steps(app, count):
    for row in range(count):
        _draw(app, row)
    app.wait_enabled("win.undo")


def test_1_killed_before_the_first_save():
    app = _start()
    _draw_steps(app, 3)
    _settled(app)
    app.kill()
    assert len(_journals()) == 1, _journals()

    app = SESSION.launch()
    app.wait_for(RESTORED)
    app.wait_for_state("win.show-view", "bench")
    assert app.is_enabled("win.undo"), "the steps cannot be undone"
    SESSION.keep_screenshot("restored")
    app.activate("win.undo")
    app.activate("win.redo")
    path = _save(app, "first.ring.svg")
    assert _strokes(path) == 3, _strokes(path)
    app.wait_gone(RESTORED)
    app.quit()
    assert not _journals(), _journals()


def test_2_undo_after_restart():
    path = SESSION.path("first.ring.svg")
    app = _start(path)
    app.wait_enabled("win.undo")
    for left in (2, 1, 0):
        app.activate("win.undo")
        saved = _save(app, "undone.ring.svg")
        assert _strokes(saved) == left, (_strokes(saved), left)
    app.activate("win.redo")
    app.wait_enabled("win.undo")
    _draw(app, 5)
    saved = _save(app, "undone.ring.svg")
    app.wait(lambda: _strokes(saved) == 2, "two strokes in the file")
    app.quit()
    assert os.listdir(SESSION.path(HISTORIES))


def test_3_killed_with_a_file_and_opened_again():
    path = SESSION.path("first.ring.svg")
    with open(path, "rb") as file:
        before = file.read()
    app = _start(path)
    app.wait_enabled("win.undo")
    _draw(app, 7)
    app.wait_enabled("win.save")
    _settled(app)
    app.kill()
    with open(path, "rb") as file:
        assert file.read() == before, "the file was touched"

    # Opening the original finds the newer work, and only once.
    app = SESSION.launch(path)
    app.wait_for(RESTORED)
    assert len(app.windows()) == 1, app.tree()
    saved = _save(app, "third.ring.svg")
    assert _strokes(saved) == 4, _strokes(saved)
    app.quit()
    assert not _journals(), _journals()


def test_4_killed_while_drawing():
    app = _start()
    _draw(app, 1)
    app.wait_enabled("win.undo")
    _draw(app, 3, lift=False)
    _settled(app)
    app.kill()
    SESSION.xdotool("mouseup", 1)

    app = SESSION.launch()
    app.wait_for(RESTORED)
    saved = _save(app, "fourth.ring.svg")
    assert _strokes(saved) == 2, _strokes(saved)
    app.quit()


def test_5_discard():
    app = _start(SESSION.path("first.ring.svg"))
    app.wait_enabled("win.undo")
    _draw(app, 9)
    app.wait_enabled("win.save")
    _settled(app)
    app.kill()

    app = SESSION.launch()
    app.press(re.compile("^Discard the restored work"), "push button")
    _press_discard(app)
    app.wait_gone(RESTORED)
    app.wait(lambda: not _journals(), "the journal to go")
    app.wait_enabled("win.save", False)
    saved = _save(app, "fifth.ring.svg")
    assert _strokes(saved) == 3, _strokes(saved)
    app.quit()
    app = SESSION.launch()
    assert app.find(RESTORED) is None
    app.quit()


def test_6_asked_to_end():
    for number in (signal.SIGTERM, signal.SIGHUP):
        app = _start()
        _draw_steps(app, 2)
        # At once: nothing is waited for but the end.
        app.process.send_signal(number)
        wait_until(lambda a=app: a.process.poll() is not None, "the end of the program", 30)
        assert app.process.returncode == 0, (app.process.returncode, app.log[-20:])
        app.assert_silent()

        app = SESSION.launch()
        app.wait_for(RESTORED)
        saved = _save(app, "sixth.ring.svg")
        assert _strokes(saved) == 2, _strokes(saved)
        app.quit()
        assert not _journals(), _journals()


def test_7_several_designs():
    app = _start()
    _draw(app, 1)
    app.wait_enabled("win.undo")
    app.activate("win.open-path", SESSION.path("first.ring.svg"))
    app.wait(lambda: len(app.windows()) == 2, "a second window")
    app.wait(lambda: app.is_enabled("win.undo", 2), "its steps")
    app.activate("win.undo", window=2)
    app.wait_enabled("win.redo", window=2)
    _settled(app)
    app.kill()
    assert len(_journals()) == 2, _journals()

    app = SESSION.launch(windows=2)
    app.wait(lambda: len(app.find_all(RESTORED)) == 2, "both designs")
    # Closing without saving asks, and what was let go does not come back.
    for window in (1, 2):
        app.activate("win.close", window=window)
        _press_discard(app)
        app.wait(lambda n=2 - window: app.process.poll() is not None or len(app.windows()) == n
                 or n == 0, "the window to go") if window == 1 else None
    wait_until(lambda: app.process.poll() is not None, "the end of the program", 30)
    assert not _journals(), _journals()


def _give_up(name):
    """One program that still runs would be the one that the next test meets."""
    SESSION.keep_screenshot("restore-" + name)
    SESSION.xdotool("mouseup", 1)
    for app in SESSION.apps:
        print("# " + "\n# ".join(app.log))
        app.stop()
    for name in _journals():
        os.remove(os.path.join(SESSION.path(JOURNALS), name))


def main():
    with SESSION:
        tap.run(globals(), on_failure=_give_up)


if __name__ == "__main__":
    main()

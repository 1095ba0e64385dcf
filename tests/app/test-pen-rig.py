#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves the pen rig with a bare GTK window, so that a failure of the pen tests of the program is
a failure of the program."""

import os
import subprocess
import threading

import tap
from pen_rig import ERASER, PEN, PenRig
from x_server import stop_process, wait_until

LINES = []
RIG = PenRig()


def _read(stream):
    for line in stream:
        LINES.append(line.strip())


def _wait(what, seconds=20):
    """Waits for a line that satisfies WHAT: a text, or a function."""
    matches = what if callable(what) else lambda line: line == what
    try:
        return wait_until(lambda: next((line for line in list(LINES) if matches(line)), None),
                          str(what), seconds)
    except AssertionError:
        print("# seen: " + "; ".join(LINES[-30:]))
        raise


def _numbers(prefix):
    return [tuple(map(int, line.split()[2:])) for line in list(LINES) if line.startswith(prefix)]


def test_devices():
    names = [line for line in LINES if line.startswith("device ")]
    assert any(PEN in name for name in names), names
    assert any(ERASER in name for name in names), names


def test_pen_pressure():
    """Every sample arrives with its place and pressure, those compressed away included."""
    points = [(100 + 5 * n, 200 + 2 * n, 0.1 + 0.008 * n) for n in range(101)]
    RIG.pen_stroke(points)
    _wait(lambda line: line.startswith("pen up"))
    _wait(lambda line: line.startswith("pen proximity"))
    down = _numbers("pen down")
    assert down == [(100, 200, 100)], down
    expected = [(x, y, round(p * 1000)) for x, y, p in points[1:]]
    seen = _numbers("pen motion")
    assert len(seen) == len(expected), (len(seen), len(expected))
    for wanted, motion in zip(expected, seen):
        assert all(abs(a - b) <= 1 for a, b in zip(wanted, motion)), (wanted, motion)
    RIG.pen_proximity(False, 600, 400)


def test_pace():
    """A stroke at the pace of a hand loses nothing either."""
    RIG.pen_stroke([(300 + n, 300, 0.5 + 0.004 * n) for n in range(100)], hertz=250)
    _wait(lambda line: line.startswith("pen up"))
    assert len(_numbers("pen motion")) == 99, len(_numbers("pen motion"))
    RIG.pen_proximity(False, 400, 300)


def test_eraser():
    RIG.eraser_stroke([(400, 400, 0.3), (420, 400, 0.6), (440, 410, 0.4)])
    _wait(lambda line: line.startswith("eraser down 400 400 300"))
    _wait(lambda line: line.startswith("eraser up"))
    assert not _numbers("pen down")
    RIG.eraser_proximity(False, 440, 410)


def test_pinch():
    RIG.touch_begin(0, 500, 400)
    RIG.touch_begin(1, 600, 400)
    for step in range(1, 11):
        RIG.touch_update(0, 500 - 10 * step, 400)
        RIG.touch_update(1, 600 + 10 * step, 400)
    RIG.touch_end(0, 400, 400)
    RIG.touch_end(1, 700, 400)
    _wait(lambda line: line.startswith("zoom") and abs(int(line.split()[1]) - 300) <= 3)
    assert not _numbers("pen down")


def test_mouse():
    RIG.mouse_drag([(200, 300), (210, 310), (250, 360)])
    _wait("mouse down 200 300")
    _wait("mouse up 50 60")
    RIG.mouse_scroll(1)
    _wait("scroll 0 1")
    RIG.mouse_scroll(-2)
    _wait("scroll 0 -1")


def test_keys():
    RIG.mouse_click(300, 300)
    RIG.key("ctrl+shift+z")
    _wait("key <Shift><Control>z")
    RIG.key("F6")
    _wait("key F6")
    del LINES[:]
    RIG.type("Ring 7.5 mm (\"A-z\")!")
    names = ["<Shift>r", "i", "n", "g", "space", "7", "period", "5", "space", "m", "m", "space",
             "<Shift>parenleft", "<Shift>quotedbl", "<Shift>a", "minus", "z", "<Shift>quotedbl",
             "<Shift>parenright", "<Shift>exclam"]
    shift = ("key Shift_L", "key <Shift>Shift_L")

    def typed():
        return [line[4:] for line in list(LINES)
                if line.startswith("key ") and line not in shift]
    wait_until(lambda: len(typed()) >= len(names), "the typed text")
    assert typed() == names, typed()


def test_screenshot():
    path = RIG.screenshot(os.path.join(RIG.folder, "screen.png"))
    with open(path, "rb") as picture:
        head = picture.read(24)
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert int.from_bytes(head[16:20], "big") == RIG.width
    assert int.from_bytes(head[20:24], "big") == RIG.height


def main():
    with RIG:
        environment = RIG.environment()
        environment.update(GSK_RENDERER="cairo", GDK_BACKEND="x11", GTK_A11Y="none",
                           GSETTINGS_BACKEND="memory",
                           HOME=RIG.folder, XDG_CONFIG_HOME=RIG.folder)
        probe = subprocess.Popen([os.environ["RING_PEN_PROBE"]], env=environment, text=True,
                                 stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
        threading.Thread(target=_read, args=(probe.stdout,), daemon=True).start()
        try:
            _wait("ready")
            RIG.set_tools()
            _wait("tool 1")
            _wait("tool 2")
            devices = [line for line in LINES if line.startswith("device ")]

            def clear():
                LINES[:] = devices
            tap.run(globals(), before_next=clear)
        finally:
            stop_process(probe)


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The canvas under a real pen, fingers, mouse and keys: every sample arrives, each device does
its own work and none disturbs another."""

import os
import subprocess
import threading

import tap
from pen_rig import PenRig
from x_server import stop_process, wait_until

LINES = []


class Rig(PenRig):
    """With the key codes that the rig sends: those of evdev, which the server takes for granted
    only where it finds the devices itself."""

    def _configuration(self):
        core = 'Option "CoreKeyboard" "true"'
        return super()._configuration().replace(core, core + '\n  Option "XkbRules" "evdev"')


RIG = Rig()


def _read(stream):
    for line in stream:
        LINES.append(line.strip())


def _wait(what, seconds=20):
    """Waits for a line that satisfies WHAT: a beginning, or a function."""
    matches = what if callable(what) else lambda line: line.startswith(what)
    try:
        return wait_until(lambda: next((line for line in list(LINES) if matches(line)), None),
                          str(what), seconds)
    except AssertionError:
        print("# seen: " + "; ".join(LINES[-30:]))
        raise


def _samples():
    return [tuple(map(int, line.split()[1:])) for line in list(LINES) if line.startswith("sample")]


def _views():
    return [tuple(map(int, line.split()[1:])) for line in list(LINES) if line.startswith("view")]


def _has_strokes():
    return any(line.startswith(("stroke", "ended")) for line in list(LINES))


def _assert_path(expected, tolerance=1):
    seen = _samples()
    assert len(seen) == len(expected), (len(seen), len(expected))
    for wanted, sample in zip(expected, seen):
        assert all(abs(a - b) <= tolerance for a, b in zip(wanted, sample)), (wanted, sample)
    times = [sample[3] for sample in seen]
    assert times == sorted(times) and times[0] == 0, times


def _reset():
    # An older answer must not be taken for this one.
    del LINES[:]
    RIG.key("F5")
    _wait("reset")
    del LINES[:]


def _finger_moves():
    RIG.touch_begin(0, 600, 400)
    for step in range(1, 5):
        RIG.touch_update(0, 600 + 10 * step, 400)
    RIG.touch_end(0, 640, 400)
    return bool(_views())


def _leave_pen(x=900, y=100):
    """The pen goes away, until a finger is no palm any more."""
    RIG.pen_proximity(False, x, y)
    RIG.eraser_proximity(False, x, y)
    wait_until(_finger_moves, "a finger to be taken for one")
    _reset()


def test_burst():
    """Samples that come faster than frames are all kept."""
    points = [(200 + n, 300 + n // 2, 0.1 + 0.008 * n) for n in range(101)]
    RIG.pen_stroke(points)
    _wait("stroke")
    _assert_path([(x, y, round(p * 1000)) for x, y, p in points])


def test_pace():
    points = [(250, 150 + 2 * n, 0.4 + 0.004 * n) for n in range(125)]
    RIG.pen_stroke(points, hertz=250)
    _wait("stroke")
    _assert_path([(x, y, round(p * 1000)) for x, y, p in points])
    last = _samples()[-1]
    assert 400 < last[3] < 800, last


def test_eraser_end():
    RIG.pen_stroke([(220, 600, 0.5), (260, 600, 0.5), (300, 600, 0.5)])
    _wait("ended 1")
    RIG.pen_proximity(False, 300, 600)
    del LINES[:]
    RIG.eraser_stroke([(260, 570, 0.5), (260, 590, 0.5), (260, 620, 0.5)])
    _wait("erased")
    _wait("ended 1")
    assert not _samples()
    RIG.eraser_proximity(False, 260, 620)
    del LINES[:]
    RIG.pen_stroke([(220, 700, 0.5), (260, 700, 0.5)])
    _wait("stroke 2")


def test_palm():
    """A hand that comes down beside the pen moves nothing and draws nothing."""
    RIG.pen_down(230, 500, 0.5)
    RIG.touch_begin(0, 600, 600)
    RIG.pen_move(240, 500, 0.5)
    RIG.touch_update(0, 700, 700)
    RIG.pen_move(250, 500, 0.5)
    RIG.touch_end(0, 700, 700)
    RIG.pen_up(250, 500)
    _wait("stroke 3")
    RIG.touch_begin(0, 600, 600)
    RIG.touch_update(0, 650, 650)
    RIG.touch_end(0, 650, 650)
    RIG.key("F5")
    _wait("reset")
    assert not _views(), _views()


def test_finger_pans():
    _leave_pen()
    RIG.touch_begin(0, 600, 400)
    for step in range(1, 11):
        RIG.touch_update(0, 600 + 10 * step, 400 + 4 * step)
    RIG.touch_end(0, 700, 440)
    _wait(lambda line: line.startswith("view 4000 0 8000 13800"))
    assert not _has_strokes()


def test_pinch():
    _leave_pen()
    RIG.touch_begin(0, 550, 400)
    RIG.touch_begin(1, 650, 400)
    for step in range(1, 11):
        RIG.touch_update(0, 550 - 5 * step, 400)
        RIG.touch_update(1, 650 + 5 * step, 400)
    _wait(lambda line: line.startswith("view") and abs(int(line.split()[1]) - 8000) < 300)
    for step in range(1, 11):
        RIG.touch_update(0, 500, 400 - 10 * step)
        RIG.touch_update(1, 700, 400 + 10 * step)
    _wait(lambda line: line.startswith("view") and int(line.split()[2]) > 250)
    RIG.touch_end(0, 500, 300)
    RIG.touch_end(1, 700, 500)
    assert not _has_strokes()


def test_finger_draws():
    _leave_pen()
    RIG.key("F6")
    _wait("touch-draws")
    RIG.touch_begin(0, 220, 450)
    for step in range(1, 6):
        RIG.touch_update(0, 220 + 10 * step, 450)
    RIG.touch_end(0, 270, 450)
    _wait("stroke")
    assert not _views()
    del LINES[:]
    # Two fingers never draw.
    RIG.touch_begin(0, 550, 400)
    RIG.touch_begin(1, 650, 400)
    RIG.touch_update(0, 500, 400)
    RIG.touch_update(1, 700, 400)
    _wait("view")
    RIG.touch_end(0, 500, 400)
    RIG.touch_end(1, 700, 400)
    RIG.key("F6")
    _wait("touch-draws")
    assert not any(line.startswith("stroke") for line in LINES)


def test_mouse_draws():
    _leave_pen()
    points = [(200 + n, 650 + n // 4) for n in range(80)]
    RIG.mouse_drag(points)
    _wait("stroke")
    seen = _samples()
    assert {sample[2] for sample in seen} == {500}, seen
    # Letting go tells the last place again.
    assert [sample[:2] for sample in seen][:len(points)] == points, (len(seen), seen[-3:])
    assert {sample[:2] for sample in seen[len(points):]} <= {points[-1]}, seen[-3:]


def test_mouse_pans():
    RIG.mouse_drag([(600, 400), (610, 400), (640, 400)], button=2)
    _wait("view 4000 0 9500 14800")
    RIG.key_down("space")
    RIG.mouse_drag([(600, 400), (610, 400), (640, 400)])
    RIG.key_up("space")
    _wait("view 4000 0 8500 14800")
    assert not _has_strokes()


def test_wheel():
    RIG.mouse_move(600, 400)
    RIG.mouse_scroll(1)
    _wait("view 4000 0 10500 16300")
    RIG.key_down("ctrl")
    RIG.mouse_scroll(-1)
    RIG.key_up("ctrl")
    _wait("view 4600 0")


def test_keys():
    RIG.key("equal")
    _wait("view 5000 0")
    RIG.key("minus")
    _wait("view 4000 0")
    RIG.key("Right")
    _wait("view 4000 0 11500 14800")
    RIG.key("Left")
    _wait("view 4000 0 10500 14800")


def test_keyboard_draws():
    RIG.key("k")
    for chord in ("Return", "Right", "Right", "shift+Down", "Return"):
        RIG.key(chord)
    _wait("stroke 4")
    RIG.key("Return")
    RIG.key("Right")
    RIG.key("Escape")
    _wait("ended 0")
    RIG.key("Escape")
    del LINES[:]
    RIG.key("Right")
    _wait("view")


def test_escape():
    RIG.pen_down(230, 300, 0.5)
    RIG.pen_move(260, 300, 0.5)
    RIG.key("Escape")
    _wait("ended 0")
    RIG.pen_move(280, 300, 0.5)
    RIG.pen_up(280, 300)
    RIG.pen_proximity(False, 280, 300)
    RIG.key("F5")
    _wait("reset")
    assert not _samples()


def main():
    with RIG:
        environment = RIG.environment()
        environment.update(GSK_RENDERER="cairo", GDK_BACKEND="x11", GTK_A11Y="none",
                           GSETTINGS_BACKEND="memory",
                           ADW_DISABLE_PORTAL="1", HOME=RIG.folder, XDG_CONFIG_HOME=RIG.folder,
                           LC_ALL="C.UTF-8")
        probe = subprocess.Popen([os.environ["RING_CANVAS_PROBE"]], env=environment, text=True,
                                 stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
        threading.Thread(target=_read, args=(probe.stdout,), daemon=True).start()
        try:
            _wait("ready")
            RIG.set_tools()
            _wait("tool 1")
            _wait("tool 2")
            tap.run(globals(), before_next=_reset)
        finally:
            stop_process(probe)


if __name__ == "__main__":
    main()

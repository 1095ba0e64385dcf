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


def test_gusts():
    """Bursts of 40 samples in the pace of a pen: as a busy program receives them."""
    for gust in range(6):
        points = [(250 + n, 200 + 12 * gust + n // 4, 0.3 + 0.01 * n) for n in range(40)]
        RIG.pen_stroke(points, hertz=250 if gust % 2 else None)
        _wait("stroke 40")
        _assert_path([(x, y, round(p * 1000)) for x, y, p in points])
        del LINES[:]


def test_lift_off():
    """A pen that leaves the paper slowly draws no tail."""
    points = [(300 + 2 * n, 400, 0.5) for n in range(10)]
    RIG.pen_down(*points[0])
    for point in points[1:]:
        RIG.pen_move(*point)
    for step in range(8):
        RIG.pen_move(320 + 9 * step, 400 + 20 * step, 0)
    RIG.pen_up(400, 560)
    _wait("stroke")
    _assert_path([(x, y, round(p * 1000)) for x, y, p in points])


def test_mouse_is_still():
    """A mouse that is pushed aside while the pen draws neither draws nor pans."""
    points = [(300 + 2 * n, 450, 0.5) for n in range(12)]
    RIG.pen_down(*points[0])
    for number, point in enumerate(points[1:]):
        RIG.mouse_move(600 + 7 * number, 600)
        RIG.pen_move(*point)
    RIG.pen_up(322, 450)
    _wait("stroke")
    _assert_path([(x, y, round(p * 1000)) for x, y, p in points])
    assert not _views()


def test_first_button_erases():
    RIG.pen_stroke([(220, 620, 0.5), (260, 620, 0.5), (300, 620, 0.5)])
    _wait("stroke")
    _reset()
    # Held over the paper, then the tip comes down.
    RIG.pen_hover(260, 590)
    RIG.pen_button(3, True, 260, 590)
    RIG.pen_down(260, 600, 0.5)
    RIG.pen_move(260, 620, 0.5)
    RIG.pen_move(260, 640, 0.5)
    RIG.pen_up(260, 640)
    RIG.pen_button(3, False, 260, 640)
    _wait("erased")
    _wait("ended 1")
    assert not _samples()
    _reset()
    RIG.pen_stroke([(220, 620, 0.5), (300, 620, 0.5)])
    _wait("stroke 2")


def test_button_alone_erases():
    """Some pens tell of the tip by its pressure alone while their button is held."""
    RIG.pen_stroke([(420, 620, 0.5), (460, 620, 0.5), (500, 620, 0.5)])
    _wait("stroke")
    _reset()
    RIG.pen_hover(460, 590)
    RIG.pen_button(3, True, 460, 590)
    for step in range(6):
        RIG.pen_hover(460, 595 + 10 * step, 0.5)
    RIG.pen_hover(460, 655, 0)
    _wait("erased")
    _wait("ended 1")
    RIG.pen_button(3, False, 460, 655)


def test_button_in_stroke():
    """Squeezed in a stroke, a button does not break it."""
    points = [(300 + 2 * n, 480, 0.5) for n in range(12)]
    RIG.pen_down(*points[0])
    for number, point in enumerate(points[1:]):
        if number in (3, 6):
            RIG.pen_button(3, number == 3, *point[:2], pressure=0.5)
        RIG.pen_move(*point)
    RIG.pen_up(322, 480)
    _wait("stroke")
    seen = _samples()
    assert seen[0][:2] == (300, 480) and seen[-1][:2] == (322, 480), seen
    assert not any(line == "erased" for line in LINES)


def test_second_button_pans():
    """With the tip and without it."""
    RIG.pen_hover(600, 400)
    RIG.pen_button(2, True, 600, 400)
    RIG.pen_hover(620, 400)
    RIG.pen_hover(640, 400)
    _wait("view 4000 0 9500 14800")
    RIG.pen_down(640, 400, 0.5)
    RIG.pen_move(640, 420, 0.5)
    RIG.pen_move(640, 440, 0.5)
    RIG.pen_up(640, 440)
    _wait("view 4000 0 9500 13800")
    RIG.pen_button(2, False, 640, 440)
    del LINES[:]
    RIG.pen_hover(700, 440)
    RIG.key("F5")
    _wait("reset")
    assert not _has_strokes()


def test_buttons_swapped():
    RIG.key("F9")
    _wait("swapped")
    RIG.pen_hover(600, 400)
    RIG.pen_button(3, True, 600, 400)
    RIG.pen_hover(640, 400)
    _wait("view 4000 0 9500 14800")
    RIG.pen_button(3, False, 640, 400)
    RIG.key("F9")
    _wait("swapped")


def _kept(key, answer):
    """Draws, takes the pen away by KEY, and expects what was drawn until then."""
    points = [(300 + 2 * n, 520, 0.5) for n in range(10)]
    RIG.pen_down(*points[0])
    for point in points[1:]:
        RIG.pen_move(*point)
    RIG.key(key)
    if answer:
        _wait(answer)
    _wait("stroke")
    _wait("ended 1")
    _assert_path([(x, y, round(p * 1000)) for x, y, p in points])
    RIG.pen_move(340, 560, 0.5)
    RIG.pen_up(340, 560)


def test_kept_when_hidden():
    _kept("F7", "hidden")


def test_kept_when_a_dialog_opens():
    _kept("F8", "dialog")
    _reset()
    RIG.pen_stroke([(320, 560, 0.5), (400, 560, 0.5)])
    _wait("stroke 2")


def test_zz_kept_when_closed():
    """The last one: the window is gone afterwards."""
    points = [(300 + 2 * n, 540, 0.5) for n in range(10)]
    RIG.pen_down(*points[0])
    for point in points[1:]:
        RIG.pen_move(*point)
    RIG.key("F10")
    _wait("stroke")
    _assert_path([(x, y, round(p * 1000)) for x, y, p in points])


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

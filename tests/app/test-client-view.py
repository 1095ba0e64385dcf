#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The client's view in the real program: one key shows the sheet alone, another turns it round, and
nothing of what is the shop's own is in it."""

import os

import gi
import tap
from app_driver import Session
from bench_driver import Bench
from gi.repository import Atspi
from x_server import Xvfb, wait_until

gi.require_version("GdkPixbuf", "2.0")
from gi.repository import GdkPixbuf  # noqa: E402 pylint: disable=wrong-import-position

SESSION = Session(Xvfb(1280, 800), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "client.ring.svg")
APP = None


def _sample(name):
    return os.path.join(os.environ["RING_SOURCE_ROOT"], "data/samples", name + ".ring.svg")


def _names():
    """What a screen reader could say of the client's window."""
    nodes = [APP.windows()[1]]
    for node in nodes:
        nodes.extend(node.get_child_at_index(index) for index in range(node.get_child_count()))
    return [node.get_name() for node in nodes]


def _picture(name):
    path = SESSION.path(name + ".png")
    SESSION.screenshot(path)
    return GdkPixbuf.Pixbuf.new_from_file(path)


def _is_turned(before, after):
    """Compares the upper part, where no button is: ink turned round is as dark at the same place."""
    turned = after.rotate_simple(GdkPixbuf.PixbufRotation.UPSIDEDOWN)
    a, b = (one.new_subpixbuf(300, 120, 680, 560).scale_simple(
        34, 28, GdkPixbuf.InterpType.BILINEAR) for one in (before, turned))
    pairs = list(zip(a.get_pixels(), b.get_pixels()))
    return sum(abs(x - y) for x, y in pairs) / len(pairs) < 2


def test_1_one_key():
    """The sheet alone, all of the screen, and in the words of what is shown nothing but the sheet."""
    BENCH.show()
    BENCH.session.xdotool("key", "F7")
    wait_until(lambda: len(APP.windows()) == 2, "the client's window")
    APP.wait_for("Back to the Bench (Esc)", "push button")
    extents = Atspi.Component.get_extents(APP.windows()[1], Atspi.CoordType.WINDOW)
    assert (extents.width, extents.height) == (1280, 800), (extents.width, extents.height)
    assert APP.windows()[1].get_name() == "Ringwright", APP.windows()[1].get_name()
    names = {name for name in _names() if name}
    assert names == {"Ringwright", "GtkOverlay", "Fit the Page", "Back to the Bench (Esc)",
                     "Sign the Sheet (Shift+F7)",
                     "Turn It Round for Who Sits Opposite (T)",
                     "Drawing: 311 strokes, 1 gem, 2 pinned stones"}, names
    SESSION.keep_screenshot("client-view")


def test_2_turned():
    """What was at the upper left is at the lower right, and that is remembered."""
    before = _picture("client-upright")
    SESSION.xdotool("key", "t")
    wait_until(lambda: _is_turned(before, _picture("client-turned")), "the sheet turned round")
    SESSION.xdotool("key", "Escape")
    wait_until(lambda: len(APP.windows()) == 1, "the Bench")
    APP.activate("win.client-view")
    wait_until(lambda: len(APP.windows()) == 2, "the client's window again")
    wait_until(lambda: _is_turned(before, _picture("client-again")), "still turned round")


def test_3_nothing_changes():
    """A hand on it moves the paper and draws nothing; pressing its key again goes back."""
    SESSION.xdotool("mousemove", "500", "300", "mousedown", "1", "mousemove", "560", "330",
                    "mousemove", "600", "360", "mouseup", "1")
    SESSION.xdotool("key", "Delete", "ctrl+z")
    SESSION.xdotool("key", "F7")
    wait_until(lambda: len(APP.windows()) == 1, "the Bench")
    assert not APP.is_enabled("win.undo"), "something was done"


def test_4_another_design():
    """Another design in the window ends it: nobody sees another client's."""
    global APP  # pylint: disable=global-statement
    APP.quit()
    APP = BENCH.app = SESSION.launch()
    APP.activate("win.client-view")
    wait_until(lambda: len(APP.windows()) == 2, "the client's window")
    APP.activate("win.open-path", _sample("commission"))
    wait_until(lambda: len(APP.windows()) == 1, "its end")


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch(SESSION.copy(_sample("commission")))
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("client-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

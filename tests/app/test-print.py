#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Printing in the real program: through a print queue and measured behind it, and the dialog with its tab."""

import os
import re
import subprocess

import tap
from app_driver import Session
from cups_queue import CupsQueue
from gi.repository import Atspi
from paper_bars import assert_bars, longest
from x_server import Xvfb, wait_until

SAMPLE = os.path.join(os.environ["RING_SOURCE_ROOT"], "data/samples/commission.ring.svg")
QUEUE = CupsQueue()
SESSION = Session(Xvfb(1280, 960), environment={"GSETTINGS_BACKEND": "keyfile", **QUEUE.environment})
APP = None
MAIN = None
DPI = 508  # what a filter rounds must not be seen


def _pages(pdf):
    return int(re.search(r"Pages:\s+(\d+)", subprocess.run(["pdfinfo", pdf], check=True, text=True,
                                                           stdout=subprocess.PIPE).stdout).group(1))


def _pictures(pdf, n):
    subprocess.run(["pdftoppm", "-r", str(DPI), "-png", "-l", str(n), pdf, pdf[:-4]], check=True, timeout=120)
    folder, base = os.path.split(pdf[:-4])
    return [os.path.join(folder, name) for name in sorted(os.listdir(folder)) if re.match(base + r"-\d+\.png$", name)]


def _open_dialog():
    """The dialog, at its own tab, by keyboard; where there are printers the accessible tree of it has thousands of
    nodes, so that what it did is looked at behind it."""
    windows = len(APP.x_windows())
    APP.activate("win.print")
    APP.wait(lambda: len(APP.x_windows()) > windows, "the dialog")
    dialog = (set(APP.x_windows()) - {MAIN}).pop()
    SESSION.xdotool("windowfocus", "--sync", dialog)
    SESSION.xdotool("key", "ctrl+Page_Down", "ctrl+Page_Down", "Tab")


def _choose_sheet(n):
    """The N-th of the list, where the focus is; the list takes keys as long as it is there."""
    windows = len(APP.x_windows())
    SESSION.xdotool("key", "space")
    APP.wait(lambda: len(APP.x_windows()) > windows, "the list")
    SESSION.xdotool("key", "Home", *["Down"] * n, "Return")
    APP.wait(lambda: len(APP.x_windows()) == windows, "the end of the list")


def _press(key):
    SESSION.xdotool("key", "alt+" + key)


def _settings():
    """What is remembered."""
    path = SESSION.path("config/glib-2.0/settings/keyfile")
    if not os.path.exists(path):
        return ""
    with open(path, encoding="utf-8") as file:
        return file.read()


def test_1_sketch_through_cups():
    """As the dialog comes: on the printer of the house, true to the millimetre behind its filters."""
    _open_dialog()
    SESSION.keep_screenshot("print-tab")
    _press("p")
    pdf = SESSION.path("sketch.pdf")
    QUEUE.wait_paper(1, pdf)
    assert _pages(pdf) == 1
    assert_bars(_pictures(pdf, 1)[0], DPI, "the sketch")


def test_2_bench_sheet_through_cups():
    """Another sheet, chosen in the tab; a bar that measures 99 mm across is made up for."""
    _open_dialog()
    _choose_sheet(5)
    # Revision, three ticks, then what the bars measure.
    SESSION.xdotool("key", *["Tab"] * 5, "ctrl+a")
    SESSION.xdotool("type", "99")
    SESSION.xdotool("key", "Tab")
    SESSION.keep_screenshot("print-bench")
    _press("p")
    pdf = SESSION.path("bench.pdf")
    QUEUE.wait_paper(2, pdf)
    assert _pages(pdf) == 2
    picture = _pictures(pdf, 1)[0]
    across, along = longest(picture, DPI, True), longest(picture, DPI, False)
    assert abs(across - 100 / 0.99) <= 0.2 and abs(along - 100) <= 0.2, (across, along)


def test_3_remembered():
    """How each sheet was printed, and what the printer makes of 100 mm."""
    wait_until(lambda: "printer-measures" in _settings(), "the settings")
    text = _settings()
    assert re.search(r"printer-measures=.*'Ring': \(99.0, 100.0\)", text), text
    layouts = re.search(r"print-layouts=(.*)", text).group(1)
    assert "'sketch': <{" in layouts and "'bench': <{" in layouts and "'setup'" in layouts, layouts


def test_4_preview():
    """The pages in a window of the program, by keyboard."""
    _open_dialog()
    _choose_sheet(5)
    _press("v")
    APP.wait(lambda: "Page 1 of 2" in APP.x_titles(), "the first page")
    SESSION.keep_screenshot("print-preview")
    SESSION.xdotool("windowfocus", "--sync", APP.x_titles()["Page 1 of 2"], "key", "Page_Down")
    APP.wait(lambda: "Page 2 of 2" in APP.x_titles(), "the second page")
    SESSION.xdotool("key", "Escape")
    APP.wait(lambda: "Page 2 of 2" not in APP.x_titles(), "the end of the preview")


def test_5_nothing_to_print():
    """What is not there is said and not printed."""
    before = QUEUE.run("lpstat", "-W", "all", "-o")
    windows = len(APP.x_windows())
    for key in "pv":
        _open_dialog()
        _choose_sheet(4)
        _press(key)
        # Neither the dialog nor an empty preview is left.
        APP.wait(lambda: len(APP.x_windows()) == windows, "the end of the dialog")
        bar = APP.wait_for(re.compile("There is no quote"), "label").get_parent().get_parent()
        assert Atspi.Action.do_action(bar.get_child_at_index(bar.get_child_count() - 1), 0)
        APP.wait_gone(re.compile("There is no quote"), "label")
    assert QUEUE.run("lpstat", "-W", "all", "-o") == before


def test_6_printer_gone():
    """In the middle: while the dialog was open the print server has gone. It is said, and the design is as it was."""
    windows = len(APP.x_windows())
    _open_dialog()
    # Once the dialog knows the printer.
    APP.wait(lambda: APP.find_on_top("Print").get_state_set().contains(Atspi.StateType.SENSITIVE), "the printer")
    QUEUE.stop()
    _press("p")
    APP.wait(lambda: len(APP.x_windows()) == windows, "the end of the dialog")
    APP.wait_for(re.compile("It was not printed"), "label")
    SESSION.keep_screenshot("print-gone")
    assert not APP.is_enabled("win.save") and APP.process.poll() is None


if __name__ == "__main__":
    with QUEUE, SESSION:
        SESSION.write("config/gtk-4.0/settings.ini",
                      "[Settings]\ngtk-print-backends=cups,file\ngtk-enable-animations=false\n")
        APP = SESSION.launch(SAMPLE)
        MAIN = APP.x_windows()[0]
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("print-" + name),
                                                    print("# " + "\n# ".join(APP.log))))

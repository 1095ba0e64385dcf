#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The shop's own paper and the screen's true size, set in the preferences and measured where they count."""

import collections
import os
import re
import subprocess

import tap
from app_driver import Session
from gi.repository import Atspi
from x_server import Xvfb, wait_until

SAMPLE = os.path.join(os.environ["RING_SOURCE_ROOT"], "data/samples/commission.ring.svg")
SESSION = Session(Xvfb(1280, 800), environment={"GSETTINGS_BACKEND": "memory"})
APP = None
COLOUR = bytes((0x7a, 0x5c, 0x2e))
LETTERHEAD = f"""<svg xmlns="http://www.w3.org/2000/svg" width="120mm" height="16mm" viewBox="0 0 120 16">
<path d="M0 0H16V16H0Z" fill="#{COLOUR.hex()}"/></svg>
"""
SLIDER = "Size of the card on this screen"


def _pixels(picture, *words):
    """Width, and the rows of a picture, three bytes a pixel."""
    done = subprocess.run(["convert", picture, *words, "-depth", "8", "-format", "%w\n", "-write", "info:-", "rgb:-"],
                          check=True, timeout=60, stdout=subprocess.PIPE).stdout
    head, data = done.split(b"\n", 1)
    width = 3 * int(head)
    return [data[i:i + width] for i in range(0, len(data), width)]


def _sheet(name):
    """The bench sheet as it is now: its words, and how wide the letterhead's mark is, mm."""
    pdf = SESSION.path(name + ".pdf")
    APP.activate("win.export-bench-path", pdf)
    wait_until(lambda: os.path.exists(pdf), "the sheet")
    words = subprocess.run(["pdftotext", "-layout", pdf, "-"], check=True, text=True, timeout=60,
                           stdout=subprocess.PIPE).stdout
    subprocess.run(["pdftoppm", "-r", "254", "-singlefile", "-png", pdf, pdf[:-4]], check=True, timeout=60)
    rows = _pixels(pdf[:-4] + ".png", "-crop", "100%x25%+0+0")
    return words, max(row.count(COLOUR) for row in rows) / 10


def _on_top(name):
    return APP.wait(lambda: APP.find_on_top(name), f"{name!r} on top")


def _width(node):
    return Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW).width


def _open_page():
    """The page of the preferences, by the one switcher that is shown."""
    def find():
        tabs = APP.find_all_on_top("Paper and Screen", "page tab")
        return next((tab for tab in tabs if _width(tab) > 0), None)
    APP.activate("app.preferences")
    tab = Atspi.Component.get_extents(APP.wait(find, "the page"), Atspi.CoordType.WINDOW)
    x, y = APP.origin(-1)
    SESSION.xdotool("mousemove", x + tab.x + tab.width // 2, y + tab.y + tab.height // 2, "click", "1")
    APP.wait(lambda: _width(_on_top(SLIDER)) > 0, "the page's content")


def _press(name):
    assert Atspi.Action.do_action(_on_top(name), 0)


def _close():
    n = len(APP.x_windows())
    SESSION.xdotool("key", "Escape")
    APP.wait(lambda: len(APP.x_windows()) < n, "the end of the preferences")


def _choose(path):
    """A file in the dialog, by typing where it is."""
    n = len(APP.x_windows())
    _press("Choose…")
    APP.wait(lambda: len(APP.x_windows()) > n, "the chooser")
    SESSION.xdotool("windowfocus", "--sync", APP.x_windows()[-1], "type", path)
    APP.wait(lambda: any(APP.text(node) == path for node in APP.find_all_on_top(role="text")),
             "the path")
    SESSION.xdotool("key", "Return")
    APP.wait(lambda: len(APP.x_windows()) == n, "the end of the chooser")


def test_1_letterhead():
    """Chosen, it stands on the sheet at its own size; what is no drawing is said and leaves it as it was."""
    words, mark = _sheet("before")
    assert mark == 0 and "Atelier" not in words, (mark, words)
    _open_page()
    name = _on_top("Name")
    assert Atspi.EditableText.set_text_contents(name, "Atelier Sample")
    _choose(SESSION.write("letterhead.svg", LETTERHEAD))
    _on_top("An SVG is at the head of sheets")
    SESSION.keep_screenshot("paper-preferences")
    _choose(SESSION.write("no.svg", "no drawing"))
    _on_top(re.compile("no letterhead"))
    SESSION.keep_screenshot("paper-preferences-no-letterhead")
    _close()
    words, mark = _sheet("with")
    assert abs(mark - 16) <= 0.2 and "Atelier Sample" in words, (mark, words)


def test_2_removed():
    _open_page()
    _press("Remove the letterhead")
    _on_top("None; the shop's name is written instead")
    _close()
    words, mark = _sheet("without")
    assert mark == 0 and words.index("Atelier Sample") < words.index("Sample commission"), (mark, words)


def _page_width():
    """The paper in the window, pixels: from the first to the last of its colour in a row without a view."""
    path = SESSION.path("page.png")
    SESSION.screenshot(path)
    rows = _pixels(path)
    paper = collections.Counter(rows[400][i:i + 3] for i in range(3 * 300, 3 * 800, 3)).most_common(1)[0][0]
    widths = [row.rfind(paper) - row.find(paper) for row in rows[300:500]]
    return 1 + max(set(widths), key=widths.count) / 3


def test_3_screen():
    """A bank card that was matched makes Actual Size the size of the paper."""
    for pixels in (3.2, 2.4):
        _open_page()
        Atspi.Value.set_current_value(_on_top(SLIDER), pixels)
        SESSION.keep_screenshot("paper-preferences-card")
        _close()
        APP.activate("win.zoom-one")
        APP.wait(lambda pixels=pixels: abs(_page_width() - 210 * pixels) <= 2, f"a page of {210 * pixels:g} pixels")


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = SESSION.launch(SESSION.copy(SAMPLE, "paper.ring.svg"))
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("paper-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

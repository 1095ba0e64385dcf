#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The library in the real program: a folder as cards, found by any word in a design, followed while files
come and go, opened with one press, and remembered."""

import os
import re
import shutil

import tap
from app_driver import Session
from x_server import Xvfb, wait_until

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
APP = None
FOLDER = None


def _put(sample, name, **words):
    """A design of the samples in the folder, with other words for what is asked for."""
    with open(os.path.join(os.environ["RING_SOURCE_ROOT"], "data", "samples", sample), encoding="utf-8") as text:
        svg = text.read()
    for field, value in words.items():
        svg, n = re.subn(rf'(<rw:commission[^>]* ){field}="[^"]*"', rf'\1{field}="{value}"', svg, count=1)
        if n == 0:
            svg = svg.replace("<rw:commission ", f'<rw:commission {field}="{value}" ', 1)
    with open(os.path.join(FOLDER, name), "w", encoding="utf-8") as out:
        out.write(svg)


def test_1_no_folder():
    APP.activate("win.library")
    APP.wait_for("No Folder Yet", "label")
    SESSION.keep_screenshot("library-none")
    SESSION.xdotool("key", "ctrl+w")


def test_2_cards():
    _put("commission.ring.svg", "ana.ring.svg", title="Ring for Ana")
    _put("halo.ring.svg", "halo.ring.svg")
    shutil.copyfile(os.path.join(FOLDER, "ana.ring.svg"), os.path.join(FOLDER, "second.ring.svg"))
    with open(os.path.join(FOLDER, "torn.ring.svg"), "w", encoding="utf-8") as torn:
        torn.write("<svg")
    APP.activate("win.library-folder", FOLDER)
    APP.wait_for("4 designs", "label", seconds=60)
    APP.wait_for("Ring for Ana", "label")
    SESSION.keep_screenshot("library-cards")


def test_3_words():
    SESSION.xdotool("key", "ctrl+f")
    SESSION.xdotool("type", "sapphire torn")
    APP.wait_for("No Design Says That", "label")
    SESSION.xdotool("key", "ctrl+a")
    SESSION.xdotool("type", "halo")
    APP.wait_for("1 design", "label")
    SESSION.keep_screenshot("library-words")
    SESSION.xdotool("key", "ctrl+a", "BackSpace")
    APP.wait_for("4 designs", "label")


def test_4_follows():
    """What comes and goes in the folder is seen; when the folder goes, that is said and the cards stay."""
    os.unlink(os.path.join(FOLDER, "second.ring.svg"))
    APP.wait_for("3 designs", "label")
    _put("commission.ring.svg", "new.ring.svg", title="Quite new")
    APP.wait_for("4 designs", "label")
    APP.wait_for("Quite new", "label")
    os.rename(FOLDER, FOLDER + "-away")
    APP.wait_for(re.compile("^The folder “.*” is not there"), "label")
    APP.wait_for("4 designs", "label")
    SESSION.keep_screenshot("library-folder-gone")
    os.rename(FOLDER + "-away", FOLDER)
    # The message goes by itself; while it is there, Tab comes to its button first.
    APP.wait_gone(re.compile("^The folder “.*” is not there"), "label")


def test_5_opened():
    SESSION.xdotool("key", "ctrl+f")
    SESSION.xdotool("type", "halo")
    APP.wait_for("1 design", "label")
    SESSION.xdotool("key", "Tab", "Return")
    wait_until(lambda: APP.find(re.compile("^halo$"), "frame") is not None
               or any("halo" in (window.get_name() or "") for window in APP.windows()), "the design")


def test_6_remembered():
    """Which folder it was is kept for the next start."""
    APP.quit()
    with open(SESSION.path("config/glib-2.0/settings/keyfile"), encoding="utf-8") as kept:
        assert f"library='file://{FOLDER}'" in kept.read()


def main():
    global APP, FOLDER  # pylint: disable=global-statement
    with SESSION:
        FOLDER = SESSION.path("designs")
        os.mkdir(FOLDER)
        APP = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("library-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

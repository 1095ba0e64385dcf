#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a visitor leaves where the shop says so: a sheet on the shop's printer, without a dialog and so many an hour,
and a drawing in the shop's folder."""

import os
import re
import subprocess
import xml.etree.ElementTree as ET

import tap
from app_driver import RW, Session
from cups_queue import CupsQueue
from floor_driver import BEGIN, Floor
from pen_rig import PenRig
from x_server import wait_until

QUEUE = CupsQueue()
RIG = PenRig(1280, 800)
SESSION = Session(RIG, environment={"GSETTINGS_BACKEND": "keyfile", **QUEUE.environment})
FLOOR = Floor(SESSION, RIG)


def _go_home():
    FLOOR.begin()
    for step in range(5):
        if step == 3:
            FLOOR.app.wait_for(re.compile("The shop keeps what is drawn here.$"), "label")
            FLOOR.draw()
            FLOOR.app.wait_for(re.compile("^Drawing: 1 stroke,"))
        FLOOR.go_on(step)


def test_1_sheet():
    """One tap, no dialog; what comes out tells the same as the screen."""
    _go_home()
    number = FLOOR.app.wait_for(re.compile("^Item #"), "label").get_name()
    FLOOR.tap("Print It")
    FLOOR.app.wait_for("Your sheet comes from the shop’s printer.", "label")
    assert FLOOR.is_on(), FLOOR.app.tree()
    pdf = SESSION.path("sheet.pdf")
    QUEUE.wait_paper(1, pdf)
    picture = SESSION.path("sheet")
    subprocess.run(["pdftoppm", "-r", "150", "-png", "-singlefile", pdf, picture], check=True, timeout=60)
    read = subprocess.run(["zbarimg", "--quiet", "--raw", picture + ".png"], text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL, timeout=60, check=False).stdout
    assert number in read, read
    FLOOR.go_on(5)
    FLOOR.app.wait_for(BEGIN, "push button")


def test_2_kept():
    """The drawing lies in the folder, a design like any other."""
    names = wait_until(lambda: os.listdir(SESSION.path("kept")), "the drawing")
    assert len(names) == 1 and re.match(r"^visitor-\d{8}-\d{6}-[0-9a-f]{8}\.ring\.svg$", names[0]), names
    root = ET.parse(SESSION.path("kept/" + names[0])).getroot()
    assert len([node for node in root.iter() if node.get(RW + "kind") == "stroke"]) == 1


def test_3_cap():
    """The hour's sheets are printed: the next visitor is told so."""
    _go_home()
    FLOOR.tap("Print It")
    FLOOR.app.wait_for(re.compile("^Many sheets were printed this hour"), "label")
    FLOOR.tap("Start Again")
    FLOOR.app.wait_for(BEGIN, "push button")


if __name__ == "__main__":
    with QUEUE, SESSION:
        SESSION.write("config/gtk-4.0/settings.ini",
                      "[Settings]\ngtk-print-backends=cups,file\ngtk-enable-animations=false\n")
        os.mkdir(SESSION.path("kept"))
        FLOOR.set(floor_print="true", floor_printer=f"'{QUEUE.name}'", floor_print_cap="1",
                  floor_keep=f"'file://{SESSION.path('kept')}'", floor_idle="120", floor_seconds="900")
        FLOOR.start()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("floor-print-" + name),
                                                    print("# " + "\n# ".join(FLOOR.app.log))))

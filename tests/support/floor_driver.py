# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Visitors at the counter: fingers and pens on the screen of shop-floor mode, and nothing else."""

import os
import re

from gi.repository import Atspi
from pen_rig import wave

CANVAS = re.compile("^Drawing:")
BEGIN = "Touch to begin"

# What stands at the head of each step, and on the button that leads on from it.
STEPS = [
    ("Choose a ring", "Get Its Item Number"),
    (re.compile("^Item #"), "Change It"),
    ("Now draw on it", "Draw It Yourself"),
    ("Draw your own line over it", "See the Difference"),
    ("The difference", "Take It Home"),
    ("Take it home", "Done"),
]

# A code 2468, as the preferences keep it.
CODE = "2468"
KEPT = ("sha256:20000:5f0e0e0c-2f7c-4a4e-9b0e-1d6a3c1f7a11:"
        "329b0b4bc4f92cc61a6a54d5829afa9fcf80b12ca7e5eac4bb45ba028a925209")


def settings(**values):
    """The text of a settings file for GSETTINGS_BACKEND=keyfile; values as GVariant text."""
    lines = ["[io/github/ringwright/Ringwright]"]
    lines += [f"{name.replace('_', '-')}={value}" for name, value in values.items()]
    return "\n".join(lines) + "\n"


class Floor:
    """The program of SESSION in shop-floor mode, on a screen of RIG."""

    def __init__(self, session, rig):
        self.session = session
        self.rig = rig
        self.app = None
        self._places = {}

    def set(self, **values):
        """Writes the shop's settings; before the program starts."""
        os.makedirs(self.session.path("config/glib-2.0/settings"), exist_ok=True)
        self.session.write("config/glib-2.0/settings/keyfile", settings(**values))

    def start(self, *arguments):
        self.app = self.session.launch("--demo", *arguments, windows=0)
        self.app.wait(lambda: self.app.find(BEGIN, "push button"), "the first screen", 60)
        self.rig.set_tools()
        self._places = {}
        return self.app

    def tap(self, name, role="push button"):
        """By finger; a button stays where it was found at first."""
        key = str(name)
        if key not in self._places:
            self._places[key] = self.app.centre(name, role)
        self.rig.touch_tap(*self._places[key])

    def begin(self):
        self.rig.touch_tap(self.rig.width // 2, self.rig.height // 2)
        self.at(0)

    def at(self, step):
        """Waits for a step."""
        self.app.wait_for(STEPS[step][0], "label")

    def go_on(self, step):
        """From STEP to the next one."""
        self.tap(STEPS[step][1])
        if step + 1 < len(STEPS):
            self.at(step + 1)

    def draw(self, pen=False):
        """One line over the ring."""
        x, y, width, height = self.app.place(CANVAS)
        points = wave(x + width // 3, y + height // 2, width // 4, height // 12)
        if pen:
            self.rig.pen_stroke(points, hertz=250)
        else:
            self.rig.touch_stroke(points)
        self.rig.sync()

    def hold_corners(self):
        """Both upper ones, until the fingers are lifted."""
        self.rig.touch_begin(0, 20, 20)
        self.rig.touch_begin(1, self.rig.width - 20, 20)
        self.rig.sync()

    def lift_corners(self):
        self.rig.touch_end(0, 20, 20)
        self.rig.touch_end(1, self.rig.width - 20, 20)
        self.rig.sync()

    def is_on(self):
        """Whether the mode is all there is of the program: one window, which fills the screen."""
        windows = self.app.windows()
        if len(windows) != 1:
            return False
        extents = Atspi.Component.get_extents(windows[0], Atspi.CoordType.WINDOW)
        return (extents.width, extents.height) == (self.rig.width, self.rig.height)

    def names(self):
        """Whatever a screen reader could say just now."""
        return [node.get_name() for node in self.app.find_all(hidden=True) if node.get_name()]

    def files(self):
        """Of the home folder, with what is in them."""
        found = {}
        for folder, _, names in os.walk(self.session.folder):
            for name in names:
                path = os.path.join(folder, name)
                if os.path.isfile(path):
                    with open(path, "rb") as file:
                        found[os.path.relpath(path, self.session.folder)] = file.read()
        return found

    def memory(self):
        """What the program holds of its own, kilobytes."""
        with open(f"/proc/{self.app.process.pid}/smaps_rollup", encoding="ascii") as lines:
            return sum(int(line.split()[1]) for line in lines if line.startswith(("Private_Dirty", "Swap:")))

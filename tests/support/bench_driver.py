# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand over the views of the Bench: taps and drags in millimetres of a view, and what of it is in
the saved file."""

import re

from app_driver import RW, SVG
from gi.repository import Atspi
from x_server import wait_until

CANVAS = re.compile("^Drawing:|^Drawing$")


def numbers(text):
    return [float(number) for number in re.findall(r"-?[0-9.]+", text)]


def attributes(node):
    """The attributes of a record, without their namespace."""
    return {name.replace(RW, ""): value for name, value in node.attrib.items()}


class Bench:
    """Works on the program of SESSION that is its `app`, and saves as NAME."""

    def __init__(self, session, name):
        self.session = session
        self.name = name
        self.app = None

    def show(self):
        """The Bench, and on it all of the page."""
        self.app.activate("win.show-view", "bench")
        self.app.wait_for_state("win.show-view", "bench")
        self.app.activate("win.zoom-fit")

    def scroll_to(self, name, role):
        """Turns the wheel over the panel until that is seen, with a pen rig; returns by how many notches."""
        rig, (left, top) = self.session.server, self.app.origin()
        frame = Atspi.Component.get_extents(self.app.windows()[0], Atspi.CoordType.WINDOW)
        for turned in range(60):
            _, y = self.app.centre(name, role)
            if top + 80 < y < top + frame.height - 60:
                return turned
            rig.mouse_move(left + frame.width - 120, top + frame.height // 2)
            rig.mouse_scroll(1 if y > top + 80 else -1)
            rig.sync()
        raise AssertionError(f"{name!r} cannot be scrolled to")

    def choose(self, instrument):
        self.app.activate("win.instrument", instrument)
        self.app.wait_for_state("win.instrument", instrument)

    def open_settings(self, words):
        """Opens the settings of the instrument; their field called WORDS has the focus then."""
        self.app.activate("win.instrument-settings")
        entry = self.app.wait_for(words, "text")
        self.app.wait(lambda: entry.clear_cache()
                      or entry.get_state_set().contains(Atspi.StateType.FOCUSED), "the focus")
        return entry

    def write(self, words, text):
        """Opens the settings and writes TEXT into their field called WORDS."""
        entry = self.open_settings(words)
        self.session.xdotool("key", "ctrl+a")
        self.session.xdotool("type", text)
        self.app.wait(lambda: self.app.text(entry) == text, "what was typed")
        self.session.xdotool("key", "Return")

    def save(self):
        return self.app.save(self.session.path(self.name))

    def records(self, kind):
        # Those of the present: revisions have their own.
        return [attributes(node) for node in self.save().iterfind(f"{SVG}metadata/{RW}{kind}")]

    def wait_record(self, kind, condition, what):
        """Waits until there is one record of KIND, and as wanted."""
        def found():
            records = self.records(kind)
            return len(records) == 1 and condition(records[0])
        wait_until(found, what)
        return self.records(kind)[0]

    def items(self, kind):
        """The elements of all items of KIND that lie on the drawing."""
        return [node for node in self.save().iter() if node.get(RW + "kind") == kind]

    def origins(self):
        """Where the finger's centre is on the screen in each view, and how many pixels a mm of the
        ring has there. All views together are in the middle of the canvas."""
        x, y, width, height = self.app.place(CANVAS)
        zoom = self.app.wait_for(re.compile("^[0-9]+ %$"), "push button").get_name()
        pixel = float(zoom.split()[0]) / 100 * 96 / 25.4
        views = {}
        for view in self.save().iter(SVG + "g"):
            if view.get(RW + "view", "page") != "page":
                matrix, clip = numbers(view.get("transform")), numbers(view.get(RW + "clip"))
                views[view.get(RW + "view")] = (matrix[0], matrix[4], matrix[5], clip)
        middle = []
        for axis in (0, 1):
            starts = [view[1 + axis] + view[0] * view[3][axis] for view in views.values()]
            ends = [view[1 + axis] + view[0] * (view[3][axis] + view[3][axis + 2])
                    for view in views.values()]
            middle.append((min(starts) + max(ends)) / 2)
        return {name: (x + width / 2 + (dx - middle[0]) * pixel,
                       y + height / 2 + (dy - middle[1]) * pixel, scale * pixel)
                for name, (scale, dx, dy, _) in views.items()}

    def at(self, view, x, y):
        """The pixel of a point in mm of the view, y down."""
        left, top, millimetre = self.origins()[view]
        return round(left + x * millimetre), round(top + y * millimetre)

    def tap(self, view, x, y):
        self.session.xdotool("mousemove", *self.at(view, x, y), "click", "1")

    def focus(self):
        """Gives the keys to the canvas, by a click that does nothing else."""
        self.session.xdotool("mousemove", *self.at("front", 13, 13), "click", "2")

    def drag(self, view, *points, release=True, steps=12):
        (left, top, millimetre) = self.origins()[view]
        pixels = [(left + x * millimetre, top + y * millimetre) for x, y in points]
        moves = []
        for (x0, y0), (x1, y1) in zip(pixels, pixels[1:]):
            for step in range(1, steps + 1):
                moves += ["mousemove", round(x0 + (x1 - x0) * step / steps),
                          round(y0 + (y1 - y0) * step / steps)]
        self.session.xdotool("mousemove", round(pixels[0][0]), round(pixels[0][1]), "mousedown",
                             "1", *moves, *(["mouseup", "1"] if release else []))

    def steps(self, view, x, y):
        """How many steps of 1 mm of paper, to the right and down, lead from the middle of what is
        seen to a point of the view."""
        left, top, width, height = self.app.place(CANVAS)
        zoom = self.app.wait_for(re.compile("^[0-9]+ %$"), "push button").get_name()
        step = float(zoom.split()[0]) / 100 * 96 / 25.4
        to_x, to_y = self.at(view, x, y)
        return round((to_x - left - width / 2) / step), round((to_y - top - height / 2) / step)

    def arrows(self, view, x, y, start=(0, 0)):
        """The keys that lead the crosshair to a point of the view, from where it shows at first, the
        middle of what is seen, or from so many steps beside that."""
        right, down = (to - done for to, done in zip(self.steps(view, x, y), start))
        return (["shift+" + ("Right" if right > 0 else "Left")] * abs(right)
                + ["shift+" + ("Down" if down > 0 else "Up")] * abs(down))

# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A hand over the views of the Bench: taps and drags in millimetres of a view, and what of it is in
the saved file."""

import os
import re
import xml.etree.ElementTree as ET

from x_server import wait_until

RW = "{urn:ringwright:design:1}"
SVG = "{http://www.w3.org/2000/svg}"
CANVAS = re.compile("^Drawing:|^Drawing$")


def _numbers(text):
    return [float(number) for number in re.findall(r"-?[0-9.]+", text)]


class Bench:
    """Works on APP, a running program of SESSION, and saves as NAME."""

    def __init__(self, session, app, name):
        self.session = session
        self.app = app
        self.name = name

    def save(self):
        path = self.session.path(self.name)
        before = os.stat(path).st_mtime_ns if os.path.exists(path) else 0
        self.app.wait_enabled("win.save-path")
        self.app.activate("win.save-path", path)
        wait_until(lambda: os.path.exists(path) and os.stat(path).st_mtime_ns != before,
                   "the saved file")
        return ET.parse(path).getroot()

    def records(self, kind):
        return [{name.replace(RW, ""): value for name, value in node.attrib.items()}
                for node in self.save().iter(RW + kind)]

    def wait_record(self, kind, condition, what):
        """Waits until there is one record of KIND, and as wanted."""
        def found():
            records = self.records(kind)
            return len(records) == 1 and condition(records[0])
        wait_until(found, what)
        return self.records(kind)[0]

    def origins(self):
        """Where the finger's centre is on the screen in each view, and how many pixels a mm of the
        ring has there. All views together are in the middle of the canvas."""
        x, y, width, height = self.app.place(CANVAS)
        zoom = self.app.wait_for(re.compile("^[0-9]+ %$"), "push button").get_name()
        pixel = float(zoom.split()[0]) / 100 * 96 / 25.4
        views = {}
        for view in self.save().iter(SVG + "g"):
            if view.get(RW + "view", "page") != "page":
                matrix, clip = _numbers(view.get("transform")), _numbers(view.get(RW + "clip"))
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

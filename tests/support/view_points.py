# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Points of a ring's views on the screen, and what the saved design holds."""

import os
import re
import xml.etree.ElementTree as ET

from x_server import wait_until

RW = "{urn:ringwright:design:1}"
SVG = "{http://www.w3.org/2000/svg}"
CANVAS = re.compile("^Drawing:|^Drawing$")


def _numbers(text):
    return [float(number) for number in re.findall(r"-?[0-9.]+", text)]


class Views:
    """The views of the one design that APP of SESSION has open; it is saved under NAME."""

    def __init__(self, session, name):
        self.session = session
        self.name = name
        self.app = None

    def save(self):
        path = self.session.path(self.name)
        before = os.stat(path).st_mtime_ns if os.path.exists(path) else 0
        self.app.wait_enabled("win.save-path")
        self.app.activate("win.save-path", path)
        wait_until(lambda: os.path.exists(path) and os.stat(path).st_mtime_ns != before,
                   "the saved file")
        return ET.parse(path).getroot()

    def records(self, kind):
        return [dict(node.attrib) for node in self.save().iter(RW + kind)]

    def wait_record(self, kind, condition, what):
        """The only record of KIND, when CONDITION holds of it."""
        def holds():
            records = self.records(kind)
            return len(records) == 1 and condition(records[0])

        wait_until(holds, what)
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

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draws the sample's recording with the real pen in the real program (scripts/samples --rig).

Every sample of every stroke must arrive, in the view it was meant for, where it was meant and as
hard as it was pressed. The screen's scale is learned from two marks drawn first and undone.
"""

import os
import re
import sys

from app_driver import RW, SOURCE_ROOT, Session
from bench_driver import CANVAS
from pen_rig import PenRig
from x_server import wait_until

VIEWS = {"page": (1, 0, 0), "top": (4, 70, 46), "front": (4, 70, 168),
         "three-quarter": (2, 168, 50)}

RIG = PenRig(1600, 1400)
SESSION = Session(RIG)


def recorded():
    """The strokes of the recording: view, and samples of x, y, pressure in mm of the view."""
    strokes = []
    with open(os.path.join(SOURCE_ROOT, "tests/data/strokes/commission.rec"), encoding="utf-8") as rec:
        for line in rec:
            words = line.split()
            if words and words[0] == "stroke":
                strokes.append((words[1], []))
            elif words and re.match(r"-?\d", words[0]):
                strokes[-1][1].append(tuple(map(float, words[:3])))
    return strokes


def told(points):
    """Which of POINTS (screen x, y, pressure) a tablet of the rig's resolution can tell from the
    one before: a pen that neither moves nor presses otherwise says nothing."""
    kept, last = [], None
    for place, (x, y, pressure) in enumerate(points):
        axes = (x, y, round(pressure * 1000))
        if axes != last:
            kept.append(place)
        last = axes
    return kept


def column(text):
    """One column of rw:samples: the first value, the first difference, then second ones."""
    values = []
    for token in re.findall(r"-?\d+(?:\*\d+)?", text):
        value, _, times = token.partition("*")
        values += [int(value)] * int(times or 1)
    result, step = [], 0
    for place, value in enumerate(values):
        if place == 0:
            result.append(value)
        else:
            step = value if place == 1 else step + value
            result.append(result[-1] + step)
    return result


def saved(app):
    """The strokes of the file: view, and samples as recorded() has them."""
    strokes = []
    for view in app.save(SESSION.path("drawn.ring.svg")).iter():
        if view.get(RW + "kind") != "view":
            continue
        for node in view.iter():
            if node.get(RW + "kind") == "stroke":
                x, y, pressure = map(column, node.get(RW + "samples").split(";")[:3])
                strokes.append((int(node.get(RW + "t0")), view.get(RW + "view"),
                                [(a / 1000, b / 1000, c / 4095) for a, b, c in zip(x, y, pressure)]))
    strokes.sort(key=lambda stroke: stroke[0])
    return [stroke[1:] for stroke in strokes]


def learn_scale(app):
    """Screen pixels from paper mm: two marks in the page's margin tell."""
    x, y, width, height = app.place(CANVAS)
    marks = [(x + width * 0.5, y + 12.0), (x + width * 0.5 + 40, y + height - 12.0)]
    for mark in marks:
        RIG.pen_stroke([(mark[0], mark[1], 0.5), (mark[0] + 3, mark[1], 0.5)])
        RIG.sync()
    found = []

    def both():
        found[:] = saved(app)
        return len(found) == 2
    wait_until(both, "the two marks")
    (x0, y0, _), (x1, y1, _) = (stroke[1][0] for stroke in sorted(found, key=lambda s: s[1][0][1]))
    scale = (marks[1][1] - marks[0][1]) / (y1 - y0)
    app.activate("win.undo")
    app.activate("win.undo")
    wait_until(lambda: not saved(app), "the marks to be gone")
    return scale, marks[0][0] - scale * x0, marks[0][1] - scale * y0


def main():
    strokes = recorded()
    worst = 0
    with SESSION:
        app = SESSION.launch()
        RIG.set_tools()
        app.activate("win.show-view", "bench")
        app.wait_for_state("win.show-view", "bench")
        app.activate("win.zoom-fit")
        scale, left, top = learn_scale(app)
        for view, samples in strokes:
            s, tx, ty = VIEWS[view]
            points = [(left + scale * (tx + s * x), top + scale * (ty + s * y), p)
                      for x, y, p in samples]
            kept = told(points)
            RIG.pen_stroke([points[i] for i in kept])
            samples[:] = [samples[i] for i in kept]
        RIG.sync()
        drawn = []

        def all_there():
            drawn[:] = saved(app)
            return len(drawn) == len(strokes)
        wait_until(all_there, f"{len(strokes)} strokes", seconds=120, step=1)
        SESSION.keep_screenshot("sample-by-pen")
        # Strokes of one view keep their order; the clock may stand between two of them.
        for view in VIEWS:
            meant = [samples for name, samples in strokes if name == view]
            got = [samples for name, samples in drawn if name == view]
            assert len(meant) == len(got), f"{view}: {len(got)} of {len(meant)} strokes"
            for wanted, samples in zip(meant, got):
                assert len(samples) >= len(wanted), f"{view}: {len(samples)} of {len(wanted)} samples"
                assert len(samples) <= len(wanted) + 2, f"{view}: {len(samples)} for {len(wanted)} samples"
                for (x, y, p), (a, b, q) in zip(wanted, samples):
                    worst = max(worst, VIEWS[view][0] * abs(a - x), VIEWS[view][0] * abs(b - y))
                    assert abs(p - q) < 0.004, f"{view}: pressure {q:.3f} for {p:.3f}"
        app.kill()
    count = sum(len(samples) for _, samples in strokes)
    assert worst < 0.1, f"a sample lies {worst:.3f} mm of paper off"
    print(f"ok 1 {len(strokes)} strokes, {count} samples, at most {worst:.3f} mm of paper off")
    return 0


if __name__ == "__main__":
    print("1..1")
    sys.exit(main())

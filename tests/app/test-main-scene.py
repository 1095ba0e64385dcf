#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job, once through, by pen, keyboard and actions in the real program.

A ring is chosen from menus, carried to the Bench, drawn over with a pressure pen, a sourced stone
is pinned to it, the design is saved, reopened, compared and printed at true scale. Each step asks
the program, the saved bytes or the printed page, not the step before it.
"""

import json
import os
import re
import subprocess
import xml.etree.ElementTree as ET

import tap
from app_driver import RW, SVG, Session
from bench_driver import CANVAS
from pen_rig import PenRig
from x_server import wait_until

RIG = PenRig(1600, 1000)
SESSION = Session(RIG)
APP = None

ITEM = re.compile(r"^Item (#\d{4,}-\d{2}) in ")


def _saved():
    return ET.parse(SESSION.path("scene.ring.svg")).getroot()


def _kind(root, kind):
    return [node for node in root.iter() if node.get(RW + "kind") == kind]


def _sample_count(stroke):
    """How many samples a stroke keeps, from its first column: values, and v*k for k equal ones."""
    column = stroke.get(RW + "samples").split(";")[0]
    count = 0
    for token in re.findall(r"-?\d+(?:\*\d+)?", column):
        count += int(token.split("*")[1]) if "*" in token else 1
    return count


def _save():
    return APP.save(SESSION.path("scene.ring.svg"))


def test_1_choose_from_menus():
    assert APP.state("win.show-view") == "catalogue"
    first = APP.wait_for(ITEM).get_name()
    APP.activate("win.choose", "shape=OV")
    APP.wait(lambda: APP.wait_for(ITEM).get_name() != first, "another item number")
    number = ITEM.match(APP.wait_for(ITEM).get_name()).group(1)
    shown = json.loads(SESSION.run("catalogue", "show", number, "--json").stdout)
    assert "OV" in json.dumps(shown), shown
    SESSION.keep_screenshot("scene-catalogue")


def test_2_carry_to_the_bench():
    APP.activate("win.carry")
    APP.wait_for_state("win.show-view", "bench")
    preset = _kind(_save(), "preset")
    assert preset, "no underlay in the saved file"
    assert re.match(r"^#\d{4,}-\d{2}$", preset[0].get(RW + "number"))


def test_3_draw_with_the_pen():
    strokes = len(_kind(_saved(), "stroke"))
    x, y, width, height = APP.place(CANVAS)
    cx, cy = x + width // 2, y + height // 2
    points = [(cx - 120 + 2.4 * i, cy + 40 * ((i % 20) / 20), i / 100) for i in range(1, 101)]
    RIG.pen_stroke(points)
    RIG.sync()
    APP.wait_enabled("win.undo")
    root = _save()
    drawn = _kind(root, "stroke")
    assert len(drawn) == strokes + 1, len(drawn)
    count = _sample_count(drawn[-1])
    assert count >= 100, f"{count} of 100 samples were kept"
    pressures = drawn[-1].get(RW + "samples").split(";")[2]
    assert len(set(re.findall(r"-?\d+", pressures))) > 1, "the pressure is constant"


def test_3_full_screen_by_pen():
    """Without the header, the pen finds its instruments, draws, takes back and finds the way out."""
    APP.activate("win.fullscreen")
    APP.wait_for("Leave Full Screen", "push button")
    for name, state in (("Brush", "brush"), ("Pen", "pen")):
        x, y = APP.centre(name, "push button")
        RIG.pen_stroke([(x, y, 0.5)])
        RIG.sync()
        APP.wait_for_state("win.instrument", state)
    strokes = len(_kind(_saved(), "stroke"))
    x, y, width, height = APP.place(CANVAS)
    RIG.pen_stroke([(x + width // 2 - 60 + 3 * i, y + height // 2 + 60, 0.6) for i in range(40)])
    RIG.sync()
    wait_until(lambda: len(_kind(_save(), "stroke")) == strokes + 1, "the stroke in the file")
    RIG.pen_stroke([(*APP.centre("Undo", "push button"), 0.5)])
    RIG.sync()
    wait_until(lambda: len(_kind(_save(), "stroke")) == strokes, "the stroke to be taken back")
    RIG.pen_stroke([(*APP.centre("Leave Full Screen", "push button"), 0.5)])
    RIG.sync()
    APP.wait_for_state("win.fullscreen", False)


def test_4_erase_and_undo():
    before = len(_kind(_saved(), "stroke"))
    x, y, width, height = APP.place(CANVAS)
    cx, cy = x + width // 2, y + height // 2
    RIG.eraser_stroke([(cx - 60 + i, cy - 60 + 3 * i, 0.5) for i in range(50)])
    RIG.sync()
    wait_until(lambda: len(_kind(_save(), "stroke")) == before - 1, "the erased stroke to be gone")
    RIG.key("ctrl+z")
    RIG.sync()
    wait_until(lambda: len(_kind(_save(), "stroke")) == before, "the stroke to be back")


def test_5_pin_a_stone():
    APP.activate("win.instrument", "note")
    x, y, width, height = APP.place(CANVAS)
    RIG.pen_stroke([(x + width // 2 + 30, y + height // 2 - 30, 0.5)] * 2)
    RIG.sync()
    APP.wait_for("Name", "text")
    RIG.mouse_click(*APP.centre("Name", "text"))
    RIG.type("Blue sapphire")
    RIG.key("Tab")
    RIG.sync()
    wait_until(lambda: [stone.get("name") for stone in _save().iter(RW + "stone")] == ["Blue sapphire"],
               "the stone's name in the file")
    root = _saved()
    stones = list(root.iter(RW + "stone"))
    notes = _kind(root, "note")
    assert notes[0].get(RW + "stone") == stones[0].get("id")
    assert "Blue sapphire" in "".join(notes[0].itertext())
    SESSION.keep_screenshot("scene-bench")


def test_6_reopen():
    saved = _save()
    APP.activate("app.new-window")
    APP.wait(lambda: len(APP.windows()) == 2, "a second window")
    copy = SESSION.path("copy.ring.svg")
    with open(SESSION.path("scene.ring.svg"), "rb") as source, open(copy, "wb") as target:
        target.write(source.read())
    SESSION.run("convert", copy, "-o", SESSION.path("again.ring.svg"))
    with open(copy, "rb") as one, open(SESSION.path("again.ring.svg"), "rb") as two:
        assert one.read() == two.read(), "a file that was only read and written changed"
    info = json.loads(SESSION.run("info", copy, "--json").stdout)
    assert info, info
    assert len(_kind(saved, "stroke")) >= 1


def test_7_compare():
    APP.activate("win.show-view", "difference")
    APP.wait_for_state("win.show-view", "difference")
    report = json.loads(SESSION.run("difference", SESSION.path("scene.ring.svg"), "--json").stdout)
    measures = {measure["id"]: measure for measure in report["measures"]}
    assert measures["decided"]["catalogue"] is not None
    assert measures["decided"]["bench"] is not None
    assert measures["stone"]["bench"] is not None and "sapphire" in measures["stone"]["bench"].lower()
    assert {flag["state"] for flag in report["flags"]} <= {"raised", "clear", "unknown"}
    SESSION.keep_screenshot("scene-difference")


def test_8_print_at_true_scale():
    path = SESSION.path("printed.pdf")
    APP.activate("win.print-to-file", path)
    wait_until(lambda: os.path.exists(path) and os.path.getsize(path) > 1000, "the printed page")
    wait_until(lambda: subprocess.run(["pdfinfo", path], stdout=subprocess.DEVNULL,
                                      stderr=subprocess.DEVNULL, check=False).returncode == 0,
               "a whole PDF")
    width = _bar_millimetres(path)
    assert abs(width - 100) <= 0.2, f"the 100 mm bar measures {width:.2f} mm"


def _bar_millimetres(path):
    """From the middle of the rule's first tick to the middle of its last, at the page's foot.

    The rule is the longest dark run there; its ticks are what is dark in it, half a millimetre
    off its line.
    """
    dpi = 600
    made = SESSION.path("page")
    subprocess.run(["pdftoppm", "-gray", "-r", str(dpi), "-f", "1", "-l", "1", path, made], check=True)
    name = [n for n in os.listdir(SESSION.folder) if n.startswith("page") and n.endswith(".pgm")][0]
    with open(SESSION.path(name), "rb") as picture:
        data = picture.read()
    header = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", data)
    width, height = int(header.group(1)), int(header.group(2))
    pixels = data[header.end():]
    best, rule, left, right = 0, 0, 0, 0
    for row in range(height * 3 // 4, height):
        line = pixels[row * width:(row + 1) * width]
        for run in re.finditer(rb"[\x00-\x90]+", line):
            if len(run.group()) > best:
                best, rule, left, right = len(run.group()), row, run.start(), run.end()
    off = round(0.5 * dpi / 25.4)
    for row in (rule - off, rule + off):
        line = pixels[row * width + left:row * width + right]
        ticks = [(run.start() + run.end()) / 2 for run in re.finditer(rb"[\x00-\x90]+", line)]
        if len(ticks) >= 2 and ticks[-1] - ticks[0] > 0.9 * best:
            return (ticks[-1] - ticks[0]) * 25.4 / dpi
    raise AssertionError("the rule has no ticks")


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = SESSION.launch()
        RIG.set_tools()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("scene-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

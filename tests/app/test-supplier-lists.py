#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Supplier lists in the real program: a list comes in, a stone that fits the seat is found in it and
comes to the drawing; the list goes, and the stone stays."""

import re

import tap
from app_driver import Session
from bench_driver import Bench
from x_server import Xvfb, wait_until

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "lists.ring.svg")
APP = None

HEAD = ("Stock #;Stone Type;Shape;Weight;Color;Clarity;Measurements;Origin;Lab;Report #;Treatment;"
        "Total Price (EUR);Member Comment;Polish\n")
# A seat of 8 x 6: two that fit, one of them turned; others that do not.
ROWS = [
    "RC-101;Sapphire;OV;1,58;Cornflower blue;;8,12 x 5,94 x 4,10;Sri Lanka;GRS;2026-0815;Heat;"
    "2.450,00;\"Clean; lively\";VG",
    "RC-102;Sapphire;OV;1,49;Blue;;6,04 x 7,97 x 3,90;Madagascar;;;;1.180,00;;",
    "RC-103;Sapphire;OV;2,61;Blue;;9,10 x 7,02 x 4,80;Madagascar;GIA;2201;;3.900,00;;",
    "RC-104;Ruby;CU;1,02;Red;;5,90 x 5,70 x 3,60;Burma;SSEF;991;None;7.200,00;Mogok;",
    "RC-105;Tsavorite;PS;0,88;Green;;7,1 x 5,0 x 3,1;Kenya;;;;640,00;;",
    ";Sapphire;OV;1,00;;;;;;;;;without a number;",
    "RC-106;Sapphire;OV;heavy;;;;;;;;;;",
]


def _many():
    """A list of diamonds, so that the table has something to scroll."""
    shapes, colours = ("RD", "OV", "CU", "EM", "PS"), "DEFGHIJ"
    rows = ["Stock #,Shape,Weight,Color,Clarity,Measurements,Lab,Report #,RapNet Price"]
    for i in range(12):
        rows.append(f"D{i:05},{shapes[i % 5]},{0.3 + i % 170 / 100:.2f},{colours[i % 7]},VS{1 + i % 2},"
                    f"{4 + i % 30 / 10:.2f}x{3.9 + i % 30 / 10:.2f}x{2.4 + i % 30 / 20:.2f},"
                    f"{'GIA' if i % 3 else 'IGI'},{7000000 + i},\"${2000 + i % 900:,}\"")
    return "\n".join(rows) + "\n"


def _import(path, supplier):
    APP.activate("win.import-list", path)
    name = APP.wait_for("Supplier", "text")
    APP.wait(lambda: APP.text(name) != "", "the dialog")
    SESSION.keep_screenshot("lists-ask-" + supplier.split()[0])
    SESSION.xdotool("key", "ctrl+a")
    SESSION.xdotool("type", supplier)
    APP.wait(lambda: APP.text(name) == supplier, "the name")
    SESSION.xdotool("key", "Return")


def test_1_empty():
    BENCH.show()
    APP.activate("win.supplier-stones")
    APP.wait_for("No Supplier Lists Yet", "label")
    SESSION.keep_screenshot("lists-empty")


def test_2_import():
    """The rows that bear nothing are shown with their reason; the others are there."""
    path = SESSION.write("ratna.csv", HEAD + "\n".join(ROWS) + "\n")
    _import(path, "Ratna & Co")
    APP.wait_for(re.compile("^“Ratna & Co”: 5 stones imported. 2 rows were not taken.$"), "label")
    APP.wait_for("Rejected Rows", "frame")
    APP.wait_for("it has no stock number", "label")
    APP.wait_for("“heavy” is no weight in carats", "label")
    SESSION.keep_screenshot("lists-rejected")
    SESSION.xdotool("key", "Escape")
    _import(SESSION.write("diamonds.csv", _many()), "Diamond House")
    APP.wait_for("17 stones", "label")
    SESSION.keep_screenshot("lists-all")


def test_3_words():
    entry = APP.wait_for("Search the lists")
    SESSION.xdotool("key", "ctrl+f")
    SESSION.xdotool("type", "mogok")
    APP.wait_for("1 stone", "label")
    SESSION.keep_screenshot("lists-words")
    SESSION.xdotool("key", "ctrl+a")
    SESSION.xdotool("type", "nowhere")
    APP.wait_for("No Stone Is Like That", "label")
    SESSION.keep_screenshot("lists-nothing")
    SESSION.xdotool("key", "ctrl+a", "BackSpace")
    APP.wait(lambda: APP.text(entry) == "", "no words")
    APP.wait_for("17 stones", "label")
    SESSION.xdotool("key", "ctrl+w")


def test_4_fits_the_seat():
    """From a drawn gem: what fits its seat, nearest first, and by how much; attached, the gem is the
    stone, in one step."""
    BENCH.choose("gem")
    BENCH.tap("front", 0, -12)
    gem = BENCH.wait_record("gem", lambda one: True, "a gem")
    BENCH.tap("front", 0, -12)
    BENCH.write("Gem in words", "oval sapphire 8x6")
    BENCH.wait_record("gem", lambda one: one["length"] == "8", "its size")
    SESSION.xdotool("key", "Escape")
    APP.activate("win.supplier-stones")
    APP.wait_for("Oval 8 × 6 mm, as drawn", "label")
    APP.wait_for("2 stones", "label")
    APP.wait_for("+0.12 × −0.06 mm", "label")
    SESSION.keep_screenshot("lists-fit")
    # The nearest is the one that lies the other way in the list; the second is wanted.
    SESSION.xdotool("key", "ctrl+f")
    SESSION.xdotool("type", "2026-0815")
    APP.wait_for("1 stone", "label")
    APP.press(re.compile("Attach as New Stone$"), "push button")
    APP.wait_for("Attached to the design as a new card", "label")
    SESSION.xdotool("key", "ctrl+w")
    stone = BENCH.wait_record("stone", lambda one: True, "the stone")
    assert (stone["stock"], stone["supplier"], stone["length"], stone["carat"], stone["cost"],
            stone["cost-currency"], stone["cost-date"], stone["treatment"], stone["lab"]) == (
                "RC-101", "Ratna & Co", "8.12", "1.58", "2450", "EUR", "2026-11-22", "heat", "GRS"), stone
    assert "provenance" not in stone and "nature" not in stone and "text" not in stone, stone
    drawn = BENCH.wait_record("gem", lambda one: one.get("stone") == stone["id"], "its gem")
    assert (drawn["id"], drawn["length"], drawn["width"]) == (gem["id"], "8.12", "5.94"), drawn
    SESSION.keep_screenshot("lists-attached")
    APP.activate("win.undo")
    wait_until(lambda: not BENCH.records("stone"), "no stone, in one step")
    assert BENCH.records("gem")[0]["length"] == "8"
    APP.activate("win.redo")
    BENCH.wait_record("stone", lambda one: True, "the stone again")


def test_5_the_list_goes():
    APP.activate("win.supplier-stones")
    APP.press("Lists", "push button")
    APP.press("Remove the list “Ratna & Co”", "push button")
    APP.press(re.compile("^_?Remove( Remove)?$"), "push button")
    APP.wait_for("No Stone Is Like That", "label")
    stone = BENCH.records("stone")[0]
    assert stone["stock"] == "RC-101", stone


def test_6_what_is_wrong():
    """A file that is no list, and one that is not there, say so; nothing changes."""
    APP.activate("win.import-list", SESSION.write("letter.csv", "Dear Sir,\nnothing today.\n"))
    APP.wait_for(re.compile("^“letter.csv” has no line with the names of columns"), "label")
    SESSION.keep_screenshot("lists-no-list")
    APP.activate("win.import-list", SESSION.path("gone.csv"))
    APP.wait_for(re.compile("^“gone.csv” is not there"), "label")


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("lists-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

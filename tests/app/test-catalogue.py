#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Catalogue as a visitor meets it: a ring by keys alone, its number typed again, what is off the menu
answered, and a whole order through a screen reader."""

import email
import email.policy
import json
import os
import re

import tap
from app_driver import Session
from gi.repository import Atspi
from x_server import Xvfb, wait_until

SESSION = Session(Xvfb(1280, 800))
APP = None

ITEM = re.compile(r"^Item (#\d{4,}-\d{2})")
MENUS = ["Stone shape", "Stone size", "Band", "Metal", "Finish", "Ring size"]


def _item():
    """As it is printed, with what is engraved."""
    return APP.wait_for(ITEM).get_name()


def _number():
    return ITEM.match(_item()).group(1)


def _choices(number):
    shown = json.loads(SESSION.run("catalogue", "show", number, "--json").stdout)
    return {one["menu"]: one["label"] for one in shown["choices"]}


def _focused():
    """The line of the first menu's list that has the keys."""
    nodes = [APP.wait_for(MENUS[0], "combo box")]
    for node in nodes:
        if node.get_state_set().contains(Atspi.StateType.FOCUSED) and node != nodes[0]:
            return node.get_name()
        nodes.extend(node.get_child_at_index(index) for index in range(node.get_child_count()))
    return None


def _click(name):
    x, y = APP.centre(name)
    SESSION.xdotool("mousemove", str(int(x)), str(int(y)), "click", "1")


def test_1_by_keys():
    """The chosen line has the keys when its menu opens, and each line says what it does to the price."""
    before = _choices(_number())
    SESSION.xdotool("key", "Return")
    wait_until(lambda: (_focused() or "").startswith(before["shape"]), "the chosen shape's line")
    SESSION.keep_screenshot("catalogue-menu")
    SESSION.xdotool("key", "Down")
    wait_until(lambda: _focused() and not _focused().startswith(before["shape"]), "the next line")
    line = _focused()
    assert re.search(r"[+−]\$\d", line), line
    SESSION.xdotool("key", "Return")
    wait_until(lambda: _choices(_number())["shape"] != before["shape"], "another shape")
    assert line.startswith(_choices(_number())["shape"]), line


def test_2_refused():
    """The last line of a menu asks for something else: one sentence, the same ring, and the way to the Bench."""
    number = _number()
    SESSION.xdotool("key", "Return")
    wait_until(lambda: _focused() is not None, "the list")
    SESSION.xdotool("key", "End")
    wait_until(lambda: _focused() == "Something else…", "the last line")
    SESSION.xdotool("key", "Return")
    APP.wait_for(re.compile("^The moulds take these cuts"))
    assert _number() == number
    SESSION.keep_screenshot("catalogue-answer")
    APP.press("Close the answer", "push button")
    APP.wait_gone(re.compile("^The moulds take these cuts"), "label")


def test_3_drawn_on():
    """A hand on the picture draws nothing: on the stone it is told of the stone, beside it of the pen."""
    x, y, width, height = APP.place(re.compile("^Stone shape: .*"), "image")
    SESSION.xdotool("mousemove", str(x + width // 2), str(y + height - 40), "mousedown", "1",
                    "mousemove", str(x + width // 2 + 60), str(y + height - 60), "mouseup", "1")
    APP.wait_for(re.compile("^This picture follows the menus"))
    SESSION.xdotool("mousemove", str(x + width // 2), str(y + height // 6), "mousedown", "1",
                    "mousemove", str(x + width // 2 + 60), str(y + height // 6 + 30), "mouseup", "1")
    APP.wait_for(re.compile("^The stone stays"))
    APP.press("Close the answer", "push button")


def test_4_number():
    """What is typed gives exactly that ring; a wrong digit is told, and changes nothing."""
    here = _number()
    other = json.loads(SESSION.run("catalogue", "show", "#0000-00", "--json").stdout)["number"]
    wrong = other[:-1] + str((int(other[-1]) + 1) % 10)
    _click("Item number of a ring")
    SESSION.xdotool("type", wrong)
    SESSION.xdotool("key", "Return")
    APP.wait_for(re.compile("mistyped"))
    assert _number() == here
    SESSION.keep_screenshot("catalogue-mistyped")
    SESSION.xdotool("key", "ctrl+a")
    SESSION.xdotool("type", other)
    SESSION.xdotool("key", "Return")
    wait_until(lambda: _number() == other, "the ring of the number")
    APP.activate("win.undo")
    wait_until(lambda: _number() == here, "the ring before")


def test_5_engraving():
    """Twenty characters, and for the next one the answer."""
    _click("Engraving, up to 20 characters")
    SESSION.xdotool("type", "abcdefghijklmnopqrst")
    wait_until(lambda: '"abcdefghijklmnopqrst"' in _item(), "what is engraved")
    SESSION.xdotool("type", "u")
    APP.wait_for(re.compile("at most 20 characters"))
    assert '"abcdefghijklmnopqrst"' in _item()


def test_6_ordered():
    """Through a screen reader: names and values of all that is chosen, then the order, its words and its file."""
    names = {node.get_name() for node in APP.find_all()}
    for name in MENUS + ["Limited edition", "Order…"]:
        assert name in names, name
    number, chosen = _number(), _choices(_number())
    for label in chosen.values():
        assert label in names, label
    APP.wait_for(re.compile(r"^\d+:\d\d spent choosing$"), "label")
    APP.wait_for(re.compile("^Ships in "), "label")
    APP.wait_for(re.compile(r"^\$[\d,.]+$"), "label")
    APP.press("Order…", "push button")
    wait_until(lambda: len(APP.windows()) == 2, "the order")
    text = APP.wait_for(re.compile("^Dear customer"), "label").get_name()
    for label in chosen.values():
        assert label in text, label
    APP.wait_for(re.compile(f'^1 × {number}'), "label")
    APP.wait_for(re.compile("^Nothing is sent"), "label")
    SESSION.keep_screenshot("catalogue-order")
    SESSION.xdotool("key", "Escape")
    wait_until(lambda: len(APP.windows()) == 1, "the Catalogue")
    APP.activate("win.save-order", SESSION.path("order.eml"))
    wait_until(lambda: os.path.exists(SESSION.path("order.eml")), "the file")
    with open(SESSION.path("order.eml"), "rb") as file:
        message = email.message_from_binary_file(file, policy=email.policy.default)
    assert message.get_content().strip() == text.strip()


def test_7_carried():
    """The same ring lies under the Bench's sheet, and its choices are in the file."""
    number = _number()
    APP.activate("win.carry")
    APP.wait_for_state("win.show-view", "bench")
    APP.save(SESSION.path("carried.ring.svg"))
    with open(SESSION.path("carried.ring.svg"), encoding="utf-8") as file:
        text = file.read()
    assert 'rw:kind="preset"' in text and f'rw:number="{number}"' in text


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = SESSION.launch()
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("catalogue-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

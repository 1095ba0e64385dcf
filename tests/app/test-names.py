#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader says of everything that can be pressed, typed into or moved, on every page and in the
windows: each has a name, and none says it twice."""

import re

import tap
from app_driver import Session
from x_server import Xvfb

SESSION = Session(Xvfb(1400, 1000))
APP = None

ROLES = {"push button", "toggle button", "check box", "radio button", "combo box", "text", "entry", "spin button",
         "slider", "page tab", "link"}
# GTK 4.8 asks for a label and for what labels a widget, and says both.
TWICE = re.compile(r"^(.{2,}) \1$")


def _assert_names(where):
    """A part of one of GTK's own widgets may be without a name where that has one: the text of an entry, the arrow of
    a menu button. So may the handle of a scroll bar."""
    tree = {way: (role, name) for way, role, name in SESSION.a11y.read(APP.process.pid, on_top=True)}

    def around(way):
        return [tree[way[:n]] for n in range(len(way) - 1, 0, -1) if way[:n] in tree]

    def tell(ways):
        return "\n".join(" in ".join(f"{role} {name!r}" for role, name in [tree[way], *around(way)[:8]]) for way in ways)
    twice = [way for way, (_, name) in tree.items() if TWICE.match(name)]
    assert not twice, f"{where}: says it twice:\n{tell(twice)}"
    keys = [way for way, (_, name) in tree.items() if "_" in name]
    assert not keys, f"{where}: says an underscore:\n{tell(keys)}"
    nameless = [way for way, (role, name) in tree.items() if role in ROLES and name == "" and not any(
        role == "scroll bar" or (role in ROLES and name) for role, name in around(way)[:4])]
    assert not nameless, f"{where}: has no name:\n{tell(nameless)}"
    assert sum(role in ROLES for role, _ in tree.values()) >= 3, f"{where}: hardly anything is there"


def test_1_pages():
    for view in ("catalogue", "bench", "difference"):
        APP.activate("win.show-view", view)
        APP.wait_for_state("win.show-view", view)
        _assert_names(view)


def test_2_windows():
    """Each is closed again by its key."""
    for action in ("app.preferences", "win.check-offer", "win.library", "win.supplier-stones", "win.order", "win.replay"):
        windows = len(APP.x_windows())
        APP.activate(action)
        APP.wait(lambda count=windows: len(APP.x_windows()) > count, action)
        _assert_names(action)
        SESSION.xdotool("key", "Escape")
        APP.wait(lambda count=windows: len(APP.x_windows()) == count, f"the end of {action}")


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = SESSION.launch(SESSION.copy("data/samples/commission.ring.svg"))
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("names-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An estimate in the real program, by keyboard: prices and hours, another metal beside it, the quote in
the order."""

import os
import re

import tap
from app_driver import Session
from bench_driver import Bench
from x_server import Xvfb, wait_until

SAMPLE = os.path.join(os.environ["RING_SOURCE_ROOT"], "data/samples/commission.ring.svg")
SESSION = Session(Xvfb(1400, 1500), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "estimate.ring.svg")
APP = None


def _click(name, role="label"):
    """A click on what the panel's end shows; the wheel turns over its margin, where nothing else takes it."""
    margin = APP.place("Finger size", "label")[0] - 20
    SESSION.xdotool("mousemove", margin, 900, *["click", "5"] * 60)
    APP.wait(lambda: APP.place(name, role)[1] < 1460, f"{name} to be seen")
    SESSION.xdotool("mousemove", *APP.centre(name, role), "click", "1")


def _type(*texts):
    for text in texts:
        SESSION.xdotool("type", "--delay", "2", text)
        SESSION.xdotool("key", "Tab")


def test_1_prices_and_hours():
    """The rows ask for what this design needs; what is entered is kept with it, in one step each."""
    BENCH.show()
    SESSION.xdotool("windowsize", "--sync", APP.x_windows()[0], 1400, 1480)
    _click("Work, losses, markup")
    APP.wait_for("Hours at the bench", "text")
    SESSION.xdotool("key", "Tab")
    _type("22,5", "1.2", "Split shoulders")
    wait_until(lambda: BENCH.records("estimate")[-1].get("freehand") == "Split shoulders", "the work")
    estimate = BENCH.records("estimate")[0]
    assert (estimate["hours"], estimate["freehand-grams"], estimate["freehand-alloy"]) == ("22.5", "1.2", "18ky")
    SESSION.keep_screenshot("estimate-work")
    _click("Work, losses, markup")
    _click("Prices")
    APP.wait_for("18K yellow gold, per gram", "text")
    SESSION.xdotool("key", "Tab")
    _type("78,40", "65 EUR")
    wait_until(lambda: {one["of"]: one["value"] for one in BENCH.records("rate")}
               == {"metal/18ky": "78.4", "hour": "65"}, "the prices")
    APP.wait_for(re.compile("^[0-9]+[.][0-9][0-9] EUR$"), "label")
    SESSION.keep_screenshot("estimate-prices")


def test_2_in_platinum():
    """Another metal stands beside it, with what is missing said."""
    _click("And in platinum?")
    SESSION.xdotool("key", "Tab", "space")
    SESSION.xdotool("key", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Down", "Return")
    BENCH.wait_record("alternative", lambda one: one["alloy"] == "pt950", "platinum")
    APP.wait_for(re.compile("^a price is missing · [0-9.]+ g$"), "label")
    SESSION.keep_screenshot("estimate-platinum")


def test_3_quote():
    """One press writes the order; one undo takes it back."""
    APP.press("Use as Quote", "push button")
    commission = BENCH.wait_record("commission", lambda one: "quote" in one, "the quote")
    assert float(commission["deposit"]) * 2 - float(commission["quote"]) < 0.02, commission
    assert commission["labour"] == "1462.5", commission
    estimate = BENCH.records("estimate")[0]
    assert estimate["until"] == "2026-12-06", estimate
    SESSION.keep_screenshot("estimate-quote")
    APP.activate("win.undo")
    BENCH.wait_record("commission", lambda one: "quote" not in one, "no quote")
    APP.activate("win.redo")
    BENCH.wait_record("commission", lambda one: "quote" in one, "the quote again")


def main():
    global APP  # pylint: disable=global-statement
    with SESSION:
        APP = BENCH.app = SESSION.launch(SESSION.copy(SAMPLE, BENCH.name))
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("estimate-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

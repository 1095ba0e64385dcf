#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A client who asks to be forgotten, in the real program: no file that it keeps names them any more,
nothing of it comes back by undoing or restoring, and the ring is as it was."""

import hashlib
import json
import os
import pathlib
import re

import tap
from app_driver import Session
from bench_driver import Bench
from x_server import Xvfb, wait_until

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile"})
BENCH = Bench(SESSION, "kept.ring.svg")
APP = None
NAME = "Wilhelmine"
SAMPLE = os.path.join(os.environ["RING_SOURCE_ROOT"], "data/samples/commission.ring.svg")


def _traces():
    """Files below the test's home that hold the name."""
    found = []
    for folder, _, names in os.walk(SESSION.path("")):
        for name in names:
            path = os.path.join(folder, name)
            if os.path.isfile(path):
                with open(path, "rb") as file:
                    if NAME.encode() in file.read():
                        found.append(path)
    return found


def _write_client():
    """A commission that names its client wherever one can, saved, changed and not saved."""
    path = SESSION.path(BENCH.name)
    text = pathlib.Path(SAMPLE).read_text(encoding="utf-8")
    words = {"client": NAME + " Aumann", "story": "Hers", "occasion": "Engagement"}
    fields = " ".join(f'{name}="{value}"' for name, value in words.items())
    text = re.sub(r'<rw:commission id="commission"[^>]*>',
                  f'<rw:commission id="commission" {fields} quote="3800"/>\n'
                  f'    <rw:entry id="eaaaa2222bbbb" text="{NAME} wants it low" who="client"/>\n', text)
    text = text.replace("</metadata>", f'<rw:task id="jaaaa2222bbbb" text="Call {NAME}"/></metadata>')
    pathlib.Path(path).write_text(re.sub(r"<rw:entry id=\"e[^a][^>]*>", "", text), encoding="utf-8")
    return path


def test_1_traces():
    """What there is to forget: the file, the steps in the journal, the thumbnail."""
    global APP  # pylint: disable=global-statement
    path = _write_client()
    uri = pathlib.Path(path).as_uri()
    thumbnail = SESSION.path("cache/thumbnails/large/" + hashlib.md5(uri.encode()).hexdigest() + ".png")
    os.makedirs(os.path.dirname(thumbnail), exist_ok=True)
    pathlib.Path(thumbnail).write_bytes(NAME.encode())
    APP = BENCH.app = SESSION.launch(path)
    BENCH.show()
    BENCH.choose("note")
    BENCH.tap("front", 0, -12)
    SESSION.xdotool("type", f"The stone of {NAME}")
    SESSION.xdotool("key", "Tab")
    APP.wait_for(f"The stone of {NAME}", "label")
    wait_until(lambda: any("journal" in trace for trace in _traces()), "the steps in the journal")
    assert thumbnail in _traces()
    SESSION.keep_screenshot("forget-before")


def test_2_asked():
    """It is asked once; nothing happens where one thinks better of it."""
    APP.activate("win.forget-client")
    APP.wait_for("Forget This Client?")
    SESSION.keep_screenshot("forget-asked")
    APP.press(re.compile("Cancel$"), "push button")
    APP.wait_gone("Forget This Client?")
    assert APP.is_enabled("win.undo")


def test_3_forgotten():
    APP.activate("win.forget-client")
    APP.wait_for("Forget This Client?")
    APP.press(re.compile("Forget$"), "push button")
    APP.wait_gone("Forget This Client?")
    wait_until(lambda: not _traces(), "the end of all traces")
    assert not APP.is_enabled("win.undo")
    assert not APP.is_enabled("win.save")
    SESSION.keep_screenshot("forget-after")
    info = json.loads(SESSION.run("info", "--json", SESSION.path(BENCH.name)).stdout)
    assert NAME not in json.dumps(info)
    assert info["conversation"] == [] and info["tasks"] == [], info
    assert info["commission"]["quote"] == "3800", info["commission"]
    assert info["items"]["stroke"] == 311, info["items"]


def test_4_stays_forgotten():
    """Neither a step back nor another start brings anything back."""
    global APP  # pylint: disable=global-statement
    APP.quit()
    assert not _traces(), _traces()
    APP = BENCH.app = SESSION.launch(SESSION.path(BENCH.name))
    assert not APP.is_enabled("win.undo")
    assert not _traces(), _traces()


def main():
    with SESSION:
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("forget-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

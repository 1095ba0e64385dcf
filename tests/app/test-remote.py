#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A design on a share of another machine, mounted by the desktop: opened, saved, not lost while the share is away,
and found in the library with the folders below."""

import os
import re
import subprocess
import xml.etree.ElementTree as ET

import tap
from app_driver import Session
from ftp_server import FtpServer
from x_server import Xvfb, wait_until

SESSION = Session(Xvfb(1400, 1000), environment={"GSETTINGS_BACKEND": "keyfile", "GIO_USE_VFS": "gvfs"})
APP = None
SHARE = None
DESIGN = "work/ana.ring.svg"


def _on_the_share():
    """What stands in the design's file, as bytes."""
    with open(os.path.join(SHARE.folder, DESIGN), "rb") as file:
        return file.read()


def _mount():
    subprocess.run(["gio", "mount", SHARE.uri()], env=SESSION.environment, stdin=subprocess.DEVNULL,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=60, check=True)


def _is_whole(svg):
    """A file on a server grows while it is written."""
    try:
        ET.fromstring(svg)
    except ET.ParseError:
        return False
    return True


def test_1_saved():
    """Opened through the mount, changed, and saved where it was."""
    APP.wait(lambda: any("ana" in (window.get_name() or "") for window in APP.windows()), "the design")
    before = _on_the_share()
    APP.activate("win.show-view", "catalogue")
    APP.activate("win.carry")
    APP.wait_for_state("win.show-view", "bench")
    APP.activate("win.save")
    wait_until(lambda: _on_the_share() != before and _is_whole(_on_the_share()), "the saved design")
    assert b"rw:number=" in _on_the_share()
    APP.wait(lambda: not any((window.get_name() or "").startswith("•") for window in APP.windows()), "a saved title")


def test_2_share_away():
    """The server goes: saving says so, the file is as it was and the design is not lost; when it is back it saves."""
    SHARE.stop()
    before = _on_the_share()
    APP.activate("win.undo")
    APP.activate("win.save")
    APP.wait_for(re.compile("was not saved"), "label", seconds=60)
    SESSION.keep_screenshot("remote-away")
    assert _on_the_share() == before
    SHARE.start()
    _mount()
    APP.activate("win.save")
    wait_until(lambda: _on_the_share() != before and _is_whole(_on_the_share()), "the design, saved again")


def test_3_library():
    """Designs of the share and of the folders below, as cards."""
    APP.activate("win.library")
    APP.activate("win.library-folder", SHARE.uri())
    APP.wait_for("3 designs", "label", seconds=60)
    SESSION.keep_screenshot("remote-library")
    APP.wait_for(re.compile("halo"), "label")


def main():
    global APP, SHARE  # pylint: disable=global-statement
    with SESSION:
        SHARE = FtpServer(SESSION.path("share"))
        for name, sample in [(DESIGN, "commission"), ("halo.ring.svg", "halo"), ("work/old/b.ring.svg", "halo")]:
            os.makedirs(os.path.dirname(os.path.join(SHARE.folder, name)), exist_ok=True)
            SESSION.copy(f"data/samples/{sample}.ring.svg", os.path.join("share", name))
        SHARE.start()
        try:
            _mount()
            APP = SESSION.launch(SHARE.uri(DESIGN))
            tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("remote-" + name),
                                                        print("# " + "\n# ".join(APP.log))))
        finally:
            SHARE.stop()


if __name__ == "__main__":
    main()

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A shop's own catalogue: chosen in the preferences, remembered, followed while it is drawn, broken
and mended, gone and put back. The choice and the design stay."""

import json
import os
import re

import tap
from app_driver import RW, SOURCE_ROOT, Session
from x_server import Xvfb

SESSION = Session(Xvfb(1280, 800), environment={"GSETTINGS_BACKEND": "keyfile"})
APP = None
ITEM = re.compile(r"^Item #\d{4,}-\d{2}")
SMALL = os.path.join(SOURCE_ROOT, "tests/data/catalogue/small.svg")
# A third band that is the first one under another name.
MORE = ('<rw:option rw:code="MY" rw:label="Mine" rw:index="2" rw:price="90" rw:popularity="0"/>'
        "</rw:menu>")


def small():
    with open(SMALL, encoding="utf-8") as file:
        return file.read()


def larger():
    """The small catalogue with one band more."""
    text = small()
    band = text.index('rw:id="band"')
    end = text.index("</rw:menu>", band)
    text = text[:end] + MORE + text[end + len("</rw:menu>"):]
    for view in ("front", "three-quarter"):
        text = text.replace("</svg>", f'<g rw:part="shank" rw:code="MY" rw:view="{view}">'
                            '<path class="metal-4" d="M10.6 0A10.6 10.6 0 1 1-10.6 0A10.6 10.6 0 1 1 '
                            '10.6 0ZM8.7 0A8.7 8.7 0 1 0-8.7 0A8.7 8.7 0 1 0 8.7 0Z"/></g></svg>')
    return text


def write(text, name="shop.svg"):
    """As editors save: to another name, which then takes the place."""
    SESSION.write(name + ".tmp", text)
    os.replace(SESSION.path(name + ".tmp"), SESSION.path(name))
    return SESSION.path(name)


def possible(*arguments):
    listed = json.loads(SESSION.run("catalogue", *arguments, "list", "--json").stdout)
    return re.compile(f"^1 of {listed['possible']:,} possible rings$")


def number():
    return re.search(r"#\d{4,}-\d{2}", APP.wait_for(ITEM).get_name()).group()


def remembered():
    with open(SESSION.path("config/glib-2.0/settings/keyfile"), encoding="utf-8") as file:
        found = re.search(r"^catalogue='(.*)'$", file.read(), re.M)
    return found.group(1) if found else None


def start(*arguments):
    global APP  # pylint: disable=global-statement
    if APP is not None and APP.process.poll() is None:
        APP.quit()
    APP = SESSION.launch(*arguments)


def test_choose():
    start()
    APP.wait_for(possible())
    path = write(small())
    APP.activate("app.use-catalogue", path)
    APP.wait_for(possible("--file", path))
    APP.wait(lambda: remembered() == "file://" + path, "the setting")
    APP.wait_for(re.compile("Small catalogue, edition 1.*All figures are invented for tests"))


def test_preferences():
    APP.activate("app.preferences")
    APP.wait_for("Small catalogue")
    APP.wait_for(re.compile(re.escape(SESSION.path("shop.svg"))))
    SESSION.keep_screenshot("shop-preferences")
    APP.press("Use the House Catalogue", "push button")
    APP.wait_for(possible())
    APP.wait(lambda: remembered() == "", "the setting to be empty")
    APP.wait_gone("Use the House Catalogue", "push button")
    APP.activate("app.use-catalogue", SESSION.path("shop.svg"))
    APP.wait_for("Use the House Catalogue", "push button")


def test_copy():
    APP.press(re.compile("^Save a Copy"), "push button")
    APP.wait_for("Save a Copy of the House Catalogue")
    SESSION.xdotool("key", "ctrl+a")
    SESSION.xdotool("type", SESSION.path("copy.svg"))
    SESSION.xdotool("key", "Return")
    APP.wait_for(re.compile("^Saved as “.*copy.svg”"))
    with open(os.path.join(SOURCE_ROOT, "data/catalogue/house.svg"), encoding="utf-8") as house, \
            open(SESSION.path("copy.svg"), encoding="utf-8") as copy:
        assert copy.read() == house.read()


def test_what_is_no_catalogue_is_refused():
    SESSION.write("plain.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    APP.activate("app.use-catalogue", SESSION.path("plain.svg"))
    APP.wait_for(re.compile("plain.svg” cannot be used as the catalogue, which stays as it was.*"
                            "rw:kind"))
    assert remembered().endswith("shop.svg")
    SESSION.keep_screenshot("shop-refused")
    APP.activate("app.use-catalogue", SESSION.path("shop.svg"))
    APP.wait_gone(re.compile("cannot be used as the catalogue"))


def test_file_is_followed():
    APP.activate("win.choose", "band=FL")
    APP.activate("win.choose", "metal=18W")
    APP.activate("win.choose", "shape=OV")
    chosen = number()
    assert SESSION.run("catalogue", "--file", SESSION.path("shop.svg"), "show",
                       chosen).stdout.count("Oval") == 1
    write(larger())
    APP.wait_for(possible("--file", SESSION.path("shop.svg")))
    assert number() == chosen
    APP.activate("win.choose", "band=MY")
    APP.wait(lambda: number() != chosen, "the number of the new band")
    APP.activate("win.undo")
    APP.wait(lambda: number() == chosen, "the number before")


def test_broken_version_changes_nothing():
    count = possible("--file", SESSION.path("shop.svg"))
    chosen = number()
    text = larger()
    write(text[:text.index("</metadata>")])
    APP.wait_for(re.compile(r"new version of the catalogue “.*shop.svg” cannot be read, so the one "
                            r"before it stays\. Line \d+: .*Take an earlier copy"))
    SESSION.keep_screenshot("shop-broken")
    assert APP.find(count) is not None and number() == chosen
    # It could be read, without the menus of sizes, bands and finishes.
    write(text.replace('rw:slots="4"', 'rw:slots="1000"'))
    APP.wait_for(re.compile(r"has a mistake, so the one before it stays\. Line \d+, menu size: "
                            r"rw:slots must be"))
    # Nothing could be ordered of it.
    write(text.replace("rw:view=\"front\"", "rw:view=\"behind\""))
    APP.wait_for(re.compile(r"before it stays\. No combination .* Line \d+, shank SD, finish P, "
                            r"behind view \(id shank-SD-P-front-0\): "))
    write(text)
    APP.wait_gone(re.compile("before it stays"))
    assert APP.find(count) is not None and number() == chosen


def test_written_in_place():
    """Emptied, then filled in steps."""
    text = small()
    with open(SESSION.path("shop.svg"), "w", encoding="utf-8") as file:
        for begin in range(0, len(text), 2000):
            file.write(text[begin:begin + 2000])
            file.flush()
    APP.wait_for(possible("--file", SMALL))
    APP.wait_gone(re.compile("cannot be read"))


def test_all_windows_follow():
    APP.activate("app.new-window")
    APP.wait_ready(2)
    write(larger())
    count = possible("--file", SESSION.path("shop.svg"))
    APP.wait(lambda: len(APP.find_all(count)) == 2, "the new count in both windows")
    root = APP.save(SESSION.path("kept.ring.svg"))
    codes = [choice.get("codes") for choice in root.iter(RW + "choice")]
    assert len(codes) == 1 and "band=FL" in codes[0] and "shape=OV" in codes[0], codes
    APP.quit()


def test_remembered():
    start()
    APP.wait_for(possible("--file", SESSION.path("shop.svg")))
    APP.quit()


def test_option_wins():
    own = write(small().replace("Small catalogue", "Another catalogue"), "option.svg")
    start("--catalogue", own)
    APP.wait_for(re.compile("^Another catalogue, edition 1"))
    write(larger().replace("Small catalogue", "Another catalogue"), "option.svg")
    APP.wait_for(possible("--file", own))
    APP.activate("app.preferences")
    APP.wait_for(re.compile("named with --catalogue"))
    assert APP.find("Use the House Catalogue", "push button") is None
    APP.quit()
    assert remembered().endswith("shop.svg")


def test_gone_at_the_start():
    os.remove(SESSION.path("shop.svg"))
    start()
    APP.wait_for(re.compile(r"^The catalogue “.*shop.svg” is not there, so the house catalogue is "
                            r"shown\. Put the file back, or choose another in Preferences\.$"))
    APP.wait_for(possible())
    assert remembered().endswith("shop.svg")
    SESSION.keep_screenshot("shop-gone")
    write(larger())
    APP.wait_for(possible("--file", SESSION.path("shop.svg")))
    APP.wait_gone(re.compile("is not there"))


def test_gone_while_it_runs():
    count = possible("--file", SESSION.path("shop.svg"))
    os.remove(SESSION.path("shop.svg"))
    APP.wait_for(re.compile("is no longer there; what was read from it stays"))
    assert APP.find(count) is not None
    APP.press(re.compile("^Preferences of the catalogue"), "push button")
    APP.wait_for("Use the House Catalogue", "push button")
    APP.quit()


def test_broken_at_the_start():
    write(small()[:3000])
    start()
    APP.wait_for(re.compile(r"cannot be read, so the house catalogue is shown\. It is read again as "
                            r"soon as it is mended\. Line \d+"))
    APP.wait_for(possible())
    write(small())
    APP.wait_for(possible("--file", SMALL))
    APP.wait_gone(re.compile("cannot be read"))
    APP.quit()


def main():
    with SESSION:
        tap.run(globals(), on_failure=lambda name: (SESSION.keep_screenshot("shop-" + name),
                                                    print("# " + "\n# ".join(APP.log))))


if __name__ == "__main__":
    main()

# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The bars on a picture of a sheet, measured."""

import re
import subprocess

BAR_WIDTH = 0.18


def longest(picture, dpi, across):
    """The longest dark line that lies level (ACROSS) or stands in the lower or right part of the page, mm."""
    strip = int(35 * dpi / 25.4)
    crop = ["-gravity", "South", "-crop", f"0x{strip}+0+0"] if across \
        else ["-gravity", "East", "-crop", f"{strip}x0+0+0"]
    turn = [] if across else ["-rotate", "90"]
    done = subprocess.run(["convert", picture, "-background", "white", "-flatten", *crop, "+repage", *turn,
                           "-colorspace", "Gray", "-threshold", "60%", "-format", "%w\n", "-write", "info:-",
                           "-depth", "8", "gray:-"], check=True, timeout=60, stdout=subprocess.PIPE).stdout
    head, pixels = done.split(b"\n", 1)
    width = int(head)
    best = 0
    for row in range(len(pixels) // width):
        for run in re.finditer(b"\x00{300,}", pixels[row * width:(row + 1) * width]):
            best = max(best, run.end() - run.start())
    return best / dpi * 25.4 - BAR_WIDTH


def assert_bars(picture, dpi, what):
    """Both bars of 100 mm, to 0.2 mm."""
    for across in (True, False):
        mm = longest(picture, dpi, across)
        assert abs(mm - 100) <= 0.2, f"{what}: the bar {'across' if across else 'along'} has {mm:.2f} mm"

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The same picture everywhere: the sample and its export, in rsvg-convert and in Chromium."""

import os
import re
import subprocess
import tempfile

import tap

ROOT = os.environ["RING_SOURCE_ROOT"]
PROGRAM = os.path.join(os.environ["RING_BUILD_ROOT"], "src", "ringwright")
SAMPLE = os.path.join(ROOT, "data", "samples", "commission.ring.svg")
WIDTH, HEIGHT = 794, 1123  # A4 at 96 dpi
FOLDER = tempfile.mkdtemp(prefix="ring-viewers-")

CHROMIUM = ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update",
            "--disable-sync", "--hide-scrollbars", "--allow-file-access-from-files",
            f"--window-size={WIDTH},{HEIGHT}"]


def _in(name):
    return os.path.join(FOLDER, name)


def _chromium(svg, png):
    page = _in("page.html")
    with open(page, "w", encoding="utf-8") as out:
        out.write(f'<html><body style="margin:0;background:#fff"><img src="file://{svg}" '
                  f'width="{WIDTH}" height="{HEIGHT}"></body></html>')
    subprocess.run(CHROMIUM + [f"--user-data-dir={_in('profile')}", f"--screenshot={png}",
                               f"file://{page}"],
                   check=True, timeout=120, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _rsvg(svg, png):
    subprocess.run(["rsvg-convert", "-w", str(WIDTH), "-h", str(HEIGHT), "-b", "white", svg,
                    "-o", png], check=True, timeout=60)


def _apart(one, other):
    """The root mean square of the difference, 0 to 1: hairlines and letters are smoothed in two
    ways, so it is never quite 0."""
    done = subprocess.run(["compare", "-metric", "RMSE", one, other, "null:"], timeout=60, text=True,
                          stderr=subprocess.PIPE, check=False)
    return float(re.search(r"\(([\d.e-]+)\)", done.stderr).group(1))


def _same(svg):
    _rsvg(svg, _in("rsvg.png"))
    _chromium(svg, _in("chromium.png"))
    apart = _apart(_in("rsvg.png"), _in("chromium.png"))
    assert apart < 0.02, f"the pictures are {apart:.4f} apart"
    # The measure must be able to fail: an empty sheet is far from both.
    subprocess.run(["convert", "-size", f"{WIDTH}x{HEIGHT}", "xc:white", _in("white.png")], check=True)
    assert _apart(_in("rsvg.png"), _in("white.png")) > 0.04


def test_the_design_itself():
    _same(SAMPLE)


def test_its_export():
    subprocess.run([PROGRAM, "export", SAMPLE, "-o", _in("sheet.svg"), "--plain"], check=True, timeout=60)
    _same(_in("sheet.svg"))


def test_every_instrument():
    """From a recording: a pencil's grain, too, is the same everywhere, here and on paper."""
    design = _in("instruments.ring.svg")
    subprocess.run([os.path.join(os.environ["RING_BUILD_ROOT"], "tests", "support", "play-recording"),
                    os.path.join(ROOT, "tests", "data", "render", "instruments.rec"), design],
                   check=True, timeout=60)
    _same(design)
    subprocess.run([PROGRAM, "export", design, "-o", _in("own.png"), "--dpi", "96"], check=True, timeout=60)
    subprocess.run([PROGRAM, "export", design, "-o", _in("own.pdf")], check=True, timeout=60)
    subprocess.run(["pdftocairo", "-png", "-singlefile", "-scale-to-x", str(WIDTH), "-scale-to-y", str(HEIGHT),
                    _in("own.pdf"), _in("pdf")], check=True, timeout=60)
    # Where the pencil drew, and no guide line or letter is.
    for name in ("own", "pdf", "rsvg"):
        subprocess.run(["convert", _in(name + ".png"), "-background", "white", "-flatten", "-resize",
                        f"{WIDTH}x{HEIGHT}!", "-crop", "210x70+20+140", "+repage", _in(name + "-part.png")],
                       check=True, timeout=60)
    for name in ("own", "pdf"):
        apart = _apart(_in(name + "-part.png"), _in("rsvg-part.png"))
        assert apart < 0.025, f"the pencil of {name} and of rsvg are {apart:.4f} apart"


def _moment(svg, seconds, png):
    """A replay at one moment, in Chromium: virtual time would show states that never are."""
    page = _in("replay.html")
    with open(svg, encoding="utf-8") as text, open(page, "w", encoding="utf-8") as out:
        drawing = text.read().split("?>", 1)[1]
        out.write(f'<html><head><style>body {{ margin: 0; background: #fff }} svg {{ width: {WIDTH}px; height: '
                  f'{HEIGHT}px }}</style></head><body>{drawing}<script>const svg = document.querySelector("svg"); '
                  f'svg.pauseAnimations(); svg.setCurrentTime({seconds})</script></body></html>')
    subprocess.run(CHROMIUM + [f"--user-data-dir={_in('profile')}", f"--screenshot={png}", f"file://{page}"],
                   check=True, timeout=120, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _darker(one, other):
    """How much darker ONE is than OTHER where it is darker, as a part of a black sheet."""
    done = subprocess.run(["convert", other, one, "-colorspace", "Gray", "-resize", "40%", "-fx", "max(u-v,0)", "-format",
                           "%[fx:mean]", "info:"], check=True, timeout=120, text=True, stdout=subprocess.PIPE)
    return float(done.stdout)


def test_replay():
    """Strokes in their order: at each of three moments there is more on the sheet than before, and what was there
    stays; at the end it is the design's own picture."""
    svg = _in("replay.svg")
    subprocess.run([PROGRAM, "replay", SAMPLE, "-o", svg], check=True, timeout=60)
    with open(svg, encoding="utf-8") as text:
        begins = [float(begin) for begin in re.findall(r'begin="([\d.]+)s"', text.read())]
    assert len(begins) > 100, len(begins)
    moments = [0, max(begins) / 3, max(begins) * 2 / 3, max(begins) + 60]
    pictures = [_in(f"moment-{number}.png") for number in range(len(moments))]
    for moment, picture in zip(moments, pictures):
        _moment(svg, moment, picture)
    for earlier, later in zip(pictures, pictures[1:]):
        more, less = _darker(later, earlier), _darker(earlier, later)
        assert more > 0.0005 and less < more / 20, (earlier, more, less)
    _rsvg(svg, _in("rsvg.png"))
    apart = _apart(_in("rsvg.png"), pictures[-1])
    assert apart < 0.02, f"the end and a viewer that does not animate are {apart:.4f} apart"


tap.run(globals())

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paper is true: every layout as other programs see it, and its 100 mm bars measured there."""

import os
import re
import resource
import signal
import subprocess
import tempfile

import tap
from paper_bars import assert_bars

ROOT = os.environ["RING_SOURCE_ROOT"]
PROGRAM = os.path.join(os.environ["RING_BUILD_ROOT"], "src", "ringwright")
SAMPLE = os.path.join(ROOT, "data", "samples", "commission.ring.svg")
FOLDER = tempfile.mkdtemp(prefix="ring-paper-")
DPI = 254  # ten pixels a millimetre
SHEETS = ("sketch", "strip", "client", "bench", "receipt", "quote")

SHOP = """[Shop]
Name=Atelier Sample
Contact=Goldgasse 7\\n1010 Wien
Terms=Half of the price is paid with the order.\\nA ring that is made to your own measure is not taken back.
Letterhead=letterhead.svg
"""
LETTERHEAD = """<svg xmlns="http://www.w3.org/2000/svg" width="120mm" height="16mm" viewBox="0 0 120 16">
<path id="mark" d="M0 0H16V16H0Z" fill="#7a5c2e"/></svg>
"""


def _in(name):
    return os.path.join(FOLDER, name)


def _write(name, text):
    with open(_in(name), "w", encoding="utf-8") as out:
        out.write(text)
    return _in(name)


def _run(*words, status=0):
    done = subprocess.run(words, timeout=180, check=False, text=True, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    assert done.returncode == status, (words, done.returncode, done.stdout, done.stderr)
    return done.stdout + done.stderr


def _export(name, layout, *words, design=None, status=0):
    return _run(PROGRAM, "export", design or DESIGN, "-o", _in(name), "--layout", layout, *words,
                status=status)


def _add(text, records):
    return text.replace("</metadata>", records + "</metadata>")


with open(SAMPLE, encoding="utf-8") as sample:
    TEXT = sample.read()
# A job with all that sheets can say.
DESIGN = _write("job.ring.svg", _add(
    TEXT.replace('<rw:commission id="commission"', '<rw:commission id="commission" job="2026-014" quote="4280" '
                 'deposit="2140" promised="2026-12-18" status="quoted" marks="750 and the maker\'s, inside" '
                 'vary="The width by a tenth of a millimetre"', 1),
    '<rw:take-in id="ametal" at="2026-11-22" from="Mara" description="A broken chain" weight="10" fineness="585"/>'))
_write("letterhead.svg", LETTERHEAD)
SHOP_FILE = _write("shop.ini", SHOP)


def _assert_bars(picture, what):
    assert_bars(picture, DPI, what)


def _pictures(pdf, *words):
    _run("pdftoppm", "-r", str(DPI), "-png", *words, pdf, pdf[:-4])
    return sorted(os.path.join(FOLDER, name) for name in os.listdir(FOLDER)
                  if name.startswith(os.path.basename(pdf)[:-4] + "-") and name.endswith(".png"))


def test_1_pdf():
    """By poppler: each page of each layout, on A4 and Letter, upright and level."""
    for layout in SHEETS:
        _export(layout + ".pdf", layout)
        _run("qpdf", "--check", _in(layout + ".pdf"))
        with open(_in(layout + ".pdf"), "rb") as pdf:
            assert b"/PrintScaling /None" in pdf.read()
        for picture in _pictures(_in(layout + ".pdf")):
            _assert_bars(picture, os.path.basename(picture))
    for size in (("--size", "letter"), ("--size", "a4", "--landscape")):
        _export("other.pdf", "bench", *size)
        for picture in _pictures(_in("other.pdf")):
            _assert_bars(picture, " ".join(size))


def test_2_paper():
    """Exactly the paper that was asked for."""
    for words, points in (((), "595.276 x 841.89"), (("--size", "letter"), "612 x 792"),
                          (("--landscape",), "841.89 x 595.276")):
        _export("size.pdf", "client", *words)
        info = re.sub(" +", " ", _run("pdfinfo", _in("size.pdf")))
        assert f"Page size: {points} pts" in info, info
    # What lies farther to the right or down on a larger paper than the drawing is wide is there as well.
    _export("large.pdf", "sketch", "--size", "a3")
    _export("large.png", "sketch", "--size", "a3", "--dpi", "60")
    _run("pdftoppm", "-r", "60", "-png", "-singlefile", _in("large.pdf"), _in("large-pdf"))
    ink = [1 - float(_run("convert", _in(name), "-crop", "100x120+505+160", "-colorspace", "Gray", "-format",
                          "%[fx:mean]", "info:")) for name in ("large.png", "large-pdf.png")]
    assert ink[0] > 0.01 and ink[1] > 0.9 * ink[0], ink


# The drawing for others has no bars of ours: two lines of 100 mm that another program has drawn into it.
LINES = ('<path id="lines" d="M60 291H160M203 150V250" fill="none" stroke="#000" stroke-width="0.18" '
         'stroke-linecap="square"/></svg>')


def _chromium(pictures, png):
    """All of them on one page, each 210 mm wide."""
    page = _write("page.html", '<html><body style="margin:0;background:#fff;width:630mm">' + "".join(
        f'<img src="file://{svg}" style="width:210mm;height:297mm;float:left">' for svg in pictures) + "</body></html>")
    scale = DPI / 96
    _run("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
         "--disable-background-networking", "--disable-component-update", "--disable-sync",
         "--hide-scrollbars", "--allow-file-access-from-files", f"--force-device-scale-factor={scale:.6f}",
         f"--window-size={3 * 794},{-(-len(pictures) // 3) * 1123}", f"--user-data-dir={_in('profile')}",
         f"--screenshot={png}", f"file://{page}")


def test_3_svg():
    """Every layout has the same millimetres in rsvg-convert, Inkscape and Chromium."""
    with open(DESIGN, encoding="utf-8") as file:
        lines = _write("lines.ring.svg", "".join(file.read().rsplit("</svg>", 1)) + LINES)
    pictures = []
    for layout in SHEETS:
        pictures.append(_in(layout + ".svg"))
        _export(layout + ".svg", layout, "--page", "1", design=lines)
        _run("rsvg-convert", "-d", str(DPI), "-p", str(DPI), "-b", "white", pictures[-1], "-o", _in("svg.png"))
        _assert_bars(_in("svg.png"), layout + " in rsvg-convert")
    _run("inkscape", "--export-type=png", f"--export-dpi={DPI}", "--export-background=white", *pictures)
    for layout in SHEETS:
        _assert_bars(_in(layout + ".png"), layout + " in Inkscape")
    _chromium(pictures, _in("all.png"))
    for i, layout in enumerate(SHEETS):
        _run("convert", _in("all.png"), "-crop", f"2100x2970+{i % 3 * 2100}+{i // 3 * 2970}", "+repage", _in("one.png"))
        _assert_bars(_in("one.png"), layout + " in Chromium")


def test_3_sketch_for_others():
    """Names that people read, millimetres, nothing of ours, and letters as outlines where they are wanted."""
    _export("plain.svg", "sketch", "--plain")
    _export("paths.svg", "sketch", "--text-as-paths")
    with open(_in("plain.svg"), encoding="utf-8") as plain, open(_in("paths.svg"), encoding="utf-8") as paths:
        texts = plain.read(), paths.read()
    assert 'id="front-view"' in texts[0] and 'id="top-view-ink"' in texts[0]
    assert 'width="210mm" height="297mm" viewBox="0 0 210 297"' in texts[0]
    assert "urn:ringwright" not in texts[0] and "rw:" not in texts[0]
    assert "<text" in texts[0] and "<text" not in texts[1]
    for name in ("plain", "paths"):
        _run("xmllint", "--noout", _in(name + ".svg"))
        _run("rsvg-convert", "-d", "96", "-p", "96", "-b", "white", _in(name + ".svg"), "-o", _in(name + ".png"))
    done = subprocess.run(["compare", "-metric", "RMSE", _in("plain.png"), _in("paths.png"), "null:"], timeout=60,
                          text=True, stderr=subprocess.PIPE, check=False)
    assert float(re.search(r"\(([\d.e-]+)\)", done.stderr).group(1)) < 0.02, done.stderr


def test_3_photos():
    """A photo that is drawn over goes with the sketch, or stays at home."""
    photo = os.path.join(ROOT, "tests/data/io/photo.ring.svg")
    for words, there in (((), True), (("--no-photos",), False)):
        _export("photos.svg", "sketch", *words, design=photo)
        with open(_in("photos.svg"), encoding="utf-8") as file:
            text = file.read()
        assert ("data:image" in text) == there and "<path" in text, (words, text[:400])
        _export("photos.pdf", "sketch", *words, design=photo)
        assert (len(_run("pdfimages", "-list", _in("photos.pdf")).splitlines()) > 2) == there, words


def _words(name, page=None):
    pages = [] if page is None else ["-f", str(page), "-l", str(page)]
    return re.sub(r"\s+", " ", _run("pdftotext", "-layout", *pages, _in(name), "-"))


def test_4_words():
    """What each sheet has to say; and what the bench does not have to know."""
    _export("bench.pdf", "bench", "--shop", SHOP_FILE)
    text = _words("bench.pdf")
    for words in ("2026-014 · Sample commission", "revision C", "18 December 2026", "US, Canada 6½; gauge 53; 53.14 mm",
                  "D-shape; width 2.2 mm; thickness 1.8 mm", "18K yellow gold, 750 ‰", "8.12 × 5.94 × 4.10", "1.58",
                  "SAMPLE-0001", "750 and the maker's, inside", "To the cutter", "Size on the mandrel",
                  "Atelier Sample · Goldgasse 7 · 1010 Wien", "Page 1 of 2", "85.60 × 53.98 mm", "Ø 16.92 mm",
                  "23.5"):
        assert words in text, (words, text)
    assert "4280" not in text and "2100" not in text and "Half of the price" not in text, text
    _export("client.pdf", "client", "--shop", SHOP_FILE)
    text = _words("client.pdf", 1)
    for words in ("4280.00 EUR; deposit 2140.00 EUR", "the stone truly 8.12 × 5.94 mm", "life-size", "lay the ring",
                  "on the terms of", "mined, source documented", "Page 1 of 2"):
        assert words in text, (words, text)
    assert "Half of the price" in _words("client.pdf", 2)
    assert "Custom-designed for Mara" in text, text
    # A ring from the menus is never called custom.
    _run(PROGRAM, "catalogue", "new", "#13108-05", "-o", _in("menu.ring.svg"))
    _export("menu.pdf", "client", design=_in("menu.ring.svg"))
    assert "What it may be called Configured" in _words("menu.pdf"), _words("menu.pdf")
    _export("quote.pdf", "quote", "--shop", SHOP_FILE)
    assert "4280.00 EUR" in _words("quote.pdf", 1) and "Half of the price" in _words("quote.pdf", 2)


def test_5_flow():
    """Much to say makes more pages; no line of a table is cut, and nothing runs into the foot."""
    lines = "".join(f'<rw:custody id="umany{i}" stone="taqj34phewung" event="weighed" at="2026-11-27T09:00:00Z" '
                    f'who="Line {i}"/>' for i in range(120))
    design = _write("many.ring.svg", _add(TEXT, lines))
    _export("many.pdf", "bench", design=design)
    info = _run("pdfinfo", _in("many.pdf"))
    pages = int(re.search(r"Pages:\s+(\d+)", info).group(1))
    assert 4 <= pages <= 9, info
    text = _words("many.pdf")
    for i in range(120):
        assert f"Line {i} " in text, i
    boxes = _run("pdftotext", "-bbox", _in("many.pdf"), "-")
    for top, bottom, word in re.findall(r'yMin="([0-9.]+)" xMax="[0-9.]+" yMax="([0-9.]+)">([^<]*)<', boxes):
        assert float(top) >= 15 / 25.4 * 72 - 1 and float(bottom) <= (297 - 14.5) / 25.4 * 72, (top, bottom, word)
    # The head of the table again on each page that it reaches.
    for page in range(3, pages - 1):
        assert "When" in _words("many.pdf", page), page


def test_6_right_to_left():
    """Any script, in a font that has it."""
    design = _write("rtl.ring.svg", TEXT.replace(
        'title="Sample commission"', 'title="טבעת לדוגמה"', 1).replace("Mara Lindqvist (invented)", "مارا", 1))
    _export("rtl.pdf", "bench", design=design)
    assert "טבעת" in _run("pdftotext", _in("rtl.pdf"), "-")
    fonts = _run("pdffonts", _in("rtl.pdf"))
    assert "DejaVu" in fonts, fonts


def test_7_code():
    """A paper tells which design it shows, and the program whether that is still so."""
    text = _words("bench.pdf")
    code = re.search(r"RW/2026-014/C/2026-11-27/[0-9A-F]{16}", text).group()
    assert code in _run("zbarimg", "-q", _pictures(_in("bench.pdf"))[0])
    assert "up to date: revision C of 27 November 2026" in _run(PROGRAM, "check", "--sheet", code, DESIGN)
    spaced = code.lower()[:-8] + " " + code[-8:]
    _run(PROGRAM, "check", "--sheet", spaced, DESIGN)
    _export("old.pdf", "bench", "--revision", "A")
    old = re.search(r"RW/2026-014/A/[0-9-]+/[0-9A-F]{16}", _words("old.pdf")).group()
    said = _run(PROGRAM, "check", "--sheet", old, DESIGN, status=1)
    assert "out of date" in said and "revision A of 22 November 2026" in said, said
    other = os.path.join(ROOT, "data", "samples", "halo.ring.svg")
    assert "another design" in _run(PROGRAM, "check", "--sheet", code, other, status=1)
    _run(PROGRAM, "check", "--sheet", "RW/1/2", DESIGN, status=2)
    _run(PROGRAM, "check", "--sheet", code, status=2)


def test_8_tiles():
    """A drawing larger than the paper comes in tiles, each with marks and its place."""
    _export("tiles.pdf", "sketch", "--scale", "2", "--size", "letter")
    info = _run("pdfinfo", _in("tiles.pdf"))
    assert "612 x 792 pts" in info and "Pages:           9" in info, info
    assert "row 2 of 3, column 3 of 3" in _words("tiles.pdf", 6)
    for picture in _pictures(_in("tiles.pdf"), "-f", "8"):
        _assert_bars(picture, os.path.basename(picture))
    _export("check.pdf", "sketch", "--check-page")
    assert "Pages:           2" in _run("pdfinfo", _in("check.pdf"))
    assert "A bank card laid here covers this frame" in _words("check.pdf", 2)


def test_9_errors():
    """What cannot be is said, and nothing is left behind."""
    said = _export("small.pdf", "bench", "--size", "a5", "--landscape")
    assert said == ""
    for words, text in ((("--size", "b5"), "a3, a4, a5"), (("--page", "-1"), "counts from 1")):
        assert text in _export("no.pdf", "bench", *words, status=2)
    assert "takes 2 pages" in _export("no.png", "bench", status=1)
    assert "no page 7" in _export("no.png", "bench", "--page", "7", status=1)
    assert "shop.none" in _export("no.pdf", "bench", "--shop", _in("shop.none"), status=1)
    _write("bad.svg", "no svg")
    bad = _write("bad.ini", SHOP.replace("letterhead.svg", "bad.svg"))
    assert "no letterhead" in _export("no.pdf", "bench", "--shop", bad, status=1)
    assert "[Shop]" in _export("no.pdf", "bench", "--shop", _write("empty.ini", "[Other]\n"), status=1)
    full = subprocess.run([PROGRAM, "export", DESIGN, "-o", "/dev/full/no.pdf", "--layout", "bench"], check=False,
                          stderr=subprocess.PIPE, text=True)
    assert full.returncode == 1 and "/dev/full" in full.stderr, full.stderr
    assert not [name for name in os.listdir(FOLDER) if name.startswith("no.")]


def _refused(out, layout, preexec=None, **environment):
    """What is said where a file cannot be written; the design is as it was, and nothing is left of the file."""
    with open(DESIGN, "rb") as file:
        design = file.read()
    done = subprocess.run([PROGRAM, "export", DESIGN, "-o", out, "--layout", layout, "--page", "1"], check=False,
                          env={**os.environ, **environment}, preexec_fn=preexec, stderr=subprocess.PIPE, text=True)
    assert done.returncode == 1 and done.stderr.count("\n") == 1, (done.returncode, done.stderr)
    with open(DESIGN, "rb") as file:
        assert file.read() == design
    return done.stderr


def _fill_disk():
    """As little room as a full disk has; the signal would end the program where a disk gives an error."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def test_9_no_room():
    """A disk that fills up, a folder that nobody may write in: the paper of before is still there."""
    names = set(os.listdir(FOLDER))
    for layout in SHEETS:
        old = _write("kept." + layout + ".pdf", "the paper of before")
        names.add(os.path.basename(old))
        for kind in (".pdf", ".svg", ".png"):
            said = _refused(old[:-4] + kind, layout, _fill_disk)
            assert "make room or save it elsewhere" in said, said
        with open(old, encoding="utf-8") as file:
            assert file.read() == "the paper of before"
    assert set(os.listdir(FOLDER)) == names
    said = _refused("/sys/no.pdf", "bench")
    assert "Nothing was changed; save it in another folder" in said, said


def test_9_no_font():
    """No words would be worse than no sheet."""
    fonts = _write("fonts.conf", '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig/>')
    for layout in SHEETS:
        assert "There is no font" in _refused(_in("no.pdf"), layout, FONTCONFIG_FILE=fonts)
    assert not os.path.exists(_in("no.pdf"))
    # A font that is missing by its name has another in its place.
    design = _write("font.ring.svg", TEXT.replace('title="Sample commission"', 'title="Sämple ⊕ ღ"', 1))
    _export("font.pdf", "client", design=design)
    assert "Sämple ⊕ ღ" in _words("font.pdf")


def test_9_nothing_drawn():
    """A drawing without a size is taken for an A4 page, which check says, and an empty one is a page with its bars."""
    for size in ('width="0mm" height="0mm" viewBox="0 0 0 0"', 'width="210mm" height="0" viewBox="0 0 210 0"'):
        design = _write("zero.ring.svg", f'<svg xmlns="http://www.w3.org/2000/svg" {size}/>')
        for layout in ("sketch", "client", "bench"):
            _export("zero.pdf", layout, design=design)
            _assert_bars(_pictures(_in("zero.pdf"), "-l", "1")[0], layout)
            assert "595.276 x 841.89 pts" in _run("pdfinfo", _in("zero.pdf"))


tap.run(globals())

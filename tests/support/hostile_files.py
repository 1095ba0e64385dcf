# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that mean harm, one for each way that is known: docs/reliability.md lists them. They are
made anew for each test, since the largest would be a burden to keep.

Each is either refused, with a sentence that says a certain word, or opens: then what harms is left
out or costs only itself. Those that refer to other files refer to "canary" in the same folder.
"""

import base64
import gzip
import os
import struct
import zlib
from dataclasses import dataclass

SVG = ('<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
       'xmlns:rw="urn:ringwright:design:1" width="210mm" height="297mm" viewBox="0 0 210 297"')
HEAD = SVG + ' rw:version="0">'
VIEW = ('<g id="vaaaa2222bbbb" rw:kind="view" rw:view="page" rw:scale="1" '
        'transform="matrix(1 0 0 1 0 0)"><g id="laaaa2222bbbb" rw:kind="layer" rw:role="Ink">')
END = "</g></g></svg>"
STROKE = '<path id="s%d" rw:kind="stroke" d="M%g %gL%g %g" fill="#000000"/>'
BOX = '<rect width="20" height="20" fill="#a03030"'


@dataclass
class Hostile:
    """A file. REFUSED is a word of the refusal, or None where it opens."""
    name: str
    path: str
    refused: str | None = None


def _chunk(kind, data):
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(width, height, lines=None):
    """A grey picture of one bit a pixel; LINES of them are really there."""
    row = b"\0" + bytes((width + 7) // 8)
    packer = zlib.compressobj(9)
    data = b"".join(packer.compress(row) for _ in range(height if lines is None else lines))
    return (b"\x89PNG\r\n\x1a\n"
            + _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0))
            + _chunk(b"IDAT", data + packer.flush()) + _chunk(b"IEND", b""))


def _jpeg_head(width, height):
    return (b"\xff\xd8\xff\xe0\0\x10JFIF\0\1\1\0\0\1\0\1\0\0"
            + b"\xff\xc0\0\x11\x08" + struct.pack(">HH", height, width) + b"\3\1\x22\0\2\x11\1\3\x11\1"
            + b"\xff\xda\0\x0c\3\1\0\2\x11\3\x11\0\x3f\0" + bytes(600))


def _image(kind, data):
    """As the underlay of a page of another program, and as a photo of a design."""
    uri = f"data:image/{kind};base64," + base64.b64encode(data).decode()
    return ('<defs><image id="photo-000000000000000000000000" rw:kind="photo" width="10" height="10" '
            f'xlink:href="{uri}"/></defs>' + VIEW
            + '<use id="iaaaa2222bbbb" rw:kind="image" xlink:href="#photo-000000000000000000000000"/>'
            + f'<image width="20" height="20" xlink:href="{uri}"/>')


def _xml(canary):
    """Bombs and doors of XML: name -> (text, word of the refusal)."""
    laughs = "".join(f'<!ENTITY l{i} "{f"&l{i - 1};" * 10}">' for i in range(1, 10))
    return {
        "billion-laughs": (f'<!DOCTYPE svg [<!ENTITY l0 "ha">{laughs}]>{HEAD}&l9;</svg>', "document type"),
        "laughs-in-attribute": (f'<!DOCTYPE svg [<!ENTITY l0 "ha">{laughs}]>{HEAD}<g a="&l9;"/></svg>',
                                "document type"),
        "quadratic-entity": (f'<!DOCTYPE svg [<!ENTITY a "{"a" * 50000}">]>{HEAD}{"&a;" * 50000}</svg>',
                             "document type"),
        "external-entity": (f'<!DOCTYPE svg [<!ENTITY x SYSTEM "file://{canary}">]>{HEAD}&x;</svg>',
                            "document type"),
        "parameter-entity": ('<!DOCTYPE svg [<!ENTITY % p SYSTEM "http://192.0.2.1/x.dtd"> %p;]>'
                             f"{HEAD}</svg>", "document type"),
        "external-subset": (f'<!DOCTYPE svg SYSTEM "file://{canary}">{HEAD}{VIEW}{END}', None),
        "external-subset-http": (f'<!DOCTYPE svg PUBLIC "x" "http://192.0.2.1/x.dtd">{HEAD}{VIEW}{END}', None),
        "attribute-flood": (HEAD + "<rect " + " ".join(f"a{i}='1'" for i in range(100000)) + "/></svg>", "256"),
        "long-attribute": (HEAD + f'<g class="{"x" * 7000000}"/></svg>', "6000000"),
        "deep": (HEAD + "<g>" * 100000, "64"),
        "elements": (HEAD + "<g/>" * 1000001 + "</svg>", "1000000"),
        "xinclude": (f'{HEAD}{VIEW}<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="canary" '
                     f'parse="text"/>{END}', None),
        "xinclude-itself": (f'{HEAD}{VIEW}<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
                            f'href="xinclude-itself.ring.svg"/>{END}', None),
        "stylesheet": (f'<?xml-stylesheet href="canary"?>{HEAD}<style>@import url("http://192.0.2.1/a.css"); '
                       f'@import "canary";</style>{VIEW}{BOX} style="fill:url(canary#a)"/>{END}', None),
        "duplicate-attribute": (HEAD + '<g a="1" a="2"/></svg>', "Line 1"),
        "unknown-entity": (HEAD + "&nbsp;</svg>", "Line 1"),
        "cut-off": (HEAD + VIEW + '<path id="s1" d="M0 0L', "cut off"),
        "empty": ("", "empty"),
        "no-svg": ("<html><body/></html>", "html"),
    }


def _drawn(canary):
    """What is drawn absurdly or refers to what it must not; all of it opens: name -> body."""
    many = "".join(STROKE % (i, i % 200, i // 200 % 290, i % 200 + 1, i // 200 % 290 + 1) for i in range(20000))
    links = f'{BOX} xlink:href="canary"/><image width="9" height="9" xlink:href="canary"/>' \
            f'<image width="9" height="9" xlink:href="file://{canary}"/>' \
            '<image width="9" height="9" xlink:href="http://192.0.2.1/a.png"/>' \
            '<use xlink:href="canary#a"/><a xlink:href="http://192.0.2.1/"><rect width="3" height="3"/></a>'
    laughs = "".join(f'<g id="u{i}">{f"<use xlink:href=&quot;#u{i - 1}&quot;/>" * 10}</g>'
                     for i in range(1, 18)).replace("&quot;", '"')
    return {
        "not-finite": "".join(f'<path id="s{i}" rw:kind="stroke" d="M{n} 0L{n} {n}" fill="#000000"/>'
                              f'<rect x="{n}" width="{n}" height="{n}"/>'
                              for i, n in enumerate(["nan", "inf", "-inf", "1e308", "-1e308", "1e999", "0x10",
                                                     "8388608", "2147483648"])),
        "huge-transform": f'{BOX} transform="matrix(1e308 0 0 1e308 1e308 1e308)"/>'
                          f'<g transform="scale(1e30)">{BOX}/></g>',
        "segments": f'<path id="s1" rw:kind="stroke" d="M0 0{"h1" * 2900000}" fill="#000000"/>',
        "zigzag": '<path fill="none" stroke="#000000" stroke-width="9" d="M0 0'
                  + "".join(f"L{i * 37 % 200} {i * 91 % 290}" for i in range(100000)) + '"/>',
        "samples": "".join(f'<path id="s{i}" rw:kind="stroke" rw:seal="1" rw:width="0.5" fill="#000000" '
                           'd="M0 0L1 1" rw:samples="0 1 0*19998;0 1 0*19998;4095 0*19999;0 4 0*19998"/>'
                           for i in range(5000)),
        "many-strokes": many,
        "same-ids": '<path id="s1" rw:kind="stroke" d="M0 0L9 9" fill="#000000"/>' * 5000,
        "use-itself": '<g id="u1"><use xlink:href="#u1"/></g><g id="u2"><use xlink:href="#u3"/></g>'
                      '<g id="u3"><use xlink:href="#u2"/></g>',
        "use-laughs": f'<g id="u0">{BOX}/></g>{laughs}<use xlink:href="#u17"/>',
        "dangling": '<use xlink:href="#nowhere"/><rect width="9" height="9" fill="url(#nowhere)" '
                    'clip-path="url(#nowhere)"/>',
        "scripts": '<script>alert(1)</script><script xlink:href="http://192.0.2.1/a.js"/>'
                   f'{BOX} onload="alert(1)" onclick="alert(2)"/><g onmouseover="alert(3)">{BOX}/></g>'
                   '<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" '
                   'src="http://192.0.2.1/"/></foreignObject><animate attributeName="x"/><set attributeName="y"/>',
        "links": links,
        "turbulence": '<filter id="f"><feTurbulence numOctaves="100000000" baseFrequency="0.5"/></filter>'
                      f'<g filter="url(#f)">{BOX}/></g>',
        "blur": f'<filter id="f"><feGaussianBlur stdDeviation="1e6"/></filter><g filter="url(#f)">{BOX}/></g>',
        "font-size": '<text font-size="1e30">Ring</text><text font-size="100000">Ring</text>',
        "long-text": f'<text>{"x" * 1000000}</text>',
        "odd-language": '<switch systemLanguage="x-private-use-is-odd-a-b"><text xml:lang="x-a-b">R</text></switch>',
        "empty-tile": f'<filter id="f"><feFlood width="0" height="0"/><feTile/></filter><g filter="url(#f)">{BOX}/></g>',
    }


def _records(count):
    entries = "".join(f'<rw:entry id="e{i}" text="said"/>' for i in range(count))
    revisions = "".join(f'<rw:revision id="k{i}" name="R{i}" items="s1 s2 s3"/>' for i in range(count // 10))
    stones = "".join(f'<rw:stone id="t{i}" species="sapphire"/><rw:gem id="g{i}" stone="t{i}" cut="round" '
                     'length="1" width="1" depth="1"/>' for i in range(count // 1000))
    return f"{HEAD}<metadata>{entries}{revisions}{stones}</metadata>{VIEW}{END}"


def _bytes():
    """What is no clean text: name -> (bytes, word)."""
    good = (HEAD + VIEW + STROKE % (1, 0, 0, 9, 9) + END).encode()
    return {
        "bad-utf8": (good.replace(b"Ink", b"I\xff\xfe\x80"), "Line 1"),
        "overlong-utf8": (good.replace(b"Ink", b"I\xc0\xaf"), "Line 1"),
        "surrogate": (good.replace(b"Ink", b"I\xed\xa0\x80"), "Line 1"),
        "nul": (good.replace(b"Ink", b"I\0k"), "Line 1"),
        "control": (good.replace(b"Ink", b"I&#x0b;k"), "Line 1"),
        "utf7": (b'<?xml version="1.0" encoding="UTF-7"?>' + good, "UTF-8"),
        "utf16": ("\ufeff" + good.decode()).encode("utf-16-le"),
        "gzip-bomb": (gzip.compress(bytes(64 << 20), 9), "200"),
        "gzip-cut": (gzip.compress(good)[:-20], "damaged"),
        "png": (_png(4, 4), "neither"),
    } | {"utf16": (("\ufeff" + good.decode()).encode("utf-16-le"), "neither")}


def make(folder):
    """Makes all of them in FOLDER."""
    canary = os.path.join(folder, "canary")
    files = []

    def add(name, content, refused=None):
        path = os.path.join(folder, name + ".ring.svg")
        with open(path, "wb") as file:
            file.write(content.encode() if isinstance(content, str) else content)
        files.append(Hostile(name, path, refused))

    with open(canary, "w", encoding="utf-8") as file:
        file.write("TOPSECRET")
    for name, (text, word) in _xml(canary).items():
        add(name, text, word)
    for name, (data, word) in _bytes().items():
        add(name, data, word)
    for name, body in _drawn(canary).items():
        add(name, HEAD + VIEW + body + END)
    add("png-bomb", HEAD + _image("png", _png(20000, 20000)) + END)
    add("png-claims", HEAD + _image("png", _png(60000, 60000, 1)) + END)
    add("jpeg-claims", HEAD + _image("jpeg", _jpeg_head(65500, 65500)) + END)
    add("gif", HEAD + _image("gif", b"GIF89a" + struct.pack("<HH", 65535, 65535) + bytes(40)) + END)
    add("svg-in-image", HEAD + _image("svg+xml", (HEAD + END).encode()) + END)
    add("no-base64", HEAD + _image("png", b"").replace("base64,", "base64,%%%%") + END)
    image = _image("png", _png(64, 64)).split(VIEW)[1].split("/>", 1)[1]
    add("many-images", HEAD + VIEW + image * 300 + END)
    add("records", _records(50000))
    add("newer", SVG + ' rw:version="99">' + VIEW + STROKE % (1, 0, 0, 9, 9) + END)
    add("%s%n%d", HEAD + VIEW + END)
    with open(os.path.join(folder, "large.ring.svg"), "wb") as file:
        file.truncate((256 << 20) + 1)
    files.append(Hostile("large", file.name, "limit"))
    os.mkfifo(os.path.join(folder, "pipe.ring.svg"))
    files.append(Hostile("pipe", os.path.join(folder, "pipe.ring.svg"), "ordinary"))
    os.symlink("/dev/zero", os.path.join(folder, "endless.ring.svg"))
    files.append(Hostile("endless", os.path.join(folder, "endless.ring.svg"), "ordinary"))
    os.mkdir(os.path.join(folder, "folder.ring.svg"))
    files.append(Hostile("folder", os.path.join(folder, "folder.ring.svg"), "ordinary"))
    return files

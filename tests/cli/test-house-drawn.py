# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The house catalogue in the tree is what its generator writes: all but the drawings compared whole,
and some drawings of every kind drawn again. All of them take minutes."""

import os
import re
import subprocess
import sys
import tempfile

GENERATOR = sys.argv[1]
HOUSE = os.path.join(os.environ["RING_SOURCE_ROOT"], "data/catalogue/house.svg")
PART = re.compile(r'(<g id="([^"]+)" rw:part=[^>]*>\n)(.*?)(</g>\n  </g>\n)', re.S)
DRAWN = ["stone-", "shank-KE-P-front", "head-front-PR-front", "halo-front-EM-three-quarter",
         "side-left-OV-front"]


def generate(*options):
    with tempfile.TemporaryDirectory() as folder:
        out = os.path.join(folder, "house.svg")
        subprocess.run([GENERATOR, *options, out], check=True)
        with open(out, encoding="utf-8") as file:
            return file.read()


def drawings(text):
    return {match[2]: match[0] for match in PART.finditer(text)}


def main():
    with open(HOUSE, encoding="utf-8") as file:
        house = file.read()
    print(f"1..{len(DRAWN) + 1}")
    same = PART.sub(r"\1\4", house) == generate("--outline")
    print("ok" if same else "not ok", "- menus, rules, places and ids")
    parts = drawings(house)
    failed = not same
    for only in DRAWN:
        drawn = drawings(generate("--only", only))
        same = bool(drawn) and all(parts.get(name) == text for name, text in drawn.items())
        print("ok" if same else "not ok", "-", only)
        failed = failed or not same
    if failed:
        print("# make-catalogue data/catalogue/house.svg draws it again; look at what changed")
    return int(failed)


sys.exit(main())

#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the house in order: what a compiler does not see, and a reviewer should not have to."""

import concurrent.futures
import glob
import json
import os
import re
import shlex
import subprocess

import tap

ROOT = os.environ["RING_SOURCE_ROOT"]
BUILD = os.environ["RING_BUILD_ROOT"]

# The rooms from the lowest up. Headers of a library that are not named below are free.
CORE = ["base", "geom", "ink", "jewel", "model", "catalogue", "difference", "store", "io",
        "render", "tools", "cli"]
UI = ["widgets", "pages", "app"]
ROOMS = [
    (r"(gtk|gdk|gsk)/", UI),
    (r"adwaita", UI),
    (r"cairo", ["render"] + UI),
    (r"pango/", ["render"] + UI),
    (r"librsvg/", ["render"]),
    (r"libxml/", ["io"]),
    (r"xxhash", ["io"]),
    (r"json-glib/", ["io", "cli"]),
    (r"gdk-pixbuf/", ["io", "render"] + UI),
    (r"sqlite3", ["store"]),
    (r"csv\.h", ["store"]),
    (r"zlib", ["render", "difference"]),
    (r"qrencode", ["render"]),
]

# Files that may pass a limit, each with the reason.
LONG_FILES = {}


def _sources():
    """All files of the project: those that git knows, or all where there is no git."""
    known = subprocess.run(["git", "-C", ROOT, "ls-files", "-z"], stdout=subprocess.PIPE,
                           stderr=subprocess.DEVNULL, check=False, text=True)
    names = [name for name in known.stdout.split("\0") if name]
    if not names:
        for folder, folders, files in os.walk(ROOT):
            folders[:] = [name for name in folders if not name.startswith((".git", "build", "_"))]
            names += [os.path.relpath(os.path.join(folder, name), ROOT) for name in files]
    return sorted(name for name in names if os.path.isfile(os.path.join(ROOT, name)))


FILES = _sources()


def _read(name):
    with open(os.path.join(ROOT, name), encoding="utf-8", errors="surrogateescape") as text:
        return text.read()


def _is_script(name):
    return "." not in os.path.basename(name) and _read(name).startswith("#!")


def _in(name, folder):
    return name.startswith(folder + "/")


def _room(name):
    parts = name.split("/")
    return parts[1] if len(parts) > 2 and parts[0] == "src" else None


def _fail_if(problems):
    assert not problems, "\n" + "\n".join(problems)


def _code(name):
    """The lines of a C file without comments; what stands in quotes is kept."""
    pattern = r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''

    def blank(match):
        text = match.group(0)
        return re.sub(r"[^\n]", " ", text) if text.startswith("/") else text
    return re.sub(pattern, blank, _read(name), flags=re.DOTALL).splitlines()


def _run(command, **options):
    done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          timeout=120, check=False, **options)
    return [] if done.returncode == 0 else [" ".join(command[:3]) + ": " + done.stdout.strip()]


def _c_files(*suffixes):
    return [name for name in FILES if name.endswith(suffixes or (".c", ".h"))]


def test_spdx():
    problems = []
    for name in FILES:
        if not (name.endswith((".c", ".h", ".py", ".sh", ".css")) or _is_script(name)
                or os.path.basename(name) in ("meson.build", "meson_options.txt")):
            continue
        head = "\n".join(_read(name).split("\n")[:4])
        if ("SPDX-FileCopyrightText: The Ringwright authors" not in head
                or "SPDX-License-Identifier: GPL-3.0-or-later" not in head):
            problems.append(f"{name}: the two SPDX lines are not at its top")
    _fail_if(problems)


def _flags():
    """The include path and defines with which each room is compiled."""
    flags = {}
    with open(os.path.join(BUILD, "compile_commands.json"), encoding="utf-8") as commands:
        for entry in json.load(commands):
            source = os.path.relpath(os.path.join(entry["directory"], entry["file"]), ROOT)
            room = _room(source)
            if room and source.endswith(".c"):
                words = shlex.split(entry["command"])
                flags.setdefault(room, [word for word in words[1:] if word.startswith(
                    ("-I", "-D", "-std=", "-W", "-pthread"))])
    return flags


def test_headers_stand_alone():
    """Each public header compiles with nothing before it, and twice."""
    flags = _flags()
    problems = []

    def compile_header(name):
        room = _room(name)
        if room not in flags:
            return [f"{name}: no source of src/{room} is compiled"]
        header = os.path.basename(name)
        return _run(["cc", "-fsyntax-only", "-x", "c", "-", *flags[room], "-Werror"],
                    cwd=BUILD, input=f'#include "{header}"\n#include "{header}"\n')
    headers = [name for name in FILES if name.endswith(".h") and _room(name)
               and (_room(name) not in UI or "widgets" in flags)]
    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        for name, found in zip(headers, pool.map(compile_header, headers)):
            problems += [f"{name} does not compile alone: {text}" for text in found]
            if "#pragma once" not in _read(name):
                problems.append(f"{name}: no #pragma once")
    _fail_if(problems)


def test_rooms():
    """Headers of the system folder, which every include path has, are held to their rooms."""
    problems = []
    for name in _c_files():
        room = _room(name)
        for number, line in enumerate(_code(name), 1):
            include = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
            if not include or room is None:
                continue
            for pattern, rooms in ROOMS:
                if re.match(pattern, include.group(1)) and room not in rooms:
                    problems.append(f"{name}:{number}: {include.group(1)} belongs to "
                                    + ", ".join(rooms))
    _fail_if(problems)


def test_settings_stay_in_app():
    problems = [f"{name}:{number}: only src/app opens GSettings"
                for name in _c_files(".c") if _room(name) not in (None, "app")
                for number, line in enumerate(_code(name), 1) if "g_settings_new" in line]
    _fail_if(problems)


def test_core_without_gtk():
    """A build without the window must not even have GTK on its include path."""
    with open(os.path.join(BUILD, "compile_commands.json"), encoding="utf-8") as commands:
        entries = json.load(commands)
    problems = []
    for entry in entries:
        source = os.path.relpath(os.path.join(entry["directory"], entry["file"]), ROOT)
        if _room(source) in CORE and re.search(r"-I\S*(gtk-|libadwaita)", entry["command"]):
            problems.append(f"{source} is compiled with GTK on its include path")
    _fail_if(problems)


def test_numbers():
    """Only src/base turns a double into text or back: everything else would follow the locale."""
    calls = re.compile(r"\b(strtod|strtof|strtold|atof|g_strtod|g_ascii_strtod|g_ascii_dtostr"
                       r"|g_ascii_formatd|sscanf|fscanf|scanf)\s*\(")
    # A whole number ("%.0f") has no decimal sign and may pass.
    formats = re.compile(r'"[^"]*%[-+ #0]*(\d+|\*)?(?!\.0f)(\.(\d+|\*)?)?[lL]?[fFgGeEaA](?![a-zA-Z])')
    problems = []
    for name in _c_files():
        if not _in(name, "src") or _room(name) == "base":
            continue
        for number, line in enumerate(_code(name), 1):
            # "100 %" in front of a letter is no format when the percent sign is doubled.
            plain = line.replace("%%", "  ")
            if calls.search(plain) or formats.search(plain):
                problems.append(f"{name}:{number}: use ring-number.h: {line.strip()}")
    _fail_if(problems)


def test_no_fixed_sleeps():
    pattern = re.compile(r"\b(g_usleep|usleep|nanosleep|sleep)\s*\(")
    problems = [f"{name}:{number}: wait for a condition with a deadline (ring_test_wait)"
                for name in _c_files() if _in(name, "tests")
                for number, line in enumerate(_code(name), 1) if pattern.search(line)]
    allowed = ("tests/support/x_server.py", "tests/support/pen_rig.py")
    problems += [f"{name}: wait for a condition with a deadline (wait_until)"
                 for name in FILES if _in(name, "tests") and name.endswith(".py")
                 and name not in allowed and re.search(r"^[^#\"]*\btime\.sleep\(", _read(name),
                                                       re.MULTILINE)]
    _fail_if(problems)


def test_sizes():
    problems = []
    for name in _c_files():
        if not _in(name, "src") and not _in(name, "tests"):
            continue
        lines = _read(name).count("\n")
        ask, limit = (600, 900) if name.endswith(".c") else (120, 300)
        if lines > limit and name not in LONG_FILES:
            problems.append(f"{name} has {lines} lines; the limit is {limit}")
        elif lines > ask:
            print(f"# {name} has {lines} lines: is it still one idea?")
    _fail_if(problems)


def test_line_ends():
    problems = []
    for name in FILES:
        if not name.endswith((".c", ".h", ".py", ".sh", ".ui", ".css", "meson.build")):
            continue
        for number, line in enumerate(_read(name).split("\n"), 1):
            if line != line.rstrip() or (name.endswith((".c", ".h")) and "\t" in line):
                problems.append(f"{name}:{number}: a tab, or white space at the end")
    _fail_if(problems)


def test_columns():
    """Lines past 100 columns are counted for the reviewer; past 180 nobody reads them."""
    long = [(name, number, len(line)) for name in _c_files()
            for number, line in enumerate(_read(name).split("\n"), 1) if len(line) > 100]
    for name in sorted({name for name, _, _ in long}):
        print(f"# {name}: {sum(n == name for n, _, _ in long)} lines past 100 columns")
    _fail_if([f"{name}:{number}: {columns} columns" for name, number, columns in long
              if columns > 180])


def test_potfiles():
    listed = {line for line in _read("po/POTFILES").splitlines()
              if line and not line.startswith("#")}
    words = re.compile(r"(?<![A-Za-z0-9_])(_|N_|C_|NC_|Q_|ngettext|gettext|g_dngettext)\s*\(")
    problems = []
    for name in FILES:
        if not _in(name, "src") and not _in(name, "ui") and not _in(name, "data"):
            continue
        if name.endswith(".c"):
            wanted = any(words.search(line) for line in _code(name)
                         if not line.lstrip().startswith("#"))
        elif name.endswith(".ui"):
            wanted = re.search(r'translatable="(yes|true|1)"', _read(name))
        else:
            wanted = re.search(r"\.(desktop|metainfo\.xml)\.in(\.in)?$|\.gschema\.xml$", name)
        if wanted and name not in listed:
            problems.append(f"{name} is not in po/POTFILES; run scripts/potfiles")
    problems += [f"po/POTFILES names {name}, which does not exist; run scripts/potfiles"
                 for name in sorted(listed) if not os.path.exists(os.path.join(ROOT, name))]
    _fail_if(problems)


def _built(suffix):
    """Files of data as they are installed: made by the build, or else as written."""
    made = glob.glob(os.path.join(BUILD, "data", "**", "*" + suffix), recursive=True)
    return made + [os.path.join(ROOT, name) for name in FILES
                   if _in(name, "data") and name.endswith(suffix)]


def test_desktop_files():
    problems = []
    for path in _built(".desktop"):
        problems += _run(["desktop-file-validate", path])
    for path in _built(".metainfo.xml"):
        problems += _run(["appstreamcli", "validate", "--no-net", "--explain", path])
    _fail_if(problems)


def test_schemas():
    problems = []
    for folder in sorted({os.path.dirname(path) for path in _built(".gschema.xml")}):
        problems += _run(["glib-compile-schemas", "--strict", "--dry-run", folder])
    _fail_if(problems)


def test_xml():
    problems = []
    for name in FILES:
        if name.split("/")[0] in ("data", "ui", "icons", "docs") and name.endswith(
                (".xml", ".ui", ".svg", ".xml.in")):
            problems += _run(["xmllint", "--noout", "--nonet", os.path.join(ROOT, name)])
    _fail_if(problems)


def test_keys():
    """Each key of a page does one thing."""
    problems = []
    for name in FILES:
        if name.endswith(".ui"):
            keys = re.findall(r'name="trigger">([^<]*)<', _read(name))
            problems += [f"{name}: {key} is bound twice" for key in set(keys) if keys.count(key) > 1]
    _fail_if(problems)


def test_scripts():
    problems = []
    for name in FILES:
        path = os.path.join(ROOT, name)
        text = _read(name) if name.endswith(".sh") or _is_script(name) else ""
        if name.endswith(".sh") or re.match(r"#!\S+(/|env )(ba)?sh\b", text):
            problems += _run(["shellcheck", "-x", path], cwd=ROOT)
        elif name.endswith(".py") or re.match(r"#!\S+python", text):
            compile(_read(name), name, "exec")
        if text and not name.endswith(".sh") and not os.access(path, os.X_OK):
            problems.append(f"{name} is a script that cannot be run")
    _fail_if(problems)


def test_translations():
    problems = []
    for name in FILES:
        if _in(name, "po") and name.endswith(".po"):
            problems += _run(["msgfmt", "-c", "-o", os.devnull, os.path.join(ROOT, name)])
    _fail_if(problems)


if __name__ == "__main__":
    tap.run(globals())

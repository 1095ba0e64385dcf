# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files that mean harm, given to the whole program: each is answered in little time and memory, and
nothing is read but the file, and nobody called. The processes run under limits of the system, and
under strace, which sees every call to it."""

import os
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree as ET

import tap
from hostile_files import BOX, END, HEAD, make

PROGRAM = os.path.abspath(sys.argv.pop(1))
FOLDER = tempfile.TemporaryDirectory()
FILES = make(FOLDER.name)
OPENING = [file for file in FILES if file.refused is None]
MEMORY = 1 << 30
SECONDS = 2

# The sanitizers map terabytes that they never touch, and take their time.
with open(PROGRAM, "rb") as binary:
    SANITIZED = b"__asan_init" in binary.read()

# What shows in a client's browser may not run, call or fetch.
FORBIDDEN = {"script", "foreignObject", "animate", "set", "a", "style", "include", "iframe"}

# Those that open, and would run, call or fetch.
ACTIVE = {"xinclude", "xinclude-itself", "stylesheet", "links", "scripts", "external-subset",
          "external-subset-http", "svg-in-image", "dangling", "use-itself"}

# Where the program and its libraries keep what is theirs.
OWN = re.compile(r"/(usr|lib|lib64|sys|dev)/|/proc/(self|\d+|thread-self|cpuinfo|meminfo|filesystems|sys)\b"
                 r"|/etc/(ld\.so|fonts|localtime|passwd|nsswitch\.conf)|/var/cache/fontconfig")


def _limit():
    if not SANITIZED:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (20, 20))


def _run(*args, stdin=None):
    """Returns the process and the CPU seconds of it and its children."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    keep = {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS", "LSAN_OPTIONS")
            if name in os.environ}
    done = subprocess.run([PROGRAM, *args], env=keep, cwd=FOLDER.name, capture_output=True, input=stdin,
                          stdin=subprocess.DEVNULL if stdin is None else None, timeout=120, check=False,
                          preexec_fn=_limit)  # pylint: disable=subprocess-popen-preexec-fn
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _in_time(seconds, what, limit=SECONDS):
    assert SANITIZED or seconds < limit, f"{what} took {seconds:.1f} s"


def test_answers():
    """Opened or refused, in two seconds of work and a gigabyte, with a sentence."""
    slowest = (0, "")
    for file in FILES:
        done, seconds = _run("info", file.path)
        errors = done.stderr.decode()
        assert done.returncode == (0 if file.refused is None else 1), (file.name, done.returncode, errors)
        _in_time(seconds, file.name)
        slowest = max(slowest, (seconds, file.name))
        if file.refused is not None:
            assert file.refused in errors and errors.count("\n") == 1, (file.name, errors)
        else:
            assert not errors, (file.name, errors)
    print(f"# {len(FILES)} files, {len(OPENING)} of them open; the slowest took {slowest[0]:.2f} s of "
          f"work: {slowest[1]}")


def test_checks():
    """All at once, as a shop looks through a folder: each refusal is listed."""
    done, seconds = _run("check", *[file.path for file in FILES])
    assert done.returncode == 1, (done.returncode, done.stderr)
    _in_time(seconds, "all", 15)
    text = done.stdout.decode()
    for file in FILES:
        word = f"{file.path}: error: " if file.refused is not None else f"{file.path}:"
        assert word in text, file.name


def test_told():
    """What was left out of a file that opens is told, with the place."""
    for name, words in {"scripts": "<script> was left out", "links": "was left out", "xinclude": "<include> was",
                        "stylesheet": "style sheet was left out", "png-bomb": "pixels", "png-claims": "pixels",
                        "jpeg-claims": "pixels", "segments": "segments", "not-finite": "was left out",
                        "same-ids": "got a new one", "newer": "of format 99"}.items():
        path = next(file.path for file in FILES if file.name == name)
        text = _run("check", path)[0].stdout.decode()
        assert words in text, (name, text[:400])


def test_exported():
    """A copy for a client runs, calls and fetches nothing, whatever the design holds."""
    out = os.path.join(FOLDER.name, "out.svg")
    for file in [file for file in OPENING if file.name in ACTIVE]:
        for options in (["--plain"], []):
            done, _ = _run("export", file.path, "-o", out, *options)
            assert done.returncode == 0, (file.name, done.stderr)
            for node in ET.parse(out).getroot().iter():
                name = re.sub(r"\{.*\}", "", node.tag) if isinstance(node.tag, str) else ""
                assert name not in FORBIDDEN, (file.name, name)
                for key, value in node.attrib.items():
                    key = re.sub(r"\{.*\}", "", key)
                    assert not key.startswith("on"), (file.name, key)
                    assert key != "href" or value.startswith(("#", "data:image/")), (file.name, value[:80])
                    assert "canary" not in value and "192.0.2.1" not in value, (file.name, value[:80])


def test_painted():
    """What is foreign is painted by the helper or not at all; both end."""
    out = os.path.join(FOLDER.name, "out.png")
    slowest = (0, "")
    for file in OPENING:
        done, seconds = _run("export", file.path, "-o", out, "--dpi", "30")
        assert done.returncode == 0, (file.name, done.returncode, done.stderr)
        # Each piece of foreign work has five seconds in the helper.
        _in_time(seconds, file.name, 20)
        slowest = max(slowest, (seconds, file.name))
    print(f"# the slowest took {slowest[0]:.2f} s of work: {slowest[1]}")


def test_helper_is_limited():
    """Before it has read a byte."""
    with subprocess.Popen([PROGRAM, "--render-svg"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL) as helper:
        def status():
            with open(f"/proc/{helper.pid}/status", encoding="ascii") as file:
                return file.read()
        deadline = time.monotonic() + 30
        while "NoNewPrivs:\t1" not in status():
            assert time.monotonic() < deadline, "the helper keeps its privileges"
        with open(f"/proc/{helper.pid}/limits", encoding="ascii") as file:
            limits = file.read()
        for words in (r"Max cpu time +5 ", r"Max file size +0 ", r"Max core file size +0 ", r"Max open files +16 ",
                      "" if SANITIZED else r"Max address space +1073741824 "):
            assert re.search(words, limits), (words, limits)
        helper.stdin.close()
        assert helper.wait(30) == 1


def test_helper_ends():
    for body in (f'<filter id="f"><feTurbulence numOctaves="100000000" baseFrequency="0.5"/></filter>'
                 f'<g filter="url(#f)">{BOX}/></g>', "<g>" * 200000, '<text font-size="1e30">x</text>'):
        text = (HEAD + f'<g id="ring-foreign">{body}</g>' + END[8:]).encode()
        done, seconds = _run("--render-svg", stdin=text)
        assert done.returncode != 0 and not done.stdout, (body[:40], done.returncode)
        _in_time(seconds, body[:40], 7)


def _traced(*command):
    """The calls by which COMMAND and its children name files and reach others."""
    log = os.path.join(FOLDER.name, "trace")
    done = subprocess.run(["strace", "-f", "-qq", "-s", "4096", "-e", "trace=%file,%network", "-e", "signal=none", "-o", log,
                           *command], cwd=FOLDER.name, env={}, stdin=subprocess.DEVNULL,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, timeout=300, check=False)
    assert os.path.exists(log) and os.path.getsize(log) > 0, \
        f"strace cannot trace here ({done.stderr.decode()[:300]}): allow ptrace to see what the program opens"
    with open(log, encoding="utf-8", errors="replace") as file:
        return file.read()


def _named(trace):
    """The paths that were named there, and the calls that reach for a network."""
    named = set()
    for line in trace.splitlines():
        if re.search(r"\b(connect|sendto|bind|socket)\(", line) and "AF_UNIX" not in line:
            named.add(line)
        elif "execve(" not in line:
            for path in re.findall(r'"((?:[^"\\]|\\.)*)"', line.split(" = ")[0]):
                named.add(os.path.normpath(os.path.join(FOLDER.name, path)))
    return named


def test_nothing_else_is_touched():
    assert shutil.which("strace"), "strace is missing: scripts/packages.sh lists it"
    if SANITIZED:
        print("# SKIP: the sanitizers cannot be traced")
        return
    loop = 'for file; do "$PROGRAM" info "$file"; "$PROGRAM" export "$file" -o out.png --dpi 30; done'
    harmless = os.path.join(FOLDER.name, "harmless.ring.svg")
    with open(harmless, "w", encoding="utf-8") as file:
        file.write(HEAD + BOX + "/><text>Ring</text></svg>")
    paths = [file.path for file in FILES if "%s" not in file.name]
    chosen = [file.path for file in OPENING if file.name in ACTIVE]
    # What the libraries look for as they start, they look for without a file too.
    shell = ("/bin/sh", "-c", f"PROGRAM='{PROGRAM}'; {loop}", "sh")
    start = _named(_traced(PROGRAM, "check", harmless)) | _named(_traced(*shell, harmless))
    traces = _traced(PROGRAM, "check", *paths) + _traced(*shell, *chosen)
    known = start | set(paths) | {harmless, FOLDER.name, os.path.join(FOLDER.name, "out.png")}
    strangers = {name for name in _named(traces) - known
                 if not OWN.match(name) and not name.endswith(".tmp") and not PROGRAM.startswith(name)}
    assert not strangers, "\n".join(sorted(strangers)[:20])
    assert not any("canary" in name for name in _named(traces))
    for path in paths:
        assert path in traces, f"{path} was not opened: the trace does not see"
    assert "--render-svg" in traces, "the helper was not traced"


def main():
    with FOLDER:
        tap.run(globals())


if __name__ == "__main__":
    main()

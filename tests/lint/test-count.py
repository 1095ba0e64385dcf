#!/usr/bin/python3
# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The counter of the tests: a failure is never lost, and only tests before a screen run again."""

import contextlib
import io
import json
import os
import tempfile

import count
import tap


def _entry(name, output, result="FAIL", code=1):
    return {"name": "ringwright:" + name, "stdout": output, "result": result, "returncode": code}


def _write(folder, name, *entries):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(entry) + "\n" for entry in entries)
    return path


def _count(path):
    """What is printed, and the status."""
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        status = count.main([path])
    return said.getvalue(), status


PASSED = _entry("unit / number", "ok 1 a\nok 2 b\n", "OK", 0)
FAILED = _entry("app / print", "ok 1 a\n# it was late\nnot ok 2 b\n")


def test_1_counted():
    with tempfile.TemporaryDirectory() as folder:
        said, status = _count(_write(folder, "test.json", PASSED, FAILED))
        assert status == 1 and said.endswith("tests: 3 passed, 1 failed, 0 skipped\n"), said
        assert "failed in test: ringwright:app / print" in said and "it was late" in said, said
        # Only a plan, and an end that names no test.
        said, status = _count(_write(folder, "test.json", _entry("unit / x", "1..3\n", "ERROR", -11)))
        assert status == 1 and "0 passed, 1 failed" in said, said
        said, status = _count(_write(folder, "test.json"))
        assert status == 1, said


def test_2_who_runs_again():
    with tempfile.TemporaryDirectory() as folder:
        log = _write(folder, "a.json", PASSED, FAILED, _entry("unit / store", "not ok 1\n"))
        assert count.name_again(log) == ["print"]
        crash = _entry("widgets / canvas", "not ok 1\n", "FAIL", -11)
        assert count.name_again(_write(folder, "b.json", FAILED, crash)) == []
        crash = _entry("app / table", "# RuntimeError: the program ended with -11:\nnot ok 1\n")
        assert count.name_again(_write(folder, "c.json", crash)) == []
        late = _entry("app / table", "ok 1\n", "TIMEOUT", -15)
        assert count.name_again(_write(folder, "d.json", late)) == ["table"]
        assert count.name_again(_write(folder, "e.json", *[FAILED] * 7)) == []


def test_3_second_try():
    with tempfile.TemporaryDirectory() as folder:
        log = _write(folder, "test.json", PASSED, FAILED)
        _write(folder, "test.again", _entry("app / print", "ok 1 a\nok 2 b\n", "OK", 0))
        said, status = _count(log)
        assert status == 0 and said.endswith("tests: 4 passed, 0 failed, 0 skipped\n"), said
        assert "unsteady in test: ringwright:app / print" in said and "it was late" in said, said
        _write(folder, "test.again", FAILED)
        said, status = _count(log)
        assert status == 1 and "unsteady" not in said, said


if __name__ == "__main__":
    tap.run(globals())

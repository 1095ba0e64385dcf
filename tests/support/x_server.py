# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""X servers that belong to one test, and waiting with a deadline."""

import os
import select
import shutil
import subprocess
import tempfile
import time


class DeadlineError(AssertionError):
    """A condition did not come true in time."""


def wait_until(condition, what, seconds=20.0, step=0.02):
    """Returns the first true value of condition(); fails when it stays false too long.

    The pause between two looks only keeps the processor free: no caller may depend on it.
    """
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        if time.monotonic() > end:
            raise DeadlineError(f"waited {seconds:g} s in vain for {what}")
        time.sleep(step)


def stop_process(process, seconds=10.0):
    """Ends a process that the caller started, gently first."""
    if process is None or process.poll() is not None:
        return
    process.terminate()
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait(seconds)


class XServer:
    """A server that chooses its own display number. Subclasses give the command."""

    def __init__(self, width=1600, height=1000):
        self.width = width
        self.height = height
        self.display = None
        self.folder = None
        self._process = None

    def command(self):
        """The command line; it may use self.folder. The display descriptor is added to it."""
        raise NotImplementedError

    def start(self):
        self.folder = tempfile.mkdtemp(prefix="ring-x-")
        reader, writer = os.pipe()
        log = os.path.join(self.folder, "output.log")
        try:
            with open(log, "wb") as output:
                self._process = subprocess.Popen(
                    self.command() + ["-displayfd", str(writer)],
                    stdin=subprocess.DEVNULL, stdout=output, stderr=output, pass_fds=[writer])
            os.close(writer)
            writer = -1
            self.display = ":" + self._read_number(reader, log)
        except BaseException:
            self.stop()
            raise
        finally:
            os.close(reader)
            if writer >= 0:
                os.close(writer)
        return self

    def _read_number(self, reader, log, seconds=30.0):
        text = b""
        end = time.monotonic() + seconds
        while not text.endswith(b"\n"):
            ready, _, _ = select.select([reader], [], [], max(0.0, end - time.monotonic()))
            chunk = os.read(reader, 16) if ready else b""
            if not chunk:
                with open(log, encoding="utf-8", errors="replace") as lines:
                    raise RuntimeError("the X server did not start:\n" + lines.read())
            text += chunk
        return text.decode().strip()

    def stop(self):
        stop_process(self._process)
        self._process = None
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder = None

    def environment(self):
        """The environment of the test with this display in it."""
        environment = dict(os.environ)
        environment.pop("WAYLAND_DISPLAY", None)
        environment["DISPLAY"] = self.display
        return environment

    def screenshot(self, path):
        """Writes the whole screen to a PNG file."""
        os.makedirs(os.path.dirname(os.path.abspath(path)), exist_ok=True)
        subprocess.run(["import", "-silent", "-window", "root", "png:" + path], check=True,
                       timeout=30, env=self.environment())
        return path

    def __enter__(self):
        return self.start()

    def __exit__(self, *unused):
        self.stop()


class Xvfb(XServer):
    """The quick server: mouse and keys through xdotool, no pen and no touch."""

    def command(self):
        return ["Xvfb", "-screen", "0", f"{self.width}x{self.height}x24", "-noreset",
                "-nolisten", "tcp"]

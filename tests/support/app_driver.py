# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Uses the uninstalled program from outside, as a person, a script or a screen reader does.

A Session is a private world: an X server (Xvfb, or the pen rig), a session bus, assistive
technology and a home folder. An App is one process of the program in it. Everything waits for
conditions with deadlines.

    with Session(PenRig()) as session:
        app = session.launch("some.ring.svg")
        app.activate("win.undo")
        app.wait_for_state("win.page", "bench")
"""

import copy
import os
import re
import shutil
import signal
import subprocess
import tempfile
import threading
import xml.etree.ElementTree as ET

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402  pylint: disable=wrong-import-position

from a11y_tree import A11yTree, fits  # noqa: E402
from x_server import Xvfb, stop_process, wait_until  # noqa: E402

APP_ID = "io.github.ringwright.Ringwright"
APP_PATH = "/io/github/ringwright/Ringwright"
SOURCE_ROOT = os.environ.get("RING_SOURCE_ROOT", "")
BUILD_ROOT = os.environ.get("RING_BUILD_ROOT", "")

# Namespaces of a saved design.
RW = "{urn:ringwright:design:1}"
SVG = "{http://www.w3.org/2000/svg}"

# The moment at which the clock of every test stands: 2026-11-22T10:15:00Z.
NOW_MS = 1795342500000

_SPELLS = ("WAYLAND_DISPLAY", "LD_PRELOAD", "GTK_THEME", "GTK_MODULES", "LANGUAGE", "GTK_A11Y",
           "AT_SPI_BUS_ADDRESS", "DBUS_SESSION_BUS_ADDRESS", "GIO_EXTRA_MODULES")


class Session:
    """The world around the program. Only one may be started in a process: libatspi is bound to
    the first bus it meets."""

    def __init__(self, server=None, clock_stands=True, environment=None):
        self.server = server or Xvfb()
        self.folder = None
        self.environment = {}
        self._clock_stands = clock_stands
        self._extra = environment or {}
        self._dbus = None
        self._launcher = None
        self.apps = []
        self.bus = None
        self.a11y = None
        self._neighbours = []

    def __enter__(self):
        return self.start()

    def __exit__(self, *unused):
        self.stop()

    def start(self):
        self.folder = tempfile.mkdtemp(prefix="ring-app-")
        try:
            self.server.start()
            self._make_environment()
            self._start_bus()
            self._start_accessibility()
        except BaseException:
            self.stop()
            raise
        return self

    def _make_environment(self):
        environment = self.server.environment()
        for name in _SPELLS:
            environment.pop(name, None)
        for name in ("config", "data", "state", "cache", "runtime"):
            os.mkdir(os.path.join(self.folder, name), 0o700)
        os.mkdir(os.path.join(self.folder, "config", "gtk-4.0"))
        # Looking for printers hangs where there is no system bus. What moves would have to be
        # waited for. (GDK_DEBUG=default-settings is no help: it takes libadwaita's style away.)
        self.write("config/gtk-4.0/settings.ini",
                   "[Settings]\ngtk-print-backends=file\ngtk-enable-animations=false\n"
                   "gtk-font-name=Cantarell 11\n")
        environment.update(
            HOME=self.folder,
            XDG_CONFIG_HOME=self.path("config"), XDG_DATA_HOME=self.path("data"),
            XDG_STATE_HOME=self.path("state"), XDG_CACHE_HOME=self.path("cache"),
            XDG_RUNTIME_DIR=self.path("runtime"),
            GDK_BACKEND="x11", GSK_RENDERER="cairo", GTK_CSD="1",
            ADW_DISABLE_PORTAL="1", GTK_USE_PORTAL="0", GSETTINGS_BACKEND="memory",
            GSETTINGS_SCHEMA_DIR=os.path.join(BUILD_ROOT, "data"), GIO_USE_VFS="local",
            GIO_USE_VOLUME_MONITOR="unix", G_ENABLE_DIAGNOSTIC="0", G_DEBUG="gc-friendly",
            LC_ALL="C.UTF-8", TZ="UTC", RINGWRIGHT_SEED="1")
        if self._clock_stands:
            environment["RINGWRIGHT_NOW"] = str(NOW_MS)
        environment.update(self._extra)
        self.environment = environment

    def _connect_bus(self):
        """Starts a session bus and returns its address."""
        self._dbus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
            env=self.environment, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL, text=True)
        # The daemon writes its address, or ends and closes the pipe.
        address = self._dbus.stdout.readline().strip()
        if not address:
            raise RuntimeError("dbus-daemon did not start")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.bus.set_exit_on_close(False)

    def _start_bus(self):
        self._connect_bus()
        # libatspi and GIO of this process must meet the same world as the program.
        for name in ("DISPLAY", "DBUS_SESSION_BUS_ADDRESS", "HOME", "XDG_RUNTIME_DIR",
                     "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[name] = self.environment[name]
        os.environ.pop("AT_SPI_BUS_ADDRESS", None)

    def _start_accessibility(self):
        self._launcher = subprocess.Popen(
            ["/usr/libexec/at-spi-bus-launcher", "--launch-immediately"], env=self.environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_until(lambda: self._has_owner("org.a11y.Bus"), "the accessibility bus")
        self.a11y = A11yTree(self.bus)
        Atspi.init()

    def _has_owner(self, name):
        return self.bus.call_sync(
            "org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
            "NameHasOwner", GLib.Variant("(s)", (name,)), None, Gio.DBusCallFlags.NONE, 10000,
            None).unpack()[0]

    def neighbour(self):
        """Another person at the same screen and the same files: a session with a bus and a state of
        its own, in which a second program can run beside the first. It ends with this one."""
        other = copy.copy(self)
        other.apps = []
        other.environment = {**self.environment, "RINGWRIGHT_SEED": str(len(self._neighbours) + 2)}
        name = f"neighbour-{len(self._neighbours) + 1}"
        for kind in ("config", "data", "state", "cache", "runtime"):
            os.makedirs(self.path(f"{name}/{kind}"), 0o700)
            key = f"XDG_{kind.upper()}_DIR" if kind == "runtime" else f"XDG_{kind.upper()}_HOME"
            other.environment[key] = self.path(f"{name}/{kind}")
        shutil.copytree(self.path("config/gtk-4.0"), self.path(name + "/config/gtk-4.0"))
        address = self.bus.call_sync("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None,
                                     None, Gio.DBusCallFlags.NONE, 10000, None).unpack()[0]
        other.environment["AT_SPI_BUS_ADDRESS"] = address
        other._connect_bus()  # pylint: disable=protected-access  # It is one of us.
        self._neighbours.append(other)
        return other

    def _leave(self):
        for app in self.apps:
            app.stop()
        self.apps = []
        if self.bus is not None:
            self.bus.close_sync(None)
            self.bus = None
        stop_process(self._dbus)
        if self._dbus is not None:
            self._dbus.stdout.close()

    def stop(self):
        for other in self._neighbours:
            other._leave()  # pylint: disable=protected-access
        self._neighbours = []
        for app in self.apps:
            app.stop()
        self.apps = []
        if self.a11y is not None:
            self.a11y.close()
            self.a11y = None
        if self.bus is not None:
            self.bus.close_sync(None)
            self.bus = None
        stop_process(self._launcher)
        stop_process(self._dbus)
        if self._dbus is not None:
            self._dbus.stdout.close()
        self.server.stop()
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)
            self.folder = None

    # Files.

    def path(self, name):
        """The path of a file in the home folder of this session."""
        return os.path.join(self.folder, name)

    def write(self, name, text):
        with open(self.path(name), "w", encoding="utf-8") as output:
            output.write(text)
        return self.path(name)

    def copy(self, source, name=None):
        """Copies a file of the source tree into the home folder and returns its new path."""
        target = self.path(name or os.path.basename(source))
        shutil.copyfile(os.path.join(SOURCE_ROOT, source), target)
        return target

    # The program.

    def run(self, *arguments, status=0, seconds=60):
        """Runs the program's command line to its end; returns what it printed."""
        done = subprocess.run([_program(), *arguments], env=self.environment, text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=seconds, check=False)
        assert done.returncode == status, (arguments, done.returncode, done.stderr)
        return done

    def launch(self, *arguments, environment=None, windows=1):
        """Starts the program and waits until its windows are there."""
        app = App(self, arguments, environment or {})
        self.apps.append(app)
        app.wait_ready(windows)
        return app

    def screenshot(self, path):
        return self.server.screenshot(path)

    def keep_screenshot(self, name):
        """Leaves a picture of the screen in the build, for a person who looks into a failure."""
        folder = os.environ.get("RING_TEST_OUTPUT", os.path.join(BUILD_ROOT, "tests", "output"))
        path = self.screenshot(os.path.join(folder, name + ".png"))
        print("# see " + path, flush=True)
        return path

    def xdotool(self, *arguments):
        """Mouse and keys for a session without a rig."""
        return subprocess.run(["xdotool", *map(str, arguments)], env=self.environment, text=True,
                              stdout=subprocess.PIPE, timeout=30, check=True).stdout


def _program():
    return os.environ.get("RING_PROGRAM", os.path.join(BUILD_ROOT, "src", "ringwright"))


class App:
    """One running process of the program."""

    def __init__(self, session, arguments, environment):
        self.session = session
        self.log = []
        self.process = subprocess.Popen(
            [_program(), *arguments], env={**session.environment, **environment},
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        for line in self.process.stdout:
            self.log.append(line.rstrip("\n"))

    def _alive(self):
        if self.process.poll() is not None:
            self._reader.join(10)
            raise RuntimeError(f"the program ended with {self.process.returncode}:\n"
                               + "\n".join(self.log[-40:]))

    def wait(self, condition, what, seconds=30.0):
        """Like wait_until(), and fails at once when the program has ended."""
        def look():
            self._alive()
            return condition()
        return wait_until(look, what, seconds)

    def wait_ready(self, windows=1, seconds=60.0):
        """Waits for windows on the bus, in the accessible tree and on the screen."""
        for number in range(1, windows + 1):
            self.wait(lambda n=number: self._describe("win", n) is not None,
                      f"window {number} on the bus", seconds)
        if windows:
            self.wait(lambda: len(self.windows()) >= windows, "an accessible window", seconds)
            self.wait(lambda: len(self.x_windows()) >= windows, "a window on the screen", seconds)
        else:
            self.wait(lambda: self._describe("app", 1) is not None, "the application", seconds)

    def stop(self):
        """Ends the process if it still runs. A test that cares how it ends calls quit()."""
        stop_process(self.process)
        self._reader.join(10)
        self.process.stdout.close()

    def kill(self):
        """Ends the process as a power cut does."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(20)

    def quit(self, action="app.quit", seconds=30.0):
        """Quits by an action; the program must end well and have warned of nothing."""
        self.activate(action)
        wait_until(lambda: self.process.poll() is not None, "the end of the program", seconds)
        self._reader.join(10)
        assert self.process.returncode == 0, (self.process.returncode, self.log[-20:])
        self.assert_silent()

    def assert_silent(self):
        """No warning and no critical message may have been logged."""
        loud = [line for line in self.log if re.search(r"-(WARNING|CRITICAL|ERROR) \*\*:|"
                                                       r"-(WARNING|CRITICAL|ERROR) \*\*|"
                                                       r"(WARNING|CRITICAL) \*\*", line)]
        assert not loud, "\n".join(loud)

    # Actions. "app.NAME" belongs to the application, "win.NAME" to a window (1 is the first).

    @staticmethod
    def _place(group, window):
        return APP_PATH if group == "app" else f"{APP_PATH}/window/{window}"

    def _call(self, group, window, method, parameters, seconds=20):
        return self.session.bus.call_sync(
            APP_ID, self._place(group, window), "org.gtk.Actions", method, parameters, None,
            Gio.DBusCallFlags.NO_AUTO_START, int(seconds * 1000), None)

    def _describe(self, group, window):
        try:
            return self._call(group, window, "DescribeAll", None).unpack()[0]
        except GLib.Error:
            return None

    def actions(self, group="win", window=1):
        """All actions: name -> (enabled, parameter type, [state] or [])."""
        self._alive()
        found = self._describe(group, window)
        assert found is not None, f"there is no {group} {window} on the bus"
        return found

    def activate(self, action, parameter=None, window=1):
        """Runs an action. PARAMETER is a GLib.Variant, a str, a bool, an int or a float."""
        self._alive()
        group, name = action.split(".", 1)
        description = self.actions(group, window)
        assert name in description, f"there is no action {action}: {sorted(description)}"
        assert description[name][0], f"the action {action} is not enabled"
        values = [] if parameter is None else [_variant(parameter, description[name][1])]
        self._call(group, window, "Activate", GLib.Variant("(sava{sv})", (name, values, {})))

    def change_state(self, action, state, window=1):
        """Asks an action with a state to take another."""
        group, name = action.split(".", 1)
        self._call(group, window, "SetState",
                   GLib.Variant("(sva{sv})", (name, _variant(state), {})))

    def state(self, action, window=1):
        """The state of an action, or None."""
        group, name = action.split(".", 1)
        states = self.actions(group, window)[name][2]
        return states[0] if states else None

    def is_enabled(self, action, window=1):
        group, name = action.split(".", 1)
        description = self.actions(group, window).get(name)
        return bool(description and description[0])

    def wait_for_state(self, action, state, window=1, seconds=30.0):
        self.wait(lambda: self.state(action, window) == state, f"{action} = {state!r}", seconds)

    def wait_enabled(self, action, enabled=True, window=1, seconds=30.0):
        self.wait(lambda: self.is_enabled(action, window) == enabled,
                  f"{action} to be {'enabled' if enabled else 'disabled'}", seconds)

    def save(self, path, window=1):
        """Saves the design of a window as PATH and returns the root of what is in the file."""
        self.wait_enabled("win.save-path", window=window)
        before = os.stat(path).st_mtime_ns if os.path.exists(path) else 0
        self.activate("win.save-path", path, window=window)
        self.wait(lambda: os.path.exists(path) and os.stat(path).st_mtime_ns != before,
                  "the saved file")
        return ET.parse(path).getroot()

    # What assistive technology sees.

    def accessible(self):
        """The accessible object of this process, or None while it has none."""
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            try:
                child = desktop.get_child_at_index(index)
                if child is not None and child.get_process_id() == self.process.pid:
                    return child
            except GLib.Error:
                continue
        return None

    def windows(self):
        root = self.accessible()
        return [] if root is None else list(_children(root))

    def find(self, name=None, role=None, hidden=False):
        """The first accessible object with this name (a text or a compiled pattern) and role
        (as "push button"), or None."""
        return next(self._search(name, role, hidden), None)

    def find_all(self, name=None, role=None, hidden=False):
        return list(self._search(name, role, hidden))

    def _search(self, name, role, hidden, on_top=False):
        """Depth first. Objects that disappear while one looks are passed over."""
        ways = self.session.a11y.search(self.process.pid, name, role, hidden, on_top)
        root = self.accessible() if ways else None
        known = {(): root}
        if root is not None:
            root.clear_cache()
        for way in ways:
            node = _walk(known, way)
            if node is not None and _is_still(node, name, role):
                yield node

    def wait_for(self, name=None, role=None, seconds=30.0):
        """Waits for such an accessible object and returns it."""
        return self.wait(lambda: self.find(name, role), f"{role or 'something'} {name!r}", seconds)

    def wait_gone(self, name=None, role=None, seconds=30.0):
        self.wait(lambda: self.find(name, role) is None, f"the end of {role} {name!r}", seconds)

    def press(self, name=None, role=None):
        """Does the first action of an accessible object, as a screen reader would."""
        target = self.wait_for(name, role)
        assert target.get_n_actions() > 0, f"{name!r} has no action"
        assert Atspi.Action.do_action(target, 0), f"{name!r} did not act"

    @staticmethod
    def text(node):
        """What stands in a text field; GTK 4.8 does not know -1 as the end."""
        return Atspi.Text.get_text(node, 0, Atspi.Text.get_character_count(node))

    def tree(self):
        """The accessible tree as indented text, for the log of a failure."""
        lines = []

        def walk(node, depth):
            lines.append("  " * depth + f"{node.get_role_name()} {node.get_name()!r}")
            for child in _children(node):
                walk(child, depth + 1)
        root = self.accessible()
        if root is not None:
            walk(root, 0)
        return "\n".join(lines)

    # Places on the screen.

    def processor_seconds(self):
        """What the program has taken of the processor since its start, of its own and for system calls."""
        with open(f"/proc/{self.process.pid}/stat", encoding="ascii") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def x_windows(self):
        """The numbers of this process's visible toplevel windows."""
        found = subprocess.run(
            ["xdotool", "search", "--onlyvisible", "--pid", str(self.process.pid)],
            env=self.session.environment, text=True, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, timeout=30, check=False)
        return found.stdout.split()

    def x_titles(self):
        """What stands at the heads of these windows, and their numbers; one may just be closing."""
        titles = {}
        for window in self.x_windows():
            named = subprocess.run(["xdotool", "getwindowname", window], env=self.session.environment,
                                   text=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                                   timeout=30, check=False)
            if named.returncode == 0:
                titles[named.stdout.strip()] = window
        return titles

    def origin(self, window=0):
        """Where the accessible coordinates of a window, the first by default, begin on the screen.

        Without a compositor a window that decorates itself has a border, which GTK does not
        count; how wide it is shows in the size of the X window around it.
        """
        text = self.session.xdotool("getwindowgeometry", "--shell", self.x_windows()[window])
        values = dict(line.split("=") for line in text.split())
        frame = self.windows()[window]
        extents = Atspi.Component.get_extents(frame, Atspi.CoordType.WINDOW)
        return (int(values["X"]) + (int(values["WIDTH"]) - extents.width) // 2,
                int(values["Y"]) + (int(values["HEIGHT"]) - extents.height) // 2)

    def place(self, name=None, role=None):
        """The rectangle of an accessible object on the screen: x, y, width, height. GTK gives
        the content of a widget, without its padding."""
        target = self.wait_for(name, role)
        extents = Atspi.Component.get_extents(target, Atspi.CoordType.WINDOW)
        x, y = self.origin()
        return x + extents.x, y + extents.y, extents.width, extents.height

    def find_on_top(self, name):
        """The first accessible object of this name (a text or a compiled pattern) in the window on top, or None:
        the Bench behind it holds a thousand more."""
        return next(self._search(name, None, False, on_top=True), None)

    def find_all_on_top(self, name=None, role=None):
        return list(self._search(name, role, False, on_top=True))

    def place_on_top(self, name):
        """Its rectangle on the screen: x, y, width, height."""
        target = self.wait(lambda: self.find_on_top(name), f"{name!r} on top")
        extents = Atspi.Component.get_extents(target, Atspi.CoordType.WINDOW)
        x, y = self.origin(-1)
        return x + extents.x, y + extents.y, extents.width, extents.height

    def centre_on_top(self, name):
        x, y, width, height = self.place_on_top(name)
        return x + width // 2, y + height // 2

    def centre(self, name=None, role=None):
        x, y, width, height = self.place(name, role)
        return x + width // 2, y + height // 2


def _variant(value, signature=None):
    if isinstance(value, GLib.Variant):
        return value
    if isinstance(signature, str) and signature:
        return GLib.Variant(signature, value)
    kinds = ((bool, "b"), (int, "i"), (float, "d"), (str, "s"))
    return GLib.Variant(next(kind for python, kind in kinds if isinstance(value, python)), value)


def _children(node):
    for index in range(node.get_child_count()):
        try:
            child = node.get_child_at_index(index)
        except GLib.Error:
            continue
        if child is not None:
            yield child


def _walk(known, way):
    """The object at the end of a way of children's numbers, or None where the tree has changed. KNOWN are those
    that were met on other ways of the same search."""
    if way not in known:
        node = _walk(known, way[:-1])
        try:
            node = node.get_child_at_index(way[-1]) if node is not None else None
            if node is not None and node.get_name() == "GtkStackPage":
                # Asked for all children, GTK 4.8 tells of what is on the pages of a stack; asked
                # for one, of the page.
                node = node.get_child_at_index(0)
            if node is not None:
                # What libatspi remembers ages: no main loop runs here to bring it the changes.
                node.clear_cache()
        except GLib.Error:
            node = None
        known[way] = node
    return known[way]


def _is_still(node, name, role):
    """Whether what was found a moment ago is it."""
    try:
        return (role is None or node.get_role_name() == role) and (
            name is None or fits(name, node.get_name() or ""))
    except GLib.Error:
        return False

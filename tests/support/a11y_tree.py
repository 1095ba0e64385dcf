# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The accessible tree of a program, looked through a level at a time.

libatspi asks one question and waits for the answer before the next, four of them for each object;
the Bench has two and a half thousand objects, and a look took ten seconds. Here all objects of a
level are asked at once, so that the program answers them in one go.
"""

import functools
import re

from gi.repository import Atspi, Gio, GLib

_OBJECT = "org.a11y.atspi.Accessible"
_ROOT = "/org/a11y/atspi/accessible/root"
_VISIBLE = int(Atspi.StateType.VISIBLE)
_TIMEOUT = 20000


class A11yTree:
    """The accessibility bus of a session."""

    def __init__(self, session_bus):
        address = session_bus.call_sync(
            "org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus", "GetAddress", None, None,
            Gio.DBusCallFlags.NONE, _TIMEOUT, None).unpack()[0]
        # The answers are taken in a context of their own, so that nothing else runs meanwhile.
        self._context = GLib.MainContext.new()
        self._bus = Gio.DBusConnection.new_for_address_sync(
            address, Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self._bus.set_exit_on_close(False)

    def close(self):
        self._bus.close_sync(None)

    def _ask(self, questions):
        """Puts questions (bus name, path, interface, method, arguments), and returns what was answered to each:
        None where the object is gone."""
        answers = [None] * len(questions)
        waiting = len(questions)

        def take(bus, result, index):
            nonlocal waiting
            waiting -= 1
            try:
                answers[index] = bus.call_finish(result).unpack()[0]
            except GLib.Error:
                pass
        self._context.push_thread_default()
        try:
            for index, (name, path, interface, method, arguments) in enumerate(questions):
                self._bus.call(name, path, interface, method, arguments, None, Gio.DBusCallFlags.NONE,
                               _TIMEOUT, None, take, index)
            while waiting > 0:
                self._context.iteration(True)
        finally:
            self._context.pop_thread_default()
        return answers

    def _find_program(self, pid):
        """The bus name of a process, or None while it has no accessible object."""
        registry = [("org.a11y.atspi.Registry", _ROOT, _OBJECT, "GetChildren", None)]
        programs = [name for name, _ in self._ask(registry)[0] or []]
        pids = self._ask([("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus",
                           "GetConnectionUnixProcessID", GLib.Variant("(s)", (name,))) for name in programs])
        return next((name for name, found in zip(programs, pids) if found == pid), None)

    def search(self, pid, name, role, hidden, on_top=False):
        """Where such objects are: the numbers of the children on the way to each from the program's root, depth
        first. Unless HIDDEN, only those that are seen, as nothing around them is hidden either: GTK 4.8
        gives the state "showing" to windows alone. ON_TOP looks into the last window only."""
        program = self._find_program(pid)
        level = [((), (program, _ROOT))] if program is not None else []
        fitting = []
        while level:
            answers = self._ask([(*node, _OBJECT, method, None) for _, node in level
                                 for method in ("GetState", "GetRole", "GetChildren")])
            answers = [answers[k:k + 3] for k in range(0, len(answers), 3)]
            below = []
            for (way, node), (states, found, children) in zip(level, answers):
                if states is None or found is None:
                    continue
                if way and not hidden and not states[0] >> _VISIBLE & 1:
                    continue
                if role is None or _role_name(found) == role:
                    fitting.append((way, node))
                children = list(enumerate(children or []))
                below += [(way + (i,), child) for i, child in (children[-1:] if on_top and not way else children)]
            level = below
        if name is not None:
            asked = GLib.Variant("(ss)", (_OBJECT, "Name"))
            names = self._ask([(*node, "org.freedesktop.DBus.Properties", "Get", asked) for _, node in fitting])
            fitting = [pair for pair, text in zip(fitting, names) if text is not None and fits(name, text)]
        return sorted(way for way, _ in fitting)


@functools.cache
def _role_name(number):
    """As libatspi says it: what the program says itself is another word."""
    return Atspi.role_get_name(Atspi.Role(number))


def fits(name, text):
    """Whether TEXT is NAME, or what the pattern NAME looks for."""
    return bool(name.search(text)) if isinstance(name, re.Pattern) else name == text

# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A tablet computer without hardware: Xorg with a dummy screen and the inputtest driver.

GTK receives true XInput2 events of a mouse, a pen with pressure, its eraser end, up to ten
fingers and a keyboard, because the driver posts them where a kernel device would.
Positions are pixels of the screen; pressure runs from 0 to 1.

Every call returns when the server has processed what was sent. What the application does with
it is a matter of its own: wait for a condition there. The sockets stay open until the server is
gone, for a server whose client has left spins at full speed.
"""

import math
import os
import select
import socket
import struct
import subprocess
import time

from x_server import XServer, stop_process, wait_until

# The protocol of xserver-xorg-dev's xf86-input-inputtest-protocol.h, version 1.1.
_CLIENT_VERSION, _WAIT_FOR_SYNC, _MOTION, _PROXIMITY, _BUTTON, _KEY, _TOUCH = range(7)
_SERVER_VERSION, _SYNC_FINISHED = range(2)
_AXIS_X, _AXIS_Y, _AXIS_PRESSURE = 0, 1, 4
_AXIS_MAX = 65535
_PRESSURE_MAX = 1000
_TOUCH_BEGIN, _TOUCH_UPDATE, _TOUCH_END = 18, 19, 20

PEN = "Ringwright Wacom Pen stylus"
ERASER = "Ringwright Wacom Pen eraser"
MOUSE = "Ringwright mouse"
TOUCH = "Ringwright touch"
KEYBOARD = "Ringwright keyboard"

_DEVICES = {
    MOUSE: ['Option "DeviceType" "PointerAbsolute"', 'Option "CorePointer" "true"'],
    PEN: ['Option "DeviceType" "PointerAbsoluteProximity"',
          'Option "PointerHasPressure" "true"'],
    ERASER: ['Option "DeviceType" "PointerAbsoluteProximity"',
             'Option "PointerHasPressure" "true"'],
    TOUCH: ['Option "DeviceType" "Touch"', 'Option "TouchCount" "10"'],
    # Without these rules the arrow keys do not arrive.
    KEYBOARD: ['Option "DeviceType" "Keyboard"', 'Option "CoreKeyboard" "true"',
               'Option "XkbRules" "evdev"'],
}

_CONFIG = """\
Section "ServerFlags"
  Option "AutoAddDevices" "false"
  Option "DontVTSwitch" "true"
  Option "AllowMouseOpenFail" "true"
EndSection
Section "Device"
  Identifier "card"
  Driver "dummy"
  VideoRam 256000
EndSection
Section "Monitor"
  Identifier "monitor"
  HorizSync 5.0-1000.0
  VertRefresh 5.0-200.0
  Modeline "{width}x{height}" {clock:.2f} {width} {h1} {h2} {h3} {height} {v1} {v2} {v3}
EndSection
Section "Screen"
  Identifier "screen"
  Device "card"
  Monitor "monitor"
  DefaultDepth 24
  SubSection "Display"
    Depth 24
    Modes "{width}x{height}"
    Virtual {width} {height}
  EndSubSection
EndSection
"""

# X key codes of the us layout: the evdev codes plus 8. A capital or a sign of the upper row needs
# Shift, which type() adds.
_KEYS = {
    "Escape": 9, "minus": 20, "equal": 21, "BackSpace": 22, "Tab": 23, "bracketleft": 34,
    "bracketright": 35, "Return": 36, "ctrl": 37, "semicolon": 47, "apostrophe": 48, "grave": 49,
    "shift": 50, "backslash": 51, "comma": 59, "period": 60, "slash": 61, "alt": 64, "space": 65,
    "Home": 110, "Up": 111, "Page_Up": 112, "Left": 113, "Right": 114, "End": 115, "Down": 116,
    "Page_Down": 117, "Insert": 118, "Delete": 119, "super": 133, "Menu": 135, "KP_Add": 86,
    "KP_Subtract": 82, "F11": 95, "F12": 96,
}
_KEYS.update({f"F{n}": 66 + n for n in range(1, 11)})
for _row, _first in (("1234567890", 10), ("qwertyuiop", 24), ("asdfghjkl", 38), ("zxcvbnm", 52)):
    _KEYS.update({letter: _first + n for n, letter in enumerate(_row)})
_SIGNS = {
    " ": "space", "-": "minus", "=": "equal", "[": "bracketleft", "]": "bracketright",
    ";": "semicolon", "'": "apostrophe", "`": "grave", "\\": "backslash", ",": "comma",
    ".": "period", "/": "slash", "\n": "Return", "\t": "Tab",
}
_SHIFTED = dict(zip('!@#$%^&*()_+{}:"~|<>?', "1234567890-=[];'`\\,./"))


class _Device:
    """One socket of the driver."""

    def __init__(self, path, seconds=20.0):
        self._seconds = seconds
        self._socket = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        wait_until(lambda: self._connect(path), f"the socket {path}", seconds)
        self._send(_CLIENT_VERSION, struct.pack("=HH", 1, 1))
        kind, _ = self._receive()
        if kind != _SERVER_VERSION:
            raise RuntimeError(f"{path}: unexpected first answer {kind}")

    def _connect(self, path):
        try:
            self._socket.connect(path)
        except (FileNotFoundError, ConnectionRefusedError):
            return False
        return True

    def _send(self, kind, body=b""):
        message = struct.pack("=II", 8 + len(body), kind) + body
        end = time.monotonic() + self._seconds
        while message:
            _, ready, _ = select.select([], [self._socket], [], max(0, end - time.monotonic()))
            if not ready:
                raise TimeoutError("the X server takes no input")
            message = message[self._socket.send(message):]

    def _read(self, length):
        data = b""
        end = time.monotonic() + self._seconds
        while len(data) < length:
            ready, _, _ = select.select([self._socket], [], [], max(0, end - time.monotonic()))
            chunk = self._socket.recv(length - len(data)) if ready else b""
            if not chunk:
                raise TimeoutError("the X server does not answer")
            data += chunk
        return data

    def _receive(self):
        length, kind = struct.unpack("=II", self._read(8))
        return kind, self._read(length - 8)

    @staticmethod
    def _valuators(values):
        mask = bytearray(8)
        numbers = [0.0] * 64
        for axis, value in values.items():
            mask[axis // 8] |= 1 << axis % 8
            numbers[axis] = value
        return struct.pack("=I8s4x", 0, bytes(mask)) + struct.pack("=64d64d", *numbers, *numbers)

    def motion(self, values, absolute=True):
        self._send(_MOTION, struct.pack("=I4x", int(absolute)) + self._valuators(values))

    def proximity(self, inside, values):
        self._send(_PROXIMITY, struct.pack("=I4x", int(inside)) + self._valuators(values))

    def button(self, number, press, values):
        self._send(_BUTTON, struct.pack("=iiI4x", 1, number, int(press)) + self._valuators(values))

    def key(self, code, press):
        self._send(_KEY, struct.pack("=iI", code, int(press)))

    def touch(self, finger, phase, values):
        self._send(_TOUCH, struct.pack("=II", finger, phase) + self._valuators(values))

    def sync(self):
        self._send(_WAIT_FOR_SYNC)
        kind, _ = self._receive()
        if kind != _SYNC_FINISHED:
            raise RuntimeError(f"unexpected answer {kind}")

    def close(self):
        self._socket.close()


def wave(x, y, width, height):
    """Letters that nobody can read, with the pressure of a hand: points for pen_stroke()."""
    return [(x + width * t / 60, y + height * math.sin(t / 3), 0.3 + 0.4 * abs(math.cos(t / 3)))
            for t in range(61)]


class PenRig(XServer):
    """The server with its devices. Use it in a with statement, or start() and stop()."""

    def __init__(self, width=1600, height=1000):
        super().__init__(width, height)
        self._devices = {}
        self._near = {}

    def command(self):
        config = os.path.join(self.folder, "xorg.conf")
        with open(config, "w", encoding="utf-8") as output:
            output.write(self._configuration())
        # The binary itself: a wrapper in its place may ask for a console.
        return ["/usr/lib/xorg/Xorg", "-config", config, "-noreset", "-novtswitch", "-sharevts",
                "-nolisten", "tcp", "-logfile", os.path.join(self.folder, "xorg.log")]

    def _socket_path(self, name):
        return os.path.join(self.folder, name.replace(" ", "-"))

    def _configuration(self):
        h3, v3 = self.width + 480, self.height + 48
        text = _CONFIG.format(width=self.width, height=self.height, clock=h3 * v3 * 60 / 1e6,
                              h1=self.width + 48, h2=self.width + 160, h3=h3,
                              v1=self.height + 3, v2=self.height + 9, v3=v3)
        layout = ['Section "ServerLayout"', '  Identifier "layout"', '  Screen "screen"']
        for name, options in _DEVICES.items():
            lines = [f'Identifier "{name}"', 'Driver "inputtest"',
                     f'Option "SocketPath" "{self._socket_path(name)}"'] + options
            text += 'Section "InputDevice"\n' + "".join(f"  {line}\n" for line in lines)
            text += "EndSection\n"
            layout.append(f'  InputDevice "{name}"')
        return text + "\n".join(layout + ["EndSection", ""])

    def start(self):
        super().start()
        try:
            for name in _DEVICES:
                self._devices[name] = _Device(self._socket_path(name))
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self):
        # The server first: it spins once a socket closes.
        stop_process(self._process)
        for device in self._devices.values():
            device.close()
        self._devices = {}
        self._near = {}
        super().stop()

    def sync(self):
        self._send(_WAIT_FOR_SYNC)
        kind, _ = self._receive()
        if kind != _SYNC_FINISHED:
            raise RuntimeError(f"unexpected answer {kind}")

    def close(self):
        self._socket.close()


class PenRig(XServer):
    """The server with its devices. Use it in a with statement, or start() and stop()."""

    def __init__(self, width=1600, height=1000):
        super().__init__(width, height)
        self._devices = {}
        self._near = {}

    def command(self):
        config = os.path.join(self.folder, "xorg.conf")
        with open(config, "w", encoding="utf-8") as output:
            output.write(self._configuration())
        # The binary itself: a wrapper in its place may ask for a console.
        return ["/usr/lib/xorg/Xorg", "-config", config, "-noreset", "-novtswitch", "-sharevts",
                "-nolisten", "tcp", "-logfile", os.path.join(self.folder, "xorg.log")]

    def _socket_path(self, name):
        return os.path.join(self.folder, name.replace(" ", "-"))

    def _configuration(self):
        h3, v3 = self.width + 480, self.height + 48
        text = _CONFIG.format(width=self.width, height=self.height, clock=h3 * v3 * 60 / 1e6,
                              h1=self.width + 48, h2=self.width + 160, h3=h3,
                              v1=self.height + 3, v2=self.height + 9, v3=v3)
        layout = ['Section "ServerLayout"', '  Identifier "layout"', '  Screen "screen"']
        for name, options in _DEVICES.items():
            lines = [f'Identifier "{name}"', 'Driver "inputtest"',
                     f'Option "SocketPath" "{self._socket_path(name)}"'] + options
            text += 'Section "InputDevice"\n' + "".join(f"  {line}\n" for line in lines)
            text += "EndSection\n"
            layout.append(f'  InputDevice "{name}"')
        return text + "\n".join(layout + ["EndSection", ""])

    def start(self):
        super().start()
        try:
            for name in _DEVICES:
                self._devices[name] = _Device(self._socket_path(name))
        except BaseException:
            self.stop()
            raise
        return self

    def stop(self):
        # The server first: it spins once a socket closes.
        folder, self.folder = self.folder, None
        super().stop()
        self.folder = folder
        for device in self._devices.values():
            device.close()
        self._devices = {}
        self._near = {}
        super().stop()

    def sync(self):
        """Returns when the server has processed everything sent so far."""
        for device in self._devices.values():
            device.sync()

    # The pen and its other end.

    def set_tools(self, seconds=20.0):
        """Tells the application which device is which end of the pen.

        GDK learns it from a change of these properties, so call this once the application
        listens: after its window is there.
        """
        for name, kind, serial in ((PEN, "STYLUS", 12345), (ERASER, "ERASER", 12346)):
            number = self._xinput("list", "--id-only", name).strip()
            self._xinput("set-prop", "--type=atom", "--format=32", number, "Wacom Tool Type", kind)
            self._xinput("set-prop", "--type=int", "--format=32", number, "Wacom Serial IDs", "0",
                         "0", "0", str(serial), "2083")

    def _xinput(self, *arguments):
        return subprocess.run(["xinput", *arguments], check=True, timeout=20, text=True,
                              stdout=subprocess.PIPE, env=self.environment()).stdout

    def _position(self, x, y, pressure=None):
        # The server scales 0..65535 to the pixels; the middle of a pixel stays in it.
        values = {
            _AXIS_X: min(max((x + 0.5) / self.width, 0.0), 1.0) * _AXIS_MAX,
            _AXIS_Y: min(max((y + 0.5) / self.height, 0.0), 1.0) * _AXIS_MAX,
        }
        if pressure is not None:
            values[_AXIS_PRESSURE] = round(min(max(pressure, 0.0), 1.0) * _PRESSURE_MAX)
        return values

    def _enter(self, name, x, y):
        if not self._near.get(name):
            self._devices[name].proximity(True, self._position(x, y, 0))
            self._near[name] = True

    def _leave(self, name, x, y):
        if self._near.get(name):
            self._devices[name].proximity(False, self._position(x, y, 0))
            self._devices[name].sync()
            self._near[name] = False

    def _hover(self, name, x, y):
        self._enter(name, x, y)
        self._devices[name].motion(self._position(x, y, 0))
        self._devices[name].sync()

    def _press(self, name, x, y, pressure):
        self._enter(name, x, y)
        device = self._devices[name]
        device.motion(self._position(x, y, pressure))
        device.button(1, True, self._position(x, y, pressure))
        device.sync()

    def _move(self, name, x, y, pressure):
        self._devices[name].motion(self._position(x, y, pressure))
        self._devices[name].sync()

    def _release(self, name, x, y):
        self._devices[name].button(1, False, self._position(x, y, 0))
        self._devices[name].sync()

    def _stroke(self, name, points, hertz):
        """Draws one stroke through (x, y, pressure) points and lifts.

        With HERTZ the points are sent at that pace, as a hand does, whose speed matters to
        smoothing; without, as fast as the server takes them.
        """
        (x, y, pressure), start = points[0], time.monotonic()
        self._hover(name, x, y)
        self._press(name, x, y, pressure)
        for count, (x, y, pressure) in enumerate(points[1:], 1):
            if hertz:
                time.sleep(max(0.0, start + count / hertz - time.monotonic()))
            self._move(name, x, y, pressure)
        self._release(name, x, y)

    def pen_proximity(self, inside, x=0, y=0):
        (self._hover if inside else self._leave)(PEN, x, y)

    def pen_down(self, x, y, pressure=0.5):
        self._press(PEN, x, y, pressure)

    def pen_move(self, x, y, pressure=0.5):
        self._move(PEN, x, y, pressure)

    def pen_up(self, x, y):
        self._release(PEN, x, y)

    def pen_stroke(self, points, hertz=None):
        self._stroke(PEN, points, hertz)

    def pen_tap(self, x, y):
        """Down and up in one place, and the program has got it."""
        self.pen_stroke([(x, y, 0.5)])
        self.sync()

    def pen_button(self, button, press, x, y, pressure=0):
        """A button on the side of the pen: 2 is the middle one, 3 the right one."""
        self._enter(PEN, x, y)
        self._devices[PEN].button(button, press, self._position(x, y, pressure))
        self._devices[PEN].sync()

    def pen_hover(self, x, y, pressure=0):
        """The pen moves over the paper."""
        self._enter(PEN, x, y)
        self._move(PEN, x, y, pressure)

    def eraser_proximity(self, inside, x=0, y=0):
        (self._hover if inside else self._leave)(ERASER, x, y)

    def eraser_down(self, x, y, pressure=0.5):
        self._press(ERASER, x, y, pressure)

    def eraser_move(self, x, y, pressure=0.5):
        self._move(ERASER, x, y, pressure)

    def eraser_up(self, x, y):
        self._release(ERASER, x, y)

    def eraser_stroke(self, points, hertz=None):
        self._stroke(ERASER, points, hertz)

    # Fingers.

    def touch_begin(self, finger, x, y):
        self._touch(finger, _TOUCH_BEGIN, x, y)

    def touch_update(self, finger, x, y):
        self._touch(finger, _TOUCH_UPDATE, x, y)

    def touch_end(self, finger, x, y):
        self._touch(finger, _TOUCH_END, x, y)

    def touch_tap(self, x, y):
        self.touch_stroke([(x, y)])

    def touch_stroke(self, points):
        """One finger along points of which the first two numbers are x and y, and the program has got it."""
        self.touch_begin(0, *points[0][:2])
        for point in points[1:]:
            self.touch_update(0, *point[:2])
        self.touch_end(0, *points[-1][:2])
        self.sync()

    def _touch(self, finger, phase, x, y):
        self._devices[TOUCH].touch(finger, phase, self._position(x, y, 0.5))
        self._devices[TOUCH].sync()

    # The mouse.

    def mouse_move(self, x, y):
        self._devices[MOUSE].motion(self._position(x, y))
        self._devices[MOUSE].sync()

    def mouse_down(self, x, y, button=1):
        self._mouse_button(x, y, button, True)

    def mouse_up(self, x, y, button=1):
        self._mouse_button(x, y, button, False)

    def _mouse_button(self, x, y, button, press):
        self._devices[MOUSE].motion(self._position(x, y))
        self._devices[MOUSE].button(button, press, {})
        self._devices[MOUSE].sync()

    def mouse_click(self, x, y, button=1):
        self.mouse_down(x, y, button)
        self.mouse_up(x, y, button)

    def mouse_drag(self, points, button=1):
        """Presses at the first (x, y), goes through the others and lets go at the last."""
        self.mouse_move(*points[0])
        self.mouse_down(*points[0], button)
        for x, y in points[1:]:
            self.mouse_move(x, y)
        self.mouse_up(*points[-1], button)

    def mouse_scroll(self, notches_y, notches_x=0):
        """Turns the wheel; a positive number of notches scrolls down, or to the right."""
        device = self._devices[MOUSE]
        for notches, forth, back in ((notches_y, 5, 4), (notches_x, 7, 6)):
            button = forth if notches > 0 else back
            for _ in range(abs(notches)):
                device.button(button, True, {})
                device.button(button, False, {})
        device.sync()

    # The keyboard, us layout.

    def key_down(self, name):
        self._key(name, True)

    def key_up(self, name):
        self._key(name, False)

    def _key(self, name, press):
        self._devices[KEYBOARD].key(_KEYS[_SIGNS.get(name, name)], press)
        self._devices[KEYBOARD].sync()

    def key(self, chord):
        """Presses and releases one key, or a chord such as "ctrl+shift+z"."""
        names = chord.split("+") if len(chord) > 1 else [chord]
        for name in names:
            self.key_down(name)
        for name in reversed(names):
            self.key_up(name)

    def type(self, text):
        """Types a text of ASCII characters."""
        for sign in text:
            if sign in _SHIFTED or sign.isupper():
                self.key("shift+" + _SHIFTED.get(sign, sign.lower()))
            else:
                self.key(sign)

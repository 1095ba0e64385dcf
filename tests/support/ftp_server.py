# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of this machine as a share of another one: an FTP server that any name may write to.

The desktop's virtual file system mounts it as it mounts a share of a shop, so that a test meets a
folder that is not local: no path, no lock, no rename that replaces, and a server that can go away.
"""

import socket
import subprocess
import sys

from x_server import stop_process


class FtpServer:
    """Serves FOLDER on this machine alone. The port stays the same when it is stopped and started."""

    def __init__(self, folder):
        self.folder = folder
        self._process = None
        with socket.create_server(("127.0.0.1", 0)) as free:
            self.port = free.getsockname()[1]

    def uri(self, name=""):
        return f"ftp://anonymous@127.0.0.1:{self.port}/{name}"

    def start(self):
        self._process = subprocess.Popen(
            [sys.executable, __file__, self.folder, str(self.port)], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        if self._process.stdout.readline().strip() != "ready":
            raise RuntimeError("the FTP server did not start")

    def stop(self):
        stop_process(self._process)
        if self._process is not None:
            self._process.stdout.close()
        self._process = None


def _serve(folder, port):
    from pyftpdlib.authorizers import DummyAuthorizer  # pylint: disable=import-outside-toplevel
    from pyftpdlib.handlers import FTPHandler  # pylint: disable=import-outside-toplevel
    from pyftpdlib.servers import FTPServer as Server  # pylint: disable=import-outside-toplevel

    authorizer = DummyAuthorizer()
    authorizer.add_anonymous(folder, perm="elradfmwMT")
    handler = type("Handler", (FTPHandler,), {"authorizer": authorizer})
    listening = socket.create_server(("127.0.0.1", port), reuse_port=False)
    server = Server(listening, handler)
    print("ready", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    _serve(sys.argv[1], int(sys.argv[2]))

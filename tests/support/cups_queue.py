# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A print server of one's own with one printer, whose paper is a file. What is sent to it goes the way of every
job: through CUPS's filters, where pages are fitted to papers, and through the driver of CUPS-PDF."""

import getpass
import grp
import os
import subprocess
import tempfile

from x_server import stop_process, wait_until

DRIVER = "/usr/share/ppd/cups-pdf/CUPS-PDF_opt.ppd"

CONF = """LogLevel info
Listen {folder}/run/cups.sock
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""

FILES = """SystemGroup {system}
User {user}
Group {group}
FileDevice Yes
ServerRoot {folder}/root
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/run
TempDir {folder}/tmp
DataDir /usr/share/cups
ServerBin /usr/lib/cups
AccessLog {folder}/log/access
ErrorLog {folder}/log/error
PageLog {folder}/log/page
"""


class CupsQueue:
    """Use as a context: `environment` is for its clients, `name` that of the printer."""

    name = "Ring"

    def __init__(self):
        self.folder = tempfile.mkdtemp(prefix="ring-cups-")
        self.environment = {"CUPS_SERVER": os.path.join(self.folder, "run/cups.sock")}
        self.out = os.path.join(self.folder, "out.ps")
        self._daemon = None

    def __enter__(self):
        os.chmod(self.folder, 0o755)
        for name in ("root/ppd", "spool", "cache", "run", "log", "tmp"):
            os.makedirs(os.path.join(self.folder, name))
        root = os.getuid() == 0
        user = "lp" if root else getpass.getuser()
        group = "lp" if root else grp.getgrgid(os.getgid()).gr_name
        # CUPS wants its administrators in another group than its filters.
        system = "root" if group != "root" else "adm"
        for name, text in (("cupsd.conf", CONF), ("cups-files.conf", FILES)):
            with open(os.path.join(self.folder, "root", name), "w", encoding="utf-8") as file:
                file.write(text.format(folder=self.folder, user=user, group=group, system=system))
        if root:
            subprocess.run(["chown", "-R", "lp:lp", *(os.path.join(self.folder, name)
                                                      for name in ("spool", "cache", "run", "tmp"))], check=True)
        self._daemon = subprocess.Popen(["/usr/sbin/cupsd", "-f", "-c", os.path.join(self.folder, "root/cupsd.conf"),
                                         "-s", os.path.join(self.folder, "root/cups-files.conf")])
        wait_until(lambda: os.path.exists(self.environment["CUPS_SERVER"]), "the print server")
        self.run("lpadmin", "-p", self.name, "-E", "-v", "file:" + self.out, "-P", DRIVER)
        self.run("lpadmin", "-d", self.name)
        return self

    def __exit__(self, *unused):
        self.stop()

    def stop(self):
        """The server is gone, as one whose plug was pulled."""
        if self._daemon is not None:
            stop_process(self._daemon)
            self._daemon = None

    def run(self, *words):
        return subprocess.run(words, check=True, env={**os.environ, **self.environment}, timeout=60, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout

    def wait_paper(self, n, pdf):
        """Waits until N jobs were printed, and makes PDF of the last one as CUPS-PDF does it."""
        def printed():
            done = self.run("lpstat", "-W", "completed", "-o").splitlines()
            return len(done) >= n and os.path.exists(self.out)
        wait_until(printed, "the printed job", 60)
        subprocess.run(["ps2pdf", self.out, pdf], check=True, timeout=60)

# SPDX-FileCopyrightText: The Ringwright authors
# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
#
# The Debian 12 packages that Ringwright needs, and how scripts/run and scripts/test get them.
# This file is read by both, not run.

# To build the program.
# shellcheck disable=SC2034 # The scripts that read this file use these lists.
build_packages='
  gcc libc6-dev meson ninja-build pkg-config gettext
  libgtk-4-dev libadwaita-1-dev libcairo2-dev libgdk-pixbuf-2.0-dev librsvg2-dev libxml2-dev libxxhash-dev
  libsqlite3-dev libcsv-dev libgmime-3.0-dev libqrencode-dev libjson-glib-dev libpango1.0-dev libglib2.0-dev
  libglib2.0-dev-bin zlib1g-dev
  desktop-file-utils gtk-update-icon-cache shared-mime-info
'

# To see it as it is meant: icons, fonts, and settings that are kept.
# shellcheck disable=SC2034
run_packages='
  adwaita-icon-theme hicolor-icon-theme librsvg2-common
  fonts-cantarell fonts-dejavu-core fontconfig dconf-gsettings-backend dbus-daemon
'

# To test it: X servers with and without a pen, a session bus, assistive technology, and other
# people's programs that must agree about our files.
# shellcheck disable=SC2034
test_packages='
  xvfb xserver-xorg-core xserver-xorg-video-dummy xinput xdotool x11-xkb-utils xkb-data
  libgl1-mesa-dri dbus-daemon at-spi2-core
  python3 python3-gi gir1.2-glib-2.0 gir1.2-atspi-2.0 gir1.2-gtk-4.0 libglib2.0-bin
  poppler-utils librsvg2-bin libxml2-utils appstream inkscape imagemagick chromium
  cups-daemon cups-client cups-filters printer-driver-cups-pdf ghostscript
  gvfs gvfs-backends python3-pyftpdlib
  qpdf zbar-tools locales git shellcheck
'

# Says what is wrong and ends.
fail() {
  echo "$(basename "$0"): $*" >&2
  exit 1
}

# Prints those of the named packages that are not installed.
missing_packages() {
  dpkg-query -W -f '${Package} ${db:Status-Status}\n' "$@" 2>/dev/null |
    awk -v wanted="$*" '
      $2 == "installed" { have[$1] = 1 }
      END {
        n = split(wanted, names, " ")
        for (i = 1; i <= n; i++)
          if (!(names[i] in have) && !seen[names[i]]++)
            print names[i]
      }'
}

# Runs a command as root.
as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  else
    sudo "$@"
  fi
}

# Installs what is missing of the named packages; quick and silent when nothing is.
install_packages() {
  command -v dpkg-query >/dev/null ||
    fail "this script installs Debian packages, and here is no dpkg. Install by hand: $*"
  missing=$(missing_packages "$@")
  [ -n "$missing" ] || return 0

  # Names hold no spaces, so from here on the list may fall apart into words.
  # shellcheck disable=SC2086
  set -- $missing
  if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
    fail "these Debian packages are missing, and without sudo only root can install them: $*"
  fi
  echo "Installing $# Debian packages: $*"

  log=$(mktemp)
  # A failed update is not the end: the packages may be known already.
  as_root env DEBIAN_FRONTEND=noninteractive apt-get -q update >"$log" 2>&1 || cat "$log" >&2

  unknown=
  for package; do
    if ! apt-cache show --no-all-versions "$package" >/dev/null 2>&1; then
      unknown="$unknown $package"
    fi
  done
  if [ -n "$unknown" ]; then
    rm -f "$log"
    fail "apt-get knows no package named$unknown. Is the main archive of Debian 12 (bookworm)" \
      'in /etc/apt/sources.list?'
  fi

  if ! as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y --no-install-recommends \
    -o DPkg::Lock::Timeout=300 install "$@" >"$log" 2>&1; then
    tail -n 20 "$log" >&2
    rm -f "$log"
    fail "apt-get could not install: $(missing_packages "$@" | tr '\n' ' ')"
  fi
  rm -f "$log"
}

# build_tree FOLDER OPTION...: configures FOLDER with these options, unless it is, and builds it.
# What the tools say is shown only when something fails.
# shellcheck disable=SC2154 # The scripts that read this file set root.
build_tree() {
  tree=$1
  shift
  mkdir -p "$tree"
  if [ ! -f "$tree/build.ninja" ] || [ "$(cat "$tree/options" 2>/dev/null)" != "$*" ]; then
    rm -rf "$tree"
    mkdir -p "$tree"
    if ! meson setup "$tree" "$root" "$@" >"$tree/setup.log" 2>&1; then
      cat "$tree/setup.log" >&2
      return 1
    fi
    echo "$*" >"$tree/options"
  fi
  if ! ninja -C "$tree" >"$tree/build.log" 2>&1; then
    cat "$tree/build.log" >&2
    return 1
  fi
}

#!/usr/bin/env bash
# Sees to the system's packages: `system_libraries.sh run` for the window, `system_libraries.sh test` for the tests too.
# On Debian and Ubuntu: root gets what is missing installed, anybody else is told the command and stopped.
# Elsewhere Qt's wheels bring what they need, or the desktop has it: nothing to do.
set -euo pipefail
cd "$(dirname "$0")/.."

run=(
    libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0                                # any Qt window
    libgssapi-krb5-2                                                                                    # QtNetwork's, which the tones' QtMultimedia brings
    libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0 libxcb-xkb1 libxkbcommon-x11-0           # on X11
    libpulse0                                                                                           # sound, and with it the voice
    fonts-dejavu-core                                                                                   # one font at least
)
test=(
    "${run[@]}"
    xvfb xdotool                                    # a screen nobody sees, and somebody who presses the keys
    pulseaudio pulseaudio-utils                     # a loudspeaker nobody hears
    speech-dispatcher speech-dispatcher-espeak-ng   # somebody who speaks
    dbus                                            # a desktop that can be asked not to sleep
    at-spi2-core gir1.2-atspi-2.0 python3-gi        # somebody who has the screen read to them
)

case "${1:-}" in
    run) needed=("${run[@]}") ;;
    test) needed=("${test[@]}") ;;
    *) echo "usage: ${0##*/} run|test" >&2; exit 2 ;;
esac

command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || exit 0

if ! packaging/find_python.sh >/dev/null; then
    # Ubuntu 22.04's python3, there or not yet, is 3.10, but it has a 3.11 beside it.
    if grep -qsx 'UBUNTU_CODENAME=jammy' /etc/os-release; then
        needed+=(python3.11-venv)
    else
        needed+=(python3-venv)
    fi
fi

# Names of everything installed, and what each stands in for: newer systems call libglib2.0-0 libglib2.0-0t64.
installed=$(dpkg-query -W -f='${db:Status-Status}, ${Package}, ${Provides}\n' |
    sed -n 's/^installed, //p' | tr ',' '\n' | sed 's/ *(.*//; s/^ *//')
missing=()
for package in "${needed[@]}"; do
    grep -qxF "$package" <<<"$installed" || missing+=("$package")
done
[ ${#missing[@]} -gt 0 ] || exit 0

if [ "$(id -u)" = 0 ]; then
    echo "Installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -qq
    apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
else
    echo "Limber needs a few of the system's packages. Install them with this command, then try again:" >&2
    echo "  sudo apt-get update && sudo apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
fi

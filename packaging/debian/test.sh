#!/usr/bin/env bash
# Installs the .deb in a bare Debian 12, starts it there under a display of this machine, plays a session with the
# keyboard, looks for the sets it stored, removes the package and looks for what is left. Needs root, for debootstrap.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(id -u)" = 0 ] || { echo "Needs root to make a Debian of its own: sudo $0" >&2; exit 1; }
package=$(ls build/package/limber_*.deb)
root=$PWD/build/package/debian
apt-get install -y -qq --no-install-recommends debootstrap xvfb xdotool >/dev/null

ended() {
    umount "$root/proc" 2>/dev/null || true
    [ -z "${screen:-}" ] || kill "$screen" 2>/dev/null || true
}
trap ended EXIT
rm -rf "$root"
debootstrap --variant=minbase bookworm "$root" >/dev/null
for file in /etc/apt/apt.conf.d/*; do cp "$file" "$root/etc/apt/apt.conf.d/"; done  # how this machine reaches Debian
mount -t proc proc "$root/proc"

cp "$package" "$root/limber.deb"
inside() { chroot "$root" env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive "$@"; }
inside apt-get update -qq
inside apt-get install -y -qq -o Dpkg::Use-Pty=0 --no-install-recommends /limber.deb >/dev/null
inside dpkg -L limber > build/package/files.txt
echo "Installed: $(wc -l < build/package/files.txt) files and folders."

inside dpkg --verify limber
inside limber --version
inside env LANGUAGE=de limber --help | grep -q Optionen
inside env QT_QPA_PLATFORM=offscreen LIMBER_EXIT_AFTER_FIRST_PAINT=1 timeout 60 limber

# Its screen is outside: an X server's abstract socket is reached from within a chroot, so nothing of X is installed there.
: > build/package/display.txt
Xvfb -displayfd 5 -screen 0 1280x800x24 -nolisten tcp 5> build/package/display.txt 2>/dev/null &
screen=$!
until grep -q '[0-9]' build/package/display.txt; do sleep 0.1; done
display=:$(cat build/package/display.txt)
inside env DISPLAY="$display" QT_QPA_PLATFORM=xcb LIMBER_CLOCK_SPEED=60 timeout 120 limber &
program=$!
DISPLAY=$display timeout 60 xdotool search --sync --onlyvisible --name Limber windowfocus >/dev/null
played() { inside limber sessions --json 2>/dev/null | grep -c '"exercise"' || true; }
for _ in $(seq 60); do
    [ "$(played)" -lt 4 ] || break
    DISPLAY=$display xdotool key Return
    sleep 1
done
echo "Played: $(played) sets stored."
[ "$(played)" -ge 4 ]
DISPLAY=$display xdotool key ctrl+q || true
wait "$program" || true

inside apt-get purge -y -qq -o Dpkg::Use-Pty=0 limber >/dev/null
left=$(while read -r file; do [ -d "$root$file" ] || [ ! -e "$root$file" ] || echo "$file"; done < build/package/files.txt)
[ -z "$left" ] || { echo "Left behind: $left" >&2; exit 1; }
[ ! -e "$root/opt/limber" ]
[ -e "$root/root/.local/share/limber" ]
echo "Uninstalled clean; what was recorded stays."
umount "$root/proc"
rm -rf "$root"

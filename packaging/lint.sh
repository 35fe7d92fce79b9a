#!/usr/bin/env bash
# Looks over what can't be built on this machine: desktop file, AppStream metadata, Flatpak manifest, the scripts, and the
# Windows installer's script, which is compiled with a stand-in for the frozen folder.
set -euo pipefail
cd "$(dirname "$0")/.."
room=build/package/lint
rm -rf "$room" && mkdir -p "$room/limber/_internal"
[ "$(id -u)" != 0 ] || apt-get install -y -qq --no-install-recommends \
    desktop-file-utils appstream shellcheck nsis libxml2-utils python3-yaml man-db mandoc flatpak-builder >/dev/null
[ -e build/package/icons/limber.ico ] || .venv/bin/python packaging/make_icons.py build/package/icons

packaging/linux/install_desktop_files.sh "$room/usr"
desktop-file-validate "$room"/usr/share/applications/*.desktop
appstreamcli validate --no-net "$room"/usr/share/metainfo/*.xml
LIMBER_HOMEPAGE=https://limber.example packaging/linux/install_desktop_files.sh "$room/published"
appstreamcli validate --no-net --pedantic "$room"/published/share/metainfo/*.xml
xmllint --noout "$room"/usr/share/metainfo/*.xml "$room"/usr/share/mime/packages/*.xml packaging/macos/entitlements.plist
shellcheck packaging/*.sh packaging/*/*.sh
man --warnings -l packaging/linux/limber.1 >/dev/null
mandoc -T lint -W warning packaging/linux/limber.1
for file in limber.exe limber-cli.exe _internal/part; do echo stand-in > "$room/limber/$file"; done
makensis -V2 "-DVERSION=0.0.0" "-DFROZEN=$PWD/$room/limber" "-DICON=$PWD/build/package/icons/limber.ico" \
    "-DOUT=$PWD/$room/limber-setup.exe" packaging/windows/limber.nsi
ls "$room/limber-setup.exe"
(cd "$room" && flatpak-builder --show-manifest "$OLDPWD/packaging/flatpak/org.limber.Limber.yml") >/dev/null
/usr/bin/python3 packaging/flatpak/lint.py
echo "Everything that can't be built here was looked over."

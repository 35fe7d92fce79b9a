#!/usr/bin/env bash
# `install_desktop_files.sh PREFIX`: what makes a Linux desktop know Limber, into PREFIX/share. For every kind of package.
# LIMBER_HOMEPAGE, where set, is the address that the software centres name, and that they fetch the pictures from.
# Every name begins with the program's id: a Flatpak hands on no others.
set -euo pipefail
cd "$(dirname "$0")/../.."
share=$1/share
id=org.limber.Limber
icons=build/package/icons
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' app/__init__.py)
day=$(sed -nE "s/^## \[?$version\]?.*([0-9]{4}-[0-9]{2}-[0-9]{2}).*/\1/p" CHANGELOG.md | head -1)
homepage=${LIMBER_HOMEPAGE:-}
[ -n "$homepage" ] && published='/LIMBER_HOMEPAGE/d' || published='/LIMBER_HOMEPAGE says/,/\/LIMBER_HOMEPAGE/d'

install -Dm644 "packaging/linux/$id.desktop" "$share/applications/$id.desktop"
install -Dm644 "packaging/linux/$id.mime.xml" "$share/mime/packages/$id.xml"
install -d "$share/metainfo"
sed "$published; s/@VERSION@/$version/; s/@DATE@/${day:-$(date -u +%F)}/; s|@HOMEPAGE@|$homepage|" \
    "packaging/linux/$id.metainfo.xml" > "$share/metainfo/$id.metainfo.xml"
chmod 644 "$share/metainfo/$id.metainfo.xml"
install -Dm644 packaging/app_icon.svg "$share/icons/hicolor/scalable/apps/$id.svg"
for size in 16 22 24 32 48 64 128 256 512; do
    install -Dm644 "$icons/limber-$size.png" "$share/icons/hicolor/${size}x$size/apps/$id.png"
done

#!/usr/bin/env bash
# `install_desktop_files.sh PREFIX`: what makes a Linux desktop know Limber, into PREFIX/share. For every kind of package.
set -euo pipefail
cd "$(dirname "$0")/../.."
share=$1/share
icons=build/package/icons
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' app/__init__.py)
day=$(sed -nE "s/^## \[?$version\]?.*([0-9]{4}-[0-9]{2}-[0-9]{2}).*/\1/p" CHANGELOG.md | head -1)

install -Dm644 packaging/linux/limber.desktop "$share/applications/limber.desktop"
install -Dm644 packaging/linux/limber-mime.xml "$share/mime/packages/limber.xml"
install -d "$share/metainfo"
sed "s/@VERSION@/$version/; s/@DATE@/${day:-$(date -u +%F)}/" packaging/linux/limber.metainfo.xml > "$share/metainfo/org.limber.Limber.metainfo.xml"
chmod 644 "$share/metainfo/org.limber.Limber.metainfo.xml"
install -Dm644 packaging/app_icon.svg "$share/icons/hicolor/scalable/apps/limber.svg"
for size in 16 22 24 32 48 64 128 256 512; do
    install -Dm644 "$icons/limber-$size.png" "$share/icons/hicolor/${size}x$size/apps/limber.png"
done

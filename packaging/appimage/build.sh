#!/usr/bin/env bash
# Makes build/package/Limber.AppDir of the frozen program, and of it an AppImage where appimagetool is at hand.
# `build.sh --folder` stops at the folder, which runs as it is (`Limber.AppDir/AppRun`). LIMBER_SIGN_KEY, where set, is the
# GPG key that signs the AppImage.
set -euo pipefail
cd "$(dirname "$0")/../.."
room=build/package
[ -x "$room/limber/limber" ] || packaging/frozen/build.sh
app=$room/Limber.AppDir
rm -rf "$app"
install -d "$app/usr/lib"
cp -a "$room/limber" "$app/usr/lib/limber"
packaging/linux/install_desktop_files.sh "$app/usr"
ln -s usr/lib/limber/limber "$app/AppRun"
cp "$app/usr/share/applications/org.limber.Limber.desktop" "$app/"
cp "$app/usr/share/icons/hicolor/256x256/apps/org.limber.Limber.png" "$app/"
ln -s org.limber.Limber.png "$app/.DirIcon"
[ "${1:-}" != --folder ] || exit 0
command -v appimagetool >/dev/null || { echo "appimagetool is missing; the folder $app is ready for it." >&2; exit 1; }
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' app/__init__.py)
ARCH=$(uname -m) appimagetool ${LIMBER_SIGN_KEY:+--sign --sign-key "$LIMBER_SIGN_KEY"} "$app" "$room/Limber-$version-$(uname -m).AppImage"

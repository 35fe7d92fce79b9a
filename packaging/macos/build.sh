#!/usr/bin/env bash
# Freezes Limber on macOS into build/package/Limber.app and a disk image of it.
# LIMBER_SIGN_IDENTITY ("Developer ID Application: …") has PyInstaller sign every part of it with the entitlements beside
# this file, LIMBER_NOTARY_PROFILE (of notarytool's keychain) has it notarised. Without them it opens only after the person
# allowed it in System Settings, under Privacy & Security.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(uname)" = Darwin ] || { echo "A bundle for macOS is made on macOS." >&2; exit 1; }
room=build/package
packaging/frozen/build.sh
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' app/__init__.py)
image=$room/Limber-$version.dmg
plutil -lint "$room/Limber.app/Contents/Info.plist"
codesign --verify --deep --strict "$room/Limber.app"
rm -rf "$room/image" "$image"
mkdir "$room/image"
cp -R "$room/Limber.app" "$room/image/"
ln -s /Applications "$room/image/Applications"
hdiutil create -quiet -volname Limber -srcfolder "$room/image" -format UDZO "$image"
rm -rf "$room/image"
[ -z "${LIMBER_SIGN_IDENTITY:-}" ] || codesign --timestamp --sign "$LIMBER_SIGN_IDENTITY" "$image"
if [ -n "${LIMBER_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$LIMBER_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
echo "$image: $(du -h "$image" | cut -f1)"

#!/usr/bin/env bash
# Freezes Limber on macOS into build/package/Limber.app and a disk image of it.
# LIMBER_SIGN_IDENTITY ("Developer ID Application: …") signs it, LIMBER_NOTARY_PROFILE (of notarytool's keychain) has it
# notarised; without them it opens only after a right click and Open.
set -euo pipefail
cd "$(dirname "$0")/../.."
[ "$(uname)" = Darwin ] || { echo "A bundle for macOS is made on macOS." >&2; exit 1; }
room=build/package
packaging/frozen/build.sh
version=$(sed -n 's/^__version__ = "\(.*\)"/\1/p' app/__init__.py)
image=$room/Limber-$version.dmg
if [ -n "${LIMBER_SIGN_IDENTITY:-}" ]; then
    codesign --deep --force --timestamp --options runtime --entitlements packaging/macos/entitlements.plist \
        --sign "$LIMBER_SIGN_IDENTITY" "$room/Limber.app"
    codesign --verify --deep --strict "$room/Limber.app"
fi
rm -rf "$room/image" "$image"
mkdir "$room/image"
cp -R "$room/Limber.app" "$room/image/"
ln -s /Applications "$room/image/Applications"
hdiutil create -quiet -volname Limber -srcfolder "$room/image" -format UDZO "$image"
rm -rf "$room/image"
if [ -n "${LIMBER_NOTARY_PROFILE:-}" ]; then
    xcrun notarytool submit "$image" --keychain-profile "$LIMBER_NOTARY_PROFILE" --wait
    xcrun stapler staple "$image"
fi
echo "$image: $(du -h "$image" | cut -f1)"

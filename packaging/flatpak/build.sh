#!/usr/bin/env bash
# Builds the Flatpak into build/package/limber.flatpak. Needs flatpak-builder, and the remote “flathub” for the runtime.
# LIMBER_SIGN_KEY, where set, is the GPG key that signs it.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v flatpak-builder >/dev/null || { echo "flatpak-builder is missing: sudo apt install flatpak-builder" >&2; exit 1; }
room=build/package
[ -x "$room/limber/limber" ] || packaging/frozen/build.sh
sign=(${LIMBER_SIGN_KEY:+"--gpg-sign=$LIMBER_SIGN_KEY"})
flatpak-builder --user --install-deps-from=flathub --force-clean --state-dir="$room/flatpak-state" \
    --repo="$room/flatpak-repo" "${sign[@]}" "$room/flatpak" packaging/flatpak/org.limber.Limber.yml
flatpak build-bundle "${sign[@]}" "$room/flatpak-repo" "$room/limber.flatpak" org.limber.Limber
echo "$room/limber.flatpak: $(du -h "$room/limber.flatpak" | cut -f1)"

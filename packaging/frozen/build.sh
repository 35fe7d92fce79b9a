#!/usr/bin/env bash
# Freezes Limber into build/package/limber/: a folder that starts without Python or Qt installed.
# In a venv of its own, so that no tool of a developer comes along. KEEP_VENV=1 keeps it for a next build.
set -euo pipefail
cd "$(dirname "$0")/../.."
room=build/package
mkdir -p "$room"
python=${PYTHON:-$(packaging/find_python.sh)}
[ -e "$room/venv/made" ] || {
    "$python" -m venv --clear "$room/venv"
    touch "$room/venv/made"
}
"$room/venv/bin/python" -m pip install --quiet --constraint constraints.txt --editable '.[package]'
"$room/venv/bin/python" packaging/make_icons.py "$room/icons"
rm -rf "$room/limber" "$room/work"
"$room/venv/bin/python" -m PyInstaller --log-level WARN --noconfirm \
    --distpath "$room" --workpath "$room/work" packaging/frozen/limber.spec
rm -rf "$room/work"
# What only a debugger reads is a fifth of the folder. Wheels' own libraries are left alone: their pages are aligned by hand.
[ "$(uname)" != Linux ] || find "$room/limber/_internal" -name '*.so*' -type f ! -path '*.libs/*' ! -path '*/PySide6/*' \
    -exec strip --strip-unneeded {} +
[ "${KEEP_VENV:-}" ] || rm -rf "$room/venv"

echo "Frozen: $(du -sh "$room/limber" | cut -f1). The largest parts:"
(cd "$room/limber/_internal" && du -sh ./* ./PySide6/Qt/lib/* | sort -rh | head -12)

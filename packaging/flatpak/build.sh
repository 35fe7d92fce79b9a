#!/usr/bin/env bash
# Builds the Flatpak into build/package/limber.flatpak. Needs flatpak-builder, and Flathub for the runtime.
set -euo pipefail
cd "$(dirname "$0")/../.."
command -v flatpak-builder >/dev/null || { echo "flatpak-builder is missing: sudo apt install flatpak-builder" >&2; exit 1; }
room=build/package
rm -rf "$room/wheels"
# The runtime's Python is 3.12.
.venv/bin/python -m pip download --quiet --constraint constraints.txt --dest "$room/wheels" \
    --only-binary :all: --python-version 3.12 PySide6-Essentials PySide6-Addons SQLAlchemy alembic matplotlib \
    platformdirs wakepy fastjsonschema
.venv/bin/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir "$room/wheels" .
.venv/bin/python packaging/make_icons.py "$room/icons"
flatpak-builder --force-clean --repo="$room/flatpak-repo" --install-deps-from=flathub \
    "$room/flatpak" packaging/flatpak/org.limber.Limber.yml
flatpak build-bundle "$room/flatpak-repo" "$room/limber.flatpak" org.limber.Limber

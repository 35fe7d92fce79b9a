#!/usr/bin/env bash
# Builds the wheel, looks into it, installs it where nothing else is, uses it as a person would, and removes it again.
set -euo pipefail
cd "$(dirname "$0")/.."
room=build/package-test
rm -rf "$room"
mkdir -p "$room"

.venv/bin/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir "$room" .
wheel=$(echo "$room"/limber-*.whl)
inside=$(.venv/bin/python -m zipfile --list "$wheel")
for part in app/resources/exercises/ app/resources/routines/ app/resources/measures/ app/resources/themes/light.toml \
    app/resources/icons/ app/resources/i18n/de/LC_MESSAGES/limber.mo app/migrations/env.py app/migrations/versions/; do
    grep -qF "$part" <<<"$inside" || { echo "The wheel lacks $part." >&2; exit 1; }
done

.venv/bin/python -m venv "$room/venv"
bin=$PWD/$room/venv/bin
"$bin/python" -m pip install --quiet --constraint constraints.txt "$wheel"

# From a folder outside the checkout's own, so that only what was installed can be found.
limber() { (cd "$room" && LIMBER_DATA_DIR=data QT_QPA_PLATFORM=offscreen "$bin/limber" "$@"); }
limber --version
limber exercises --json | grep -q '"jefferson-curl"'
id=$(limber record floor-touch 4.5)
limber readings --json | grep -q "$id"
limber check
limber screenshots screenshots
ls "$room"/screenshots/*.png >/dev/null
echo "The installed program keeps what it records ($id) and draws $(find "$room/screenshots" -name "*.png" | wc -l) pages."

echo "Wheel: $(du -h "$wheel" | cut -f1). Installed with all it needs: $(du -sh "$room/venv" | cut -f1)."
du -sh "$room"/venv/lib/python*/site-packages/*/ | sort -rh | head -5
"$bin/python" -m pip uninstall --quiet --yes limber
[ ! -e "$bin/limber" ]
rm -rf "$room/venv"
echo "It uninstalls clean."

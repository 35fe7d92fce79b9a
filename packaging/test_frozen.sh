#!/usr/bin/env bash
# Uses the frozen program as a person would: with none of the checkout's Python within its reach.
set -euo pipefail
cd "$(dirname "$0")/.."
program=$PWD/build/package/limber/limber
room=build/package/frozen-test
rm -rf "$room" && mkdir -p "$room"

limber() { (cd "$room" && env -i PATH=/usr/bin:/bin HOME="$PWD" LANG=C.UTF-8 LIMBER_DATA_DIR=data "$@"); }
limber "$program" --version
limber LANGUAGE=de "$program" --help | grep -q Optionen
limber "$program" exercises --json | grep -q '"jefferson-curl"'
id=$(limber "$program" record floor-touch 4.5)
limber "$program" readings --json | grep -q "$id"
limber "$program" check
limber QT_QPA_PLATFORM=offscreen LIMBER_EXIT_AFTER_FIRST_PAINT=1 timeout 60 "$program"
limber QT_QPA_PLATFORM=offscreen timeout 300 "$program" report report.pdf
ls "$room"/.cache/matplotlib/fontlist-*.json >/dev/null  # so that a next chart need not look for the fonts again
limber QT_QPA_PLATFORM=offscreen timeout 300 "$program" screenshots screenshots >/dev/null
echo "The frozen program keeps what it records, reaches its window, writes a report and draws $(find "$room/screenshots" -name '*.png' | wc -l) pages."

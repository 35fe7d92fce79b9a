#!/usr/bin/env bash
# Opens Limber; where there is no screen to open it on, writes pictures of its pages instead.
set -euo pipefail
cd "$(dirname "$0")/.."

can_open_a_window() {
    [ "$(uname)" = Linux ] || return 0
    [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || return 1
    # Qt aborts when it can't; the braces keep what bash says about that to themselves.
    { .venv/bin/python -c 'from PySide6.QtGui import QGuiApplication; QGuiApplication([])'; } >/dev/null 2>&1
}

if can_open_a_window; then
    exec .venv/bin/limber
fi
echo "There is no display here, so no window can open."
echo "Writing pictures of every page into build/screenshots instead."
exec .venv/bin/limber screenshots build/screenshots

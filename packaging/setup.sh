#!/usr/bin/env bash
# Sets Limber up in .venv/ with the pinned versions. make calls it when the stamp is older than what it stands for.
# The stamp is written last: a set-up that was interrupted has none, and starts afresh.
set -euo pipefail
cd "$(dirname "$0")/.."
stamp=.venv/limber.stamp

if [ ! -e "$stamp" ]; then
    if ! python=$(packaging/find_python.sh); then
        echo "Limber needs Python 3.11 to 3.14 with its venv module, and found none." >&2
        echo "  Debian 12 or newer, Ubuntu 24.04 or newer:  sudo apt-get install python3-venv" >&2
        echo "  Ubuntu 22.04:                               sudo apt-get install python3.11-venv" >&2
        echo "  any other system:                           install it from python.org, then try again" >&2
        exit 1
    fi
    echo "Setting up .venv with $python. The first time this takes a few minutes."
    "$python" -m venv --clear .venv
else
    echo "What Limber needs has changed: bringing .venv up to date."
    rm "$stamp"
fi

export PIP_DISABLE_PIP_VERSION_CHECK=1
pip=(.venv/bin/python -m pip install --constraint constraints.txt)
"${pip[@]}" --quiet hatchling babel
"${pip[@]}" --quiet --no-build-isolation --editable '.[dev]'
touch "$stamp"

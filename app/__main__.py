"""`limber` and `python -m app`."""

import atexit
import faulthandler
import gc
import os
import sys
from importlib import import_module
from pathlib import Path

from app.cli import main as run

# What an installed Limber starts of itself; from a checkout Python starts the module.
_HELPERS = {
    "--voice-process": "app.ui.sound.voice_process",
    "--tones-process": "app.ui.sound.tones_process",
    "--awake-process": "app.ui.awake_process",
}

OBJECTS = 50_000
"""New ones before Python looks for garbage: a start makes a hundred thousand, and hardly any is garbage."""


def main() -> int:
    """The exit code; a crash below Python still leaves a trace of where it was."""
    os.umask(0o077)  # whatever is written is about somebody's health: for that person alone
    if sys.stderr is None:  # a program of Windows that has no terminal
        sys.stdout = sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115  # as long as it runs
    else:
        faulthandler.enable()
    gc.set_threshold(OBJECTS)
    atexit.register(gc.freeze)  # looking for garbage once more as everything ends takes a tenth of a start
    helper = _HELPERS.get(sys.argv[1]) if len(sys.argv) == 2 else None
    return import_module(helper).main() or 0 if helper else run()


if __name__ == "__main__":
    sys.exit(main())

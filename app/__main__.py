"""`limber` and `python -m app`."""

import faulthandler
import sys

from app.cli import main as run


def main() -> int:
    """The exit code; a crash below Python still leaves a trace of where it was."""
    if sys.stderr is not None:
        faulthandler.enable()
    return run()


if __name__ == "__main__":
    sys.exit(main())

"""The words after `limber`: those that open the window are read here, the verbs are in `grammar.py`."""

import argparse
import re
from collections.abc import Sequence

from app import __version__
from app.cli.parts import window
from app.i18n import N_, _

_NAMING = ("--data-dir", "--profile")  # what follows them is a name, whatever it looks like
ROUTINE_FILE = ".limber"
_FOR_THE_WINDOW = (*_NAMING, "--tray")
_OF_ARGPARSE = (
    N_("usage: "),
    N_("options"),
    N_("positional arguments"),
    N_("show this help message and exit"),
    N_("%(prog)s: error: %(message)s\n"),
    N_("argument %(argument_name)s: %(message)s"),
    N_("expected one argument"),
    N_("invalid choice: %(value)r (choose from %(choices)s)"),
    N_("not allowed with argument %s"),
    N_("the following arguments are required: %s"),
    N_("unrecognized arguments: %s"),
)
"""What argparse itself says of our command line; it looks for a translation (`app.i18n.lend_words`)."""

_BEGINS_NEGATIVE = re.compile(r"-[\d.,]")


def parse(words: Sequence[str]) -> argparse.Namespace:
    """The words of a command line. Ends the process with 2 on wrong usage, with 0 after --help and --version."""
    if all(_is_for_the_window(word) or before in _NAMING for before, word in _pairs(words)):
        parser = _common_options()  # the window opens, and nobody has to know the verbs for it
        parser.add_argument("--tray", action="store_true", help=argparse.SUPPRESS)  # as the computer starts it
        parser.add_argument("file", nargs="?", help=argparse.SUPPRESS)  # a routine's file, as a desktop opens it
    else:
        from app.cli.grammar import build

        parser = build(_common_options())
    options = argparse.Namespace(verb=window, data_dir=None, profile=None, json=False)
    return parser.parse_args(_with_true_minus(words), options)


def _is_for_the_window(word: str) -> bool:
    return word.startswith(_FOR_THE_WINDOW) or (word.casefold().endswith(ROUTINE_FILE) and not word.startswith("-"))


def _pairs(words: Sequence[str]) -> list[tuple[str, str]]:
    """Each word after the one before it."""
    return list(zip(["", *words], words, strict=False))


def _with_true_minus(words: Sequence[str]) -> Sequence[str]:
    """argparse takes the `-4,5` of `record` for an option; with a true minus sign it is a value."""
    pairs = _pairs(words)
    verb = next((word for before, word in pairs if not word.startswith("-") and before not in _NAMING), "")
    if verb != "record":
        return words
    from app.domain.units import MINUS

    return [
        MINUS + word[1:] if _BEGINS_NEGATIVE.match(word) and before not in (*_NAMING, "--note") else word
        for before, word in pairs
    ]


def _common_options() -> argparse.ArgumentParser:
    """Options that may stand before or after the verb: SUPPRESS keeps the verb's copy from undoing the first."""
    common = argparse.ArgumentParser(
        prog="limber", add_help=False, allow_abbrev=False, argument_default=argparse.SUPPRESS
    )
    common.add_argument("--data-dir", metavar=_("DIR"), help=_("where your data lies (else LIMBER_DATA_DIR)"))
    common.add_argument(
        "--profile",
        metavar=_("NAME"),
        help=_("whose data: one store a person (else the first one's; the window opens the last)"),
    )
    common.add_argument(
        "--version", action="version", version=f"limber {__version__}", help=_("show the version and exit")
    )
    return common

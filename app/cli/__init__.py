"""The command line: the words in, one answer out, and every failure that a person can act on as one line.

Ends with 0 on success, 1 when something is refused or fails, 2 on wrong usage.
"""

import json
import os
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

from app.cli.parser import parse
from app.cli.parts import Answer, Parts
from app.domain.clock import SystemClock
from app.domain.errors import Refused, os_reason
from app.exchange.errors import ExchangeError
from app.i18n import _, lend_words, use_language
from app.paths import data_dir, resources_dir
from app.store.errors import DamagedError, StoreError

INTERRUPTED = 130


def main(words: Sequence[str] | None = None) -> int:
    """Do what the words after `limber` say; the exit code."""
    use_language(resources_dir() / "i18n")
    lend_words(resources_dir() / "i18n")
    _speak_utf8()
    options = parse(sys.argv[1:] if words is None else words)
    parts: Parts | None = None
    try:
        parts = Parts(_data_dir(options.data_dir), options.profile, SystemClock())
        answer: Answer = options.verb(parts, options)
        if word := parts.word_on_profile():  # before the answer, which is nobody's then
            _complain(word)
        _print(answer, as_json=options.json)
        return answer.code
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # who read our answer has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except DamagedError as error:
        from app.cli.keeping import way_out

        _complain(f"{error} {way_out(parts) if parts else ''}")
    except (Refused, StoreError, ExchangeError) as error:
        _complain(f"{error} {parts.word_on_profile() if parts else ''}")
    except OSError as error:
        _complain(f"{error.filename or ''}: {os_reason(error)}".removeprefix(": "))
    return 1


def _data_dir(chosen: str | None) -> Path:
    folder = chosen if chosen is not None else os.environ.get("LIMBER_DATA_DIR")
    try:
        found = data_dir(Path(folder).expanduser() if folder else None)
        if folder and not _can_be(found):
            raise Refused(_("{folder} can't be read: it is not there, and can't be made.").format(folder=found))
        return found
    except RuntimeError as error:  # “~” of nobody on this machine
        raise Refused(_("“{folder}” can't be found: nobody of that name has a home folder here.").format(
            folder=folder)) from error  # fmt: skip


def _can_be(folder: Path) -> bool:
    """Whether it is there, or could be made where it is to be."""
    there = next((part for part in (folder, *folder.parents) if part.exists()), folder)
    return there == folder or (there.is_dir() and os.access(there, os.W_OK | os.X_OK))


def _print(answer: Answer, *, as_json: bool) -> None:
    text = json.dumps(answer.document, ensure_ascii=False, indent=2) if as_json else answer.text
    if text:
        sys.stdout.write(text if text.endswith("\n") else text + "\n")
        sys.stdout.flush()
    if answer.complaint:
        _complain(answer.complaint)


def _complain(sentence: str) -> None:
    sys.stderr.write("limber: " + " ".join(sentence.split()) + "\n")


def _speak_utf8() -> None:
    """Names, minus signs and line ends come through wherever the output goes, whatever the system's own ways."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")

"""Collects every word a person reads into `resources/i18n/limber.pot`: the list that translators start from.

From the program the texts marked with `_`, `ngettext`, `pgettext`, `npgettext` and `N_`; from the catalogue the fields
that are sentences or names. The list carries no dates and no line numbers, so it changes only when the words do.
`--check` writes nothing and ends with 1 where the list is stale.
"""

import sys
import tomllib
from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any, BinaryIO

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
LIST = ROOT / "resources" / "i18n" / "limber.pot"
CATALOGUE = ("exercises", "routines", "measures")
WORDED = frozenset(
    {
        "name",
        "aliases",
        "about",
        "muscles",
        "setup",
        "setup_right",
        "setup_without_load",
        "steps",
        "cautions",
        "feel",
        "easier",
        "mid_range",
        "why",
        "cue",
        "note",
    }
    | {"typical", "error_source", "zero_label", "protocol"}
)
"""The catalogue's fields that people read; every other is an id, a number or a choice."""

Message = tuple[int, str | None, str, list[str]]


def sentences(value: Any, worded: bool = False) -> Iterator[str]:
    """Every text at any depth under one of the `WORDED` fields."""
    if isinstance(value, dict):
        for field, inner in value.items():
            yield from sentences(inner, field in WORDED)
    elif isinstance(value, list):
        for inner in value:
            yield from sentences(inner, worded)
    elif isinstance(value, str) and worded and value:
        yield value


def from_catalogue(file: BinaryIO, keywords: Any, tags: Any, options: Any) -> Iterator[Message]:
    """Babel's extractor for one TOML file."""
    for text in sentences(tomllib.load(file)):
        yield 1, None, text, []


def collect() -> bytes:
    """The list as it should be now."""
    catalogue = Catalog(
        project="Limber",
        version="1",
        copyright_holder="the Limber developers",
        msgid_bugs_address=" ",
        header_comment="# Every word of Limber that a person reads. MIT licence, like Limber itself.\n#",
        creation_date=datetime(2026, 1, 1, tzinfo=UTC),
        charset="utf-8",
    )
    found = [*_walk("app", "**.py", "python"), *(w for f in CATALOGUE for w in _walk(f"resources/{f}", "**.toml"))]
    for where, message, context in sorted(found, key=lambda each: each[0]):
        catalogue.add(message, locations=[(where, 0)], context=context)
    out = BytesIO()
    write_po(out, catalogue, width=100, sort_output=True, include_lineno=False)
    return out.getvalue()


def _walk(folder: str, pattern: str, method: Any = from_catalogue) -> Iterator[tuple[str, Any, str | None]]:
    """File, message (a plural is a pair) and context of each text below `folder`."""
    found = extract_from_dir(ROOT / folder, method_map=[(pattern, method)], comment_tags=())
    for name, _line, message, _comments, context in found:
        yield f"{folder}/{name}", message, context


def main() -> int:
    fresh = collect()
    if sys.argv[1:] == ["--check"]:
        if LIST.is_file() and LIST.read_bytes() == fresh:
            return 0
        print("resources/i18n/limber.pot is not what the program says now: run `make words`.", file=sys.stderr)
        return 1
    LIST.write_bytes(fresh)
    print(f"{LIST.relative_to(ROOT)}: {fresh.count(b'msgid ') - 1} texts")
    return 0


if __name__ == "__main__":
    sys.exit(main())

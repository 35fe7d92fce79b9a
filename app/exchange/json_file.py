"""The lossless JSON file: everything of one store, out and in again.

`resources/schemas/limber-1.schema.json` says what is in it. No moment of export is written down, so that the same data
always makes the same file, byte for byte.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from app.domain.catalogue import Catalogue
from app.domain.reading_check import EARLIEST
from app.exchange.files import read_whole, write_whole
from app.exchange.parsing import ContentRefusedError, Refusal, UnusableError, parse_json
from app.i18n import _
from app.paths import resources_dir
from app.store.moments import parse_day, parse_utc
from app.store.possible import impossible
from app.store.rows import marked, problem_in
from app.store.store import Store
from app.store.tables import PEOPLES, own_id

FORMAT, VERSION = "limber", 1
OWNED = (
    ("sets", "session_id", "sessions"),
    ("pain_stops", "session_id", "sessions"),
    ("trials", "reading_id", "readings"),
)
PAIRS = {"own_measures": ("soft_low", "soft_high"), "goals": ("set_at", "set_offset_min")}
YEARS = range(EARLIEST.year, 3000)  # beyond them a moment can't be told at every offset
AHEAD = timedelta(days=1)  # the clock of the machine that wrote the file may be ahead of this one's
MOST_REFUSALS = 100

Rows = dict[str, list[dict[str, Any]]]


def export_json(store: Store, path: Path) -> None:
    """Write everything in `store` to `path`, whole or not at all. Raises StoreError, ExchangeError."""
    document = {"format": FORMAT, "version": VERSION, **store.dump()}
    text = json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False)
    write_whole(path, text.encode() + b"\n")


def read_json(path: Path, catalogue: Catalogue, now: datetime) -> Rows:
    """The rows of an export, as `Store.merge` takes them over. Raises ExchangeError, ContentRefusedError.

    `catalogue` is the built-in one. Readings and goals are held to the same rules as typed ones; those of none of its
    measures to the general ones. That goes for the person's own measures too: their ranges may have changed since.
    """
    try:
        document = parse_json(read_whole(path))
        _check_header(document)
        rows = understand(document)
    except UnusableError as error:
        raise ContentRefusedError(path, (error.refusal,)) from error
    return held_to_the_rules(path, rows, catalogue, now)


def understand(document: Any) -> Rows:
    """The rows by table, of the shape the schema asks for; a table that its Limber did not have yet is empty.

    Raises UnusableError.
    """
    _check_schema(document)
    return {table.name: document.get(table.name, []) for table in PEOPLES}


def held_to_the_rules(path: Path, rows: Rows, catalogue: Catalogue, now: datetime) -> Rows:
    """`rows` themselves, where they fit together and each could have been made here. Raises ContentRefusedError."""
    misfits = tuple(islice(_misfits(rows), MOST_REFUSALS))
    refused = misfits or tuple(islice(_impossible(rows, catalogue, now), MOST_REFUSALS))
    if refused:
        raise ContentRefusedError(path, refused)
    return rows


def _check_header(document: Any) -> None:
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise UnusableError("format", _("must be “limber”: this is no export of Limber's"))
    version = document.get("version")
    if isinstance(version, int) and version > VERSION:
        raise UnusableError(
            "version",
            _("is {version}, of a newer Limber: this one reads version {known}").format(version=version, known=VERSION),
        )


def _check_schema(document: Any) -> None:
    import fastjsonschema

    schema = resources_dir() / "schemas" / f"{FORMAT}-{VERSION}.schema.json"
    check = fastjsonschema.compile(json.loads(schema.read_text(encoding="utf-8")))
    try:
        check(document)
    except fastjsonschema.JsonSchemaValueException as error:
        where = str(error.name).removeprefix("data").removeprefix(".")
        raise UnusableError(where or _("the file"), _broken_rule(error)) from error


def _broken_rule(error: Any) -> str:
    """Which rule of the schema is broken, in words, with the value that breaks it. `error` is fastjsonschema's."""
    allowed, value = error.rule_definition, error.value
    if error.rule == "required":
        return _("lacks {names}").format(names=", ".join(name for name in allowed if name not in value))
    if error.rule == "additionalProperties":
        names = sorted(set(value) - set(error.definition["properties"]))
        return _("holds something unknown: {names}").format(names=_short(names))
    sentences = {
        "type": _("is {value}, must be of the kind {allowed}"),
        "const": _("is {value}, must be {allowed}"),
        "enum": _("is {value}, must be one of {allowed}"),
        "pattern": _("is {value}, must match {allowed}"),
        "minimum": _("is {value}, must be at least {allowed}"),
        "maximum": _("is {value}, must be at most {allowed}"),
        "minLength": _("is too short: {value}"),
        "maxLength": _("is too long: {value}"),
    }
    return sentences[error.rule].format(value=_short(value), allowed=json.dumps(allowed))


def _short(value: object) -> str:
    text = json.dumps(value)
    return text if len(text) <= 60 else f"{text[:60]}…"


def _misfits(rows: Rows) -> Iterator[Refusal]:
    """What the schema can't see: days that don't exist, ids that nobody would find again, rows without their owner."""
    found: dict[str, dict[str, int]] = {}
    for table in PEOPLES:
        places = found[table.name] = {}
        moments, days = marked(table, "moment"), marked(table, "day", "monday")
        unseen = marked(table, "day", "monday", "json", "texts", "jpeg")
        pair = PAIRS.get(table.name, ())
        for number, row in enumerate(rows[table.name]):
            where = f"{table.name}[{number}]"
            times = _impossible_times(where, row, moments, days)
            why = problem_in(table, row, unseen) or _half_given(pair, row)
            if times:
                yield from times
            elif why:
                yield Refusal(where, why)
            elif row["id"] != own_id(table, row):
                why = _("is {value}, must be {allowed}").format(value=row["id"], allowed=own_id(table, row))
                yield Refusal(f"{where}.id", why)
            first = places.setdefault(row["id"], number)
            if first != number:
                yield Refusal(f"{where}.id", _("is that of {other} already").format(other=f"{table.name}[{first}]"))
    for name, column, owners in OWNED:
        for number, row in enumerate(rows[name]):
            if row[column] not in found[owners]:
                why = _("is {value}, which none of the {owners} has").format(value=row[column], owners=owners)
                yield Refusal(f"{name}[{number}].{column}", why)


def _half_given(pair: Sequence[str], row: Mapping[str, Any]) -> str:
    """Why not, where only one of two values is there that belong together."""
    if not pair or len({row[column] is None for column in pair}) == 1:
        return ""
    return _("must hold both of {names} or neither").format(names=", ".join(pair))


def _impossible_times(where: str, row: Mapping[str, Any], moments: Sequence[str], days: Sequence[str]) -> list[Refusal]:
    odd = [(name, _("is {value}, no possible moment")) for name in moments if not _is_moment(row[name])]
    odd += [(name, _("is {value}, no possible day")) for name in days if not _is_day(row[name])]
    return [Refusal(f"{where}.{name}", why.format(value=row[name])) for name, why in odd]


def _is_day(text: str | None) -> bool:
    """Where there is one."""
    try:
        return text is None or parse_day(text).year in YEARS
    except ValueError:
        return False


def _is_moment(text: str | None) -> bool:
    """Where there is one."""
    try:
        return text is None or parse_utc(text).year in YEARS
    except ValueError:
        return False


def _impossible(rows: Rows, catalogue: Catalogue, now: datetime) -> Iterator[Refusal]:
    """What no other way in would let through."""
    for table, number, why in impossible(rows, catalogue, now + AHEAD):
        yield Refusal(f"{table}[{number}]", _("can't be kept: {why}").format(why=why))

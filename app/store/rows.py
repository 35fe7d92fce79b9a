"""What a row must be beyond what SQLite itself can see to: asked of rows from elsewhere, and of a store on demand."""

import json
import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import Column, Table

from app.domain.own.pictures import picture_bytes
from app.i18n import _
from app.store.moments import parse_day, parse_monday, parse_utc

READINGS_WITHOUT_TRIALS = (
    "SELECT id FROM readings WHERE deleted_at IS NULL AND NOT EXISTS "
    "(SELECT * FROM trials WHERE reading_id = readings.id AND trials.deleted_at IS NULL)"
)


@dataclass(frozen=True, slots=True)
class _Rule:
    """What may stand in a column: null or not, values of `kinds`, and for some text what reads it."""

    column: str
    nullable: bool
    kinds: tuple[type, ...]
    reading: str


@cache
def _rules(table: Table) -> dict[str, _Rule]:
    return {column.name: _rule(column) for column in table.columns}


def _rule(column: Column[Any]) -> _Rule:
    kind = column.type.python_type
    reading = next((kind for kind in _READERS if kind in column.info), "")
    return _Rule(column.name, bool(column.nullable), (float, int) if kind is float else (kind,), reading)


def marked(table: Table, *kinds: str) -> tuple[str, ...]:
    """The columns of `table` that hold one of `kinds`: "moment", "day", "monday", "json", "texts", "jpeg"."""
    return tuple(column.name for column in table.columns if any(kind in column.info for kind in kinds))


def problem(table: Table, row: Mapping[str, object]) -> str:
    """What is wrong with `row` as a row of `table`, as part of a sentence; empty if nothing is."""
    rules = _rules(table)
    if row.keys() != rules.keys():
        odd = ", ".join(sorted(map(str, rules.keys() ^ row.keys())))
        return _("these columns are missing or unknown: {columns}").format(columns=odd)
    return problem_in(table, row, tuple(row))


def problem_in(table: Table, row: Mapping[str, object], columns: tuple[str, ...]) -> str:
    """What is wrong with these columns of a row that has all of them and no others."""
    rules = _rules(table)
    for name in columns:
        why = _wrong(rules[name], row[name])
        if why:
            return why
    return ""


def _wrong(rule: _Rule, value: object) -> str:
    if value is None:
        return "" if rule.nullable else _("“{column}” is missing").format(column=rule.column)
    if not isinstance(value, rule.kinds) or isinstance(value, bool):
        return _("“{column}” is of the wrong kind").format(column=rule.column)
    if isinstance(value, float) and not math.isfinite(value):
        return _("“{column}” is not a number").format(column=rule.column)
    if rule.reading and not _reads(_READERS[rule.reading], value):
        return _unreadable(rule.reading, rule.column, value)
    return ""


def _unreadable(kind: str, column: str, value: object) -> str:
    return {
        "moment": _("“{column}” is {value}, not a moment such as {example}").format(
            column=column, value=value, example="2026-01-31T18:30:00.000000Z"
        ),
        "day": _("“{column}” is {value}, not a day such as {example}").format(
            column=column, value=value, example="2026-01-31"
        ),
        "monday": _("“{column}” is {value}, not a Monday such as {example}").format(
            column=column, value=value, example="2026-01-05"
        ),
        "json": _("“{column}” is not JSON").format(column=column),
        "texts": _("“{column}” is not a list of texts in JSON").format(column=column),
        "jpeg": _("“{column}” is not a picture").format(column=column),
    }[kind]


def _texts(value: str) -> None:
    """Whether the JSON is a list of texts."""
    texts = json.loads(value)
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise ValueError


def _reads(read: Any, value: object) -> bool:
    try:
        read(value)
    except (ValueError, RecursionError):
        return False
    return True


# How the text of each kind of column is read; ValueError or RecursionError where it can't be.
_READERS: dict[str, Callable[[str], object]] = {
    "moment": parse_utc,
    "day": parse_day,
    "monday": parse_monday,
    "json": json.loads,
    "texts": _texts,
    "jpeg": picture_bytes,
}

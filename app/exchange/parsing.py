"""The text of a file as plain values, or a sentence for why not; and how a refused content is told."""

import json
import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from app.exchange.errors import ExchangeError
from app.i18n import _

MOST_SHOWN = 30  # characters of what is not understood


@dataclass(frozen=True, slots=True)
class Refusal:
    """`where` in the file: `readings[3].side`, counted from 0 as JSON does, or the line; `why` without a full stop."""

    where: str
    why: str


class ContentRefusedError(ExchangeError):
    """What the file holds can't be used; `refused` tells all that was found."""

    def __init__(self, path: Path, refused: tuple[Refusal, ...]) -> None:
        first = refused[0]
        super().__init__(_("Nothing was taken from {file}: {where} {why}.").format(
            file=path, where=first.where, why=first.why))  # fmt: skip
        self.refused = refused


class UnusableError(Exception):
    """The file as a whole can't be used; only within this layer."""

    def __init__(self, where: str, why: str) -> None:
        super().__init__(where, why)
        self.refusal = Refusal(where, why)


def parse_json(content: bytes) -> Any:
    """UTF-8, and no numbers that are none. Raises UnusableError."""
    try:
        return json.loads(content.decode("utf-8-sig"), parse_constant=_no_number, parse_float=_finite)
    except UnicodeDecodeError as error:
        raise UnusableError(_("byte {number}").format(number=error.start), _("is not UTF-8 text")) from error
    except json.JSONDecodeError as error:
        there = " ".join(error.doc[error.pos : error.pos + 2 * MOST_SHOWN].split())
        raise not_the_form("JSON", error.lineno, error.colno, there) from error
    except RecursionError as error:
        raise UnusableError(_("the file"), _("is nested too deeply")) from error
    except ValueError as error:  # a whole number of thousands of digits
        raise UnusableError(_("the file"), _("holds a number that is too long")) from error


def not_the_form(form: str, line: int, column: int, there: str) -> UnusableError:
    """A text breaks off its form, JSON or TOML, at that place, counted from 1. `there` is what stands there, if any."""
    why = _("is not {form}: the file ends there, too early").format(form=form)
    if there:
        shown = "".join(
            letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in there[:MOST_SHOWN]
        )
        shown += "…" if len(there) > MOST_SHOWN else ""
        why = _("is not {form}: “{text}” can't stand there").format(form=form, text=shown)
    return UnusableError(_("line {line}, column {column}").format(line=line, column=column), why)


def _no_number(name: str) -> NoReturn:
    raise UnusableError(_("the file"), _("holds {name}, which is no number").format(name=name))


def _finite(text: str) -> float:
    number = float(text)
    if not math.isfinite(number):
        _no_number(text[:40])
    return number

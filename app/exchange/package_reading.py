"""A tidy package read back: what is missing here is brought back by its id, what is here is never changed.

The tables hold less than a store does, and a spreadsheet may have been at them. So every row counts as older than the
same row of any store: it adds, and never wins.
"""

import csv
import io
import zipfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from app.domain.catalogue import Catalogue
from app.domain.exercise import Side
from app.domain.measurement import Reading
from app.domain.training.sessions import FinishedSet, PainStop, Session
from app.exchange import tidy
from app.exchange.files import read_whole
from app.exchange.json_file import FORMAT, VERSION, Rows, held_to_the_rules, understand
from app.exchange.package import DESCRIPTOR
from app.exchange.parsing import ContentRefusedError, UnusableError, parse_json
from app.i18n import _
from app.store.moments import parse_utc, to_text
from app.store.shapes import rows_of

T = TypeVar("T")
_TRUTHS = {"true": True, "false": False}
_OLDER = timedelta(seconds=1)
MOST_UNPACKED = 64 * 1024 * 1024
MOST_ROWS = 500_000  # of one table: far more than a life has trials or sets


class Line(dict[str, str]):
    """The cells of a row by their column; `asked` is the one that was looked at last, so that its fault has a place."""

    asked = ""

    def __getitem__(self, column: str) -> str:
        self.asked = column
        return super().__getitem__(column)


def read_zip(path: Path, catalogue: Catalogue, now: datetime) -> Rows:
    """The rows of a package, as `Store.merge` takes them over. Raises ExchangeError, ContentRefusedError."""
    try:
        tables = _tables(read_whole(path))
        sessions, readings = _sessions(tables), _readings(tables["readings"])
        rows = understand({"format": FORMAT, "version": VERSION, "settings": [], **_older(rows_of(sessions, readings))})
    except UnusableError as error:
        raise ContentRefusedError(path, (error.refusal,)) from error
    return held_to_the_rules(path, rows, catalogue, now)


def _older(rows: Rows) -> Rows:
    return {
        name: [{**row, "updated_at": to_text(parse_utc(row["updated_at"]) - _OLDER)} for row in of_table]
        for name, of_table in rows.items()
    }


# The zip: nothing of it is ever written to the disk, and no more is unpacked than is read of any file


def _tables(content: bytes) -> dict[str, Iterator[Line]]:
    """The lines of each table, those of a missing one are none."""
    columns = {"readings": tidy.COLUMNS, "sessions": tidy.SESSION_COLUMNS, "sets": tidy.SET_COLUMNS,
               "pain_stops": tidy.STOP_COLUMNS}  # fmt: skip
    texts = _unpack(content, (DESCRIPTOR, *(f"{name}.csv" for name in columns)))
    descriptor = parse_json(texts.get(DESCRIPTOR, b"null"))
    if not isinstance(descriptor, dict) or descriptor.get("name") != FORMAT:
        raise UnusableError(DESCRIPTOR, _("is missing or not Limber's: this is no package of its tables"))
    return {name: _lines(f"{name}.csv", texts.get(f"{name}.csv"), wanted) for name, wanted in columns.items()}


def _unpack(content: bytes, wanted: tuple[str, ...]) -> dict[str, bytes]:
    left = MOST_UNPACKED
    found: dict[str, bytes] = {}
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for name in {*wanted} & {*package.namelist()}:
                with package.open(name) as member:
                    found[name] = member.read(left + 1)
                left -= len(found[name])
                if left < 0:
                    raise UnusableError(name, _("is too large: at most {most} MB are unpacked").format(
                        most=MOST_UNPACKED // 1024**2))  # fmt: skip
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, RuntimeError, NotImplementedError) as error:
        raise UnusableError(_("the file"), _("is no whole zip, or one with a password")) from error
    return found


def _lines(name: str, content: bytes | None, columns: tuple[str, ...]) -> Iterator[Line]:
    if content is None:
        return
    try:
        table = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), strict=True)
        first = next(table, [])
        lacking = [column for column in columns if column not in first]
        if lacking:
            raise UnusableError(name, _("lacks {names}").format(names=", ".join(lacking)))
        for number, cells in enumerate(table, 2):
            if len(cells) != len(first) or number > MOST_ROWS:
                why = _("row {number} is too short, too long or too many").format(number=number)
                raise _no_table(name, why)
            yield Line(zip(first, cells, strict=True))
    except UnicodeDecodeError as error:
        raise UnusableError(name, _("is not UTF-8 text")) from error
    except csv.Error as error:
        why = _("line {number} can't be read").format(number=table.line_num)
        raise _no_table(name, why) from error


def _no_table(name: str, why: str) -> UnusableError:
    return UnusableError(name, _("is no table with commas between its cells: {why}").format(why=why))


# The rows


def _sessions(tables: Mapping[str, Iterator[Line]]) -> Iterator[Session]:
    sets, stops = _by_session("sets", tables["sets"], _set), _by_session("pain_stops", tables["pain_stops"], _stop)
    for number, line in enumerate(tables["sessions"], 2):
        with _told("sessions.csv", number, line):
            yield Session(
                id=line["id"],
                routine_id=tidy.as_written(line["routine"]),
                routine_name=tidy.as_written(line["routine_name"]),
                started_at=_moment(line["started_at"]),
                finished_at=_if_any(_moment, line["finished_at"]),
                note=tidy.as_written(line["note"]),
                sets=tuple(sets.pop(line["id"], ())),
                pain_stops=tuple(stops.pop(line["id"], ())),
            )
    for name, left in (("sets.csv", sets), ("pain_stops.csv", stops)):
        for session in left:
            raise UnusableError(name, _("names the session “{id}”, which is not in sessions.csv").format(
                id=session[:60]))  # fmt: skip


def _by_session(name: str, lines: Iterator[Line], read: Callable[[Line], T]) -> defaultdict[str, list[T]]:
    found: defaultdict[str, list[T]] = defaultdict(list)
    for number, line in enumerate(lines, 2):
        with _told(f"{name}.csv", number, line):
            found[line["session"]].append(read(line))
    return found


def _set(line: Line) -> FinishedSet:
    return FinishedSet(
        work=int(line["work"]),
        exercise_id=tidy.as_written(line["exercise"]),
        exercise_name=tidy.as_written(line["exercise_name"]),
        planned=tidy.as_written(line["planned"]),
        side=_if_any(Side, line["side"]),
        set_number=int(line["set"]),
        reps=_if_any(int, line["reps"]),
        hold_s=_if_any(_number, line["hold_s"]),
        load_kg=_if_any(_number, line["load_kg"]),
        finished_at=_moment(line["finished_at"]),
        discomfort=_if_any(int, line["discomfort"]),
    )


def _stop(line: Line) -> PainStop:
    return PainStop(
        exercise_id=tidy.as_written(line["exercise"]),
        exercise_name=tidy.as_written(line["exercise_name"]),
        side=_if_any(Side, line["side"]),
        set_number=_if_any(int, line["set"]),
        stopped_at=_moment(line["stopped_at"]),
        id=_given(line["id"]),
    )


def _readings(lines: Iterable[Line]) -> Iterator[Reading]:
    trials: dict[str, dict[int, float]] = {}
    first: dict[str, tuple[int, Line]] = {}
    for number, line in enumerate(lines, 2):
        with _told("readings.csv", number, line):
            first.setdefault(line["id"], (number, line))
            of_reading = trials.setdefault(line["id"], {})
            if int(line["trial"]) != len(of_reading) + 1:
                raise ValueError(line["trial"])
            of_reading[int(line["trial"])] = _number(line["value"])
    for reading_id, (number, line) in first.items():
        with _told("readings.csv", number, line):
            yield Reading(
                id=reading_id,
                measure_id=tidy.as_written(line["measure"]),
                side=_if_any(Side, line["side"]),
                trials=tuple(trials[reading_id].values()),
                entered_unit=line["unit"],
                performed_at=_moment(line["performed_at"]),
                aid=tidy.as_written(line["aid"]) or None,
                warm=_TRUTHS[line["warm"].lower()],
                note=tidy.as_written(line["note"]),
                protocol_version=int(line["protocol_version"]),
            )


@contextmanager
def _told(name: str, number: int, line: Line) -> Iterator[None]:
    """A cell that can't be read is told with its table, its row, counted as a spreadsheet does, and its column."""
    try:
        yield
    except (ValueError, OverflowError, KeyError) as error:
        column = line.asked
        raise UnusableError(
            _("{file}, row {number}, column “{column}”").format(file=name, number=number, column=column),
            _("holds “{cell}”, which can't be read there").format(cell=line[column][:60]),
        ) from error


def _if_any(read: Callable[[Any], T], cell: str) -> T | None:
    return read(cell) if cell else None


def _given(cell: str) -> str:
    if not cell:
        raise ValueError(cell)
    return cell


def _number(cell: str) -> float:
    number = float(cell)
    if not abs(number) < float("inf"):
        raise ValueError(cell)
    return number


def _moment(cell: str) -> datetime:
    moment = datetime.fromisoformat(cell)
    if moment.utcoffset() is None:
        raise ValueError(cell)
    parse_utc(to_text(moment))
    return moment

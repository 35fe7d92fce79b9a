"""Which rows hold what nobody can have done: asked of an import, and of a store on demand.

`rows.py` says what a row must be to be read at all; here the domain judges what has been read.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from operator import itemgetter
from typing import Any, ParamSpec

from app.domain.catalogue import Catalogue
from app.domain.choices import check_choice
from app.domain.errors import Refused
from app.domain.exercise import Exercise
from app.domain.measurement import Measure
from app.domain.own.items import OwnItem, read_own_exercise, read_own_routine
from app.domain.own.measure import check_own_measure
from app.domain.progress.goals import check_goal
from app.domain.reading_check import check_any_reading, check_reading
from app.domain.training.sessions import check_amounts, check_discomfort, check_note
from app.store.values import choice_of, goal_of, own_measure_of, reading_of, set_of

P = ParamSpec("P")
Rows = Mapping[str, Sequence[Mapping[str, Any]]]
Found = tuple[str, int, str]


def impossible(rows: Rows, catalogue: Catalogue, now: datetime) -> Iterator[Found]:
    """Table, place in it counted from 0, and why, for what no way of typing would let through.

    `catalogue` is the built-in one, or an empty one: readings and goals of none of its measures are held to the general
    rules, and without exercises the routines are taken as they are. Deleted things count for nothing and may stay as
    they are. The rows are such as `rows.problem` finds nothing wrong with.
    """
    for number, row in _live(rows, "sessions"):
        yield from _said("sessions", number, _refusal(check_note, row["note"]))
    for number, row in _live(rows, "sets"):
        why = _refusal(check_amounts, set_of(row)) or _refusal(check_discomfort, row["discomfort"])
        yield from _said("sets", number, why)
    for number, row in _live(rows, "own_measures"):
        yield from _said("own_measures", number, _refusal(check_own_measure, own_measure_of(row)))
    yield from _impossible_readings(rows, catalogue.measures, now)
    for number, row in _live(rows, "goals"):
        yield from _said("goals", number, _refusal(check_goal, goal_of(row), catalogue.measures.get(row["measure_id"])))
    for number, row in _live(rows, "choices"):
        yield from _said("choices", number, _refusal(check_choice, choice_of(row)))
    yield from _impossible_items(rows, catalogue.exercises)


def _impossible_readings(rows: Rows, measures: Mapping[str, Measure], now: datetime) -> Iterator[Found]:
    values: defaultdict[str, list[float]] = defaultdict(list)
    for trial in sorted(rows.get("trials", ()), key=itemgetter("ordinal")):
        if trial["deleted_at"] is None:
            values[trial["reading_id"]].append(trial["value"])
    for number, row in _live(rows, "readings"):
        measure, reading = measures.get(row["measure_id"]), reading_of(row, tuple(values[row["id"]]))
        if measure is None:
            why = _refusal(check_any_reading, reading, now)
        else:
            why = _refusal(check_reading, measure, reading, now, confirmed=True)
        yield from _said("readings", number, why)


def _impossible_items(rows: Rows, built_in: Mapping[str, Exercise]) -> Iterator[Found]:
    """Exercises and routines that can't be read; a routine may name an exercise that was deleted since."""
    exercises = dict(built_in)
    for number, row in enumerate(rows.get("own_exercises", ())):
        item = OwnItem(row["exercise_id"], row["content"])
        try:
            exercises[item.id] = read_own_exercise(item.document)
        except Refused as refused:
            if row["deleted_at"] is None:
                yield "own_exercises", number, _why(refused)
    for number, row in _live(rows, "own_routines") if built_in else ():
        item = OwnItem(row["routine_id"], row["content"])
        yield from _said("own_routines", number, _refusal(read_own_routine, item.document, exercises))


def _live(rows: Rows, table: str) -> Iterator[tuple[int, Mapping[str, Any]]]:
    return ((number, row) for number, row in enumerate(rows.get(table, ())) if row["deleted_at"] is None)


def _said(table: str, number: int, why: str) -> Iterator[Found]:
    if why:
        yield table, number, why


def _refusal(check: Callable[P, object], *args: P.args, **kwargs: P.kwargs) -> str:
    """Why the thing can't be, without its full stop; empty if it can."""
    try:
        check(*args, **kwargs)
    except Refused as refused:
        return _why(refused)
    return ""


def _why(refused: Refused) -> str:
    return str(refused).removesuffix(".")

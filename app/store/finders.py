"""What was recorded, found in plain SQL by SQLite's own driver: a window can show it before SQLAlchemy is there.

Everything is found oldest first, and what is deleted is left out. Values go in as parameters alone.
"""

import json
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from sqlite3 import Cursor, Row
from typing import TYPE_CHECKING, Any, TypeVar

from app.domain.choices import Chosen, by_exercise
from app.domain.exercise import Side
from app.domain.measurement import Measure, Reading
from app.domain.own.pictures import picture_bytes
from app.domain.plan.proposal import ProposalAnswer
from app.domain.profile import Profile
from app.domain.training.sessions import Practice, Session
from app.store.database import Database
from app.store.moments import from_text, parse_utc, to_text
from app.store.values import answer_of, choice_of, goal_of, own_measure_of, pain_stop_of, reading_of, session_of, set_of
from app.store.who import KEY, profile_of

if TYPE_CHECKING:
    from app.domain.own.items import OwnItem
    from app.domain.own.measure import OwnMeasure
    from app.domain.progress.goals import Goal  # with it come all the statistics: only where goals are asked for

Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Checkpoint:
    """`session_id` is None before the first set is stored; `taken_at` is UTC."""

    session_id: str | None
    content: dict[str, Any]
    taken_at: datetime


class Finders:
    """Asks the open store. Everything may raise StoreError."""

    def __init__(self, database: Database) -> None:
        self._database = database

    # Sessions

    def sessions(self) -> list[Session]:
        return self._sessions("true")

    def sessions_since(self, moment: datetime) -> list[Session]:
        """Those begun at `moment` or later."""
        return self._sessions("started_at >= ?", to_text(moment))

    def unfinished_sessions(self) -> tuple[Session, ...]:
        """Those that run or were cut off."""
        return tuple(self._sessions("finished_at IS NULL"))

    def session(self, session_id: str) -> Session | None:
        return next(iter(self._sessions("id = ?", session_id)), None)

    def count_sessions(self) -> int:
        with self._database.finding() as rows:
            return int(rows.execute("SELECT count(*) FROM sessions WHERE deleted_at IS NULL").fetchone()[0])

    def practice(self, exercise_id: str) -> Practice | None:
        """How an exercise went so far; None where it was never done. A set with nothing in it is none."""
        mine = (
            "FROM sets JOIN sessions ON sessions.id = session_id WHERE sets.deleted_at IS NULL "
            "AND sessions.deleted_at IS NULL AND exercise_id = ? AND (reps > 0 OR hold_s > 0)"
        )
        with self._database.finding() as rows:
            # Beside its one max() SQLite gives the columns of that row: https://sqlite.org/lang_select.html#bareagg
            latest = "max(sets.finished_at), sets.finished_offset_min, session_id"
            found = f"SELECT count(DISTINCT sessions.rowid), {latest} {mine}"
            times, at, offset, session_id = rows.execute(found, [exercise_id]).fetchone()
            if not times:
                return None
            heaviest = f"SELECT max(load_kg) {mine} AND session_id = ?"
            load_kg = rows.execute(heaviest, [exercise_id, session_id]).fetchone()[0]
        return Practice(times, from_text(at, offset), load_kg)

    def first_started(self) -> datetime | None:
        """When the very first session began; None before there is one."""
        with self._database.finding() as rows:
            earliest = "SELECT * FROM sessions WHERE deleted_at IS NULL ORDER BY started_at LIMIT 1"
            row = rows.execute(earliest).fetchone()
            return None if row is None else session_of(row, (), ()).started_at

    # Readings

    def readings(self, measure_id: str | None = None) -> list[Reading]:
        return self._readings("true") if measure_id is None else self._readings("measure_id = ?", measure_id)

    def reading(self, reading_id: str) -> Reading | None:
        return next(iter(self._readings("id = ?", reading_id)), None)

    def readings_since(self, moment: datetime) -> list[Reading]:
        """Those performed then or later."""
        return self._readings("performed_at >= ?", to_text(moment))

    def latest_reading(self, measure_id: str, side: Side | None, until: datetime | None = None) -> Reading | None:
        """The last one performed on that side, by then if told; `side` None is a measure without sides."""
        newest = (
            "id = (SELECT id FROM readings WHERE deleted_at IS NULL AND measure_id = ? AND performed_at <= ? "
            "AND side IS ? ORDER BY performed_at DESC, created_at DESC LIMIT 1)"
        )
        return next(iter(self._readings(newest, measure_id, _until(until), side)), None)

    def lowest_reading(self, measure_id: str, until: datetime | None = None) -> Reading | None:
        """The one with the lowest median, by then if told; of equal ones the earliest."""
        ranked = (
            "SELECT reading_id, performed_at, value, row_number() OVER (PARTITION BY reading_id ORDER BY value) place, "
            "count(*) OVER (PARTITION BY reading_id) many FROM trials JOIN readings ON readings.id = reading_id "
            "WHERE trials.deleted_at IS NULL AND readings.deleted_at IS NULL AND measure_id = ? AND performed_at <= ?"
        )
        best = (
            f"SELECT reading_id FROM ({ranked}) WHERE place * 2 BETWEEN many AND many + 2 "  # noqa: S608
            "GROUP BY reading_id ORDER BY avg(value), min(performed_at) LIMIT 1"  # the one or two in the middle
        )
        with self._database.finding() as rows:
            found = rows.execute(best, [measure_id, _until(until)]).fetchone()
        return None if found is None else self.reading(found[0])

    def measures(self, *, archived: bool = False) -> list[Measure]:
        """The person's own, in use or no longer, as the catalogue shows them (`Catalogue.with_measures`)."""
        return [each.measure() for each in self.own_measures(archived=archived)]

    def own_measures(self, *, archived: bool = False) -> "list[OwnMeasure]":
        with self._database.finding() as rows:
            wanted = "SELECT * FROM own_measures WHERE deleted_at IS NULL AND archived = ? ORDER BY created_at, id"
            return [own_measure_of(row) for row in rows.execute(wanted, [int(archived)])]

    # Exercises and routines

    def has_own_items(self) -> bool:
        """Whether the person made any exercise or routine."""
        either = "SELECT EXISTS (SELECT * FROM own_exercises) OR EXISTS (SELECT * FROM own_routines)"
        with self._database.finding() as rows:
            return bool(rows.execute(either).fetchone()[0])

    def own_exercises(self) -> "list[OwnItem]":
        """Archived ones too, without their pictures."""
        return self._own_items("exercise")

    def own_routines(self) -> "list[OwnItem]":
        """Archived ones too."""
        return self._own_items("routine")

    def picture(self, exercise_id: str) -> bytes | None:
        """The JPEG of an own exercise, None where it has none."""
        with self._database.finding() as rows:
            wanted = "SELECT jpeg FROM pictures WHERE deleted_at IS NULL AND exercise_id = ?"
            row = rows.execute(wanted, [exercise_id]).fetchone()
        return None if row is None else picture_bytes(row["jpeg"])

    def pictured(self) -> set[str]:
        """The ids of the exercises that have a picture."""
        with self._database.finding() as rows:
            return {row[0] for row in rows.execute("SELECT exercise_id FROM pictures WHERE deleted_at IS NULL")}

    def favourites(self) -> set[str]:
        """The ids of the exercises and routines."""
        with self._database.finding() as rows:
            return {row[0] for row in rows.execute("SELECT item_id FROM favourites WHERE deleted_at IS NULL")}

    def item_note(self, item_id: str) -> str:
        """What the person noted about an exercise or a routine, else an empty text."""
        with self._database.finding() as rows:
            wanted = "SELECT note FROM item_notes WHERE deleted_at IS NULL AND item_id = ?"
            row = rows.execute(wanted, [item_id]).fetchone()
        return "" if row is None else str(row["note"])

    def goals(self) -> "list[Goal]":
        """By measure and side. One that was reached by a reading deleted since is open again."""
        with self._database.finding() as rows:
            found = rows.execute(
                "SELECT goals.*, readings.id AS reading FROM goals LEFT JOIN readings "
                "ON readings.id = reached_by AND readings.deleted_at IS NULL "
                "WHERE goals.deleted_at IS NULL ORDER BY goals.measure_id, goals.side"
            )
            return [goal_of({**row, "reached_by": row["reading"]}) for row in found]

    # The plan

    def chosen(self) -> Chosen:
        with self._database.finding() as rows:
            live = "SELECT * FROM choices WHERE deleted_at IS NULL ORDER BY exercise_id, amount"
            return by_exercise(choice_of(row) for row in rows.execute(live))

    def answers(self) -> list[ProposalAnswer]:
        with self._database.finding() as rows:
            live = "SELECT * FROM proposal_answers WHERE deleted_at IS NULL ORDER BY id"
            return [answer_of(row) for row in rows.execute(live)]

    def weeks_away(self) -> set[date]:
        """The Mondays of those weeks."""
        with self._database.finding() as rows:
            mondays = rows.execute("SELECT monday FROM weeks_away WHERE deleted_at IS NULL")
            return {date.fromisoformat(monday) for (monday,) in mondays}

    # Settings, and the session being played

    def profile(self) -> Profile:
        """Whose store it is; what does not fit is as if it had not been told."""
        return profile_of(self.setting(KEY, None))

    def setting(self, key: str, default: Any) -> Any:
        """The value kept under `key`, else `default`."""
        with self._database.finding() as rows:
            row = rows.execute("SELECT value FROM settings WHERE deleted_at IS NULL AND key = ?", [key]).fetchone()
            return default if row is None else json.loads(row["value"])

    def settings(self) -> dict[str, Any]:
        """Every value by its key, for who wants many."""
        with self._database.finding() as rows:
            kept = rows.execute("SELECT key, value FROM settings WHERE deleted_at IS NULL")
            return {key: json.loads(text) for key, text in kept}

    def checkpoint(self) -> Checkpoint | None:
        """The one kept; None also where it is damaged, or its session has ended or is not there any more."""
        with self._database.finding() as rows:
            row = rows.execute(
                "SELECT checkpoint.*, sessions.id AS kept_session, sessions.deleted_at, sessions.finished_at "
                "FROM checkpoint LEFT JOIN sessions ON sessions.id = checkpoint.session_id"
            ).fetchone()
        return _read_checkpoint(row) if row is not None and _can_go_on(row) else None

    # How

    def _own_items(self, kind: str) -> "list[OwnItem]":
        from app.domain.own.items import OwnItem

        found = f"SELECT * FROM own_{kind}s WHERE deleted_at IS NULL ORDER BY created_at, id"  # noqa: S608  # our words
        with self._database.finding() as rows:
            return [OwnItem(row[f"{kind}_id"], row["content"], bool(row["archived"])) for row in rows.execute(found)]

    def _sessions(self, which: str, *values: object) -> list[Session]:
        with self._database.finding() as rows:
            done = _in_sessions(rows, "sets", "work, id", set_of, which, values)
            stops = _in_sessions(rows, "pain_stops", "stopped_at, id", pain_stop_of, which, values)
            found = f"SELECT * FROM sessions WHERE deleted_at IS NULL AND {which} ORDER BY started_at, created_at"  # noqa: S608
            return [
                session_of(row, tuple(done[row["id"]]), tuple(stops[row["id"]])) for row in rows.execute(found, values)
            ]

    def _readings(self, which: str, *values: object) -> list[Reading]:
        found = f"FROM readings WHERE deleted_at IS NULL AND {which}"
        trials = (
            f"SELECT reading_id, value FROM trials WHERE deleted_at IS NULL AND reading_id IN (SELECT id {found}) "  # noqa: S608
            "ORDER BY ordinal"
        )
        measured: defaultdict[str, list[float]] = defaultdict(list)
        with self._database.finding() as rows:
            for reading_id, value in rows.execute(trials, values):
                measured[reading_id].append(value)
            ordered = rows.execute(f"SELECT * {found} ORDER BY performed_at, created_at", values)
            return [reading_of(row, tuple(measured[row["id"]])) for row in ordered]


def _in_sessions(
    rows: Cursor, table: str, order: str, read: Callable[[Row], Read], which: str, values: tuple[object, ...]
) -> defaultdict[str, list[Read]]:
    """What is in the sessions meant, by their ids, in its order. `table`, `order` and `which` are our own words."""
    found: defaultdict[str, list[Read]] = defaultdict(list)
    for row in rows.execute(
        f"SELECT * FROM {table} WHERE deleted_at IS NULL AND session_id IN "  # noqa: S608
        f"(SELECT id FROM sessions WHERE deleted_at IS NULL AND {which}) ORDER BY {order}",
        values,
    ):
        found[row["session_id"]].append(read(row))
    return found


def _until(moment: datetime | None) -> str:
    """What is compared with a stored moment; a tilde comes after all of them."""
    return to_text(moment) if moment else "~"


def _can_go_on(row: Row) -> bool:
    if row["session_id"] is None:
        return True
    return row["kept_session"] is not None and row["deleted_at"] is None and row["finished_at"] is None


def _read_checkpoint(row: Row) -> Checkpoint | None:
    try:
        content, taken_at = json.loads(row["content"]), parse_utc(row["taken_at"])
    except (ValueError, RecursionError):
        return None
    return Checkpoint(row["session_id"], content, taken_at) if isinstance(content, dict) else None

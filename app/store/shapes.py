"""How what people did and made lies in rows; `values.py` is the way back."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import datetime
from typing import TYPE_CHECKING, Any

from app.domain.choices import Choice
from app.domain.measurement import Reading
from app.domain.own.measure import OwnMeasure
from app.domain.plan.proposal import ProposalAnswer
from app.domain.training.sessions import FinishedSet, PainStop, Session
from app.store.moments import lived, to_text
from app.store.tables import (
    choices,
    goals,
    new_id,
    own_id,
    own_measures,
    pain_stops,
    proposal_answers,
    readings,
    sessions,
    sets,
    trials,
)

if TYPE_CHECKING:
    from app.domain.progress.goals import Goal  # with it come all the statistics, 10 ms: only where goals are asked for

Row = dict[str, Any]


def session_columns(session: Session) -> Row:
    return {
        "id": session.id,
        "routine_id": session.routine_id,
        "routine_name": session.routine_name,
        **lived("started", session.started_at),
        **lived("finished", session.finished_at),
        "note": session.note,
    }


def set_columns(session_id: str, finished: FinishedSet) -> Row:
    """The id is ours: that of `finished` is not looked at."""
    columns = {**asdict(finished), "session_id": session_id, **lived("finished", finished.finished_at)}
    return {**columns, "id": own_id(sets, columns)}


def pain_stop_columns(session_id: str, stop: PainStop) -> Row:
    """A new id where that of `stop` is empty."""
    return {
        "id": stop.id or new_id(),
        "session_id": session_id,
        "exercise_id": stop.exercise_id,
        "exercise_name": stop.exercise_name,
        "side": stop.side,
        "set_number": stop.set_number,
        **lived("stopped", stop.stopped_at),
    }


def reading_columns(reading: Reading) -> Row:
    return {
        "id": reading.id,
        "measure_id": reading.measure_id,
        "side": reading.side,
        "entered_unit": reading.entered_unit,
        **lived("performed", reading.performed_at),
        "aid": reading.aid,
        "warm": int(reading.warm),
        "note": reading.note,
        "protocol_version": reading.protocol_version,
    }


def trials_columns(reading: Reading) -> list[Row]:
    """One row a trial, in their order."""
    rows = [
        {"reading_id": reading.id, "ordinal": ordinal, "value": value}
        for ordinal, value in enumerate(reading.trials, 1)
    ]
    return [{**row, "id": own_id(trials, row)} for row in rows]


def own_measure_columns(own: OwnMeasure) -> Row:
    """One in use."""
    columns = {
        "measure_id": own.id,
        "name": own.name,
        "unit": own.unit,
        "better": own.better,
        "sided": int(own.sided),
        "hard_low": own.hard.low,
        "hard_high": own.hard.high,
        "soft_low": own.soft.low if own.soft else None,
        "soft_high": own.soft.high if own.soft else None,
        "steps": json.dumps(own.steps, ensure_ascii=False),
        "archived": 0,
    }
    return {"id": own_id(own_measures, columns), **columns}


def goal_columns(goal: "Goal") -> Row:
    columns = {
        "measure_id": goal.measure_id,
        "side": goal.side,
        "value": goal.value,
        "due": goal.due.isoformat() if goal.due else None,
        **lived("set", goal.set_at),
        "reached_by": goal.reached_by,
    }
    return {"id": own_id(goals, columns), **columns}


def choice_columns(choice: Choice) -> Row:
    columns = {
        "exercise_id": choice.exercise_id,
        "amount": choice.amount,
        "value": choice.value,
        **lived("chosen", choice.chosen_at),
    }
    return {"id": own_id(choices, columns), **columns}


def answer_columns(answer: ProposalAnswer) -> Row:
    columns = {
        "exercise_id": answer.exercise_id,
        "kind": answer.kind,
        "answer": answer.answer,
        **lived("answered", answer.answered_at),
    }
    return {"id": own_id(proposal_answers, columns), **columns}


def rows_of(played: Iterable[Session], measured: Iterable[Reading]) -> dict[str, list[Row]]:
    """Rows as `Store.merge` takes them, of what was never in a store, such as the made-up history.

    Every row counts as made at the moment it tells of.
    """
    rows: dict[str, list[Row]] = {table.name: [] for table in (sessions, sets, pain_stops, readings, trials)}
    for session in played:
        rows[sessions.name].append(_made(session.finished_at or session.started_at, session_columns(session)))
        rows[sets.name] += [_made(each.finished_at, set_columns(session.id, each)) for each in session.sets]
        rows[pain_stops.name] += [
            _made(each.stopped_at, pain_stop_columns(session.id, each)) for each in session.pain_stops
        ]
    for reading in measured:
        rows[readings.name].append(_made(reading.performed_at, reading_columns(reading)))
        rows[trials.name] += [_made(reading.performed_at, columns) for columns in trials_columns(reading)]
    return rows


def _made(moment: datetime, columns: Row) -> Row:
    made = to_text(moment)
    return {"created_at": made, "updated_at": made, "deleted_at": None, **columns}

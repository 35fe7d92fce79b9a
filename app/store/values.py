"""What lies in rows as values of the domain; `shapes.py` is the way in. Needs no SQLAlchemy."""

import json
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol

from app.domain.choices import Amount, Choice
from app.domain.exercise import Range, Side
from app.domain.measurement import Better, Reading, Unit
from app.domain.plan.proposal import Answer, ProposalAnswer, ProposalKind
from app.domain.training.sessions import FinishedSet, PainStop, Session
from app.store.moments import from_text

if TYPE_CHECKING:
    from app.domain.own.measure import OwnMeasure
    from app.domain.progress.goals import Goal  # with it come all the statistics, 10 ms: only where goals are asked for


class Stored(Protocol):
    """A row by its columns' names, whoever read it."""

    def __getitem__(self, column: str, /) -> Any: ...


def session_of(row: Stored, done: tuple[FinishedSet, ...], stops: tuple[PainStop, ...]) -> Session:
    finished_at = row["finished_at"]
    return Session(
        id=row["id"],
        routine_id=row["routine_id"],
        routine_name=row["routine_name"],
        started_at=from_text(row["started_at"], row["started_offset_min"]),
        finished_at=from_text(finished_at, row["finished_offset_min"]) if finished_at else None,
        note=row["note"],
        sets=done,
        pain_stops=stops,
    )


def set_of(row: Stored) -> FinishedSet:
    return FinishedSet(
        work=row["work"],
        exercise_id=row["exercise_id"],
        exercise_name=row["exercise_name"],
        planned=row["planned"],
        side=Side(row["side"]) if row["side"] else None,
        set_number=row["set_number"],
        reps=row["reps"],
        hold_s=row["hold_s"],
        load_kg=row["load_kg"],
        finished_at=from_text(row["finished_at"], row["finished_offset_min"]),
        discomfort=row["discomfort"],
        id=row["id"],
    )


def pain_stop_of(row: Stored) -> PainStop:
    return PainStop(
        exercise_id=row["exercise_id"],
        exercise_name=row["exercise_name"],
        side=Side(row["side"]) if row["side"] else None,
        set_number=row["set_number"],
        stopped_at=from_text(row["stopped_at"], row["stopped_offset_min"]),
        id=row["id"],
    )


def reading_of(row: Stored, values: tuple[float, ...]) -> Reading:
    return Reading(
        id=row["id"],
        measure_id=row["measure_id"],
        side=Side(row["side"]) if row["side"] else None,
        trials=values,
        entered_unit=row["entered_unit"],
        performed_at=from_text(row["performed_at"], row["performed_offset_min"]),
        aid=row["aid"],
        warm=bool(row["warm"]),
        note=row["note"],
        protocol_version=row["protocol_version"],
    )


def own_measure_of(row: Stored) -> "OwnMeasure":
    from app.domain.own.measure import OwnMeasure

    return OwnMeasure(
        id=row["measure_id"],
        name=row["name"],
        unit=Unit(row["unit"]),
        better=Better(row["better"]),
        sided=bool(row["sided"]),
        hard=Range(row["hard_low"], row["hard_high"]),
        soft=None if row["soft_low"] is None else Range(row["soft_low"], row["soft_high"]),
        steps=tuple(json.loads(row["steps"])),
    )


def goal_of(row: Stored) -> "Goal":
    from app.domain.progress.goals import Goal

    return Goal(
        measure_id=row["measure_id"],
        value=row["value"],
        side=Side(row["side"]) if row["side"] else None,
        due=date.fromisoformat(row["due"]) if row["due"] else None,
        set_at=from_text(row["set_at"], row["set_offset_min"]) if row["set_at"] else None,
        reached_by=row["reached_by"],
    )


def choice_of(row: Stored) -> Choice:
    chosen_at = from_text(row["chosen_at"], row["chosen_offset_min"])
    return Choice(row["exercise_id"], Amount(row["amount"]), row["value"], chosen_at)


def answer_of(row: Stored) -> ProposalAnswer:
    answered_at = from_text(row["answered_at"], row["answered_offset_min"])
    return ProposalAnswer(row["exercise_id"], ProposalKind(row["kind"]), Answer(row["answer"]), answered_at)

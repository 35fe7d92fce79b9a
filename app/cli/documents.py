"""What `--json` prints: plain values, made from the domain's. The keys are a contract; `parser.py` describes them."""

from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.catalogue import Catalogue
from app.domain.exercise import Exercise, Range
from app.domain.measurement import Measure, Reading
from app.domain.plan import Plan, Proposal
from app.domain.playing.timeline import Segment, Timeline, build_timeline
from app.domain.routine import Routine, RoutineStep
from app.domain.training.sessions import FinishedSet, PainStop, Session
from app.domain.wording import describe_dose, describe_step
from app.exchange.tidy import unit_of

Document = dict[str, Any]


def number(value: float) -> float:
    """A whole number without its decimal point."""
    return int(value) if value == int(value) else value


def seconds(value: float) -> float:
    """To the millisecond: sums of seconds are not exact."""
    return number(round(value, 3))


def ends(span: Range | None) -> list[float] | None:
    return None if span is None else [number(span.low), number(span.high)]


def _low(span: Range | None) -> float | None:
    """The end of a range that is played: progress within it is for the person to decide."""
    return None if span is None else number(span.low)


def exercises(catalogue: Catalogue, locked: Mapping[str, str]) -> Document:
    return {"exercises": [_exercise(each, locked.get(each.id)) for each in catalogue.listed_exercises]}


def _exercise(exercise: Exercise, lock_reason: str | None) -> Document:
    return {
        "id": exercise.id,
        "name": exercise.name,
        "source": exercise.source.value,
        "aliases": exercise.aliases,
        "directions": exercise.directions,
        "equipment": exercise.equipment,
        "level": exercise.level.value,
        "sided": exercise.sided,
        "dose": {
            "sets": exercise.dose.sets,
            "reps": ends(exercise.dose.reps),
            "hold_s": ends(exercise.dose.hold_s),
            "text": describe_dose(exercise, exercise.dose),
        },
        "load_kg": ends(exercise.load_kg),
        "steps": exercise.steps,
        "cautions": exercise.cautions,
        "locked": lock_reason is not None,
        "lock_reason": lock_reason,
    }


def routines(catalogue: Catalogue) -> Document:
    return {"routines": [_routine(each, catalogue) for each in catalogue.listed_routines]}


def _routine(routine: Routine, catalogue: Catalogue) -> Document:
    return {
        "id": routine.id,
        "name": routine.name,
        "source": routine.source.value,
        "total_s": seconds(build_timeline(routine, catalogue.exercises).total_s),
        "steps": [_step(step, catalogue.exercise(step.exercise_id)) for step in routine.steps],
    }


def _step(step: RoutineStep, exercise: Exercise) -> Document:
    return {
        "exercise": step.exercise_id,
        "sets": step.dose.sets,
        "reps": _low(step.dose.reps),
        "hold_s": _low(step.dose.hold_s),
        "load_kg": step.load_kg,
        "rest_s": number(step.rest_s),
        "dose": describe_step(exercise, step),
    }


def measures(catalogue: Catalogue) -> Document:
    return {"measures": [_measure(each) for each in catalogue.measures.values()]}


def _measure(measure: Measure) -> Document:
    return {
        "id": measure.id,
        "name": measure.name,
        "unit": measure.unit.value,
        "better": measure.better.value,
        "sided": measure.sided,
        "hard": ends(measure.hard),
        "soft": ends(measure.soft),
        "error": measure.error,
        "error_source": measure.error_source,
        "aids": [{"id": aid.id, "error": aid.error} for aid in measure.aids],
        "default": measure.default,
        "steps": measure.steps,
    }


def readings(found: Iterable[Reading], catalogue: Catalogue) -> Document:
    return {"readings": [_reading(each, catalogue) for each in found]}


def _reading(reading: Reading, catalogue: Catalogue) -> Document:
    return {
        "id": reading.id,
        "measure": reading.measure_id,
        "side": reading.side,
        "trials": [number(trial) for trial in reading.trials],
        "value": number(reading.value),
        "unit": unit_of(reading, catalogue.every_measure).value,
        "performed_at": reading.performed_at.isoformat(),
        "aid": reading.aid,
        "warm": reading.warm,
        "note": reading.note,
    }


def sessions(found: Iterable[Session]) -> Document:
    return {"sessions": [_session(each) for each in found]}


def _session(session: Session) -> Document:
    return {
        "id": session.id,
        "routine": session.routine_id,
        "started_at": session.started_at.isoformat(),
        "finished_at": session.finished_at and session.finished_at.isoformat(),
        "note": session.note,
        "sets": [_finished(each) for each in session.sets],
        "pain_stops": [_pain_stop(each) for each in session.pain_stops],
    }


def _finished(finished: FinishedSet) -> Document:
    return {
        "exercise": finished.exercise_id,
        "side": finished.side,
        "set": finished.set_number,
        "reps": finished.reps,
        "hold_s": finished.hold_s,
        "load_kg": finished.load_kg,
        "discomfort": finished.discomfort,
        "finished_at": finished.finished_at.isoformat(),
    }


def _pain_stop(stop: PainStop) -> Document:
    return {
        "exercise": stop.exercise_id,
        "side": stop.side,
        "set": stop.set_number,
        "stopped_at": stop.stopped_at.isoformat(),
    }


def plan(made: Plan) -> Document:
    return {
        "week": {"done": made.done, "target": made.target},
        "next_routine": made.next.routine_id,
        "why": made.next.reason,
        "locks": [{"exercise": each, "reason": reason} for each, reason in made.locks.items()],
        "proposals": [_proposal(each) for each in made.proposals],
        "due": list(made.due),
        "notices": list(made.notices),
    }


def _proposal(proposal: Proposal) -> Document:
    return {
        "exercise": proposal.exercise_id,
        "kind": proposal.kind.value,
        "amount": proposal.amount.value,
        "from": number(proposal.before),
        "to": number(proposal.after),
        "reason": proposal.reason,
        "source": proposal.source,
    }


def rehearsal(timeline: Timeline, routine: Routine) -> Document:
    return {
        "routine": routine.id,
        "total_s": seconds(timeline.total_s),
        "segments": [_segment(each) for each in timeline.segments],
    }


def _segment(segment: Segment) -> Document:
    return {
        "start_s": seconds(segment.start_s),
        "length_s": seconds(segment.length_s),
        "kind": segment.kind.value,
        "exercise": segment.exercise_id,
        "side": segment.side,
        "set": segment.set_number,
        "sets": segment.sets,
        "reps": segment.reps,
        "position": segment.position,
        "position_name": segment.position_name,
        "dose": segment.dose,
        "load_kg": segment.load_kg,
        "locked": segment.locked,
        "stand_in": segment.stand_in,
        "waits_at_s": None if segment.waits_at_s is None else seconds(segment.start_s + segment.waits_at_s),
        "says": [{"at_s": seconds(segment.start_s + cue.at_s), "text": cue.text} for cue in segment.cues if cue.text],
    }

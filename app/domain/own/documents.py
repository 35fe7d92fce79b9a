"""Exercises and routines as documents of the catalogue's form (`own_items.py`), for copying, editing and sharing.

Reading what is written here gives the same exercise or routine again. What a field says by being left out is left out.
"""

from app.domain.exercise import Dose, Exercise, Phase, Position, Range, Source
from app.domain.own.items import LONGEST_NAME, Document
from app.domain.routine import Routine, RoutineStep
from app.i18n import _

Number = int | float


def exercise_document(exercise: Exercise) -> Document:
    """In the words of the person's language, since texts are kept as they are shown."""
    document: Document = {
        "id": exercise.id,
        "name": exercise.name,
        "source": exercise.source.value,
        "aliases": list(exercise.aliases),
        "directions": [direction.value for direction in exercise.directions],
        "equipment": list(exercise.equipment),
        "muscles": list(exercise.muscles),
        "level": exercise.level.value,
        "sides": exercise.sides.value,
        "load_kg": _ends(exercise.load_kg),
        "first_load_kg": _plain(exercise.first_load_kg),
        "setup_s": _plain(exercise.setup_s),
        "switch_s": _plain(exercise.switch_s),
        "rest_s": _plain(exercise.rest_s),
        "setup": exercise.setup,
        "steps": list(exercise.steps),
        "cautions": list(exercise.cautions),
        "feel": exercise.feel,
        "easier": exercise.easier,
        "why": exercise.why,
        "stand_in": exercise.stand_in,
        "setup_right": exercise.setup_right,
        "setup_without_load": exercise.setup_without_load,
        "deep_forward_bend": exercise.deep_forward_bend or None,
        "mid_range": exercise.mid_range,
        "self_paced": exercise.self_paced or None,
        "pulses": exercise.pulses or None,
        "figure": exercise.figure,
        "dose": {"kind": exercise.kind.value, "source": exercise.dose_source.value, **dose_document(exercise.dose)},
        "tempo": [_phase(phase) for phase in exercise.tempo] or None,
        "positions": [_position(position) for position in exercise.positions] or None,
    }
    return _said(document)


def routine_document(routine: Routine) -> Document:
    """Every step with all of its times, whatever its exercise may come to say."""
    document: Document = {
        "id": routine.id,
        "name": routine.name,
        "about": routine.about,
        "source": routine.source.value,
        "voice": routine.voice,
        "steps": [step_document(step) for step in routine.steps],
    }
    return _said(document)


def copy_of_exercise(exercise: Exercise) -> Document:
    """A new one of the person's own, still without an id, that moves like `exercise`."""
    copy = exercise_document(exercise)
    copy["dose"].pop("source")
    for name in ("id", "stand_in"):
        copy.pop(name, None)
    figure = exercise.figure if exercise.is_own else exercise.figure or exercise.id
    return _said({**copy, "name": _copied(exercise.name), "source": Source.OWN.value, "figure": figure})


def copy_of_routine(routine: Routine) -> Document:
    """A new one of the person's own, still without an id."""
    copy = routine_document(routine)
    del copy["id"]
    return {**copy, "name": _copied(routine.name), "source": Source.OWN.value}


def _copied(name: str) -> str:
    return _("{name} (my version)").format(name=name)[:LONGEST_NAME]


def dose_document(dose: Dose) -> Document:
    return _said({"sets": dose.sets, "reps": _ends(dose.reps), "hold_s": _ends(dose.hold_s)})


def step_document(step: RoutineStep) -> Document:
    document: Document = {
        "exercise": step.exercise_id,
        **dose_document(step.dose),
        "load_kg": _plain(step.load_kg),
        "setup_s": _plain(step.setup_s),
        "switch_s": _plain(step.switch_s),
        "rest_s": _plain(step.rest_s),
        "note": step.note,
        "self_paced": step.self_paced,
        "transition_s": _plain(step.transition_s),
        "pulses": step.pulses,
        "sides": step.sides.value if step.sides else None,
        "tempo": [_plain(seconds) for seconds in step.tempo] if step.tempo else None,
    }
    return _said(document)


def _phase(phase: Phase) -> Document:
    return _said({"kind": phase.kind.value, "seconds": _plain(phase.seconds), "cue": phase.cue})


def _position(position: Position) -> Document:
    return {
        "name": position.name,
        "side": position.side.value,
        "enter_s": _plain(position.enter_s),
        "leave_s": _plain(position.leave_s),
        "cue": position.cue,
    }


def _ends(span: Range | None) -> list[Number | None] | Number | None:
    if span is None or span.low == span.high:
        return _plain(span.low) if span else None
    return [_plain(span.low), _plain(span.high)]


def _plain(value: float | None) -> Number | None:
    """A whole number without its decimal point."""
    return int(value) if value is not None and value == int(value) else value


def _said(document: Document) -> Document:
    """Without what is empty."""
    return {name: value for name, value in document.items() if value is not None and value != ""}

"""A session that was cut off, as a checkpoint keeps it: all it takes to go on within the same set."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from app.domain.catalogue_items import MAX_SETS, SHORTEST_PHASE_S
from app.domain.errors import Refused
from app.domain.exercise import Dose, DoseKind, Exercise, Range, Side, Sides, Source
from app.domain.playing.place import Place
from app.domain.playing.timeline import PlayOptions
from app.domain.playing.times import is_time
from app.domain.routine import Routine, RoutineStep
from app.domain.training.sessions import LONGEST_HOLD_S, MOST_REPS


@dataclass(frozen=True, slots=True)
class Unfinished:
    """`routine` is what was played, stand-ins and changed times included; `place` is where it was cut off."""

    routine: Routine
    options: PlayOptions
    place: Place
    started_at: datetime

    def to_json(self) -> dict[str, Any]:
        return {
            "routine": asdict(self.routine),
            "options": asdict(self.options),
            "place": self.place.to_json(),
            "started_at": self.started_at.isoformat(),
        }


def read_unfinished(content: Mapping[str, Any], exercises: Mapping[str, Exercise]) -> Unfinished | None:
    """What `to_json` wrote; None where it is damaged, or where an exercise is no longer known or counted otherwise."""
    try:
        unfinished = Unfinished(
            routine=routine_from(content["routine"]),
            options=PlayOptions(
                first_side=Side(content["options"]["first_side"]),
                wait_for_equipment=bool(content["options"]["wait_for_equipment"]),
            ),
            place=Place.from_json(content["place"]),
            started_at=datetime.fromisoformat(content["started_at"]),
        )
        fits = all(_fits(step, exercises.get(step.exercise_id)) for step in unfinished.routine.steps)
    except (KeyError, TypeError, ValueError, Refused):
        return None
    return unfinished if fits and unfinished.started_at.tzinfo is not None else None


def _fits(step: RoutineStep, exercise: Exercise | None) -> bool:
    """Whether the exercise of today can be done in the dose of then, in times that can be."""
    times = (step.setup_s, step.switch_s, step.rest_s, *(() if step.transition_s is None else (step.transition_s,)))
    tempo = step.tempo or ()
    times_fit = all(map(is_time, (*times, *tempo))) and all(seconds >= SHORTEST_PHASE_S for seconds in tempo)
    return exercise is not None and _can_be_done(step.dose, exercise.kind) and times_fit


def _can_be_done(dose: Dose, kind: DoseKind) -> bool:
    """Whether `dose` counts what an exercise of this kind is counted in, and no less than one of it."""
    amount, other, most = dose.hold_s, dose.reps, float(LONGEST_HOLD_S)
    if kind is DoseKind.REPS:
        amount, other, most = dose.reps, dose.hold_s, float(MOST_REPS)
    return (
        other is None and amount is not None and 1 <= amount.low <= amount.high <= most and 1 <= dose.sets <= MAX_SETS
    )


def routine_from(content: Mapping[str, Any]) -> Routine:
    """What `asdict` made of a routine. KeyError, TypeError or ValueError where it is damaged."""
    steps = tuple(_step(step) for step in content["steps"])
    return Routine(**{**content, "source": Source(content["source"]), "steps": steps})


def _step(content: Mapping[str, Any]) -> RoutineStep:
    dose = content["dose"]
    sides, tempo, extra = content.get("sides"), content.get("tempo"), content.get("extra_side")
    plain = {
        "dose": Dose(int(dose["sets"]), _range(dose["reps"]), _range(dose["hold_s"])),
        "sides": None if sides is None else Sides(sides),
        "tempo": None if tempo is None else tuple(map(float, tempo)),
        "extra_side": None if extra is None else Side(extra),
    }
    return RoutineStep(**{**content, **plain})


def _range(content: Mapping[str, float] | None) -> Range | None:
    return None if content is None else Range(float(content["low"]), float(content["high"]))

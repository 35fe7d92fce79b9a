"""All that the rules say on one day, for Today and for `limber plan`."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from app.domain.catalogue import Catalogue
from app.domain.plan.due import due_tests
from app.domain.plan.evidence import Evidence, known_exercises
from app.domain.plan.loads import wants_weight
from app.domain.plan.next_routine import (
    FIRST_ROUTINE,
    TEN_MINUTES,
    WHOLE_ROUTINE,
    NextRoutine,
    next_routine,
    ten_minutes,
)
from app.domain.plan.opening import GATED_EXERCISE, less_deep, locks
from app.domain.plan.proposal import Proposal
from app.domain.plan.proposals import proposals
from app.domain.plan.stopped import better_left_today, left_out_today, stopped_today
from app.domain.plan.weeks import WeekDay, training_days, week_days
from app.domain.playing.laying_out import LaidOut, lay_out
from app.domain.playing.timeline import as_played
from app.domain.routine import Routine
from app.domain.training.sessions import PainStop
from app.domain.wording import day_name
from app.i18n import _


@dataclass(frozen=True, slots=True)
class Plan:
    """`locks`: why what is not open is not, by the exercise's id. `due`: tests by id. `notices`: a sentence each."""

    week: tuple[WeekDay, ...]
    target: int
    locks: dict[str, str]
    next: NextRoutine
    proposals: tuple[Proposal, ...]
    due: tuple[str, ...]
    notices: tuple[str, ...]

    @property
    def done(self) -> int:
        """Training days this week."""
        return sum(day.trained for day in self.week)


def make_plan(evidence: Evidence, catalogue: Catalogue) -> Plan:
    exercises, preferences = catalogue.exercises, evidence.preferences
    closed = closed_for(evidence, catalogue)
    return Plan(
        week=week_days(training_days(evidence.sessions), evidence.today),
        target=preferences.weekly_target,
        locks=closed,
        next=next_routine(evidence, {each.id: each for each in catalogue.listed_routines}, exercises, closed),
        proposals=tuple(
            proposals(evidence, {each.id: each for each in catalogue.listed_exercises}, catalogue.measures, closed)
        ),
        due=tuple(due_tests(evidence.measured, catalogue.measures, evidence.today, preferences.leave_out_deep_bending)),
        notices=tuple(_notices(evidence, catalogue, closed)),
    )


def closed_for(evidence: Evidence, catalogue: Catalogue) -> dict[str, str]:
    """What is not open to this person, by the exercise's id, each with the reason as a sentence."""
    preferences = evidence.preferences
    return locks(
        evidence.floor_touches, catalogue.exercises, preferences.length_unit, evidence.chosen,
        preferences.leave_out_deep_bending,
    )  # fmt: skip


def lay_out_now(
    routine: Routine, evidence: Evidence, catalogue: Catalogue, closed: Collection[str], sessions_before: int = 0
) -> LaidOut:
    """`routine` just as it is played for this person now: whoever plays, measures or shows one asks here.

    `closed` is what is not open to them. The ten minutes are made anew each time. Changed times belong to a routine as
    it is kept; a draft of it has them among its own. What a sharp pain ended today is left out of a routine as it is
    kept; who plays a draft or one exercise by itself does so on purpose, and is told.
    """
    preferences, stopped = evidence.preferences, stopped_today(evidence)
    kept = routine == catalogue.routines.get(routine.id)
    if not kept:
        preferences = replace(preferences, times={})
    made_of = routine
    if routine.id == TEN_MINUTES and {WHOLE_ROUTINE, FIRST_ROUTINE} <= catalogue.routines.keys():
        made_of, gentle = catalogue.routine(WHOLE_ROUTINE), catalogue.routine(FIRST_ROUTINE)
        routine = ten_minutes(routine, evidence, catalogue.exercises, made_of, gentle, {*closed, *stopped})
    there = as_played(made_of, catalogue.exercises, closed)
    exercises = dict.fromkeys(catalogue.exercise(step.exercise_id) for step in there.steps)
    say = left_out_today if kept else better_left_today
    told = tuple(say(each) for each in exercises if each.id in stopped)
    laid_out = lay_out(
        routine, catalogue.exercises, closed, preferences, sessions_before, evidence.chosen, stopped if kept else ()
    )
    return replace(laid_out, left_out=(*told, *laid_out.left_out), stopped=told)


def _notices(evidence: Evidence, catalogue: Catalogue, closed: dict[str, str]) -> list[str]:
    latest = max(evidence.floor_touches, key=lambda reading: reading.performed_at, default=None)
    shown_in = evidence.preferences.length_unit
    told = [] if GATED_EXERCISE in closed else [less_deep(latest, catalogue.exercises, shown_in)]
    stopped = stopped_today(evidence)
    told += [left_out_today(each) for each in catalogue.listed_exercises if each.id in stopped]
    known = known_exercises(evidence)
    told += [
        _("{exercise}: a heavier weight would be due now, but none that fits is among those you own.").format(
            exercise=exercise.name
        )
        for exercise in catalogue.listed_exercises
        if exercise.id in known and exercise.id not in closed and wants_weight(exercise, evidence)
    ]
    told += [_stopped_ahead(stop, evidence, catalogue) for session in evidence.ahead for stop in session.pain_stops]
    return [sentence for sentence in told if sentence]


def _stopped_ahead(stop: PainStop, evidence: Evidence, catalogue: Catalogue) -> str:
    known = catalogue.exercises.get(stop.exercise_id)
    sentence = _(
        "{exercise}: a sharp pain ended it in a session dated ahead, {day}, when a clock was wrong. "
        "Nothing harder is proposed for it."
    )
    day = day_name(stop.stopped_at.date(), evidence.today)
    return sentence.format(exercise=known.name if known else stop.exercise_name, day=day)

"""Which routine comes next and why, and the ten minutes made of what was trained least lately."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import chain

from app.domain.exercise import Direction, Exercise
from app.domain.plan.evidence import Evidence
from app.domain.plan.stopped import stopped_today
from app.domain.plan.weeks import EXERCISES_OF_A_TRAINING_DAY, is_done, training_days, week_days
from app.domain.playing.timeline import as_played, build_timeline
from app.domain.routine import Routine, RoutineStep, own_step
from app.domain.suiting import suit
from app.i18n import _, ngettext

FIRST_ROUTINE = "starter"
WHOLE_ROUTINE = "whole-back"  # its order is from warm to deep
TEN_MINUTES = "ten-minutes"
TEN_MINUTES_S = 600.0
WARM_UP = "segmental-cat-cow"
SHORT_ROUTINES = frozenset({TEN_MINUTES, "desk-break", *Direction})
LATELY = timedelta(days=14)
GENTLE_DAYS = 6  # training days: two weeks of three


@dataclass(frozen=True, slots=True)
class NextRoutine:
    routine_id: str
    reason: str


def next_routine(
    evidence: Evidence,
    routines: Mapping[str, Routine],
    exercises: Mapping[str, Exercise],
    closed: Collection[str] = (),
) -> NextRoutine:
    """The whole routine that the person trains with, unless it lacks what was trained least or today is done already.

    Then the short routine of that direction. Nothing is proposed of which nothing would be left for this person.
    """
    playable = {
        each.id: kinds for each in routines.values()
        if (kinds := _exercises_in(each, exercises, closed, evidence))
    }  # fmt: skip
    usual = _usual(evidence, routines, playable)
    least = _least_trained(evidence, exercises)
    if least is None:
        if not evidence.sessions:
            return NextRoutine(usual, _("A gentle start: a mat and a chair are enough."))
        return NextRoutine(usual, " ".join(filter(None, (_("The one you played last."), _week_sentence(evidence)))))
    done_today = evidence.today in training_days(evidence.sessions)
    lacks_it = not any(least in exercises[each].directions for each in playable.get(usual, ()))
    if (done_today or lacks_it) and least in playable:
        reason = _least_sentence(least)
        return NextRoutine(least, _("Today counts already. {why}").format(why=reason) if done_today else reason)
    return NextRoutine(usual, " ".join(filter(None, (_least_sentence(least), _week_sentence(evidence)))))


def _exercises_in(
    routine: Routine, exercises: Mapping[str, Exercise], closed: Collection[str], evidence: Evidence
) -> tuple[str, ...]:
    """What is left of the routine for this person."""
    played, stopped = as_played(routine, exercises, closed), stopped_today(evidence)
    suited = suit(played, exercises, evidence.preferences, {}).routine
    return tuple(step.exercise_id for step in suited.steps if step.exercise_id not in stopped)


def _usual(evidence: Evidence, routines: Mapping[str, Routine], playable: Mapping[str, Collection[str]]) -> str:
    """The whole routine played last, else the one to start with, else any that can be played."""
    for session in reversed(evidence.sessions):
        routine_id = session.routine_id
        whole = (
            routine_id not in SHORT_ROUTINES and len(set(playable.get(routine_id, ()))) >= EXERCISES_OF_A_TRAINING_DAY
        )
        if whole and any(map(is_done, session.sets)):
            return routine_id
    return FIRST_ROUTINE if FIRST_ROUTINE in playable else next(iter(playable), next(iter(routines)))


def _least_trained(evidence: Evidence, exercises: Mapping[str, Exercise]) -> Direction | None:
    """The direction trained on the fewest of the last fourteen days; None where none stands out or nothing was done."""
    days: dict[Direction, set[date]] = {direction: set() for direction in Direction}
    for exercise_id, done in _days_done(evidence).items():
        known = exercises.get(exercise_id)
        for direction in known.directions if known else ():
            days[direction] |= {day for day in done if evidence.today - day < LATELY}
    counts = {direction: len(found) for direction, found in days.items()}
    if not any(counts.values()) or len(set(counts.values())) == 1:
        return None
    return min(counts, key=lambda direction: counts[direction])


def _days_done(evidence: Evidence) -> dict[str, set[date]]:
    found: dict[str, set[date]] = {}
    for session in evidence.sessions:
        for each in filter(is_done, session.sets):
            found.setdefault(each.exercise_id, set()).add(each.finished_at.date())
    return found


def _least_sentence(direction: Direction) -> str:
    return {
        Direction.FLEXION: _("Bending forward is what you have trained least in the last two weeks."),
        Direction.EXTENSION: _("Bending back is what you have trained least in the last two weeks."),
        Direction.LATERAL_FLEXION: _("Bending sideways is what you have trained least in the last two weeks."),
        Direction.ROTATION: _("Turning is what you have trained least in the last two weeks."),
    }[direction]


def _week_sentence(evidence: Evidence) -> str:
    done = sum(day.trained for day in week_days(training_days(evidence.sessions), evidence.today))
    left = evidence.preferences.weekly_target - done
    if left <= 0:
        return ""
    return ngettext(
        "{count} more training day reaches this week's target.",
        "{count} more training days reach this week's target.",
        left,
    ).format(count=left)


def _begins(evidence: Evidence) -> bool:
    """Whether this person has neither done the whole routine lately nor trained on more than a few days."""
    whole = any(map(is_done, chain(*(each.sets for each in evidence.sessions if each.routine_id == WHOLE_ROUTINE))))
    return not whole and len(training_days(evidence.sessions)) < GENTLE_DAYS


def ten_minutes(
    written: Routine,
    evidence: Evidence,
    exercises: Mapping[str, Exercise],
    order: Routine,
    gentle: Routine,
    closed: Collection[str] = (),
) -> Routine:
    """`written` made anew: a warm-up, then what was trained least lately, in the order of `order`, from warm to deep.

    One set each and no weights, so that nothing has to be fetched. Who begins does what is in `gentle`, and as much.
    """
    ids = [step.exercise_id for step in order.steps]
    usual = [own_step(exercises[each]) for each in ids]
    steps = {step.exercise_id: step for step in (gentle.steps if _begins(evidence) else usual)}
    places = {each: number for number, each in enumerate(ids) if each in steps}
    days = _days_done(evidence)

    def trained(exercise_id: str) -> tuple[int, date, int]:
        lately = [day for day in days.get(exercise_id, ()) if evidence.today - day < LATELY]
        return len(lately), max(days.get(exercise_id, ()), default=date.min), places[exercise_id]

    taken: list[RoutineStep] = []
    for exercise_id in sorted(places, key=lambda each: (each != WARM_UP, trained(each))):
        if exercise_id not in closed:
            step = _short_step(steps[exercise_id], exercises[exercise_id])
            with_it = suit(
                replace(written, steps=(*taken, step)), exercises, evidence.preferences, evidence.chosen
            ).routine
            if len(with_it.steps) > len(taken) and build_timeline(with_it, exercises).total_s <= TEN_MINUTES_S:
                taken.append(step)
    return replace(written, steps=tuple(sorted(taken, key=lambda step: places[step.exercise_id])))


def _short_step(step: RoutineStep, exercise: Exercise) -> RoutineStep:
    without = exercise.load_kg is not None and exercise.load_kg.low == 0
    return replace(step, dose=replace(step.dose, sets=1), load_kg=0.0 if without else step.load_kg)

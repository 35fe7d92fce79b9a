"""What a reach chart shows, as plain values: the chart draws it, the table and the sentences say it. No matplotlib."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.exercise import Side
from app.domain.measurement import Better, Measure, Reading
from app.domain.progress.baselines import Baseline, baseline, smoothed
from app.domain.progress.errors import MeasuringError
from app.domain.progress.goals import Goal
from app.domain.progress.histories import LINE_BREAKS_AFTER, Record, readings_of, record, series
from app.domain.progress.judging import Judgement, judge
from app.domain.progress.projections import Projection, project
from app.domain.progress.sides import SidesCompared, compare_series


@dataclass(frozen=True, slots=True)
class Run:
    """Readings that may be compared, oldest first, and the smoothed value at each."""

    readings: tuple[Reading, ...]
    smoothed: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class SideCourse:
    """One side: its runs, the last of which is the current one, to which all else belongs."""

    side: Side | None
    runs: tuple[Run, ...]
    judgement: Judgement
    baseline: Baseline | None
    record: Record | None
    projection: Projection | None

    @property
    def error(self) -> MeasuringError | None:
        return self.judgement.error

    @property
    def current(self) -> Run:
        return self.runs[-1]

    @property
    def latest(self) -> Reading:
        return self.current.readings[-1]


@dataclass(frozen=True, slots=True)
class Course:
    """One measure over time. `goals` are those of this measure; `compared` is empty without sides."""

    measure: Measure
    readings: tuple[Reading, ...]
    sides: tuple[SideCourse, ...]
    compared: SidesCompared
    goals: tuple[Goal, ...]

    @property
    def smoothed(self) -> dict[str, float]:
        """The smoothed value by the id of the reading."""
        return {
            reading.id: value
            for side in self.sides
            for run in side.runs
            for reading, value in zip(run.readings, run.smoothed, strict=True)
        }

    @property
    def differences(self) -> dict[str, float]:
        """R − L by the ids of both readings of a session."""
        pairs = self.compared.differences
        return {reading.id: pair.value for pair in pairs for reading in (pair.left, pair.right)}


def chart_course(
    measure: Measure, readings: Iterable[Reading], today: date, goals: Sequence[Goal] = (), *, strict: bool = False
) -> Course:
    """Everything the chart of `measure` shows; readings and goals of other measures are left out."""
    mine = readings_of(measure, readings)
    aims = tuple(goal for goal in goals if goal.measure_id == measure.id)
    found: dict[Side | None, list[Run]] = {}
    for each in series(measure, mine):
        found.setdefault(each.side, []).append(Run(each.readings, smoothed(each.readings)))
    sides = tuple(_side(measure, side, tuple(runs), today, aims, strict) for side, runs in found.items())
    return Course(measure, tuple(mine), sides, _compared(measure, sides), aims)


def _compared(measure: Measure, sides: Sequence[SideCourse]) -> SidesCompared:
    by_side = {each.side: each for each in sides}
    left, right = by_side.get(Side.LEFT), by_side.get(Side.RIGHT)
    if left is None or right is None:
        return SidesCompared((), None, None)
    return compare_series(measure, left.current.readings, right.current.readings, (left.error, right.error))


def goal_of(side: Side | None, goals: Iterable[Goal]) -> Goal | None:
    """The goal that holds for a side: its own, else that of both."""
    by_side = {goal.side: goal for goal in goals}
    return by_side.get(side) or by_side.get(None)


def breaks_before(readings: Sequence[Reading], place: int) -> bool:
    """Whether the line to the reading at `place` would span a gap it must not."""
    return place > 0 and readings[place].performed_at - readings[place - 1].performed_at > LINE_BREAKS_AFTER


def _side(
    measure: Measure, side: Side | None, runs: tuple[Run, ...], today: date, goals: Sequence[Goal], strict: bool
) -> SideCourse:
    now = runs[-1].readings
    judgement = judge(measure, now, strict)
    goal = goal_of(side, goals)
    projection = project(judgement, goal.value, measure.better, today) if goal else None
    best = record([_best_reading(measure, now)], measure.better)
    return SideCourse(side, runs, judgement, baseline(now, judgement.error), best, projection)


def _best_reading(measure: Measure, readings: Sequence[Reading]) -> Reading:
    """The one with the best trial, the earliest of equal ones: a record of thousands of trials, asked of few."""
    if measure.better is Better.LOWER:
        return min(readings, key=lambda reading: min(reading.trials))
    return max(readings, key=lambda reading: max(reading.trials))

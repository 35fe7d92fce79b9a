"""What was trained, seen over time: days, weeks on target, minutes, loads, discomfort.

A log is built once from all sessions in one pass; what a chart shows is then read from it. Days are the local dates at
the moment of doing, weeks run from Monday to Sunday, and a week belongs to the year that has its Thursday (ISO 8601).

Minutes are time *in* the exercises: a set counts its reps or its hold in the exercise's own tempo, ways in and out
included; getting ready, switching and resting count nothing. So a session that lay paused for an hour, one cut off by a
power cut and one done elsewhere are all told by the same rule.
"""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum

from app.domain.exercise import Direction, DoseKind, Exercise
from app.domain.plan import EXERCISES_OF_A_TRAINING_DAY
from app.domain.training.sessions import FinishedSet, PainStop, Session

UNKNOWN_REP_S = 5.0  # of an exercise that is in no catalogue any more
DAY = timedelta(days=1)
WEEK = timedelta(weeks=1)
LOAD_LASTS = timedelta(days=28)  # rule 3: after so long without it, the lower load is proposed
MOST_MONTHS, MOST_QUARTERS = 24, 32  # bars that can still be told apart


@dataclass(slots=True)
class ExerciseDay:
    """One exercise on one day.

    `load_kg` is the heaviest load, None where none was noted; `volume_kg` the sum of reps times load; `discomfort` the
    worst answer, None where nobody answered, which is unknown and never 0; `stopped` whether a sharp pain ended it.
    """

    day: date
    seconds: float = 0.0
    load_kg: float | None = None
    volume_kg: float = 0.0
    discomfort: int | None = None
    stopped: bool = False


@dataclass(frozen=True, slots=True)
class TrainingDay:
    """What one day has in all. `counts`: it has the exercises that make a training day."""

    seconds: float
    exercises: int

    @property
    def counts(self) -> bool:
        return self.exercises >= EXERCISES_OF_A_TRAINING_DAY


@dataclass(frozen=True, slots=True)
class TrainingLog:
    """`days` by date and `exercises` by id, each oldest first; `names` as the exercises were last called.

    `begun` is the day of the very first session where the log was made of the later ones only, else None.
    """

    days: Mapping[date, TrainingDay]
    exercises: Mapping[str, Sequence[ExerciseDay]]
    names: Mapping[str, str]
    begun: date | None = None

    @property
    def first(self) -> date | None:
        return self.begun or next(iter(self.days), None)


@dataclass(frozen=True, slots=True)
class Pace:
    """Seconds of one rep, and of the ways in and out of one hold or series."""

    rep_s: float = UNKNOWN_REP_S
    ways_s: float = 0.0

    def seconds(self, done: FinishedSet) -> float:
        if done.reps is not None:
            return done.reps * self.rep_s
        return done.hold_s + self.ways_s if done.hold_s else 0.0


UNKNOWN_PACE = Pace()


def pace_of(exercise: Exercise) -> Pace:
    told = sum(phase.seconds or 0.0 for phase in exercise.tempo)
    if exercise.kind is DoseKind.REPS:
        return Pace(rep_s=told)
    if exercise.kind is DoseKind.POSITIONS:
        return Pace(ways_s=sum(position.enter_s + position.leave_s for position in exercise.positions))
    return Pace(ways_s=told)


def session_seconds(session: Session, exercises: Mapping[str, Exercise]) -> float:
    """The time in the exercises of one session."""
    paces = {each.exercise_id: _pace(each.exercise_id, exercises) for each in session.sets}
    return sum(paces[each.exercise_id].seconds(each) for each in session.sets)


def training_log(
    sessions: Iterable[Session], exercises: Mapping[str, Exercise], begun: date | None = None
) -> TrainingLog:
    """The log of `sessions`, in any order; `exercises` is the catalogue, which need not know them all.

    `begun` is the day of the first session ever, where `sessions` are not all there are.
    """
    found = _Gathered(exercises)
    for session in sessions:
        for done in session.sets:
            found.take_set(done)
        for stop in session.pain_stops:
            found.take_stop(stop)
    return replace(found.log(), begun=begun)


@dataclass(slots=True)
class _Gathered:
    """One pass over the sets, growing with their number."""

    catalogue: Mapping[str, Exercise]
    paces: dict[str, Pace] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    found: defaultdict[str, dict[date, ExerciseDay]] = field(default_factory=lambda: defaultdict(dict))

    def take_set(self, done: FinishedSet) -> None:
        here = self._on(done.exercise_id, done.exercise_name, done.finished_at.date())
        here.seconds += self.paces[done.exercise_id].seconds(done)
        if done.load_kg is not None:
            here.load_kg = done.load_kg if here.load_kg is None else max(here.load_kg, done.load_kg)
            here.volume_kg += done.load_kg * (done.reps or 0)
        if done.discomfort is not None:
            here.discomfort = max(here.discomfort or 0, done.discomfort)

    def take_stop(self, stop: PainStop) -> None:
        self._on(stop.exercise_id, stop.exercise_name, stop.stopped_at.date()).stopped = True

    def _on(self, exercise_id: str, name: str, day: date) -> ExerciseDay:
        days = self.found[exercise_id]
        if day not in days:
            days[day] = ExerciseDay(day)
            self.paces.setdefault(exercise_id, _pace(exercise_id, self.catalogue))
            known = self.catalogue.get(exercise_id)
            self.names[exercise_id] = known.name if known else name
        return days[day]

    def log(self) -> TrainingLog:
        exercises = {each: [days[day] for day in sorted(days)] for each, days in self.found.items()}
        seconds: defaultdict[date, float] = defaultdict(float)
        counts: defaultdict[date, int] = defaultdict(int)
        for days in exercises.values():
            for each in days:
                if each.seconds:  # a mere pain stop is no training
                    seconds[each.day] += each.seconds
                    counts[each.day] += 1
        return TrainingLog(
            {day: TrainingDay(seconds[day], counts[day]) for day in sorted(counts)}, exercises, self.names
        )


def _pace(exercise_id: str, exercises: Mapping[str, Exercise]) -> Pace:
    known = exercises.get(exercise_id)
    return pace_of(known) if known else UNKNOWN_PACE


def monday_of(day: date) -> date:
    return day - day.weekday() * DAY


class Period(StrEnum):
    """What one bar of the minutes stands for."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"

    @property
    def months(self) -> int:
        return {Period.MONTH: 1, Period.QUARTER: 3, Period.YEAR: 12}[self]

    def start(self, day: date) -> date:
        return date(day.year, (day.month - 1) // self.months * self.months + 1, 1)

    def after(self, start: date) -> date:
        """The start of the next one."""
        month = start.month - 1 + self.months
        return date(start.year + month // 12, month % 12 + 1, 1)


@dataclass(frozen=True, slots=True)
class DirectionMinutes:
    """Minutes from `start` on for one period, by direction; None is what no catalogue knows the directions of."""

    start: date
    minutes: Mapping[Direction | None, float]

    @property
    def total(self) -> float:
        return sum(self.minutes.values())


def fitting_period(first: date, last: date) -> Period:
    """The finest one whose bars can still be told apart."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months <= MOST_MONTHS:
        return Period.MONTH
    return Period.QUARTER if months <= 3 * MOST_QUARTERS else Period.YEAR


def minutes_by_direction(
    log: TrainingLog, exercises: Mapping[str, Exercise], first: date, last: date, period: Period
) -> list[DirectionMinutes]:
    """Every period from `first` to `last`, empty ones too. An exercise of several directions shares its minutes out."""
    found: dict[date, defaultdict[Direction | None, float]] = {}
    start = period.start(first)
    while start <= last:
        found[start] = defaultdict(float)
        start = period.after(start)
    for exercise_id, days in log.exercises.items():
        known = exercises.get(exercise_id)
        directions: tuple[Direction | None, ...] = (known.directions if known else ()) or (None,)
        for done in days:
            if first <= done.day <= last:
                bar = found[period.start(done.day)]
                for direction in directions:
                    bar[direction] += done.seconds / 60 / len(directions)
    return [DirectionMinutes(start, dict(bar)) for start, bar in found.items()]


def loads(log: TrainingLog, exercise_id: str, first: date, last: date) -> list[ExerciseDay]:
    """The days on which that exercise has a load, oldest first."""
    return [done for done in _between(log, exercise_id, first, last) if done.load_kg is not None]


def working_loads(done: Sequence[ExerciseDay]) -> list[float]:
    """For each day of `loads` the heaviest load of the four weeks that end with it.

    What one works with: a light session in between, or one without a weight, is no step down.
    """
    found: list[float] = []
    best: deque[tuple[date, float]] = deque()  # ever lighter and later, the present heaviest first
    for each in done:
        load = each.load_kg or 0.0
        while best and best[-1][1] <= load:
            best.pop()
        best.append((each.day, load))
        while best[0][0] <= each.day - LOAD_LASTS:
            best.popleft()
        found.append(best[0][1])
    return found


def discomforts(log: TrainingLog, exercise_id: str, first: date, last: date) -> list[ExerciseDay]:
    """The days with an answer or a pain stop, oldest first: an unanswered day is unknown and not among them."""
    return [done for done in _between(log, exercise_id, first, last) if done.discomfort is not None or done.stopped]


def loaded_exercises(log: TrainingLog) -> list[str]:
    """Those that were ever done with a weight, the most often done first."""
    return [each for each in _by_use(log) if any(done.load_kg for done in log.exercises[each])]


def answered_exercises(log: TrainingLog) -> list[str]:
    """Those with an answer or a pain stop, the most often done first."""
    return [
        each for each in _by_use(log)
        if any(done.discomfort is not None or done.stopped for done in log.exercises[each])
    ]  # fmt: skip


def weekly_minutes(log: TrainingLog, first: date, last: date) -> list[tuple[date, float]]:
    """The Monday and the minutes of every week from that of `first` to that of `last`, empty ones too."""
    weeks = {
        monday_of(first) + number * WEEK: 0.0 for number in range((monday_of(last) - monday_of(first)).days // 7 + 1)
    }
    for day, done in log.days.items():
        monday = monday_of(day)
        if monday in weeks:
            weeks[monday] += done.seconds / 60
    return list(weeks.items())


def _between(log: TrainingLog, exercise_id: str, first: date, last: date) -> list[ExerciseDay]:
    return [done for done in log.exercises.get(exercise_id, ()) if first <= done.day <= last]


def _by_use(log: TrainingLog) -> list[str]:
    return sorted(log.exercises, key=lambda each: -len(log.exercises[each]))

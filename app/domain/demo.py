"""A made-up but plausible history, as data: for trying Limber out, for pictures of its pages, for tests of its speed.

The same seed on the same day always tells the same story: somebody who begins with the short routine, trains two to
five days a week, has holidays and bad days, measures every week or two, and gets suppler fast at first, then slowly.
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from uuid import UUID

from app.domain.catalogue import Catalogue
from app.domain.exercise import Side
from app.domain.measurement import Measure, Reading, Unit
from app.domain.plan import locks
from app.domain.playing.timeline import Segment, SegmentKind, as_played, build_timeline
from app.domain.reading_check import check_reading
from app.domain.routine import Routine
from app.domain.training.sessions import FinishedSet, Session

DAYS_A_YEAR = 365.25
LEARNING_SESSIONS = 60  # after so many, two thirds of the whole gain are there
FREQUENT_ROUNDS = 8  # the first rounds of measuring come every week, the later ones every second
LATEST_WEEKS = 4  # hold no holiday, so that every page has something recent to show
BEGINNER_WEEKS = 6
DAYS_A_WEEK = (2, 3, 3, 3, 4, 4, 5)
DISCOMFORT = (None, None, None, 0, 0, 0, 0, 0, 1, 1, 1, 2, 2, 3, 4)
FINISH = timedelta(seconds=5)


@dataclass(frozen=True, slots=True)
class Curve:
    """Where somebody starts and what they gain in the end, in the measure's unit.

    `scatter` is the standard deviation of one trial; the right side starts `behind`, half of which it makes good.
    """

    start: float
    gain: float
    scatter: float
    behind: float = 0


CURVES = {
    "floor-touch": Curve(14, -17, 1.2),
    "hand-to-knee": Curve(8, -9, 1.0, 1.5),
    "seated-rotation": Curve(39, 15, 2.5, -4),
    "pancake": Curve(36, -15, 1.5),
}
ROUNDS = (("floor-touch", "hand-to-knee"), ("seated-rotation", "pancake"))


@dataclass(frozen=True, slots=True)
class Work:
    """One set as it is planned, `end_s` seconds into its session."""

    end_s: float
    number: int
    last: Segment
    hold_s: float | None


def make_history(catalogue: Catalogue, now: datetime, years: int, seed: int) -> tuple[list[Session], list[Reading]]:
    """The sessions and the readings of `years` up to `now`, oldest first."""
    return _Story(catalogue, now, seed).tell(years)


class _Story:
    """Goes through the days with one source of chance."""

    def __init__(self, catalogue: Catalogue, now: datetime, seed: int) -> None:
        self._catalogue = catalogue
        self._now = now
        self._chance = Random(seed)  # noqa: S311 - nothing here is a secret
        self._sessions: list[Session] = []
        self._readings: list[Reading] = []
        self._rounds = 0
        self._works: dict[tuple[str, bool], list[Work]] = {}

    def tell(self, years: int) -> tuple[list[Session], list[Reading]]:
        first = self._now.date() - timedelta(days=round(years * DAYS_A_YEAR))
        next_round = first
        for day in self._training_days(first):
            start = self._moment(day)
            if day >= next_round:
                self._measure(start - timedelta(minutes=15))
                next_round = day + timedelta(weeks=1 if self._rounds < FREQUENT_ROUNDS else 2)
            self._train(start, self._choose_routine(day - first))
        return self._sessions, self._readings

    def _training_days(self, first: date) -> Iterator[date]:
        """Some days of each week; now and then a week or two away from home."""
        today = self._now.date()
        monday = first - timedelta(days=first.weekday())
        away = 0
        while monday <= today:
            if away == 0 and self._chance.random() < 0.05:
                away = self._chance.choice([1, 2])
            count = self._chance.choice(DAYS_A_WEEK)
            days = sorted(monday + timedelta(days=day) for day in self._chance.sample(range(7), count))
            if away == 0 or monday > today - timedelta(weeks=LATEST_WEEKS):
                yield from (day for day in days if first <= day <= today)
            away = max(0, away - 1)
            monday += timedelta(weeks=1)

    def _moment(self, day: date) -> datetime:
        """When that day's training begins: early, or after work."""
        hour = self._chance.choice([7, 7, 18, 19, 19])
        at = time(hour, self._chance.randrange(60), self._chance.randrange(60), tzinfo=self._now.tzinfo)
        return datetime.combine(day, at)

    def _choose_routine(self, since: timedelta) -> Routine:
        names = ["starter"] * 5 if since < timedelta(weeks=BEGINNER_WEEKS) else ["whole-back"] * 4 + ["starter"]
        return self._catalogue.routine(self._chance.choice([*names, "desk-break"]))

    def _id(self) -> str:
        return str(UUID(int=self._chance.getrandbits(128), version=4))

    # Training

    def _train(self, start: datetime, routine: Routine) -> None:
        works = self._planned(routine)
        if self._chance.random() < 0.06:  # called away in the middle
            works = works[: max(3, self._chance.randrange(len(works)))]
        sets = tuple(self._done(work, start, nxt) for work, nxt in zip(works, [*works[1:], None], strict=True))
        end = sets[-1].finished_at + FINISH
        if end <= self._now:
            self._sessions.append(Session(self._id(), routine.id, routine.name, start, end, "", sets))

    def _planned(self, routine: Routine) -> list[Work]:
        exercises = self._catalogue.exercises
        locked = locks(self._readings, exercises)
        key = (routine.id, bool(locked))
        if key not in self._works:
            timeline = build_timeline(as_played(routine, exercises, locked), exercises)
            self._works[key] = list(_works(timeline.segments))
        return self._works[key]

    def _done(self, work: Work, start: datetime, following: Work | None) -> FinishedSet:
        segment = work.last
        exercise = self._catalogue.exercise(segment.exercise_id or "")
        ends_exercise = following is None or following.last.exercise_id != exercise.id
        reps = segment.reps
        if reps is not None and self._chance.random() < 0.05:
            reps -= 1
        return FinishedSet(
            work=work.number,
            exercise_id=exercise.id,
            exercise_name=exercise.name,
            planned=segment.dose,
            side=None if segment.position else segment.side,
            set_number=segment.set_number or 1,
            reps=reps,
            hold_s=work.hold_s,
            load_kg=segment.load_kg,
            finished_at=start + timedelta(seconds=work.end_s),
            discomfort=self._chance.choice(DISCOMFORT) if ends_exercise else None,
        )

    # Measuring

    def _measure(self, at: datetime) -> None:
        """One round: the tests of the round, each side, three trials."""
        for measure_id in ROUNDS[self._rounds % len(ROUNDS)]:
            measure = self._catalogue.measure(measure_id)
            for side in (Side.LEFT, Side.RIGHT) if measure.sided else (None,):
                at += timedelta(minutes=2)
                if at <= self._now:
                    self._readings.append(self._reading(measure, side, at))
        self._rounds += 1

    def _reading(self, measure: Measure, side: Side | None, at: datetime) -> Reading:
        curve = CURVES[measure.id]
        left_to_gain = math.exp(-len(self._sessions) / LEARNING_SESSIONS)
        middle = curve.start + curve.gain * (1 - left_to_gain) + self._chance.gauss(0, curve.scatter / 2)
        if side is Side.RIGHT:
            middle += curve.behind * (1 + left_to_gain) / 2
        trials = tuple(_as_read(self._chance.gauss(middle, curve.scatter), measure) for _ in range(3))
        reading = Reading(
            id=self._id(),
            measure_id=measure.id,
            side=side,
            trials=trials,
            entered_unit=measure.unit.value,
            performed_at=at,
            protocol_version=measure.protocol_version,
        )
        return check_reading(measure, reading, self._now, confirmed=True)


def _works(segments: Iterable[Segment]) -> Iterator[Work]:
    """The sets of a timeline; a series of positions is one set with the seconds of all its bends."""
    held = 0.0
    working = [segment for segment in segments if segment.work is not None]
    for segment, following in zip(working, [*working[1:], None], strict=True):
        held += segment.hold_s or 0.0
        if segment.work is not None and (following is None or following.work != segment.work):
            yield Work(segment.end_s, segment.work, segment, held if segment.kind is SegmentKind.HOLD else None)
            held = 0.0


def _as_read(value: float, measure: Measure) -> float:
    """To half a centimetre or a whole degree, within what is possible."""
    read = round(value * 2) / 2 if measure.unit is Unit.CM else float(round(value))
    return min(max(read, measure.hard.low), measure.hard.high)

"""What the rules look at. It is gathered once (`store/plan.py`), and every rule is a function of it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta

from app.domain.choices import Chosen
from app.domain.exercise import Side
from app.domain.measurement import Reading
from app.domain.plan.proposal import ProposalAnswer
from app.domain.plan.weeks import counted_weeks
from app.domain.preferences import Preferences
from app.domain.training.sessions import FinishedSet, Session

A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Evidence:
    """As of `now`.

    `sessions` are those since `first_day_needed`, oldest first; `floor_touches` the best and the latest reading of the
    gate's test; `measured` the last day of each test and side; `reaches_less` the side that reaches less in a test, by
    its id; `away` the Mondays of the weeks away or ill. `ahead` are sessions dated later than any clock now tells: one
    was wrong. When they were is not known, so they are in no week, but what hurt in them did hurt.
    """

    now: datetime
    sessions: Sequence[Session] = ()
    floor_touches: Sequence[Reading] = ()
    measured: Mapping[tuple[str, Side | None], date] = field(default_factory=dict)
    reaches_less: Mapping[str, Side] = field(default_factory=dict)
    away: Collection[date] = ()
    chosen: Chosen = field(default_factory=dict)
    answers: Sequence[ProposalAnswer] = ()
    preferences: Preferences = field(default_factory=Preferences)
    ahead: Sequence[Session] = ()

    @property
    def today(self) -> date:
        return self.now.date()


@dataclass(frozen=True, slots=True)
class Turn:
    """One exercise in one session."""

    day: date
    sets: tuple[FinishedSet, ...]
    discomfort: int | None  # None: nobody answered, which is unknown and never 0
    stopped: bool = False  # by a sharp pain

    @property
    def load_kg(self) -> float:
        """The heaviest; 0 without a weight."""
        return max((done.load_kg or 0.0 for done in self.sets), default=0.0)


def turns(evidence: Evidence, exercise_id: str, since: datetime | None = None) -> list[Turn]:
    """How the exercise went, session by session, oldest first; with `since`, only what was done after that moment.

    A `since` that is ahead of now hides nothing: the clock was wrong when something was chosen.
    """
    return _turns(evidence.sessions, exercise_id, None if since is not None and since > evidence.now else since)


def turns_ahead(evidence: Evidence, exercise_id: str) -> list[Turn]:
    """How it went in the sessions that are dated ahead."""
    return _turns(evidence.ahead, exercise_id, None)


def _turns(sessions: Sequence[Session], exercise_id: str, since: datetime | None) -> list[Turn]:
    found = []
    for session in sessions:
        done = tuple(
            each for each in session.sets
            if each.exercise_id == exercise_id and (since is None or each.finished_at > since)
        )  # fmt: skip
        stops = [
            each for each in session.pain_stops
            if each.exercise_id == exercise_id and (since is None or each.stopped_at > since)
        ]  # fmt: skip
        answers = [each.discomfort for each in done if each.discomfort is not None]
        if done or stops:
            last = max([*(each.finished_at for each in done), *(each.stopped_at for each in stops)])
            found.append(Turn(last.date(), done, max(answers, default=None), stopped=bool(stops)))
    return found


def known_exercises(evidence: Evidence) -> set[str]:
    """The ids of all that was done, stopped or chosen. Of others, and there may be thousands, the rules say little."""
    sessions = (*evidence.sessions, *evidence.ahead)
    done = {each.exercise_id for session in sessions for each in session.sets}
    stopped = {each.exercise_id for session in sessions for each in session.pain_stops}
    return done | stopped | set(evidence.chosen)


def first_day_needed(today: date, away: Collection[date]) -> date:
    """The first day of which the rules want to know what was done: that of the gate's first week."""
    return counted_weeks(today, away)[0]

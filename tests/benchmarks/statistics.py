"""How often the status of a series is right, over made-up histories: `rates` computes, `as_lines` says it.

Noise is weekly, independent and normal, its SD the measuring error / 2.77 (so that the error is what 95 % of the
differences between two readings stay below). It is judged once, at the end. A reading is one value of that SD (the
person's own error then rests on the scatter about the trend alone), or three trials that each have it.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from math import exp
from random import Random

from app.domain.measurement import Reading
from app.domain.progress.judging import Status, judge
from tests.samples import a_measure

ERROR = 5.0
NOISE = ERROR / 2.77
TRUE_CHANGE = -2 * ERROR  # of a measure where lower is better
SIX_MONTHS, YEAR = 182, 365
BEGIN = datetime(2025, 1, 6, 8, 0, tzinfo=UTC)
RUNS = 2000

Course = Callable[[float], float]  # the true share of the change, 0 to 1, at a share of the time


@dataclass(frozen=True)
class Rate:
    """How often "improving" was said. `bar` is the most it may be, or with `at_least` the least; None: to be seen."""

    what: str
    share: float
    bar: float | None
    at_least: bool = False

    @property
    def holds(self) -> bool:
        if self.bar is None:
            return True
        return self.share >= self.bar if self.at_least else self.share <= self.bar


@dataclass(frozen=True)
class Case:
    what: str
    days: int
    change: float
    bar: float | None
    every: int = 7
    course: Course = lambda share: share


def fast_then_slow(share: float) -> float:
    """Two thirds of the change in the first quarter of the time, as beginners gain."""
    return (1 - exp(-4 * share)) / (1 - exp(-4))


CASES = (
    Case("noise for a year, called improving", YEAR, 0, bar=0.05),
    Case("twice the error in six months, called improving", SIX_MONTHS, TRUE_CHANGE, bar=0.9),
    Case("the same, measured every fourth week", 7 * 28, TRUE_CHANGE, bar=None, every=28),
    Case("the same, fast at first, then slowly", SIX_MONTHS, TRUE_CHANGE, bar=None, course=fast_then_slow),
)


def history(case: Case, trials: int, chance: Random) -> tuple[Reading, ...]:
    """One made-up series, oldest first."""
    return tuple(
        Reading(
            id=str(day),
            measure_id="floor-touch",
            side=None,
            trials=tuple(case.change * case.course(day / case.days) + chance.gauss(0, NOISE) for _ in range(trials)),
            entered_unit="cm",
            performed_at=BEGIN + timedelta(days=day),
        )
        for day in range(0, case.days + 1, case.every)
    )


def rates(runs: int = RUNS, seed: int = 1) -> list[Rate]:
    """Every case with and without a published error, with one value a session and with three."""
    return list(_rates(runs, Random(seed)))  # noqa: S311 - nothing here is a secret


def _rates(runs: int, chance: Random) -> Iterator[Rate]:
    for case in CASES:
        for published in (ERROR, None):
            measure = a_measure(error=published)
            for trials in (1, 3):
                judged = (judge(measure, history(case, trials, chance)).status for _ in range(runs))
                share = sum(status is Status.IMPROVING for status in judged) / runs
                known = "published error" if published else "own error only"
                taken = "three trials" if trials > 1 else "one value"
                yield Rate(f"{case.what}; {known}, {taken}", share, case.bar, at_least=case.change != 0)


def as_lines(found: Sequence[Rate]) -> list[str]:
    """A line each: what, how often, the bar, and "missed" where it was."""
    width = max(len(rate.what) for rate in found)
    return [f"{rate.what:{width}}  {rate.share:7.2%}  {_bar(rate)}".rstrip() for rate in found]


def _bar(rate: Rate) -> str:
    if rate.bar is None:
        return ""
    words = f"{'at least' if rate.at_least else 'at most'} {rate.bar:.0%}"
    return words if rate.holds else f"{words}  missed"

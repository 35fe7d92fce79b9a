"""One rep to look at outside a session: which part of the movement is on at a second of it."""

from dataclasses import dataclass
from itertools import accumulate

from app.domain.exercise import DoseKind, Exercise, PhaseKind, Sides
from app.ui.figures import Figures
from app.ui.widgets.figure_view import Scene


@dataclass(frozen=True, slots=True)
class _Part:
    """A phase of the tempo (`phase` counts on through a rep left and a rep right) or of one `position` of a series."""

    phase: int
    position: int | None
    seconds: float
    right: bool = False
    hold: bool = False


class Rehearsal:
    """One rep, one hold with its ways in and out, a rep left and a rep right in turn, or the whole series.

    Holds take the low end of the dose, but never more than `longest_hold_s`. Time goes round and round: every
    `length_s` seconds the same again.
    """

    def __init__(self, exercise: Exercise, longest_hold_s: float | None = None) -> None:
        self._exercise = exercise
        self._parts = [part for part in _parts(exercise, longest_hold_s) if part.seconds > 0]
        self._ends = list(accumulate(part.seconds for part in self._parts))
        self.length_s = self._ends[-1]

    @property
    def telling_s(self) -> float:
        """When the figure is as in `Figures.still`: where the first hold begins, else where the first move ends."""
        holds = (end - part.seconds for part, end in zip(self._parts, self._ends, strict=True) if part.hold)
        return next((start for start in holds if start > 0), self._ends[0])

    def scene_at(self, figures: Figures, seconds: float, *, right: bool = False) -> Scene:
        """What is seen at `seconds` (0 or more); `right` shows an exercise with sides on the other one."""
        lap, within = divmod(seconds, self.length_s)
        place = next((n for n, end in enumerate(self._ends) if within < end), len(self._parts) - 1)
        part = self._parts[place]
        progress = 1.0 - (self._ends[place] - within) / part.seconds
        phase = part.phase if part.position else part.phase + round(lap) * self._phases
        return figures.scene(self._exercise, phase, progress, right=right or part.right, position=part.position)

    @property
    def _phases(self) -> int:
        """How many phases one time round has."""
        return self._parts[-1].phase + 1


def _parts(exercise: Exercise, longest_hold_s: float | None) -> list[_Part]:
    hold_s = exercise.dose.hold_s.low if exercise.dose.hold_s else 0.0

    def shown(seconds: float) -> float:
        return seconds if longest_hold_s is None else min(seconds, longest_hold_s)

    if exercise.kind is DoseKind.POSITIONS:
        return [
            part
            for number, position in enumerate(exercise.positions, start=1)
            for part in (
                _Part(0, number, position.enter_s),
                _Part(1, number, shown(hold_s), hold=True),
                _Part(2, number, position.leave_s),
            )
        ]
    rights = (False, True) if exercise.sides is Sides.ALTERNATE else (False,)
    parts: list[_Part] = []
    for right in rights:
        for phase in exercise.tempo:
            hold = phase.kind is PhaseKind.HOLD
            seconds = hold_s if phase.seconds is None else phase.seconds
            parts.append(_Part(len(parts), None, shown(seconds) if hold else seconds, right, hold))
    return parts

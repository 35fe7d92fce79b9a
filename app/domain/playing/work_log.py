"""How much of each work was done, and what of it the store has not heard yet."""

from collections.abc import Iterable

from app.domain.playing.events import WorkDone
from app.domain.playing.timeline import SegmentKind, Timeline


class WorkLog:
    """The most ever done of a segment: reps, or seconds held."""

    def __init__(self) -> None:
        self._done: dict[int, float] = {}
        self._untold = False  # something was done in the work in hand that no event has told of

    def amounts(self, index: int, done: float) -> tuple[tuple[int, float], ...]:
        """By segment, with `done` of segment `index`, the one in hand."""
        most = self._done | {index: max(done, self._done.get(index, 0.0))}
        return tuple(sorted((each, amount) for each, amount in most.items() if amount > 0))

    def take_up(self, amounts: Iterable[tuple[int, float]], timeline: Timeline, index: int) -> None:
        """Go on with the amounts of another log, in the work of segment `index`."""
        self._done = {segment: done for segment, done in amounts if segment < len(timeline.segments)}
        work = timeline.segments[index].work
        self._untold = work is not None and any(timeline.segments[each].work == work for each in self._done)

    def keep(self, index: int, done: float) -> None:
        """`done` of segment `index`; less than before changes nothing."""
        if done > 0 and done >= self._done.get(index, 0.0):
            self._done[index] = done
            self._untold = True

    def tell(self, timeline: Timeline, index: int) -> list[WorkDone]:
        """The work of segment `index` as one set: of a series, the positions together. Nothing if it was told."""
        segment = timeline.segments[index]
        if not self._untold or segment.work is None:
            return []
        self._untold = False
        whole = {i: part for i, part in enumerate(timeline.segments) if part.work == segment.work}
        done = sum(self._done.get(i, 0.0) for i in whole)
        planned = sum(part.done_at(part.length_s) for part in whole.values())
        counted = segment.kind is SegmentKind.REPS
        return [
            WorkDone(
                work=segment.work,
                segment=segment,
                side=segment.side if segment.position is None else None,
                reps=int(done) if counted else None,
                hold_s=None if counted else round(done, 1),
                complete=done >= planned,
            )
        ]

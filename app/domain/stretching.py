"""A segment made longer, shorter, slower or faster while it plays. What was told already stays where it was.

Each function answers the changed segment, or None where there is nothing to change. Seconds throughout.
"""

from dataclasses import replace

from app.domain.cues import Cue, CueKind, TimedPhase, hold_cues, rep_cues
from app.domain.exercise import PhaseKind, Side
from app.domain.timeline import INSTANT_S, Segment, SegmentKind, in_time

MORE_S = 10.0
MORE_READY_S = 30.0
LEAST_LEFT_S = 3.0  # of a segment made shorter: time for 3-2-1
_COUNTED_FROM_THE_END = frozenset({CueKind.SOON, CueKind.COUNTDOWN})


def longer(segment: Segment, elapsed_s: float) -> Segment | None:
    """Ten seconds more, half a minute while getting ready; of reps, one more."""
    if segment.kind is SegmentKind.REPS:
        return _with_reps(segment, (segment.reps or 0) + 1)
    return _stretched(segment, elapsed_s, MORE_READY_S if segment.kind is SegmentKind.READY else MORE_S)


def shorter(segment: Segment, elapsed_s: float) -> Segment | None:
    """Ten seconds less, but three are always left; of reps, one fewer, but never fewer than the one in hand."""
    if segment.kind is SegmentKind.REPS:
        phase = segment.phase_at(elapsed_s)
        in_hand = phase.rep if phase and phase.rep else 1
        reps = max(in_hand, (segment.reps or 1) - 1)
        return _with_reps(segment, reps) if reps != segment.reps else None
    return _stretched(segment, elapsed_s, -MORE_S)


def at_pace(segment: Segment, scale: float) -> Segment:
    """Reps whose every second lasts `scale` seconds; all else stays as it is."""
    if segment.kind is not SegmentKind.REPS:
        return segment
    phases = tuple(
        replace(phase, start_s=phase.start_s * scale, length_s=phase.length_s * scale) for phase in segment.phases
    )
    return replace(
        segment,
        length_s=segment.length_s * scale,
        waits_at_s=None if segment.waits_at_s is None else segment.waits_at_s * scale,
        phases=phases,
        cues=tuple(replace(cue, at_s=cue.at_s * scale) for cue in segment.cues),
    )


def _stretched(segment: Segment, elapsed_s: float, by_s: float) -> Segment | None:
    if segment.kind is SegmentKind.HOLD:
        return _held(segment, elapsed_s, by_s)
    if segment.kind is SegmentKind.FINISH:
        return None
    if segment.waits_at_s is not None and elapsed_s < segment.waits_at_s + INSTANT_S:
        return None  # it waits as long as it takes
    length_s = max(segment.length_s + by_s, elapsed_s + LEAST_LEFT_S)
    by_s = length_s - segment.length_s
    if _nothing(by_s):
        return None
    cues = (_moved(cue, by_s) if cue.kind in _COUNTED_FROM_THE_END else cue for cue in segment.cues)
    kept = (cue for cue in cues if cue.at_s >= 0 and cue.at_s < length_s)
    return replace(segment, length_s=length_s, cues=tuple(sorted(kept, key=_at_s)))


def _held(segment: Segment, elapsed_s: float, by_s: float) -> Segment | None:
    """A longer or shorter hold, while it or the way into it runs."""
    hold = next((each for each in segment.phases if each.kind is PhaseKind.HOLD), None)
    if hold is None or elapsed_s >= hold.end_s - INSTANT_S:
        return None
    held_s = max(0.0, elapsed_s - hold.start_s)
    length_s = max(hold.length_s + by_s, held_s + LEAST_LEFT_S)
    if _nothing(length_s - hold.length_s):
        return None
    phases = in_time(replace(each, length_s=length_s) if each is hold else each for each in segment.phases)
    told_half = elapsed_s >= hold.start_s + hold.length_s / 2
    cues = [cue for cue in hold_cues(phases) if not (told_half and cue.kind is CueKind.HALFWAY)]
    return replace(
        segment,
        length_s=phases[-1].end_s,
        hold_s=(segment.hold_s or 0.0) + length_s - hold.length_s,
        phases=phases,
        cues=tuple(cues),
    )


def _with_reps(segment: Segment, reps: int) -> Segment:
    """`reps` of the same; alternating ones go on changing sides."""
    per_rep = len(segment.phases) // (segment.reps or 1)
    one = segment.phases[:per_rep]
    turns = _turns(segment)
    phases = in_time(
        replace(phase, rep=rep, side=turns[(rep - 1) % len(turns)]) for rep in range(1, reps + 1) for phase in one
    )
    waits_at_s = None if segment.waits_at_s is None else phases[-1].end_s
    return replace(
        segment, reps=reps, length_s=phases[-1].end_s, waits_at_s=waits_at_s, phases=phases, cues=rep_cues(phases)
    )


def _turns(segment: Segment) -> tuple[Side | None, ...]:
    first: TimedPhase = segment.phases[0]
    if segment.side is not Side.ALTERNATE:
        return (first.side,)
    return (first.side, Side.RIGHT if first.side is Side.LEFT else Side.LEFT)


def _moved(cue: Cue, by_s: float) -> Cue:
    return replace(cue, at_s=cue.at_s + by_s)


def _nothing(by_s: float) -> bool:
    return abs(by_s) < INSTANT_S


def _at_s(cue: Cue) -> float:
    return cue.at_s

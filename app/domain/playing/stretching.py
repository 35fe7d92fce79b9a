"""A segment made longer, shorter, slower or faster while it plays, with the cues that it has then.

Each function answers the changed segment, or None where there is nothing to change. Seconds throughout.
"""

from collections.abc import Iterable
from dataclasses import replace
from math import ceil

from app.domain.exercise import PhaseKind, Side
from app.domain.playing.cues import Cue, CueKind, TimedPhase, countdown, hold_cues, ready_end, rep_cues, spoken_s
from app.domain.playing.timeline import INSTANT_S, Segment, SegmentKind, in_time
from app.domain.training.sessions import LONGEST_HOLD_S, MOST_REPS

MORE_S = 10.0
MORE_READY_S = 30.0
LEAST_LEFT_S = 3.0  # of a segment made shorter: time for 3-2-1
_AT_THE_END = frozenset({CueKind.SOON, CueKind.COUNTDOWN})
_HALF_TOLD = frozenset({CueKind.HALFWAY, CueKind.SOON})  # "ten seconds" comes later than half


def longer(segment: Segment, elapsed_s: float) -> Segment | None:
    """Ten seconds more, half a minute while getting ready; of reps, one more, or one each way."""
    if segment.kind is SegmentKind.REPS:
        return _with_reps(segment, min(MOST_REPS, (segment.reps or 0) + len(_turns(segment))))
    return _stretched(segment, elapsed_s, MORE_READY_S if segment.kind is SegmentKind.READY else MORE_S)


def shorter(segment: Segment, elapsed_s: float) -> Segment | None:
    """Ten seconds less, but three are always left; of reps, one fewer, but never fewer than the one in hand.

    Of alternating ones, one fewer each way, and as many one way as the other.
    """
    if segment.kind is SegmentKind.REPS:
        phase = segment.phase_at(elapsed_s)
        in_hand = phase.rep if phase and phase.rep else 1
        reps, ways = segment.reps or 0, len(_turns(segment))
        least = ceil(in_hand / ways) * ways
        return _with_reps(segment, min(reps, max(least, reps - ways)))
    return _stretched(segment, elapsed_s, -MORE_S)


def at_pace(segment: Segment, scale: float) -> Segment:
    """Reps whose every second lasts `scale` seconds; all else stays as it is."""
    if segment.kind is not SegmentKind.REPS:
        return segment
    return _counted(segment, (replace(phase, length_s=phase.length_s * scale) for phase in segment.phases), scale)


def _stretched(segment: Segment, elapsed_s: float, by_s: float) -> Segment | None:
    if segment.kind is SegmentKind.HOLD:
        return _held(segment, elapsed_s, by_s)
    if segment.kind is SegmentKind.FINISH:
        return None
    length_s = _new_length(segment.length_s, by_s, elapsed_s)
    if length_s is None:
        return None
    end = ready_end(length_s) if segment.kind is SegmentKind.READY else countdown(length_s, after=0.0)
    kept = (cue for cue in segment.cues if cue.kind not in _AT_THE_END and _has_room(cue, end, length_s))
    cues = tuple(sorted((*kept, *end), key=_at_s))
    return replace(segment, length_s=length_s, waits_at_s=None, cues=cues)


def _has_room(cue: Cue, end: tuple[Cue, ...], length_s: float) -> bool:
    """Whether what is said besides runs into nothing of the `end`; names come all the same."""
    said_s = cue.at_s + spoken_s(cue.text)
    fits = said_s <= length_s - LEAST_LEFT_S and not any(cue.at_s <= each.at_s < said_s for each in end)
    return cue.kind is not CueKind.SAY or fits


def _held(segment: Segment, elapsed_s: float, by_s: float) -> Segment | None:
    """A longer or shorter hold, while it or the way into it runs."""
    hold = next(each for each in segment.phases if each.kind is PhaseKind.HOLD and each.length_s == segment.hold_s)
    held_s = elapsed_s - hold.start_s
    hold_s = _new_length(hold.length_s, by_s, max(0.0, held_s))
    if held_s >= hold.length_s - INSTANT_S or hold_s is None or hold_s > LONGEST_HOLD_S:
        return None
    phases = in_time(replace(each, length_s=hold_s) if each is hold else each for each in segment.phases)
    half_told = _half_told(segment, elapsed_s)
    cues = tuple(cue for cue in hold_cues(phases) if not (half_told and cue.kind is CueKind.HALFWAY))
    cues = _with_said(cues, segment, phases[-1].end_s)
    return replace(segment, length_s=phases[-1].end_s, hold_s=hold_s, phases=phases, cues=cues)


def _half_told(segment: Segment, elapsed_s: float) -> bool:
    """By now, or before the hold was changed: then its cues are no longer the usual ones."""
    told = any(cue.kind in _HALF_TOLD and cue.at_s <= elapsed_s + INSTANT_S for cue in segment.cues)
    usual = tuple(cue for cue in segment.cues if cue.kind is not CueKind.SAY)
    return told or usual != hold_cues(segment.phases)


def _with_said(cues: tuple[Cue, ...], before: Segment, length_s: float, scale: float = 1.0) -> tuple[Cue, ...]:
    """`cues` of the changed segment, and what was said besides `before`, where that still runs into none of them."""
    said = (replace(cue, at_s=cue.at_s * scale) for cue in before.cues if cue.kind is CueKind.SAY)
    counted = [cue.at_s for cue in cues if cue.text]
    kept = (
        cue for cue in said
        if not any(cue.at_s <= at_s < cue.at_s + spoken_s(cue.text) for at_s in (*counted, length_s))
    )  # fmt: skip
    return tuple(sorted((*cues, *kept), key=_at_s))


def _new_length(length_s: float, by_s: float, past_s: float) -> float | None:
    """What it lasts when made `by_s` longer, or shorter as far as that goes; None where nothing would change."""
    new_s = length_s + by_s
    if by_s < 0:
        new_s = min(length_s, max(new_s, past_s + LEAST_LEFT_S))
    return None if abs(new_s - length_s) < INSTANT_S else new_s


def _with_reps(segment: Segment, reps: int) -> Segment | None:
    """`reps` of the same; alternating ones go on changing sides."""
    if reps == segment.reps:
        return None
    per_rep = len(segment.phases) // (segment.reps or 1)
    one, turns = segment.phases[:per_rep], _turns(segment)
    phases = (
        replace(phase, rep=rep, side=turns[(rep - 1) % len(turns)]) for rep in range(1, reps + 1) for phase in one
    )
    return replace(_counted(segment, phases), reps=reps)


def _counted(segment: Segment, drafts: Iterable[TimedPhase], scale: float = 1.0) -> Segment:
    """Reps of these phases, each `scale` as long as before; self-paced ones wait at their end as before."""
    phases = in_time(drafts)
    length_s = phases[-1].end_s
    waits_at_s = None if segment.waits_at_s is None else length_s
    cues = _with_said(rep_cues(phases), segment, length_s, scale)
    return replace(segment, length_s=length_s, waits_at_s=waits_at_s, phases=phases, cues=cues)


def _turns(segment: Segment) -> tuple[Side | None, ...]:
    """The sides that reps take in turn."""
    first = segment.phases[0].side
    if segment.side is not Side.ALTERNATE:
        return (first,)
    return (first, Side.RIGHT if first is Side.LEFT else Side.LEFT)


def _at_s(cue: Cue) -> float:
    return cue.at_s

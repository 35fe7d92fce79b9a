"""Cues: what is said and shown at which moment of a segment, as data.

Screen, voice and sound listen to the same cues. Two texts never begin so close that one talks over the other's
beginning where this can be helped: what has no room is left out, countdowns and names never are.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import ceil

from app.domain.exercise import PhaseKind, Side
from app.domain.preferences import VoiceMode
from app.i18n import _

COUNTED_DOWN = (3, 2, 1)
HALFWAY_FROM_S = 15.0
TEN_SECONDS_FROM_S = 20.0
SOON_FROM_S = 15.0
FEEL_FROM_S = 20.0
TEN_S = 10.0
_CHARACTERS_A_SECOND = 16.0  # a calm voice
_BREATH_S = 0.4


class CueKind(StrEnum):
    """What a cue is, so that sound can choose a tone and the screen a place."""

    READY = "ready"  # exercise, side, dose
    SAY = "say"  # set-up and feel
    SOON = "soon"  # ten seconds to go
    COUNTDOWN = "countdown"  # 3, 2, 1
    PHASE = "phase"  # what to do now
    REP = "rep"  # the number at the turning point
    LAST_REP = "last-rep"
    HALFWAY = "halfway"
    SWITCH = "switch"
    REST = "rest"
    END = "end"
    BEAT_FIRST = "beat-first"  # a phase begins: a tick, never a word
    BEAT = "beat"  # each further second of it, or each further pulse


BEATS = frozenset({CueKind.BEAT_FIRST, CueKind.BEAT})
_MAY_BE_REPLACED = frozenset({CueKind.SAY, CueKind.PHASE, CueKind.REP, CueKind.HALFWAY}) | BEATS
_COUNT = frozenset({CueKind.COUNTDOWN, CueKind.REP, CueKind.LAST_REP, CueKind.HALFWAY, CueKind.SOON})


@dataclass(frozen=True, slots=True)
class Cue:
    """`text` at `at_s` seconds from the start of its segment."""

    at_s: float
    kind: CueKind
    text: str

    @property
    def important(self) -> bool:
        """A later important cue may replace an unimportant one that still waits to be spoken."""
        return self.kind not in _MAY_BE_REPLACED


def spoken(cue: Cue, mode: VoiceMode) -> bool:
    """Whether `cue` is to be heard as words: all of them, the count only, or none."""
    if not cue.text or mode is VoiceMode.OFF:
        return False
    return mode is VoiceMode.FULL or cue.kind in _COUNT


@dataclass(frozen=True, slots=True)
class TimedPhase:
    """One phase of a segment, in seconds from the segment's start. `rep` counts from 1, None outside reps.

    A hold done as small pulses has one every `pulse_s` seconds.
    """

    start_s: float
    length_s: float
    kind: PhaseKind
    cue: str
    rep: int | None = None
    side: Side | None = None
    pulse_s: float | None = None

    @property
    def end_s(self) -> float:
        return self.start_s + self.length_s


def spoken_s(text: str) -> float:
    """About how long a calm voice needs for `text`, with a breath after it."""
    return len(text) / _CHARACTERS_A_SECOND + _BREATH_S


def ready_cues(length_s: float, intro: str, setup: str, feel: str, waits_at_s: float | None = None) -> tuple[Cue, ...]:
    """The name at once, then what there is room for, "starting in ten", 3-2-1.

    Where it waits for a key at `waits_at_s`, that is said there.
    """
    cues = [Cue(0.0, CueKind.READY, intro)]
    if waits_at_s is not None:
        cues.append(Cue(waits_at_s, CueKind.SAY, _("Press Enter when you are ready.")))
    end = ready_end(length_s, at_any_length=waits_at_s is not None)
    starts = [spoken_s(intro), *(cue.at_s + spoken_s(cue.text) for cue in end if cue.kind is CueKind.SOON)]
    ends = [end[0].at_s if waits_at_s is None else waits_at_s, length_s - COUNTED_DOWN[0]] if end else []
    # The feel line is heard where it is felt, so where only one of the two has room it comes before the set-up.
    wishes = ([setup, feel], [feel], [setup]) if length_s >= FEEL_FROM_S else ([setup],)
    said = _first_that_fits(list(zip(starts, ends, strict=False)), *wishes)
    return _in_order((*cues, *end, *said))


def ready_end(length_s: float, at_any_length: bool = False) -> tuple[Cue, ...]:
    """The last seconds of getting ready: "starting in ten" where there is time for it, 3-2-1."""
    soon = (Cue(length_s - TEN_S, CueKind.SOON, _("Starting in ten")),)
    return (*(soon if at_any_length or length_s >= SOON_FROM_S else ()), *countdown(length_s, after=0.0))


def _first_that_fits(windows: list[tuple[float, float]], *wishes: list[str]) -> list[Cue]:
    """Of several wishes what to say, the first that has room; empty texts are none."""
    said = (_fill(windows, [text for text in texts if text]) for texts in wishes)
    return next(filter(None, said), [])


def _fill(windows: Iterable[tuple[float, float]], texts: Iterable[str]) -> list[Cue]:
    """All of `texts` in turn, each wholly inside one of `windows` (start, end in seconds); nothing if one can't be."""
    cues: list[Cue] = []
    left = list(texts)
    for start, end in windows:
        at = start
        while left and at + spoken_s(left[0]) <= end:
            cues.append(Cue(at, CueKind.SAY, left[0]))
            at += spoken_s(left.pop(0))
    return [] if left else cues


def pause_cues(kind: CueKind, length_s: float, text: str, setup: str = "", feel: str = "") -> tuple[Cue, ...]:
    """A switch or a rest: what it is and what comes, `setup` and `feel` where there is room, then 3-2-1."""
    window = (spoken_s(text), length_s - COUNTED_DOWN[0])
    said = _first_that_fits([window], [setup, feel], [setup], [feel])
    return _in_order((Cue(0.0, kind, text), *said, *countdown(length_s, after=0.0)))


def with_room_for(cues: tuple[Cue, ...], length_s: float, text: str) -> tuple[Cue, ...]:
    """`cues` of a work that lasts `length_s`, with `text` in its first silence that is long enough, if there is one."""
    spoken_before = [cue for cue in cues if cue.text]
    starts = [cue.at_s + spoken_s(cue.text) for cue in spoken_before]
    ends = [*(cue.at_s for cue in spoken_before[1:]), length_s]
    return _in_order((*cues, *_fill(zip(starts, ends, strict=True), [text])))


def hold_cues(phases: Iterable[TimedPhase]) -> tuple[Cue, ...]:
    """Each phase says what to do; a hold is counted out."""
    cues: list[Cue] = []
    for phase in phases:
        cues.append(Cue(phase.start_s, CueKind.PHASE, phase.cue))
        if phase.kind is PhaseKind.HOLD:
            cues += _counted_hold(phase)
        if phase.pulse_s is not None:
            cues += _beats(phase, phase.pulse_s)
    return _in_order(cues)


def _counted_hold(hold: TimedPhase) -> list[Cue]:
    """ "Halfway", "ten seconds", 3-2-1; the first two as one text where they would run into each other."""
    halfway = Cue(hold.start_s + hold.length_s / 2, CueKind.HALFWAY, _("Halfway"))
    ten_left = Cue(hold.end_s - TEN_S, CueKind.SOON, _("Ten seconds"))
    cues = list(countdown(hold.end_s, after=hold.start_s))
    if hold.length_s >= TEN_SECONDS_FROM_S:
        if ten_left.at_s - halfway.at_s < spoken_s(halfway.text):
            return [Cue(ten_left.at_s, CueKind.SOON, _("Halfway, ten seconds")), *cues]
        cues.append(ten_left)
    if hold.length_s >= HALFWAY_FROM_S:
        cues.append(halfway)
    return cues


def rep_cues(phases: tuple[TimedPhase, ...]) -> tuple[Cue, ...]:
    """The first rep says its phases, the others their number at the turning point, the last one that it is the last."""
    first = tuple(phase for phase in phases if phase.rep == 1)
    cues = [Cue(phase.start_s, CueKind.PHASE, phase.cue) for phase in first]
    last = phases[-1].rep
    for rep, start in enumerate(range(len(first), len(phases), len(first)), start=2):
        turn = _turning_point(phases[start : start + len(first)])
        if rep == last:
            cues.append(Cue(turn, CueKind.LAST_REP, _("Last one")))
        else:
            cues.append(Cue(turn, CueKind.REP, str(rep)))
    for phase in phases:
        cues += _beats(phase, 1.0)
    return _in_order(cues)


def _beats(phase: TimedPhase, every_s: float) -> list[Cue]:
    """A soft metronome through a phase, from its start on."""
    count = ceil(round(phase.length_s / every_s, 6))
    moments = [phase.start_s + number * every_s for number in range(count)]
    return [Cue(at, CueKind.BEAT if number else CueKind.BEAT_FIRST, "") for number, at in enumerate(moments)]


def _turning_point(rep: tuple[TimedPhase, ...]) -> float:
    """Where a rep turns back: its first hold, else its second phase, else the middle of its only one."""
    for phase in rep:
        if phase.kind is PhaseKind.HOLD:
            return phase.start_s
    return rep[1].start_s if len(rep) > 1 else rep[0].start_s + rep[0].length_s / 2


def countdown(end_s: float, after: float) -> tuple[Cue, ...]:
    """3-2-1 before `end_s`, as much of it as lies later than `after`."""
    return tuple(Cue(end_s - n, CueKind.COUNTDOWN, str(n)) for n in COUNTED_DOWN if end_s - n > after)


def _in_order(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    return tuple(sorted(cues, key=_at_s))


def _at_s(cue: Cue) -> float:
    return cue.at_s

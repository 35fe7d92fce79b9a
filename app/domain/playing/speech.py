"""What the voice says next: one text at a time, the important first, nothing so late that it misleads.

Pure rules with the time handed in; who speaks asks `take` whenever something has changed or `look_in_s` has passed.
The end of a text is told by the voice, which may never do so (a speech service without a sound device stays
"speaking"); then the text counts as ended after a generous estimate.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.playing.cues import Cue, spoken_s

_SLOWEST = 2.5  # times the estimate of a calm voice
_SPARE_S = 2.0
_PATIENCE_S: Mapping[str, float] = {
    "countdown": 0.7,
    "rep": 0.7,
    "last-rep": 1.5,
    "phase": 1.5,
    "halfway": 2.0,
    "soon": 2.0,
    "switch": 4.0,
    "rest": 6.0,
    "say": 6.0,
    "ready": 8.0,
    "end": 10.0,
}
"""How many seconds late a cue of a kind is still worth saying."""
_PATIENCE_ELSE_S = 1.5


@dataclass(frozen=True, slots=True)
class Utterance:
    """`text` to say now; `cuts` what is being spoken off. `number` names it when its end is told."""

    number: int
    text: str
    cuts: bool


@dataclass(frozen=True, slots=True)
class _Waiting:
    cue: Cue
    until_s: float


@dataclass(frozen=True, slots=True)
class _Spoken:
    number: int
    important: bool
    until_s: float


def patience_s(cue: Cue) -> float:
    """How late `cue` may begin to be spoken."""
    return _PATIENCE_S.get(cue.kind, _PATIENCE_ELSE_S)


def longest_s(text: str) -> float:
    """After how long `text` counts as spoken if nobody tells of its end."""
    return spoken_s(text) * _SLOWEST + _SPARE_S


class SpeechQueue:
    """At most one text is being spoken. An important cue drops the unimportant ones that wait and cuts the one that
    is spoken; it waits for another important one, since a name is never cut in half. The others wait their turn.
    """

    def __init__(self) -> None:
        self._waiting: list[_Waiting] = []
        self._spoken: _Spoken | None = None
        self._numbers = 0

    def offer(self, cue: Cue, now_s: float) -> None:
        """`cue` is due now. One without text is nothing to say."""
        if not cue.text:
            return
        if cue.important:
            self._waiting = [other for other in self._waiting if other.cue.important]
        self._waiting.append(_Waiting(cue, now_s + patience_s(cue)))

    def take(self, now_s: float) -> Utterance | None:
        """What has to be said now, if anything."""
        self._give_up(now_s)
        if not self._waiting:
            return None
        cue = self._waiting[0].cue
        spoken = self._spoken
        if spoken is not None and (spoken.important or not cue.important):
            return None
        del self._waiting[0]
        self._numbers += 1
        self._spoken = _Spoken(self._numbers, cue.important, now_s + longest_s(cue.text))
        return Utterance(self._numbers, cue.text, cuts=spoken is not None)

    def ended(self, number: int) -> None:
        """The voice tells that utterance `number` is over. Of one that was cut off it may tell late."""
        if self._spoken is not None and self._spoken.number == number:
            self._spoken = None

    def broken_off(self) -> None:
        """The voice fell silent in the middle of a text; what waits may still be said."""
        self._spoken = None

    def hush(self) -> None:
        """Nothing is spoken and nothing waits."""
        self._waiting.clear()
        self._spoken = None

    def look_in_s(self, now_s: float) -> float | None:
        """After how many seconds something has to be given up; None while nothing is spoken or waits."""
        moments = [waiting.until_s for waiting in self._waiting]
        if self._spoken is not None:
            moments.append(self._spoken.until_s)
        return max(0.0, min(moments) - now_s) if moments else None

    def _give_up(self, now_s: float) -> None:
        """Drop what is too late by now, and the text whose end nobody told."""
        self._waiting = [waiting for waiting in self._waiting if now_s <= waiting.until_s]
        if self._spoken is not None and now_s >= self._spoken.until_s:
            self._spoken = None

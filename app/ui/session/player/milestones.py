"""What a screen reader is told while a session plays: what begins, how far it is, never every second."""

from app.domain.exercise import Side
from app.domain.playing.cues import CueKind
from app.domain.playing.events import CountingIn, CueReached, Event, Paused, SegmentStarted
from app.domain.playing.timeline import Segment, SegmentKind, Timeline
from app.domain.wording import side_name
from app.i18n import _, ngettext

_TOLD = frozenset({CueKind.READY, CueKind.SWITCH, CueKind.REST, CueKind.HALFWAY, CueKind.SOON, CueKind.END})


def milestone(event: Event, timeline: Timeline, *, spoken: bool = True) -> str:
    """The words for `event`; "" where there is nothing to tell.

    The cues say what is got ready for and what comes next; the work itself says how much of it there is. The last
    three seconds are for the voice to count, and told where nothing is `spoken`.
    """
    if isinstance(event, CueReached):
        told = event.cue.kind in _TOLD or (event.cue.kind is CueKind.COUNTDOWN and not spoken)
        return event.cue.text if told else ""
    if isinstance(event, SegmentStarted):
        return _work(timeline.segments[event.index])
    if isinstance(event, Paused):
        return _("Paused")
    return _("Going on") if isinstance(event, CountingIn) else ""


def _work(segment: Segment) -> str:
    if segment.kind is SegmentKind.HOLD:
        seconds = round(segment.hold_s or segment.length_s)
        amount = ngettext("Hold, {count} second", "Hold, {count} seconds", seconds).format(count=seconds)
    elif segment.kind is SegmentKind.REPS and segment.reps is not None:
        amount = ngettext("{count} rep", "{count} reps", segment.reps).format(count=segment.reps)
    else:
        return ""
    parts = [segment.position_name or "", amount]
    if segment.side in {Side.LEFT, Side.RIGHT} and segment.side is not None:
        parts.append(side_name(segment.side))
    if segment.sets and segment.sets > 1:
        parts.append(_("set {number} of {count}").format(number=segment.set_number, count=segment.sets))
    return ", ".join(part for part in parts if part)

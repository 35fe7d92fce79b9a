"""What the ring and the words beside it say at this moment."""

import math
from dataclasses import dataclass, replace

from app.domain.exercise import PhaseKind, Side
from app.domain.playing.player import Player
from app.domain.playing.playhead import COUNT_IN_S, PlayerState
from app.domain.playing.timeline import Segment, SegmentKind
from app.i18n import _, ngettext


@dataclass(frozen=True, slots=True)
class Count:
    """`digits` in the ring, `share_left` of its arc (0 to 1) in colour `role`, `of` and `what` beside it, one cue."""

    digits: str
    share_left: float
    role: str
    of: str
    what: str
    cue: str
    counts_seconds: bool = True

    @property
    def spoken(self) -> str:
        """The same for a screen reader."""
        counted = self.digits
        if counted and self.counts_seconds:
            seconds = int(counted)
            counted = ngettext("{count} second left", "{count} seconds left", seconds).format(count=seconds)
        return ", ".join(part for part in (counted, self.of, self.what) if part)


def count(player: Player) -> Count:
    """The count of the player's present segment."""
    segment = player.segment
    if player.state is PlayerState.PAUSED:
        return replace(_of_segment(player, segment), of=_("Paused"), what="", cue=_("Space goes on"))
    if player.count_in_s is not None:
        return Count(str(math.ceil(player.count_in_s)), player.count_in_s / COUNT_IN_S, "muted", "", _("Going on"), "")
    return _of_segment(player, segment)


def _of_segment(player: Player, segment: Segment) -> Count:
    if segment.kind is SegmentKind.REPS:
        return _reps(player, segment)
    if segment.kind is SegmentKind.HOLD:
        return _hold(player, segment)
    left = player.left_s
    share = left / segment.length_s if segment.length_s else 0.0
    digits = str(math.ceil(left))
    if segment.kind is SegmentKind.READY:
        if player.waiting:
            return Count(digits, share, "muted", _("Get ready"), "", _("Press Enter when you are ready"))
        return Count(digits, share, "muted", _("Get ready"), "", segment.dose)
    if segment.kind is SegmentKind.SWITCH:
        return Count(digits, share, "muted", _("Switch sides"), "", segment.dose)
    if segment.kind is SegmentKind.REST:
        return Count(digits, share, "muted", _("Rest"), "", _("Breathe, let the muscles go."))
    return Count("", 0.0, "accent", "", "", _("That was the last one. Take a breath."))


def _reps(player: Player, segment: Segment) -> Count:
    phase = player.phase
    rep = phase.rep if phase and phase.rep else 1
    begun = (rep - 1) * segment.length_s / (segment.reps or 1)
    share = 1 - (player.elapsed_s - begun) * (segment.reps or 1) / segment.length_s
    side = phase.side if phase else None
    of = ngettext("of {count}", "of {count}", segment.reps or 0).format(count=segment.reps)
    cue = _("Press Enter when you are done") if player.waiting else phase.cue if phase else ""
    return Count(str(rep), min(1.0, max(0.0, share)), _role(segment, side), of, _how(player, side), cue, False)


def _hold(player: Player, segment: Segment) -> Count:
    phase = player.phase
    if phase is None:
        return Count("0", 0.0, "accent", "", "", "")
    left = player.phase_left_s
    holding = phase.kind is PhaseKind.HOLD
    share = left / phase.length_s if holding else 1.0
    of = segment.position_name or ""
    what = _("hold") if holding else _("move slowly")
    role = _role(segment, segment.side) if holding else "soft"
    return Count(str(max(0, math.ceil(left))), min(1.0, max(0.0, share)), role, of, what, phase.cue)


def _role(segment: Segment, side: Side | None) -> str:
    return side.value if side in {Side.LEFT, Side.RIGHT} and side is not None else "accent"


def _how(player: Player, side: Side | None) -> str:
    """What else there is to know of a rep."""
    if player.segment.side is Side.ALTERNATE and side in {Side.LEFT, Side.RIGHT}:
        return _turn(side)
    if player.pace != 1:
        return _("pace {percent} %").format(percent=round(100 * player.pace))
    return _("slowly")


def _turn(side: Side | None) -> str:
    return _("to the left") if side is Side.LEFT else _("to the right")

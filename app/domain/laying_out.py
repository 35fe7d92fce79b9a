"""A routine as it is played for one person: what is open to them, and what they chose."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from app.domain.choices import NOTHING_CHOSEN, Chosen
from app.domain.cues import spoken
from app.domain.exercise import Exercise, Side
from app.domain.preferences import Preferences, VoiceMode
from app.domain.routine import Routine
from app.domain.suiting import suit
from app.domain.timeline import PlayOptions, Timeline, as_played, build_timeline
from app.domain.times import apply_times


@dataclass(frozen=True, slots=True)
class LaidOut:
    """`routine` with its stand-ins and changed times, laid out in time; `voice` is how much of it is spoken.

    `left_out` tells what this person's equipment does not allow, in sentences.
    """

    routine: Routine
    timeline: Timeline
    voice: VoiceMode
    options: PlayOptions
    left_out: tuple[str, ...] = ()

    def as_heard(self) -> Timeline:
        """The timeline with no other texts than those spoken."""
        return Timeline(
            tuple(
                replace(segment, cues=tuple(cue for cue in segment.cues if spoken(cue, self.voice)))
                for segment in self.timeline.segments
            )
        )


def lay_out(
    routine: Routine,
    exercises: Mapping[str, Exercise],
    locked: Collection[str],
    preferences: Preferences,
    sessions_before: int,
    chosen: Chosen = NOTHING_CHOSEN,
) -> LaidOut:
    """What the player will do and say. `sessions_before` is how many sessions this person has begun already.

    `chosen` are the person's own doses. Where nothing is left of the routine it has no steps.
    """
    changed = apply_times(routine, preferences.times.get(routine.id))
    suited = suit(as_played(changed, exercises, locked), exercises, preferences, chosen)
    played = suited.routine
    right_first = preferences.alternate_sides and sessions_before % 2 == 1
    options = PlayOptions(
        first_side=Side.RIGHT if right_first else Side.LEFT,
        wait_for_equipment=preferences.wait_for_equipment,
    )
    voice = preferences.voice if routine.voice else VoiceMode.OFF
    return LaidOut(played, build_timeline(played, exercises, options=options), voice, options, suited.left_out)

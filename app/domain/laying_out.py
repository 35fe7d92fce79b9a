"""A routine as it is played for one person: what is open to them, and what they chose."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from app.domain.cues import spoken
from app.domain.exercise import Exercise, Side
from app.domain.preferences import Preferences, VoiceMode
from app.domain.routine import Routine
from app.domain.timeline import PlayOptions, Timeline, as_played, build_timeline
from app.domain.times import apply_times


@dataclass(frozen=True, slots=True)
class LaidOut:
    """`routine` with its stand-ins and changed times, laid out in time; `voice` is how much of it is spoken."""

    routine: Routine
    timeline: Timeline
    voice: VoiceMode
    options: PlayOptions

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
) -> LaidOut:
    """What the player will do and say. `sessions_before` is how many sessions this person has begun already."""
    changed = apply_times(routine, preferences.times.get(routine.id))
    played = as_played(changed, exercises, locked)
    right_first = preferences.alternate_sides and sessions_before % 2 == 1
    options = PlayOptions(
        first_side=Side.RIGHT if right_first else Side.LEFT,
        wait_for_equipment=preferences.wait_for_equipment,
    )
    voice = preferences.voice if routine.voice else VoiceMode.OFF
    return LaidOut(played, build_timeline(played, exercises, options=options), voice, options)

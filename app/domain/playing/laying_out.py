"""A routine as it is played for one person: what is open to them, and what they chose."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.choices import NOTHING_CHOSEN, Chosen
from app.domain.exercise import Exercise, Side
from app.domain.playing.cues import spoken
from app.domain.playing.timeline import PlayOptions, Timeline, as_played, build_timeline
from app.domain.playing.times import apply_times, without_times
from app.domain.preferences import Preferences, VoiceMode
from app.domain.routine import Routine
from app.domain.suiting import suit
from app.i18n import _


@dataclass(frozen=True, slots=True)
class LaidOut:
    """`routine` with its stand-ins and own doses, laid out in time; `voice` is how much of it is spoken.

    `written` is what it was made of, changed times included. `left_out` tells in sentences what this person's equipment
    does not allow, and which of their times fit no more. `stopped` are those of them about a sharp pain.
    """

    written: Routine
    routine: Routine
    timeline: Timeline
    voice: VoiceMode
    options: PlayOptions
    left_out: tuple[str, ...] = ()
    stopped: tuple[str, ...] = ()

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
    stopped: Collection[str] = (),
) -> LaidOut:
    """What the player will do and say. `sessions_before` is how many sessions this person has begun already.

    `chosen` are the person's own doses; what is `stopped` for today is left out. Where nothing is left of the routine
    it has no steps.
    """
    times = preferences.times.get(routine.id)
    changed = apply_times(routine, times)
    there = as_played(changed, exercises, locked)
    there = replace(there, steps=tuple(step for step in there.steps if step.exercise_id not in stopped))
    suited = suit(there, exercises, preferences, chosen)
    told = (*suited.left_out, *_usual_times(without_times(routine, times), exercises))
    played = suited.routine
    right_first = preferences.alternate_sides and sessions_before % 2 == 1
    options = PlayOptions(
        first_side=Side.RIGHT if right_first else Side.LEFT,
        wait_for_equipment=preferences.wait_for_equipment,
    )
    voice = preferences.voice if routine.voice else VoiceMode.OFF
    return LaidOut(changed, played, build_timeline(played, exercises, options=options), voice, options, told)


def _usual_times(exercise_ids: Sequence[str], exercises: Mapping[str, Exercise]) -> tuple[str, ...]:
    if not exercise_ids:
        return ()
    sentence = _("The routine was changed, so these have their usual times again: {exercises}.")
    return (sentence.format(exercises=", ".join(exercises[each].name for each in exercise_ids)),)

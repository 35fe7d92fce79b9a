"""Words of the library for what the catalogue holds as data."""

from app.domain.exercise import Direction, DoseKind, Exercise, Level, Range, Source
from app.domain.wording import format_plain, format_range
from app.i18n import _, pgettext


def direction_name(direction: Direction) -> str:
    return {
        Direction.FLEXION: pgettext("direction", "flexion"),
        Direction.EXTENSION: pgettext("direction", "extension"),
        Direction.LATERAL_FLEXION: pgettext("direction", "side"),
        Direction.ROTATION: pgettext("direction", "rotation"),
    }[direction]


def level_name(level: Level) -> str:
    return {
        Level.EASY: pgettext("level", "easy"),
        Level.MEDIUM: pgettext("level", "medium"),
        Level.HARD: pgettext("level", "hard"),
    }[level]


def load_range(load_kg: Range) -> str:
    """What may be taken in the hands, as a sentence."""
    if load_kg.low == 0:
        return _("Without a weight, or up to {high} kg.").format(high=format_plain(load_kg.high))
    return _("{range} kg.").format(range=format_range(load_kg))


def tempo_title(exercise: Exercise) -> str:
    return {
        DoseKind.REPS: _("Tempo of one rep"),
        DoseKind.HOLD: _("Tempo of one hold"),
        DoseKind.POSITIONS: _("The bends, one after the other"),
    }[exercise.kind]


def tempo_rows(exercise: Exercise) -> list[tuple[str, str]]:
    """Each part of a rep, a hold or a series: how long, and what is done in it."""
    hold = format_range(exercise.dose.hold_s) if exercise.dose.hold_s else ""
    parts = [(hold if phase.seconds is None else format_plain(phase.seconds), phase.cue) for phase in exercise.tempo]
    parts += [(hold, position.name) for position in exercise.positions]
    return [(_("{seconds} s").format(seconds=seconds), what) for seconds, what in parts]


def exercise_source(exercise: Exercise) -> str:
    """Where the exercise and its dose come from, as sentences."""
    if exercise.is_own:
        return _("Your own.")
    if exercise.source is exercise.dose_source:
        return {
            Source.ARTICLE: _("From the article Limber is built on, dose included."),
            Source.LIMBER: _("Limber’s own addition, dose included."),
        }[exercise.source]
    if exercise.source is Source.ARTICLE:
        return _("From the article Limber is built on. The dose is Limber’s own.")
    return _("Limber’s own addition. The dose is from the article it is built on.")


def routine_source(source: Source) -> str:
    return {
        Source.ARTICLE: _("From the article Limber is built on."),
        Source.LIMBER: _("Limber’s own."),
        Source.OWN: _("Your own."),
    }[source]

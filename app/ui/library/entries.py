"""What the library lists: a heading for each group, then a card's worth of facts for each exercise and routine."""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from app.domain.catalogue import Catalogue
from app.domain.exercise import Direction, Exercise
from app.domain.routine import WEIGHTS, Routine, needed_equipment
from app.domain.timeline import played_s
from app.domain.wording import describe_dose, minutes
from app.i18n import _, ngettext
from app.ui.library.words import direction_name


class Group(Enum):
    EXERCISES = "exercises"
    ROUTINES = "routines"


@dataclass(frozen=True, slots=True)
class Heading:
    """The row above a group."""

    group: Group
    name: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One card. The figures of `pictures` are painted on it, `directions` and `weights` are filtered by, and `words`
    are searched.
    """

    group: Group
    item: Exercise | Routine
    line: str
    spoken: str
    pictures: tuple[Exercise, ...]
    directions: frozenset[Direction]
    weights: bool
    locked: bool
    words: str

    @property
    def name(self) -> str:
        return self.item.name


def build_entries(catalogue: Catalogue, locked: Collection[str]) -> list[Heading | Entry]:
    """Every row in its order; the exercises of `locked` are not open yet."""
    exercises = catalogue.exercises
    return [
        Heading(Group.EXERCISES, _("Exercises")),
        *(_exercise_entry(exercise, exercise.id in locked) for exercise in catalogue.listed_exercises),
        Heading(Group.ROUTINES, _("Routines")),
        *(_routine_entry(routine, exercises, locked) for routine in catalogue.listed_routines),
    ]


def fold(text: str) -> str:
    """`text` as it is compared in a search: without case and without diacritics."""
    if text.isascii():
        return text.casefold()
    apart = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def _exercise_entry(exercise: Exercise, locked: bool) -> Entry:
    facts = [direction_name(direction) for direction in exercise.directions] + [_("not yet")] * locked
    return Entry(
        group=Group.EXERCISES,
        item=exercise,
        line=" · ".join(facts),
        spoken=", ".join((exercise.name, describe_dose(exercise, exercise.dose), *facts)),
        pictures=(exercise,),
        directions=frozenset(exercise.directions),
        weights=not WEIGHTS.isdisjoint(exercise.equipment),
        locked=locked,
        words=_words(
            exercise.name,
            *exercise.aliases,
            *map(_, exercise.equipment),
            *exercise.muscles,
            *_direction_words(exercise.directions),
            *exercise.steps,
        ),
    )


def _routine_entry(routine: Routine, exercises: Mapping[str, Exercise], locked: Collection[str]) -> Entry:
    parts = [exercises[step.exercise_id] for step in routine.steps]
    count = ngettext("{count} exercise", "{count} exercises", len(parts)).format(count=len(parts))
    line = f"{minutes(played_s(routine, exercises, locked))} · {count}"
    directions = _main_directions(parts)
    equipment = needed_equipment(routine, exercises)
    return Entry(
        group=Group.ROUTINES,
        item=routine,
        line=line,
        spoken=f"{routine.name}, {line}",
        pictures=tuple(parts),
        directions=directions,
        weights=not WEIGHTS.isdisjoint(equipment),
        locked=False,
        words=_words(
            routine.name,
            routine.about,
            *(word for exercise in parts for word in (exercise.name, *exercise.aliases)),
            *map(_, equipment),
            *_direction_words(directions),
        ),
    )


def _main_directions(exercises: Collection[Exercise]) -> frozenset[Direction]:
    """The directions in which at least half of the exercises move: what a routine is for."""
    counts = Counter(direction for exercise in exercises for direction in exercise.directions)
    return frozenset(direction for direction, count in counts.items() if 2 * count >= len(exercises))


def _direction_words(directions: Iterable[Direction]) -> list[str]:
    """Both the short name and the field's: "side" and "lateral flexion"."""
    return [word for direction in directions for word in (direction_name(direction), direction.replace("-", " "))]


def _words(*texts: str) -> str:
    return fold("\n".join(texts))

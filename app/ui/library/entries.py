"""What the library lists: a heading for each group, then a card's worth of facts for each exercise and routine."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from app.domain.catalogue import Catalogue
from app.domain.exercise import Direction, Exercise, Level
from app.domain.playing.laying_out import LaidOut, lay_out
from app.domain.preferences import Preferences
from app.domain.routine import WEIGHTS, Routine, needed_equipment
from app.domain.searching import Searched, fold
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
class Face:
    """What is seen of a card: its line, what a screen reader says, and the exercises whose figures are painted."""

    line: str
    spoken: str
    pictures: tuple[Exercise, ...]


@dataclass(frozen=True)
class Entry:
    """One card; `searched` is what a search looks at.

    `look` gives its face, once the card is seen: a routine is laid out for its length and for what is left of it.
    """

    group: Group
    item: Exercise | Routine
    look: Callable[[], Face] = field(compare=False, repr=False)
    directions: frozenset[Direction]
    equipment: frozenset[str]
    levels: frozenset[Level]
    weights: bool
    locked: bool
    searched: Searched

    @property
    def name(self) -> str:
        return self.item.name

    @property
    def line(self) -> str:
        return self._face.line

    @property
    def spoken(self) -> str:
        return self._face.spoken

    @property
    def pictures(self) -> tuple[Exercise, ...]:
        return self._face.pictures

    @cached_property
    def _face(self) -> Face:
        return self.look()


class Entries:
    """The cards, kept as long as what they show stays the same: people may have thousands of exercises."""

    def __init__(self, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._kept: dict[str, Entry] = {}

    def build(self, locked: Collection[str], played: Callable[[Routine], LaidOut] | None = None) -> list[Entry]:
        """Every card in its order, exercises before routines; the exercises of `locked` are not open yet.

        `played` lays a routine out for this person, else it is told as it is written.
        """
        exercises = self._catalogue.exercises
        built = [self._exercise(exercise, exercise.id in locked) for exercise in self._catalogue.listed_exercises]
        self._kept = {entry.item.id: entry for entry in built}
        played = played or (lambda routine: lay_out(routine, exercises, locked, Preferences(), 0))
        return built + [_routine_entry(each, exercises, played) for each in self._catalogue.listed_routines]

    def _exercise(self, exercise: Exercise, locked: bool) -> Entry:
        kept = self._kept.get(exercise.id)
        if kept is not None and kept.item is exercise and kept.locked == locked:
            return kept
        return _exercise_entry(exercise, locked)


def heading(group: Group) -> Heading:
    return Heading(group, {Group.EXERCISES: _("Exercises"), Group.ROUTINES: _("Routines")}[group])


def _exercise_entry(exercise: Exercise, locked: bool) -> Entry:
    def look() -> Face:
        facts = [direction_name(direction) for direction in exercise.directions] + [_("not yet")] * locked
        spoken = ", ".join((exercise.name, describe_dose(exercise, exercise.dose), *facts))
        return Face(" · ".join(facts), spoken, (exercise,))

    return Entry(
        group=Group.EXERCISES,
        item=exercise,
        look=look,
        directions=frozenset(exercise.directions),
        equipment=frozenset(exercise.equipment),
        levels=frozenset({exercise.level}),
        weights=not WEIGHTS.isdisjoint(exercise.equipment),
        locked=locked,
        searched=searched_of(exercise),
    )


def searched_of(exercise: Exercise) -> Searched:
    """What an exercise is found by."""
    return _searched(
        exercise.name,
        *exercise.aliases,
        *map(_, exercise.equipment),
        *exercise.muscles,
        *_direction_words(exercise.directions),
        told=exercise.steps,
    )


def _routine_entry(routine: Routine, exercises: Mapping[str, Exercise], played: Callable[[Routine], LaidOut]) -> Entry:
    parts = [exercises[step.exercise_id] for step in routine.steps]

    def look() -> Face:
        laid_out = played(routine)
        left = tuple(exercises[step.exercise_id] for step in laid_out.routine.steps)
        count = ngettext("{count} exercise", "{count} exercises", len(left)).format(count=len(left))
        line = f"{minutes(laid_out.timeline.total_s)} · {count}"
        return Face(line, f"{routine.name}, {line}", left or tuple(parts))

    directions = _main_directions(parts)
    equipment = needed_equipment(routine, exercises)
    return Entry(
        group=Group.ROUTINES,
        item=routine,
        look=look,
        directions=directions,
        equipment=frozenset(equipment),
        levels=frozenset(exercise.level for exercise in parts),
        weights=not WEIGHTS.isdisjoint(equipment),
        locked=False,
        searched=_searched(
            routine.name,
            *(word for exercise in parts for word in (exercise.name, *exercise.aliases)),
            *map(_, equipment),
            *_direction_words(directions),
            told=(routine.about,),
        ),
    )


def _main_directions(exercises: Collection[Exercise]) -> frozenset[Direction]:
    """The directions in which at least half of the exercises move: what a routine is for."""
    counts = Counter(direction for exercise in exercises for direction in exercise.directions)
    return frozenset(direction for direction, count in counts.items() if 2 * count >= len(exercises))


def _direction_words(directions: Iterable[Direction]) -> list[str]:
    """Both the short name and the field's: "side" and "lateral flexion"."""
    return [word for direction in directions for word in (direction_name(direction), direction.replace("-", " "))]


def _searched(*words: str, told: Iterable[str]) -> Searched:
    return Searched(fold("\n".join(words)), fold("\n".join(told)))

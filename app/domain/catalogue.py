"""The catalogue: exercises, routines and measures, built in as TOML files under `resources/`.

One file is one item, checked when it is read; its name is the item's id. `order` sorts the items. Texts are in the
person's language once loaded; ids, `equipment` among them, stay as they are written.
"""

import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from app.domain.catalogue_items import build_exercise, build_measure, build_routine
from app.domain.errors import Refused, os_reason
from app.domain.exercise import Exercise
from app.domain.fields import FieldError, Fields
from app.domain.measurement import Measure
from app.domain.own.ids import is_own
from app.domain.routine import Routine
from app.i18n import _

if TYPE_CHECKING:
    from app.domain.own.items import OwnItem

COMMON = "common"  # resources/measures/common.toml: what holds for every measure
MOST_NAMED = 40  # ids in one sentence

Read = TypeVar("Read")
Item = TypeVar("Item", Exercise, Routine, Measure)


class CatalogueError(Refused):
    """A file of the catalogue is broken. `field` is empty where it is the whole file."""

    def __init__(self, file: str, field: str, reason: str) -> None:
        sentence = _("In {file}, “{field}” {reason}.") if field else _("{file} {reason}.")
        super().__init__(sentence.format(file=file, field=field, reason=reason))
        self.file = file
        self.field = field
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything built in, by id, in the order it is listed; after it what the person added.

    `exercises` and `routines` hold the archived ones too, since routines and history name them: what is listed is
    `listed_exercises` and `listed_routines`. `archived` are those of the person's measures that are on no list.
    """

    exercises: dict[str, Exercise]
    routines: dict[str, Routine]
    measures: dict[str, Measure]
    archived: dict[str, Measure] = field(default_factory=dict)
    _read: "dict[str, tuple[OwnItem, Exercise]]" = field(default_factory=dict, repr=False, compare=False)

    @property
    def listed_exercises(self) -> tuple[Exercise, ...]:
        """Those in use."""
        return tuple(each for each in self.exercises.values() if not each.archived)

    @property
    def listed_routines(self) -> tuple[Routine, ...]:
        """Those in use."""
        return tuple(each for each in self.routines.values() if not each.archived)

    def exercise(self, exercise_id: str) -> Exercise:
        return _find(self.exercises, exercise_id, _("There is no exercise “{id}”."))

    def routine(self, routine_id: str) -> Routine:
        return _find(self.routines, routine_id, _("There is no routine “{id}”."))

    def measure(self, measure_id: str) -> Measure:
        if measure_id in self.archived:
            return self.archived[measure_id]
        return _find(self.measures, measure_id, _("There is no test “{id}”."))

    @property
    def every_measure(self) -> dict[str, Measure]:
        """The archived ones too, for what was recorded with them."""
        return self.measures | self.archived

    def copy(self) -> "Catalogue":
        """One to add to; `self` stays as it is."""
        return Catalogue(dict(self.exercises), dict(self.routines), dict(self.measures), dict(self.archived))

    def with_measures(self, own: Iterable[Measure], archived: Iterable[Measure] = ()) -> "Catalogue":
        """One with the person's measures besides; `self` stays as it is."""
        whole = self.copy()
        whole.show_own(own, archived)
        return whole

    def show_own(self, own: Iterable[Measure], archived: Iterable[Measure] = ()) -> None:
        """Put the person's measures in the place of those shown so far, for everybody who holds this catalogue.

        They get the protocol of the built-in ones.
        """
        _forget_own(self.measures)
        protocol = next((each.protocol for each in self.measures.values()), ())
        self.measures.update((each.id, replace(each, protocol=protocol)) for each in own)
        self.archived.clear()
        self.archived.update((each.id, replace(each, protocol=protocol)) for each in archived)

    def show_own_items(self, exercises: "Iterable[OwnItem]", routines: "Iterable[OwnItem]") -> tuple[str, ...]:
        """Put the person's exercises and routines in the place of those shown so far, as `show_own` does.

        Answers a sentence for each that can't be shown, such as a routine whose exercise is gone.
        """
        from app.domain.own.items import read_own_routine

        _forget_own(self.exercises)
        _forget_own(self.routines)
        refused: list[str] = []
        for item in exercises:
            with _noted(refused):
                self.exercises[item.id] = self._exercise_of(item)
        for item in routines:
            with _noted(refused):
                routine = read_own_routine(item.document, self.exercises)
                self.routines[item.id] = replace(routine, archived=item.archived)
        return tuple(refused)

    def read_ahead(self, item: "OwnItem") -> None:
        """So that `show_own_items` finds it read; one that can't be is told of there."""
        with suppress(Refused):
            self._exercise_of(item)

    def _exercise_of(self, item: "OwnItem") -> Exercise:
        """What was read once is kept: people may have thousands of exercises and change one."""
        known = self._read.get(item.id)
        if known is None or known[0] != item:
            from app.domain.own.items import read_own_exercise

            exercise = read_own_exercise(item.document)
            known = item, replace(exercise, archived=True) if item.archived else exercise
            self._read[item.id] = known
        return known[1]


def _forget_own(items: dict[str, Item]) -> None:
    for each in list(filter(is_own, items)):
        del items[each]


@contextmanager
def _noted(refused: list[str]) -> Iterator[None]:
    try:
        yield
    except Refused as error:
        refused.append(str(error))


def load_catalogue(resources: Path) -> Catalogue:
    """Read and check every file. Raises CatalogueError for the first thing that is wrong."""
    exercises = _load(resources / "exercises", build_exercise)
    for exercise in exercises.values():
        if exercise.stand_in is not None and exercise.stand_in not in set(exercises) - {exercise.id}:
            reason = _("names no other exercise: “{id}”").format(id=exercise.stand_in)
            raise CatalogueError(f"exercises/{exercise.id}.toml", "stand_in", reason)
    routines = _load(resources / "routines", partial(build_routine, exercises))
    own = [f"exercises/{each.id}.toml" for each in exercises.values() if each.is_own]
    own += [f"routines/{each.id}.toml" for each in routines.values() if each.is_own]
    for file in own:
        raise CatalogueError(file, "source", _("can't be “own”: that is for what a person made"))
    protocol = _read(resources / "measures" / f"{COMMON}.toml", lambda fields: fields.sentences("protocol"))
    return Catalogue(exercises, routines, _load(resources / "measures", partial(build_measure, protocol)))


def _find(items: Mapping[str, Item], item_id: str, sentence: str) -> Item:
    if item_id in items:
        return items[item_id]
    sentences = [sentence.format(id=item_id)]
    from difflib import get_close_matches

    if near := get_close_matches(item_id, items, n=1):
        sentences.append(_("Did you mean “{id}”?").format(id=near[0]))
    listed = [*list(items)[:MOST_NAMED], *["…"] * (len(items) > MOST_NAMED)]
    sentences.append(_("There are: {ids}.").format(ids=", ".join(listed)))
    raise Refused(" ".join(sentences))


def _load(folder: Path, build: Callable[[Fields], Item]) -> dict[str, Item]:
    """The items of a folder by id, sorted by their `order`."""
    found: dict[int, Item] = {}
    for path in sorted(folder.glob("*.toml")):
        if path.stem != COMMON:
            order, item = _read(path, partial(_ordered, path.stem, found, build))
            found[order] = item
    if not found:
        raise CatalogueError(f"{folder.name}/", "", _("holds no files"))
    return {found[order].id: found[order] for order in sorted(found)}


def _ordered(stem: str, found: Mapping[int, Item], build: Callable[[Fields], Item], fields: Fields) -> tuple[int, Item]:
    if (item_id := fields.text("id")) != stem:
        fields.refuse("id", _("must be the file's name, “{stem}”, not “{id}”").format(stem=stem, id=item_id))
    order = fields.whole("order", 1, 1000)
    if order in found:
        fields.refuse("order", _("is already that of “{id}”: {order}").format(id=found[order].id, order=order))
    return order, build(fields)


def _read(path: Path, build: Callable[[Fields], Read]) -> Read:
    """What `build` makes of a file that holds nothing else."""
    file = f"{path.parent.name}/{path.name}"
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise CatalogueError(file, "", _("can't be read: {why}").format(why=os_reason(error))) from error
    except (ValueError, RecursionError) as error:  # TOMLDecodeError, UnicodeDecodeError, numbers of 5,000 digits
        raise CatalogueError(file, "", _("is not TOML: {why}").format(why=error)) from error
    fields = Fields(table)
    try:
        built = build(fields)
        fields.done()
    except FieldError as error:
        raise CatalogueError(file, error.field, error.reason) from error
    return built

"""The catalogue: exercises, routines and measures, built in as TOML files under `resources/`.

One file is one item, checked when it is read; its name is the item's id. `order` sorts the items. Texts are in the
person's language once loaded; ids, `equipment` among them, stay as they are written.
"""

import difflib
import tomllib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TypeVar

from app.domain.catalogue_items import build_exercise, build_measure, build_routine
from app.domain.errors import Refused
from app.domain.exercise import Exercise
from app.domain.fields import FieldError, Fields
from app.domain.measurement import Measure
from app.domain.own_measure import is_own
from app.domain.routine import Routine
from app.i18n import _

COMMON = "common"  # resources/measures/common.toml: what holds for every measure

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
    """Everything built in, by id, in the order it is listed; after it the measures that the person added.

    `archived` are those of the person's measures that are on no list: `measure` still finds them.
    """

    exercises: dict[str, Exercise]
    routines: dict[str, Routine]
    measures: dict[str, Measure]
    archived: dict[str, Measure] = field(default_factory=dict)

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

    def with_measures(self, own: Iterable[Measure], archived: Iterable[Measure] = ()) -> "Catalogue":
        """One with the person's measures besides; `self` stays as it is."""
        whole = replace(self, measures=dict(self.measures), archived=dict(self.archived))
        whole.show_own(own, archived)
        return whole

    def show_own(self, own: Iterable[Measure], archived: Iterable[Measure] = ()) -> None:
        """Put the person's measures in the place of those shown so far, for everybody who holds this catalogue.

        They get the protocol of the built-in ones.
        """
        for each in list(filter(is_own, self.measures)):
            del self.measures[each]
        protocol = next((each.protocol for each in self.measures.values()), ())
        self.measures.update((each.id, replace(each, protocol=protocol)) for each in own)
        self.archived.clear()
        self.archived.update((each.id, replace(each, protocol=protocol)) for each in archived)


def load_catalogue(resources: Path) -> Catalogue:
    """Read and check every file. Raises CatalogueError for the first thing that is wrong."""
    exercises = _load(resources / "exercises", build_exercise)
    for exercise in exercises.values():
        if exercise.stand_in is not None and exercise.stand_in not in set(exercises) - {exercise.id}:
            reason = _("names no other exercise: “{id}”").format(id=exercise.stand_in)
            raise CatalogueError(f"exercises/{exercise.id}.toml", "stand_in", reason)
    routines = _load(resources / "routines", partial(build_routine, exercises))
    protocol = _read(resources / "measures" / f"{COMMON}.toml", lambda fields: fields.sentences("protocol"))
    return Catalogue(exercises, routines, _load(resources / "measures", partial(build_measure, protocol)))


def _find(items: Mapping[str, Item], item_id: str, sentence: str) -> Item:
    if item_id in items:
        return items[item_id]
    sentences = [sentence.format(id=item_id)]
    if near := difflib.get_close_matches(item_id, items, n=1):
        sentences.append(_("Did you mean “{id}”?").format(id=near[0]))
    sentences.append(_("There are: {ids}.").format(ids=", ".join(items)))
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
        raise CatalogueError(file, "", _("can't be read: {why}").format(why=error.strerror)) from error
    except (ValueError, RecursionError) as error:  # TOMLDecodeError, UnicodeDecodeError, numbers of 5,000 digits
        raise CatalogueError(file, "", _("is not TOML: {why}").format(why=error)) from error
    fields = Fields(table)
    try:
        built = build(fields)
        fields.done()
    except FieldError as error:
        raise CatalogueError(file, error.field, error.reason) from error
    return built

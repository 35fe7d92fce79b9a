"""Exercises and routines that a person makes: one document each, of the same form as a file of the catalogue.

A document is what `tomllib` or `json` read: `source` is "own", the id begins with "own-". Files that are shared, what
is stored and `resources/` have one form, read by the same code (`catalogue_items.py`).
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, TypeVar

from app.domain.catalogue_items import build_exercise, build_routine
from app.domain.errors import Refused
from app.domain.exercise import Exercise, Source
from app.domain.fields import FieldError, Fields
from app.domain.own.ids import PREFIX, can_be_own, is_line
from app.domain.own.pictures import MOST_BYTES, picture_bytes
from app.domain.routine import Routine
from app.i18n import _

LONGEST_NAME, LONGEST_TEXT, MOST_ENTRIES = 100, 1000, 100  # characters, characters, entries of a list
MOST_CHARACTERS = 100_000  # of a whole document
PICTURE = "picture"  # of an exercise's document: only where it travels, the store keeps it apart

Document = dict[str, Any]
Item = TypeVar("Item", Exercise, Routine)


class OwnItemError(Refused):
    """A document can't be an exercise or a routine. `field` and `reason` tell where and why, for a form."""

    def __init__(self, name: str, field: str, reason: str) -> None:
        super().__init__(_("In “{name}”, “{field}” {reason}.").format(name=name, field=field, reason=reason))
        self.field = field
        self.reason = reason


@dataclass(frozen=True, slots=True)
class OwnItem:
    """A document as it is stored: `text` is its JSON."""

    id: str
    text: str
    archived: bool = False

    @property
    def document(self) -> Document:
        """Of a text that is none, one that nothing can be read from."""
        document = json.loads(self.text)
        return {**document, "id": self.id} if isinstance(document, dict) else {}


def read_own_exercise(document: Document) -> Exercise:
    """With or without its picture. Raises OwnItemError."""
    return _read(take_picture(document)[0], build_exercise)


def take_picture(document: Document) -> tuple[Document, str | None]:
    """What an exercise's document says, and the picture that came in it (`own_pictures.py`). Raises OwnItemError."""
    bare = {name: value for name, value in document.items() if name != PICTURE}
    picture = document.get(PICTURE)
    try:
        if picture is not None:
            picture_bytes(picture)
    except (TypeError, ValueError) as error:
        reason = _("must be a JPEG of at most {most} kB, in base64").format(most=MOST_BYTES // 1000)
        raise OwnItemError(_name(document), PICTURE, reason) from error
    return bare, picture


def read_own_routine(document: Document, exercises: Mapping[str, Exercise]) -> Routine:
    """`exercises` are those it may name, by id. Raises OwnItemError."""
    return _read(document, partial(build_routine, exercises))


def check_figure(exercise: Exercise, exercises: Mapping[str, Exercise]) -> None:
    """Whether it can move as the exercise does that its `figure` names. Raises OwnItemError."""
    if not exercise.figure:
        return
    shown = exercises.get(exercise.figure)
    if shown is None or shown.is_own:
        reason = _("names no built-in exercise: “{id}”").format(id=exercise.figure)
    elif not moves_alike(exercise, shown):
        reason = _("must move in the same phases: “{name}” moves in others").format(name=shown.name)
    else:
        return
    raise OwnItemError(exercise.name, "figure", reason)


def moves_alike(exercise: Exercise, shown: Exercise) -> bool:
    """Whether the figure of `shown` can do `exercise`: the same kind of dose in as many phases or positions."""
    phases, its = [phase.kind for phase in exercise.tempo], [phase.kind for phase in shown.tempo]
    return exercise.kind is shown.kind and phases == its and len(exercise.positions) == len(shown.positions)


def check_routines(items: Iterable[OwnItem], exercises: Mapping[str, Exercise]) -> None:
    """Whether every one of the person's routines can be done with `exercises`. Raises Refused.

    A change of an exercise may make a step impossible that names it.
    """
    for item in items:
        try:
            read_own_routine(item.document, exercises)
        except OwnItemError as error:
            sentence = _(
                "That would break the routine “{routine}”, where “{field}” {reason}. Change the routine first."
            )
            raise Refused(
                sentence.format(routine=_name(item.document), field=error.field, reason=error.reason)
            ) from error


def _read(document: Document, build: Callable[[Fields], Item]) -> Item:
    fields = Fields(document, translated=False)
    try:
        _check_own(fields)
        item = build(fields)
        if "order" in fields:  # of a file in `resources/`; a person's own are in the order they were made
            fields.whole("order", 1, 1000)
        fields.done()
        _check_sizes(document)
    except FieldError as error:
        raise OwnItemError(_name(document), error.field, error.reason) from error
    name = item.name.strip()
    return item if item.name == name else replace(item, name=name)


def _name(document: Document) -> str:
    return str(document.get("name") or _("unnamed"))[:LONGEST_NAME]


def _check_own(fields: Fields) -> None:
    if fields.choice("source", Source) is not Source.OWN:
        fields.refuse("source", _("must be “own”: the others are Limber's"))
    if not can_be_own(item_id := fields.text("id")):
        fields.refuse("id", _("must be {prefix} and then small letters, digits and hyphens, not “{id}”").format(
            prefix=PREFIX, id=item_id[:LONGEST_NAME]))  # fmt: skip


def _check_sizes(document: Document) -> None:
    if not all(map(_fits, _inside(document))) or len(document["name"]) > LONGEST_NAME:
        _refuse_size(document)
    if len(json.dumps(document)) > MOST_CHARACTERS:
        reason = _("and the other texts are too long together: up to {most} characters are kept")
        raise FieldError("steps", reason.format(most=MOST_CHARACTERS))


def _fits(value: object) -> bool:
    """A quick look, as nearly every value of thousands does."""
    if isinstance(value, str):
        return len(value) <= LONGEST_TEXT and value.isprintable()
    return not isinstance(value, list) or len(value) <= MOST_ENTRIES


def _inside(document: Document) -> Iterator[object]:
    waiting: list[object] = [document]
    while waiting:
        value = waiting.pop()
        yield value
        if isinstance(value, dict):
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _refuse_size(document: Document) -> None:
    """Say which value does not fit, if one doesn't."""
    for field, value in _values("", document):
        longest = LONGEST_NAME if field == "name" else LONGEST_TEXT
        if isinstance(value, list) and len(value) > MOST_ENTRIES:
            raise FieldError(field, _("may have up to {most} entries, not {count}").format(
                most=MOST_ENTRIES, count=len(value)))  # fmt: skip
        if isinstance(value, str) and len(value) > longest:
            raise FieldError(field, _("is {count} characters long: up to {most} are kept").format(
                count=len(value), most=longest))  # fmt: skip
        if isinstance(value, str) and not is_line(value):
            raise FieldError(field, _("must be a text of one line"))


def _values(place: str, value: object) -> Iterator[tuple[str, object]]:
    """Everything inside, each with its name as `Fields` gives it."""
    yield place, value
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _values(f"{place}.{name}" if place else name, inner)
    elif isinstance(value, list):
        for number, inner in enumerate(value, 1):
            yield from _values(f"{place}[{number}]", inner)

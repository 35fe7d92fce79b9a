"""Files of exercises and routines: what is in them, what of it can come, and why the rest can't.

Three forms are known by their content, as JSON or TOML: documents of Limber's own, one alone as in `resources/` or
many under `exercises` and `routines`; and exercises of the free-exercise-db, one or a list. Nothing in a file is ever
passed over in silence, and nothing that a person has is replaced: what differs from theirs can come beside it.
"""

import hashlib
import json
import re
import tomllib
from collections import ChainMap
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import islice
from pathlib import Path
from typing import Any

from app.domain.catalogue import Catalogue
from app.domain.exercise import Exercise, Source
from app.domain.fields import FieldError
from app.domain.own.ids import LONGEST_ID, PREFIX, can_be_own, make_own_id
from app.domain.own.items import (
    LONGEST_NAME,
    PICTURE,
    Document,
    OwnItemError,
    check_figure,
    read_own_exercise,
    read_own_routine,
)
from app.domain.own.pictures import picture_text
from app.domain.routine import Routine
from app.exchange import free_exercise_db
from app.exchange.files import read_whole
from app.exchange.parsing import ContentRefusedError, UnusableError, not_the_form, parse_json
from app.i18n import _

MOST_BYTES = 64 * 1024 * 1024
MOST_ITEMS = 20_000
EXERCISES, ROUTINES = "exercises", "routines"
TOML = (".limber", ".toml")
HEAD_BYTES = 64 * 1024  # of a file, to see what it is
UNKNOWN = object()
_TOML_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")  # in tomllib's own sentences


class Verdict(StrEnum):
    NEW = "new"
    SAME = "same"  # it is here already
    OTHER = "other"  # there is one of that id, in another form: this one can come beside it
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Offer:
    """One exercise or routine of a file. `where` it is in the file: `exercises[3]`, counted from 0 as JSON does.

    `document` is as it would be kept, {} where it is refused; `instead_of` is the id it has in the file where that is
    the id of something else here. `notes` tell in sentences what is special about it; of what can't come, why.
    """

    where: str
    name: str
    is_routine: bool
    verdict: Verdict
    document: Document
    notes: tuple[str, ...] = ()
    instead_of: str = ""

    @property
    def can_come(self) -> bool:
        return self.verdict in (Verdict.NEW, Verdict.OTHER)


def read_items(path: Path, catalogue: Catalogue, picture_of: Callable[[str], bytes | None]) -> tuple[Offer, ...]:
    """What `path` holds, beside what is there; `picture_of` an exercise's id gives its picture.

    Raises ExchangeError, ContentRefusedError for a file that can't be used as a whole.
    """
    try:
        entries = list(islice(_entries(parse_items(read_whole(path, MOST_BYTES), path.suffix)), MOST_ITEMS + 1))
        if len(entries) > MOST_ITEMS:
            raise UnusableError(_("the file"), _("holds more than {most} items").format(most=MOST_ITEMS))
        if not entries:
            raise UnusableError(_("the file"), _("holds no exercises and no routines"))
    except UnusableError as error:
        raise ContentRefusedError(path, (error.refusal,)) from error
    return _Reading(catalogue, picture_of).offers(entries)


def is_item_file(path: Path) -> bool:
    """Whether a file is exercises and routines by what it begins with, and not everything of somebody's log."""
    suffix = path.suffix.casefold()
    if suffix not in (".json", *TOML):
        return False
    try:
        with path.open("rb") as file:
            head = file.read(HEAD_BYTES)
    except OSError:
        return suffix in TOML
    named = any(f'"{name}"'.encode() in head for name in (EXERCISES, ROUTINES, "dose", *free_exercise_db.NAMES))
    return suffix in TOML or (b'"format"' not in head and (named or head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"["))


def holds_items(document: object) -> bool:
    """Whether a file's content is exercises or routines, and not everything of somebody's store."""
    return not (isinstance(document, dict) and "format" in document)


def usual_choice(offers: Sequence[Offer]) -> set[int]:
    """The places of what comes if nobody says otherwise: what is new, and what a new routine needs with it."""
    new = {place for place, offer in enumerate(offers) if offer.verdict is Verdict.NEW}
    routines = [offer for offer in offers if offer.is_routine and offer.verdict is Verdict.NEW]
    needed = {step["exercise"] for offer in routines for step in offer.document["steps"]}
    others = {place for place, offer in enumerate(offers) if offer.verdict is Verdict.OTHER}
    return new | {place for place in others if offers[place].document["id"] in needed}


@dataclass(frozen=True, slots=True)
class Chosen:
    """Documents to keep, as `ItemRecords.bring_in` takes them."""

    exercises: list[Document]
    routines: list[Document]


def choose(offers: Sequence[Offer], places: Collection[int], catalogue: Catalogue) -> Chosen:
    """The offers at `places`. Raises OwnItemError where a routine can't be without an exercise that is left out.

    A routine does with the person's own exercise where the one of the same id in the file does not come.
    """
    chosen = [offer for place, offer in enumerate(offers) if place in places and offer.can_come]
    taken = Chosen([each.document for each in chosen if not each.is_routine], [])
    left = {
        offer.document["id"]: offer.instead_of
        for place, offer in enumerate(offers)
        if offer.verdict is Verdict.OTHER and place not in places
    }
    known = catalogue.exercises
    if len(taken.exercises) < len(chosen):
        known = known | {each["id"]: read_own_exercise(each) for each in taken.exercises}
    for routine in (each.document for each in chosen if each.is_routine):
        document = _with_exercises(routine, left)
        read_own_routine(document, known)
        taken.routines.append(document)
    return taken


def _with_exercises(routine: Document, others: Mapping[str, str]) -> Document:
    """The routine with other exercises, by id."""
    steps = [{**step, "exercise": others.get(step["exercise"], step["exercise"])} for step in routine["steps"]]
    return {**routine, "steps": steps}


# What a file is


def parse_items(content: bytes, suffix: str) -> Any:
    """JSON or TOML, whatever the file's name says. Raises UnusableError."""
    try:
        return parse_json(content)
    except UnusableError as error:
        if suffix.casefold() not in TOML and content.lstrip()[:1] in (b"{", b""):
            raise
        return _parse_toml(content, suffix, error)


def _parse_toml(content: bytes, suffix: str, no_json: UnusableError) -> Any:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise no_json from None
    try:
        return tomllib.loads(text)
    except RecursionError as error:
        raise UnusableError(_("the file"), _("is nested too deeply")) from error
    except ValueError as error:
        if suffix.casefold() == ".json":
            raise no_json from error
        if not isinstance(error, tomllib.TOMLDecodeError):
            raise UnusableError(_("the file"), _("holds a number that is too long")) from error
        lines = text.split("\n")
        place = _TOML_PLACE.search(str(error))
        line, column = map(int, place.groups()) if place else (len(lines), len(lines[-1]) + 1)
        raise not_the_form("TOML", line, column, lines[line - 1].strip() if place else "") from error


def _entries(document: Any) -> Iterator[tuple[str, Any]]:
    """Everything in the file that might be an exercise or a routine, each with where it is."""
    if not holds_items(document):
        raise UnusableError(
            "format", _("says that this is everything of somebody's log: bring it in as a whole, not as exercises")
        )
    if isinstance(document, list):
        yield from ((f"[{number}]", each) for number, each in enumerate(document))
    elif isinstance(document, dict) and not {EXERCISES, ROUTINES}.isdisjoint(document):
        for name, value in document.items():
            if name in (EXERCISES, ROUTINES) and isinstance(value, list):
                yield from ((f"{name}[{number}]", each) for number, each in enumerate(value))
            else:
                yield name, UNKNOWN
    elif document != {}:
        yield _("the file"), document


# What an entry is


class _Reading:
    """Reads entries one by one; routines at last, since they may name exercises of the same file."""

    def __init__(self, catalogue: Catalogue, picture_of: Callable[[str], bytes | None]) -> None:
        self._catalogue = catalogue
        self._picture_of = picture_of
        self._exercises: dict[str, Exercise] = {}  # of this file
        self._beside: dict[str, str] = {}  # the id that an exercise of the file gets for the one it has
        self._seen: dict[str, str] = {}

    def offers(self, entries: list[tuple[str, Any]]) -> tuple[Offer, ...]:
        found: dict[int, Offer] = {}
        for routines in (False, True):
            for place, (where, entry) in enumerate(entries):
                if _is_routine(entry) is routines:
                    found[place] = self._offer(where, entry, routines)
        return tuple(found[place] for place in range(len(entries)))

    def _offer(self, where: str, entry: Any, is_routine: bool) -> Offer:
        try:
            document, notes = _document(entry, is_routine)
            return self._judged(Offer(where, _name_of(document), is_routine, Verdict.NEW, document, notes))
        except (FieldError, OwnItemError) as error:
            sentence = _("“{field}” {reason}.") if error.field else _("It {reason}.")
            reason = sentence.format(field=error.field, reason=error.reason)
        return Offer(where, _name_of(entry), is_routine, Verdict.REFUSED, {}, (reason,))

    def _judged(self, offer: Offer) -> Offer:
        """`offer` beside what is there and what the file had before."""
        document = offer.document
        item, item_id = self._read(document, offer.is_routine), document["id"]
        if item_id in self._seen:
            twice = _("It is in the file twice: the first, at {where}, counts.").format(where=self._seen[item_id])
            return replace(offer, verdict=Verdict.REFUSED, document={}, notes=(twice,))
        self._seen[item_id] = offer.where
        if self._is_built_in(item):
            return replace(offer, verdict=Verdict.SAME, notes=(_("It is one of Limber's own."),))
        if offer.is_routine:
            document = _with_exercises(document, self._beside)
            offer, item = replace(offer, document=document), self._read(document, is_routine=True)
        known = self._known(item_id, offer.is_routine)
        if known is not None and not self._is_here(document, item):
            return self._other(offer, known.name)
        return offer if known is None else self._same(offer)

    def _other(self, offer: Offer, name: str) -> Offer:
        """One of that id is here in another form, and this one may be beside it already."""
        item_id = offer.document["id"]
        document = _beside(offer.document)
        item = self._read(document, offer.is_routine)
        self._beside[item_id] = document["id"]
        offer = replace(offer, document=document, instead_of=item_id)
        if self._is_here(document, item):
            return self._same(offer)
        note = _("You have “{name}” in another form. Yours stays; this one can come beside it.").format(name=name)
        return replace(offer, verdict=Verdict.OTHER, notes=(note, *offer.notes))

    def _same(self, offer: Offer) -> Offer:
        return replace(offer, verdict=Verdict.SAME, notes=(_("You have it already."),))

    def _read(self, document: Document, is_routine: bool) -> Exercise | Routine:
        """Held to every rule of what is kept."""
        if is_routine:
            return read_own_routine(document, ChainMap(self._exercises, self._catalogue.exercises))
        exercise = read_own_exercise(document)
        check_figure(exercise, self._catalogue.exercises)
        self._exercises[exercise.id] = exercise
        return exercise

    def _known(self, item_id: str, is_routine: bool) -> Exercise | Routine | None:
        return self._catalogue.routines.get(item_id) if is_routine else self._catalogue.exercises.get(item_id)

    def _is_built_in(self, item: Exercise | Routine) -> bool:
        """Whether it is a file of Limber's own catalogue, unchanged."""
        known = self._known(item.id.removeprefix(PREFIX), isinstance(item, Routine))
        return known is not None and replace(item, id=known.id, source=known.source) == known

    def _is_here(self, document: Document, item: Exercise | Routine) -> bool:
        """Whether it is in use just so; a file without a picture says nothing of it."""
        picture, known = document.get(PICTURE), self._known(item.id, isinstance(item, Routine))
        if known != item or picture is None:
            return known == item
        kept = self._picture_of(item.id)
        return kept is not None and picture_text(kept) == picture


def _beside(document: Document) -> Document:
    """`document` to stand beside another of its id: with a name that tells them apart, and always the same id."""
    content = json.dumps(document, sort_keys=True, default=str)
    mark = hashlib.sha256(content.encode("utf-8", "replace")).hexdigest()[:6]
    item_id = f"{document['id'][: LONGEST_ID - 7].rstrip('-')}-{mark}"
    name = _("{name} (from a file)").format(name=document["name"])[:LONGEST_NAME]
    return {**document, "id": item_id, "name": name}


def _is_routine(entry: Any) -> bool:
    """A routine's steps are tables, an exercise's are sentences."""
    steps = entry.get("steps") if isinstance(entry, dict) else None
    return isinstance(steps, list) and any(isinstance(step, dict) for step in steps)


def _document(entry: Any, is_routine: bool) -> tuple[Document, tuple[str, ...]]:
    """`entry` as one of the person's own, and what is to be told of it."""
    if free_exercise_db.is_entry(entry):
        converted = free_exercise_db.convert(entry)
        return converted.document, converted.notes
    if not isinstance(entry, dict) or not (is_routine or "dose" in entry):
        raise FieldError("", _("is neither an exercise nor a routine that Limber knows"))
    if entry.get("source") == Source.OWN and "id" in entry:
        return dict(entry), ()
    return _as_own(entry, "routine" if is_routine else "exercise")


def _as_own(entry: Document, otherwise: str) -> tuple[Document, tuple[str, ...]]:
    """A file of the catalogue's, or one written by hand without an id."""
    given = str(entry.get("id", ""))
    item_id = f"{PREFIX}{given}" if can_be_own(f"{PREFIX}{given}") else make_own_id(_name_of(entry), (), otherwise)
    document = {**entry, "id": item_id, "source": Source.OWN.value}
    document.pop("order", None)
    note = _("It comes as one of your own.") if "id" in entry else ""
    return document, (note,) if note else ()


def _name_of(entry: Any) -> str:
    """What to call it, whatever is in the file."""
    name = entry.get("name") if isinstance(entry, dict) else None
    text = name if isinstance(name, str) and name.strip() else _("unnamed")
    return " ".join(text.encode("utf-8", "replace").decode().split())[:LONGEST_NAME]

"""Exercises of the free-exercise-db (github.com/yuhonas/free-exercise-db, public domain) as documents of our own form.

Its published schema.json says what an entry has: id, name, force, level, mechanic, equipment, primaryMuscles,
secondaryMuscles, instructions, category, images, and maybe alternateNames. It has neither dose nor sides nor tempo:
they are proposed, from the entry's own words where it says some, and every proposal is told.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain.exercise import Level, Sides
from app.domain.fields import Fields
from app.domain.own.ids import PREFIX
from app.domain.own.items import LONGEST_TEXT, Document
from app.domain.wording import format_plain
from app.i18n import _, ngettext, pgettext

LONGEST_SLUG = 40
NAMES = frozenset({"primaryMuscles", "secondaryMuscles", "instructions", "mechanic", "force", "images"})
_ID = re.compile(r"[0-9A-Za-z_-]+")
_ALTERNATING = re.compile(r"\balternat(?:e|ing) (?:sides|legs|arms|hands|between sides|in this manner)\b", re.I)
_BOTH_SIDES = re.compile(
    r"\b(?:other|opposite) (?:side|leg|arm|foot|hand|knee|direction)\b|\bswitch (?:sides|legs|arms)\b|\beach side\b",
    re.I,
)
_HOLD = re.compile(r"\bhold(?:ing)?\b[^.]{0,60}?(\d{1,3})(?:\s*(?:-|–|to)\s*(\d{1,3}))?[ -]?(?:seconds?|sec)\b", re.I)
_REPS = re.compile(r"\b(\d{1,3})(?:\s*(?:-|–|to)\s*(\d{1,3}))?\s*(?:repetitions|reps)\b", re.I)
_WITHOUT = frozenset({"body only", "other"})  # equipment that is none
_LOADED = frozenset(
    {"medicine ball", "dumbbell", "kettlebells", "cable", "machine", "barbell", "e-z curl bar"}  # may have a weight
)


class _Level(StrEnum):
    BEGINNER = "beginner"
    INTERMEDIATE = "intermediate"
    EXPERT = "expert"


class _Category(StrEnum):
    POWERLIFTING = "powerlifting"
    STRENGTH = "strength"
    STRETCHING = "stretching"
    CARDIO = "cardio"
    WEIGHTLIFTING = "olympic weightlifting"
    STRONGMAN = "strongman"
    PLYOMETRICS = "plyometrics"


_LEVELS = {_Level.BEGINNER: Level.EASY, _Level.INTERMEDIATE: Level.MEDIUM, _Level.EXPERT: Level.HARD}


@dataclass(frozen=True, slots=True)
class Converted:
    """A document, and a sentence for everything that was proposed or could not be taken along."""

    document: Document
    notes: tuple[str, ...]


def is_entry(value: object) -> bool:
    """Whether it looks like an exercise of that database, by its fields' names."""
    return isinstance(value, Mapping) and "name" in value and len(NAMES & value.keys()) >= 2


def convert(entry: Mapping[str, Any]) -> Converted:
    """Raises FieldError for what can't be an exercise of that database."""
    fields = Fields(entry, translated=False)
    name, source_id = fields.text("name"), _source_id(fields)
    level, category = fields.choice("level", _Level), fields.choice("category", _Category)
    equipment = _optional(fields, "equipment")
    words = _lines(fields.texts("instructions", may_be_empty=True))
    muscles = [*_texts(fields, "primaryMuscles"), *_texts(fields, "secondaryMuscles")]
    told = {"category": category.value, "force": _optional(fields, "force"), "mechanic": _optional(fields, "mechanic")}
    dose = _propose(category, told["force"] == "static", " ".join(words))
    sides = _sides(dose, " ".join(words))
    document: Document = {
        "id": own_id_of(source_id),
        "name": " ".join(name.split()),
        "source": "own",
        "aliases": _texts(fields, "alternateNames"),
        "equipment": [equipment] if equipment and equipment not in _WITHOUT else [],
        "muscles": list(dict.fromkeys(muscles)),
        "level": _LEVELS[level].value,
        "sides": sides.value,
        "setup_s": 15,
        "switch_s": 10 if sides is Sides.EACH else 0,
        "rest_s": 30,
        "steps": words,
        "cautions": [_("Stop on sharp or radiating pain, pins and needles, numbness or dizziness.")],
        "why": _why(list(filter(None, told.values())), dose),
        **dose.document,
    }
    if equipment in _LOADED:
        document |= {"load_kg": [0, 100], "first_load_kg": 0}
    pictures = _texts(fields, "images")
    return Converted(document, tuple(_notes(document, dose, equipment, len(pictures), _unknown(entry))))


def own_id_of(source_id: str) -> str:
    """Always the same for the same exercise, so that it is known again; its letters alone would not tell all apart."""
    slug = re.sub(r"[^a-z0-9]+", "-", source_id.casefold()).strip("-")[:LONGEST_SLUG].strip("-")
    mark = hashlib.sha256(source_id.encode()).hexdigest()[:6]
    return f"{PREFIX}fed-{slug}-{mark}" if slug else f"{PREFIX}fed-{mark}"


def _source_id(fields: Fields) -> str:
    """The entry's id; single files of that database have none, there it is the name in its spelling."""
    if "id" not in fields:
        return re.sub(r"[^0-9A-Za-z-]+", "_", fields.text("name"))
    source_id = fields.text("id")
    if not _ID.fullmatch(source_id):
        fields.refuse("id", _("must be letters, digits, “_” and “-” alone, not “{id}”").format(id=source_id[:40]))
    return source_id


def _optional(fields: Fields, name: str) -> str:
    """A text that may be missing or null."""
    return fields.text(name) if fields.given(name) else ""


def _texts(fields: Fields, name: str) -> list[str]:
    """Texts in one line each, without what is empty."""
    found = fields.texts(name, may_be_empty=True) if fields.given(name) else ()
    return [" ".join(text.split()) for text in found]


def _lines(instructions: tuple[str, ...]) -> list[str]:
    """The instructions as steps of one line; one that is too long goes on in the next, from sentence to sentence."""
    lines: list[str] = []
    for text in instructions:
        line = ""
        for sentence in re.split(r"(?<=[.!?]) ", " ".join(text.split())):
            if line and len(line) + 1 + len(sentence) > LONGEST_TEXT:
                lines.append(line)
                line = sentence
            else:
                line = f"{line} {sentence}" if line else sentence
        lines.append(line)
    return lines


def _unknown(entry: Mapping[str, Any]) -> list[str]:
    known = {"id", "name", "level", "category", "equipment", "alternateNames", *NAMES}
    return sorted(str(name)[:40] for name in entry.keys() - known)


def _why(facts: list[str], proposal: "_Proposal") -> str:
    """What there is no other place for, and whose the dose is, to be read with the exercise from then on."""
    sentences = [_("From free-exercise-db: {facts}.").format(facts=", ".join(facts))]
    if not proposal.found:
        sentences.append(_("It has no dose there: this one is proposed."))
    return " ".join(sentences)


# What is proposed


@dataclass(frozen=True, slots=True)
class _Proposal:
    """The fields `dose` and `tempo` of a document; `amount` says how much, `found` whether the entry said so itself."""

    document: Document
    amount: str
    found: bool


def _propose(category: _Category, static: bool, words: str) -> _Proposal:
    """Holds for stretches and what is static, time for endurance, slow reps for all else; by its own words first."""
    held, counted = _span(_HOLD, words, 5, 120), _span(_REPS, words, 1, 50)
    still = category is _Category.STRETCHING or static
    if still and (held or not counted):
        return _hold(held or (20, 30), sets=2, found=bool(held))
    if category is _Category.CARDIO and not counted:
        return _hold((60, 60), sets=1, found=False)
    return _reps(counted or (8, 12), found=bool(counted))


def _reps(span: tuple[int, int], *, found: bool) -> _Proposal:
    phases = ((_("Out"), "move", 3), (pgettext("cue", "Stay"), "hold", 1), (pgettext("cue", "Back"), "move", 3))
    document: Document = {
        "dose": {"kind": "reps", "sets": 2, "reps": list(span)},
        "tempo": [{"kind": kind, "seconds": seconds, "cue": cue} for cue, kind, seconds in phases],
    }
    return _Proposal(document, _("2 × {reps} slow reps").format(reps=_dash(*span)), found)


def _hold(span: tuple[int, int], *, sets: int, found: bool) -> _Proposal:
    document: Document = {
        "dose": {"kind": "hold", "sets": sets, "hold_s": list(span)},
        "tempo": [
            {"kind": "move", "seconds": 3, "cue": _("Into it")},
            {"kind": "hold", "cue": _("Breathe calmly")},
            {"kind": "move", "seconds": 3, "cue": _("Out of it")},
        ],
    }
    return _Proposal(document, _("{sets} × {seconds} s").format(sets=sets, seconds=_dash(*span)), found)


def _sides(proposal: _Proposal, words: str) -> Sides:
    """Whether its words tell of two sides; only reps can alternate."""
    if _ALTERNATING.search(words) and proposal.document["dose"]["kind"] == "reps":
        return Sides.ALTERNATE
    return Sides.EACH if _BOTH_SIDES.search(words) or _ALTERNATING.search(words) else Sides.NONE


def _span(pattern: re.Pattern[str], words: str, low: int, high: int) -> tuple[int, int] | None:
    """The first span in `words` that makes sense."""
    for match in pattern.finditer(words):
        ends = int(match[1]), int(match[2] or match[1])
        if low <= ends[0] <= ends[1] <= high:
            return ends
    return None


def _dash(low: float, high: float) -> str:
    return format_plain(low) if low == high else f"{format_plain(low)}–{format_plain(high)}"


def _notes(document: Document, proposal: _Proposal, equipment: str, pictures: int, unknown: list[str]) -> Iterator[str]:
    if proposal.found:
        yield _("Dose: {amount}, going by its own words; the sets are proposed.").format(amount=proposal.amount)
    else:
        yield _("Dose: {amount}, proposed, since the file has none.").format(amount=proposal.amount)
    if document["sides"] == Sides.EACH:
        yield _("Sides: left, then right, going by its own words.")
    elif document["sides"] == Sides.ALTERNATE:
        yield _("Sides: alternating with every rep, going by its own words.")
    if "load_kg" in document:
        yield _("Load: none yet; set yours in a routine.")
    if equipment == "other":
        yield _("Equipment: the file says only “other”, so none is named.")
    if not document["steps"]:
        yield _("It has no instructions.")
    if pictures:
        yield ngettext(
            "{count} picture stays behind: the file has its name only.",
            "{count} pictures stay behind: the file has their names only.",
            pictures,
        ).format(count=pictures)
    if unknown:
        yield _("Not taken along: {fields}.").format(fields=", ".join(unknown))

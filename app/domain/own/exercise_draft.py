"""An exercise of the person's own as it is typed, and the document that it becomes (`own_items.py`)."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from app.domain.catalogue_items import EQUIPMENT
from app.domain.errors import Refused
from app.domain.exercise import DoseKind, Exercise, Level, Side, Sides, Source
from app.domain.own.documents import exercise_document
from app.domain.own.items import Document, OwnItemError, check_figure, moves_alike, read_own_exercise
from app.domain.wording import format_plain, format_range, side_name
from app.i18n import _, pgettext

_NUMBER = re.compile(r"\d+(?:[.,]\d+)?")
_SIDE_OF_LINE = re.compile(r"^(.+?):\s*(.+)$")


class Way(StrEnum):
    """How it is done: every kind of dose there is."""

    BEAT = "beat"
    OWN_PACE = "own-pace"
    HOLD = "hold"
    SHORT_HOLDS = "short-holds"
    SERIES = "series"


@dataclass(frozen=True, slots=True)
class ExerciseDraft:
    """Numbers are as typed: "8–12", "2, 1, 2"; of lists there is one entry a line, of `equipment` one between commas.

    A line of `positions` may begin with its side: "left: ear to knee". `others` is what the form does not ask about.
    """

    id: str = ""
    name: str = ""
    way: Way = Way.BEAT
    directions: tuple[str, ...] = ()
    sides: Sides = Sides.NONE
    level: Level = Level.EASY
    sets: str = "1"
    reps: str = "8–12"
    hold_s: str = "20"
    tempo: str = "2, 1, 2"
    rest_s: str = "30"
    load_kg: str = ""
    equipment: str = ""
    steps: str = ""
    cautions: str = ""
    positions: str = ""
    pulses: bool = False
    figure: str = ""
    picture: str | None = None
    others: Mapping[str, Any] = field(default_factory=dict)


KIND = {
    Way.BEAT: DoseKind.REPS,
    Way.OWN_PACE: DoseKind.REPS,
    Way.SHORT_HOLDS: DoseKind.REPS,
    Way.HOLD: DoseKind.HOLD,
    Way.SERIES: DoseKind.POSITIONS,
}
_KEPT = ("aliases", "muscles", "setup", "feel", "easier", "why", "setup_s", "switch_s", "first_load_kg",
         "deep_forward_bend", "mid_range")  # fmt: skip


class DraftError(Refused):
    """`field` is the one of the draft that is to be mended."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def draft_of(exercise: Exercise, *, item_id: str, name: str, figure: str, picture: str | None) -> ExerciseDraft:
    """`exercise` to be changed or copied."""
    document = exercise_document(exercise)
    way = {DoseKind.HOLD: Way.HOLD, DoseKind.POSITIONS: Way.SERIES}.get(exercise.kind, Way.BEAT)
    if exercise.kind is DoseKind.REPS and exercise.self_paced:
        way = Way.OWN_PACE
    dose = exercise.dose
    return ExerciseDraft(
        id=item_id,
        name=name,
        way=way,
        directions=tuple(direction.value for direction in exercise.directions),
        sides=exercise.sides,
        level=exercise.level,
        sets=str(dose.sets),
        reps=format_range(dose.reps) if dose.reps else "8–12",
        hold_s=format_range(dose.hold_s) if dose.hold_s else "20",
        tempo=", ".join(format_plain(phase.seconds) for phase in exercise.tempo if phase.seconds is not None),
        rest_s=format_plain(exercise.rest_s),
        load_kg=format_range(exercise.load_kg) if exercise.load_kg else "",
        equipment=", ".join(_(each) for each in exercise.equipment),
        steps="\n".join(exercise.steps),
        cautions="\n".join(exercise.cautions),
        positions="\n".join(f"{side_name(position.side)}: {position.name}" for position in exercise.positions),
        pulses=exercise.pulses,
        figure=figure,
        picture=picture,
        others={name: document[name] for name in _KEPT if name in document},
    )


def document_of(draft: ExerciseDraft, exercises: Mapping[str, Exercise]) -> Document:
    """Raises Refused where a number can't be understood; what the exercise must be is for `own_items.py` to see."""
    kind = KIND[draft.way]
    shown = _phases_of(draft, exercises)
    load = _numbers("load_kg", draft.load_kg, _("The weight"), "2–8") if draft.load_kg.strip() else None
    document: Document = {
        "setup_s": 10,
        "switch_s": 5,
        **{name: value for name, value in draft.others.items() if name in _KEPT and name != "first_load_kg"},
        "name": " ".join(draft.name.split()),
        "source": Source.OWN.value,
        "level": draft.level.value,
        "directions": list(draft.directions),
        "sides": Sides.WITHIN.value if kind is DoseKind.POSITIONS else draft.sides.value,
        "rest_s": _one("rest_s", draft.rest_s, _("The rest")),
        "equipment": _equipment(draft.equipment),
        "steps": _lines(draft.steps),
        "cautions": _lines(draft.cautions),
        "dose": _dose(draft, kind),
    }
    if draft.id:
        document["id"] = draft.id
    if load is not None:
        document["load_kg"] = load
    if kind is DoseKind.POSITIONS:
        document |= {"positions": _positions(draft, shown), "pulses": draft.pulses}
    else:
        document["tempo"] = _tempo(draft, shown)
    if draft.way is Way.OWN_PACE:
        document["self_paced"] = True
    if draft.figure:
        document["figure"] = draft.figure
    if draft.picture is not None:
        document["picture"] = draft.picture
    return document


def problem_of(draft: ExerciseDraft, exercises: Mapping[str, Exercise], names: Collection[str]) -> DraftError | None:
    """The first thing that keeps `draft` from being kept; `names` are those of the other exercises."""
    name = " ".join(draft.name.split())
    if not name:
        return DraftError("name", _("The exercise needs a name."))
    if name.casefold() in {each.casefold() for each in names}:
        sentence = _("There is an exercise “{name}” already: give this one another name.")
        return DraftError("name", sentence.format(name=name))
    try:
        exercise = read_own_exercise({"id": "own-exercise", **document_of(draft, exercises)})
        check_figure(exercise, exercises)
    except DraftError as error:
        return error
    except OwnItemError as error:
        field = _form_field(error.field)
        sentence = _("{field}: this {reason}.").format(field=field_name(field), reason=error.reason)
        return DraftError(field, sentence)
    return None


def field_name(field: str) -> str:
    """What a field of the form is called."""
    return {
        "name": _("Name"),
        "sets": _("Sets"),
        "reps": _("Reps"),
        "hold_s": _("Seconds of a hold"),
        "tempo": _("Tempo"),
        "rest_s": _("Rest"),
        "load_kg": _("Weight"),
        "positions": _("Positions"),
        "steps": _("Steps"),
        "cautions": _("What to take care of"),
        "equipment": _("Equipment"),
        "figure": _("Movement of the figure"),
    }.get(field, _("The exercise"))


def _form_field(field: str) -> str:
    """The field of the form that a field of the document comes from: "dose.sets", "tempo[2].seconds"."""
    inner = field.removeprefix("dose.").split("[")[0].split(".")[0]
    return "load_kg" if inner == "first_load_kg" else inner


def _phases_of(draft: ExerciseDraft, exercises: Mapping[str, Exercise]) -> Exercise | None:
    """Whose phases and cues are taken: its own as they were, unless it moves as another one does from now on."""
    kind = KIND[draft.way]
    before, figure = exercises.get(draft.id), exercises.get(draft.figure)
    if before is not None and before.kind is kind and (figure is None or moves_alike(before, figure)):
        return before
    return figure if figure is not None and figure.kind is kind else None


def _dose(draft: ExerciseDraft, kind: DoseKind) -> Document:
    dose: Document = {"kind": kind.value, "sets": _one("sets", draft.sets, _("The number of sets"))}
    if kind is DoseKind.REPS:
        return {**dose, "reps": _numbers("reps", draft.reps, _("The number of reps"), "8–12")}
    return {**dose, "hold_s": _numbers("hold_s", draft.hold_s, _("The length of the hold"), "10–20")}


def _tempo(draft: ExerciseDraft, shown: Exercise | None) -> list[Document]:
    """The phases of the movement that is shown with the seconds typed, else there, held, and back."""
    seconds = _seconds(draft.tempo)
    timed = [phase for phase in shown.tempo if phase.seconds is not None] if shown is not None else []
    if shown is not None and timed and (draft.figure or len(seconds) == len(timed)):
        if len(seconds) != len(timed):
            sentence = _("This movement has {count} parts: write as many seconds, such as {example}.")
            example = ", ".join(format_plain(phase.seconds or 0) for phase in timed)
            raise DraftError("tempo", sentence.format(count=len(timed), example=example))
        left = iter(seconds)
        return [
            {"kind": phase.kind.value, "cue": phase.cue} | ({} if phase.seconds is None else {"seconds": next(left)})
            for phase in shown.tempo
        ]
    if draft.way is Way.HOLD:
        go, back = (*seconds, 3.0, 3.0)[:2]
        return [
            _phase(_("In"), go),
            {"kind": "hold", "cue": pgettext("cue", "Hold")},
            _phase(pgettext("out of a hold", "Out"), back),
        ]
    if draft.way is Way.SHORT_HOLDS:
        hold = _one("hold_s", draft.hold_s, _("The length of the hold"))
        return [
            _phase(_("In"), 2.0),
            {"kind": "hold", "seconds": hold, "cue": pgettext("cue", "Hold")},
            _phase(_("Let go"), 2.0),
        ]
    if not 1 <= len(seconds) <= 3:
        sentence = _("“{typed}” can't be the tempo: write the seconds there, held, and back, such as {example}.")
        raise DraftError("tempo", sentence.format(typed=draft.tempo, example="2, 1, 2"))
    if len(seconds) == 3:
        return [
            _phase(_("Go"), seconds[0]),
            {**_phase(pgettext("cue", "Hold"), seconds[1]), "kind": "hold"},
            _phase(pgettext("cue", "Back"), seconds[2]),
        ]
    return [_phase(cue, each) for cue, each in zip((_("Go"), pgettext("cue", "Back")), seconds, strict=False)]


def _seconds(text: str) -> list[float]:
    """ "2, 1, 2" as numbers; a comma without a space is that of a decimal where others have one: "2,5, 1, 2"."""
    apart = re.sub(r"(?<=\d),(?=\d)", ".", text) if re.search(r",\s", text) else text
    return [float(found) for found in re.findall(r"\d+(?:\.\d+)?", apart)]


def _phase(cue: str, seconds: float) -> Document:
    return {"kind": "move", "seconds": seconds, "cue": cue}


def _positions(draft: ExerciseDraft, shown: Exercise | None) -> list[Document]:
    ways = [(each.enter_s, each.leave_s) for each in shown.positions] if shown is not None else []
    made = []
    for place, line in enumerate(_lines(draft.positions)):
        side, name = _side_of(line)
        enter_s, leave_s = ways[place] if place < len(ways) else (3.0, 3.0)
        made.append({"name": name, "side": side.value, "enter_s": enter_s, "leave_s": leave_s, "cue": name})
    if not made:
        raise DraftError("positions", _("A series needs its positions: write one a line, such as “left: ear to knee”."))
    return made


def _side_of(line: str) -> tuple[Side, str]:
    words = {"left": Side.LEFT, "right": Side.RIGHT, "centre": Side.CENTRE,
             _("left").casefold(): Side.LEFT, _("right").casefold(): Side.RIGHT,
             _("centre").casefold(): Side.CENTRE}  # fmt: skip
    found = _SIDE_OF_LINE.match(line)
    if found and found[1].strip().casefold() in words:
        return words[found[1].strip().casefold()], found[2].strip()
    return Side.CENTRE, line


def _equipment(text: str) -> list[str]:
    """The catalogue's own equipment by its id, whatever the language; anything else as it is typed."""
    ids = {_(each).casefold(): each for each in EQUIPMENT}
    return [ids.get(part.strip().casefold(), part.strip()) for part in text.split(",") if part.strip()]


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _one(field: str, text: str, what: str) -> float:
    found = _NUMBER.fullmatch(text.strip())
    if not found:
        raise DraftError(field, _("{what} must be a number, not “{typed}”.").format(what=what, typed=text.strip()))
    return _value(found[0])


def _numbers(field: str, text: str, what: str, example: str) -> list[float] | float:
    """One number, or two from the least to the most."""
    parts = [part.strip() for part in re.split(r"[–-]|\bto\b", text)]
    if not 1 <= len(parts) <= 2 or not all(_NUMBER.fullmatch(part) for part in parts):
        raise DraftError(field, _("{what} must be a number or a range such as {example}, not “{typed}”.").format(
            what=what, example=example, typed=text.strip()))  # fmt: skip
    values = [_value(part) for part in parts]
    return values if len(values) == 2 else values[0]


def _value(text: str) -> float:
    number = float(text.replace(",", "."))
    return int(number) if number == int(number) else number

"""A reading as it is being typed, and what stands in the way of keeping it. Without Qt."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.domain.errors import NeedsConfirmation, Refused
from app.domain.exercise import Side
from app.domain.measurement import Measure, Reading
from app.domain.reading_check import check_reading
from app.domain.slips import slip_question
from app.domain.units import Amount, parse_amount
from app.ui.progress.shown import typed


@dataclass(frozen=True, slots=True)
class Draft:
    """What the form holds. `trials` are the fields' texts; `typed_in` is the unit of numbers without one.

    `aid` is None while the person hasn't chosen: then the trials or `last_aid` decide. `edited` is what is changed,
    None for a new reading.
    """

    measure: Measure
    side: Side | None
    trials: tuple[str, ...]
    typed_in: str
    performed_at: datetime
    aid: str | None
    last_aid: str | None
    warm: bool
    note: str
    edited: Reading | None = None


@dataclass(frozen=True, slots=True)
class Verdict:
    """Either a `reading` that can be kept, a question (`unusual`), or a sentence for each field that is wrong.

    `trials` go by the field's place, from 0.
    """

    reading: Reading | None = None
    unusual: str = ""
    trials: Mapping[int, str] = field(default_factory=dict)
    moment: str = ""
    aid: str = ""
    note: str = ""


def moment(wall: datetime, opened_at: datetime, edited: Reading | None, now: datetime) -> datetime:
    """The moment typed, by the wall clock; one left alone is now, or for an edited reading its own, to the second."""
    if wall == opened_at.replace(tzinfo=None, second=0, microsecond=0):
        return edited.performed_at if edited else now
    return wall.replace(tzinfo=edited.performed_at.tzinfo) if edited else wall.astimezone()


def understand(draft: Draft, place: int, now: datetime) -> Amount:
    """The trial at `place`. Raises Refused with a sentence for what is no value or can't be one of this measure."""
    amount = _unchanged(draft, place) or parse_amount(draft.trials[place], draft.measure.unit, draft.typed_in)
    _check(draft, replace(_bare(draft, now), trials=(amount.value,), entered_unit=amount.entered), now)
    return amount


def judge(draft: Draft, now: datetime, *, confirmed: bool, before: Iterable[Reading] = ()) -> Verdict:
    """Look at every field, so that all that is wrong is said at once and beside the field it is about.

    `before` are the readings of the measure, oldest first: what lies far from them is asked about.
    """
    amounts, wrong = _amounts(draft, now)
    sound = replace(_bare(draft, now), trials=(draft.measure.hard.high,))
    moment = _sentence(draft, replace(sound, performed_at=draft.performed_at), now)
    note = _sentence(draft, replace(sound, note=draft.note), now)
    if wrong or moment or note:
        return Verdict(trials=wrong, moment=moment, note=note)
    reading = replace(
        sound,
        trials=tuple(amount.value for amount in amounts),
        entered_unit=_entered(draft, amounts),
        performed_at=draft.performed_at,
        aid=draft.aid,
        note=draft.note,
    )
    try:
        kept = check_reading(draft.measure, reading, now, confirmed=confirmed, last_aid=draft.last_aid)
    except NeedsConfirmation as question:
        return Verdict(unusual=str(question))
    except Refused as refused:
        return Verdict(aid=str(refused))
    asked = confirmed or (draft.edited is not None and draft.edited.trials == kept.trials)
    slip = "" if asked else slip_question(draft.measure, kept, before)
    return Verdict(unusual=slip) if slip else Verdict(reading=kept)


def likely_aid(measure: Measure, last: Reading | None, values: Sequence[float]) -> str:
    """The aid that a new reading gets while the person hasn't chosen one: what its trials imply, else as the last."""
    if measure.below_zero_aid is not None and any(value < 0 for value in values):
        return measure.below_zero_aid
    aid = measure.aid(last.aid) if last else None
    return aid.id if aid else measure.aids[0].id


def _amounts(draft: Draft, now: datetime) -> tuple[list[Amount], dict[int, str]]:
    """The trials that can be kept, and a sentence for each that can't. Fields left empty are no trials."""
    amounts: list[Amount] = []
    wrong: dict[int, str] = {}
    for place, text in enumerate(draft.trials):
        if text.strip():
            try:
                amounts.append(understand(draft, place, now))
            except Refused as refused:
                wrong[place] = str(refused)
    if not amounts and not wrong:
        wrong[0] = _sentence(draft, replace(_bare(draft, now), trials=()), now)
    return amounts, wrong


def _entered(draft: Draft, amounts: Sequence[Amount]) -> str:
    """One unit for the whole reading: the chosen one, where any of its trials is in it."""
    units = [amount.entered for amount in amounts]
    return draft.typed_in if draft.typed_in in units else units[0]


def _unchanged(draft: Draft, place: int) -> Amount | None:
    """The edited reading's own trial where the field still shows it: shown, it is rounded."""
    trials = draft.edited.trials if draft.edited else ()
    if place < len(trials) and draft.trials[place].strip() == typed(trials[place], draft.typed_in):
        return Amount(trials[place], draft.typed_in)
    return None


def _bare(draft: Draft, now: datetime) -> Reading:
    """The draft as a reading without its trials and its note, taken just now."""
    measure, edited = draft.measure, draft.edited
    return Reading(
        edited.id if edited else "",
        measure.id,
        draft.side,
        (),
        draft.typed_in,
        now,
        warm=draft.warm,
        protocol_version=edited.protocol_version if edited else measure.protocol_version,
    )


def _check(draft: Draft, reading: Reading, now: datetime) -> None:
    check_reading(draft.measure, reading, now, confirmed=True)


def _sentence(draft: Draft, reading: Reading, now: datetime) -> str:
    try:
        _check(draft, reading, now)
    except Refused as refused:
        return str(refused)
    return ""

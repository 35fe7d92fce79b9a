"""What was done: sessions, their finished sets and pain stops; and what can be written into them."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.errors import Refused
from app.domain.exercise import Side
from app.i18n import _

MOST_REPS = 1000
LONGEST_HOLD_S = 3600
HEAVIEST_KG = 100
WORST_DISCOMFORT = 10
LONGEST_NOTE = 500  # characters
LONGEST_ITEM_NOTE = 2000  # of what somebody notes about an exercise or a routine


@dataclass(frozen=True, slots=True)
class FinishedSet:
    """One stored set: one hold, one run of reps on one side, or one series of positions.

    `work` is its place in the session's timeline: doing it again replaces it. `exercise_name` and `planned`
    (the dose as text) are snapshots, so that history never changes with the catalogue.
    Seconds, kilograms; None where it does not apply or is not known.
    """

    work: int
    exercise_id: str
    exercise_name: str
    planned: str
    side: Side | None
    set_number: int
    reps: int | None
    hold_s: float | None
    load_kg: float | None
    finished_at: datetime
    discomfort: int | None = None
    id: str = ""


@dataclass(frozen=True, slots=True)
class PainStop:
    """A sharp pain ended an exercise. `set_number` and `side` are None where it was not within a set or on a side."""

    exercise_id: str
    exercise_name: str
    side: Side | None
    set_number: int | None
    stopped_at: datetime
    id: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """One playing of a routine; `finished_at` is None while it runs or when it was cut off."""

    id: str
    routine_id: str
    routine_name: str
    started_at: datetime
    finished_at: datetime | None
    note: str
    sets: tuple[FinishedSet, ...]
    pain_stops: tuple[PainStop, ...] = ()


@dataclass(frozen=True, slots=True)
class Practice:
    """One exercise over all sessions: in how many it was done, when last, and the heaviest load then.

    `load_kg` is None where no load was noted.
    """

    times: int
    last: datetime
    load_kg: float | None


def check_amounts(done: FinishedSet) -> None:
    """Whether reps, hold and load are such as somebody can have done. Raises `Refused`."""
    if not _within(done.reps, MOST_REPS):
        raise Refused(_("{count} reps can't be: a set has from 0 to {most}.").format(count=done.reps, most=MOST_REPS))
    if not _within(done.hold_s, LONGEST_HOLD_S):
        raise Refused(_("A hold of {seconds} s can't be: it has from 0 to {most} s.").format(
            seconds=done.hold_s, most=LONGEST_HOLD_S))  # fmt: skip
    if not _within(done.load_kg, HEAVIEST_KG):
        raise Refused(_("A load of {load} kg can't be: from 0 to {most} kg is possible.").format(
            load=done.load_kg, most=HEAVIEST_KG))  # fmt: skip


def check_discomfort(discomfort: int | None) -> None:
    """Raises `Refused` for what is not on the scale; None is "not answered"."""
    if not _within(discomfort, WORST_DISCOMFORT):
        raise Refused(_("Discomfort goes from 0 to {worst}, not {answer}.").format(
            worst=WORST_DISCOMFORT, answer=discomfort))  # fmt: skip


def check_note(note: str) -> None:
    """Raises `Refused` for a note that is too long, or no text."""
    if len(note) > LONGEST_NOTE:
        raise Refused(_("The note is {count} characters long: up to {most} are kept.").format(
            count=len(note), most=LONGEST_NOTE))  # fmt: skip
    try:
        note.encode()
    except UnicodeEncodeError as error:  # half a character, from a broken paste
        raise Refused(_("The note holds something that is no text: write it anew.")) from error


def _within(value: float | None, most: float) -> bool:
    """Not so for what is no number, since that compares with nothing."""
    return value is None or 0 <= value <= most

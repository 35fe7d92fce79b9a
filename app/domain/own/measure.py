"""Tests that a person adds: tragus to wall, back scratch, Schober, … Nothing is published about them here."""

import math
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.errors import Refused
from app.domain.exercise import Direction, Range
from app.domain.measurement import Better, Measure, Unit
from app.domain.own.ids import PREFIX, can_be_own, is_line
from app.i18n import _

LONGEST_NAME = 60  # characters
MOST_STEPS, LONGEST_STEP = 10, 300  # as many, and each as many characters
WIDEST = Range(-1000, 1000)  # of every measure, in its unit


@dataclass(frozen=True, slots=True)
class OwnMeasure:
    """A test as its person made it up; ranges in `unit`. `id` is "" for a new one, else begins with "own-".

    `soft` None: no value is asked about. `steps` may be empty.
    """

    id: str
    name: str
    unit: Unit
    better: Better
    sided: bool
    hard: Range
    soft: Range | None = None
    steps: tuple[str, ...] = ()

    def measure(self) -> Measure:
        """As the catalogue has its own: no published error, no typical values, no figure. The protocol is put in there.

        `direction` tells which figure is shown and means nothing here: ask `is_own` before showing one.
        """
        return Measure(
            id=self.id,
            name=self.name,
            aliases=(),
            about=_("A test of your own."),
            direction=Direction.FLEXION,
            unit=self.unit,
            better=self.better,
            sided=self.sided,
            hard=self.hard,
            soft=self.soft,
            typical="",
            error=None,
            error_source=_("No published figure: your own scatter is used."),
            strict_error=None,
            steps=self.steps or _general_steps(),
            cautions=(_("Stop on sharp or radiating pain, pins and needles, numbness or dizziness."),),
            aids=(),
            one_scale=False,
            below_zero_aid=None,
            zero_label="",
            default=False,
            protocol_version=1,
        )


def check_own_measure(own: OwnMeasure, others: Iterable[OwnMeasure | Measure] = ()) -> None:
    """Whether the test can be kept beside the `others`. Raises `Refused`."""
    if own.id and not can_be_own(own.id):
        raise Refused(_("“{id}” can't be the id of a test of your own: it is {prefix} and then small letters, "
                        "digits and hyphens.").format(id=own.id, prefix=PREFIX))  # fmt: skip
    _check_name(own, others)
    _check_range(_("Possible values"), own.hard, WIDEST, own.unit)
    if own.soft is not None:
        _check_range(_("Usual values"), own.soft, own.hard, own.unit)
    _check_steps(own.steps)


def _check_name(own: OwnMeasure, others: Iterable[OwnMeasure | Measure]) -> None:
    if not own.name.strip():
        raise Refused(_("The test needs a name."))
    if len(own.name) > LONGEST_NAME:
        raise Refused(_("The name is {count} characters long: up to {most} are kept.").format(
            count=len(own.name), most=LONGEST_NAME))  # fmt: skip
    if not is_line(own.name):
        raise Refused(_("The name holds something that is no text of one line: write it anew."))
    for other in others:
        if other.id != own.id and _plain(other.name) == _plain(own.name):
            raise Refused(_("There is a test “{name}” already: give this one another name.").format(name=other.name))


def _plain(name: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())


def _check_range(what: str, span: Range, within: Range, unit: Unit) -> None:
    """`what` names the range at the start of a sentence."""
    ends = (span.low, span.high)
    if not all(math.isfinite(end) and end in within for end in ends):
        raise Refused(_("{what} from {low:g} to {high:g} {unit} can't be: {least:g} to {most:g} is possible.").format(
            what=what, low=span.low, high=span.high, unit=unit.value, least=within.low, most=within.high))  # fmt: skip
    if not span.low < span.high:
        raise Refused(_("{what} must start below their end: {low:g} is not less than {high:g}.").format(
            what=what, low=span.low, high=span.high))  # fmt: skip


def _check_steps(steps: tuple[str, ...]) -> None:
    if len(steps) > MOST_STEPS:
        raise Refused(_("A test has up to {most} steps, not {count}.").format(most=MOST_STEPS, count=len(steps)))
    for number, step in enumerate(steps, 1):
        if not step.strip() or not is_line(step):
            raise Refused(_("Step {number} must be a text of one line.").format(number=number))
        if len(step) > LONGEST_STEP:
            raise Refused(_("Step {number} is {count} characters long: up to {most} are kept.").format(
                number=number, count=len(step), most=LONGEST_STEP))  # fmt: skip


def _general_steps() -> tuple[str, ...]:
    return (
        _("Set up as you did the last time: the same place, the same posture, the same tool."),
        _("Go as far as you can without pain, and hold it for 2 seconds."),
        _("Read the value and write it down."),
    )

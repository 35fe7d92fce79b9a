"""What the rules propose, and what a person answered. Nothing changes before it is accepted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.domain.choices import Amount
from app.domain.wording import format_plain
from app.i18n import _, ngettext

DECLINED_FOR = timedelta(days=30)
POSTPONED_FOR = timedelta(days=7)


class ProposalKind(StrEnum):
    LOAD = "load"
    REPS = "reps"
    HOLD = "hold"
    EASE = "ease"
    EXTRA_SET = "extra-set"


@dataclass(frozen=True, slots=True)
class Proposal:
    """`amount` goes from `before` to `after`; see `Choice` for the units. `reason` and `source` are a sentence each."""

    exercise_id: str
    kind: ProposalKind
    amount: Amount
    before: float
    after: float
    reason: str
    source: str


def describe_change(proposal: Proposal) -> str:
    """What changes, in a few words: "2 → 4 kg"."""
    after = int(proposal.after)
    words = {
        Amount.LOAD: _("{before} → {after} kg"),
        Amount.REPS: ngettext("{before} → {after} rep", "{before} → {after} reps", after),
        Amount.HOLD: _("{before} → {after} s"),
        Amount.SETS: ngettext("{before} → {after} set", "{before} → {after} sets", after),
        Amount.EXTRA_LEFT: _("one set more on the left") if proposal.after else _("no set more on the left"),
        Amount.EXTRA_RIGHT: _("one set more on the right") if proposal.after else _("no set more on the right"),
    }[proposal.amount]
    if proposal.amount is Amount.LOAD and proposal.after == 0:
        words = _("{before} kg → without weight")
    elif proposal.amount is Amount.LOAD and proposal.before == 0:
        words = _("without weight → {after} kg")
    return words.format(before=format_plain(proposal.before), after=format_plain(proposal.after))


class Answer(StrEnum):
    LATER = "later"
    NO = "no"


@dataclass(frozen=True, slots=True)
class ProposalAnswer:
    exercise_id: str
    kind: ProposalKind
    answer: Answer
    answered_at: datetime


def is_waved_off(proposal: Proposal, answers: Iterable[ProposalAnswer], today: date) -> bool:
    """Whether it was postponed within the last week or declined within the last month; no answer dated ahead counts."""
    lasts = {Answer.LATER: POSTPONED_FOR, Answer.NO: DECLINED_FOR}
    return any(
        (each.exercise_id, each.kind) == (proposal.exercise_id, proposal.kind)
        and timedelta(0) <= today - each.answered_at.date() < lasts[each.answer]
        for each in answers
    )

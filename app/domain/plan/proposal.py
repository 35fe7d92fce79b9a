"""What the rules propose, and what a person answered. Nothing changes before it is accepted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.domain.choices import Amount

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
    """Whether it was postponed within the last week or declined within the last month."""
    lasts = {Answer.LATER: POSTPONED_FOR, Answer.NO: DECLINED_FOR}
    return any(
        (each.exercise_id, each.kind) == (proposal.exercise_id, proposal.kind)
        and today - each.answered_at.date() < lasts[each.answer]
        for each in answers
    )

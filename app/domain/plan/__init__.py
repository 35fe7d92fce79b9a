"""The plan: the six rules of the exercises as pure functions of what was done and of the date.

It proposes and explains; nothing changes before the person accepts it.
"""

from app.domain.plan.evidence import Evidence
from app.domain.plan.next_routine import NextRoutine, next_routine
from app.domain.plan.opening import GATE_MEASURE, GATED_EXERCISE, chosen_sentence, locks
from app.domain.plan.plan import Plan, closed_for, lay_out_now, make_plan
from app.domain.plan.proposal import Answer, Proposal, ProposalAnswer, ProposalKind, describe_change
from app.domain.plan.proposals import next_proposal, proposals
from app.domain.plan.stopped import better_left_today, stopped_today
from app.domain.plan.weeks import EXERCISES_OF_A_TRAINING_DAY, WeekDay, training_days, week_days

__all__ = [
    "EXERCISES_OF_A_TRAINING_DAY",
    "GATED_EXERCISE",
    "GATE_MEASURE",
    "Answer",
    "Evidence",
    "NextRoutine",
    "Plan",
    "Proposal",
    "ProposalAnswer",
    "ProposalKind",
    "WeekDay",
    "better_left_today",
    "chosen_sentence",
    "closed_for",
    "describe_change",
    "lay_out_now",
    "locks",
    "make_plan",
    "next_proposal",
    "next_routine",
    "proposals",
    "stopped_today",
    "training_days",
    "week_days",
]

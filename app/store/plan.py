"""What a person chose for single exercises and answered to proposals, and all that the plan's rules look at."""

from sqlalchemy import select

from app.domain.choices import Amount, Choice, check_choice
from app.domain.plan.proposal import Answer, Proposal, ProposalAnswer
from app.i18n import N_
from app.store.changes import Changes
from app.store.commands import Commands, Transaction
from app.store.errors import refused_here
from app.store.shapes import answer_columns, choice_columns
from app.store.tables import choices, own_id, proposal_answers

ACCEPT = N_("Accept proposal")
POSTPONE = N_("Postpone proposal")
DECLINE = N_("Decline proposal")
OPEN = N_("Open exercise")
CLOSE = N_("Close exercise again")
USUAL = N_("Back to the usual dose")

_OTHER_SIDE = {Amount.EXTRA_LEFT: Amount.EXTRA_RIGHT, Amount.EXTRA_RIGHT: Amount.EXTRA_LEFT}


class PlanRecords:
    """Choices and answers; nothing of the plan itself is kept, it is made anew from what was done."""

    def __init__(self, commands: Commands) -> None:
        self._commands = commands

    def accept(self, proposal: Proposal) -> Changes:
        """From now on the exercise is played so."""
        return self._choose(ACCEPT, proposal.exercise_id, proposal.amount, proposal.after)

    def open_exercise(self, exercise_id: str) -> Changes:
        """Do it although the rules say "not yet"."""
        return self._choose(OPEN, exercise_id, Amount.OPENED, 1.0)

    def close_exercise(self, exercise_id: str) -> Changes:
        return self._choose(CLOSE, exercise_id, Amount.OPENED, 0.0)

    def postpone(self, proposal: Proposal) -> Changes:
        return self._answer(POSTPONE, proposal, Answer.LATER)

    def decline(self, proposal: Proposal) -> Changes:
        return self._answer(DECLINE, proposal, Answer.NO)

    def go_back_to_usual(self, exercise_id: str) -> Changes:
        """Forget the doses that were accepted; what was opened stays open."""

        def work(tx: Transaction) -> None:
            wanted = (choices.c.exercise_id == exercise_id, choices.c.amount != Amount.OPENED)
            for row in tx.connection.execute(select(choices).where(choices.c.deleted_at.is_(None), *wanted)).mappings():
                tx.delete(choices, dict(row))

        return self._commands.run(USUAL, work)

    def _choose(self, op: str, exercise_id: str, amount: Amount, value: float) -> Changes:
        def work(tx: Transaction) -> None:
            choice = Choice(exercise_id, amount, value, tx.now)
            with refused_here():
                check_choice(choice)
            tx.put(choices, choice_columns(choice))
            other = _OTHER_SIDE.get(amount)
            known = other and tx.find(choices, own_id(choices, {"exercise_id": exercise_id, "amount": other}))
            if known:  # one extra set, on one side
                tx.delete(choices, known)

        return self._commands.run(op, work)

    def _answer(self, op: str, proposal: Proposal, answer: Answer) -> Changes:
        def work(tx: Transaction) -> None:
            given = ProposalAnswer(proposal.exercise_id, proposal.kind, answer, tx.now)
            tx.put(proposal_answers, answer_columns(given))

        return self._commands.run(op, work)

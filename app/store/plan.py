"""What a person chose for single exercises and answered to proposals, and all that the plan's rules look at."""

from collections.abc import Mapping
from datetime import date, datetime, timedelta

from sqlalchemy import select

from app.domain.choices import Amount, Choice, Chosen, by_exercise, check_choice
from app.domain.exercise import Side
from app.domain.measurement import Measure, Reading
from app.domain.plan.evidence import Evidence, first_day_needed
from app.domain.plan.opening import GATE_MEASURE
from app.domain.plan.proposal import Answer, Proposal, ProposalAnswer
from app.domain.preferences import read_preferences
from app.i18n import N_
from app.store.changes import Changes
from app.store.commands import Commands, Transaction
from app.store.database import Database
from app.store.errors import refused_here
from app.store.readings import ReadingRecords
from app.store.sessions import SessionRecords
from app.store.settings import SettingRecords
from app.store.shapes import answer_columns, answer_of, choice_columns, choice_of
from app.store.tables import choices, own_id, proposal_answers
from app.store.weeks import WeekRecords

ACCEPT = N_("Accept proposal")
POSTPONE = N_("Postpone proposal")
DECLINE = N_("Decline proposal")
OPEN = N_("Open exercise")
CLOSE = N_("Close exercise again")
USUAL = N_("Back to the usual dose")

MEASURED_FOR = timedelta(days=365)  # which sides differ, and what is due, is told by the readings of a year
_OTHER_SIDE = {Amount.EXTRA_LEFT: Amount.EXTRA_RIGHT, Amount.EXTRA_RIGHT: Amount.EXTRA_LEFT}


class PlanRecords:
    """Choices and answers; nothing of the plan itself is kept, it is made anew from what was done."""

    def __init__(
        self,
        database: Database,
        commands: Commands,
        sessions: SessionRecords,
        readings: ReadingRecords,
        weeks: WeekRecords,
        settings: SettingRecords,
    ) -> None:
        self._database, self._commands = database, commands
        self._sessions, self._readings, self._weeks, self._settings = sessions, readings, weeks, settings

    def chosen(self) -> Chosen:
        live = select(choices).where(choices.c.deleted_at.is_(None)).order_by(choices.c.exercise_id, choices.c.amount)
        with self._database.reading() as connection:
            return by_exercise(choice_of(row) for row in connection.execute(live).mappings())

    def answers(self) -> list[ProposalAnswer]:
        live = select(proposal_answers).where(proposal_answers.c.deleted_at.is_(None))
        with self._database.reading() as connection:
            return [answer_of(row) for row in connection.execute(live.order_by(proposal_answers.c.id)).mappings()]

    def evidence(self, now: datetime, measures: Mapping[str, Measure]) -> Evidence:
        """What the rules look at, as it was at `now`: no more of the past than they need."""
        away = self._weeks.away()
        first = first_day_needed(now.date(), away)
        begins = datetime.combine(first, datetime.min.time(), now.tzinfo) - timedelta(days=1)  # wherever it was lived
        sessions = [each for each in self._sessions.since(begins) if each.started_at <= now]
        readings = [each for each in self._readings.since(now - MEASURED_FOR) if each.performed_at <= now]
        touches = (self._readings.lowest(GATE_MEASURE, now), self._readings.latest(GATE_MEASURE, None, now))
        return Evidence(
            now=now,
            sessions=sessions,
            floor_touches=[each for each in touches if each is not None],
            measured=_last_days(readings),
            reaches_less=_reaches_less(measures, readings),
            away=away,
            chosen=self.chosen(),
            answers=self.answers(),
            preferences=read_preferences(self._settings.all().get),
        )

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
            if known and known["deleted_at"] is None:  # one extra set, on one side
                tx.delete(choices, known)

        return self._commands.run(op, work)

    def _answer(self, op: str, proposal: Proposal, answer: Answer) -> Changes:
        def work(tx: Transaction) -> None:
            given = ProposalAnswer(proposal.exercise_id, proposal.kind, answer, tx.now)
            tx.put(proposal_answers, answer_columns(given))

        return self._commands.run(op, work)


def _last_days(readings: list[Reading]) -> dict[tuple[str, Side | None], date]:
    """`readings` are oldest first."""
    return {(each.measure_id, each.side): each.performed_at.date() for each in readings}


def _reaches_less(measures: Mapping[str, Measure], readings: list[Reading]) -> dict[str, Side]:
    measured = {each.measure_id for each in readings if each.side is not None}
    sided = [measures[each] for each in sorted(measured) if each in measures]
    if not sided:
        return {}
    from app.domain.progress.sides import (
        compare_sides,  # with it come all the statistics: only where sides were measured
    )

    found = {each.id: compare_sides(each, readings).reaches_less for each in sided}
    return {measure_id: side for measure_id, side in found.items() if side is not None}

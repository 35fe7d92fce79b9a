"""One proposal for each exercise, less before more, and what an answer does to it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.choices import Amount, Choice, by_exercise
from app.domain.exercise import Side
from app.domain.plan import (
    Answer,
    Evidence,
    Proposal,
    ProposalAnswer,
    ProposalKind,
    describe_change,
    make_plan,
    next_proposal,
    proposals,
)
from app.domain.plan.sides import helped_by
from app.domain.preferences import Preferences
from app.domain.training.sessions import Session
from app.paths import resources_dir
from tests.domain.plan.histories import DAY, TODAY, a_day, at, chose, seen, weeks, with_stop

OWNED = Preferences(weights_kg=(2, 4))


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resources_dir())


def proposed(catalogue: Catalogue, exercise_id: str, evidence: Evidence) -> Proposal | None:
    return next_proposal(catalogue.exercise(exercise_id), evidence, catalogue.exercises, catalogue.measures)


def test_less_comes_before_more(catalogue: Catalogue) -> None:
    sessions = [*weeks(8), a_day(TODAY, discomfort=5)]
    evidence = seen(sessions, preferences=OWNED, reaches_less={"hand-to-knee": Side.LEFT})
    found = proposed(catalogue, "side-bend", evidence)
    assert found is not None
    assert (found.kind, found.before, found.after) == (ProposalKind.EASE, 2, 0)


NEXT_YEAR = TODAY + 365 * DAY


def test_a_pain_stop_that_a_wrong_clock_dated_ahead_proposes_less(catalogue: Catalogue) -> None:
    ahead = [with_stop(a_day(NEXT_YEAR), "side-bend")]
    found = proposed(catalogue, "side-bend", seen([*weeks(8), a_day(TODAY - DAY)], preferences=OWNED, ahead=ahead))
    assert found is not None
    assert (found.kind, found.before, found.after) == (ProposalKind.EASE, 2, 0)


@pytest.mark.parametrize("amount", [Amount.LOAD, Amount.SETS])
def test_after_a_decision_what_hurt_ahead_proposes_no_less_again_and_nothing_harder(
    catalogue: Catalogue, amount: Amount
) -> None:
    ahead = [with_stop(a_day(NEXT_YEAR), "side-bend")]
    decided = by_exercise([chose("side-bend", amount, 2, TODAY - 90 * DAY)])
    evidence = seen(weeks(8), preferences=OWNED, chosen=decided, ahead=ahead, reaches_less={"hand-to-knee": Side.LEFT})
    assert proposed(catalogue, "side-bend", evidence) is None
    assert proposed(catalogue, "side-bend", replace(evidence, ahead=())) is not None


def test_the_plan_tells_of_a_pain_stop_that_is_dated_ahead_and_counts_no_day_for_it(catalogue: Catalogue) -> None:
    ahead = [with_stop(a_day(NEXT_YEAR), "side-bend")]
    plan = make_plan(seen([], ahead=ahead), catalogue)
    assert plan.notices == (
        "Dumbbell side bend: a sharp pain ended it in a session dated ahead, 26 November 2027, when a clock was wrong. "
        "Nothing harder is proposed for it.",
    )
    assert plan.done == 0
    assert not any(day.trained for day in plan.week)


def test_what_was_chosen_or_answered_by_a_wrong_clock_hides_no_pain(catalogue: Catalogue) -> None:
    stopped = seen(
        [*weeks(8), with_stop(a_day(TODAY - DAY), "side-bend")],
        preferences=OWNED,
        chosen=by_exercise([chose("side-bend", Amount.LOAD, 2, NEXT_YEAR)]),
        answers=[ProposalAnswer("side-bend", ProposalKind.EASE, Answer.NO, at(NEXT_YEAR))],
    )
    found = proposed(catalogue, "side-bend", stopped)
    assert found is not None
    assert found.kind is ProposalKind.EASE


def test_while_less_is_declined_nothing_more_is_proposed(catalogue: Catalogue) -> None:
    sessions = [*weeks(8), a_day(TODAY - DAY, discomfort=5)]
    no = ProposalAnswer("side-bend", ProposalKind.EASE, Answer.NO, at(TODAY))
    assert proposed(catalogue, "side-bend", seen(sessions, preferences=OWNED, answers=[no])) is None


@pytest.mark.parametrize(
    ("answer", "answered", "today", "asked"),
    [
        (Answer.NO, date(2026, 10, 28), date(2026, 11, 26), False),  # 29 days
        (Answer.NO, date(2026, 10, 27), date(2026, 11, 26), True),  # 30
        (Answer.NO, date(2026, 12, 28), date(2027, 1, 26), False),  # over the end of the year
        (Answer.NO, date(2026, 12, 27), date(2027, 1, 26), True),
        (Answer.NO, date(2026, 2, 28), date(2026, 3, 29), False),  # over a short month and into summer time
        (Answer.NO, date(2026, 2, 28), date(2026, 3, 30), True),
        (Answer.LATER, date(2026, 11, 20), date(2026, 11, 26), False),
        (Answer.LATER, date(2026, 11, 19), date(2026, 11, 26), True),
    ],
)
def test_declined_stays_declined_for_a_month_and_postponed_for_a_week(
    catalogue: Catalogue, answer: Answer, answered: date, today: date, asked: bool
) -> None:
    monday = today - (today.weekday() + 7) * DAY
    given = ProposalAnswer("side-bend", ProposalKind.LOAD, answer, at(answered, 23))
    evidence = seen(weeks(8, monday), today, preferences=OWNED, answers=[given])
    assert (proposed(catalogue, "side-bend", evidence) is not None) is asked


def test_an_answer_is_about_one_kind_of_one_exercise(catalogue: Catalogue) -> None:
    others = [
        ProposalAnswer("side-bend", ProposalKind.EXTRA_SET, Answer.NO, at(TODAY)),
        ProposalAnswer("jefferson-curl", ProposalKind.LOAD, Answer.NO, at(TODAY)),
    ]
    assert proposed(catalogue, "side-bend", seen(weeks(8), preferences=OWNED, answers=others))


def test_what_is_closed_gets_no_proposal_and_the_others_come_in_the_order_of_the_catalogue(
    catalogue: Catalogue,
) -> None:
    sessions = [*weeks(8), *weeks(8, exercise="jefferson-curl", kg=0)]
    evidence = seen(sessions, preferences=OWNED, reaches_less={"seated-rotation": Side.RIGHT})
    found = proposals(evidence, catalogue.exercises, catalogue.measures, {})
    assert [(each.exercise_id, each.kind) for each in found] == [
        ("jefferson-curl", ProposalKind.LOAD),
        ("chair-twist", ProposalKind.EXTRA_SET),
        ("side-bend", ProposalKind.LOAD),
    ]
    closed = proposals(evidence, catalogue.exercises, catalogue.measures, {"jefferson-curl": "not yet"})
    assert [each.exercise_id for each in closed] == ["chair-twist", "side-bend"]
    assert all(each.reason.endswith(".") and each.source.endswith(".") for each in found)


class Counted(list[Session]):
    """Sessions that count how often they are gone through."""

    times = 0

    def __iter__(self) -> Iterator[Session]:
        self.times += 1
        return super().__iter__()


def test_thousands_of_exercises_that_were_never_done_cost_nothing_and_change_nothing(catalogue: Catalogue) -> None:
    evidence = seen(weeks(8), preferences=OWNED, reaches_less={"seated-rotation": Side.LEFT})
    own = {f"own-{number}": replace(catalogue.exercise("side-bend"), id=f"own-{number}") for number in range(2000)}
    sessions = Counted(evidence.sessions)
    evidence = replace(evidence, sessions=sessions)
    alone = proposals(evidence, catalogue.exercises, catalogue.measures, {})
    times = sessions.times
    assert [each.exercise_id for each in alone] == ["chair-twist", "side-bend"]
    assert proposals(evidence, {**catalogue.exercises, **own}, catalogue.measures, {}) == alone
    assert sessions.times == 2 * times


@pytest.mark.parametrize(("before", "after", "words"), [(5, 1, "5 → 1 rep"), (1, 2, "1 → 2 reps")])
def test_one_rep_is_one_rep(before: float, after: float, words: str) -> None:
    assert describe_change(Proposal("x", ProposalKind.EASE, Amount.REPS, before, after, "", "")) == words


# One extra set


@pytest.mark.parametrize(
    ("measure", "exercise"),
    [("hand-to-knee", "side-bend"), ("side-bend-travel", "side-bend"), ("seated-rotation", "chair-twist"),
     ("floor-touch", None), ("back-saver", None), ("press-up", None)],
)  # fmt: skip
def test_the_extra_set_goes_to_the_exercise_of_the_same_direction(
    catalogue: Catalogue, measure: str, exercise: str | None
) -> None:
    found = helped_by(catalogue.measure(measure), catalogue.exercises)
    assert (found.id if found else None) == exercise


@pytest.mark.parametrize(("side", "amount"), [(Side.LEFT, Amount.EXTRA_LEFT), (Side.RIGHT, Amount.EXTRA_RIGHT)])
def test_the_side_that_reaches_less_gets_one_extra_set(catalogue: Catalogue, side: Side, amount: Amount) -> None:
    found = proposed(catalogue, "side-bend", seen([], reaches_less={"hand-to-knee": side}))
    assert found is not None
    assert (found.kind, found.amount, found.before, found.after) == (ProposalKind.EXTRA_SET, amount, 0, 1)
    assert f"your {side} side reaches less" in found.reason
    accepted = by_exercise([Choice("side-bend", amount, 1, at(TODAY))])
    assert proposed(catalogue, "side-bend", seen([], reaches_less={"hand-to-knee": side}, chosen=accepted)) is None


def test_the_extra_set_is_taken_back_once_no_difference_is_seen(catalogue: Catalogue) -> None:
    accepted = by_exercise([chose("side-bend", Amount.EXTRA_LEFT, 1, TODAY)])
    measured = {("hand-to-knee", Side.LEFT): TODAY}
    found = proposed(catalogue, "side-bend", seen([], chosen=accepted, measured=measured))
    assert found is not None
    assert (found.amount, found.before, found.after) == (Amount.EXTRA_LEFT, 1, 0)
    assert proposed(catalogue, "side-bend", seen([], chosen=accepted)) is None  # nothing was measured

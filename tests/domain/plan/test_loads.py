"""Rule 3 at its edges: when a heavier or a lighter load is proposed, and which."""

from datetime import date, timedelta

import pytest

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.choices import Amount, Choice, by_exercise
from app.domain.exercise import Exercise
from app.domain.plan import Proposal, ProposalKind
from app.domain.plan.evidence import Evidence
from app.domain.plan.loads import heavier, lighter, present_load, propose_load, wants_weight
from app.domain.preferences import Preferences
from app.domain.training.sessions import Session
from app.paths import resources_dir
from tests.domain.plan.histories import DAY, LAST_MONDAY, TODAY, WEEK, a_day, chose, seen, weeks

OWNED = (2.0, 3.0, 4.0, 6.0, 8.0, 10.0)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resources_dir())


@pytest.fixture
def bend(catalogue: Catalogue) -> Exercise:
    return catalogue.exercise("side-bend")


@pytest.fixture
def curl(catalogue: Catalogue) -> Exercise:
    return catalogue.exercise("jefferson-curl")


def looked_at(
    sessions: list[Session], *choices: Choice, owned: tuple[float, ...] = OWNED, today: date = TODAY
) -> Evidence:
    return seen(sessions, today, chosen=by_exercise(choices), preferences=Preferences(weights_kg=owned))


def step(proposal: Proposal | None) -> tuple[float, float] | None:
    return None if proposal is None else (proposal.before, proposal.after)


# The side bend: the gate is met anew at the present weight


@pytest.mark.parametrize(("regular", "proposed"), [(5, None), (6, (2, 3))])
def test_the_side_bend_rises_after_two_regular_months(
    bend: Exercise, regular: int, proposed: tuple[float, float] | None
) -> None:
    proposal = propose_load(bend, looked_at(weeks(regular)))
    assert step(proposal) == proposed
    if proposal is not None:
        assert (proposal.kind, proposal.amount) == (ProposalKind.LOAD, Amount.LOAD)
        assert proposal.reason == (
            "6 of your last 8 whole weeks were regular, and you did it on 18 days in them with 2 kg."
        )
        assert "not evidence" in proposal.source


@pytest.mark.parametrize(("weeks_at_3", "proposed"), [(5, None), (6, (3, 4))])
def test_before_each_step_the_gate_is_met_anew(
    bend: Exercise, weeks_at_3: int, proposed: tuple[float, float] | None
) -> None:
    monday = LAST_MONDAY - (weeks_at_3 - 1) * WEEK
    sessions = [*weeks(8, monday - WEEK, kg=2), *weeks(weeks_at_3, kg=3)]
    accepted = chose("side-bend", Amount.LOAD, 3, monday)
    assert step(propose_load(bend, looked_at(sessions, accepted))) == proposed
    assert step(propose_load(bend, looked_at(sessions))) == proposed  # taken up without being asked


def test_lighter_days_do_not_count_for_a_heavier_weight(bend: Exercise) -> None:
    sessions = weeks(8, kg=2)
    assert propose_load(bend, looked_at(sessions, chose("side-bend", Amount.LOAD, 3, LAST_MONDAY - 8 * WEEK))) is None
    assert propose_load(bend, looked_at(weeks(8, kg=0))) is None
    assert propose_load(bend, looked_at(weeks(8, kg=None))) is None


def test_it_ends_at_ten_kilograms(bend: Exercise) -> None:
    nine = looked_at(weeks(8, kg=9), owned=(10, 11))
    assert step(propose_load(bend, nine)) == (9, 10)
    ten = looked_at(weeks(8, kg=10), owned=(11, 12))
    assert propose_load(bend, ten) is None
    assert not wants_weight(bend, ten)


# The Jefferson curl: the first 2 kg need the gate, then 30 days lie between


@pytest.mark.parametrize(("regular", "proposed"), [(5, None), (6, (0, 2))])
def test_the_first_weight_of_the_jefferson_curl_needs_the_gate(
    curl: Exercise, regular: int, proposed: tuple[float, float] | None
) -> None:
    proposal = propose_load(curl, looked_at(weeks(regular, exercise="jefferson-curl", kg=0), owned=(1, 1.5, 2, 3)))
    assert step(proposal) == proposed
    if proposal is not None:
        assert proposal.reason == "6 of your last 8 whole weeks were regular, and you did it on 18 days in them."


@pytest.mark.parametrize(
    ("accepted", "today", "proposed"),
    [
        (date(2026, 10, 28), date(2026, 11, 26), None),  # 29 days
        (date(2026, 10, 27), date(2026, 11, 26), (2, 3)),  # 30
        (date(2026, 12, 17), date(2027, 1, 15), None),  # 29, over the end of the year
        (date(2026, 12, 16), date(2027, 1, 15), (2, 3)),
        (date(2024, 1, 31), date(2024, 2, 29), None),  # 29, to the leap day
        (date(2024, 1, 31), date(2024, 3, 1), (2, 3)),
    ],
)
def test_then_thirty_days_lie_between_the_steps(
    curl: Exercise, accepted: date, today: date, proposed: tuple[float, float] | None
) -> None:
    sessions = [a_day(today - 3 * DAY, "jefferson-curl", 2)]
    evidence = looked_at(sessions, chose("jefferson-curl", Amount.LOAD, 2, accepted), today=today)
    assert step(propose_load(curl, evidence)) == proposed


@pytest.mark.parametrize(("kg", "owned", "proposed"), [
    (6, (8,), (6, 8)), (7, (8,), (7, 8)), (8, (9, 10), None), (7.5, (8, 8.5, 9), None), (2, (2.5,), None),
])  # fmt: skip
def test_the_jefferson_curl_ends_at_eight_kilograms(
    curl: Exercise, kg: float, owned: tuple[float, ...], proposed: tuple[float, float] | None
) -> None:
    accepted = chose("jefferson-curl", Amount.LOAD, kg, TODAY - 40 * DAY)
    evidence = looked_at([a_day(TODAY - DAY, "jefferson-curl", kg)], accepted, owned=owned)
    assert step(propose_load(curl, evidence)) == proposed


# What is owned


def test_only_a_weight_that_is_owned_is_proposed(bend: Exercise) -> None:
    assert step(propose_load(bend, looked_at(weeks(6), owned=(4, 6)))) == (2, 4)
    for owned in ((), (2,), (2, 5)):  # 5 kg would be more than one step
        evidence = looked_at(weeks(6), owned=owned)
        assert propose_load(bend, evidence) is None
        assert wants_weight(bend, evidence)
    assert not wants_weight(bend, looked_at(weeks(5), owned=()))


@pytest.mark.parametrize(("present", "up", "down"), [
    (0, 2, None), (2, 3, 0), (2.5, 4, 2), (3, 4, 2), (4, 6, 3), (8, 10, 6), (10, None, 8),
])  # fmt: skip
def test_the_neighbours_of_a_weight_among_those_owned(
    bend: Exercise, present: float, up: float | None, down: float | None
) -> None:
    assert heavier(bend, present, OWNED) == up
    assert lighter(bend, present, OWNED) == down


# After a break


@pytest.mark.parametrize(("days", "proposed"), [(27, None), (28, (6, 4)), (29, (6, 4))])
def test_after_28_days_off_the_lower_load_is_proposed(
    bend: Exercise, days: int, proposed: tuple[float, float] | None
) -> None:
    accepted = chose("side-bend", Amount.LOAD, 6, TODAY - 60 * DAY)
    proposal = propose_load(bend, looked_at([a_day(TODAY - days * DAY, kg=6)], accepted))
    assert step(proposal) == proposed
    if proposal is not None:
        assert f"for {days} days" in proposal.reason


def test_a_break_without_any_session_that_is_known_counts_from_the_choice(bend: Exercise) -> None:
    accepted = chose("side-bend", Amount.LOAD, 4, TODAY - 200 * DAY)
    assert step(propose_load(bend, looked_at([], accepted, owned=()))) == (4, 0)
    lowered = chose("side-bend", Amount.LOAD, 3, TODAY)
    assert propose_load(bend, looked_at([], lowered)) is None


def test_the_load_to_begin_with_is_not_lowered(bend: Exercise, curl: Exercise) -> None:
    assert propose_load(bend, looked_at([a_day(TODAY - 40 * DAY)])) is None
    assert propose_load(bend, looked_at([])) is None
    two = chose("jefferson-curl", Amount.LOAD, 2, TODAY - 60 * DAY)
    assert step(propose_load(curl, looked_at([], two))) == (2, 0)


def test_after_lowering_the_gate_of_the_first_weight_is_met_anew(curl: Exercise) -> None:
    lowered = chose("jefferson-curl", Amount.LOAD, 0, LAST_MONDAY - 2 * WEEK)
    sessions = weeks(8, exercise="jefferson-curl", kg=0)
    assert propose_load(curl, looked_at(sessions, lowered)) is None


# The present load


def test_the_present_load_is_the_accepted_one_or_a_heavier_one_really_done_lately(bend: Exercise) -> None:
    assert present_load(bend, looked_at([])).kg == 2
    accepted = chose("side-bend", Amount.LOAD, 4, TODAY - 10 * DAY)
    assert present_load(bend, looked_at([a_day(TODAY - 12 * DAY, kg=8)], accepted)).kg == 4  # before it was chosen
    by_hand = present_load(bend, looked_at([a_day(TODAY - 5 * DAY, kg=6), a_day(TODAY - 2 * DAY, kg=6)], accepted))
    assert (by_hand.kg, by_hand.since) == (6, TODAY - 5 * DAY)
    assert present_load(bend, looked_at([a_day(TODAY - 28 * DAY, kg=6)])).kg == 2
    assert present_load(bend, looked_at([a_day(TODAY - 27 * DAY, kg=6)])).kg == 6


def test_what_takes_no_load_or_no_more_than_it_has_is_never_loaded(catalogue: Catalogue) -> None:
    for exercise in ("chair-twist", "straddle-bends"):
        evidence = looked_at(weeks(8, exercise=exercise, kg=2.5))
        assert propose_load(catalogue.exercise(exercise), evidence) is None
        assert not wants_weight(catalogue.exercise(exercise), evidence)


def test_a_long_time_apart_is_no_matter_of_hours(curl: Exercise) -> None:
    """30 days are counted by the calendar: at any hour of the thirtieth day."""
    accepted = Choice("jefferson-curl", Amount.LOAD, 2, looked_at([]).now - timedelta(days=30) + timedelta(hours=3))
    evidence = looked_at([a_day(TODAY - DAY, "jefferson-curl", 2)], accepted)
    assert step(propose_load(curl, evidence)) == (2, 3)

"""Filling a range, and easing after discomfort."""

from dataclasses import replace

import pytest

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.choices import Amount, by_exercise
from app.domain.plan import Proposal, ProposalKind
from app.domain.plan.doses import propose_easier, propose_step
from app.domain.preferences import Preferences
from app.domain.training.sessions import Session
from app.paths import resources_dir
from tests.domain.plan.histories import DAY, TODAY, a_day, chose, seen, with_stop

Told = list[tuple[int, int | None]]  # reps and the answer of each session, oldest first


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return load_catalogue(resources_dir())


def extensions(*told: tuple[int, int | None]) -> list[Session]:
    return [
        a_day(TODAY - 2 * (len(told) - number) * DAY, "back-extension", None, reps, discomfort=answer, sets=3)
        for number, (reps, answer) in enumerate(told)
    ]


def twists(*told: tuple[float, int | None]) -> list[Session]:
    return [
        a_day(TODAY - 2 * (len(told) - number) * DAY, "chair-twist", None, None, hold_s, discomfort=answer, sets=2)
        for number, (hold_s, answer) in enumerate(told)
    ]


def step(proposal: Proposal | None) -> tuple[float, float] | None:
    return None if proposal is None else (proposal.before, proposal.after)


# Filling a range


@pytest.mark.parametrize(
    ("told", "proposed"),
    [
        ([(15, 0), (15, 3)], None),  # two sessions
        ([(15, 0), (15, 3), (15, 1)], (15, 20)),
        ([(17, 0), (20, 0), (16, 0)], (15, 20)),  # more than asked fills it too
        ([(15, 0), (15, 4), (15, 1)], None),  # 4 breaks the run
        ([(15, 0), (15, 0), (15, 4)], None),
        ([(15, 9), (15, 0), (15, 0), (15, 0)], (15, 20)),  # only the last three count
        ([(15, 0), (14, 0), (15, 0)], None),  # not filled breaks it
        ([(15, 0), (15, None), (15, 0), (15, 0)], (15, 20)),  # unanswered does not break
        ([(15, 0), (15, None), (15, 0)], None),  # nor does it count
        ([(15, None), (15, None), (15, None)], None),
        ([(15, 0), (9, None), (15, 0), (15, 0)], (15, 20)),  # nor does it break where it was short
    ],
)
def test_three_sessions_running_that_are_answered_and_without_discomfort_fill_the_range(
    catalogue: Catalogue, told: Told, proposed: tuple[float, float] | None
) -> None:
    proposal = propose_step(catalogue.exercise("back-extension"), seen(extensions(*told)))
    assert step(proposal) == proposed
    if proposal is not None:
        assert (proposal.kind, proposal.amount) == (ProposalKind.REPS, Amount.REPS)
        assert proposal.reason == "You did 15 reps in three sessions running, with a discomfort of 3 or less."
        assert "15–30" in proposal.source


def test_one_set_that_falls_short_is_a_session_that_falls_short(catalogue: Catalogue) -> None:
    sessions = extensions((15, 0), (15, 0), (15, 0))
    short = replace(sessions[1].sets[0], reps=14)
    sessions[1] = replace(sessions[1], sets=(short, *sessions[1].sets[1:]))
    assert propose_step(catalogue.exercise("back-extension"), seen(sessions)) is None


def test_a_sharp_pain_breaks_the_run(catalogue: Catalogue) -> None:
    first, second, third = extensions((15, 0), (15, 0), (15, 0))
    sessions = [first, with_stop(second, "back-extension"), third]
    assert propose_step(catalogue.exercise("back-extension"), seen(sessions)) is None


@pytest.mark.parametrize(("now", "proposed"), [(20, (20, 25)), (25, (25, 30)), (28, (28, 30)), (30, None)])
def test_the_steps_go_on_from_what_was_accepted_to_the_top(
    catalogue: Catalogue, now: int, proposed: tuple[float, float] | None
) -> None:
    chosen = by_exercise([chose("back-extension", Amount.REPS, now, TODAY - 20 * DAY)])
    evidence = seen(extensions((now, 0), (now, 0), (now, 0)), chosen=chosen)
    assert step(propose_step(catalogue.exercise("back-extension"), evidence)) == proposed


def test_sessions_from_before_the_last_step_do_not_count_again(catalogue: Catalogue) -> None:
    chosen = by_exercise([chose("back-extension", Amount.REPS, 20, TODAY - DAY)])
    evidence = seen(extensions((20, 0), (20, 0), (20, 0)), chosen=chosen)
    assert propose_step(catalogue.exercise("back-extension"), evidence) is None


@pytest.mark.parametrize(
    ("told", "proposed"),
    [([(10.0, 0), (9.8, 0), (10.0, 0)], (10, 15)), ([(10.0, 0), (9.4, 0), (10.0, 0)], None)],
)
def test_holds_grow_by_five_seconds(
    catalogue: Catalogue, told: list[tuple[float, int | None]], proposed: tuple[float, float] | None
) -> None:
    proposal = propose_step(catalogue.exercise("chair-twist"), seen(twists(*told)))
    assert step(proposal) == proposed
    assert proposal is None or (proposal.kind, proposal.amount) == (ProposalKind.HOLD, Amount.HOLD)


def test_a_dose_that_is_no_range_has_no_steps(catalogue: Catalogue) -> None:
    sessions = [a_day(TODAY - number * DAY, "side-bend", 2, 5, discomfort=0) for number in range(1, 5)]
    assert propose_step(catalogue.exercise("side-bend"), seen(sessions)) is None


# Easing


@pytest.mark.parametrize(("answers", "eased"), [
    ([3], False), ([4], True), ([10], True), ([None], False), ([4, 3], False), ([4, None], True), ([0, 5], True),
])  # fmt: skip
def test_a_discomfort_of_four_or_more_proposes_less_next_time(
    catalogue: Catalogue, answers: list[int | None], eased: bool
) -> None:
    evidence = seen(extensions(*((15, answer) for answer in answers)))
    proposal = propose_easier(catalogue.exercise("back-extension"), evidence)
    assert step(proposal) == ((3, 2) if eased else None)
    if proposal is not None:
        assert (proposal.kind, proposal.amount) == (ProposalKind.EASE, Amount.SETS)
        assert proposal.reason == f"You gave it a discomfort of {max(a for a in answers if a)} last time."


def test_a_sharp_pain_eases_even_without_an_answer(catalogue: Catalogue) -> None:
    (session,) = extensions((15, None))
    proposal = propose_easier(catalogue.exercise("back-extension"), seen([with_stop(session, "back-extension")]))
    assert step(proposal) == (3, 2)
    assert proposal is not None
    assert proposal.reason == "A sharp pain ended it last time."


def test_an_exercise_that_was_stopped_before_its_first_set_is_eased_from_its_usual_dose(catalogue: Catalogue) -> None:
    session = with_stop(a_day(TODAY - DAY, "other"), "reverse-crunch")
    assert step(propose_easier(catalogue.exercise("reverse-crunch"), seen([session]))) == (3, 2)


def test_within_its_range_a_dose_goes_one_step_back_first(catalogue: Catalogue) -> None:
    chosen = by_exercise([chose("back-extension", Amount.REPS, 25, TODAY - 20 * DAY)])
    proposal = propose_easier(catalogue.exercise("back-extension"), seen(extensions((25, 5)), chosen=chosen))
    assert proposal is not None
    assert (proposal.amount, *(step(proposal) or ())) == (Amount.REPS, 25, 20)


@pytest.mark.parametrize(("kg", "owned", "eased"), [
    (6, (2, 4, 6), (6, 4)), (2, (2,), (2, 0)), (6, (), (6, 0)),
])  # fmt: skip
def test_the_weight_is_the_first_to_go_down(
    catalogue: Catalogue, kg: float, owned: tuple[float, ...], eased: tuple[float, float]
) -> None:
    evidence = seen([a_day(TODAY - DAY, kg=kg, discomfort=6)], preferences=Preferences(weights_kg=owned))
    proposal = propose_easier(catalogue.exercise("side-bend"), evidence)
    assert step(proposal) == eased
    assert proposal is not None
    assert proposal.amount is Amount.LOAD


def test_below_its_range_a_dose_shrinks_by_a_quarter(catalogue: Catalogue) -> None:
    sessions = [a_day(TODAY - DAY, "side-bend", 0, 5, discomfort=4)]
    assert step(propose_easier(catalogue.exercise("side-bend"), seen(sessions))) == (5, 3)
    one = [a_day(TODAY - DAY, "side-bend", 0, 1, discomfort=4)]
    assert propose_easier(catalogue.exercise("side-bend"), seen(one)) is None


def test_a_stored_set_of_both_ways_and_one_of_all_bends_are_counted_as_the_dose_counts(catalogue: Catalogue) -> None:
    bridge = [a_day(TODAY - DAY, "thoracic-bridge", None, 10, discomfort=4)]
    assert step(propose_easier(catalogue.exercise("thoracic-bridge"), seen(bridge))) == (5, 3)
    series = [a_day(TODAY - DAY, "straddle-bends", 0, None, 60.0, discomfort=4)]
    assert step(propose_easier(catalogue.exercise("straddle-bends"), seen(series))) == (10, 7)


def test_what_was_decided_since_is_an_answer_already(catalogue: Catalogue) -> None:
    eased = by_exercise([chose("back-extension", Amount.SETS, 2, TODAY)])
    assert propose_easier(catalogue.exercise("back-extension"), seen(extensions((15, 7)), chosen=eased)) is None
    opened = by_exercise([chose("back-extension", Amount.OPENED, 1, TODAY)])
    assert propose_easier(catalogue.exercise("back-extension"), seen(extensions((15, 7)), chosen=opened))

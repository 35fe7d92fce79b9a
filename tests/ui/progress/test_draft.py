"""What stands in the way of keeping a reading, and where it is said."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.exercise import Side
from app.domain.measurement import Measure, Reading
from app.domain.reading_check import LONGEST_NOTE
from app.ui.progress.measuring.draft import Draft, judge
from app.ui.progress.shown import typed
from tests.samples import NOON, a_reading, floor_touch, rotation


def a_draft(
    *trials: str, measure: Measure | None = None, side: Side | None = None, at: datetime = NOON,
    aid: str | None = None, last_aid: str | None = None, typed_in: str = "cm", note: str = "as ever",
    edited: Reading | None = None,
) -> Draft:  # fmt: skip
    return Draft(measure or floor_touch(), side, trials, typed_in, at, aid, last_aid, False, note, edited)


def test_a_good_draft_becomes_a_reading_with_its_trials_in_order() -> None:
    reading = judge(a_draft("4.5", "", "1 in"), NOON, confirmed=False).reading
    assert reading is not None
    assert reading.trials == pytest.approx((4.5, 2.54))
    assert (reading.aid, reading.note, reading.entered_unit) == ("floor", "as ever", "cm")


def test_trials_in_two_units_are_shown_in_the_one_that_was_chosen() -> None:
    reading = judge(a_draft("1 in", "4.5"), NOON, confirmed=False).reading
    assert reading is not None
    assert reading.entered_unit == "cm"
    assert "50.0 cm is unusual" in judge(a_draft("1 in", "50"), NOON, confirmed=False).unusual
    inches = judge(a_draft("1 in", "2 in"), NOON, confirmed=False).reading
    assert inches is not None
    assert inches.entered_unit == "in"


def test_everything_wrong_is_said_at_once_and_in_its_place() -> None:
    verdict = judge(a_draft("abc", "3", "900", at=NOON + timedelta(days=1)), NOON, confirmed=False)
    assert verdict.reading is None
    assert set(verdict.trials) == {0, 2}
    assert "abc" in verdict.trials[0]
    assert "900.0 cm" in verdict.trials[2]
    assert "future" in verdict.moment


def test_no_trial_at_all_is_said_beside_the_first_field() -> None:
    assert judge(a_draft("", " ", ""), NOON, confirmed=False).trials == {
        0: "A reading has one to three values: write at least one."
    }


def test_an_unusual_value_is_asked_about_and_kept_when_confirmed() -> None:
    draft = a_draft("60")
    assert "unusual" in judge(draft, NOON, confirmed=False).unusual
    kept = judge(draft, NOON, confirmed=True).reading
    assert kept is not None
    assert kept.trials == (60,)


def test_a_slip_of_typing_is_asked_about_once() -> None:
    draft = a_draft("4.5", "45", "4")
    assert judge(draft, NOON, confirmed=False).unusual == "45.0 cm is far from the other tries: 4.5 cm · 4.0 cm."
    assert judge(draft, NOON, confirmed=True).reading is not None
    edited = a_reading(4.5, 45, 4)
    assert judge(a_draft("4.5", "45", "4", edited=edited), NOON, confirmed=False).reading is not None


def test_below_zero_without_a_choice_is_the_step() -> None:
    reading = judge(a_draft("-3", last_aid="floor"), NOON, confirmed=False).reading
    assert reading is not None
    assert reading.aid == "step"


def test_below_zero_against_the_choice_is_said_beside_it() -> None:
    assert "below zero" in judge(a_draft("-3", aid="floor"), NOON, confirmed=False).aid


def test_a_number_alone_is_in_the_unit_chosen() -> None:
    reading = judge(a_draft("2", typed_in="in"), NOON, confirmed=False).reading
    assert reading is not None
    assert reading.value == pytest.approx(5.08)
    assert reading.entered_unit == "in"


@given(st.floats(-40, 80), st.sampled_from(["cm", "in"]))
def test_an_edited_trial_whose_text_was_left_alone_keeps_its_value_to_the_last_digit(value: float, unit: str) -> None:
    edited = a_reading(value, entered_unit=unit)
    kept = judge(a_draft(typed(value, unit), "5", typed_in=unit, edited=edited), NOON, confirmed=True).reading
    assert kept is not None
    assert kept.trials[0] == value
    assert kept.entered_unit == unit


def test_an_edited_trial_is_what_was_typed_when_its_text_or_its_unit_was_changed() -> None:
    edited = a_reading(3.3866667, entered_unit="in")
    for text, typed_in, value in (("1.5", "in", 3.81), (typed(3.3866667, "in"), "cm", 1.3333)):
        kept = judge(a_draft(text, typed_in=typed_in, edited=edited), NOON, confirmed=True).reading
        assert kept is not None
        assert kept.trials == pytest.approx((value,))


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [(4.5, "cm", "4.5"), (4.445, "cm", "1.75 in"), (4.445, "in", "1.75"), (3.0, "in", "3 cm"), (4.25, "cm", "4.25"),
     (45.125, "deg", "45.125"), (1 / 3, "cm", "0.3333"), (5.08, "cm", "5.08")],
)  # fmt: skip
def test_a_stored_trial_is_shown_as_it_was_typed_in_the_other_unit_too(value: float, unit: str, shown: str) -> None:
    assert typed(value, unit) == shown


def test_a_note_that_can_not_be_kept_is_said_beside_it_and_nowhere_else() -> None:
    verdict = judge(a_draft("4", note="n" * (LONGEST_NOTE + 1)), NOON, confirmed=False)
    assert str(LONGEST_NOTE) in verdict.note
    assert (verdict.reading, verdict.moment, verdict.trials) == (None, "", {})


@given(st.text(max_size=12), st.text(max_size=12), st.booleans())
def test_whatever_is_typed_becomes_a_reading_or_a_sentence(first: str, second: str, confirmed: bool) -> None:
    draft = a_draft(first, second, measure=rotation(), side=Side.LEFT, typed_in="deg")
    verdict = judge(draft, NOON, confirmed=confirmed)
    said = (*verdict.trials.values(), verdict.moment, verdict.aid, verdict.note, verdict.unusual)
    assert (verdict.reading is None) == any(said)

"""Values as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import units
from app.domain.errors import Refused
from app.domain.measurement import Unit
from app.domain.units import Amount, format_number, format_value, parse_amount

CM, DEG = Unit.CM, Unit.DEG


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("4", Amount(4, "cm")),
        ("4.5", Amount(4.5, "cm")),
        ("4,5", Amount(4.5, "cm")),
        (",5", Amount(0.5, "cm")),
        ("5.", Amount(5, "cm")),
        (" +3 cm ", Amount(3, "cm")),
        ("-3", Amount(-3, "cm")),
        ("−4,5", Amount(-4.5, "cm")),
        ("–3 CM", Amount(-3, "cm")),
        ("-3cm", Amount(-3, "cm")),
        ("1 3/4 in", Amount(1.75 * 2.54, "in")),
        ("-1 3/4 in", Amount(-1.75 * 2.54, "in")),
        ("3/4 in", Amount(0.75 * 2.54, "in")),
        ('1.5"', Amount(1.5 * 2.54, "in")),
        ("2 inches", Amount(5.08, "in")),
    ],
)
def test_a_length_is_understood_in_every_usual_spelling(text: str, amount: Amount) -> None:
    assert parse_amount(text, CM) == amount


@pytest.mark.parametrize("text", ["45", "45°", "45 deg", "45 degrees", "45 º"])
def test_an_angle_is_understood_in_every_usual_spelling(text: str) -> None:
    assert parse_amount(text, DEG) == Amount(45, "deg")


def test_a_number_without_a_unit_is_in_the_unit_it_was_typed_in() -> None:
    assert parse_amount("2", CM, typed_in="in") == Amount(5.08, "in")
    assert parse_amount("2 cm", CM, typed_in="in") == Amount(2, "cm")


@pytest.mark.parametrize(
    "text",
    ["", " ", "-", "abc", "4 5", "4.5.6", "1,000.5", "4kg", "1/0", "1 1/0 in", "1/2/3", "1.5 3/4", "1e5", "nan", "inf",
     "0x10", "1_0", "½", "4\n5", "--3", "9" * 400, "9" * 5000, "1/" + "0" * 5000],
)  # fmt: skip
def test_what_is_not_a_value_is_refused_in_one_short_line(text: str) -> None:
    with pytest.raises(Refused, match="is not a value: write a number such as") as refused:
        parse_amount(text, CM)
    assert "\n" not in str(refused.value)
    assert len(str(refused.value)) < 200


@pytest.mark.parametrize(("text", "unit", "words"), [("45°", CM, "cm or inches"), ("4 cm", DEG, "degrees")])
def test_a_unit_of_another_kind_is_refused_with_the_units_there_are(text: str, unit: Unit, words: str) -> None:
    with pytest.raises(Refused, match=words):
        parse_amount(text, unit)


@given(st.text(), st.sampled_from(Unit), st.sampled_from([None, "cm", "in", "deg"]))
def test_no_text_does_anything_but_give_a_value_or_a_refusal(text: str, unit: Unit, typed_in: str | None) -> None:
    try:
        amount = parse_amount(text, unit, typed_in)
    except Refused:
        return
    assert amount.entered in {"cm", "in", "deg"}


@given(st.from_regex(r"\s*[-+−]?\s*[0-9]{1,30}([ .,/][0-9]{1,30}){0,3}\s*(cm|in|\"|°|deg)?", fullmatch=True))
def test_nothing_that_looks_like_a_value_breaks_the_reading(text: str) -> None:
    for unit in Unit:
        try:
            parse_amount(text, unit)
        except Refused:
            continue


@given(st.floats(-1000, 1000), st.sampled_from(["cm", "in"]))
def test_what_is_shown_is_understood_again(value: float, shown_in: str) -> None:
    text = format_value(value, CM, shown_in)
    again = parse_amount(text, CM)
    assert again.entered == shown_in
    assert format_value(again.value, CM, shown_in) == text
    assert again.value == pytest.approx(value, abs=0.06 if shown_in == "cm" else 0.14)


SPELLINGS = {
    "cm": ("{}", "{} cm", "{}cm", " {}  CM ", "+{}"),
    "in": ("{} in", "{}in", '{}"', "{}″", "{} inches", "{} INCH"),
}


@given(
    st.integers(0, 999), st.integers(0, 99), st.sampled_from([".", ","]), st.sampled_from(["", "-", "−", "–"]),
    st.sampled_from(["cm", "in"]), st.integers(0, 5),
)  # fmt: skip
def test_every_decimal_number_is_the_same_in_every_spelling(
    whole: int, hundredths: int, point: str, sign: str, unit: str, spelling: int
) -> None:
    spellings = SPELLINGS[unit]
    number = f"{whole}{point}{hundredths:02}"
    text = spellings[spelling % len(spellings)].format(sign + number)
    if text.count("+") and sign:
        text = text.replace("+", "")
    size = (whole + hundredths / 100) * (-1 if sign else 1) * (2.54 if unit == "in" else 1)
    assert parse_amount(text, CM).value == pytest.approx(size)
    assert parse_amount(text, CM).entered == unit


@given(st.integers(0, 99), st.integers(1, 63), st.sampled_from([2, 4, 8, 16, 32, 64]), st.booleans())
def test_every_fraction_of_an_inch_is_understood(whole: int, over: int, under: int, negative: bool) -> None:
    fraction = f"{whole} {over}/{under}" if whole else f"{over}/{under}"
    size = (whole + over / under) * 2.54
    for mark in (" in", '"', "in"):
        text = ("-" if negative else "") + fraction + mark
        assert parse_amount(text, CM).value == pytest.approx(-size if negative else size)


@given(st.floats(-180, 180))
def test_an_angle_that_is_shown_is_understood_again(value: float) -> None:
    assert parse_amount(format_value(value, DEG), DEG).value == pytest.approx(value, abs=0.51)


def test_values_are_shown_with_a_true_minus_and_never_a_negative_zero() -> None:
    assert format_value(-3, CM) == "−3.0 cm"
    assert format_value(-0.04, CM) == "0.0 cm"
    assert format_value(2.54, CM, "in") == "1.0 in"
    assert format_value(45, DEG) == "45°"
    assert format_value(40.5, DEG) == "40.5°"
    assert format_number(-0.4, 0) == "0"
    assert str(parse_amount("-0", CM).value) == "0.0"


@pytest.mark.parametrize(
    ("value", "text"), [(5.25, "5.3"), (-5.25, "−5.3"), (0.05, "0.1"), (2.35, "2.4"), (5.2499, "5.2"), (1e39, None)]
)
def test_halves_are_rounded_away_from_zero(value: float, text: str | None) -> None:
    assert format_number(value, 1) == (text or f"{value:.1f}")


def test_a_half_that_inches_made_inexact_is_one_too() -> None:
    assert format_value(0.15 * 2.54, CM, "in") == "0.2 in"


@pytest.mark.parametrize(("shown_in", "text"), [("in", "1.0 Zoll"), ("cm", "2.5 Zentimeter")])
def test_units_are_shown_in_the_persons_language(monkeypatch: pytest.MonkeyPatch, shown_in: str, text: str) -> None:
    german = {"{number} in": "{number} Zoll", "{number} cm": "{number} Zentimeter"}
    monkeypatch.setattr(units, "_", german.__getitem__)
    assert format_value(2.54, CM, shown_in) == text

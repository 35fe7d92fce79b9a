"""record: every way to write a reading, and every reading that is refused."""

from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from app.cli.moments import parse_moment
from app.domain.clock import SystemClock
from app.domain.errors import Refused
from tests.cli.conftest import Limber
from tests.samples import NOON


def the_reading(limber: Limber) -> Any:
    (reading,) = limber("readings", "--json").document["readings"]
    return reading


def test_the_id_is_printed_once_the_reading_can_be_read_back(limber: Limber) -> None:
    ran = limber("record", "floor-touch", "4.5", "4", "5")
    assert ran.code == 0
    assert UUID(ran.out.strip())
    reading = the_reading(limber)
    assert reading["id"] == ran.out.strip()
    assert (reading["measure"], reading["trials"], reading["value"]) == ("floor-touch", [4.5, 4, 5], 4.5)
    assert (reading["side"], reading["unit"], reading["note"]) == (None, "cm", "")


def test_as_json_the_id_is_a_document(limber: Limber) -> None:
    document = limber("record", "floor-touch", "4", "--json").document
    assert document == {"id": the_reading(limber)["id"]}


@pytest.mark.parametrize(
    ("measure", "words", "trials"),
    [
        ("floor-touch", ["-3"], [-3]),
        ("floor-touch", ["-3", "-4,5", "-3cm"], [-3, -4.5, -3]),
        ("floor-touch", ["−3,5 cm"], [-3.5]),
        ("floor-touch", ["-.5"], [-0.5]),
        ("floor-touch", ["4,5", "4.5cm"], [4.5, 4.5]),
        ("floor-touch", ["1 3/4 in"], [4.445]),
        ("floor-touch", ['-1.5"'], [-3.81]),
        ("floor-touch", ["2", "--unit", "in"], [5.08]),
        ("floor-touch", ["--unit", "in", "2", "3 cm"], [5.08, 3]),
        ("floor-touch", ["--note", "before", "-2"], [-2]),
        ("seated-rotation", ["45°", "--side", "left"], [45]),
        ("seated-rotation", ["--side=right", "45", "46 deg"], [45, 46]),
    ],
)
def test_values_are_understood_in_every_spelling(
    limber: Limber, measure: str, words: list[str], trials: list[float]
) -> None:
    assert limber("record", measure, *words).code == 0
    assert the_reading(limber)["trials"] == pytest.approx(trials)


def test_what_may_be_a_slip_is_kept_and_named_beside_the_id(limber: Limber) -> None:
    ran = limber("record", "floor-touch", "4.5", "45", "4")
    assert ran.code == 0
    assert UUID(ran.out.strip())
    assert "45.0 cm is far from the other tries: 4.5 cm · 4.0 cm. It is kept as it is" in ran.err
    assert the_reading(limber)["trials"] == [4.5, 45, 4]
    assert limber("record", "floor-touch", "4.5", "45", "4", "--yes").err == ""


BAD = [
    (["floor-touch", "abc"], "“abc” is not a value: write a number such as 4.5"),
    (["floor-touch", ""], "“” is not a value"),
    (["floor-touch", "nan"], "“nan” is not a value"),
    (["floor-touch", "1e5"], "“1e5” is not a value"),
    (["floor-touch", "9" * 5000], "is not a value"),
    (["floor-touch", "4", "abc", "5"], "“abc” is not a value"),
    (["floor-touch", "900"], "900.0 cm can't be a reading of “Floor touch”: from −40.0 cm to 80.0 cm is possible"),
    (["floor-touch", "4", "900", "--yes"], "900.0 cm can't be"),
    (["floor-touch", "40", "--unit", "in"], "40.0 in can't be a reading of “Floor touch”: from −15.7 in to 31.5 in"),
    (["floor-touch", "-30"], "−30.0 cm is unusual for “Floor touch”: most are from −25.0 cm to 45.0 cm. Add --yes"),
    (["floor-touch", "1", "2", "3", "4"], "has one to three values, not 4"),
    (["floor-touch", "45°"], "“45°” is in degrees, but this is measured in cm or inches"),
    (["seated-rotation", "45cm", "--side", "left"], "is measured in degrees"),
    (["seated-rotation", "45"], "say left or right"),
    (["floor-touch", "4", "--side", "left"], "“Floor touch” has no sides"),
    (["floor-touch", "4", "--aid", "stilts"], "“stilts” is not an aid of “Floor touch”: there are floor, step"),
    (["floor-touch", "-4", "--aid", "floor"], "−4.0 cm is below zero, which only goes with “Standing on a step”"),
    (["pancake", "4", "--aid", "step"], "“Pancake” is taken without an aid"),
    (["floor-tuch", "4"], "There is no test “floor-tuch”. Did you mean “floor-touch”?"),
    (["", "4"], "There is no test “”"),
    (["floor-touch", "4", "--at", "2999-01-01"], "2999-01-01 12:00 is in the future"),
    (["floor-touch", "4", "--at", "0026-01-01"], "is too long ago"),
    (["floor-touch", "4", "--at", "1900-01-01T00:30+02:00"], "1900-01-01 00:30 is too long ago"),
    (["floor-touch", "4", "--note", "x" * 120_000], "The note is 120000 characters long: up to 500 are kept"),
    (["floor-touch", "4", "--data-dir", "~nosuchuser"], "“~nosuchuser” can't be found"),
    (["floor-touch", "4", "--at", "2026-02-30"], "“2026-02-30” is no date or moment: write 2026-11-03 or"),
    (["floor-touch", "4", "--at", "yesterday"], "“yesterday” is no date or moment"),
    (["floor-touch", "4", "--at", ""], "“” is no date or moment"),
    (["floor-touch", "4", "--note", "\udcff"], "The note holds something that is no text"),
    (["floor-touch", "4", "--profile", ""], "“” can't be a profile's name"),
    (["floor-touch", "4", "--profile", "../.."], "“../..” can't be a profile's name"),
]


@pytest.mark.parametrize(("words", "sentence"), BAD)
def test_what_can_not_be_is_refused_in_one_line_and_nothing_is_written(
    limber: Limber, own_data_folder: Path, words: list[str], sentence: str
) -> None:
    assert sentence in limber("record", *words).complaint
    assert list(own_data_folder.iterdir()) == []


@pytest.mark.parametrize(
    "words",
    [
        ["record"],
        ["record", "floor-touch"],
        ["record", "floor-touch", "4", "--side", "middle"],
        ["record", "floor-touch", "4", "--unit", "feet"],
        ["record", "floor-touch", "4", "--warm", "--cold"],
        ["record", "floor-touch", "4", "--fast"],
        ["record", "floor-touch", "4", "--unit"],
    ],
)
def test_wrong_usage_ends_with_2(limber: Limber, own_data_folder: Path, words: list[str]) -> None:
    ran = limber(*words)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("usage: limber")
    assert list(own_data_folder.iterdir()) == []


def test_an_unusual_value_is_kept_when_confirmed(limber: Limber) -> None:
    assert limber("record", "floor-touch", "60", "--yes").code == 0
    assert the_reading(limber)["trials"] == [60]


def test_a_refused_reading_leaves_the_earlier_ones_alone(limber: Limber) -> None:
    limber("record", "floor-touch", "4")
    before = limber("readings", "--json").out
    assert limber("record", "floor-touch", "900").code == 1
    assert limber("readings", "--json").out == before


def test_aid_and_warmth_are_those_of_the_tests_last_reading(limber: Limber) -> None:
    limber("record", "seated-rotation", "45", "--side", "left", "--aid", "by-eye", "--warm", "--at", "2026-01-01")
    limber("record", "seated-rotation", "46", "--side", "right", "--at", "2026-01-02")
    limber("record", "seated-rotation", "46", "--side", "right", "--aid", "phone", "--cold", "--at", "2026-01-03")
    limber("record", "seated-rotation", "46", "--side", "left", "--at", "2026-01-04")
    limber("record", "floor-touch", "4", "--at", "2026-01-05")
    taken = [(each["aid"], each["warm"]) for each in limber("readings", "--json").document["readings"]]
    assert taken == [("by-eye", True), ("by-eye", True), ("phone", False), ("phone", False), ("floor", False)]


def test_a_value_below_the_floor_implies_the_step_whatever_the_last_aid_was(limber: Limber) -> None:
    limber("record", "floor-touch", "1", "--at", "2026-01-01")
    limber("record", "floor-touch", "-1", "--at", "2026-01-02")
    assert [each["aid"] for each in limber("readings", "--json").document["readings"]] == ["floor", "step"]


@pytest.mark.parametrize("note", ["-5", "-5 felt easy", "=SUM(A1)", "Ångström, “quoted”", ""])
def test_a_note_is_kept_as_it_was_typed(limber: Limber, note: str) -> None:
    assert limber("record", "floor-touch", "4", "--note", note).code == 0
    assert the_reading(limber)["note"] == note


def test_a_moment_keeps_its_offset(limber: Limber) -> None:
    limber("record", "floor-touch", "4", "--at", "2026-03-01T07:30:00+05:30")
    assert the_reading(limber)["performed_at"] == "2026-03-01T07:30:00+05:30"


def test_without_a_moment_it_is_now(limber: Limber) -> None:
    limber("record", "floor-touch", "4")
    taken = datetime.fromisoformat(the_reading(limber)["performed_at"])
    assert abs(SystemClock().now() - taken) < timedelta(minutes=1)


def test_a_date_alone_is_noon_and_today_is_now() -> None:
    assert parse_moment("2026-11-22", NOON).isoformat().startswith("2026-11-22T12:00:00")
    assert parse_moment("2026-11-23", NOON) == NOON
    assert parse_moment("2026-11-22T07:30", NOON).isoformat().startswith("2026-11-22T07:30:00")
    assert parse_moment("2026-11-22 07", NOON).isoformat().startswith("2026-11-22T07:00:00")
    assert parse_moment("2026-11-22 07:30+01:00", NOON).isoformat() == "2026-11-22T07:30:00+01:00"


@pytest.mark.parametrize("text", ["0001-01-01T00:00", "9999-12-31T23:59", "12:30", "2026-13-01", "2026-11-22T25:00"])
def test_a_moment_at_the_edge_of_time_is_understood_or_refused(text: str) -> None:
    try:
        assert parse_moment(text, NOON).utcoffset() is not None
    except Refused as refused:
        assert text in str(refused)  # noqa: PT017  # either is right, which one depends on the local time zone


@pytest.mark.parametrize("verb", [["record", "floor-touch", "4"], ["demo"]])
def test_a_data_folder_that_can_not_be_written_is_named(limber: Limber, tmp_path: Path, verb: list[str]) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_text("mine")
    assert str(in_the_way) in limber(*verb, "--data-dir", in_the_way).complaint
    assert in_the_way.read_text() == "mine"

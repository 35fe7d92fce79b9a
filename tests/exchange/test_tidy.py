"""Readings for a spreadsheet."""

import csv
import io

import pytest

from app.domain.exercise import Side
from app.domain.measurement import Unit
from app.exchange.tidy import COLUMNS, harmless, readings_csv, unit_of
from tests.samples import a_reading, floor_touch, rotation

MEASURES = {"floor-touch": floor_touch(), "seated-rotation": rotation()}


def test_each_trial_is_a_row_with_all_that_belongs_to_it() -> None:
    reading = a_reading(45, 46.5, measure="seated-rotation", side=Side.LEFT, aid="phone", entered_unit="deg")
    first, second = csv.DictReader(io.StringIO(readings_csv([reading], MEASURES)))
    assert tuple(first) == COLUMNS
    assert (first["side"], first["trial"], first["value"], first["unit"]) == ("left", "1", "45", "deg")
    assert (second["trial"], second["value"], second["aid"], second["warm"]) == ("2", "46.5", "phone", "false")
    assert second["performed_at"] == "2026-11-23T12:00:00+01:00"


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_text_that_a_spreadsheet_would_calculate_is_quoted(text: str) -> None:
    assert harmless(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "felt easy", "3 = fine", "'quoted"])
def test_other_text_is_left_as_it_is(text: str) -> None:
    assert harmless(text) == text


def test_negative_values_stay_numbers() -> None:
    (row,) = csv.DictReader(io.StringIO(readings_csv([a_reading(-3)], MEASURES)))
    assert float(row["value"]) == -3


def test_the_unit_is_known_even_where_the_measure_is_not() -> None:
    assert unit_of(a_reading(2, entered_unit="in", measure="gone"), MEASURES) is Unit.CM
    assert unit_of(a_reading(2, entered_unit="deg", measure="gone"), MEASURES) is Unit.DEG

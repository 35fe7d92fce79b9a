"""The list of measures and the table of readings."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from pytestqt.modeltest import ModelTester

from app.charts.course import chart_course
from app.domain.catalogue import Catalogue
from app.domain.exercise import Side
from app.domain.measurement import Measure, Reading
from app.ui.look import Look
from app.ui.progress.measure_list import MeasureListModel
from app.ui.progress.readings_model import SORT_ROLE, ReadingsModel
from tests.samples import NOON, a_reading


@pytest.fixture
def measures(catalogue: Catalogue) -> MeasureListModel:
    return MeasureListModel(catalogue.measures.values())


def table_of(look: Look, measure: Measure, readings: Sequence[Reading]) -> ReadingsModel:
    model = ReadingsModel(look)
    model.show_course(chart_course(measure, readings, NOON.date()), NOON.date())
    return model


def words(model: MeasureListModel, measure_id: str) -> str:
    said: str = model.index(model.row_of(measure_id)).data(Qt.ItemDataRole.AccessibleTextRole)
    return said


def cells(model: ReadingsModel, row: int) -> list[str]:
    return [model.index(row, column).data() for column in range(model.columnCount())]


def titles(model: ReadingsModel) -> list[str | Qt.AlignmentFlag | None]:
    return [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]


def test_the_measure_list_is_a_sound_model(measures: MeasureListModel, qtmodeltester: ModelTester) -> None:
    measures.show_readings({"floor-touch": [a_reading(1)]}, NOON.date())
    qtmodeltester.check(measures)


def test_the_usual_measures_come_before_those_offered(measures: MeasureListModel) -> None:
    usual = [measures.measure(row).default for row in range(measures.rowCount())]
    assert usual == sorted(usual, reverse=True)
    assert True in usual
    assert False in usual
    assert measures.measure(0).id == "floor-touch"


def test_a_row_says_the_latest_value_and_its_day(measures: MeasureListModel) -> None:
    readings = [a_reading(9, at=NOON - timedelta(days=20)), a_reading(-1, -1.5, -2, at=NOON)]
    measures.show_readings({"floor-touch": readings}, NOON.date())
    assert words(measures, "floor-touch") == "Floor touch, −1.5 cm, 23 November"


def test_a_row_says_each_side_measured(measures: MeasureListModel) -> None:
    left = a_reading(4, measure="hand-to-knee", side=Side.LEFT)
    right = a_reading(1, measure="hand-to-knee", side=Side.RIGHT)
    measures.show_readings({"hand-to-knee": [left, right]}, NOON.date())
    assert words(measures, "hand-to-knee") == "Hand to knee, Left 4.0 cm, Right 1.0 cm, 23 November"
    measures.show_readings({"hand-to-knee": [right]}, NOON.date())
    assert words(measures, "hand-to-knee") == "Hand to knee, Right 1.0 cm, 23 November"


def test_a_row_without_readings_says_so(measures: MeasureListModel) -> None:
    assert words(measures, "pancake") == "Pancake, not measured yet"


def test_lengths_are_shown_in_inches_after_a_reading_in_inches(measures: MeasureListModel) -> None:
    readings = [a_reading(2.54, at=NOON - timedelta(1)), a_reading(5.08, entered_unit="in")]
    measures.show_readings({"floor-touch": readings}, NOON.date())
    assert words(measures, "floor-touch") == "Floor touch, 2.0 in, 23 November"


def test_the_table_is_a_sound_model(look: Look, catalogue: Catalogue, qtmodeltester: ModelTester) -> None:
    model = table_of(look, catalogue.measure("floor-touch"), [a_reading(1, 2, 3), a_reading(4)])
    qtmodeltester.check(model)


def test_the_table_says_everything_about_a_reading(look: Look, catalogue: Catalogue) -> None:
    at = datetime(2025, 11, 3, 7, 5, tzinfo=timezone(timedelta(hours=1)))
    reading = Reading("a", "floor-touch", None, (-1.0, -2.5, -2.0), "cm", at, "step", warm=True, note="after a rest")
    model = table_of(look, catalogue.measure("floor-touch"), [reading])
    assert titles(model) == ["Date", "Value", "Tries", "How", "Note"]
    assert cells(model, 0) == [
        "3 Nov 2025", "−2.0 cm", "−1.0 · −2.5 · −2.0", "Standing on a step, warm", "after a rest",
    ]  # fmt: skip
    assert model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole) == "2025-11-03 07:05"


def test_a_note_is_shown_letter_for_letter_in_its_tooltip(look: Look, catalogue: Catalogue) -> None:
    note = "<b>stiff</b> & sore, 1 < 2\nafter a rest"
    later = a_reading(2, at=NOON + timedelta(1))
    model = table_of(look, catalogue.measure("floor-touch"), [replace(a_reading(1), note=note), later])
    shown = QTextDocument()
    shown.setHtml(model.index(0, 5).data(Qt.ItemDataRole.ToolTipRole))
    assert shown.toPlainText() == note
    assert not model.index(1, 5).data(Qt.ItemDataRole.ToolTipRole)


def test_the_table_names_the_side_of_a_sided_measure(look: Look, catalogue: Catalogue) -> None:
    readings = [
        a_reading(44, 46, measure="seated-rotation", side=side, aid="phone") for side in (Side.LEFT, Side.RIGHT)
    ]
    model = table_of(look, catalogue.measure("seated-rotation"), readings)
    assert titles(model) == ["Date", "Side", "Value", "Tries", "R − L", "How", "Note"]
    assert cells(model, 1)[1:6] == ["Right", "45°", "44° · 46°", "0°", "Phone banded to a stick, cold"]


def test_the_table_says_the_smoothed_course_and_the_difference_as_the_chart_draws_them(
    look: Look, catalogue: Catalogue
) -> None:
    readings = [
        a_reading(value, measure="hand-to-knee", side=side, at=NOON + timedelta(days))
        for days, left, right in ((0, 4, 2), (21, 3, 5))
        for side, value in ((Side.LEFT, left), (Side.RIGHT, right))
    ]
    model = table_of(look, catalogue.measure("hand-to-knee"), readings)
    assert titles(model)[3:6] == ["Tries", "Course", "R − L"]
    assert [cells(model, row)[4:6] for row in range(4)] == [["4.0", "−2.0"], ["2.0", "−2.0"], ["3.4", "2.0"],
                                                            ["3.9", "2.0"]]  # fmt: skip


def test_values_sort_as_numbers(look: Look, catalogue: Catalogue) -> None:
    model = table_of(look, catalogue.measure("floor-touch"), [a_reading(10), a_reading(-2), a_reading(9)])
    keys = [model.index(row, 1).data(SORT_ROLE) for row in range(3)]
    assert sorted(keys) == [-2, 9, 10]


def test_a_reading_is_found_again_by_its_id(look: Look, catalogue: Catalogue) -> None:
    model = table_of(look, catalogue.measure("floor-touch"), [a_reading(1), a_reading(2, at=NOON + timedelta(1))])
    assert model.row_of(model.reading(1).id) == 1
    assert model.row_of("elsewhere") == -1

"""The report from the window's menu."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.measurement import Reading
from app.store.store import Store
from app.ui import report_saving
from tests.fakes import FakeClock


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_report_is_written_where_the_person_says(
    parent: QWidget,
    store: Store,
    catalogue: Catalogue,
    clock: FakeClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    store.readings.record(Reading("", "floor-touch", None, (4.5,), "cm", clock.now()))
    monkeypatch.setattr(report_saving, "ask_file", lambda _parent: str(tmp_path / "mine"))
    said = report_saving.save_report(parent, store, catalogue, clock)
    assert said == "The report is in mine.pdf"
    assert (tmp_path / "mine.pdf").is_file()


def test_thinking_better_of_it_writes_nothing(
    parent: QWidget, store: Store, catalogue: Catalogue, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.readings.record(Reading("", "floor-touch", None, (4.5,), "cm", clock.now()))
    monkeypatch.setattr(report_saving, "ask_file", lambda _parent: "")
    assert report_saving.save_report(parent, store, catalogue, clock) == ""


def test_nothing_recorded_and_a_folder_that_is_not_there_are_told(
    parent: QWidget, store: Store, catalogue: Catalogue, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "nothing to report" in report_saving.save_report(parent, store, catalogue, clock)
    store.readings.record(Reading("", "floor-touch", None, (4.5,), "cm", clock.now()))
    monkeypatch.setattr(report_saving, "ask_file", lambda _parent: "/nowhere/report.pdf")
    assert "can't be written" in report_saving.save_report(parent, store, catalogue, clock)

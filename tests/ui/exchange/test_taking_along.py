"""Export and import from the menu: told before it is done, done as one step, or not at all."""

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.measurement import Reading
from app.domain.profile import Profile
from app.exchange.by_ending import JSON, ZIP
from app.exchange.json_file import export_json
from app.store.store import Store
from app.ui.exchange import taking_along
from app.ui.exchange.import_dialog import ImportDialog, RefusedDialog
from app.ui.exchange.taking_along import TakingAlong
from app.ui.live import Live
from tests.fakes import FakeClock


@pytest.fixture
def taking(qtbot: QtBot, live: Live, catalogue: Catalogue, clock: FakeClock) -> TakingAlong:
    window = QWidget()
    qtbot.addWidget(window)
    return TakingAlong(live, catalogue, clock, window)


@pytest.fixture
def a_file(tmp_path: Path, clock: FakeClock) -> Path:
    """Two readings of another store."""
    other = Store.open(tmp_path / "other", clock)
    for value in (4.5, 3):
        other.readings.record(Reading("", "floor-touch", None, (value,), "cm", clock.now(), note="<b>bold</b>"))
    export_json(other, tmp_path / "theirs.json")
    other.close()
    return tmp_path / "theirs.json"


def words(dialog: QWidget) -> str:
    return "\n".join(each.text() for each in dialog.findChildren(QLabel))


@pytest.mark.parametrize("ending", [JSON, ZIP])
def test_what_is_in_the_export_is_told_before_a_file_is_named(
    taking: TakingAlong, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    monkeypatch.setattr(taking_along, "ask_where_to", lambda _parent, _ending: str(tmp_path / "mine"))
    dialog = taking.ask_what_to_export()
    assert "what you deleted too" in words(dialog)
    dialog.choices[ending].setChecked(True)
    with qtbot.waitSignal(taking.told) as told:
        dialog.do_button.click()
    assert told.args == [f"Your data is in mine{ending}"]
    assert (tmp_path / f"mine{ending}").is_file()


def test_an_export_that_has_no_place_or_that_nobody_wants_any_more_writes_nothing(
    taking: TakingAlong, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking_along, "ask_where_to", lambda _parent, _ending: "/nowhere/mine.json")
    with qtbot.waitSignal(taking.told) as told:
        taking.ask_what_to_export().accept()
    assert "can't be written" in told.args[0]
    monkeypatch.setattr(taking_along, "ask_where_to", lambda _parent, _ending: "")
    with qtbot.assertNotEmitted(taking.told):
        taking.ask_what_to_export().accept()


def test_a_preview_counts_and_changes_nothing_until_the_person_says_so(
    taking: TakingAlong, qtbot: QtBot, store: Store, a_file: Path
) -> None:
    dialog = taking.preview(a_file)
    assert isinstance(dialog, ImportDialog)
    assert "2 will be added." in words(dialog)
    assert store.find.readings() == []
    with qtbot.waitSignal(taking.said) as said:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert said.args == ["Imported from theirs.json"]
    assert len(store.find.readings()) == 2
    assert store.undo.name == "Import"


def test_leaving_the_preview_changes_nothing(taking: TakingAlong, qtbot: QtBot, store: Store, a_file: Path) -> None:
    qtbot.keyClick(taking.preview(a_file), Qt.Key.Key_Escape)
    assert store.dump()["readings"] == []


def test_what_is_here_already_leaves_nothing_to_do(taking: TakingAlong, a_file: Path) -> None:
    taking.preview(a_file).accept()
    dialog = taking.preview(a_file)
    assert isinstance(dialog, ImportDialog)
    assert "nothing in it that is not here" in words(dialog)
    assert dialog.do_button.isHidden()
    dialog.reject()


def test_every_place_that_can_not_be_taken_is_told_with_its_reason_as_plain_text(
    taking: TakingAlong, store: Store, a_file: Path
) -> None:
    document = json.loads(a_file.read_text())
    for row in document["readings"]:
        row["performed_at"] = "9" + row["performed_at"][1:]
    a_file.write_text(json.dumps(document))
    dialog = taking.preview(a_file)
    assert isinstance(dialog, RefusedDialog)
    assert "readings[0].performed_at" in words(dialog)
    assert "readings[1].performed_at" in words(dialog)
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in dialog.findChildren(QLabel))
    dialog.reject()
    assert store.find.readings() == []


def test_a_file_of_another_kind_is_refused_in_a_sentence(taking: TakingAlong, tmp_path: Path) -> None:
    dialog = taking.preview(tmp_path / "notes.txt")
    assert isinstance(dialog, RefusedDialog)
    assert "must end in .json" in words(dialog)
    dialog.reject()


def test_no_file_chosen_no_question(taking: TakingAlong, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking_along, "ask_where_from", lambda _parent: "")
    assert taking.ask_what_to_import() is None


def test_the_file_of_somebody_else_is_told_and_does_not_rename_anybody(
    taking: TakingAlong, store: Store, clock: FakeClock, tmp_path: Path
) -> None:
    other = Store.open(tmp_path / "other", clock)
    other.profile.save(Profile("<b>Ben</b>"))
    export_json(other, tmp_path / "ben.json")
    other.close()
    store.profile.save(Profile("Anna"))
    dialog = taking.preview(tmp_path / "ben.json")
    assert "This file is <b>Ben</b>'s, not yours." in words(dialog)
    dialog.accept()
    assert store.find.profile() == Profile("Anna")

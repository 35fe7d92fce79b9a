"""Exercises and routines from a file: a tick for each, every reason, one step to undo."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.paths import resources_dir
from app.store.store import Store
from app.ui.exchange.import_dialog import RefusedDialog
from app.ui.exchange.item_import_dialog import ItemImportDialog
from app.ui.exchange.offers_model import NAME, NOTES, VERDICT, OffersModel
from app.ui.exchange.taking_along import TakingAlong
from app.ui.live import Live
from tests.fakes import FakeClock

STRETCH: dict[str, Any] = {
    "id": "Cat_Stretch", "name": "Cat Stretch", "level": "beginner", "equipment": "body only",
    "primaryMuscles": ["lower back"], "secondaryMuscles": [], "instructions": ["Kneel.", "Hold it for 15 seconds."],
    "category": "stretching", "images": [],
}  # fmt: skip
PLANK = {**STRETCH, "id": "Plank", "name": "Plank"}
BROKEN = {**STRETCH, "id": "../x", "name": "<b>Broken</b>"}


@pytest.fixture
def taking(qtbot: QtBot, live: Live, catalogue: Catalogue, clock: FakeClock) -> TakingAlong:
    window = QWidget()
    window.resize(1280, 800)
    qtbot.addWidget(window)
    return TakingAlong(live, catalogue, clock, window)


@pytest.fixture
def dialog(taking: TakingAlong, tmp_path: Path) -> ItemImportDialog:
    return preview(taking, tmp_path, [STRETCH, BROKEN, PLANK])


def preview(taking: TakingAlong, folder: Path, content: object) -> ItemImportDialog:
    path = folder / "theirs.json"
    path.write_text(json.dumps(content))
    dialog = taking.preview(path)
    assert isinstance(dialog, ItemImportDialog)
    return dialog


def names(store: Store) -> list[str]:
    return [item.document["name"] for item in store.find.own_exercises()]


def words(dialog: QWidget) -> str:
    return "\n".join(each.text() for each in dialog.findChildren(QLabel))


def test_everything_in_the_file_is_listed_and_what_can_not_come_is_first(dialog: ItemImportDialog) -> None:
    model = dialog.model
    rows = [[model.index(row, column).data() for column in range(NOTES + 1)] for row in range(model.rowCount())]
    assert [row[NAME] for row in rows] == ["<b>Broken</b>", "Cat Stretch", "Plank"]
    assert [row[VERDICT] for row in rows] == ["can't come", "new", "new"]
    assert rows[0][NOTES].startswith("“id” must be letters, digits,")
    assert rows[1][NOTES].startswith("Dose: 2 × 15 s, going by its own words")
    assert "2 are new, 1 can't come." in words(dialog)
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in dialog.findChildren(QLabel))
    dialog.reject()


def test_what_is_ticked_comes_as_one_step_to_undo(
    dialog: ItemImportDialog, taking: TakingAlong, qtbot: QtBot, store: Store
) -> None:
    assert dialog.do_button.text() == "Bring in 2"
    with qtbot.waitSignal(taking.said) as said:
        dialog.do_button.click()
    assert said.args == ["Brought in 2 from theirs.json"]
    assert names(store) == ["Cat Stretch", "Plank"]
    store.undo.undo()
    assert names(store) == []


def test_space_takes_a_row_or_leaves_it(dialog: ItemImportDialog, qtbot: QtBot, store: Store) -> None:
    table = dialog.table
    for _step in range(2):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert dialog.do_button.text() == "Bring in 1"
    dialog.do_button.click()
    assert names(store) == ["Cat Stretch"]


def test_what_can_not_come_can_not_be_ticked(dialog: ItemImportDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog.table, Qt.Key.Key_Space)
    first = dialog.model.index(0, NAME)
    assert first.data(Qt.ItemDataRole.CheckStateRole) is None
    assert not dialog.model.flags(first) & Qt.ItemFlag.ItemIsUserCheckable
    assert dialog.do_button.text() == "Bring in 2"
    dialog.reject()


def test_what_the_line_tells_whole_is_not_told_again_below(taking: TakingAlong, tmp_path: Path) -> None:
    starter = tmp_path / "starter.toml"
    starter.write_bytes((resources_dir() / "routines" / "starter.toml").read_bytes())
    dialog = taking.preview(starter)
    assert isinstance(dialog, ItemImportDialog)
    assert dialog.model.index(0, NOTES).data() == "It is one of Limber's own."
    dialog.table.setColumnWidth(NOTES, 600)
    assert dialog.notes.text() == ""
    dialog.table.horizontalHeader().setStretchLastSection(False)
    dialog.table.setColumnWidth(NOTES, 60)
    assert dialog.notes.text() == "It is one of Limber's own."
    dialog.reject()


def test_none_leaves_nothing_to_do_and_all_brings_it_back(dialog: ItemImportDialog) -> None:
    dialog.model.choose_all(wanted=False)
    assert not dialog.do_button.isEnabled()
    dialog.model.choose_all(wanted=True)
    assert dialog.do_button.text() == "Bring in 2"
    dialog.reject()


def test_the_whole_reason_is_told_below_the_table_where_its_line_cuts_it(
    dialog: ItemImportDialog, qtbot: QtBot
) -> None:
    assert dialog.notes.text() == ""  # its line has room for all of it
    dialog.resize(600, dialog.height())
    assert dialog.notes.text().startswith("“id” must be")
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    assert dialog.notes.text().startswith("Dose: ")
    dialog.reject()


def test_leaving_brings_nothing(dialog: ItemImportDialog, qtbot: QtBot, store: Store) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert names(store) == []


def test_a_routine_whose_exercise_is_left_out_says_so_and_can_not_come(taking: TakingAlong, tmp_path: Path) -> None:
    exercise = {
        "id": "own-curl", "name": "Curl", "source": "own", "level": "easy", "sides": "none", "setup_s": 10,
        "switch_s": 0, "rest_s": 0, "dose": {"kind": "reps", "sets": 1, "reps": 5},
        "tempo": [{"kind": "move", "seconds": 3, "cue": "Go"}],
    }  # fmt: skip
    steps = [{"exercise": "own-curl"}, {"exercise": "chair-twist"}]
    routine = {"id": "own-mine", "name": "Mine", "source": "own", "voice": True, "steps": steps}
    dialog = preview(taking, tmp_path, {"exercises": [exercise], "routines": [routine]})
    dialog.model.toggle(0)
    assert dialog.problem.text() == "In “Mine”, “steps[1].exercise” names no exercise: “own-curl”."
    assert not dialog.do_button.isEnabled()
    dialog.model.toggle(0)
    assert dialog.do_button.isEnabled()
    dialog.reject()


def test_a_file_with_nothing_to_take_can_only_be_closed(taking: TakingAlong, tmp_path: Path) -> None:
    dialog = preview(taking, tmp_path, [BROKEN])
    assert dialog.do_button.isHidden()
    dialog.reject()


def test_a_file_that_can_not_be_read_says_why(taking: TakingAlong, tmp_path: Path) -> None:
    (tmp_path / "flow.toml").write_text("[[routines]")
    dialog = taking.preview(tmp_path / "flow.toml")
    assert isinstance(dialog, RefusedDialog)
    assert "is not TOML" in words(dialog)
    dialog.reject()


def test_the_table_is_a_model_as_qt_expects_one(dialog: ItemImportDialog, qtmodeltester: ModelTester) -> None:
    qtmodeltester.check(dialog.model)
    assert isinstance(dialog.model, OffersModel)
    dialog.reject()

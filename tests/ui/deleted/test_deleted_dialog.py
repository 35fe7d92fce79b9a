"""Recently deleted, from the menu."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.exercise import Side
from app.domain.measurement import Reading
from app.domain.own.exercise_draft import ExerciseDraft, document_of
from app.store.store import Store
from app.ui.deleted.deleted_dialog import DeletedDialog
from app.ui.live import Live
from tests.fakes import FakeClock


@pytest.fixture
def dialog(qtbot: QtBot, live: Live, catalogue: Catalogue, clock: FakeClock, store: Store) -> Iterator[DeletedDialog]:
    session = store.sessions.start("starter", "<i>Starter</i>", clock.now())
    store.sessions.discard(session.ids[0])
    rotation = Reading("", "seated-rotation", Side.LEFT, (40.0,), "deg", clock.now())
    store.readings.delete(store.readings.record(rotation).ids[0])
    for value in (4.5, 3):
        recorded = store.readings.record(Reading("", "floor-touch", None, (value,), "cm", clock.now(), aid="floor"))
        clock.advance(60)
        store.readings.delete(recorded.ids[0])
    made = DeletedDialog(live, catalogue, clock)
    qtbot.addWidget(made)
    made.show()
    yield made
    made.close()


def words(dialog: DeletedDialog) -> list[str]:
    return [each.text() for each in dialog.findChildren(QLabel) if each.isVisibleTo(dialog)]


def test_it_says_what_is_gone_and_since_when_the_latest_first(dialog: DeletedDialog) -> None:
    found = words(dialog)
    assert [each for each in found if "Floor touch" in each] == [
        "Floor touch, 3.0 cm, 2 March", "Floor touch, 4.5 cm, 2 March"]  # fmt: skip
    assert "<i>Starter</i>, 2 March" in found
    assert any("left, 40°" in each for each in found)
    assert found.count("Deleted on 2 March") == 4
    assert all(each.textFormat() is Qt.TextFormat.PlainText for each in dialog.findChildren(QLabel))


def test_enter_restores_the_one_it_is_on_and_the_keyboard_goes_on_to_the_next(
    dialog: DeletedDialog, qtbot: QtBot, store: Store
) -> None:
    with qtbot.waitSignal(dialog.restored) as restored:
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert restored.args == ["Restored: Floor touch, 3.0 cm, 2 March"]
    assert [each.value for each in store.find.readings()] == [3]
    assert len(dialog.buttons) == 3
    for _button in range(3):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert len(store.find.sessions()) == 1
    qtbot.waitUntil(lambda: any("nothing here" in each for each in words(dialog)))


def test_an_undo_behind_it_shows_at_once(dialog: DeletedDialog, live: Live, store: Store) -> None:
    live.do(store.undo.undo)
    assert len(dialog.buttons) == 3


def test_archived_exercises_and_routines_can_be_seen_apart_and_brought_back(
    dialog: DeletedDialog, qtbot: QtBot, live: Live, catalogue: Catalogue, clock: FakeClock, store: Store
) -> None:
    draft = ExerciseDraft(name="Hip hinge")
    saved = store.items.save_exercise(document_of(draft, catalogue.exercises), catalogue)
    store.items.archive(saved.ids[0])
    for _each in range(101):  # more than the list of what was deleted holds
        recorded = store.readings.record(Reading("", "floor-touch", None, (4.5,), "cm", clock.now(), aid="floor"))
        clock.advance(60)
        store.readings.delete(recorded.ids[0])
    apart = DeletedDialog(live, catalogue, clock, archived=True)
    qtbot.addWidget(apart)
    apart.show()
    assert apart.windowTitle() == "Archived"
    assert "Hip hinge" in words(apart)
    assert len(apart.buttons) == 1
    next(iter(apart.buttons.values())).click()
    assert [each.archived for each in store.find.own_exercises()] == [False]
    qtbot.waitUntil(lambda: any("you archive can be brought back" in each for each in words(apart)))
    apart.close()

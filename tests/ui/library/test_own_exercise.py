"""An exercise of one's own: made, copied, changed and archived in the window."""

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from app.bootstrap import show_own_items
from app.domain.catalogue import Catalogue
from app.domain.exercise import Direction
from app.domain.own.exercise_draft import ExerciseDraft, Way
from app.ui.figures import Figures
from app.ui.library.exercise_dialog import ExerciseDialog
from app.ui.library.library_tab import LibraryTab
from app.ui.live import Live
from app.ui.look import Look
from tests.fakes import FakeClock


@pytest.fixture
def held(catalogue: Catalogue) -> Catalogue:
    return catalogue.copy()


@pytest.fixture
def tab(qtbot: QtBot, live: Live, held: Catalogue, look: Look, figures: Figures) -> LibraryTab:
    live.changed.connect(partial(show_own_items, live, held))
    made = LibraryTab(live, held, look, FakeClock(), figures)
    qtbot.addWidget(made)
    made.resize(1280, 736)
    made.show()
    return made


def saved(dialog: ExerciseDialog) -> str:
    ids: list[str] = []
    dialog.saved.connect(ids.append)
    dialog.do_button.click()
    assert ids, dialog.problem.text()
    return ids[0]


def test_a_new_exercise_is_made_and_shown(tab: LibraryTab, held: Catalogue) -> None:
    dialog = tab.edit_exercise(ExerciseDraft())
    dialog.name.setText("Hip hinge")
    dialog.directions[Direction.FLEXION].click()
    dialog.ways.buttons[Way.HOLD].click()
    assert not dialog.amounts["reps"].isVisible()
    assert dialog.amounts["hold_s"].isVisible()
    assert saved(dialog) == "own-hip-hinge"
    assert held.exercise("own-hip-hinge").dose.hold_s is not None
    entry = tab.page.cards.current_entry()
    assert entry is not None
    assert (entry.name, tab.page.detail.change_button.text()) == ("Hip hinge", "Change it")


def test_enter_after_the_name_goes_to_the_next_field(tab: LibraryTab, live: Live, qtbot: QtBot) -> None:
    dialog = tab.edit_exercise(ExerciseDraft())
    qtbot.keyClicks(dialog.name, "Hip hinge")
    qtbot.keyClick(dialog.name, Qt.Key.Key_Return)
    assert dialog.isVisible()
    assert not dialog.name.hasFocus()
    assert live.store.find.own_exercises() == []
    dialog.reject()
    dialog.reject()


def test_a_direction_is_asked_for_once_and_may_be_left_open(tab: LibraryTab, held: Catalogue) -> None:
    dialog = tab.edit_exercise(ExerciseDraft(name="Mine"))
    dialog.do_button.click()
    assert "Choose a direction" in dialog.problem.text()
    own = held.exercise(saved(dialog))
    assert own.directions == ()
    dialog = tab.edit_exercise(ExerciseDraft(id=own.id, name="Mine too"))
    assert saved(dialog) == own.id


def test_a_built_in_one_is_copied_with_its_movement(tab: LibraryTab, held: Catalogue) -> None:
    tab.page.show_item("side-bend")
    tab.page.detail.change_button.click()
    dialog = tab.window().findChild(ExerciseDialog)
    assert dialog is not None
    own = held.exercise(saved(dialog))
    assert (own.name, own.figure, own.steps) == (
        "Dumbbell side bend (my version)", "side-bend", held.exercise("side-bend").steps)  # fmt: skip


def test_what_can_not_be_kept_is_said_and_nothing_is_lost(tab: LibraryTab, live: Live) -> None:
    dialog = tab.edit_exercise(ExerciseDraft())
    dialog.do_button.click()
    assert "needs a name" in dialog.problem.text()
    dialog.name.setText("jefferson CURL")
    dialog.do_button.click()
    assert "already" in dialog.problem.text()
    dialog.amounts["sets"].setText("99")
    dialog.name.setText("Mine")
    dialog.do_button.click()
    assert "from 1 to 20" in dialog.problem.text()
    assert live.store.find.own_exercises() == []
    dialog.reject()
    dialog.reject()


def test_its_picture_is_made_small_and_kept(tab: LibraryTab, live: Live, tmp_path: Path) -> None:
    large = QImage(3000, 2000, QImage.Format.Format_ARGB32)
    large.fill(QColor("#3366cc"))
    large.save(str(tmp_path / "large.png"))
    dialog = tab.edit_exercise(ExerciseDraft(name="Mine", directions=("flexion",)))
    dialog.choose_picture(str(tmp_path / "large.png"))
    own = saved(dialog)
    jpeg = live.store.find.picture(own)
    assert jpeg is not None
    image = QImage.fromData(jpeg)
    assert (image.width(), image.height()) == (1024, 682)


def test_a_file_that_is_no_picture_is_said(tab: LibraryTab, tmp_path: Path) -> None:
    (tmp_path / "words.png").write_text("no picture")
    dialog = tab.edit_exercise(ExerciseDraft(name="Mine"))
    dialog.choose_picture(str(tmp_path / "words.png"))
    assert "can't be read as a picture" in dialog.problem.text()
    dialog.reject()


def test_an_archived_one_goes_from_the_list_and_undo_brings_it_back(tab: LibraryTab, live: Live) -> None:
    own = saved(tab.edit_exercise(ExerciseDraft(name="Mine", directions=("flexion",))))
    tab.page.detail.change_button.click()
    dialog = next(each for each in tab.window().findChildren(ExerciseDialog) if each.isVisible())
    dialog.archive_button.click()
    assert tab.page.model.row_of(own) is None
    live.do(live.store.undo.undo)
    assert tab.page.model.row_of(own) is not None


def test_a_star_makes_a_favourite_by_mouse_and_key(tab: LibraryTab, live: Live, qtbot: QtBot) -> None:
    tab.page.show_item("side-bend")
    tab.page.detail.star_button.click()
    assert live.store.find.favourites() == {"side-bend"}
    tab.page.chips.favourites_chip.click()
    assert tab.page.model.names[0] == "Reverse crunch"
    assert [tab.page.model.index(row).data() for row in tab.page.model.entry_rows()] == ["Dumbbell side bend"]
    tab.page.cards.setFocus()
    tab.activateWindow()
    qtbot.waitUntil(tab.isActiveWindow)
    qtbot.keyClick(tab.page.cards, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert live.store.find.favourites() == set()


def test_what_is_wrong_is_told_below_its_field_while_it_is_typed(tab: LibraryTab, qtbot: QtBot) -> None:
    dialog = tab.edit_exercise(ExerciseDraft(name="Mine"))
    sets, said = dialog.amounts["sets"], dialog.field_problem("sets")
    sets.selectAll()
    qtbot.keyClicks(sets, "99")
    assert said.isVisible()
    assert said.text().startswith("Sets: this must be")
    assert sets.accessibleDescription() == said.text()
    sets.selectAll()
    qtbot.keyClicks(sets, "3")
    assert not said.isVisible()
    dialog.reject()
    dialog.reject()


def test_a_missing_name_is_told_once_asked_to_save(tab: LibraryTab, qtbot: QtBot) -> None:
    dialog = tab.edit_exercise(ExerciseDraft())
    qtbot.keyClicks(dialog.steps, "Stand.")
    assert not dialog.field_problem("name").isVisible()
    dialog.do_button.click()
    assert dialog.field_problem("name").isVisible()
    qtbot.keyClicks(dialog.name, "Mine")
    assert not dialog.field_problem("name").isVisible()
    assert dialog.problem.isHidden()
    dialog.reject()
    dialog.reject()


def test_undo_and_redo_go_through_the_whole_form(tab: LibraryTab, live: Live, qtbot: QtBot) -> None:
    dialog = tab.edit_exercise(ExerciseDraft(name="Mine"))
    begun = dialog.draft
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.steps.setFocus()
    qtbot.keyClicks(dialog.steps, "Stand tall.")
    dialog.ways.buttons[Way.HOLD].click()
    dialog.name.setFocus()
    qtbot.keyClicks(dialog.name, " hold")
    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(dialog.name, Qt.Key.Key_Z, control)
    assert (dialog.draft.name, dialog.draft.way) == ("Mine", Way.HOLD)
    qtbot.keyClick(dialog.name, Qt.Key.Key_Z, control)
    assert (dialog.draft.way, dialog.draft.steps) == (Way.BEAT, "Stand tall.")
    qtbot.keyClick(dialog.steps, Qt.Key.Key_Z, control)
    assert dialog.draft == begun
    qtbot.keyClick(dialog.steps, Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier)
    assert dialog.draft.steps == "Stand tall."
    dialog.undo()
    dialog.reject()  # nothing is changed: nothing is asked
    assert not dialog.isVisible()
    assert live.store.find.own_exercises() == []


def test_leaving_with_changes_is_asked_about_once(tab: LibraryTab, qtbot: QtBot) -> None:
    dialog = tab.edit_exercise(ExerciseDraft())
    qtbot.keyClicks(dialog.name, "Mine")
    dialog.reject()
    assert dialog.isVisible()
    assert "not saved" in dialog.problem.text()
    dialog.reject()
    assert not dialog.isVisible()


def test_the_movements_say_how_many_parts_they_have(tab: LibraryTab) -> None:
    dialog = tab.edit_exercise(ExerciseDraft())
    shown = [dialog.figure.itemText(row) for row in range(dialog.figure.count())]
    assert "Dumbbell side bend: tempo of 4 parts" in shown
    dialog.ways.buttons[Way.SERIES].click()
    assert "Straddle bend series: 6 positions" in [dialog.figure.itemText(row) for row in range(dialog.figure.count())]
    dialog.reject()
    dialog.reject()


def test_what_was_archived_is_asked_for_beside_what_is_new(tab: LibraryTab, qtbot: QtBot) -> None:
    menu = tab.page.more_menu()
    action = next(each for each in menu.actions() if each.text() == "Archived…")
    with qtbot.waitSignal(tab.archived_asked):
        action.trigger()
    menu.deleteLater()

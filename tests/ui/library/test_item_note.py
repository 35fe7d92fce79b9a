"""The note on the page of an exercise or a routine: kept when it is left, and nothing that was typed is lost."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.ui.library.library_page import LibraryPage
from app.ui.live import Live


def write(qtbot: QtBot, page: LibraryPage, text: str) -> None:
    page.note.field.setFocus()
    page.note.field.selectAll()
    qtbot.keyClicks(page.note.field, text)


def test_a_note_is_kept_when_the_field_is_left(qtbot: QtBot, page: LibraryPage, live: Live) -> None:
    page.cards.show_entry("chair-twist")
    write(qtbot, page, "The kitchen chair")
    assert live.store.find.item_note("chair-twist") == ""
    with qtbot.waitSignal(page.note.kept):
        page.cards.setFocus()
    assert live.store.find.item_note("chair-twist") == "The kitchen chair"
    page.cards.show_entry("starter")
    assert page.note.field.toPlainText() == ""
    page.cards.show_entry("chair-twist")
    assert page.note.field.toPlainText() == "The kitchen chair"


def test_undo_takes_it_back_on_the_page(qtbot: QtBot, page: LibraryPage, live: Live) -> None:
    page.cards.show_entry("starter")
    write(qtbot, page, "After work")
    page.cards.setFocus()
    live.do(live.store.undo.undo)
    assert page.note.field.toPlainText() == ""
    assert live.store.find.item_note("starter") == ""


def test_another_card_keeps_the_note_of_the_one_before(qtbot: QtBot, page: LibraryPage, live: Live) -> None:
    page.cards.show_entry("starter")
    write(qtbot, page, "After work")
    page.cards.show_entry("side-bend")  # the field is not left
    assert live.store.find.item_note("starter") == "After work"
    assert live.store.find.item_note("side-bend") == ""
    assert page.note.field.toPlainText() == ""


def test_what_is_being_typed_stays_while_the_page_changes(qtbot: QtBot, page: LibraryPage, live: Live) -> None:
    page.cards.show_entry("starter")
    write(qtbot, page, "After wo")
    live.do(live.store.marks.set_favourite, "starter", True)
    assert page.note.field.hasFocus()
    qtbot.keyClicks(page.note.field, "rk")
    assert page.note.field.toPlainText() == "After work"


def test_a_note_that_is_too_long_is_told_of_at_once_and_stays(page: LibraryPage, live: Live) -> None:
    page.cards.show_entry("starter")
    long = "x" * 2001
    page.note.field.setPlainText(long)
    assert page.note.problem.text() == "The note is 2001 characters long: up to 2000 are kept."
    assert page.note.problem.isVisible()
    page.cards.show_entry("side-bend")
    assert page.note.field.toPlainText() == ""
    assert not page.note.problem.isVisible()
    page.cards.show_entry("starter")
    assert page.note.field.toPlainText() == long
    assert live.store.find.item_note("starter") == ""


def test_leaving_the_library_keeps_the_note(qtbot: QtBot, page: LibraryPage, live: Live) -> None:
    page.cards.show_entry("starter")
    write(qtbot, page, "After work")
    page.hide()
    assert live.store.find.item_note("starter") == "After work"


def test_the_note_is_reached_by_tab_after_the_text(qtbot: QtBot, page: LibraryPage) -> None:
    page.cards.show_entry("starter")
    page.detail.text_area.setFocus()
    qtbot.keyClick(page.detail.text_area, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.note.field

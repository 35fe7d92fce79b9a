"""The window as a whole: tabs, menu, undo, theme, closing."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import get_ready_at_rest
from app.domain.catalogue import Catalogue
from app.domain.measurement import Reading
from app.domain.own.kept_drafts import KEY, read_drafts
from app.store.changes import Changes
from app.store.store import Store, StoreError
from app.ui.exchange.import_dialog import RefusedDialog
from app.ui.figures import Figures
from app.ui.library.card_view import CardView
from app.ui.library.library_tab import LibraryTab
from app.ui.library.movement_panel import MovementPanel
from app.ui.library.search_field import SearchField
from app.ui.live import Live
from app.ui.look import Look
from app.ui.main_window import LIBRARY, PROGRESS, SESSION, MainWindow
from app.ui.quiet import LetSleep, Silence
from app.ui.session.player.session_figure import SessionFigure
from tests.fakes import FakeClock


@pytest.fixture
def window(
    qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, figures: Figures, clock: FakeClock
) -> Iterator[MainWindow]:
    made = MainWindow(live, catalogue, look, clock, figures, Silence(), LetSleep())
    qtbot.addWidget(made)
    made.show()
    yield made
    made.session.put_to_rest()


def a_reading(clock: FakeClock, value: float) -> Reading:
    return Reading("", "floor-touch", None, (value,), "cm", clock.now(), aid="floor")


def test_it_opens_on_the_session_tab_and_builds_the_others_when_first_shown(window: MainWindow, qtbot: QtBot) -> None:
    assert window.tabs.currentIndex() == SESSION
    assert [window.tabs.tabText(index) for index in range(3)] == ["Library", "Session", "Progress"]
    assert not window.is_built(LIBRARY)
    assert not window.is_built(PROGRESS)
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.tabs.currentIndex() == LIBRARY
    qtbot.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.tabs.currentIndex() == PROGRESS
    assert window.is_built(LIBRARY)
    assert window.is_built(PROGRESS)


def test_a_page_gets_ready_while_the_mouse_is_on_its_way_to_the_tab(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.mouseMove(window.tabs, window.tabs.tabRect(SESSION).center())
    assert not window.is_built(LIBRARY)
    qtbot.mouseMove(window.tabs, window.tabs.tabRect(LIBRARY).center())
    assert window.is_built(LIBRARY)
    assert window.tabs.currentIndex() == SESSION
    library = window._page(LIBRARY)
    assert isinstance(library, LibraryTab)
    told = library.page.detail.findChild(MovementPanel)
    assert told is not None
    window.show_page(LIBRARY)
    assert library.page.detail.findChild(MovementPanel) is told  # it is not read once more


def test_the_library_is_there_before_anybody_asks_but_never_beside_a_session(
    window: MainWindow, catalogue: Catalogue
) -> None:
    window.play(catalogue.routine("desk-break"))
    get_ready_at_rest(window)
    assert not window.is_built(LIBRARY)
    assert window.session.conductor is not None
    window.session.conductor.discard()
    get_ready_at_rest(window)
    assert window.is_built(LIBRARY)
    assert window.tabs.currentIndex() == SESSION


def test_a_tabs_key_brings_the_keyboard_to_its_page(window: MainWindow, qtbot: QtBot) -> None:
    def press(key: Qt.Key, *, ctrl: bool = False) -> QWidget | None:
        modifier = Qt.KeyboardModifier.ControlModifier if ctrl else Qt.KeyboardModifier.NoModifier
        qtbot.keyClick(window.focusWidget() or window, key, modifier)
        return window.focusWidget()

    window.activateWindow()
    window.tabs.setFocus()
    search = press(Qt.Key.Key_1, ctrl=True)
    assert isinstance(search, SearchField)
    cards = press(Qt.Key.Key_Down)
    assert isinstance(cards, CardView)
    assert press(Qt.Key.Key_2, ctrl=True) is window.session.today.start_button
    assert press(Qt.Key.Key_1, ctrl=True) is cards


def test_starting_in_the_library_plays_on_the_session_tab(window: MainWindow, catalogue: Catalogue) -> None:
    window.show_page(LIBRARY)
    window.play(catalogue.routine("desk-break"))
    assert window.tabs.currentIndex() == SESSION
    assert window.session.is_playing
    assert window.header.isHidden()


def test_a_draft_is_played_on_the_session_tab_and_stays_in_the_library(window: MainWindow, qtbot: QtBot) -> None:
    tab = window.show_page(LIBRARY)
    assert isinstance(tab, LibraryTab)
    tab.change_routine(window.catalogue.routine("desk-break"))
    tab.builder.steps.choose(1)
    tab.builder.play()
    conductor = window.session.conductor
    assert conductor is not None
    assert (conductor.routine.id, conductor.player.segment.exercise_id) == ("own-desk-break-my-version", "side-bend")
    conductor.discard()
    window.show_page(LIBRARY)
    assert tab.currentWidget() is tab.builder


def test_undo_in_the_builder_is_the_drafts_and_not_the_windows(
    window: MainWindow, live: Live, store: Store, clock: FakeClock, qtbot: QtBot
) -> None:
    live.do(store.readings.record, a_reading(clock, 4))
    tab = window.show_page(LIBRARY)
    assert isinstance(tab, LibraryTab)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    tab.change_routine(window.catalogue.routine("desk-break"))
    tab.builder.steps.setFocus()
    qtbot.keyClick(tab.builder.steps, Qt.Key.Key_Delete)
    assert len(tab.builder.routine.steps) == 1
    qtbot.keyClick(tab.builder.steps, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(tab.builder.routine.steps) == 2
    assert len(store.find.readings()) == 1


def test_what_is_set_aside_can_be_gone_on_with_from_the_word_at_the_top(window: MainWindow, qtbot: QtBot) -> None:
    tab = window.show_page(LIBRARY)
    assert isinstance(tab, LibraryTab)
    tab.make_routine()
    tab.builder.head.name_given.emit("Noon")
    tab.builder.leave()
    assert window.toast.text == "Not saved: “Noon”"
    qtbot.mouseClick(window.toast.action_button, Qt.MouseButton.LeftButton)
    assert tab.currentWidget() is tab.builder
    assert tab.builder.routine.name == "Noon"


def test_closing_keeps_an_unsaved_routine_to_go_on_with(window: MainWindow, store: Store) -> None:
    tab = window.show_page(LIBRARY)
    assert isinstance(tab, LibraryTab)
    tab.make_routine()
    tab.builder.head.name_given.emit("Noon")
    assert window.close()
    (draft,) = read_drafts(store.find.setting(KEY, None))
    assert draft.name == "Noon"


def test_the_menu_names_the_step_that_undo_takes_back(
    window: MainWindow, live: Live, store: Store, clock: FakeClock
) -> None:
    first = window.build_menu().actions()[0]
    assert not first.isEnabled()
    live.do(store.readings.record, a_reading(clock, 4.5))
    first = window.build_menu().actions()[0]
    assert first.isEnabled()
    assert store.undo.name is not None
    assert store.undo.name in first.text()


def test_undo_and_redo_by_keys_say_what_they_did(
    window: MainWindow, qtbot: QtBot, live: Live, store: Store, clock: FakeClock
) -> None:
    live.do(store.readings.record, a_reading(clock, 4.5))
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert store.find.readings() == []
    assert window.toast.isVisible()
    assert window.toast.text.startswith("Undone")
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_Z, both)
    assert [reading.trials for reading in store.find.readings()] == [(4.5,)]


def test_the_theme_chosen_is_worn_and_remembered(window: MainWindow, look: Look, store: Store) -> None:
    window.choose_theme("dark")
    assert look.theme.dark
    assert QApplication.palette().window().color() == look.colour("surface")
    assert store.find.setting("theme", "system") == "dark"


def _pass_time(window: MainWindow, clock: FakeClock, seconds: int) -> None:
    for _step in range(seconds * 2):
        clock.advance(0.5)
        assert window.session.conductor is not None
        window.session.conductor.advance()


def _place(part: QWidget) -> QRect:
    return QRect(part.mapToGlobal(part.rect().topLeft()), part.size())


def test_a_word_during_a_session_takes_room_of_its_own_and_hides_neither_words_nor_figure(
    window: MainWindow, catalogue: Catalogue
) -> None:
    window.play(catalogue.routine("starter"))
    window.toast.say("There is no voice: the speech service is missing. Install it, then open Limber again. " * 2)
    QApplication.processEvents()
    view = window.session.player_view
    for part in (view.words, view.findChild(SessionFigure), view.controls):
        assert part is not None
        assert not _place(part).intersects(_place(window.toast))
    assert window.session.conductor is not None
    window.session.conductor.discard()
    window.toast.say("Discarded")
    assert window.toast.geometry().center().x() > window.width() / 2


def test_a_discarded_session_is_told_and_undone_where_anything_was_stored(
    window: MainWindow, catalogue: Catalogue, store: Store, clock: FakeClock
) -> None:
    for seconds, stored in ((5, 0), (80, 1)):
        window.play(catalogue.routine("desk-break"))
        _pass_time(window, clock, seconds)
        assert len(store.find.sessions()) == stored
        window.session.ask_to_end()
        window.session.end_question.discard_button.click()
        assert (window.toast.text, window.toast.isVisible()) == ("Session discarded", True)
        assert window.toast.action_button.isVisible() is bool(stored)
        assert store.find.sessions() == []
    window.toast.action_button.click()
    assert len(store.find.sessions()) == 1


def test_a_file_that_comes_while_a_session_plays_waits_for_its_end(
    window: MainWindow, catalogue: Catalogue, clock: FakeClock, tmp_path: Path
) -> None:
    window.play(catalogue.routine("desk-break"))
    _pass_time(window, clock, 30)
    for name in ("evening.limber", "morning.limber"):
        window.come_forward(str(tmp_path / name))
        assert window.toast.text == f"{name} is shown when the session has ended."
    assert not window.findChildren(RefusedDialog)
    assert window.session.conductor is not None
    window.session.conductor.finish()
    QApplication.processEvents()
    dialogs = window.findChildren(RefusedDialog)  # there are no such files, and that is said now
    assert len(dialogs) == 2
    assert window.session.currentWidget() is window.session.summary
    for dialog in dialogs:
        dialog.close()
    window.come_forward()
    assert all(dialog.isHidden() for dialog in window.findChildren(RefusedDialog))


def test_closing_while_playing_keeps_what_is_done_and_where_it_was(
    window: MainWindow, catalogue: Catalogue, store: Store, clock: FakeClock
) -> None:
    window.play(catalogue.routine("desk-break"))
    conductor = window.session.conductor
    assert conductor is not None
    for _step in range(80):
        clock.advance(0.5)
        conductor.advance()
    window.close()
    (session,) = store.find.sessions()
    assert session.sets
    checkpoint = store.find.checkpoint()
    assert checkpoint is not None
    assert checkpoint.session_id == session.id


def test_the_window_remembers_its_size(
    window: MainWindow, live: Live, catalogue: Catalogue, look: Look, figures: Figures, clock: FakeClock, qtbot: QtBot
) -> None:
    window.resize(1024, 700)
    window.close()
    again = MainWindow(live, catalogue, look, clock, figures, Silence(), LetSleep())
    qtbot.addWidget(again)
    assert again.height() == 700


def test_what_the_command_line_writes_appears_in_the_open_window(
    window: MainWindow, qtbot: QtBot, store: Store, clock: FakeClock
) -> None:
    other = Store.open(store.path.parent, clock)
    other.readings.record(a_reading(clock, 7))
    other.close()
    qtbot.waitUntil(lambda: "7.0 cm to go" in window.session.today.lock_card.text, timeout=20_000)


@pytest.mark.parametrize("size", [(1024, 640), (1280, 800), (2560, 1440)])
@pytest.mark.parametrize("tab", [LIBRARY, SESSION, PROGRESS])
def test_no_button_is_cut_and_nothing_scrolls_sideways(window: MainWindow, tab: int, size: tuple[int, int]) -> None:
    page = window.show_page(tab)
    window.resize(*size)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    for made in page.findChildren(QPushButton):
        if made.isVisible():
            assert made.width() >= made.minimumSizeHint().width(), made.text()
    for area in page.findChildren(QScrollArea):
        content = area.widget()
        if area.isVisible() and content is not None:
            assert content.minimumSizeHint().width() <= area.viewport().width()


def test_a_store_that_cannot_be_written_is_told_in_the_window(window: MainWindow, live: Live, store: Store) -> None:
    with sqlite3.connect(store.path, isolation_level=None) as other:
        other.execute("BEGIN IMMEDIATE")  # somebody else holds it, and does not let go
        assert live.do(store.settings.set, "theme", "dark") is None
        other.execute("ROLLBACK")
    other.close()
    assert window.toast.isVisible()
    assert window.toast.text


def test_f11_is_full_screen_and_back(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert window.isFullScreen()
    qtbot.keyClick(window, Qt.Key.Key_F11)
    assert not window.isFullScreen()


def test_closing_with_sets_that_could_not_be_stored_asks_once(
    window: MainWindow, catalogue: Catalogue, store: Store, clock: FakeClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_room(*args: object) -> Changes:
        raise StoreError("The disk is full.")

    window.play(catalogue.routine("desk-break"))
    conductor = window.session.conductor
    assert conductor is not None
    with monkeypatch.context() as full:
        full.setattr(store.sessions, "start", no_room)
        while not conductor.done:
            clock.advance(0.5)
            conductor.advance()
        assert not window.close()
    assert window.close()
    assert len(store.find.sessions()) == 1


def test_undo_in_a_toast_never_takes_back_what_somebody_else_recorded(
    window: MainWindow, live: Live, store: Store, clock: FakeClock
) -> None:
    live.do(store.readings.record, a_reading(clock, 4.5))
    page = window.show_page(PROGRESS)
    page.said.emit("Saved: Floor touch, 4.5 cm")  # type: ignore[attr-defined]  # the Progress page's
    other = Store.open(store.path.parent, clock)
    other.readings.record(a_reading(clock, 7))
    other.close()
    window.toast.action_button.click()
    assert sorted(reading.value for reading in store.find.readings()) == [4.5, 7]

"""The first start: one page, two keys to the first countdown, every choice kept."""

import gettext
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

import app.i18n
from app.bootstrap import Opening, greet
from app.domain.catalogue import Catalogue
from app.domain.playing.playhead import PlayerState
from app.domain.preferences import VoiceMode, read_preferences
from app.domain.safety import notes
from app.exchange.by_ending import export_file
from app.i18n import use_language
from app.paths import resources_dir
from app.store.store import Store
from app.ui.exchange.import_dialog import ImportDialog
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.main_window import LIBRARY, SESSION, MainWindow
from app.ui.quiet import LetSleep, Silence
from app.ui.welcome.welcome import Welcome
from tests.fakes import FakeClock

LANGUAGES = resources_dir() / "i18n"


@pytest.fixture
def language(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """English, or the language of the file of words that the test is given."""
    words: Path | None = getattr(request, "param", None)
    if words is not None:
        compiled = tmp_path / words.relative_to(LANGUAGES).with_suffix(".mo")
        compiled.parent.mkdir(parents=True)
        with words.open("rb") as read, compiled.open("wb") as written:
            write_mo(written, read_po(read))
        monkeypatch.setattr(app.i18n, "_translation", gettext.NullTranslations())
        use_language(tmp_path, words.parent.parent.name)
        assert app.i18n.language() == words.parent.parent.name


@pytest.fixture
def window(
    language: None,
    qtbot: QtBot,
    live: Live,
    store: Store,
    catalogue: Catalogue,
    look: Look,
    figures: Figures,
    clock: FakeClock,
) -> Iterator[MainWindow]:
    """Opened as the program opens it on a store that nobody has used."""
    made = MainWindow(live, catalogue, look, clock, figures, Silence(), LetSleep())
    qtbot.addWidget(made)
    greet(made, store, Opening(store.path.parent))
    made.resize(1280, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.session.put_to_rest()


@pytest.fixture
def welcome(window: MainWindow) -> Welcome:
    assert window.session.welcome is not None
    return window.session.welcome


def focused() -> QWidget:
    here = QApplication.focusWidget()
    assert here is not None
    return here


def is_greeted_again(window: MainWindow, store: Store) -> bool:
    greet(window, store, Opening(store.path.parent))
    return window.session.welcome is not None


def test_from_launch_to_the_first_countdown_in_two_keys(qtbot: QtBot, window: MainWindow) -> None:
    for _key in range(2):
        qtbot.keyClick(focused(), Qt.Key.Key_Return)
    conductor = window.session.conductor
    assert conductor is not None
    assert conductor.routine.id == "starter"
    assert conductor.player.state is PlayerState.PLAYING


def test_enter_goes_on_after_a_choice_and_after_a_test_and_keeps_both(
    qtbot: QtBot, window: MainWindow, welcome: Welcome
) -> None:
    bench = list(welcome.equipment.buttons.values())[-1]
    for button in (bench, welcome.test_button):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    chosen = bench.isChecked()
    qtbot.keyClick(focused(), Qt.Key.Key_Return)
    assert welcome.isHidden()
    assert bench.isChecked() is chosen


def test_from_launch_to_the_first_countdown_in_two_clicks(qtbot: QtBot, window: MainWindow, welcome: Welcome) -> None:
    for button in (welcome.begin_button, window.session.today.start_button):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.session.is_playing


@pytest.mark.parametrize(
    "language",
    [None, *sorted(LANGUAGES.glob("*/LC_MESSAGES/limber.po"))],
    ids=lambda words: words.parent.parent.name if words else "en",
    indirect=True,
)
def test_all_of_it_is_in_sight_in_a_window_of_the_usual_size(welcome: Welcome) -> None:
    for control in (welcome.deep_bending, welcome.voice, welcome.begin_button, welcome.import_button):
        assert control.visibleRegion().boundingRect() == control.rect(), control.accessibleName()


def test_everything_about_safety_is_said(welcome: Welcome) -> None:
    said = {label.text() for label in welcome.findChildren(QLabel)}
    for note in notes():
        assert {note.title, *note.sentences} <= said


def test_acknowledged_once_it_does_not_come_again(window: MainWindow, welcome: Welcome, store: Store) -> None:
    welcome.begin_button.click()
    assert window.session.currentWidget() is window.session.today
    assert not is_greeted_again(window, store)


def test_who_comes_from_another_computer_brings_their_data_and_still_reads_about_safety(
    window: MainWindow,
    welcome: Welcome,
    store: Store,
    clock: FakeClock,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    file = tmp_path / "my-back.json"
    with closing(Store.open(tmp_path / "old", clock)) as old:
        old.sessions.start("desk-break", "Desk break", clock.now())
        export_file(old, window.catalogue.every_measure, file)
    monkeypatch.setattr("app.ui.exchange.taking_along.ask_where_from", lambda _parent: str(file))
    welcome.import_button.click()
    (preview,) = window.findChildren(ImportDialog)
    preview.do_button.click()
    assert store.find.count_sessions() == 1
    assert window.session.currentWidget() is welcome


def test_it_can_be_skipped_and_asks_again_at_the_next_start(window: MainWindow, welcome: Welcome, store: Store) -> None:
    welcome.skip_button.click()
    assert window.session.currentWidget() is window.session.today
    assert window.session.today.start_button.hasFocus()
    assert is_greeted_again(window, store)


def test_esc_takes_nothing_away_that_is_to_be_read(qtbot: QtBot, window: MainWindow, welcome: Welcome) -> None:
    qtbot.keyClick(focused(), Qt.Key.Key_Escape)
    assert window.session.currentWidget() is welcome


def test_who_has_trained_before_is_not_greeted(
    window: MainWindow, welcome: Welcome, store: Store, clock: FakeClock
) -> None:
    welcome.skip_button.click()
    store.sessions.start("desk-break", "Desk break", clock.now())
    assert not is_greeted_again(window, store)


def test_a_session_that_goes_on_is_not_held_up(window: MainWindow, welcome: Welcome, store: Store) -> None:
    welcome.skip_button.click()
    greet(window, store, Opening(store.path.parent, going_on=True))
    assert window.session.welcome is None


def test_every_choice_is_kept_at_once(welcome: Welcome, store: Store) -> None:
    for made in (
        welcome.deep_bending,
        welcome.equipment.buttons["bench"],
        welcome.weights.buttons[2.5],
        welcome.target.buttons["5"],
        welcome.unit.buttons["in"],
        welcome.voice,
    ):
        made.click()
    kept = read_preferences(store.find.setting)
    assert kept.leave_out_deep_bending
    assert kept.equipment is not None
    assert "bench" not in kept.equipment
    assert kept.weights_kg == (2.5,)
    assert (kept.weekly_target, kept.length_unit, kept.voice) == (5, "in", VoiceMode.OFF)


def test_what_is_chosen_shapes_the_first_session(window: MainWindow, welcome: Welcome) -> None:
    welcome.equipment.buttons["chair"].click()
    welcome.begin_button.click()
    assert window.session.today.left_out


def test_the_voice_can_be_tried_and_is_silent_afterwards(
    window: MainWindow, welcome: Welcome, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[Any] = []
    announcers = welcome._announcers
    monkeypatch.setattr(announcers, "say", heard.append)
    monkeypatch.setattr(announcers, "release", lambda: heard.append("released"))
    welcome.test_button.click()
    welcome.begin_button.click()
    assert len(heard) == 2
    assert heard[-1] == "released"


def test_the_other_tabs_are_open_and_the_page_waits(window: MainWindow, welcome: Welcome) -> None:
    window.show_page(LIBRARY)
    window.show_page(SESSION)
    assert window.session.currentWidget() is welcome


def test_keys_walk_through_every_control(qtbot: QtBot, welcome: Welcome) -> None:
    seen: set[QWidget] = set()
    while (here := focused()) not in seen:
        seen.add(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    named = (welcome.deep_bending, welcome.voice, welcome.test_button, welcome.skip_button, welcome.import_button)
    chips = (*welcome.equipment.buttons.values(), *welcome.weights.buttons.values())
    assert {*named, *chips} <= seen

"""Another language opens the window anew, and a session that runs goes on where it stands."""

import gettext
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale, Qt
from pytestqt.qtbot import QtBot

import app.i18n
from app.bootstrap import speak
from app.domain.catalogue import Catalogue
from app.store.store import Store
from app.ui.application import Application
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.main_window import MainWindow
from app.ui.quiet import LetSleep, Silence
from app.ui.settings.language_card import LanguageCard
from app.ui.settings.settings_dialog import SettingsDialog
from tests.fakes import FakeClock

OFFERED = {"en": "English", "xx": "Xish"}


@pytest.fixture
def window(
    qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, figures: Figures, clock: FakeClock
) -> Iterator[MainWindow]:
    made = MainWindow(live, catalogue, look, clock, figures, Silence(), LetSleep())
    qtbot.addWidget(made)
    made.show()
    yield made
    made.session.put_to_rest()


def test_it_offers_the_systems_and_every_language_by_its_own_name(qtbot: QtBot, live: Live) -> None:
    card = LanguageCard(live, OFFERED)
    qtbot.addWidget(card)
    assert [card.names.itemText(row) for row in range(card.names.count())] == ["As the system", "English", "Xish"]


def test_it_shows_what_is_kept(qtbot: QtBot, live: Live, store: Store) -> None:
    store.settings.set("language", "xx")
    card = LanguageCard(live, OFFERED)
    qtbot.addWidget(card)
    assert card.names.currentText() == "Xish"


def test_a_choice_closes_the_settings_and_asks_for_it(dialog: SettingsDialog, qtbot: QtBot) -> None:
    names = dialog.language.names
    names.setCurrentIndex(names.findData("en"))
    with qtbot.waitSignal(dialog.anew_asked) as chosen:
        names.activated.emit(names.currentIndex())
    assert chosen.args == ["language", "en"]
    assert not dialog.isVisible()


@pytest.mark.parametrize("playing", [False, True])
def test_the_window_closes_to_open_anew_and_says_whether_a_session_goes_on(
    window: MainWindow, store: Store, catalogue: Catalogue, qtbot: QtBot, playing: bool
) -> None:
    if playing:
        window.play(catalogue.routine("desk-break"))
    with qtbot.waitSignal(window.left_for) as left:
        window.open_anew("language", "xx")
    assert left.args == [store.path.parent, playing]
    assert store.find.setting("language", "") == "xx"
    assert (store.find.checkpoint() is not None) is playing


def test_the_settings_open_over_a_session_that_stands_still(
    window: MainWindow, catalogue: Catalogue, qtbot: QtBot
) -> None:
    window.play(catalogue.routine("desk-break"))
    window.open_settings()
    conductor = window.session.conductor
    assert conductor is not None
    assert conductor.is_paused
    (dialog,) = window.findChildren(SettingsDialog)
    dialog.close()
    assert window.session.is_playing


def test_a_language_written_from_the_right_turns_the_window_round(
    qapp: Application, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app.i18n, "_translation", gettext.NullTranslations())
    locale = QLocale()
    try:
        monkeypatch.setattr("app.bootstrap.use_language", lambda folder, code: None)
        monkeypatch.setattr("app.bootstrap.language", lambda: "he")
        speak(qapp, "he")
        assert qapp.layoutDirection() is Qt.LayoutDirection.RightToLeft
    finally:
        QLocale.setDefault(locale)
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)

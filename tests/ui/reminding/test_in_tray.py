"""With reminders the program goes on in the tray when its window is closed, and quits when it is told to."""

import subprocess
import sys
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.reminders import Reminders, to_json
from app.store.store import Store
from app.ui.application import Application
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.main_window import LIBRARY, SESSION, MainWindow
from app.ui.quiet import LetSleep, Silence
from app.ui.reminding import tray
from app.ui.reminding.reminding import KEY
from tests.fakes import FakeClock
from tests.ui.reminding.test_reminding import FakeTray


@pytest.fixture
def icon(qapp: object, monkeypatch: pytest.MonkeyPatch) -> FakeTray:
    """Where the icon goes: there is no tray on the screen that tests have."""
    made = FakeTray()
    monkeypatch.setattr(tray, "make_tray", lambda look: made)
    return made


@pytest.fixture
def window(
    qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, figures: Figures, clock: FakeClock, icon: FakeTray
) -> Iterator[MainWindow]:
    made = MainWindow(live, catalogue, look, clock, figures, Silence(), LetSleep())
    qtbot.addWidget(made)
    made.show()
    yield made
    made.session.put_to_rest()


def test_without_reminders_closing_closes(window: MainWindow) -> None:
    assert not window.reminds()
    assert window.close()


def test_with_reminders_closing_hides_and_the_icon_brings_it_back(
    window: MainWindow, store: Store, icon: FakeTray
) -> None:
    store.settings.set(KEY, to_json(Reminders(on=True)))
    assert window.reminds()
    assert not window.close()
    assert window.isHidden()
    icon.open_asked.emit()
    assert window.isVisible()
    icon.quit_asked.emit()
    assert window.isHidden()
    assert icon.left


def test_a_tray_that_comes_later_is_found(
    window: MainWindow, store: Store, icon: FakeTray, monkeypatch: pytest.MonkeyPatch
) -> None:
    trays = iter([None, None, icon])
    monkeypatch.setattr(tray, "make_tray", lambda look: next(trays))
    store.settings.set(KEY, to_json(Reminders(on=True)))
    assert not window.reminds()
    assert window.reminds()


def test_who_answers_a_desk_break_finds_it_ready(
    window: MainWindow, store: Store, icon: FakeTray, clock: FakeClock
) -> None:
    store.settings.set(KEY, to_json(Reminders(on=True, times=(), quiet=None, break_min=20)))
    assert window.reminds()
    next_one = window.session.today.routine_name
    icon.open_asked.emit()
    assert window.session.today.routine_name == next_one
    assert window._reminding is not None
    clock.advance(20 * 60)
    window._reminding.look()
    assert icon.said
    window.show_page(LIBRARY)
    icon.answered.emit()
    assert window.tabs.currentIndex() == SESSION
    assert window.session.today.routine_name == "Desk break"


def test_when_the_session_ends_the_window_does_not_stay_in_the_tray(
    qapp: Application, window: MainWindow, store: Store, icon: FakeTray
) -> None:
    store.settings.set(KEY, to_json(Reminders(on=True)))
    assert window.reminds()
    qapp.leaving.connect(window.quit)
    qapp.leaving.emit()
    assert window.isHidden()
    assert icon.left


ENDED = """
from PySide6.QtCore import QEvent
from app.ui.application import Application

application = Application()
application.leaving.connect(lambda: print("leaving"))
application.sendEvent(application, QEvent(QEvent.Type.Quit))
"""


def test_who_ends_the_desktops_session_is_heard() -> None:
    """In a program of its own: once it was told to end, no loop of this one would wait for anything any more."""
    ran = subprocess.run([sys.executable, "-c", ENDED], capture_output=True, text=True, check=True)
    assert ran.stdout.split() == ["leaving"]

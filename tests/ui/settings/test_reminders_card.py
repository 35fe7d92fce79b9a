"""The reminders in the settings: off until they are asked for, and nothing to choose where there is no tray."""

from datetime import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.domain.reminders import Reminders, read_reminders
from app.store.store import Store
from app.ui.live import Live
from app.ui.look import Look
from app.ui.reminding.autostart import Autostart
from app.ui.reminding.reminding import KEY
from app.ui.settings.reminders_card import RemindersCard


@pytest.fixture
def autostart(tmp_path: Path) -> Autostart:
    return Autostart(tmp_path / "autostart", "linux")


@pytest.fixture
def card(qtbot: QtBot, live: Live, look: Look, autostart: Autostart) -> RemindersCard:
    made = RemindersCard(live, look, autostart, tray=True)
    qtbot.addWidget(made)
    made.show()
    return made


def kept(store: Store) -> Reminders:
    return read_reminders(store.find.setting(KEY, None))


def test_it_is_off_until_it_is_asked_for(card: RemindersCard, store: Store) -> None:
    assert not kept(store).on
    assert not card.times.isVisible()
    card.on.click()
    assert kept(store).on
    assert card.times.isVisible()


def test_every_choice_is_kept_at_once(card: RemindersCard, store: Store) -> None:
    card.on.click()
    card.days.chips[6].click()
    card.times.add_button.click()
    card.quiet_to.show_time(time(8, 15))
    card.quiet_to.chosen.emit()
    card.breaks.setCurrentIndex(card.breaks.findData(60))
    card.breaks.activated.emit(card.breaks.currentIndex())
    chosen = Reminders(True, frozenset(range(6)), (time(12), time(18)), (time(22), time(8, 15)), 60)
    assert kept(store) == chosen
    card.quiet.click()
    assert kept(store).quiet is None


def test_a_time_can_be_taken_out_again(card: RemindersCard, store: Store) -> None:
    card.on.click()
    card.times.add_button.click()
    card.times.crosses[0].click()
    assert kept(store).times == (time(12),)


def test_starting_with_the_computer_is_an_entry_of_the_system(card: RemindersCard, autostart: Autostart) -> None:
    card.on.click()
    card.login.click()
    assert autostart.is_on()
    card.login.click()
    assert not autostart.is_on()


def test_without_reminders_nothing_starts_with_the_computer(card: RemindersCard, autostart: Autostart) -> None:
    card.on.click()
    card.login.click()
    card.on.click()
    assert not autostart.is_on()
    card.on.click()
    assert not card.login.isChecked()


def test_an_entry_that_cannot_be_written_is_told(qtbot: QtBot, live: Live, look: Look, tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    made = RemindersCard(live, look, Autostart(tmp_path / "file" / "autostart", "linux"), tray=True)
    qtbot.addWidget(made)
    made.show()
    made.on.click()
    made.login.click()
    assert made.problem.isVisible()
    assert not made.login.isChecked()


def test_without_a_tray_it_says_so_and_what_brings_one(
    qtbot: QtBot, live: Live, look: Look, autostart: Autostart
) -> None:
    made = RemindersCard(live, look, autostart, tray=False)
    qtbot.addWidget(made)
    made.show()
    assert "no icons beside the clock" in made.problem.text()
    assert "gnome-shell-extension-appindicator" in made.problem.text()
    assert not made.on.isVisible()

"""Reminders come through the tray, when they were asked for, and leave no timer where they were not."""

from collections.abc import Iterator
from datetime import time
from typing import Any

import pytest
from PySide6.QtCore import QObject, Signal

from app.domain.reminders import Reminders, to_json
from app.store.store import Store
from app.ui.live import Live
from app.ui.reminding.reminding import KEY, Reminding
from tests.fakes import FakeClock

MINUTE = 60.0


class FakeTray(QObject):
    open_asked = Signal()
    answered = Signal()
    put_off = Signal()
    not_today = Signal()
    quit_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self.left = False

    def say(self, title: str, text: str) -> None:
        self.said.append(title)

    def leave(self) -> None:
        self.left = True


@pytest.fixture
def tray(qapp: object) -> FakeTray:
    return FakeTray()


@pytest.fixture
def reminding(live: Live, clock: FakeClock, tray: FakeTray) -> Iterator[Reminding]:
    made = Reminding(live, clock, lambda: tray)
    yield made
    made.close()


def choose(live: Live, **chosen: Any) -> None:
    live.do(live.store.settings.set, KEY, to_json(Reminders(**chosen)))


def sit(reminding: Reminding, clock: FakeClock, minutes: int) -> None:
    """That long at the computer, with a look every minute."""
    for _minute in range(minutes):
        clock.advance(MINUTE)
        reminding.look()


def in_minutes(clock: FakeClock, minutes: int) -> time:
    now = clock.now()
    return time((now.hour + (now.minute + minutes) // 60) % 24, (now.minute + minutes) % 60)


def test_nothing_runs_where_nothing_is_asked_for(reminding: Reminding) -> None:
    assert not reminding.is_there
    assert reminding.findChildren(QObject)[0].property("active") is False


def test_asked_for_it_says_the_reminder_once(
    reminding: Reminding, live: Live, clock: FakeClock, tray: FakeTray
) -> None:
    choose(live, on=True, times=(in_minutes(clock, 5),), quiet=None)
    assert reminding.is_there
    clock.advance(4 * MINUTE)
    reminding.look()
    assert tray.said == []
    clock.advance(2 * MINUTE)
    reminding.look()
    reminding.look()
    assert tray.said == ["Time for your back"]


def test_put_off_it_comes_again_in_an_hour(reminding: Reminding, live: Live, clock: FakeClock, tray: FakeTray) -> None:
    choose(live, on=True, times=(), quiet=None)
    tray.put_off.emit()
    clock.advance(59 * MINUTE)
    reminding.look()
    assert tray.said == []
    clock.advance(2 * MINUTE)
    reminding.look()
    assert tray.said == ["Time for your back"]


def test_not_today_is_kept_to(reminding: Reminding, live: Live, clock: FakeClock, tray: FakeTray) -> None:
    choose(live, on=True, times=(in_minutes(clock, 5),), quiet=None)
    tray.not_today.emit()
    clock.advance(6 * MINUTE)
    reminding.look()
    assert tray.said == []


def test_a_break_is_offered_again_and_again(reminding: Reminding, live: Live, clock: FakeClock, tray: FakeTray) -> None:
    choose(live, on=True, times=(), quiet=None, break_min=30)
    sit(reminding, clock, 61)
    assert tray.said == ["Time to get up for a moment"] * 2


def test_a_break_that_was_put_off_comes_again_in_an_hour_as_a_break(
    reminding: Reminding, live: Live, clock: FakeClock, tray: FakeTray
) -> None:
    choose(live, on=True, times=(in_minutes(clock, 40),), quiet=None, break_min=30)
    sit(reminding, clock, 31)
    tray.put_off.emit()
    sit(reminding, clock, 59)
    assert len(tray.said) == 1
    sit(reminding, clock, 2)
    assert tray.said == ["Time to get up for a moment"] * 2


def test_a_machine_that_slept_had_nobody_before_it(
    reminding: Reminding, live: Live, clock: FakeClock, tray: FakeTray
) -> None:
    choose(live, on=True, times=(), quiet=None, break_min=30)
    clock.advance(8 * 60 * MINUTE)
    reminding.look()
    assert tray.said == []
    sit(reminding, clock, 31)
    assert tray.said == ["Time to get up for a moment"]


def test_not_today_holds_for_breaks_and_ends_with_the_day(
    reminding: Reminding, live: Live, clock: FakeClock, tray: FakeTray
) -> None:
    choose(live, on=True, times=(), quiet=None, break_min=120)
    tray.not_today.emit()
    sit(reminding, clock, 16 * 60)
    assert tray.said == []
    sit(reminding, clock, 3 * 60)
    assert tray.said == ["Time to get up for a moment"]


def test_a_time_that_has_passed_is_for_tomorrow(
    reminding: Reminding, live: Live, clock: FakeClock, tray: FakeTray
) -> None:
    choose(live, on=True, times=(), quiet=None)
    sit(reminding, clock, 20)
    choose(live, on=True, times=(in_minutes(clock, -5),), quiet=None)
    sit(reminding, clock, 10)
    assert tray.said == []


def test_turned_off_the_icon_leaves(reminding: Reminding, live: Live, tray: FakeTray) -> None:
    choose(live, on=True)
    choose(live, on=False)
    assert tray.left
    assert not reminding.is_there


def test_without_a_tray_nothing_is_said_and_nothing_runs(live: Live, store: Store, clock: FakeClock) -> None:
    store.settings.set(KEY, to_json(Reminders(on=True, times=(in_minutes(clock, 5),), quiet=None)))
    made = Reminding(live, clock, lambda: None)
    assert not made.is_there
    clock.advance(6 * MINUTE)
    made.look()
    made.close()

"""How the open window learns of what a person makes: it appears in the catalogue that every page holds."""

from functools import partial

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from app.bootstrap import OWN_ITEMS, show_own_at_first, show_own_items
from app.domain.catalogue import Catalogue
from app.store.changes import Changes
from app.ui.live import Live
from app.ui.reading_ahead import AT_ONCE, ReadingAhead
from tests.own_items import evening, hip_hinge

ID = "own-hip-hinge-fruh"


@pytest.fixture
def held(catalogue: Catalogue) -> Catalogue:
    """A catalogue of this test's own, since it is changed in place."""
    return catalogue.copy()


def test_who_hears_of_a_change_finds_it_in_the_catalogue(live: Live, held: Catalogue) -> None:
    live.changed.connect(partial(show_own_items, live, held))
    seen: list[tuple[bool, bool]] = []
    live.changed.connect(lambda _changes: seen.append((ID in held.exercises, "own-evening" in held.routines)))
    live.do(live.store.items.save_exercise, hip_hinge(), held)
    live.do(live.store.items.save_routine, evening(), held)
    live.do(live.store.undo.undo)
    live.do(live.store.undo.undo)
    assert seen == [(True, False), (True, True), (True, False), (False, False)]


def test_what_was_made_before_is_told_of_once_the_window_was_painted(live: Live, held: Catalogue) -> None:
    live.changed.connect(partial(show_own_items, live, held))
    heard: list[Changes] = []
    live.changed.connect(heard.append)
    show_own_at_first(live, held)
    assert heard == []
    live.store.items.save_exercise(hip_hinge(), held)
    show_own_at_first(live, held)
    assert (heard, ID in held.exercises) == ([OWN_ITEMS], True)


def test_what_can_not_be_shown_is_told(live: Live, held: Catalogue) -> None:
    live.changed.connect(partial(show_own_items, live, held))
    said: list[str] = []
    live.failed.connect(said.append)
    live.do(live.store.items.save_exercise, hip_hinge(), held)
    live.do(live.store.items.save_routine, evening(steps=[{"exercise": ID}]), held)
    live.store._database.connection.exec_driver_sql("UPDATE own_exercises SET deleted_at = updated_at")
    live.store._database.connection.commit()
    live.changed.emit(OWN_ITEMS)
    assert said == [f"In “Evening”, “steps[1].exercise” names no exercise: “{ID}”."]


def a_crowd(live: Live, held: Catalogue) -> None:
    live.store.items.save_exercise(hip_hinge(), held)
    many = [hip_hinge(id=f"own-{number}", name=f"Hinge {number}") for number in range(2 * AT_ONCE)]
    live.store.items.bring_in(many, [], held)


def test_many_are_read_a_few_at_a_time_and_told_of_together(qtbot: QtBot, live: Live, held: Catalogue) -> None:
    a_crowd(live, held)
    live.changed.connect(partial(show_own_items, live, held))
    heard: list[Changes] = []
    live.changed.connect(heard.append)
    show_own_at_first(live, held)
    assert heard == []
    assert ID not in held.exercises
    qtbot.waitUntil(lambda: heard == [OWN_ITEMS])
    assert len(held.exercises) > 2 * AT_ONCE


def test_reading_stops_with_the_window(qtbot: QtBot, live: Live, held: Catalogue) -> None:
    a_crowd(live, held)
    show_own_at_first(live, held)
    live.rest()
    (reading,) = live.findChildren(ReadingAhead)
    assert not any(timer.isActive() for timer in reading.findChildren(QTimer))

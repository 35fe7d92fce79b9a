"""Any keys and clicks in any order: never an exception, never a negative time, never a set stored twice or lost."""

import random

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.playing.events import Event, WorkDone
from app.domain.training.sessions import FinishedSet
from app.store.store import Store
from app.ui.session.session_page import SessionPage
from tests.fakes import FakeClock

KEYS = (
    *(Qt.Key.Key_Space, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp, Qt.Key.Key_Return, Qt.Key.Key_Right, Qt.Key.Key_Left),
    *(Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_BracketLeft, Qt.Key.Key_BracketRight, Qt.Key.Key_R, Qt.Key.Key_M),
    *(Qt.Key.Key_F, Qt.Key.Key_X, Qt.Key.Key_Escape, Qt.Key.Key_Question, Qt.Key.Key_3, Qt.Key.Key_Minus),
)
PRESSED = 250
CLICKED = 0.04  # on the strip instead


@pytest.mark.parametrize("seed", range(8))
def test_any_keys_in_any_order(
    qtbot: QtBot, page: SessionPage, store: Store, catalogue: Catalogue, clock: FakeClock, seed: int
) -> None:
    dice = random.Random(seed)  # noqa: S311  nothing secret
    page.play(catalogue.routine(dice.choice(["starter", "extension", "flexion", "desk-break"])))
    told: dict[int, float] = {}

    def hear(event: Event) -> None:
        if isinstance(event, WorkDone):
            amount = float(event.reps if event.reps is not None else event.hold_s or 0)
            assert amount >= told.get(event.work, 0)
            told[event.work] = amount

    conductor = page.conductor
    assert conductor is not None
    conductor.happened.connect(hear)
    for _press in range(PRESSED):
        if page.conductor is not conductor:
            break
        card = next((each for each in (page.end_question, page.pain_card) if each.isVisible()), page.player_view)
        key = dice.choice(KEYS)
        if key is Qt.Key.Key_Return and card is page.end_question and dice.random() < 0.9:
            continue  # seldom: it ends the session
        if dice.random() < CLICKED:
            strip = page.player_view.strip
            qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(dice.randrange(strip.width()), 8))
        else:
            qtbot.keyClick(card, key)
        clock.advance(dice.choice([0, 0.1, 0.7, 2.5, 2.5, 2.5, 60]))
        conductor.advance()
        player = conductor.player
        assert player.elapsed_s >= 0
        assert player.left_s >= -1e-6
        assert (player.due_in() or 0) >= 0
        assert [each.work for each in sets_of(store)] == sorted(told)
    stored = {each.work: float(each.reps if each.reps is not None else each.hold_s or 0) for each in sets_of(store)}
    assert stored == told


def sets_of(store: Store) -> list[FinishedSet]:
    return [each for session in store.find.sessions() for each in session.sets]

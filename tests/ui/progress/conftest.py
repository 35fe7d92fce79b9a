"""A Progress page that is on screen, and ways to fill its store and its form as a person would."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.exercise import Side
from app.domain.measurement import Reading
from app.store.store import Store
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.progress.progress_page import ProgressPage
from app.ui.quiet import Silence
from tests.fakes import FakeClock

Keep = Callable[..., str]
Type = Callable[..., None]


@pytest.fixture
def page(
    qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, figures: Figures, clock: FakeClock
) -> ProgressPage:
    made = ProgressPage(live, catalogue, look, clock, figures, Silence())
    qtbot.addWidget(made)
    made.resize(1280, 736)
    made.show()
    made.activateWindow()
    return made


@pytest.fixture
def keep(store: Store, clock: FakeClock) -> Keep:
    """Record a reading `days` ago; gives its id."""

    def record(
        *trials: float, measure: str = "floor-touch", side: Side | None = None, days: float = 0,
        aid: str | None = None, unit: str = "cm", note: str = "", at: datetime | None = None,
    ) -> str:  # fmt: skip
        moment = at or clock.now() - timedelta(days=days)
        reading = Reading("", measure, side, trials, unit, moment, aid, note=note)
        return store.readings.record(reading).ids[0]

    return record


@pytest.fixture
def type_tries(page: ProgressPage) -> Type:
    """Type the tries one after the other, Enter after each but the last, as a person would."""

    def type_all(*texts: str) -> None:
        for place, text in enumerate(texts):
            field = page.form.fields.trials[place].field
            assert page.form.focusWidget() is field
            QTest.keyClicks(field, text)
            if place < len(texts) - 1:
                QTest.keyClick(field, Qt.Key.Key_Return)

    return type_all


@pytest.fixture
def live_keep(live: Live, clock: FakeClock) -> Keep:
    """Record a reading through the window's own door."""

    def record(*trials: float) -> str:
        reading = Reading("", "floor-touch", None, trials, "cm", clock.now())
        changes = live.do(live.store.readings.record, reading)
        assert changes is not None
        return changes.ids[0]

    return record

"""A session page to play on, and a way to let its time pass."""

from collections.abc import Callable, Iterator

import pytest
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.session.session_page import SessionPage
from tests.fakes import FakeClock


@pytest.fixture
def page(
    qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, figures: Figures, clock: FakeClock
) -> Iterator[SessionPage]:
    made = SessionPage(live, catalogue, look, clock, figures)
    qtbot.addWidget(made)
    made.resize(1280, 800)
    made.show()
    yield made
    if made.conductor is not None:
        made.conductor.finish()


@pytest.fixture
def play_for(page: SessionPage, clock: FakeClock) -> Callable[[float], None]:
    """Let seconds of the session pass, looking at the clock twice a second as the timer would."""

    def pass_time(seconds: float) -> None:
        for _step in range(round(seconds * 2)):
            clock.advance(0.5)
            if page.conductor is None:
                return
            page.conductor.advance()

    return pass_time

"""A session page to play on, and a way to let its time pass."""

from collections.abc import Callable, Iterator
from datetime import timedelta

import pytest
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.quiet import LetSleep, Silence
from app.ui.session.session_page import SessionPage
from tests.fakes import A_MORNING, FakeClock


@pytest.fixture
def clock() -> FakeClock:
    """Late enough in the morning for loaded bends: nobody is asked whether they are up."""
    return FakeClock(A_MORNING + timedelta(hours=3))


@pytest.fixture
def silence() -> Silence:
    return Silence()


@pytest.fixture
def make_page(
    qtbot: QtBot,
    live: Live,
    catalogue: Catalogue,
    look: Look,
    figures: Figures,
    clock: FakeClock,
    silence: Silence,
) -> Iterator[Callable[[], SessionPage]]:
    """Each call is a program started anew on the same store."""
    made: list[SessionPage] = []

    def make() -> SessionPage:
        page = SessionPage(live, catalogue, look, clock, figures, silence, LetSleep())
        qtbot.addWidget(page)
        page.resize(1280, 800)
        page.show()
        made.append(page)
        return page

    yield make
    for page in made:
        if page.conductor is not None:
            page.conductor.finish()


@pytest.fixture
def page(make_page: Callable[[], SessionPage]) -> SessionPage:
    return make_page()


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

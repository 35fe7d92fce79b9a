"""The Library tab as it stands in a window, with a catalogue of its own that follows the store."""

from collections.abc import Callable
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from app.bootstrap import show_own_items
from app.domain.catalogue import Catalogue
from app.domain.own.routine_draft import added, empty_routine
from app.domain.routine import Routine
from app.ui.figures import Figures
from app.ui.library.builder.builder_page import BuilderPage
from app.ui.library.library_tab import LibraryTab
from app.ui.live import Live
from app.ui.look import Look
from tests.fakes import FakeClock

AT_1280 = (1280, 736)


@pytest.fixture
def whole(catalogue: Catalogue, live: Live) -> Catalogue:
    """The catalogue of one person."""
    mine = catalogue.copy()
    live.changed.connect(partial(show_own_items, live, mine))
    return mine


@pytest.fixture
def tab(qtbot: QtBot, live: Live, whole: Catalogue, look: Look, figures: Figures) -> LibraryTab:
    made = LibraryTab(live, whole, look, FakeClock(), figures)
    qtbot.addWidget(made)
    made.resize(*AT_1280)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def draft(catalogue: Catalogue) -> Callable[..., Routine]:
    """A new routine of these exercises in their own dose, without a name."""

    def make(*exercise_ids: str) -> Routine:
        made = empty_routine()
        for each in exercise_ids:
            made = added(made, catalogue.exercise(each), len(made.steps))
        return made

    return make


@pytest.fixture
def builder(tab: LibraryTab, draft: Callable[..., Routine]) -> BuilderPage:
    """Open, with three steps in it."""
    tab.setCurrentWidget(tab.builder)
    tab.builder.open(draft("chair-twist", "side-bend", "reverse-crunch"))
    return tab.builder

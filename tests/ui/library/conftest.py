"""A library page in a window, and a language whose every text is half as long again as the English."""

import pytest
from pytestqt.qtbot import QtBot

from app import i18n
from app.domain.catalogue import Catalogue, load_catalogue
from app.paths import resources_dir
from app.ui.figures import Figures
from app.ui.library.library_page import LibraryPage
from app.ui.live import Live
from app.ui.look import Look
from tests.fakes import FakeClock
from tests.long_words import LongWords

AT_1280, AT_1024 = (1280, 736), (1024, 576)  # the page in a window of 1280×800 and of 1024×640
SIZES = (AT_1280, AT_1024)


@pytest.fixture
def page(qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, clock: FakeClock, figures: Figures) -> LibraryPage:
    made = LibraryPage(live, catalogue, look, clock, figures)
    qtbot.addWidget(made)
    made.resize(*AT_1280)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.fixture
def long_words(monkeypatch: pytest.MonkeyPatch) -> Catalogue:
    """The catalogue in the long language, which everything else then speaks as well."""
    monkeypatch.setattr(i18n, "_translation", LongWords())
    return load_catalogue(resources_dir())

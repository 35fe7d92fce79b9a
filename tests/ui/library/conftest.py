"""A library page in a window, and a language whose every text is half as long again as the English."""

import gettext

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

AT_1280, AT_1024 = (1280, 736), (1024, 576)  # the page in a window of 1280×800 and of 1024×640
SIZES = (AT_1280, AT_1024)


class LongWords(gettext.NullTranslations):
    """Half of every text is said again at its end."""

    def gettext(self, message: str) -> str:
        return f"{message} {message[: len(message) // 2].translate({ord(brace): None for brace in '{}'})}".rstrip()

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)

    def pgettext(self, context: str, message: str) -> str:
        return self.gettext(message)


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

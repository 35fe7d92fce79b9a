"""Every page and dialog in a long language, from right to left and in large text: nothing is cut or covered."""

import gettext
import importlib
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QDialog

import app.ui
from app import i18n
from app.domain.catalogue import load_catalogue
from app.paths import resources_dir
from app.ui import every_page
from app.ui.every_page import EMPTY, PAGES
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.main_window import MainWindow
from app.ui.screenshots import stage
from app.ui.session.player.overlay import Overlay
from app.ui.session.player.question import Question
from app.ui.widgets.asking import Asking
from tests.fitting import what_does_not_fit
from tests.long_words import LongWords


@dataclass(frozen=True)
class Seen:
    """How the pages are seen: in which language, at which text size, in a window of which size, read from where."""

    words: gettext.NullTranslations
    text_percent: int
    size: QSize
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight


SMALLEST, USUAL = QSize(1024, 640), QSize(1280, 800)
SEEN = {
    "long": Seen(LongWords(), 100, SMALLEST),
    "right-to-left": Seen(LongWords(), 100, SMALLEST, Qt.LayoutDirection.RightToLeft),
    "large": Seen(gettext.NullTranslations(), 150, SMALLEST),
    "long-and-large": Seen(LongWords(), 150, USUAL),
}


@pytest.fixture(scope="module", params=list(SEEN.values()), ids=list(SEEN))
def seen(request: pytest.FixtureRequest) -> Seen:
    found = request.param
    assert isinstance(found, Seen)
    return found


@pytest.fixture(scope="module")
def open_window(qapp: QApplication, figures: Figures, seen: Seen) -> Iterator[Callable[[bool], MainWindow]]:
    """Windows on a year's history, or on an empty store."""
    look = Look(qapp, resources_dir(), "light", seen.text_percent)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(i18n, "_translation", seen.words)
        qapp.setLayoutDirection(seen.direction)
        with stage(load_catalogue(resources_dir()), look, figures, seen.size) as opened:
            yield opened
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    look.setParent(None)
    look.deleteLater()


@pytest.mark.parametrize("page", PAGES)
def test_every_word_can_be_read(seen: Seen, open_window: Callable[[bool], MainWindow], page: str) -> None:
    window = open_window(page not in EMPTY)
    try:
        shown = PAGES[page](window) or window
        for _round in range(3):
            QApplication.processEvents()
        assert what_does_not_fit(shown) == []
        assert window.size() == seen.size
        assert shown.size().expandedTo(seen.size) == seen.size
    finally:
        window.session.put_to_rest()
        window.close()
        window.deleteLater()


def test_every_kind_of_dialog_is_among_the_pages() -> None:
    for module in pkgutil.walk_packages(app.ui.__path__, "app.ui."):
        importlib.import_module(module.name)
    opened = {kind for kind in vars(every_page).values() if isinstance(kind, type)}
    assert _kinds(Asking) | _kinds(Overlay) - {Question} <= opened
    assert {kind for kind in _kinds(QDialog) if kind.__module__.startswith("app.")} == {Asking, *_kinds(Asking)}


def _kinds(of: type) -> set[type]:
    below: list[type] = of.__subclasses__()
    return {kind for each in below for kind in (each, *_kinds(each))}

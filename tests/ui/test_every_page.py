"""Every page and dialog in a language half as long again, and from right to left: nothing is cut, nothing overlaps."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication

from app import i18n
from app.domain.catalogue import load_catalogue
from app.paths import resources_dir
from app.ui.every_page import EMPTY, PAGES
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.main_window import MainWindow
from app.ui.screenshots import stage
from tests.fitting import what_does_not_fit
from tests.long_words import LongWords

DIRECTIONS = (Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft)
AT_SMALLEST = QSize(1024, 640)


@pytest.fixture(scope="module")
def open_window(qapp: QApplication, figures: Figures) -> Iterator[Callable[[bool], MainWindow]]:
    """Windows on a year's history, or on an empty store, that speak the long language."""
    look = Look(qapp, resources_dir(), "light")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(i18n, "_translation", LongWords())
        with stage(load_catalogue(resources_dir()), look, figures, AT_SMALLEST) as opened:
            yield opened
    look.setParent(None)
    look.deleteLater()


@pytest.mark.parametrize(
    "direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft], ids=["left", "right"]
)
@pytest.mark.parametrize("page", PAGES)
def test_every_word_can_be_read(
    qapp: QApplication, open_window: Callable[[bool], MainWindow], page: str, direction: Qt.LayoutDirection
) -> None:
    qapp.setLayoutDirection(direction)
    window = open_window(page not in EMPTY)
    try:
        shown = PAGES[page](window) or window
        for _round in range(3):
            QApplication.processEvents()
        assert what_does_not_fit(shown) == []
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        window.session.put_to_rest()
        window.close()
        window.deleteLater()

"""One sees where the keyboard is: whatever Tab comes to looks different with it."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.catalogue import load_catalogue
from app.paths import resources_dir
from app.ui.every_page import PAGES
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.main_window import MainWindow
from app.ui.progress.measuring.view import MeasuringView
from app.ui.screenshots import stage
from app.ui.session.player.player_view import PlayerView

WITH_EVERY_KIND = (
    "first-start", "today", "library", "nothing-found", "own-exercise", "builder", "picker", "asked", "summary",
    "settings", "times", "restore", "import-items", "export", "progress", "goal", "training", "measure", "elsewhere",
)  # fmt: skip
WHOLE_PAGES = (PlayerView, MeasuringView)  # every key acts on what is seen, wherever the keyboard is


@pytest.fixture(scope="module", params=["light", "dark"])
def open_window(
    request: pytest.FixtureRequest, qapp: QApplication, figures: Figures
) -> Iterator[Callable[[bool], MainWindow]]:
    look = Look(qapp, resources_dir(), request.param)
    with stage(load_catalogue(resources_dir()), look, figures, QSize(1280, 800)) as opened:
        yield opened
    look.setParent(None)
    look.deleteLater()


def test_the_keyboard_is_seen_on_every_kind_of_control(open_window: Callable[[bool], MainWindow]) -> None:
    known: set[tuple[object, ...]] = set()
    unseen = []
    for page in WITH_EVERY_KIND:
        window = open_window(True)
        shown = PAGES[page](window) or window
        QApplication.processEvents()
        unseen += [f"{page}: {each}" for each in _unseen(shown.window(), known)]
        window.session.put_to_rest()
        window.close()
        window.deleteLater()
    assert unseen == []


def _unseen(top: QWidget, known: set[tuple[object, ...]]) -> list[str]:
    """The stops of a kind not yet known that look the same with the keyboard as without."""
    top.activateWindow()
    QApplication.processEvents()
    found = []
    for stop in _stops(top):
        kind = type(stop), stop.property("kind"), stop.objectName(), getattr(stop, "isChecked", bool)()
        if kind in known:
            continue
        known.add(kind)
        parent = stop.parentWidget()
        part = parent if parent is not None and parent.focusProxy() is stop else stop
        top.setFocus()
        before = part.grab().toImage()
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        assert stop.hasFocus(), stop
        if part.grab().toImage() == before:
            found.append(f"{type(stop).__name__} “{stop.accessibleName() or getattr(stop, 'text', str)()}”")
    return found


def _stops(top: QWidget) -> list[QWidget]:
    return [
        each
        for each in top.findChildren(QWidget)
        if each.focusPolicy() & Qt.FocusPolicy.TabFocus
        and each.isVisibleTo(top)
        and each.isEnabled()
        and each.focusProxy() is None
        and not isinstance(each, WHOLE_PAGES)
    ]

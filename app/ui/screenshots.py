"""A picture of every page in light and dark, from made-up data, without a display."""

import errno
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.clock import ManualClock, SystemClock
from app.domain.demo import make_history
from app.i18n import _
from app.paths import resources_dir
from app.store.shapes import rows_of
from app.store.store import Store
from app.ui.application import Application
from app.ui.contact_sheets import write_contact_sheets
from app.ui.every_page import EMPTY, PAGES
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.main_window import MainWindow
from app.ui.quiet import LetSleep, Silence

SIZE = QSize(1280, 800)
SETTLING_MS = 150
PICTURES_SEED = 1
HOUR = 18  # the evening: nothing asks whether one has just got up


OpenWindow = Callable[[bool], MainWindow]  # on the made-up history, or on an empty store


@dataclass(frozen=True, slots=True)
class Worn:
    """How a picture looks: a theme, how large the text is, and which way it is read."""

    theme: str
    text_percent: int = 100
    direction: Qt.LayoutDirection = Qt.LayoutDirection.LeftToRight


USUAL = {"light": Worn("light"), "dark": Worn("dark")}
EVERY = USUAL | {
    "light-contrast": Worn("light-contrast"),
    "dark-contrast": Worn("dark-contrast"),
    "large-text": Worn("light", 150),
    "right-to-left": Worn("light", direction=Qt.LayoutDirection.RightToLeft),
}


def write_screenshots(folder: Path, size: QSize = SIZE, looks: Mapping[str, Worn] = USUAL) -> list[Path]:
    """Write `<page>-<look>.png` for every page into `folder`, made if need be, and a contact sheet of every exercise.

    Returns the files, in order.
    """
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or Application()
    assert isinstance(application, QApplication)  # noqa: S101  what instance() gives where there are widgets
    resources = resources_dir()
    catalogue = load_catalogue(resources)
    figures = Figures(resources)
    files: list[Path] = []
    for name, worn in looks.items():
        application.setLayoutDirection(worn.direction)
        look = Look(application, resources, worn.theme, worn.text_percent)
        with stage(catalogue, look, figures, size) as open_window:
            files += [_take(page, open_window, folder / f"{page}-{name}.png") for page in PAGES]
        if name in USUAL:
            files += write_contact_sheets(folder, catalogue, figures, look)
    return files


def _take(page: str, open_window: OpenWindow, file: Path) -> Path:
    window = open_window(page not in EMPTY)
    shown = PAGES[page](window) or window
    _settle()
    if not shown.grab().save(str(file)):
        raise OSError(errno.EIO, _("the picture can't be written"), str(file))
    shown.close()
    window.close()
    return file


def _settle() -> None:
    """Let what comes a moment later come: the next frame of a count, a chart and then its drawing."""
    for _round in range(2):
        loop = QEventLoop()
        QTimer.singleShot(SETTLING_MS, loop.quit)
        loop.exec()


@contextmanager
def stage(catalogue: Catalogue, look: Look, figures: Figures, size: QSize) -> Iterator[OpenWindow]:
    """Makes windows on a store with a year of history (True) or on an empty one (False)."""
    wall = SystemClock().now().replace(hour=HOUR, minute=0, second=0, microsecond=0)
    clock = ManualClock(wall)
    with tempfile.TemporaryDirectory() as folder:
        full, empty = (Store.open(Path(folder) / name, clock) for name in ("full", "empty"))
        with closing(full), closing(empty):
            full.merge(rows_of(*make_history(catalogue, wall, years=1, seed=PICTURES_SEED)))

            def open_window(with_history: bool) -> MainWindow:
                window = MainWindow(
                    Live(full if with_history else empty), catalogue, look, clock, figures, Silence(), LetSleep()
                )
                window.resize(size)
                window.show()
                QApplication.processEvents()
                return window

            yield open_window

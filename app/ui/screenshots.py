"""A picture of every page in light and dark, from made-up data, without a display."""

import errno
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from PySide6.QtCore import QEventLoop, QSize, QTimer
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from app.domain.catalogue import Catalogue, load_catalogue
from app.domain.clock import ManualClock, SystemClock
from app.domain.demo import make_history
from app.domain.exercise import PhaseKind
from app.domain.player import Player
from app.i18n import _
from app.paths import resources_dir
from app.store.shapes import rows_of
from app.store.store import Store
from app.ui.contact_sheets import write_contact_sheets
from app.ui.figures import Figures
from app.ui.library.library_tab import LibraryTab
from app.ui.live import Live
from app.ui.look import Look
from app.ui.main_window import LIBRARY, PROGRESS, SESSION, MainWindow
from app.ui.progress.progress_page import ProgressPage
from app.ui.quiet import LetSleep, Silence

SIZE = QSize(1280, 800)
SETTLING_MS = 150
THEMES = ("light", "dark")
PICTURES_SEED = 1
HOUR = 18  # the evening: nothing asks whether one has just got up


def write_screenshots(folder: Path, size: QSize = SIZE) -> list[Path]:
    """Write `<page>-<theme>.png` for every page into `folder`, made if need be, and a contact sheet of every exercise.

    Returns the files, in order.
    """
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)  # noqa: S101  what instance() gives where there are widgets
    resources = resources_dir()
    catalogue = load_catalogue(resources)
    figures = Figures(resources)
    files: list[Path] = []
    for theme in THEMES:
        look = Look(application, resources, theme)
        with _windows(catalogue, look, figures, size) as open_window:
            for page in PAGES:
                window = open_window(page not in EMPTY)
                shown = PAGES[page](window) or window
                _settle()
                file = folder / f"{page}-{theme}.png"
                if not shown.grab().save(str(file)):
                    raise OSError(errno.EIO, _("the picture can't be written"), str(file))
                shown.close()
                window.close()
                files.append(file)
        files += write_contact_sheets(folder, catalogue, figures, look)
    return files


def _settle() -> None:
    """Let what comes a moment later come: the next frame of a count, a chart and then its drawing."""
    for _round in range(2):
        loop = QEventLoop()
        QTimer.singleShot(SETTLING_MS, loop.quit)
        loop.exec()


OpenWindow = Callable[[bool], MainWindow]


@contextmanager
def _windows(catalogue: Catalogue, look: Look, figures: Figures, size: QSize) -> Iterator[OpenWindow]:
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


# The pages, each as one would see it after a moment of use. One that is not the window itself is answered.


def _today(window: MainWindow) -> None:
    window.show_page(SESSION)


def _library(window: MainWindow) -> None:
    window.show_page(LIBRARY)


def _progress(window: MainWindow) -> None:
    window.show_page(PROGRESS)


def _training(window: MainWindow) -> None:
    page = window.show_page(PROGRESS)
    assert isinstance(page, ProgressPage)  # noqa: S101  what the window makes
    page.show_training()


def _sides(window: MainWindow) -> None:
    page = window.show_page(PROGRESS)
    assert isinstance(page, ProgressPage)  # noqa: S101  what the window makes
    page.choose("seated-rotation")


def _measure(window: MainWindow) -> None:
    window.measure("floor-touch")


def _pacing(window: MainWindow) -> None:
    window.measure("floor-touch")
    page = window.show_page(PROGRESS)
    assert isinstance(page, ProgressPage)  # noqa: S101  what the window makes
    page.form.start_pacing()


def _get_ready(window: MainWindow) -> None:
    _play(window, "starter", lambda player: player.elapsed_s >= 3)


def _holding(window: MainWindow) -> None:
    def in_a_hold(player: Player) -> bool:
        return player.phase is not None and player.phase.kind is PhaseKind.HOLD and player.phase_left_s < 7

    _play(window, "starter", in_a_hold)


def _reps(window: MainWindow) -> None:
    _play(window, "whole-back", lambda player: player.rep == 3)


def _asked(window: MainWindow) -> None:
    _play(window, "starter", lambda player: player.segment.step == 1 and player.elapsed_s >= 3)


def _pain(window: MainWindow) -> None:
    _holding(window)
    window.session.stop_for_pain()


def _keys(window: MainWindow) -> None:
    _holding(window)
    window.session.keys.appear()


def _summary(window: MainWindow) -> None:
    _play(window, "desk-break", lambda player: False)


def _builder(window: MainWindow) -> None:
    page = window.show_page(LIBRARY)
    assert isinstance(page, LibraryTab)  # noqa: S101  what the window makes
    page.change_routine(window.catalogue.routine("starter"))
    page.builder.steps.choose(1)


def _dialog(window: MainWindow) -> QWidget | None:
    return next((child for child in window.findChildren(QDialog) if child.isVisible()), None)


def _settings(window: MainWindow) -> QWidget | None:
    window.open_settings()
    return _dialog(window)


def _first_start(window: MainWindow) -> None:
    window.session.greet()


def _safety(window: MainWindow) -> QWidget | None:
    window.session.show_safety()
    return _dialog(window)


def _times(window: MainWindow) -> QWidget | None:
    window.session.today.adjust_times()
    return _dialog(window)


def _restore(window: MainWindow) -> QWidget | None:
    window.keeping.back_up()
    window.keeping.choose_backup()
    return _dialog(window)


def _play(window: MainWindow, routine_id: str, until: Callable[[Player], bool]) -> None:
    """Play a routine on the standing clock until something is so, or it is over."""
    window.play(window.catalogue.routine(routine_id))
    clock = window.clock
    assert isinstance(clock, ManualClock)  # noqa: S101  the one made above
    while (conductor := window.session.conductor) is not None and not until(conductor.player):
        clock.advance(0.25)
        conductor.advance()


PAGES: dict[str, Callable[[MainWindow], QWidget | None]] = {
    "first-start": _first_start,
    "safety": _safety,
    "today": _today,
    "today-first": _today,
    "library": _library,
    "builder": _builder,
    "get-ready": _get_ready,
    "holding": _holding,
    "reps": _reps,
    "asked": _asked,
    "pain": _pain,
    "keys": _keys,
    "unfinished": _today,
    "summary": _summary,
    "settings": _settings,
    "times": _times,
    "restore": _restore,
    "progress": _progress,
    "progress-first": _progress,
    "progress-sides": _sides,
    "training": _training,
    "measure": _measure,
    "pacing": _pacing,
}
EMPTY = frozenset({"first-start", "today-first", "progress-first"})

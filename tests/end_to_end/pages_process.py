"""Every page of `app/ui/every_page.py` in a process of its own, for the screen reader: those, too, that only a failure
or a rare file brings up.

`python -m tests.end_to_end.pages_process`: a line on standard input names a page, which is opened in a fresh window
and answered by a line of JSON: its name, and what there would not hear a screen reader. The window is given the
keyboard first, as a person would have it.
"""

import json
import sys

from PySide6.QtCore import SIGNAL, QSize, QSocketNotifier
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from app.domain.catalogue import load_catalogue
from app.paths import resources_dir
from app.ui.every_page import EMPTY, PAGES
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.main_window import MainWindow
from app.ui.reminding.autostart import Autostart
from app.ui.screenshots import OpenWindow, stage
from app.ui.settings.reminders_card import RemindersCard
from app.ui.widgets.asking import Asking
from app.ui.widgets.speaking import tell_roles

SIZE = QSize(1280, 800)
REMINDERS = "reminders"  # needs a tray, which this screen has not


class Pages:
    """One window at a time."""

    def __init__(self, application: QApplication, open_window: OpenWindow, look: Look) -> None:
        self._application, self._open_window, self._look = application, open_window, look
        self._window: MainWindow | None = None

    def open(self, name: str) -> None:
        if self._window is not None:
            self._window.session.put_to_rest()
            self._window.close()
            self._window.deleteLater()
        window = self._window = self._open_window(name not in EMPTY)
        window.activateWindow()
        QApplication.processEvents()
        if name == REMINDERS:
            self._open_reminders(window)
        else:
            PAGES[name](window)

    @staticmethod
    def deaf() -> list[str]:
        """What is on or off and would not hear a screen reader turning it over, which is no click."""
        return [
            f"{made.text() or made.accessibleName()} listens to clicks"
            for window in QApplication.topLevelWidgets()
            for made in window.findChildren(QAbstractButton)
            if made.isCheckable() and made.receivers(SIGNAL("clicked(bool)")) > 0
        ]

    def _open_reminders(self, window: QWidget) -> None:
        assert isinstance(window, MainWindow)
        dialog = Asking("Reminders", "", window)
        card = RemindersCard(window.session.today.live, self._look, Autostart(), tray=True)
        card.on.click()
        card.quiet.click()
        dialog.inside.addWidget(card)
        dialog.open()


def main() -> None:
    application = QApplication(["limber"])
    tell_roles()
    application.setApplicationName("limber")
    resources = resources_dir()
    look = Look(application, resources, "light")
    with stage(load_catalogue(resources), look, Figures(resources), SIZE) as open_window:
        pages = Pages(application, open_window, look)

        def on_line() -> None:
            name = sys.stdin.readline().strip()
            if not name:
                application.quit()
                return
            pages.open(name)
            sys.stdout.write(json.dumps({"page": name, "deaf": pages.deaf()}) + "\n")
            sys.stdout.flush()

        notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        notifier.activated.connect(on_line)
        sys.stdout.write("ready\n")
        sys.stdout.flush()
        application.exec()


if __name__ == "__main__":
    main()

"""The icon beside the clock, which says reminders and takes the answers to them."""

import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from app.i18n import _
from app.ui.look import Look

if TYPE_CHECKING:
    from app.ui.reminding.notices import Notices

SHOWN_MS = 15_000


def has_tray() -> bool:
    """Whether this desktop shows such icons. Some say they can show messages and have no place for the icon."""
    return QSystemTrayIcon.isSystemTrayAvailable()


def make_tray(look: Look) -> "Tray | None":
    return Tray(look) if has_tray() else None


class Tray(QObject):
    """Shown as long as it lives. A click on the icon or on what it said opens the window."""

    open_asked = Signal()
    answered = Signal()  # what it said was clicked
    put_off = Signal()
    not_today = Signal()
    quit_asked = Signal()

    def __init__(self, look: Look, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._icon = QSystemTrayIcon(look.icon("limber", "accent"), self)
        self._icon.setToolTip("Limber")
        self._notices: Notices | None = None
        self._said = ("", "")
        self.menu = QMenu()
        for text, tell in (
            (_("Open Limber"), self.open_asked),
            (_("Remind me in an hour"), self.put_off),
            (_("Not today"), self.not_today),
            (_("Quit"), self.quit_asked),
        ):
            self.menu.addAction(text).triggered.connect(lambda checked=False, tell=tell: tell.emit())
        self._icon.setContextMenu(self.menu)
        self._icon.activated.connect(self._on_activated)
        self._icon.messageClicked.connect(self.answered)
        self._icon.show()

    def say(self, title: str, text: str) -> None:
        """By the desktop where it takes answers, else by Qt."""
        self._said = (title, text)
        answers = {"default": _("Open Limber"), "later": _("Remind me in an hour"), "not-today": _("Not today")}
        try:
            self._reach_desktop().say(title, text, answers, SHOWN_MS)
        except (OSError, LookupError, ImportError):  # there is no such desktop
            self._say_plainly()

    def _say_plainly(self) -> None:
        self._icon.showMessage(*self._said, self._icon.icon(), SHOWN_MS)

    def _reach_desktop(self) -> "Notices":
        if not sys.platform.startswith("linux"):
            raise LookupError(sys.platform)
        if self._notices is None:
            from app.ui.reminding.notices import Notices

            self._notices = Notices(self)
            self._notices.answered.connect(self._on_answer)
            self._notices.unheard.connect(self._say_plainly)
        return self._notices

    def _on_answer(self, key: str) -> None:
        answers = {"default": self.answered, "later": self.put_off, "not-today": self.not_today}
        if key in answers:
            answers[key].emit()

    def leave(self) -> None:
        self._icon.hide()
        if self._notices is not None:
            self._notices.close()
        self.menu.deleteLater()
        self.deleteLater()

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is not QSystemTrayIcon.ActivationReason.Context:
            self.open_asked.emit()

"""Qt's application as Limber has it: one style everywhere, its name, and Qt's own words in the person's language."""

import os
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from app.i18n import ENGLISH
from app.ui.widgets.speaking import tell_roles

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator


def system_language(
    environ: Mapping[str, str] = os.environ,
    spoken: Callable[[], Sequence[str]] = lambda: QLocale.system().uiLanguages(),
) -> str:
    """The person's first language where the environment names none, as on Windows and macOS; else nothing."""
    if any(environ.get(name) for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")):
        return ""
    return next(iter(spoken()), "").replace("-", "_")


class Application(QApplication):
    """Made once; the style is named with the arguments, since one that is set later is handed to Python at a price."""

    leaving = Signal()  # the session or the dock ends Limber: its window is not to stay in the tray
    file_asked = Signal(str)  # macOS hands over a file that was opened, instead of starting Limber with it

    def __init__(self, arguments: Sequence[str] = ("limber",)) -> None:
        super().__init__([*arguments[:1], "-style", "fusion"])
        self._texts: QTranslator | None = None
        tell_roles()
        self.setApplicationName("limber")
        self.setApplicationDisplayName("Limber")
        self.setDesktopFileName("org.limber.Limber")

    def speak(self, language: str) -> None:
        """Qt's own words, numbers and the reading direction of the language with this code."""
        if language == ENGLISH and self._texts is None:
            return  # as Qt is from the start
        from PySide6.QtCore import QLibraryInfo, QTranslator

        locale = QLocale(language)
        QLocale.setDefault(locale)
        self.setLayoutDirection(locale.textDirection())
        if self._texts is not None:
            self.removeTranslator(self._texts)
            self._texts.deleteLater()
        self._texts = QTranslator(self)
        if self._texts.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self.installTranslator(self._texts)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QFileOpenEvent):
            self.file_asked.emit(event.file())
            return True
        if event.type() is QEvent.Type.Quit:
            self.leaving.emit()
        return super().event(event)

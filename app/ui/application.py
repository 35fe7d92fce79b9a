"""Qt's application as Limber has it: one style everywhere, its name, and Qt's own words in the person's language."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from app.i18n import ENGLISH
from app.ui.widgets.speaking import tell_roles

if TYPE_CHECKING:
    from PySide6.QtCore import QTranslator


class Application(QApplication):
    """Made once; the style is named with the arguments, since one that is set later is handed to Python at a price."""

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
        from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator

        locale = QLocale(language)
        QLocale.setDefault(locale)
        self.setLayoutDirection(locale.textDirection())
        if self._texts is not None:
            self.removeTranslator(self._texts)
            self._texts.deleteLater()
        self._texts = QTranslator(self)
        if self._texts.load(locale, "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self.installTranslator(self._texts)

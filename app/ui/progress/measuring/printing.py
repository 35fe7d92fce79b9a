"""Writes the ruler and the floor fan as a PDF to print, where the person says, and tells where it is."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QLocale, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.domain.errors import os_reason
from app.i18n import _
from app.ui.widgets.buttons import button
from app.ui.widgets.text import label, set_tone

A4, LETTER = "A4", "LETTER"
ENDING = ".pdf"
AskFile = Callable[[QWidget], tuple[str, str]]


def ask_file(over: QWidget) -> tuple[str, str]:
    """Where to, and on which paper; an empty path where the person changed their mind."""
    kinds = {_("PDF on A4 (*.pdf)"): A4, _("PDF on US Letter (*.pdf)"): LETTER}
    letter = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    usual = next(words for words, paper in kinds.items() if paper == (LETTER if letter else A4))
    folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    name = str(Path(folder) / _("limber-ruler-and-fan.pdf"))
    path, kind = QFileDialog.getSaveFileName(over, _("Save the page to print"), name, ";;".join(kinds), usual)
    return path, kinds.get(kind, A4)


class PrintButton(QWidget):
    """A quiet button, and below it what became of it."""

    def __init__(self, ask: AskFile = ask_file) -> None:
        super().__init__()
        self.ask = ask
        self.button = button(_("Print a ruler and a fan"), self.write, kind="quiet")
        self.said = label(kind="small", tone="good", wrap=True)
        self.said.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addWidget(self.said)

    def write(self) -> None:
        """Ask where to, and write."""
        path, paper = self.ask(self)
        if path:
            self._write(Path(path if path.lower().endswith(ENDING) else path + ENDING), paper)

    def _write(self, path: Path, paper: str) -> None:
        from app.charts.printable import Paper, write_printable  # matplotlib is big, and this is asked for once

        try:
            write_printable(path, Paper[paper])
        except OSError as error:
            words = _("{path} can't be written: {why}. Nothing was saved; choose another folder.")
            self._say(words.format(path=_breakable(path), why=os_reason(error)), "stop")
        else:
            self._say(_("Saved: {path}. Print it at 100 % (“actual size”).").format(path=_breakable(path)), "good")

    def _say(self, words: str, tone: str) -> None:
        self.said.setText(words)
        set_tone(self.said, tone)
        self.said.show()


def _breakable(path: Path) -> str:
    """A path that can be shown in several lines."""
    return str(path).replace("/", "/\N{ZERO WIDTH SPACE}").replace("\\", "\\\N{ZERO WIDTH SPACE}")

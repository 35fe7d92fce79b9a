"""Puts a routine's pages into a PDF file or on paper."""

from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QLocale, QMarginsF, Qt
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QDialog, QWidget

from app.exchange.errors import ExchangeError
from app.exchange.files import write_whole
from app.i18n import _
from app.ui.library.printing.sheet_pages import UNITS, SheetPages

PAPERS = {"a4": QPageSize.PageSizeId.A4, "letter": QPageSize.PageSizeId.Letter}


def usual_paper() -> str:
    """What is sold where this person lives."""
    letter = QLocale.system().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
    return "letter" if letter else "a4"


def save_pdf(path: Path, pages: SheetPages, paper: str, title: str) -> None:
    """Raises ExchangeError; the file is whole or as it was."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Limber")
    writer.setResolution(72 * UNITS)
    _on(writer, paper)
    _paint(writer, pages, 1.0)
    write_whole(path, bytes(buffer.data().data()))


def print_on_paper(parent: QWidget, pages: SheetPages, paper: str, title: str) -> None:
    """Ask which printer, and print. Raises ExchangeError where there is none."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        raise ExchangeError(_("No printer is set up on this computer. Save a PDF, and print it where there is one."))
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(title)
    _on(printer, paper)
    dialog = QPrintDialog(printer, parent)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.accepted.connect(lambda: _paint(printer, pages, printer.resolution() / (72 * UNITS)))
    QDialog.open(dialog)


def _on(device: QPagedPaintDevice, paper: str) -> None:
    """The margins are those of the pages themselves."""
    layout = QPageLayout(QPageSize(PAPERS[paper]), QPageLayout.Orientation.Portrait, QMarginsF())
    layout.setMode(QPageLayout.Mode.FullPageMode)
    device.setPageLayout(layout)


def _paint(device: QPagedPaintDevice, pages: SheetPages, scale: float) -> None:
    painter = QPainter(device)
    painter.scale(scale, scale)
    for number in range(pages.count):
        if number:
            device.newPage()
        pages.paint(painter, number)
    painter.end()

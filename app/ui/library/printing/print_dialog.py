"""A routine as it will be on paper, and the two ways there: a PDF, or a printer."""

from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QSizeF, QStandardPaths, Qt, Signal
from PySide6.QtGui import QPageSize, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.routine_sheet import RoutineSheet
from app.exchange.errors import ExchangeError
from app.i18n import _, ngettext
from app.paths import not_reserved
from app.ui.figures import Figures
from app.ui.library.printing.output import PAPERS, print_on_paper, save_pdf, usual_paper
from app.ui.library.printing.sheet_pages import SheetPages
from app.ui.look import Look
from app.ui.widgets.asking import Asking
from app.ui.widgets.buttons import button
from app.ui.widgets.card import row
from app.ui.widgets.segments import Segments
from app.ui.widgets.text import label

HEIGHT, BETWEEN = 430, 12
ENDING = ".pdf"


class PrintDialog(Asking):
    """Shows the pages themselves, small."""

    saved = Signal(str)  # the file's name

    def __init__(self, look: Look, figures: Figures, sheet: RoutineSheet, parent: QWidget | None = None) -> None:
        super().__init__(_("Print this routine"), _("Save as PDF…"), parent)
        self._look, self._figures, self._sheet = look, figures, sheet
        self.paper = Segments(_("Paper"), [("a4", _("A4")), ("letter", _("US Letter"))], usual_paper())
        self.said = label(tone="muted", wrap=True)
        self.preview = _Preview(look)
        self.print_button = self.add_answer(button(_("Print…"), self.print_out))
        self.inside.addLayout(row(self.paper))
        self.inside.addWidget(self.preview)
        self.inside.addWidget(self.said)
        self.paper.chosen.connect(lambda _paper: self._lay_out())
        self._lay_out()

    def do(self) -> None:
        """Ask where to, and write the file."""
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        usual = str(Path(folder) / (_file_name(self._sheet.name) + ENDING))
        file, _kind = QFileDialog.getSaveFileName(self, _("Save the page to print"), usual, _("PDF (*.pdf)"))
        if file:
            self.save(Path(file if file.lower().endswith(ENDING) else file + ENDING))

    def save(self, file: Path) -> None:
        try:
            save_pdf(file, self.pages, self.paper.key, self._sheet.name)
        except ExchangeError as error:
            self.say_problem(str(error))
            return
        self.accept()
        self.saved.emit(file.name)

    def print_out(self) -> None:
        try:
            print_on_paper(self, self.pages, self.paper.key, self._sheet.name)
        except ExchangeError as error:
            self.say_problem(str(error))

    def _lay_out(self) -> None:
        paper = QSizeF(QPageSize(PAPERS[self.paper.key]).sizePoints())
        self.pages = SheetPages(self._look, self._figures, self._sheet, paper)
        self.preview.show_pages(self.pages)
        count = self.pages.count
        self.said.setText(ngettext("It fits on one page.", "It takes {count} pages.", count).format(count=count))
        self.preview.setAccessibleDescription(self.said.text())


class _Preview(QWidget):
    """The pages side by side, as on paper."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._pages: SheetPages | None = None
        self.setAccessibleName(_("What will be printed"))
        self.setFixedHeight(HEIGHT)

    def show_pages(self, pages: SheetPages) -> None:
        self._pages = pages
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(HEIGHT, HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        pages = self._pages
        if pages is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        room = (self.width() - BETWEEN * (pages.count - 1)) / pages.count
        scale = min((self.height() - 2) / pages.size.height(), (room - 2) / pages.size.width())
        width, height = pages.size.width() * scale, pages.size.height() * scale
        x = (self.width() - pages.count * width - BETWEEN * (pages.count - 1)) / 2
        for number in range(pages.count):
            painter.save()
            painter.translate(x + number * (width + BETWEEN), 1)
            painter.setPen(QPen(self._look.colour("edge"), 1))
            painter.setBrush(Qt.GlobalColor.white)
            painter.drawRect(QRectF(0, 0, width, height))
            painter.scale(scale, scale)
            pages.paint(painter, number)
            painter.restore()
        painter.end()


def _file_name(name: str) -> str:
    """`name` without what no file may be called."""
    plain = "".join(letter for letter in name if letter.isalnum() or letter in " -_’'").strip()
    return not_reserved(plain or "limber", "routine")

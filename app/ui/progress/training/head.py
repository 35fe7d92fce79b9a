"""The head of the training page: the year that is shown and how to go to another, and what it says in a sentence."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.look import Look
from app.ui.widgets.buttons import button, icon_button
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text import label


class TrainingHead(QWidget):
    year_asked = Signal(int)
    log_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._year = 0
        self.sentence = label(kind="lead", wrap=True)
        self.year = label(kind="heading")
        self.earlier = icon_button(look, "chevron-left", _("The year before"), lambda: self._go(-1))
        self.later = icon_button(look, "chevron-right", _("The year after"), lambda: self._go(1))
        self.log_button = button(_("Log a session done elsewhere"), self.log_asked.emit)
        years = QWidget()
        beside = QHBoxLayout(years)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(4)
        for step in (self.earlier, self.year, self.later):
            beside.addWidget(step)
        line = FlowLayout(gap=12)
        for part in (label(_("Training"), "title"), years, self.log_button):
            line.addWidget(part)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addLayout(line)
        box.addWidget(self.sentence)

    def show_year(self, year: int, first: int, last: int, sentence: str) -> None:
        """`first` and `last` are the years one can go to."""
        self._year = year
        self.year.setText(str(year))
        self.earlier.setEnabled(year > first)
        self.later.setEnabled(year < last)
        self.sentence.setText(sentence)

    def _go(self, by: int) -> None:
        self.year_asked.emit(self._year + by)

"""What of a file of exercises and routines comes, told before anything is done: a tick for each, and every reason."""

from collections import Counter
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.catalogue import Catalogue
from app.domain.errors import Refused
from app.exchange.item_file import Chosen, Offer, Verdict, choose
from app.i18n import _, ngettext
from app.ui.exchange.offers_model import NAME, NOTES, OffersModel
from app.ui.widgets.asking import Asking
from app.ui.widgets.buttons import button
from app.ui.widgets.fitted_table import FittedTable
from app.ui.widgets.sizes import in_text
from app.ui.widgets.speaking import announce
from app.ui.widgets.text import label

WIDTH = 900
ROW, MOST_ROWS = 40, 9
CELL_PADDING = 24
NAME_WIDTH, NOTES_WIDTH = 260, 100  # pixels: the line below the table and the tips say all


class OffersView(FittedTable):
    """Space takes the row or leaves it."""

    toggled = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self.toggled.emit(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class ItemImportDialog(Asking):
    """`chosen` is what would come as it is ticked; with nothing that can come it can only be closed."""

    def __init__(self, file: str, offers: Sequence[Offer], catalogue: Catalogue, parent: QWidget | None = None) -> None:
        self._offers, self._catalogue = offers, catalogue
        self.chosen = Chosen([], [])
        self._room = 0  # of the last column, for what there is to know
        can_come = any(offer.can_come for offer in offers)
        title = _("Bring in from {file}").format(file=file)
        super().__init__(title, _("Bring in") if can_come else "", parent, width=WIDTH)
        self.model = OffersModel(offers, self)
        self.table = self._make_table()
        self.notes = label(tone="muted", wrap=True)
        self.notes.setMinimumHeight(2 * self.notes.fontMetrics().lineSpacing())
        self.notes.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.inside.addWidget(label(_sentence(offers), "lead", wrap=True))
        self.inside.addWidget(self.table)
        self.inside.addWidget(self.notes)
        if can_come:
            self.footer.addWidget(button(_("All"), lambda: self.model.choose_all(wanted=True), kind="quiet"))
            self.footer.addWidget(button(_("None"), lambda: self.model.choose_all(wanted=False), kind="quiet"))
        self.model.chosen_changed.connect(self._choose)
        self.table.toggled.connect(self.model.toggle)
        self.table.selectionModel().currentRowChanged.connect(lambda now, before: self._tell(now.row()))
        self.table.horizontalHeader().sectionResized.connect(self._on_resized)
        self.table.setCurrentIndex(self.model.index(0, NAME))
        self.table.setFocus()
        self._choose()

    def _make_table(self) -> OffersView:
        table = OffersView(_("What the file holds"), ROW)
        table.shortened = {NAME: NAME_WIDTH, NOTES: NOTES_WIDTH}
        table.setModel(self.model)
        table.setFixedHeight(in_text((min(len(self._offers), MOST_ROWS) + 1) * ROW) + 8)
        return table

    def _tell(self, row: int) -> None:
        """All there is to know of the current row, where its line cuts it."""
        words = str(self.model.index(row, NOTES).data() or "")
        needed = self.table.fontMetrics().horizontalAdvance(words) + CELL_PADDING
        self.notes.setText(words if needed > self._room else "")

    def _on_resized(self, column: int, _before: int, width: int) -> None:
        if column == NOTES:
            self._room = width
            self._tell(self.table.currentIndex().row())

    def _choose(self) -> None:
        """What is ticked, and whether it can be."""
        try:
            self.chosen = choose(self._offers, self.model.chosen, self._catalogue)
        except Refused as refused:
            self.say_problem(str(refused))
            self.do_button.setEnabled(False)
            return
        self.problem.hide()
        count = len(self.model.chosen)
        self.do_button.setEnabled(count > 0)
        self.do_button.setText(ngettext("Bring in {count}", "Bring in {count}", count).format(count=count))
        if self.isVisible():
            announce(self, self.do_button.text())


def _sentence(offers: Sequence[Offer]) -> str:
    counts = Counter(offer.verdict for offer in offers)
    words = {
        Verdict.NEW: ngettext("{count} is new", "{count} are new", counts[Verdict.NEW]),
        Verdict.OTHER: ngettext("{count} differs from yours", "{count} differ from yours", counts[Verdict.OTHER]),
        Verdict.SAME: ngettext("{count} is here already", "{count} are here already", counts[Verdict.SAME]),
        Verdict.REFUSED: ngettext("{count} can't come", "{count} can't come", counts[Verdict.REFUSED]),
    }
    said = [words[verdict].format(count=counts[verdict]) for verdict in words if counts[verdict]]
    return _("{what}.").format(what=", ".join(said))

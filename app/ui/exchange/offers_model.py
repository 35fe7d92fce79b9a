"""What a file of exercises and routines holds, as a table with a tick for each that can come."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.exchange.item_file import Offer, Verdict, usual_choice
from app.i18n import _

Index = QModelIndex | QPersistentModelIndex

NAME, KIND, VERDICT, NOTES = range(4)
_RANKS = {Verdict.REFUSED: 0, Verdict.OTHER: 1, Verdict.NEW: 2, Verdict.SAME: 3}  # what needs a look comes first


class OffersModel(QAbstractTableModel):
    chosen_changed = Signal()

    def __init__(self, offers: Sequence[Offer], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.chosen = usual_choice(offers)  # places in `offers`
        self._offers = offers
        self._order = sorted(range(len(offers)), key=lambda place: _RANKS[offers[place].verdict])

    def offer(self, row: int) -> Offer:
        return self._offers[self._order[row]]

    def toggle(self, row: int) -> None:
        """Take it or leave it, where it can come."""
        if self.offer(row).can_come:
            self._choose(self.chosen ^ {self._order[row]})

    def choose_all(self, *, wanted: bool) -> None:
        """All that can come, or none."""
        self._choose({place for place, offer in enumerate(self._offers) if wanted and offer.can_come})

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  an invalid index is a constant, as in Qt
        return 0 if parent.isValid() else len(self._offers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else NOTES + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return (_("Name"), _("Kind"), _("Comes"), _("What to know"))[section]
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        if index.column() == NAME and self.offer(index.row()).can_come:
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        offer = self.offer(index.row())
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == NAME and offer.can_come:
            ticked = self._order[index.row()] in self.chosen
            return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(offer, index.column())
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.toggle(index.row())
        return True

    def _choose(self, chosen: set[int]) -> None:
        self.chosen = chosen
        if self._order:
            self.dataChanged.emit(self.index(0, NAME), self.index(len(self._order) - 1, NAME))
        self.chosen_changed.emit()

    def _text(self, offer: Offer, column: int) -> str:
        if column == NAME:
            return offer.name
        if column == KIND:
            return _("Routine") if offer.is_routine else _("Exercise")
        if column == VERDICT:
            return {
                Verdict.NEW: _("new"),
                Verdict.OTHER: _("beside yours"),
                Verdict.SAME: _("here already"),
                Verdict.REFUSED: _("can't come"),
            }[offer.verdict]
        return " ".join(offer.notes)

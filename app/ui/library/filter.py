"""Which cards are shown: those with every searched word, the chosen direction, and no weights where none are wanted."""

from PySide6.QtCore import QObject, QSortFilterProxyModel

from app.domain.exercise import Direction
from app.ui.library.catalogue_model import CatalogueModel, Index, entry_at, row_at
from app.ui.library.entries import Entry, Group, Heading, fold


class CatalogueFilter(QSortFilterProxyModel):
    """A heading is shown while anything of its group is."""

    def __init__(self, model: CatalogueModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._searched: tuple[str, ...] = ()
        self._direction: Direction | None = None
        self._no_weights = False
        self._groups: frozenset[Group] = frozenset(Group)
        self.setSourceModel(model)

    @property
    def is_empty(self) -> bool:
        return self.rowCount() == 0

    def named_id(self) -> str | None:
        """The id of the first card shown whose name holds all that is searched."""
        entries = (entry_at(self.index(row, 0)) for row in range(self.rowCount()))
        named = (e.item.id for e in entries if e is not None and all(word in fold(e.name) for word in self._searched))
        return next(named, None)

    @property
    def shown_ids(self) -> frozenset[str]:
        entries = (entry_at(self.index(row, 0)) for row in range(self.rowCount()))
        return frozenset(entry.item.id for entry in entries if entry is not None)

    def show_only(self, search: str, direction: Direction | None, no_weights: bool) -> None:
        """Show what has all words of `search` somewhere in it, moves in `direction` (None: any), needs no weights."""
        self.beginFilterChange()
        self._searched = tuple(fold(search).split())
        self._direction, self._no_weights = direction, no_weights
        source = self.sourceModel()
        rows = (row_at(source.index(row, 0)) for row in range(source.rowCount()))
        self._groups = frozenset(row.group for row in rows if isinstance(row, Entry) and self._fits(row))
        self.endFilterChange(QSortFilterProxyModel.Direction.Rows)

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:
        row = row_at(self.sourceModel().index(source_row, 0, source_parent))
        if isinstance(row, Heading):
            return row.group in self._groups
        return row is not None and self._fits(row)

    def _fits(self, entry: Entry) -> bool:
        return (
            all(word in entry.words for word in self._searched)
            and (self._direction is None or self._direction in entry.directions)
            and not (self._no_weights and entry.weights)
        )

"""What the library lists as a list model: a heading, its cards that are wished for, the next heading, its cards."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.domain.catalogue import Catalogue
from app.domain.exercise import Direction, Level
from app.domain.playing.laying_out import LaidOut
from app.domain.routine import Routine
from app.domain.searching import Search, fold
from app.i18n import _
from app.ui.library.entries import Entries, Entry, Group, Heading, heading

ROW = Qt.ItemDataRole.UserRole + 1  # the Heading or the Entry itself

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be shown; what is left open allows everything. `search` is as typed."""

    search: str = ""
    direction: Direction | None = None
    equipment: str | None = None
    level: Level | None = None
    no_weights: bool = False
    favourites: bool = False
    group: Group | None = None


class CatalogueModel(QAbstractListModel):
    """Empty until it is told to look. Headings can't be selected, and stand while anything of their group does."""

    looked_again = Signal()  # what a card shows may be another; searching changes nothing about that

    def __init__(self, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._entries = Entries(catalogue)
        self._locked: frozenset[str] = frozenset()
        self._favourites: frozenset[str] = frozenset()
        self._wish = Wish()
        self._all: list[Entry] = []
        self.names: tuple[str, ...] = ()  # of all cards, shown or not
        self._search = Search(())
        self._rows: list[Heading | Entry] = []

    @property
    def equipment(self) -> tuple[str, ...]:
        """Everything that any of them needs, as often needed first."""
        counts: dict[str, int] = {}
        for entry in self._all:
            for needed in entry.equipment:
                counts[needed] = counts.get(needed, 0) + 1
        return tuple(sorted(counts, key=lambda needed: (-counts[needed], needed)))

    @property
    def is_empty(self) -> bool:
        return not self._rows

    def look_again(
        self,
        locked: Collection[str],
        favourites: Collection[str],
        left_out: Collection[str] = (),
        played: Callable[[Routine], LaidOut] | None = None,
    ) -> None:
        """The catalogue as it is now; the exercises of `locked` are not open yet, those `left_out` on no list.

        For `played` see `Entries.build`.
        """
        self._locked, self._favourites = frozenset(locked), frozenset(favourites)
        before = self._all
        self._all = [entry for entry in self._entries.build(self._locked, played) if entry.item.id not in left_out]
        if self._all != before:
            self._search = Search([entry.searched for entry in self._all])
            self.names = tuple(entry.name for entry in self._all)
        self.looked_again.emit()
        self._choose()

    def show_only(self, wish: Wish) -> None:
        self._wish = wish
        self._choose()

    def row_of(self, item_id: str | None) -> int | None:
        """Where the card of `item_id` stands; None where it is not shown."""
        places = (place for place, row in enumerate(self._rows) if isinstance(row, Entry) and row.item.id == item_id)
        return next(places, None)

    def entry_rows(self) -> list[int]:
        """The rows that are cards."""
        return [place for place, row in enumerate(self._rows) if isinstance(row, Entry)]

    def is_favourite(self, item_id: str) -> bool:
        return item_id in self._favourites

    def named_id(self) -> str | None:
        """The id of the first card shown whose name holds all that is searched."""
        words = fold(self._wish.search).split()
        entries = (row for row in self._rows if isinstance(row, Entry))
        return next((e.item.id for e in entries if all(word in fold(e.name) for word in words)), None)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008  an invalid index is a constant, as in Qt
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(row_at(index), Entry):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        return Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(row)
        return None

    def _spoken(self, row: Heading | Entry) -> str:
        if isinstance(row, Heading):
            return row.name
        return f"{row.spoken}, {_('favourite')}" if self.is_favourite(row.item.id) else row.spoken

    def _choose(self) -> None:
        found = self._search.find(self._wish.search)
        searched = self._all if found is None else [self._all[place] for place in sorted(found)]
        open_wish = replace(self._wish, search="") == Wish()
        fit = searched if open_wish else [entry for entry in searched if self._fits(entry, self._wish)]
        rows: list[Heading | Entry] = []
        for group in Group:
            of_group = [entry for entry in fit if entry.group is group]
            rows += [heading(group), *of_group] if of_group else []
        if rows and len(rows) == len(self._rows) and all(map(_same, rows, self._rows)):
            self._rows = rows
            self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def _fits(self, entry: Entry, wish: Wish) -> bool:
        return (
            (wish.group is None or entry.group is wish.group)
            and (wish.direction is None or wish.direction in entry.directions)
            and (wish.equipment is None or wish.equipment in entry.equipment)
            and (wish.level is None or wish.level in entry.levels)
            and not (wish.no_weights and entry.weights)
            and not (wish.favourites and entry.item.id not in self._favourites)
        )


def _same(row: Heading | Entry, other: Heading | Entry) -> bool:
    """Whether both are the heading or the card of one thing, whatever they say."""
    if isinstance(row, Heading) or isinstance(other, Heading):
        return row == other
    return row.item.id == other.item.id


def row_at(index: Index) -> Heading | Entry | None:
    """What `index` stands for; None where it is invalid."""
    row = index.data(ROW)
    return row if isinstance(row, Heading | Entry) else None


def entry_at(index: Index) -> Entry | None:
    """The card at `index`; None for a heading or nothing."""
    row = row_at(index)
    return row if isinstance(row, Entry) else None

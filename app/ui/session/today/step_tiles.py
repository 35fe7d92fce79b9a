"""The steps of a routine at a glance: for each the drawing, the name, the dose."""

from collections.abc import Sequence
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAccessible, QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from app.figure.stills import Still
from app.ui.look import Look
from app.ui.widgets.still_view import StillView
from app.ui.widgets.text import label

if TYPE_CHECKING:
    from app.ui.widgets.photo import Photo

NARROWEST, PICTURE_HEIGHT, GAP = 100, 84, 12


class StepTile(QWidget):
    """A small picture with the exercise's name and its dose below."""

    accessible_role = QAccessible.Role.Grouping

    def __init__(self, look: Look, still: "Still | Photo", name: str, dose: str, parent: QWidget) -> None:
        super().__init__(parent)
        picture = StillView(look, still, name, QSize(NARROWEST, PICTURE_HEIGHT))
        picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(picture)
        box.addSpacing(6)
        box.addWidget(label(name, "small", strong=True, wrap=True))
        box.addWidget(label(dose, "small", "muted", wrap=True))
        box.addStretch(1)
        self.setAccessibleName(f"{name}, {dose}")


class StepTiles(QWidget):
    """Tiles in rows of equal length that fill the width."""

    def __init__(self) -> None:
        super().__init__()
        self._tiles: list[StepTile] = []
        self._columns = 0
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(GAP)
        self._grid.setVerticalSpacing(16)

    def show_tiles(self, tiles: Sequence[StepTile]) -> None:
        for tile in self._tiles:
            self._grid.removeWidget(tile)
            tile.hide()
            tile.deleteLater()
        self._tiles = list(tiles)
        self._columns = 0
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        count = len(self._tiles)
        narrowest = max((tile.minimumSizeHint().width() for tile in self._tiles), default=NARROWEST)  # the longest word
        fitting = max(1, (self.width() + GAP) // (narrowest + GAP))
        columns = ceil(count / ceil(count / fitting)) if count else 0
        if columns == self._columns:
            return
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._columns = columns
        for index, tile in enumerate(self._tiles):
            self._grid.addWidget(tile, index // columns, index % columns, Qt.AlignmentFlag.AlignTop)
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

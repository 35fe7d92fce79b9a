"""One of a few, as segments of one bar of which exactly one is filled. Arrows move between them."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton

from app.ui.widgets.buttons import one_of_several
from app.ui.widgets.flow import FlowLayout


class Segments(QFrame):
    """Options are a key and its words; where those are long, the bar has several rows.

    `chosen` tells what the person picks, never of `choose`.
    """

    accessible_role = QAccessible.Role.Grouping
    chosen = Signal(str)

    def __init__(self, name: str, options: Sequence[tuple[str, str]], key: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setProperty("segments", True)
        self._group = QButtonGroup(self)
        line = FlowLayout(self, gap=2, fills=True)
        line.setContentsMargins(3, 3, 3, 3)
        self.buttons: dict[str, QPushButton] = {}
        for each, words in options:
            made = one_of_several(words, "segment", name)
            self._group.addButton(made)
            line.addWidget(made)
            self.buttons[each] = made
        self.choose(key)
        self._group.buttonToggled.connect(self._tell)

    @property
    def key(self) -> str:
        """The option that is filled."""
        return next(key for key, made in self.buttons.items() if made.isChecked())

    def choose(self, key: str) -> None:
        with QSignalBlocker(self._group):
            self.buttons[key].setChecked(True)

    def _tell(self, _made: QPushButton, on: bool) -> None:
        if on:
            self.chosen.emit(self.key)

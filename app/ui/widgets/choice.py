"""One of a few: buttons side by side of which exactly one is down. Arrows move between them."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from app.ui.widgets.buttons import one_of_several
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.stops import order_stops, stop_before


class Choice(QWidget):
    """Options are a key and the words on its button. `chosen` tells what the person picks, never of `choose`."""

    accessible_role = QAccessible.Role.Grouping
    chosen = Signal(str)

    def __init__(self, name: str, kind: str = "chip", *, wraps: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._kind = kind
        self._name = name
        self._group = QButtonGroup(self)
        self._group.buttonToggled.connect(self._tell)
        self._box = FlowLayout(self, in_row=True) if wraps else QHBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self.buttons: dict[str, QPushButton] = {}

    @property
    def key(self) -> str:
        """The option that is down; "" where there are none."""
        return next((key for key, made in self.buttons.items() if made.isChecked()), "")

    def offer(self, options: Sequence[tuple[str, str]], key: str) -> None:
        """Replace the options, with `key` down."""
        for made in self.buttons.values():
            self._group.removeButton(made)
            self._box.removeWidget(made)
            made.hide()
            made.deleteLater()
        self.buttons = {each: self._make(each, words) for each, words in options}
        order_stops(*stop_before(self), *self.buttons.values())
        self.choose(key)

    def choose(self, key: str) -> None:
        if key in self.buttons:
            with QSignalBlocker(self._group):
                self.buttons[key].setChecked(True)

    def _make(self, key: str, words: str) -> QPushButton:
        made = one_of_several(words, self._kind, self._name)
        made.setProperty("option", key)
        self._group.addButton(made)
        self._box.addWidget(made)
        return made

    def _tell(self, _made: QPushButton, on: bool) -> None:
        if on:
            self.chosen.emit(self.key)

"""Several of many, as chips that are on or off and wrap to the width there is."""

from collections.abc import Collection, Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.ui.widgets.buttons import chip, show_checked
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text import label

Key = TypeVar("Key", str, float)


class Chips(QWidget, Generic[Key]):
    """Options are a key and its words. `chosen` tells what the person turns over, never of `choose`."""

    accessible_role = QAccessible.Role.Grouping
    chosen = Signal()

    def __init__(self, name: str, options: Sequence[tuple[Key, str]], about: str = "") -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.buttons: dict[Key, QPushButton] = {}
        chips = FlowLayout(gap=8)
        for key, words in options:
            made = self.buttons[key] = chip(words)
            made.setAccessibleDescription(name)
            made.toggled.connect(self.chosen)
            chips.addWidget(made)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 12, 0, 12)
        box.setSpacing(2)
        box.addWidget(label(name, wrap=True))
        if about:
            box.addWidget(label(about, "small", "muted", wrap=True))
        box.addSpacing(8)
        box.addLayout(chips)

    @property
    def keys(self) -> tuple[Key, ...]:
        """The options that are on, in their order."""
        return tuple(key for key, made in self.buttons.items() if made.isChecked())

    def choose(self, keys: Collection[Key]) -> None:
        for key, made in self.buttons.items():
            show_checked(made, key in keys)

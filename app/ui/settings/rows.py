"""The rows of a settings card: what it is on the left, with a line of explanation, and its control on the right."""

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.look import Look
from app.ui.widgets.card import Card, rule
from app.ui.widgets.sizes import in_text
from app.ui.widgets.switch import Switch
from app.ui.widgets.text import label
from app.ui.widgets.unwheeled import Slider

CONTROL = 320  # pixels: every control of the page ends and begins on the same lines
TOLD = 84


class SettingsCard(Card):
    """A heading, with an action beside it where there is one, and rows between thin lines."""

    def __init__(self, title: str, action: QWidget | None = None) -> None:
        super().__init__(padding=24, spacing=0)
        self.box.setContentsMargins(24, 20, 24, 12)  # a row keeps its own distance below
        head = QHBoxLayout()
        head.addWidget(label(title, "heading"), 1)
        if action is not None:
            head.addWidget(action)
        self.box.addLayout(head)
        self.box.addSpacing(8)
        self._rows = 0
        self._rules: dict[QWidget, QFrame] = {}

    def add_row(self, row: QWidget) -> None:
        """A row that is hidden later takes the line above it along (`show_row`)."""
        if self._rows:
            self._rules[row] = rule()
            self.box.addWidget(self._rules[row])
        self.box.addWidget(row)
        self._rows += 1

    def show_row(self, row: QWidget, shown: bool) -> None:
        row.setVisible(shown)
        if row in self._rules:
            self._rules[row].setVisible(shown)


class Row(QWidget):
    """`name`, under it `about`, and `control` at the right."""

    def __init__(self, name: str, control: QWidget, about: str = "") -> None:
        super().__init__()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(name, wrap=True))
        if about:
            words.addWidget(label(about, "small", "muted", wrap=True))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 12, 0, 12)
        line.setSpacing(24)
        line.addLayout(words, 1)
        line.addWidget(control, 0, Qt.AlignmentFlag.AlignVCenter)


class SwitchRow(Row):
    """A row that is on or off; a click anywhere on it turns it over."""

    def __init__(self, look: Look, name: str, about: str = "") -> None:
        self.switch = Switch(look, name)
        self.switch.setAccessibleDescription(about)
        super().__init__(name, self.switch, about)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.switch.click()


class SliderControl(QWidget):
    """A slider and, beside it, what its value means: `words` of it. `chosen` is never told of `show_value`."""

    chosen = Signal(int)

    def __init__(self, slider: Slider, words: Callable[[int], str]) -> None:
        super().__init__()
        self.slider, self._words = slider, words
        self._told = label(tone="muted")
        self._told.setMinimumWidth(in_text(TOLD))
        self._told.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedWidth(in_text(CONTROL))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(12)
        line.addWidget(slider, 1)
        line.addWidget(self._told)
        slider.sliderMoved.connect(self._tell)
        slider.valueChanged.connect(self._tell)
        slider.valueChanged.connect(self.chosen)

    @property
    def told(self) -> str:
        return self._told.text()

    def show_value(self, value: int) -> None:
        with QSignalBlocker(self.slider):
            self.slider.setValue(value)
        self._tell(value)

    def _tell(self, value: int) -> None:
        words = self._words(value)
        self._told.setText(words)
        self.slider.setAccessibleDescription(words)


def percent_words(percent: int) -> str:
    return _("{percent} %").format(percent=percent)

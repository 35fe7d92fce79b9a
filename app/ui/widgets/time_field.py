"""A time of day, typed or stepped with the arrows."""

from datetime import time

from PySide6.QtCore import QSignalBlocker, QTime, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QAbstractSpinBox, QTimeEdit

WIDTH = 84


class TimeField(QTimeEdit):
    """`chosen` tells a time when it is stepped or left, never of `show_time`."""

    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDisplayFormat("HH:mm")
        self.setFixedWidth(WIDTH)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setKeyboardTracking(False)
        self.timeChanged.connect(lambda _time: self.chosen.emit())

    def value_as_time(self) -> time:
        shown = self.time()
        return time(shown.hour(), shown.minute())

    def show_time(self, value: time) -> None:
        with QSignalBlocker(self):
            self.setTime(QTime(value.hour, value.minute))

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

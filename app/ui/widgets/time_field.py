"""A time of day, typed as people write it or stepped with the arrows."""

import re
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from app.i18n import _
from app.ui.widgets.sizes import in_text

WIDTH = 84
STEP = timedelta(minutes=15)
ANY_DAY = date(2000, 1, 1)
_TYPED = re.compile(r"\s*(\d{1,2})(?:\s*[:.h ]\s*(\d{2}))?\s*")
_STEPS = {Qt.Key.Key_Up: STEP, Qt.Key.Key_Down: -STEP}


def read_time(text: str) -> time | None:
    """18:30, 18.30 or 18; None where it is no time of a day."""
    match = _TYPED.fullmatch(text)
    if match is None or int(match[1]) > 23 or int(match[2] or 0) > 59:
        return None
    return time(int(match[1]), int(match[2] or 0))


class TimeField(QLineEdit):
    """`chosen` tells of a new time, never of `show_time`. What is no time goes back to what was there."""

    chosen = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._value = time(12, 0)
        self.setAccessibleName(name)
        self.setToolTip(_("A time such as 18:30"))
        self.setFixedWidth(in_text(WIDTH))
        self.setMaxLength(8)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.editingFinished.connect(self._take)

    @property
    def value(self) -> time:
        return self._value

    def show_time(self, value: time) -> None:
        self._value = value
        self.setText(value.strftime("%H:%M"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        moved = datetime.combine(ANY_DAY, self._value) + step
        self._choose(moved.time())

    def _take(self) -> None:
        self._choose(read_time(self.text()) or self._value)

    def _choose(self, value: time) -> None:
        changed = value != self._value
        self.show_time(value)
        if changed:
            self.chosen.emit()

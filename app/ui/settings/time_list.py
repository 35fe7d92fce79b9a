"""Times of the day, one under the other: each can be changed or taken out, and another added."""

from collections.abc import Sequence
from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from app.domain.reminders import MOST_TIMES
from app.i18n import _
from app.ui.look import Look
from app.ui.settings.rows import CONTROL
from app.ui.widgets.buttons import button as push_button
from app.ui.widgets.buttons import icon_button, tinted
from app.ui.widgets.card import row
from app.ui.widgets.sizes import in_text
from app.ui.widgets.time_field import TimeField

ANOTHER = time(12, 0)


class TimeList(QWidget):
    """`chosen` tells that the times are others now, never of `show_times`."""

    chosen = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self.setFixedWidth(in_text(CONTROL))
        self.fields: list[TimeField] = []
        self.crosses: list[QPushButton] = []
        self._rows: list[QWidget] = []
        self.add_button = tinted(push_button(_("Add a time"), self._add, kind="quiet"), look, "plus", pixels=16)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        self._box.addLayout(row(self.add_button))

    def times(self) -> tuple[time, ...]:
        return tuple(sorted({field.value for field in self.fields}))

    def show_times(self, times: Sequence[time]) -> None:
        if tuple(times) == self.times() and len(times) == len(self.fields):
            return
        for line in self._rows:
            line.deleteLater()
        self.fields, self.crosses, self._rows = [], [], []
        for each in times:
            self._show(each)
        self.add_button.setEnabled(len(self.fields) < MOST_TIMES)

    def _show(self, value: time) -> None:
        field = TimeField(_("Time of a reminder"))
        field.show_time(value)
        field.chosen.connect(self.chosen)
        cross = icon_button(self._look, "close", _("Take this time out"), lambda: self._take_out(field))
        line = QWidget()
        inner = row(field, cross)
        inner.setContentsMargins(0, 0, 0, 0)
        line.setLayout(inner)
        self._box.insertWidget(len(self._rows), line)
        self.fields.append(field)
        self.crosses.append(cross)
        self._rows.append(line)

    def _add(self) -> None:
        taken = set(self.times())
        free = (time((ANOTHER.hour + step) % 24, 0) for step in range(24))
        self._show(next(each for each in free if each not in taken))
        self.chosen.emit()
        self.fields[-1].setFocus()

    def _take_out(self, field: TimeField) -> None:
        place = self.fields.index(field)
        self.fields.pop(place)
        self.crosses.pop(place)
        self._rows.pop(place).deleteLater()
        self.chosen.emit()

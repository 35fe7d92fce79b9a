"""What the readings of a measure say about change, each side on a line of its own."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.domain.measurement import Measure, Reading
from app.domain.progress import status_by_side, status_sentence
from app.ui.progress.shown import shown_unit, side_title, side_tone
from app.ui.widgets.text import label


class Status(QWidget):
    """`text` is all of it in one line, for a screen reader."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._labels: list[QLabel] = []
        self._lines = QGridLayout(self)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setHorizontalSpacing(12)
        self._lines.setVerticalSpacing(4)
        self._lines.setColumnStretch(1, 1)

    def show_readings(self, measure: Measure, readings: Sequence[Reading]) -> None:
        for old in self._labels:
            self._lines.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._labels = []
        unit = shown_unit(readings)
        self.text = status_sentence(measure, readings, unit)
        for place, (side, sentence) in enumerate(status_by_side(measure, readings, unit).items()):
            words = label(sentence, "lead", wrap=True)
            self._lines.addWidget(words, place, 1)
            self._labels.append(words)
            if side is not None:
                title = label(side_title(side), "lead", side_tone(side), strong=True)
                self._lines.addWidget(title, place, 0, Qt.AlignmentFlag.AlignTop)
                self._labels.append(title)

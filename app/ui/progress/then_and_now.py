"""The first and the latest reading as two postures over one another."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout

from app.domain.exercise import Side
from app.domain.measurement import Measure, Reading
from app.domain.progress.histories import Series, current_series
from app.domain.units import format_value
from app.domain.wording import day_name
from app.i18n import _
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.progress.measuring.reading_figure import ReadingFigure, compared_scene, has_figure
from app.ui.progress.shown import shown_unit, side_title, side_tone
from app.ui.widgets.card import Card
from app.ui.widgets.text import label, set_tone

WIDTH = 340
UPRIGHT_HEIGHT, LYING_HEIGHT = 176, 220  # of the figure


class ThenAndNow(Card):
    """There only while two readings that may be compared are, of a test that has a figure."""

    def __init__(self, look: Look, figures: Figures) -> None:
        super().__init__(padding=14, spacing=6)
        self.setObjectName("then-and-now")
        self._figures = figures
        self._side = label(strong=True)
        self.figure = ReadingFigure(look, QSize(160, UPRIGHT_HEIGHT))
        self._first = label(kind="small", tone="muted", wrap=True)
        self._latest = label(kind="small", strong=True, wrap=True)
        self._latest.setAlignment(Qt.AlignmentFlag.AlignRight)
        head = QHBoxLayout()
        head.addWidget(label(_("Then and now"), "heading"), 1)
        head.addWidget(self._side)
        days = QHBoxLayout()
        days.addWidget(self._first, 1)
        days.addWidget(self._latest, 1)
        self.box.addLayout(head)
        self.box.addWidget(self.figure, 1)
        self.box.addLayout(days)

    def lie_down(self, lying: bool) -> None:
        """Across the page, or beside the latest value."""
        self.setMinimumWidth(0 if lying else WIDTH)
        self.figure.setMinimumHeight(LYING_HEIGHT if lying else UPRIGHT_HEIGHT)

    def show_readings(self, measure: Measure, readings: Sequence[Reading], today: date) -> None:
        """Of a measure with sides, the side that was measured last."""
        found = _compared(measure, readings) if has_figure(measure) else None
        self.setVisible(found is not None)
        if found is None:
            return
        first, latest = found.readings[0], found.readings[-1]
        shown_in = shown_unit(readings)
        self._side.setText(side_title(found.side))
        set_tone(self._side, side_tone(found.side))
        words = []
        for caption, title, reading in (
            (self._first, _("First reading: {value}"), first),
            (self._latest, _("Latest: {value}"), latest),
        ):
            value = format_value(reading.value, measure.unit, shown_in)
            day = day_name(reading.performed_at.date(), today)
            caption.setText(f"{title.format(value=value)}\n{day}")
            words.append(_("{value} on {day}").format(value=value, day=day))
        right = found.side is Side.RIGHT
        scene = compared_scene(self._figures, measure, first.value, latest.value, right=right)
        name = _("The first reading, {first}, and the latest, {latest}").format(first=words[0], latest=words[1])
        self.figure.show_reading(scene, name)


def _compared(measure: Measure, readings: Sequence[Reading]) -> Series | None:
    """Of each side's current series those with two readings or more, the one with the latest reading."""
    found = [each for each in current_series(measure, readings).values() if len(each.readings) > 1]
    return max(found, key=lambda each: each.readings[-1].performed_at, default=None)

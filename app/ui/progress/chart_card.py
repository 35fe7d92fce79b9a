"""The card of the chart. matplotlib is loaded after the card was first painted: words and table come first."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent

from app.charts.span import Span
from app.domain.measurement import Measure, Reading
from app.i18n import _
from app.ui.look import Look
from app.ui.widgets.card import Card

if TYPE_CHECKING:
    from app.ui.progress.reach_canvas import ReachCanvas

SMALLEST_HEIGHT = 260


class ChartCard(Card):
    """Keeps what is to be shown until there is a canvas; redraws when the theme changes."""

    def __init__(self, look: Look) -> None:
        super().__init__(padding=16)
        self._look = look
        self._shown: tuple[Measure, Sequence[Reading], Span, datetime] | None = None
        self._sentence = ""
        self._asked = False
        self.canvas: ReachCanvas | None = None
        self.setMinimumHeight(SMALLEST_HEIGHT)
        look.changed.connect(self._draw)

    def show_readings(
        self, measure: Measure, readings: Sequence[Reading], span: Span, now: datetime, sentence: str
    ) -> None:
        """Draw these; `sentence` is what a screen reader says of the chart."""
        self._shown = measure, readings, span, now
        self._sentence = sentence
        self._draw()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._asked:
            self._asked = True
            QTimer.singleShot(0, self, self._load)

    def _load(self) -> None:
        from app.ui.progress.reach_canvas import ReachCanvas

        self.canvas = ReachCanvas(self._look)
        self.canvas.setAccessibleName(_("Chart"))
        self.box.addWidget(self.canvas)
        self._draw()

    def _draw(self) -> None:
        if self.canvas is not None and self._shown is not None:
            self.canvas.show_readings(*self._shown)
            self.canvas.setAccessibleDescription(self._sentence)

"""One moment of an exercise as a small picture that only shows it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.figure.stills import Still
from app.ui.look import Look
from app.ui.widgets.figure_painter import figure_colours, paint_figure, paint_ground


class StillView(QWidget):
    """`still` None is the empty ground; `name` is what a screen reader says of it."""

    def __init__(self, look: Look, still: Still | None, name: str, smallest: QSize) -> None:
        super().__init__()
        self._look, self._still = look, still
        self.setAccessibleName(name)
        self.setMinimumSize(smallest)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_ground(painter, self._look, self.rect())
        if self._still is not None:
            paint_figure(painter, self._still.fit(self.width(), self.height()), figure_colours(self._look))
        painter.end()

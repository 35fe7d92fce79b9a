"""How a measure is taken: its figure or drawing, its steps, and what holds for every measure."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.domain.exercise import Side
from app.domain.measurement import Measure
from app.i18n import _
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.progress.reading_figure import ReadingFigure, has_figure, typed_scene
from app.ui.widgets.card import rule
from app.ui.widgets.direction_picture import DirectionPicture
from app.ui.widgets.text import label

PICTURE_HEIGHT = 168
FIGURE_HEIGHT = 232


class MeasureGuide(QWidget):
    """Steps first, the general rules and the cautions below them."""

    def __init__(self, look: Look, figures: Figures) -> None:
        super().__init__()
        self._figures = figures
        self.figure = ReadingFigure(look, QSize(120, FIGURE_HEIGHT))
        self.figure.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._picture = DirectionPicture(look, QSize(120, PICTURE_HEIGHT))
        self._picture.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name = label(kind="title", wrap=True)
        self._about = label(tone="muted", wrap=True)
        self._lists = QWidget()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 8, 0)
        self._box.setSpacing(0)
        self._box.addWidget(self.figure)
        self._box.addWidget(self._picture)
        self._box.addSpacing(16)
        self._box.addWidget(self._name)
        self._box.addSpacing(4)
        self._box.addWidget(self._about)
        self._box.addSpacing(16)
        self._box.addWidget(self._lists)
        self._box.addStretch(1)

    def show_measure(self, measure: Measure) -> None:
        self._name.setText(measure.name)
        self._about.setText(measure.about)
        self.figure.setVisible(has_figure(measure))
        self._picture.setVisible(not has_figure(measure))
        self.show_value(measure, None, None)
        lists = QWidget()
        box = QVBoxLayout(lists)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        box.addLayout(_numbered(measure.steps))
        for title, sentences in ((_("Every time"), measure.protocol), (_("Take care"), measure.cautions)):
            if sentences:
                box.addSpacing(8)
                box.addWidget(rule())
                box.addSpacing(8)
                box.addWidget(label(title, "small", strong=True))
                for sentence in sentences:
                    box.addWidget(label(sentence, "small", "muted", wrap=True))
        self._box.replaceWidget(self._lists, lists)
        self._lists.hide()
        self._lists.deleteLater()
        self._lists = lists

    def show_value(self, measure: Measure, side: Side | None, value: float | None, words: str = "") -> None:
        """Show the side that is measured, and the pose of `value` (None: nothing is typed yet), said in `words`."""
        if not has_figure(measure):
            self._picture.show_direction(measure.direction, mirrored=side is Side.LEFT, name=measure.name)
            return
        scene = typed_scene(self._figures, measure, value, words, right=side is Side.RIGHT)
        self.figure.show_reading(scene, ", ".join(part for part in (measure.name, words) if part))


def _numbered(steps: tuple[str, ...]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(12)
    grid.setVerticalSpacing(12)
    grid.setColumnStretch(1, 1)
    for row, step in enumerate(steps):
        number = _number(row + 1)
        grid.addWidget(number, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(label(step, wrap=True), row, 1)
    return grid


def _number(number: int) -> QLabel:
    made = label(str(number), strong=True)
    made.setObjectName("step-number")
    made.setFixedSize(26, 26)
    made.setAlignment(Qt.AlignmentFlag.AlignCenter)
    return made

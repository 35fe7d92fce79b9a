"""A column of cards that scrolls, and a dialog around it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from app.ui.widgets.sizes import in_text

BELOW = 24
AROUND = 32  # of the window behind stays in sight


class Column(QScrollArea):
    """Cards go into `box`, `margin` pixels from both sides whether or not there is a bar beside them."""

    def __init__(self, margin: int, below: int = BELOW) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        page = QWidget()
        self.box = QVBoxLayout(page)
        self.box.setSpacing(16)
        self._margin, self._below = margin, below
        self.setWidget(page)
        self.verticalScrollBar().rangeChanged.connect(self._keep_lines)
        self._keep_lines(0, 0)

    @property
    def bar_width(self) -> int:
        return self.verticalScrollBar().sizeHint().width()

    def _keep_lines(self, _lowest: int, highest: int) -> None:
        beside = self.bar_width if highest > 0 else 0
        self.box.setContentsMargins(self._margin, 0, max(0, self._margin - beside), self._below)


def fit(dialog: QDialog, frame: QLayout, column: Column, width: int) -> None:
    """Make `dialog`, laid out by `frame`, as tall as what scrolls in it, but smaller than the window behind it."""
    for part in dialog.findChildren(QWidget):
        part.ensurePolished()  # sizes are those of the style
    behind = dialog.parentWidget()
    room = behind.window().size() if behind is not None else dialog.screen().availableSize()
    room -= QSize(AROUND, AROUND)
    width = min(in_text(width), room.width())
    least = frame.totalMinimumHeightForWidth(width) if frame.hasHeightForWidth() else frame.totalMinimumSize().height()
    inside, cards = width - column.bar_width, column.box
    whole = cards.totalHeightForWidth(inside) if cards.hasHeightForWidth() else cards.totalSizeHint().height()
    dialog.resize(width, min(least - column.minimumSizeHint().height() + whole, room.height()))

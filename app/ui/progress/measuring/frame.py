"""What stands around the form: its head, and what scrolls."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from app.i18n import _
from app.ui.look import Look
from app.ui.widgets.buttons import icon_button
from app.ui.widgets.text import label


class FormHead(QWidget):
    """The title, what was just done, a friendly hint, and the way out."""

    close_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.title = label(kind="title")
        self.done = label(tone="good", strong=True)
        self.hint = label(kind="small", tone="muted", wrap=True)
        self.close_button = icon_button(look, "close", _("Close"), self.close_asked.emit)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(16)
        line.addWidget(self.title)
        line.addWidget(self.done)
        line.addWidget(self.hint, 1)
        line.addWidget(self.close_button)


def scrolling(content: QWidget | None = None) -> QScrollArea:
    """`content` scrolls up and down where it has to, never sideways, and never takes the keyboard."""
    scroll = QScrollArea()
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    if content is not None:
        scroll.setWidget(content)
    return scroll

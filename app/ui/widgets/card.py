"""A raised card with rounded corners: the one container of the window."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

PADDING = 20


class Card(QFrame):
    """A card; its content goes into `box`."""

    def __init__(self, *, soft: bool = False, padding: int = PADDING, spacing: int = 8) -> None:
        super().__init__()
        self.setProperty("card", "soft" if soft else "true")
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(padding, padding, padding, padding)
        self.box.setSpacing(spacing)


def rule() -> QFrame:
    """A thin horizontal line."""
    line = QFrame()
    line.setProperty("rule", "true")
    return line


def row(*widgets: QWidget, spacing: int = 8) -> QHBoxLayout:
    """Widgets side by side at their own size, the rest of the width left free."""
    line = QHBoxLayout()
    line.setSpacing(spacing)
    for widget in widgets:
        line.addWidget(widget)
    line.addStretch(1)
    return line


def together(*widgets: QWidget, spacing: int = 4) -> QWidget:
    """Widgets side by side that stay so where the row they are in wraps."""
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)  # level with the rest of the row
    line = QHBoxLayout(made)
    line.setContentsMargins(0, 0, 0, 0)
    line.setSpacing(spacing)
    for widget in widgets:
        line.addWidget(widget)
    return made


def centred(content: QWidget, most: int = 1200, margin: int = 32) -> QHBoxLayout:
    """`content` at most `most` pixels wide in the middle of a wide window."""
    content.setMaximumWidth(most)
    line = QHBoxLayout()
    line.setContentsMargins(margin, 0, margin, 0)
    line.addStretch(1)
    line.addWidget(content, 1000)
    line.addStretch(1)
    return line

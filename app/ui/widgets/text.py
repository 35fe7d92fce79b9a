"""Labels in the type sizes and tones of the style sheet. Text is always plain text."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget


def label(text: str = "", kind: str = "body", tone: str = "", *, strong: bool = False, wrap: bool = False) -> QLabel:
    """A plain-text label. `kind`: small, body, lead, heading, title, number, display; `tone`: a colour role."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("type", kind)
    made.setProperty("strong", strong)
    made.setWordWrap(wrap)
    if tone:
        made.setProperty("tone", tone)
    return made


class NameLabel(QLabel):
    """Wants one line, and takes more where there is less room than that."""

    def __init__(self, kind: str) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("type", kind)
        self.setWordWrap(True)

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, self.heightForWidth(width))


def set_tone(widget: QWidget, tone: str) -> None:
    """Give a label another colour role."""
    set_property(widget, "tone", tone)


def set_property(widget: QWidget, name: str, value: object) -> None:
    """Change a property that the style sheet looks at, and restyle. One that was never set is as good as empty."""
    before = widget.property(name)
    if before == value or (before is None and not value):
        return
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)

"""A dialog that tells something in a few calm sentences and offers what can be done about it."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text import label

WIDTH = 800  # pixels; it fits a window at its smallest
MARGIN = 32


class CalmDialog(QDialog):
    """Title and sentences, then whatever is added to `box`, then the answers. Enter presses the button it is on."""

    def __init__(self, title: str, sentences: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setFixedWidth(WIDTH)
        self.box = QVBoxLayout(self)
        self.box.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        self.box.setSpacing(16)
        self.title = label(title, "title", wrap=True)
        self.box.addWidget(self.title)
        for sentence in sentences:
            said = label(sentence, wrap=True)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.box.addWidget(said)
        self.setAccessibleDescription(" ".join(sentences))

    def add_answers(self, *answers: QPushButton, last: QPushButton) -> None:
        """The buttons from the left, `last` at the right. Long words go on below."""
        line = QHBoxLayout()
        line.setSpacing(12)
        flow = FlowLayout(gap=12)
        for answer in answers:
            flow.addWidget(answer)
        line.addLayout(flow, 1)
        line.addWidget(last, 0, Qt.AlignmentFlag.AlignTop)
        self.box.addSpacing(8)
        self.box.addLayout(line)

    def fit_height(self) -> None:
        """As high as what is shown needs: sentences that wrap are of different height at every width."""
        for part in self.findChildren(QWidget):
            part.ensurePolished()
        self.box.activate()
        self.setFixedHeight(self.box.totalHeightForWidth(WIDTH))

    def showEvent(self, event: QShowEvent) -> None:
        self.fit_height()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.focusWidget()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and isinstance(here, QPushButton):
            here.click()
        else:
            super().keyPressEvent(event)

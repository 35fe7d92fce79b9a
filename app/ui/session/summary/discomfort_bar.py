"""Asks, while the next exercise is got ready for, how much the last one hurt. It never blocks."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from app.i18n import _
from app.ui.look import Look
from app.ui.session.summary.discomfort_picker import DiscomfortPicker, question
from app.ui.widgets.text import label


class DiscomfortBar(QFrame):
    """Under the figure: the exercise, the question, the eleven answers and their keys."""

    answered = Signal(int)

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._question = label(strong=True, wrap=True)
        self.picker = DiscomfortPicker(look, size=34)
        self.picker.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.picker.answered.connect(self.answered)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(4)
        box.addWidget(self._question)
        box.addWidget(self.picker, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    def ask(self, exercise: str) -> None:
        """About the exercise of this name."""
        asked = _("{exercise}: {question}").format(exercise=exercise, question=question())
        self._question.setText(_("{asked} Keys 0 to 9, - is ten.").format(asked=asked))
        self.picker.setAccessibleName(asked)
        self.picker.show_answer(None)

    def fit_type(self, height: float) -> None:
        """Sizes follow the window, `height` pixels high."""
        self.picker.set_size(max(28, round(0.045 * height)))
        self._question.setFont(self._look.text_font(max(15.0, 0.027 * height)))

"""A sharp pain: what to do now, when to get help, and how the session goes on."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.domain.safety import ask_soon, get_help_now, stop_now
from app.i18n import _
from app.ui.look import Look
from app.ui.session.overlay import Overlay
from app.ui.widgets.buttons import button
from app.ui.widgets.text import label

WIDTH_SHARE, TEXT_SHARE = 0.52, 0.026  # of the window's width and height: to be read from the mat
TITLE_SHARE = 0.036
NARROWEST = 640  # pixels that the answers need


class PainCard(Overlay):
    """Enter leaves the exercise out; ending and taking it back take a click, or Tab and Space."""

    skipped = Signal()
    ended = Signal()
    taken_back = Signal()
    safety_asked = Signal()

    def __init__(self, over: QWidget, look: Look) -> None:
        super().__init__(over)
        self._look = look
        self._texts: list[QLabel] = []
        self.setAccessibleName(_("Stopped because of a sharp pain"))
        self.skip_button = button(_("Leave this exercise out"), lambda: self._answer(self.skipped.emit), kind="primary")
        self.end_button = button(_("End the session"), lambda: self._answer(self.ended.emit))
        self.mistake_button = button(
            _("Pressed by mistake: go on"), lambda: self._answer(self.taken_back.emit), kind="quiet"
        )
        answers = QHBoxLayout()
        answers.setSpacing(12)
        answers.addWidget(self.skip_button)
        answers.addWidget(self.end_button)
        answers.addStretch(1)
        answers.addWidget(self.mistake_button)
        self._title = label(_("Stopped. Come out of the position slowly."), strong=True, wrap=True)
        self._help = label(_("Get help now"), strong=True, tone="stop")
        self.box.addWidget(self._title)
        self._add(stop_now())
        self.box.addSpacing(4)
        self.safety_button = button(_("All about safety"), self.safety_asked.emit, kind="quiet")
        head = QHBoxLayout()
        head.setContentsMargins(0, -8, 0, -8)  # a line of text to what is above and below, though it has a button
        head.addWidget(self._help, 1)
        head.addWidget(self.safety_button)
        self.box.addLayout(head)
        self._add(get_help_now())
        self._add(ask_soon())
        self.box.addSpacing(8)
        self.box.addLayout(answers)

    def ask(self) -> None:
        self._fit()
        self.appear()
        self.skip_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            answers = (self.skip_button, self.end_button, self.mistake_button, self.safety_button)
            next((answer for answer in answers if answer.hasFocus()), self.skip_button).click()
        event.accept()

    def _add(self, text: str) -> None:
        self._texts.append(label(text, wrap=True))
        self.box.addWidget(self._texts[-1])

    def _fit(self) -> None:
        """Sizes follow the window."""
        window = self.window()
        bold = QFont.Weight.Bold
        self._title.setFont(self._look.font(max(20.0, TITLE_SHARE * window.height()), bold))
        self._help.setFont(self._look.font(max(15.0, TEXT_SHARE * window.height()), bold))
        for text in self._texts:
            text.setFont(self._look.font(max(15.0, TEXT_SHARE * window.height())))
            # never fixed: the card would reckon their height at its own width, which long answers make larger
            text.setMinimumWidth(max(NARROWEST, round(WIDTH_SHARE * window.width())))

    def _answer(self, tell: Callable[[], object]) -> None:
        self.hide()
        tell()

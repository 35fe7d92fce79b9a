"""A sharp pain: what to do now, when to get help, and how the session goes on."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.domain.safety import ask_soon, get_help_now, stop_now
from app.i18n import _
from app.ui.look import Look
from app.ui.session.player.question import Question
from app.ui.widgets.buttons import button
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import label

WIDTH_SHARE, TEXT_SHARE = 0.52, 0.026  # of the window's width and height: to be read from the mat
TITLE_SHARE = 0.036
NARROWEST, BESIDE = 640, 160  # pixels at least, and those of padding and what stays seen around it


class PainCard(Question):
    """Enter leaves the exercise out; ending and taking it back take a click, or Tab and Space."""

    skipped = Signal()
    ended = Signal()
    taken_back = Signal()
    safety_asked = Signal()

    def __init__(self, over: QWidget, look: Look) -> None:
        title = _("Stopped. Come out of the position slowly.")
        super().__init__(over, title)
        self._look = look
        self._texts: list[QLabel] = []
        self.setAccessibleDescription(" ".join((stop_now(), _("Get help now"), get_help_now(), ask_soon())))
        self.skip_button = self.answer(_("Leave this exercise out"), self.skipped.emit, kind="primary")
        self.end_button = self.answer(_("End the session"), self.ended.emit)
        self.mistake_button = self.answer(_("Pressed by mistake: go on"), self.taken_back.emit, kind="quiet")
        self._title = label(title, strong=True, wrap=True)
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
        self.box.addLayout(self.lay_out_answers(self.skip_button, self.end_button, self.mistake_button))

    def ask(self) -> None:
        self.fit_text(self._dress)
        super().ask()

    def _add(self, text: str) -> None:
        self._texts.append(label(text, wrap=True))
        self.box.addWidget(self._texts[-1])

    def _dress(self, share: float) -> None:
        """Sizes follow the window."""
        window, font = self.window(), self._look.font
        text = share * max(15.0, TEXT_SHARE * window.height())
        self._title.setFont(font(share * max(20.0, TITLE_SHARE * window.height()), QFont.Weight.Bold))
        self._help.setFont(font(text, QFont.Weight.Bold))
        wide = max(NARROWEST, round(WIDTH_SHARE * window.width()))
        for each in self._texts:
            each.setFont(font(text))
            # never fixed: the card would reckon their height at its own width, which long answers make larger
            each.setMinimumWidth(min(in_text(wide), window.width() - BESIDE))

"""End the session? Keep what is done, go on, or discard."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.session.player.question import Question

WIDTH = 440


class EndQuestion(Question):
    """Enter keeps, Esc goes on; discarding takes a click or Tab and Space."""

    kept = Signal()
    went_on = Signal()
    discarded = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, _("End the session?"))
        self.keep_button = self.answer(_("Keep and end"), self.kept.emit, kind="primary")
        self.go_on_button = self.answer(_("Go on"), self.went_on.emit)
        self.discard_button = self.answer(_("Discard"), self.discarded.emit, kind="danger")
        text = _("What you have done is saved already. Keep it, or take this session back as if it had not been.")
        self.explain(text, WIDTH)
        self.box.addLayout(
            self.lay_out_answers(self.keep_button, self.go_on_button, self.discard_button, leaving=self.go_on_button)
        )

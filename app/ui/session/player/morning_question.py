"""Before a loaded bend early in the day: up for at least an hour? It asks and never blocks."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.i18n import _
from app.ui.session.player.question import Question

WIDTH = 460


class MorningQuestion(Question):
    """Enter answers yes, Esc begins nothing."""

    begun = Signal()
    begun_without_weights = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, _("Up for at least an hour?"))
        self.yes_button = self.answer(_("Yes, start"), self.begun.emit, kind="primary")
        self.without_button = self.answer(_("Without weights"), self.begun_without_weights.emit)
        self.later_button = self.answer(_("Later"), lambda: None, kind="quiet")
        text = _(
            "This routine bends your back under a weight. In the first hour after waking the discs are swollen, "
            "so loaded bends are better left for later (Adams 1987)."
        )
        self.explain(text, WIDTH)
        self.box.addLayout(
            self.lay_out_answers(self.yes_button, self.without_button, self.later_button, leaving=self.later_button)
        )

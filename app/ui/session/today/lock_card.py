"""An exercise that is not open yet, and opening it on purpose after one plain question."""

from PySide6.QtCore import Signal

from app.i18n import _
from app.ui.session.today.side_card import SideCard
from app.ui.widgets.buttons import button
from app.ui.widgets.speaking import announce


class LockCard(SideCard):
    opened = Signal(str)  # the exercise's id

    def __init__(self) -> None:
        super().__init__()
        self._exercise_id, self._name, self._reason = "", "", ""
        self.open_button = button(_("Open it anyway"), self._ask, kind="quiet")
        self.confirm_button = button(_("Open it"), lambda: self.opened.emit(self._exercise_id))
        self.leave_button = button(_("Not yet"), self._leave, kind="quiet")
        self.add_words()
        self.add_buttons(self.open_button, self.confirm_button, self.leave_button)
        self.hide()

    def show_lock(self, exercise_id: str, name: str, reason: str) -> None:
        self._exercise_id, self._name, self._reason = exercise_id, name, reason
        self.show()
        self._show_question(asked=False)

    def _ask(self) -> None:
        self._show_question(asked=True)
        announce(self, self.accessibleName())
        self.leave_button.setFocus()

    def _leave(self) -> None:
        self._show_question(asked=False)
        self.open_button.setFocus()

    def _show_question(self, *, asked: bool) -> None:
        text = self._reason
        if asked:
            text = _(
                "It bends the whole spine deeply, and the training article Limber follows keeps it for those who reach "
                "the floor. Open it all the same? It begins without weight."
            )
        self.say(self._name, text)
        self.open_button.setVisible(not asked)
        for made in (self.confirm_button, self.leave_button):
            made.setVisible(asked)

"""What a person notes about an exercise or a routine: typed on its page, kept when it is left."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout

from app.domain.training.sessions import LONGEST_ITEM_NOTE
from app.i18n import _
from app.ui.live import Live
from app.ui.page import Page
from app.ui.widgets.note_field import NoteField
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import label

HEIGHT = 72


class ItemNote(Page):
    """Of one item at a time; what is too long to be kept is still there when its item is shown again."""

    kinds = frozenset({"note"})
    kept = Signal(str)  # what was done, to be said with undo

    def __init__(self, live: Live) -> None:
        super().__init__(live)
        self.setObjectName("")  # it stands on the card it is part of
        self._item_id = ""
        self._unkept: dict[str, str] = {}
        self.field = NoteField(_("What you want to remember about it"))
        self.field.setFixedHeight(in_text(HEIGHT))
        self.problem = label(kind="small", tone="stop", wrap=True)
        self.problem.hide()
        title = label(_("Your note"), "small", "muted", strong=True, wrap=True)
        title.setBuddy(self.field)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 16, 0, 0)
        box.setSpacing(6)
        for part in (title, self.field, self.problem):
            box.addWidget(part)
        self.field.entered.connect(self._keep)
        self.field.textChanged.connect(self._look_at_length)

    def refresh(self) -> None:
        """What is stored; what is being typed stays."""
        if self._item_id:
            self.field.show_note(self.live.store.find.item_note(self._item_id))

    def show_item(self, item_id: str) -> None:
        """The note of that exercise or routine; what was typed for the one before is kept."""
        if item_id == self._item_id:
            return
        if not self.commit():
            self._unkept[self._item_id] = self.field.toPlainText()
        self._item_id = item_id
        self.field.take_back()
        self.look_again()
        if item_id in self._unkept:
            self.field.setPlainText(self._unkept.pop(item_id))

    def commit(self) -> bool:
        """Keep what was typed; whether all of it is kept now."""
        return self.field.commit()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.commit()

    def _keep(self, note: str) -> None:
        if len(note) > LONGEST_ITEM_NOTE:
            return
        if self.live.do(self.live.store.marks.set_note, self._item_id, note) is not None:
            self.kept.emit(_("Note kept") if note else _("Note taken away"))

    def _look_at_length(self) -> None:
        count = len(self.field.toPlainText().strip())
        words = _("The note is {count} characters long: up to {most} are kept.")
        self.problem.setText(words.format(count=count, most=LONGEST_ITEM_NOTE))
        self.problem.setVisible(count > LONGEST_ITEM_NOTE)

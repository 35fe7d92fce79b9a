"""The bottom of the builder: adding, undo, and what becomes of the routine; what keeps it from being kept between."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.own.routine_draft import Edits
from app.i18n import _
from app.ui.look import Look
from app.ui.widgets.buttons import button, tinted
from app.ui.widgets.text import label


class BuilderFooter(QWidget):
    add_asked = Signal()
    undo_asked = Signal()
    redo_asked = Signal()
    share_asked = Signal()
    archive_asked = Signal()
    save_asked = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.problem = label(tone="stop", wrap=True)
        self.add_button = tinted(button(_("Add an exercise"), self.add_asked.emit), look, "plus")
        self.add_button.setAccessibleName(_("Add an exercise"))
        self.undo_button = button(_("Undo"), self.undo_asked.emit, kind="quiet")
        self.redo_button = button(_("Redo"), self.redo_asked.emit, kind="quiet")
        self.share_button = button(_("Share…"), self.share_asked.emit, kind="quiet")
        self.archive_button = button(_("Archive"), self.archive_asked.emit, kind="quiet")
        self.save_button = button(_("Save"), self.save_asked.emit, kind="primary")
        for made, hint in (
            (self.add_button, _("Add an exercise (Insert)")),
            (self.undo_button, _("Undo (Ctrl+Z)")),
            (self.redo_button, _("Redo (Ctrl+Shift+Z)")),
            (self.share_button, _("Write it into a file that others can open")),
            (self.archive_button, _("Take it off the lists; your history stays")),
            (self.save_button, _("Save (Ctrl+S)")),
        ):
            made.setToolTip(hint)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for made in (self.undo_button, self.redo_button, self.archive_button, self.share_button):
            made.setProperty("tight", True)
        line.addWidget(self.add_button)
        line.addSpacing(4)
        line.addWidget(self.undo_button)
        line.addWidget(self.redo_button)
        line.addWidget(self.problem, 1)
        line.addWidget(self.archive_button)
        line.addWidget(self.share_button)
        line.addSpacing(4)
        line.addWidget(self.save_button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where its words have no room, the plus alone stands for them."""
        super().resizeEvent(event)
        self.add_button.setText(_("Add an exercise"))
        if self.sizeHint().width() > self.width():
            self.add_button.setText("")

    @property
    def order(self) -> list[QWidget]:
        """As the Tab key goes through it."""
        left = [self.add_button, self.undo_button, self.redo_button]
        return [*left, self.archive_button, self.share_button, self.save_button]

    def show_edits(self, edits: Edits) -> None:
        """What can be done with the draft as it is."""
        routine = edits.now
        self.add_button.setVisible(bool(routine.steps))  # an empty one asks for it in the middle
        self.undo_button.setEnabled(bool(edits.before))
        self.redo_button.setEnabled(bool(edits.after))
        self.share_button.setEnabled(bool(routine.steps))
        self.archive_button.setVisible(bool(routine.id))

    def say_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)

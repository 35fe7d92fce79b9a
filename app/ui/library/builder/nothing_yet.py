"""A routine without a step: add the first one, or begin with all of another routine."""

from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.routine import Routine
from app.i18n import _
from app.ui.look import Look
from app.ui.widgets.buttons import button, chip, tinted
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.text import label

WIDTH = 560


class NothingYet(QWidget):
    add_asked = Signal()
    start_asked = Signal(object)  # Routine

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.add_button = tinted(
            button(_("Add an exercise"), self.add_asked.emit, kind="primary"), look, "plus", "on_accent"
        )
        self.starts = QWidget()
        self.starts.setMaximumWidth(WIDTH)
        self._flow = FlowLayout(self.starts)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 24, 0, 0)
        box.setSpacing(12)
        box.addWidget(label(_("Nothing in it yet"), "title"))
        words = label(_("Add the exercises in the order you want to do them. You can move them around afterwards."),
                      tone="muted", wrap=True)  # fmt: skip
        box.addWidget(words)
        box.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        box.addSpacing(20)
        box.addWidget(label(_("Or begin with one there is, and change it:"), tone="muted", wrap=True))
        box.addWidget(self.starts)
        box.addStretch(1)

    @property
    def order(self) -> list[QWidget]:
        """As the Tab key goes through it."""
        items = (self._flow.itemAt(place) for place in range(self._flow.count()))
        return [self.add_button, *(made for item in items if item is not None and (made := item.widget()) is not None)]

    def offer(self, routines: Iterable[Routine]) -> None:
        """Those to begin with."""
        while (item := self._flow.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.deleteLater()
        for routine in routines:
            made = chip(routine.name)
            made.setCheckable(False)
            made.clicked.connect(lambda checked=False, r=routine: self.start_asked.emit(r))
            self._flow.addWidget(made)

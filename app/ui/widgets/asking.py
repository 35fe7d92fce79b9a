"""The one kind of dialog: a title, what it is about, and below it what can be done."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.i18n import _
from app.ui.widgets.buttons import button
from app.ui.widgets.card import rule
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.scrolling import Column, fit
from app.ui.widgets.speaking import announce
from app.ui.widgets.stops import order_stops
from app.ui.widgets.text import label

WIDTH, MARGIN = 560, 32
_SCROLLING = frozenset({Qt.Key.Key_PageUp, Qt.Key.Key_PageDown, Qt.Key.Key_Up, Qt.Key.Key_Down})


class Asking(QDialog):
    """What it is about goes into `inside`. `do` is the primary button's name, "" where there is only to be read.

    Enter presses the button it is on, else the primary one. In a form (`by_field`) it goes on to the next field, and
    Ctrl+Enter saves. Esc leaves all as it was. Closed, it gives the keyboard back.
    """

    def __init__(
        self,
        title: str,
        do: str,
        parent: QWidget | None = None,
        *,
        leave: str = "",
        width: int = WIDTH,
        by_field: bool = False,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self._width, self._by_field = width, by_field
        self._column = Column(MARGIN)
        self.inside = self._column.box
        self.head = QGridLayout()  # the title at its top left
        self.problem = label(tone="stop", wrap=True)
        self.problem.setContentsMargins(MARGIN, 12, MARGIN, 0)
        self.problem.hide()
        self.do_button = button(do, self.do, kind="primary")
        self.do_button.setVisible(bool(do))
        self.leave_button = button(
            leave or (_("Cancel") if do else _("Close")), self.reject, kind="quiet" if do else ""
        )
        if by_field:
            self.do_button.setToolTip(_("Save (Ctrl+Enter)"))
        self._answers = FlowLayout()
        self.footer = QHBoxLayout()  # the answers, and at its end what is beside the point
        self._frame = self._build(title)

    def do(self) -> None:
        """What the primary button does."""
        self.accept()

    def tell(self, *sentences: str) -> list[QLabel]:
        """Say what it is about; a screen reader says it when the dialog opens."""
        told = [label(sentence, wrap=True) for sentence in sentences]
        for said in told:
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self.inside.addWidget(said)
        self.setAccessibleDescription(" ".join(sentences))
        return told

    def add_answer(self, made: QPushButton) -> QPushButton:
        """Another thing to do, before the answer that leaves."""
        self._answers.removeWidget(self.leave_button)
        self._answers.addWidget(made)
        self._answers.addWidget(self.leave_button)
        return made

    def add_below(self, part: QWidget) -> None:
        """Under what scrolls: coming and going, it moves nothing of that."""
        held = QHBoxLayout()
        held.setContentsMargins(MARGIN, 12, MARGIN, 12)
        held.addWidget(part)
        self._frame.insertLayout(self._frame.indexOf(self._column) + 1, held)

    def say_problem(self, sentence: str) -> None:
        self.problem.setText(sentence)
        self.problem.show()
        announce(self, sentence)
        self.fit_height()

    def fit_height(self) -> None:
        """As tall as what is in it."""
        fit(self, self._frame, self._column, self._width)

    def show_part(self, part: QWidget) -> None:
        """Scroll to where it is seen."""
        self._column.ensureWidgetVisible(part)

    def _build(self, title: str) -> QVBoxLayout:
        self.head.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self.head.setHorizontalSpacing(24)
        self.head.setVerticalSpacing(4)
        self.head.setColumnStretch(0, 1)
        self.head.addWidget(label(title, "title", wrap=True), 0, 0)
        self.footer.setContentsMargins(MARGIN, 16, MARGIN, 16)
        self.footer.setSpacing(8)
        self.footer.addLayout(self._answers, 1)
        self._answers.addWidget(self.do_button)
        self._answers.addWidget(self.leave_button)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 24, 0, 0)
        box.setSpacing(0)
        box.addLayout(self.head)
        box.addSpacing(16)
        box.addWidget(self._column, 1)
        box.addWidget(rule())
        box.addWidget(self.problem)
        box.addLayout(self.footer)
        return box

    def showEvent(self, event: QShowEvent) -> None:
        """Its size has to be known before Qt puts it over the middle of its window."""
        self.fit_height()
        super().showEvent(event)
        self.order_answers()

    def order_answers(self) -> None:
        """Tab comes to them from the left, after what is inside: it goes round, and they were made first."""
        items = [self._answers.itemAt(place) for place in range(self._answers.count())]
        items += [self.footer.itemAt(place) for place in range(1, self.footer.count())]
        below = [made for item in items if item is not None and (made := item.widget()) is not None]
        order_stops(*below)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.focusWidget()
        if event.key() in _SCROLLING:
            self._column.keyPressEvent(event)
        elif event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
        elif self._by_field and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._go_on_from(here)
        elif isinstance(here, QPushButton) and not here.isCheckable():
            here.click()
        elif not self.do_button.isHidden() and self.do_button.isEnabled():
            self.do_button.click()

    def _go_on_from(self, here: QWidget | None) -> None:
        if isinstance(here, QPushButton):
            here.click()
        elif self.focusNextChild() and (now := self.focusWidget()) is not None and self._column.isAncestorOf(now):
            self.show_part(now)

    def done(self, result: int) -> None:
        """Closed, however: the keyboard goes back to what had it, where no window manager sees to that too."""
        super().done(result)
        if (behind := self.parentWidget()) is not None and behind.isVisible():
            behind.window().activateWindow()

"""A number that can be changed where it stands; it looks like text until it is pointed at or entered."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from app.domain.errors import Refused
from app.domain.wording import format_plain
from app.i18n import _
from app.ui.session.summary.amounts import AmountKind, read_amount
from app.ui.widgets.text import set_property

NARROWEST, AROUND = 48, 18  # pixels: the whole field, and what is around its text
ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class AmountField(QLineEdit):
    """Typed text counts when the field is left or on Enter; arrows up and down change it at once, Esc takes it back."""

    entered = Signal(float)
    refused = Signal(str)  # a sentence, or "" when what stands there fits again
    finished = Signal()  # Enter or Esc ended the typing

    def __init__(self, kind: AmountKind, name: str) -> None:
        """`name` is what a screen reader calls it."""
        super().__init__()
        self._kind = kind
        self._amount: float | None = None
        self._typed = False
        self.setProperty("quiet", True)
        self.setAccessibleName(name)
        self.setToolTip(_("Type another number, or press ↑ or ↓"))
        self.setMaxLength(20)
        self.setFixedWidth(NARROWEST)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.textEdited.connect(self._on_typed)

    @property
    def is_typed(self) -> bool:
        """Whether something was typed that is not taken yet."""
        return self._typed

    def show_amount(self, amount: float | None) -> None:
        """What is stored; None where the set was not done. What is being typed stays."""
        self._amount = amount
        self.setEnabled(amount is not None)
        if not self._typed or amount is None:
            self.take_back()

    def take_back(self) -> None:
        """Show what is stored instead of what was typed."""
        self._typed = False
        self._mark("")
        self.setText("–" if self._amount is None else format_plain(self._amount))
        self.setFixedWidth(max(NARROWEST, self.fontMetrics().horizontalAdvance(self.text()) + AROUND))

    def commit(self) -> bool:
        """Take what was typed; whether it could be taken."""
        if not self._typed:
            return True
        try:
            amount = read_amount(self.text(), self._kind)
        except Refused as refusal:
            self._mark(str(refusal))
            return False
        self._give(amount)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self._change_by(self._kind.step if event.key() == Qt.Key.Key_Up else -self._kind.step)
        elif event.key() in ENTER and self._typed:
            if self.commit():
                self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape and self._typed:
            self.take_back()
            self.finished.emit()
        elif event.key() in ENTER or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Undo is the window's where nothing is typed here that could be undone."""
        if is_undo(event) and not self._typed:
            event.ignore()
            return False
        return super().event(event)

    def _change_by(self, step: float) -> None:
        if self._amount is not None and not self.isReadOnly() and self.commit():
            self._give(min(max(0.0, self._amount + step), self._kind.most))
            self.selectAll()

    def _give(self, amount: float) -> None:
        """Tell of a changed amount; what is stored then comes back through `show_amount`."""
        self._typed = False
        changed = amount != self._amount
        self.take_back()
        if changed:
            self.entered.emit(amount)

    def _on_typed(self) -> None:
        self._typed = True
        self._mark("")

    def _mark(self, sentence: str) -> None:
        if sentence or self.property("wrong"):
            set_property(self, "wrong", bool(sentence))
            self.refused.emit(sentence)


def is_undo(event: QEvent) -> bool:
    """Whether a field is asked if it wants the keys of undo or redo for itself."""
    return (
        isinstance(event, QKeyEvent)
        and event.type() == QEvent.Type.ShortcutOverride
        and (event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo))
    )

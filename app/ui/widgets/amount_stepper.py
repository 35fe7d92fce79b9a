"""An amount, or a span of amounts, in a field between a − and a +."""

from PySide6.QtCore import QEvent, Signal

from app.domain.errors import Refused
from app.domain.exercise import Range
from app.ui.widgets.amounts import AmountKind, read_amount, show_amount
from app.ui.widgets.stepper import Stepper
from app.ui.widgets.undo_keys import is_undo


class AmountStepper(Stepper):
    """Tells every amount that the person gives; undo is the page's, since it knows more than one field."""

    given = Signal(object)  # Range

    def __init__(self, name: str, kind: AmountKind, amount: Range) -> None:
        super().__init__(name)
        self._kind, self._amount, self._before = kind, amount, amount
        self.field.installEventFilter(self)
        self.field.entered.connect(self._remember)
        self._show()

    @property
    def amount(self) -> Range:
        return self._amount

    def show_amount(self, amount: Range) -> None:
        """Show `amount`, unless it is what is being typed."""
        if amount != self._amount:
            self._amount = amount
            self._forget_problem()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        return is_undo(event) and self._leave_to_the_page(event)

    def _leave_to_the_page(self, event: QEvent) -> bool:
        event.ignore()
        return True

    def _remember(self) -> None:
        self._before = self._amount

    def _read(self, text: str) -> None:
        """What can't be taken leaves what was there before the typing: "11" is not first a 1."""
        try:
            self._give(read_amount(text, self._kind))
        except Refused:
            self._give(self._before)
            raise

    def _shown(self) -> str:
        return show_amount(self._amount, self._kind)

    def _move(self, steps: int) -> None:
        """Both ends by as much, on to whole steps, as far as it goes."""
        kind, by = self._kind, steps * self._kind.step
        by = min(max(by, kind.low - self._amount.low), kind.high - self._amount.high)
        self._give(Range(round(self._amount.low + by, 3), round(self._amount.high + by, 3)))
        self._remember()
        self._forget_problem()

    def _give(self, amount: Range) -> None:
        if amount != self._amount:
            self._amount = amount
            self.given.emit(amount)
            self.changed.emit()

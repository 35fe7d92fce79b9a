"""A time in seconds: a field to type it into between a − and a +."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPushButton

from app.domain.errors import Refused
from app.domain.wording import format_plain
from app.i18n import _
from app.ui.widgets.buttons import button
from app.ui.widgets.seconds import read_seconds, show_seconds
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import set_property

WIDTH = 132
LONGEST = 12
_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_PageUp: 4, Qt.Key.Key_PageDown: -4}


class _Field(QLineEdit):
    """Steps with the arrows; selects what it holds when it is entered and tells when it is left."""

    entered = Signal()
    left = Signal()
    stepped = Signal(int)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = _STEPS.get(Qt.Key(event.key()))
        if steps is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(steps)


class Stepper(QFrame):
    """A field with − and + beside it; `name` is what a screen reader calls it.

    What can't be understood changes nothing and is said, here when the field is left and as `told` to whoever wants
    to show it. What is one step, and what a text means, is for those who derive from it.
    """

    changed = Signal()
    told = Signal(str)  # what is wrong with what was typed; "" when nothing is any more

    def __init__(self, name: str, hint: str = "", width: int = WIDTH) -> None:
        super().__init__()
        self.setProperty("stepper", True)
        self.setFixedWidth(in_text(width))
        self._problem = ""
        self.field = self._make_field(name, hint)
        self.less = self._make_button("−", _("Less"), -1)
        self.more = self._make_button("+", _("More"), 1)
        for made in (self.less, self.more):
            made.setAccessibleDescription(name)
        line = QHBoxLayout(self)
        line.setContentsMargins(2, 2, 2, 2)
        line.setSpacing(0)
        line.addWidget(self.less)
        line.addWidget(self.field, 1)
        line.addWidget(self.more)

    @property
    def problem(self) -> str:
        """Why what stands in the field is not taken; "" where it is."""
        return self._problem

    def say_problem(self) -> None:
        """Mark the field and tell why, where it holds what can't be taken."""
        set_property(self, "wrong", bool(self._problem))
        self.field.setAccessibleDescription(self._problem)
        self.told.emit(self._problem)

    def _read(self, text: str) -> None:
        """Take what `text` means. Refused where it means nothing that can be."""
        raise NotImplementedError

    def _shown(self) -> str:
        """The text of what was taken."""
        raise NotImplementedError

    def _move(self, steps: int) -> None:
        """That many steps up or down."""
        raise NotImplementedError

    def _show(self) -> None:
        self.field.setText(self._shown())
        if self.field.hasFocus():
            self.field.selectAll()

    def _forget_problem(self) -> None:
        self._problem = ""
        self._show()
        self.say_problem()

    def _make_field(self, name: str, hint: str) -> _Field:
        field = _Field()
        field.setAccessibleName(name)
        field.setMaxLength(LONGEST)
        field.setAlignment(Qt.AlignmentFlag.AlignCenter)
        field.setPlaceholderText(hint)
        field.textEdited.connect(self._understand)
        field.stepped.connect(self._move)
        field.entered.connect(lambda: set_property(self, "entered", True))
        field.left.connect(self._leave)
        self.setFocusProxy(field)
        return field

    def _make_button(self, sign: str, name: str, steps: int) -> QPushButton:
        made = button(sign, lambda: self._move(steps), kind="step")
        made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.setAutoRepeat(True)
        made.setAccessibleName(name)
        return made

    def _understand(self, text: str) -> None:
        """Take what was typed as soon as it means something."""
        had = self._problem
        try:
            self._read(text)
        except Refused as refused:
            self._problem = str(refused)
            return
        self._problem = ""
        if had:
            self.say_problem()

    def _leave(self) -> None:
        set_property(self, "entered", False)
        if self._problem:
            self.say_problem()
        else:
            self._show()


class SecondsStepper(Stepper):
    """`step` and `most` are seconds.

    The usual time stands there until another is chosen: `usual` seconds from its low to its high end, one number
    where they are equal. An empty field goes back to it.
    """

    def __init__(self, name: str, usual: tuple[float, float], most: float, step: float) -> None:
        self._usual, self._most, self._step = usual, most, step
        self._value: float | None = None
        super().__init__(name, self.usual_text)
        self._show()

    @property
    def value(self) -> float | None:
        """The seconds chosen; None where the usual time stands."""
        return self._value

    @property
    def usual_text(self) -> str:
        low, high = self._usual
        if low == high:
            return show_seconds(low)
        return f"{format_plain(low)}–{show_seconds(high)}"

    def set_value(self, seconds: float | None) -> None:
        """Show `seconds`, or the usual time, whatever was typed."""
        self._problem = ""
        self._take(seconds)
        self._forget_problem()

    def _read(self, text: str) -> None:
        self._take(read_seconds(text, self._most) if text.strip() else None)

    def _move(self, steps: int) -> None:
        """On to the next whole step up or down; from a usual time that differs within, from its nearer end."""
        low, high = self._usual
        here = self._value if self._value is not None else (high if steps > 0 else low)
        self.set_value(min(max(here + steps * self._step, 0.0), self._most))

    def _take(self, seconds: float | None) -> None:
        value = None if seconds is None or (seconds, seconds) == self._usual else seconds
        if value != self._value:
            self._value = value
            self.changed.emit()

    def _shown(self) -> str:
        low, high = self._usual
        seconds = self._value if self._value is not None else (low if low == high else None)
        return "" if seconds is None else show_seconds(seconds)

"""Hand to knee: with the distance of the upright hand stored once, the way the fingertip slid is shown as well.

travel = upright − reached. It is only shown: side-bend travel is a test of its own, and its readings are its own.
"""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.domain.errors import Refused
from app.domain.exercise import Range, Side
from app.domain.measurement import Measure, Unit
from app.domain.units import format_value, parse_amount
from app.i18n import N_, _
from app.ui.live import Live
from app.ui.progress.shown import typed
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import label, set_property, set_tone

MEASURE = "hand-to-knee"
KEY = "measuring.upright_cm"
KEEP = N_("Upright distance")
POSSIBLE = Range(0, 60)


class Upright(QWidget):
    """A field that is empty until it was filled once, and the sentence that follows from it."""

    edited = Signal()

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        self._kept: dict[str, float] = {}
        self._side = Side.LEFT
        self._unit = "cm"
        self.field = QLineEdit()
        self.field.setObjectName("upright")
        self.field.setAccessibleName(_("Fingertip to knee, standing upright"))
        self.field.setPlaceholderText(_("Measured once"))
        self.field.setMaximumWidth(in_text(220))
        self.field.textEdited.connect(self.edited)
        self.setFocusProxy(self.field)
        self.said = label(kind="small", tone="muted", wrap=True)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(label(_("To the knee when upright (once, if you like)"), "small", "muted", wrap=True))
        box.addWidget(self.field)
        box.addWidget(self.said)
        box.addStretch(1)

    def show_measure(self, measure: Measure) -> None:
        """Only the one test has it."""
        self.setVisible(measure.id == MEASURE)
        self.field.setModified(False)
        if measure.id == MEASURE:
            self._kept = _read(self._live.ask(self._live.store.find.setting, KEY, {}))

    def show_side(self, side: Side, unit: str) -> None:
        """What is kept for `side`, in `unit`."""
        unsaved = side == self._side and self.field.isModified()
        self._side, self._unit = side, unit
        if unsaved:
            return
        value = self._kept.get(side)
        self.field.setText("" if value is None else typed(value, unit))
        self.say(None)

    def say(self, reached: float | None, unit: str = "") -> None:
        """The travel of a reading that `reached` so many cm from the knee; None: nothing is typed yet."""
        self._unit = unit or self._unit
        upright, problem = self._understand()
        words = problem
        if upright is not None and reached is not None:
            words = _("Travel: {travel}, upright less reached.").format(
                travel=format_value(upright - reached, Unit.CM, self._unit)
            )
        self.said.setText(words)
        self.said.setVisible(bool(words))
        set_tone(self.said, "stop" if problem else "muted")
        set_property(self.field, "wrong", bool(problem))

    def keep(self) -> bool:
        """Keep the distance with the person; False, and said, where it can't be understood."""
        upright, problem = self._understand()
        if self.isHidden() or (upright == self._kept.get(self._side) and not problem):
            return True
        if problem:
            self.say(None)
            self.field.setFocus()
            return False
        kept = {side: value for side, value in self._kept.items() if side != self._side}
        if upright is not None:
            kept[self._side.value] = upright
        if self._live.do(self._live.store.settings.set, KEY, kept, op=KEEP, undoable=True) is None:
            return False
        self._kept = kept
        self.field.setModified(False)
        return True

    def _understand(self) -> tuple[float | None, str]:
        """The distance in cm, and a sentence where the field holds none."""
        text, kept = self.field.text().strip(), self._kept.get(self._side)
        if not text:
            return None, ""
        if kept is not None and text == typed(kept, self._unit):
            return kept, ""  # shown, it is rounded
        try:
            value = parse_amount(text, Unit.CM, self._unit).value
        except Refused as refused:
            return None, str(refused)
        if value not in POSSIBLE:
            low, high = (format_value(end, Unit.CM, self._unit) for end in (POSSIBLE.low, POSSIBLE.high))
            return None, _("Upright, your fingertip is {low} to {high} above the knee.").format(low=low, high=high)
        return value, ""


def _read(kept: Any) -> dict[str, float]:
    """What fits of a setting that may be old or damaged."""
    if not isinstance(kept, dict):
        return {}
    numbers = {side: value for side, value in kept.items() if isinstance(value, int | float)}
    return {side: float(value) for side, value in numbers.items() if side in tuple(Side) and value in POSSIBLE}

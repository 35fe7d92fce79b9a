"""One exercise among the times of a routine."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.exercise import DoseKind, Exercise
from app.domain.playing.times import LONGEST_S
from app.domain.routine import RoutineStep
from app.domain.wording import describe_step
from app.i18n import _
from app.ui.look import Look
from app.ui.session.today.times_offered import OfferedTime, offered_times
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.segments import Segments
from app.ui.widgets.sizes import in_text
from app.ui.widgets.stepper import SecondsStepper
from app.ui.widgets.switch import Switch
from app.ui.widgets.text import label, set_tone

NAME = 208
HOLD, PULSES = "hold", "pulses"
FIELD_HEIGHT = 38


class TimesRow(QWidget):
    """The exercise of `step`, which is as the routine has it, with the times that occur in it."""

    changed = Signal()

    def __init__(self, look: Look, step: RoutineStep, exercise: Exercise) -> None:
        super().__init__()
        self._step, self._exercise = step, exercise
        self.steppers: dict[str, SecondsStepper] = {}
        self.self_paced: Switch | None = None
        self.pulses: Segments | None = None
        self._fields = FlowLayout(gap=16)
        for offered in offered_times(step, exercise):
            self._add_time(offered)
        if exercise.kind is DoseKind.REPS:
            self._add_self_paced(look)
        if exercise.kind is DoseKind.POSITIONS:
            self._add_pulses()
        self.problem = label(kind="small", tone="stop", wrap=True)
        self.problem.hide()
        self._arrange()

    @property
    def changes(self) -> dict[str, Any]:
        """What differs from the routine, by the fields of a step."""
        found: dict[str, Any] = {
            key: stepper.value for key, stepper in self.steppers.items() if stepper.value is not None
        }
        if self.self_paced is not None and self.self_paced.isChecked() != self._step.self_paced:
            found["self_paced"] = self.self_paced.isChecked()
        if self.pulses is not None and (self.pulses.key == PULSES) != self._step.pulses:
            found["pulses"] = self.pulses.key == PULSES
        return found

    @property
    def wrong(self) -> SecondsStepper | None:
        """The first field that holds what is no time."""
        return next((stepper for stepper in self.steppers.values() if stepper.problem), None)

    def show_changes(self, changes: Mapping[str, Any]) -> None:
        """Show the routine's own times but for `changes`."""
        for key, stepper in self.steppers.items():
            stepper.set_value(changes.get(key))
        if self.self_paced is not None:
            self.self_paced.setChecked(changes.get("self_paced", self._step.self_paced))
        if self.pulses is not None:
            self.pulses.choose(PULSES if changes.get("pulses", self._step.pulses) else HOLD)

    def _arrange(self) -> None:
        name = label(self._exercise.name, strong=True, wrap=True)
        dose = describe_step(self._exercise, self._step)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(name)
        words.addWidget(label(dose, "small", "muted", wrap=True))
        words.addStretch(1)
        name.setFixedWidth(in_text(NAME))
        fields = QVBoxLayout()
        fields.setSpacing(8)
        fields.addLayout(self._fields)
        fields.addWidget(self.problem)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 16, 0, 16)
        line.setSpacing(24)
        line.addLayout(words)
        line.addLayout(fields, 1)

    def _add_time(self, offered: OfferedTime) -> None:
        name = _("{time}, {exercise}").format(time=offered.name, exercise=self._exercise.name)
        stepper = SecondsStepper(name, offered.usual, LONGEST_S, offered.step_s)
        stepper.setToolTip(_("Usually {time}").format(time=stepper.usual_text))
        caption = label(offered.name, "small", "muted", wrap=True)
        stepper.changed.connect(lambda: set_tone(caption, "muted" if stepper.value is None else "accent"))
        stepper.changed.connect(self.changed)
        stepper.told.connect(self._tell)
        self.steppers[offered.key] = stepper
        self._fields.addWidget(_captioned(caption, stepper))

    def _add_self_paced(self, look: Look) -> None:
        words = _("Self-paced")
        self.self_paced = Switch(look, _("{time}, {exercise}").format(time=words, exercise=self._exercise.name))
        self.self_paced.setToolTip(_("The reps take as long as you need, until you press Enter"))
        self.self_paced.toggled.connect(self.changed)
        held = QWidget()
        held.setFixedHeight(in_text(FIELD_HEIGHT))
        inside = QHBoxLayout(held)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.addWidget(self.self_paced)
        inside.addStretch(1)
        self._fields.addWidget(_captioned(label(words, "small", "muted"), held))

    def _add_pulses(self) -> None:
        options = [(HOLD, _("Hold")), (PULSES, _("Small pulses"))]
        self.pulses = Segments(_("Each bend, {exercise}").format(exercise=self._exercise.name), options, HOLD)
        self.pulses.chosen.connect(self.changed)
        self._fields.addWidget(_captioned(label(_("Each bend"), "small", "muted"), self.pulses))

    def _tell(self, _sentence: str) -> None:
        """What is wrong with the first field that is."""
        wrong = self.wrong
        self.problem.setText(wrong.problem if wrong is not None else "")
        self.problem.setVisible(wrong is not None)


class NotOpenRow(QWidget):
    """An exercise that is not open yet: what is done in its place keeps its own times."""

    def __init__(self, exercise: Exercise, stand_in: Exercise | None) -> None:
        super().__init__()
        if stand_in is None:
            words = _("Not open yet, so it is left out.")
        else:
            words = _("Not open yet. {exercise} takes its place, in its own times.").format(exercise=stand_in.name)
        name = label(exercise.name, tone="muted", strong=True, wrap=True)
        name.setFixedWidth(in_text(NAME))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 16, 0, 16)
        line.setSpacing(24)
        line.addWidget(name, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(label(words, tone="muted", wrap=True), 1, Qt.AlignmentFlag.AlignTop)


def _captioned(caption: QWidget, field: QWidget) -> QWidget:
    """Fields beside one another stand on one line, however many lines their captions have."""
    made = QWidget()
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(6)
    box.addWidget(caption, 1, Qt.AlignmentFlag.AlignBottom)
    box.addWidget(field)
    return made

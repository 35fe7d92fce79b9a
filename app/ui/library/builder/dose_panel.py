"""The chosen step beside the list: its figure, its dose field by field, and what can be done with it."""

from collections.abc import Iterable
from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.domain.exercise import DoseKind, Exercise, Range, Sides
from app.domain.own.items import LONGEST_TEXT
from app.domain.own.routine_draft import with_sides
from app.domain.routine import RoutineStep, sides_to_choose
from app.i18n import _
from app.ui.figures import Figures
from app.ui.library.builder.dose_fields import DoseField, amount_fields, tempo_fields, time_fields
from app.ui.library.builder.plain_field import PlainField
from app.ui.look import Look
from app.ui.widgets.amount_stepper import AmountStepper
from app.ui.widgets.buttons import button, show_checked, tinted
from app.ui.widgets.card import PADDING, Card, rule
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.scrolling import Column
from app.ui.widgets.segments import Segments
from app.ui.widgets.still_view import StillView
from app.ui.widgets.switch import Switch
from app.ui.widgets.text import label
from app.ui.widgets.unwheeled import DropDown

NARROWEST, WIDEST = 400, 440
FIGURE = QSize(128, 88)
GAP, MARGIN = 16, 8
FIELD_HEIGHT = 38
HOLD, PULSES = "hold", "pulses"


class DosePanel(Card):
    """Shows one step and tells how it is wanted instead; the fields are made anew only for another kind of step."""

    changed = Signal(object, str)  # RoutineStep, and the field's key
    play_asked = Signal()
    double_asked = Signal()
    remove_asked = Signal()
    moved = Signal(int)  # -1 up, 1 down
    rebuilt = Signal()  # there are other fields now

    def __init__(self, look: Look, figures: Figures) -> None:
        super().__init__(padding=0, spacing=0)
        self._look, self._figures = look, figures
        self._step: RoutineStep | None = None
        self._exercise: Exercise | None = None
        self._shape: tuple[Exercise | None, bool] | None = None
        self._cells: dict[str, QWidget] = {}
        self._in_order: list[QWidget] = []
        self.steppers: dict[str, AmountStepper] = {}
        self._fields: dict[str, DoseField] = {}
        self.sides: DropDown | None = None
        self.self_paced: Switch | None = None
        self.pulses: Segments | None = None
        self.column = Column(PADDING)
        self.setMinimumWidth(NARROWEST)
        self.setMaximumWidth(WIDEST)
        self.box.addWidget(self.column, 1)
        self.box.addWidget(rule())
        self.box.addLayout(self._make_footer())
        self._build()

    @property
    def first_field(self) -> QWidget | None:
        """Where the keyboard goes on to."""
        return next((stepper.field for stepper in self.steppers.values()), None)

    @property
    def order(self) -> list[QWidget]:
        """The fields and buttons as the Tab key goes through them."""
        buttons = [self.play_button, self.up_button, self.down_button, self.double_button, self.remove_button]
        return [*self._in_order, self.note, *buttons]

    def show_step(self, step: RoutineStep | None, exercise: Exercise | None) -> None:
        """Show `step`; None, or a step whose exercise is not there any more, has no fields."""
        shape = (exercise, step is None)
        self._step, self._exercise = step, exercise
        if shape != self._shape:
            self._shape = shape
            self._build()
            self.rebuilt.emit()
        self._fill()

    def _make_footer(self) -> QVBoxLayout:
        look = self._look
        self.play_button = tinted(button(_("Play from here"), self.play_asked.emit), look, "play")
        self.play_button.setToolTip(_("Try the routine from this step on (Ctrl+Enter)"))
        self.up_button = button("↑", lambda: self.moved.emit(-1), kind="quiet")
        self.down_button = button("↓", lambda: self.moved.emit(1), kind="quiet")
        self.double_button = tinted(button("", self.double_asked.emit, kind="quiet"), look, "copy", "muted")
        self.remove_button = tinted(button("", self.remove_asked.emit, kind="quiet"), look, "trash", "muted")
        small = QWidget()
        line = QHBoxLayout(small)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        for made, name, key in (
            (self.up_button, _("Move up"), "Alt+Up"),
            (self.down_button, _("Move down"), "Alt+Down"),
            (self.double_button, _("The same step once more"), "Ctrl+D"),
            (self.remove_button, _("Take this step out"), "Delete"),
        ):
            made.setProperty("tight", True)
            made.setAccessibleName(name)
            made.setToolTip(_("{name} ({key})").format(name=name, key=key))
            line.addWidget(made)
        held = QWidget()
        flow = FlowLayout(held)  # in a language of long words the small ones go below
        flow.addWidget(self.play_button)
        flow.addWidget(small)
        footer = QVBoxLayout()
        footer.setContentsMargins(PADDING, 12, MARGIN, 12)
        footer.addWidget(held)
        return footer

    # The fields

    def _build(self) -> None:
        """Make the fields that this kind of step has."""
        self.note = PlainField(_("Note for this step"), LONGEST_TEXT)
        self.note.textEdited.connect(lambda text: self._give("note", note=text))
        self.problem = label(kind="small", tone="stop", wrap=True)
        self.steppers, self._fields, self._cells, self._in_order = {}, {}, {}, []
        self.sides = self.self_paced = self.pulses = None
        made = QWidget()
        box = QVBoxLayout(made)
        box.setContentsMargins(0, PADDING, 0, 0)
        box.setSpacing(16)
        step, exercise = self._step, self._exercise
        for part in (self.play_button, self.up_button, self.down_button, self.double_button, self.remove_button):
            part.setEnabled(step is not None)
        box.addWidget(self.problem)
        self.problem.hide()
        if step is not None and exercise is not None:
            box.addLayout(self._make_head(exercise))
            self._add_fields(box, "", amount_fields(exercise), self._make_sides(exercise))
            self._add_fields(box, _tempo_title(exercise), tempo_fields(exercise), self._make_way(exercise))
            self._add_fields(box, _("Times around it"), time_fields(exercise), None)
        else:
            words = _("Choose a step to set its dose.") if step is None else _("This exercise is not there any more.")
            box.addWidget(label(words, tone="muted", wrap=True))
        box.addWidget(self.note)
        box.addStretch(1)
        self.note.setVisible(exercise is not None)
        self._show_content(made)

    def _show_content(self, made: QWidget) -> None:
        while (item := self.column.box.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        self.column.box.addWidget(made)
        made.show()  # now, so that a field in it can take the keyboard at once

    def _make_head(self, exercise: Exercise) -> QHBoxLayout:
        picture = StillView(self._look, self._figures.picture(exercise), "", FIGURE)
        picture.setFixedSize(FIGURE)
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addWidget(label(exercise.name, "heading", wrap=True))
        words.addWidget(label(", ".join(map(_, exercise.equipment)), "small", "muted", wrap=True))
        words.addStretch(1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        head.addLayout(words, 1)
        return head

    def _add_fields(
        self, box: QVBoxLayout, title: str, fields: Iterable[DoseField], besides: tuple[str, QWidget] | None
    ) -> None:
        """Fields side by side as far as there is room, each with its caption above; nothing where there are none."""
        cells = [self._make_cell(field) for field in fields]
        if besides is not None:
            cells.append(_captioned(*besides))
            self._in_order.append(besides[1])
        if not cells:
            return
        if title:
            box.addWidget(label(title, "small", strong=True))
        held = QWidget()
        flow = FlowLayout(held, GAP)
        for cell in cells:
            flow.addWidget(cell)
        box.addWidget(held)

    def _make_cell(self, field: DoseField) -> QWidget:
        self._cells[field.key] = _captioned(field.name, self._make_stepper(field))
        return self._cells[field.key]

    def _make_stepper(self, field: DoseField) -> AmountStepper:
        stepper = AmountStepper(field.name, field.kind, Range(field.kind.low, field.kind.low))
        stepper.given.connect(lambda amount, key=field.key: self._give_amount(key, amount))
        stepper.told.connect(self._tell)
        self.steppers[field.key], self._fields[field.key] = stepper, field
        self._in_order.append(stepper)
        return stepper

    def _make_sides(self, exercise: Exercise) -> tuple[str, QWidget] | None:
        choices = sides_to_choose(exercise)
        if len(choices) == 1:
            return None
        self.sides = DropDown(_("Sides"))
        for sides in choices:
            self.sides.addItem(_sides_name(sides), sides)
        self.sides.activated.connect(self._give_sides)
        return _("Sides"), self.sides

    def _make_way(self, exercise: Exercise) -> tuple[str, QWidget] | None:
        """Whether reps wait for a key, or bends are pulsed."""
        if exercise.kind is DoseKind.REPS:
            self.self_paced = Switch(self._look, _("Self-paced"))
            self.self_paced.setToolTip(_("The reps take as long as you need, until you press Enter"))
            self.self_paced.toggled.connect(lambda on: self._give("self_paced", self_paced=on))
            return _("Self-paced"), self.self_paced
        if exercise.kind is DoseKind.POSITIONS:
            options = [(HOLD, _("Hold")), (PULSES, _("Small pulses"))]
            self.pulses = Segments(_("In each bend"), options, HOLD)
            self.pulses.chosen.connect(lambda key: self._give("pulses", pulses=key == PULSES))
            return _("In each bend"), self.pulses
        return None

    # Showing and giving

    def _fill(self) -> None:
        step, exercise = self._step, self._exercise
        if step is None or exercise is None:
            return
        for key, stepper in self.steppers.items():
            stepper.show_amount(self._fields[key].get(step))
            self._cells[key].setVisible(self._fields[key].counts(step))
        if self.sides is not None:
            self.sides.setCurrentIndex(self.sides.findData(step.sides or exercise.sides))
        if self.self_paced is not None:
            show_checked(self.self_paced, step.self_paced)
        if self.pulses is not None:
            self.pulses.choose(PULSES if step.pulses else HOLD)
        self.note.show_text(step.note)
        self._tell("")

    def _give_amount(self, key: str, amount: Range) -> None:
        if self._step is not None:
            self.changed.emit(self._fields[key].put(self._step, amount), key)

    def _give_sides(self) -> None:
        if self.sides is not None and self._step is not None and self._exercise is not None:
            self.changed.emit(with_sides(self._step, self._exercise, Sides(self.sides.currentData())), "")

    def _give(self, key: str, **changes: object) -> None:
        if self._step is not None:
            self.changed.emit(replace(self._step, **changes), key)  # type: ignore[arg-type]  # fields by their names

    def _tell(self, _sentence: str) -> None:
        """What is wrong with the first field that is."""
        wrong = next((stepper.problem for stepper in self.steppers.values() if stepper.problem), "")
        self.problem.setText(wrong)
        self.problem.setVisible(bool(wrong))


def _captioned(name: str, field: QWidget) -> QWidget:
    made = QWidget()
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(4)
    box.addWidget(label(name, "small", "muted"))
    line = QHBoxLayout()
    line.addWidget(field)
    line.addStretch(1)
    line.addStrut(FIELD_HEIGHT)
    box.addLayout(line)
    return made


def _tempo_title(exercise: Exercise) -> str:
    return _("Tempo of one rep") if exercise.kind is DoseKind.REPS else _("Tempo")


def _sides_name(sides: Sides) -> str:
    return {
        Sides.EACH: _("Left, then right"),
        Sides.ALTERNATE: _("Alternating"),
        Sides.LEFT: _("Left only"),
        Sides.RIGHT: _("Right only"),
    }[sides]

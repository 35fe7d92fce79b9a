"""A test of the person's own: made, changed, archived."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from app.domain.errors import Refused
from app.domain.exercise import Range
from app.domain.measurement import Better, Measure, Unit
from app.domain.own.measure import LONGEST_NAME, OwnMeasure, check_own_measure
from app.domain.units import parse_amount
from app.i18n import _
from app.store.changes import Changes
from app.ui.live import Live
from app.ui.progress.shown import typed
from app.ui.widgets.asking import Asking
from app.ui.widgets.buttons import button
from app.ui.widgets.choice import Choice
from app.ui.widgets.sizes import in_text
from app.ui.widgets.text import label

WIDTH = 640
STEPS_HEIGHT = 104
USUAL_RANGE = {Unit.CM.value: ("0", "100"), "in": ("0", "40"), Unit.DEG.value: ("0", "180")}


class OwnMeasureDialog(Asking):
    """`measure_id` is the test to change, "" for a new one. Nothing is kept before Save; Esc leaves all as it was."""

    saved = Signal(str)  # the test's id
    archived = Signal(str)

    def __init__(
        self, live: Live, others: Iterable[Measure], measure_id: str = "", parent: QWidget | None = None
    ) -> None:
        """`others` are the tests there are: no two have the same name."""
        known = live.ask(live.store.find.own_measures) or []
        own = next((each for each in known if each.id == measure_id), None)
        title = _("Change this test") if own else _("A test of your own")
        super().__init__(title, _("Save"), parent, width=WIDTH, by_field=True)
        self._live, self._others, self._own = live, tuple(others), own
        self.name = _field(_("Name"), _("Such as tragus to wall"))
        self.name.setMaxLength(LONGEST_NAME)
        self.units = Choice(_("Measured in"), wraps=True)
        self.better = Choice(_("Progress is"), wraps=True)
        self.sided = QCheckBox(_("Left and right are measured apart"))
        self.hard = (_field(_("Possible from")), _field(_("Possible to")))
        self.soft = (_field(_("Usual from")), _field(_("Usual to")))
        self.steps = QPlainTextEdit()
        self.steps.setObjectName("note")
        self._arrange()
        self._fill()
        live.failed.connect(self.say_problem)
        self.name.setFocus()

    # What is in it

    @property
    def draft(self) -> OwnMeasure:
        """The test as it is typed. Raises Refused for a range that can't be understood."""
        unit = Unit.DEG if self.units.key == Unit.DEG else Unit.CM
        soft = self._range(self.soft, unit) if any(field.text().strip() for field in self.soft) else None
        return OwnMeasure(
            id=self._own.id if self._own else "",
            name=" ".join(self.name.text().split()),
            unit=unit,
            better=Better(self.better.key),
            sided=self.sided.isChecked(),
            hard=self._range(self.hard, unit),
            soft=soft,
            steps=tuple(line.strip() for line in self.steps.toPlainText().splitlines() if line.strip()),
        )

    def do(self) -> None:
        """Keep the test, or say why it can't be kept."""
        try:
            draft = self.draft
            check_own_measure(draft, self._others)
        except Refused as refused:
            self.say_problem(str(refused))
            return
        changes: Changes | None = self._live.do(self._live.store.measures.save, draft)
        if changes is not None:
            self.accept()
            self.saved.emit(changes.ids[0])

    def archive(self) -> None:
        """Off the lists; its readings stay."""
        if self._own is not None and self._live.do(self._live.store.measures.archive, self._own.id) is not None:
            self.accept()
            self.archived.emit(self._own.id)

    def _range(self, fields: tuple[QLineEdit, QLineEdit], unit: Unit) -> Range:
        low, high = (parse_amount(field.text(), unit, self.units.key).value for field in fields)
        return Range(low, high)

    def _fill(self) -> None:
        own = self._own
        options = [(Unit.CM.value, _("cm")), ("in", _("inches")), (Unit.DEG.value, _("degrees"))]
        self.units.offer(options, own.unit.value if own else Unit.CM.value)
        self.better.offer([(Better.HIGHER, _("a larger value")), (Better.LOWER, _("a smaller value"))], Better.HIGHER)
        self.units.chosen.connect(self._suggest)
        if own is None:
            self._suggest()
            return
        self.name.setText(own.name)
        self.better.choose(own.better)
        self.sided.setChecked(own.sided)
        for fields, span in ((self.hard, own.hard), (self.soft, own.soft)):
            if span is not None:
                fields[0].setText(typed(span.low, own.unit))
                fields[1].setText(typed(span.high, own.unit))
        self.steps.setPlainText("\n".join(own.steps))

    def _suggest(self) -> None:
        """A wide range to begin with, in the unit that is chosen; what the person typed stays."""
        for field, text in zip(self.hard, USUAL_RANGE[self.units.key], strict=True):
            if not field.isModified() and self._own is None:
                field.setText(text)

    # Making the parts

    def _arrange(self) -> None:
        self.inside.addLayout(_group(_("Name"), self.name))
        both = QHBoxLayout()
        both.setSpacing(24)
        both.addLayout(_group(_("Measured in"), self.units), 1)
        both.addLayout(_group(_("Progress is"), self.better), 1)
        self.inside.addLayout(both)
        self.inside.addWidget(self.sided)
        self.inside.addLayout(self._make_ranges())
        self.steps.setAccessibleName(_("How it is done"))
        self.steps.setPlaceholderText(_("A line for each step"))
        self.steps.setTabChangesFocus(True)
        self.steps.setFixedHeight(in_text(STEPS_HEIGHT))
        self.inside.addLayout(_group(_("How it is done, if you like: a line for each step"), self.steps))
        self.inside.addStretch(1)
        self.archive_button = button(_("Archive"), self.archive, kind="quiet")
        self.archive_button.setToolTip(_("Off the list; its readings stay"))
        self.archive_button.setVisible(self._own is not None)
        self.footer.addWidget(self.archive_button)

    def _make_ranges(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        lines = (
            (_("Possible values: others are refused"), self.hard),
            (_("Usual values, if you like: others are asked about"), self.soft),
        )
        for line, (words, fields) in enumerate(lines):
            grid.addWidget(label(words, "small", "muted", wrap=True), 2 * line, 0, 1, 4)
            grid.addWidget(fields[0], 2 * line + 1, 0)
            grid.addWidget(label(_("to"), tone="muted"), 2 * line + 1, 1)
            grid.addWidget(fields[1], 2 * line + 1, 2)
        for field in (*self.hard, *self.soft):
            field.setMaximumWidth(in_text(140))
        grid.setColumnStretch(3, 1)
        return grid


def _field(name: str, hint: str = "") -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    return made


def _group(name: str, part: QWidget) -> QVBoxLayout:
    box = QVBoxLayout()
    box.setSpacing(6)
    box.addWidget(label(name, "small", "muted", wrap=True))
    box.addWidget(part)
    return box

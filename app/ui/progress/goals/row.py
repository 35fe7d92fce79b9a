"""The goals of a measure below its chart: each a button that opens it, and one to set another."""

from collections.abc import Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from app.domain.exercise import Side
from app.domain.progress.goals import Goal
from app.i18n import _
from app.ui.look import Look
from app.ui.progress.goals.words import goal_words, reached_words
from app.ui.progress.shown import ChartShown
from app.ui.widgets.buttons import button, tinted
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.stops import order_stops, stops_in
from app.ui.widgets.text import label

if TYPE_CHECKING:
    from app.ui.progress.goals.form import GoalForm


class GoalRow(QWidget):
    """Tells what is asked for and changes nothing itself."""

    goal_chosen = Signal(object, object, str)  # Goal, Measure, the unit it is shown in
    goal_removed = Signal(object, object, str)  # the same
    opened = Signal(bool)  # whether the fields are there

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._shown: ChartShown | None = None
        self.buttons: list[QPushButton] = []
        self.set_button = tinted(button(_("Set a goal"), self._begin_new, kind="quiet"), look, "plus", "muted", 16)
        self.reached = label(kind="small", tone="good", strong=True, wrap=True)
        self._line = QWidget()
        self._flow = FlowLayout(self._line)
        self._flow.addWidget(self.set_button)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(4)
        for part in (self._line, self.reached):
            self._box.addWidget(part)

    @cached_property
    def form(self) -> "GoalForm":
        """Made when a goal is first set or changed."""
        from app.ui.progress.goals.form import GoalForm

        made = GoalForm()
        made.hide()
        self._box.insertWidget(1, made)
        order_stops(self.set_button, *stops_in(made))
        made.closed.connect(self.close_form)
        made.chosen.connect(self._tell_chosen)
        made.removed.connect(self._tell_removed)
        return made

    def show_goals(self, shown: ChartShown) -> None:
        """Of the measure shown; fields that are open for another measure are closed."""
        if self._shown is not None and self._shown.measure.id != shown.measure.id:
            self.close_form()
        self._shown = shown
        held = self._holds_focus()
        for made in (*self.buttons, self.set_button):
            self._flow.removeWidget(made)
        for made in self.buttons:
            made.hide()
            made.deleteLater()
        self.buttons = [self._button(goal) for goal in shown.goals]
        for made in (*self.buttons, self.set_button):
            self._flow.addWidget(made)
        self.set_button.setText(_("Set a goal") if not shown.goals else _("Another goal"))
        self.set_button.setVisible(bool(self._free_sides()))
        words = self._reached_words()
        self.reached.setText(" ".join(words))
        self.reached.setVisible(bool(words))
        if held and self._line.isVisibleTo(self):
            self._take_focus()

    def close_form(self) -> None:
        held = self._holds_focus()
        if "form" in self.__dict__:
            self.form.hide()
        self._line.show()
        self.opened.emit(False)
        if held:
            self._take_focus()

    def _holds_focus(self) -> bool:
        focused = QApplication.focusWidget()
        return focused is not None and self.isAncestorOf(focused)

    def _take_focus(self) -> None:
        """So that the keyboard stays where it was when what it was in goes away."""
        made = self.buttons[-1] if self.buttons else self.set_button
        made.show()  # a layout shows what is new in it only later
        made.setFocus()

    def _free_sides(self) -> list[Side | None]:
        """For which there is no goal yet."""
        if self._shown is None:
            return []
        taken = {goal.side for goal in self._shown.goals}
        sides: Sequence[Side | None] = (None, Side.LEFT, Side.RIGHT) if self._shown.measure.sided else (None,)
        return [side for side in sides if side not in taken]

    def _button(self, goal: Goal) -> QPushButton:
        assert self._shown is not None  # noqa: S101  # it is made for what is shown
        words = goal_words(goal, self._shown.measure, self._shown.now.date(), self._shown.shown_in)
        made = tinted(button(words, partial(self._begin, goal), kind="quiet"), self._look, "edit", "muted", 16)
        made.setToolTip(_("Change or remove this goal"))
        return made

    def _reached_words(self) -> list[str]:
        if self._shown is None:
            return []
        by_id = {reading.id: reading for reading in self._shown.readings}
        return [
            reached_words(goal, by_id[goal.reached_by], self._shown.measure, self._shown.now.date(),
                          self._shown.shown_in)
            for goal in self._shown.goals if goal.reached_by in by_id
        ]  # fmt: skip

    def _begin_new(self) -> None:
        self._begin(None)

    def _begin(self, goal: Goal | None) -> None:
        if self._shown is None:
            return
        self._line.hide()
        self.opened.emit(True)
        shown = self._shown
        latest = [side.latest for side in shown.course.sides]
        self.form.begin(shown.measure, shown.now, shown.shown_in, goal, self._free_sides(), latest)

    def _tell_chosen(self, goal: Goal) -> None:
        self.close_form()
        if self._shown is not None:
            self.goal_chosen.emit(goal, self._shown.measure, self._shown.shown_in)

    def _tell_removed(self, goal: Goal) -> None:
        self.close_form()
        if self._shown is not None:
            self.goal_removed.emit(goal, self._shown.measure, self._shown.shown_in)

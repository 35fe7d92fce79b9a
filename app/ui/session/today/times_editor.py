"""The times of a routine, exercise by exercise, and how long it takes with them."""

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.catalogue import Catalogue
from app.domain.exercise import Exercise
from app.domain.plan import Evidence, lay_out_now
from app.domain.playing.timeline import as_played
from app.domain.playing.times import apply_times, entries_for
from app.domain.preferences import KEYS, read_preferences
from app.domain.routine import Routine
from app.domain.wording import format_clock
from app.i18n import N_, _
from app.ui.live import Live
from app.ui.look import Look
from app.ui.session.today.times_row import NotOpenRow, TimesRow
from app.ui.widgets.asking import Asking
from app.ui.widgets.buttons import button
from app.ui.widgets.card import Card, rule
from app.ui.widgets.text import label

WIDTH = 960


ADJUST = N_("Adjust times")


class TimesEditor(Asking):
    """Only what differs from the routine is kept. Nothing is kept before Save; Esc leaves all as it was.

    `seen` is what decides how it is played, `locked` are the exercises that are not open yet.
    """

    saved = Signal(str)  # the routine's id

    def __init__(
        self,
        live: Live,
        catalogue: Catalogue,
        look: Look,
        routine: Routine,
        seen: Evidence,
        locked: Collection[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        title = _("Times of {routine}").format(routine=routine.name)
        super().__init__(title, _("Save"), parent, width=WIDTH, by_field=True)
        self._live, self._catalogue, self._routine, self._locked = live, catalogue, routine, locked
        self._seen = seen
        self.total = label(kind="number")
        self.usually = label(tone="muted")
        self.rows: dict[int, TimesRow] = {}
        self._arrange(look)
        self._show_kept()
        live.failed.connect(self.say_problem)
        if first := next(iter(self.rows.values()), None):
            first.steppers["setup_s"].setFocus()

    @property
    def times(self) -> list[dict[str, Any]]:
        """What would be kept: for each step of the routine what differs in it; empty where nothing does."""
        kept = entries_for(self._routine, self._seen.preferences.times.get(self._routine.id))
        entries: list[dict[str, Any]] = []
        for index, step in enumerate(self._routine.steps):
            row = self.rows.get(index)
            changes = row.changes if row is not None else kept[index]
            entries.append({**changes, "exercise": step.exercise_id})
        return entries if any(len(entry) > 1 for entry in entries) else []

    def do(self) -> None:
        """Keep the times, or go to the first field that holds none."""
        wrong = next((row.wrong for row in self.rows.values() if row.wrong is not None), None)
        if wrong is not None:
            wrong.say_problem()
            self._go_to(wrong.field)
            return
        store = self._live.store
        now = self._live.ask(read_preferences, store.find.setting)
        if now is None:
            return
        kept = {routine: times for routine, times in now.times.items() if routine != self._routine.id}
        if self.times:
            kept[self._routine.id] = self.times
        if kept != now.times:
            if self._live.do(store.settings.set, KEYS["times"], kept, op=ADJUST, undoable=True) is None:
                return
            self.saved.emit(self._routine.id)
        self.accept()

    def _go_to(self, field: QWidget) -> None:
        field.setFocus()
        self.show_part(field)

    # Making the parts

    def _arrange(self, look: Look) -> None:
        card = Card(padding=24, spacing=0)
        card.box.setContentsMargins(24, 8, 24, 8)
        for index, step in enumerate(self._routine.steps):
            if index:
                card.box.addWidget(rule())
            card.box.addWidget(self._make_row(look, index, self._catalogue.exercise(step.exercise_id)))
        self.inside.addWidget(card)
        self.inside.addStretch(1)
        self._fill_head()
        self.usual_button = button(_("Back to the usual times"), self._go_back, kind="quiet")
        self.footer.addWidget(self.usual_button)

    def _make_row(self, look: Look, index: int, exercise: Exercise) -> QWidget:
        if exercise.id in self._locked:
            return NotOpenRow(exercise, self._stand_in(exercise.id))
        row = TimesRow(look, self._routine.steps[index], exercise)
        row.changed.connect(self._sum_up)
        self.rows[index] = row
        return row

    def _stand_in(self, exercise_id: str) -> Exercise | None:
        """What is done in place of an exercise that is not open yet."""
        played = as_played(self._routine, self._catalogue.exercises, self._locked)
        found = (step.exercise_id for step in played.steps if step.stands_in_for == exercise_id)
        return next((self._catalogue.exercise(each) for each in found), None)

    def _fill_head(self) -> None:
        about = _("Type seconds, or step with − and +. An empty field goes back to its usual time.")
        self.head.addWidget(label(about, tone="muted", wrap=True), 1, 0)
        self.head.addWidget(self.total, 0, 1, Qt.AlignmentFlag.AlignRight)
        self.head.addWidget(self.usually, 1, 1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)

    # What is shown

    def _show_kept(self) -> None:
        """The times as they would be played now."""
        played = apply_times(self._routine, self._seen.preferences.times.get(self._routine.id))
        for index, row in self.rows.items():
            step, now = self._routine.steps[index], played.steps[index]
            names = (*row.steppers, "self_paced", "pulses")
            row.show_changes({name: getattr(now, name) for name in names if getattr(now, name) != getattr(step, name)})
        self._sum_up()

    def _go_back(self) -> None:
        for row in self.rows.values():
            row.show_changes({})
        self._sum_up()

    def _sum_up(self) -> None:
        """How long it takes, by the very timeline that is played."""
        usual, total = self._total_s([]), self._total_s(self.times)
        self.total.setText(format_clock(round(total)))
        self.total.setAccessibleName(_("In all {total}").format(total=format_clock(round(total))))
        same = _("minutes in all")
        other = _("minutes, usually {usual}").format(usual=format_clock(round(usual)))
        self.usually.setText(same if round(usual) == round(total) else other)
        self.usual_button.setEnabled(bool(self.times))
        self.problem.hide()

    def _total_s(self, times: list[dict[str, Any]]) -> float:
        preferences = replace(self._seen.preferences, times={self._routine.id: times} if times else {})
        seen = replace(self._seen, preferences=preferences)
        return lay_out_now(self._routine, seen, self._catalogue, self._locked).timeline.total_s

"""What the history asks about goals, done in the store; and the kind word when one is reached."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.domain.clock import Clock
from app.domain.measurement import Measure, Reading
from app.domain.progress.goals import Goal, reached_by
from app.i18n import N_, _
from app.ui.live import Live
from app.ui.progress.goals.words import named_goal, reached_words
from app.ui.progress.shown import shown_unit

STRICT = "progress.strict"  # of the settings: whether the strict measuring error counts
STRICTER = N_("Stricter error")


class GoalKeeping(QObject):
    """`said` is a word about what was done and can be undone, `reached` one about a goal."""

    said = Signal(str)
    reached = Signal(str)

    def __init__(self, live: Live, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._live, self._clock = live, clock

    @property
    def strict(self) -> bool:
        return bool(self._live.ask(self._live.store.find.setting, STRICT, False))

    def goals(self, measure: Measure) -> list[Goal]:
        """Those of a measure: of both sides, of the left, of the right."""
        found = self._live.ask(self._live.store.find.goals) or []
        return [goal for goal in found if goal.measure_id == measure.id]

    def choose_strict(self, strict: bool) -> None:
        self._live.do(self._live.store.settings.set, STRICT, strict, op=STRICTER, undoable=True)

    def set_goal(self, goal: Goal, measure: Measure, shown_in: str = "cm") -> None:
        if self._live.do(self._live.store.goals.set, goal) is not None:
            self.said.emit(_("Goal set: {goal}").format(goal=self._words(goal, measure, shown_in)))

    def remove_goal(self, goal: Goal, measure: Measure, shown_in: str = "cm") -> None:
        if self._live.do(self._live.store.goals.remove, goal.measure_id, goal.side) is not None:
            self.said.emit(_("Goal removed: {goal}").format(goal=self._words(goal, measure, shown_in)))

    def notice(self, measure: Measure, readings: Sequence[Reading]) -> None:
        """Tell of each goal that these readings reached, the first time they are looked at."""
        today = self._clock.now().date()
        for goal in self.goals(measure):
            reading = reached_by(measure, goal, readings) if goal.reached_by is None else None
            if reading is None:
                continue
            done = self._live.do(self._live.store.goals.mark_reached, measure.id, goal.side, reading.id)
            if done is not None:
                self.reached.emit(reached_words(goal, reading, measure, today, shown_unit(readings)))

    def _words(self, goal: Goal, measure: Measure, shown_in: str) -> str:
        return named_goal(goal, measure, self._clock.now().date(), shown_in)

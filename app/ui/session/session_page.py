"""The Session tab: Today at rest, the player while playing, a summary after."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.plan import locks
from app.domain.routine import Routine
from app.domain.timeline import as_played
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.session.conductor import Conductor
from app.ui.session.end_question import EndQuestion
from app.ui.session.keys import KeysOverlay
from app.ui.session.player_view import PlayerView
from app.ui.session.summary import Summary
from app.ui.session.today import Today


class SessionPage(QStackedWidget):
    """Shows one of its three views; while a session plays it asks for the whole window."""

    playing_changed = Signal(bool)
    measure_asked = Signal(str)
    full_screen_asked = Signal()

    def __init__(self, live: Live, catalogue: Catalogue, look: Look, clock: Clock, figures: Figures) -> None:
        super().__init__()
        self._live, self._catalogue, self._clock = live, catalogue, clock
        self.conductor: Conductor | None = None
        self._kept: Conductor | None = None  # ended and shown in the summary; it may still have sets to store
        self._was_paused = False
        self.today = Today(live, catalogue, look, clock, figures)
        self.player_view = PlayerView(catalogue, look, figures)
        self.summary = Summary(look)
        for view in (self.today, self.player_view, self.summary):
            self.addWidget(view)
        self.keys = KeysOverlay(self.player_view)
        self.end_question = EndQuestion(self.player_view)
        self.end_question.kept.connect(lambda: self._answer(Conductor.finish))
        self.end_question.went_on.connect(lambda: self._answer(self._go_on))
        self.end_question.discarded.connect(lambda: self._answer(Conductor.discard))
        self.today.play_asked.connect(self.play)
        self.today.measure_asked.connect(self.measure_asked)
        self.player_view.end_asked.connect(self.ask_to_end)
        self.player_view.full_screen_asked.connect(self.full_screen_asked)
        self.player_view.help_asked.connect(self.keys.appear)
        self.summary.closed.connect(self._leave_summary)
        self.summary.retried.connect(self._retry)

    @property
    def is_playing(self) -> bool:
        return self.conductor is not None

    def play(self, routine: Routine) -> None:
        """Start `routine` as it suits this person: what is not open yet gives way to its stand-in."""
        if self.conductor is not None:
            return
        exercises = self._catalogue.exercises
        readings = self._live.ask(self._live.store.readings.all)
        if readings is None:
            return
        played = as_played(routine, exercises, locks(readings, exercises))
        self.conductor = Conductor(self._live, self._catalogue, self._clock, played, self)
        self.conductor.ended.connect(self._on_ended)
        self.setCurrentWidget(self.player_view)
        self.playing_changed.emit(True)
        self.player_view.follow(self.conductor)
        self.conductor.start()

    def ask_to_end(self) -> None:
        """Keep what is done, go on, or discard; nothing moves while the question stands."""
        conductor = self.conductor
        if conductor is None:
            return
        if self.end_question.isVisible():  # asked already: the keyboard back to it
            self.end_question.keep_button.setFocus()
            return
        self._was_paused = conductor.is_paused
        conductor.pause()
        self.player_view.set_steerable(False)
        self.end_question.ask()

    def put_to_rest(self) -> bool:
        """The window closes: a running session ends. Whether everything that was done is on the disk."""
        if self.conductor is not None:
            self.conductor.finish()
        return self._kept is None or self._kept.keep()

    def _answer(self, how: Callable[[Conductor], None]) -> None:
        if self.conductor is not None:
            self.player_view.set_steerable(True)
            how(self.conductor)
            self.player_view.setFocus()

    def _go_on(self, conductor: Conductor) -> None:
        if not self._was_paused:
            conductor.resume()

    def _on_ended(self) -> None:
        conductor = self.conductor
        if conductor is None:
            return
        self.conductor = None
        self.player_view.leave()
        self.end_question.hide()
        self.keys.hide()
        self.playing_changed.emit(False)
        if conductor.done and not conductor.discarded:
            self._kept = conductor
            names = {exercise.id: exercise.name for exercise in self._catalogue.exercises.values()}
            self.setCurrentWidget(self.summary)
            self.summary.show_session(conductor.routine, conductor.timeline, conductor.done.values(), names)
            self.summary.show_unsaved(conductor.unsaved)
        else:
            conductor.deleteLater()
            self._rest()

    def _retry(self) -> None:
        if self._kept is not None:
            self._kept.keep()
            self.summary.show_unsaved(self._kept.unsaved)

    def _leave_summary(self) -> None:
        if self._kept is not None:
            self._kept.deleteLater()
            self._kept = None
        self._rest()

    def _rest(self) -> None:
        self.setCurrentWidget(self.today)
        self.today.start_button.setFocus()

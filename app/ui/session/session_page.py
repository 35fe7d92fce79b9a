"""The Session tab: Today at rest, the player while playing, a summary after."""

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from app.domain.catalogue import Catalogue
from app.domain.clock import Clock
from app.domain.plan import closed_for, lay_out_now
from app.domain.plan.morning import asks_if_up, without_weights
from app.domain.playing.laying_out import LaidOut
from app.domain.playing.timeline import build_timeline
from app.domain.preferences import Preferences, VoiceMode, read_preferences
from app.domain.routine import Routine
from app.domain.training.sessions import Session
from app.i18n import _
from app.store.evidence import evidence
from app.ui.awake import KeepAwake
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.session.today.today import Today
from app.ui.sound.announcers import Announcers

if TYPE_CHECKING:  # all that plays comes with the first session
    from app.domain.playing.events import Event
    from app.domain.playing.unfinished import Unfinished
    from app.ui.session.conductor import Conductor
    from app.ui.session.player.actions import Action
    from app.ui.session.player.end_question import EndQuestion
    from app.ui.session.player.keys import KeysOverlay
    from app.ui.session.player.morning_question import MorningQuestion
    from app.ui.session.player.pain_card import PainCard
    from app.ui.session.player.player_view import PlayerView
    from app.ui.session.summary.summary import Summary
    from app.ui.welcome.welcome import Welcome


class SessionPage(QStackedWidget):
    """Shows one of its three views, each made when it is first needed; a playing session asks for the whole window."""

    playing_changed = Signal(bool)
    measure_asked = Signal(str)
    full_screen_asked = Signal()
    import_asked = Signal()
    said = Signal(str)  # a sentence for the person
    done = Signal(str)  # what was done and can be undone

    def __init__(
        self,
        live: Live,
        catalogue: Catalogue,
        look: Look,
        clock: Clock,
        figures: Figures,
        announcers: Announcers,
        awake: KeepAwake,
    ) -> None:
        super().__init__()
        self._live, self._catalogue, self._look, self._clock, self._figures = live, catalogue, look, clock, figures
        self._announcers, self._awake = announcers, awake
        self.conductor: Conductor | None = None
        self._kept: Conductor | None = None  # ended and shown in the summary; it may still have sets to store
        self._was_going = False
        self.welcome: Welcome | None = None
        self.today = Today(live, catalogue, look, clock, figures)
        self._to_begin: tuple[LaidOut, int] | None = None  # with the segment it begins with
        self.addWidget(self.today)
        self._connect()

    @property
    def is_playing(self) -> bool:
        return self.conductor is not None

    def play(self, routine: Routine, from_step: int = 0) -> None:
        """Start `routine` as it suits this person; early in the day loaded bends are asked about first.

        It begins with its step number `from_step`, counted from 0; what comes before can be gone back to.
        """
        from app.domain.routine_lengths import first_segment

        seen = self._live.ask(evidence, self._live.store.find, self._clock.now(), self._catalogue.measures)
        sessions_before = self._live.ask(self._live.store.find.count_sessions)
        if self.conductor is not None or seen is None or sessions_before is None:
            return
        closed = closed_for(seen, self._catalogue)
        laid_out = lay_out_now(routine, seen, self._catalogue, closed, sessions_before)
        first = first_segment(laid_out.timeline, laid_out.written, laid_out.routine, from_step) if from_step else 0
        self._to_begin = (laid_out, first)
        if not laid_out.routine.steps:
            self.said.emit(" ".join((_("Nothing is left of this routine for you."), *laid_out.left_out)))
        elif asks_if_up(laid_out.routine, self._catalogue.exercises, self._clock.now()):
            self.morning_question.lie_over(self.currentWidget() or self.today)  # a reader sees nothing else
            self.morning_question.ask()
        else:
            self._start()

    def greet(self) -> None:
        """The first start: what is asked once stands before Today."""
        from app.ui.welcome.welcome import Welcome

        self.welcome = Welcome(self._live, self._look, self._announcers)
        self.welcome.left.connect(self._leave_welcome)
        self.welcome.import_asked.connect(self.import_asked)
        self.setCurrentIndex(self.addWidget(self.welcome))
        self.welcome.begin_button.setFocus()

    def show_safety(self) -> None:
        """When to stop, to get help and to ask first; a session stands still meanwhile."""
        from app.ui.safety.safety_dialog import open_safety

        self.hold_still()
        open_safety(self._live, self._look, self.window())

    def go_on(self) -> None:
        """Take the unfinished session up where it was cut off, paused."""
        found = self.today.unfinished
        if self.conductor is not None or found is None:
            return
        unfinished = found[1]
        timeline = build_timeline(unfinished.routine, self._catalogue.exercises, options=unfinished.options)
        voice = self._preferences().voice if unfinished.routine.voice else VoiceMode.OFF
        self._begin(LaidOut(unfinished.routine, unfinished.routine, timeline, voice, unfinished.options), found)

    def ask_to_end(self) -> None:
        """Keep what is done, go on, or discard; nothing moves while the question stands."""
        if self.conductor is not None and self._interrupt(self.conductor):
            self.end_question.ask()

    def stop_for_pain(self) -> None:
        """A sharp pain: everything stands still, it is logged, and what to do is shown."""
        conductor = self.conductor
        if conductor is not None and self._interrupt(conductor):
            conductor.stop_for_pain()
            self.pain_card.ask()
            if conductor.voice is not VoiceMode.OFF and not self._announcers.muted:
                self._announcers.say(_("Stopped. Come out of the position slowly."))

    def hold_still(self) -> bool:
        """Pause for something that is opened over the session; False where a question stands already."""
        if self.conductor is None or self._back_to_question():
            return False
        self.conductor.pause()
        return True

    def hear_again(self) -> None:
        """The settings were open: voice and tones are as they are chosen now."""
        if self.conductor is not None:
            self._announcers.use(self._preferences(), self.conductor.voice)

    def put_to_rest(self) -> bool:
        """The window closes: a running session can be gone on with later. Whether all that was done is on the disk."""
        if self.conductor is not None:
            if self.conductor.record.save():
                self.conductor.leave()
            else:
                self.conductor.finish()  # the summary says what is not stored
        stored = self._kept is None or self._kept.record.finish()
        if stored:
            self._announcers.release()
            self._awake.close()
        return stored

    # Beginning

    def _connect(self) -> None:
        self.today.play_asked.connect(self.play)
        self.today.go_on_asked.connect(self.go_on)
        self.today.set_aside_asked.connect(self._set_aside)
        self.today.measure_asked.connect(self.measure_asked)
        self._announcers.missing_found.connect(self._tell_missing)

    @cached_property
    def player_view(self) -> "PlayerView":
        from app.ui.session.player.player_view import PlayerView

        view = PlayerView(self._catalogue, self._look, self._figures)
        view.asked.connect(self._act)
        view.question_touched.connect(self._back_to_question)
        self._announcers.flash_asked.connect(view.flash.flash)
        self.addWidget(view)
        return view

    @cached_property
    def summary(self) -> "Summary":
        from app.ui.session.summary.summary import Summary

        view = Summary(self._live, self._catalogue, self._look, self._clock)
        view.closed.connect(self._leave_summary)
        view.retried.connect(self._retry)
        self.addWidget(view)
        return view

    @cached_property
    def keys(self) -> "KeysOverlay":
        from app.ui.session.player.keys import KeysOverlay

        keys = KeysOverlay(self.player_view)
        keys.left.connect(lambda: self._answer(self._as_before))
        return keys

    @cached_property
    def end_question(self) -> "EndQuestion":
        from app.ui.session.player.end_question import EndQuestion

        question = EndQuestion(self.player_view)
        question.kept.connect(lambda: self._answer(lambda conductor: conductor.finish()))
        question.went_on.connect(lambda: self._answer(self._as_before))
        question.discarded.connect(lambda: self._answer(lambda conductor: conductor.discard()))
        return question

    @cached_property
    def morning_question(self) -> "MorningQuestion":
        from app.ui.session.player.morning_question import MorningQuestion

        question = MorningQuestion(self.today)
        question.begun.connect(self._start)
        question.begun_without_weights.connect(lambda: self._start(weights=False))
        return question

    @cached_property
    def pain_card(self) -> "PainCard":
        from app.ui.session.player.pain_card import PainCard

        card = PainCard(self.player_view, self._look)
        card.skipped.connect(lambda: self._answer(self._leave_out))
        card.ended.connect(lambda: self._answer(lambda conductor: conductor.finish()))
        card.taken_back.connect(lambda: self._answer(self._take_back))
        card.safety_asked.connect(self.show_safety)
        return card

    def _start(self, *, weights: bool = True) -> None:
        """What was laid out begins, as it is or without its weights."""
        if self._to_begin is None or self.conductor is not None:
            return
        (laid_out, first), self._to_begin = self._to_begin, None
        if not weights:
            routine = without_weights(laid_out.routine)
            timeline = build_timeline(routine, self._catalogue.exercises, options=laid_out.options)
            laid_out = replace(laid_out, routine=routine, timeline=timeline)
        self._set_aside()
        self._begin(laid_out)
        if laid_out.stopped:
            self.said.emit("\n".join(laid_out.stopped))
        if first and self.conductor is not None:
            self.conductor.jump(first)

    def _preferences(self) -> Preferences:
        return self._live.ask(read_preferences, self._live.store.find.setting) or Preferences()

    def _set_aside(self) -> None:
        """What was done of the unfinished session stays as it is; it is not offered any more."""
        found = self.today.unfinished
        if found is None:
            return
        session = found[0]
        if session is not None:
            ended = max((each.finished_at for each in session.sets), default=session.started_at)
            self._live.do(self._live.store.sessions.finish, session.id, ended)
        self._live.ask(self._live.store.checkpoint.clear)
        self.today.look_again()

    def _begin(self, laid_out: LaidOut, resumed: "tuple[Session | None, Unfinished] | None" = None) -> None:
        from app.ui.session.conductor import Conductor

        conductor = self.conductor = Conductor(self._live, self._catalogue, self._clock, laid_out, self, resumed)
        self._announcers.use(self._preferences(), laid_out.voice)
        conductor.steered.connect(self._announcers.hush)
        conductor.happened.connect(self._listen)  # before the picture is drawn: what is heard comes first
        conductor.ended.connect(self._on_ended)
        self.setCurrentWidget(self.player_view)
        self.playing_changed.emit(True)
        self.player_view.follow(conductor)
        self.player_view.controls.show_muted(self._announcers.muted)
        conductor.start()

    # While it plays

    def _listen(self, event: "Event") -> None:
        from app.domain.playing.events import CueReached, Paused

        if isinstance(event, CueReached):
            self._announcers.announce(event.cue)
        if isinstance(event, Paused):
            self._announcers.hush()
            self._awake.paused()
        elif self.conductor is not None and self.conductor.is_going:
            self._awake.playing()

    def _tell_missing(self, sentence: str) -> None:
        """With what was found missing before, which it would push off the screen."""
        self.said.emit("\n".join(dict.fromkeys((*self._announcers.missing(), sentence))))

    def _act(self, action: "Action") -> None:
        from app.ui.session.player.actions import Action

        if action is Action.END:
            self.ask_to_end()
        elif action is Action.PAIN:
            self.stop_for_pain()
        elif action is Action.MUTE:
            self._announcers.muted = not self._announcers.muted
            self.player_view.controls.show_muted(self._announcers.muted)
            self.player_view.words.say(_("Muted") if self._announcers.muted else _("Sound on"))
        elif action is Action.KEYS and self.conductor is not None and self._interrupt(self.conductor):
            self.keys.appear()
        elif action is Action.SAFETY:
            self.show_safety()
        elif action is Action.FULL_SCREEN:
            self.full_screen_asked.emit()

    def _interrupt(self, conductor: "Conductor") -> bool:
        """Stand still for a question; False, and the keyboard back to it, where one stands already."""
        if self._back_to_question():
            return False
        self._was_going = conductor.is_going
        conductor.pause()
        self.player_view.set_steerable(False)
        return True

    def _back_to_question(self) -> bool:
        """The keyboard goes to the question that stands, if one does."""
        stands = next((each for each in (self.end_question, self.pain_card) if each.isVisible()), None)
        if stands is not None:
            stands.setFocus()
        return stands is not None

    def _answer(self, how: "Callable[[Conductor], None]") -> None:
        if self.conductor is not None:
            self.player_view.set_steerable(True)
            self.player_view.setFocus()
            how(self.conductor)

    def _as_before(self, conductor: "Conductor") -> None:
        if self._was_going:
            conductor.resume()

    def _leave_out(self, conductor: "Conductor") -> None:
        conductor.skip_exercise()
        conductor.resume()

    def _take_back(self, conductor: "Conductor") -> None:
        conductor.take_back_pain_stop()
        self._as_before(conductor)

    # After

    def _on_ended(self) -> None:
        conductor = self.conductor
        if conductor is None:
            return
        self.conductor = None
        self.player_view.leave()
        for card in (self.end_question, self.pain_card, self.keys):
            card.hide()
        self._announcers.release()
        self._awake.release()
        self.playing_changed.emit(False)
        if conductor.done and not conductor.discarded and not conductor.left:
            self._kept = conductor
            self._show_summary(conductor)
        else:
            conductor.deleteLater()
            self._rest()
            if conductor.discarded:
                (self.said if conductor.record.session_id is None else self.done).emit(_("Session discarded"))

    def _show_summary(self, conductor: "Conductor") -> None:
        self.setCurrentWidget(self.summary)
        session_id = conductor.record.session_id
        self.summary.show_session(conductor.routine, conductor.planned, conductor.done.values(), session_id)
        self.summary.show_unsaved(conductor.unsaved, session_id)

    def _retry(self) -> None:
        if self._kept is not None:
            self._kept.record.finish()
            self.summary.show_unsaved(self._kept.unsaved, self._kept.record.session_id)

    def _leave_welcome(self) -> None:
        if self.welcome is not None:
            self.welcome.deleteLater()
            self.welcome = None
        self._rest()

    def _leave_summary(self) -> None:
        if self._kept is not None:
            self._kept.deleteLater()
            self._kept = None
        self._rest()

    def _rest(self) -> None:
        self.setCurrentWidget(self.today)
        self.today.start_button.setFocus()

"""A session being played, readable from three metres: the movement, the count, the side, what is next."""

from collections.abc import Callable

from PySide6.QtCore import QMargins, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QFont, QFontMetrics, QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.catalogue import Catalogue
from app.domain.playing.events import CountingIn, Event, Paused, Resumed, SegmentStarted, TimelineChanged
from app.domain.playing.playhead import PlayerState
from app.domain.playing.timeline import Segment, SegmentKind
from app.domain.preferences import VoiceMode
from app.domain.wording import format_clock
from app.i18n import _
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.session.conductor import Conductor
from app.ui.session.player.actions import Action, action_of, answer_of
from app.ui.session.player.controls import Controls
from app.ui.session.player.flash import Flash
from app.ui.session.player.milestones import milestone
from app.ui.session.player.session_figure import SessionFigure
from app.ui.session.player.session_strip import SessionStrip
from app.ui.session.player.words import Words
from app.ui.session.summary.discomfort_bar import DiscomfortBar
from app.ui.widgets.speaking import announce
from app.ui.widgets.text import label

FRAME_MS = 33
SETUP_LINES, SETUP_OF_HEIGHT, SETUP_LEAST_PX = 3, 0.026, 13
MARGINS, ABOVE_STRIP, ABOVE_CONTROLS = QMargins(48, 20, 48, 16), 18, 10
SMALLEST_FIGURE = QSize(300, 96)
_MOVING = frozenset({PlayerState.PLAYING, PlayerState.COUNTING_IN})
_STEERING: dict[Action, Callable[[Conductor], None]] = {
    Action.PAUSE: Conductor.pause_or_resume,
    Action.DONE: Conductor.mark_done,
    Action.SKIP: Conductor.skip,
    Action.BACK: Conductor.back,
    Action.REPEAT: Conductor.repeat,
    Action.LONGER: Conductor.longer,
    Action.SHORTER: Conductor.shorter,
    Action.SLOWER: Conductor.slower,
    Action.FASTER: Conductor.faster,
}


class PlayerView(QWidget):
    """Shows a conductor's player; every key and button asks the conductor, or whoever listens to `asked`."""

    accessible_role = QAccessible.Role.Grouping
    asked = Signal(object)  # Action: those that are not the conductor's
    question_touched = Signal()  # a key or a click while a question stands over the player

    def __init__(self, catalogue: Catalogue, look: Look, figures: Figures) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._catalogue, self._look, self._figures = catalogue, look, figures
        self._conductor: Conductor | None = None
        self._steerable = True
        self._frames = QTimer(self, interval=FRAME_MS)
        self._frames.timeout.connect(self._show_moment)
        self._figure = SessionFigure(look, SMALLEST_FIGURE)
        self._setup = label(tone="muted", wrap=True)
        self._setup.setObjectName("setup")
        self._setup.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self.words = Words(catalogue, look)
        self.discomfort = DiscomfortBar(look)
        self.strip = SessionStrip(look)
        self.controls = Controls(look)
        self._lay_out()
        self.flash = Flash(self, look)
        self.discomfort.answered.connect(self._answer)
        self.strip.jump_asked.connect(self._jump)
        self.controls.asked.connect(self.act)
        self.controls.key_pressed.connect(self.keyPressEvent)
        look.changed.connect(self._show_segment)

    def follow(self, conductor: Conductor) -> None:
        """Show and steer this conductor's session from now on."""
        self._conductor = conductor
        self.setAccessibleName(conductor.routine.name)
        self.set_steerable(True)
        self.strip.show_timeline(conductor.timeline)
        conductor.happened.connect(self._on_event)
        conductor.asked_changed.connect(self._show_question)
        self._show_question()
        self._show_segment()
        self.setFocus()

    def leave(self) -> None:
        """The session is over: nothing moves any more."""
        self._conductor = None
        self.words.rest()
        self._figure.rest()
        self.flash.rest()
        self._move_or_rest()

    def set_steerable(self, steerable: bool) -> None:
        """While a question stands over it, nothing here answers."""
        self._steerable = steerable
        self.strip.setEnabled(steerable)
        self.discomfort.setEnabled(steerable)
        self.controls.set_steerable(steerable)

    def act(self, action: Action) -> None:
        """Do what a key or a button asks for."""
        if not self._steerable or self._conductor is None:
            return
        if action not in _STEERING:
            self.asked.emit(action)
            return
        _STEERING[action](self._conductor)
        self._tell(action)
        self._show_segment()

    def _lay_out(self) -> None:
        seen = QWidget()
        self.pictured = seen_box = QVBoxLayout(seen)
        seen_box.setContentsMargins(0, 0, 0, 0)
        seen_box.setSpacing(12)
        seen_box.addWidget(self._figure, 1)
        seen_box.addWidget(self._setup)
        seen_box.addWidget(self.discomfort)
        upper = QHBoxLayout()
        upper.setSpacing(40)
        for half, share in ((seen, 10), (self.words, 11)):
            half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
            upper.addWidget(half, share)
        box = QVBoxLayout(self)
        box.setContentsMargins(MARGINS)
        box.setSpacing(0)
        box.addLayout(upper, 1)
        box.addSpacing(ABOVE_STRIP)
        box.addWidget(self.strip)
        box.addSpacing(ABOVE_CONTROLS)
        box.addWidget(self.controls)

    # Keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._steerable:
            self.question_touched.emit()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._steerable:
            self.question_touched.emit()
            return
        answer = answer_of(event) if self.discomfort.isVisible() else None
        action = action_of(event)
        if answer is not None:
            self._answer(answer)
        elif action is not None:
            self.act(action)
        else:
            super().keyPressEvent(event)

    def _jump(self, index: int) -> None:
        if self._conductor is not None and self._steerable:
            self._conductor.jump(index)
            self._show_segment()

    def _answer(self, discomfort: int) -> None:
        if self._conductor is not None and self._steerable:
            self._conductor.answer(discomfort)
            self.words.say(_("Noted: {value} of 10").format(value=discomfort))
            self.setFocus()

    def _tell(self, action: Action) -> None:
        """A word on what could not be seen otherwise."""
        if self._conductor is not None and action in {Action.SLOWER, Action.FASTER}:
            self.words.say(_("Pace {percent} %").format(percent=round(100 * self._conductor.player.pace)))

    # Showing

    def _on_event(self, event: Event) -> None:
        if isinstance(event, TimelineChanged) and self._conductor is not None:
            self.strip.show_timeline(self._conductor.timeline)
        if isinstance(event, SegmentStarted | Paused | CountingIn | Resumed | TimelineChanged):
            self._show_segment()
        conductor = self._conductor
        if conductor is None:
            return
        spoken = conductor.voice is not VoiceMode.OFF
        if words := milestone(event, conductor.timeline, spoken=spoken):
            announce(self, words)

    def _show_segment(self) -> None:
        conductor = self._conductor
        if conductor is None:
            return
        self.words.show_segment(conductor.player, conductor.routine)
        self._show_setup(conductor, conductor.player.segment)
        self.controls.show_paused(conductor.is_paused)
        self._fit_type()
        self._show_moment()
        self._move_or_rest()

    def _show_moment(self) -> None:
        conductor = self._conductor
        if conductor is None:
            return
        player, segment = conductor.player, conductor.player.segment
        if segment.exercise_id is not None:
            exercise = self._catalogue.exercise(segment.exercise_id)
            self._figure.show_scene(self._figures.seen_in_session(exercise, segment, player.elapsed_s), exercise.name)
        self.words.show_count(player)
        total = conductor.timeline.total_s
        elapsed, left = format_clock(player.position_s), format_clock(max(0.0, total - player.position_s))
        self.controls.show_time(elapsed, left)
        name = _("Place in the session, {time} of {total}").format(time=elapsed, total=format_clock(total))
        self.strip.show_position(player.index, player.position_s, name)

    def _show_setup(self, conductor: Conductor, segment: Segment) -> None:
        """Below the picture, in room that is always kept so that the picture stays as large as it is.

        How to get ready with what the routine's step adds to it, and during the work where it is felt.
        """
        text = ""
        if segment.exercise_id is not None and segment.step is not None:
            exercise = self._catalogue.exercise(segment.exercise_id)
            if segment.work is not None:
                text = exercise.feel
            elif segment.kind is SegmentKind.READY:
                setup = exercise.setup_for(segment.side, segment.load_kg)
                text = f"{setup} {conductor.routine.steps[segment.step].note}".strip()
            elif segment.kind is SegmentKind.SWITCH:
                text = exercise.setup_again(segment.side, segment.load_kg)
        self._setup.setText(text)

    def _show_question(self) -> None:
        """How much the exercise just done hurt, where that is asked."""
        conductor = self._conductor
        step = conductor.asked_step if conductor is not None else None
        self.discomfort.setVisible(step is not None)
        if conductor is not None and step is not None:
            exercise = self._catalogue.exercise(conductor.routine.steps[step].exercise_id)
            self.discomfort.ask(exercise.name)
            announce(self, self.discomfort.picker.accessibleName())

    # Sizes follow the window

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_type()

    def _fit_type(self) -> None:
        height, look = self.window().height(), self._look
        self.controls.set_time_font(look.text_font(max(15.0, 0.020 * height)))
        below = self.strip.sizeHint().height() + self.controls.sizeHint().height() + ABOVE_STRIP + ABOVE_CONTROLS
        self.words.fit_type(height, self.height() - MARGINS.top() - MARGINS.bottom() - below)
        self.discomfort.fit_type(height)
        usual = look.text_font(max(15.0, SETUP_OF_HEIGHT * height))
        self._setup.setFixedHeight(SETUP_LINES * QFontMetrics(usual).lineSpacing())
        self._fit_setup(usual)

    def _fit_setup(self, usual: QFont) -> None:
        """Smaller than usual where a text is too long for its room."""
        room, text = self._setup.size(), self._setup.text()
        for pixels in range(usual.pixelSize(), SETUP_LEAST_PX - 1, -1):
            font = self._look.font(pixels)
            area = QRect(0, 0, room.width(), room.height())
            if QFontMetrics(font).boundingRect(area, Qt.TextFlag.TextWordWrap, text).height() <= room.height():
                break
        self._setup.setFont(font)

    # Frames are drawn only while something moves and can be seen

    def _move_or_rest(self) -> None:
        seen = self.isVisible() and not self.window().isMinimized()
        moving = self._conductor is not None and self._conductor.player.state in _MOVING and seen
        if moving != self._frames.isActive():
            self._frames.start() if moving else self._frames.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._move_or_rest()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._move_or_rest()

"""A session being played, readable from three metres: the movement, the count, the side, what is next."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QHideEvent, QKeyEvent, QMouseEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.domain.catalogue import Catalogue
from app.domain.exercise import Side
from app.domain.player import Event, Paused, Player, Resumed, SegmentStarted
from app.domain.timeline import Segment, SegmentKind
from app.domain.wording import format_clock, side_name
from app.i18n import _
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.session.conductor import Conductor
from app.ui.session.count import count
from app.ui.session.countdown_ring import DIGIT_SHARE, CountdownRing
from app.ui.session.session_strip import SessionStrip
from app.ui.widgets.buttons import button, tinted, with_key
from app.ui.widgets.dots import Dot, Dots
from app.ui.widgets.figure_view import FigureView
from app.ui.widgets.text import label, set_tone

FRAME_MS = 40
DIGITS_OF_HEIGHT = 0.203  # a digit is at least a fifth of the window's height
MOST_DOTS = 20


class PlayerView(QWidget):
    """Shows a conductor's player; every key and button asks the conductor."""

    full_screen_asked = Signal()
    end_asked = Signal()
    help_asked = Signal()

    def __init__(self, catalogue: Catalogue, look: Look, figures: Figures) -> None:
        super().__init__()
        self.setObjectName("page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._catalogue, self._look, self._figures = catalogue, look, figures
        self._conductor: Conductor | None = None
        self._steerable = True
        self._frames = QTimer(self, interval=FRAME_MS)
        self._frames.timeout.connect(self._show_count)
        self._figure = FigureView(look, QSize(300, 300))
        self.strip = SessionStrip(look)
        box = QVBoxLayout(self)
        box.setContentsMargins(48, 28, 48, 20)
        box.setSpacing(10)
        self._setup = label(tone="muted", wrap=True)
        seen, words = QWidget(), QWidget()
        seen_box = QVBoxLayout(seen)
        seen_box.setContentsMargins(0, 0, 0, 0)
        seen_box.setSpacing(12)
        seen_box.addWidget(self._figure, 1)
        seen_box.addWidget(self._setup)
        words.setLayout(self._make_words())
        for half in (seen, words):
            half.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Expanding)
        upper = QHBoxLayout()
        upper.setSpacing(40)
        upper.addWidget(seen, 11)
        upper.addWidget(words, 10)
        box.addLayout(upper, 1)
        box.addSpacing(8)
        box.addWidget(self.strip)
        box.addLayout(self._make_controls())
        look.changed.connect(self._show_segment)

    def follow(self, conductor: Conductor) -> None:
        """Show and steer this conductor's session from now on."""
        self._conductor = conductor
        self.set_steerable(True)
        self.strip.show_timeline(conductor.timeline)
        self.strip.jump_asked.connect(conductor.jump)
        conductor.happened.connect(self._on_event)
        self._show_segment()
        self.setFocus()

    def leave(self) -> None:
        """The session is over: nothing moves any more."""
        if self._conductor is not None:
            self.strip.jump_asked.disconnect(self._conductor.jump)
        self._conductor = None
        self._move_or_rest()

    # Making the parts

    def _make_words(self) -> QVBoxLayout:
        self._place = label(tone="muted")
        self._name = label(strong=True, wrap=True)
        self._side = label(strong=True)
        self._cue = label(tone="accent", wrap=True)
        self.ring = CountdownRing(self._look)
        self._of = label(strong=True, wrap=True)
        self._what = label(tone="muted", wrap=True)
        self._dots = Dots(self._look)
        self._next = label(tone="muted", wrap=True)
        beside = QVBoxLayout()
        beside.addStretch(1)
        for widget in (self._of, self._what):
            beside.addWidget(widget)
        beside.addStretch(1)
        count = QHBoxLayout()
        count.setSpacing(28)
        count.addWidget(self.ring)
        count.addLayout(beside, 1)
        words = QVBoxLayout()
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(4)
        words.addWidget(self._place)
        words.addWidget(self._name)
        words.addWidget(self._side)
        words.addWidget(self._cue)
        words.addStretch(1)
        words.addLayout(count)
        words.addStretch(1)
        words.addWidget(self._dots)
        words.addStretch(1)
        words.addWidget(self._next)
        return words

    def _make_controls(self) -> QHBoxLayout:
        self._elapsed = label(tone="muted")
        self._left = label(tone="muted")
        self.back_button = self._control(_("Back"), "back", lambda: self._ask(Conductor.back), "←")
        self.pause_button = button(_("Pause"), lambda: self._ask(Conductor.pause_or_resume), kind="primary", big=True)
        self.pause_button.setMinimumWidth(240)
        with_key(self.pause_button, _("Space"))
        self.pause_button.setIconSize(QSize(24, 24))
        self.skip_button = self._control(_("Skip"), "skip", lambda: self._ask(Conductor.skip), "→")
        self.end_button = self._control(_("End"), "close", self.end_asked.emit, "Esc")
        self.full_button = self._control(_("Full screen"), "fullscreen", self.full_screen_asked.emit, "F")
        self.help_button = self._control(_("Keys"), "", self.help_asked.emit, "?")
        for made in (self.pause_button, *self._quiet_buttons()):
            made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            made.installEventFilter(self)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._elapsed)
        line.addStretch(1)
        for made in (self.back_button, self.pause_button, self.skip_button, self.end_button):
            line.addWidget(made)
        line.addStretch(1)
        line.addWidget(self.help_button)
        line.addWidget(self.full_button)
        line.addSpacing(16)
        line.addWidget(self._left)
        return line

    def _control(self, text: str, icon: str, clicked: object, key: str) -> QPushButton:
        made = button(text, clicked, kind="quiet")  # type: ignore[arg-type]  # a bound signal's emit is callable
        made.setToolTip(f"{text} ({key})")
        return tinted(made, self._look, icon, "muted") if icon else made

    def _quiet_buttons(self) -> tuple[QPushButton, ...]:
        return (self.back_button, self.skip_button, self.end_button, self.full_button, self.help_button)

    # Keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if not self._steerable:
            self.end_asked.emit()  # back to the question that stands
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._steerable:
            self.end_asked.emit()
            return
        asked = {
            Qt.Key.Key_Space: Conductor.pause_or_resume,
            Qt.Key.Key_PageDown: Conductor.pause_or_resume,
            Qt.Key.Key_MediaPlay: Conductor.pause_or_resume,
            Qt.Key.Key_MediaTogglePlayPause: Conductor.pause_or_resume,
            Qt.Key.Key_Return: Conductor.mark_done,
            Qt.Key.Key_Enter: Conductor.mark_done,
            Qt.Key.Key_Right: Conductor.skip,
            Qt.Key.Key_Left: Conductor.back,
        }.get(Qt.Key(event.key()))
        if asked is not None:
            self._ask(asked)
        elif event.key() == Qt.Key.Key_Escape:
            self.end_asked.emit()
        elif event.key() == Qt.Key.Key_F:
            self.full_screen_asked.emit()
        elif event.text() == "?":
            self.help_asked.emit()
        else:
            super().keyPressEvent(event)

    def set_steerable(self, steerable: bool) -> None:
        """While a question stands over it, nothing here answers."""
        self._steerable = steerable
        self.strip.setEnabled(steerable)
        for made in (self.pause_button, *self._quiet_buttons()):
            made.setEnabled(steerable)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """On a focused button Enter presses it; the arrows and Space go on meaning back, skip and pause."""
        if isinstance(watched, QPushButton) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                watched.click()
                return True
            if event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space}:
                self.keyPressEvent(event)
                return True
        return super().eventFilter(watched, event)

    def _ask(self, what: Callable[[Conductor], None]) -> None:
        if self._conductor is not None and self._steerable:
            what(self._conductor)
            self._show_segment()

    # Showing

    def _on_event(self, event: Event) -> None:
        if isinstance(event, SegmentStarted | Paused | Resumed):
            self._show_segment()

    def _show_segment(self) -> None:
        conductor = self._conductor
        if conductor is None:
            return
        segment = conductor.player.segment
        self._show_who(conductor, segment)
        self._show_setup(conductor, segment)
        self._fit_type()
        self._show_next(conductor)
        paused = conductor.is_paused
        self.pause_button.setText(_("Resume") if paused else _("Pause"))
        self.pause_button.setIcon(self._look.icon("play" if paused else "pause", "on_accent"))
        self.pause_button.setToolTip(_("{action} (Space)").format(action=self.pause_button.text()))
        self._show_count()
        self._move_or_rest()

    def _show_who(self, conductor: Conductor, segment: Segment) -> None:
        if segment.exercise_id is None:
            self._place.setText("")
            self._name.setText(_("Well done"))
            self._side.setVisible(False)
            return
        exercise = self._catalogue.exercise(segment.exercise_id)
        number, count = (segment.step or 0) + 1, len(conductor.routine.steps)
        self._place.setText(_("{number} of {count}").format(number=number, count=count))
        self._name.setText(exercise.name)
        side = segment.side
        shown = side in {Side.LEFT, Side.RIGHT}
        self._side.setVisible(shown)
        if shown and side is not None:
            self._side.setText(side_name(side))
            set_tone(self._side, side.value)

    def _show_next(self, conductor: Conductor) -> None:
        index = conductor.player.index
        following = conductor.timeline.segments[min(index + 1, len(conductor.timeline.segments) - 1)]
        if following.position_name and following.work == conductor.player.segment.work:
            self._next.setText(_("Next: {what}").format(what=following.position_name))
            return
        upcoming = conductor.timeline.upcoming(index)
        if upcoming is not None and conductor.player.segment.work is None:  # that one is named above already
            upcoming = conductor.timeline.upcoming(conductor.timeline.segments.index(upcoming))
        if upcoming is None or upcoming.exercise_id is None:
            self._next.setText(_("Next: the end"))
            return
        name = self._catalogue.exercise(upcoming.exercise_id).name
        parts = [name]
        if upcoming.side in {Side.LEFT, Side.RIGHT} and upcoming.side is not None:
            parts.append(side_name(upcoming.side))
        if upcoming.sets and upcoming.sets > 1:
            parts.append(_("set {number} of {count}").format(number=upcoming.set_number, count=upcoming.sets))
        self._next.setText(_("Next: {what}").format(what=", ".join(parts)))

    def _show_count(self) -> None:
        conductor = self._conductor
        if conductor is None:
            return
        player, segment = conductor.player, conductor.player.segment
        exercise = self._catalogue.exercise(segment.exercise_id) if segment.exercise_id else None
        if exercise is not None:
            self._figure.show_scene(self._figures.in_session(exercise, segment, player.elapsed_s), exercise.name)
        now = count(player)
        self.ring.show_count(now.digits, now.share_left, now.role, now.spoken)
        _set(self._of, _("Paused") if conductor.is_paused else now.of)
        _set(self._what, _("Space goes on") if conductor.is_paused else now.what)
        _set(self._cue, now.cue)
        self._show_dots(segment, player)
        total = conductor.timeline.total_s
        _set(self._elapsed, format_clock(player.position_s))
        _set(self._left, format_clock(max(0.0, total - player.position_s)))
        name = _("{time} of {total}").format(time=format_clock(player.position_s), total=format_clock(total))
        self.strip.show_position(player.index, player.position_s, name)

    def _show_setup(self, conductor: Conductor, segment: Segment) -> None:
        """How to get ready, below the picture: the exercise's set-up, and what the routine's step adds to it."""
        ready = segment.kind is SegmentKind.READY
        self._setup.setVisible(ready)
        if ready and segment.exercise_id is not None and segment.step is not None:
            setup = self._catalogue.exercise(segment.exercise_id).setup
            self._setup.setText(f"{setup} {conductor.routine.steps[segment.step].note}".strip())

    def _show_dots(self, segment: Segment, player: Player) -> None:
        if segment.kind is SegmentKind.REPS and segment.reps and segment.reps <= MOST_DOTS:
            done, total = (player.rep or 1) - 1, segment.reps
        else:
            done, total = (segment.set_number or 1) - 1, segment.sets or 1
        if total < 2:
            self._dots.show_dots(())
            return
        dots = [Dot.DONE if i < done else Dot.NOW if i == done else Dot.OPEN for i in range(total)]
        name = _("{number} of {count}").format(number=min(done + 1, total), count=total)
        self._dots.show_dots(dots, name=name)

    # Sizes follow the window

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_type()

    def _fit_type(self) -> None:
        height = self.window().height()
        self.ring.set_diameter(round(DIGITS_OF_HEIGHT * height / DIGIT_SHARE))
        self._dots.set_size(max(12, round(height * 0.02)))
        for widget, share, weight in (
            (self._place, 0.024, QFont.Weight.Normal),
            (self._name, 0.056, QFont.Weight.Bold),
            (self._side, 0.046, QFont.Weight.Bold),
            (self._cue, 0.034, QFont.Weight.Normal),
            (self._setup, 0.027, QFont.Weight.Normal),
            (self._of, 0.038, QFont.Weight.DemiBold),
            (self._what, 0.030, QFont.Weight.Normal),
            (self._next, 0.030, QFont.Weight.Normal),
            (self._elapsed, 0.020, QFont.Weight.Normal),
            (self._left, 0.020, QFont.Weight.Normal),
        ):
            widget.setFont(self._look.font(max(15.0, share * height), weight))

    # Frames are drawn only while something moves and can be seen

    def _move_or_rest(self) -> None:
        seen = self.isVisible() and not self.window().isMinimized()
        moving = self._conductor is not None and not self._conductor.is_paused and seen
        if moving != self._frames.isActive():
            self._frames.start() if moving else self._frames.stop()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._move_or_rest()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._move_or_rest()


def _set(widget: QLabel, text: str) -> None:
    if widget.text() != text:
        widget.setText(text)

"""The right half of the player: exercise, side, cue, the count, and what is next."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QFontMetrics, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.domain.catalogue import Catalogue
from app.domain.exercise import Side
from app.domain.playing.player import Player
from app.domain.playing.timeline import Segment, SegmentKind
from app.domain.routine import Routine
from app.domain.wording import side_name
from app.i18n import _
from app.ui.look import Look
from app.ui.session.player.count import count
from app.ui.session.player.countdown_ring import DIGIT_SHARE, CountdownRing
from app.ui.widgets.dots import Dot, Dots
from app.ui.widgets.speaking import announce
from app.ui.widgets.text import label, set_tone

DIGITS_OF_HEIGHT = 0.203  # a digit is at least a fifth of the window's height
NAME_OF_HEIGHT = 0.064
LEAST_OF_NAME = 0.6  # of its size that a long name keeps, on more lines if it must
LEAST_OF_BESIDE = 0.6  # the same of a long word beside the ring
PLACE, SIDE, CUE, NEXT = 0.024, 0.052, 0.034, 0.030  # of the window's height
LEAST_PX = 15
BESIDE_GAP, LINE_GAP = 28, 2
MOST_DOTS = 20
NOTE_MS = 2000


class Words(QWidget):
    """Everything to read while a session plays, sized for three metres."""

    def __init__(self, catalogue: Catalogue, look: Look) -> None:
        super().__init__()
        self._catalogue, self._look = catalogue, look
        self._name_px = 40.0
        self._height, self._room, self._grown = 0.0, 0.0, 1.0
        self._place = label(tone="muted")
        self._note = label(tone="accent", strong=True)
        self._name = label(strong=True, wrap=True)
        self._side = label(strong=True)
        self._cue = label(tone="accent", wrap=True)
        self.ring = CountdownRing(look)
        self._of = label(strong=True, wrap=True)
        self._what = label(tone="muted", wrap=True)
        self._set = label(strong=True, wrap=True)
        self._set_dots = Dots(look)
        self._dots = Dots(look)
        self._next = label(tone="muted")
        self._next_text = ""
        self._note_gone = QTimer(self, singleShot=True, interval=NOTE_MS)
        self._note_gone.timeout.connect(self._note.clear)
        self._lay_out()

    def show_segment(self, player: Player, routine: Routine) -> None:
        """What stays the same for a whole segment."""
        self._show_who(player.segment, len(routine.steps))
        self._show_sets(player.segment)
        self._next_text = _("Next: {what}").format(what=self._what_is_next(player))
        self._fit_next()

    def show_count(self, player: Player) -> None:
        """What changes from frame to frame."""
        now = count(player)
        self.ring.show_count(now.digits, now.share_left, now.role, now.spoken)
        for shown, text in ((self._of, now.of), (self._what, now.what), (self._cue, now.cue)):
            if _set(shown, text):
                self._fit_beside()
                self._fit_cue()
        self._show_reps(player.segment, player)

    def say(self, note: str) -> None:
        """A short word on what a key has done; it leaves by itself."""
        self._note.setText(note)
        announce(self, note)
        self._note_gone.start()

    def rest(self) -> None:
        """Nothing moves any more."""
        self._note_gone.stop()
        self._note.clear()

    def fit_type(self, height: float, room: float) -> None:
        """Sizes follow the window, `height` pixels high, and the chosen text size as far as `room` pixels go."""
        self._height, self._room = height, room
        self._name_px = NAME_OF_HEIGHT * height
        self.ring.set_diameter(round(DIGITS_OF_HEIGHT * height / DIGIT_SHARE))
        for dots in (self._dots, self._set_dots):
            dots.set_size(max(12, round(height * 0.02)))
        self._fit_words()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._height:
            self._fit_words()

    def _fit_words(self) -> None:
        self._fit_name()
        self._grown = self._growth()
        self._side.setFont(self._look.font(self._px(SIDE), QFont.Weight.Bold))
        for widget, share, weight in (
            (self._place, PLACE, QFont.Weight.Normal),
            (self._note, PLACE, QFont.Weight.DemiBold),
        ):
            widget.setFont(self._look.font(self._px(share) * self._grown, weight))
        self._fit_beside()
        self._fit_cue()
        self._fit_next()

    def _px(self, share: float) -> float:
        return max(LEAST_PX, share * self._height)

    def _growth(self) -> float:
        """How much larger than usual the small words are. Name, side and digits are large enough for every text size.

        Digits of a fifth of the window leave the others little: they grow as far as all lines find their room.
        """
        line = QFontMetricsF(self._look.font(100)).lineSpacing() / 100
        large = self._name.heightForWidth(self.width()) + line * self._px(SIDE) + self.ring.height() + 6 * LINE_GAP
        small = line * sum(map(self._px, (PLACE, CUE, NEXT)))
        return min(self._look.text_percent / 100, max(1.0, (self._room - large) / small))

    def _fit_name(self) -> None:
        """On one line, as large as the width allows."""
        font = self._look.font(self._name_px, QFont.Weight.Bold)
        wide = QFontMetricsF(font).horizontalAdvance(self._name.text()) + 2
        fits = min(1.0, max(LEAST_OF_NAME, self.width() / wide))
        self._name.setFont(self._look.font(int(self._name_px * fits), QFont.Weight.Bold))

    def _fit_beside(self) -> None:
        """Lines break between words, so a word too long for the room beside the ring makes its text smaller."""
        room = self.width() - self.ring.width() - BESIDE_GAP
        for widget, share, weight in (
            (self._of, 0.038, QFont.Weight.DemiBold),
            (self._what, 0.030, QFont.Weight.Normal),
            (self._set, 0.030, QFont.Weight.DemiBold),
        ):
            pixels = self._px(share) * self._look.text_percent / 100
            metrics = QFontMetricsF(self._look.font(pixels, weight))
            widest = max((metrics.horizontalAdvance(word) for word in widget.text().split()), default=0.0) + 2
            least = LEAST_OF_BESIDE * 100 / self._look.text_percent
            fits = min(1.0, max(least, room / widest))
            widget.setFont(self._look.font(int(pixels * fits), weight))

    def _fit_cue(self) -> None:
        """On one line, as large as that allows, but not smaller than usual: then it takes more lines."""
        most = self._px(CUE) * self._grown
        wide = QFontMetricsF(self._look.font(most)).horizontalAdvance(self._cue.text()) + 2
        self._cue.setMinimumHeight(QFontMetrics(self._look.font(most)).lineSpacing())  # what stands below never jumps
        self._cue.setFont(self._look.font(max(self._px(CUE), int(most * min(1.0, self.width() / wide)))))

    def _fit_next(self) -> None:
        """On one line, down to its usual size; of what is too long for it the end is left out."""
        most = self._px(NEXT) * self._grown
        wide = QFontMetricsF(self._look.font(most)).horizontalAdvance(self._next_text) + 2
        self._next.setFont(self._look.font(max(self._px(NEXT), int(most * min(1.0, self.width() / wide)))))
        shown = self._next.fontMetrics().elidedText(self._next_text, Qt.TextElideMode.ElideRight, self.width())
        self._next.setText(shown)

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self._place)
        place.addStretch(1)
        place.addWidget(self._note)
        beside = QVBoxLayout()
        beside.addStretch(1)
        beside.addWidget(self._of)
        beside.addWidget(self._what)
        beside.addSpacing(12)
        beside.addWidget(self._set)
        beside.addWidget(self._set_dots)
        beside.addStretch(1)
        counted = QHBoxLayout()
        counted.setSpacing(BESIDE_GAP)
        counted.addWidget(self.ring)
        counted.addLayout(beside, 1)
        sided = QHBoxLayout()
        sided.setSpacing(28)
        sided.addWidget(self._side)
        sided.addWidget(self._dots, 1, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout(self)
        words.setContentsMargins(0, 0, 0, 0)
        words.setSpacing(LINE_GAP)
        words.addLayout(place)
        words.addWidget(self._name)
        words.addLayout(sided)
        words.addWidget(self._cue)
        words.addStretch(1)
        words.addLayout(counted)
        words.addStretch(1)
        words.addWidget(self._next)

    def _show_who(self, segment: Segment, steps: int) -> None:
        side = segment.side
        shown = side in {Side.LEFT, Side.RIGHT}
        self._side.setVisible(shown)
        if segment.exercise_id is None:
            self._place.setText("")
            self._name.setText(_("Well done"))
            self._fit_name()
            return
        number = (segment.step or 0) + 1
        self._place.setText(_("{number} of {count}").format(number=number, count=steps))
        self._name.setText(self._catalogue.exercise(segment.exercise_id).name)
        self._fit_name()
        if shown and side is not None:
            self._side.setText(side_name(side))
            set_tone(self._side, side.value)

    def _what_is_next(self, player: Player) -> str:
        segments, index = player.timeline.segments, player.index
        following = segments[min(index + 1, len(segments) - 1)]
        if following.position_name and following.work == player.segment.work:
            return following.position_name
        upcoming = player.timeline.upcoming(index)
        if upcoming is not None and player.segment.work is None:  # that one is named above already
            upcoming = player.timeline.upcoming(segments.index(upcoming))
        if upcoming is None or upcoming.exercise_id is None:
            return _("the end")
        parts = [self._catalogue.exercise(upcoming.exercise_id).name]
        if upcoming.side in {Side.LEFT, Side.RIGHT}:
            parts.append(side_name(upcoming.side))
        if upcoming.sets and upcoming.sets > 1:
            parts.append(_("set {number} of {count}").format(number=upcoming.set_number, count=upcoming.sets))
        return ", ".join(parts)

    def _show_sets(self, segment: Segment) -> None:
        number, sets = segment.set_number or 1, segment.sets or 1
        text = _("set {number} of {count}").format(number=number, count=sets) if sets > 1 else ""
        self._set.setText(text)
        self._fit_beside()
        self._set.setVisible(sets > 1)
        self._set_dots.setVisible(sets > 1)
        self._set_dots.show_dots(_dots(number - 1, sets), name=text)

    def _show_reps(self, segment: Segment, player: Player) -> None:
        counted = segment.kind is SegmentKind.REPS and (segment.reps or 0) <= MOST_DOTS
        total, rep = (segment.reps or 0, player.rep or 1) if counted else (0, 1)
        name = _("{number} of {count}").format(number=rep, count=total) if total else ""
        self._dots.show_dots(_dots(rep - 1, total), name=name)


def _dots(done: int, total: int) -> list[Dot]:
    """One alone says nothing."""
    if total < 2:
        return []
    return [Dot.DONE if i < done else Dot.NOW if i == done else Dot.OPEN for i in range(total)]


def _set(widget: QLabel, text: str) -> bool:
    """Whether the text is another one now."""
    if widget.text() == text:
        return False
    widget.setText(text)
    return True

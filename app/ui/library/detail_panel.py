"""The right half of the library: one exercise or routine in full, and the button that starts it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QFont, QFontMetricsF, QResizeEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget
from shiboken6 import delete

from app.domain.catalogue import Catalogue
from app.domain.exercise import Exercise
from app.domain.playing.laying_out import LaidOut
from app.domain.routine import Routine, alone
from app.i18n import _
from app.ui.figures import Figures
from app.ui.library.exercise_detail import exercise_detail
from app.ui.library.movement_panel import MovementPanel
from app.ui.library.own_record import Mine, OwnRecord
from app.ui.library.routine_detail import routine_detail
from app.ui.look import Look
from app.ui.widgets.buttons import button, icon_button, in_two_lines, tinted
from app.ui.widgets.card import PADDING, Card, rule
from app.ui.widgets.flow import FlowLayout
from app.ui.widgets.sizes import BODY_PX, in_text
from app.ui.widgets.stops import order_stops, stops_in

NARROWEST, WIDEST = 352, 416
NARROWEST_IN_TEXT = 290  # that the longest words of a language need, at the usual text size
STAR = 18  # pixels
FOCUS_RING = 2  # the border of the text area, see limber.qss
BUTTON_TRIMMINGS = 80  # the start button's padding and icon
BESIDE_CHANGING = 130  # what stands beside the button for changing, and its own padding


class _TextArea(QScrollArea):
    accessible_role = QAccessible.Role.Grouping


class DetailPanel(Card):
    """Scrolls by itself; the start button below is always in sight."""

    play_asked = Signal(object)  # Routine
    change_asked = Signal(object)  # Exercise or Routine
    print_asked = Signal(object)  # Routine
    favourite_asked = Signal(str, bool)  # the item's id, and whether it is to be one
    mine_asked = Signal(str, object, str)  # see OwnRecord.asked

    def __init__(self, look: Look, catalogue: Catalogue, figures: Figures, note: QWidget) -> None:
        """`note` stands below what is told, and stays while that changes: somebody may be typing."""
        super().__init__(padding=0, spacing=0)
        self._look, self._catalogue, self._figures = look, catalogue, figures
        self._item: Exercise | Routine | None = None
        self._mine: Mine | None = None
        self._laid_out: LaidOut | None = None
        self._locks: Mapping[str, str] = {}
        self._offered: Routine | None = None
        self._offer = self._change_words = ""
        self.setMinimumWidth(max(NARROWEST, in_text(NARROWEST_IN_TEXT)))
        self.setMaximumWidth(max(WIDEST, in_text(NARROWEST_IN_TEXT)))
        self.start_button = tinted(button("", self._start, kind="primary"), look, "play", "on_accent")
        self.text_area = _TextArea()
        self.text_area.setObjectName("detail")
        self.text_area.setWidgetResizable(True)
        self.text_area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text_area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._told = QWidget()
        self._page = QVBoxLayout()
        self._page.setSpacing(0)
        self._page.addWidget(self._told, 1)
        self._page.addWidget(note)
        self._note = note
        inside = QWidget()
        inside.setLayout(self._page)
        self.text_area.setWidget(inside)
        self.change_button = button("", self._change, kind="quiet")
        self.star_button = icon_button(look, "star", _("Favourite"), self.toggle_favourite, pixels=STAR)
        self.star_button.setToolTip(_("Favourite (Ctrl+D)"))
        self.print_button = icon_button(look, "print", _("Print it on one page (Ctrl+P)"), self.print_out)
        self._favourite = False
        footer = QVBoxLayout()
        footer.setContentsMargins(PADDING, 16, PADDING, PADDING)
        footer.setSpacing(4)
        footer.addWidget(self.start_button)
        below = FlowLayout(gap=8)
        for made in (self.change_button, self.print_button, self.star_button):
            below.addWidget(made)
        footer.addLayout(below)
        self.box.addWidget(self.text_area, 1)
        self.box.addWidget(rule())
        self.box.addLayout(footer)
        self.text_area.verticalScrollBar().rangeChanged.connect(self._even_margins)
        look.changed.connect(self._show)

    def show_exercise(
        self, exercise: Exercise, locks: Mapping[str, str], mine: Mine, *, favourite: bool = False
    ) -> None:
        """`locks` are the exercises that are not open yet, each with the reason; `mine` is the person's own part."""
        self._item, self._locks, self._favourite = exercise, locks, favourite
        self._mine, self._laid_out = mine, None
        self._show()

    def show_routine(
        self, routine: Routine, locks: Mapping[str, str], laid_out: LaidOut, *, favourite: bool = False
    ) -> None:
        """`laid_out` is the routine as this person would play it now."""
        self._item, self._locks, self._favourite = routine, locks, favourite
        self._mine, self._laid_out = None, laid_out
        self._show()

    def toggle_favourite(self) -> None:
        if self._item is not None:
            self.favourite_asked.emit(self._item.id, not self._favourite)

    def print_out(self) -> None:
        """A routine goes on paper; an exercise is read here."""
        if isinstance(self._item, Routine):
            self.print_asked.emit(self._item)

    def open(self) -> None:
        """What Enter and a double click on a card do: start it; one that is not open yet shows what it offers."""
        if self._item is not None and self._item.id in self._locks:
            self.start_button.setFocus()
        else:
            self._start()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_buttons()
        self._fit_figure()

    def _start(self) -> None:
        if self._offered is not None:
            self.play_asked.emit(self._offered)

    def _change(self) -> None:
        if self._item is not None:
            self.change_asked.emit(self._item)

    def _show(self) -> None:
        item = self._item
        if isinstance(item, Exercise):
            self._offer_exercise(item)
            content = exercise_detail(
                self._look, self._figures, item, self._locks.get(item.id), self._make_record(item)
            )
        elif item is not None and self._laid_out is not None:
            self._offered = item if self._laid_out.routine.steps else None
            self._offer = _("Start routine")
            exercises = self._catalogue.exercises
            content = routine_detail(self._look, self._figures, item, self._laid_out, exercises, self._locks)
        else:
            return
        self._page.replaceWidget(self._told, content)
        delete(self._told)  # at once, as a scroll area does with what it showed
        self._told = content
        content.show()  # now, and not a frame later as a layout does it
        self._note.raise_()  # read out after what is told, too
        order_stops(self.text_area, *stops_in(content), *stops_in(self._note))
        self._even_margins()
        self._fit_figure()
        self.text_area.setAccessibleName(_("Details of {name}").format(name=item.name))
        self.start_button.setEnabled(self._offered is not None)
        self._change_words = _("Change it") if item.is_own else _("Make my own version")
        self.print_button.setVisible(isinstance(item, Routine))
        full, role = ("star-full", "accent") if self._favourite else ("star", "muted")
        self.star_button.setIcon(self._look.icon(full, role, (STAR,)))
        self.star_button.setAccessibleName(_("Take from the favourites") if self._favourite else _("Favourite"))
        self.start_button.setAccessibleName(f"{self._offer}: {item.name}")
        self._fit_buttons()

    def _even_margins(self) -> None:
        """The scroll bar stands in the right margin, so the text is as wide with it as without."""
        bar = self.text_area.verticalScrollBar()
        margin = PADDING - FOCUS_RING
        right = margin - bar.sizeHint().width() if bar.maximum() > 0 else margin
        content = self.text_area.widget()
        if content is not None:
            content.setContentsMargins(margin, margin, right, margin)

    def _offer_exercise(self, exercise: Exercise) -> None:
        """Offer the exercise itself, or its stand-in while it is not open."""
        if exercise.id not in self._locks:
            self._offered, self._offer = alone(exercise), _("Start")
        elif exercise.stand_in is not None:
            stand_in = self._catalogue.exercise(exercise.stand_in)
            self._offered = alone(stand_in)
            self._offer = _("Do {exercise} instead").format(exercise=stand_in.name)
        else:
            self._offered, self._offer = None, _("Not open yet")

    def _make_record(self, exercise: Exercise) -> OwnRecord | None:
        if self._mine is None:
            return None
        made = OwnRecord(exercise, self._mine)
        made.asked.connect(self.mine_asked)
        return made

    def _fit_figure(self) -> None:
        if (panel := self._told.findChild(MovementPanel)) is not None:
            panel.fit(self.text_area.height())

    def _fit_buttons(self) -> None:
        """On two lines where one is too short: a button cuts what does not fit."""
        room = self.width() - 2 * PADDING
        metrics = QFontMetricsF(self._look.text_font(BODY_PX, QFont.Weight.DemiBold))
        self.start_button.setText(in_two_lines(self._offer, metrics, room - BUTTON_TRIMMINGS))
        self.change_button.setText(in_two_lines(self._change_words, metrics, room - BESIDE_CHANGING))

"""How a measure is taken: its figure, and below it page after page what to do."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.exercise import Side
from app.domain.measurement import Measure
from app.domain.own.ids import is_own
from app.i18n import _
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.progress.measuring.frame import scrolling
from app.ui.progress.measuring.pages import first_step, guide_pages, page_widget
from app.ui.progress.measuring.printing import PrintButton
from app.ui.progress.measuring.reading_figure import ReadingFigure, has_figure, typed_scene
from app.ui.widgets.buttons import button, icon_button, with_key
from app.ui.widgets.direction_picture import DirectionPicture
from app.ui.widgets.dots import Dot, Dots
from app.ui.widgets.flow import FlowLayout

LEAST_PICTURE, MOST_PICTURE = 120, 640
TURNS = {Qt.Key.Key_Left: -1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageDown: 1}


class MeasureGuide(QWidget):
    """Arrows and the buttons below turn the pages; what may be done on a page is a button on it."""

    warm_up_asked = Signal()
    pace_asked = Signal()
    change_asked = Signal()  # a test of the person's own

    def __init__(self, look: Look, figures: Figures) -> None:
        super().__init__()
        self._figures = figures
        self._measure: Measure | None = None
        self.page = 0
        self.pages: tuple[QWidget, ...] = ()
        self.figure = ReadingFigure(look, QSize(120, LEAST_PICTURE))
        self._picture = DirectionPicture(look, QSize(120, LEAST_PICTURE))
        self._ruler = _Placeholder(look)
        self.warm_up_button = button(_("Warm up: five cat-cows"), self.warm_up_asked.emit)
        self.print_button = PrintButton()
        self.pace_button = button(_("Start"), self.pace_asked.emit, kind="primary", big=True)
        with_key(self.pace_button, _("Space"))
        self.change_button = button(_("Change this test"), self.change_asked.emit, kind="quiet")
        self.back_button = icon_button(look, "chevron-left", _("Back (←)"), lambda: self.turn(-1), "text")
        self.next_button = icon_button(look, "chevron-right", _("Next (→)"), lambda: self.turn(1), "text")
        self._dots = Dots(look, 8, 8)
        self._scroll = scrolling()
        self._arrange()
        self._park_buttons()
        for part in (self.back_button, self.next_button, self.pace_button):
            part.installEventFilter(self)

    # What is shown

    def show_measure(self, measure: Measure, *, first_time: bool = False) -> None:
        """From its first step on; from what comes before it the `first_time`."""
        self._measure = measure
        self.figure.setVisible(has_figure(measure))
        self._picture.setVisible(not has_figure(measure) and not is_own(measure.id))
        self._ruler.setVisible(is_own(measure.id))
        self.show_value(measure, None, None)
        self._make_pages(measure)
        self.show_page(0 if first_time else first_step(measure))

    def show_value(
        self, measure: Measure, side: Side | None, value: float | None, words: str = "", *, on_step: bool = False
    ) -> None:
        """Show the side that is measured, and the pose of `value` (None: nothing is typed yet), said in `words`."""
        name = ", ".join(part for part in (measure.name, words) if part)
        if has_figure(measure):
            scene = typed_scene(self._figures, measure, value, words, right=side is Side.RIGHT, on_step=on_step)
            self.figure.show_reading(scene, name)
        elif is_own(measure.id):
            self._ruler.setAccessibleName(name)
        else:
            self._picture.show_direction(measure.direction, mirrored=side is Side.LEFT, name=measure.name)

    def show_page(self, page: int) -> None:
        self.page = page
        for place, made in enumerate(self.pages):
            made.setVisible(place == page)
        last = len(self.pages) - 1
        self._enable(self.back_button, page > 0, instead=self.next_button)
        self._enable(self.next_button, page < last, instead=self.back_button)
        dots = [Dot.DONE if place == page else Dot.OPEN for place in range(last + 1)]
        words = _("Page {page} of {pages}").format(page=page + 1, pages=last + 1)
        self._dots.show_dots(dots, name=words)
        self._scroll.verticalScrollBar().setValue(0)
        self._fit()

    def _enable(self, made: QWidget, on: bool, instead: QWidget) -> None:
        """Qt would give the focus of what is disabled to whatever comes next: the list of tests."""
        if not on and made.hasFocus():
            instead.setEnabled(True)
            instead.setFocus()
        made.setEnabled(on)

    def turn(self, pages: int) -> None:
        """On or back; at the ends nothing happens."""
        self.show_page(max(0, min(len(self.pages) - 1, self.page + pages)))

    def press(self, key: int) -> bool:
        """A key meant for the guide; False where it has no meaning here."""
        if key in TURNS:
            self.turn(TURNS[Qt.Key(key)])
        elif key == Qt.Key.Key_Space:
            self.pace_asked.emit()
        else:
            return False
        return True

    # Making the parts

    def _arrange(self) -> None:
        grow = QSizePolicy.Policy.Expanding
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(0)
        for picture in (self.figure, self._picture, self._ruler):
            picture.setSizePolicy(grow, grow)
            picture.setMaximumHeight(MOST_PICTURE)
            box.addWidget(picture, 1)
        line = QHBoxLayout()
        line.addWidget(self.back_button)
        line.addStretch(1)
        line.addWidget(self._dots, 0, Qt.AlignmentFlag.AlignVCenter)
        line.addStretch(1)
        line.addWidget(self.next_button)
        box.addSpacing(12)
        box.addWidget(self._scroll)
        box.addStretch(0)
        box.addSpacing(4)
        box.addLayout(line)

    def _make_pages(self, measure: Measure) -> None:
        """The buttons stay the same from measure to measure; the pages they are on are made anew."""
        self._park_buttons()
        buttons: list[QWidget] = [self.warm_up_button, self.print_button]
        buttons += [self.change_button] if is_own(measure.id) else []
        said = guide_pages(measure)
        parts: dict[int, list[QWidget]] = {0: [_flow(buttons)], len(said) - 1: [_flow([self.pace_button])]}
        self.pages = tuple(page_widget(page, parts.get(place, ())) for place, page in enumerate(said))
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, 0, 0)
        for each in self.pages:
            box.addWidget(each)
        for part in (*buttons, self.pace_button):
            part.show()
        content.installEventFilter(self)
        self._scroll.setWidget(content)

    def _park_buttons(self) -> None:
        """Out of the pages, out of sight, and still ours."""
        for part in (self.warm_up_button, self.print_button, self.pace_button, self.change_button):
            part.setParent(self)
            part.hide()

    # Room

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _fit(self) -> None:
        """The words get the height they need, the figure what is left, and never less than it can be seen in."""
        if not self.pages:
            return
        page = self.pages[self.page]
        for part in page.findChildren(QWidget):
            part.ensurePolished()
        margins = page.contentsMargins()
        need = page.heightForWidth(self.width() - margins.left() - margins.right()) + 2
        steps = self.next_button.sizeHint().height() + 16
        room = max(40, self.height() - steps - LEAST_PICTURE)
        bar = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if need <= room else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._scroll.setVerticalScrollBarPolicy(bar)  # a bar that comes on its own would wrap the words and so stay
        self._scroll.setFixedHeight(min(need, room))

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.press(event.key()):
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows turn the pages on the buttons too, where Space presses as ever. Words that change want room."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in TURNS:
            return self.press(event.key())
        return super().eventFilter(watched, event)


class _Placeholder(QWidget):
    """The place of a figure for a test that has none: a ruler on a calm ground."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        look.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("soft"))
        painter.drawRoundedRect(QRectF(self.rect()), 12, 12)
        size = round(min(self.width(), self.height()) * 0.3)
        pixmap = self._look.icon("ruler", "muted").pixmap(QSize(size, size), self.devicePixelRatioF())
        painter.drawPixmap((self.width() - size) // 2, (self.height() - size) // 2, size, size, pixmap)
        painter.end()


def _flow(parts: Sequence[QWidget]) -> QWidget:
    made = QWidget()
    flow = FlowLayout(made)
    for part in parts:
        flow.addWidget(part)
    return made

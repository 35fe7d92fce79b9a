"""Paints the steps of a draft as cards: a handle, the figure, name and dose, and how long it takes."""

from PySide6.QtCore import QObject, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from app.domain.exercise import Exercise
from app.ui.figures import Figures
from app.ui.library.builder.steps_model import ROW, Index, StepRow
from app.ui.library.picture import paint_stills
from app.ui.look import Look
from app.ui.widgets.mirrored import mirrored
from app.ui.widgets.sizes import BODY_PX

GAP = 8
HEIGHT = 76
RADIUS = 12
HANDLE, PICTURE, LENGTH = 40, QSize(76, 60), 64  # pixels: widths of what stands left and right of the words
MARGIN = 8
DOT, DOT_GAP = 2.0, 7.0


class StepDelegate(QStyledItemDelegate):
    """A row is a card and the gap below it; one that is not `numbered` can't be dragged."""

    def __init__(self, look: Look, figures: Figures, parent: QObject | None = None, *, numbered: bool = True) -> None:
        super().__init__(parent)
        self._numbered = numbered
        self._inset = HANDLE if numbered else MARGIN
        self._look, self._figures = look, figures
        self._pictures: dict[str, QPixmap] = {}
        self._name_font, self._line_font = look.text_font(BODY_PX, QFont.Weight.DemiBold), look.text_font(13)
        look.changed.connect(self._pictures.clear)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, HEIGHT + GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        if not isinstance(row, StepRow):
            return
        card = QRect(option.rect.topLeft(), QSize(option.rect.width(), HEIGHT))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, QRectF(card), row, option.state)
        if self._numbered:
            self._paint_handle(painter, card, row)
        self._paint_words(painter, card, row)
        if row.exercise is not None:
            left = card.left() + self._inset
            top = card.top() + (HEIGHT - PICTURE.height()) // 2
            ratio = painter.device().devicePixelRatio()
            place = mirrored(painter, QRectF(left, top, PICTURE.width(), PICTURE.height()), QRectF(card))
            painter.drawPixmap(place.toRect(), self._picture(row.exercise, ratio))
        painter.restore()

    def _paint_ground(self, painter: QPainter, card: QRectF, row: StepRow, state: QStyle.StateFlag) -> None:
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = selected and bool(state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        role = "stop" if row.wrong else "accent" if selected else "muted" if hovered else "line"
        width = 2 if selected else 1
        painter.setPen(QPen(self._look.colour(role), width))
        painter.setBrush(self._look.colour("band" if focused else "raised"))
        painter.drawRoundedRect(card.adjusted(width / 2, width / 2, -width / 2, -width / 2), RADIUS, RADIUS)

    def _paint_handle(self, painter: QPainter, card: QRect, row: StepRow) -> None:
        """The number, and six dots that say "drag me"."""
        painter.setFont(self._line_font)
        painter.setPen(self._look.colour("muted"))
        words = mirrored(painter, QRectF(card.left(), card.top() + 12, HANDLE, 20), QRectF(card))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, str(row.number))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("edge"))
        middle = QPointF(words.center().x(), card.top() + 48)
        for across in (-DOT_GAP / 2, DOT_GAP / 2):
            for down in (-DOT_GAP, 0.0, DOT_GAP):
                painter.drawEllipse(middle + QPointF(across, down), DOT, DOT)

    def _paint_words(self, painter: QPainter, card: QRect, row: StepRow) -> None:
        left = card.left() + self._inset + PICTURE.width() + 14
        width = card.right() - left - (LENGTH if row.length else 0) - MARGIN
        name, line = QRectF(left, card.top() + 16, width, 22), QRectF(left, card.top() + 39, width, 20)
        self._paint_line(painter, mirrored(painter, name, QRectF(card)), row.name, self._name_font, "text")
        tone = "stop" if row.wrong else "muted"
        self._paint_line(painter, mirrored(painter, line, QRectF(card)), row.line, self._line_font, tone)
        painter.setFont(self._look.text_font(BODY_PX))
        painter.setPen(self._look.colour("text"))
        right = mirrored(painter, QRectF(card.right() - LENGTH - 16, card.top(), LENGTH, HEIGHT), QRectF(card))
        painter.drawText(right, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, row.length)

    def _paint_line(self, painter: QPainter, area: QRectF, text: str, font: QFont, role: str) -> None:
        painter.setFont(font)
        painter.setPen(self._look.colour(role))
        shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)

    def _picture(self, exercise: Exercise, ratio: float) -> QPixmap:
        """The figure, kept until the theme changes: drawing one takes milliseconds."""
        kept = self._pictures.get(exercise.id)
        if kept is not None and kept.devicePixelRatio() == ratio:
            return kept
        pixmap = QPixmap(PICTURE * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("soft"))
        area = QRectF(0, 0, PICTURE.width(), PICTURE.height())
        painter.drawRoundedRect(area, 8, 8)
        paint_stills(painter, self._look, self._figures, (exercise,), area.adjusted(2, 2, -2, -2))
        painter.end()
        self._pictures[exercise.id] = pixmap
        return pixmap

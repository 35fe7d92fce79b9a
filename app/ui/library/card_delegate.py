"""Paints the library's cards: a picture on a soft ground, the name, one small line."""

from collections.abc import Collection
from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from app.ui.figures import Figures
from app.ui.library.catalogue_model import CatalogueModel, Index, row_at
from app.ui.library.entries import Entry, Heading
from app.ui.library.picture import paint_stills
from app.ui.look import Look
from app.ui.widgets.figure_view import Scene, paint_scene
from app.ui.widgets.sizes import BODY_PX

GAP = 16
NARROWEST, WIDE_ENOUGH = 184, 240  # a card is made wider for long names, up to a point
RADIUS = 12
PADDING_X, PADDING_Y = 16, 14
LINE_GAP = 3
HEADING_HEIGHT = 40
PICTURE_SHARE, PICTURE_HIGHEST = 0.54, 132  # of a card's width; pixels
BADGE = 28
NAMES_MEASURED, MOST_LINES = 60, 3  # the longest of them; lines of a name, what is more is told beside the list
PICTURES_KEPT = 200
MOSAIC_INSET = 6


class CardDelegate(QStyledItemDelegate):
    """All cards are of one size: as many columns as fit, as high as the longest name needs.

    A row's rectangle is a card and the gap to its right and below; a heading takes a whole line. The card `moving`
    shows a scene of its own instead of the still picture. What is chosen and has the keyboard is asked of the view: an
    option tells it by `QStyle`, whose six hundred names take longer to be there than the cards.
    """

    def __init__(self, look: Look, figures: Figures, model: CatalogueModel, view: QListView) -> None:
        super().__init__(view)
        self._look, self._figures, self._catalogue, self._view = look, figures, model, view
        self.hovered: str | None = None  # the id of what the mouse is over
        self._pictures: dict[str, QPixmap] = {}
        self.moving: tuple[str, Scene] | None = None  # the id of an exercise, and what its card shows
        self.columns = 1
        self.card = QSize(NARROWEST, NARROWEST)
        self._name_font, self._line_font = look.text_font(BODY_PX, QFont.Weight.DemiBold), look.text_font(13)
        self._name_height = QFontMetricsF(self._name_font).lineSpacing()
        self._name_lines, self._picture_height = 1, PICTURE_HIGHEST
        for changed in (look.changed, model.looked_again):
            changed.connect(lambda *_what: self._pictures.clear())

    def fit(self, room: int, names: Collection[str]) -> None:
        """Divide `room` pixels, the last gap included, into columns for cards with these `names`."""
        names = sorted(names, key=len)[-NAMES_MEASURED:]
        longest = max(map(QFontMetricsF(self._name_font).horizontalAdvance, names), default=0)
        narrowest = min(max(NARROWEST, ceil(longest) + 2 * PADDING_X), WIDE_ENOUGH)
        self.columns = max(1, room // (narrowest + GAP))
        width = room // self.columns - GAP
        lines = (wrapped(name, self._name_font, width - 2 * PADDING_X).lineCount() for name in names)
        self._name_lines = min(max(lines, default=1), MOST_LINES)
        self._picture_height = min(round(width * PICTURE_SHARE), PICTURE_HIGHEST)
        line_height = QFontMetricsF(self._line_font).lineSpacing()
        text = self._name_lines * self._name_height + LINE_GAP + line_height + 2 * PADDING_Y
        self.card = QSize(width, self._picture_height + ceil(text))
        self._pictures.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if isinstance(row_at(index), Heading):
            return QSize(self.columns * (self.card.width() + GAP), HEADING_HEIGHT)
        return self.card + QSize(GAP, GAP)

    def name_area(self, card: QRect) -> QRectF:
        """Where the name stands on a card."""
        top = card.top() + self._picture_height + PADDING_Y
        height = self._name_lines * self._name_height
        return QRectF(card.left() + PADDING_X, top, card.width() - 2 * PADDING_X, height)

    def line_area(self, card: QRect) -> QRectF:
        """Where the small line stands on a card."""
        name = self.name_area(card)
        height = QFontMetricsF(self._line_font).lineSpacing()
        return QRectF(name.left(), name.bottom() + LINE_GAP, name.width(), height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = row_at(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = option.rect
        if isinstance(row, Heading):
            self._paint_heading(painter, row, rect)
        elif row is not None:
            self._paint_card(painter, row, QRect(rect.topLeft(), self.card), chosen=index == self._view.currentIndex())
        painter.restore()

    def _paint_heading(self, painter: QPainter, heading: Heading, rect: QRect) -> None:
        painter.setFont(self._name_font)
        painter.setPen(self._look.colour("muted"))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(rect.adjusted(2, 0, 0, -6), flags, heading.name)

    def _paint_card(self, painter: QPainter, entry: Entry, card: QRect, *, chosen: bool) -> None:
        focused = chosen and self._view.hasFocus()
        outline = QPainterPath()
        outline.addRoundedRect(QRectF(card), RADIUS, RADIUS)
        painter.fillPath(outline, self._look.colour("band" if focused else "raised"))
        picture = QRect(card.topLeft(), QSize(card.width(), self._picture_height))
        painter.setClipPath(outline)
        self._paint_picture(painter, entry, picture)
        painter.setClipping(False)
        if entry.locked:
            self._paint_badge(painter, "lock", "muted", picture)
        elif self._catalogue.is_favourite(entry.item.id):
            self._paint_badge(painter, "star-full", "accent", picture)
        self._paint_text(painter, entry, card)
        self._paint_border(painter, QRectF(card), chosen=chosen, hovered=entry.item.id == self.hovered)

    def _paint_picture(self, painter: QPainter, entry: Entry, picture: QRect) -> None:
        if self.moving is not None and self.moving[0] == entry.item.id:
            painter.fillRect(picture, self._look.colour("soft"))
            paint_scene(painter, self._look, self.moving[1], QRectF(picture))
        else:
            painter.drawPixmap(picture, self._still(entry, picture.size(), painter.device().devicePixelRatio()))

    def _paint_text(self, painter: QPainter, entry: Entry, card: QRect) -> None:
        name, line = self.name_area(card), self.line_area(card)
        painter.setPen(self._look.colour("text"))
        layout = wrapped(entry.name, self._name_font, name.width())
        painter.save()
        painter.setClipRect(name)
        layout.draw(painter, name.topLeft())
        painter.restore()
        painter.setFont(self._line_font)
        painter.setPen(self._look.colour("muted"))
        spare = max(0, self._name_lines - layout.lineCount()) * self._name_height
        text = QFontMetricsF(self._line_font).elidedText(entry.line, Qt.TextElideMode.ElideRight, line.width())
        painter.drawText(line.translated(0, -spare), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_border(self, painter: QPainter, card: QRectF, *, chosen: bool, hovered: bool) -> None:
        width = 2 if chosen else 1
        role = "accent" if chosen else "muted" if hovered else "line"
        painter.setPen(QPen(self._look.colour(role), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        inset = width / 2
        painter.drawRoundedRect(card.adjusted(inset, inset, -inset, -inset), RADIUS - inset, RADIUS - inset)

    def _paint_badge(self, painter: QPainter, icon: str, role: str, picture: QRect) -> None:
        """A sign in the picture's corner; what is read out says the same in words."""
        badge = QRect(picture.right() - 9 - BADGE, picture.top() + 10, BADGE, BADGE)
        painter.setPen(QPen(self._look.colour("line"), 1))
        painter.setBrush(self._look.colour("raised"))
        painter.drawEllipse(badge)
        self._look.icon(icon, role).paint(painter, badge.adjusted(7, 7, -7, -7))

    def _still(self, entry: Entry, size: QSize, ratio: float) -> QPixmap:
        """The picture part of a card, kept until the size or the theme changes: drawing one takes milliseconds."""
        kept = self._pictures.get(entry.item.id)
        if kept is not None and kept.devicePixelRatio() == ratio:
            return kept
        pixmap = QPixmap(size * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(self._look.colour("soft"))
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = 0 if len(entry.pictures) == 1 else MOSAIC_INSET
        area = QRectF(0, 0, size.width(), size.height()).adjusted(inset, inset, -inset, -inset)
        paint_stills(painter, self._look, self._figures, entry.pictures, area)
        painter.end()
        while len(self._pictures) >= PICTURES_KEPT:
            del self._pictures[next(iter(self._pictures))]
        self._pictures[entry.item.id] = pixmap
        return pixmap


def wrapped(text: str, font: QFont, width: float) -> QTextLayout:
    """`text` in lines of at most `width` pixels; a word that is longer than a line is broken, never cut."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    y = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, y))
        y += QFontMetricsF(font).lineSpacing()
    layout.endLayout()
    return layout

"""Sets a routine's sheet on paper: as large as fits on one page, on several only where it would be too small to read.

All lengths are in `UNITS` to the point (1/72 inch), so that text is measured alike on screen, in a file and on paper.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QFont, QPainter, QPen, QTextLayout

from app.domain.exercise import Exercise
from app.domain.routine_sheet import RoutineSheet, SheetStep
from app.i18n import _
from app.ui.figures import Figures
from app.ui.library.card_delegate import wrapped
from app.ui.look import Look
from app.ui.widgets.still_view import paint_still

UNITS = 8
MARGIN = 36 * UNITS
SIZES = tuple(hundredth / 100 for hundredth in range(150, 35, -5))  # of everything, the largest first
SMALLEST_WORDS = 0.8  # below that only pictures and gaps get smaller
ON_MORE_PAGES = 0.95
PICTURE, SMALLEST = (84 * UNITS, 64 * UNITS), 40 * UNITS  # a picture is as high as the words beside it, within these
NUMBER, GAP, AIR, BETWEEN = 20 * UNITS, 12 * UNITS, 7 * UNITS, 1.5 * UNITS
_DEMI = QFont.Weight.DemiBold


@dataclass(frozen=True, slots=True)
class _Piece:
    """Text in its place below `top` of what it belongs to."""

    layout: QTextLayout
    left: float
    top: float
    role: str


@dataclass(frozen=True, slots=True)
class _Block:
    """What stays together on one page; `exercise` is the one to be seen beside it, `ruled` with a line above."""

    pieces: tuple[_Piece, ...]
    height: float
    exercise: Exercise | None = None
    ruled: bool = False


class SheetPages:
    """`paper` is the whole page in points. Painted in the colours of the light theme, whatever the screen wears."""

    def __init__(self, look: Look, figures: Figures, sheet: RoutineSheet, paper: QSizeF) -> None:
        self._look, self._figures, self._sheet = look, figures, sheet
        self.size = paper * UNITS
        self._width = self.size.width() - 2 * MARGIN
        self._room = self.size.height() - 2 * MARGIN
        self._pages: list[list[_Block]] = []
        for self._scale in (*SIZES, ON_MORE_PAGES):
            self._pages = self._in_pages()
            if len(self._pages) == 1:
                break

    @property
    def count(self) -> int:
        return len(self._pages)

    def paint(self, painter: QPainter, page: int) -> None:
        """Paint page number `page`, from 0, on a painter whose units are `UNITS` to the point."""
        with self._look.on_paper():
            y = float(MARGIN)
            for block in self._pages[page]:
                self._paint(painter, block, y)
                y += block.height
            if self.count > 1:
                words = _("{name}, page {page} of {pages}")
                foot = words.format(name=self._sheet.name, page=page + 1, pages=self.count)
                at = QPointF(MARGIN, self.size.height() - 0.75 * MARGIN)
                painter.setPen(QPen(self._look.colour("muted")))
                wrapped(foot, self._look.font(8 * UNITS), self._width).draw(painter, at)

    def _in_pages(self) -> list[list[_Block]]:
        pages: list[list[_Block]] = [[]]
        left = self._room
        for block in self._blocks():
            if block.height > left and pages[-1]:
                pages.append([])
                left = self._room
            pages[-1].append(block)
            left -= block.height
        return pages

    def _blocks(self) -> Iterator[_Block]:
        sheet = self._sheet
        texts = [(sheet.name, 22, "text", True), (sheet.facts, 11, "muted", False), (sheet.about, 10, "text", False)]
        head = self._block(texts)
        yield replace(head, height=head.height + 2 * AIR * self._scale)
        for number, step in enumerate(sheet.steps, start=1):
            yield self._step(number, step)
        if sheet.left_out:
            yield self._block([(sheet.left_out, 9, "muted", False)], top=AIR * self._scale, ruled=True)
        if sheet.cautions:
            common = [("• " + caution, 8.5, "text", False) for caution in sheet.cautions]
            yield self._block([(_("Take care"), 9, "caution", True), *common], top=AIR * self._scale, ruled=True)

    def _step(self, number: int, step: SheetStep) -> _Block:
        """The number, the picture, and beside them the name with the dose, and what there is to say."""
        left = (NUMBER + PICTURE[0] + GAP) * self._scale
        air = AIR * self._scale
        mark = self._piece(str(number), 12, "muted", True, 0.0, air)
        dose = self._piece(step.dose, 11, "accent", True, left, air)
        name = self._piece(step.exercise.name, 12, "text", True, left, air)
        texts = [
            (step.how, 9.5, "text", False),
            (step.note, 9.5, "muted", False),
            (" ".join(step.cautions), 8.5, "muted", False),
        ]
        beside = self._width - left - dose.layout.maximumWidth()
        if name.layout.maximumWidth() + GAP * self._scale <= beside:  # both on one line
            dose = replace(dose, left=left + beside)
        else:
            dose = replace(dose, top=_below(name))
        rest = self._block(texts, left=left, top=max(_below(name), _below(dose)))
        high = max(rest.height, SMALLEST * self._scale + 2 * air)
        return _Block((mark, name, dose, *rest.pieces), high + air, step.exercise, ruled=True)

    def _block(
        self, texts: Sequence[tuple[str, float, str, bool]], *, left: float = 0.0, top: float = 0.0, ruled: bool = False
    ) -> _Block:
        """Texts, each with its size in points, colour and weight, one below the other."""
        pieces = []
        for text, points, role, strong in texts:
            if text:
                pieces.append(self._piece(text, points, role, strong, left, top))
                top = _below(pieces[-1])
        return _Block(tuple(pieces), top, ruled=ruled)

    def _piece(self, text: str, points: float, role: str, strong: bool, left: float, top: float) -> _Piece:
        font = self._look.font(
            points * UNITS * max(self._scale, SMALLEST_WORDS), _DEMI if strong else QFont.Weight.Normal
        )
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return _Piece(wrapped(text, font, self._width - left), left, top, role)

    def _paint(self, painter: QPainter, block: _Block, top: float) -> None:
        if block.ruled:
            painter.setPen(QPen(self._look.colour("line"), 0.75 * UNITS))
            painter.drawLine(QPointF(MARGIN, top), QPointF(MARGIN + self._width, top))
        if block.exercise is not None:
            at = QPointF(MARGIN + NUMBER * self._scale, top + AIR * self._scale)
            high = min(PICTURE[1] * self._scale, block.height - 2 * AIR * self._scale)
            area = QRectF(at, QSizeF(PICTURE[0] * self._scale, high))
            paint_still(painter, self._look, self._figures.picture(block.exercise), area)
        for piece in block.pieces:
            painter.setPen(QPen(self._look.colour(piece.role)))
            piece.layout.draw(painter, QPointF(MARGIN + piece.left, top + piece.top))


def _below(piece: _Piece) -> float:
    """Where the next text begins."""
    return piece.top + piece.layout.boundingRect().height() + BETWEEN

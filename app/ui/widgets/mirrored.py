"""What is painted from left to right stands the other way round where the page is read so."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter


def mirrored(painter: QPainter, part: QRectF, whole: QRectF) -> QRectF:
    """The place of `part` within `whole`, given as from left to right. Qt turns the alignment of words round itself."""
    if painter.layoutDirection() is not Qt.LayoutDirection.RightToLeft:
        return part
    return part.translated(whole.left() + whole.right() - part.left() - part.right(), 0)

"""What is seen of an exercise that no figure does: the person's own picture, else the direction it moves in."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from app.domain.exercise import Direction
from app.domain.own_pictures import LONGEST_SIDE
from app.ui.look import Look
from app.ui.widgets.direction_picture import paint_direction

INSET, ICON_SHARE = 0.1, 0.36


@dataclass(frozen=True, slots=True)
class Photo:
    """With neither, only the sign of an exercise is seen."""

    image: QImage | None = None
    direction: Direction | None = None


def read_photo(jpeg: bytes) -> QImage | None:
    """The stored picture, None for one that can't be drawn."""
    buffer = QBuffer()
    buffer.setData(QByteArray(jpeg))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(b"jpeg"))
    size = reader.size()
    if not size.isValid() or max(size.width(), size.height()) > LONGEST_SIDE:
        return None
    image = reader.read()
    return None if image.isNull() else image


def paint_photo(painter: QPainter, look: Look, photo: Photo, area: QRectF) -> None:
    """As large as fits into `area`, in the middle of it; nothing of a picture is cut."""
    if photo.image is not None:
        seen = QRectF(QPointF(), QSizeF(photo.image.size()).scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio))
        seen.moveCenter(area.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(seen, photo.image)
        return
    side = min(area.width(), area.height()) * (1 - 2 * INSET)
    if photo.direction is None:
        side *= ICON_SHARE
    square = QRectF(0, 0, side, side)
    square.moveCenter(area.center())
    if photo.direction is not None:
        paint_direction(painter, look, photo.direction, square)
    else:
        look.icon("limber", "muted").paint(painter, square.toRect(), Qt.AlignmentFlag.AlignCenter)

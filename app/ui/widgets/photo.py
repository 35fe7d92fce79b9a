"""What is seen of an exercise that no figure does: the person's own picture, else the direction it moves in."""

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPainter

from app.domain.exercise import Direction
from app.domain.own.pictures import LONGEST_SIDE, MOST_BYTES
from app.ui.look import Look
from app.ui.widgets.direction_picture import paint_direction

INSET, ICON_SHARE = 0.1, 0.36
QUALITIES = (85, 70, 50, 30)


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


def shrink_photo(file: str) -> bytes | None:
    """An image of any kind as the JPEG that is stored: upright, small enough; None for what is no picture."""
    reader = QImageReader(file)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > LONGEST_SIDE:
        reader.setScaledSize(size.scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        return None
    if max(image.width(), image.height()) > LONGEST_SIDE:
        image = image.scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio,
                             Qt.TransformationMode.SmoothTransformation)  # fmt: skip
    opaque = QImage(image.size(), QImage.Format.Format_RGB32)
    opaque.fill(Qt.GlobalColor.white)
    painter = QPainter(opaque)
    painter.drawImage(0, 0, image)
    painter.end()
    jpegs = (_as_jpeg(opaque, quality) for quality in QUALITIES)
    return next((jpeg for jpeg in jpegs if len(jpeg) <= MOST_BYTES), None)


def _as_jpeg(image: QImage, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(quality)
    writer.write(image)
    return bytes(buffer.data().data())


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

"""Draws the program's icon in every size a desktop asks for, from `app_icon.svg`: `make_icons.py FOLDER`.

PNGs in the sizes of the freedesktop icon theme, `limber.ico` for Windows, `limber.icns` for macOS. Pillow comes with
matplotlib; it writes the two containers.
"""

import os
import sys
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

SOURCE = Path(__file__).parent / "app_icon.svg"
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
ICO_SIZES = [(size, size) for size in (16, 24, 32, 48, 64, 128, 256)]


def draw(renderer: QSvgRenderer, size: int, file: Path) -> None:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    if not image.save(str(file)):
        raise OSError(f"{file} can't be written")


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication(sys.argv[:1])
    renderer = QSvgRenderer(str(SOURCE))
    for size in (*SIZES, 1024):
        draw(renderer, size, folder / f"limber-{size}.png")
    largest = Image.open(folder / "limber-1024.png")
    largest.save(folder / "limber.ico", sizes=ICO_SIZES)
    largest.save(folder / "limber.icns")
    del application


if __name__ == "__main__":
    main()

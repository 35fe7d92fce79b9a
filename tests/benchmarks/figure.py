"""The figure: what one moving frame costs at 800×800, computed and painted. Writes it as JSON."""

import json
import sys
import time
from statistics import median

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from app.domain.catalogue import load_catalogue
from app.paths import resources_dir
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.widgets.figure_view import paint_scene
from tests.benchmarks.calibration import calibrate

FRAMES = 200


def frames_ms() -> list[float]:
    """Sorted, over all exercises."""
    application = QApplication([])
    catalogue, figures = load_catalogue(resources_dir()), Figures(resources_dir())
    look, picture = Look(application, resources_dir(), "light"), QImage(800, 800, QImage.Format.Format_RGB32)
    spent: list[float] = []
    for exercise in catalogue.exercises.values():
        figures.still(exercise)
        for number in range(FRAMES):
            painter = QPainter(picture)
            start = time.perf_counter()
            paint_scene(painter, look, figures.scene(exercise, 0, number / FRAMES), QRectF(picture.rect()))
            spent.append((time.perf_counter() - start) * 1000)
            painter.end()
    return sorted(spent)


def main() -> None:
    spent = frames_ms()
    found = {"median_ms": median(spent), "p99_ms": spent[int(len(spent) * 0.99)], "calibration": calibrate()}
    sys.stdout.write(json.dumps(found) + "\n")


if __name__ == "__main__":
    main()

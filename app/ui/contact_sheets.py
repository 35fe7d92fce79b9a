"""A contact sheet for each exercise: five moments of its movement, and below them the other side."""

import errno
from pathlib import Path

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from app.domain.catalogue import Catalogue
from app.domain.exercise import Exercise
from app.i18n import _
from app.ui.figures import Figures
from app.ui.library.rehearsal import Rehearsal
from app.ui.look import Look
from app.ui.widgets.figure_painter import RADIUS
from app.ui.widgets.figure_view import paint_scene

MOMENTS = 5
CELL, GAP = QSize(320, 300), 16


def write_contact_sheets(folder: Path, catalogue: Catalogue, figures: Figures, look: Look) -> list[Path]:
    """Write `figure-<exercise>-<theme>.png` for every exercise into `folder`. Returns the files, in order."""
    files = []
    for exercise in catalogue.exercises.values():
        file = folder / f"figure-{exercise.id}-{look.theme.name}.png"
        if not _sheet(exercise, figures, look).save(str(file)):
            raise OSError(errno.EIO, _("the picture can't be written"), str(file))
        files.append(file)
    return files


def _sheet(exercise: Exercise, figures: Figures, look: Look) -> QImage:
    width = MOMENTS * (CELL.width() + GAP) + GAP
    sheet = QImage(width, 2 * (CELL.height() + GAP) + GAP, QImage.Format.Format_RGB32)
    sheet.fill(look.colour("surface"))
    painter = QPainter(sheet)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rehearsal = Rehearsal(exercise)
    for line, right in enumerate((False, True)):
        for column in range(MOMENTS):
            x, y = GAP + column * (CELL.width() + GAP), GAP + line * (CELL.height() + GAP)
            area = QRectF(x, y, CELL.width(), CELL.height())
            painter.setPen(look.colour("soft"))
            painter.setBrush(look.colour("soft"))
            painter.drawRoundedRect(area, RADIUS, RADIUS)
            moment_s = rehearsal.length_s * (column + 0.5) / MOMENTS
            painter.setClipRect(area)
            paint_scene(painter, look, rehearsal.scene_at(figures, moment_s, right=right), area)
            painter.setClipping(False)
    painter.end()
    return sheet

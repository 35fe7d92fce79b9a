"""A picture that is kept, beside the same moment of the figure that moves."""

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from app.domain.catalogue import Catalogue
from app.domain.exercise import Exercise
from app.figure.stills import Still
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.widgets.figure_view import Kept, Scene, Shown, paint_scene
from app.ui.widgets.still_view import paint_still

SOFT_EDGE, SEEN = 50, 8  # of 255: an outline that is rounded to a tenth of a pixel; what one could see
FEW = 0.003  # of all pixels


def painted(size: QSize, look: Look, shown: Still | Shown) -> bytes:
    image = QImage(size, QImage.Format.Format_Grayscale8)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if isinstance(shown, Still):
        paint_still(painter, look, shown, QRectF(image.rect()))
    else:
        paint_scene(painter, look, shown, QRectF(image.rect()))
    painter.end()
    return bytes(image.constBits())


def still_of(figures: Figures, exercise: Exercise) -> Still:
    made = figures.picture(exercise)
    assert isinstance(made, Still)
    return made


@pytest.mark.parametrize("size", [QSize(120, 84), QSize(64, 200), QSize(368, 224)])
def test_it_is_what_the_moving_figure_shows(look: Look, figures: Figures, catalogue: Catalogue, size: QSize) -> None:
    for exercise in catalogue.exercises.values():
        still, scene = still_of(figures, exercise), figures.still(exercise)
        kept, moving = painted(size, look, still), painted(size, look, scene)
        apart = [abs(one - other) for one, other in zip(kept, moving, strict=True)]
        assert len(set(kept)) > SEEN, "something is painted"
        assert max(apart) <= SOFT_EDGE, exercise.id
        assert sum(each > SEEN for each in apart) <= FEW * len(apart), exercise.id


def test_a_scene_that_is_kept_is_painted_from_its_picture(look: Look, figures: Figures, catalogue: Catalogue) -> None:
    still = still_of(figures, catalogue.exercise("side-bend"))

    def solve() -> Scene:
        raise AssertionError("nothing is solved to be painted")

    size = QSize(200, 160)
    assert painted(size, look, Kept(still, solve)) == painted(size, look, still)

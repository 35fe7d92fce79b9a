"""What is seen of people's own exercises: a borrowed movement, else their picture, else a drawing."""

from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from app.domain.catalogue import Catalogue
from app.domain.exercise import Exercise
from app.domain.own.documents import copy_of_exercise
from app.domain.own.items import read_own_exercise
from app.domain.playing.timeline import build_timeline
from app.domain.routine import alone
from app.paths import resources_dir
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.widgets.photo import Photo, paint_photo, read_photo
from app.ui.widgets.still_view import StillView
from tests.own_items import JPEG, hip_hinge


def a_jpeg(width: int = 64, height: int = 48) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#cc3311"))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"jpeg")).write(image)
    return bytes(buffer.data().data())


def own(**changes: Any) -> Exercise:
    return read_own_exercise(hip_hinge(id="own-hinge", **changes))


@pytest.mark.usefixtures("qapp")
def test_the_persons_own_picture_is_shown_and_looked_for_once() -> None:
    asked: list[str] = []

    def find(exercise_id: str) -> bytes:
        asked.append(exercise_id)
        return a_jpeg()

    figures = Figures(resources_dir(), find)
    photo = figures.picture(own())
    assert isinstance(photo, Photo)
    assert photo.image is not None
    assert (photo.image.width(), figures.picture(own()) is photo, asked) == (64, True, ["own-hinge"])
    figures.forget_photos()
    figures.picture(own())
    assert len(asked) == 2


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("JPEG")
@pytest.mark.parametrize("jpeg", [JPEG, b"", a_jpeg(1025, 8)])
def test_a_picture_that_can_not_be_drawn_is_passed_over(jpeg: bytes) -> None:
    assert read_photo(jpeg) is None
    directions = own(directions=["rotation"])
    assert Figures(resources_dir(), lambda _id: jpeg).picture(directions) == Photo(None, directions.directions[0])


def test_a_copy_moves_like_what_it_was_copied_from(figures: Figures, catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises.values():
        copy = read_own_exercise({"id": "own-copy", **copy_of_exercise(exercise)})
        assert figures.moves(copy)
        assert figures.picture(copy) == figures.picture(exercise)
        assert figures.still(copy) == figures.still(exercise)


def test_a_movement_in_other_phases_is_not_shown(figures: Figures) -> None:
    assert not figures.moves(own())
    assert not figures.moves(own(figure="segmental-cat-cow", tempo=[{"kind": "move", "seconds": 1, "cue": "x"}] * 3))
    assert not figures.moves(own(figure="gone"))


@pytest.mark.parametrize("changes", [{}, {"directions": ["flexion"]}, {"sides": "each"}])
def test_every_moment_of_a_session_has_something_to_see(
    qapp: QApplication, look: Look, figures: Figures, changes: dict[str, Any]
) -> None:
    exercise = own(**changes)
    timeline = build_timeline(alone(exercise), {exercise.id: exercise})
    canvas = QPixmap(120, 90)
    canvas.fill(look.colour("soft"))
    for segment in timeline.segments:
        if segment.exercise_id is not None:
            seen = figures.seen_in_session(exercise, segment, 0.5)
            assert isinstance(seen, Photo)
            painter = QPainter(canvas)
            paint_photo(painter, look, seen, canvas.rect().toRectF())
            painter.end()
    assert len({canvas.toImage().pixel(x, 45) for x in range(120)}) > 1


def test_nothing_of_a_picture_is_cut(qapp: QApplication, look: Look) -> None:
    view = StillView(look, Photo(read_photo(a_jpeg(40, 80))), "", QSize(10, 10))
    view.resize(200, 100)
    seen = view.grab().toImage()
    red = [x for x in range(200) if QColor(seen.pixel(x, 50)).red() > 180 and QColor(seen.pixel(x, 50)).blue() < 90]
    assert 48 <= len(red) <= 52
    view.deleteLater()

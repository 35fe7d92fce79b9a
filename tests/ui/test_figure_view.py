"""The figure on a page."""

from itertools import chain

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.widgets.figure_painter import figure_colours
from app.ui.widgets.figure_view import FigureView


def a_view(qtbot: QtBot, look: Look) -> FigureView:
    made = FigureView(look, QSize(300, 300))
    qtbot.addWidget(made)
    made.resize(300, 300)
    made.show()
    return made


def picture(view: FigureView) -> QImage:
    return view.grab().toImage()


def test_every_role_that_is_drawn_has_a_colour(catalogue: Catalogue, figures: Figures, look: Look) -> None:
    colours = figure_colours(look)
    for exercise in catalogue.exercises.values():
        stage = figures.stage(exercise.id)
        moments = [stage.moment(move, step / 4) for move in range(len(stage.figure.tracks)) for step in range(5)]
        shapes = chain.from_iterable(stage.shapes(moment, 300, 300) for moment in moments)
        assert {shape.role for shape in shapes} <= set(colours), exercise.id


def test_dragging_turns_the_figure_and_a_double_click_turns_it_back(
    qtbot: QtBot, look: Look, catalogue: Catalogue, figures: Figures
) -> None:
    view = a_view(qtbot, look)
    view.show_scene(figures.still(catalogue.exercise("segmental-cat-cow")))
    own = picture(view)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(100, 100))
    qtbot.mouseMove(view, QPoint(200, 120))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(200, 120))
    qtbot.waitUntil(lambda: picture(view) != own)
    qtbot.mouseDClick(view, Qt.MouseButton.LeftButton, pos=QPoint(150, 150))
    assert picture(view) == own


def test_arrows_turn_the_figure_and_home_turns_it_back(
    qtbot: QtBot, look: Look, catalogue: Catalogue, figures: Figures
) -> None:
    view = a_view(qtbot, look)
    view.show_scene(figures.still(catalogue.exercise("segmental-cat-cow")))
    own = picture(view)
    seen = [own]
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right):
        qtbot.keyClick(view, key)
        assert picture(view) not in seen
        seen.append(picture(view))
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert picture(view) == own


def test_it_shows_that_the_keys_go_to_it(qtbot: QtBot, look: Look) -> None:
    view = a_view(qtbot, look)
    before = picture(view)
    view.setFocus()
    qtbot.waitUntil(lambda: picture(view) != before)


def test_it_follows_the_theme(qtbot: QtBot, look: Look, catalogue: Catalogue, figures: Figures) -> None:
    view = a_view(qtbot, look)
    view.show_scene(figures.still(catalogue.exercise("side-bend")), "Dumbbell side bend")
    light = picture(view)
    look.choose("dark")
    assert picture(view) != light
    assert view.accessibleName() == "Dumbbell side bend"

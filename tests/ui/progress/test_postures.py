"""The figure takes the pose of what was measured: while it is typed, and then and now over one another."""

from collections.abc import Callable, Iterator
from functools import partial

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.exercise import Range, Side
from app.domain.measurement import Better, Unit
from app.domain.own.measure import OwnMeasure
from app.figure.readings import STEP_CM
from app.ui.figures import Figures
from app.ui.look import Look
from app.ui.progress.measuring.reading_figure import ReadingFigure, ReadingScene, compared_scene, typed_scene
from app.ui.progress.progress_page import ProgressPage
from tests.ui.progress.conftest import Keep, Type

CLOSE_CM = 0.2
SIZE = QSize(430, 230)
Choose = Callable[[str], None]


@pytest.fixture
def choose(page: ProgressPage) -> Choose:
    """Choose a measure in the list."""

    def choose_one(measure: str) -> None:
        page.refresh()
        model = page.list.model()
        for row in range(model.rowCount()):
            page.list.setCurrentIndex(model.index(row, 0))
            if page.chosen.id == measure:
                return
        raise AssertionError(measure)

    return choose_one


@pytest.fixture
def own(catalogue: Catalogue) -> Iterator[str]:
    """The id of a test of the person's own, which no figure shows."""
    made = OwnMeasure("own-hang", "Hang", Unit.CM, Better.HIGHER, sided=False, hard=Range(0, 100)).measure()
    catalogue.show_own([made], [])
    yield made.id
    catalogue.show_own([], [])


def shown(figure: ReadingFigure) -> ReadingScene:
    assert figure.isVisible()
    assert figure.shown is not None
    return figure.shown


def _stands(one: QWidget, other: QWidget, *, beside: bool) -> bool:
    """Whether `one` stands to the right of the `other`, else above or below it."""
    apart = one.y() >= other.geometry().bottom() or other.y() >= one.geometry().bottom()
    return one.y() == other.y() and one.x() >= other.geometry().right() if beside else apart


def test_the_figure_takes_the_pose_of_the_value_while_it_is_typed(page: ProgressPage, type_tries: Type) -> None:
    page.measure("floor-touch")
    assert shown(page.form.guide.figure).label == ""
    type_tries("4,5")
    scene = shown(page.form.guide.figure)
    assert scene.pose.value == pytest.approx(4.5, abs=CLOSE_CM)
    assert (scene.label, scene.right) == ("4.5 cm", False)
    assert page.form.guide.figure.accessibleName() == "Floor touch, 4.5 cm"


def test_of_several_tries_the_last_that_was_understood_is_shown(page: ProgressPage, type_tries: Type) -> None:
    page.measure("floor-touch")
    type_tries("4", "1 in", "x")
    scene = shown(page.form.guide.figure)
    assert scene.pose.value == pytest.approx(2.54, abs=CLOSE_CM)
    assert scene.label == "1.0 in"


def test_the_scale_stays_while_a_value_is_typed(figures: Figures, catalogue: Catalogue) -> None:
    measure = catalogue.measure("floor-touch")
    scenes = [typed_scene(figures, measure, value, "", right=False) for value in (None, 30, -20)]
    assert scenes[0].frame == scenes[1].frame == scenes[2].frame


def test_the_other_side_is_the_mirror_image(page: ProgressPage, type_tries: Type) -> None:
    page.measure("hand-to-knee")
    type_tries("6")
    left = shown(page.form.guide.figure)
    page.form.fields.sides.buttons[Side.RIGHT].click()
    right = shown(page.form.guide.figure)
    assert (left.right, right.right) == (True, False)  # as one sees oneself in a mirror
    (x, y, z), other = left.pose.posture.points["head"], right.pose.posture.points["head"]
    assert other == pytest.approx((x, -y, z))
    assert right.label == "6.0 cm"


def test_a_test_without_a_figure_has_none(page: ProgressPage, choose: Choose, keep: Keep, own: str) -> None:
    assert page.history.picture.isVisible()
    choose(own)
    assert not page.history.picture.isVisible()
    for days in (3, 1):
        keep(10, measure=own, days=days)
    choose(own)
    assert not page.history.then_and_now.isVisible()
    page.measure(own)
    assert not page.form.guide.figure.isVisible()


@pytest.mark.parametrize(
    ("measure", "first", "latest"),
    [
        ("floor-touch", 44, 30),
        ("hand-to-knee", 11, 7.5),
        ("side-bend-travel", 12, 20),
        ("seated-rotation", 44, 30),
        ("pancake", 44, 30),
        ("sit-and-reach", -10, 4),
        ("back-saver", -10, 4),
        ("press-up", 12, 30),
    ],
)
def test_then_and_now_shows_the_first_and_the_latest_reading_of_a_test(
    page: ProgressPage, choose: Choose, keep: Keep, catalogue: Catalogue, measure: str, first: float, latest: float
) -> None:
    side = Side.LEFT if catalogue.measure(measure).sided else None
    for days, value in ((30, first), (20, 15), (10, latest)):
        keep(value, measure=measure, side=side, days=days)
    choose(measure)
    scene = shown(page.history.then_and_now.figure)
    assert scene.ghost is not None
    assert scene.ghost.value == pytest.approx(first, abs=CLOSE_CM)
    assert scene.pose.value == pytest.approx(latest, abs=CLOSE_CM)
    name = page.history.then_and_now.figure.accessibleName()
    assert "on 31 January" in name
    assert "on 20 February" in name
    said = [each.text() for each in page.history.then_and_now.findChildren(QLabel)]
    assert [text.partition(":")[0] for text in said if ":" in text] == ["First reading", "Latest"]
    page.history.then_and_now.figure.grab()


def test_who_stands_on_a_step_is_shown_on_it_whatever_the_value(page: ProgressPage, type_tries: Type) -> None:
    page.measure("floor-touch")
    type_tries("4")
    floor = shown(page.form.guide.figure).pose
    page.form.fields.aids.buttons["step"].click()
    step = shown(page.form.guide.figure).pose
    assert (floor.value, bool(floor.props)) == (step.value, False)
    assert [prop.kind for prop in step.props] == ["box"]
    assert step.posture.points["left_heel"][2] == pytest.approx(floor.posture.points["left_heel"][2] + STEP_CM)


def test_then_and_now_waits_for_a_second_reading(page: ProgressPage, choose: Choose, keep: Keep) -> None:
    keep(9, days=9)
    choose("floor-touch")
    assert not page.history.then_and_now.isVisible()
    keep(4)
    page.refresh()
    assert page.history.then_and_now.isVisible()


def test_then_and_now_shows_the_side_that_was_measured_last(page: ProgressPage, choose: Choose, keep: Keep) -> None:
    for days, side in ((9, Side.RIGHT), (8, Side.LEFT), (3, Side.LEFT), (2, Side.RIGHT)):
        keep(5, measure="hand-to-knee", side=side, days=days)
    choose("hand-to-knee")
    assert not shown(page.history.then_and_now.figure).right
    keep(4, measure="hand-to-knee", side=Side.LEFT)
    page.refresh()
    assert shown(page.history.then_and_now.figure).right


def test_readings_that_may_not_be_compared_are_not_shown_over_one_another(
    page: ProgressPage, choose: Choose, keep: Keep
) -> None:
    for days, aid in ((9, "by-eye"), (1, "phone")):
        keep(50, measure="seated-rotation", side=Side.LEFT, days=days, aid=aid)
    choose("seated-rotation")
    assert not page.history.then_and_now.isVisible()


@pytest.mark.parametrize(("first", "latest"), [(9.0, -6.0), (-6.0, 9.0), (-2.0, -8.0), (9.0, 4.0)])
def test_both_postures_stand_on_the_same_ground(
    figures: Figures, catalogue: Catalogue, first: float, latest: float
) -> None:
    scene = compared_scene(figures, catalogue.measure("floor-touch"), first, latest, right=False)
    assert scene.ghost is not None
    heels = [pose.posture.points["left_heel"][2] for pose in (scene.pose, scene.ghost)]
    assert heels[0] == pytest.approx(heels[1], abs=0.5)
    starts = [pose.dimension.points[0][2] for pose in (scene.pose, scene.ghost)]
    assert starts[0] == pytest.approx(starts[1])


def test_a_dimension_line_is_drawn_in_the_accent_colour(
    figures: Figures, catalogue: Catalogue, look: Look, qtbot: QtBot
) -> None:
    view = ReadingFigure(look, SIZE)
    qtbot.addWidget(view)
    view.resize(SIZE)
    view.show_reading(typed_scene(figures, catalogue.measure("floor-touch"), 20, "", right=False), "")
    picture, accent = view.grab().toImage(), look.colour("accent").rgb()
    found = [y for y in range(picture.height()) if any(picture.pixel(x, y) == accent for x in range(picture.width()))]
    assert len(found) > 15


@pytest.mark.parametrize(("width", "beside"), [(1280, True), (1024, False)])
def test_the_postures_stand_beside_the_latest_value_where_there_is_room(
    page: ProgressPage, choose: Choose, keep: Keep, qtbot: QtBot, width: int, beside: bool
) -> None:
    for days in (9, 2):
        keep(5, days=days)
    page.resize(width, 736)
    choose("floor-touch")
    history = page.history
    qtbot.waitUntil(partial(_stands, history.latest, history.then_and_now, beside=beside))
    assert history.table.y() > max(history.then_and_now.geometry().bottom(), history.latest.geometry().bottom())
    assert history.minimumSizeHint().width() <= history.width()


def test_without_postures_the_latest_value_stands_beside_the_chart(
    page: ProgressPage, choose: Choose, keep: Keep, qtbot: QtBot, own: str
) -> None:
    for days in (9, 2):
        keep(5, days=days)
        keep(12, measure=own, days=days)
    for measure, beside in (("floor-touch", False), (own, True), ("floor-touch", False)):
        choose(measure)
        chart, latest = page.history.chart, page.history.latest
        qtbot.waitUntil(partial(_stands, latest, chart, beside=beside))

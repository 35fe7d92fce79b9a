"""The figures of the library: which card moves and when, and what the bar under the large one does."""

import shutil
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.exercise import Direction, DoseKind, Sides
from app.figure.stills import as_document, read_stills
from app.paths import resources_dir
from app.ui.figures import Figures
from app.ui.library.catalogue_model import entry_at
from app.ui.library.library_page import LibraryPage
from app.ui.library.movement_panel import MovementPanel
from app.ui.library.rehearsal import Rehearsal
from app.ui.library.ticker import Ticker
from app.ui.live import Live
from app.ui.look import Look
from app.ui.widgets.figure_painter import RADIUS
from app.ui.widgets.figure_view import FigureView, Kept, Scene
from app.ui.widgets.photo import Photo
from app.ui.widgets.still_view import StillView
from tests.fakes import FakeClock

LEFT_BUTTON = Qt.MouseButton.LeftButton
SOFT_EDGE = 40  # of 255: a kept picture is rounded to a tenth of a pixel


def panel_of(page: LibraryPage, item_id: str) -> MovementPanel:
    page.cards.show_entry(item_id)
    QApplication.processEvents()
    content = page.detail.text_area.widget()
    assert content is not None
    panel = content.findChild(MovementPanel)
    assert isinstance(panel, MovementPanel)
    return panel


def point_at(page: LibraryPage, item_id: str) -> QModelIndex:
    """Tell the list that the mouse has moved on to a card; the cursor itself stays out of it."""
    model = page.cards.model()
    indexes = [model.index(row, 0) for row in range(model.rowCount())]
    (index,) = (index for index in indexes if (entry := entry_at(index)) is not None and entry.item.id == item_id)
    place, viewport = page.cards.visualRect(index).center().toPointF(), page.cards.viewport()
    none = Qt.MouseButton.NoButton
    everywhere = viewport.mapToGlobal(place)
    moved = QMouseEvent(QEvent.Type.MouseMove, place, everywhere, none, none, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, moved)
    return index


def moving_id(page: LibraryPage) -> str | None:
    moving = page.cards.moving
    return moving[0] if moving is not None else None


def active_timers(page: QWidget) -> list[Ticker]:
    return [ticker for ticker in page.findChildren(Ticker) if ticker.is_running]


# One rep to look at


def test_a_rehearsal_takes_as_long_as_the_tempo(catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises.values():
        hold_s = exercise.dose.hold_s.low if exercise.dose.hold_s else 0.0
        tempo_s = sum(hold_s if phase.seconds is None else phase.seconds for phase in exercise.tempo)
        series_s = sum(position.enter_s + hold_s + position.leave_s for position in exercise.positions)
        times = 2 if exercise.sides is Sides.ALTERNATE else 1
        assert Rehearsal(exercise).length_s == pytest.approx(tempo_s * times + series_s)
        assert Rehearsal(exercise, longest_hold_s=0.5).length_s < tempo_s * times + series_s


def test_a_rehearsal_shows_at_its_telling_second_what_the_card_shows(catalogue: Catalogue, figures: Figures) -> None:
    for exercise in catalogue.exercises.values():
        rehearsal = Rehearsal(exercise)
        scene, still = rehearsal.scene_at(figures, rehearsal.telling_s), figures.still(exercise)
        assert scene.moment is not None
        assert still.moment is not None
        shown, wanted = (made.stage.posture(made.moment) for made in (scene, still) if made.moment is not None)
        for part, point in shown.points.items():
            assert point == pytest.approx(wanted.points[part], abs=0.05)


def test_a_rehearsal_goes_round_without_a_jump(catalogue: Catalogue, figures: Figures) -> None:
    for exercise in catalogue.exercises.values():
        rehearsal = Rehearsal(exercise)
        for lap in (1, 2):
            seam = lap * rehearsal.length_s
            before, after = (rehearsal.scene_at(figures, seam + step) for step in (-1e-4, 1e-4))
            assert before.moment is not None
            assert after.moment is not None
            assert after.moment.progress < 0.01
            one, other = before.stage.posture(before.moment), after.stage.posture(after.moment)
            if before.right == after.right:
                for part, point in one.points.items():
                    assert other.points[part] == pytest.approx(point, abs=0.1)


def test_an_alternating_rehearsal_does_the_left_then_the_right(catalogue: Catalogue, figures: Figures) -> None:
    alternating = [made for made in catalogue.exercises.values() if made.sides is Sides.ALTERNATE]
    assert alternating
    for exercise in alternating:
        rehearsal = Rehearsal(exercise)
        left, right = (rehearsal.scene_at(figures, rehearsal.length_s * share) for share in (0.2, 0.7))
        assert left.right != right.right


def test_a_series_passes_through_all_its_positions(catalogue: Catalogue, figures: Figures) -> None:
    series = next(made for made in catalogue.exercises.values() if made.kind is DoseKind.POSITIONS)
    rehearsal = Rehearsal(series)
    seconds = (rehearsal.length_s * step / 400 for step in range(400))
    moments = [rehearsal.scene_at(figures, second).moment for second in seconds]
    moves = {moment.move for moment in moments if moment is not None}
    assert moves == set(range(len(figures.stage(series.id).figure.tracks)))


# The cards


def test_nothing_moves_at_rest(page: LibraryPage) -> None:
    assert moving_id(page) is None
    assert not page.cards.ticker.is_running
    assert not active_timers(page)


def test_the_card_under_the_mouse_moves_once_and_rests(page: LibraryPage) -> None:
    point_at(page, "segmental-cat-cow")
    assert page.cards.ticker.is_running
    page.cards.ticker.passed.emit(0.5)
    assert moving_id(page) == "segmental-cat-cow"
    page.cards.ticker.passed.emit(60.0)
    assert moving_id(page) is None
    assert not active_timers(page)
    point_at(page, "segmental-cat-cow")
    assert not page.cards.ticker.is_running


def test_a_card_rests_when_the_mouse_leaves_the_list(page: LibraryPage) -> None:
    point_at(page, "reverse-crunch")
    page.cards.ticker.passed.emit(0.5)
    QApplication.sendEvent(page.cards.viewport(), QEvent(QEvent.Type.Leave))
    assert moving_id(page) is None
    assert not active_timers(page)


def test_the_current_card_moves_while_the_list_has_the_focus(page: LibraryPage, qtbot: QtBot) -> None:
    page.cards.setFocus()
    page.cards.ticker.passed.emit(0.5)
    assert moving_id(page) == "reverse-crunch"
    qtbot.keyClick(page.cards, Qt.Key.Key_Right)
    page.cards.ticker.passed.emit(0.5)
    assert moving_id(page) == "segmental-cat-cow"
    page.search.setFocus()
    assert moving_id(page) is None
    assert not active_timers(page)


def test_a_routine_and_a_hidden_page_keep_still(page: LibraryPage) -> None:
    page.cards.setFocus()
    page.cards.show_entry("starter")
    assert not page.cards.ticker.is_running
    page.cards.show_entry("side-bend")
    assert page.cards.ticker.is_running
    page.hide()
    assert not active_timers(page)


def test_a_moving_card_shows_something_else_every_time(page: LibraryPage) -> None:
    card = page.cards.visualRect(point_at(page, "reverse-crunch"))
    still = page.cards.viewport().grab(card).toImage()
    page.cards.ticker.passed.emit(2.0)
    assert page.cards.viewport().grab(card).toImage() != still
    page.cards.ticker.passed.emit(60.0)
    assert page.cards.viewport().grab(card).toImage() == still


# The large figure


def test_the_large_figure_is_still_until_it_is_played(page: LibraryPage, qtbot: QtBot) -> None:
    panel = panel_of(page, "segmental-cat-cow")
    assert not active_timers(page)
    still = panel.view.scene
    qtbot.mouseClick(panel.play_button, LEFT_BUTTON)
    assert panel.play_button.accessibleName() == "Pause the figure"
    panel.ticker.passed.emit(3.0)
    assert panel.view.scene != still
    qtbot.mouseClick(panel.play_button, LEFT_BUTTON)
    assert not active_timers(page)
    assert panel.play_button.accessibleName() == "Play the figure"


def test_the_large_figure_is_solved_when_it_is_first_turned(page: LibraryPage, look: Look, qtbot: QtBot) -> None:
    view = panel_of(page, "side-bend").view
    assert isinstance(view.seen, Kept)
    inside = view.rect().adjusted(RADIUS, RADIUS, -RADIUS, -RADIUS)
    at_rest = view.grab(inside).toImage()
    qtbot.mousePress(view, LEFT_BUTTON, pos=view.rect().center())
    qtbot.mouseMove(view, view.rect().center() + QPoint(80, 0))
    qtbot.mouseRelease(view, LEFT_BUTTON)
    assert view.grab(inside).toImage() != at_rest
    assert isinstance(view.seen, Scene)
    solved = FigureView(look, view.size())
    qtbot.addWidget(solved)
    solved.resize(view.size())
    solved.show_scene(view.seen)
    both = (bytes(image.constBits()) for image in (at_rest, solved.grab(inside).toImage()))
    assert max(abs(one - other) for one, other in zip(*both, strict=True)) <= SOFT_EDGE


def test_it_plays_on_and_on_and_stops_when_it_is_out_of_sight(page: LibraryPage) -> None:
    panel = panel_of(page, "segmental-cat-cow")
    panel.play_button.click()
    panel.ticker.passed.emit(100.0)
    assert panel.ticker.is_running
    page.hide()
    assert not panel.ticker.is_running


def test_the_slider_goes_through_the_rep_and_pauses(page: LibraryPage, qtbot: QtBot) -> None:
    panel = panel_of(page, "side-bend")
    panel.play_button.click()
    seen = []
    for share in (0, 1, 2, 4):
        panel.slider.setValue(panel.slider.maximum() * share // 4)
        seen.append(panel.view.scene)
        assert panel.slider.value() == panel.slider.maximum() * share // 4
    assert len(set(map(repr, (scene.moment for scene in seen if scene is not None)))) == 4
    assert not panel.ticker.is_running
    panel.slider.setFocus()
    panel.slider.setValue(0)
    qtbot.keyClick(panel.slider, Qt.Key.Key_Right)
    assert panel.slider.value() == 2


def test_a_press_on_the_slider_goes_there_and_dragging_takes_the_figure_along(page: LibraryPage, qtbot: QtBot) -> None:
    panel = panel_of(page, "side-bend")
    slider, middle = panel.slider, panel.slider.rect().center()
    qtbot.mousePress(slider, LEFT_BUTTON, pos=middle)
    assert slider.value() == pytest.approx(slider.maximum() / 2, abs=1)
    halfway = panel.view.scene
    qtbot.mouseMove(slider, pos=slider.rect().topRight())
    assert slider.value() == slider.maximum()
    assert panel.view.scene != halfway
    qtbot.mouseRelease(slider, LEFT_BUTTON)
    qtbot.mouseMove(slider, pos=middle)
    assert slider.value() == slider.maximum()


def test_half_speed_takes_twice_as_long(page: LibraryPage) -> None:
    panel = panel_of(page, "side-bend")
    panel.slider.setValue(0)
    panel.ticker.passed.emit(2.0)
    whole = panel.slider.value()
    panel.slider.setValue(0)
    panel.slow_chip.click()
    panel.ticker.passed.emit(2.0)
    assert panel.slider.value() == whole / 2 == 10


def test_an_exercise_with_sides_is_mirrored_for_the_other_side(page: LibraryPage, qtbot: QtBot) -> None:
    panel = panel_of(page, "side-bend")
    left = panel.view.scene
    panel.right_chip.click()
    right = panel.view.scene
    assert left is not None
    assert right is not None
    assert left.right != right.right
    panel.left_chip.click()
    assert panel.view.scene == left
    panel.left_chip.setFocus()
    qtbot.keyClick(panel.left_chip, Qt.Key.Key_Right)
    qtbot.keyClick(panel.right_chip, Qt.Key.Key_Space)
    assert panel.view.scene == right


def test_sides_are_offered_only_where_there_is_one_at_a_time(page: LibraryPage, catalogue: Catalogue) -> None:
    for exercise in catalogue.exercises.values():
        panel = panel_of(page, exercise.id)
        assert panel.right_chip.isVisible() == (exercise.sides is Sides.EACH)


def test_everything_under_the_figure_has_a_name_and_can_be_reached_by_keys(page: LibraryPage) -> None:
    panel = panel_of(page, "side-bend")
    for control in (panel.play_button, panel.slider, panel.slow_chip, panel.left_chip, panel.right_chip):
        assert control.accessibleName() or control.property("text")
        assert control.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert panel.view.accessibleName() == "Figure: Dumbbell side bend"


def test_a_routine_shows_the_figure_of_every_step(page: LibraryPage, catalogue: Catalogue) -> None:
    page.cards.show_entry("starter")
    content = page.detail.text_area.widget()
    assert content is not None
    shown = [view.still for view in content.findChildren(StillView)]
    kept = read_stills(resources_dir() / "figures" / "stills.json")
    assert shown == [kept[step.exercise_id] for step in catalogue.routine("starter").steps]


# Without a figure


@pytest.fixture
def page_without(qtbot: QtBot, tmp_path: Path, live: Live, catalogue: Catalogue, look: Look) -> LibraryPage:
    """The library where one figure is broken and another one is not there."""
    shutil.copytree(resources_dir() / "figures", tmp_path / "resources" / "figures")
    (tmp_path / "resources" / "figures" / "side-bend.toml").write_text("id = ", encoding="utf-8")
    (tmp_path / "resources" / "figures" / "chair-twist.toml").unlink()
    kept = read_stills(resources_dir() / "figures" / "stills.json")
    kept = {name: still for name, still in kept.items() if name not in ("side-bend", "chair-twist")}
    (tmp_path / "resources" / "figures" / "stills.json").write_text(as_document(kept), encoding="utf-8")
    made = LibraryPage(live, catalogue, look, FakeClock(), Figures(tmp_path / "resources"))
    qtbot.addWidget(made)
    made.show()
    return made


def photos_of(content: QWidget) -> list[Photo]:
    return [view.still for view in content.findChildren(StillView) if isinstance(view.still, Photo)]


@pytest.mark.parametrize("item_id", ["side-bend", "chair-twist"])
def test_an_exercise_without_a_figure_shows_its_direction(
    page_without: LibraryPage, catalogue: Catalogue, item_id: str
) -> None:
    page_without.cards.show_entry(item_id)
    content = page_without.detail.text_area.widget()
    assert content is not None
    assert content.findChild(MovementPanel) is None
    assert photos_of(content) == [Photo(direction=catalogue.exercise(item_id).directions[0])]
    point_at(page_without, item_id)
    assert not page_without.cards.ticker.is_running
    assert not page_without.grab().isNull()


def test_a_routine_shows_the_direction_of_a_step_without_a_figure(page_without: LibraryPage) -> None:
    page_without.cards.show_entry("desk-break")
    content = page_without.detail.text_area.widget()
    assert content is not None
    assert photos_of(content) == [Photo(direction=Direction.ROTATION), Photo(direction=Direction.LATERAL_FLEXION)]
    assert panel_of(page_without, "segmental-cat-cow").view.scene is not None

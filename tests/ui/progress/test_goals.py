"""Goals and the strict error: asked for in the history, kept in the store, reached once. The chart in one's hands."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.domain.catalogue import Catalogue
from app.domain.exercise import Side
from app.domain.progress.goals import Goal
from app.store.store import Store
from app.ui.figures import Figures
from app.ui.live import Live
from app.ui.look import Look
from app.ui.progress.goals.keeping import GoalKeeping
from app.ui.progress.history import History
from app.ui.progress.reach_canvas import ReachCanvas
from tests.fakes import FakeClock
from tests.ui.progress.conftest import Keep


class Shown:
    """A history beside its store, as the page has it."""

    def __init__(self, live: Live, catalogue: Catalogue, clock: FakeClock, history: History) -> None:
        self.live, self.catalogue, self.clock, self.history = live, catalogue, clock, history
        self.goals = GoalKeeping(live, clock, history)
        self.said: list[str] = []
        self.reached: list[str] = []
        history.goal_chosen.connect(self.goals.set_goal)
        history.goal_removed.connect(self.goals.remove_goal)
        history.strict_chosen.connect(self.goals.choose_strict)
        self.goals.said.connect(self.said.append)
        self.goals.reached.connect(self.reached.append)

    def refresh(self, measure_id: str = "floor-touch") -> None:
        measure = self.catalogue.measure(measure_id)
        readings = [each for each in self.live.store.find.readings() if each.measure_id == measure_id]
        self.goals.notice(measure, readings)
        self.history.show_readings(measure, readings, self.clock.now(), self.goals.goals(measure),
                                   strict=self.goals.strict)  # fmt: skip

    def canvas(self, qtbot: QtBot) -> ReachCanvas:
        card = self.history.chart
        qtbot.waitUntil(lambda: card.canvas is not None)
        canvas = card.canvas
        assert canvas is not None
        qtbot.waitUntil(lambda: canvas.width() == card.box.contentsRect().width())
        canvas.draw()
        return canvas


@pytest.fixture
def shown(qtbot: QtBot, live: Live, catalogue: Catalogue, look: Look, figures: Figures, clock: FakeClock) -> Shown:
    history = History(look, figures)
    qtbot.addWidget(history)
    history.resize(900, 900)
    history.show()
    history.activateWindow()
    return Shown(live, catalogue, clock, history)


def test_a_goal_is_typed_as_one_likes_kept_and_undone(shown: Shown, keep: Keep, store: Store) -> None:
    keep(9, days=3)
    shown.refresh()
    row = shown.history.chart.goals
    row.set_button.click()
    QTest.keyClicks(row.form.value, "2 in")
    assert row.form.said.text() == "2 in = 5.1 cm"
    QTest.keyClick(row.form.value, Qt.Key.Key_Return)
    (goal,) = store.find.goals()
    assert goal.value == pytest.approx(5.08)
    assert (goal.side, goal.due) == (None, None)
    assert shown.said == ["Goal set: Floor touch, 5.1 cm"]
    shown.refresh()
    assert QApplication.focusWidget() is row.buttons[0]
    store.undo.undo()
    assert store.find.goals() == []


def test_a_goal_that_can_not_be_is_refused_where_it_is_typed(shown: Shown, keep: Keep, store: Store) -> None:
    keep(9)
    shown.refresh()
    row = shown.history.chart.goals
    row.set_button.click()
    for text, words in (
        ("", "Write the value"),
        ("high", "is not a value"),
        ("900", "can't be a goal"),
        ("9", "You reach 9.0 cm already"),
    ):
        row.form.value.setText(text)
        row.form.save_button.click()
        assert words in row.form.said.text()
        assert row.form.isVisible()
    assert store.find.goals() == []
    QTest.keyClick(row.form.value, Qt.Key.Key_Escape)
    assert not row.form.isVisible()


def test_a_goal_has_a_day_and_a_side_and_is_changed_and_removed(shown: Shown, keep: Keep, store: Store) -> None:
    keep(9, measure="hand-to-knee", side=Side.LEFT)
    shown.refresh("hand-to-knee")
    row = shown.history.chart.goals
    row.set_button.click()
    row.form.value.setText("2")
    row.form.sides.buttons["left"].click()
    row.form.has_day.click()
    row.form.save_button.click()
    day = shown.clock.now().date() + timedelta(days=90)
    assert [(goal.value, goal.side, goal.due) for goal in store.find.goals()] == [(2, Side.LEFT, day)]
    shown.refresh("hand-to-knee")
    assert row.buttons[0].text().startswith("Left goal 2.0 cm by ")
    row.buttons[0].click()
    assert not row.form.sides.isVisible()
    row.form.value.setText("1")
    row.form.save_button.click()
    assert [goal.value for goal in store.find.goals()] == [1]
    shown.refresh("hand-to-knee")
    row.buttons[0].click()
    row.form.remove_button.click()
    assert store.find.goals() == []
    assert shown.said[-1].startswith("Goal removed: Hand to knee, left, 1.0 cm")


def test_a_new_day_for_the_same_value_keeps_what_was_reached(shown: Shown, keep: Keep, store: Store) -> None:
    store.goals.set(Goal("floor-touch", 5, set_at=shown.clock.now() - timedelta(days=9)))
    keep(4)
    shown.refresh()
    row = shown.history.chart.goals
    row.buttons[0].click()
    row.form.has_day.click()
    row.form.save_button.click()
    (goal,) = store.find.goals()
    assert goal.due is not None
    assert goal.reached_by is not None


def test_a_reached_goal_is_noticed_once_and_stays_written(shown: Shown, keep: Keep, store: Store) -> None:
    store.goals.set(Goal("floor-touch", 5, set_at=shown.clock.now() - timedelta(days=9)))
    shown.refresh()
    assert shown.reached == []
    keep(4.5)
    shown.refresh()
    shown.refresh()
    assert shown.reached == ["You reached your goal of 5.0 cm on 2 March."]
    assert shown.history.chart.goals.reached.text() == shown.reached[0]
    assert shown.history.chart.goals.reached.isVisible()


def test_the_strict_error_is_chosen_where_it_is_explained(shown: Shown, keep: Keep, store: Store) -> None:
    keep(9)
    shown.refresh()
    strict = shown.history.status.strict
    assert not strict.isVisible()
    shown.history.status.sure.click()
    assert strict.isVisible()
    assert strict.text() == "Strict: 10 cm"
    strict.click()
    assert store.find.setting("progress.strict", False) is True
    shown.refresh()
    assert "You chose the strict one, 10 cm." in shown.history.status.error.text()
    keep(4, measure="hand-to-knee", side=Side.LEFT)
    shown.refresh("hand-to-knee")
    assert not strict.isVisible()


def test_wheel_drag_and_double_click_move_the_view(shown: Shown, keep: Keep, qtbot: QtBot) -> None:
    for days in range(300, 0, -20):
        keep(days / 20, days=days)
    shown.refresh()
    canvas = shown.canvas(qtbot)
    home, middle = canvas.chart.times, QPointF(canvas.rect().center())
    wheel = QWheelEvent(middle, canvas.mapToGlobal(middle), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
                        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
    QApplication.sendEvent(canvas, wheel)
    zoomed = canvas.chart.times
    assert zoomed[1] - zoomed[0] == pytest.approx((home[1] - home[0]) / 1.25**2)
    assert shown.history.chart.reset_button.isVisible()
    canvas.draw()
    start = canvas.rect().center()
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    QTest.mouseMove(canvas, start + QPoint(60, 0))
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=start + QPoint(60, 0))
    assert canvas.chart.times[0] < zoomed[0]
    QTest.mouseDClick(canvas, Qt.MouseButton.LeftButton, pos=start)
    assert canvas.chart.times == home
    assert not shown.history.chart.reset_button.isVisible()


def test_the_keyboard_zooms_pans_and_goes_back(shown: Shown, keep: Keep, qtbot: QtBot) -> None:
    for days in range(300, 0, -20):
        keep(days / 20, days=days)
    shown.refresh()
    canvas = shown.canvas(qtbot)
    home = canvas.chart.times
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    zoomed = canvas.chart.times
    assert zoomed[1] - zoomed[0] < home[1] - home[0]
    QTest.keyClick(canvas, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.chart.times[0] < zoomed[0]
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.chart.times == home


def test_arrows_reach_readings_that_are_out_of_view(shown: Shown, keep: Keep, qtbot: QtBot) -> None:
    for days in (300, 200, 2):
        keep(days / 20, days=days)
    shown.refresh()
    canvas = shown.canvas(qtbot)
    shown.history.spans.buttons["MONTH"].click()
    canvas.setFocus()
    for _press in range(3):
        QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.hint.text().startswith("15.0 cm")


@pytest.mark.parametrize("kind", ["png", "svg", "pdf", "csv"])
def test_chart_and_readings_are_saved_where_one_says(
    shown: Shown, keep: Keep, qtbot: QtBot, tmp_path: Path, kind: str
) -> None:
    keep(9, days=3)
    shown.refresh()
    shown.canvas(qtbot)
    card = shown.history.chart
    card.ask_file = lambda _parent, _title, name, _kinds: str(tmp_path / name)
    next(action for action in card.save_menu.actions() if kind.upper() in action.text()).trigger()
    assert (tmp_path / f"floor-touch.{kind}").stat().st_size > 100
    assert card.notice.text() == f"Saved as {tmp_path / f'floor-touch.{kind}'}."


def test_a_file_that_can_not_be_written_is_told(shown: Shown, keep: Keep, qtbot: QtBot, tmp_path: Path) -> None:
    keep(9)
    shown.refresh()
    shown.canvas(qtbot)
    card = shown.history.chart
    card.ask_file = lambda *_asked: str(tmp_path / "nowhere" / "chart")
    card.save("png")
    assert "can't be written" in card.notice.text()
    assert card.notice.property("tone") == "stop"
    card.ask_file = lambda *_asked: ""
    card.save("svg")
    assert not list(tmp_path.glob("*.svg"))

"""What the page shows of the readings: list, sentence, chart, latest value, table."""

import subprocess
import sys
from dataclasses import replace

import pytest
from matplotlib.colors import to_hex
from matplotlib.lines import Line2D
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.charts.course import chart_course
from app.domain.catalogue import Catalogue
from app.domain.exercise import Side
from app.store.store import Store
from app.ui.look import Look
from app.ui.progress.progress_page import ProgressPage
from app.ui.progress.reach_canvas import ReachCanvas
from tests.fakes import FakeClock
from tests.samples import NOON
from tests.ui.progress.conftest import Keep


def canvas_of(page: ProgressPage, qtbot: QtBot) -> ReachCanvas:
    """The chart, once it is there."""
    qtbot.waitUntil(lambda: page.history.chart.canvas is not None)
    canvas = page.history.chart.canvas
    assert canvas is not None
    room = page.history.chart.box
    qtbot.waitUntil(lambda: canvas.width() == room.contentsRect().width())  # laid out
    canvas.draw()
    return canvas


def artist(canvas: ReachCanvas, name: str) -> Line2D:
    found = canvas.figure.findobj(lambda each: each.get_gid() == name)
    (line,) = found
    assert isinstance(line, Line2D)
    return line


def shown_dates(model: QAbstractItemModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_importing_the_page_does_not_import_matplotlib() -> None:
    program = "import sys, app.ui.progress.progress_page; print(sorted({'matplotlib', 'numpy'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_words_and_table_are_there_before_the_chart(page: ProgressPage, keep: Keep, qtbot: QtBot) -> None:
    keep(4)
    page.refresh()
    assert page.history.chart.canvas is None
    assert page.history.status.text.startswith("Your first reading, on ")
    assert page.history.table.model.rowCount() == 1
    canvas_of(page, qtbot)


def test_the_chart_has_a_point_for_every_reading_and_a_dot_for_every_trial(
    page: ProgressPage, keep: Keep, qtbot: QtBot
) -> None:
    for days in (60, 30, 1):
        keep(days / 10, days / 10 + 1, days / 10 + 2, days=days)
    page.refresh()
    canvas = canvas_of(page, qtbot)
    assert len(artist(canvas, "medians-centre").get_ydata()) == 3  # type: ignore[arg-type]  # a list, as it was given
    assert len(artist(canvas, "trials-centre").get_ydata()) == 9  # type: ignore[arg-type]  # the same
    seen = "In view: 3 readings, 1 January to 1 March."
    assert canvas.accessibleDescription() == f"{page.history.status.text} {seen}"


def test_the_chart_keeps_the_sides_apart(page: ProgressPage, keep: Keep, qtbot: QtBot, look: Look) -> None:
    keep(4, measure="hand-to-knee", side=Side.LEFT)
    keep(1, measure="hand-to-knee", side=Side.RIGHT)
    page.refresh()
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    canvas = canvas_of(page, qtbot)
    left, right = artist(canvas, "medians-left"), artist(canvas, "medians-right")
    assert left.get_marker() != right.get_marker()
    assert to_hex(str(left.get_color())) == look.theme.left.lower()
    assert to_hex(str(right.get_color())) == look.theme.right.lower()


def test_a_range_of_time_leaves_out_what_is_older(page: ProgressPage, keep: Keep, qtbot: QtBot) -> None:
    for days in (300, 100, 1):
        keep(5, days=days)
    page.refresh()
    canvas = canvas_of(page, qtbot)
    counts = {}
    for name, chip in page.history.spans.buttons.items():
        chip.click()
        counts[name] = len(canvas.chart.points)
    assert counts == {"MONTH": 1, "QUARTER": 1, "HALF_YEAR": 2, "YEAR": 3, "ALL": 3}


def test_a_change_of_theme_recolours_the_chart(page: ProgressPage, keep: Keep, qtbot: QtBot, look: Look) -> None:
    keep(4)
    page.refresh()
    canvas = canvas_of(page, qtbot)
    for name in ("dark", "light"):
        look.choose(name)
        assert to_hex(canvas.figure.get_facecolor()) == look.theme.raised.lower()
        assert to_hex(str(artist(canvas, "medians-centre").get_color())) == look.theme.accent.lower()


def test_the_pointer_brings_up_the_reading(page: ProgressPage, keep: Keep, qtbot: QtBot) -> None:
    keep(9, days=60)
    keep(4, 3.5, 5, days=2)
    page.refresh()
    canvas = canvas_of(page, qtbot)
    point = canvas.chart.points[-1]
    x, y = canvas.chart.position(point)
    QTest.mouseMove(canvas, QPoint(1, 1))
    QTest.mouseMove(canvas, QPoint(round(x), round(canvas.height() - y)))
    qtbot.waitUntil(canvas.hint.isVisible)
    assert canvas.hint.text() == "4.0 cm\n28 February\n4.0 · 3.5 · 5.0\ncold"
    assert canvas.rect().contains(canvas.hint.geometry())


def test_arrows_go_through_the_points_of_the_chart(page: ProgressPage, keep: Keep, qtbot: QtBot) -> None:
    for days, value in ((40, 9), (20, 7), (1, 5)):
        keep(value, days=days)
    page.refresh()
    canvas = canvas_of(page, qtbot)
    canvas.setFocus()
    seen = []
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Right):
        QTest.keyClick(canvas, key)
        seen.append(canvas.hint.text().split("\n")[0])
    assert seen == ["5.0 cm", "7.0 cm", "5.0 cm"]


def test_a_measure_without_readings_says_what_will_be_there_and_how_to_begin(page: ProgressPage) -> None:
    assert page.history.status.text == "No reading yet. The first one shows where you start."
    assert not page.history.table.isVisible()
    assert not page.history.chart.isVisible()
    page.history.measure_asked.emit()
    assert page.is_measuring


def test_a_reading_written_beside_the_window_appears(
    page: ProgressPage, store: Store, clock: FakeClock, keep: Keep, qtbot: QtBot
) -> None:
    keep(4)
    page.refresh()
    other = Store.open(store.path.parent, clock)
    reading = store.find.readings()[0]
    other.readings.delete(reading.id)
    other.close()
    qtbot.waitUntil(lambda: page.history.status.text.startswith("No reading yet"))


def test_a_page_out_of_sight_catches_up_when_it_is_shown(page: ProgressPage, live_keep: Keep) -> None:
    page.hide()
    live_keep(4)
    assert page.history.table.model.rowCount() == 0
    page.show()
    assert page.history.table.model.rowCount() == 1


def test_the_table_is_newest_first_and_sorts_by_value(page: ProgressPage, keep: Keep) -> None:
    keep(10, days=3)
    keep(-2, days=2)
    keep(9, days=1)
    page.refresh()
    view = page.history.table.view
    assert shown_dates(view.model()) == ["1 Mar", "28 Feb", "27 Feb"]
    view.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert shown_dates(view.model()) == ["28 Feb", "1 Mar", "27 Feb"]


def test_the_table_is_sorted_by_keyboard_alone(page: ProgressPage, keep: Keep) -> None:
    keep(10, days=3)
    keep(-2, days=2)
    keep(9, days=1)
    page.refresh()
    table = page.history.table
    sort_button, menu = table.sort_button, table.sort_button.menu()
    assert isinstance(menu, QMenu)

    def choose(words: str) -> None:
        menu.aboutToShow.emit()
        actions = [action for action in menu.actions() if not action.isSeparator()]
        menu.setActiveAction(next(action for action in actions if action.text() == words))
        QTest.keyClick(menu, Qt.Key.Key_Return)

    assert sort_button.focusPolicy() & Qt.FocusPolicy.TabFocus
    choose("Value")
    assert shown_dates(table.view.model()) == ["27 Feb", "1 Mar", "28 Feb"]
    choose("Ascending")
    assert shown_dates(table.view.model()) == ["28 Feb", "1 Mar", "27 Feb"]
    menu.aboutToShow.emit()
    assert [action.text() for action in menu.actions() if action.isChecked()] == ["Value", "Ascending"]


def test_each_side_has_a_line_of_its_own_that_says_its_name_in_its_colour(
    page: ProgressPage, keep: Keep, qtbot: QtBot
) -> None:
    keep(1, measure="hand-to-knee", side=Side.RIGHT, days=1)
    keep(4, measure="hand-to-knee", side=Side.LEFT)
    page.refresh()
    page.list.setCurrentIndex(page.list.model().index(1, 0))

    def seen() -> list[QLabel]:
        found = page.history.status.findChildren(QLabel)
        return [each for each in found if each.isVisible() and each.property("type") == "lead"]

    qtbot.waitUntil(lambda: len(seen()) == 4)
    shown = seen()
    words = {each.property("tone"): each for each in shown}
    assert (words["left"].text(), words["right"].text()) == ("Left", "Right")
    assert words["left"].y() < words["right"].y()
    right = next(each for each in shown if ": 1.0 cm." in each.text())
    assert right.y() == words["right"].y()
    assert page.history.status.text.startswith("Left: Your first reading")


def test_what_is_typical_stays_behind_a_button(page: ProgressPage, keep: Keep, catalogue: Catalogue) -> None:
    keep(4)
    page.refresh()
    card = page.history.latest
    assert not card.typical.isVisible()
    card.compare_button.click()
    assert card.typical.isVisible()
    assert card.typical.text() == catalogue.measure("floor-touch").typical
    page.refresh()
    assert card.typical.isVisible()


def test_without_typical_values_there_is_nothing_to_compare_with(
    page: ProgressPage, keep: Keep, catalogue: Catalogue
) -> None:
    keep(4)
    page.refresh()
    card, readings = page.history.latest, page.live.store.find.readings()
    card.compare_button.click()
    card.show_course(
        chart_course(replace(catalogue.measure("floor-touch"), typical=""), readings, NOON.date()), NOON.date()
    )
    assert not card.compare_button.isVisible()
    assert not card.typical.isVisible()


def test_the_latest_card_says_value_tries_and_record_and_the_status_how_sure_it_is(
    page: ProgressPage, keep: Keep
) -> None:
    keep(-4, -3, -2, aid="step", days=30)
    keep(-1, -2, -1.5, aid="step")
    page.refresh()
    said = [each.text() for each in page.history.latest.findChildren(QLabel) if not each.isHidden()]
    assert "−1.5 cm" in said
    assert "Standing on a step, cold, 2 March" in said
    assert "−1.0 · −2.0 · −1.5" in said
    assert "−4.0 cm on 31 January" in said
    assert "Ekedahl 2012" in page.history.status.error.text()


def test_a_plain_verdict_comes_first_and_how_sure_it_is_when_asked(
    page: ProgressPage, keep: Keep, qtbot: QtBot
) -> None:
    for week in range(10):
        keep(12 - week, days=7 * (10 - week))
    keep(20, measure="hand-to-knee", side=Side.LEFT)
    page.refresh()
    status = page.history.status

    def seen() -> str:
        return " ".join(each.text() for each in status.findChildren(QLabel) if each.isVisible())

    qtbot.waitUntil(lambda: seen() == "Improving: 9.0 cm lower since 22 December 2025.")
    assert "more than the published measuring error of 5 cm" in status.text  # to a screen reader
    QTest.keyClick(status.sure, Qt.Key.Key_Space)
    assert "more than the published measuring error of 5 cm" in seen()
    assert "Ekedahl 2012" in seen()
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    page.list.setCurrentIndex(page.list.model().index(0, 0))
    qtbot.waitUntil(lambda: "Ekedahl 2012" in seen())


@pytest.mark.parametrize("width", [1280, 1024])
def test_nothing_is_scrolled_sideways(page: ProgressPage, keep: Keep, qtbot: QtBot, width: int) -> None:
    keep(-4, -3, -2.5, aid="step", days=400, note="A rather long note about a rather long day")
    page.resize(width, 576)
    page.refresh()
    canvas_of(page, qtbot)
    page.grab()
    view = page.history.table.view
    assert view.horizontalScrollBar().maximum() == 0
    assert page.history.minimumSizeHint().width() <= page.history.width()


def test_everything_that_takes_the_focus_has_a_name(page: ProgressPage, keep: Keep, qtbot: QtBot) -> None:
    keep(1, measure="hand-to-knee", side=Side.LEFT)
    page.refresh()
    page.list.setCurrentIndex(page.list.model().index(1, 0))
    canvas_of(page, qtbot)
    for opened in (lambda: None, lambda: page.measure("hand-to-knee")):
        opened()
        inside = [each for each in page.findChildren(QWidget) if each.isVisible()]
        asked = [each for each in inside if each.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert len(asked) > 5
        for widget in asked:
            named = widget.accessibleName() or (isinstance(widget, QPushButton) and widget.text())
            assert named, widget

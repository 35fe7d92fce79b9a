"""What a chart shows, and what it does when somebody looks closer."""

import subprocess
import sys
from datetime import date, timedelta
from itertools import pairwise

import numpy as np
import pytest
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.patches import Polygon
from matplotlib.text import Text

from app.charts.course import chart_course
from app.charts.dates import axis_noon
from app.charts.export import KINDS, chart_bytes
from app.charts.reach import ReachChart, draw_reach
from app.charts.span import Span
from app.domain.errors import Refused
from app.domain.exercise import Side
from app.domain.measurement import Reading
from app.domain.progress.goals import Goal
from app.theme import Theme
from tests.charts.drawing import NOW, a_measure, a_reading, both_sides, drawn, redraw
from tests.charts.test_layout import assert_all_inside, assert_apart

IMPROVING = [a_reading(day, 2 + day / 15, 2.5 + day / 15, 3 + day / 15) for day in range(170, 0, -9)]
GOAL = Goal("floor-touch", 0.0)


def named(figure: Figure, gid: str) -> list[Artist]:
    return [each for each in figure.findobj() if each.get_gid() == gid]


def drawn_with_goal(
    readings: list[Reading], theme: Theme, goal: Goal, sided: bool = False
) -> tuple[Figure, ReachChart]:
    figure, _chart = drawn(a_measure(sided=sided), readings, theme)
    chart = draw_reach(figure, a_measure(sided=sided), readings, theme, Span.ALL, NOW, goals=[goal])
    redraw(figure)
    return figure, chart


def test_the_band_is_the_start_and_its_error_from_the_first_reading_on(light: Theme) -> None:
    figure, _chart = drawn(a_measure(), IMPROVING, light)
    (band,) = named(figure, "band-centre")
    assert isinstance(band, Polygon)
    start = chart_course(a_measure(), IMPROVING, NOW.date()).sides[0].baseline
    assert start is not None
    assert {y for _x, y in band.get_xy()} == {start.low, start.high}
    assert min(x for x, _y in band.get_xy()) == pytest.approx(_chart.all_points[0].x)


def test_without_three_readings_after_the_first_there_is_no_band(light: Theme) -> None:
    figure, _chart = drawn(a_measure(), IMPROVING[:3], light)
    assert not named(figure, "band-centre")


def test_a_goal_is_a_dashed_line_that_says_its_value(light: Theme) -> None:
    figure, _chart = drawn_with_goal(IMPROVING, light, GOAL)
    (line,) = named(figure, "goal-centre")
    assert list(np.asarray(line.get_ydata())) == [0, 0]  # type: ignore[attr-defined]  # a line has data
    assert line.get_linestyle() != "-"  # type: ignore[attr-defined]  # the same
    (label,) = named(figure, "goal-label-centre")
    assert isinstance(label, Text)
    assert label.get_text() == "goal 0.0 cm"


def test_a_projection_is_a_wedge_of_dates_in_the_future_and_never_a_line(light: Theme) -> None:
    figure, chart = drawn_with_goal(IMPROVING, light, GOAL)
    (wedge,) = named(figure, "projection-centre")
    assert isinstance(wedge, Polygon)
    found = chart_course(a_measure(), IMPROVING, NOW.date(), [GOAL]).sides[0].projection
    assert found is not None
    assert found.latest is not None
    at_goal = sorted({float(x) for x, y in wedge.get_xy() if y == 0})
    assert at_goal == [axis_noon(found.earliest), axis_noon(found.latest)]
    assert chart.times[1] > axis_noon(NOW.date())


def test_no_wedge_is_drawn_while_nothing_improves(light: Theme) -> None:
    flat = [a_reading(day, 9, 9.5, 8.5) for day in range(170, 0, -9)]
    figure, _chart = drawn_with_goal(flat, light, GOAL)
    assert not named(figure, "projection-centre")


def test_the_difference_of_the_sides_stands_below_on_the_same_dates(light: Theme) -> None:
    figure, chart = drawn(a_measure(sided=True), both_sides(40, 20, 1), light)
    (heads,) = named(figure, "difference")
    values = np.asarray(heads.get_ydata())  # type: ignore[attr-defined]  # a line has data
    expected = [pair.value for pair in chart_course(a_measure(sided=True), both_sides(40, 20, 1), NOW.date())
                .compared.differences]  # fmt: skip
    assert list(values) == expected
    assert chart.strip is not None
    assert chart.axes is not None
    assert chart.strip.get_xlim() == chart.axes.get_xlim()
    assert chart.strip.get_position().y1 < chart.axes.get_position().y0


def test_a_test_without_sides_has_no_strip(light: Theme) -> None:
    _figure, chart = drawn(a_measure(), IMPROVING, light)
    assert chart.strip is None


def test_the_best_trial_wears_a_ring(light: Theme) -> None:
    readings = [a_reading(30, 5, 6, 7), a_reading(20, -1, 4, 5), a_reading(10, 3, 4, 5)]
    figure, _chart = drawn(a_measure(), readings, light)
    (ring,) = named(figure, "record-centre")
    assert list(ring.get_ydata()) == [-1]  # type: ignore[attr-defined]  # a line has data


def test_where_the_aid_changes_a_line_says_so(light: Theme) -> None:
    readings = [a_reading(day, 5, aid="floor" if day > 15 else "step") for day in (40, 30, 20, 10, 5)]
    figure, _chart = drawn(a_measure(), readings, light)
    assert len(named(figure, "change")) == 1


@pytest.mark.parametrize("size", [(860, 400), (560, 330)])
def test_goal_wedge_bands_and_sides_leave_every_word_whole_and_alone(light: Theme, size: tuple[int, int]) -> None:
    measure = a_measure(sided=True, zero_label="the knee")
    readings = [
        a_reading(day, base + day / 20, base + day / 20 + 0.5, side=side)
        for day in range(170, 0, -9)
        for side, base in ((Side.LEFT, 1), (Side.RIGHT, 1.5))
    ]
    goals = [Goal("floor-touch", 0, Side.LEFT, NOW.date() + timedelta(40)), Goal("floor-touch", 0.5, Side.RIGHT)]
    figure, _chart = drawn(measure, readings, light, size=size)
    chart = draw_reach(figure, measure, readings, light, Span.ALL, NOW, goals=goals)
    for span in Span:
        chart.look(chart.home(span))
        redraw(figure)
        assert_all_inside(figure)
        assert_apart(figure)


def test_the_margins_stay_where_they_are_while_the_view_changes(light: Theme) -> None:
    figure, chart = drawn(a_measure(), IMPROVING, light)
    assert chart.axes is not None
    before = chart.axes.get_position().bounds
    for span in Span:
        chart.look(chart.home(span))
        redraw(figure)
        assert chart.axes.get_position().bounds == before


def test_zooming_keeps_the_day_under_the_pointer_and_ends_at_a_week(light: Theme) -> None:
    figure, chart = drawn(a_measure(), IMPROVING, light)
    start, end = chart.times
    about = start + 0.5 * (end - start)
    lengths = []
    while chart.zoom(0.5, about):
        redraw(figure)
        lengths.append(chart.times[1] - chart.times[0])
        assert chart.times[0] <= about <= chart.times[1]
    assert all(longer > shorter for longer, shorter in pairwise(lengths))
    assert lengths[-1] == pytest.approx(7)


def test_panning_ends_where_there_is_nothing_more(light: Theme) -> None:
    figure, chart = drawn(a_measure(), IMPROVING, light, Span.MONTH)
    length = chart.times[1] - chart.times[0]
    chart.pan(-100_000)
    redraw(figure)
    earliest = chart.times
    chart.pan(-10)
    assert chart.times == earliest
    assert chart.times[1] - chart.times[0] == pytest.approx(length)


def test_the_curve_stays_in_sight_where_it_lags_behind_the_readings(light: Theme) -> None:
    _figure, chart = drawn(a_measure(), IMPROVING, light, Span.MONTH)
    redraw(_figure)
    (curve,) = named(_figure, "line-centre")
    xs, ys = (np.asarray(each) for each in curve.get_data())  # type: ignore[attr-defined]  # a line has data
    assert chart.axes is not None
    low, high = chart.axes.get_ylim()
    seen = ys[(xs >= chart.times[0]) & (xs <= chart.times[1])]
    assert low <= seen.min()
    assert seen.max() <= high


def test_what_is_out_of_view_is_no_point_and_no_dot(light: Theme) -> None:
    figure, chart = drawn(a_measure(), IMPROVING, light, Span.MONTH)
    (medians,) = named(figure, "medians-centre")
    shown = np.size(medians.get_xdata())  # type: ignore[attr-defined]  # a line has data
    assert shown == len(chart.points) < len(chart.all_points)


@pytest.mark.parametrize("kind", KINDS)
def test_a_chart_is_saved_as_a_whole_file_of_its_kind(light: Theme, kind: str) -> None:
    figure, _chart = drawn(a_measure(), IMPROVING, light)
    beginning = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[kind]
    assert chart_bytes(figure, kind).startswith(beginning)


def test_words_stay_words_in_svg(light: Theme) -> None:
    figure, _chart = drawn(a_measure(), IMPROVING, light)
    assert "lower is better" in chart_bytes(figure, "svg").decode()


def test_a_file_of_another_kind_is_refused(light: Theme) -> None:
    figure, _chart = drawn(a_measure(), IMPROVING, light)
    with pytest.raises(Refused, match="PNG, SVG or PDF"):
        chart_bytes(figure, "bmp")


def test_the_course_needs_no_matplotlib() -> None:
    code = "import app.charts.course, sys; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_goal_of_one_side_goes_before_that_of_both() -> None:
    both, left = Goal("floor-touch", 0.0), Goal("floor-touch", -2.0, Side.LEFT)
    course = chart_course(a_measure(sided=True), both_sides(9, 1), date(2026, 11, 23), [both, left, Goal("x", 1)])
    assert course.goals == (both, left)

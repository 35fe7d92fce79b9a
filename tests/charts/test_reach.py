"""What the reach chart promises, told by its artists, not by its pixels."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone

import numpy as np
import pytest
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from app.charts.reach import draw_reach
from app.charts.span import Span
from app.charts.style import FALLBACK, Style
from app.domain.exercise import Side
from app.domain.measurement import Better, Unit
from app.domain.progress.goals import Goal
from app.theme import Theme
from tests import samples
from tests.charts.drawing import NOW, a_measure, a_reading, both_sides, drawn, redraw


def lines(figure: Figure, gid: str) -> list[Line2D]:
    return [line for line in figure.axes[0].get_lines() if line.get_gid() == gid]


def words_in(figure: Figure) -> list[Text]:
    return [found for found in figure.findobj(Text) if isinstance(found, Text)]


def words(figure: Figure, gid: str) -> list[str]:
    return [text.get_text() for text in words_in(figure) if text.get_gid() == gid]


def size_of(line: Line2D) -> int:
    return int(np.size(line.get_xdata()))


def joined_parts(figure: Figure, gid: str) -> list[int]:
    """How many readings each unbroken part of a curve joins."""
    (curve,) = lines(figure, gid)
    parts = [0]
    for missing in np.isnan(np.asarray(curve.get_ydata(), dtype=float)):
        parts = [*parts, 0] if missing else [*parts[:-1], parts[-1] + 1]
    return parts


def test_the_distance_between_points_is_the_time_between_readings(light: Theme) -> None:
    _figure, chart = drawn(a_measure(), [a_reading(40, 5), a_reading(38, 4), a_reading(8, 3)], light)
    first, second, third = (chart.position(point)[0] for point in chart.points)
    assert (third - second) / (second - first) == pytest.approx(15)


def test_a_reading_stands_at_the_clock_of_the_place_it_was_taken(light: Theme) -> None:
    early_in_tokyo = datetime(2026, 11, 13, 7, 0, tzinfo=timezone(timedelta(hours=9)))
    _figure, chart = drawn(a_measure(), [samples.a_reading(5, at=early_in_tokyo)], light)
    assert timedelta(days=chart.points[0].x) == datetime(2026, 11, 13, 7, 0, tzinfo=UTC) - datetime(
        1970, 1, 1, tzinfo=UTC
    )


@pytest.mark.parametrize(("gap", "parts"), [(44, 1), (46, 2)])
def test_the_line_breaks_at_a_gap_of_more_than_45_days(light: Theme, gap: int, parts: int) -> None:
    days = [110, 105, 105 - gap, 100 - gap]
    figure, _chart = drawn(a_measure(), [a_reading(day, 5) for day in days], light)
    assert len(joined_parts(figure, "line-centre")) == parts
    assert [size_of(line) for line in lines(figure, "medians-centre")] == [4]


def test_a_changed_aid_breaks_the_line(light: Theme) -> None:
    readings = [a_reading(30, 5), a_reading(20, 5), a_reading(10, 2, aid="step"), a_reading(5, 2, aid="step")]
    apart, _chart = drawn(a_measure(), readings, light)
    joined, _chart = drawn(a_measure(one_scale=True), readings, light)
    assert joined_parts(apart, "line-centre") == [2, 2]
    assert joined_parts(joined, "line-centre") == [4]


def test_a_changed_protocol_breaks_the_line(light: Theme) -> None:
    readings = [a_reading(30, 5), a_reading(20, 5), a_reading(10, 2, protocol=2)]
    figure, _chart = drawn(a_measure(), readings, light)
    assert joined_parts(figure, "line-centre") == [2, 1]


def test_every_trial_is_a_faint_dot_and_every_median_a_marker(light: Theme) -> None:
    figure, chart = drawn(a_measure(), [a_reading(9, 5, 4, 1), a_reading(2, 3, 2)], light)
    (trials,) = lines(figure, "trials-centre")
    assert sorted(float(value) for value in np.asarray(trials.get_ydata())) == [1, 2, 3, 4, 5]
    assert (trials.get_alpha() or 1) < 0.5
    assert [point.value for point in chart.points] == [4, 2.5]


def test_sides_differ_in_shape_and_colour_and_are_named(theme: Theme) -> None:
    figure, _chart = drawn(a_measure(sided=True), both_sides(30, 10), theme)
    (left,), (right,) = lines(figure, "medians-left"), lines(figure, "medians-right")
    assert left.get_marker() != right.get_marker()
    assert (left.get_color(), right.get_color()) == (theme.left, theme.right)
    assert words(figure, "label-left") == ["Left 4.7 cm"]
    assert words(figure, "label-right") == ["Right 1.7 cm"]


def test_more_is_always_up_and_a_note_says_which_way_is_better(light: Theme) -> None:
    for better, note in ((Better.LOWER, "cm · lower is better ↓"), (Better.HIGHER, "cm · higher is better ↑")):
        figure, _chart = drawn(a_measure(better=better), [a_reading(3, 5)], light)
        bottom, top = figure.axes[0].get_ylim()
        assert bottom < top
        assert words(figure, "note") == [note]


def test_inches_are_shown_as_inches_and_kept_as_cm(light: Theme) -> None:
    figure, chart = drawn(a_measure(), [a_reading(3, 5.08)], light, shown_in="in")
    assert words(figure, "note") == ["inches · lower is better ↓"]
    assert words(figure, "label-centre") == ["2.0 in"]
    assert chart.points[0].value == 5.08
    assert chart.points[0].y == pytest.approx(2)


def test_degrees_stay_degrees_whatever_lengths_are_shown_in(light: Theme) -> None:
    figure, _chart = drawn(a_measure(unit=Unit.DEG, zero_label=""), [a_reading(3, 45)], light, shown_in="in")
    assert words(figure, "note") == ["degrees · lower is better ↓"]
    assert words(figure, "label-centre") == ["45°"]


def test_numbers_below_zero_have_a_true_minus(light: Theme) -> None:
    figure, _chart = drawn(a_measure(), [a_reading(3, -7.5), a_reading(2, -6)], light)
    labels = [label.get_text() for label in figure.axes[0].get_yticklabels()]
    assert any(label.startswith("−") for label in labels)
    assert words(figure, "label-centre") == ["−6.0 cm"]
    assert not any("-" in label for label in labels)


@pytest.mark.parametrize(("value", "in_sight"), [(9, True), (0, True), (-3, True), (40, False)])
def test_zero_is_named_where_it_is_near(light: Theme, value: float, in_sight: bool) -> None:
    figure, _chart = drawn(a_measure(), [a_reading(3, value)], light)
    (line,) = lines(figure, "zero")
    (label,) = [text for text in words_in(figure) if text.get_gid() == "zero-label"]
    assert (line.get_visible(), label.get_visible(), label.get_text()) == (in_sight, in_sight, "the floor")


def test_a_zero_without_a_name_is_not_drawn(light: Theme) -> None:
    figure, _chart = drawn(a_measure(zero_label=""), [a_reading(3, 0)], light)
    assert not lines(figure, "zero")


def test_a_goal_below_leaves_the_start_above_in_sight(light: Theme) -> None:
    start = [a_reading(days, 10.5) for days in (340, 320, 300, 280)]
    readings = [*start, *(a_reading(days, value) for days, value in ((100, 2), (50, -1), (20, -2)))]
    figure, _chart = drawn(measure := a_measure(), readings, light, Span.QUARTER)
    draw_reach(figure, measure, readings, light, Span.QUARTER, NOW, goals=[Goal(measure.id, -10)])
    redraw(figure)
    bottom, top = figure.axes[0].get_ylim()
    assert bottom <= -10
    assert top >= 10.5


def test_scatter_inside_the_measuring_error_never_fills_the_height(light: Theme) -> None:
    figure, _chart = drawn(a_measure(), [a_reading(9, 30), a_reading(3, 30.5)], light)
    bottom, top = figure.axes[0].get_ylim()
    assert top - bottom >= 10


def test_a_span_shows_its_days_and_no_others(light: Theme) -> None:
    readings = [a_reading(200, 9), a_reading(92, 8), a_reading(90, 7), a_reading(1, 6)]
    _figure, chart = drawn(a_measure(), readings, light, Span.QUARTER)
    assert [point.value for point in chart.points] == [7, 6]
    _figure, chart = drawn(a_measure(), readings, light, Span.ALL)
    assert [point.value for point in chart.points] == [9, 8, 7, 6]


def test_the_axis_of_a_span_ends_now_and_is_as_long_as_it_says(light: Theme) -> None:
    figure, _chart = drawn(a_measure(), [a_reading(1, 6)], light, Span.YEAR)
    begin, end = figure.axes[0].get_xlim()
    assert 365 <= end - begin <= 385


def test_spans_have_short_labels_in_order() -> None:
    assert [span.label for span in Span] == ["1M", "3M", "6M", "1Y", "All"]
    assert Span.ALL.start(NOW) is None


def test_readings_of_other_measures_are_left_out(light: Theme) -> None:
    other, mine = samples.a_reading(6, measure="another", at=NOW), a_reading(2, 5)
    _figure, chart = drawn(a_measure(), [other, mine], light)
    assert [point.reading_id for point in chart.points] == [mine.id]


def test_two_readings_on_one_day_stay_two(light: Theme) -> None:
    figure, chart = drawn(a_measure(), [a_reading(1.1, 6), a_reading(1, 5)], light)
    assert len(chart.points) == 2
    assert size_of(lines(figure, "medians-centre")[0]) == 2


@pytest.mark.parametrize("scale", [1, 2])
def test_the_pointer_finds_the_nearest_reading_of_either_side(light: Theme, scale: float) -> None:
    readings = both_sides(30, 20, 10)
    _figure, chart = drawn(a_measure(sided=True), readings, light, scale=scale)
    assert {point.reading_id for point in chart.points} == {reading.id for reading in readings}
    for point in chart.points:
        x, y = chart.position(point)
        found = chart.nearest(x + 12 * scale, y - 12 * scale)
        assert found == point
        assert found.side in (Side.LEFT, Side.RIGHT)
        assert chart.nearest(x, y + 2000 * scale) is None


def test_without_readings_a_friendly_sentence_stands_in_the_figure(theme: Theme) -> None:
    figure, chart = drawn(a_measure(), [], theme)
    assert [text.get_text() for text in figure.texts] == ["No reading yet.", "Your first one starts the line."]
    assert [text.get_color() for text in figure.texts] == [theme.text, theme.muted]
    assert (chart.axes, chart.points, chart.nearest(100, 100)) == (None, (), None)


def test_a_span_without_readings_says_so_and_keeps_the_axes(light: Theme) -> None:
    figure, chart = drawn(a_measure(), [a_reading(100, 3)], light, Span.MONTH)
    (empty,) = [text for text in words_in(figure) if text.get_gid() == "empty"]
    assert (empty.get_visible(), empty.get_text()) == (True, "No reading in this stretch of time.")
    assert chart.points == ()
    chart.look(chart.home(Span.ALL))
    assert not empty.get_visible()
    assert len(chart.points) == 1


def test_every_colour_is_one_of_the_theme(theme: Theme) -> None:
    figure, _chart = drawn(a_measure(sided=True), both_sides(100, 30, 10), theme)
    roles = {colour.lower() for colour in theme.roles().values()}
    axes = figure.axes[0]
    seen = {to_hex(figure.get_facecolor()), to_hex(axes.get_facecolor())}
    seen |= {to_hex(text.get_color()) for text in words_in(figure) if text.get_text()}
    for line in [*axes.get_lines(), *axes.get_ygridlines()]:
        seen |= {to_hex(line.get_color())}
    seen |= {to_hex(line.get_markeredgecolor()) for line in axes.get_lines() if line.get_marker() in {"D", "o"}}
    assert seen <= roles
    assert not [spine for spine in axes.spines.values() if spine.get_visible()]


def test_drawing_again_starts_from_an_empty_figure(light: Theme) -> None:
    figure, _chart = drawn(a_measure(), [a_reading(3, 5)], light)
    draw_reach(figure, a_measure(), [], light, Span.ALL, NOW)
    redraw(figure)
    assert figure.axes == []
    draw_reach(figure, a_measure(), [a_reading(3, 5)], light, Span.ALL, NOW)
    redraw(figure)
    assert (len(figure.axes), len(figure.texts)) == (1, 0)


def test_pyplot_is_never_imported() -> None:
    code = "import app.charts.reach, sys; sys.exit('matplotlib.pyplot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_the_spans_are_known_without_matplotlib() -> None:
    code = "import app.charts.span, sys; sys.exit('matplotlib' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_a_font_that_matplotlib_lacks_is_replaced_without_a_warning(light: Theme) -> None:
    assert Style(light, "No Such Family", 13).families == [FALLBACK]
    assert Style(light, "DejaVu Serif", 13).families == ["DejaVu Serif", FALLBACK]


def test_an_empty_chart_has_no_place_for_a_point(light: Theme) -> None:
    _figure, full = drawn(a_measure(), [a_reading(3, 5)], light)
    _figure, empty = drawn(a_measure(), [], light)
    with pytest.raises(ValueError, match="no points"):
        empty.position(full.points[0])

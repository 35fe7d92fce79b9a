"""Nothing is cut and nothing lies on anything else, at any size, scale, font or length of words."""

from itertools import combinations, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.artist import Artist
from matplotlib.figure import Figure
from matplotlib.text import Text

from app.charts.reach import ReachChart
from app.charts.span import Span
from app.charts.style import spread
from app.domain.exercise import Side
from app.domain.measurement import Measure, Reading
from app.theme import Theme
from tests.charts.drawing import a_measure, a_reading, both_sides, drawn, redraw
from tests.long_words import LongWords

SIZES = [(860, 360), (560, 300), (1160, 420)]
KNEE = a_measure(sided=True, zero_label="the knee")
CASES: dict[str, tuple[Measure, list[Reading], Span]] = {
    "one reading": (a_measure(), [a_reading(0.1, 9, 8)], Span.ALL),
    "one reading, half a year": (a_measure(), [a_reading(0.1, 9, 8)], Span.HALF_YEAR),
    "two on one day": (a_measure(), [a_reading(1.2, 9), a_reading(1, 8)], Span.MONTH),
    "at the floor": (a_measure(), [a_reading(20, 1), a_reading(1, 0)], Span.QUARTER),
    "far below": (a_measure(), [a_reading(20, -29), a_reading(1, -31.5)], Span.QUARTER),
    "equal sides at zero": (
        KNEE, [a_reading(day, 0, side=side) for day in (9, 1) for side in (Side.LEFT, Side.RIGHT)], Span.YEAR,
    ),
    "both sides, half a year": (KNEE, both_sides(*range(1, 180, 14)), Span.HALF_YEAR),
    "across a new year": (KNEE, both_sides(*range(1, 360, 14)), Span.YEAR),
    "stopped long ago": (KNEE, both_sides(150, 140), Span.HALF_YEAR),
    "one side stopped": (KNEE, [*both_sides(150, 140), a_reading(2, 3.5, side=Side.LEFT)], Span.HALF_YEAR),
    "without a zero": (a_measure(zero_label=""), [a_reading(330, 3), a_reading(320, 4)], Span.YEAR),
    "ten days": (KNEE, both_sides(*range(1, 10)), Span.ALL),
    "twenty years": (KNEE, both_sides(*range(1, 7300, 7)), Span.ALL),
}  # fmt: skip


def seen_words(figure: Figure) -> list[Text]:
    """What is written on the figure, tick labels outside the axes' limits left out as matplotlib does."""
    found: list[Artist] = list(figure.texts)
    for axes in figure.axes:
        low, high = axes.get_xlim()
        hidden = {id(tick.label1) for tick in axes.xaxis.get_major_ticks() if not low <= tick.get_loc() <= high}
        found += [text for text in axes.findobj(Text) if id(text) not in hidden]
    return [text for text in found if isinstance(text, Text) and text.get_visible() and text.get_text().strip()]


def assert_all_inside(figure: Figure) -> None:
    paper = figure.bbox
    for text in seen_words(figure):
        box = text.get_window_extent()
        assert box.x0 >= paper.x0 - 0.5, text
        assert box.y0 >= paper.y0 - 0.5, text
        assert box.x1 <= paper.x1 + 0.5, text
        assert box.y1 <= paper.y1 + 0.5, text


def assert_apart(figure: Figure) -> None:
    boxes = [(text, text.get_window_extent()) for text in seen_words(figure)]
    for (one, box), (other, beside) in combinations(boxes, 2):
        assert not box.overlaps(beside), (one, other)


def assert_no_point_covered(figure: Figure, chart: ReachChart) -> None:
    places = [chart.position(point) for point in chart.points]
    for text in seen_words(figure):
        box = text.get_window_extent()
        assert not [place for place in places if box.contains(*place)], text


@pytest.mark.parametrize("long", [False, True], ids=["English", "half as long again"])
@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("case", CASES)
def test_words_are_whole_and_clear_of_one_another_and_of_the_points(
    case: str, size: tuple[int, int], long: bool, light: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    if long:
        monkeypatch.setattr("app.i18n._translation", LongWords())
    measure, readings, span = CASES[case]
    figure, chart = drawn(measure, readings, light, span, size=size)
    assert_all_inside(figure)
    assert_apart(figure)
    assert_no_point_covered(figure, chart)


def test_a_date_at_either_end_of_the_axis_is_whole(light: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.i18n._translation", LongWords())
    for days in range(1, 45, 3):  # months begin at every place of the axis
        figure, _chart = drawn(a_measure(zero_label=""), [a_reading(days, 3)], light, size=(560, 300))
        assert_all_inside(figure)


@pytest.mark.parametrize(("scale", "font_px"), [(2, 13), (1.5, 13), (1, 20)])
def test_scaled_screens_and_large_print_fit_as_well(light: Theme, scale: float, font_px: float) -> None:
    measure, readings, span = CASES["across a new year"]
    figure, chart = drawn(measure, readings, light, span, scale=scale, font_px=font_px)
    assert_all_inside(figure)
    assert_apart(figure)
    assert_no_point_covered(figure, chart)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_sentence_of_a_chart_without_any_reading_is_whole(
    size: tuple[int, int], light: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.i18n._translation", LongWords())
    figure, _chart = drawn(a_measure(), [], light, Span.MONTH, size=size)
    assert len(seen_words(figure)) == 2
    assert_all_inside(figure)
    assert_apart(figure)


def test_a_resized_figure_is_laid_out_anew(light: Theme) -> None:
    measure, readings, span = CASES["both sides, half a year"]
    figure, chart = drawn(measure, readings, light, span, size=(1160, 420))
    figure.set_size_inches(5.6, 3.0)
    redraw(figure)
    assert_all_inside(figure)
    assert_apart(figure)
    assert_no_point_covered(figure, chart)


def test_a_figure_too_small_for_its_words_is_still_drawn(light: Theme) -> None:
    measure, readings, span = CASES["both sides, half a year"]
    figure, _chart = drawn(measure, readings, light, span, size=(60, 40))
    assert len(figure.axes) == 2


def test_labels_stand_beside_their_points(light: Theme) -> None:
    measure, readings, span = CASES["stopped long ago"]
    figure, chart = drawn(measure, readings, light, span)
    last = max(chart.position(point)[0] for point in chart.points)
    labels = [text for text in seen_words(figure) if str(text.get_gid()).startswith("label-")]
    assert [text.get_window_extent().x0 - last < 20 for text in labels] == [True, True]


HEIGHTS = st.lists(st.floats(0, 300), max_size=6)


@given(HEIGHTS)
def test_spread_labels_keep_their_order_their_distance_and_their_bounds(wanted: list[float]) -> None:
    places = spread(wanted, 16, 0, 300)
    in_order = [place for _wish, place in sorted(zip(wanted, places, strict=True))]
    assert all(above - below >= 16 - 1e-6 for below, above in pairwise(in_order))
    assert all(-1e-6 <= place <= 300 + 1e-6 for place in places)


@given(st.floats(20, 250))
def test_two_labels_that_want_the_same_place_share_the_way(wanted: float) -> None:
    assert sorted(spread([wanted, wanted], 16, 0, 300)) == pytest.approx([wanted - 8, wanted + 8])


def test_labels_with_room_stay_where_they_are() -> None:
    assert spread([200, 20, 100], 16, 0, 300) == [200, 20, 100]

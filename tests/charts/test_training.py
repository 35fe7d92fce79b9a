"""What the charts of training promise, told by their artists; and that their tables say the same."""

from datetime import date, timedelta

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import PolyCollection
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Text

from app.charts import training_rows as rows
from app.charts.calendar_grid import map_height
from app.charts.calendar_map import draw_calendar, step_colours
from app.charts.discomfort import draw_discomfort
from app.charts.dose_and_reach import draw_dose_and_reach
from app.charts.load import draw_load
from app.charts.minutes import draw_minutes
from app.charts.style import FALLBACK, Style
from app.charts.training import TrainingChart
from app.charts.training_weeks import draw_weeks
from app.domain.exercise import Direction, Side
from app.domain.training.log import DirectionMinutes, ExerciseDay, Period, TrainingDay, TrainingLog
from app.domain.training.weeks import calendar_year, weeks_on_target
from app.theme import Theme
from tests.charts.drawing import NOW, a_measure, both_sides

TODAY = NOW.date()
START = date(2026, 1, 1)
AWAY = {date(2026, 5, 4)}
DAYS = {START + timedelta(days=number): TrainingDay(60.0 * (number % 25), 4) for number in range(0, 300, 2)}
LOG = TrainingLog(DAYS, {}, {})
LOADS = [ExerciseDay(START + timedelta(days=7 * week), load_kg=2.0 + week // 10, volume_kg=20) for week in range(40)]
ANSWERS = [ExerciseDay(START + timedelta(days=week), discomfort=week % 6) for week in range(40)]


def style_of(theme: Theme) -> Style:
    return Style(theme, FALLBACK, 13)


def a_figure(width: int = 860, height: int = 300) -> Figure:
    figure = Figure(figsize=(width / 100, height / 100), dpi=100)
    FigureCanvasAgg(figure)
    return figure


def found(figure: Figure, gid: str) -> PolyCollection:
    (artist,) = figure.findobj(lambda each: each.get_gid() == gid)
    assert isinstance(artist, PolyCollection)
    return artist


def draw_all(theme: Theme, width: int) -> dict[str, tuple[Figure, TrainingChart]]:
    """Every chart, really drawn."""
    style, readings = style_of(theme), both_sides(120, 90, 60, 30, 1)
    bars = [DirectionMinutes(date(2026, month, 1), dict.fromkeys(Direction, 10.0 * month)) for month in range(1, 12)]
    weekly = [(date(2026, 1, 5) + timedelta(weeks=week), 10.0 * week) for week in range(46)]
    figures = {name: a_figure(width, 300) for name in ("weeks", "minutes", "load", "discomfort", "dose")}
    figures["calendar"] = a_figure(width, round(map_height(width, 13)))
    stopped = [*ANSWERS, ExerciseDay(TODAY, stopped=True)]
    charts = {
        "calendar": draw_calendar(figures["calendar"], calendar_year(LOG, 2026, AWAY, TODAY), style),
        "weeks": draw_weeks(figures["weeks"], weeks_on_target(LOG, 2026, 3, AWAY, TODAY), style, TODAY),
        "minutes": draw_minutes(figures["minutes"], bars, Period.MONTH, style),
        "load": draw_load(figures["load"], LOADS, START, TODAY, style),
        "discomfort": draw_discomfort(figures["discomfort"], stopped, START, TODAY, style),
        "dose": draw_dose_and_reach(figures["dose"], weekly, a_measure(sided=True), readings, START, TODAY, style),
    }
    for figure in figures.values():
        figure.canvas.draw()
    return {name: (figures[name], chart) for name, chart in charts.items()}


@pytest.mark.parametrize("width", [400, 560, 1100])
def test_no_word_is_cut_at_any_width(light: Theme, width: int) -> None:
    for name, (figure, _chart) in draw_all(light, width).items():
        for text in figure.findobj(Text):
            assert isinstance(text, Text)
            if text.get_text() and text.get_visible() and text.axes is None:
                box = text.get_window_extent()
                assert box.x0 >= 0, (name, text.get_text())
                assert box.x1 <= figure.bbox.width, (name, text.get_text())
                assert box.y0 >= 0, (name, text.get_text())
                assert box.y1 <= figure.bbox.height + 1, (name, text.get_text())


def test_every_spot_is_found_where_it_stands(light: Theme) -> None:
    for name, (_figure, chart) in draw_all(light, 860).items():
        assert chart.spots, name
        spot = chart.spots[0]
        hit = chart.nearest(*chart.position(spot))
        assert hit is not None, name
        assert hit.words == spot.words
        assert chart.nearest(-500, -500) is None


def test_the_calendar_colours_each_day_by_its_minutes(theme: Theme) -> None:
    figure, _chart = draw_all(theme, 860)["calendar"]
    colours = [to_hex(tuple(face)) for face in np.asarray(found(figure, "days").get_facecolor())]
    steps = [colour.lower() for colour in step_colours(style_of(theme))]
    year = calendar_year(LOG, 2026, AWAY, TODAY)
    assert len(set(steps)) == 6
    for day, colour in zip(year.days, colours, strict=True):
        if not day.coming:
            assert colour == steps[day.step]


def test_a_calendar_cell_is_square(light: Theme) -> None:
    figure, _chart = draw_all(light, 860)["calendar"]
    box = found(figure, "days").axes
    assert box is not None
    (x0, y0), (x1, y1) = box.transData.transform([(0, 0), (1, 1)])
    assert abs(x1 - x0) == pytest.approx(abs(y1 - y0))


def test_weeks_stand_under_the_same_weeks_of_the_calendar(light: Theme) -> None:
    drawn = draw_all(light, 860)
    (_figure, calendar), (_other, weeks) = drawn["calendar"], drawn["weeks"]
    monday = next(spot for spot in calendar.spots if spot.words.startswith("3 August"))
    week = next(spot for spot in weeks.spots if spot.words.startswith("Week of 3 August"))
    assert weeks.position(week)[0] == pytest.approx(calendar.position(monday)[0], abs=3)


def test_the_load_line_breaks_where_four_weeks_hold_nothing(light: Theme) -> None:
    figure = a_figure()
    pause = [ExerciseDay(START, load_kg=2), ExerciseDay(START + timedelta(days=60), load_kg=4)]
    draw_load(figure, pause, START, TODAY, style_of(light))
    (line,) = figure.findobj(lambda each: each.get_gid() == "load")
    assert isinstance(line, Line2D)
    assert sum(value != value for value in line.get_ydata()) == 1  # type: ignore[union-attr]


def test_an_unanswered_day_has_no_dot(light: Theme) -> None:
    figure = a_figure()
    draw_discomfort(figure, [ExerciseDay(START, stopped=True)], START, TODAY, style_of(light))
    (dots,) = figure.findobj(lambda each: each.get_gid() == "answers")
    assert isinstance(dots, Line2D)
    assert len(dots.get_ydata()) == 0  # type: ignore[arg-type]  # a list, as it was given
    assert rows.discomfort_rows([ExerciseDay(START, stopped=True)], TODAY).rows == (
        ("1 January", "not answered", "yes"),
    )


def test_with_nothing_to_draw_a_sentence_says_what_will_come(light: Theme) -> None:
    figure, style = a_figure(), style_of(light)
    for draw in (
        lambda: draw_minutes(figure, [], Period.MONTH, style),
        lambda: draw_load(figure, [], START, TODAY, style),
        lambda: draw_discomfort(figure, [], START, TODAY, style),
        lambda: draw_dose_and_reach(figure, [], a_measure(), [], START, TODAY, style),
    ):
        assert draw() == TrainingChart()
        assert any("here." in text.get_text() for text in figure.findobj(Text) if isinstance(text, Text))


def test_every_table_has_as_many_cells_as_headings() -> None:
    bars = [DirectionMinutes(START, {Direction.FLEXION: 12.4, None: 3.0})]
    year = weeks_on_target(LOG, 2026, 3, AWAY, TODAY)
    readings = both_sides(8, 1)
    for table in (
        rows.calendar_rows(calendar_year(LOG, 2026, AWAY, TODAY)), rows.weeks_rows(year, TODAY),
        rows.minutes_rows(bars, Period.QUARTER), rows.load_rows(LOADS, TODAY), rows.discomfort_rows(ANSWERS, TODAY),
        rows.dose_and_reach_rows([(date(2026, 11, 16), 12.0)], a_measure(sided=True), readings, "cm", TODAY),
    ):  # fmt: skip
        assert table.rows
        assert {len(row) for row in table.rows} == {len(table.headings)}
    assert rows.minutes_rows(bars, Period.QUARTER).rows[0][0] == "2026, quarter 1"


def test_the_table_tells_both_sides_of_a_reading() -> None:
    readings = [each for each in both_sides(1) if each.side in (Side.LEFT, Side.RIGHT)]
    table = rows.dose_and_reach_rows([(date(2026, 11, 16), 0.0)], a_measure(sided=True), readings, "cm", TODAY)
    assert table.rows[0][2].startswith("left ")
    assert " · right " in table.rows[0][2]


def test_the_sentence_counts_the_weeks() -> None:
    year = weeks_on_target(LOG, 2026, 3, AWAY, TODAY)
    assert rows.target_sentence(year, TODAY) == f"{year.on_target} of {year.counted} weeks on target this year."
    assert rows.target_sentence(weeks_on_target(LOG, 2020, 3, (), TODAY), TODAY) == "No week of 2020 counts."
    nothing = weeks_on_target(TrainingLog({}, {}, {}), 2026, 3, (), TODAY)
    assert rows.target_sentence(nothing, TODAY) == "Your first week runs: 0 training days so far."

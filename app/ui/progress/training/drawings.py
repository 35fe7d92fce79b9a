"""The charts of training with what they show, ready for a canvas. matplotlib is loaded when one is drawn."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.domain.measurement import Measure, Reading
from app.domain.training.log import DirectionMinutes, ExerciseDay, Period
from app.domain.training.weeks import CalendarYear, TargetYear

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from app.charts.style import Style
    from app.charts.training import TrainingChart
    from app.ui.progress.training.canvas import Draw


def calendar(year: CalendarYear) -> "Draw":
    def draw(figure: "Figure", style: "Style") -> "TrainingChart":
        from app.charts.calendar_map import draw_calendar

        return draw_calendar(figure, year, style)

    return draw


def weeks(year: TargetYear, today: date) -> "Draw":
    def draw(figure: "Figure", style: "Style") -> "TrainingChart":
        from app.charts.training_weeks import draw_weeks

        return draw_weeks(figure, year, style, today)

    return draw


def minutes(told: Sequence[DirectionMinutes], period: Period) -> "Draw":
    def draw(figure: "Figure", style: "Style") -> "TrainingChart":
        from app.charts.minutes import draw_minutes

        return draw_minutes(figure, told, period, style)

    return draw


def load(done: Sequence[ExerciseDay], first: date, last: date) -> "Draw":
    def draw(figure: "Figure", style: "Style") -> "TrainingChart":
        from app.charts.load import draw_load

        return draw_load(figure, done, first, last, style)

    return draw


def discomfort(done: Sequence[ExerciseDay], first: date, last: date) -> "Draw":
    def draw(figure: "Figure", style: "Style") -> "TrainingChart":
        from app.charts.discomfort import draw_discomfort

        return draw_discomfort(figure, done, first, last, style)

    return draw


def dose_and_reach(
    weekly: Sequence[tuple[date, float]], measure: Measure, readings: Sequence[Reading], first: date, last: date,
    shown_in: str,
) -> "Draw":  # fmt: skip
    def draw(figure: "Figure", style: "Style") -> "TrainingChart":
        from app.charts.dose_and_reach import draw_dose_and_reach

        return draw_dose_and_reach(figure, weekly, measure, readings, first, last, style, shown_in)

    return draw

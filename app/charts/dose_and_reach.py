"""Training dose and reach on one date axis: what was measured above, the minutes of each week below."""

from collections.abc import Sequence
from datetime import date

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.text import Text
from matplotlib.ticker import MaxNLocator

from app.charts.dates import axis_days
from app.charts.style import PT_PER_PX, Style
from app.charts.training import (
    Frame,
    Spot,
    TrainingChart,
    bars,
    begin,
    beside,
    day_axis,
    day_number,
    head,
    one_number,
    say_nothing,
)
from app.charts.training_rows import reading_words, weekly_words
from app.domain.exercise import Side
from app.domain.measurement import Better, Measure, Reading, Unit
from app.domain.progress.histories import line_segments, series
from app.domain.units import CM_PER_INCH, format_number, unit_name
from app.domain.wording import side_name
from app.i18n import _

REACH_SHARE, DOSE_SHARE = 3, 2
MANY = 150  # readings: smaller markers from here on
SMALLEST_SPREAD = 4.0  # in the shown unit: noise must not look like a mountain


def draw_dose_and_reach(
    figure: Figure, weeks: Sequence[tuple[date, float]], measure: Measure, readings: Sequence[Reading], first: date,
    last: date, style: Style, shown_in: str = "cm",
) -> TrainingChart:  # fmt: skip
    """`weeks` are Mondays with their minutes; `readings` of `measure` between `first` and `last`, oldest first."""
    begin(figure, style)
    if not readings and not any(minutes for _monday, minutes in weeks):
        return say_nothing(
            figure, style, _("Nothing in this time."), _("Your minutes and your readings will stand here.")
        )
    reach, dose = figure.subplots(2, 1, sharex=True)
    for axes in (reach, dose):
        day_axis(axes, style, first, last)
    reach.tick_params(labelbottom=False)
    in_inches = measure.unit is Unit.CM and shown_in == "in"
    unit = "in" if in_inches else measure.unit.value
    better = _("lower is better ↓") if measure.better is Better.LOWER else _("higher is better ↑")
    heads = [
        head(figure, style, f"{measure.name} · {unit_name(unit)} · {better}"),
        head(figure, style, _("Minutes a week")),
    ]
    scale = CM_PER_INCH if in_inches else 1.0
    spots, ends = _draw_reach(reach, measure, readings, style, scale, shown_in, last)
    spots += _draw_dose(dose, weeks, style, last)
    figure.set_layout_engine(Frame(style, [(reach, REACH_SHARE), (dose, DOSE_SHARE)], heads, ends))
    return TrainingChart(tuple(spots))


def _draw_reach(
    axes: Axes, measure: Measure, readings: Sequence[Reading], style: Style, scale: float, shown_in: str, today: date
) -> tuple[list[Spot], list[Text]]:
    ends = []
    for run in series(measure, readings):
        look = style.side(run.side)
        for part in line_segments(run.readings):
            axes.plot(
                [axis_days(each.performed_at) for each in part], [each.value / scale for each in part],
                color=look.colour, linewidth=1.6 * PT_PER_PX, marker=look.marker, markeredgewidth=0, clip_on=False,
                markersize=(6 if len(readings) < MANY else 2.5) * look.size * PT_PER_PX, zorder=4,
                gid=f"reach-{look.key}",
            )  # fmt: skip
    for side in (Side.LEFT, Side.RIGHT) if measure.sided else ():
        latest = [each for each in readings if each.side is side]
        if latest:
            ends.append(beside(axes, style, latest[-1].value / scale, side_name(side), style.side(side).colour))
    _scale_reach(axes, [each.value / scale for each in readings])
    spots = [
        Spot(axes, axis_days(each.performed_at), each.value / scale, reading_words(each, measure, shown_in, today))
        for each in readings
    ]
    return spots, _kept_apart(axes, ends)


def _kept_apart(axes: Axes, ends: list[Text]) -> list[Text]:
    """Two sides that reach alike: the higher one's word above, the lower one's below."""
    if len(ends) == 2:
        high, low = sorted(ends, key=lambda end: -end.xy[1])  # type: ignore[attr-defined]  # annotations have it
        bottom, top = axes.get_ylim()
        if high.xy[1] - low.xy[1] < (top - bottom) / 5:  # type: ignore[attr-defined]  # as above
            high.set_verticalalignment("bottom")
            low.set_verticalalignment("top")
    return ends


def _scale_reach(axes: Axes, values: Sequence[float]) -> None:
    low, high = (min(values), max(values)) if values else (0.0, 0.0)
    missing = max(0.0, SMALLEST_SPREAD - (high - low)) / 2
    ticks = MaxNLocator(nbins=3, steps=[1, 2, 5, 10], integer=True).tick_values(low - missing, high + missing)
    axes.set_yticks([float(tick) for tick in ticks])
    axes.set_yticklabels([format_number(float(tick), 0) for tick in ticks])
    axes.set_ylim(float(ticks[0]), float(ticks[-1]))


def _draw_dose(axes: Axes, weeks: Sequence[tuple[date, float]], style: Style, today: date) -> list[Spot]:
    one_number(axes, max((minutes for _monday, minutes in weeks), default=0.0))
    places = [(day_number(monday) + 0.7, day_number(monday) + 6.3) for monday, _minutes in weeks]
    made = bars(axes, places, [minutes for _monday, minutes in weeks], style.theme.accent, "dose")
    made.set_clip_on(True)
    return [
        Spot(axes, (left + right) / 2, minutes, weekly_words(monday, minutes, today))
        for (monday, minutes), (left, right) in zip(weeks, places, strict=True) if minutes
    ]  # fmt: skip

"""Minutes by direction: a lane for each, one under the other on the same dates, so that none needs a colour key."""

from collections.abc import Sequence

from matplotlib.figure import Figure

from app.charts.style import Style
from app.charts.training import (
    Frame,
    Spot,
    TrainingChart,
    bars,
    begin,
    day_axis,
    day_number,
    head,
    one_number,
    say_nothing,
)
from app.charts.training_rows import direction_name, minutes_words, period_name, shown_directions
from app.domain.training.log import DAY, DirectionMinutes, Period
from app.i18n import _

BETWEEN = 0.14  # of a bar's place is left free


def draw_minutes(figure: Figure, told: Sequence[DirectionMinutes], period: Period, style: Style) -> TrainingChart:
    """All lanes share one scale: a low lane is a direction one trains little."""
    begin(figure, style)
    highest = max((minutes for each in told for minutes in each.minutes.values()), default=0.0)
    if highest == 0:
        return say_nothing(figure, style, _("No training in this time."), _("Your minutes will stand here."))
    directions = shown_directions(told)
    lanes = figure.subplots(len(directions), 1, sharex=True, squeeze=False)[:, 0]
    ends = [period.after(each.start) for each in told]
    spots, heads = [], []
    for axes, direction in zip(lanes, directions, strict=True):
        day_axis(axes, style, told[0].start, ends[-1] - DAY)
        one_number(axes, highest)
        axes.tick_params(labelbottom=axes is lanes[-1])
        minutes = [each.minutes.get(direction, 0.0) for each in told]
        places = [_place(day_number(each.start), day_number(end)) for each, end in zip(told, ends, strict=True)]
        bars(axes, places, minutes, style.theme.accent, "minutes")
        name = direction_name(direction)
        heads.append(head(figure, style, f"{name} · {minutes_words(60 * sum(minutes))}", style.theme.text))
        spots += [
            Spot(axes, (left + right) / 2, value,
                 "\n".join((period_name(each.start, period), f"{name}, {minutes_words(60 * value)}")))
            for each, (left, right), value in zip(told, places, minutes, strict=True)
        ]  # fmt: skip
    figure.set_layout_engine(Frame(style, [(axes, 1) for axes in lanes], heads))
    return TrainingChart(tuple(spots), by_column=True)


def _place(left: float, right: float) -> tuple[float, float]:
    free = (right - left) * BETWEEN / 2
    return left + free, right - free

"""The load of one exercise over time: steps, since a load stays until the next one is taken up."""

import math
from collections.abc import Sequence
from datetime import date

from matplotlib.figure import Figure

from app.charts.style import PT_PER_PX, Style
from app.charts.training import (
    Frame,
    Spot,
    TrainingChart,
    begin,
    beside,
    day_axis,
    day_number,
    say_nothing,
    whole_numbers,
)
from app.charts.training_rows import load_words
from app.domain.training.log import LOAD_LASTS, ExerciseDay, working_loads
from app.domain.wording import format_plain
from app.i18n import _

MANY = 120  # days: smaller dots from here on


def draw_load(figure: Figure, done: Sequence[ExerciseDay], first: date, last: date, style: Style) -> TrainingChart:
    """Faint dots: the heaviest load of each day. The line: that of the last four weeks, broken where they hold none."""
    begin(figure, style)
    if not done:
        return say_nothing(figure, style, _("No load in this time."), _("What you lift will stand here."))
    axes = figure.add_subplot()
    day_axis(axes, style, first, last)
    days, loads = [day_number(each.day) + 0.5 for each in done], [each.load_kg or 0.0 for each in done]
    working = working_loads(done)
    whole_numbers(axes, max(loads))
    axes.plot(
        days, loads, "o", color=style.theme.accent, alpha=0.35, markeredgewidth=0, clip_on=False, zorder=4, gid="days",
        markersize=(6 if len(days) < MANY else 3) * PT_PER_PX,
    )  # fmt: skip
    axes.plot(
        *_broken(days, working), color=style.theme.accent, drawstyle="steps-post", linewidth=2 * PT_PER_PX,
        clip_on=False, solid_capstyle="round", zorder=5, gid="load",
    )  # fmt: skip
    latest = _("{load} kg").format(load=format_plain(working[-1]))
    end = beside(axes, style, working[-1], latest, style.theme.accent, strong=True)
    figure.set_layout_engine(Frame(style, [(axes, 1)], ends=[end]))
    return TrainingChart(
        tuple(Spot(axes, day, load, load_words(each, last)) for each, day, load in zip(done, days, loads, strict=True))
    )


def _broken(days: Sequence[float], loads: Sequence[float]) -> tuple[list[float], list[float]]:
    """The line with a gap wherever longer than a load lasts nothing was done."""
    xs, ys = [days[0]], [loads[0]]
    for day, load in zip(days[1:], loads[1:], strict=True):
        if day - xs[-1] > LOAD_LASTS.days:
            xs.append(xs[-1])
            ys.append(math.nan)
        xs.append(day)
        ys.append(load)
    return xs, ys

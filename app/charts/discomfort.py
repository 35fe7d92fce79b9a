"""Discomfort with one exercise over time: a dot for every day with an answer, a cross for every sharp pain."""

from collections.abc import Sequence
from datetime import date

from matplotlib.figure import Figure

from app.charts.style import PT_PER_PX, Style
from app.charts.training import Frame, Spot, TrainingChart, begin, beside, day_axis, day_number, say_nothing
from app.charts.training_rows import WORST, discomfort_words
from app.domain.training.log import ExerciseDay
from app.i18n import _

EASIER_FROM = 4  # rule 5: from here on an easier dose is proposed
PAIN_AT = 11.4  # above the scale: a sharp pain is no answer on it


def draw_discomfort(
    figure: Figure, done: Sequence[ExerciseDay], first: date, last: date, style: Style
) -> TrainingChart:
    """`done` are days with an answer or a pain stop. What was not answered is unknown and leaves no dot."""
    begin(figure, style)
    if not done:
        return say_nothing(figure, style, _("No answer in this time."), _("Your answers will stand here."))
    axes = figure.add_subplot()
    day_axis(axes, style, first, last)
    axes.set_yticks([0, 5, WORST])
    stopped = [each for each in done if each.stopped]
    axes.set_ylim(-0.4, PAIN_AT + 0.6 if stopped else WORST)
    answered = [each for each in done if each.discomfort is not None]
    crowded = len(answered) > 300
    axes.plot(
        [_middle(each) for each in answered], [each.discomfort or 0 for each in answered], "o", gid="answers",
        color=style.theme.accent, alpha=0.35 if crowded else 0.75, markersize=(4 if crowded else 7) * PT_PER_PX,
        markeredgewidth=0, clip_on=False, zorder=4,
    )  # fmt: skip
    axes.axhline(
        EASIER_FROM, color=style.theme.muted, linewidth=PT_PER_PX, linestyle=(0, (4, 4)), zorder=2, gid="easier"
    )
    ends = [beside(axes, style, EASIER_FROM, _("easier from 4"), style.theme.muted)]
    if stopped:
        axes.plot(
            [_middle(each) for each in stopped], [PAIN_AT] * len(stopped), "x", color=style.theme.stop, gid="pain",
            markersize=8 * PT_PER_PX, markeredgewidth=2 * PT_PER_PX, clip_on=False, zorder=5,
        )  # fmt: skip
        ends.append(beside(axes, style, PAIN_AT, _("sharp pain"), style.theme.stop))
    figure.set_layout_engine(Frame(style, [(axes, 1)], ends=ends))
    return TrainingChart(
        tuple(
            Spot(axes, _middle(each), PAIN_AT if each.discomfort is None else each.discomfort,
                 discomfort_words(each, last))
            for each in done
        )
    )  # fmt: skip


def _middle(done: ExerciseDay) -> float:
    return day_number(done.day) + 0.5

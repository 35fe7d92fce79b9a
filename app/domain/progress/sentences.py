"""What the numbers say, in one plain sentence each.

No percent anywhere: half of the measures improve downwards and several cross zero.
"""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from app.domain.exercise import Side
from app.domain.measurement import Measure, Reading, Unit
from app.domain.progress.baselines import BASELINE
from app.domain.progress.errors import MeasuringError, compare
from app.domain.progress.histories import current_series, series
from app.domain.progress.judging import Judgement, Status, judge
from app.domain.progress.projections import Projection
from app.domain.progress.sides import SidesCompared
from app.domain.progress.trends import Missing, window
from app.domain.units import format_short, format_value
from app.domain.wording import day_name
from app.i18n import _, ngettext

DAYS_A_WEEK = 7
OFTEN_ENOUGH = timedelta(days=6)  # a week, where the day may move by one


def status_by_side(
    measure: Measure, readings: Iterable[Reading], shown_in: str = "cm", strict: bool = False
) -> dict[Side | None, str]:
    """What the readings of each side say about change, left before right; without readings what the first will say.

    `shown_in` is cm or in, for lengths. `strict` as in `judge`.
    """
    found = series(measure, readings)
    if not found:
        return {None: _("No reading yet. The first one shows where you start.")}
    sides = [each.side for each in found]
    current = {each.side: each.readings for each in found}
    return {
        side: side_sentence(measure, mine, judge(measure, mine, strict), shown_in, begun_anew=sides.count(side) > 1)
        for side, mine in current.items()
    }


def status_sentence(measure: Measure, readings: Iterable[Reading], shown_in: str = "cm", strict: bool = False) -> str:
    """The same in one line, where each side is named."""
    names = {Side.LEFT: _("Left: {sentence}"), Side.RIGHT: _("Right: {sentence}"), None: "{sentence}"}
    said = status_by_side(measure, readings, shown_in, strict)
    return " ".join(names[side].format(sentence=sentence) for side, sentence in said.items())


def judgement_sentence(judgement: Judgement, unit: Unit, shown_in: str = "cm") -> str:
    """The status in a sentence; what is missing where it is not yet known."""
    found, error = judgement.trend, judgement.error
    if found is None or error is None:
        return _missing(judgement.missing)
    templates = {
        Status.IMPROVING: _("Improving: {change} since {day}, more than {error}."),
        Status.PROBABLY_IMPROVING: _(
            "Probably improving: {change} since {day}; the direction is clear, the amount still within {error}."
        ),
        Status.NO_CHANGE: _("No change beyond measuring error since {day}: the ups and downs may be chance."),
        Status.PROBABLY_MOVING_AWAY: _(
            "Probably moving away: {change} since {day}; the direction is clear, the amount still within {error}."
        ),
        Status.MOVING_AWAY: _("Moving away: {change} since {day}, more than {error}."),
    }
    return templates[judgement.status].format(
        change=_lower_or_higher(found.change, unit, shown_in),
        day=day_name(found.first, found.last),
        error=error_words(error, unit, shown_in),
    )


def verdict_sentence(judgement: Judgement, unit: Unit, shown_in: str = "cm") -> str:
    """The status alone, for whoever wants no figure of an error; `judgement_sentence` says how sure it is."""
    templates = {
        Status.IMPROVING: _("Improving: {change} since {day}."),
        Status.PROBABLY_IMPROVING: _("Probably improving: {change} since {day}."),
        Status.PROBABLY_MOVING_AWAY: _("Probably moving away: {change} since {day}."),
        Status.MOVING_AWAY: _("Moving away: {change} since {day}."),
    }
    found = judgement.trend
    if found is None or judgement.status not in templates:
        return judgement_sentence(judgement, unit, shown_in)
    return templates[judgement.status].format(
        change=_lower_or_higher(found.change, unit, shown_in), day=day_name(found.first, found.last))  # fmt: skip


def error_words(error: MeasuringError, unit: Unit, shown_in: str = "cm") -> str:
    """The error used and whose it is, to stand inside a sentence."""
    amount = format_short(error.value, unit, shown_in)
    if error.is_published:
        return _("the published measuring error of {error}").format(error=amount)
    return _("your own measuring error of {error}").format(error=amount)


def projection_sentence(projection: Projection, unit: Unit, today: date, shown_in: str = "cm") -> str:
    goal, earliest = format_value(projection.goal, unit, shown_in), day_name(projection.earliest, today)
    if projection.latest is None:
        return _("If it goes on like this, you reach {goal} some time after {earliest}.").format(
            goal=goal, earliest=earliest)  # fmt: skip
    return _("If it goes on like this, you reach {goal} between {earliest} and {latest}.").format(
        goal=goal, earliest=earliest, latest=day_name(projection.latest, today))  # fmt: skip


def since_start_sentence(
    measure: Measure, readings: Sequence[Reading], error: MeasuringError | None, shown_in: str = "cm"
) -> str:
    """The start (sessions 2 to 4, the first is practice) beside the last three, for one series, oldest first.

    Empty while the trend still reaches back to the start and says it itself.
    """
    counted = readings[BASELINE.start :]
    found = compare(counted, error.value) if error else None
    if found is None or len(readings) - len(window(readings)) < BASELINE.stop:
        return ""
    change = _lower_or_higher(found.change, measure.unit, shown_in)
    since = day_name(counted[0].performed_at.date(), readings[-1].performed_at.date())
    words = _("Since your start (readings 2 to 4, from {day}): {change}, within the measuring error of {error} between "
              "three readings each.")  # fmt: skip
    if found.is_larger:
        words = _("Since your start (readings 2 to 4, from {day}): {change}, more than the measuring error of {error} "
                  "between three readings each.")  # fmt: skip
    return words.format(day=since, change=change, error=format_value(found.error, measure.unit, shown_in))


def sides_sentence(compared: SidesCompared) -> str:
    """The difference and what may help; empty while there is none to speak of."""
    if compared.reaches_less is None:
        return ""
    if compared.reaches_less is Side.LEFT:
        return _(
            "A difference larger than the measuring error: your left side reaches less. "
            "Our suggestion: one extra set on the left."
        )
    return _(
        "A difference larger than the measuring error: your right side reaches less. "
        "Our suggestion: one extra set on the right."
    )


def rhythm_sentence(measure: Measure, readings: Iterable[Reading], today: date) -> str:
    """A friendly word when a side's last two tests lie less than a week apart; empty otherwise.

    A day's grace, since a weekly habit moves; and only in the week after the last one.
    """
    for each in current_series(measure, readings).values():
        days = [reading.performed_at.date() for reading in each.readings[-2:]]
        if len(days) == 2 and days[1] - days[0] < OFTEN_ENOUGH and today - days[1] <= OFTEN_ENOUGH:
            return _("Once a week is plenty: real change takes longer than that to show.")
    return ""


def side_sentence(
    measure: Measure, readings: Sequence[Reading], judgement: Judgement, shown_in: str = "cm", *, begun_anew: bool,
    said: Callable[[Judgement, Unit, str], str] = judgement_sentence,
) -> str:  # fmt: skip
    """What one series says, its judgement as it is `said`; `begun_anew` where there was another one before it."""
    judged = said(judgement, measure.unit, shown_in)
    if judgement.status is not Status.NOT_YET_KNOWN:
        return judged
    first, last = readings[0], readings[-1]
    since = day_name(first.performed_at.date(), last.performed_at.date())
    if begun_anew:
        start = _("The way of measuring changed on {day}; your readings count from there.").format(day=since)
        return f"{start} {judged}"
    if len(readings) == 1:
        value = format_value(first.value, measure.unit, shown_in)
        change = _("Your first reading, on {day}: {value}.").format(value=value, day=since)
    else:
        change = _since_first(measure, last.value - first.value, since, shown_in)
    return f"{change} {judged}"


def _since_first(measure: Measure, difference: float, since: str, shown_in: str) -> str:
    amount = format_value(abs(difference), measure.unit, shown_in)
    if amount == format_value(0, measure.unit, shown_in):
        return _("The same as your first reading on {day}.").format(day=since)
    if difference < 0:
        return _("{amount} lower than your first reading on {day}.").format(amount=amount, day=since)
    return _("{amount} higher than your first reading on {day}.").format(amount=amount, day=since)


def _missing(lacking: Missing) -> str:
    """The time it takes with a reading a week, which nobody has to beat; four weeks where that is too short."""
    if lacking.days and lacking.sessions * DAYS_A_WEEK >= lacking.days:
        return ngettext("One more reading, a week after the last, and a change can be told from chance.",
                        "{count} more readings and a change can be told from chance: with one a week, in {count} "
                        "weeks.", lacking.sessions).format(count=lacking.sessions)  # fmt: skip
    if lacking.sessions and lacking.days:
        return ngettext("One more reading, four weeks after the first or later, and a change can be told from chance.",
                        "{count} more readings, over four weeks in all, and a change can be told from chance.",
                        lacking.sessions).format(count=lacking.sessions)  # fmt: skip
    if lacking.sessions:
        return ngettext("One more reading and a change can be told from chance.",
                        "{count} more readings and a change can be told from chance.",
                        lacking.sessions).format(count=lacking.sessions)  # fmt: skip
    return ngettext("One more reading, a day after the last or later, and a change can be told from chance.",
                    "One more reading, {count} days after the last or later, and a change can be told from chance.",
                    lacking.days).format(count=lacking.days)  # fmt: skip


def _lower_or_higher(change: float, unit: Unit, shown_in: str) -> str:
    amount = format_value(abs(change), unit, shown_in)
    return (_("{amount} lower") if change < 0 else _("{amount} higher")).format(amount=amount)

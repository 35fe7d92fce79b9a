"""The charts of training as words: what a spot says, and every chart as headings and rows. Without matplotlib."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from app.domain.exercise import Direction
from app.domain.measurement import Measure, Reading
from app.domain.training.log import DirectionMinutes, ExerciseDay, Period
from app.domain.training.weeks import CalendarDay, CalendarYear, TargetWeek, TargetYear, WeekState
from app.domain.units import format_value
from app.domain.wording import day_name, format_plain, side_name
from app.i18n import _, ngettext, pgettext

WORST = 10
HOURS_FROM_S = 20 * 3600


class Rows(NamedTuple):
    """A chart's twin: the same content to read."""

    headings: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def minutes_words(seconds: float) -> str:
    """Whole minutes, but never none where there was something: "22 min", "under 1 min", later "31 h"."""
    if seconds >= HOURS_FROM_S:
        return _("{hours} h").format(hours=round(seconds / 3600))
    if 0 < seconds < 30:
        return _("under 1 min")
    return _("{minutes} min").format(minutes=round(seconds / 60))


def direction_name(direction: Direction | None) -> str:
    return {
        Direction.FLEXION: _("Flexion"),
        Direction.EXTENSION: _("Extension"),
        Direction.LATERAL_FLEXION: _("Lateral flexion"),
        Direction.ROTATION: _("Rotation"),
        None: _("Other"),
    }[direction]


def month_names() -> tuple[str, ...]:
    return (
        _("January"), _("February"), _("March"), _("April"), pgettext("whole month", "May"), _("June"), _("July"),
        _("August"), _("September"), _("October"), _("November"), _("December"),
    )  # fmt: skip


def week_name(monday: date, today: date) -> str:
    return _("Week of {day}").format(day=day_name(monday, today))


def target_sentence(year: TargetYear, today: date) -> str:
    """What the year says so far, in one sentence."""
    if not year.counted:
        running = next((week for week in year.weeks if week.state is WeekState.RUNNING), None)
        if running is None:
            return _("No week of {year} counts.").format(year=year.year)
        return ngettext("Your first week runs: {count} training day so far.",
                        "Your first week runs: {count} training days so far.", running.days).format(
            count=running.days)  # fmt: skip
    if year.year == today.year:
        text = ngettext("{done} of {count} week on target this year.", "{done} of {count} weeks on target this year.",
                        year.counted)  # fmt: skip
    else:
        text = ngettext("{done} of {count} week on target in {year}.", "{done} of {count} weeks on target in {year}.",
                        year.counted)  # fmt: skip
    return text.format(done=year.on_target, count=year.counted, year=year.year)


# What a spot says


def day_words(day: CalendarDay, today: date) -> str:
    name = day_name(day.day, today)
    if not day.seconds:
        if day.away:
            return "\n".join((name, _("away or ill")))
        return name if day.coming else "\n".join((name, _("no training")))
    return "\n".join((name, _("{minutes}, {exercises}").format(
        minutes=minutes_words(day.seconds), exercises=_exercises(day.exercises))))  # fmt: skip


def week_words(week: TargetWeek, target: int, today: date) -> str:
    return "\n".join((week_name(week.monday, today), f"{_days(week.days)}, {state_name(week.state)}"))


def state_name(state: WeekState) -> str:
    return {
        WeekState.ON_TARGET: _("on target"),
        WeekState.BELOW: _("below the target"),
        WeekState.AWAY: _("away or ill"),
        WeekState.RUNNING: _("still running"),
        WeekState.BEFORE: _("before you began"),
        WeekState.COMING: _("still to come"),
    }[state]


def period_name(start: date, period: Period) -> str:
    if period is Period.YEAR:
        return str(start.year)
    if period is Period.QUARTER:
        return _("{year}, quarter {number}").format(year=start.year, number=(start.month + 2) // 3)
    return _("{month} {year}").format(month=month_names()[start.month - 1], year=start.year)


def load_words(done: ExerciseDay, today: date) -> str:
    load = _("{load} kg").format(load=format_plain(done.load_kg or 0))
    return "\n".join((day_name(done.day, today), load))


def discomfort_words(done: ExerciseDay, today: date) -> str:
    told = [] if done.discomfort is None else [
        _("{answer} of {worst}").format(answer=done.discomfort, worst=WORST)
    ]  # fmt: skip
    if done.stopped:
        told.append(_("stopped by sharp pain"))
    return "\n".join((day_name(done.day, today), ", ".join(told)))


def reading_words(reading: Reading, measure: Measure, shown_in: str, today: date) -> str:
    value = format_value(reading.value, measure.unit, shown_in)
    value = f"{side_name(reading.side)} {value}" if reading.side else value
    return "\n".join((day_name(reading.performed_at.date(), today), value))


def weekly_words(monday: date, minutes: float, today: date) -> str:
    return "\n".join((week_name(monday, today), minutes_words(60 * minutes)))


# Charts as tables


def calendar_rows(year: CalendarYear) -> Rows:
    """The days that have something to tell, newest first."""
    told = [day for day in reversed(year.days) if day.seconds or (day.away and not day.coming)]
    return Rows(
        (_("Date"), _("Minutes"), _("Exercises"), _("Training day"), _("Week")),
        tuple(
            (day_name(day.day, year.today), minutes_words(day.seconds), str(day.exercises),
             _("yes") if day.counts else _("no"), _("away or ill") if day.away else "")
            for day in told
        ),
    )  # fmt: skip


def weeks_rows(year: TargetYear, today: date) -> Rows:
    """The weeks that have come so far, newest first."""
    told = [week for week in reversed(year.weeks) if week.state not in {WeekState.COMING, WeekState.BEFORE}]
    return Rows(
        (_("Week of"), _("Training days"), _("Target"), _("State")),
        tuple(
            (day_name(week.monday, today), str(week.days), str(year.target), state_name(week.state)) for week in told
        ),
    )


def shown_directions(bars: Sequence[DirectionMinutes]) -> list[Direction | None]:
    """The four, and the unknown where there is some."""
    other: list[Direction | None] = [None] if any(bar.minutes.get(None) for bar in bars) else []
    return [*Direction, *other]


def minutes_rows(bars: Sequence[DirectionMinutes], period: Period) -> Rows:
    directions = shown_directions(bars)
    return Rows(
        (_("Time"), *(direction_name(direction) for direction in directions), _("All")),
        tuple(
            (period_name(bar.start, period), *(str(round(bar.minutes.get(each, 0))) for each in directions),
             minutes_words(60 * bar.total))
            for bar in reversed(bars)
        ),
    )  # fmt: skip


def load_rows(done: Sequence[ExerciseDay], today: date) -> Rows:
    return Rows(
        (_("Date"), _("Heaviest load"), _("Reps × load")),
        tuple(
            (day_name(each.day, today), _("{load} kg").format(load=format_plain(each.load_kg or 0)),
             _("{load} kg").format(load=format_plain(each.volume_kg)) if each.volume_kg else "")
            for each in reversed(done)
        ),
    )  # fmt: skip


def discomfort_rows(done: Sequence[ExerciseDay], today: date) -> Rows:
    return Rows(
        (_("Date"), _("Discomfort"), _("Sharp pain")),
        tuple(
            (day_name(each.day, today), _("not answered") if each.discomfort is None else str(each.discomfort),
             _("yes") if each.stopped else "")
            for each in reversed(done)
        ),
    )  # fmt: skip


def dose_and_reach_rows(
    weeks: Sequence[tuple[date, float]], measure: Measure, readings: Sequence[Reading], shown_in: str, today: date
) -> Rows:
    """A row a week, newest first: its minutes, and what was measured in it."""
    measured: dict[date, list[str]] = {}
    for reading in readings:
        day = reading.performed_at.date()
        value = format_value(reading.value, measure.unit, shown_in)
        told = f"{side_name(reading.side)} {value}" if reading.side else value
        measured.setdefault(day - timedelta(days=day.weekday()), []).append(told)
    return Rows(
        (_("Week of"), _("Minutes"), measure.name),
        tuple(
            (day_name(monday, today), minutes_words(60 * minutes), " · ".join(measured.get(monday, ())))
            for monday, minutes in reversed(weeks)
        ),
    )


def steps_words(limits: Sequence[int]) -> tuple[str, ...]:
    """What the five steps of the calendar stand for, in minutes: "under 5", "5", … "20 and more"."""
    return (_("under {minutes}").format(minutes=limits[0]), *(str(limit) for limit in limits[:-1]),
            _("{minutes} min and more").format(minutes=limits[-1]))  # fmt: skip


def names_of(ids: Sequence[str], names: Mapping[str, str]) -> list[tuple[str, str]]:
    """Ids with the words they are chosen by."""
    return [(each, names.get(each, each)) for each in ids]


def _exercises(count: int) -> str:
    return ngettext("{count} exercise", "{count} exercises", count).format(count=count)


def _days(count: int) -> str:
    return ngettext("{count} training day", "{count} training days", count).format(count=count)

"""Doses, sides, times and days as people read and hear them. The text always comes from the dose itself."""

from datetime import date

from app.domain.exercise import Dose, DoseKind, Exercise, Range, Side, Sides
from app.domain.routine import RoutineStep, in_step
from app.i18n import _, decimal_mark, ngettext, npgettext, pgettext

_HALVES_BELOW_MIN = 5  # shorter times are told to the half minute
_LIKE_A_FRACTION = 2
_NOTHING = Range(0, 0)


def describe_dose(exercise: Exercise, dose: Dose, load_kg: float | None = None, extra_side: Side | None = None) -> str:
    """The dose to read: "3 × 15–30 reps", "10–20 s a side", "1 series, 10 s a bend", "5 reps a side · 2 kg".

    `extra_side` is the side with one set more.
    """
    seconds = format_range(dose.hold_s or _NOTHING)
    if exercise.kind is DoseKind.POSITIONS:
        text = _series(dose.sets, _("{seconds} s a bend").format(seconds=seconds))
    else:
        if exercise.kind is DoseKind.REPS:
            text = _reps(exercise.sides, dose.reps or _NOTHING)
        else:
            each = exercise.sides is Sides.EACH
            text = (_("{seconds} s a side") if each else _("{seconds} s")).format(seconds=seconds)
        if dose.sets > 1:
            text = _("{sets} × {work}").format(sets=dose.sets, work=text)
    if exercise.sides is Sides.LEFT:
        text = _("{dose}, left only").format(dose=text)
    elif exercise.sides is Sides.RIGHT:
        text = _("{dose}, right only").format(dose=text)
    if load_kg:
        text = _("{dose} · {load} kg").format(dose=text, load=format_plain(load_kg))
    if extra_side is not None:
        more = {Side.LEFT: _("{dose}, once more left"), Side.RIGHT: _("{dose}, once more right")}
        text = more[extra_side].format(dose=text)
    return text


def describe_step(exercise: Exercise, step: RoutineStep) -> str:
    """The dose of a routine's step of `exercise`, to read."""
    return describe_dose(in_step(exercise, step), step.dose, step.load_kg, step.extra_side)


def speak_dose(exercise: Exercise, dose: Dose, load_kg: float | None = None) -> str:
    """The dose to hear, as it is played: a range at its low end, and no sign that a voice would stumble over."""
    if exercise.kind is DoseKind.POSITIONS:
        text = _series(dose.sets, _("{seconds} a bend").format(seconds=speak_seconds(low_end(dose.hold_s))))
    else:
        if exercise.kind is DoseKind.REPS:
            text = _heard_reps(exercise.sides, low_end(dose.reps))
        else:
            seconds = speak_seconds(low_end(dose.hold_s))
            text = _("{seconds} a side").format(seconds=seconds) if exercise.sides is Sides.EACH else seconds
        if dose.sets > 1:
            text = ngettext("{sets} set of {work}", "{sets} sets of {work}", dose.sets).format(
                sets=dose.sets, work=text)  # fmt: skip
    if load_kg:
        kilos = ngettext("{load} kilogram", "{load} kilograms", _plural(load_kg))
        text = _("{dose}, with {load}").format(dose=text, load=kilos.format(load=format_plain(load_kg)))
    return text


def _series(sets: int, hold: str) -> str:
    return ngettext("{sets} series, {hold}", "{sets} series, {hold}", sets).format(sets=sets, hold=hold)


def _reps(sides: Sides, reps: Range) -> str:
    many = _plural(reps.high)
    if sides is Sides.EACH:
        text = ngettext("{reps} rep a side", "{reps} reps a side", many)
    elif sides is Sides.ALTERNATE:
        text = ngettext("{reps} rep each way", "{reps} reps each way", many)
    else:
        text = ngettext("{reps} rep", "{reps} reps", many)
    return text.format(reps=format_range(reps))


def _heard_reps(sides: Sides, reps: float) -> str:
    """Reps in full words: what is read may be short for them in some languages."""
    many = _plural(reps)
    if sides is Sides.EACH:
        text = npgettext("to hear", "{reps} rep a side", "{reps} reps a side", many)
    elif sides is Sides.ALTERNATE:
        text = npgettext("to hear", "{reps} rep each way", "{reps} reps each way", many)
    else:
        text = npgettext("to hear", "{reps} rep", "{reps} reps", many)
    return text.format(reps=format_plain(reps))


def low_end(amount: Range | None) -> float:
    """What is played of a range of reps or seconds; 0 where the dose has none."""
    return (amount or _NOTHING).low


def side_name(side: Side | None) -> str:
    """The side as a word: "left", "right", "centre", "alternating"; empty without a side."""
    if side is None:
        return ""
    return {
        Side.LEFT: _("left"),
        Side.RIGHT: _("right"),
        Side.CENTRE: _("centre"),
        Side.ALTERNATE: _("alternating"),
    }[side]


def speak_side(side: Side | None, first: Side = Side.LEFT) -> str:
    """The side to hear: "left side", "alternating, left first"; empty without a side or in the middle.

    `first` is the side that alternating reps begin with.
    """
    if side is None or side is Side.CENTRE:
        return ""
    if side is Side.ALTERNATE and first is Side.RIGHT:
        return _("alternating, right first")
    return {
        Side.LEFT: _("left side"),
        Side.RIGHT: _("right side"),
        Side.ALTERNATE: _("alternating, left first"),
    }[side]


def speak_seconds(seconds: float) -> str:
    """Seconds to hear: "30 seconds"."""
    text = ngettext("{seconds} second", "{seconds} seconds", _plural(seconds))
    return text.format(seconds=format_plain(seconds))


def format_range(amount: Range) -> str:
    """ "15–30", or one number where both ends are equal."""
    if amount.low == amount.high:
        return format_plain(amount.low)
    return f"{format_plain(amount.low)}–{format_plain(amount.high)}"


def format_plain(value: float) -> str:
    """A number without needless decimals: "2", "2.5"."""
    return f"{round(value, 2):g}".replace(".", decimal_mark())


def format_clock(seconds: float) -> str:
    """A time as a clock shows it: "0:07", "9:05", "1:02:05". Parts of a second are left out."""
    whole = max(0, int(seconds))
    hours, minute, second = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minute:02}:{second:02}" if hours else f"{minute}:{second:02}"


def minutes(seconds: float) -> str:
    """About how long: "45 s", "2½ min", "30 min"."""
    if round(seconds) < 60:
        return _("{seconds} s").format(seconds=round(seconds))
    halves = round(seconds / 30)
    if halves % 2 and halves < 2 * _HALVES_BELOW_MIN:
        return _("{minutes}½ min").format(minutes=halves // 2)
    return _("{minutes} min").format(minutes=round(seconds / 60))


def _plural(number: float) -> int:
    """What a language's plural rule is asked about: whole numbers as they are shown, fractions like 2.

    Gettext's rules know whole numbers alone. After a fraction Unicode's have the plural in English, German and Spanish,
    and in Russian the genitive singular, "7,5 килограмма", which is its form for 2 (CLDR, plural category "other").
    """
    shown = round(number, 2)
    return int(shown) if shown == int(shown) else _LIKE_A_FRACTION


def day_name(day: date, today: date) -> str:
    """“3 November”, with the year where it is not that of `today`."""
    month = month_after_day(day.month)
    if day.year == today.year:
        return pgettext("day", "{day} {month}").format(day=day.day, month=month)
    return pgettext("day", "{day} {month} {year}").format(day=day.day, month=month, year=day.year)


def month_after_day(month: int) -> str:
    """The month (1 to 12) as it is written after a day: many languages give it another ending there."""
    return (
        pgettext("month after a day", "January"), pgettext("month after a day", "February"),
        pgettext("month after a day", "March"), pgettext("month after a day", "April"),
        pgettext("month after a day", "May"), pgettext("month after a day", "June"),
        pgettext("month after a day", "July"), pgettext("month after a day", "August"),
        pgettext("month after a day", "September"), pgettext("month after a day", "October"),
        pgettext("month after a day", "November"), pgettext("month after a day", "December"),
    )[month - 1]  # fmt: skip


def short_day_name(day: date, today: date) -> str:
    """“3 Nov”, with the year where it is not that of `today`: for the rows of a table."""
    words = short_day(day.day, day.month)
    if day.year == today.year:
        return words
    return pgettext("short day", "{day} {year}").format(day=words, year=day.year)


def short_day(day: int, month: int) -> str:
    """“3 Nov”: the day of a month (1 to 12), where there is little room."""
    months = (
        pgettext("short month after a day", "Jan"), pgettext("short month after a day", "Feb"),
        pgettext("short month after a day", "Mar"), pgettext("short month after a day", "Apr"),
        pgettext("short month after a day", "May"), pgettext("short month after a day", "Jun"),
        pgettext("short month after a day", "Jul"), pgettext("short month after a day", "Aug"),
        pgettext("short month after a day", "Sep"), pgettext("short month after a day", "Oct"),
        pgettext("short month after a day", "Nov"), pgettext("short month after a day", "Dec"),
    )  # fmt: skip
    return pgettext("short day", "{day} {month}").format(day=day, month=months[month - 1])


def weekday(number: int) -> str:
    """The day's name; Monday is 0."""
    days = (_("Monday"), _("Tuesday"), _("Wednesday"), _("Thursday"), _("Friday"), _("Saturday"), _("Sunday"))
    return days[number]


def weekday_letters() -> tuple[str, ...]:
    """The shortest names there are, Monday first."""
    return (
        pgettext("Monday, as short as can be", "M"),
        pgettext("Tuesday, as short as can be", "T"),
        pgettext("Wednesday, as short as can be", "W"),
        pgettext("Thursday, as short as can be", "T"),
        pgettext("Friday, as short as can be", "F"),
        pgettext("Saturday, as short as can be", "S"),
        pgettext("Sunday, as short as can be", "S"),
    )

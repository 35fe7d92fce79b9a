"""Two pages to hand to a physiotherapist: what was measured, what was trained. Words are text, charts are pictures."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from io import BytesIO
from pathlib import Path

from matplotlib import rc_context
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure

from app.charts.calendar_map import draw_calendar
from app.charts.course import Course, SideCourse
from app.charts.minutes import draw_minutes
from app.charts.reach import draw_course
from app.charts.span import Span
from app.charts.style import Style
from app.charts.training_rows import minutes_words, target_sentence
from app.domain.exercise import Side
from app.domain.measurement import Reading
from app.domain.progress.sentences import side_sentence, sides_sentence, since_start_sentence
from app.domain.training.log import discomforts, fitting_period, loads, minutes_by_direction
from app.domain.units import format_value
from app.domain.wording import day_name, format_plain, side_name
from app.exchange.errors import ExchangeError
from app.exchange.files import write_whole
from app.exchange.report_content import ReportContent
from app.exchange.sheet import BODY, HEADING, HEIGHT, MARGIN, MUTED, SMALL, STRONG, TITLE, WIDTH, Sheet
from app.i18n import _, ngettext
from app.theme import Theme

CHARTED = 4  # tests with a chart; the others stand in rows
BLOCK, CHART_WIDTH, CHART_HEIGHT = 208, 396, 180
ROOM_BELOW = 90  # for the tests that have no chart, and the foot
ROWS, STOPS, NOTES, LOADS = 4, 5, 7, 6
INNER = WIDTH - 2 * MARGIN
HALF = INNER / 2 - 12


def write_report(path: Path, content: ReportContent, theme: Theme) -> None:
    """Write both pages. Raises ExchangeError where the file can't be written or its name does not end in .pdf."""
    if path.suffix.lower() != ".pdf":
        raise ExchangeError(_("The report can't be written to {file}: its name has to end in .pdf.").format(file=path))
    written = BytesIO()
    name = _("Limber: report of {who}").format(who=content.who) if content.who else _("Limber: report")
    title = {"Title": name, "Creator": "Limber", "CreationDate": None}
    with rc_context({"pdf.fonttype": 42}), PdfPages(written, metadata=title) as pages:
        for sheet in report_sheets(content, theme):
            pages.savefig(sheet.figure)
    write_whole(path, written.getvalue())


def report_sheets(content: ReportContent, theme: Theme) -> tuple[Sheet, Sheet]:
    """The tests and the training."""
    return _tests(content, Sheet(theme)), _training(content, Sheet(theme))


# The first page


def _tests(content: ReportContent, sheet: Sheet) -> Sheet:
    y = _head(content, sheet, _("How far the back reaches"))
    how = _(
        "Measured at home by the person, three trials a session, of which the middle one counts. A change counts as "
        "real only when it is larger than the measuring error named beside it; published errors come from a tester "
        "measuring somebody else."
    )
    y = sheet.write(MARGIN, y, how, MUTED) + 12
    if not content.courses:
        sheet.write(MARGIN, y, _("No test has been measured yet."))
    charted = 0
    while charted < min(CHARTED, len(content.courses)) and y + BLOCK < HEIGHT - ROOM_BELOW:
        y = _test(content, sheet, content.courses[charted], y)
        charted += 1
    _further_tests(content, sheet, content.courses[charted:], y)
    return _foot(sheet, 1)


def _test(content: ReportContent, sheet: Sheet, course: Course, y: float) -> float:
    """A chart, and beside it what it says; the y below both."""
    sheet.chart(MARGIN, y, CHART_WIDTH, CHART_HEIGHT, partial(_draw_course, content, course))
    x = MARGIN + CHART_WIDTH + 20
    below = sheet.line_of(x, y, course.measure.name, HEADING) + 2
    for side in course.sides:
        below = _side(sheet, course, side, x, below, content.today)
    said = [
        side_sentence(
            course.measure, side.current.readings, side.judgement, _shown_in(course), begun_anew=len(side.runs) > 1
        )
        for side in course.sides
    ]
    if len(set(said)) == 1:
        below = sheet.write(x, below, said[0], MUTED)
    else:
        for side, words in zip(course.sides, said, strict=True):
            below = sheet.write(x, below, f"{_side_title(side.side)} {words}", MUTED)
    if sentence := sides_sentence(course.compared):
        below = sheet.write(x, below, sentence)
    below = sheet.line_of(x, below, _how(course.sides[-1].latest, course), SMALL)
    source = course.measure.error_source
    if source:
        below = max(below, y + CHART_HEIGHT + 2)
        below = sheet.write(MARGIN, below, _("Error: {source}").format(source=source), SMALL)
    return max(below, y + CHART_HEIGHT) + 12


def _draw_course(content: ReportContent, course: Course, figure: Figure, style: Style) -> None:
    draw_course(figure, course, style, Span.ALL, content.now, _shown_in(course))


def _side(sheet: Sheet, course: Course, side: SideCourse, x: float, y: float, today: date) -> float:
    """The latest value, and what the Progress tab says of it beside the start."""
    unit, shown_in = course.measure.unit, _shown_in(course)
    latest = format_value(side.latest.value, unit, shown_in)
    words = _("{value} on {day}").format(value=latest, day=day_name(side.latest.performed_at.date(), today))
    y = sheet.line_of(x, y, f"{_side_title(side.side)} {words}".strip(), STRONG)
    told = since_start_sentence(course.measure, side.current.readings, side.error, shown_in)
    return (sheet.write(x, y, told) if told else y) + 3


def _further_tests(content: ReportContent, sheet: Sheet, courses: Sequence[Course], y: float) -> None:
    if not courses:
        return
    y = sheet.line_of(MARGIN, y, _("Further tests"), HEADING)
    for course in courses[:ROWS]:
        unit, shown_in = course.measure.unit, _shown_in(course)
        latest = ((each.side, format_value(each.latest.value, unit, shown_in)) for each in course.sides)
        values = ", ".join(f"{_side_title(side)} {value}".strip() for side, value in latest)
        day = day_name(course.readings[-1].performed_at.date(), content.today)
        sheet.line_of(MARGIN, y, course.measure.name, STRONG, width=250)
        y = sheet.line_of(MARGIN + 260, y, f"{values}  ({day})", width=INNER - 260)
    if len(courses) > ROWS:
        left = len(courses) - ROWS
        more = ngettext("{count} more test is left out.", "{count} more tests are left out.", left)
        sheet.line_of(MARGIN, y, more.format(count=left), SMALL)


# The second page


def _training(content: ReportContent, sheet: Sheet) -> Sheet:
    y = _head(content, sheet, _("What was trained"))
    if content.log.first is None:
        sheet.write(MARGIN, y, _("No training has been recorded yet."))
        return _foot(sheet, 2)
    y = sheet.write(MARGIN, y, target_sentence(content.target, content.today), STRONG)
    days = sum(day.counts for day in content.log.days.values())
    seconds = sum(day.seconds for day in content.log.days.values())
    facts = _("Since the beginning: {sessions} sessions, {days} training days, {time} in the exercises.").format(
        sessions=content.sessions, days=days, time=minutes_words(seconds))  # fmt: skip
    y = sheet.write(MARGIN, y, facts) + 6
    y = sheet.chart(MARGIN, y, INNER, 160, lambda figure, style: draw_calendar(figure, content.calendar, style)) + 10
    y = sheet.line_of(MARGIN, y, _("Minutes by direction"), HEADING) + 2
    y = sheet.chart(MARGIN, y, INNER, 300, partial(_draw_minutes, content)) + 12
    left = _loads(content, sheet, MARGIN, y)
    right = _discomforts(content, sheet, MARGIN + HALF + 24, y)
    y = _stops(content, sheet, max(left, right) + 8)
    _notes(content, sheet, y + 8)
    return _foot(sheet, 2)


def _draw_minutes(content: ReportContent, figure: Figure, style: Style) -> None:
    first = content.log.first or content.today
    period = fitting_period(first, content.today)
    draw_minutes(
        figure, minutes_by_direction(content.log, content.exercises, first, content.today, period), period, style
    )


def _loads(content: ReportContent, sheet: Sheet, x: float, y: float) -> float:
    y = sheet.line_of(x, y, _("Loads"), HEADING, HALF)
    found = [(each, loads(content.log, each, content.first, content.today)) for each in content.log.exercises]
    rows = [(content.log.names[each], done) for each, done in found if any(day.load_kg for day in done)]
    for name, done in rows[:LOADS]:
        first, last = (format_plain(day.load_kg or 0) for day in (done[0], done[-1]))
        words = _("{exercise}: {first} kg at first, {last} kg now").format(exercise=name, first=first, last=last)
        y = sheet.line_of(x, y, words, BODY, HALF)
    return y if rows else sheet.line_of(x, y, _("None noted."), MUTED, HALF)


def _discomforts(content: ReportContent, sheet: Sheet, x: float, y: float) -> float:
    y = sheet.line_of(x, y, _("Discomfort, 0 to 10"), HEADING, HALF)
    rows = 0
    for each in content.log.exercises:
        answers = [
            day.discomfort
            for day in discomforts(content.log, each, content.first, content.today)
            if day.discomfort is not None
        ]
        if answers and rows < LOADS:
            words = ngettext(
                "{exercise}: worst {worst}, last {last} ({count} answer)",
                "{exercise}: worst {worst}, last {last} ({count} answers)",
                len(answers),
            ).format(exercise=content.log.names[each], worst=max(answers), last=answers[-1], count=len(answers))
            y = sheet.line_of(x, y, words, BODY, HALF)
            rows += 1
    return y if rows else sheet.line_of(x, y, _("Nothing answered."), MUTED, HALF)


def _stops(content: ReportContent, sheet: Sheet, y: float) -> float:
    y = sheet.line_of(MARGIN, y, _("Stopped by sharp pain"), HEADING)
    for stop in content.pain_stops[:STOPS]:
        day = day_name(stop.stopped_at.date(), content.today)
        words = ", ".join(part for part in (stop.exercise_name, side_name(stop.side)) if part)
        y = sheet.line_of(MARGIN, y, f"{day}: {words}")
    if len(content.pain_stops) > STOPS:
        left = len(content.pain_stops) - STOPS
        y = sheet.line_of(MARGIN, y, _("and {count} earlier").format(count=left), SMALL)
    return y if content.pain_stops else sheet.line_of(MARGIN, y, _("Never."), MUTED)


def _notes(content: ReportContent, sheet: Sheet, y: float) -> None:
    y = sheet.line_of(MARGIN, y, _("Notes"), HEADING)
    if not content.notes:
        sheet.line_of(MARGIN, y, _("None."), MUTED)
    for note in content.notes[:NOTES]:
        if y > HEIGHT - 2 * MARGIN:
            break
        day = day_name(note.day, content.today)
        y = sheet.line_of(MARGIN, y, f"{day}, {note.about}: {' '.join(note.words.split())}")


# Both pages


def _head(content: ReportContent, sheet: Sheet, title: str) -> float:
    y = sheet.line_of(MARGIN, MARGIN, title, TITLE) + 2
    period = _("From {first} to {last}").format(first=content.first.isoformat(), last=content.today.isoformat())
    if content.who:
        period = f"{content.who} · {period}"
    return sheet.rule(sheet.line_of(MARGIN, y, period, MUTED) + 6)


def _foot(sheet: Sheet, number: int) -> Sheet:
    words = _("Made by Limber from the person's own records. It informs; it is no diagnosis.")
    sheet.line_of(MARGIN, HEIGHT - MARGIN + 8, words, SMALL, width=INNER - 60)
    sheet.line_of(WIDTH - MARGIN - 40, HEIGHT - MARGIN + 8, _("{page} of 2").format(page=number), SMALL)
    return sheet


def _shown_in(course: Course) -> str:
    """In the unit the person last typed."""
    return course.readings[-1].entered_unit


def _side_title(side: Side | None) -> str:
    return {Side.LEFT: _("Left:"), Side.RIGHT: _("Right:")}.get(side, "") if side else ""


def _how(reading: Reading, course: Course) -> str:
    aid = next((each.name for each in course.measure.aids if each.id == reading.aid), "")
    warmth = _("warmed up") if reading.warm else _("cold")
    return _("How: {how}").format(how=", ".join(part for part in (aid, warmth) if part))

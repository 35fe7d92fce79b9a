"""The six charts of training, each on its card: two of a year, four over time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.charts import training_rows as rows
from app.charts.calendar_grid import map_height
from app.domain.catalogue import Catalogue
from app.domain.measurement import Measure, Reading
from app.domain.training import log as logs
from app.domain.training.log import TrainingLog
from app.domain.training.weeks import CalendarYear, TargetYear
from app.i18n import _
from app.ui.look import Look
from app.ui.progress.shown import shown_unit
from app.ui.progress.training import drawings
from app.ui.progress.training.card import TrainingCard
from app.ui.widgets.sizes import in_text

FONT_PX = 13
WEEKS_HEIGHT, CHART_HEIGHT, TALL_HEIGHT = 170, 240, 300


@dataclass(frozen=True, slots=True)
class Span:
    """The days that the charts over time show, both included."""

    first: date
    last: date


class TrainingCards:
    """Each chart is drawn when it is scrolled into view; what is chosen in one stays so."""

    def __init__(self, look: Look, catalogue: Catalogue) -> None:
        self._catalogue = catalogue
        self._log = logs.training_log((), {})
        self._readings: Sequence[Reading] = ()
        self._span = Span(date.min, date.min)
        self.calendar = TrainingCard(look, _("Days you trained"), lambda width: map_height(width, in_text(FONT_PX)))
        self.weeks = TrainingCard(look, _("Weeks on target"), lambda _width: WEEKS_HEIGHT)
        self.minutes = TrainingCard(look, _("Minutes by direction"), lambda _width: TALL_HEIGHT)
        self.dose = TrainingCard(look, _("Training and reach"), lambda _width: TALL_HEIGHT, _("Test"))
        self.load = TrainingCard(look, _("Load"), lambda _width: CHART_HEIGHT, _("Exercise of the load"))
        self.discomfort = TrainingCard(look, _("Discomfort"), lambda _width: CHART_HEIGHT, _("Exercise of the answers"))
        self.load.chosen.connect(self._show_load)
        self.discomfort.chosen.connect(self._show_discomfort)
        self.dose.chosen.connect(self._show_dose)

    @property
    def all(self) -> tuple[TrainingCard, ...]:
        return self.calendar, self.weeks, self.minutes, self.dose, self.load, self.discomfort

    def show_year(self, calendar: CalendarYear, target: TargetYear) -> None:
        today = calendar.today
        start = next((place for place, day in enumerate(calendar.days) if day.day == today), -1)
        trained = sum(day.counts for day in calendar.days)
        about = _("{hours} in the exercises, getting ready and rests not counted. {days} training days.").format(
            hours=rows.minutes_words(calendar.seconds), days=trained)  # fmt: skip
        self.calendar.show_chart(drawings.calendar(calendar), lambda: rows.calendar_rows(calendar), about, start)
        about = _("Weeks you were away or ill, and the one that runs, are left out of the count.")
        self.weeks.show_chart(drawings.weeks(target, today), lambda: rows.weeks_rows(target, today), about)

    def show_time(self, log: TrainingLog, readings: Sequence[Reading], span: Span) -> None:
        """Everything between the two days of `span`."""
        self._log, self._readings, self._span = log, readings, span
        self._show_minutes()
        self.load.offer(rows.names_of(logs.loaded_exercises(log), log.names))
        self._show_load()
        self.discomfort.offer(rows.names_of(logs.answered_exercises(log), log.names))
        self._show_discomfort()
        measured = {reading.measure_id for reading in readings}
        self.dose.offer([(each.id, each.name) for each in self._catalogue.measures.values() if each.id in measured])
        self._show_dose()

    def _show_minutes(self) -> None:
        span = self._span
        period = logs.fitting_period(span.first, span.last)
        told = logs.minutes_by_direction(self._log, self._catalogue.exercises, span.first, span.last, period)
        about = {
            logs.Period.MONTH: _("A bar a month. An exercise with several directions shares its minutes among them."),
            logs.Period.QUARTER: _("A bar a quarter. An exercise with several directions shares its minutes."),
            logs.Period.YEAR: _("A bar a year. An exercise with several directions shares its minutes among them."),
        }[period]
        empty = not any(bar.total for bar in told)
        self.minutes.show_chart(
            drawings.minutes(told, period), lambda: rows.minutes_rows(told, period), about, empty=empty
        )

    def _show_load(self) -> None:
        span = self._span
        done = logs.loads(self._log, self.load.key, span.first, span.last)
        self.load.show_chart(
            drawings.load(done, span.first, span.last), lambda: rows.load_rows(done, span.last),
            _("A dot a day; the line is the heaviest of four weeks."), empty=not done,
        )  # fmt: skip

    def _show_discomfort(self) -> None:
        span = self._span
        done = logs.discomforts(self._log, self.discomfort.key, span.first, span.last)
        self.discomfort.show_chart(
            drawings.discomfort(done, span.first, span.last), lambda: rows.discomfort_rows(done, span.last),
            _("A dot for each day you answered. Days without an answer are unknown."), empty=not done,
        )  # fmt: skip

    def _show_dose(self) -> None:
        span, measure = self._span, self._measure()
        weekly = logs.weekly_minutes(self._log, span.first, span.last)
        if measure is None:
            return
        mine = [
            each for each in self._readings
            if each.measure_id == measure.id and span.first <= each.performed_at.date() <= span.last
        ]  # fmt: skip
        unit = shown_unit([each for each in self._readings if each.measure_id == measure.id])
        self.dose.show_chart(
            drawings.dose_and_reach(weekly, measure, mine, span.first, span.last, unit),
            lambda: rows.dose_and_reach_rows(weekly, measure, mine, unit, span.last),
            _("Side by side is no proof that one makes the other."),
        )

    def _measure(self) -> Measure | None:
        """The one chosen; before the first reading the first there is."""
        measures = self._catalogue.measures
        return measures.get(self.dose.key) or next(iter(measures.values()), None)

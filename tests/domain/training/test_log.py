"""What sessions add up to over time: days, weeks on target, minutes, loads, discomfort."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.catalogue import load_catalogue
from app.domain.exercise import Direction
from app.domain.training.elsewhere import free_routine, session_elsewhere
from app.domain.training.log import (
    Period,
    TrainingLog,
    discomforts,
    fitting_period,
    loaded_exercises,
    loads,
    minutes_by_direction,
    monday_of,
    session_seconds,
    training_log,
    weekly_minutes,
    working_loads,
)
from app.domain.training.sessions import PainStop, Session
from app.domain.training.weeks import (
    WeekState,
    calendar_year,
    heat_step,
    mondays_of,
    weeks_on_target,
    year_of_week,
)
from app.paths import resources_dir
from tests.samples import a_session

CATALOGUE = load_catalogue(resources_dir())
EXERCISES = CATALOGUE.exercises
THREE = ("segmental-cat-cow", "chair-twist", "side-bend")
TODAY = date(2026, 11, 25)  # a Wednesday
FOREVER = (date.min, date.max)


def at(day: date, hour: int = 18) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def trained(*days: date) -> list[Session]:
    return [a_session(at(day), THREE) for day in days]


def with_sets(session: Session, **values: object) -> Session:
    return replace(session, sets=tuple(replace(done, **values) for done in session.sets))  # type: ignore[arg-type]  # any field


def log_of(*sessions: Session) -> TrainingLog:
    return training_log(sessions, EXERCISES)


def test_reps_last_as_long_as_the_tempo_of_the_exercise_says() -> None:
    assert session_seconds(a_session(at(TODAY), ["reverse-crunch"]), EXERCISES) == 5 * (2 + 1 + 3)


def test_a_hold_lasts_with_its_ways_in_and_out() -> None:
    held = with_sets(a_session(at(TODAY), ["chair-twist"]), reps=None, hold_s=20.0)
    assert session_seconds(held, EXERCISES) == 3 + 20 + 3


def test_the_whole_of_a_planned_series_counts() -> None:
    series = session_elsewhere(free_routine([EXERCISES["straddle-bends"]]), EXERCISES, at(TODAY), None, "")
    (done,) = series.sets
    assert (done.hold_s, done.side) == (60, None)
    assert session_seconds(series, EXERCISES) == 60 + 3 + 0 + 3 + 4 + 3 + 0 + 3 + 4 + 4 + 4 + 4 + 4


def test_an_exercise_no_catalogue_knows_still_counts() -> None:
    session = a_session(at(TODAY), ["own-hang"])
    log = log_of(session)
    assert log.days[TODAY].seconds > 0
    assert log.names["own-hang"] == "Own-hang"
    (bar,) = minutes_by_direction(log, EXERCISES, TODAY, TODAY, Period.MONTH)
    assert bar.minutes == {None: pytest.approx(session_seconds(session, EXERCISES) / 60)}


def test_a_day_is_the_local_date_at_the_moment_of_doing() -> None:
    tokyo = datetime(2026, 1, 1, 0, 30, tzinfo=timezone(timedelta(hours=9)))  # still 2025 in London
    assert list(log_of(a_session(tokyo, THREE)).days) == [date(2026, 1, 1)]


def test_a_day_of_two_sessions_counts_as_one_with_all_its_exercises() -> None:
    log = log_of(a_session(at(TODAY, 7), THREE[:2]), a_session(at(TODAY, 19), THREE[2:]))
    assert log.days[TODAY].exercises == 3
    assert log.days[TODAY].counts


def test_a_pain_stop_without_a_set_is_no_training() -> None:
    stop = PainStop("side-bend", "Side bend", None, None, at(TODAY))
    log = log_of(replace(a_session(at(TODAY), ()), pain_stops=(stop,)))
    assert log.days == {}
    assert [done.stopped for done in discomforts(log, "side-bend", *FOREVER)] == [True]


@pytest.mark.parametrize(("year", "weeks"), [(2026, 53), (2025, 52), (2024, 52), (2020, 53)])
def test_a_year_has_the_weeks_whose_thursday_it_has(year: int, weeks: int) -> None:
    assert len(mondays_of(year)) == weeks


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)))
def test_every_week_is_in_exactly_one_year(day: date) -> None:
    monday = monday_of(day)
    found = [year for year in (day.year - 1, day.year, day.year + 1) if monday in mondays_of(year)]
    assert found == [year_of_week(monday)]
    assert year_of_week(monday) == day.isocalendar().year


def test_a_week_across_the_change_to_summer_time_has_seven_days() -> None:
    berlin_winter, berlin_summer = timezone(timedelta(hours=1)), timezone(timedelta(hours=2))
    friday = datetime(2026, 3, 27, 23, 30, tzinfo=berlin_winter)
    saturday = datetime(2026, 3, 28, 23, 30, tzinfo=berlin_winter)
    sunday = datetime(2026, 3, 29, 23, 30, tzinfo=berlin_summer)
    log = log_of(*(a_session(moment - timedelta(minutes=10), THREE) for moment in (friday, saturday, sunday)))
    year = weeks_on_target(log, 2026, 3, (), TODAY)
    assert [week.days for week in year.weeks if week.days] == [3]


def test_weeks_count_from_the_first_training_on_without_those_away_and_the_one_that_runs() -> None:
    first = date(2026, 10, 26)
    days = [first + timedelta(days=number) for number in (0, 2, 4, 7, 21, 23, 25, 28)]
    year = weeks_on_target(log_of(*trained(*days)), 2026, 3, {date(2026, 11, 9)}, TODAY)
    states = [week.state for week in year.weeks if week.state not in {WeekState.BEFORE, WeekState.COMING}]
    assert states == [
        WeekState.ON_TARGET, WeekState.BELOW, WeekState.AWAY, WeekState.ON_TARGET, WeekState.RUNNING,
    ]  # fmt: skip
    assert (year.on_target, year.counted) == (2, 3)


def test_without_training_no_week_counts() -> None:
    assert weeks_on_target(log_of(), 2026, 3, (), TODAY).counted == 0


def test_the_calendar_has_every_day_of_the_year_and_knows_what_is_still_to_come() -> None:
    year = calendar_year(log_of(*trained(TODAY)), 2024, {date(2024, 2, 26)}, TODAY)
    assert len(year.days) == 366
    assert sum(day.away for day in year.days) == 7
    coming = calendar_year(log_of(*trained(TODAY)), 2026, (), TODAY)
    assert [day.day for day in coming.days if day.step] == [TODAY]
    assert next(day.day for day in coming.days if day.coming) == TODAY + timedelta(days=1)


@pytest.mark.parametrize(("minutes", "step"), [(0, 0), (0.1, 1), (4.9, 1), (5, 2), (10, 3), (15, 4), (20, 5), (90, 5)])
def test_the_calendar_has_five_steps(minutes: float, step: int) -> None:
    assert heat_step(minutes * 60) == step


def test_an_exercise_with_several_directions_shares_its_minutes() -> None:
    session = a_session(at(TODAY), ["segmental-cat-cow"])
    (bar,) = minutes_by_direction(log_of(session), EXERCISES, TODAY, TODAY, Period.QUARTER)
    half = session_seconds(session, EXERCISES) / 120
    assert bar.start == date(2026, 10, 1)
    assert bar.minutes == {Direction.FLEXION: half, Direction.EXTENSION: half}


@given(st.lists(st.dates(date(2020, 1, 1), date(2026, 12, 31)), max_size=20))
def test_no_minute_is_lost_or_doubled(days: list[date]) -> None:
    log = log_of(*(a_session(at(day, number), THREE) for number, day in enumerate(days)))
    seconds = sum(day.seconds for day in log.days.values())
    first, last = date(2020, 1, 1), date(2026, 12, 31)
    for period in Period:
        bars = minutes_by_direction(log, EXERCISES, first, last, period)
        assert sum(bar.total for bar in bars) == pytest.approx(seconds / 60)
    assert sum(minutes for _monday, minutes in weekly_minutes(log, first, last)) == pytest.approx(seconds / 60)


def test_bars_grow_coarser_as_the_time_grows_longer() -> None:
    ends = [date(2026, 12, 31), date(2028, 12, 31), date(2040, 12, 31)]
    assert [fitting_period(date(2026, 1, 1), end) for end in ends] == [Period.MONTH, Period.QUARTER, Period.YEAR]


def test_the_load_of_a_day_is_its_heaviest_and_its_volume_all_reps() -> None:
    light, heavy = (with_sets(a_session(at(TODAY, hour), ["side-bend"]), load_kg=load) for hour, load in
                    ((7, 2.0), (19, 4.0)))  # fmt: skip
    (done,) = loads(log_of(light, heavy), "side-bend", *FOREVER)
    assert (done.load_kg, done.volume_kg) == (4, 5 * 2 + 5 * 4)


def test_days_without_a_load_are_left_out() -> None:
    log = log_of(a_session(at(TODAY), ["side-bend"]))
    assert loads(log, "side-bend", *FOREVER) == []
    assert loaded_exercises(log) == []


def test_a_light_session_between_heavy_ones_is_no_step_down_but_four_weeks_are() -> None:
    days = {0: 4.0, 3: 0.0, 10: 2.0, 30: 2.0, 90: 2.0}
    log = log_of(*(
        with_sets(a_session(at(date(2026, 1, 1) + timedelta(days=day)), ["side-bend"]), load_kg=load)
        for day, load in days.items()
    ))  # fmt: skip
    assert working_loads(loads(log, "side-bend", *FOREVER)) == [4, 4, 4, 2, 2]


def test_unanswered_discomfort_is_unknown_and_never_zero() -> None:
    unanswered = a_session(at(TODAY), ["side-bend"])
    answered = with_sets(a_session(at(TODAY - timedelta(days=1)), ["side-bend"]), discomfort=0)
    log = log_of(unanswered, answered)
    assert [done.discomfort for done in discomforts(log, "side-bend", *FOREVER)] == [0]
    assert log.exercises["side-bend"][-1].discomfort is None


def test_the_worst_answer_of_a_day_is_kept() -> None:
    two = [with_sets(a_session(at(TODAY, hour), ["side-bend"]), discomfort=worst) for hour, worst in ((7, 5), (19, 2))]
    assert [done.discomfort for done in discomforts(log_of(*two), "side-bend", *FOREVER)] == [5]


def test_a_session_done_elsewhere_has_the_planned_sets_within_its_length() -> None:
    routine = CATALOGUE.routine("starter")
    session = session_elsewhere(routine, EXERCISES, at(TODAY), timedelta(minutes=20), "in the park")
    assert session.finished_at == at(TODAY) + timedelta(minutes=20)
    assert {done.exercise_id for done in session.sets} == {step.exercise_id for step in routine.steps}
    moments = [done.finished_at for done in session.sets]
    assert moments == sorted(moments)
    assert at(TODAY) < moments[0]
    assert moments[-1] <= session.finished_at

"""Which backups stay, by tables of dates. Today is a Monday."""

from datetime import datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.store.thinning import DAILY, MONTHLY, WEEKLY, spare
from tests.fakes import A_MORNING

TODAY = A_MORNING.date()


def days_ago(*days: float) -> list[datetime]:
    return [A_MORNING - timedelta(days=each) for each in days]


def kept(made: list[datetime]) -> list[float]:
    """How many days ago those that stay were made, newest first."""
    stay = set(made) - spare(made, TODAY)
    return [(A_MORNING - moment) / timedelta(days=1) for moment in sorted(stay, reverse=True)]


@pytest.mark.parametrize(
    ("made", "stay"),
    [
        ([], []),
        ([400], [400]),
        ([0, 0.1, 0.2, 1, 1.1, 1.3], [0, 0.1, 0.2, 1, 1.1, 1.3]),  # all of today and yesterday
        ([2, 2.1, 2.2, 3, 3.3], [2, 3]),  # of a day before that its newest
        ([-3, -3.1, 5, 5.1], [-3.1, -3, 5]),  # what a wrong clock made in the future stays
        ([100, 200, 300], [100, 200, 300]),  # a long break thins nothing
    ],
)
def test_of_few_backups_the_newest_of_each_day_stays(made: list[float], stay: list[float]) -> None:
    assert kept(days_ago(*made)) == pytest.approx(stay)


def test_a_backup_every_day_for_three_years_leaves_two_days_twelve_days_ten_weeks_and_nine_months() -> None:
    stay = [moment.date().isoformat() for moment in sorted(days_ago(*range(1100)), reverse=True)]
    gone = {moment.date().isoformat() for moment in spare(days_ago(*range(1100)), TODAY)}
    assert [day for day in stay if day not in gone] == [
        *("2026-03-02", "2026-03-01"),
        *("2026-02-28", "2026-02-27", "2026-02-26", "2026-02-25", "2026-02-24", "2026-02-23"),
        *("2026-02-22", "2026-02-21", "2026-02-20", "2026-02-19", "2026-02-18", "2026-02-17"),
        *("2026-02-15", "2026-02-08", "2026-02-01", "2026-01-25", "2026-01-18"),
        *("2026-01-11", "2026-01-04", "2025-12-28", "2025-12-21", "2025-12-14"),
        *("2025-11-30", "2025-10-31", "2025-09-30", "2025-08-31", "2025-07-31"),
        *("2025-06-30", "2025-05-31", "2025-04-30", "2025-03-31"),
    ]


def test_a_day_is_that_of_the_place_where_the_backup_was_made() -> None:
    """Two minutes around a midnight in Berlin are two days there, whatever the day elsewhere."""
    berlin = timezone(timedelta(hours=1))
    late, early = datetime(2026, 2, 10, 23, 59, tzinfo=berlin), datetime(2026, 2, 11, 0, 1, tzinfo=berlin)
    assert spare([late, early], TODAY) == set()
    tokyo = timezone(timedelta(hours=9))
    assert spare([late.astimezone(tokyo), early.astimezone(tokyo)], TODAY) == {late}


MOMENTS = st.lists(st.floats(-10, 2000).map(lambda days: A_MORNING - timedelta(days=days)), unique=True)


@given(MOMENTS)
def test_the_newest_stays_and_never_more_than_the_rule_says(made: list[datetime]) -> None:
    gone = spare(made, TODAY)
    assert gone <= set(made)
    old = [moment for moment in made if moment not in gone and TODAY - moment.date() >= timedelta(days=2)]
    assert len(old) <= DAILY + WEEKLY + MONTHLY
    if made:
        assert max(made) not in gone


@given(MOMENTS)
def test_thinning_again_removes_nothing_more(made: list[datetime]) -> None:
    left = set(made) - spare(made, TODAY)
    assert spare(left, TODAY) == set()

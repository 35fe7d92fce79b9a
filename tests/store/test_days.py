"""A day is that of the calendar on the wall where and when it was done; how long things took is nobody's calendar."""

from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from app.domain.training.log import training_log
from app.store.store import Store
from tests.fakes import FakeClock
from tests.samples import a_reading
from tests.store.samples import finished

LIVED = [
    ("2026-03-02T23:59:00+01:00", date(2026, 3, 2)),  # late in Berlin
    ("2026-03-03T00:30:00+01:00", date(2026, 3, 3)),  # and after midnight, still yesterday in UTC
    ("2026-03-03T06:00:00+13:00", date(2026, 3, 3)),  # a morning in Auckland, the day before in UTC
    ("2026-03-02T20:00:00-10:00", date(2026, 3, 2)),  # an evening in Honolulu, the day after in UTC
    ("2026-03-02T00:10:00+05:45", date(2026, 3, 2)),  # an offset of three quarters of an hour
    ("2026-03-29T01:59:00+01:00", date(2026, 3, 29)),  # the night in which summer time begins
    ("2026-03-29T03:01:00+02:00", date(2026, 3, 29)),
    ("2026-10-25T02:30:00+02:00", date(2026, 10, 25)),  # the night that has this hour twice
    ("2026-10-25T02:30:00+01:00", date(2026, 10, 25)),
    ("1999-12-31T23:59:59-12:00", date(1999, 12, 31)),
]


@pytest.mark.parametrize(("lived", "day"), LIVED)
def test_what_was_done_counts_on_the_day_it_was_lived(store: Store, folder: Path, lived: str, day: date) -> None:
    moment = datetime.fromisoformat(lived)
    session = store.sessions.start("starter", "Starter", moment - timedelta(minutes=9)).ids[0]
    store.sessions.save_set(session, finished(0, finished_at=moment))
    store.readings.record(a_reading(4, at=moment))
    store.close()
    again = Store.open(folder, FakeClock())
    (done,) = again.find.sessions()
    (measured,) = again.find.readings()
    assert list(training_log([done], {}).days) == [day]
    assert (measured.performed_at, measured.performed_at.date()) == (moment, day)
    assert measured.performed_at.utcoffset() == moment.utcoffset()
    again.close()


def test_moments_of_all_places_are_in_the_order_of_time(store: Store) -> None:
    moments = sorted(datetime.fromisoformat(lived) for lived, _day in LIVED)
    for moment in reversed(moments):
        store.readings.record(a_reading(4, at=moment))
    assert [each.performed_at for each in store.find.readings()] == moments


@pytest.mark.parametrize("jump", [timedelta(hours=-25), timedelta(days=-4000), timedelta(days=4000)])
def test_a_clock_that_was_set_loses_nothing_and_the_last_change_counts(
    store: Store, clock: FakeClock, jump: timedelta
) -> None:
    made = store.readings.record(a_reading(4, at=clock.now())).ids[0]
    before = store.dump()["readings"][0]["updated_at"]
    clock.wall += jump
    store.readings.delete(made)
    store.undo.undo()
    store.readings.record(a_reading(5, at=clock.now()))
    assert sorted(each.value for each in store.find.readings()) == [4, 5]
    after = next(row["updated_at"] for row in store.dump()["readings"] if row["id"] == made)
    assert str(after) > str(before)

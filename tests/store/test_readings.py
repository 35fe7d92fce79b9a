from dataclasses import replace
from datetime import timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.domain.exercise import Side
from app.domain.measurement import Reading
from app.store.store import Store, StoreError
from tests.store.samples import reading

OFFSETS = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
TEXT = st.text(st.characters(codec="utf-8"))
READINGS = st.builds(
    Reading,
    id=st.just(""),
    measure_id=TEXT,
    side=st.sampled_from([None, Side.LEFT, Side.RIGHT]),
    trials=st.lists(st.floats(-1e6, 1e6), min_size=1, max_size=3).map(tuple),
    entered_unit=st.sampled_from(["cm", "in", "deg"]),
    performed_at=OFFSETS.flatmap(
        lambda zone: st.datetimes(timezones=st.just(zone)).filter(lambda moment: 2 < moment.year < 9998)
    ),
    aid=st.none() | TEXT,
    warm=st.booleans(),
    note=TEXT,
    protocol_version=st.integers(1, 9),
)


@given(given_reading=READINGS)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_reading_comes_back_exactly(store: Store, given_reading: Reading) -> None:
    changes = store.readings.record(given_reading)
    kept = store.find.reading(changes.ids[0])

    assert kept is not None
    assert replace(kept, id="") == given_reading
    assert kept.performed_at.isoformat() == given_reading.performed_at.isoformat()


def test_a_reading_without_an_id_gets_one(store: Store) -> None:
    changes = store.readings.record(reading(3, 2))

    assert changes.kinds == {"reading"}
    assert store.find.reading(changes.ids[0]) == replace(reading(3, 2), id=changes.ids[0])


def test_readings_come_oldest_first_by_when_they_were_performed(store: Store) -> None:
    for day in (2, 0, 1):
        store.readings.record(reading(day, day=day))
    store.readings.record(reading(9, measure="pancake"))

    assert [each.value for each in store.find.readings("floor-touch")] == [0, 1, 2]
    assert len(store.find.readings()) == 4


def test_the_latest_reading_is_that_of_its_side(store: Store) -> None:
    for day, side in enumerate([Side.LEFT, Side.RIGHT, Side.LEFT]):
        store.readings.record(reading(day, day=day, measure="hand-to-knee", side=side))

    latest = {side: store.find.latest_reading("hand-to-knee", side) for side in (Side.LEFT, Side.RIGHT)}

    assert {side: found.value for side, found in latest.items() if found} == {Side.LEFT: 2, Side.RIGHT: 1}
    assert store.find.latest_reading("hand-to-knee", None) is None


def test_an_edit_replaces_everything_and_may_take_trials_away_and_add_them(store: Store) -> None:
    reading_id = store.readings.record(reading(3, 2, 1)).ids[0]

    for trials in [(9.0,), (8.0, 7.0, 6.0), (5.0, 4.0)]:
        edited = replace(reading(*trials, day=1), id=reading_id, note="", aid=None, warm=False)
        store.readings.edit(edited)
        assert store.find.readings() == [edited]


def test_a_deleted_reading_is_marked_not_removed(store: Store) -> None:
    reading_id = store.readings.record(reading(3, 2)).ids[0]

    changes = store.readings.delete(reading_id)

    rows = store.dump()
    assert changes.ids == (reading_id,)
    assert store.find.readings() == []
    assert store.find.reading(reading_id) is None
    assert [bool(row["deleted_at"]) for row in rows["readings"] + rows["trials"]] == [True] * 3


def test_what_is_not_there_is_neither_edited_nor_deleted(store: Store) -> None:
    reading_id = store.readings.record(reading(3)).ids[0]
    store.readings.delete(reading_id)
    rows = store.dump()

    for gone in (reading_id, "never-was"):
        with pytest.raises(StoreError, match="not there any more"):
            store.readings.delete(gone)
        with pytest.raises(StoreError, match="not there any more"):
            store.readings.edit(replace(reading(1), id=gone))

    assert store.dump() == rows


def test_a_reading_needs_a_trial_and_an_offset(store: Store) -> None:
    with pytest.raises(ValueError, match="at least one trial"):
        store.readings.record(replace(reading(1), trials=()))
    with pytest.raises(ValueError, match="needs its offset"):
        store.readings.record(replace(reading(1), performed_at=reading(1).performed_at.replace(tzinfo=None)))

    assert not store.has_data()


def test_a_reading_of_an_id_that_is_taken_is_refused(store: Store) -> None:
    reading_id = store.readings.record(reading(3)).ids[0]

    with pytest.raises(StoreError, match="Nothing was changed"):
        store.readings.record(replace(reading(4), id=reading_id))

    assert [each.value for each in store.find.readings()] == [3]


def test_text_that_no_file_can_hold_is_refused(store: Store) -> None:
    with pytest.raises(StoreError, match="can't be stored"):
        store.readings.record(replace(reading(3), note="from a terminal: \udcff"))

    assert not store.has_data()

"""What was deleted can be brought back, whole, as a step of its own."""

from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.exercise import Range
from app.domain.measurement import Better, Unit
from app.domain.own.measure import OwnMeasure
from app.store.deleted import MOST
from app.store.store import Store, StoreError
from tests.fakes import A_MORNING, FakeClock
from tests.store.samples import live_rows, pain_stop, play, reading


def test_a_deleted_reading_comes_back_with_the_trials_it_had(store: Store, clock: FakeClock) -> None:
    reading_id = store.readings.record(reading(3, 2, 1)).ids[0]
    (kept,) = store.find.readings()
    store.readings.edit(replace(kept, trials=(3, 2.5)))
    (edited,) = store.find.readings()
    clock.advance(60)
    store.readings.delete(reading_id)
    (gone,) = store.deleted.all()
    assert (gone.name, gone.values, gone.when) == ("floor-touch", (3, 2.5), edited.performed_at)
    store.deleted.restore(gone)
    assert store.find.readings() == [edited]
    assert store.deleted.all() == []
    assert store.undo.name == "Restore reading"
    store.undo.undo()
    assert store.find.readings() == []


def test_a_discarded_session_comes_back_with_all_that_was_in_it(store: Store, clock: FakeClock) -> None:
    session_id = play(store)
    mistake = store.sessions.stop_for_pain(session_id, pain_stop(4)).ids[0]
    store.sessions.stop_for_pain(session_id, pain_stop(5))
    clock.advance(60)
    store.sessions.take_back_pain_stop(session_id, mistake)
    before, rows = store.find.sessions(), live_rows(store)
    clock.advance(60)
    store.sessions.discard(session_id)
    (gone,) = store.deleted.all()
    assert (gone.name, gone.when) == ("Starter", A_MORNING)
    store.deleted.restore(gone)
    assert store.find.sessions() == before
    assert live_rows(store) == rows


def test_what_is_archived_is_on_the_list_and_comes_back(store: Store) -> None:
    own = OwnMeasure("", "Tragus <b>to</b> wall", Unit.CM, Better.LOWER, sided=False, hard=Range(0, 40))
    measure_id = store.measures.save(own).ids[0]
    store.measures.archive(measure_id)
    (gone,) = store.deleted.all()
    assert (gone.name, gone.archived) == ("Tragus <b>to</b> wall", True)
    assert store.deleted.restore(gone).ids == (measure_id,)
    assert [each.id for each in store.find.own_measures()] == [measure_id]


def test_what_is_back_already_is_refused_in_a_sentence(store: Store) -> None:
    store.readings.delete(store.readings.record(reading(3)).ids[0])
    own = OwnMeasure("", "Tragus", Unit.CM, Better.LOWER, sided=False, hard=Range(0, 40))
    store.measures.archive(store.measures.save(own).ids[0])
    for gone in store.deleted.all():
        store.deleted.restore(gone)
        with pytest.raises(StoreError, match="back already"):
            store.deleted.restore(gone)


def test_the_latest_comes_first_and_there_is_an_end(store: Store, clock: FakeClock) -> None:
    for value in range(3):
        store.readings.delete(store.readings.record(reading(value)).ids[0])
        clock.advance(60)
    assert [each.values for each in store.deleted.all()] == [(2,), (1,), (0,)]
    assert len(store.deleted.all()) <= MOST


def test_an_undone_import_leaves_nothing_on_the_list(store: Store, tmp_path: Path, clock: FakeClock) -> None:
    play(store)
    store.readings.record(reading(3))
    clock.advance(60)
    with closing(Store.open(tmp_path / "other", clock)) as other:
        other.merge(store.dump())
        other.undo.undo()
        assert other.deleted.all() == []

from dataclasses import replace

import pytest

from app.domain.exercise import Range, Side
from app.domain.measurement import Better, Unit
from app.domain.own.measure import OwnMeasure
from app.store.store import Store, StoreError
from tests.fakes import FakeClock
from tests.store.samples import reading

NEW = OwnMeasure("", "Tragus to wall", Unit.CM, Better.LOWER, sided=True, hard=Range(0, 60.5), soft=Range(5, 40),
                 steps=("Stand “tall”.", "Measure."))  # fmt: skip
ID = "own-tragus-to-wall"


def test_an_own_measure_comes_back_as_it_was_made(store: Store) -> None:
    changes = store.measures.save(NEW)
    assert (changes.op, changes.kinds, changes.ids) == ("Save test", frozenset({"measure"}), (ID,))
    assert store.find.own_measures() == [replace(NEW, id=ID)]
    assert store.find.measures() == [replace(NEW, id=ID).measure()]
    assert store.has_data()


def test_it_can_be_changed_and_the_change_undone(store: Store) -> None:
    store.measures.save(NEW)
    changed = replace(NEW, id=ID, name="Ear to wall", soft=None, steps=(), unit=Unit.DEG)
    store.measures.save(changed)
    assert store.find.own_measures() == [changed]
    store.undo.undo()
    assert store.find.own_measures() == [replace(NEW, id=ID)]


def test_the_oldest_comes_first_and_each_has_an_id_of_its_own(store: Store, clock: FakeClock) -> None:
    store.measures.save(replace(NEW, name="壁"))
    clock.advance(60)
    store.measures.save(replace(NEW, name="背"))
    assert [each.id for each in store.find.measures()] == ["own-test", "own-test-2"]


def test_what_can_not_be_a_test_is_refused_and_nothing_is_changed(store: Store) -> None:
    store.measures.save(NEW)
    for wrong, said in (
        (replace(NEW, name=""), "needs a name"),
        (replace(NEW, name="tragus to WALL"), "There is a test “Tragus to wall” already"),
        (replace(NEW, id=ID, hard=Range(0, float("inf"))), "Possible values"),
        (replace(NEW, id="mine"), "can't be the id"),
    ):
        with pytest.raises(StoreError, match=said):
            store.measures.save(wrong)
    assert len(store.find.measures()) == 1


def test_the_unit_and_the_sides_stay_once_there_are_readings(store: Store) -> None:
    store.measures.save(NEW)
    own = replace(NEW, id=ID)
    recorded = store.readings.record(reading(9, measure=ID, side=Side.LEFT)).ids[0]
    for change in (replace(own, unit=Unit.DEG), replace(own, sided=False)):
        with pytest.raises(StoreError, match="“Tragus to wall” has readings already: its unit and its sides stay"):
            store.measures.save(change)
    store.measures.save(replace(own, hard=Range(0, 5), soft=None, better=Better.HIGHER))
    store.readings.delete(recorded)
    store.measures.save(replace(own, sided=False))
    assert not store.find.own_measures()[0].sided


def test_an_archived_one_is_on_no_list_and_keeps_its_readings(store: Store) -> None:
    store.measures.save(NEW)
    recorded = store.readings.record(reading(9, 8, measure=ID, side=Side.LEFT)).ids[0]
    assert store.measures.archive(ID).op == "Archive test"
    assert (store.find.measures(), [each.id for each in store.find.measures(archived=True)]) == ([], [ID])
    assert [each.trials for each in store.find.readings(ID)] == [(9, 8)]

    with pytest.raises(StoreError, match="“Tragus to wall” is archived and takes no new readings"):
        store.readings.record(reading(7, measure=ID, side=Side.LEFT))
    store.readings.edit(replace(reading(6, measure=ID, side=Side.LEFT), id=recorded))
    assert [each.trials for each in store.find.readings(ID)] == [(6,)]


def test_an_archived_one_comes_back_by_undo_or_when_it_is_saved(store: Store) -> None:
    store.measures.save(NEW)
    store.measures.archive(ID)
    store.undo.undo()
    assert [each.id for each in store.find.measures()] == [ID]

    store.measures.archive(ID)
    store.measures.save(replace(NEW, id=ID))
    assert [each.id for each in store.find.measures()] == [ID]


def test_a_new_one_never_takes_the_place_of_an_archived_one(store: Store) -> None:
    store.measures.save(NEW)
    store.measures.archive(ID)
    assert store.measures.save(NEW).ids == (ID + "-2",)
    assert [each.id for each in store.find.measures(archived=True)] == [ID]


def test_what_is_not_in_use_can_not_be_archived(store: Store) -> None:
    store.measures.save(NEW)
    store.measures.archive(ID)
    for measure_id in (ID, "own-none", "floor-touch"):
        with pytest.raises(StoreError, match="This test is not in use any more"):
            store.measures.archive(measure_id)
